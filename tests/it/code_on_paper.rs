//! The code on the enquirer's paper: drawn once, shown again by a reload, replaced only after the member confirms it, and drawn
//! before any photo is published. The paper is in the enquirer's own language.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use time::Duration;

use kinlight::ids::PublicationId;
use kinlight::publications::withdrawal_code_entity as codes;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::people::{Enquirer, Society};

const CODE: &str = ".code-box [data-code]";

/// A Society's first draft, with its withdrawal code deleted.
async fn a_draft_without_a_code(
    at: &TestApp,
    society: &Society,
    language: &str,
) -> (Browser, PublicationId, Page) {
    let mut new = Enquirer::looking_for_her_brother();
    new.details.language = language.to_owned();
    let id = society.drafts(at, &new).await.id;
    forgets(at, id).await;
    let worker = society.case_worker.signs_in(at).await;
    let page = worker.get(&format!("/en/drafts/{id}")).await.expect(200);
    (worker, id, page)
}

async fn forgets(at: &TestApp, id: PublicationId) {
    let all = codes::Entity::delete_many().filter(codes::Column::PublicationId.eq(id));
    all.exec(&at.db.desk).await.expect("the code is deleted");
}

async fn opens(at: &TestApp, code: &str) -> bool {
    let visitor = at.visitor();
    let page = visitor.get("/en/withdraw").await.expect(200);
    let answer = page.main_form().set("code", code).submit(&visitor).await;
    answer.status == 200 && answer.contains("Remove the photo?")
}

#[tokio::test]
async fn a_code_is_drawn_once_and_a_reload_shows_it_again_for_a_while() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let (worker, _, page) = a_draft_without_a_code(&at, &society, "fa").await;
    let form = page.form("Draw the withdrawal code");
    let drawn = form.clone().submit(&worker).await.expect(200);
    let code = drawn.text_of(CODE);
    assert!(opens(&at, &code).await, "{code}");
    let again = worker.get(&drawn.path).await.expect(200);
    assert_eq!(again.text_of(CODE), code, "a reload");
    let twice = form.submit(&worker).await.expect(200);
    assert_eq!(twice.text_of(CODE), code, "a second press");
    assert!(opens(&at, &code).await);

    // The address shows the code to nobody else, in no other session and not for long.
    for other in [&society.case_worker, &society.moderator] {
        let other = other.signs_in(&at).await.get(&drawn.path).await;
        assert!(!other.html().contains(&code), "{other:?}");
    }
    for minutes in [4, 6] {
        worker.get("/en/drafts").await.expect(200);
        at.advance(Duration::minutes(minutes));
    }
    let late = worker.get(&drawn.path).await.expect(200);
    assert_eq!(late.path, drawn.path, "the session's lock hid it");
    assert_eq!(late.text_of(CODE), "");
    assert!(opens(&at, &code).await, "it works on");
}

#[tokio::test]
async fn another_code_is_drawn_only_by_who_was_asked_and_then_the_old_one_is_dead() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let (worker, id, page) = a_draft_without_a_code(&at, &society, "fa").await;
    let drawn = page.form("Draw the withdrawal code").submit(&worker).await.expect(200);
    let first = drawn.text_of(CODE);
    let page = worker.get(&format!("/en/drafts/{id}")).await.expect(200);
    let asked = page.form("Draw a new code").submit(&worker).await.expect(200);
    asked.says("the code on the paper stops working");
    assert_eq!(asked.text_of(CODE), "");
    assert!(opens(&at, &first).await, "asking replaces nothing");
    let second = asked.form("Draw another code").submit(&worker).await.expect(200);
    assert_ne!(second.text_of(CODE), first);
    assert!(opens(&at, &second.text_of(CODE)).await);
    assert!(!opens(&at, &first).await);
    let old = worker.get(&drawn.path).await.expect(200);
    assert!(!old.html().contains(&first), "a dead code is never shown: {old:?}");
}

#[tokio::test]
async fn without_a_code_nothing_is_reviewed_and_nothing_published() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let (worker, _, page) = a_draft_without_a_code(&at, &society, "fa").await;
    let told = page.form("Send to review").submit(&worker).await.expect(422);
    assert!(told.fault_at("withdrawal_code").is_some(), "{told:?}");

    // This draft was sent to review before codes were required.
    let waiting = society.sends_to_review(&at, &Enquirer::looking_for_her_brother()).await.id;
    forgets(&at, waiting).await;
    let reviewer = society.reviewer.signs_in(&at).await;
    let review = reviewer.get(&format!("/en/reviews/{waiting}")).await.expect(200);
    let told = review.form("Approve and publish").tick_all("checked").submit(&reviewer).await.expect(422);
    told.says("Something is missing in the draft");
}

#[tokio::test]
async fn a_photo_from_before_stays_and_its_page_offers_a_code() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    forgets(&at, photo.id).await;
    assert!(at.visitor().get("/en/").await.has_link_to("/en/photo/").is_some(), "it is not taken down");
    let worker = society.case_worker.signs_in(&at).await;
    let page = worker.get(&format!("/en/publications/{}", photo.id)).await.expect(200);
    let offered = worker.get(&page.link("Draw the withdrawal code")).await.expect(200);
    let drawn = offered.form("Draw the withdrawal code").submit(&worker).await.expect(200);
    assert!(opens(&at, &drawn.text_of(CODE)).await);
    let page = worker.get(&format!("/en/publications/{}", photo.id)).await.expect(200);
    assert!(!page.contains("Draw the withdrawal code"));
}

#[tokio::test]
async fn the_papers_words_are_the_persons_own() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    for (said, lang) in [("Somali", "so"), ("فارسی", "fa-AF"), ("TIGRINYA", "ti"), ("uk", "uk")] {
        let (worker, _, page) = a_draft_without_a_code(&at, &society, said).await;
        let drawn = page.form("Draw the withdrawal code").submit(&worker).await.expect(200);
        assert_eq!(drawn.all(".paper", "lang"), [lang, "en"], "{said}");
        assert!(drawn.texts(".paper")[0].contains(&at.text(lang, "withdraw-paper-text")), "{drawn:?}");
        assert!(drawn.texts(".paper")[0].contains(&drawn.text_of(CODE)), "the code stands on it");
    }
    let (worker, _, page) = a_draft_without_a_code(&at, &society, "Zaghawa").await;
    let drawn = page.form("Draw the withdrawal code").submit(&worker).await.expect(200);
    drawn.says("The consent says Zaghawa.");
    let path = drawn.path.split('?').next().unwrap();
    let french = worker.get(&format!("{path}{}", drawn.link("Français"))).await.expect(200);
    assert_eq!(french.all(".paper", "lang"), ["fr", "en"]);
    assert_eq!(french.text_of(CODE), drawn.text_of(CODE));
}
