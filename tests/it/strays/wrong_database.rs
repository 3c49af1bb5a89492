//! The wrong database with a full store: an unused one, one with photos of its own, and a trial that was given the real store.

use std::time::{Duration as Real, SystemTime};
use time::Duration;

use super::{left, looks, names, runs, three_photos, today};
use crate::harness::app::{TestApp, log};
use crate::harness::browser::Browser;
use crate::harness::cannot_run::cannot_run;
use crate::harness::engines::bucket_settings;
use crate::harness::people::{Enquirer, Society};

/// Another installation with a database of its own and the same store.
async fn beside(at: &TestApp) -> TestApp {
    let folder = tempfile::tempdir().unwrap();
    let mut settings = vec![("metrics_listen".to_owned(), "127.0.0.1:0".to_owned())];
    match &at.bucket {
        Some(bucket) => settings.extend(bucket_settings(bucket)),
        None => {
            std::os::unix::fs::symlink(at.folder.path().join("blobs"), folder.path().join("blobs")).unwrap();
        }
    }
    let settings: Vec<(&str, &str)> = settings.iter().map(|(name, v)| (name.as_str(), v.as_str())).collect();
    TestApp::on(folder, &settings, at.app.clock.clone(), None).await
}

/// Makes every file in the store two days old, since the real program uses the machine's clock. `false` if the store runs
/// elsewhere and its times can't be set.
#[expect(clippy::disallowed_methods, reason = "a store goes by the machine's clock")]
fn ages(at: &TestApp) -> bool {
    let folder = match &at.bucket {
        Some(bucket) => bucket.folder(),
        None => Some(at.folder.path().join("blobs")),
    };
    let Some(folder) = folder else {
        cannot_run("this store's times can't be set");
        return false;
    };
    let before = SystemTime::now() - Real::from_hours(48);
    for name in names(at) {
        std::fs::File::options().write(true).open(folder.join(name)).unwrap().set_modified(before).unwrap();
    }
    true
}

// The S3 server may run in this process, and the test blocks while the program runs: so two threads.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_wrong_database_beside_a_full_store_erases_nothing_until_the_operator_says_so() {
    let at = today(&[], None).await;
    let society = Society::founded(&at, "northland").await;
    let photos = three_photos(&at, &society).await;
    at.run_jobs().await;
    let full = names(&at);
    at.advance(Duration::days(2));

    // A trial installation that nobody has used yet knows none of the files.
    let wrong = beside(&at).await;
    wrong.run_jobs().await;
    assert_eq!(names(&at), full);
    assert_eq!(left(&wrong).await, full.len() as u64);
    let told = String::from_utf8_lossy(&log()).into_owned();
    assert!(told.contains("files that no row of the database knows: is it the right database"));
    told_as_a_figure(&wrong, full.len().next_multiple_of(5)).await;
    // An installation with as many photos of its own erases nothing either.
    let southland = Society::founded(&wrong, "southland").await;
    three_photos(&wrong, &southland).await;
    wrong.run_jobs().await;
    assert!(names(&at).is_superset(&full));
    assert_eq!(left(&wrong).await, full.len() as u64);

    // The right database knows all its files, and reports the others.
    looks(&at).await.unwrap();
    assert!(names(&at).is_superset(&full));
    let visitor = at.visitor();
    for photo in &photos {
        visitor.get(&format!("/en/photo/{}", photo.number.compact())).await.expect(200);
    }

    if !ages(&at) {
        return;
    }
    let (is_done, said) = runs(&wrong, &["strays", "--list"]);
    assert!(is_done && said.contains("kinlight strays --erase"), "{said}");
    assert!(full.iter().all(|name| said.contains(name.as_str())), "{said}");
    let count = full.iter().filter(|name| name.starts_with("sealed/consent-papers/")).count();
    assert!(
        said.contains(&format!("sealed/consent-papers/: {} files, of which no row knows {count}", 2 * count))
    );
    assert!(names(&at).is_superset(&full), "looking erases nothing");
    let (is_done, said) = runs(&wrong, &["strays", "--erase"]);
    assert!(is_done && said.contains(&format!("erased {}", full.len())), "{said}");
    assert!(names(&at).is_disjoint(&full) && names(&at).len() >= full.len());
    assert_eq!(left(&wrong).await, 0);
    let told = "select count(*) from audit_lines where verb = 'strays-erased'";
    assert_eq!(
        (wrong.count(told).await, at.count(told).await),
        (1, 0),
        "the operator's erasure is in the audit log"
    );
}

async fn told_as_a_figure(at: &TestApp, count: usize) {
    let watcher = Browser::new(&at.figures().expect("figures are told"));
    let line = format!("kinlight_strays_left {count}.0");
    for _ in 0..60 {
        let told = watcher.get_only("/metrics").await.expect(200).bytes;
        if String::from_utf8(told).unwrap().lines().any(|one| one == line) {
            return;
        }
        tokio::time::sleep(Real::from_millis(250)).await;
    }
    panic!("never {line}");
}

/// A trial installation with photos of its own was given the real store by mistake.
#[tokio::test]
async fn of_two_installations_in_one_store_neither_takes_the_others_photos() {
    let at = today(&[], None).await;
    let wrong = beside(&at).await;
    let trial = Society::founded(&wrong, "southland").await;
    three_photos(&wrong, &trial).await;
    wrong.run_jobs().await;
    let before = names(&at);
    let society = Society::founded(&at, "northland").await;
    society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    at.run_jobs().await;
    let all = names(&at);
    let new = all.difference(&before).count();
    assert!(new > 0);
    for one in [&wrong, &at] {
        one.advance(Duration::days(2));
        looks(one).await.unwrap();
        assert_eq!(names(&at), all);
    }
    assert_eq!((left(&wrong).await, left(&at).await), (new as u64, before.len() as u64));
}

/// Even a few unknown files are kept: they may be a small Society's whole gallery.
#[tokio::test]
async fn not_even_one_photo_is_erased_beside_an_empty_database() {
    let at = today(&[], None).await;
    let society = Society::founded(&at, "northland").await;
    society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    at.run_jobs().await;
    let all = names(&at);
    at.advance(Duration::days(2));
    let wrong = beside(&at).await;
    wrong.run_jobs().await;
    assert_eq!((names(&at), left(&wrong).await), (all.clone(), all.len() as u64));
}
