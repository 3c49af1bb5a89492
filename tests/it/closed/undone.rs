//! A closing can be undone for ten seconds. A photo that ended with it stays ended.

use time::Duration;

use super::{Answered, MORE, WORDS};
use crate::harness::desk_pages::first_in_queue;
use crate::harness::site_pages::reads;

#[tokio::test]
async fn within_ten_seconds_a_closing_is_undone() {
    let day = Answered::and_claimed().await;
    let at = &day.at;
    let page = day.moderator.get(&day.response).await.expect(200);
    page.form("/question").set("question", "Which kite?").submit(&day.moderator).await.expect(200);
    let before = reads(&at.visitor(), &day.receipt.code).await.text_of("[data-state]");
    let closed = day.closes("spam", "no").await.expect(200);
    reads(&at.visitor(), &day.receipt.code).await.says(&at.text("en", "return-state-closed"));
    at.advance(Duration::seconds(9));
    let open = closed.form("/undo").submit(&day.moderator).await.expect(200);
    // Stage, outcome, claim and the sender's page are as before.
    open.says(WORDS).form("/close");
    let was = "select count(*) from responses where stage = 'in-contact' and outcome is null and closed_at is null and claimed_by is not null";
    assert_eq!(at.count(was).await, 1);
    assert_eq!(reads(&at.visitor(), &day.receipt.code).await.text_of("[data-state]"), before);
    let log = day.society.auditor.signs_in(at).await.get("/en/audit").await.expect(200);
    log.says(&at.text("en", "verb-closing-undone"));
}

#[tokio::test]
async fn after_ten_seconds_or_by_a_colleague_nothing_is_undone() {
    let day = Answered::and_claimed().await;
    let at = &day.at;
    let closed = day.closes("no-match", "no").await.expect(200);
    let colleague = day.society.second_moderator.signs_in(at).await;
    let seen = colleague.get(&day.response).await.expect(200);
    assert!(seen.all("form", "action").iter().all(|to| !to.ends_with("/undo")), "{seen:?}");
    let token = seen.form("/reopen").value("csrf").expect("a token").to_owned();
    let version = closed.form("/undo").value("version").expect("the version").to_owned();
    let fields = [("csrf", &*token), ("version", &*version)];
    let refused = colleague.post_only(&format!("{}/undo", day.response), &fields).await.expect(409);
    refused.says(&at.text("en", "close-undo-late"));
    at.advance(Duration::seconds(11));
    let late = closed.form("/undo").submit(&day.moderator).await.expect(409);
    // The page says that it is too late, and offers the way that is left.
    late.says(&at.text("en", "close-undo-late")).form("/reopen");
    assert_eq!(at.count("select count(*) from responses where stage = 'closed'").await, 1);
}

#[tokio::test]
async fn an_answer_that_came_first_leaves_nothing_to_undo() {
    let day = Answered::and_claimed().await;
    let closed = day.closes("no-match", "no").await.expect(200);
    day.writes(MORE).await;
    closed.form("/undo").submit(&day.moderator).await.expect(200).form("/claim");
    assert_eq!(first_in_queue(&day.moderator).await.as_deref(), Some(&*day.response));
    assert_eq!(day.at.count("select count(*) from responses where wrote_again_at is not null").await, 1);
}

#[tokio::test]
async fn a_photo_that_ended_with_the_closing_stays_ended_and_its_case_can_be_read_on() {
    let day = Answered::and_claimed().await;
    let at = &day.at;
    let closed = day.closes("reunited", "yes").await.expect(200);
    at.visitor().get(&format!("/en/photo/{}", day.photo.number.compact())).await.expect(410);
    closed.form("/undo").submit(&day.moderator).await.expect(200).says(WORDS);
    at.visitor().get(&format!("/en/photo/{}", day.photo.number.compact())).await.expect(410);
    at.advance(Duration::seconds(11));
    day.moderator.get("/en/queue").await.expect(200);
    assert_eq!(
        at.count("select count(*) from cases where key_part = 'open'").await,
        1,
        "an open response lost its key"
    );
    day.closes("reunited", "no").await.expect(200);
    at.advance(Duration::seconds(11));
    day.moderator.get("/en/queue").await.expect(200);
    assert_eq!(at.count("select count(*) from cases where key_part = 'archive'").await, 1);
}
