use kinlight_pictures::*;
fn cpu() -> f64 {
    let mut ns = 0.0;
    for t in std::fs::read_dir("/proc/self/task").unwrap() {
        let s = std::fs::read_to_string(t.unwrap().path().join("schedstat")).unwrap();
        ns += s.split_whitespace().next().unwrap().parse::<f64>().unwrap();
    }
    ns / 1e6
}
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
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let turns: &[Turn] = if args[0] == "--turns" {
        args.remove(0);
        &[Turn::None, Turn::Quarter, Turn::Half, Turn::ThreeQuarters]
    } else {
        &[Turn::None]
    };
    for path in args {
        let bytes = std::fs::read(&path).unwrap();
        let Ok(picture) = read(&bytes, &Limits::any_size()) else {
            println!("{path}: unreadable");
            continue;
        };
        let picture = read(&picture.working_copy().unwrap(), &Limits::any_size()).unwrap();
        for turn in turns {
            let picture = turn.apply(picture.clone());
            let _ = finder.find(&picture);
            let n = if turns.len() > 1 { 1 } else { 3 };
            let t = cpu();
            let mut found = finder.find(&picture).unwrap();
            for _ in 1..n {
                found = finder.find(&picture).unwrap();
            }
            let ms = (cpu() - t) / n as f64;
            println!(
                "{}: {}x{} {ms:.0} ms {turn:?}>{:?} {:?} {:?}",
                path.rsplit('/').next().unwrap(),
                picture.width(),
                picture.height(),
                found.turn,
                found.faces.iter().map(|f| (f.score, f.area.to_string())).collect::<Vec<_>>(),
                warnings(&picture, &found.faces)
            );
        }
    }
    status("end");
}
