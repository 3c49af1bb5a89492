//! Three processes of the site, two of the desk and one of the jobs, on one database, one bucket and one Redis, behind a load
//! balancer: each step of a person may reach another process.

mod killed;
mod restarted;
mod unfinished;

use std::process::Command;
use std::time::{Duration, Instant};
use time::OffsetDateTime;

use crate::harness::app::TestApp;
use crate::harness::browser::Browser;
use crate::harness::desk_pages::{claims, first_in_queue};
use crate::harness::engines::{Engines, cut_all};
use crate::harness::people::{Enquirer, Person, Photo, Society, portrait};
use crate::harness::processes::Process;
use crate::harness::proxy::Proxy;
use crate::harness::redis::RedisServer;
use crate::harness::site_pages::{Letter, Receipt, fills, reads, solved};
use kinlight::clock::{Clock, Moment};

/// A change must reach every replica within this time.
const SEEN_WITHIN: Duration = Duration::from_secs(2);

struct Installation {
    /// Prepares the test by verbs; no visitor uses it.
    at: TestApp,
    society: Society,
    sites: Vec<Process>,
    desks: Vec<Process>,
    jobs: Process,
    site: Proxy,
    desk: Proxy,
    _redis: RedisServer,
}

impl Installation {
    /// `None`, and counted as a skip, where several processes have no database or no Redis to share.
    async fn started() -> Option<Installation> {
        if !Engines::PostgresS3.are_chosen() {
            return None;
        }
        let redis = RedisServer::start().await?;
        // The clock of the preparation is behind, so that the one-time codes it uses are older than those that the processes see.
        let clock = Clock::standing_at(real_time() - time::Duration::minutes(15));
        let settings = [
            ("code_memory_kib", "65536"),
            ("code_stock", "4"),
            ("redis_url", &redis.url()),
            ("drain_seconds", "1"),
        ];
        let at = TestApp::on(tempfile::tempdir().unwrap(), &settings, clock, None).await;
        let society = Society::founded(&at, "northland").await;
        let faces = ["site", "site", "site", "desk", "desk", "jobs"];
        let mut all = Process::all_serving(faces.iter().map(|face| (program(&at, face), *face)).collect());
        let jobs = all.pop().unwrap();
        let desks = all.split_off(3);
        let addresses = |of: &[Process]| of.iter().map(|one| one.address.clone()).collect::<Vec<_>>();
        let before =
            async |of: Vec<String>| Proxy::before(&of.iter().map(String::as_str).collect::<Vec<_>>()).await;
        let (site, desk) = (before(addresses(&all)).await, before(addresses(&desks)).await);
        Some(Installation { at, society, sites: all, desks, jobs, site, desk, _redis: redis })
    }

    async fn publishes(&self) -> Photo {
        self.publishes_a_picture(7).await
    }

    async fn publishes_a_picture(&self, seed: u64) -> Photo {
        let enquirer = Enquirer { photo: portrait(seed), ..Enquirer::looking_for_her_brother() };
        let photo = self.society.publishes(&self.at, &enquirer).await;
        for site in &self.sites {
            soon(&Browser::new(&site.address), &page_of(&photo), 200).await;
        }
        photo
    }

    async fn withdrawn_on_one_it_is_gone_on_all(&self) {
        let mut longest = Duration::ZERO;
        for (here, seed) in [(0, 11), (1, 12), (2, 13)] {
            let photo = self.publishes_a_picture(seed).await;
            if here == 2 {
                // All connections break, so the replicas must subscribe to notifications again.
                cut_all(self.at.setting("database_url")).await;
            }
            let address = page_of(&photo);
            let enquirer = Browser::new(&self.sites[here].address);
            let form = enquirer.get("/en/withdraw").await.expect(200).main_form();
            let code = photo.withdrawal_code.grouped();
            let confirm = form.set("code", &code).submit(&enquirer).await.expect(200);
            let done = confirm.main_form().submit(&enquirer).await.expect(200);
            let took = futures_util::future::join_all(
                self.sites.iter().map(async |site| soon(&Browser::new(&site.address), &address, 410).await),
            );
            longest = took.await.into_iter().fold(longest, Duration::max);
            done.says(&self.at.text("en", "withdraw-done-heading"));
        }
        println!(
            "3 withdrawals on 3 replicas, one just after all connections broke: gone on all after {} ms at the longest",
            longest.as_millis()
        );
        assert!(longest < SEEN_WITHIN, "{longest:?}");
    }

