//! Converts photos in a loop as the service does: each goes over a pipe to a sandboxed worker, and its files come back.
//! For each line on its input, goes through all files once and prints the CPU seconds of this process and its workers.
//!
//!     with_workers PROGRAM within-budget|full-quality jpeg|both OUT_FOLDER FILE…

use std::fs;
use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::time::Duration;

use kinlight::photos::worker::{
    Accepts, Answer, Job, Part, PublicFiles, Source, Task, Whose, WorkerSettings, Workers,
};

fn main() {
    let mut words = std::env::args().skip(1);
    let program = PathBuf::from(words.next().expect("the program whose workers are asked"));
    let is_unbudgeted = words.next().as_deref() == Some("full-quality");
    let has_webp = words.next().as_deref() != Some("jpeg");
    let out = PathBuf::from(words.next().expect("a folder for the outputs"));
    let files: Vec<PathBuf> = words.map(PathBuf::from).collect();
    let workers = Workers::new(WorkerSettings::one_at_a_time(program, Duration::from_secs(10)));
    let task = Task::PublicFiles(PublicFiles { has_webp, is_unbudgeted });
    for _ in std::io::stdin().lock().lines() {
        let before = nanoseconds();
        for file in &files {
            work(&workers, task, file, &out);
        }
        println!("{:.6}", (nanoseconds() - before) as f64 / 1e9);
    }
}

fn work(workers: &Workers, task: Task, path: &Path, out: &Path) {
    let file = fs::read(path).expect("a readable file");
    // Public files are made from a case's working copy.
    let source = Source::CopyOf(Whose([0; 16]));
    let job = Job { source, task, accepts: Accepts::Uploads, part: Part::Whole, file };
    let Ok(Answer::Variants(made)) = workers.ask_now(&job) else { panic!("{}: no pictures", path.display()) };
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    for variant in made {
        let path = out.join(format!("{name}-{}.{}", variant.width, variant.format.extension()));
        fs::write(path, variant.bytes).expect("a folder to write to");
    }
}

/// CPU seconds of all threads of this process and of its running workers.
fn nanoseconds() -> u64 {
    let own = tasks("self");
    let workers = own.iter().filter_map(|task| fs::read_to_string(task.join("children")).ok());
    let workers: Vec<PathBuf> =
        workers.flat_map(|text| text.split_whitespace().flat_map(tasks).collect::<Vec<_>>()).collect();
    let times = own.iter().chain(&workers).filter_map(|task| fs::read_to_string(task.join("schedstat")).ok());
    times.filter_map(|text| text.split_whitespace().next()?.parse::<u64>().ok()).sum()
}

fn tasks(process: &str) -> Vec<PathBuf> {
    let folder = Path::new("/proc").join(process).join("task");
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}
