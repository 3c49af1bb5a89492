//! Several replicas with one Redis: they count together; Redis learns no name or address, and forgets its counts.

mod away;

use std::time::Duration;

use kinlight::clock::Clock;
use kinlight::ids::CaptchaId;
use kinlight::photo_number::PhotoNumber;
use kinlight::rate_limits::{Action, LimitSettings, RateLimits, Sharing, Subject, Verdict};

use crate::harness::app::{START, TestApp, log};
use crate::harness::browser::Browser;
use crate::harness::people::{Enquirer, Society, operator};
use crate::harness::redis::{PASSWORD, RedisServer};
use crate::harness::site_pages::{Letter, Receipt, fills, reads, responds, sends, solved};

/// How many numbers one network may look up without solving digits.
const LOOK_UPS: usize = 120;

/// A long timeout, since other tests keep this machine busy.
const PATIENCE: Duration = Duration::from_secs(10);

async fn two_replicas(redis: &RedisServer) -> (TestApp, TestApp) {
    let at = TestApp::with(&[("redis_url", &redis.url())]).await;
    let replica = at.replica().await;
    (at, replica)
}

/// Looks up numbers that no photo has; returns how often that worked before the digits were asked for.
async fn look_ups(camp: &Browser, most: usize) -> usize {
    let path = format!("/en/number?number={}", PhotoNumber::draw().compact());
    for done in 0..most {
        let page = camp.get_only(&path).await;
        if page.fault_at("number").is_none() {
            assert!(page.main_form().has("challenge"), "{page:?}");
            return done;
        }
    }
    most
}

#[tokio::test]
async fn what_one_network_does_on_two_replicas_is_counted_together() {
    let Some(redis) = RedisServer::start().await else { return };
    let (at, replica) = two_replicas(&redis).await;
    let [here, there] = [&at, &replica].map(|face| Browser::from_address(&face.site, "203.0.113.7"));
    assert_eq!(look_ups(&here, 70).await, 70);
    assert_eq!(look_ups(&there, 70).await, LOOK_UPS - 70);
    assert_eq!(look_ups(&here, 1).await, 0);
    assert_eq!(look_ups(&Browser::from_address(&replica.site, "203.0.113.8"), 1).await, 1, "someone else");
    at.advance(time::Duration::seconds(31));
    assert_eq!(look_ups(&here, 2).await, 1, "half a minute allows one more");
}

#[tokio::test]
async fn a_pass_is_good_for_sixty_searches_on_all_replicas_together() {
    let Some(redis) = RedisServer::start().await else { return };
    let (at, replica) = two_replicas(&redis).await;
    let here = at.visitor();
    let asked = here.get("/en/?seeking=brother").await.expect(200);
    solved(&at, asked.main_form()).submit(&here).await.expect(200);
    let there = here.moved_to(&replica.site);
    for searches in 2..=60 {
        let browser = if searches % 2 == 0 { &there } else { &here };
        let page = browser.get("/en/?seeking=brother").await.expect(200);
        assert!(page.fault_at("digits").is_none() && !page.html().contains("/captcha/"), "{searches}");
    }
    for browser in [&here, &there] {
        assert!(browser.get("/en/?seeking=brother").await.html().contains("/captcha/"), "a 61st search");
    }
}

#[tokio::test]
async fn a_hundred_responses_from_one_address_to_two_replicas_are_all_kept() {
    let Some(redis) = RedisServer::start().await else { return };
    let (at, replica) = two_replicas(&redis).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    replica.app.refresh_catalogue().await;
    let mut codes = std::collections::BTreeSet::new();
    for n in 0..100 {
        let camp = Browser::from_address(if n % 2 == 0 { &at.site } else { &replica.site }, "203.0.113.7");
        let message = format!("I am number {n} of the camp.");
        let check = fills(&camp, "en", photo.number, Letter::saying(&message)).await;
        codes.insert(Receipt::on(&sends(&at, &camp, &check).await).code);
    }
    assert_eq!(codes.len(), 100);
    // Everybody solved the digits; beyond the network's limit of twenty, responses are in the slow lane.
    assert_eq!(at.count("select count(*) from responses where is_slow").await, 80);
}

