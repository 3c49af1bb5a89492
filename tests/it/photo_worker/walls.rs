//! The sandbox, tried from inside and inspected from outside; then each wall alone, without the others.

use std::fs;

use kinlight::photos::worker::{Hook, Lacking, WorkerError, WorkerSettings};

use super::{is_fine, process_of, rehearsed, settings, without};
use crate::harness::cannot_run::cannot_run;

/// The errors with which the walls refuse. Without any wall, the kernel would answer none of these to what is tried.
const NOT_PERMITTED: &str = "(os error 1)";
const PERMISSION_DENIED: &str = "(os error 13)";
const TOO_MANY_FILES: &str = "(os error 24)";

#[tokio::test]
async fn from_inside_no_file_no_network_and_no_other_process_can_be_reached() {
    let workers = rehearsed(settings());
    for hook in [
        Hook::Open,
        Hook::List,
        Hook::Write,
        Hook::MakeFolder,
        Hook::Connect,
        Hook::ConnectUnix,
        Hook::Datagram,
        Hook::Exec,
        Hook::Fork,
        Hook::Thread,
    ] {
        let told = workers.provoke(hook).await.unwrap_or_else(|error| panic!("{hook:?}: {error}"));
        assert!(told.starts_with("refused") && told.ends_with(NOT_PERMITTED), "{hook:?}: {told}");
    }
    is_fine(&workers).await;
}

#[tokio::test]
async fn each_wall_holds_where_the_others_are_missing() {
    let open_by_the_limit = without(true, true, settings());
    let folder_by_landlock = without(false, true, settings());
    let all_by_the_filter = without(true, false, settings());
    if folder_by_landlock.check().await.unwrap().landlock {
        cannot_run("this kernel has no landlock");
        return;
    }
    let cases = [
        ("the limit on open files", &open_by_the_limit, Hook::Open, TOO_MANY_FILES),
        ("the limit on open files", &open_by_the_limit, Hook::Connect, TOO_MANY_FILES),
        ("landlock", &folder_by_landlock, Hook::MakeFolder, PERMISSION_DENIED),
        ("landlock", &folder_by_landlock, Hook::Exec, PERMISSION_DENIED),
        ("the filter", &all_by_the_filter, Hook::MakeFolder, NOT_PERMITTED),
        ("the filter", &all_by_the_filter, Hook::Exec, NOT_PERMITTED),
    ];
    for (wall, workers, hook, refusal) in cases {
        let told = workers.provoke(hook).await.unwrap_or_else(|error| panic!("{hook:?}: {error}"));
        assert!(told.ends_with(refusal), "{hook:?} by {wall}: {told}");
    }
    // Only the process's limit bounds the memory.
    assert_eq!(open_by_the_limit.provoke(Hook::EatMemory).await, Err(WorkerError::OutOfMemory));
}

#[tokio::test]
async fn from_outside_a_worker_is_bare() {
    let workers = rehearsed(settings());
    let process = process_of(&workers).await;
    let of = |name: &str| fs::read_to_string(format!("/proc/{process}/{name}")).unwrap();
    // Two settings for its libraries, and nothing of the service's.
    assert_eq!(of("environ"), "MALLOC_ARENA_MAX=1\0RTEN_NUM_THREADS=1\0");
    let open: Vec<String> = fs::read_dir(format!("/proc/{process}/fd"))
        .unwrap()
        .map(|entry| fs::read_link(entry.unwrap().path()).unwrap().display().to_string())
        .collect();
    let pipes = open.iter().filter(|file| file.starts_with("pipe:")).count();
    let own_status = open.iter().filter(|file| file.ends_with("/status")).count();
    assert_eq!((pipes, own_status, open.len()), (3, 1, 4), "{open:?}");
    // The face finder's two threads started before the seccomp filter; it must hold for them too.
    let has_seccomp = !workers.check().await.unwrap().seccomp;
    if !has_seccomp {
        cannot_run("this kernel has no seccomp");
    }
    let threads = fs::read_dir(format!("/proc/{process}/task")).unwrap();
    let threads: Vec<String> =
        threads.map(|thread| fs::read_to_string(thread.unwrap().path().join("status")).unwrap()).collect();
    assert_eq!(threads.len(), 3);
    for thread in threads {
        let line = |name: &str| {
            thread.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim().to_owned()
        };
        assert_eq!(line("NoNewPrivs:"), "1", "{thread}");
        assert!(!has_seccomp || line("Seccomp:") == "2", "{thread}");
    }
    let limits = of("limits");
    for (limit, most) in [
        ("Max open files", 0),
        ("Max file size", 0),
        ("Max core file size", 0),
        ("Max processes", 0),
        ("Max cpu time", 1_000),
        ("Max address space", 1_000_000_000),
    ] {
        let line = limits.lines().find_map(|line| line.strip_prefix(limit)).unwrap_or_default();
        let hard: u64 = line.split_whitespace().nth(1).and_then(|n| n.parse().ok()).unwrap_or(u64::MAX);
        assert!(hard <= most, "{limit}: {hard}");
    }
}

#[tokio::test]
async fn workers_stand_back_as_far_as_the_setting_says() {
    let workers = rehearsed(WorkerSettings { niceness: 7, ..settings() });
    let process = process_of(&workers).await;
    let threads = fs::read_dir(format!("/proc/{process}/task")).unwrap();
    let niceness = threads.map(|thread| {
        let stat = fs::read_to_string(thread.unwrap().path().join("stat")).unwrap();
        // The name before the last bracket may hold spaces; niceness is the 17th field behind it (man 5 proc).
        let fields: Vec<&str> = stat.rsplit_once(')').unwrap().1.split_whitespace().collect();
        fields[16].to_owned()
    });
    assert_eq!(niceness.collect::<Vec<_>>(), ["7"; 3]);
}

#[tokio::test]
async fn a_missing_wall_is_told_and_refused_where_it_is_required() {
    if rehearsed(settings()).check().await.unwrap() != Lacking::default() {
        cannot_run("this kernel has not both walls");
        return;
    }
    for (landlock, seccomp, named) in
        [(true, false, "landlock"), (false, true, "seccomp"), (true, true, "landlock and seccomp")]
    {
        let lacking = Lacking { landlock, seccomp };
        let workers = without(landlock, seccomp, settings());
        assert_eq!(workers.check().await, Ok(lacking));
        is_fine(&workers).await;
        let mut strict = settings();
        strict.is_sandbox_required = true;
        let refused = without(landlock, seccomp, strict).check().await.unwrap_err();
        assert_eq!(refused, WorkerError::Unsafe(lacking));
        assert!(refused.to_string().ends_with(&format!("lacks {named}")), "{refused}");
    }
    let mut strict = settings();
    strict.is_sandbox_required = true;
    is_fine(&rehearsed(strict)).await;
}
