//! The database server dies while it works and comes back, at once or after a minute: photos stay, and no message is lost.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Instant;
use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::Page;
use crate::harness::engines::{Engines, database_of_its_own};
use crate::harness::people::{Enquirer, Photo, Society};
use crate::harness::postgres::PostgresServer;
use crate::harness::site_pages::{Letter, Receipt, fills, sends};

const PEOPLE: usize = 40;
const RESTARTS: usize = 4;

struct Day {
    at: TestApp,
    photo: Photo,
    server: PostgresServer,
}

impl Day {
    /// `None`, and counted as a skip, where there is no server that could die.
    async fn begun() -> Option<Day> {
        if !Engines::PostgresS3.are_chosen() {
            return None;
        }
        let server = tokio::task::spawn_blocking(PostgresServer::start).await.unwrap();
        let settings = database_of_its_own(&server, None).await;
        let settings: Vec<(&str, &str)> =
            settings.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let at = TestApp::with(&settings).await;
        let society = Society::founded(&at, "northland").await;
        let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
        Some(Day { at, photo, server })
    }

    /// Prints what the day cost, and fails unless every receipt is different and every response is in the database.
    async fn lost_nothing(&self, what: &str, receipts: &[Receipt], tries: usize) {
        let codes: BTreeSet<&str> = receipts.iter().map(|receipt| receipt.code.as_str()).collect();
        assert_eq!(codes.len(), PEOPLE);
        self.at.lost_nothing(&format!("{what}, {tries} tries"), PEOPLE).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_is_restarted_under_load_costs_nobody_a_message() {
    let Some(day) = Day::begun().await else { return };
    let day = Arc::new(day);
    let (left, looked) = (Arc::new(AtomicUsize::new(PEOPLE)), Arc::new(AtomicUsize::new(0)));
    let is_over = Arc::new(AtomicBool::new(false));
    let restarting = tokio::task::spawn_blocking({
        let (day, left, is_over) = (day.clone(), left.clone(), is_over.clone());
        move || {
            let mut noticed = 0;
            for _ in 0..RESTARTS {
                noticed += usize::from(left.load(Ordering::Relaxed) > 0);
                day.server.dies();
                day.server.comes_back();
                // Waits until some of the people have got through.
                let before = left.load(Ordering::Relaxed);
                let step = PEOPLE / (2 * RESTARTS);
                while (1..=before).contains(&left.load(Ordering::Relaxed))
                    && left.load(Ordering::Relaxed) + step > before
                {
                    std::thread::sleep(std::time::Duration::from_millis(10));
                }
            }
            is_over.store(true, Ordering::Relaxed);
            noticed
        }
    });
    let looking = tokio::spawn({
        let (day, looked, is_over) = (day.clone(), looked.clone(), is_over.clone());
        async move {
            let page = format!("/en/photo/{}", day.photo.number.compact());
            while !is_over.load(Ordering::Relaxed) {
                day.at.visitor().get(&page).await.expect(200);
                looked.fetch_add(1, Ordering::Relaxed);
                tokio::time::sleep(std::time::Duration::from_millis(5)).await;
            }
        }
    });
    let people: Vec<_> = (0..PEOPLE)
        .map(|n| {
            let (day, left) = (day.clone(), left.clone());
            tokio::spawn(async move {
                let answered = answers(&day, &format!("I am number {n}.")).await;
                left.fetch_sub(1, Ordering::Relaxed);
                answered
            })
        })
        .collect();
    let (mut receipts, mut tries) = (Vec::new(), 0);
    for person in people {
        let (tried, receipt) = person.await.unwrap();
        tries += tried;
        receipts.push(receipt);
    }
    let noticed = restarting.await.unwrap();
    looking.await.unwrap();
    let pages = looked.load(Ordering::Relaxed);
    let what =
        format!("{RESTARTS} restarts, {noticed} of them under load, {pages} pages looked at meanwhile");
    day.lost_nothing(&what, &receipts, tries).await;
    assert!(noticed > 1, "everybody had answered before the second restart");
}

/// Presses the button again after each "not saved", at most 99 times; returns the number of tries, and the receipt.
async fn answers(day: &Day, message: &str) -> (usize, Receipt) {
    // A page waits three seconds for the database, then says "try again"; on a slow machine a restart takes longer.
    let visitor = day.at.visitor().who_loads_again();
    let mut page = fills(&visitor, "en", day.photo.number, Letter::saying(message)).await;
    for tries in 1..100 {
        page = sends(&day.at, &visitor, &page).await;
        if page.status == 200 {
            return (tries, Receipt::on(&page));
        }
        assert!([422, 503].contains(&page.status), "{page:?}");
        page.says(message);
    }
    panic!("never saved: {page:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_is_gone_for_a_minute_is_missed_by_nobody_who_looks() {
    let Some(day) = Day::begun().await else { return };
    let (at, number) = (&day.at, day.photo.number);
    let mut begun = Vec::new();
    for n in 0..PEOPLE {
        let visitor = at.visitor();
        let message = format!("I am number {n}.");
        let check = fills(&visitor, "en", number, Letter::saying(&message)).await;
        begun.push((visitor, message, check));
    }
    day.server.dies();
    let told = begun.into_iter().map(async |(visitor, message, check)| -> (_, Page) {
        let refused = sends(at, &visitor, &check).await.expect(503);
        refused.says(&at.text("en", "respond-not-saved-title")).says(&message);
        (visitor, refused)
    });
    let told = futures_util::future::join_all(told).await;
    at.advance(Duration::seconds(60));
    let page = format!("/en/photo/{}", number.compact());
    for path in ["/en/", page.as_str(), "/en/directory", "/readyz"] {
        at.visitor().get(path).await.expect(200);
    }

    day.server.comes_back();
    let back = Instant::now();
    while at.at_the_desk().get("/readyz").await.status != 200 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let ready_after = back.elapsed().as_millis();
    let again = told.into_iter().map(async |(visitor, refused)| {
        let page = refused.main_form().submit(&visitor).await;
        let page = if page.status == 422 { sends(at, &visitor, &page).await } else { page };
        Receipt::on(&page)
    });
    let receipts = futures_util::future::join_all(again).await;
    let what = format!("gone for a minute, ready {ready_after} ms after it was back");
    day.lost_nothing(&what, &receipts, 2 * PEOPLE).await;
}
