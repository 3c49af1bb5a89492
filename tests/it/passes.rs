//! What solved digits and ended waits are worth. Programs solve the digits, so their worth is bounded by network and behaviour. A
//! person who is on the wrong side of a bound loses no word: there are new digits, or the slow lane.

use futures_util::future::join_all;
use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::people::{Enquirer, Photo, Society};
use crate::harness::site_pages::{Letter, Receipt, fills, solved};

const HERE: &str = "203.0.113.7";
const THERE: &str = "198.51.100.9";
/// A search that asks for digits.
const SEARCH: &str = "/en/?sex=woman";

async fn a_photo(at: &TestApp) -> Photo {
    Society::founded(at, "northland").await.publishes(at, &Enquirer::looking_for_her_brother()).await
}

async fn saved(at: &TestApp, is_slow: bool) -> i64 {
    let lane = if is_slow { "is_slow" } else { "not is_slow" };
    at.count(&format!("select count(*) from responses where {lane}")).await
}

/// Solves a search's digits, and goes on to the search.
async fn searches(at: &TestApp, browser: &Browser) -> Page {
    let asked = browser.get(SEARCH).await.expect(200);
    solved(at, asked.main_form()).submit(browser).await.expect(200)
}

fn is_asked_for_digits(page: &Page) -> bool {
    page.html().contains("/captcha/")
}

#[tokio::test]
async fn a_phone_that_leaves_its_network_gets_new_digits_and_loses_no_word() {
    let at = TestApp::start().await;
    let photo = a_photo(&at).await;
    let at_home = Browser::from_address(&at.site, HERE);
    let check = fills(&at_home, "en", photo.number, Letter::saying("I knew him by the mill.")).await;
    let outside = at_home.in_network(THERE);
    let told = solved(&at, check.main_form()).submit(&outside).await.expect(422);
    assert!(told.fault_at("digits").is_some_and(|fault| fault.contains("connection changed")), "{told:?}");
    told.says("I knew him by the mill.");
    Receipt::on(&solved(&at, told.main_form()).submit(&outside).await);
    assert_eq!((saved(&at, false).await, saved(&at, true).await), (1, 0));
}

#[tokio::test]
async fn a_phone_whose_network_changes_at_each_request_is_heard_in_the_slow_lane() {
    let at = TestApp::start().await;
    let photo = a_photo(&at).await;
    let phone = Browser::from_address(&at.site, HERE);
    let check = fills(&phone, "en", photo.number, Letter::saying("I knew him by the mill.")).await;
    let told = solved(&at, check.main_form()).submit(&phone.in_network(THERE)).await.expect(422);
    let form = solved(&at, told.main_form());
    Receipt::on(&form.submit(&phone.in_network("192.0.2.44")).await);
    assert_eq!((saved(&at, false).await, saved(&at, true).await), (0, 1));
}

#[tokio::test]
async fn digits_that_were_drawn_elsewhere_are_worth_a_wait() {
    let at = TestApp::start().await;
    let browser = Browser::from_address(&at.site, HERE);
    let asked = browser.get(SEARCH).await.expect(200);
    let moved = browser.in_network(THERE);
    let first = solved(&at, asked.main_form()).submit(&moved).await.expect(200);
    assert!(first.path.contains("sex=woman"), "{}", first.path);
    for search in 2..=10 {
        assert!(!is_asked_for_digits(&moved.get(SEARCH).await), "search {search}");
    }
    assert!(is_asked_for_digits(&moved.get(SEARCH).await), "an eleventh search");
}

#[tokio::test]
async fn digits_that_are_replayed_at_once_from_many_networks_count_once() {
    let at = TestApp::start().await;
    let here = Browser::from_address(&at.site, HERE);
    let form = solved(&at, here.get(SEARCH).await.expect(200).main_form());
    let [challenge, digits] = ["challenge", "digits"].map(|name| form.value(name).unwrap().to_owned());
    let mut robots = vec![here];
    robots.extend((10..30).map(|n| Browser::from_address(&at.site, &format!("198.51.100.{n}"))));
    let sent = join_all(robots.iter().map(async |robot| {
        let form = robot.get(SEARCH).await.expect(200).main_form();
        form.forge("challenge", &challenge).forge("digits", &digits).submit(robot).await
    }));
    let went_on = sent.await.iter().filter(|page| page.status == 200 && !is_asked_for_digits(page)).count();
    assert!(went_on <= 1, "{went_on} passes for one solved picture");
}

