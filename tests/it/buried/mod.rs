//! The queue can't be buried: a robot sends flagged messages without end, and what is true stays on the first screen. Nothing is
//! refused, and nothing is lost.

mod folded;
mod rush;

use kinlight::responses::lanes::{Came, Lane, Trust};
use std::time::Instant;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::desk_pages::claims;
use crate::harness::people::{Enquirer, Photo, Society};
use crate::harness::redis::RedisServer;
use crate::harness::site_pages::{Letter, Receipt, fills, sends};
use crate::harness::strangers;

const ROBOT: &str = "203.0.113.66";
/// How many the site lets pass for one photo from one network, before further ones join the rush.
const CAP: i64 = 3;
const IN_A_RUSH: Came = Came { lane: Lane::Rush, trust: Trust::Unsolved };

/// The check page of a message about a danger.
async fn checks(visitor: &Browser, photo: &Photo, letter: Letter<'_>) -> Page {
    let door = format!("/en/photo/{}/respond/{}", photo.number.compact(), letter.door);
    let page = visitor.get(&door).await.expect(200);
    let page = page.main_form().set("relation", letter.relation).submit(visitor).await.expect(200);
    let form = page.main_form().set("name", letter.name).set("message", letter.message).tick("danger", "yes");
    let page = form.submit(visitor).await.expect(200);
    page.main_form().set("contact", "code").submit(visitor).await.expect(200)
}

/// Sends a message about a danger without the digits.
async fn cries(visitor: &Browser, photo: &Photo, letter: Letter<'_>) -> Receipt {
    let page = checks(visitor, photo, letter).await;
    // What the site itself knows can't be said by a form.
    let form = page.main_form().forge("lane", "ordinary").forge("trust", "solved").forge("is_slow", "");
    Receipt::on(&form.submit(visitor).await)
}

/// The row of the response with this relation on a page of the queue.
fn row_of(at: &TestApp, page: &Page, relation: &str) -> Option<usize> {
    let facts = page.texts("[data-row] .row-facts");
    facts.iter().position(|facts| facts.contains(&at.text("en", relation)))
}

/// The responses on a page of the queue, in its order.
fn rows(page: &Page) -> Vec<String> {
    page.all("[data-row-link]", "href")
}

/// The addresses of the folds on a page of the queue.
fn folds(page: &Page) -> Vec<String> {
    page.all(".row-flags a[href]", "href")
}

