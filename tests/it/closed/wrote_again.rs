//! The sender of a closed response writes again: the response is in the open queue again, with the reason, and can be read.

use time::Duration;

use super::{Answered, MORE, WORDS};
use crate::harness::desk_pages::{claims, first_in_queue};
use crate::harness::site_pages::{Letter, reads, responds};
use crate::harness::strangers;

#[tokio::test]
async fn what_is_written_to_a_closed_response_is_read() {
    let day = Answered::and_closed("no-match").await;
    let at = &day.at;
    let closed = reads(&at.visitor(), &day.receipt.code).await;
    closed.says(&at.text("en", "return-state-closed"));
    // Another response came meanwhile, and an hour passed.
    strangers::answers(at, day.photo.number, "I know her brother").await;
    at.advance(Duration::hours(1));

    let sent = day.writes(MORE).await;
    sent.says(&at.text("en", "return-state-received"));
    assert!(!sent.text().to_lowercase().contains("match"), "{sent:?}");

    // It is first, with its reason and since when it waits.
    let moderator = day.society.moderator.signs_in(at).await;
    let queue = moderator.get("/en/queue").await.expect(200);
    assert_eq!(queue.all("a[data-row-link]", "href").first(), Some(&day.response));
    queue.says(&at.text("en", "reason-wrote-again"));
    assert_eq!(queue.all("tr.row.high", "class").len(), 1, "{}", queue.html());
    claims(&moderator, &day.response).await.says(WORDS).says(MORE);

    // After somebody has claimed it, it is a response like any other.
    let queue = moderator.get("/en/queue").await;
    assert!(!queue.contains(&at.text("en", "reason-wrote-again")), "{queue:?}");
    reads(&at.visitor(), &day.receipt.code).await.says(&at.text("en", "return-state-being-read"));
    at.run_jobs().await;
    let auditor = day.society.auditor.signs_in(at).await;
    let log = auditor.get("/en/audit").await.expect(200);
    assert_eq!(log.text().matches(&at.text("en", "verb-wrote-again")).count(), 1, "{log:?}");
    log.form("/verify").submit(&auditor).await.expect(200).says("Nothing was changed");
}

#[tokio::test]
async fn after_spam_or_harm_it_comes_back_together_with_others_and_not_on_top() {
    let day = Answered::and_closed("spam").await;
    let at = &day.at;
    let second = responds(at, &at.visitor(), day.photo.number, Letter::saying("Send money.")).await;
    let response = first_in_queue(&day.moderator).await.expect("it is in the queue");
    let page = claims(&day.moderator, &response).await;
    let form = page.form("/close").set("outcome", "harmful").set("end_publication", "no");
    form.submit(&day.moderator).await.expect(200);
    day.writes(MORE).await;
    let visitor = at.visitor();
    let mailbox = reads(&visitor, &second.code).await;
    mailbox.form("/return/answer").set("answer", "Send more.").submit(&visitor).await.expect(200);
    let third = strangers::answers(at, day.photo.number, "I know her brother").await;

    let queue = day.moderator.get("/en/queue").await.expect(200);
    let links = queue.all("a[data-row-link]", "href");
    assert_eq!(links.first().map(String::as_str), Some(&*format!("/en/responses/{}", third.id)));
    assert_eq!(queue.all("[data-after-harm] a[data-row-link]", "href").len(), 2, "{}", queue.html());
    assert!(queue.all("tr.row.high", "class").is_empty(), "{}", queue.html());
    assert!(!queue.contains(&at.text("en", "queue-none-unseen")), "{queue:?}");
    // Neither is hidden: each has its link, and opens as usual.
    assert!(links.contains(&day.response) && links.contains(&response), "{links:?}");
    claims(&day.moderator, &day.response).await.says(MORE);
    assert_eq!(
        day.moderator.get("/en/queue").await.all("[data-after-harm] a[data-row-link]", "href").len(),
        1
    );
}

#[tokio::test]
async fn an_answer_that_is_taken_back_leaves_it_open_and_sent_twice_it_opens_once() {
    let day = Answered::and_closed("no-match").await;
    let at = &day.at;
    let visitor = at.visitor();
    let form = reads(&visitor, &day.receipt.code).await.form("/return/answer").set("answer", MORE);
    let sent = form.clone().submit(&visitor).await.expect(200);
    sent.form("/return/delete").submit(&visitor).await.expect(200);
    // It stays open until a person closes it, because somebody may have seen that the sender wrote.
    let page = claims(&day.moderator, &day.response).await;
    assert!(!page.contains(MORE), "{page:?}");
    day.closes("no-match", "no").await.expect(200);
    assert_eq!(first_in_queue(&day.moderator).await, None);

    let sent = reads(&visitor, &day.receipt.code).await.form("/return/answer").set("answer", MORE);
    sent.clone().submit(&visitor).await.expect(200);
    claims(&day.moderator, &day.response).await.says(MORE);
    day.closes("no-match", "no").await.expect(200);
    // The same form sent again contains nothing new.
    sent.submit(&visitor).await.expect(200);
    assert_eq!(first_in_queue(&day.moderator).await, None, "the same words opened it a second time");
    assert_eq!(at.count("select count(*) from messages").await, 1);
}

#[tokio::test]
async fn in_an_archived_case_it_shows_an_administrator_what_to_do() {
    let day = Answered::and_claimed().await;
    let at = &day.at;
    day.closes("reunited", "yes").await.expect(200);
    at.advance(Duration::seconds(11));
    assert_eq!(first_in_queue(&day.moderator).await, None);
    assert_eq!(at.count("select count(*) from cases where key_part = 'archive'").await, 1);

    day.writes(MORE).await;
    let sealed = day.moderator.get(&day.response).await.expect(200);
    sealed.says(&at.text("en", "response-sealed-archive"));
    assert!(sealed.all("form", "action").iter().all(|action| !action.ends_with("/claim")), "{sealed:?}");
    let administrator = day.society.administrator.signs_in(at).await;
    administrator.get("/en/").await.says("One response waits in a closed case");
    let page = administrator.get("/en/archive").await.expect(200);
    let second = day.society.administrator.second_passphrase();
    page.form("/archive").set("second_passphrase", &second).submit(&administrator).await.expect(200);
    claims(&day.moderator, &day.response).await.says(WORDS).says(MORE);
}

#[tokio::test]
async fn a_response_that_is_open_again_is_kept_and_a_new_closing_begins_its_time_anew() {
    let day = Answered::and_closed("no-match").await;
    let at = &day.at;
    at.later(Duration::days(29)).await;
    day.writes(MORE).await;
    at.later(Duration::days(40)).await;
    at.run_jobs().await;
    assert_eq!(at.count("select count(*) from responses").await, 1, "an open response was erased");
    let moderator = day.society.moderator.signs_in(at).await;
    let page = claims(&moderator, &day.response).await;
    page.says(MORE)
        .form("/close")
        .set("outcome", "no-match")
        .set("end_publication", "no")
        .submit(&moderator)
        .await;
    at.later(Duration::days(29)).await;
    at.run_jobs().await;
    assert_eq!(at.count("select count(*) from responses").await, 1);
    at.later(Duration::days(2)).await;
    at.run_jobs().await;
    assert_eq!(at.count("select count(*) from responses").await, 0);
    assert_eq!(at.count("select count(*) from messages").await, 0);
}
