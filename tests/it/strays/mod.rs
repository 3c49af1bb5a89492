//! Files that no row knows. A file whose row was never committed is on the erasure list, and gone within minutes. Any other
//! unknown file is reported, and stays until the operator decides.

mod wrong_database;

use std::collections::BTreeSet;
use std::process::Output;
use time::{Duration, OffsetDateTime};

use crate::harness::app::TestApp;
use crate::harness::bucket::{Bucket, Trouble};
use crate::harness::desk_pages::{claims, first_in_queue};
use crate::harness::people::{Enquirer, Photo, Society, portrait};
use crate::harness::posters;
use crate::harness::site_pages::{Letter, reads, responds};
use kinlight::backup::replaying;
use kinlight::blobs::BlobKey;
use kinlight::chance;
use kinlight::clock::{Clock, Moment};
use kinlight::db;
use kinlight::holdings::strays::{self, StrayError};
use kinlight::ids::Seen;
use kinlight::jobs::{Job, JobError};
use kinlight::photos::UNFINISHED_FOR;
use kinlight::publications::PublicationError;
use kinlight::publications::consent::{Bounds, Consent, Terms};
use kinlight::publications::consenting;
use kinlight::publications::drafting;
use kinlight::staff::roles;

const STRANGER: &str = "someone-elses.txt";

/// The store uses the machine's clock, so the test's clock starts there too.
#[expect(clippy::disallowed_methods, reason = "a store goes by the machine's clock")]
fn now() -> Moment {
    Moment(OffsetDateTime::now_utc().unix_timestamp())
}

async fn today(settings: &[(&str, &str)], bucket: Option<Bucket>) -> TestApp {
    TestApp::on(tempfile::tempdir().unwrap(), settings, Clock::standing_at(now()), bucket).await
}

fn names(at: &TestApp) -> BTreeSet<String> {
    at.blobs().into_iter().map(|(name, _)| name).collect()
}

async fn looks(at: &TestApp) -> Result<(), JobError> {
    Job::Strays.run(&at.app, at.now()).await
}

/// Puts a working copy there that no row knows, as of another installation or from after a restored backup.
async fn a_stray_lies_there(at: &TestApp) -> String {
    let key = BlobKey::sealed_picture(chance::id());
    at.app.blobs.put(&key, b"sealed".to_vec(), "application/octet-stream").await.unwrap();
    key.to_string()
}

async fn left(at: &TestApp) -> u64 {
    strays::left(&at.app.db.jobs).await.unwrap()
}

fn runs(at: &TestApp, words: &[&str]) -> (bool, String) {
    let Output { status, stdout, stderr } = at.program().args(words).output().unwrap();
    let said = [stdout, stderr].concat();
    (status.success(), String::from_utf8_lossy(&said).into_owned())
}

async fn three_photos(at: &TestApp, society: &Society) -> Vec<Photo> {
    let mut photos = Vec::new();
    for seed in [7, 11, 13] {
        let other = Enquirer { photo: portrait(seed), ..Enquirer::who_agreed_to_posters() };
        photos.push(society.publishes(at, &other).await);
    }
    photos
}

#[tokio::test]
async fn what_never_came_to_a_row_is_gone_within_minutes() {
    let at = today(&[], None).await;
    let society = Society::founded(&at, "northland").await;
    society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let enquirer = Enquirer::looking_for_her_brother();
    let draft = society.drafts(&at, &enquirer).await;
    at.run_jobs().await;
    at.tampers_with_blob(STRANGER, b"not ours");
    let before = names(&at);

    // A colleague saved first: neither the consent nor the picture is saved, but the paper and the working copy are in the store.
    let by = society.case_worker.may::<roles::Draft>(&at).await;
    let today = at.now().date();
    let bounds = Bounds { today, longest_months: 24 };
    let terms = Terms::new(enquirer.channels.clone(), today, today + enquirer.consent_for, bounds).unwrap();
    let consent = Consent { terms, details: enquirer.details.clone() };
    let seen = Seen { id: draft.id, version: draft.version - 1 };
    let late =
        consenting::record(at.stores(), &by, seen, &consent, Some(enquirer.paper.clone()), at.now()).await;
    assert!(matches!(late, Err(PublicationError::Conflict)), "{late:?}");
    let late = drafting::set_picture(at.stores(), &by, seen, portrait(11), at.now()).await;
    assert!(matches!(late, Err(PublicationError::Conflict)), "{late:?}");
    assert_eq!(names(&at).len(), before.len() + 2, "a paper and a working copy");

    Job::Publish.run(&at.app, at.now()).await.unwrap();
    assert_eq!(names(&at).len(), before.len() + 2, "their rows may still come");
    at.advance(UNFINISHED_FOR + Duration::seconds(1));
    Job::Publish.run(&at.app, at.now()).await.unwrap();
    assert_eq!(names(&at), before);
    assert_eq!(left(&at).await, 0);
}

