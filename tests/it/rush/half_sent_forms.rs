//! Two thousand clients send half a form and stop: the memory stays below the limit of the systemd unit, and an honest responder
//! does not wait.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use super::{ROBOT, Rush};
use crate::harness::browser::Browser;
use crate::harness::site_pages::{Receipt, sends};

const FORMS: usize = 2_048;
/// Nearly the longest form that is allowed, in bytes.
const DECLARED: usize = 262_000;

/// The memory limit of the site's unit in `deploy/systemd`, in bytes.
fn unit_allows() -> u64 {
    let unit = concat!(env!("CARGO_MANIFEST_DIR"), "/deploy/systemd/kinlight-site.service");
    let unit = std::fs::read_to_string(unit).unwrap();
    let line = unit.lines().find_map(|line| line.strip_prefix("MemoryMax=")).expect("a bound");
    line.trim_end_matches('M').parse::<u64>().unwrap() * 1024 * 1024
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement, for a quiet machine: cargo test --test it rush:: -- --ignored --nocapture --test-threads=1"]
async fn two_thousand_half_sent_forms_fill_no_memory_and_hold_up_nobody() {
    let rush = Rush::on_the_site(&[("code_stock", "4")]).await;
    let honest = Browser::new(&rush.site.address);
    let form = rush.before_the_last_page(&honest, "We lost each other at the bridge.").await;
    let robot = Browser::from_address(&rush.site.address, ROBOT);
    let asked = robot.get("/en/return").await.expect(200);
    let token = asked.main_form().value("csrf").expect("a token").to_owned();

    let cookies = robot.cookies();
    let began = Instant::now();
    let held = join_all((0..FORMS).map(|n| half_sent(&rush, &cookies, &token, n))).await;
    let open = held.iter().flatten().count();
    println!("{open} of {FORMS} half-sent forms were let in, in {:?}", began.elapsed());

    // All bytes have arrived. From now on the clients send nothing, for as long as the server lets them.
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    let began = Instant::now();
    let alive = tokio::time::timeout(Duration::from_secs(1), robot.get("/healthz")).await;
    println!("/healthz: {:?} after {:?}", alive.as_ref().map(|page| page.status), began.elapsed());
    let began = Instant::now();
    let receipt = async {
        let check = form.submit(&honest).await.expect(200);
        Receipt::on(&sends(&rush.at, &honest, &check).await)
    };
    let receipt = tokio::time::timeout(Duration::from_secs(2), receipt).await;
    println!("an honest receipt: {} after {:?}", receipt.is_ok(), began.elapsed());
    let most = rush.site.most_memory();
    println!("at the most {} MiB of {} MiB", most >> 20, unit_allows() >> 20);
    assert!(alive.is_ok(), "/healthz does not answer");
    assert!(receipt.is_ok(), "an honest response is not accepted in time");
    assert!(most < unit_allows(), "{} MiB", most >> 20);
    drop(held);
}

/// One form in four has no token, one a wrong token, two a good one. All stop before the end, or send no body at all.
async fn half_sent(rush: &Rush, cookies: &str, token: &str, n: usize) -> Option<TcpStream> {
    let token = if n % 4 == 1 { "wrong" } else { token };
    let field = if n.is_multiple_of(4) { String::new() } else { format!("csrf={token}&") };
    let sent = if n % 8 == 7 { 0 } else { DECLARED - 2_000 };
    let head = format!(
        "POST /en/return HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: {ROBOT}\r\nCookie: {cookies}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {DECLARED}\r\n\r\n{field}code="
    );
    let send = async {
        let mut socket = TcpStream::connect(rush.address()).await.ok()?;
        socket.write_all(head.as_bytes()).await.ok()?;
        socket.write_all(&vec![b'1'; sent]).await.ok()?;
        Some(socket)
    };
    tokio::time::timeout(Duration::from_secs(5), send).await.ok()?
}
