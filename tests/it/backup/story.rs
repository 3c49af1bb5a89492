//! The main job goes on after everything was lost: the same receipt code, the same passwords and second factors, the same keys.
//! The real program makes the backup and the restore.

use std::process::Output;
use time::{Duration, OffsetDateTime};

use super::{empty_with, gallery_waits, photo_says};
use crate::harness::app::TestApp;
use crate::harness::desk_pages::{claims, first_in_queue};
use crate::harness::people::{Enquirer, Society};
use crate::harness::site_pages::{Letter, reads, responds};
use kinlight::clock::{Clock, Moment};
use kinlight::sealing::SecretKey;

const ANSWER: &str = "He is me. I carried the blue kite on the day we lost each other.";

#[expect(clippy::disallowed_methods, reason = "the real program goes by the machine's clock")]
fn now() -> Moment {
    Moment(OffsetDateTime::now_utc().unix_timestamp())
}

fn runs(at: &TestApp, words: &[&str]) -> Output {
    let done = at.program().args(words).output().unwrap();
    println!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    done
}

fn says(done: &Output, words: &str) {
    let all = [done.stdout.as_slice(), &done.stderr].concat();
    let all = String::from_utf8_lossy(&all);
    assert!(all.contains(words), "{words:?} not in: {all}");
}

// The S3 server runs in this process, and the test blocks while the program runs: so two threads.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_is_lost_and_the_brother_finds_his_sister_all_the_same() {
    let at = TestApp::on(tempfile::tempdir().unwrap(), &[], Clock::standing_at(now()), None).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let receipt = responds(&at, &at.visitor(), photo.number, Letter::saying(ANSWER)).await;
    at.run_jobs().await;

    let elsewhere = tempfile::tempdir().unwrap();
    let path = |name: &str| elsewhere.path().join(name).display().to_string();
    let (file, identity, tombstones) = (path("night.age"), path("identity.txt"), path("tombstones.txt"));
    let key = SecretKey::generate();
    std::fs::write(&identity, format!("# made by age-keygen\n{}\n", key.to_text().as_str())).unwrap();
    let taken = runs(&at, &["backup", "--to", &file, "--recipient", key.public().as_str()]);
    assert!(taken.status.success());
    says(&taken, "desk.secret");
    at.advance(Duration::minutes(16));
    at.run_jobs().await;
    std::fs::copy(&at.app.config.tombstone_file, &tombstones).unwrap();

    // Another machine: a database and a store of its own, and the two secrets from where they were kept.
    let new = empty_with(&at, &[]).await;
    drop(at);
    let again = ["restore", "--from", &file, "--identity", &identity];
    assert!(runs(&new, &again).status.success());
    new.app.refresh_catalogue().await;
    gallery_waits(&new).await;
    assert_eq!(photo_says(&new, &photo).await, 503);
    let twice = runs(&new, &again);
    assert!(!twice.status.success(), "a second restore");
    says(&twice, "not empty");

    // While the photos wait, the Society reads and asks, and its answer comes back with the code.
    let moderator = society.moderator.signs_in(&new).await;
    let response = first_in_queue(&moderator).await.expect("it is in the queue");
    let page = claims(&moderator, &response).await;
    page.says(ANSWER);
    let question = "What colour was the kite that you carried?";
    page.form("/question").set("question", question).submit(&moderator).await.expect(200);
    let brother = new.visitor();
    let mailbox = reads(&brother, &receipt.code).await;
    mailbox.says(question).says(&receipt.caller_check);
    let sent = mailbox.form("/return/answer").set("answer", "It was blue, with a torn tail.");
    sent.submit(&brother).await.expect(200);
    moderator.get(&response).await.expect(200).says("torn tail");

    let told = runs(&new, &["restore", "--replay", &tombstones]);
    assert!(told.status.success());
    says(&told, "photos are shown again");
    new.app.refresh_catalogue().await;
    assert_eq!(photo_says(&new, &photo).await, 200);
    new.run_jobs().await;
    let auditor = society.auditor.signs_in(&new).await;
    let log = auditor.get("/en/audit").await.expect(200);
    log.says(&new.text("en", "verb-restored"));
    log.form("/verify").submit(&auditor).await.expect(200).says("Nothing was changed");
}

// The S3 server runs in this process, and the test blocks while the program runs: so two threads.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_secrets_nothing_is_restored_by_mistake() {
    let at = TestApp::start().await;
    Society::founded(&at, "northland").await;
    let folder = tempfile::tempdir().unwrap();
    let (file, identity) = (folder.path().join("night.age"), folder.path().join("identity.txt"));
    let (file, identity) = (file.to_str().unwrap(), identity.to_str().unwrap());
    let key = SecretKey::generate();
    std::fs::write(identity, key.to_text().as_str()).unwrap();
    assert!(runs(&at, &["backup", "--to", file, "--recipient", key.public().as_str()]).status.success());

    // First with other secrets, as a first start makes them; then with none.
    let other = TestApp::start().await;
    let restore = ["restore", "--from", file, "--identity", identity];
    says(&runs(&other, &restore), "another site.secret");
    assert_eq!(other.count("select count(*) from staff").await, 0);
    for name in ["site.secret", "desk.secret"] {
        std::fs::remove_file(other.folder.path().join(name)).unwrap();
    }
    let refused = runs(&other, &restore);
    assert!(!refused.status.success());
    says(&refused, "no backup holds it");
    assert!(!other.folder.path().join("desk.secret").exists(), "new ones were made");
    let all_the_same = [restore.as_slice(), &["--other-secrets"]].concat();
    assert!(runs(&other, &all_the_same).status.success());
    assert!(other.count("select count(*) from staff").await > 0);
}