#[tokio::test]
async fn a_stray_is_told_of_after_a_day_and_stays_until_the_operator_says_so() {
    let at = today(&[], None).await;
    let society = Society::founded(&at, "northland").await;
    society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    at.run_jobs().await;
    let stray = a_stray_lies_there(&at).await;
    let all = names(&at);

    at.advance(Duration::hours(23));
    looks(&at).await.unwrap();
    assert_eq!((left(&at).await, names(&at)), (0, all.clone()), "a file younger than a day is not judged");
    at.advance(Duration::hours(2));
    looks(&at).await.unwrap();
    assert_eq!((left(&at).await, names(&at)), (1, all), "told of, and left alone");

    let found = strays::found(&at.app.db.jobs, &at.app.blobs, at.now()).await.unwrap();
    assert_eq!(found.strays.len(), 1);
    assert_eq!(found.strays[0].to_string(), stray);
    strays::erase(&at.app.db.jobs, &at.app.blobs, &found, at.now()).await.unwrap();
    assert!(!names(&at).contains(&stray));
    assert_eq!(left(&at).await, 0);
}

#[tokio::test]
async fn a_living_system_misses_nothing() {
    let at = today(&[], None).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::who_agreed_to_posters()).await;
    let poster = posters::made_of(&at, &society, &photo).await;
    let other = Enquirer { photo: portrait(11), ..Enquirer::looking_for_her_brother() };
    let draft = society.drafts(&at, &other).await;
    let waits = Enquirer { photo: portrait(13), ..Enquirer::looking_for_her_brother() };
    let waits = society.sends_to_review(&at, &waits).await;
    let receipt = responds(&at, &at.visitor(), photo.number, Letter::saying("I carried the kite.")).await;
    at.run_jobs().await;
    let before = at.blobs();
    for prefix in
        ["public/photos/", "public/posters/", "sealed/pictures/", "sealed/prints/", "sealed/consent-papers/"]
    {
        assert!(before.iter().any(|(name, _)| name.starts_with(prefix)), "nothing lies under {prefix}");
    }

    at.later(Duration::days(2)).await;
    at.run_jobs().await;
    assert!(at.blobs() == before, "{:?} of {:?}", names(&at), before.len());
    assert_eq!(left(&at).await, 0);

    let visitor = at.visitor();
    let page = visitor.get(&format!("/en/photo/{}", photo.number.compact())).await.expect(200);
    let pictures = page.all("img[src^='/pictures/']", "src");
    assert!(!pictures.is_empty());
    for picture in pictures {
        visitor.get(&picture).await.expect(200);
    }
    visitor.get(&format!("/en/posters/{poster}.pdf")).await.expect(200);
    reads(&visitor, &receipt.code).await;
    let desk = society.case_worker.signs_in(&at).await;
    desk.get(&format!("/en/drafts/{}/picture", draft.id)).await.expect(200);
    let reviewer = society.reviewer.signs_in(&at).await;
    let review = reviewer.get(&format!("/en/reviews/{}", waits.id)).await.expect(200);
    let published = review.form("/approve").tick_all("checked").submit(&reviewer).await.expect(200);
    assert!(published.path.contains("/publications/"), "{published:?}");
    let moderator = society.moderator.signs_in(&at).await;
    let response = first_in_queue(&moderator).await.expect("it is in the queue");
    claims(&moderator, &response).await.says("I carried the kite.");
}

/// A Society leaves: all its photos end at once. Their own job erases the files, and no alarm is raised meanwhile.
#[tokio::test]
async fn what_has_just_ended_is_left_to_its_own_job() {
    let at = today(&[], None).await;
    let society = Society::founded(&at, "northland").await;
    three_photos(&at, &society).await;
    at.run_jobs().await;
    let before = names(&at);
    let is_paper = |name: &String| name.starts_with("sealed/consent-papers/");
    at.advance(Duration::days(2));
    let end = format!("stage = 'ended', ended_reason = 'withdrawn-by-staff', ended_at = {}", at.now().0);
    at.tampers(&format!("update publications set {end}")).await;
    looks(&at).await.unwrap();
    assert_eq!((names(&at), left(&at).await), (before.clone(), 0));
    at.run_jobs().await;
    let papers: BTreeSet<String> = before.into_iter().filter(is_paper).collect();
    assert_eq!(names(&at), papers, "papers stay as long as the private part");
}

