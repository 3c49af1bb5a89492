//! A sender may change their mind: with the code they delete one answer or all of it, and nobody can read it any more.

use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::desk_pages::{claims, first_in_queue};
use crate::harness::people::{Enquirer, Society};
use crate::harness::site_pages::{Letter, reads, responds};

const WORDS: &str = "We lost each other at the bridge with the blue lamps.";

async fn asks_for_deletion(at: &TestApp, code: &str) -> (Browser, Page) {
    let visitor = at.visitor();
    let mailbox = reads(&visitor, code).await;
    let asked = mailbox.form("/return/erase").submit(&visitor).await.expect(200);
    (visitor, asked)
}

#[tokio::test]
async fn a_message_is_deleted_with_its_thread_and_its_code() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let receipt = responds(&at, &at.visitor(), photo.number, Letter::saying(WORDS)).await;
    let moderator = society.moderator.signs_in(&at).await;
    let response = first_in_queue(&moderator).await.expect("it is in the queue");
    let open = claims(&moderator, &response).await;
    open.says(WORDS).form("/question").set("question", "Which lamps?").submit(&moderator).await.expect(200);
    let visitor = at.visitor();
    let mailbox = reads(&visitor, &receipt.code).await;
    mailbox.form("/return/answer").set("answer", "The blue ones.").submit(&visitor).await.expect(200);
    let other = responds(&at, &at.visitor(), photo.number, Letter::saying("I am his aunt.")).await;

    // A page asks first; "no" leads back, and nothing has happened.
    let (visitor, asked) = asks_for_deletion(&at, &receipt.code).await;
    asked.says("Delete your message?");
    let kept = asked.form("/return/erase").press(&visitor, "no").await.expect(200);
    kept.says("Which lamps?");
    let asked = kept.form("/return/erase").submit(&visitor).await.expect(200);
    let deletes = asked.form("/return/erase");
    let gone = deletes.clone().press(&visitor, "yes").await.expect(200);
    gone.says("Your message is deleted");
    assert!(gone.header("cache-control").contains("no-store"), "{:?}", gone.headers);
    assert_eq!(visitor.cookies(), "", "the form's cookie was not deleted");

    // The code opens nothing, and no sealed word of the response is left. The other response is unchanged.
    let again = at.visitor();
    let page = again.get("/en/return").await.main_form().set("code", &receipt.code).submit(&again).await;
    assert!(page.expect(422).fault_at("code").is_some());
    assert_eq!(at.count("select count(*) from messages").await, 0);
    assert_eq!(
        at.count("select count(*) from responses where length(triage) + length(content) = 0").await,
        1
    );
    assert_eq!(at.count("select count(*) from responses where length(content) > 0").await, 1);
    reads(&at.visitor(), &other.code).await.says("We have your message");

    // Staff see that it was deleted, and can neither read nor answer it. A moderator who was writing keeps the text.
    let told = moderator.get(&response).await.expect(200);
    told.says("The sender deleted it");
    assert!(!told.contains("blue"), "{told:?}");
    let late = open.form("/question").set("question", "Are you there?").submit(&moderator).await;
    assert!(late.status == 409 && late.contains("Are you there?"), "{late:?}");
    assert_ne!(first_in_queue(&moderator).await.as_deref(), Some(response.as_str()));
    at.run_jobs().await;
    let log = society.auditor.signs_in(&at).await.get("/en/audit").await.expect(200);
    assert_eq!(log.text().matches("The sender deleted the response").count(), 1, "{log:?}");

    // The empty row is erased together with closed responses.
    at.later(Duration::days(31)).await;
    at.run_jobs().await;
    assert_eq!(at.count("select count(*) from responses where outcome = 'taken-back'").await, 0);
    assert_eq!(at.count("select count(*) from responses").await, 1, "one that nobody opened is kept");
}

#[tokio::test]
async fn a_message_that_nobody_opened_is_deleted_too_and_twice_is_as_once() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let receipt = responds(&at, &at.visitor(), photo.number, Letter::saying(WORDS)).await;
    let (visitor, asked) = asks_for_deletion(&at, &receipt.code).await;
    let deletes = asked.form("/return/erase");
    deletes.clone().press(&visitor, "yes").await.expect(200);
    // The cookie went with the first deletion. The same page is sent again from another browser, with a token of its own.
    let elsewhere = at.visitor();
    let token = elsewhere.get("/en/return").await.main_form().value("csrf").expect("a token").to_owned();
    let held = deletes.value("mailbox").expect("the form contains the mailbox").to_owned();
    let fields = [("csrf", &*token), ("mailbox", &held), ("sure", "yes")];
    elsewhere.post_only("/en/return/erase", &fields).await.expect(200).says("Your message is deleted");
    assert_eq!(at.count("select count(*) from responses where outcome = 'taken-back'").await, 1);
    let moderator = society.moderator.signs_in(&at).await;
    assert_eq!(first_in_queue(&moderator).await, None);
    at.later(Duration::days(31)).await;
    at.run_jobs().await;
    assert_eq!(at.count("select count(*) from responses").await, 0, "its bare row is kept for ever");
}

#[tokio::test]
async fn one_answer_is_taken_back_and_the_rest_stays() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let receipt = responds(&at, &at.visitor(), photo.number, Letter::saying(WORDS)).await;
    let visitor = at.visitor();
    let mut mailbox = reads(&visitor, &receipt.code).await;
    for answer in ["His left shoe was green.", "Call me on Friday."] {
        mailbox = mailbox.form("/return/answer").set("answer", answer).submit(&visitor).await.expect(200);
    }
    let deleted = mailbox.form("/return/delete").submit(&visitor).await.expect(200);
    deleted.says("Your answer is deleted");
    let moderator = society.moderator.signs_in(&at).await;
    let response = first_in_queue(&moderator).await.expect("it is in the queue");
    let page = claims(&moderator, &response).await;
    page.says(WORDS).says("Call me on Friday.");
    assert!(!page.contains("green"), "{page:?}");
}
