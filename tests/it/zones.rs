//! Site and desk as separate processes: the main job works across both, and the site's process has nothing of the desk's.

use std::path::Path;
use std::process::Command;
use std::time::Duration;
use time::OffsetDateTime;

use crate::harness::app::{START, TestApp};
use crate::harness::browser::{Browser, Page};
use crate::harness::bucket::{Bucket, Trouble};
use crate::harness::desk_pages::{claims, first_in_queue};
use crate::harness::engines::Engines;
use crate::harness::people::{Enquirer, Person, Society};
use crate::harness::processes::Process;
use crate::harness::site_pages::{Letter, reads, responds};
use kinlight::app::StartError;
use kinlight::clock::{Clock, Moment};
use kinlight::server;

const WORDS: &str = "We lost each other at the bridge with the blue lamps.";

#[expect(clippy::disallowed_methods, reason = "the processes run by the machine's clock")]
async fn installation(code_memory_kib: &str) -> TestApp {
    let clock = Clock::standing_at(Moment(OffsetDateTime::now_utc().unix_timestamp()));
    let settings = [("code_memory_kib", code_memory_kib), ("code_stock", "1")];
    TestApp::on(tempfile::tempdir().unwrap(), &settings, clock, None).await
}

/// The site's process as an operator of two hosts sets it up. It knows neither the file of the desk's secret nor, on an engine
/// with roles, the desk's database address.
fn of_the_site(at: &TestApp, no_secret: &Path) -> Command {
    let mut program = at.serving();
    program.env("KINLIGHT_DESK_SECRET_FILE", no_secret);
    if !kinlight::db::is_sqlite(&at.app.db.site) {
        program.env("KINLIGHT_DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing");
    }
    program
}

async fn signed_in(at: &TestApp, person: &Person, desk: &Process) -> Browser {
    let browser = Browser::new(&desk.address);
    browser.take_cookie("kinlight-desk", &person.session(at).await);
    browser
}

/// Requests the page until it answers with this status, for two seconds at most.
async fn soon(browser: &Browser, path: &str, status: u16) -> Page {
    for _ in 0..40 {
        let page = browser.get(path).await;
        if page.status == status {
            return page;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    browser.get(path).await.expect(status)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_main_job_goes_on_across_two_processes() {
    // `serve` refuses cheaper codes.
    let at = installation("65536").await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let no_secret = at.folder.path().join("not-here/desk.secret");
    let site = Process::serving(of_the_site(&at, &no_secret), "site");
    let desk = Process::serving(at.serving(), "desk");

    // A brother answers on the site; staff read it at the desk, and ask; he reads the question on the site.
    let brother = Browser::new(&site.address);
    let receipt = responds(&at, &brother, photo.number, Letter::saying(WORDS)).await;
    let moderator = signed_in(&at, &society.moderator, &desk).await;
    let response = first_in_queue(&moderator).await.expect("it is in the queue");
    let page = claims(&moderator, &response).await;
    page.says(WORDS).form("/question").set("question", "Which lamps?").submit(&moderator).await.expect(200);
    reads(&Browser::new(&site.address), &receipt.code).await.says("Which lamps?");

    // A photo that the desk takes down is gone from the site within two seconds.
    let address = format!("/en/photo/{}", photo.number.compact());
    brother.get(&address).await.expect(200);
    let page = moderator.get(&format!("/en/publications/{}", photo.id)).await.expect(200);
    let form = page.form("/publications/");
    let reason = form.offers("reason").first().map(|reason| (*reason).to_owned()).expect("a reason");
    form.set("reason", &reason).submit(&moderator).await.expect(200);
    soon(&brother, &address, 410).await;

    assert!(!no_secret.exists(), "the site's process made a desk's secret");
    brother.get("/en/sign-in").await.expect(404);
    assert_eq!(Browser::new(&desk.address).get(&address).await.status, 404, "the desk serves the site");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_timetable_goes_on_while_the_desk_is_closed() {
    let at = installation("65536").await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let public = || at.blobs().iter().filter(|(name, _)| name.starts_with("public/")).count();
    assert!(public() > 0);
    let mut program = at.serving();
    program.env("KINLIGHT_JOB_SECONDS", "1");
    let _jobs = Process::serving(program, "jobs");
    at.tampers("update publications set stage = 'ended', ended_reason = 'withdrawn-by-staff', ended_at = 1")
        .await;
    for _ in 0..600 {
        if public() == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the files of {} are still there", photo.number.grouped());
}

#[tokio::test]
async fn a_site_with_the_desks_rights_does_not_start() {
    if !Engines::PostgresS3.are_chosen() {
        return;
    }
    let at = installation("65536").await;
    let mut program = at.serving();
    program.args(["serve", "--face", "site"]).env_remove("KINLIGHT_SITE_DATABASE_URL");
    let said = program.output().unwrap();
    assert_eq!(said.status.code(), Some(1));
    let said = String::from_utf8_lossy(&said.stderr).into_owned();
    assert!(said.contains("set site_database_url"), "{said}");
}

#[tokio::test]
async fn the_sites_key_to_the_store_may_do_nothing_but_read() {
    let settings = [("code_memory_kib", "65536"), ("code_stock", "0")];
    let (folder, bucket) = (tempfile::tempdir().unwrap(), Bucket::start().await);
    let at = TestApp::on(folder, &settings, Clock::standing_at(START), Some(bucket)).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    at.bucket.as_ref().unwrap().fail_with(Trouble::ReadsThePublicOnly);
    assert!(matches!(server::check(&at.app).await, Err(StartError::Blobs(_))), "the desk writes");
    let site = at.replica_with(&[("zone", "site")]).await;
    server::check(&site.app).await.expect("the site reads");
    let visitor = site.visitor();
    let page = visitor.get(&format!("/en/photo/{}", photo.number.compact())).await.expect(200);
    let picture = page.all("img[src^='/pictures/']", "src").remove(0);
    visitor.get(&picture).await.expect(200);
    responds(&site, &visitor, photo.number, Letter::saying("I know her")).await;
}
