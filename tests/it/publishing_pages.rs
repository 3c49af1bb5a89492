//! From an empty draft to a photo in the gallery and back, page by page, as a case worker and a reviewer see it.

use kinlight::photo_number::PhotoNumber;
use kinlight::publications::catalogue::{Found, Shown};

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::form::Form;
use crate::harness::people::{Enquirer, Society, portrait};

const PAPER: &[u8] = b"%PDF-1.4 a signed paper";

async fn starts_a_draft(worker: &Browser, birth_year: &str) -> Page {
    let list = worker.get("/en/drafts").await.expect(200);
    let new = worker.get(&list.link("New draft")).await.expect(200);
    let form = new.form("Start the draft").set("enquirer_name", "Laleh Testname");
    form.set("birth_year", birth_year).set("story", "They were parted at the harbour.").submit(worker).await
}

fn consent_of(page: &Page, ends_in: &str) -> Form {
    let form = page.form("Save the consent").tick("channels", "web");
    let form = form.set("agreed_on_day", "1").set("agreed_on_month", "11").set("agreed_on_year", "2026");
    let form = form.set("ends_on_day", "1").set("ends_on_month", "11").set("ends_on_year", ends_in);
    form.set("language", "Dari").set("before_whom", "Mira of the field office")
}

fn facts_of(page: &Page) -> Form {
    let form = page.form("Save the public facts").tick("relations", "brother").tick("relations", "mother");
    form.set("sex", "woman").set("age_known", "yes").set("origin", "AF")
}

fn is_shown(at: &TestApp, number: &str) -> bool {
    let number = PhotoNumber::parse(number).expect("a photo number");
    match at.app.catalogue.at(at.now()) {
        Shown::Photos(snapshot) => matches!(snapshot.find(number), Found::Live(_)),
        Shown::Hidden => false,
    }
}

#[tokio::test]
async fn a_photo_is_drafted_reviewed_published_and_withdrawn_page_by_page() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let worker = society.case_worker.browser(&at).await;

    let draft = starts_a_draft(&worker, "١٩٨٤").await.expect(200);
    draft.says("There is no picture yet.").says("The public facts are not complete.");
    assert_eq!(draft.form("Save the private part").value("birth_year"), Some("1984"));
    let refused = draft.form("Send to review").submit(&worker).await.expect(422);
    assert!(refused.fault_at("photo").is_some_and(|fault| fault.contains("no picture")));

    let page = facts_of(&draft).submit(&worker).await.expect(200);
    page.says("It is saved.");
    let avif = [b"\0\0\0\x18ftypavif".as_slice(), &[0; 64]].concat();
    let form = page.form("Upload this photo");
    let told = form.clone().file("photo", "IMG_1.avif", &avif).submit(&worker).await.expect(422);
    assert!(told.fault_at("photo").is_some_and(|fault| fault.contains("share it as JPEG")), "{told:?}");
    let page = form.file("photo", "IMG_1.jpg", &portrait(7)).submit(&worker).await.expect(200);
    let page = page.form("Save this part").set("crop_preset", "closer").submit(&worker).await.expect(200);
    let crop = page.form("Save this part");
    assert_eq!(crop.value("crop_preset"), Some("drawn"), "what was nudged is kept as a box");
    let too_small = crop.set("crop_width", "3").set("crop_height", "3").submit(&worker).await.expect(422);
    assert!(too_small.fault_at("crop_preset").is_some_and(|fault| fault.contains("too small")));
    for picture in page.all("figure img", "src") {
        let picture = worker.get(&picture).await.expect(200);
        assert_eq!(
            (picture.header("content-type"), picture.header("cache-control")),
            ("image/jpeg", "no-store")
        );
    }

    let told = consent_of(&page, "2029").submit(&worker).await.expect(422);
    assert!(told.fault_at("ends_on").is_some_and(|fault| fault.contains("longer than a consent may last")));
    let told =
        consent_of(&page, "2027").file("paper", "p.doc", b"PK\x03\x04").submit(&worker).await.expect(422);
    assert!(told.fault_at("paper").is_some_and(|fault| fault.contains("PDF")));
    let page = consent_of(&page, "2027").file("paper", "p.pdf", PAPER).submit(&worker).await.expect(200);
    page.says("No withdrawal code was drawn.").says("The signed paper is kept");

    let code = page.form("Draw the withdrawal code").submit(&worker).await.expect(200);
    assert_eq!(code.text_of("[data-code]").replace(' ', "").len(), 16);
    let page = worker.get(&code.link("I have written it down")).await.expect(200);
    page.says("Nothing is missing");
    page.form("Send to review").submit(&worker).await.expect(200).says("Waiting for review");

    let reviewer = society.reviewer.browser(&at).await;
    let list = reviewer.get("/en/reviews").await.expect(200);
    let review = reviewer.get(&list.link("Review this publication")).await.expect(200);
    review.says("I am looking for my brother.").says("أبحث عن أخي.").says("She is looking for her mother.");
    assert!(!review.contains("Laleh"), "a reviewer sees no private part");
    assert!(!review.contains("harbour"), "a reviewer sees no private part");
    let open = review.form("Approve and publish").tick("checked", "age").submit(&reviewer).await.expect(422);
    assert!(open.fault_at("checked-1").is_some_and(|fault| fault.contains("Nothing was published")));
    assert_eq!(open.fault_at("checked-2"), None);
    let form = open.form("Approve and publish");
    assert_eq!(form.value("checked"), Some("age"), "the tick is kept");
    let published = form.clone().tick_all("checked").submit(&reviewer).await.expect(200);
    published.says("Published").says("I am looking for my brother.");
    form.tick_all("checked").submit(&reviewer).await.expect(409).says("Someone else was quicker");
    let number = published.texts("h1 .number").remove(0);
    assert!(is_shown(&at, &number));

    let list = worker.get("/en/publications").await.expect(200);
    let thumb = list.all("td img", "src").remove(0);
    assert_eq!(worker.get(&thumb).await.expect(200).header("content-type"), "image/jpeg");
    let page = worker.get(&list.link(&number)).await.expect(200);
    let form = page.form("Remove the photo now");
    let told = form.clone().submit(&worker).await.expect(422);
    assert!(told.fault_at("reason").is_some());
    form.set("reason", "reunited").submit(&worker).await.expect(200).says("It has ended");
    assert!(!is_shown(&at, &number));
    worker.get(&thumb).await.expect(404);
    worker.get("/en/publications?show=ended").await.expect(200).says("The family is reunited");
    // Behind the last page there is none that could say that the list is empty.
    worker.get("/en/publications?show=ended&page=2").await.expect(404);
}

