//! A load balancer before several replicas, with the rules of `deploy/Caddyfile`: round robin over the replicas that are ready. A
//! request is retried on another replica only if the first can't have acted on it: the connection was refused, or the request
//! only reads.

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::header::{CONNECTION, HOST, TRANSFER_ENCODING};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// `lb_try_duration`.
const TRIES_FOR: Duration = Duration::from_secs(5);
const BETWEEN_TRIES: Duration = Duration::from_millis(50);
const ASKS_EVERY: Duration = Duration::from_millis(100);
/// Shorter than the time for which a replica keeps an idle connection open.
const KEEPS_FOR: Duration = Duration::from_secs(2);

pub struct Proxy {
    /// `http://127.0.0.1:PORT`
    pub address: String,
    behind: Arc<Behind>,
    tasks: [JoinHandle<()>; 2],
}

struct Behind {
    replicas: Vec<(String, AtomicBool)>,
    next: AtomicUsize,
    client: reqwest::Client,
    /// Which replica answered each request, in order.
    trail: Mutex<Vec<usize>>,
    retried: AtomicUsize,
}

impl Proxy {
    pub async fn before(replicas: &[&str]) -> Proxy {
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .pool_idle_timeout(KEEPS_FOR)
            .timeout(Duration::from_mins(1))
            .build()
            .unwrap();
        let behind = Arc::new(Behind {
            replicas: replicas.iter().map(|at| ((*at).to_owned(), AtomicBool::new(true))).collect(),
            next: AtomicUsize::new(0),
            client,
            trail: Mutex::default(),
            retried: AtomicUsize::new(0),
        });
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let tasks = [tokio::spawn(serve(listener, behind.clone())), tokio::spawn(watch(behind.clone()))];
        Proxy { address, behind, tasks }
    }

    /// Which replica answered each request since the last call, in order.
    pub fn trail(&self) -> Vec<usize> {
        std::mem::take(&mut *self.behind.trail.lock().unwrap())
    }

    /// How many requests were retried on another replica.
    pub fn retried(&self) -> usize {
        self.behind.retried.load(Ordering::Relaxed)
    }

    /// Waits until all replicas report that they are ready.
    pub async fn all_ready(&self) {
        while !self.behind.replicas.iter().all(|(_, is_ready)| is_ready.load(Ordering::Relaxed)) {
            tokio::time::sleep(BETWEEN_TRIES).await;
        }
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}

async fn watch(behind: Arc<Behind>) {
    loop {
        for (address, is_ready) in &behind.replicas {
            let asked = behind.client.get(format!("{address}/readyz")).timeout(Duration::from_secs(1));
            let answer = asked.send().await;
            is_ready.store(answer.is_ok_and(|answer| answer.status().is_success()), Ordering::Relaxed);
        }
        tokio::time::sleep(ASKS_EVERY).await;
    }
}

async fn serve(listener: TcpListener, behind: Arc<Behind>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else { continue };
        let behind = behind.clone();
        tokio::spawn(async move {
            let answer = service_fn(move |request| {
                let behind = behind.clone();
                async move { Ok::<_, Infallible>(behind.pass_on(request).await) }
            });
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), answer).await;
        });
    }
}

impl Behind {
    async fn pass_on(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let (head, body) = request.into_parts();
        let Ok(body) = body.collect().await.map(http_body_util::Collected::to_bytes) else {
            return bare(StatusCode::BAD_REQUEST);
        };
        let path = head.uri.path_and_query().map_or("/", |path| path.as_str());
        let only_reads = head.method == Method::GET || head.method == Method::HEAD;
        let until = Instant::now() + TRIES_FOR;
        while Instant::now() < until {
            let Some(at) = self.next_ready() else {
                tokio::time::sleep(BETWEEN_TRIES).await;
                continue;
            };
            let (address, is_ready) = &self.replicas[at];
            let mut headers = head.headers.clone();
            headers.remove(HOST);
            headers.remove(CONNECTION);
            let asked = self.client.request(head.method.clone(), format!("{address}{path}")).headers(headers);
            match whole(asked.body(body.clone())).await {
                Ok(answer) => {
                    self.trail.lock().unwrap().push(at);
                    return answer;
                }
                Err(error) if error.is_connect() || only_reads => {
                    is_ready.store(false, Ordering::Relaxed);
                    self.retried.fetch_add(1, Ordering::Relaxed);
                }
                // The replica may have acted on it, so it is not retried: the visitor reads an error, and presses the button
                // again.
                Err(_) => return bare(StatusCode::BAD_GATEWAY),
            }
        }
        bare(StatusCode::BAD_GATEWAY)
    }

    fn next_ready(&self) -> Option<usize> {
        (0..self.replicas.len())
            .map(|_| self.next.fetch_add(1, Ordering::Relaxed) % self.replicas.len())
            .find(|at| self.replicas[*at].1.load(Ordering::Relaxed))
    }
}

async fn whole(asked: reqwest::RequestBuilder) -> Result<Response<Full<Bytes>>, reqwest::Error> {
    let answer = asked.send().await?;
    let (status, mut headers) = (answer.status(), answer.headers().clone());
    let body = answer.bytes().await?;
    headers.remove(CONNECTION);
    headers.remove(TRANSFER_ENCODING);
    let mut response = Response::new(Full::new(body));
    (*response.status_mut(), *response.headers_mut()) = (status, headers);
    Ok(response)
}

fn bare(status: StatusCode) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::default());
    *response.status_mut() = status;
    response
}
