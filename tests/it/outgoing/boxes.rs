//! The message's box beside the other boxes: stopping, sending or taking back a message loses no word typed elsewhere on the
//! page. After the desk's lock it takes both presses again. A closed response offers nothing to take back.

use time::Duration;

use super::{CARE, Case, HARM};
use crate::harness::form::Form;

const NOTE: &str = "Ask the night shift.";

fn holds(form: &Form, question: &str, note: &str) {
    assert_eq!(form.value("question"), Some(question));
    assert_eq!(form.value("note"), Some(note));
}

#[tokio::test]
async fn what_stands_in_the_other_boxes_stays_through_both_presses_and_a_taking_back() {
    let (case, page) = Case::open().await;
    let form = page.form("/question").set("question", HARM).set("note", NOTE).set("outcome", "spam");
    let stopped = form.submit(&case.moderator).await.expect(422);
    assert!(!stopped.texts("mark").is_empty());
    assert_eq!(stopped.form("/note").value("note"), Some(NOTE));
    // Saving the note sends no message. The message comes back unsent, and is stopped again.
    let noted = stopped.form("/note").submit(&case.moderator).await.expect(200);
    noted.says(NOTE).says("Not saved yet");
    assert_eq!(noted.form("/note").value("note"), Some(""));
    assert_eq!(case.messages().await, 0);
    let again = noted.form("/question").submit(&case.moderator).await.expect(422);
    assert!(!again.texts("mark").is_empty(), "{again:?}");
    let form = again.form("/question").set("reason", "agreed").set("note", NOTE);
    let sent = form.submit(&case.moderator).await.expect(200);
    sent.says("Your message was sent, once.");
    assert_eq!(case.messages().await, 1);
    holds(&sent.form("/question"), "", NOTE);
    assert_eq!(sent.form("/question").value("outcome"), Some("spam"));

    let form = sent.form("/take-back").set("question", CARE);
    let back = form.submit(&case.moderator).await.expect(200);
    back.says("The message is taken back.").says("Not saved yet");
    assert_eq!(case.messages().await, 0);
    holds(&back.form("/question"), CARE, NOTE);
    // It is sent as a new message; a second press does not send it again.
    let form = back.form("/question");
    form.clone().submit(&case.moderator).await.expect(200).says("Your message was sent, once.");
    let page = form.submit(&case.moderator).await.expect(200);
    assert_eq!(case.messages().await, 1);
    holds(&page.form("/question"), "", NOTE);
}

#[tokio::test]
async fn behind_the_lock_a_message_waits_unsent_and_is_looked_through_again() {
    let (case, page) = Case::open().await;
    let stopped = page.form("/question").set("question", HARM).submit(&case.moderator).await.expect(422);
    case.at.advance(Duration::minutes(20));
    let form = stopped.form("/question").set("reason", "agreed");
    let asked = form.submit(&case.moderator).await;
    assert_eq!(case.messages().await, 0, "a locked session sent it");
    let person = &case.society.moderator;
    let form = asked.expect(200).main_form().set("name", &person.name).set("password", &person.password);
    let step = form.submit(&case.moderator).await.expect(200);
    let code = person.fresh_code(&case.at);
    let page = step.main_form().set("code", &code).submit(&case.moderator).await.expect(200);
    let words = |text: Option<&str>| text.unwrap_or_default().replace('\r', "");
    assert_eq!(words(page.form("/question").value("question")), HARM.replace('\r', ""));
    let again = page.form("/question").submit(&case.moderator).await.expect(422);
    assert!(!again.texts("mark").is_empty(), "{again:?}");
    assert_eq!(case.messages().await, 0);
}

#[tokio::test]
async fn in_a_closed_response_nothing_is_taken_back() {
    let (case, page) = Case::open().await;
    let page = page.form("/question").set("question", CARE).submit(&case.moderator).await.expect(200);
    page.says("Take this message back");
    let form = page.form("/close").set("outcome", "no-match").set("end_publication", "no");
    let closed = form.submit(&case.moderator).await.expect(200);
    let read = closed.form("/read").submit(&case.moderator).await.expect(200);
    read.says(CARE);
    assert!(!read.contains("Take this message back"), "{read:?}");
    assert!(read.all("button[name=unread]", "value").is_empty());
    // A page from before the closing can't take it back either.
    page.form("/take-back").submit(&case.moderator).await.expect(409);
    assert_eq!(case.messages().await, 1);
    let open = case.moderator.get(&case.response).await.expect(200);
    let open = open.form("/reopen").submit(&case.moderator).await.expect(200);
    open.says("Take this message back");
}
