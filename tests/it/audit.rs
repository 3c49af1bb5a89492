//! A stolen account is a small loss: reading has a budget, and the record of who read what can't be changed unseen.

use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::desk_pages::claims;
use crate::harness::people::{Enquirer, Society};
use crate::harness::strangers;
use kinlight::audit::{self, Verb, entry};
use kinlight::jobs::Job;

/// A Society with some lines in its chain, checkpoints written outside the database, and some lines after them.
async fn with_a_history() -> (TestApp, Society) {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    Job::Checkpoint.run(&at.app, at.now()).await.unwrap();
    society.drafts(&at, &Enquirer::looking_for_her_brother()).await;
    Job::Checkpoint.run(&at.app, at.now()).await.unwrap();
    (at, society)
}

/// What `kinlight audit verify --checkpoints FILE` ends with and says.
fn verify(at: &TestApp) -> (bool, String) {
    let checkpoints = at.folder.path().join("audit-checkpoints.txt");
    let output = at.program().args(["audit", "verify", "--checkpoints"]).arg(checkpoints).output().unwrap();
    let said =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.success(), said)
}

/// `society_id = …` as this engine writes it.
fn of(at: &TestApp, society: &Society) -> String {
    match kinlight::db::is_sqlite(&at.db.desk) {
        true => format!("society_id = x'{}'", society.id.simple()),
        false => format!("society_id = '{}'", society.id),
    }
}

#[tokio::test]
async fn an_untouched_chain_holds() {
    let (at, _) = with_a_history().await;
    let (holds, said) = verify(&at);
    assert!(holds, "{said}");
}

#[tokio::test]
async fn each_way_to_change_the_record_is_found() {
    let changes = [
        ("a line edited", "update audit_lines set verb = 'signed-in' where {of} and seq = 4"),
        ("an actor edited", "update audit_lines set actor = null where {of} and seq = 5"),
        ("a time edited", "update audit_lines set at = at + 1 where {of} and seq = 6"),
        ("a line deleted", "delete from audit_lines where {of} and seq = 4"),
        (
            "the last line deleted",
            "delete from audit_lines where {of} and seq = (select max(seq) from audit_lines where {of})",
        ),
        ("the whole chain deleted", "delete from audit_lines where {of}"),
    ];
    for (what, sql) in changes {
        let (at, society) = with_a_history().await;
        at.tampers(&sql.replace("{of}", &of(&at, &society))).await;
        let (holds, said) = verify(&at);
        assert!(!holds, "{what}: {said}");
    }
}

#[tokio::test]
async fn two_lines_swapped_are_found() {
    let (at, society) = with_a_history().await;
    let of = of(&at, &society);
    for (from, to) in [(4, 1_000_000), (5, 4), (1_000_000, 5)] {
        at.tampers(&format!("update audit_lines set seq = {to} where {of} and seq = {from}")).await;
    }
    let (holds, said) = verify(&at);
    assert!(!holds, "{said}");
}

#[tokio::test]
async fn a_tail_rewritten_with_right_hashes_is_found_by_its_checkpoint() {
    let (at, society) = with_a_history().await;
    let lines = at.count(&format!("select count(*) from audit_lines where {}", of(&at, &society))).await;
    let kept = lines / 2;
    at.tampers(&format!("delete from audit_lines where {} and seq > {kept}", of(&at, &society))).await;
    for _ in kept..lines {
        let txn = at.db.write().await.unwrap();
        let innocent = entry(Some(society.moderator.id), Verb::SignedIn, society.moderator.id);
        audit::append(&txn, society.id, at.now(), innocent).await.unwrap();
        txn.commit().await.unwrap();
    }
    // By itself the chain is sound again; what left the database tells.
    let alone = audit::chain::verify(society.id, audit::lines(&at.db.desk, society.id).await.unwrap(), &[]);
    assert!(alone.is_ok(), "the rewritten chain was to be sound by itself");
    let (holds, said) = verify(&at);
    assert!(!holds, "{said}");
    let auditor = society.auditor.signs_in(&at).await;
    let page = auditor.get("/en/audit").await.expect(200).form("/verify").submit(&auditor).await.expect(200);
    page.says(&at.text("en", "audit-broken-title"));
}

#[tokio::test]
async fn the_thirty_first_reveal_in_an_hour_asks_for_a_fresh_second_factor() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let mut waiting = Vec::new();
    for n in 1..=31 {
        let answer = strangers::answers(&at, photo.number, &format!("I carried kite number {n}.")).await;
        waiting.push(format!("/en/responses/{}", answer.id));
    }
    let moderator = society.moderator.signs_in(&at).await;
    at.advance(Duration::seconds(1));
    for (n, response) in waiting.iter().enumerate().take(30) {
        let page = claims(&moderator, response).await;
        assert!(page.contains("I carried kite number"), "reveal {}: {page:?}", n + 1);
    }
    // What was opened already may be looked at again.
    moderator.get(&waiting[0]).await.expect(200).says("I carried kite number");
    let asked = claims(&moderator, &waiting[30]).await;
    assert!(asked.path.starts_with("/en/fresh-factor"), "{asked:?}");
    assert!(!asked.contains("kite"));
    let wrong = asked.form("/fresh-factor").set("code", "000000").submit(&moderator).await.expect(422);
    let code = society.moderator.fresh_code(&at);
    let back = wrong.form("/fresh-factor").set("code", &code).submit(&moderator).await.expect(200);
    back.says("I carried kite number");
    let lines = audit::lines(&at.db.desk, society.id).await.unwrap();
    let reveals = lines.iter().filter(|(line, _)| line.verb == Verb::RevealedResponse).count();
    assert_eq!(reveals, 32, "every reveal has its line, looking again too");
    assert!(lines.iter().any(|(line, _)| line.verb == Verb::ReadingBudgetReached));
}

#[tokio::test]
async fn a_session_locks_and_ends() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let browser = society.moderator.signs_in(&at).await;
    at.later(Duration::minutes(9)).await;
    browser.get("/en/queue").await.expect(200);
    at.later(Duration::minutes(11)).await;
    let locked = browser.get("/en/queue").await;
    assert!(locked.path.starts_with("/en/sign-in"), "{locked:?}");
    locked.says(&at.text("en", "sign-in-locked-title"));
}
