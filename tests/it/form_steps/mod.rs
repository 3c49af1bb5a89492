//! Back, a reload, a link, a second tab, lost cookies: nothing that was typed is lost, and no page says what isn't true.

mod codes;
mod ways;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::people::{Enquirer, Photo, Society};
use crate::harness::site_pages::{Letter, Receipt, fills, sends, solved};

const WORDS: &str = "We lost each other at the bridge with the blue lamps.";
const NAME: &str = "Jawad Testname";
const PHONE: &str = "+000 5550 777";

async fn with_a_photo() -> (TestApp, Society, Photo) {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    (at, society, photo)
}

fn letter() -> Letter<'static> {
    Letter { name: NAME, phone: Some(PHONE), ..Letter::saying(WORDS) }
}

fn door(photo: &Photo, door: &str) -> String {
    format!("/en/photo/{}/respond/{door}", photo.number.compact())
}

/// Requests the page's address again, as a browser does after Back, a reload or a link, or in a second tab.
async fn again(browser: &Browser, page: &Page) -> Page {
    let again = browser.get(&page.path).await;
    assert_eq!(
        again.status, page.status,
        "{} gives another page at the second request: {again:?}",
        page.path
    );
    again
}

async fn open_steps(at: &TestApp) -> i64 {
    at.count("select count(*) from form_steps").await
}

#[tokio::test]
async fn every_step_is_a_page_that_can_be_asked_for_again() {
    let (at, _, photo) = with_a_photo().await;
    let visitor = at.visitor();
    let mut pages = vec![visitor.get(&door(&photo, "looking-for-me")).await.expect(200)];
    let fill: [&[(&str, &str)]; 4] = [
        &[("relation", "brother"), ("relation_in_words", "the younger one")],
        &[("name", NAME), ("message", WORDS)],
        &[("contact", "phone"), ("phone", PHONE)],
        &[("only_mine", "yes"), ("good_times", "in the evening")],
    ];
    for fields in fill {
        let form = pages.last().unwrap().main_form();
        let form = fields.iter().fold(form, |form, (name, value)| form.set(name, value));
        pages.push(form.submit(&visitor).await.expect(200));
    }
    let titles: Vec<String> = pages.iter().map(Page::title).collect();
    for (at, page) in pages.iter().enumerate() {
        let again = again(&visitor, page).await;
        assert_eq!(again.title(), titles[at]);
        assert_eq!(titles.iter().filter(|title| **title == titles[at]).count(), 1, "{titles:?}");
        for (name, value) in fill.get(at).copied().unwrap_or_default() {
            assert_eq!(again.main_form().value(name), Some(*value), "{name} is gone after Back");
        }
        assert!(!again.path.contains("Jawad") && !again.path.contains("777"), "{}", again.path);
    }
    // Forward again from the first screen: every later answer is still there.
    let mut page = again(&visitor, &pages[0]).await;
    for _ in 0..4 {
        page = page.main_form().submit(&visitor).await.expect(200);
    }
    page.says("the younger one").says(NAME).says(WORDS).says(PHONE).says("in the evening");
    // The same page in another language, by an edited address.
    let arabic = visitor.get(&page.path.replacen("/en/", "/ar/", 1)).await.expect(200);
    arabic.says(WORDS).says(PHONE);
    let receipt = solved(&at, page.main_form()).submit(&visitor).await;
    Receipt::on(&receipt);
    assert_eq!(Receipt::on(&again(&visitor, &receipt).await), Receipt::on(&receipt));
}

#[tokio::test]
async fn a_finished_form_says_that_it_was_sent() {
    let (at, _, photo) = with_a_photo().await;
    let visitor = at.visitor();
    let start = visitor.get(&door(&photo, "looking-for-me")).await.expect(200);
    let story = start.main_form().set("relation", "brother").submit(&visitor).await.expect(200);
    let contact =
        story.main_form().set("name", NAME).set("message", WORDS).submit(&visitor).await.expect(200);
    let check = contact.main_form().set("contact", "code").submit(&visitor).await.expect(200);
    let receipt = solved(&at, check.main_form()).submit(&visitor).await;
    let code = Receipt::on(&receipt);
    // Until the visitor says that the code is saved, every step leads to it.
    for page in [&start, &story, &contact, &check] {
        assert_eq!(Receipt::on(&visitor.get(&page.path).await), code, "{}", page.path);
        let pressed = page.main_form().submit(&visitor).await;
        assert_eq!(Receipt::on(&pressed), code, "{}", page.path);
    }
    receipt.form("/receipt/saved").submit(&visitor).await.expect(200);
    assert_eq!(visitor.cookies(), "", "a cookie is left");
    for page in [&start, &story, &contact, &check, &receipt] {
        let again = visitor.get(&page.path).await.expect(200);
        again.says(&at.text("en", "respond-sent-title"));
        assert!(!again.contains(WORDS) && !again.contains(NAME) && !again.contains(&code.code), "{again:?}");
        assert!(!again.contains("Nothing was sent"), "{again:?}");
    }
    // A button of a page from the browser's cache.
    for page in [&story, &check] {
        let pressed = page.main_form().submit(&visitor).await;
        pressed.says(&at.text("en", "respond-sent-title"));
    }
    assert_eq!(at.count("select count(*) from responses").await, 1);
    // After two hours the form's steps are erased, and what the page says is still true.
    at.advance(time::Duration::hours(3));
    at.run_jobs().await;
    assert_eq!(open_steps(&at).await, 0);
    let long_after = visitor.get(&check.path).await;
    assert!(!long_after.contains("Nothing was sent"), "{long_after:?}");
    long_after.says(&at.text("en", "respond-lost-text"));
}

