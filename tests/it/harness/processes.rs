//! Processes of the real program, as an operator starts them: each serves one side, and can be told to end, or killed.

use rustix::process::{Pid, Signal, kill_process};
use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// One process of the installation; it is killed when the test ends.
pub struct Process {
    child: Child,
    /// `http://127.0.0.1:PORT`. The jobs' process does not listen there.
    pub address: String,
}

impl Process {
    /// Starts a process, and waits until it serves.
    pub fn serving(program: Command, face: &str) -> Process {
        let process = Process::begun(program, face, free());
        process.until_ready()
    }

    /// Starts several at once, since each takes its time.
    pub fn all_serving(wanted: Vec<(Command, &str)>) -> Vec<Process> {
        let begun: Vec<_> =
            wanted.into_iter().map(|(program, face)| Process::begun(program, face, free())).collect();
        begun.into_iter().map(Process::until_ready).collect()
    }

    /// Starts another process in its place, at the same address.
    pub fn serves_again(&mut self, program: Command, face: &str) {
        let address = self.address.trim_start_matches("http://").parse().unwrap();
        let _ = self.child.kill();
        let _ = self.child.wait();
        *self = Process::begun(program, face, address).until_ready();
    }

    fn begun(mut program: Command, face: &str, address: SocketAddr) -> Process {
        let listen = if face == "site" { "KINLIGHT_LISTEN" } else { "KINLIGHT_DESK_LISTEN" };
        program.args(["serve", "--face", face]).env(listen, address.to_string()).env("KINLIGHT_LOG", "warn");
        let child = program.stdout(Stdio::piped()).spawn().unwrap();
        Process { child, address: format!("http://{address}") }
    }

    fn until_ready(mut self) -> Process {
        let mut line = String::new();
        let read = BufReader::new(self.child.stdout.take().unwrap()).read_line(&mut line);
        assert!(read.is_ok() && line.starts_with("ready"), "it ended before it was ready: {line:?}");
        self
    }

    /// The peak of its memory, in bytes.
    pub fn most_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a figure");
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
    }

    /// SIGKILL: the process can finish nothing.
    pub fn killed(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// SIGTERM, as sent by an operator who starts another process in its place.
    pub fn told_to_end(&self) {
        kill_process(Pid::from_child(&self.child), Signal::TERM).unwrap();
    }

    /// Waits until it has ended by itself; whether its exit status was success.
    pub async fn ends(&mut self) -> bool {
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.success();
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What the site's process says on standard error until it serves; it is killed then.
pub fn said_at_start(mut program: Command) -> String {
    let folder = tempfile::tempdir().unwrap();
    let said = folder.path().join("said");
    program.stderr(std::fs::File::create(&said).unwrap()).env("KINLIGHT_LISTEN", free().to_string());
    program.args(["serve", "--face", "site"]).env("KINLIGHT_LOG", "info").stdout(Stdio::piped());
    let mut child = program.spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    let said = std::fs::read_to_string(said).unwrap();
    assert!(line.starts_with("ready"), "{said}");
    said
}

/// A free address for a process that binds it later, and perhaps again. It is below 32768, since from there on the system gives
/// ports to outgoing connections, and one of these could take it meanwhile.
pub fn free() -> SocketAddr {
    static GIVEN: AtomicU32 = AtomicU32::new(0);
    loop {
        let nth = std::process::id().wrapping_mul(97).wrapping_add(GIVEN.fetch_add(1, Ordering::Relaxed));
        let address = SocketAddr::from(([127, 0, 0, 1], 10_000 + (nth % 9_000) as u16));
        if TcpListener::bind(address).is_ok() {
            return address;
        }
    }
}
