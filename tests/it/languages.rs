//! Everybody reads in their own language: which languages there are, and what a change of language keeps.

use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Society};
use crate::harness::site_pages::{Letter, Receipt, fills, reads, solved};

#[tokio::test]
async fn the_site_speaks_nine_languages_and_the_desk_two() {
    let at = TestApp::start().await;
    let chooser = at.visitor().get("/").await.expect(200);
    for (lang, name, desk) in [
        ("en", "English", 200),
        ("fr", "Français", 404),
        ("es", "Español", 404),
        ("ar", "العربية", 200),
        ("fa-AF", "دری", 404),
        ("ps", "پښتو", 404),
        ("so", "Soomaali", 404),
        ("ti", "ትግርኛ", 404),
        ("uk", "Українська", 404),
        ("tlh", "", 404),
    ] {
        let is_spoken = !name.is_empty();
        let page = at.visitor().get(&format!("/{lang}/")).await.expect(if is_spoken { 200 } else { 404 });
        assert_eq!(page.html().contains(&format!("<html lang=\"{lang}\"")), is_spoken, "{lang}");
        chooser.says(name);
        at.at_the_desk().get(&format!("/{lang}/sign-in")).await.expect(desk);
    }
    assert_eq!(at.app.pages.texts().fallen_back(), [], "a text was said in English instead");
}

#[tokio::test]
async fn two_made_up_languages_show_what_a_page_does_not_translate() {
    let at = TestApp::with(&[("pseudo_languages", "true")]).await;
    for (lang, dir, lead) in [("en-XA", "ltr", "⟦Ţĥéšé þéöþļé"), ("ar-XB", "rtl", "تحهسه بهوبله")]
    {
        let page = at.visitor().get(&format!("/{lang}/")).await.expect(200);
        page.says(lead);
        assert!(page.html().contains(&format!("<html lang=\"{lang}\" dir=\"{dir}\"")), "{lang}");
        at.at_the_desk().get(&format!("/{lang}/sign-in")).await.expect(200);
    }
    let usual = TestApp::start().await;
    usual.visitor().get("/en-XA/").await.expect(404);
}

const NAME: &str = "Jawad Testname";
const WORDS: &str = "We lost each other at the bridge with the blue lamps.";

#[tokio::test]
async fn who_changes_the_language_in_the_middle_of_a_form_loses_nothing() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let visitor = at.visitor();
    let door = format!("/en/photo/{}/respond/looking-for-me", photo.number.compact());
    let relation = visitor.get(&door).await.expect(200).main_form().set("relation", "brother");
    let story = relation.submit(&visitor).await.expect(200).main_form();

    // A half-filled form continues in Arabic at the same step, without complaints about empty fields.
    let half = story.set("message", WORDS).press(&visitor, "العربية").await.expect(200);
    assert!(half.path.starts_with("/ar/photo/") && half.path.ends_with("/story"), "{}", half.path);
    assert!(half.html().contains("<html lang=\"ar\" dir=\"rtl\""), "{half:?}");
    let form = half.main_form();
    assert_eq!((form.value("message"), form.value("name")), (Some(WORDS), Some("")));
    let contact = form.set("name", NAME).submit(&visitor).await.expect(200);
    let check = contact.main_form().set("contact", "code").submit(&visitor).await.expect(200);

    // The check page can be switched too, and the receipt is in that language.
    let check = check.main_form().press(&visitor, "Українська").await.expect(200);
    check.says(NAME).says(WORDS);
    let sent = solved(&at, check.main_form()).submit(&visitor).await.expect(200);
    assert!(sent.html().contains("<html lang=\"uk\""), "{sent:?}");
    let receipt = Receipt::on(&sent);

    // So can the mailbox.
    let mailbox = reads(&visitor, &receipt.code).await;
    let answer = mailbox.form("/return/answer").set("answer", "It was in spring.");
    let switched = answer.press(&visitor, "Français").await.expect(200);
    assert!(switched.html().contains("<html lang=\"fr\""), "{switched:?}");
    assert_eq!(switched.form("/return/answer").value("answer"), Some("It was in spring."));
    assert_eq!(at.count("select count(*) from messages").await, 0, "a change of language sent it");
}

#[tokio::test]
async fn what_is_too_long_is_told_before_the_language_changes() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let visitor = at.visitor();
    let check = fills(&visitor, "en", photo.number, Letter::saying(WORDS)).await;
    let story = check.main_form().press(&visitor, "story").await.expect(200).main_form();
    let long = "x".repeat(13_000);
    let told = story.set("message", &long).press(&visitor, "العربية").await.expect(422);
    assert!(told.fault_at("message").is_some(), "{told:?}");
    assert_eq!(told.main_form().value("message"), Some(&*long));
}
