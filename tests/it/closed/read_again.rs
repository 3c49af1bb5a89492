//! A closed response can be claimed to be read, and reopened in two clicks, until it is erased.

use time::Duration;

use super::{Answered, MORE, WORDS};
use crate::harness::desk_pages::{claims, first_in_queue};
use crate::harness::looks::to_look_at;
use crate::harness::site_pages::{Letter, reads, responds};
use kinlight::i18n::{Audience, Texts};

#[tokio::test]
async fn a_closed_response_is_read_by_claim_and_stays_closed() {
    let day = Answered::and_closed("no-match").await;
    let at = &day.at;
    at.later(Duration::days(20)).await;
    let moderator = day.society.second_moderator.signs_in(at).await;
    let listed = moderator.get("/en/queue?stage=closed").await.expect(200);
    assert_eq!(listed.has_link_to("/en/responses/").as_deref(), Some(&*day.response));
    let closed = moderator.get(&day.response).await.expect(200);
    assert!(!closed.contains(WORDS), "a closed response is read without a claim: {closed:?}");
    let read = closed.form("/read").submit(&moderator).await.expect(200);
    read.says(WORDS).says("Jawad Testname");
    let posts = read.all("form", "action");
    assert!(!posts.iter().any(|to| to.ends_with("/close") || to.ends_with("/question")), "{posts:?}");
    // Only this moderator holds it, and the sender's page still says that it is closed.
    let first = day.society.moderator.signs_in(at).await;
    first.get(&day.response).await.expect(409).says(&at.text("en", "response-taken-title"));
    reads(&at.visitor(), &day.receipt.code).await.says(&at.text("en", "return-state-closed"));
    read.form("/release").submit(&moderator).await.expect(200);
    assert!(!first.get(&day.response).await.expect(200).contains(WORDS));
    let log = day.society.auditor.signs_in(at).await.get("/en/audit").await.expect(200);
    log.says(&at.text("en", "verb-claimed-to-read"));

    at.later(Duration::days(11)).await;
    at.run_jobs().await;
    day.society.moderator.signs_in(at).await.get(&day.response).await.expect(404);
}

#[tokio::test]
async fn a_closed_response_is_opened_again_in_two_clicks() {
    let day = Answered::and_closed("duplicate").await;
    let at = &day.at;
    at.advance(Duration::hours(2));
    let moderator = day.society.second_moderator.signs_in(at).await;
    let closed = moderator.get(&day.response).await.expect(200);
    let open = closed.form("/reopen").submit(&moderator).await.expect(200);
    open.says(WORDS).form("/question").set("question", "Which kite?").submit(&moderator).await.expect(200);
    assert_eq!(first_in_queue(&moderator).await.as_deref(), Some(&*day.response));
    reads(&at.visitor(), &day.receipt.code).await.says("Which kite?");
    // A second press, or a colleague's, finds it open and changes nothing.
    let late = closed.form("/reopen").submit(&moderator).await.expect(200);
    late.says(WORDS);
    let log = day.society.auditor.signs_in(at).await.get("/en/audit").await.expect(200);
    assert_eq!(log.text().matches(&at.text("en", "verb-reopened")).count(), 1, "{log:?}");
}

#[tokio::test]
async fn in_an_archived_case_opening_it_again_asks_an_administrator() {
    let day = Answered::and_claimed().await;
    let at = &day.at;
    day.closes("reunited", "yes").await.expect(200);
    at.advance(Duration::seconds(11));
    day.moderator.get("/en/queue").await.expect(200);
    let closed = day.moderator.get(&day.response).await.expect(200);
    assert!(closed.all("form", "action").iter().all(|to| !to.ends_with("/read")), "{closed:?}");
    closed
        .form("/reopen")
        .submit(&day.moderator)
        .await
        .expect(200)
        .says(&at.text("en", "response-sealed-archive"));
    let administrator = day.society.administrator.signs_in(at).await;
    let page = administrator.get("/en/archive").await.expect(200);
    let second = day.society.administrator.second_passphrase();
    page.form("/archive").set("second_passphrase", &second).submit(&administrator).await.expect(200);
    claims(&day.moderator, &day.response).await.says(WORDS);
}

#[tokio::test]
async fn what_its_sender_deleted_is_neither_read_nor_opened_again() {
    let day = Answered::and_closed("no-match").await;
    let at = &day.at;
    let page = day.moderator.get(&day.response).await.expect(200);
    let visitor = at.visitor();
    let mailbox = reads(&visitor, &day.receipt.code).await;
    let asked = mailbox.form("/return/erase").submit(&visitor).await.expect(200);
    asked.form("/return/erase").press(&visitor, "yes").await.expect(200);
    for act in ["/read", "/reopen"] {
        let told = page.form(act).submit(&day.moderator).await.expect(200);
        told.says(&at.text("en", "close-outcome-taken-back"));
        let posts = told.all("main form", "action");
        assert!(posts.is_empty(), "{posts:?}");
    }
    assert_eq!(first_in_queue(&day.moderator).await, None);
}

#[tokio::test]
async fn the_pages_of_a_closed_response_speak_every_language_of_the_desk() {
    let day = Answered::and_closed("spam").await;
    let at = &day.at;
    let other = responds(at, &at.visitor(), day.photo.number, Letter::saying("I know her brother.")).await;
    let second = first_in_queue(&day.moderator).await.expect("it is in the queue");
    let page = claims(&day.moderator, &second).await;
    let form = page.form("/close").set("outcome", "no-match").set("end_publication", "no");
    form.submit(&day.moderator).await.expect(200);
    let languages = Texts::load().unwrap();
    let languages: Vec<String> =
        languages.languages(Audience::Staff).iter().map(|lang| lang.to_string()).collect();
    for lang in &languages {
        let shown = day.moderator.get(&second.replace("/en/", &format!("/{lang}/"))).await.expect(200);
        to_look_at(&format!("closed-undo-{lang}"), &shown.html());
        let read = shown.form("/read").submit(&day.moderator).await.expect(200);
        to_look_at(&format!("closed-read-{lang}"), &read.html());
        read.form("/release").submit(&day.moderator).await.expect(200);
    }
    day.writes(MORE).await;
    let visitor = at.visitor();
    let mailbox = reads(&visitor, &other.code).await;
    mailbox.form("/return/answer").set("answer", MORE).submit(&visitor).await.expect(200);
    for lang in &languages {
        let queue = day.moderator.get(&format!("/{lang}/queue")).await.expect(200);
        to_look_at(&format!("queue-wrote-again-{lang}"), &queue.html());
    }
    claims(&day.moderator, &second).await;
    let mut older = Vec::new();
    for lang in &languages {
        let page = day.moderator.get(&second.replace("/en/", &format!("/{lang}/"))).await.expect(200);
        older.push(page.form("/close").set("outcome", "no-match").set("end_publication", "no"));
    }
    let mailbox = reads(&visitor, &other.code).await;
    mailbox.form("/return/answer").set("answer", "He wore a green scarf.").submit(&visitor).await.expect(200);
    for (lang, form) in languages.iter().zip(older) {
        let conflict = form.submit(&day.moderator).await.expect(409);
        to_look_at(&format!("closing-conflict-{lang}"), &conflict.html());
    }
}