#[tokio::test]
async fn who_reads_redis_learns_nothing() {
    let Some(redis) = RedisServer::start().await else { return };
    let (at, replica) = two_replicas(&redis).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    replica.app.refresh_catalogue().await;
    society.moderator.signs_in(&at).await;
    let visitor = Browser::from_address(&replica.site, "203.0.113.7");
    let receipt = responds(&replica, &visitor, photo.number, Letter::saying("by the blue lamps")).await;
    reads(&visitor, &receipt.code).await;
    look_ups(&visitor, 3).await;
    visitor.get("/en/?seeking=brother").await.expect(200);

    let all = redis.everything().await;
    assert!(all.len() >= 6, "it counts nothing: {}", all.len());
    let compact = receipt.code.replace(' ', "");
    let known: [&[u8]; 9] = [
        b"203.0.113.7",
        &[203, 0, 113, 7],
        society.moderator.name.as_bytes(),
        society.moderator.id.as_bytes(),
        b"northland",
        b"lamps",
        receipt.code.as_bytes(),
        compact.as_bytes(),
        PASSWORD.as_bytes(),
    ];
    for (key, value, left) in &all {
        let shown = String::from_utf8_lossy(key);
        assert!(key.starts_with(b"kinlight:"), "{shown}");
        assert!((1..=24 * 3_600_000).contains(left), "{shown} stays");
        for word in known {
            let is_in = |bytes: &[u8]| bytes.windows(word.len()).any(|part| part == word);
            assert!(!is_in(key) && !is_in(value), "{shown} tells {}", String::from_utf8_lossy(word));
        }
    }
    assert_eq!(redis.asked::<i64>(&["SLOWLOG", "LEN"]).await, 0);
    let log = log();
    let day = all.iter().find(|(key, ..)| key == b"kinlight:day").expect("the day's key");
    assert!(!log.windows(8).any(|part| part == &day.1[8..16]), "the day's key is in the log");
    assert!(!String::from_utf8_lossy(&log).contains(PASSWORD), "the password is in the log");
}

/// The rights are those of `deploy/limits.acl`; the stories beside this one show that they are enough.
#[tokio::test]
async fn kinlights_user_counts_and_may_do_nothing_else() {
    let Some(redis) = RedisServer::start().await else { return };
    let mut link = redis.as_kinlight().await;
    let count = "kinlight:0:x";
    for allowed in
        [&["PING"][..], &["SET", count, "1", "PX", "1000"], &["GET", count], &["PTTL", count], &["TIME"]]
    {
        redis::cmd(allowed[0]).arg(&allowed[1..]).exec_async(&mut link).await.unwrap();
    }
    for refused in [
        &["KEYS", "*"][..],
        &["SCAN", "0"],
        &["FLUSHALL"],
        &["CONFIG", "GET", "*"],
        &["CONFIG", "SET", "dir", "/tmp"],
        &["ACL", "LIST"],
        &["INFO"],
        &["CLIENT", "LIST"],
        &["MONITOR"],
        &["MODULE", "LIST"],
        &["EVAL", "return 1", "0"],
        &["SUBSCRIBE", "kinlight:day"],
        &["PUBLISH", "kinlight:day", "x"],
        &["REPLICAOF", "NO", "ONE"],
        &["SAVE"],
        &["DEL", count],
        &["GET", "another:key"],
        &["SET", "another:key", "1"],
    ] {
        let error = redis::cmd(refused[0]).arg(&refused[1..]).exec_async(&mut link).await;
        let error = error.expect_err(refused[0]).to_string();
        assert!(error.to_lowercase().contains("perm"), "{refused:?}: {error}");
    }
    // A script may do no more than the user.
    let script = redis::Script::new("return redis.call('KEYS', '*')");
    let error =
        script.invoke_async::<_, ()>(&mut link).await.expect_err("a script that lists keys").to_string();
    assert!(!error.is_empty() && redis.asked::<i64>(&["EXISTS", count]).await <= 1, "{error}");
    // Nobody comes in without a name.
    let url = redis.url().replace("user=kinlight", "user=default");
    assert!(redis::Client::open(url).unwrap().get_multiplexed_async_connection().await.is_err());
}