#[tokio::test]
async fn two_photos_in_two_tabs_are_two_forms() {
    let (at, society, photo) = with_a_photo().await;
    let other = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let visitor = at.visitor();
    let first = visitor.get(&door(&photo, "looking-for-me")).await.expect(200);
    let second = visitor.get(&door(&other, "looking-for-me")).await.expect(200);
    let first = first.main_form().set("relation", "brother").submit(&visitor).await.expect(200);
    let second = second.main_form().set("relation", "cousin").submit(&visitor).await.expect(200);
    let first = first.main_form().set("name", NAME).set("message", WORDS).submit(&visitor).await.expect(200);
    let check = first.main_form().set("contact", "code").submit(&visitor).await.expect(200);
    let receipt = solved(&at, check.main_form()).submit(&visitor).await;
    Receipt::on(&receipt);
    receipt.form("/receipt/saved").submit(&visitor).await.expect(200);

    let kept = again(&visitor, &second).await;
    let message = "I know the yellow door behind her.";
    let contact =
        kept.main_form().set("name", "Mira").set("message", message).submit(&visitor).await.expect(200);
    let check = contact.main_form().set("contact", "code").submit(&visitor).await.expect(200);
    check.says(message).says(&at.text("en", "relation-cousin"));
    let receipt = sends(&at, &visitor, &check).await;
    Receipt::on(&receipt);
    receipt.form("/receipt/saved").submit(&visitor).await.expect(200);
    assert_eq!(visitor.cookies(), "");
    assert_eq!(at.count("select count(*) from responses").await, 2);
}

#[tokio::test]
async fn one_form_in_two_tabs_loses_neither_text() {
    let (at, _, photo) = with_a_photo().await;
    let visitor = at.visitor();
    let start = visitor.get(&door(&photo, "looking-for-me")).await.expect(200);
    let story = start.main_form().set("relation", "brother").submit(&visitor).await.expect(200);
    let twin = again(&visitor, &story).await;
    let one = story.main_form().set("name", NAME).set("message", WORDS).submit(&visitor).await.expect(200);
    let other_words = "It was the bridge with the red lamps.";
    let two =
        twin.main_form().set("name", NAME).set("message", other_words).submit(&visitor).await.expect(200);
    for (page, words) in [(one, WORDS), (two, other_words)] {
        let page = again(&visitor, &page).await;
        let check = page.main_form().set("contact", "code").submit(&visitor).await.expect(200);
        again(&visitor, &check).await.says(words);
    }
}

#[tokio::test]
async fn a_fault_is_told_again_after_a_reload_and_what_was_typed_stays() {
    let (at, _, photo) = with_a_photo().await;
    let visitor = at.visitor();
    let start = visitor.get(&door(&photo, "looking-for-me")).await.expect(200);
    let story = start.main_form().set("relation", "brother").submit(&visitor).await.expect(200);
    let long = "n".repeat(300);
    let told = story.main_form().set("name", &long).set("message", WORDS).submit(&visitor).await.expect(422);
    let told = again(&visitor, &told).await;
    assert!(told.fault_at("name").is_some(), "{told:?}");
    assert_eq!(
        (told.main_form().value("name"), told.main_form().value("message")),
        (Some(&*long), Some(WORDS))
    );
    let contact = told.main_form().set("name", NAME).submit(&visitor).await.expect(200);
    let mended = visitor.get(&told.path).await.expect(200);
    assert_eq!(mended.main_form().value("name"), Some(NAME));
    let check = contact.main_form().set("contact", "code").submit(&visitor).await.expect(200);
    // Wrong digits on the check page.
    let wrong = check.main_form().set("digits", "1").submit(&visitor).await.expect(422);
    let wrong = again(&visitor, &wrong).await;
    wrong.says(WORDS);
    Receipt::on(&solved(&at, wrong.main_form()).submit(&visitor).await);
}

#[tokio::test]
async fn whoever_leaves_or_finishes_leaves_no_step_behind() {
    let (at, _, photo) = with_a_photo().await;
    let visitor = at.visitor();
    let check = fills(&visitor, "en", photo.number, letter()).await;
    assert!(open_steps(&at).await > 0);
    visitor.get_only("/en/leave").await.expect(303);
    assert_eq!((open_steps(&at).await, visitor.cookies().as_str()), (0, ""));
    let after = visitor.get(&check.path).await;
    assert!(!after.contains(WORDS) && !after.contains(PHONE), "{after:?}");

    // A form that was left open.
    let visitor = at.visitor();
    fills(&visitor, "en", photo.number, letter()).await;
    at.advance(time::Duration::minutes(115));
    at.run_jobs().await;
    assert!(open_steps(&at).await > 0, "erased too early");
    at.advance(time::Duration::minutes(11));
    at.run_jobs().await;
    assert_eq!(open_steps(&at).await, 0);
}

#[tokio::test]
async fn an_address_opens_nothing_without_the_cookie() {
    let (at, _, photo) = with_a_photo().await;
    let visitor = at.visitor();
    let check = fills(&visitor, "en", photo.number, letter()).await;
    for stranger in [at.visitor(), {
        let other = at.visitor();
        fills(&other, "en", photo.number, Letter::saying("of somebody else")).await;
        other
    }] {
        let page = stranger.get(&check.path).await;
        assert!(!page.contains(WORDS) && !page.contains(NAME) && !page.contains("somebody else"), "{page:?}");
    }
}
