//! Without a proxy, one network may hold only a part of a face's connections. If it opens more, the one that was silent longest
//! is closed, and the newest is served.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::harness::app::TestApp;

/// More than one network may hold, which is a quarter of a face's connections.
const SILENT: usize = 670;
const OF_A_NETWORK: usize = 640;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_network_that_holds_too_many_connections_loses_those_that_are_silent() {
    let at = TestApp::with(&[("trusted_proxies", ""), ("metrics_listen", "127.0.0.1:0")]).await;
    let address = at.site.strip_prefix("http://").unwrap().to_owned();
    // The oldest connection asks now and then, so it is not silent.
    let mut lively = TcpStream::connect(&address).await.unwrap();
    let mut silent = Vec::new();
    for n in 0..SILENT {
        let mut socket = TcpStream::connect(&address).await.unwrap();
        socket.write_all(b"POST /en/return HTTP/1.1\r\nHost: x\r\n").await.unwrap();
        silent.push(socket);
        if n % 100 == 0 {
            assert!(is_answered(&mut lively).await, "after {n}");
        }
    }
    let began = Instant::now();
    at.visitor().get("/en/").await.expect(200);
    assert!(began.elapsed() < Duration::from_secs(3), "the newest waited {:?}", began.elapsed());
    assert!(is_answered(&mut lively).await, "a connection that is in use was closed");
    let mut shut = 0;
    for socket in &mut silent {
        let read = tokio::time::timeout(Duration::from_millis(1), socket.read(&mut [0; 512])).await;
        shut += usize::from(matches!(read, Ok(Ok(0) | Err(_))));
    }
    println!("{shut} of {SILENT} silent connections were shut");
    assert!((SILENT - OF_A_NETWORK..SILENT - OF_A_NETWORK + 20).contains(&shut), "{shut}");
}

async fn is_answered(socket: &mut TcpStream) -> bool {
    let mut answer = [0; 12];
    let asked = async {
        socket.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").await.ok()?;
        socket.read_exact(&mut answer).await.ok()?;
        let mut rest = [0; 4096];
        socket.read(&mut rest).await.ok()
    };
    let is_there = tokio::time::timeout(Duration::from_secs(2), asked).await.is_ok_and(|read| read.is_some());
    is_there && answer == *b"HTTP/1.1 200"
}