fn junk(number: usize) -> String {
    let texts = [
        "A child is in danger, take this photo away at once.",
        "This family lies. Remove the girl in the picture, she will be killed if you do not.",
        "Danger! Danger! I want my photo gone, and a child is hurt; call the police today.",
    ];
    format!("{number}: {} {number}", texts[number % texts.len()])
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flood_of_flagged_messages_hides_nobody() {
    hides_nobody(300).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement; the same story with fewer is told every time"]
async fn ten_thousand_flagged_messages_hide_nobody() {
    hides_nobody(10_000).await;
}

/// The robot sends `all`; then somebody in danger, and somebody who solves the digits, send one each.
async fn hides_nobody(all: usize) {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let from_there = || Browser::from_address(&at.site, ROBOT);
    // The robot on the site's own pages: beyond the limit its messages join the rush.
    for number in 0..5 {
        cries(&from_there(), &photo, Letter::saying(&junk(number))).await;
    }
    let in_lane =
        async |lane| at.count(&format!("select count(*) from responses where lane = '{lane}'")).await;
    assert_eq!((in_lane("slow").await, in_lane("rush").await), (CAP, 2));
    // Staff have seen that it began; then comes the flood.
    let moderator = society.moderator.signs_in(&at).await;
    let mut flood = strangers::floods(&at, photo.number, (IN_A_RUSH, true), (5..8).map(junk)).await;
    moderator.get("/en/queue").await.expect(200);
    let begun = Instant::now();
    let how = (IN_A_RUSH, true);
    flood.extend(strangers::floods_fast(&at, photo.number, how, (8..all).map(junk)).await);
    println!("{all} messages made in {:?}", begun.elapsed());
    // On the same network somebody is in danger, and can't do the digits; and somebody else can.
    let niece = Letter {
        relation: "niece-nephew",
        ..Letter::saying("My uncle locks her in at night. She is nine. The blue house behind the mill.")
    };
    cries(&from_there(), &photo, niece).await;
    assert_eq!(in_lane("rush").await, 2 + flood.len() as i64 + 1, "a robot's network, and no digits");
    let cousin = from_there();
    let page = fills(
        &cousin,
        "en",
        photo.number,
        Letter { relation: "cousin", ..Letter::saying("He is my cousin.") },
    )
    .await;
    Receipt::on(&sends(&at, &cousin, &page).await);

    let begun = Instant::now();
    let queue = moderator.get("/en/queue").await.expect(200);
    let first_look = begun.elapsed();
    let begun = Instant::now();
    moderator.get("/en/queue").await.expect(200);
    println!("first look {first_look:?}, second {:?}, {} bytes", begun.elapsed(), queue.bytes.len());
    let (danger, answer) =
        (row_of(&at, &queue, "relation-niece-nephew"), row_of(&at, &queue, "relation-cousin"));
    println!("the true danger is row {danger:?}, the solved answer row {answer:?} of {}", rows(&queue).len());
    assert!(danger.is_some() && danger < answer, "{danger:?} {answer:?}: {queue:?}");
    assert!(rows(&queue).len() <= 12 && queue.bytes.len() < 100_000, "{} bytes", queue.bytes.len());
    queue.says(&format!("{}", all + 2));
    assert_eq!(folds(&queue).len(), 3, "three texts: {queue:?}");
    // Nothing is left out: each can be seen under the first of its words.
    let fold = moderator.get(&folds(&queue)[0]).await.expect(200);
    assert_eq!(rows(&fold).len(), 40);
    moderator.get(&format!("{}&page=2", folds(&queue)[0])).await.expect(200);

    // One act closes all that say the same, and no other.
    for fold in folds(&queue) {
        let head = fold.replace("/en/queue?fold=", "/en/responses/");
        let page = claims(&moderator, &head).await;
        let form =
            page.form("/close").set("outcome", "spam").set("end_publication", "no").tick("folded", "yes");
        let begun = Instant::now();
        form.submit(&moderator).await.expect(200);
        println!("a fold closed in {:?}", begun.elapsed());
    }
    let queue = moderator.get("/en/queue").await.expect(200);
    assert_eq!(rows(&queue).len() as i64, CAP + 2, "the robot's first three, and the true ones: {queue:?}");
    assert!(row_of(&at, &queue, "relation-niece-nephew").is_some());
    assert!(row_of(&at, &queue, "relation-cousin").is_some());
    at.lost_nothing("a robot and two others on one network", all + 2).await;
}

#[tokio::test]
async fn a_sender_without_digits_is_offered_them_and_told_whom_to_call_whatever_others_sent() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let mut told = Vec::new();
    for number in 0..=CAP {
        let visitor = Browser::from_address(&at.site, ROBOT);
        let check = checks(&visitor, &photo, Letter::saying(&junk(number as usize))).await;
        let page = check.main_form().press(&visitor, "cannot").await.expect(200);
        page.says(&at.text("en", "respond-slow-crowd"));
        assert!(page.has_link_to("/en/help-now").is_some(), "nobody to call: {page:?}");
        told.push(page.texts("main .notice"));
        let again = page.main_form().press(&visitor, "solve").await.expect(200);
        assert!(again.main_form().has("challenge"), "no digits: {again:?}");
        let page = again.main_form().press(&visitor, "cannot").await.expect(200);
        let sent = page.main_form().submit(&visitor).await;
        Receipt::on(&sent);
        told.push(sent.texts("main .clock, main ul"));
        assert!(sent.has_link_to("/en/directory").is_some(), "nobody to call: {sent:?}");
    }
    // The page of the fourth, who is in the rush, is that of the first: it tells nobody what others sent.
    assert_eq!(told[..2], told[told.len() - 2..]);
    assert_eq!(at.count("select count(*) from responses where lane = 'rush'").await, 1);
    // With the digits it is no part of the rush, on the same network.
    let visitor = Browser::from_address(&at.site, ROBOT);
    let check = checks(&visitor, &photo, Letter::saying("He is outside.")).await;
    Receipt::on(&sends(&at, &visitor, &check).await);
    let solved = "select count(*) from responses where is_urgent and lane = 'ordinary' and trust = 'solved'";
    assert_eq!(at.count(solved).await, 1);
}

#[tokio::test]
async fn two_replicas_count_a_robot_together_and_alone_while_redis_is_away() {
    let Some(mut redis) = RedisServer::start().await else { return };
    let at = TestApp::with(&[("redis_url", &redis.url())]).await;
    let replica = at.replica().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    replica.app.refresh_catalogue().await;
    let (mut sent, mut expected) = (0, Vec::new());
    for (side, lane) in [(&at, "slow"), (&replica, "slow"), (&at, "slow"), (&replica, "rush"), (&at, "rush")]
    {
        cries(&Browser::from_address(&side.site, ROBOT), &photo, Letter::saying(&junk(sent))).await;
        (sent, expected) = (sent + 1, [expected, vec![lane]].concat());
        let of = |lane: &str| expected.iter().filter(|one| **one == lane).count() as i64;
        assert_eq!(
            at.count("select count(*) from responses where lane = 'rush'").await,
            of("rush"),
            "{sent}"
        );
    }
    redis.dies();
    // Each process goes on with what it counted itself: three here, two there.
    for (side, rush) in [(&at, 3), (&replica, 3), (&replica, 4)] {
        cries(&Browser::from_address(&side.site, ROBOT), &photo, Letter::saying(&junk(sent))).await;
        sent += 1;
        assert_eq!(at.count("select count(*) from responses where lane = 'rush'").await, rush, "{sent}");
    }
    at.lost_nothing("Redis is gone in a rush", sent).await;
}
