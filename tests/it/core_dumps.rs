//! A crash leaves no image of its memory, which would hold keys and pictures.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

use crate::harness::app::TestApp;
use crate::harness::cannot_run::cannot_run;

/// The same call on a machine whose administrator allows core dumps of any size, in a folder where one could be written.
fn where_cores_are_allowed(program: &Command, folder: &Path) -> Command {
    let mut allowed = Command::new("sh");
    allowed
        .args(["-c", "ulimit -c unlimited; exec \"$0\" \"$@\""])
        .arg(program.get_program())
        .args(program.get_args());
    for (name, value) in program.get_envs() {
        match value {
            Some(value) => allowed.env(name, value),
            None => allowed.env_remove(name),
        };
    }
    allowed.current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    allowed
}

/// Waits until it writes its first byte: `serve` then serves, and a worker is in its sandbox.
fn started(mut command: Command) -> Child {
    let mut child = command.spawn().unwrap();
    let mut first = [0];
    std::io::Read::read_exact(child.stdout.as_mut().unwrap(), &mut first).expect("it ended at once");
    child
}

#[tokio::test]
async fn no_process_with_keys_or_pictures_leaves_a_core() {
    let at = TestApp::with(&[("code_memory_kib", "65536")]).await;
    let scratch = tempfile::tempdir().unwrap();
    // A process that dumps, to know that this machine would.
    let mut careless = where_cores_are_allowed(Command::new("cat").arg("-"), scratch.path()).spawn().unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    kill_process(Pid::from_child(&careless), Signal::ABORT).unwrap();
    if !careless.wait().unwrap().core_dumped() {
        cannot_run("this machine writes no core dumps at all");
        return;
    }
    for entry in fs::read_dir(scratch.path()).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    let mut worker = Command::new(env!("CARGO_BIN_EXE_kinlight"));
    worker.arg("photo-worker");
    let serving = |face: &str| {
        let mut serving = at.serving();
        serving.args(["serve", "--face", face]);
        serving
    };
    for (what, program) in
        [("worker", worker), ("site", serving("site")), ("desk", serving("desk")), ("jobs", serving("jobs"))]
    {
        let folder = scratch.path().to_owned();
        // The S3 server runs on this thread, so the program is awaited on another.
        let ended = tokio::task::spawn_blocking(move || {
            let mut child = started(where_cores_are_allowed(&program, &folder));
            let limits = fs::read_to_string(format!("/proc/{}/limits", child.id())).unwrap();
            kill_process(Pid::from_child(&child), Signal::ABORT).unwrap();
            (child.wait().unwrap(), limits)
        });
        let (ended, limits) = ended.await.unwrap();
        assert_eq!(ended.signal(), Some(Signal::ABORT.as_raw()), "{what} ended otherwise: {ended}");
        assert!(!ended.core_dumped(), "{what} wrote its memory to a disk");
        assert_eq!(fs::read_dir(scratch.path()).unwrap().count(), 0, "{what} left a file");
        let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
        assert_eq!(core.split_whitespace().filter(|word| *word == "0").count(), 2, "{what}: {core}");
    }
}

/// A collector to which the kernel pipes the image is not bound by the limit; what belongs to root here can't be dumped for it.
#[test]
fn no_process_can_be_dumped_by_a_collector_or_read_by_its_own_user() {
    let mut worker = Command::new(env!("CARGO_BIN_EXE_kinlight"));
    worker.arg("photo-worker").stdin(Stdio::piped()).stdout(Stdio::piped());
    if rustix::process::geteuid().is_root() {
        worker.uid(65_534).gid(65_534);
    }
    let mut child = started(worker);
    let owner = fs::metadata(format!("/proc/{}/stat", child.id())).unwrap().uid();
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(owner, 0, "another process of the same user could read its memory");
}
