//! When a person will read a message: what the check page, the receipt and the mailbox say is true at any hour. A sender who is
//! in danger, or who wants a photo removed, is never given the ordinary promise.

use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::people::{Enquirer, Photo, Society};
use crate::harness::site_pages::{Receipt, reads, solved};

/// Fills the form of any door up to the check page.
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
    // Friday, 20 November 2026, 22:06 UTC.
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
            // In Arabic the number's groups still run from left to right.
            let check = checks(&at.visitor(), "ar", &photo, door, false).await;
            let heading =
                check.html().split("<h1>").nth(1).unwrap_or_default().chars().take(80).collect::<String>();
            assert!(heading.contains(&format!("\u{2068}{number}\u{2069}")), "{heading:?}");
        }
    }
}

#[tokio::test]
async fn what_the_pages_tell_is_what_was_promised_at_any_hour() {
    let settings = [
        ("promise_zone", "Europe/Vienna"),
        ("promise_hours", "08:30-16:30"),
        ("promise_holidays", "12-08 2026-12-24"),
    ];
    let at = TestApp::with(&settings).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    // The test's clock starts on the 18th, at 11:06 UTC.
    let (mut today, mut this_hour) = (18, 11);
    for (day, hour, door, is_danger, when, closed) in [
        // Wednesday, 13:06 in Vienna. Each later row is later in time.
        (18, 12, "i-know", true, "clock-tomorrow", None),
        (18, 12, "remove-my-photo", false, "clock-today", None),
        (18, 12, "something-wrong", false, "clock-two-days", None),
        // Friday, 22:06.
        (20, 21, "looking-for-me", true, "clock-monday", Some("clock-closed-tonight")),
        (20, 21, "looking-for-me", false, "clock-tuesday", Some("clock-closed-tonight")),
        // Sunday at noon, then Monday before opening time.
        (22, 11, "remove-my-photo", true, "clock-tomorrow", Some("clock-closed-today")),
        (23, 5, "i-know", true, "clock-today", Some("clock-closed-now")),
    ] {
        at.later(Duration::days(day - today) + Duration::hours(hour - this_hour)).await;
        (today, this_hour) = (day, hour);
        for lang in ["en", "ar"] {
            let visitor = at.visitor();
            let check = checks(&visitor, lang, &photo, door, is_danger).await;
            let sent = solved(&at, check.main_form()).submit(&visitor).await;
            let receipt = Receipt::on(&sent);
            for page in [&check, &sent] {
                let told = page.texts("ul li");
                let clocks = [Some(when), closed, Some("clock-where")];
                for key in clocks.into_iter().flatten() {
                    assert!(
                        told.contains(&at.text(lang, key)),
                        "{lang} {day} {hour} {door}: {key} in {told:?}"
                    );
                }
                let is_first = told.contains(&at.text(lang, "clock-first"));
                assert_eq!(is_first, is_danger || door == "remove-my-photo", "{door}: {told:?}");
                for untrue in ["clock-slow-many", "clock-slow-digits"] {
                    assert!(!page.contains(&at.text(lang, untrue)), "{untrue} on {page:?}");
                }
            }
            // What the message is about is sealed, so the mailbox gives no promise that depends on the door.
            let mailbox = reads(&at.visitor(), &receipt.code).await;
            assert!(closed.is_none_or(|key| mailbox.contains(&at.text("en", key))), "{mailbox:?}");
            assert!(!mailbox.contains("at the latest"), "{mailbox:?}");
        }
    }
}

#[tokio::test]
async fn the_page_gives_the_true_reason_why_others_come_first() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let (many, digits) = (at.text("en", "clock-slow-many"), at.text("en", "clock-slow-digits"));
    // This sender skips the digits, and nobody else has written.
    let quiet = at.visitor();
    let check = checks(&quiet, "en", &photo, "i-know", false).await;
    let without = check.main_form().press(&quiet, "cannot").await.expect(200);
    let sent = without.main_form().submit(&quiet).await;
    assert!(sent.contains(&digits) && !sent.contains(&many), "{sent:?}");
    // A whole camp writes, each with solved digits, until their network reaches its limit.
    let mut last = None;
    for _ in 0..40 {
        let camp = Browser::from_address(&at.site, "203.0.113.9");
        let check = checks(&camp, "en", &photo, "i-know", false).await;
        let sent = solved(&at, check.main_form()).submit(&camp).await;
        Receipt::on(&sent);
        assert!(!sent.contains(&digits), "{sent:?}");
        let is_many = sent.contains(&many);
        last = Some(is_many);
        if is_many {
            break;
        }
    }
    assert_eq!(last, Some(true), "no limit was reached");
    assert!(at.count("select count(*) from responses where is_slow").await == 2);
    // A sender in danger is not told of a queue: the desk looks at the message first, from either lane.
    let camp = Browser::from_address(&at.site, "203.0.113.9");
    let check = checks(&camp, "en", &photo, "i-know", true).await;
    let sent = solved(&at, check.main_form()).submit(&camp).await;
    assert!(!sent.contains(&many) && !sent.contains(&digits), "{sent:?}");
    let queue = society.moderator.signs_in(&at).await.get("/en/queue").await.expect(200).text();
    let (high, low) = (queue.find("High").expect("the danger"), queue.find("Low").expect("the others"));
    assert!(high < low, "{queue}");
}
