//! Forms and addresses that no browser would send, or that a person got slightly wrong.

use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Photo, Society};
use crate::harness::site_pages::{Letter, Receipt, fills, solved};

const LANGS: [&str; 2] = ["en", "ar"];

async fn with_a_photo() -> (TestApp, Society, Photo) {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    (at, society, photo)
}

#[tokio::test]
async fn a_form_without_its_token_changes_nothing() {
    let (at, society, photo) = with_a_photo().await;
    for lang in LANGS {
        let title = at.text(lang, "error-no-token-title");
        let visitor = at.visitor();
        let check = fills(&visitor, lang, photo.number, Letter::saying("hello")).await;
        let form = solved(&at, check.main_form());
        // The page comes again, with everything that was typed.
        let again = at.text(lang, "respond-cookie-title");
        form.clone().without("csrf").submit(&visitor).await.expect(422).says(&again).says("hello");
        form.clone().forge("csrf", "AAAAAAAAAAAAAAAAAAAAAA").submit(&visitor).await.expect(422).says(&again);
        // A form that another browser sends is refused in the same way.
        form.clone().submit(&at.visitor()).await.expect(422).says(&again).says("hello");

        let moderator = society.moderator.signs_in(&at).await;
        let page = moderator.get(&format!("/{lang}/publications/{}", photo.id)).await.expect(200);
        let form = page.form(&format!("/{lang}/publications/"));
        let reason = form.offers("reason")[0].to_owned();
        let form = form.set("reason", &reason);
        form.without("csrf").submit(&moderator).await.expect(403).says(&title);
    }
    assert_eq!(at.count("select count(*) from responses").await, 0);
    assert_eq!(at.count("select count(*) from publications where stage = 'live'").await, 1);
}

#[tokio::test]
async fn a_replayed_captcha_is_told_and_keeps_every_answer() {
    let (at, _, photo) = with_a_photo().await;
    for lang in LANGS {
        let visitor = at.visitor();
        let check = fills(&visitor, lang, photo.number, Letter::saying("the first")).await;
        let first = solved(&at, check.main_form());
        let (challenge, digits) =
            (first.value("challenge").unwrap().to_owned(), first.value("digits").unwrap().to_owned());
        Receipt::on(&first.submit(&visitor).await);
        let other = at.visitor();
        let check = fills(&other, lang, photo.number, Letter::saying("the second")).await;
        let replayed = check.main_form().forge("challenge", &challenge).set("digits", &digits);
        let page = replayed.submit(&other).await.expect(422);
        assert!(
            page.fault_at("digits").unwrap_or_default().contains(&at.text(lang, "captcha-digits-spent")),
            "{page:?}"
        );
        page.says("the second");
        Receipt::on(&solved(&at, page.main_form()).submit(&other).await);
    }
    assert_eq!(at.count("select count(*) from responses").await, 4);
}

#[tokio::test]
async fn a_wrong_digit_in_a_code_is_told_at_the_field_and_the_code_stays() {
    let (at, ..) = with_a_photo().await;
    for lang in LANGS {
        for path in ["return", "withdraw"] {
            let visitor = at.visitor();
            let form = visitor.get(&format!("/{lang}/{path}")).await.expect(200).main_form();
            let page = form.set("code", "1234 5678 9012 3456").submit(&visitor).await.expect(422);
            let told = page.fault_at("code").expect("told at the field");
            let swapped = at.text(lang, "return-code-check-digit");
            assert!(told.contains(&swapped), "{path}: {told}");
            assert_eq!(page.main_form().value("code"), Some("1234 5678 9012 3456"), "what was typed is gone");
        }
    }
}

#[tokio::test]
async fn ten_thousand_letters_in_a_name_are_told_and_kept() {
    let (at, _, photo) = with_a_photo().await;
    let name = "ن".repeat(10_000);
    for lang in LANGS {
        let visitor = at.visitor();
        let door = format!("/{lang}/photo/{}/respond/i-know", photo.number.compact());
        let page = visitor.get(&door).await.expect(200);
        let page = page.main_form().set("relation", "brother").submit(&visitor).await.expect(200);
        let form = page.main_form().set("name", &name).set("message", "I saw her");
        let page = form.submit(&visitor).await.expect(422);
        assert!(
            page.fault_at("name").unwrap_or_default().contains(&at.text(lang, "respond-name-long")),
            "{}",
            page.title()
        );
        assert_eq!(page.main_form().value("name"), Some(name.as_str()), "what was typed is gone");
        let mended = page.main_form().set("name", "Noor").submit(&visitor).await.expect(200);
        assert_eq!(mended.fault_at("name"), None);
    }
}

#[tokio::test]
async fn bytes_that_are_not_utf8_are_refused_whole() {
    let (at, _, photo) = with_a_photo().await;
    for lang in LANGS {
        let visitor = at.visitor();
        let page = visitor.get(&format!("/{lang}/photo/{}/respond/i-know", photo.number.compact())).await;
        let (kind, mut body, action) = page.expect(200).main_form().set("relation", "brother").sealed();
        body.extend(b"&relation_in_words=%FF%FE\xff");
        let answer = visitor.post_raw(&action, &kind, body).await.expect(400);
        answer.says(&at.text(lang, "error-bad-form-title"));
    }
    let broken = at.visitor().get("/en/?seeking=%FF").await;
    assert!((400..500).contains(&broken.status), "{broken:?}");
}

#[tokio::test]
async fn unknown_filters_and_pages_beyond_the_last_lead_on() {
    let (at, ..) = with_a_photo().await;
    for lang in LANGS {
        let cases = [
            ("?seeking=dragon", 400, "gallery-unknown-title"),
            ("?sex=9", 400, "gallery-unknown-title"),
            ("?place=ZZ", 400, "gallery-unknown-title"),
            ("?page=0", 400, "gallery-unknown-title"),
            ("?page=none", 400, "gallery-unknown-title"),
            ("?page=2", 404, "gallery-beyond-title"),
            ("?page=4000000", 404, "gallery-beyond-title"),
        ];
        for (query, status, key) in cases {
            let page = at.visitor().get(&format!("/{lang}/{query}")).await;
            assert_eq!(page.status, status, "{query}");
            page.says(&at.text(lang, key));
            assert!(page.has_link_to(&format!("/{lang}/")).is_some(), "{query} leads nowhere");
        }
        for path in ["photo/00000000", "photo/x", "photo/12345678/respond/i-know", "no-such-page"] {
            let page = at.visitor().get(&format!("/{lang}/{path}")).await;
            assert_eq!(page.status, 404, "{path}");
            page.says(&at.text(lang, "error-not-found-title"));
        }
    }
}

#[tokio::test]
async fn a_form_that_was_open_too_long_keeps_its_answers() {
    let (at, _, photo) = with_a_photo().await;
    let visitor = at.visitor();
    let check = fills(&visitor, "en", photo.number, Letter::saying("I had to look for my glasses")).await;
    at.later(time::Duration::hours(3)).await;
    let page = check.main_form().submit(&visitor).await.expect(200);
    page.says(&at.text("en", "respond-old-title")).says("I had to look for my glasses");
    Receipt::on(&solved(&at, page.main_form()).submit(&visitor).await);
    // Forged state that can't be opened: the page says that the form is lost.
    let lost = check.main_form().forge("state", "scribble").submit(&visitor).await.expect(400);
    lost.says(&at.text("en", "respond-lost-title"));
}
