//! Six hundred connections do nothing but draw codes: everybody else still gets a code, without a wait.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use futures_util::StreamExt;
use futures_util::stream;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{ROBOT, Rush};
use crate::harness::browser::Browser;
use crate::harness::form::Form;
use crate::harness::site_pages::{Receipt, reads, sends};

const CONNECTIONS: usize = 600;
const HONEST: usize = 100;
/// How many honest people send at the same time. More would wait for one another on a machine that runs other tests too.
const AT_ONCE: usize = 2;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement, for a quiet machine: cargo test --test it rush:: -- --ignored --nocapture --test-threads=1"]
async fn who_draws_codes_on_six_hundred_connections_costs_nobody_a_receipt() {
    let rush = Rush::on_the_site(&[("code_stock", "12")]).await;
    let mut ready = Vec::new();
    for n in 0..HONEST {
        let honest = Browser::new(&rush.site.address);
        let form = rush.before_the_last_page(&honest, &format!("I am number {n}.")).await;
        ready.push((honest, form));
    }
    let robot = Browser::from_address(&rush.site.address, ROBOT);
    let form = rush.before_the_last_page(&robot, "I draw codes.").await;
    let (is_over, drawn) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU32::new(0)));
    let request = Arc::new(request(&robot, &form));
    let robots: Vec<_> = (0..CONNECTIONS)
        .map(|_| {
            let (address, request) = (rush.address(), request.clone());
            tokio::spawn(draws(address, request, is_over.clone(), drawn.clone()))
        })
        .collect();
    tokio::time::sleep(Duration::from_secs(1)).await;

    let began = Instant::now();
    let at = &rush.at;
    let mut received: Vec<(Duration, Option<Receipt>, Browser)> = stream::iter(ready)
        .map(async |(honest, form)| {
            let began = Instant::now();
            let check = form.submit(&honest).await;
            let page = if check.status == 200 { sends(at, &honest, &check).await } else { check };
            let receipt = (page.status == 200).then(|| Receipt::on(&page));
            (began.elapsed(), receipt, honest)
        })
        .buffer_unordered(AT_ONCE)
        .collect()
        .await;
    let took = began.elapsed();
    is_over.store(true, Ordering::Relaxed);
    for robot in robots {
        robot.abort();
    }

    received.sort_by_key(|(took, ..)| *took);
    let refused = received.iter().filter(|(_, receipt, _)| receipt.is_none()).count();
    let (median, slow) = (received[HONEST / 2].0, received[HONEST - 2].0);
    println!(
        "{HONEST} honest receipts in {took:?} beside {} draws: half within {median:?}, 99 within {slow:?}, {refused} refused",
        drawn.load(Ordering::Relaxed)
    );
    assert_eq!(refused, 0, "an honest person got no receipt");
    assert!(slow < Duration::from_secs(2), "{slow:?}");
    // A responder who solved the digits has a short code, even during the rush, and it opens the mailbox.
    for (_, receipt, honest) in received.iter().take(3) {
        let receipt = receipt.as_ref().expect("a receipt");
        assert_eq!(receipt.code.len(), 19, "{}", receipt.code);
        reads(honest, &receipt.code).await.says("We have your message");
    }
}

/// One step of the form as bytes, to be sent over and over.
fn request(robot: &Browser, form: &Form) -> Vec<u8> {
    let (kind, body, action) = form.sealed();
    let head = format!(
        "POST {action} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: {ROBOT}\r\nCookie: {}\r\n\
         Content-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
        robot.cookies(),
        body.len()
    );
    [head.as_bytes(), &body].concat()
}

async fn draws(
    address: std::net::SocketAddr,
    request: Arc<Vec<u8>>,
    is_over: Arc<AtomicBool>,
    drawn: Arc<AtomicU32>,
) {
    while !is_over.load(Ordering::Relaxed) {
        let Ok(mut socket) = TcpStream::connect(address).await else { continue };
        while !is_over.load(Ordering::Relaxed) && answered(&mut socket, &request).await.is_some() {
            drawn.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// Sends the request, and reads one whole answer.
async fn answered(socket: &mut TcpStream, request: &[u8]) -> Option<()> {
    socket.write_all(request).await.ok()?;
    let (mut bytes, mut buffer) = (Vec::new(), [0; 16 * 1024]);
    loop {
        let count = socket.read(&mut buffer).await.ok().filter(|count| *count > 0)?;
        bytes.extend_from_slice(&buffer[..count]);
        let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "))?;
        if bytes.len() >= end + 4 + length.parse::<usize>().ok()? {
            return Some(());
        }
    }
}