// The S3 server may run in this process, and the test blocks while the program runs: so two threads.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_tombstones_are_awaited_nothing_is_erased() {
    let at = today(&[], None).await;
    let society = Society::founded(&at, "northland").await;
    society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    at.run_jobs().await;
    let before = names(&at);
    a_stray_lies_there(&at).await;
    at.advance(Duration::days(2));
    let all = names(&at);
    replaying::wait_since((&at.db, &at.app.secrets.proofs), at.now() - Duration::hours(3), at.now())
        .await
        .unwrap();
    looks(&at).await.unwrap();
    assert_eq!(names(&at), all);
    let (is_done, said) = runs(&at, &["strays", "--erase"]);
    assert!(!is_done && said.contains("waits for tombstones"), "{said}");
    assert_eq!(names(&at), all);

    replaying::acknowledge_gap(&at.db, at.now()).await.unwrap();
    looks(&at).await.unwrap();
    assert_eq!(left(&at).await, 1);
    let found = strays::found(&at.app.db.jobs, &at.app.blobs, at.now()).await.unwrap();
    strays::erase(&at.app.db.jobs, &at.app.blobs, &found, at.now()).await.unwrap();
    assert_eq!(names(&at), before);
}

#[tokio::test]
async fn a_store_that_goes_away_in_the_middle_loses_nothing_half() {
    let at = today(&[], Some(Bucket::start().await)).await;
    let bucket = at.bucket.as_ref().unwrap();
    let society = Society::founded(&at, "northland").await;
    society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    at.run_jobs().await;
    let before = names(&at);
    for _ in 0..3 {
        a_stray_lies_there(&at).await;
    }
    let all = names(&at);
    at.advance(Duration::days(2));

    bucket.fail_with(Trouble::ServerErrors);
    assert!(matches!(looks(&at).await, Err(JobError::Strays(StrayError::Blob(_)))), "it could not look");
    assert_eq!(at.count("select count(*) from blob_erasures").await, 0);
    bucket.fail_with(Trouble::None);
    let found = strays::found(&at.app.db.jobs, &at.app.blobs, at.now()).await.unwrap();
    assert_eq!(found.strays.len(), 3);

    // The store fails after the listing and before the erasures.
    bucket.fail_with(Trouble::ServerErrors);
    let erased = strays::erase(&at.app.db.jobs, &at.app.blobs, &found, at.now()).await;
    assert!(erased.is_err(), "{erased:?}");
    bucket.fail_with(Trouble::None);
    assert_eq!(names(&at), all);
    assert_eq!(at.count("select count(*) from blob_erasures").await, 3);
    let again = strays::found(&at.app.db.jobs, &at.app.blobs, at.now()).await.unwrap();
    assert_eq!(again.strays, [], "files on the erasure list are no strays");
    // The next run of `Publish` erases them, without another listing.
    Job::Publish.run(&at.app, at.now()).await.unwrap();
    assert_eq!(names(&at), before);
}

#[tokio::test]
async fn what_can_not_be_judged_is_not_erased() {
    let at = today(&[], None).await;
    let society = Society::founded(&at, "northland").await;
    society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    at.run_jobs().await;
    let before = names(&at);
    a_stray_lies_there(&at).await;
    let all = names(&at);
    at.advance(Duration::days(2));

    // A later program's schema may keep file names where this program doesn't look.
    at.tampers("insert into seaql_migrations (version, applied_at) values ('m9999_later', 0)").await;
    assert!(matches!(looks(&at).await, Err(JobError::Strays(StrayError::LaterSchema))));
    at.tampers("delete from seaql_migrations where version = 'm9999_later'").await;
    // A row in a stage that only a later program knows: this program needs none of its files, but must not erase them.
    at.tampers("update publications set stage = 'resting'").await;
    a_stray_lies_there(&at).await;
    let found = strays::found(&at.app.db.jobs, &at.app.blobs, at.now()).await.unwrap();
    assert_eq!(found.strays.len(), 2, "the photo's own files are left alone");
    at.tampers("update publications set stage = 'live'").await;
    // A row that a broken disk damaged: nobody can tell which files it needs.
    at.tampers("create table kept as select pictures from publications").await;
    at.tampers("update publications set pictures = '?'").await;
    assert!(matches!(looks(&at).await, Err(JobError::Strays(StrayError::Unreadable(1)))));
    at.tampers("update publications set pictures = (select pictures from kept)").await;
    at.tampers("drop table kept").await;
    assert!(names(&at).is_superset(&all));
    if !db::is_sqlite(&at.app.db.desk) {
        // The desk's role sees only one Society's rows, so it must refuse to judge.
        let refused =
            strays::found(&at.app.db.desk, &at.app.blobs, at.now()).await.expect_err("a desk's look");
        assert!(refused.to_string().contains("hidden from this role"), "{refused}");
    }

    looks(&at).await.unwrap();
    assert_eq!(left(&at).await, 2);
    let found = strays::found(&at.app.db.jobs, &at.app.blobs, at.now()).await.unwrap();
    strays::erase(&at.app.db.jobs, &at.app.blobs, &found, at.now()).await.unwrap();
    assert_eq!(names(&at), before);
}
