//! What strangers may send, and how slowly: malformed requests are refused, everything has a size limit, and two hundred slow
//! clients delay nobody. The tests use bare sockets, since no browser sends this.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

use actix_web::http::Method;
use kinlight::desk::{self, routes::Routes};
use kinlight::web::form::session_cookie_name;
use kinlight::web::headers::ALWAYS;

use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Society};

/// The longest pause that a client may make in these tests, in seconds.
const PAUSE: [(&str, &str); 1] = [("slow_seconds", "2")];
/// A pause, plus time for a busy machine.
const CUT_OFF_WITHIN: Duration = Duration::from_secs(12);

const FORMS_OF_THE_SITE: &[&str] = &[
    "/ar/captcha",
    "/ar/respond",
    "/ar/receipt.txt",
    "/ar/receipt/saved",
    "/ar/return",
    "/ar/return/answer",
    "/ar/return/delete",
    "/ar/return/erase",
    "/ar/return/finish",
    "/ar/withdraw",
    "/ar/withdraw/now",
];

fn address(base: &str) -> SocketAddr {
    base.strip_prefix("http://").unwrap().parse().unwrap()
}

struct Said {
    text: String,
    /// The server has closed the connection.
    is_over: bool,
}

impl Said {
    /// Status of each answer, in order.
    fn statuses(&self) -> Vec<u16> {
        let answers = self.text.split("HTTP/1.1 ").skip(1);
        answers.filter_map(|answer| answer.get(..3)?.parse().ok()).collect()
    }

    fn header(&self, name: &str) -> Option<&str> {
        let head = self.text.split("\r\n\r\n").next()?;
        head.lines()
            .find_map(|line| line.split_once(": ").filter(|(one, _)| *one == name))
            .map(|(_, value)| value)
    }
}

/// Reads until the server closes the connection, or for `most`.
async fn hears(socket: &mut TcpStream, most: Duration) -> Said {
    let (mut bytes, until) = (Vec::new(), tokio::time::Instant::now() + most);
    let mut buffer = [0; 16 * 1024];
    loop {
        match tokio::time::timeout_at(until, socket.read(&mut buffer)).await {
            Err(_) => return Said { text: String::from_utf8_lossy(&bytes).into_owned(), is_over: false },
            Ok(Ok(0) | Err(_)) => {
                return Said { text: String::from_utf8_lossy(&bytes).into_owned(), is_over: true };
            }
            Ok(Ok(count)) => bytes.extend_from_slice(&buffer[..count]),
        }
    }
}

async fn says(base: &str, words: impl AsRef<[u8]>) -> TcpStream {
    let mut socket = TcpStream::connect(address(base)).await.unwrap();
    // The server may close the connection before everything is sent.
    let _ = socket.write_all(words.as_ref()).await;
    socket
}

async fn asked(base: &str, words: impl AsRef<[u8]>) -> Said {
    hears(&mut says(base, words).await, Duration::from_millis(1_500)).await
}

