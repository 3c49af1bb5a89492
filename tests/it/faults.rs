//! Every fault of a form of the site is shown above it and at its field, in the visitor's language, and what was typed stays.
//! Each fault that the site has a text for is tried, in left-to-right and right-to-left languages.

use std::cell::RefCell;
use std::collections::BTreeSet;
use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::form::Form;
use crate::harness::people::{Enquirer, Photo, Society};
use crate::harness::site_pages::{Letter, responds, solved};

/// Endings of the keys of texts that describe a fault.
const ENDINGS: [&str; 15] = [
    "-missing",
    "-long",
    "-wrong",
    "-often",
    "-spent",
    "-expired",
    "-unavailable",
    "-not-digits",
    "-length",
    "-wrong-length",
    "-wrong-digit",
    "-check-digit",
    "-unknown",
    "-needed",
    "-over",
];

/// Keys with such an ending that this test skips. The second value says why: what the text is, or which test covers it.
const ELSEWHERE: [(&str, &str); 7] = [
    ("form-unknown", "an answer like any other"),
    ("photo-door-wrong", "a door"),
    ("respond-lead-something-wrong", "a lead"),
    ("respond-story-something-wrong", "a title"),
    ("respond-message-wrong", "a question"),
    ("respond-digits-needed", "bad_input::stores::with_little_room_left_a_response_needs_the_digits"),
    ("captcha-digits-unavailable", "the story below"),
];

/// One language's walk over all forms.
struct Walk<'a> {
    at: &'a TestApp,
    lang: &'static str,
    told: RefCell<BTreeSet<String>>,
}

