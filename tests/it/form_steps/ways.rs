//! Forms whose steps can't be kept, because there is no cookie, no database or no room. They go on, and say what is true.

use super::{NAME, WORDS, again, door, letter, open_steps, with_a_photo};
use crate::harness::engines::Engines;
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
    // Each step is sent by a new browser without cookies.
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
    assert_eq!(open_steps(&at).await, 0, "a step was kept that nobody can open");
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

#[tokio::test]
async fn no_more_forms_are_kept_than_there_is_room_for() {
    let (at, _, photo) = with_a_photo().await;
    let form = if at.engines == Engines::SqliteFolder { "cast(n as blob)" } else { "int8send(n::bigint)" };
    at.tampers(&format!(
        "with recursive many(n) as (select 1 union all select n + 1 from many where n < 10000) \
         insert into form_steps (form, place, browser, body, due_at) select {form}, 1, {form}, {form}, {} from many",
        at.now().0 + 60
    ))
    .await;
    let visitor = at.visitor();
    let check = fills(&visitor, "en", photo.number, letter()).await;
    assert_eq!(check.path, "/en/respond", "it was kept");
    assert_eq!(open_steps(&at).await, 10_000);
    Receipt::on(&solved(&at, check.main_form()).submit(&visitor).await);
    at.advance(time::Duration::minutes(2));
    at.run_jobs().await;
    let check = fills(&visitor, "en", photo.number, letter()).await;
    again(&visitor, &check).await.says(WORDS);
}

#[tokio::test]
async fn what_is_being_typed_is_there_after_a_link_and_is_one_form() {
    let (at, _, photo) = with_a_photo().await;
    let visitor = at.visitor();
    let start = visitor.get(&door(&photo, "looking-for-me")).await.expect(200);
    let story = start.main_form().set("relation", "brother").submit(&visitor).await.expect(200);
    for half in ["We lost", "We lost each other"] {
        story.main_form().set("message", half).forge("keep", "1").submit(&visitor).await.expect(204);
        let back = visitor.get(&story.path).await.expect(200);
        assert_eq!(back.main_form().value("message"), Some(half));
    }
    let contact =
        story.main_form().set("name", NAME).set("message", WORDS).submit(&visitor).await.expect(200);
    assert_eq!(contact.path, story.path.replace("/story", "/contact"), "it is another form");
    // A late request to keep half a text changes nothing.
    story.main_form().set("message", "We lo").forge("keep", "1").submit(&visitor).await.expect(204);
    let check = contact.main_form().set("contact", "code").submit(&visitor).await.expect(200);
    again(&visitor, &check).await.says(WORDS);
    assert_eq!(open_steps(&at).await, 1);
}

#[tokio::test]
async fn a_photo_that_ends_between_two_steps_ends_no_form() {
    let (at, _, photo) = with_a_photo().await;
    let visitor = at.visitor();
    let check = fills(&visitor, "en", photo.number, letter()).await;
    let enquirer = at.visitor();
    let sure = enquirer.get("/en/withdraw").await.main_form().set("code", &photo.withdrawal_code.grouped());
    let sure = sure.submit(&enquirer).await.expect(200);
    sure.form("/withdraw/now").submit(&enquirer).await.expect(200);
    visitor.get(&door(&photo, "looking-for-me")).await.expect(410);
    for step in ["relation", "story", "contact", "check"] {
        visitor.get(&check.path.replace("/check", &format!("/{step}"))).await.expect(200);
    }
    let receipt = solved(&at, again(&visitor, &check).await.main_form()).submit(&visitor).await;
    Receipt::on(&again(&visitor, &receipt).await);
    assert_eq!(at.count("select count(*) from responses where is_late").await, 1);
}

#[tokio::test]
async fn a_form_of_somebody_elses_page_is_refused() {
    let (at, _, photo) = with_a_photo().await;
    let visitor = at.visitor();
    let check = fills(&visitor, "en", photo.number, letter()).await;
    let (kind, body, action) = solved(&at, check.main_form()).sealed();
    let request = reqwest::Client::new().post(format!("{}{action}", at.site)).header("content-type", kind);
    let answer = request.header("sec-fetch-site", "cross-site").body(body).send().await.unwrap();
    assert_eq!(answer.status().as_u16(), 403);
    assert_eq!(at.count("select count(*) from responses").await, 0);
}
