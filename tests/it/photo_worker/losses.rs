//! Workers that die, hang, lie or stop answering, and what that costs.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use futures_util::{StreamExt, stream};
use kinlight::photos::worker::{Hook, WorkerError, Workers};
use kinlight_pictures::Refusal;
use rustix::process::{Pid, Signal, kill_process};

use super::{ends, files, is_fine, photo, process_of, reads, reads_again, rehearsed, settings};

#[tokio::test]
async fn each_way_to_lose_a_worker_costs_its_photo_a_message_and_the_next_photo_is_fine() {
    let took_too_long = || WorkerError::Refused(Refusal::TookTooLong);
    let cases = [
        (Hook::Panic, 10, WorkerError::Died),
        (Hook::Abort, 10, WorkerError::Died),
        (Hook::ClosePipe, 10, WorkerError::Died),
        (Hook::HalfAnAnswer, 10, WorkerError::Died),
        (Hook::EatMemory, 10, WorkerError::OutOfMemory),
        (Hook::Garbage, 10, WorkerError::Garbled),
        (Hook::UnknownAnswer, 10, WorkerError::Garbled),
        (Hook::LongPromise, 10, WorkerError::Garbled),
        (Hook::OtherAnswer, 10, WorkerError::Garbled),
        (Hook::Hang, 1, took_too_long()),
        (Hook::Shout, 1, took_too_long()),
    ];
    for (hook, seconds, message) in cases {
        let mut settings = settings();
        settings.answers_within = Duration::from_secs(seconds);
        let workers = rehearsed(settings);
        let lost = process_of(&workers).await;
        let began = Instant::now();
        assert_eq!(workers.provoke(hook).await, Err(message), "{hook:?}");
        assert!(began.elapsed() < Duration::from_secs(seconds + 5), "{hook:?}: {:?}", began.elapsed());
        assert!(ends(&lost).await, "{hook:?}: the lost worker still runs");
        is_fine(&workers).await;
    }
}

#[tokio::test]
async fn a_worker_that_speaks_unasked_is_not_asked_again() {
    let workers = rehearsed(settings());
    let process = process_of(&workers).await;
    assert_eq!(workers.provoke(Hook::AnswerTwice).await.as_deref(), Ok("once"));
    tokio::time::sleep(Duration::from_millis(500)).await;
    is_fine(&workers).await;
    assert_ne!(process_of(&workers).await, process);
}

#[tokio::test]
async fn a_worker_that_dies_while_it_waits_costs_nothing() {
    let workers = rehearsed(settings());
    let process = process_of(&workers).await;
    let id = Pid::from_raw(process.parse().unwrap()).unwrap();
    kill_process(id, Signal::KILL).unwrap();
    tokio::time::sleep(Duration::from_millis(200)).await;
    reads_again(&workers, photo(322)).await.expect("its case's next photo is read");
    is_fine(&workers).await;
}

#[tokio::test]
async fn a_worker_is_replaced_after_its_share_and_ends_with_the_pool() {
    let mut settings = settings();
    (settings.at_once, settings.questions_each) = (1, 3);
    let workers = rehearsed(settings);
    let mut served = BTreeMap::new();
    for _ in 0..7 {
        *served.entry(process_of(&workers).await).or_insert(0) += 1;
    }
    let mut shares: Vec<i32> = served.values().copied().collect();
    shares.sort_unstable();
    assert_eq!(shares, [1, 3, 3]);
    let last = process_of(&workers).await;
    drop(workers);
    assert!(ends(&last).await, "the pool is gone, its worker is not");
}

#[tokio::test]
async fn who_finds_all_workers_busy_is_told_so_after_a_bounded_wait() {
    let mut settings = settings();
    (settings.at_once, settings.waits_for) = (1, Duration::from_millis(100));
    settings.answers_within = Duration::from_secs(5);
    let workers = rehearsed(settings);
    is_fine(&workers).await;
    let hanging = tokio::spawn({
        let workers = workers.clone();
        async move { workers.provoke(Hook::Hang).await }
    });
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert_eq!(reads(&workers, photo(330)).await, Err(WorkerError::Busy));
    assert!(hanging.await.unwrap().is_err());
    is_fine(&workers).await;
}

#[tokio::test]
async fn more_bytes_than_there_is_room_for_do_not_wait_at_all() {
    let mut settings = settings();
    (settings.at_once, settings.answers_within) = (1, Duration::from_secs(2));
    let workers = rehearsed(settings);
    let hanging = tokio::spawn({
        let workers = workers.clone();
        async move { workers.provoke(Hook::Hang).await }
    });
    tokio::time::sleep(Duration::from_millis(100)).await;
    let waiting: Vec<_> = (0..6)
        .map(|_| {
            let workers = workers.clone();
            tokio::spawn(async move { reads(&workers, vec![0; 25_000_000]).await })
        })
        .collect();
    let mut answers = Vec::new();
    for one in waiting {
        answers.push(one.await.unwrap().unwrap_err());
    }
    let busy = answers.iter().filter(|answer| **answer == WorkerError::Busy).count();
    let read = answers.iter().filter(|answer| **answer == Refusal::NotAPhoto.into()).count();
    assert_eq!((busy, read), (1, 5), "128 MB hold five of the biggest uploads: {answers:?}");
    assert!(hanging.await.unwrap().is_err());
}

#[tokio::test]
async fn two_hundred_photos_of_which_every_tenth_is_hostile_lose_nothing_else() {
    let mut settings = settings();
    settings.answers_within = Duration::from_secs(5);
    let workers = rehearsed(settings);
    let hostile = files::hostile();
    let hooks =
        [Hook::Panic, Hook::Abort, Hook::EatMemory, Hook::Garbage, Hook::ClosePipe, Hook::HalfAnAnswer];
    let sent = stream::iter(0..200_usize).map(|nth| {
        let (workers, hostile) = (&workers, &hostile);
        async move {
            if nth % 20 == 0 {
                let hook = hooks[nth / 20 % hooks.len()];
                assert!(workers.provoke(hook).await.is_err(), "{hook:?}");
                return 0;
            }
            if nth % 20 == 10 {
                let (name, file) = &hostile[nth / 20 % hostile.len()];
                match reads(workers, file.clone()).await {
                    Ok(_) | Err(WorkerError::Refused(_) | WorkerError::Died | WorkerError::OutOfMemory) => {}
                    Err(error) => panic!("{name}: {error}"),
                }
                return 0;
            }
            let width = 320 + nth as u32;
            let copy = reads(workers, photo(width)).await.unwrap_or_else(|error| panic!("{nth}: {error}"));
            assert_eq!((copy.width, copy.height), (width, 400), "another photo's answer");
            1
        }
    });
    let read: usize = sent.buffer_unordered(8).collect::<Vec<_>>().await.into_iter().sum();
    assert_eq!(read, 180);
}

#[tokio::test]
async fn a_worker_for_real_photos_does_not_listen_to_hooks() {
    let workers = Workers::new(settings());
    for hook in Hook::ALL {
        assert_eq!(workers.provoke(hook).await, Err(WorkerError::Died), "{hook:?}");
    }
    is_fine(&workers).await;
}

#[tokio::test]
async fn another_program_in_its_place_is_noticed() {
    for program in ["/bin/true", "/bin/cat", "/bin/echo", "/no/such/program", "/etc"] {
        let mut settings = settings();
        settings.program = program.into();
        let error = reads(&Workers::new(settings), photo(321)).await.unwrap_err();
        assert!(matches!(error, WorkerError::NotStarted(_)), "{program}: {error}");
    }
}
