//! Prints what the finder sees in some files, and its cost: `cargo run --release -p kinlight-pictures --example faces --
//! FILE…`. Times are CPU times of all threads, the best of five; the peak is that of the whole process, with decoding.

use kinlight_pictures::{FaceFinder, Limits, crop_proposal, read, warnings};

fn main() {
    println!("start: {}", status());
    let before = cpu_ms();
    let Ok(finder) = FaceFinder::new() else { return println!("the model can't be loaded") };
    println!("loaded in {:.1} ms: {}", cpu_ms() - before, status());
    for path in std::env::args().skip(1) {
        let picture = match std::fs::read(&path).map(|bytes| read(&bytes, &Limits::any_size())) {
            Ok(Ok(picture)) => picture,
            Ok(Err(refusal)) => {
                println!("{path}: {refusal}");
                continue;
            }
            Err(error) => {
                println!("{path}: {error}");
                continue;
            }
        };
        let best = (0..5).map(|_| {
            let before = cpu_ms();
            let found = finder.find(&picture);
            (cpu_ms() - before, found)
        });
        let Some((took, Ok(found))) = best.min_by(|one, other| one.0.total_cmp(&other.0)) else {
            println!("{path}: not looked at");
            continue;
        };
        println!("{path}: {}x{}, {took:.0} ms, turn {:?}", picture.width(), picture.height(), found.turn);
        for face in &found.faces {
            println!(
                "  {} at {:.4}, {:?}, crop {}",
                face.area,
                f64::from(face.score) / 10_000.0,
                face.certainty(),
                crop_proposal(&picture, face),
            );
        }
        println!("  warnings {:?}", warnings(&picture, &found.faces));
    }
    println!("end: {}", status());
}

/// Peak resident and peak virtual size in kilobytes, and the number of threads.
fn status() -> String {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let wanted =
        text.lines().filter(|line| ["VmHWM", "VmPeak", "Threads"].iter().any(|name| line.starts_with(name)));
    wanted.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join(", ")
}

fn cpu_ms() -> f64 {
    let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let times = tasks.filter_map(|task| std::fs::read_to_string(task.path().join("schedstat")).ok());
    times.filter_map(|text| text.split_whitespace().next()?.parse::<f64>().ok()).sum::<f64>() / 1e6
}
