//! A webhook's receiver for the tests: it keeps what arrives, checks its signature, and answers with the status it is told.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use sha2::Sha256;
use std::convert::Infallible;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

const KEY: &[u8] = b"a key of the tests' pager, 32 b.";
/// No answer at all.
pub const HANGS: u16 = 0;

/// One received notice.
#[derive(Clone, Debug)]
pub struct Page {
    pub id: String,
    pub path: String,
    pub body: String,
    pub is_signed: bool,
}

impl Page {
    /// The value of a name below `data`.
    pub fn data(&self, name: &str) -> serde_json::Value {
        let event: serde_json::Value = serde_json::from_str(&self.body).expect("JSON");
        event["data"][name].clone()
    }
}

struct Inside {
    answers: AtomicU16,
    pages: Mutex<Vec<Page>>,
}

pub struct Pager {
    url: String,
    inside: Arc<Inside>,
    task: JoinHandle<()>,
}

impl Drop for Pager {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Pager {
    pub async fn start() -> Pager {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/kinlight", listener.local_addr().unwrap());
        let inside = Arc::new(Inside { answers: AtomicU16::new(204), pages: Mutex::default() });
        let task = tokio::spawn(serve(listener, inside.clone()));
        Pager { url, inside, task }
    }

    pub fn settings(&self) -> Vec<(&'static str, String)> {
        let secret = format!("whsec_{}", STANDARD.encode(KEY));
        vec![
            ("webhook_url", self.url.clone()),
            ("webhook_secret", secret),
            ("telling_seconds", "2".to_owned()),
        ]
    }

    /// Answers with this status from now on.
    pub fn answers(&self, status: u16) {
        self.inside.answers.store(status, Ordering::SeqCst);
    }

    /// Notices received since the last call.
    pub fn take(&self) -> Vec<Page> {
        std::mem::take(&mut *self.inside.pages.lock().unwrap())
    }
}

async fn serve(listener: TcpListener, inside: Arc<Inside>) {
    while let Ok((stream, _)) = listener.accept().await {
        let inside = inside.clone();
        tokio::spawn(async move {
            let take = service_fn(|request| take(request, inside.clone()));
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), take).await;
        });
    }
}

async fn take(request: Request<Incoming>, inside: Arc<Inside>) -> Result<Response<Full<Bytes>>, Infallible> {
    let status = inside.answers.load(Ordering::SeqCst);
    if status == HANGS {
        tokio::time::sleep(Duration::from_mins(1)).await;
    }
    let header = |name: &str| {
        request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
    };
    let (id, at, signature) =
        (header("webhook-id"), header("webhook-timestamp"), header("webhook-signature"));
    let path = request.uri().path().to_owned();
    let body = request.into_body().collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    let body = String::from_utf8(body.to_vec()).expect("text");
    let mut mac = Hmac::<Sha256>::new_from_slice(KEY).unwrap();
    mac.update(format!("{id}.{at}.{body}").as_bytes());
    let is_signed = signature == format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()));
    inside.pages.lock().unwrap().push(Page { id, path, body, is_signed });
    let answer = Response::builder().status(status).header("location", "/elsewhere");
    Ok(answer.body(Full::default()).unwrap())
}
