//! A rolling restart: a new program replaces one process after the other while people browse, answer and work. No request fails.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use super::{Installation, page_of, program};
use crate::harness::browser::Browser;
use crate::harness::site_pages::{Letter, Receipt, fills};
use kinlight::photo_number::PhotoNumber;

/// How many people browse and how many answer, all the time.
const LOOKING: usize = 3;
const ANSWERING: usize = 2;

#[derive(Default)]
struct Counts {
    looked: AtomicUsize,
    answered: AtomicUsize,
    worked: AtomicUsize,
    failed: AtomicUsize,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rolling_restart_fails_no_request() {
    let Some(mut all) = Installation::started().await else { return };
    let photo = all.publishes().await;
    let (counts, is_over) = (Arc::new(Counts::default()), Arc::new(AtomicBool::new(false)));
    let mut people = Vec::new();
    for _ in 0..LOOKING {
        people.push(tokio::spawn(looks(all.visitor(), page_of(&photo), counts.clone(), is_over.clone())));
    }
    for _ in 0..ANSWERING {
        let fresh = all.site.address.clone();
        people.push(tokio::spawn(answers(fresh, photo.number, counts.clone(), is_over.clone())));
    }
    let moderator = all.signs_in(&all.society.moderator).await;
    people.push(tokio::spawn(works(moderator, counts.clone(), is_over.clone())));

    for at in 0..all.sites.len() {
        all.sites[at].told_to_end();
        assert!(all.sites[at].ends().await, "it did not end well");
        all.sites[at].serves_again(program(&all.at, "site"), "site");
        all.site.all_ready().await;
    }
    for at in 0..all.desks.len() {
        all.desks[at].told_to_end();
        assert!(all.desks[at].ends().await, "it did not end well");
        all.desks[at].serves_again(program(&all.at, "desk"), "desk");
        all.desk.all_ready().await;
    }
    all.jobs.told_to_end();
    assert!(all.jobs.ends().await, "it did not end well");
    all.jobs.serves_again(program(&all.at, "jobs"), "jobs");

    tokio::time::sleep(Duration::from_millis(500)).await;
    is_over.store(true, Ordering::Relaxed);
    for person in people {
        person.await.unwrap();
    }
    let of = |count: &AtomicUsize| count.load(Ordering::Relaxed);
    let (looked, answered, worked) = (of(&counts.looked), of(&counts.answered), of(&counts.worked));
    let found = all.at.count("select count(*) from responses").await;
    println!(
        "a rolling restart of 6 processes: {looked} pages looked at, {worked} at the desk, {answered} receipts, \
         {found} responses found, {} put to another replica, {} requests failed",
        all.site.retried() + all.desk.retried(),
        of(&counts.failed)
    );
    assert_eq!(of(&counts.failed), 0);
    assert!(looked > 50 && answered > 3 && worked > 10, "{looked} {answered} {worked}");
    assert_eq!(found, answered as i64);
    all.each_is_chained_once().await;
}

async fn looks(visitor: Browser, photo: String, counts: Arc<Counts>, is_over: Arc<AtomicBool>) {
    while !is_over.load(Ordering::Relaxed) {
        for path in ["/en/", &photo, "/ar/directory"] {
            let page = visitor.get(path).await;
            counts.looked.fetch_add(1, Ordering::Relaxed);
            if page.status != 200 {
                println!("{page:?}");
                counts.failed.fetch_add(1, Ordering::Relaxed);
            }
        }
    }
}

async fn answers(site: String, photo: PhotoNumber, counts: Arc<Counts>, is_over: Arc<AtomicBool>) {
    while !is_over.load(Ordering::Relaxed) {
        // No retries here: a failing step fails the test.
        let person = Browser::new(&site);
        let check = fills(&person, "en", photo, Letter::saying("I am her brother.")).await;
        let without = check.main_form().press(&person, "cannot").await.expect(200);
        Receipt::on(&without.main_form().submit(&person).await);
        counts.answered.fetch_add(1, Ordering::Relaxed);
    }
}

async fn works(moderator: Browser, counts: Arc<Counts>, is_over: Arc<AtomicBool>) {
    while !is_over.load(Ordering::Relaxed) {
        let page = moderator.get("/en/queue").await;
        counts.worked.fetch_add(1, Ordering::Relaxed);
        if page.status != 200 || !page.path.starts_with("/en/queue") {
            println!("{page:?}");
            counts.failed.fetch_add(1, Ordering::Relaxed);
        }
    }
}