    fn visitor(&self) -> Browser {
        Browser::new(&self.site.address)
    }

    async fn signs_in(&self, person: &Person) -> Browser {
        let browser = Browser::new(&self.desk.address);
        person.signs_in_with(&browser, || person.totp.code(real_time()).unwrap()).await;
        browser
    }

    /// Every response is in its Society's audit chain exactly once, and the chain verifies.
    async fn each_is_chained_once(&self) {
        let arrived = self.at.count("select count(*) from responses").await;
        let chained = "select count(*) from audit_lines where verb = 'response-arrived'";
        for _ in 0..300 {
            if self.at.count("select count(*) from responses where not is_chained").await == 0 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let subjects = "select count(distinct subject) from audit_lines where verb = 'response-arrived'";
        assert_eq!((self.at.count(chained).await, self.at.count(subjects).await), (arrived, arrived));
        let said = self.at.program().args(["audit", "verify"]).output().unwrap();
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stdout));
        println!("{arrived} responses, {arrived} of them in the chain, each once");
    }
}

fn program(at: &TestApp, face: &str) -> Command {
    let mut program = at.serving();
    // Every process looks at the timetable each second; the desks run it too.
    program.env("KINLIGHT_JOB_SECONDS", "1");
    if face == "site" {
        program.env("KINLIGHT_DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing");
    }
    program
}

#[expect(clippy::disallowed_methods, reason = "the processes run by the machine's clock")]
fn real_time() -> Moment {
    Moment(OffsetDateTime::now_utc().unix_timestamp())
}

fn page_of(photo: &Photo) -> String {
    format!("/en/photo/{}", photo.number.compact())
}

/// Requests the page until it answers with this status; returns how long that took.
async fn soon(browser: &Browser, path: &str, status: u16) -> Duration {
    let began = Instant::now();
    loop {
        let page = browser.get(path).await;
        if page.status == status {
            return began.elapsed();
        }
        assert!(began.elapsed() < Duration::from_secs(10), "{page:?}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// Consecutive requests went to the replicas in turn.
fn went_round(trail: &[usize], replicas: usize) {
    assert!(trail.len() > replicas, "{trail:?}");
    assert!(trail.windows(2).all(|two| (two[0] + 1) % replicas == two[1]), "{trail:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_step_of_a_journey_meets_another_replica() {
    let Some(all) = Installation::started().await else { return };
    let photo = all.publishes().await;
    all.site.trail();

    // A brother looks, searches, answers, and comes back.
    let brother = all.visitor();
    brother.get("/en/").await.expect(200);
    let asked = brother.get("/en/?seeking=brother").await.expect(200);
    solved(&all.at, asked.main_form()).submit(&brother).await.expect(200);
    for _ in 0..3 {
        let found = brother.get("/en/?seeking=brother").await.expect(200);
        assert!(found.has_link_to("/en/photo/").is_some(), "his pass is not good there: {found:?}");
    }
    let words = Letter::saying("We lost each other at the bridge with the blue lamps.");
    let check = fills(&brother, "en", photo.number, words).await;
    let form = check.main_form();
    let first = Receipt::on(&form.clone().submit(&brother).await);
    for _ in 0..2 {
        assert_eq!(Receipt::on(&form.clone().submit(&brother).await), first, "sent twice");
    }
    assert_eq!(all.at.count("select count(*) from responses").await, 1);
    went_round(&all.site.trail(), 3);

    // Staff sign in on the one desk and on the other, read it and ask; he reads that wherever he is.
    let moderator = all.signs_in(&all.society.moderator).await;
    let response = first_in_queue(&moderator).await.expect("it is in the queue");
    let page = claims(&moderator, &response).await;
    page.says("blue lamps")
        .form("/question")
        .set("question", "Which lamps?")
        .submit(&moderator)
        .await
        .expect(200);
    went_round(&all.desk.trail(), 2);
    reads(&all.visitor(), &first.code).await.says("Which lamps?");
    all.each_is_chained_once().await;
    all.withdrawn_on_one_it_is_gone_on_all().await;
}
