//! A long text that somebody pastes is never cut silently: all of it comes back, with the number of letters that are too many.

use crate::harness::app::TestApp;
use crate::harness::browser::Page;
use crate::harness::people::{Enquirer, Society, operator};
use crate::harness::site_pages::{Letter, reads, responds};

const LANGS: [&str; 9] = ["en", "fr", "es", "ar", "fa-AF", "ps", "so", "ti", "uk"];

fn letters(count: usize) -> String {
    "Lanterns, bridges; kites. ".chars().cycle().take(count - 1).chain(['x']).collect()
}

#[track_caller]
fn tells(page: &Page, field: &str, typed: &str, over: &str) {
    let told = page.fault_at(field).unwrap_or_default();
    assert!(told.contains(over), "{field}: {told:?} on {page:?}");
    assert_eq!(page.main_form().value(field), Some(typed), "{field} was cut");
}

#[test]
fn no_field_of_any_page_cuts_off_what_is_pasted() {
    for (name, source) in kinlight::templates::sources() {
        assert!(!source.contains("maxlength"), "{name} has a field that cuts a pasted text in silence");
    }
}

#[tokio::test]
async fn a_message_of_4_500_letters_says_that_500_are_too_many_and_keeps_all() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let message = letters(4_500);
    for lang in LANGS {
        let visitor = at.visitor();
        let door = format!("/{lang}/photo/{}/respond/something-wrong", photo.number.compact());
        let story = visitor.get(&door).await.expect(200);
        let told = story.main_form().set("message", &message).submit(&visitor).await.expect(422);
        tells(&told, "message", &message, "500");
        let again = visitor.get(&told.path).await;
        assert_eq!(again.main_form().value("message"), Some(message.as_str()), "{lang}: a reload");
        let shorter = told.main_form().set("message", &message[..4_000]).submit(&visitor).await.expect(200);
        assert!(shorter.main_form().has("contact"), "{lang}: {shorter:?}");
    }
    // The limit of letters also holds for letters of three bytes; for letters of four bytes the limit of bytes is lower.
    let visitor = at.visitor();
    let door = format!("/ti/photo/{}/respond/something-wrong", photo.number.compact());
    let story = visitor.get(&door).await.expect(200);
    for (letter, count, over) in [("ልጅ", 2_001, "2"), ("𞤀𞤁", 1_501, "2")] {
        let typed = letter.repeat(count);
        let told = story.main_form().set("message", &typed).submit(&visitor).await.expect(422);
        tells(&told, "message", &typed, over);
        story.main_form().set("message", &letter.repeat(count - 1)).submit(&visitor).await.expect(200);
    }
}

#[tokio::test]
async fn an_answer_and_a_name_say_it_too() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let visitor = at.visitor();
    let receipt = responds(&at, &visitor, photo.number, Letter::saying("I know her")).await;
    let mailbox = reads(&visitor, &receipt.code).await;
    let answer = letters(4_001);
    let told = mailbox.form("/return/answer").set("answer", &answer).submit(&visitor).await.expect(422);
    assert!(told.fault_at("answer").unwrap_or_default().contains("One letter is too many."), "{told:?}");
    assert_eq!(told.form("/return/answer").value("answer"), Some(answer.as_str()));

    let door = format!("/en/photo/{}/respond/i-know", photo.number.compact());
    let page = visitor.get(&door).await.expect(200);
    let story = page.main_form().set("relation", "brother").submit(&visitor).await.expect(200);
    let name = letters(10_000);
    let told = story.main_form().set("name", &name).submit(&visitor).await.expect(422);
    tells(&told, "name", &name, "9800 letters are too many.");
}

#[tokio::test]
async fn the_desk_says_it_at_each_long_box_and_keeps_all() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let (moderator, page) = society.opens_a_response(&at).await;
    for (box_of, field, most) in [("/note", "note", 4_000), ("/question", "question", 2_000)] {
        let typed = letters(most + 300);
        let told = page.form(box_of).set(field, &typed).submit(&moderator).await.expect(422);
        let fault = told.fault_at(field).unwrap_or_default();
        assert!(fault.contains("300 letters are too many."), "{fault:?}");
        assert_eq!(told.form(box_of).value(field), Some(typed.as_str()));
        page.form(box_of).set(field, &letters(most)).submit(&moderator).await.expect(200);
        let page = moderator.get(&page.path).await.expect(200);
        assert_eq!(page.form(box_of).value(field), Some(""));
    }
    let (worker, page) = society.opens_a_draft(&at).await;
    for (button, field, most) in [
        ("Save the private part", "story", 5_000),
        ("Save the private part", "sought_names", 1_000),
        ("Save the consent", "guardian", 500),
    ] {
        let typed = letters(most + 1);
        let told = page.form(button).set(field, &typed).submit(&worker).await.expect(422);
        let fault = told.fault_at(field).unwrap_or_default();
        assert!(fault.contains("One letter is too many."), "{field}: {fault:?}");
        assert_eq!(told.form(button).value(field), Some(typed.as_str()));
    }
    let warden = operator(&at).await.signs_in(&at).await;
    let page = warden.get("/en/operator").await.expect(200);
    let name = letters(210);
    let form = page.form("/operator").set("name", &name).set("slug", "southland");
    let told = form.set("contact", "+000 5550").set("languages", "en").submit(&warden).await.expect(422);
    assert!(told.fault_at("name").unwrap_or_default().contains("10 letters are too many."), "{told:?}");
    assert_eq!(told.form("/operator").value("name"), Some(name.as_str()));
}