impl Walk<'_> {
    /// A browser at an address of its own, so that no limit comes in between.
    async fn opens(&self, path: &str) -> (Browser, Page) {
        let visitor = self.at.visitor();
        let page = visitor.get(&format!("/{}/{path}", self.lang)).await.expect(200);
        (visitor, page)
    }

    /// Checks that a page shows this fault everywhere it must, with everything that was typed.
    #[track_caller]
    fn tells(&self, page: &Page, (field, key): (&str, &str), typed: &[(&str, &str)]) {
        let says = |key| self.at.text(self.lang, key);
        let (told, spoken) = (says(key), says("form-error-spoken"));
        assert_eq!(page.status, 422, "{key}: {page:?}");
        assert!(page.title().starts_with(&spoken), "{key}: {}", page.title());
        let summary = page.texts(&format!("#errors[role=alert] a[href='#f-{field}']"));
        assert!(summary.iter().any(|line| line.starts_with(&told)), "{key}: {summary:?}");
        assert_eq!(page.texts(&format!("#f-{field}")).len(), 1, "{key}: what the summary leads to");
        let beside = page.fault_at(field).unwrap_or_default();
        // A text that is too long also gets the number of letters that are too many.
        let also =
            beside.strip_prefix(&format!("{spoken} {told}")).unwrap_or_else(|| panic!("{key}: {beside}"));
        assert_eq!(also.is_empty(), !key.ends_with("-long"), "{key}: {beside}");
        let described = page.all("[aria-describedby]", "aria-describedby");
        assert!(
            described.iter().any(|ids| ids.contains(&format!("f-{field}-fault"))),
            "{key}: {described:?}"
        );
        // The look-up of a number needs no cookie and is no POST.
        let form = page.form(if field == "number" { "/number" } else { "" });
        for (name, value) in typed {
            assert_eq!(form.value(name), Some(*value), "{key}: {name} is gone");
        }
        self.told.borrow_mut().insert(key.to_owned());
    }

    /// Types these values, sends the form, and checks that the page tells the fault. Returns that page.
    async fn refuses(
        &self,
        visitor: &Browser,
        form: Form,
        typed: &[(&str, &str)],
        fault: (&str, &str),
    ) -> Page {
        let form = typed.iter().fold(form, |form, (name, value)| form.set(name, value));
        let page = form.submit(visitor).await;
        self.tells(&page, fault, typed);
        page
    }

    async fn numbers(&self) {
        let never_drawn = format!("9999999{}", kinlight::digits::damm("9999999"));
        for (typed, key) in [
            ("", "number-missing"),
            ("my sister", "number-not-digits"),
            ("4721", "number-wrong-length"),
            ("4721 8832", "number-wrong-digit"),
            (never_drawn.as_str(), "number-unknown"),
        ] {
            let (visitor, page) = self.opens("number").await;
            self.refuses(&visitor, page.form("/number"), &[("number", typed)], ("number", key)).await;
        }
    }

    async fn codes(&self) {
        let fifteen = "123456789012345";
        let never_given = format!("{fifteen}{}", kinlight::digits::damm(fifteen));
        for (path, unknown) in [("return", "return-code-unknown"), ("withdraw", "withdraw-code-unknown")] {
            for (typed, key) in [
                ("", "return-code-missing"),
                ("the one on my paper", "return-code-not-digits"),
                ("1234 5678", "return-code-length"),
                ("1234 5678 9012 3456", "return-code-check-digit"),
                (never_given.as_str(), unknown),
            ] {
                let (visitor, page) = self.opens(path).await;
                self.refuses(&visitor, page.main_form(), &[("code", typed)], ("code", key)).await;
            }
        }
    }

    /// A message without digits waits in the slow lane; a search can't.
    async fn search(&self) {
        let (visitor, page) = self.opens("?sex=woman").await;
        let fault = ("digits", "captcha-digits-missing");
        self.refuses(&visitor, page.main_form(), &[("digits", "")], fault).await;
    }

    async fn letters(&self, photo: &Photo) {
        let (name, words) = ("ن".repeat(201), "w".repeat(101));
        let (phone, email) = ("5".repeat(61), format!("{}@example.org", "a".repeat(250)));
        let message = "ن".repeat(6_100);
        let door = format!("photo/{}/respond", photo.number.compact());
        let (visitor, relation) = self.opens(&format!("{door}/i-know")).await;
        let form = || relation.main_form();
        self.refuses(&visitor, form(), &[], ("relation", "respond-relation-missing")).await;
        let long = [("relation", "other"), ("relation_in_words", words.as_str())];
        self.refuses(&visitor, form(), &long, ("relation_in_words", "respond-relation-in-words-long")).await;

        let story = form().set("relation", "brother").submit(&visitor).await.expect(200);
        let form = || story.main_form();
        let said = [("name", ""), ("message", "I saw her")];
        self.refuses(&visitor, form(), &said, ("name", "respond-name-missing")).await;
        let said = [("name", name.as_str()), ("message", "I saw her")];
        self.refuses(&visitor, form(), &said, ("name", "respond-name-long")).await;
        let said = [("name", "نور"), ("message", message.as_str())];
        self.refuses(&visitor, form(), &said, ("message", "respond-message-long")).await;
        let silent = form().tick("no_name", "yes").submit(&visitor).await;
        self.tells(&silent, ("message", "respond-message-missing"), &[]);

        let contact = form().set("name", "نور").submit(&visitor).await.expect(200);
        let form = || contact.main_form();
        self.refuses(&visitor, form(), &[], ("contact", "respond-contact-missing")).await;
        for (typed, fault) in [
            ([("contact", "phone"), ("phone", "")], ("phone", "respond-phone-missing")),
            ([("contact", "phone"), ("phone", phone.as_str())], ("phone", "respond-phone-long")),
            ([("contact", "email"), ("email", "")], ("email", "respond-email-missing")),
            ([("contact", "email"), ("email", "noor at example")], ("email", "respond-email-wrong")),
            ([("contact", "email"), ("email", email.as_str())], ("email", "respond-email-long")),
        ] {
            self.refuses(&visitor, form(), &typed, fault).await;
        }

        let by_phone = form().set("contact", "phone").set("phone", "+999 555 0142");
        let safe = by_phone.submit(&visitor).await.expect(200);
        let times = [("good_times", words.as_str())];
        self.refuses(&visitor, safe.main_form(), &times, ("good_times", "respond-times-long")).await;

        let check = safe.main_form().submit(&visitor).await.expect(200);
        let digits = |typed: &'static str| check.main_form().set("digits", typed);
        for (form, key) in [
            (digits("00000"), "captcha-digits-wrong"),
            (digits("12345").forge("challenge", "of-another-day"), "captcha-digits-expired"),
            // The wrong digits have used up the picture.
            (solved(self.at, check.main_form()), "captcha-digits-spent"),
        ] {
            self.tells(&form.submit(&visitor).await, ("digits", key), &[]);
        }
    }

    async fn answers_to_staff(&self, photo: &Photo) {
        let visitor = self.at.visitor();
        let receipt = responds(self.at, &visitor, photo.number, Letter::saying("I know her")).await;
        let (visitor, asked) = self.opens("return").await;
        let mailbox = asked.main_form().set("code", &receipt.code).submit(&visitor).await.expect(200);
        let form = || mailbox.form("/answer");
        let long = "ن".repeat(4_001);
        for (typed, key) in [("", "return-answer-missing"), (long.as_str(), "return-answer-long")] {
            let page = form().set("answer", typed).submit(&visitor).await;
            self.tells(&page, ("answer", key), &[]);
            assert_eq!(page.form("/answer").value("answer"), Some(typed), "{key}: what was typed is gone");
        }
        let mut page = mailbox.clone();
        for n in 0..100 {
            let next = page.form("/answer").set("answer", &format!("answer {n}")).submit(&visitor).await;
            if next.status != 200 {
                self.tells(&next, ("answer", "return-answer-often"), &[]);
                break;
            }
            page = next;
        }
        self.at.later(Duration::hours(25)).await;
        let late = form().set("answer", "after a day").submit(&visitor).await;
        self.tells(&late, ("code", "return-over"), &[]);
    }
}

