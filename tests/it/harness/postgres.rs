//! A PostgreSQL server for one test that would disturb the others: it is stopped while it works, or its disk is full. Its folder
//! is deleted with it.

use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::processes::free;

/// Without fsync for speed: no test cuts the power. Without autovacuum, which could free space on a disk that a test has filled.
const SETTINGS: &str = "-c fsync=off -c autovacuum=off -c max_connections=100 -c shared_buffers=32MB \
    -c wal_level=minimal -c max_wal_senders=0 -c min_wal_size=32MB -c max_wal_size=64MB";

pub struct PostgresServer {
    folder: tempfile::TempDir,
    port: u16,
    has_tls: bool,
}

impl PostgresServer {
    pub fn start() -> PostgresServer {
        PostgresServer::started(None)
    }

    /// One that offers TLS with this certificate and its key.
    pub fn with_tls(certificate: &str, key: &str) -> PostgresServer {
        PostgresServer::started(Some((certificate, key)))
    }

    fn started(tls: Option<(&str, &str)>) -> PostgresServer {
        let folder = tempfile::tempdir().unwrap();
        // The server's own user must be able to enter it.
        std::fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o755)).unwrap();
        let port = free().port();
        let server = PostgresServer { folder, port, has_tls: tls.is_some() };
        std::fs::create_dir(server.data()).unwrap();
        server.takes(&server.data());
        let data = server.data();
        let made = server.run(
            "initdb",
            &["-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync", "-D"],
            &data,
        );
        assert!(made, "initdb could not make {}", data.display());
        if let Some((certificate, key)) = tls {
            for (name, text) in [("server.crt", certificate), ("server.key", key)] {
                let file = server.data().join(name);
                std::fs::write(&file, text).unwrap();
                std::fs::set_permissions(&file, PermissionsExt::from_mode(0o600)).unwrap();
                server.takes(&file);
            }
        }
        server.comes_back();
        server
    }

    /// The address of a superuser.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    /// Gives a folder to the account that runs the server.
    pub fn takes(&self, folder: &Path) {
        if let Some(owner) = account() {
            chown(folder, Some(owner), None).unwrap();
        }
    }

    pub fn comes_back(&self) {
        let tls = if self.has_tls { "-c ssl=on" } else { "" };
        let listen = format!("-p {} -k {} -h 127.0.0.1 {SETTINGS} {tls}", self.port, self.data().display());
        let log = self.data().join("server.log").display().to_string();
        let started = self.run("pg_ctl", &["start", "-w", "-l", &log, "-o", &listen, "-D"], &self.data());
        let told = std::fs::read_to_string(log).unwrap_or_default();
        assert!(started, "PostgreSQL does not start: {told}");
    }

    /// Stops it without a shutdown, whatever it is doing; after the next start it must recover what it had not written.
    pub fn dies(&self) {
        assert!(
            self.run("pg_ctl", &["stop", "-m", "immediate", "-w", "-D"], &self.data()),
            "it can't be stopped"
        );
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn run(&self, program: &str, arguments: &[&str], folder: &Path) -> bool {
        let program = programs().join(program);
        // PostgreSQL refuses to run as root.
        let mut command = match account() {
            None => Command::new(program),
            Some(_) => {
                let mut command = Command::new("runuser");
                command.args(["-u", "postgres", "--"]).arg(program);
                command
            }
        };
        command.args(arguments).arg(folder).current_dir("/").stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    }
}

impl Drop for PostgresServer {
    fn drop(&mut self) {
        self.run("pg_ctl", &["stop", "-m", "immediate", "-w", "-D"], &self.data());
    }
}

/// The account that runs the server, if the tests run as root.
fn account() -> Option<u32> {
    let is_root = rustix::process::geteuid().is_root();
    is_root.then(|| {
        let said = Command::new("id")
            .args(["-u", "postgres"])
            .output()
            .expect("the account of PostgreSQL's package");
        String::from_utf8(said.stdout).unwrap().trim().parse().expect("the account of PostgreSQL's package")
    })
}

/// The folder of the programs, as `tests/run` found it.
#[expect(clippy::disallowed_methods, reason = "the tests' own switch, not a setting of Kinlight")]
fn programs() -> PathBuf {
    if let Some(folder) = std::env::var_os("KINLIGHT_TEST_POSTGRES_BIN") {
        return folder.into();
    }
    let mut found: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path().join("bin"))
        .collect();
    found.sort();
    found.pop().expect("KINLIGHT_TEST_POSTGRES_BIN says where PostgreSQL's programs are")
}
