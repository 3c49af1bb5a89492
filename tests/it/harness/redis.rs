//! A Redis server for one test, on a socket in a temporary folder, set up as docs/operations.md says, with the rights that
//! deploy/limits.acl gives. It can be stopped, frozen and started again. A user of the tests sees everything in it.

use redis::aio::MultiplexedConnection;
use redis::{Client, FromRedisValue};
use rustix::process::{Pid, Signal, kill_process};
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::cannot_run::cannot_run;
use super::processes::free;

pub const PASSWORD: &str = "a-long-password";

pub struct RedisServer {
    folder: tempfile::TempDir,
    process: Child,
    tls_port: u16,
}

impl RedisServer {
    /// `None`, and counted as a skip, where no server is installed.
    pub async fn start() -> Option<RedisServer> {
        RedisServer::started("", 0).await
    }

    /// One that speaks TLS on a port of this machine too, with this certificate and its key.
    pub async fn with_tls(certificate: &str, key: &str) -> Option<RedisServer> {
        let pair = tempfile::tempdir().unwrap();
        std::fs::write(pair.path().join("limits.crt"), certificate).unwrap();
        std::fs::write(pair.path().join("limits.key"), key).unwrap();
        let (port, path) = (free().port(), pair.path().display());
        let settings = format!(
            "bind 127.0.0.1\ntls-port {port}\ntls-auth-clients no\ntls-cert-file {path}/limits.crt\n\
             tls-key-file {path}/limits.key\ntls-ca-cert-file {path}/limits.crt\n"
        );
        let server = RedisServer::started(&settings, port).await?;
        std::fs::write(server.certificate(), certificate).unwrap();
        Some(server)
    }

    async fn started(more: &str, tls_port: u16) -> Option<RedisServer> {
        let Some(program) = ["redis-server", "valkey-server"].into_iter().find(|name| is_installed(name))
        else {
            cannot_run("neither redis-server nor valkey-server is installed");
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let rights = folder.path().join("limits.acl");
        std::fs::write(&rights, format!("{}user tests on nopass ~* &* +@all\n", rights_of_deploy())).unwrap();
        let settings = format!(
            "{}\nport 0\nunixsocket {}\naclfile {}\n{more}",
            documented(),
            folder.path().join("redis.sock").display(),
            rights.display()
        );
        std::fs::write(folder.path().join("redis.conf"), settings).unwrap();
        let server = RedisServer { process: started(program, &folder), folder, tls_port };
        server.is_up().await;
        Some(server)
    }

    pub fn tls_port(&self) -> u16 {
        self.tls_port
    }

    /// The file of the certificate that it shows.
    pub fn certificate(&self) -> PathBuf {
        self.folder.path().join("shown.pem")
    }

    /// A connection of Kinlight's own user.
    pub async fn as_kinlight(&self) -> MultiplexedConnection {
        Client::open(self.url()).unwrap().get_multiplexed_async_connection().await.unwrap()
    }

    /// The address as an operator writes it into the settings.
    pub fn url(&self) -> String {
        format!("unix://{}?user=kinlight&pass={PASSWORD}", self.socket().display())
    }

    /// Kills it. Its memory is lost, as after any restart without persistence.
    pub fn dies(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    pub async fn comes_back(&mut self) {
        let _ = std::fs::remove_file(self.socket());
        self.process = started("redis-server", &self.folder);
        self.is_up().await;
    }

    /// Freezes it: it keeps its connections, and answers nothing.
    pub fn hangs(&self) {
        kill_process(Pid::from_child(&self.process), Signal::STOP).unwrap();
    }

    pub async fn asked<T: FromRedisValue>(&self, words: &[&str]) -> T {
        let mut command = redis::cmd(words[0]);
        words[1..].iter().for_each(|word| {
            command.arg(word);
        });
        command.query_async(&mut self.connected().await.unwrap()).await.unwrap()
    }

    /// Every key, its value, and the milliseconds until it expires.
    pub async fn everything(&self) -> Vec<(Vec<u8>, Vec<u8>, i64)> {
        let mut connection = self.connected().await.unwrap();
        let mut all = Vec::new();
        let keys: Vec<Vec<u8>> = redis::cmd("KEYS").arg("*").query_async(&mut connection).await.unwrap();
        for key in keys {
            let mut both = redis::pipe();
            both.cmd("GET").arg(&key).cmd("PTTL").arg(&key);
            let (value, left): (Vec<u8>, i64) = both.query_async(&mut connection).await.unwrap();
            // This key has expired in the meantime.
            if left != -2 {
                all.push((key, value, left));
            }
        }
        all
    }

    fn socket(&self) -> PathBuf {
        self.folder.path().join("redis.sock")
    }

    async fn connected(&self) -> redis::RedisResult<MultiplexedConnection> {
        let url = format!("unix://{}?user=tests&pass=any", self.socket().display());
        Client::open(url)?.get_multiplexed_async_connection().await
    }

    async fn is_up(&self) {
        for _ in 0..200 {
            if self.connected().await.is_ok() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("no Redis on {}", self.socket().display());
    }
}

impl Drop for RedisServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn is_installed(program: &str) -> bool {
    let asked = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

fn started(program: &str, folder: &tempfile::TempDir) -> Child {
    let mut command = Command::new(program);
    command.arg("redis.conf").current_dir(folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("a Redis")
}

/// The redis.conf from docs/operations.md, without the lines that name an address or a file.
fn documented() -> String {
    let page = include_str!("../../../docs/operations.md");
    let (_, block) = page.split_once("```conf\n").expect("a redis.conf in docs/operations.md");
    let (block, _) = block.split_once("```").expect("its end");
    block
        .lines()
        .filter(|line| !line.starts_with("bind ") && !line.starts_with("aclfile "))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The users' rights as `deploy/README.md` has them made, with the hash of the tests' password.
fn rights_of_deploy() -> String {
    let hash = Sha256::digest(PASSWORD.as_bytes());
    let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    include_str!("../../../deploy/limits.acl").replace("PASSWORD-HASH", &hash)
}
