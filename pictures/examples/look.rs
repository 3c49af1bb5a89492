use kinlight_pictures::*;
fn main() {
    let status = |when: &str| {
        let text = std::fs::read_to_string("/proc/self/status").unwrap();
        let line = |name: &str| {
            text.lines().find(|l| l.starts_with(name)).unwrap().split_whitespace().nth(1).unwrap().to_owned()
        };
        eprintln!("{when}: VmHWM {} VmPeak {} threads {}", line("VmHWM"), line("VmPeak"), line("Threads"));
    };
    status("start");
    let t = std::time::Instant::now();
    let finder = FaceFinder::new().unwrap();
    eprintln!("load {:?}", t.elapsed());
    status("loaded");
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).unwrap();
        let Ok(picture) = read(&bytes, &Limits::any_size()) else {
            println!("{path}: unreadable");
            continue;
        };
        let _ = finder.find(&picture);
        let mut ms = f64::MAX;
        let mut found = None;
        for _ in 0..3 {
            let t = std::time::Instant::now();
            found = finder.find(&picture).ok();
            ms = ms.min(t.elapsed().as_secs_f64() * 1e3);
        }
        let found = found.unwrap();
        println!(
            "{path}: {}x{} {ms:.0} ms {:?} {:?}",
            picture.width(),
            picture.height(),
            found.turn,
            found
                .faces
                .iter()
                .map(|f| (f.score, f.area.to_string(), (f.right_eye.x, f.right_eye.y)))
                .collect::<Vec<_>>()
        );
    }
    status("end");
}
