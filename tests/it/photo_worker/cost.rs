//! What a photo may cost: a worker's memory, as the worker counts it, for the worst files that are accepted and for refused ones.

use std::time::Duration;

use kinlight::photos::worker::{
    Accepts, Answer, Edition, Job, Part, Source, Task, WorkerError, WorkerSettings, Workers,
};
use kinlight_pictures::{Format, Refusal, bare_size};

use super::{CASE, files, heaviest, photo, process_of, reads, reads_again, rehearsed, settings};

/// In all: the program's pages and its work. Four workers must fit on a small machine
/// (docs/decisions/0013-photos-in-processes-we-can-lose.md).
const MOST_KIB: u32 = 400_000_000 / 1024;
/// For a file that its header gives away.
const MOST_FOR_A_BOMB_KIB: u32 = 50_000_000 / 1024;

#[tokio::test]
async fn the_costliest_photos_that_are_allowed_stay_within_a_workers_memory_and_time() {
    // The worker's own processor time is measured, since this machine may be busy.
    let patient = WorkerSettings { answers_within: Duration::from_mins(2), ..settings() };
    for (what, file) in heaviest::ALL {
        let (workers, file) = (rehearsed(patient.clone()), file());
        assert!(file.len() <= 25_000_000, "{what}: {} bytes", file.len());
        let bytes = file.len();
        let copy = reads_again(&workers, file).await.unwrap_or_else(|error| panic!("{what}: {error}"));
        let peak = workers.peaks_kib()[0];
        let took = processor_time(&process_of(&workers).await);
        println!("{what}, {bytes} bytes: peak {} MB, {took:.1?}", u64::from(peak) * 1024 / 1_000_000);
        assert!(took < settings().answers_within, "{what}: {took:?}");
        assert!(copy.sight.is_some(), "{what}: nobody looked for faces");
        assert!(peak > 100_000, "{what}: too little to be true: {peak} KiB");
        assert!(peak <= MOST_KIB, "{what}: {peak} KiB");
    }
    let refused = reads(&Workers::new(settings()), heaviest::too_heavy()).await.unwrap_err();
    assert_eq!(refused, Refusal::TooManyPixels.into(), "it was not refused by its header");
}

/// The processor time of all its threads.
fn processor_time(process: &str) -> Duration {
    let tasks = std::fs::read_dir(format!("/proc/{process}/task")).unwrap();
    let nanoseconds = |task: std::io::Result<std::fs::DirEntry>| {
        let times = std::fs::read_to_string(task.unwrap().path().join("schedstat")).unwrap();
        times.split_whitespace().next().unwrap().parse::<u64>().unwrap()
    };
    Duration::from_nanos(tasks.map(nanoseconds).sum())
}

#[tokio::test]
async fn a_bomb_that_shows_in_its_header_costs_a_worker_next_to_nothing() {
    for (what, file) in files::seen_through() {
        let workers = Workers::new(settings());
        let refused = reads_again(&workers, file).await.unwrap_err();
        let is_by_size =
            [Refusal::TooWide, Refusal::TooManyPixels].map(WorkerError::Refused).contains(&refused);
        assert!(is_by_size, "{what}: {refused}");
        let peak = workers.peaks_kib()[0];
        println!("{what}: peak {} MB", peak / 1000);
        assert!(peak <= MOST_FOR_A_BOMB_KIB, "{what}: {peak} KiB");
    }
}

#[tokio::test]
async fn a_worker_that_has_read_many_photos_still_has_room_for_the_biggest() {
    let mut settings = settings();
    settings.at_once = 1;
    let workers = Workers::new(settings);
    for nth in 0..40 {
        reads_again(&workers, photo(320 + nth * 37)).await.expect("a photo");
    }
    reads_again(&workers, files::the_biggest_png()).await.expect("the biggest");
    assert!(workers.peaks_kib()[0] <= MOST_KIB);
}

#[tokio::test]
async fn every_task_is_done_on_the_same_file() {
    let workers = Workers::new(settings());
    let asks = |task, part, file: &[u8]| {
        let (source, accepts) = (Source::CopyOf(CASE), Accepts::AnySize);
        workers.ask(Job { source, task, accepts, part, file: file.to_vec() })
    };
    let file = photo(700);
    let framing = asks(Task::Framing, Part::Centred, &file).await.unwrap();
    let Answer::Framing(framing) = framing else { panic!("{framing:?}") };
    assert_eq!(framing.pixels_wide, 320, "4:5 of 700 x 400");
    let again = asks(Task::Framing, Part::Drawn(framing.crop), &file).await.unwrap();
    let Answer::Framing(again) = again else { panic!("{again:?}") };
    assert_eq!(again.pixels_wide, 320);
    assert_eq!(again, framing, "the proposed crop changed when it was drawn");
    let shown = (framing.crop, framing.pixels_wide);
    assert_eq!(framing.drawn(Some(framing.crop)), shown, "the crop changed without the picture");
    assert_eq!(framing.drawn(None), shown);
    let odd = asks(Task::Framing, Part::Drawn([9_999, 0, 5_000, 10_000]), &file).await.unwrap();
    assert_eq!(odd, Answer::Framing(framing), "a box beyond the picture is no box");
    let preview = asks(Task::Preview { most_wide: 640 }, Part::Centred, &file).await.unwrap();
    let Answer::Preview(preview) = preview else { panic!("{preview:?}") };
    let made = asks(Task::Publish { has_print: true }, Part::Centred, &file).await.unwrap();
    let Answer::Published(Edition { hash, print, variants: made }) = made else { panic!("{made:?}") };
    assert_eq!(hash, framing.hash, "what is published looks like what was proposed");
    let print = print.and_then(|print| bare_size(&print, Format::Jpeg));
    assert_eq!(print, Some((320, 400)), "for posters as large as it is, and no larger");
    let sizes: Vec<(u32, u32)> = made.iter().map(|one| (one.width, one.height)).collect();
    assert_eq!(sizes, [(160, 200), (160, 200), (320, 400), (320, 400)]);
    assert_eq!(preview, made[2].bytes, "the preview is what a visitor gets");
    let whole = asks(Task::Publish { has_print: false }, Part::Whole, &file).await.unwrap();
    let Answer::Published(Edition { print: None, variants: whole, .. }) = whole else { panic!("{whole:?}") };
    assert_eq!((whole[5].width, whole[5].height), (640, 366));
}

#[tokio::test]
async fn a_file_beyond_the_limit_is_not_even_sent() {
    let mut settings = settings();
    settings.program = "/no/such/program".into();
    let refused = reads(&Workers::new(settings), vec![0; 25_000_001]).await.unwrap_err();
    assert_eq!(refused, Refusal::TooManyBytes.into());
}
