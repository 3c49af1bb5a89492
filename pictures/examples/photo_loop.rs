//! The part of tools/bench-pictures for our own code: converts photos in a loop, as a worker does.
//! For each line on its input, goes through all files once and prints the CPU seconds that it took.
//!
//!     photo_loop jpeg|both OUT_FOLDER FILE…

use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::time::Duration;

use kinlight_pictures::{Crop, Format, Limits, Studio};
use rustix::time::{ClockId, clock_gettime};

fn main() {
    let mut words = std::env::args().skip(1);
    let formats: &[Format] = match words.next().as_deref() {
        Some("jpeg") => &[Format::Jpeg],
        _ => &Format::ALL,
    };
    let out = PathBuf::from(words.next().expect("a folder for the outputs"));
    let files: Vec<PathBuf> = words.map(PathBuf::from).collect();
    let mut studio = Studio::new();
    for _ in std::io::stdin().lock().lines() {
        let before = cpu_time();
        for file in &files {
            work(&mut studio, file, formats, &out);
        }
        println!("{:.6}", cpu_time().saturating_sub(before).as_secs_f64());
    }
}

fn work(studio: &mut Studio, file: &Path, formats: &[Format], out: &Path) {
    let bytes = std::fs::read(file).expect("a readable file");
    let decoded = studio.decode(&bytes, &Limits::default()).expect("a photo");
    let made = studio.unbudgeted_variants(&decoded, Crop::WHOLE, formats).expect("eight files");
    studio.recycle(decoded);
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    for variant in made {
        let path = out.join(format!("{name}-{}.{}", variant.width, variant.format.extension()));
        std::fs::write(path, variant.bytes).expect("a folder to write to");
    }
}

fn cpu_time() -> Duration {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(now.tv_sec.unsigned_abs(), now.tv_nsec.unsigned_abs() as u32)
}
