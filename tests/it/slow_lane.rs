//! No response is lost: over a limit or without a solved CAPTCHA it is kept, in the slow lane. A CAPTCHA is valid once.

use crate::harness::app::TestApp;
use crate::harness::browser::Browser;
use crate::harness::people::{Enquirer, Society};
use crate::harness::site_pages::{Letter, Receipt, fills, solved};

const RESPONSES: usize = 100;

#[tokio::test]
async fn a_hundred_responses_from_one_address_without_a_captcha_are_all_kept() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let mut codes = std::collections::BTreeSet::new();
    for n in 0..RESPONSES {
        let camp = Browser::from_address(&at.site, "203.0.113.7");
        let message = format!("I am number {n} of the camp.");
        let check = fills(&camp, "en", photo.number, Letter::saying(&message)).await;
        let without = check.main_form().press(&camp, "cannot").await.expect(200);
        codes.insert(Receipt::on(&without.main_form().submit(&camp).await).code);
    }
    assert_eq!(codes.len(), RESPONSES);
    assert_eq!(at.count("select count(*) from responses where is_slow").await, RESPONSES as i64);

    let moderator = society.moderator.signs_in(&at).await;
    let queue = moderator.get("/en/queue").await.expect(200);
    queue.says("It came over a limit or without the picture digits.");
}

#[tokio::test]
async fn a_hundred_replays_of_one_solved_challenge_from_one_address_lose_no_response() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let first = Browser::from_address(&at.site, "203.0.113.8");
    let check = fills(&first, "en", photo.number, Letter::saying("I solved it.")).await;
    let form = solved(&at, check.main_form());
    let [challenge, digits] = ["challenge", "digits"].map(|name| form.value(name).unwrap().to_owned());
    let mut codes = std::collections::BTreeSet::from([Receipt::on(&form.submit(&first).await).code]);
    for n in 0..RESPONSES {
        let camp = Browser::from_address(&at.site, "203.0.113.8");
        let message = format!("Number {n} took over the digits of the first.");
        let check = fills(&camp, "en", photo.number, Letter::saying(&message)).await;
        let replayed = check.main_form().forge("challenge", &challenge).forge("digits", &digits);
        let told = replayed.submit(&camp).await.expect(422);
        assert!(told.fault_at("digits").is_some(), "{told:?}");
        told.says(&message);
        let without = told.main_form().press(&camp, "cannot").await.expect(200);
        codes.insert(Receipt::on(&without.main_form().submit(&camp).await).code);
    }
    assert_eq!(codes.len(), RESPONSES + 1);
    assert_eq!(at.count("select count(*) from responses").await, RESPONSES as i64 + 1);
    assert_eq!(at.count("select count(*) from responses where is_slow").await, RESPONSES as i64);
}

#[tokio::test]
async fn the_slow_lane_comes_after_the_others() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let hurried = at.visitor();
    let check = fills(&hurried, "en", photo.number, Letter::saying("without the digits")).await;
    let without = check.main_form().press(&hurried, "cannot").await.expect(200);
    Receipt::on(&without.main_form().submit(&hurried).await);
    at.later(time::Duration::hours(2)).await;
    let patient = at.visitor();
    let check = fills(&patient, "en", photo.number, Letter::saying("with the digits")).await;
    Receipt::on(&solved(&at, check.main_form()).submit(&patient).await);

    let moderator = society.moderator.signs_in(&at).await;
    let queue = moderator.get("/en/queue").await.expect(200).text();
    let low = queue.find("Low").expect("the slow one is Low");
    let other = queue.find("Normal").or_else(|| queue.find("High")).expect("the other is not");
    assert!(other < low, "{queue}");
}

#[tokio::test]
async fn a_spent_challenge_is_spent_on_every_replica() {
    let at = TestApp::start().await;
    let replica = at.replica().await;
    let visitor = at.visitor();
    let asked = visitor.get("/en/?seeking=brother").await.expect(200);
    let form = solved(&at, asked.main_form());
    let (challenge, digits) =
        (form.value("challenge").unwrap().to_owned(), form.value("digits").unwrap().to_owned());
    let passed = form.submit(&visitor).await.expect(200);
    assert!(passed.path.contains("seeking=brother"));

    for face in [&at, &replica] {
        let other = face.visitor();
        let form = other.get("/en/?seeking=brother").await.expect(200).main_form();
        let again =
            form.forge("challenge", &challenge).set("digits", &digits).submit(&other).await.expect(422);
        assert!(again.fault_at("digits").is_some_and(|f| f.contains("used before")), "{again:?}");
        let fresh = other.get("/en/?seeking=brother").await;
        assert!(!fresh.main_form().value("challenge").unwrap_or_default().is_empty(), "it gave a pass");
    }
}

#[tokio::test]
async fn a_wrong_answer_spends_the_challenge_too() {
    let at = TestApp::start().await;
    let visitor = at.visitor();
    let form = visitor.get("/en/?sex=woman").await.expect(200).main_form();
    let wrong = form.clone().set("digits", "00000").submit(&visitor).await.expect(422);
    assert!(wrong.fault_at("digits").is_some());
    let late = solved(&at, form).submit(&visitor).await.expect(422);
    assert!(late.fault_at("digits").is_some(), "a second try on one picture");
    solved(&at, wrong.main_form()).submit(&visitor).await.expect(200);
}

#[tokio::test]
async fn who_can_not_do_it_waits_and_goes_on() {
    let at = TestApp::start().await;
    let visitor = at.visitor();
    let form = visitor.get("/en/?sex=woman").await.expect(200).main_form();
    let wait = form.press(&visitor, "cannot").await.expect(200);
    at.advance(time::Duration::seconds(21));
    let on = wait.form("/wait").submit(&visitor).await.expect(200);
    assert!(on.path.contains("sex=woman"), "{}", on.path);
}