#[tokio::test]
async fn a_network_that_solves_and_solves_gets_sixty_full_passes_an_hour() {
    let at = TestApp::start().await;
    let photo = a_photo(&at).await;
    for number in 1..=60 {
        let robot = Browser::from_address(&at.site, HERE);
        assert!(!is_asked_for_digits(&searches(&at, &robot).await), "{number}");
    }
    // From now on digits are worth what a wait is worth, and no answer is refused.
    let neighbour = Browser::from_address(&at.site, HERE);
    let check = fills(&neighbour, "en", photo.number, Letter::saying("I am the neighbour.")).await;
    Receipt::on(&solved(&at, check.main_form()).submit(&neighbour).await);
    assert_eq!((saved(&at, false).await, saved(&at, true).await), (0, 1));
    let robot = Browser::from_address(&at.site, HERE);
    searches(&at, &robot).await;
    for _ in 0..9 {
        robot.get(SEARCH).await;
    }
    assert!(is_asked_for_digits(&robot.get(SEARCH).await), "an eleventh search");
    // Elsewhere nothing has changed, and here a minute later neither.
    let elsewhere = Browser::from_address(&at.site, THERE);
    let check = fills(&elsewhere, "en", photo.number, Letter::saying("I am far away.")).await;
    Receipt::on(&solved(&at, check.main_form()).submit(&elsewhere).await);
    at.advance(Duration::seconds(61));
    let later = Browser::from_address(&at.site, HERE);
    let check = fills(&later, "en", photo.number, Letter::saying("I came later.")).await;
    Receipt::on(&solved(&at, check.main_form()).submit(&later).await);
    assert_eq!((saved(&at, false).await, saved(&at, true).await), (2, 1));
}

#[tokio::test]
async fn a_network_that_misses_often_is_worth_less() {
    let at = TestApp::start().await;
    let photo = a_photo(&at).await;
    for _ in 0..30 {
        let net = Browser::from_address(&at.site, HERE);
        let form = net.get(SEARCH).await.expect(200).main_form();
        form.set("digits", "00000").submit(&net).await.expect(422);
    }
    for (address, is_slow) in [(HERE, true), (THERE, false)] {
        let before = saved(&at, is_slow).await;
        let person = Browser::from_address(&at.site, address);
        let check = fills(&person, "en", photo.number, Letter::saying(address)).await;
        Receipt::on(&solved(&at, check.main_form()).submit(&person).await);
        assert_eq!(saved(&at, is_slow).await, before + 1, "{address}");
    }
}

#[tokio::test]
async fn waits_that_begin_together_end_one_after_the_other() {
    let at = TestApp::start().await;
    let mut waiting = Vec::new();
    for _ in 0..8 {
        let person = Browser::from_address(&at.site, HERE);
        let form = person.get(SEARCH).await.expect(200).main_form();
        let wait = form.press(&person, "cannot").await.expect(200);
        waiting.push((person, wait));
    }
    let mut ended = Vec::new();
    for seconds in [20, 20, 20, 20, 20, 20] {
        at.advance(Duration::seconds(seconds));
        let mut left = Vec::new();
        let mut now = 0;
        for (person, wait) in waiting {
            let page = wait.form("/wait").submit(&person).await.expect(200);
            match page.path.contains("sex=woman") {
                true => now += 1,
                false => left.push((person, page)),
            }
        }
        ended.push(now);
        waiting = left;
    }
    assert_eq!(ended, [3, 1, 1, 1, 1, 1], "how many went on in each 20 seconds");
}

#[tokio::test]
async fn a_wait_ends_where_it_began() {
    let at = TestApp::start().await;
    let person = Browser::from_address(&at.site, HERE);
    let form = person.get(SEARCH).await.expect(200).main_form();
    let wait = form.press(&person, "cannot").await.expect(200);
    at.advance(Duration::seconds(21));
    let moved = person.in_network(THERE);
    let again = wait.form("/wait").submit(&moved).await.expect(200);
    assert!(again.path.contains("/wait"), "{}", again.path);
    at.advance(Duration::seconds(21));
    let on = again.form("/wait").submit(&moved).await.expect(200);
    assert!(on.path.contains("sex=woman"), "{}", on.path);
}
