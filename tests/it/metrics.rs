//! The metrics show the state of the service and nothing about people: no number, no code, no address, and never how few people
//! are behind a figure.

use std::path::PathBuf;
use std::time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::Browser;
use crate::harness::people::{Enquirer, Society};
use crate::harness::site_pages::{Letter, reads, responds};

const TOLD: [(&str, &str); 1] = [("metrics_listen", "127.0.0.1:0")];

/// Figures about the queue, which a process of the site must not have.
const OF_THE_QUEUE: [&str; 3] =
    ["kinlight_responses_waiting", "kinlight_oldest_response_hours", "kinlight_withdrawals"];

async fn figures(at: &TestApp) -> String {
    let watcher = Browser::new(&at.figures().expect("figures are told"));
    let page = watcher.get_only("/metrics").await.expect(200);
    assert!(page.header("content-type").starts_with("application/openmetrics-text"));
    String::from_utf8(page.bytes).unwrap()
}

/// Polls the metrics until this figure has this value, for 15 seconds at most.
async fn until(at: &TestApp, name: &str, value: u32) -> String {
    until_line(at, &format!("{name} {value}.0")).await
}

async fn until_line(at: &TestApp, start: &str) -> String {
    for _ in 0..60 {
        let told = figures(at).await;
        if told.lines().any(|line| line.starts_with(start)) {
            return told;
        }
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    panic!("never {start:?}:\n{}", figures(at).await);
}

/// The value of a figure without labels.
fn value(told: &str, name: &str) -> f64 {
    let line = told.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("no {name}:\n{told}")).parse().unwrap()
}

#[tokio::test]
async fn figures_tell_of_the_service_and_of_nobody() {
    let at = TestApp::with(&TOLD).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    at.later(time::Duration::ZERO).await;
    let visitor = Browser::from_address(&at.site, "198.51.100.77");
    visitor.get(&format!("/en/photo/{}", photo.number.compact())).await.expect(200);
    visitor.get("/en/?relation=brother&origin=SY").await;
    visitor.get("/en/no-such-page-4711").await.expect(404);
    let receipt = responds(&at, &visitor, photo.number, Letter::saying("I know her brother")).await;
    reads(&visitor, &receipt.code).await;
    let guesser = at.at_the_desk();
    let page = guesser.get("/en/sign-in").await;
    let wrong = page.main_form().set("name", "mira").set("password", "not the password at all");
    wrong.submit(&guesser).await.expect(422);
    at.advance(time::Duration::hours(30));
    at.run_jobs().await;

    let told = until(&at, "kinlight_oldest_response_hours", 30).await;
    assert_eq!(value(&told, "kinlight_responses_waiting"), 5.0, "one response must count as five");
    assert_eq!(value(&told, "kinlight_photos_live"), 5.0);
    assert_eq!(value(&told, "kinlight_withdrawals"), 0.0);
    assert_eq!(value(&told, "kinlight_sign_in_failures_total"), 5.0);
    assert_eq!(value(&told, "kinlight_database_answers"), 1.0);
    assert!(value(&told, "kinlight_memory_bytes") > 1e6);
    assert!(
        told.contains(r#"kinlight_requests_total{face="site",route="/{lang}/photo/{number}",status="2xx"} "#)
    );
    assert!(told.contains(r#"route="(none)",status="4xx"} 1"#), "{told}");
    assert!(told.ends_with("# EOF\n"));

    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let number = photo.number.compact();
    let code = digits(&receipt.code);
    let said = [
        number.as_str(),
        &code,
        &receipt.caller_check,
        "198.51.100",
        "10.0.0",
        "127.0.0.1",
        "4711",
        "brother",
        "SY",
        "mira",
    ];
    let labels: Vec<&str> = told.lines().filter(|line| !line.starts_with('#')).collect();
    for secret in said {
        let found = labels
            .iter()
            .find(|line| line.split_once('}').map_or(**line, |(labels, _)| labels).contains(secret));
        assert_eq!(found, None, "a label tells {secret}");
    }
    assert!(!told.contains(&number) && !told.contains(&code));
}

#[tokio::test]
async fn the_sites_process_tells_nothing_of_the_queue() {
    let at = TestApp::start().await;
    assert_eq!(at.figures(), None, "figures are served without a setting");
    let site = at.replica_with(&[TOLD[0], ("zone", "site")]).await;
    let told = until(&site, "kinlight_ready", 1).await;
    for name in OF_THE_QUEUE {
        assert!(!told.contains(name), "{name} in\n{told}");
    }
}

#[tokio::test]
async fn figures_are_told_on_their_own_address_alone() {
    let at = TestApp::with(&TOLD).await;
    at.visitor().get_only("/metrics").await.expect(404);
    at.at_the_desk().get_only("/metrics").await.expect(404);
    let watcher = Browser::new(&at.figures().unwrap());
    watcher.get_only("/en/").await.expect(404);
    watcher.get_only("/healthz").await.expect(404);
}

#[tokio::test]
async fn they_are_told_while_the_database_is_away() {
    let at = TestApp::with(&TOLD).await;
    until(&at, "kinlight_database_answers", 1).await;
    at.app.db.desk.clone().close().await.unwrap();
    at.app.db.site.clone().close().await.unwrap();
    at.app.db.jobs.clone().close().await.unwrap();
    let told = until(&at, "kinlight_database_answers", 0).await;
    assert_eq!(value(&told, "kinlight_ready"), 0.0);
    assert!(!told.contains(OF_THE_QUEUE[0]), "a figure is served without a database to count in");
}

/// Each figure that an alert asks for exists.
#[tokio::test]
async fn alerts_ask_for_figures_that_are_told() {
    let rules = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("deploy/alerts.yaml");
    let text = std::fs::read_to_string(&rules).unwrap();
    let at = TestApp::with(&[TOLD[0], ("job_seconds", "1")]).await;
    until(&at, "kinlight_responses_waiting", 0).await;
    let told = until_line(&at, r#"kinlight_job_last_success_timestamp_seconds{task="checkpoint"}"#).await;
    let asked = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let asked: Vec<&str> = asked.filter(|word| word.starts_with("kinlight_")).collect();
    assert!(asked.len() > 6, "{asked:?}");
    // A bucket does not report how full it is.
    let is_told = |name: &&str| at.bucket.is_none() || *name != "kinlight_disk_free_percent";
    for name in asked.into_iter().filter(is_told) {
        assert!(told.lines().any(|line| line.starts_with(name)), "{name} is not among the figures:\n{told}");
    }
}
