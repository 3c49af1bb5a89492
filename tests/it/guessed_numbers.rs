//! Numbers are guessed by the addresses of pages as well as by the search: both count together. A live photo's page is free, since
//! the gallery shows its number, and nothing that is refused tells an ended number from one that was never used.

use std::collections::BTreeMap;
use time::Duration;

use kinlight::photo_number::PhotoNumber;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::people::{Enquirer, Society};
use crate::harness::site_pages::solved;

/// Look-ups of an hour; the limit's own figure is `number_look_ups`.
const AN_HOUR: usize = 120;

/// Numbers that no photo has.
fn unused(at: &TestApp) -> impl Iterator<Item = PhotoNumber> {
    let kinlight::publications::catalogue::Shown::Photos(shown) = at.app.catalogue.at(at.now()) else {
        panic!("the catalogue is away")
    };
    let is_unused = move |number: &PhotoNumber| {
        matches!(shown.find(*number), kinlight::publications::catalogue::Found::Unknown)
    };
    (10_000_000..99_999_999_u32)
        .filter_map(|digits| PhotoNumber::parse(&digits.to_string()).ok())
        .filter(is_unused)
}

async fn asks(browser: &Browser, number: PhotoNumber) -> Page {
    browser.get(&format!("/en/photo/{}", number.compact())).await
}

fn is_captcha(page: &Page) -> bool {
    page.status == 200 && page.html().contains("name=\"challenge\"")
}

/// A live photo's number, and one whose photo has ended.
async fn live_and_ended(at: &TestApp) -> (PhotoNumber, PhotoNumber) {
    let society = Society::founded(at, "northland").await;
    let enquirer = Enquirer::looking_for_her_brother();
    let short = Enquirer { consent_for: Duration::days(40), ..Enquirer::looking_for_her_brother() };
    let ended = society.publishes(at, &short).await.number;
    at.later(Duration::days(41)).await;
    at.run_jobs().await;
    at.app.refresh_catalogue().await;
    (society.publishes(at, &enquirer).await.number, ended)
}

#[tokio::test]
async fn guessing_by_pages_and_by_the_search_is_one_limit() {
    let at = TestApp::start().await;
    let (live, ended) = live_and_ended(&at).await;
    let guesser = at.visitor();
    let mut numbers = unused(&at);
    assert_eq!(asks(&guesser, ended).await.status, 410);
    for nth in 1..AN_HOUR {
        let number = numbers.next().unwrap().compact();
        let page = match nth % 3 {
            0 => guesser.get(&format!("/en/number?number={number}")).await.expect(422),
            1 => guesser.get(&format!("/en/photo/{number}")).await.expect(404),
            _ => guesser.get(&format!("/en/photo/{number}/respond/looking-for-me")).await.expect(404),
        };
        assert!(!is_captcha(&page), "after {nth} numbers: {page:?}");
    }
    let unused = numbers.next().unwrap();
    let doors = |number: PhotoNumber| {
        let photo = format!("/en/photo/{}", number.compact());
        let respond = format!("{photo}/respond/looking-for-me");
        let first = format!("{respond}/AAAAAAAAAAAAAAAAAAAAAA/relation");
        [
            format!("/en/number?number={}", number.compact()),
            format!("{photo}/download/320"),
            photo,
            respond,
            first,
        ]
    };
    for (unused, ended) in doors(unused).into_iter().zip(doors(ended)) {
        let pages = [guesser.get(&unused).await, guesser.get(&ended).await];
        let told = pages.map(|page| (page.status, page.title(), is_captcha(&page)));
        assert_eq!(told[0], told[1], "the limit tells an ended number: {unused}, {ended}");
        assert!(told[0].2, "{unused} is outside the limit: {told:?}");
    }
    // Browsing, and a link from paper, meet nothing of it in the same network.
    for path in ["/en/".to_owned(), format!("/en/photo/{}", live.compact()), doors(live)[3].clone()] {
        let page = guesser.get(&path).await.expect(200);
        assert!(!is_captcha(&page), "{path}");
    }
    // Solved digits lead on to what was asked for.
    let asked = asks(&guesser, ended).await;
    let led = solved(&at, asked.main_form()).submit(&guesser).await;
    assert_eq!((led.status, led.path), (410, format!("/en/photo/{}", ended.compact())));
    // Another network is another count.
    assert_eq!(asks(&at.visitor(), unused).await.status, 404);
}

#[tokio::test]
async fn live_photos_count_for_nothing() {
    let at = TestApp::start().await;
    let (live, ended) = live_and_ended(&at).await;
    let visitor = at.visitor();
    for _ in 0..=AN_HOUR {
        asks(&visitor, live).await.expect(200);
    }
    assert_eq!(asks(&visitor, ended).await.status, 410, "browsing used up the limit");
}

#[tokio::test]
async fn a_pictures_address_tells_an_ended_number_from_no_other() {
    let at = TestApp::start().await;
    let (live, ended) = live_and_ended(&at).await;
    let visitor = at.visitor();
    let unused = unused(&at).next().unwrap();
    let mut told = BTreeMap::new();
    for (what, number) in [("ended", ended), ("unused", unused)] {
        for version in ["000000000000", "x"] {
            for file in ["160.jpg", "640.webp"] {
                let page = visitor.get(&format!("/pictures/{}/{version}/{file}", number.compact())).await;
                told.entry((page.status, page.title())).or_insert_with(Vec::new).push(what);
            }
        }
    }
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told.keys().next().unwrap().0, 410);
    // An ended photo in a cached page of the gallery costs its visitors' network nothing.
    for _ in 0..=AN_HOUR {
        visitor.get(&format!("/pictures/{}/000000000000/160.jpg", ended.compact())).await.expect(410);
    }
    assert_eq!(asks(&visitor, ended).await.status, 410);
    asks(&visitor, live).await.expect(200);
}
