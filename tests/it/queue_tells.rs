//! What the queue says is true. A response is overdue when the time that the family was told is over, by the staff's calendar. A
//! closed row waits for nobody. Writing a note counts as work.

use time::Duration;

use crate::clocks_told::checks;
use crate::closed::Answered;
use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::desk_pages::{claims, first_in_queue};
use crate::harness::people::{Enquirer, Photo, Society};
use crate::harness::site_pages::{Receipt, solved};

async fn sends(at: &TestApp, photo: &Photo, door: &str, is_danger: bool) {
    let visitor = at.visitor();
    let check = checks(&visitor, "en", photo, door, is_danger).await;
    Receipt::on(&solved(at, check.main_form()).submit(&visitor).await);
}

/// Somebody types at the desk for this many minutes.
async fn works_for(at: &TestApp, browser: &Browser, minutes: i64) {
    for _ in 0..minutes / 5 {
        at.advance(Duration::minutes(5));
        browser.get_only("/en/alive").await.expect(200);
    }
}

#[tokio::test]
async fn a_friday_night_is_not_overdue_on_saturday_and_a_friday_afternoon_is_on_monday() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    // It is Wednesday, 18 November 2026, soon after eleven.
    at.later(Duration::days(2) + Duration::hours(4)).await;
    sends(&at, &photo, "i-know", true).await;
    at.later(Duration::hours(7)).await;
    sends(&at, &photo, "looking-for-me", true).await;
    sends(&at, &photo, "something-wrong", false).await;
    sends(&at, &photo, "remove-my-photo", false).await;
    let (danger, night, removal, other) = (
        "“I know this person”",
        "“This person is looking for me”",
        "“This is my photo: remove it”",
        "“Something is wrong”",
    );
    for (hours, when, overdue, is_oldest_overdue) in [
        (4, "Saturday, two in the night", vec![], false),
        (54, "Monday, soon after eight", vec![], false),
        (4, "Monday, soon after noon", vec![danger, removal], true),
        (2, "Monday, soon after two", vec![danger, night, removal], true),
        (27, "Tuesday, soon after five", vec![danger, night, removal, other], true),
    ] {
        at.later(Duration::hours(hours)).await;
        let moderator = society.moderator.signs_in(&at).await;
        let queue = moderator.get("/en/queue").await.expect(200);
        let mut marked = queue.texts("tr.overdue .row-link");
        marked.sort();
        let mut expected = overdue.clone();
        expected.sort_unstable();
        assert_eq!(marked, expected, "{when}");
        for tab in ["", "?stage=mine", "?stage=closed"] {
            let queue = moderator.get(&format!("/en/queue{tab}")).await.expect(200);
            assert_eq!(
                queue.texts(".notice.warn").len(),
                usize::from(is_oldest_overdue),
                "{when}: {queue:?}"
            );
        }
    }
}

#[tokio::test]
async fn a_closed_row_says_when_it_was_closed_and_waits_for_nobody() {
    let answered = Answered::and_closed("no-match").await;
    answered.at.advance(Duration::hours(3));
    let moderator = answered.society.moderator.signs_in(&answered.at).await;
    let untrue = |page: &Page, lang: &str| {
        for key in ["queue-waiting", "queue-nobody"] {
            let text = answered.at.text(lang, key);
            assert!(!page.html().contains(&text), "{text:?} on {page:?}");
        }
    };
    let closed = moderator.get("/en/queue?stage=closed").await.expect(200);
    assert_eq!(closed.texts("td.waiting"), ["Closed 3 hours ago"]);
    untrue(&closed, "en");
    untrue(&moderator.get("/ar/queue?stage=closed").await.expect(200), "ar");
    // A moderator who reads it again holds it, although it is closed.
    let page = moderator.get(&answered.response).await.expect(200);
    page.form("/read").submit(&moderator).await.expect(200);
    let mine = moderator.get("/en/queue?stage=mine").await.expect(200);
    assert_eq!(mine.texts("td.waiting"), ["Closed 3 hours ago"]);
    mine.says(&answered.society.moderator.name);
    // After it is reopened, it waits like any other.
    let page = moderator.get(&answered.response).await.expect(200);
    page.form("/reopen").submit(&moderator).await.expect(200);
    let open = moderator.get("/en/queue").await.expect(200);
    assert_eq!(open.texts("td.waiting"), ["3 hours"]);
    open.says(&answered.at.text("en", "queue-waiting"));
}

#[tokio::test]
async fn a_sender_who_gave_no_name_is_said_to_have_given_none() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    sends(&at, &photo, "remove-my-photo", false).await;
    let moderator = society.moderator.signs_in(&at).await;
    let response = first_in_queue(&moderator).await.expect("it is in the queue");
    claims(&moderator, &response).await;
    for lang in ["en", "ar"] {
        let page = moderator.get(&response.replacen("/en/", &format!("/{lang}/"), 1)).await.expect(200);
        let empty = page.texts(".facts dd, .facts td").into_iter().filter(|value| value.is_empty()).count();
        assert_eq!(empty, 0, "a fact says nothing: {page:?}");
        page.says(&at.text(lang, "response-name-unsaid"));
    }
}

#[tokio::test]
async fn a_note_is_a_sign_of_work_and_keeps_the_claim() {
    let Answered { at, society, moderator, response, .. } = Answered::and_claimed().await;
    let other_tab = moderator.get(&response).await.expect(200);
    works_for(&at, &moderator, 25).await;
    let page = moderator.get(&response).await.expect(200);
    page.form("/note").set("note", "I called twice.").submit(&moderator).await.expect(200);
    works_for(&at, &moderator, 25).await;
    // Fifty minutes after the claim, and twenty-five after the note.
    let colleague = society.second_moderator.signs_in(&at).await;
    colleague.get(&response).await.expect(409).says(&society.moderator.name);
    let page = moderator.get(&response).await.expect(200);
    page.says("I called twice.");
    // A page from before the note can still send: a note is no conflict.
    let form = other_tab.form("/question").set("question", "Which town was it?");
    form.submit(&moderator).await.expect(200).says("Which town was it?");
    works_for(&at, &moderator, 35).await;
    let colleague = society.second_moderator.signs_in(&at).await;
    claims(&colleague, &response).await.says("I called twice.");
}
