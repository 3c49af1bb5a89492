//! Nothing typed at the desk is ever lost: not by the lock, the session's end or another sign-in, and not by saving another box,
//! a change of language or a conflict. Each form is sent as a browser without scripts sends it.

use kinlight::staff::roles::Role;
use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::Page;
use crate::harness::people::{Society, portrait};

const STORY: &str = "They were parted at the bridge.\n\nHe carried a red lantern, و«قال» وداعًا.";

#[tokio::test]
async fn what_met_the_lock_or_the_sessions_end_stands_in_its_fields_after_signing_in() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let who = &society.case_worker;
    for away in [Duration::minutes(11), Duration::hours(13)] {
        let (worker, page) = society.opens_a_draft(&at).await;
        let form =
            page.form("Save the private part").set("story", STORY).set("before_whom", "Olu of the bridge");
        at.advance(away);
        let asked = form.submit(&worker).await.expect(200);
        asked.says("What you typed is kept");
        assert!(!asked.html().contains("lantern"), "the text is shown before signing in");
        let wrong = asked.main_form().set("name", &who.name).set("password", "not this one at all");
        let asked = wrong.submit(&worker).await.expect(422);
        let given = who.signs_in_on(asked, &at, &worker).await.expect(200);
        assert!(given.path.starts_with(page.path.as_str()), "{given:?}");
        given.says("Not saved yet");
        let form = given.form("Save the private part");
        assert_eq!(form.value("story"), Some(STORY));
        assert_eq!(form.value("before_whom"), Some("Olu of the bridge"), "the other box's text is lost");
        let saved = worker.get(&page.path).await.expect(200).form("Save the private part");
        assert_ne!(saved.value("story"), Some(STORY), "it was saved without a press");
        let page = form.submit(&worker).await.expect(200);
        let form = page.form("Save the consent");
        assert_eq!(form.value("story"), Some(STORY));
        assert_eq!(form.value("before_whom"), Some("Olu of the bridge"), "the other box's text is lost");
    }
}

#[tokio::test]
async fn what_was_typed_comes_back_to_its_typist_alone() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let (worker, page) = society.opens_a_draft(&at).await;
    let form = page.form("Save the private part").set("story", STORY);
    at.advance(Duration::minutes(11));
    let asked = form.clone().submit(&worker).await.expect(200);
    // A colleague who then signs in with the same browser may see the draft, but nothing that was typed.
    let colleague = society.takes_on(&at, "second-case-worker", &[Role::CaseWorker]).await;
    let other = colleague.signs_in_on(asked, &at, &worker).await.expect(200);
    assert!(other.path.starts_with(page.path.as_str()), "{other:?}");
    assert!(!other.html().contains("lantern") && !other.contains("Not saved yet"), "{other:?}");
    let sent = form.submit(&worker).await;
    assert!(!sent.html().contains("lantern"), "{sent:?}");
    assert_eq!(sent.status, 403);
}

#[tokio::test]
async fn a_form_from_before_another_signing_in_is_shown_again_with_its_words() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let (worker, page) = society.opens_a_draft(&at).await;
    let form = page.form("Save the private part").set("story", STORY);
    society.case_worker.signs_in_with(&worker, || society.case_worker.fresh_code(&at)).await;
    let given = form.submit(&worker).await.expect(200);
    given.says("Not saved yet");
    assert_eq!(given.form("Save the private part").value("story"), Some(STORY));
    given.form("Save the private part").submit(&worker).await.expect(200).says("It is saved.");
}

#[tokio::test]
async fn saving_one_box_keeps_what_is_typed_in_every_other() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let (worker, page) = society.opens_a_draft(&at).await;
    let address = page.path.clone();
    let saves = [
        "Upload this photo",
        "Save what I said of the faces",
        "Save this part",
        "Save the private part",
        "Save the consent",
        "Save the public facts",
    ];
    let fill = |page: &Page, button: &str| {
        let form = page.form(button).set("story", STORY).set("origin", "SY").set("crop_width", "61");
        form.set("guardian", "her aunt Nadia").set("cover_left", "1.5").tick("channels", "poster")
    };
    let is_kept = |page: &Page, saved: &str| {
        let form = page.form("Save the private part");
        for (field, value, own, is_of_picture) in [
            ("origin", "SY", "Save the public facts", false),
            ("story", STORY, "Save the private part", false),
            ("crop_width", "61", "Save this part", true),
            ("guardian", "her aunt Nadia", "Save the consent", false),
            ("cover_left", "1.5", "Save what I said of the faces", true),
        ] {
            // What was typed about an older picture must not appear for a new one.
            let is_over = is_of_picture && saved == "Upload this photo";
            match own == saved {
                true => {}
                false if is_over => assert_ne!(form.value(field), Some(value), "{field} after {saved:?}"),
                false => assert_eq!(form.value(field), Some(value), "{field} after {saved:?}"),
            }
        }
    };
    for saved in saves {
        let mut form = fill(&page, saved);
        if saved == "Upload this photo" {
            form = form.file("photo", "a.jpg", &portrait(8));
        }
        if saved == "Save what I said of the faces" {
            form = form.set("cover_left", "");
        }
        let form = form
            .forge("version", worker.get(&address).await.form("Save this part").value("version").unwrap());
        let page = form.submit(&worker).await.expect(200);
        page.says("It is saved.").says("Not saved yet");
        is_kept(&page, saved);
    }
    // A button that leads away first reports unsaved text; a change of language keeps it.
    let page = worker.get(&address).await.expect(200);
    let form = page.form("Send to review").set("facts_to_compare", "A kite.");
    let told = form.clone().submit(&worker).await.expect(422);
    told.says("Something on this page is not saved yet.");
    assert_eq!(told.form("Send to review").value("facts_to_compare"), Some("A kite."));
    let arabic = form.press(&worker, "العربية").await.expect(200);
    assert_eq!(arabic.all("html", "dir"), ["rtl"]);
    assert_eq!(arabic.form("/private").value("facts_to_compare"), Some("A kite."));
}

