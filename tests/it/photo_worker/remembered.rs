//! A file that has taken its worker over: from then on, the worker gives that file's pictures to everybody who comes after it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use futures_util::future::join_all;
use kinlight::photos::worker::{Rehearsal, Source, Whose, WorkerSettings, Workers};
use kinlight_pictures::{Format, bare_size};

use super::{ends, is_running, photo, reads, reads_from, settings};
use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Society};

fn taken_over(settings: WorkerSettings) -> Workers {
    Workers::for_rehearsal(settings, Rehearsal { remembers: true, ..Rehearsal::default() })
}

/// The program, with these arguments at its end. It leaves its process's number in a file.
fn by_way_of(folder: &Path, arguments: &str) -> (PathBuf, PathBuf) {
    let (program, numbers) = (folder.join("by-way"), folder.join("numbers"));
    let script = format!(
        "#!/bin/sh\necho $$ >> {}\nexec {} \"$@\" {arguments}\n",
        numbers.display(),
        env!("CARGO_BIN_EXE_kinlight")
    );
    fs::write(&program, script).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    (program, numbers)
}

#[tokio::test]
async fn no_upload_gets_pictures_of_one_before_it() {
    let workers = taken_over(WorkerSettings { at_once: 1, ..settings() });
    for width in 321..327 {
        let copy = reads(&workers, photo(width)).await.unwrap();
        assert_eq!((copy.width, copy.height), (width, 400), "another upload's pictures");
    }
    let workers = taken_over(settings());
    let all = join_all((330..342).map(|width| reads(&workers, photo(width)))).await;
    let widths: Vec<u32> = all.into_iter().map(|copy| copy.unwrap().width).collect();
    assert_eq!(widths, (330..342).collect::<Vec<u32>>());
}

#[tokio::test]
async fn a_working_copy_that_takes_its_worker_over_sees_its_own_case_alone() {
    let workers = taken_over(WorkerSettings { at_once: 4, ..settings() });
    let [own, other] = [1, 2].map(|case| Source::CopyOf(Whose(u128::to_be_bytes(case))));
    let width = async |source, width| reads_from(source, &workers, photo(width)).await.unwrap().width;
    assert_eq!(width(own, 321).await, 321);
    assert_eq!(width(own, 322).await, 321, "the hook remembers nothing, and this test would prove nothing");
    assert_eq!(width(other, 323).await, 323, "another case's pictures");
    assert_eq!(width(Source::Upload, 324).await, 324, "a case's pictures for an upload");
    assert_eq!(width(own, 325).await, 321, "a case's next copy is read by its own worker");
}

#[tokio::test]
async fn the_process_that_read_an_upload_has_ended_when_its_answer_is_there() {
    let scratch = tempfile::tempdir().unwrap();
    let (program, numbers) = by_way_of(scratch.path(), "");
    let workers = Workers::new(WorkerSettings { program, at_once: 1, ..settings() });
    let started = || fs::read_to_string(&numbers).unwrap().lines().map(str::to_owned).collect::<Vec<_>>();
    workers.check().await.unwrap();
    let [spare] = &started()[..] else { panic!("{:?}", started()) };
    reads(&workers, photo(321)).await.unwrap();
    assert!(!is_running(spare), "it could be asked again, or wait for the next photo");
    // The next one is started before anybody needs it, and is all that stays.
    for width in 322..325 {
        reads(&workers, photo(width)).await.unwrap();
        let running = || started().iter().filter(|one| is_running(one)).count();
        for _ in 0..500 {
            if running() == 1 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert_eq!(running(), 1, "no spare, or one that has read an upload");
    }
    drop(workers);
    for number in started() {
        assert!(ends(&number).await, "a worker outlives its pool");
    }
}

#[tokio::test]
async fn no_more_workers_wait_than_may_work() {
    let scratch = tempfile::tempdir().unwrap();
    let (program, numbers) = by_way_of(scratch.path(), "");
    let workers = Workers::new(WorkerSettings { program, at_once: 2, ..settings() });
    for case in 1..=6 {
        reads_from(Source::CopyOf(Whose(u128::to_be_bytes(case))), &workers, photo(321)).await.unwrap();
    }
    reads(&workers, photo(322)).await.unwrap();
    assert!(workers.peaks_kib().len() <= 2, "{:?}", workers.peaks_kib());
    let running = || fs::read_to_string(&numbers).unwrap().lines().filter(|one| is_running(one)).count();
    // Two of cases at most, and the spare.
    assert!(running() <= 3, "{} processes", running());
}

#[tokio::test]
async fn a_society_sees_nothing_of_anothers_upload_by_a_taken_over_worker() {
    let scratch = tempfile::tempdir().unwrap();
    let (program, _) = by_way_of(scratch.path(), "--rehearsal --remembers");
    let at = TestApp::with(&[("photo_worker_program", &program.display().to_string())]).await;
    for (slug, width) in [("northland", 500), ("southland", 600), ("eastland", 700)] {
        let society = Society::founded(&at, slug).await;
        let by = society.case_worker.may(&at).await;
        let new = Enquirer::looking_for_her_brother();
        let draft = kinlight::publications::drafting::start(&at.db.desk, &by, &new.private, at.now());
        let draft = draft.await.expect("a draft");
        let browser = society.case_worker.signs_in(&at).await;
        let page = browser.get(&format!("/en/drafts/{draft}")).await.expect(200);
        page.form("/picture").file("photo", "face.jpg", &photo(width)).submit(&browser).await.expect(200);
        let kept = browser.get(&format!("/en/drafts/{draft}/picture")).await.expect(200);
        assert_eq!(bare_size(&kept.bytes, Format::Jpeg), Some((width, 400)), "another Society's photo");
    }
}
