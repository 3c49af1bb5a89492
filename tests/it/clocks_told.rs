//! When a person reads it: what the check page, the receipt and the mailbox say is true, whatever the hour, and who is in
//! danger or wants a photo gone is never told the ordinary clock.

use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::people::{Enquirer, Photo, Society};
use crate::harness::site_pages::{Receipt, reads, solved};

/// Up to the check page, through any door.
pub async fn checks(browser: &Browser, lang: &str, photo: &Photo, door: &str, is_danger: bool) -> Page {
    let door = format!("/{lang}/photo/{}/respond/{door}", photo.number.compact());
    let mut page = browser.get(&door).await.expect(200);
    if page.main_form().has("relation") {
        page = page.main_form().set("relation", "unknown").submit(browser).await.expect(200);
    }
    let mut form = page.main_form().set("message", "A girl of nine is locked in a house.");
    if form.has("name") {
        form = form.set("name", "Jawad Testname");
    }
    if is_danger {
        form = form.tick("danger", "yes");
    }
    let page = form.submit(browser).await.expect(200);
    page.main_form().set("contact", "code").submit(browser).await.expect(200)
}

#[tokio::test]
async fn a_child_on_friday_night_and_a_removal_are_told_their_own_clock() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    // Friday, 20 November 2026, 22:06.
    at.later(Duration::hours(2 * 24 + 11)).await;
    for (door, is_danger) in [("i-know", true), ("looking-for-me", true), ("remove-my-photo", false)] {
        let visitor = at.visitor();
        let check = checks(&visitor, "en", &photo, door, is_danger).await;
        let without = check.main_form().press(&visitor, "cannot").await.expect(200);
        let sent = without.main_form().submit(&visitor).await;
        Receipt::on(&sent);
        for page in [&without, &sent] {
            for untrue in ["two working days", "Many messages", "a little longer"] {
                assert!(!page.contains(untrue), "{door}: {untrue:?} on {page:?}");
            }
            page.says("on Monday at the latest").says("Nobody reads new messages tonight");
            page.says("We look at this before other messages");
        }
        if door == "remove-my-photo" {
            let number = photo.number.grouped();
            without.says(&format!("You ask us to remove photo {number}"));
            sent.says(&format!("You asked us to remove photo {number}"));
            assert!(sent.has_link_to("/en/directory").is_some(), "nobody to call: {sent:?}");
        }
    }
}
