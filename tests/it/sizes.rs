//! How much is sent tells a listener on the line nothing of what it says: pages for one person come in whole steps.

use std::collections::BTreeSet;
use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::Browser;
use crate::harness::people::{Enquirer, Society};
use crate::harness::site_pages::{Letter, Receipt, fills, reads, sends};
use crate::harness::strangers;

const STEP: usize = 5 * 1024;
const PLAIN_STEP: usize = 6 * 1024;

/// The page's size, packed and plain.
async fn sizes(browser: &Browser, path: &str) -> (usize, usize) {
    let (packed, plain) = (browser.packed(path).await.len(), browser.get(path).await.bytes.len());
    println!("{path}: {packed}, {plain}");
    // The desk packs nothing.
    let is_whole = packed == plain || packed.is_multiple_of(STEP);
    assert!(is_whole && plain.is_multiple_of(PLAIN_STEP), "{path}: {packed}, {plain}");
    (packed, plain)
}

#[tokio::test]
async fn what_a_family_answers_does_not_show_in_how_much_is_sent() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let letters = [
        Letter::saying("I am he."),
        Letter { relation: "mother", name: "Bo", ..Letter::saying("He is my uncle, and he lives with us.") },
        Letter {
            name: "Abdulrahman Notarealname Testfamily",
            phone: Some("+000 5550 7777"),
            ..Letter::saying("We carried the blue kite over the bridge on the day when we lost each other.")
        },
    ];
    let (mut checks, mut receipts, mut mailboxes) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for letter in letters {
        let visitor = at.visitor();
        let check = fills(&visitor, "en", photo.number, letter).await;
        checks.insert(sizes(&visitor, &check.path).await);
        let page = sends(&at, &visitor, &check).await;
        let code = Receipt::on(&page).code;
        receipts.insert(sizes(&visitor, &page.path).await);
        let later = at.visitor();
        let mailbox = reads(&later, &code).await;
        mailboxes.insert(sizes(&later, &mailbox.path).await);
    }
    assert_eq!(
        (checks.len(), receipts.len(), mailboxes.len()),
        (1, 1, 1),
        "{checks:?} {receipts:?} {mailboxes:?}"
    );
}

#[tokio::test]
async fn an_ended_number_and_one_never_used_are_as_long() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let short = Enquirer { consent_for: Duration::days(40), ..Enquirer::looking_for_her_brother() };
    let photo = society.publishes(&at, &short).await;
    at.later(Duration::days(41)).await;
    at.run_jobs().await;
    at.app.refresh_catalogue().await;
    let visitor = at.visitor();
    let ended = format!("/en/photo/{}", photo.number.compact());
    visitor.get(&ended).await.expect(410);
    let ended = sizes(&visitor, &ended).await;
    assert_eq!(sizes(&visitor, "/en/photo/10000009").await, ended);
}

#[tokio::test]
async fn the_desk_sends_whole_steps_and_packs_nothing() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let mut told = BTreeSet::new();
    for message in ["I am he.", "He is my uncle, and he lives with us in the house behind the mill."] {
        strangers::answers(&at, photo.number, message).await;
        let desk = society.moderator.browser(&at).await;
        let response = crate::harness::desk_pages::first_in_queue(&desk).await.expect("it waits");
        let page = crate::harness::desk_pages::claims(&desk, &response).await;
        assert!(page.contains(message));
        let (packed, plain) = sizes(&desk, &page.path).await;
        assert_eq!(packed, plain, "the desk packs what a stranger wrote beside what is secret");
        told.insert(plain);
        for path in ["/en/", "/en/queue", "/en/sign-in"] {
            sizes(&desk, path).await;
        }
        at.tampers("update responses set stage = 'closed'").await;
    }
    assert_eq!(told.len(), 1, "{told:?}");
}
