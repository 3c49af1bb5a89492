//! Redis is down, slow or wrong: every answer is still given, each process uses its own counts, and the operator's page says so.

use std::time::{Duration, Instant};

use super::{LOOK_UPS, look_ups, two_replicas};
use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::people::{Enquirer, Society, operator};
use crate::harness::redis::RedisServer;
use crate::harness::site_pages::{Letter, responds};

/// The operator's page, which shows the state of the limits.
async fn page_of(warden: &Browser) -> Page {
    warden.get("/en/operator").await.expect(200)
}

async fn is_said_soon(warden: &Browser, text: &str) {
    let begun = Instant::now();
    while !page_of(warden).await.contains(text) {
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", page_of(warden).await);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

const SHARED: &str = "Limits are shared by all processes.";

#[tokio::test]
async fn redis_dies_and_comes_back_and_no_answer_is_lost() {
    let Some(mut redis) = RedisServer::start().await else { return };
    let (at, replica) = two_replicas(&redis).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    replica.app.refresh_catalogue().await;
    let warden = operator(&at).await.signs_in(&at).await;
    page_of(&warden).await.says(SHARED);
    // A pass would allow more look-ups, so other people in the same camp send the answers.
    let [here, there] = [&at, &replica].map(|face| Browser::from_address(&face.site, "203.0.113.7"));
    let [one, other] = [&at, &replica].map(|face| Browser::from_address(&face.site, "203.0.113.7"));
    assert_eq!(look_ups(&here, 50).await, 50);
    responds(&at, &one, photo.number, Letter::saying("before")).await;

    redis.dies();
    responds(&at, &one, photo.number, Letter::saying("while it was away")).await;
    responds(&replica, &other, photo.number, Letter::saying("on the other")).await;
    at.lost_nothing("Redis is gone, two replicas", 3).await;
    assert_eq!(at.count("select count(*) from responses where not is_slow").await, 3);
    let page = page_of(&warden).await;
    page.says("Limits: this process alone since 2026-11-18 1");
    page.says("The server that counts for all does not answer.");
    warden.get("/ar/operator").await.expect(200).says("هذه العملية وحدها منذ 2026-11-18 1");
    for face in [at.visitor(), replica.visitor(), at.at_the_desk()] {
        face.get("/readyz").await.expect(200);
    }
    // This process keeps what it counted before; the other process does not know of it.
    assert_eq!(look_ups(&here, 500).await, LOOK_UPS - 50);
    assert_eq!(look_ups(&there, 500).await, LOOK_UPS);

    redis.comes_back().await;
    is_said_soon(&warden, SHARED).await;
    let other = warden.moved_to(&replica.desk);
    is_said_soon(&other, SHARED).await;
    let [here, there] = [&at, &replica].map(|face| Browser::from_address(&face.site, "203.0.113.9"));
    assert_eq!(look_ups(&here, 70).await, 70);
    assert_eq!(look_ups(&there, 500).await, LOOK_UPS - 70);
}

#[tokio::test]
async fn a_redis_that_hangs_holds_up_nobody() {
    let Some(redis) = RedisServer::start().await else { return };
    let at = TestApp::with(&[("redis_url", &redis.url()), ("redis_milliseconds", "75")]).await;
    let visitor = at.visitor();
    assert_eq!(look_ups(&visitor, 1).await, 1);
    redis.hangs();
    let begun = Instant::now();
    assert_eq!(look_ups(&visitor, 20).await, 20);
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    let warden = operator(&at).await.signs_in(&at).await;
    page_of(&warden).await.says("this process alone since");
}

#[tokio::test]
async fn a_redis_that_answers_with_errors_is_as_good_as_away() {
    let Some(redis) = RedisServer::start().await else { return };
    let at = TestApp::with(&[("redis_url", &redis.url())]).await;
    let visitor = at.visitor();
    assert_eq!(look_ups(&visitor, 1).await, 1);
    // Redis is full, and may evict nothing.
    redis.asked::<()>(&["CONFIG", "SET", "maxmemory-policy", "noeviction"]).await;
    redis.asked::<()>(&["CONFIG", "SET", "maxmemory", "1"]).await;
    assert_eq!(look_ups(&visitor, 500).await, LOOK_UPS - 1);
    visitor.get("/readyz").await.expect(200);
}

#[tokio::test]
async fn a_redis_that_is_away_at_the_start_keeps_nobody_from_starting() {
    let at = TestApp::with(&[("redis_url", "unix:///nowhere/redis.sock")]).await;
    at.visitor().get("/readyz").await.expect(200);
    assert_eq!(look_ups(&at.visitor(), 500).await, LOOK_UPS);
    let warden = operator(&at).await.signs_in(&at).await;
    page_of(&warden).await.says("this process alone since");
}

#[tokio::test]
async fn without_one_each_process_counts_for_itself() {
    let at = TestApp::with(&[("redis_url", "")]).await;
    let warden = operator(&at).await.signs_in(&at).await;
    page_of(&warden).await.says("Each process counts limits for itself.");
}

#[tokio::test]
async fn an_address_that_is_none_is_told_by_its_name() {
    let at = TestApp::start().await;
    for (url, code) in [("localhost:6379", 2), ("redis://:quiet-river@localhost:port/0", 1)] {
        let output = at.serving().arg("serve").env("KINLIGHT_REDIS_URL", url).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{said}");
        assert!(said.contains("redis_url") && !said.contains("quiet-river"), "{said}");
    }
}