#[tokio::test]
async fn of_two_who_change_a_draft_the_second_overwrites_nothing() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let worker = society.case_worker.browser(&at).await;
    let draft = starts_a_draft(&worker, "1984").await.expect(200);
    let late = draft.form("Save the private part").set("story", "They were parted at the bridge.");
    let first = draft.form("Save the private part").set("story", "They were parted at the station.");
    first.submit(&worker).await.expect(200);
    let conflict = late.submit(&worker).await.expect(409);
    conflict.says("Someone else changed this draft meanwhile");
    let typed = conflict.form("Save the private part");
    assert_eq!(
        typed.value("story"),
        Some("They were parted at the bridge."),
        "what was typed is still there"
    );
    let saved = worker.get(&conflict.link("See the draft as it is saved now")).await.expect(200);
    assert_eq!(saved.form("Save the private part").value("story"), Some("They were parted at the station."));
}

#[tokio::test]
async fn a_child_never_becomes_a_draft_and_an_unknown_age_needs_a_reason() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let worker = society.case_worker.browser(&at).await;
    let told = starts_a_draft(&worker, "2014").await.expect(422);
    assert!(told.fault_at("birth_year").is_some_and(|fault| fault.contains("under 15")));
    assert_eq!(told.form("Start the draft").value("enquirer_name"), Some("Laleh Testname"));

    let draft = starts_a_draft(&worker, "").await.expect(200);
    let told = facts_of(&draft).submit(&worker).await.expect(422);
    assert!(told.fault_at("age_known").is_some_and(|fault| fault.contains("No year of birth")));
    let facts = facts_of(&draft).set("age_known", "no").set("age_band", "from-25");
    let page = facts.submit(&worker).await.expect(200);
    let page = page.form("Upload this photo").file("photo", "a.jpg", &portrait(7)).submit(&worker).await;
    let page = consent_of(&page, "2027").file("paper", "p.pdf", PAPER).submit(&worker).await.expect(200);
    let code = page.form("Draw the withdrawal code").submit(&worker).await.expect(200);
    let page = worker.get(&code.link("I have written it down")).await.expect(200);
    page.form("Send to review").submit(&worker).await.expect(200);

    let reviewer = society.reviewer.browser(&at).await;
    let list = reviewer.get("/en/reviews").await.expect(200);
    let review = reviewer.get(&list.link("Review this publication")).await.expect(200);
    let form = review.form("Approve and publish").tick_all("checked");
    let told = form.clone().submit(&reviewer).await.expect(422);
    assert!(told.fault_at("age_reason").is_some());
    form.set("age_reason", "She has two grown children.")
        .submit(&reviewer)
        .await
        .expect(200)
        .says("Published");
}

#[tokio::test]
async fn every_page_of_drafting_and_review_speaks_arabic_too() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let draft = society.drafts(&at, &Enquirer::looking_for_her_brother()).await.id;
    let waiting = society.sends_to_review(&at, &Enquirer::looking_for_her_brother()).await.id;
    let live = society.publishes(&at, &Enquirer::looking_for_her_brother()).await.id;
    let (worker, reviewer) = (society.case_worker.browser(&at).await, society.reviewer.browser(&at).await);
    let pages = [
        (&worker, "drafts".to_owned()),
        (&worker, "drafts/new".to_owned()),
        (&worker, format!("drafts/{draft}")),
        (&reviewer, "reviews".to_owned()),
        (&reviewer, format!("reviews/{waiting}")),
        (&worker, "publications".to_owned()),
        (&worker, "publications?show=renew".to_owned()),
        (&worker, "publications?show=ended".to_owned()),
        (&worker, format!("publications/{live}")),
        (&worker, format!("publications/{draft}")),
    ];
    for (browser, path) in pages {
        let page = browser.get(&format!("/ar/{path}")).await.expect(200);
        assert_eq!(page.all("html", "dir"), ["rtl"], "{path}");
        for key in ["drafting-", "review-", "publications-", "photo-refused"] {
            assert!(!page.text().contains(key), "{path} shows a key: {page:?}");
        }
    }
}
