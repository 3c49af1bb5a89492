//! After a responder has seen a receipt, the response is on disk. The real program is killed while 200 people send, and started
//! again.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use time::OffsetDateTime;

use crate::harness::app::TestApp;
use crate::harness::browser::Browser;
use crate::harness::people::{Enquirer, Society};
use crate::harness::processes::free;
use crate::harness::site_pages::{Letter, Receipt, fills};
use kinlight::clock::{Clock, Moment};
use kinlight::photo_number::PhotoNumber;
use kinlight::responses::receipt_code::ReceiptCode;

const PEOPLE: usize = 200;

struct Served {
    child: Child,
    site: String,
}

impl Served {
    /// Starts `kinlight serve` on ports that were free a moment ago.
    fn start(at: &TestApp) -> Served {
        let (site, desk) = (free(), free());
        let mut child = at
            .serving()
            .arg("serve")
            .env("KINLIGHT_LISTEN", site.to_string())
            .env("KINLIGHT_DESK_LISTEN", desk.to_string())
            .env("KINLIGHT_LOG", "warn")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        while !line.starts_with("ready") {
            line.clear();
            assert_ne!(said.read_line(&mut line).unwrap(), 0, "serve ended before it was ready");
        }
        Served { child, site: format!("http://{site}") }
    }

    /// SIGKILL: the process can finish nothing.
    fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[expect(clippy::disallowed_methods, reason = "the killed program runs by the machine's clock")]
fn now() -> Moment {
    Moment(OffsetDateTime::now_utc().unix_timestamp())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_received_outlives_a_kill() {
    // `serve` refuses cheaper codes, so this test pays the full price.
    let settings = [("code_memory_kib", "65536"), ("code_stock", "0")];
    let clock = Clock::standing_at(now());
    let at = TestApp::on(tempfile::tempdir().unwrap(), &settings, clock, None).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;

    let mut served = Served::start(&at);
    let mut ready = Vec::new();
    for n in 0..PEOPLE {
        ready.push(up_to_the_last_button(&served.site, photo.number, n).await);
    }

    let sent: Vec<_> = ready
        .iter()
        .map(|(browser, form)| {
            let (client, base, body) = (browser.clone(), served.site.clone(), form.clone());
            tokio::spawn(async move { client.tries(&base, &body).await })
        })
        .collect();
    // The kill comes when some have their receipt, and others are still waiting.
    loop {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        if sent.iter().filter(|one| one.is_finished()).count() >= PEOPLE / 5 {
            break;
        }
    }
    served.kill();
    let mut received = Vec::new();
    for one in sent {
        received.push(one.await.unwrap().map(|page| Receipt::on(&page)));
    }
    let delivered = received.iter().flatten().count();
    assert!(delivered > 0, "nobody had a receipt before the kill");
    println!("{delivered} of {PEOPLE} receipts were delivered before the kill");

    served = Served::start(&at);
    for receipt in received.iter().flatten() {
        let code = ReceiptCode::parse(&receipt.code).unwrap();
        let keys = at.app.limits.codes.keys_of(&code).unwrap();
        let tag: String = keys.tag.iter().map(|byte| format!("{byte:02x}")).collect();
        let is_tag = match kinlight::db::is_sqlite(&at.db.desk) {
            true => format!("mailbox_tag = x'{tag}'"),
            false => format!("mailbox_tag = '\\x{tag}'"),
        };
        let kept = at.count(&format!("select count(*) from responses where {is_tag}")).await;
        assert_eq!(kept, 1, "the response of a shown receipt is lost");
    }

    // Then everybody presses the same page's button again.
    let mut codes = BTreeSet::new();
    for ((browser, form), before) in ready.iter().zip(&received) {
        let page = browser.tries(&served.site, form).await.expect("an answer");
        let receipt = Receipt::on(&page);
        if let Some(before) = before {
            assert_eq!(&receipt, before, "another receipt for the same form");
        }
        codes.insert(receipt.code);
    }
    assert_eq!(codes.len(), PEOPLE);
    at.lost_nothing("kill -9 while many press the last button", PEOPLE).await;
    let society_s = at.count("select count(*) from responses where society_id is not null").await;
    assert_eq!(society_s, PEOPLE as i64, "a response that no Society can see");
}

type Body = (String, Vec<u8>, String);

async fn up_to_the_last_button(site: &str, photo: PhotoNumber, n: usize) -> (Browser, Body) {
    let browser = Browser::new(site);
    let message = format!("I am number {n}.");
    let check = fills(&browser, "en", photo, Letter::saying(&message)).await;
    let without = check.main_form().press(&browser, "cannot").await.expect(200);
    (browser, without.main_form().sealed())
}