#[tokio::test]
async fn what_could_hide_a_second_request_is_refused_and_cut_off() {
    let at = TestApp::start().await;
    let hidden = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    let posts = [
        format!("Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde{hidden}"),
        format!("Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc{hidden}"),
        format!("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{hidden}"),
        format!("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n{hidden}"),
        format!("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n{hidden}"),
        format!("Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n{hidden}"),
        format!("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n{hidden}"),
        format!("Content-Length: +3\r\n\r\nabc{hidden}"),
        format!("Content-Length: 0x3\r\n\r\nabc{hidden}"),
        format!("Content-Length : 3\r\n\r\nabc{hidden}"),
        format!("X: a\r\n b\r\nContent-Length: 3\r\n\r\nabc{hidden}"),
        format!("Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nabc{hidden}"),
        format!("Host: y\r\nContent-Length: 3\r\n\r\nabc{hidden}"),
    ];
    // Both faces have such a page.
    let mut oddities: Vec<String> =
        posts.iter().map(|post| format!("POST /PAGE HTTP/1.1\r\nHost: x\r\n{post}")).collect();
    oddities.push(format!("POST /PAGE HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{hidden}"));
    oddities.push(format!("GET /en/\r\n\r\n{hidden}"));
    oddities.push(format!("GET /en/ HTTP/1.1\r\n\r\n{hidden}"));
    oddities.push("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned());
    oddities.push("\u{16}\u{3}\u{1}\u{2}\r\n\r\n".to_owned());
    for (base, page) in [(&at.site, "/en/return"), (&at.desk, "/en/sign-in")] {
        for oddity in oddities.iter().map(|oddity| oddity.replace("/PAGE", page)) {
            let said = asked(base, &oddity).await;
            assert_eq!(said.statuses(), [400], "{oddity:?}: {}", said.text);
            assert!(said.is_over, "{oddity:?} leaves the connection open");
        }
    }
}

#[tokio::test]
async fn a_method_that_nobody_needs_is_refused_and_head_is_a_get_without_its_body() {
    let at = TestApp::start().await;
    for base in [&at.site, &at.desk] {
        for method in ["BREW", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND"] {
            for path in ["/", "/en/", "/en/sign-in", "/healthz", "/nowhere"] {
                let said =
                    asked(base, format!("{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                        .await;
                assert_eq!(said.statuses(), [405], "{method} {path}");
                assert_eq!(said.header("allow"), Some("GET, HEAD, POST"));
                carries_the_headers(&said);
            }
        }
    }
    let css = at.visitor().get("/en/").await.all("link[rel=stylesheet]", "href")[0].clone();
    for (base, paths) in [
        (&at.site, ["/en/", "/en/help", "/healthz", "/readyz", &css]),
        (&at.desk, ["/", "/en/sign-in", "/healthz", "/readyz", &css]),
    ] {
        for path in paths {
            let ask =
                |method: &str| format!("{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            let (head, get) = (asked(base, ask("HEAD")).await, asked(base, ask("GET")).await);
            assert_eq!(head.statuses(), get.statuses(), "{path}");
            assert_eq!(head.text.split("\r\n\r\n").nth(1), Some(""), "{path} has a body");
            carries_the_headers(&head);
        }
    }
}

#[tokio::test]
async fn addresses_and_headers_have_a_length() {
    let at = TestApp::start().await;
    for base in [&at.site, &at.desk] {
        let ask = |query: usize, header: usize, count: usize| {
            let query = "x".repeat(query);
            let headers: String = (0..count).map(|n| format!("X-{n}: {}\r\n", "y".repeat(header))).collect();
            format!("GET /?q={query} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n")
        };
        for (words, status) in [
            (ask(4_000, 4_000, 2), 200),
            (ask(9_000, 1, 1), 414),
            (ask(1, 33_000, 1), 431),
            (ask(1, 900, 40), 431),
        ] {
            let said = asked(base, words).await;
            let expected = if status == 200 && base == &at.desk { 303 } else { status };
            assert_eq!(said.statuses(), [expected], "{}", &said.text[..said.text.len().min(200)]);
            carries_the_headers(&said);
        }
        // Refused below all pages: the answer has no body, and the connection is closed.
        for (words, status) in [(ask(70_000, 1, 1), 400), (ask(1, 140_000, 1), 431), (ask(1, 1, 200), 431)] {
            let said = asked(base, words).await;
            assert!(said.is_over);
            // A client that is still sending may miss the answer.
            assert!(said.text.is_empty() || said.statuses() == [status], "{}", said.text);
            assert!(said.text.is_empty() || said.text.ends_with("\r\n\r\n"), "{}", said.text);
        }
    }
}

#[track_caller]
fn carries_the_headers(said: &Said) {
    for (name, value) in ALWAYS {
        assert_eq!(said.header(name), Some(*value), "{name} in {}", said.text);
    }
    assert!(said.header("cache-control").is_some(), "{}", said.text);
}

#[tokio::test]
async fn every_form_has_a_size_and_says_so_in_the_persons_language() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let long = || [b"csrf=x&message=".to_vec(), vec![b'a'; 300_000]].concat();
    let kind = "application/x-www-form-urlencoded";
    for path in FORMS_OF_THE_SITE {
        let page = at.visitor().post_raw(path, kind, long()).await.expect(413);
        page.says(&at.text("ar", "error-too-large-title"));
    }
    let mut routes = Routes::default();
    desk::register(&mut routes);
    let mut sessions = Vec::new();
    for (person, _) in society.everyone() {
        sessions.push(person.session(&at).await);
    }
    for route in routes.declared.iter().filter(|route| route.method == Method::POST) {
        let id = kinlight::chance::name();
        let path = route.path.replace("{lang}", "ar").replace("{token}", "none");
        let path: Vec<&str> =
            path.split('/').map(|part| if part.starts_with('{') { id.as_str() } else { part }).collect();
        let mut statuses = Vec::new();
        for session in &sessions {
            let browser = at.at_the_desk();
            browser.take_cookie(&session_cookie_name(&at.app), session);
            statuses.push(browser.post_raw(&path.join("/"), kind, long()).await.status);
        }
        // A member without the right to send it may get a 403 instead; nobody's form is read to its end. The operator's forms are
        // open to none of these people.
        assert!(statuses.iter().all(|status| [413, 403].contains(status)), "{}: {statuses:?}", route.path);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_who_dawdle_are_cut_off_and_hold_up_nobody() {
    let at = TestApp::with(&PAUSE).await;
    Society::founded(&at, "northland").await;
    // A file that costs the server little, and is longer than the system's socket buffers.
    let style = at.visitor().get("/en/").await.all("link[rel=stylesheet]", "href")[0].clone();
    let mut dawdlers = Vec::new();
    for n in 0..200 {
        let (base, style) = (at.site.clone(), style.clone());
        dawdlers.push(tokio::spawn(async move {
            let began = Instant::now();
            let mut is_told = false;
            match n % 4 {
                0 => is_told = sends_a_byte_at_a_time(&base).await,
                1 => stops_in_the_midst(&base, "POST /en/return").await,
                2 => stops_in_the_midst(&base, "POST /nowhere").await,
                _ => reads_nothing(&base, &style).await,
            }
            (began.elapsed(), is_told)
        }));
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    for _ in 0..10 {
        let began = Instant::now();
        at.visitor().get("/en/").await.expect(200);
        assert!(began.elapsed() < Duration::from_secs(1), "a visitor waited {:?}", began.elapsed());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let mut told = 0;
    for dawdler in dawdlers {
        let (took, is_told) = dawdler.await.unwrap();
        assert!(took < CUT_OFF_WITHIN, "{took:?}");
        told += usize::from(is_told);
    }
    assert!(told > 25, "only {told} of fifty slow clients got their 408");
    at.visitor().get("/en/").await.expect(200);
}

/// Whether the client got its 408: a byte that crosses the answer on its way resets the connection, and the answer is lost.
async fn sends_a_byte_at_a_time(base: &str) -> bool {
    let mut socket = says(base, "GET /en/ HTTP/1.1\r\nHost: x\r\nX-Slow: ").await;
    for _ in 0..40 {
        let said = hears(&mut socket, Duration::from_millis(300)).await;
        if said.is_over {
            assert!(matches!(said.statuses()[..], [] | [408]), "{}", said.text);
            return said.statuses() == [408];
        }
        let _ = socket.write_all(b"x").await;
    }
    panic!("slow headers are not cut off");
}

async fn stops_in_the_midst(base: &str, line: &str) {
    let kind = "Content-Type: application/x-www-form-urlencoded";
    let mut socket =
        says(base, format!("{line} HTTP/1.1\r\nHost: x\r\n{kind}\r\nContent-Length: 1000\r\n\r\ncsrf="))
            .await;
    let said = hears(&mut socket, CUT_OFF_WITHIN).await;
    assert!(said.is_over, "a slow body is not cut off: {}", said.text);
    assert!(matches!(said.statuses()[..], [400 | 404 | 408]), "{}", said.text);
}

/// Requests more than the socket buffers hold, and reads nothing until long after.
async fn reads_nothing(base: &str, style: &str) {
    const TIMES: usize = 30;
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4 * 1024).unwrap();
    let mut socket = socket.connect(address(base)).await.unwrap();
    let _ =
        socket.write_all(format!("GET {style} HTTP/1.1\r\nHost: x\r\n\r\n").repeat(TIMES).as_bytes()).await;
    tokio::time::sleep(Duration::from_secs(7)).await;
    let said = hears(&mut socket, Duration::from_secs(3)).await;
    assert!(said.is_over, "a client that reads nothing is not cut off");
    assert!(said.statuses().len() < TIMES, "the server answered every request");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn uploads_at_once_have_bounded_room_and_are_for_whoever_is_signed_in() {
    let at = TestApp::with(&PAUSE).await;
    let society = Society::founded(&at, "northland").await;
    let draft = society.drafts(&at, &Enquirer::looking_for_her_brother()).await;
    let session = society.case_worker.session(&at).await;
    let cookie = format!("{}={session}", session_cookie_name(&at.app));
    let head = |path: &str, cookie: &str| {
        format!(
            "POST {path} HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\nContent-Type: multipart/form-data; boundary=B\r\n\
             Content-Length: 40000000\r\n\r\n--B\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"p\"\r\n\r\n"
        )
    };
    let nobody = asked(&at.desk, head("/en/sign-in", "a=b")).await;
    assert_eq!(nobody.statuses(), [303], "a file without a session is read: {}", nobody.text);

    let path = format!("/en/drafts/{}/picture", draft.id);
    let mut uploads = Vec::new();
    for _ in 0..8 {
        let (desk, head) = (at.desk.clone(), head(&path, &cookie));
        uploads.push(tokio::spawn(async move {
            let (mut from, mut to) = says(&desk, head).await.into_split();
            let sent = tokio::spawn(async move {
                let _ = to.write_all(&vec![b'x'; 26_000_000]).await;
                to
            });
            let mut first = [0; 12];
            let _ = tokio::time::timeout(CUT_OFF_WITHIN * 3, from.read_exact(&mut first)).await;
            drop(sent.await);
            String::from_utf8_lossy(&first[9..]).into_owned()
        }));
    }
    let mut statuses = Vec::new();
    for upload in uploads {
        statuses.push(upload.await.unwrap());
    }
    let refused = statuses.iter().filter(|status| *status == "503").count();
    // The limit of 160 MiB has room for six uploads of 25 MiB; those then pause too long.
    assert!((1..=3).contains(&refused), "{statuses:?}");
    assert!(statuses.iter().all(|status| ["503", "400"].contains(&status.as_str())), "{statuses:?}");

    let browser = society.case_worker.browser(&at).await;
    let page = browser.get(&format!("/en/drafts/{}", draft.id)).await.expect(200);
    let photo = &Enquirer::looking_for_her_brother().photo;
    page.form("/picture").file("photo", "p.jpg", photo).submit(&browser).await.expect(200);
}
