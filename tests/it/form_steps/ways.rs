//! Where a form finds no place to keep its steps: no cookie, no database, no room. It goes on, and says what is true.

use super::{NAME, WORDS, again, door, letter, open_steps, with_a_photo};
use crate::harness::site_pages::{Receipt, fills, solved};

#[tokio::test]
async fn a_cookie_jar_that_was_cleared_costs_one_more_press() {
    let (at, _, photo) = with_a_photo().await;
    let visitor = at.visitor();
    let start = visitor.get(&door(&photo, "looking-for-me")).await.expect(200);
    let story = start.main_form().set("relation", "brother").submit(&visitor).await.expect(200);
    let fresh = at.visitor();
    let told = story.main_form().set("name", NAME).set("message", WORDS).submit(&fresh).await.expect(422);
    told.says(&at.text("en", "respond-cookie-title"));
    assert_eq!(
        (told.main_form().value("name"), told.main_form().value("message")),
        (Some(NAME), Some(WORDS))
    );
    let contact = told.main_form().submit(&fresh).await.expect(200);
    let check = contact.main_form().set("contact", "code").submit(&fresh).await.expect(200);
    again(&fresh, &check).await.says(WORDS).says(&at.text("en", "relation-brother"));
    Receipt::on(&solved(&at, check.main_form()).submit(&fresh).await);
}

#[tokio::test]
async fn who_takes_no_cookies_is_told_so_and_goes_on() {
    let (at, _, photo) = with_a_photo().await;
    // Each answer goes out from a browser that kept nothing.
    let page = at.visitor().get(&door(&photo, "looking-for-me")).await.expect(200);
    let told = page.main_form().set("relation", "brother").submit(&at.visitor()).await.expect(422);
    told.says(&at.text("en", "respond-cookie-title"));
    let story = told.main_form().submit(&at.visitor()).await.expect(200);
    let contact =
        story.main_form().set("name", NAME).set("message", WORDS).submit(&at.visitor()).await.expect(200);
    let check = contact.main_form().set("contact", "code").submit(&at.visitor()).await.expect(200);
    check.says(WORDS);
    let slow = check.main_form().press(&at.visitor(), "cannot").await.expect(200);
    Receipt::on(&slow.main_form().submit(&at.visitor()).await);
    assert_eq!(at.count("select count(*) from responses where is_slow").await, 1);
    assert_eq!(open_steps(&at).await, 0, "nobody could ever open it");
}

#[tokio::test]
async fn over_the_bound_the_form_travels_in_its_own_page() {
    let (at, _, photo) = with_a_photo().await;
    at.tampers("alter table form_steps rename to form_steps_away").await;
    let visitor = at.visitor();
    let check = fills(&visitor, "en", photo.number, letter()).await;
    check.says(WORDS);
    let receipt = solved(&at, check.main_form()).submit(&visitor).await;
    Receipt::on(&receipt);
    receipt.form("/receipt/saved").submit(&visitor).await.expect(200);
    assert_eq!(at.count("select count(*) from responses").await, 1);
}
