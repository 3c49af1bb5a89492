//! What is past its time is erased, and nothing before: each time is let pass to just before its end, and to just after.

use std::collections::BTreeSet;
use std::path::Path;
use time::Duration;

use crate::closed::{Answered, WORDS};
use crate::harness::app::{TestApp, files_under};
use crate::harness::people::{Enquirer, Society};
use crate::harness::site_pages::reads;
use kinlight::backup::tombstones::{Log, What};
use kinlight::{export, societies};

/// Lets the time pass, and then the timetable twice: what one job ends, another erases.
async fn after(at: &TestApp, time: Duration) {
    at.later(time).await;
    at.run_jobs().await;
    at.run_jobs().await;
}

/// The names of the files that an export of northland contains now.
async fn exported(at: &TestApp) -> BTreeSet<String> {
    let folder = tempfile::tempdir().unwrap();
    let society = societies::by_slug(&at.db.desk, "northland").await.unwrap().unwrap();
    export::write(&at.db, &at.app.blobs, &society, folder.path(), at.now()).await.expect("an export");
    let name = |path: String| Path::new(&path).file_name().unwrap().to_string_lossy().into_owned();
    files_under(folder.path()).into_iter().map(|(path, _)| name(path)).collect()
}

/// Whether the log that a restore replays says that this happened.
fn is_told(at: &TestApp, what: What) -> bool {
    let log = Log::read(std::slice::from_ref(&at.app.config.tombstone_file)).expect("a tombstone log");
    log.tombstones.iter().any(|one| one.what == what)
}

#[tokio::test]
async fn a_draft_that_nobody_touched_is_there_on_day_29_and_gone_on_day_31() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let draft = society.drafts(&at, &Enquirer::looking_for_her_brother()).await;
    let address = format!("/en/drafts/{}", draft.id);
    let sealed = ["private.age", "draft.age", "picture.age", "consent.age", "consent-paper.age"];

    after(&at, Duration::days(29)).await;
    let case_worker = society.case_worker.signs_in(&at).await;
    let list = case_worker.get("/en/drafts").await.expect(200);
    assert!(list.has_link_to(&address).is_some(), "{list:?}");
    let page = case_worker.get(&address).await.expect(200);
    assert!(page.html().contains("Qaderi-Testname"), "{page:?}");
    let files = exported(&at).await;
    assert!(sealed.iter().all(|file| files.contains(*file)), "{files:?}");
    assert!(!is_told(&at, What::PublicationEnded) && !is_told(&at, What::PrivatePartErased));

    // To have looked at it is not to have touched it.
    after(&at, Duration::days(2)).await;
    let case_worker = society.case_worker.signs_in(&at).await;
    assert_eq!(case_worker.get("/en/drafts").await.expect(200).has_link_to(&address), None);
    let page = case_worker.get(&address).await;
    assert!(page.status == 409 && !page.html().contains("Qaderi-Testname"), "{page:?}");
    let files = exported(&at).await;
    assert!(sealed.iter().all(|file| !files.contains(*file)), "{files:?}");
    let stored = at.blobs().into_iter().map(|(name, _)| name).filter(|name| name.starts_with("sealed/"));
    assert_eq!(stored.collect::<Vec<_>>(), [""; 0], "its picture or paper is in the store");
    for table in ["consents", "withdrawal_codes", "publication_editors"] {
        assert_eq!(at.count(&format!("select count(*) from {table}")).await, 0, "{table}");
    }
    for what in [What::PublicationEnded, What::ConsentEnded, What::PrivatePartErased] {
        assert!(is_told(&at, what), "a restored backup brings it back: {what:?}");
    }
}

#[tokio::test]
async fn a_private_part_is_there_89_days_after_the_photos_end_and_gone_after_91() {
    let day = Answered::and_claimed().await;
    let at = &day.at;
    day.closes("no-match", "yes").await.expect(200);
    after(at, Duration::days(89)).await;
    let files = exported(at).await;
    assert!(files.contains("private.age") && files.contains("consent-paper.age"), "{files:?}");
    assert!(!is_told(at, What::PrivatePartErased));
    after(at, Duration::days(2)).await;
    let files = exported(at).await;
    assert!(!files.contains("private.age") && !files.contains("consent-paper.age"), "{files:?}");
    assert!(is_told(at, What::PrivatePartErased));
}

#[tokio::test]
async fn a_response_closed_as_no_match_is_there_on_day_29_and_gone_on_day_31() {
    is_kept_for("no-match", 30).await;
}

#[tokio::test]
async fn a_response_closed_as_contact_restored_is_there_on_day_179_and_gone_on_day_181() {
    is_kept_for("contact-restored", 180).await;
}

/// Decision 8 gives the short time to no match, duplicate and spam alone.
#[tokio::test]
async fn a_response_closed_as_harmful_is_there_on_day_179_and_gone_on_day_181() {
    is_kept_for("harmful", 180).await;
}

async fn is_kept_for(outcome: &str, days: i64) {
    let day = Answered::and_closed(outcome).await;
    let at = &day.at;
    after(at, Duration::days(days - 1)).await;
    let moderator = day.society.moderator.signs_in(at).await;
    let listed = moderator.get("/en/queue?stage=closed").await.expect(200);
    assert_eq!(listed.has_link_to("/en/responses/").as_deref(), Some(&*day.response), "{outcome}");
    let closed = moderator.get(&day.response).await.expect(200);
    closed.form("/read").submit(&moderator).await.expect(200).says(WORDS);
    reads(&at.visitor(), &day.receipt.code).await.says(&at.text("en", "return-state-closed"));
    assert!(!is_told(at, What::ResponseErased), "{outcome}");

    after(at, Duration::days(2)).await;
    day.society.moderator.signs_in(at).await.get(&day.response).await.expect(404);
    let visitor = at.visitor();
    let asked = visitor.get("/en/return").await.expect(200);
    let page = asked.main_form().set("code", &day.receipt.code).submit(&visitor).await.expect(422);
    assert!(page.fault_at("code").is_some(), "{page:?}");
    assert_eq!(at.count("select count(*) from responses").await, 0);
    assert!(is_told(at, What::ResponseErased), "a restored backup brings it back: {outcome}");
}

#[tokio::test]
async fn a_session_ends_after_twelve_hours_of_work_and_its_row_is_gone() {
    // It would lock long before.
    let at = TestApp::with(&[("desk_idle_minutes", "1000")]).await;
    let society = Society::founded(&at, "northland").await;
    let others = at.count("select count(*) from sessions").await;
    let browser = society.moderator.signs_in(&at).await;
    after(&at, Duration::hours(11)).await;
    browser.get("/en/queue").await.expect(200);
    assert_eq!(at.count("select count(*) from sessions").await, others + 1);

    at.later(Duration::minutes(61)).await;
    let ended = browser.get("/en/queue").await;
    assert!(ended.path.starts_with("/en/sign-in"), "{ended:?}");
    assert!(!ended.contains(&at.text("en", "sign-in-locked-title")), "{ended:?}");
    at.run_jobs().await;
    assert_eq!(at.count("select count(*) from sessions").await, 0);
}
