//! The menu and the title of each desk page show how much waits, and the page polls for it. Polling keeps no session unlocked.

use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::desk_pages::{claims, first_in_queue};
use crate::harness::people::{Enquirer, Society};
use crate::harness::strangers;

fn waits(page: &Page, place: &str) -> String {
    page.text_of(&format!("[data-waits={place}]:not([hidden])"))
}

async fn asks(browser: &Browser) -> Page {
    browser.get_only("/en/waiting").await
}

#[tokio::test]
async fn the_menu_and_the_title_tell_each_member_how_much_waits_for_them() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let moderator = society.moderator.signs_in(&at).await;
    let empty = moderator.get("/en/queue").await.expect(200);
    assert!(!empty.title().starts_with('('), "{}", empty.title());

    strangers::answers(&at, photo.number, "A word.").await;
    strangers::answers(&at, photo.number, "Another one.").await;
    let drafted = society.sends_to_review(&at, &Enquirer::looking_for_her_brother()).await;
    let queue = moderator.get("/en/queue").await.expect(200);
    assert_eq!(waits(&queue, "queue"), "2");
    assert!(queue.title().starts_with("(2) "), "{}", queue.title());
    let told: serde_json::Value = serde_json::from_slice(&asks(&moderator).await.expect(200).bytes).unwrap();
    assert_eq!(told, serde_json::json!({ "all": 2, "queue": 2 }));

    let reviewer = society.reviewer.signs_in(&at).await;
    let home = reviewer.get("/en/").await.expect(200);
    assert_eq!(waits(&home, "reviews"), "1");
    let case_worker = society.case_worker.signs_in(&at).await;
    let home = case_worker.get("/en/").await.expect(200);
    assert!(!home.title().starts_with('('), "a member's own draft counts as their work: {}", home.title());
    drop(drafted);

    // An opened response does not wait any more, until its sender writes.
    let response = first_in_queue(&moderator).await.expect("a response");
    claims(&moderator, &response).await.expect(200);
    assert_eq!(waits(&moderator.get("/en/queue").await.expect(200), "queue"), "1");

    // Another Society's work is not counted.
    let other = Society::founded(&at, "southland").await;
    let home = other.moderator.signs_in(&at).await.get("/en/").await.expect(200);
    assert!(!home.title().starts_with('('), "{}", home.title());
}

#[tokio::test]
async fn a_page_that_asks_by_itself_keeps_no_desk_unlocked() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let browser = society.moderator.signs_in(&at).await;
    for _ in 0..19 {
        at.later(Duration::seconds(30)).await;
        asks(&browser).await.expect(200);
    }
    at.later(Duration::seconds(61)).await;
    let locked = asks(&browser).await;
    assert_ne!(locked.status, 200, "{locked:?}");
    let page = browser.get("/en/queue").await.expect(200);
    page.says(&at.text("en", "sign-in-locked-title"));
    // A person who opens pages keeps the session.
    let browser = society.moderator.signs_in(&at).await;
    for _ in 0..3 {
        at.later(Duration::minutes(9)).await;
        browser.get("/en/queue").await.expect(200).says(&at.text("en", "queue-tab-open"));
    }
}
