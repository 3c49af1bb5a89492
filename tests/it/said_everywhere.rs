//! What every page for answering says in every language, and what no page ever says.

use crate::harness::app::TestApp;
use crate::harness::browser::Page;
use crate::harness::people::{Enquirer, Society};
use crate::harness::site_pages::{Letter, Receipt, fills, sends};
use kinlight::i18n::{Audience, Texts};

/// Checks that the page says that all is free, and the rule of the caller-check number.
fn tells_the_rules(at: &TestApp, lang: &str, page: &Page) {
    for key in ["free-line", "caller-check-rule"] {
        page.says(&at.text(lang, key));
    }
}

#[tokio::test]
async fn photo_form_and_receipt_tell_in_each_language_that_all_is_free_and_who_may_call() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let number = photo.number.compact();
    for lang in at.app.pages.texts().languages(Audience::Public).to_vec() {
        let lang = lang.code();
        let visitor = at.visitor();
        let address = format!("/{lang}/photo/{number}");
        let page = visitor.get(&address).await.expect(200);
        tells_the_rules(&at, lang, &page);

        // Four doors, two of them small; a number that runs from left to right; no link to share it.
        for door in ["looking-for-me", "i-know", "remove-my-photo", "something-wrong"] {
            let door = format!("{address}/respond/{door}");
            assert_eq!(page.has_link_to(&door).as_deref(), Some(&*door), "{lang}");
            let form = visitor.get(&door).await.expect(200);
            tells_the_rules(&at, lang, &form);
            form.says(&at.text(lang, "child-note"));
            assert!(form.has_link_to(&format!("/{lang}/leave")).is_some(), "{lang}: no way out of {door}");
        }
        assert_eq!(page.all(".doors.small a", "href").len(), 2, "{lang}");
        assert!(page.texts("bdi[dir=ltr]").contains(&photo.number.grouped()), "{lang}: {page:?}");
        assert_eq!(page.all("meta[name=robots]", "content"), ["noindex, noimageindex"]);
        let away = page.all("main a", "href").into_iter().filter(|href| !href.starts_with('/'));
        assert_eq!(away.collect::<Vec<_>>(), Vec::<String>::new(), "{lang}: a link leads to another site");

        // Only the receipt shows the number itself. Four screens and the check page come before it.
        assert!(page.texts("[data-caller-check]").is_empty(), "{lang}");
        let check =
            fills(&visitor, lang, photo.number, Letter { phone: Some("+93 70"), ..Letter::saying("Me.") });
        let check = check.await;
        // The address contains the photo, the door, the step, and a random id that opens nothing without the cookie.
        let door = format!("/{lang}/photo/{}/respond/looking-for-me/", photo.number.compact());
        let id = check.path.strip_prefix(&door).and_then(|rest| rest.strip_suffix("/check"));
        let is_random =
            |id: &str| id.len() == 22 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
        assert!(id.is_some_and(is_random), "something personal in an address: {}", check.path);
        let sent = sends(&at, &visitor, &check).await;
        tells_the_rules(&at, lang, &sent);
        assert_eq!(Receipt::on(&sent).caller_check.len(), 4, "{lang}");
    }
}

#[tokio::test]
async fn each_page_that_explains_is_there_in_each_language_and_asks_for_nothing() {
    let at = TestApp::start().await;
    for lang in at.app.pages.texts().languages(Audience::Public) {
        for page in ["safety", "scams", "clear", "privacy", "help", "questions", "about", "children"] {
            let visitor = at.visitor();
            let seen = visitor.get(&format!("/{lang}/{page}")).await.expect(200);
            assert_eq!(seen.texts("h1"), [at.text(lang.code(), &format!("{page}-title"))]);
            assert_eq!(
                (visitor.cookies(), seen.header("cache-control")),
                (String::new(), "public, max-age=3600")
            );
        }
    }
    at.visitor().get("/en/layout").await.expect(404);
}

#[test]
fn no_text_for_the_public_speaks_of_a_match_or_asks_for_money() {
    let texts = Texts::load().unwrap();
    let english = texts.texts(texts.english()).unwrap();
    for (key, text) in english.iter().filter(|(_, text)| text.audience == Audience::Public) {
        let Ok(said) = texts.try_get(texts.english(), key, &[]) else { continue };
        let said = said.to_lowercase();
        for word in ["match", "donat", "please", "invalid", "click"] {
            let is_promise = key == "privacy-never-text";
            assert!(is_promise || !said.contains(word), "{key} in {}: {said}", text.file);
        }
    }
}
