//! Replicas are killed while people send: each response with a receipt is in the database, and a responder without one presses
//! the button again.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::{Installation, program};
use crate::harness::browser::Browser;
use crate::harness::site_pages::{Letter, Receipt, fills};
use kinlight::photo_number::PhotoNumber;
use kinlight::responses::receipt_code::ReceiptCode;

const PEOPLE: usize = 96;
const AT_ONCE: usize = 12;

#[derive(Default)]
struct Seen {
    receipts: Mutex<Vec<Receipt>>,
    /// How many requests got no answer, so that somebody had to press again.
    broken: Arc<AtomicU32>,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn replicas_that_are_killed_lose_no_response() {
    let Some(mut all) = Installation::started().await else { return };
    let photo = all.publishes().await;
    let seen = Arc::new(Seen::default());
    let is_over = Arc::new(AtomicBool::new(false));
    let groups: Vec<_> = (0..AT_ONCE)
        .map(|group| {
            let (site, number, seen) = (all.site.address.clone(), photo.number, seen.clone());
            tokio::spawn(async move {
                for n in 0..PEOPLE / AT_ONCE {
                    answers(&site, number, &format!("I am number {n} of group {group}."), &seen).await;
                }
            })
        })
        .collect();
    let ending = is_over.clone();
    let waits = tokio::spawn(async move {
        for group in groups {
            group.await.unwrap();
        }
        ending.store(true, Ordering::Relaxed);
    });
    let mut kills = 0;
    while !is_over.load(Ordering::Relaxed) {
        let at = kills % all.sites.len();
        all.sites[at].killed();
        kills += 1;
        all.sites[at].serves_again(program(&all.at, "site"), "site");
        tokio::time::sleep(Duration::from_millis(150)).await;
    }
    waits.await.unwrap();

    let receipts = seen.receipts.lock().unwrap().clone();
    let codes: BTreeSet<&str> = receipts.iter().map(|receipt| receipt.code.as_str()).collect();
    assert_eq!(codes.len(), PEOPLE, "two people have one receipt");
    let mut found = 0;
    for receipt in &receipts {
        let keys = all.at.app.limits.codes.keys_of(&ReceiptCode::parse(&receipt.code).unwrap()).unwrap();
        let tag: String = keys.tag.iter().map(|byte| format!("{byte:02x}")).collect();
        let is_there = format!("select count(*) from responses where mailbox_tag = '\\x{tag}'");
        found += all.at.count(&is_there).await;
    }
    println!(
        "{kills} kills: {} responses accepted, {found} found, {} lost; {} questions were put to another replica, \
         {} forms were sent again by hand",
        receipts.len(),
        receipts.len() as i64 - found,
        all.site.retried(),
        seen.broken.load(Ordering::Relaxed)
    );
    assert!(kills > 2, "hardly anything was killed");
    assert_eq!(found, PEOPLE as i64);
    assert_eq!(all.at.count("select count(*) from responses").await, PEOPLE as i64, "one was kept twice");
    all.each_is_chained_once().await;
}

/// From the photo's page to the receipt. A step without an answer is repeated from the same page.
async fn answers(site: &str, photo: PhotoNumber, message: &str, seen: &Seen) {
    let person = Browser::new(site).who_presses_again(&seen.broken);
    let check = fills(&person, "en", photo, Letter::saying(message)).await;
    let without = check.main_form().press(&person, "cannot").await.expect(200);
    let receipt = Receipt::on(&without.main_form().submit(&person).await);
    seen.receipts.lock().unwrap().push(receipt);
}