#[tokio::test]
async fn a_conflict_shows_what_was_typed_and_what_a_colleague_saved() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let (worker, page) = society.opens_a_draft(&at).await;
    let late = page.form("Save the private part").set("sought_names", "Jawad the younger");
    let first = page.form("Save the consent").set("before_whom", "Olu of the bridge");
    first.file("paper", "p.pdf", b"%PDF-1.4 x").submit(&worker).await.expect(200);
    let told = late.submit(&worker).await.expect(409);
    let form = told.form("Save the private part");
    assert_eq!(form.value("sought_names"), Some("Jawad the younger"));
    assert_eq!(
        form.value("before_whom"),
        Some("Olu of the bridge"),
        "a box that nobody typed in shows what is saved"
    );
    form.submit(&worker).await.expect(200).says("It is saved.");
}

#[tokio::test]
async fn a_moderators_boxes_keep_each_other() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let (moderator, page) = society.opens_a_response(&at).await;
    let form = page.form("Save the note").set("note", "Called once.").set("question", "Which town was it?");
    let page = form.set("outcome", "spam").submit(&moderator).await.expect(200);
    page.says("Called once.").says("Not saved yet");
    let form = page.form("/question");
    assert_eq!(form.value("question"), Some("Which town was it?"));
    assert_eq!(form.value("outcome"), Some("spam"));
    assert_eq!(form.value("note"), Some(""), "the saved note must leave its box empty");

    let told = form.clone().press(&moderator, "Release").await.expect(422);
    assert_eq!(told.form("/question").value("question"), Some("Which town was it?"));

    at.advance(Duration::minutes(40));
    let asked = form.submit(&moderator).await.expect(200);
    let free = society.moderator.signs_in_on(asked, &at, &moderator).await.expect(200);
    free.says("Which town was it?");
    let page = free.form("/claim").submit(&moderator).await.expect(200);
    assert_eq!(page.form("/question").value("question"), Some("Which town was it?"), "{page:?}");
    let page = page.form("/question").submit(&moderator).await.expect(200);
    page.says("Which town was it?");
    assert_eq!(page.form("/question").value("question"), Some(""));
}

#[tokio::test]
async fn a_note_is_one_note_however_often_it_is_sent_and_a_line_break_is_one_letter() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let (moderator, page) = society.opens_a_response(&at).await;
    let form = page.form("/note").set("note", "She called at noon.");
    form.clone().submit(&moderator).await.expect(200);
    let page = form.submit(&moderator).await.expect(200);
    assert_eq!(page.texts("#notes .note").len(), 1, "{page:?}");
    let page = page.form("/note").set("note", "She called at noon.").submit(&moderator).await.expect(200);
    assert_eq!(page.texts("#notes .note").len(), 2, "the same words on another day must be another note");

    let long = format!("{}{}", "line\r\n".repeat(40), "a".repeat(4000 - 40 * 5));
    page.form("/note").set("note", &long).submit(&moderator).await.expect(200);
}

#[tokio::test]
async fn a_covered_screen_locks_the_session_and_typing_keeps_it() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let (worker, page) = society.opens_a_draft(&at).await;
    for _ in 0..3 {
        at.advance(Duration::minutes(9));
        let alive = worker.get_only("/en/alive").await.expect(200);
        assert_eq!(alive.header("content-type"), "image/gif");
    }
    // The script sends what is typed and asks for the lock, although the session is still valid.
    let (kind, body, _) = page.form("Save the private part").set("story", STORY).sealed();
    let asked = worker.post_raw(&format!("{}?typed=1&lock=1", page.path), &kind, body).await.expect(200);
    asked.says("The desk is locked").says("What you typed is kept");
    assert!(!asked.html().contains("lantern") && !asked.html().contains("Parwana"));
    assert_eq!(worker.get_only("/en/alive").await.status, 303, "the session is not locked at once");
    let given = society.case_worker.signs_in_on(asked, &at, &worker).await.expect(200);
    assert_eq!(given.form("Save the private part").value("story"), Some(STORY));
}

#[tokio::test]
async fn a_file_is_not_kept_and_the_page_says_so() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let (worker, page) = society.opens_a_draft(&at).await;
    let form = page.form("Save the consent").set("before_whom", "Olu of the bridge");
    let form = form.file("paper", "p.pdf", b"%PDF-1.4 a scan");
    at.advance(Duration::minutes(11));
    let asked = form.submit(&worker).await.expect(200);
    let given = society.case_worker.signs_in_on(asked, &at, &worker).await.expect(200);
    given.says("The file that you had chosen was not kept. Choose it again.");
    assert_eq!(given.form("Save the consent").value("before_whom"), Some("Olu of the bridge"));
}
