//! What strangers do on the site, page by page, with forms and cookies only.

use kinlight::captcha::Challenge;
use kinlight::photo_number::PhotoNumber;

use super::app::TestApp;
use super::browser::{Browser, Page};
use super::form::Form;

/// What a responder writes.
#[derive(Clone, Copy)]
pub struct Letter<'a> {
    pub door: &'a str,
    pub relation: &'a str,
    pub name: &'a str,
    pub message: &'a str,
    /// Without a phone number, the sender comes back with the code.
    pub phone: Option<&'a str>,
}

impl<'a> Letter<'a> {
    pub fn saying(message: &'a str) -> Letter<'a> {
        Letter { door: "looking-for-me", relation: "brother", name: "Jawad Testname", message, phone: None }
    }
}

/// What the receipt page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// In fours, as shown.
    pub code: String,
    pub caller_check: String,
}

impl Receipt {
    #[track_caller]
    pub fn on(page: &Page) -> Receipt {
        assert_eq!(page.status, 200, "{page:?}");
        let code = page.text_of(".code-box [data-code]");
        let digits = code.chars().filter(char::is_ascii_digit).count();
        assert!([16, 24].contains(&digits), "no receipt: {page:?}");
        let caller_check = page.text_of("[data-caller-check]");
        assert_eq!(caller_check.chars().filter(char::is_ascii_digit).count(), 4, "no number: {page:?}");
        Receipt { code, caller_check }
    }
}

/// Fills in the digits of the picture, as a person does.
pub fn solved(at: &TestApp, form: Form) -> Form {
    let token = form.value("challenge").expect("a CAPTCHA").to_owned();
    let challenge =
        Challenge::from_token(&at.app.secrets.site_tokens, &token, at.now()).expect("a fresh one");
    form.set("digits", challenge.answer())
}

/// Fills in the form up to the check page, which shows everything once more.
pub async fn fills(browser: &Browser, lang: &str, photo: PhotoNumber, letter: Letter<'_>) -> Page {
    let photo = format!("/{lang}/photo/{}", photo.compact());
    let page = browser.get(&photo).await.expect(200);
    let door = page.has_link_to(&format!("{photo}/respond/{}", letter.door)).expect("the door");
    let mut page = browser.get(&door).await.expect(200);
    let is_of_family = matches!(letter.door, "looking-for-me" | "i-know");
    if is_of_family {
        page = page.main_form().set("relation", letter.relation).submit(browser).await.expect(200);
    }
    let mut story = page.main_form().set("message", letter.message);
    if is_of_family {
        story = story.set("name", letter.name);
    }
    let page = story.submit(browser).await.expect(200);
    match letter.phone {
        None => page.main_form().set("contact", "code").submit(browser).await.expect(200),
        Some(number) => {
            let form = page.main_form().set("contact", "phone").set("phone", number);
            let page = form.submit(browser).await.expect(200);
            let form = page.main_form().set("only_mine", "yes").set("may_leave_message", "no");
            form.submit(browser).await.expect(200)
        }
    }
}

/// Sends the form from the check page; solves the CAPTCHA if there is one.
pub async fn sends(at: &TestApp, browser: &Browser, check: &Page) -> Page {
    let form = check.main_form();
    let form = if form.has("challenge") { solved(at, form) } else { form };
    form.submit(browser).await
}

/// Answers a photo, from its page to the receipt.
pub async fn responds(at: &TestApp, browser: &Browser, photo: PhotoNumber, letter: Letter<'_>) -> Receipt {
    let check = fills(browser, "en", photo, letter).await;
    Receipt::on(&sends(at, browser, &check).await)
}

/// Opens the mailbox with the code.
pub async fn reads(browser: &Browser, code: &str) -> Page {
    let asked = browser.get("/en/return").await.expect(200);
    asked.main_form().set("code", code).submit(browser).await.expect(200)
}
