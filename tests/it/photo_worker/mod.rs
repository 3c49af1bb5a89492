//! Photos are read by processes that may be lost: a file that crashes its worker costs one photo a clear message, and nothing
//! else.

mod at_the_desk;
mod cost;
mod files;
mod heaviest;
mod losses;
mod remembered;
mod walls;

use std::path::Path;
use std::time::Duration;

use kinlight::photos::worker::{
    Accepts, Answer, Copy, Hook, Job, Lacking, Part, Rehearsal, Source, Task, Whose, WorkerError,
    WorkerSettings, Workers,
};
use kinlight_pictures::Picture;

/// The settings of the real program, with two workers.
pub fn settings() -> WorkerSettings {
    WorkerSettings {
        program: env!("CARGO_BIN_EXE_kinlight").into(),
        at_once: 2,
        questions_each: 100,
        answers_within: Duration::from_secs(10),
        waits_for: Duration::from_mins(1),
        is_sandbox_required: false,
        accepts_heic: true,
        niceness: 0,
    }
}

pub fn rehearsed(settings: WorkerSettings) -> Workers {
    Workers::for_rehearsal(settings, Rehearsal::default())
}

pub fn without(landlock: bool, seccomp: bool, settings: WorkerSettings) -> Workers {
    Workers::for_rehearsal(
        settings,
        Rehearsal { leaves_out: Lacking { landlock, seccomp }, ..Rehearsal::default() },
    )
}

/// A JPEG of this width and 400 pixels high.
pub fn photo(width: u32) -> Vec<u8> {
    let pixels =
        (0..width * 400).flat_map(|at| [(at % width / 3) as u8, (at / width / 2) as u8, 150]).collect();
    Picture::from_rgb(width, 400, pixels).unwrap().working_copy().unwrap()
}

pub fn upload(file: Vec<u8>) -> Job {
    Job {
        source: Source::Upload,
        task: Task::WorkingCopy,
        accepts: Accepts::Uploads,
        part: Part::Whole,
        file,
    }
}

/// The case of the hooks. A worker that reads its files is not ended.
pub const CASE: Whose = Whose([0; 16]);

pub async fn reads(workers: &Workers, file: Vec<u8>) -> Result<Copy, WorkerError> {
    reads_from(Source::Upload, workers, file).await
}

/// The file is read like an upload, by the worker of one case.
pub async fn reads_again(workers: &Workers, file: Vec<u8>) -> Result<Copy, WorkerError> {
    reads_from(Source::CopyOf(CASE), workers, file).await
}

pub async fn reads_from(source: Source, workers: &Workers, file: Vec<u8>) -> Result<Copy, WorkerError> {
    match workers.ask(Job { source, ..upload(file) }).await? {
        Answer::Copy(copy) => Ok(copy),
        other => panic!("{other:?}"),
    }
}

/// Checks that the next photo after a fault is read.
pub async fn is_fine(workers: &Workers) {
    let copy = reads(workers, photo(321)).await.expect("the next photo is read");
    assert_eq!((copy.width, copy.height), (321, 400));
}

pub async fn process_of(workers: &Workers) -> String {
    workers.provoke(Hook::Show).await.expect("a worker")
}

pub fn is_running(process: &str) -> bool {
    Path::new("/proc").join(process).exists()
}

pub async fn ends(process: &str) -> bool {
    for _ in 0..200 {
        if !is_running(process) {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    false
}