#[tokio::test]
async fn with_the_days_key_its_counts_are_gone() {
    let Some(redis) = RedisServer::start().await else { return };
    let (at, replica) = two_replicas(&redis).await;
    let [here, there] = [&at, &replica].map(|face| Browser::from_address(&face.site, "203.0.113.7"));
    // The day's key ends soon, while such counts would otherwise last another hour.
    let old: Vec<u8> = redis.asked(&["GET", "kinlight:day"]).await;
    redis.asked::<i64>(&["PEXPIRE", "kinlight:day", "600000"]).await;
    assert_eq!(look_ups(&here, 500).await, LOOK_UPS);
    assert_eq!(look_ups(&there, 1).await, 0);
    for (key, _, left) in redis.everything().await {
        assert!(left <= 600_000, "{} outlives the day", String::from_utf8_lossy(&key));
    }
    redis.asked::<i64>(&["PEXPIRE", "kinlight:day", "1"]).await;
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(look_ups(&there, 70).await, 70);
    assert_eq!(look_ups(&here, 500).await, LOOK_UPS - 70, "the two replicas do not share the new day's key");
    let new: Vec<u8> = redis.asked(&["GET", "kinlight:day"]).await;
    assert!(old.len() == 40 && new.len() == 40 && old != new);
}

#[tokio::test]
async fn a_redis_that_forgot_everything_is_counted_in_at_once() {
    let Some(redis) = RedisServer::start().await else { return };
    let (at, replica) = two_replicas(&redis).await;
    let [here, there] = [&at, &replica].map(|face| Browser::from_address(&face.site, "203.0.113.7"));
    assert_eq!((look_ups(&here, 10).await, look_ups(&there, 10).await), (10, 10));
    redis.asked::<()>(&["FLUSHALL"]).await;
    redis.asked::<()>(&["SCRIPT", "FLUSH"]).await;
    assert_eq!(look_ups(&here, 70).await, 70);
    assert_eq!(look_ups(&there, 500).await, LOOK_UPS - 70);
    let warden = operator(&at).await.signs_in(&at).await;
    warden.get("/en/operator").await.expect(200).says("Limits are shared by all processes.");
}

/// Both kinds of limits get the same requests at the same moments.
#[tokio::test]
async fn redis_answers_as_this_process_does() {
    let Some(redis) = RedisServer::start().await else { return };
    let settings = LimitSettings::default();
    // Seconds that pass, and how many requests follow. No case crosses midnight, where the keys change.
    let cases: [&[(i64, u32)]; 5] = [
        &[(0, 700), (1, 2), (29, 2), (30, 2), (3600, 100)],
        &[(0, 1), (3599, 1), (1, 70)],
        &[(5, 3), (60, 3), (60, 3), (60, 3), (60, 30), (720, 3)],
        &[(0, 25), (4319, 1), (1, 2), (4320, 2)],
        &[(0, 130), (15, 1), (15, 1), (7, 1), (6, 30), (6, 2)],
    ];
    for action in Action::ALL {
        let clock = Clock::standing_at(START);
        let local = RateLimits::local(settings.clone(), &clock);
        let shared = RateLimits::shared(settings.clone(), &clock, (&redis.url(), PATIENCE)).unwrap();
        shared.meet().await;
        for (number, case) in cases.iter().enumerate() {
            let someone = Subject::pass(CaptchaId::from_u128(number as u128));
            for (seconds, times) in *case {
                clock.advance(time::Duration::seconds(*seconds));
                for time in 0..(*times).min(settings.of(action).at_once + 5) {
                    let what = format!("{action:?}, case {number}, after {seconds} s, number {time}");
                    let over = local.is_over(action, &someone).await;
                    assert_eq!(shared.is_over(action, &someone).await, over, "{what}");
                    let verdict = local.check(action, &someone).await;
                    assert_eq!(shared.check(action, &someone).await, verdict, "{what}");
                    assert_eq!(verdict != Verdict::Allowed, over, "{what}");
                }
            }
        }
        assert_eq!(shared.sharing().await, Sharing::Shared, "Redis did not answer to the end");
    }
}

#[tokio::test]
async fn redis_counts_by_its_own_time() {
    let Some(redis) = RedisServer::start().await else { return };
    let new =
        || RateLimits::shared(LimitSettings::default(), &Clock::System, (&redis.url(), PATIENCE)).unwrap();
    let (one, two) = (new(), new());
    tokio::join!(one.meet(), two.meet());
    let someone = Subject::name("amira");
    for limits in [&one, &two, &one, &two, &one] {
        assert_eq!(limits.check(Action::ReceiptMisses, &someone).await, Verdict::Allowed);
    }
    let Verdict::Over { retry_after } = two.check(Action::ReceiptMisses, &someone).await else {
        panic!("allowed a sixth")
    };
    assert!((700..=720).contains(&retry_after.as_secs()), "{retry_after:?}");
    assert_eq!((one.sharing().await, two.sharing().await), (Sharing::Shared, Sharing::Shared));
}