#[tokio::test]
async fn every_fault_of_every_form_is_told_above_and_at_its_field_and_what_was_typed_stays() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    for lang in ["en", "ar"] {
        let walk = Walk { at: &at, lang, told: RefCell::default() };
        walk.numbers().await;
        walk.codes().await;
        walk.search().await;
        walk.letters(&photo).await;
        walk.answers_to_staff(&photo).await;
        let told = walk.told.into_inner();
        let untold: Vec<&str> = sentences().filter(|key| !told.contains(*key)).collect();
        assert_eq!(untold, [""; 0], "{lang}: faults that this story doesn't make");
    }
}

#[tokio::test]
async fn digits_that_can_not_be_checked_are_told_at_their_field() {
    let at = TestApp::start().await;
    let walks = ["en", "ar"].map(|lang| Walk { at: &at, lang, told: RefCell::default() });
    let mut asked = Vec::new();
    for walk in &walks {
        asked.push(walk.opens("?sex=woman").await);
    }
    at.app.db.site.clone().close().await.unwrap();
    for (walk, (visitor, page)) in walks.iter().zip(asked) {
        let told = solved(&at, page.main_form()).submit(&visitor).await;
        walk.tells(&told, ("digits", "captcha-digits-unavailable"), &[]);
    }
}

/// The keys of all English texts that tell a fault of a form of the site.
fn sentences() -> impl Iterator<Item = &'static str> {
    let english = concat!(
        include_str!("../../locales/en/captcha.ftl"),
        include_str!("../../locales/en/common.ftl"),
        include_str!("../../locales/en/gallery.ftl"),
        include_str!("../../locales/en/photo.ftl"),
        include_str!("../../locales/en/receipt.ftl"),
        include_str!("../../locales/en/respond.ftl"),
        include_str!("../../locales/en/return.ftl"),
        include_str!("../../locales/en/withdraw.ftl"),
    );
    let keys = english.lines().filter_map(|line| Some(line.split_once(" =")?.0));
    let keys = keys.filter(|key| ENDINGS.iter().any(|ending| key.ends_with(ending)));
    keys.filter(|key| !ELSEWHERE.iter().any(|(name, _)| name == key))
}
