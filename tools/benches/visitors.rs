//! Visits one page: at a fixed rate a second, however slow the answers are, or as fast as it is served.
//! Times count from when a visitor was due, so they include waiting for a free connection.
//!
//!     visitors ADDRESS PATH SECONDS CONNECTIONS RATE      RATE 0: each comes back at once
//!
//! Prints answers a second, and the 50th and 99th percentile and the maximum of the waits, in milliseconds.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [address, path, seconds, connections, rate] = words.as_slice() else {
        panic!("ADDRESS PATH SECONDS CONNECTIONS RATE");
    };
    let number = |word: &str| word.parse::<u32>().expect("a number");
    let (seconds, connections, rate) = (number(seconds), number(connections), number(rate));
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\n\r\n"
    );
    let began = Instant::now();
    let ends = began + Duration::from_secs(seconds.into());
    let every = (rate > 0).then(|| Duration::from_secs_f64(f64::from(connections) / f64::from(rate)));
    let waits: Vec<Vec<Duration>> = thread::scope(|scope| {
        let visitor = |nth: u32| {
            let (address, request) = (address.as_str(), request.as_str());
            let first = began + every.unwrap_or_default() * nth / connections;
            scope.spawn(move || visits(address, request, (first, ends, every)))
        };
        let all: Vec<_> = (0..connections).map(visitor).collect();
        all.into_iter().map(|one| one.join().expect("a visitor who got every answer")).collect()
    });
    let took = began.elapsed().as_secs_f64();
    let mut waits = waits.concat();
    waits.sort();
    let milliseconds = |part: f64| waits[((waits.len() - 1) as f64 * part) as usize].as_secs_f64() * 1000.0;
    println!(
        "{:.0} {:.2} {:.2} {:.2}",
        waits.len() as f64 / took,
        milliseconds(0.5),
        milliseconds(0.99),
        milliseconds(1.0)
    );
}

/// Makes one visit after the other on one connection.
fn visits(
    address: &str,
    request: &str,
    (mut next, ends, every): (Instant, Instant, Option<Duration>),
) -> Vec<Duration> {
    let mut to = TcpStream::connect(address).expect("the service");
    to.set_nodelay(true).expect("a connection");
    let mut from = BufReader::new(to.try_clone().expect("a connection"));
    let (mut waits, mut page) = (Vec::new(), Vec::new());
    while next < ends {
        thread::sleep(next.saturating_duration_since(Instant::now()));
        to.write_all(request.as_bytes()).expect("a connection that stays");
        read_answer(&mut from, &mut page);
        waits.push(next.elapsed());
        next = every.map_or_else(Instant::now, |every| next + every);
    }
    waits
}

fn read_answer(from: &mut BufReader<TcpStream>, page: &mut Vec<u8>) {
    let mut line = String::new();
    let (mut length, mut is_first) = (None, true);
    loop {
        line.clear();
        from.read_line(&mut line).expect("a header");
        assert!(!is_first || line.contains(" 200 "), "the service answered {line:?}");
        is_first = false;
        let line = line.trim_end().to_ascii_lowercase();
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().ok();
        }
        if line.is_empty() {
            break;
        }
    }
    if let Some(length) = length {
        page.resize(length, 0);
        return from.read_exact(page).expect("a page");
    }
    // In chunks (RFC 9112, 7.1): a length in hexadecimal, then this many bytes; the last chunk is empty.
    loop {
        line.clear();
        from.read_line(&mut line).expect("a chunk");
        let length = usize::from_str_radix(line.trim(), 16).expect("a chunk's length");
        page.resize(length + 2, 0);
        from.read_exact(page).expect("a chunk");
        if length == 0 {
            return;
        }
    }
}
