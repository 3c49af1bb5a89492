//! A stolen account does little damage: reading has a budget, and nobody can change the record of who read what unnoticed.

use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::desk_pages::claims;
use crate::harness::people::{Enquirer, Society};
use crate::harness::strangers;
use kinlight::audit::checkpoints::CheckpointFile;
use kinlight::audit::{self, Verb, entry};
use kinlight::jobs::Job;

const KEPT: Duration = Duration::days(5 * 365);

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

/// Runs `kinlight audit verify --checkpoints FILE`: whether it succeeded, and what it printed.
fn verify(at: &TestApp) -> (bool, String) {
    let checkpoints = at.folder.path().join("audit-checkpoints.txt");
    let output = at.program().args(["audit", "verify", "--checkpoints"]).arg(checkpoints).output().unwrap();
    let said =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.success(), said)
}

/// The operator answers for the database and its rows as they are.
fn accepts(at: &TestApp) {
    let output = at.program().args(["restore", "--accept-database", "--other-secrets"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    at.app.secrets.proofs.save().unwrap();
}

/// The condition `society_id = …` in this engine's SQL.
fn of(at: &TestApp, society: &Society) -> String {
    match kinlight::db::is_sqlite(&at.db.desk) {
        true => format!("society_id = x'{}'", society.id.to_string().replace('-', "")),
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
    // The chain alone verifies again; only the checkpoints outside the database show the change.
    let alone =
        audit::chain::verify(society.id, audit::lines(&at.db.desk, society.id).await.unwrap(), &[], KEPT);
    assert!(alone.is_ok(), "the rewritten chain must verify by itself");
    let (holds, said) = verify(&at);
    assert!(!holds, "{said}");
    // The desk has seen other lines, and lets nobody in until somebody answers for the database.
    accepts(&at);
    let auditor = society.auditor.signs_in(&at).await;
    let page = auditor.get("/en/audit").await.expect(200).form("/verify").submit(&auditor).await.expect(200);
    page.says(&at.text("en", "audit-broken-title"));
}

/// Somebody who can write to the database deletes the beginning, up to a line that a checkpoint covers.
#[tokio::test]
async fn a_cut_beginning_is_found() {
    let (at, society) = with_a_history().await;
    let of = of(&at, &society);
    let file = CheckpointFile::at(&at.app.config.checkpoint_file);
    let seen = file.read_all().unwrap().checkpoints;
    let first = seen.iter().filter(|one| one.society == society.id).map(|one| one.seq).min().unwrap();
    at.tampers(&format!("delete from audit_lines where {of} and seq <= {first}")).await;
    let (holds, said) = verify(&at);
    assert!(!holds, "{said}");
    let auditor = society.auditor.signs_in(&at).await;
    let page = auditor.get("/en/audit").await.expect(200).form("/verify").submit(&auditor).await.expect(200);
    page.says("are gone before their time");

    // A forged line that records this as an erasure, covered by the next checkpoint, does not help.
    let txn = at.db.write().await.unwrap();
    let says_so = audit::chain::erased_to(society.id, first);
    audit::append(&txn, society.id, at.now() + KEPT, says_so).await.unwrap();
    txn.commit().await.unwrap();
    Job::Checkpoint.run(&at.app, at.now()).await.unwrap();
    let (holds, said) = verify(&at);
    assert!(!holds, "{said}");
}

/// Lines older than five years are erased; the log records it, and still verifies.
#[tokio::test]
async fn a_beginning_that_the_job_erased_is_no_cut() {
    let (at, society) = with_a_history().await;
    let of = of(&at, &society);
    let before = at.count(&format!("select max(seq) from audit_lines where {of}")).await;
    at.later(Duration::days(100)).await;
    society.drafts(&at, &Enquirer::looking_for_her_brother()).await;
    Job::Checkpoint.run(&at.app, at.now()).await.unwrap();
    at.later(KEPT - Duration::days(50)).await;
    at.run_jobs().await;
    let first = at.count(&format!("select min(seq) from audit_lines where {of}")).await;
    assert_eq!(first, before + 1, "what is older than five years is gone, and no more");
    let (holds, said) = verify(&at);
    assert!(holds, "{said}");
    at.run_jobs().await;
    let said_so = format!("select count(*) from audit_lines where {of} and verb = 'lines-erased'");
    assert_eq!(at.count(&said_so).await, 1, "once is enough");
    // One more deleted line is found, even though the newest line is the one that records an erasure.
    at.tampers(&format!("delete from audit_lines where {of} and seq = {first}")).await;
    let (holds, said) = verify(&at);
    assert!(!holds, "{said}");
}

/// Random cuts in the real database, verified against the checkpoints that somebody happened to keep.
#[tokio::test]
async fn random_cuts_of_the_table_are_found() {
    let (at, society) = with_a_history().await;
    let of = of(&at, &society);
    for _ in 0..4 {
        society.drafts(&at, &Enquirer::looking_for_her_brother()).await;
        Job::Checkpoint.run(&at.app, at.now()).await.unwrap();
    }
    at.tampers("create table kept_lines as select * from audit_lines").await;
    let last = at.count(&format!("select max(seq) from audit_lines where {of}")).await as u64;
    let all = CheckpointFile::at(&at.app.config.checkpoint_file).read_all().unwrap().checkpoints;
    let mut dice = 12_u64;
    let mut roll = |sides: u64| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) % sides
    };
    let mut found = 0;
    for n in 0..1_000 {
        let (one, other) = (1 + roll(last - 1), 1 + roll(last - 1));
        let (from, to) = match n % 3 {
            0 => (1, one),
            1 => (one.min(other).max(2), one.max(other).max(2)),
            _ => (one.max(2), last),
        };
        let needed = if to == last { from } else { u64::MAX };
        let some: Vec<_> = all.iter().filter(|one| one.seq >= needed || roll(2) == 0).copied().collect();
        at.tampers(&format!("delete from audit_lines where {of} and seq between {from} and {to}")).await;
        let lines = audit::lines(&at.db.desk, society.id).await.unwrap();
        let verified = audit::chain::verify(society.id, lines, &some, KEPT);
        assert!(verified.is_err(), "{from} to {to} of {last}: {verified:?}");
        found += 1;
        // At once, since the desk follows the chains meanwhile.
        at.tampers(
            "begin; delete from audit_lines; insert into audit_lines select * from kept_lines; commit",
        )
        .await;
    }
    println!("1,000 random cuts of {last} lines, on {:?}: {found} found", at.engines);
    let (holds, said) = verify(&at);
    assert!(holds, "{said}");
}

/// Twenty openings happen within a minute; the checkpoint that covers them must not take five.
#[tokio::test]
async fn twenty_openings_are_covered_by_a_checkpoint_soon() {
    let at = TestApp::with(&[("job_seconds", "1")]).await;
    let society = Society::founded(&at, "northland").await;
    let draft = society.drafts(&at, &Enquirer::looking_for_her_brother()).await;
    let browser = society.case_worker.signs_in(&at).await;
    let file = CheckpointFile::at(&at.app.config.checkpoint_file);
    for _ in 0..20 {
        browser.get(&format!("/en/drafts/{}", draft.id)).await.expect(200);
    }
    let head = audit::head(&at.db.desk, society.id).await.unwrap();
    at.advance(Duration::seconds(20));
    let began = std::time::Instant::now();
    loop {
        let seen = file.read_all().map(|read| read.checkpoints).unwrap_or_default();
        let last = seen.iter().filter(|one| one.society == society.id).map(|one| one.seq).max();
        if last.is_some_and(|seq| seq == head.seq) {
            break;
        }
        assert!(began.elapsed().as_secs() < 15, "the chain is at {}, the checkpoint at {last:?}", head.seq);
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
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
        // A member holds ten claims at most, so each one is released.
        page.form("/release").submit(&moderator).await.expect(200);
    }
    // An opened response may be opened again.
    claims(&moderator, &waiting[0]).await.says("I carried kite number");
    let asked = claims(&moderator, &waiting[30]).await;
    assert!(asked.path.starts_with("/en/fresh-factor"), "{asked:?}");
    assert!(!asked.contains("kite"));
    let wrong = asked.form("/fresh-factor").set("code", "000000").submit(&moderator).await.expect(422);
    let code = society.moderator.fresh_code(&at);
    let back = wrong.form("/fresh-factor").set("code", &code).submit(&moderator).await.expect(200);
    back.says("I carried kite number");
    let lines = audit::lines(&at.db.desk, society.id).await.unwrap();
    let reveals = lines.iter().filter(|(line, _)| line.verb == Verb::RevealedResponse).count();
    assert_eq!(reveals, 32, "every reveal has its line, a repeated one too");
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
