//! A bucket on the external server that `KINLIGHT_TEST_S3` names, such as one that `tools/garage` starts. Tests look into it
//! directly and not through the harness's proxy, so they can do so while the proxy is failing.

use std::sync::atomic::{AtomicU32, Ordering};

use aws_sdk_s3::Client;
use aws_sdk_s3::config::{BehaviorVersion, Config, Credentials, Region};
use aws_sdk_s3::primitives::ByteStream;
use bytes::Bytes;
use futures_util::{StreamExt, stream};
use hyper::{Request, Response, body::Incoming};
use s3s::Body;

pub const REGION: &str = "garage";

/// The server's address, and a key that may create buckets.
#[derive(Clone)]
pub struct RealServer {
    pub endpoint: String,
    pub access_key: &'static str,
    pub secret_key: &'static str,
}

impl RealServer {
    /// Reads `http://ACCESS:SECRET@HOST:PORT` from `KINLIGHT_TEST_S3`.
    #[expect(clippy::disallowed_methods, reason = "the tests' own switch, not a setting of Kinlight")]
    pub fn named() -> Option<RealServer> {
        let named = std::env::var("KINLIGHT_TEST_S3").ok()?;
        let parts = || {
            let (key, host) = named.strip_prefix("http://")?.split_once('@')?;
            let (access, secret) = key.split_once(':')?;
            Some((access.to_owned(), secret.to_owned(), format!("http://{}", host.trim_end_matches('/'))))
        };
        let (access, secret, endpoint) = parts().expect("KINLIGHT_TEST_S3 is http://ACCESS:SECRET@HOST:PORT");
        Some(RealServer { endpoint, access_key: access.leak(), secret_key: secret.leak() })
    }

    fn client(&self) -> Client {
        let config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .http_client(aws_smithy_http_client::Builder::new().build_http())
            .endpoint_url(&self.endpoint)
            .region(Region::new(REGION))
            .credentials_provider(Credentials::new(self.access_key, self.secret_key, None, None, "test"))
            .force_path_style(true);
        Client::from_conf(config.build())
    }
}

/// An empty bucket for one test only.
#[derive(Clone)]
pub struct RealBucket {
    pub name: &'static str,
    server: RealServer,
    forwarding: reqwest::Client,
}

impl RealBucket {
    pub async fn made_on(server: &RealServer) -> RealBucket {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name: &'static str = format!("kinlight-test-{}-{number}", std::process::id()).leak();
        server.client().create_bucket().bucket(name).send().await.expect("a key that may make buckets");
        let forwarding =
            reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        RealBucket { name, server: server.clone(), forwarding }
    }

    /// Passes the same request on, signature included, and returns the server's answer.
    pub async fn answer(&self, request: Request<Incoming>) -> Result<Response<Body>, reqwest::Error> {
        let (head, body) = request.into_parts();
        let path = head.uri.path_and_query().map_or("/", |whole| whole.as_str());
        let body = Body::from(body).store_all_limited(usize::MAX).await.expect("a whole request");
        let mut sent = self.forwarding.request(head.method, format!("{}{path}", self.server.endpoint));
        for (name, value) in &head.headers {
            sent = sent.header(name, value);
        }
        let answer = sent.body(body).send().await?;
        let mut out = Response::builder().status(answer.status());
        for (name, value) in answer.headers().iter().filter(|(name, _)| *name != "transfer-encoding") {
            out = out.header(name, value);
        }
        Ok(out.body(Body::from(answer.bytes().await?)).unwrap())
    }

    pub fn names(&self) -> Vec<String> {
        let this = self.clone();
        in_a_thread(async move {
            let client = this.server.client();
            let mut pages = client.list_objects_v2().bucket(this.name).into_paginator().send();
            let mut names = Vec::new();
            while let Some(page) = pages.next().await {
                let contents = page.expect("a listing").contents.unwrap_or_default();
                names.extend(contents.into_iter().filter_map(|object| object.key));
            }
            names.sort();
            names
        })
    }

    pub fn read(&self, name: &str) -> Option<Vec<u8>> {
        let (this, name) = (self.clone(), name.to_owned());
        in_a_thread(async move {
            let client = this.server.client();
            match client.get_object().bucket(this.name).key(&name).send().await {
                Err(error) if error.as_service_error().is_some_and(|error| error.is_no_such_key()) => None,
                found => Some(found.expect("an answer").body.collect().await.expect("all of it").to_vec()),
            }
        })
    }

    pub fn write(&self, objects: Vec<(String, Vec<u8>)>) {
        let this = self.clone();
        in_a_thread(async move {
            let client = this.server.client();
            let puts = objects.into_iter().map(|(name, bytes)| {
                let body = ByteStream::from(Bytes::from(bytes));
                client.put_object().bucket(this.name).key(name).body(body).send()
            });
            let mut puts = stream::iter(puts).buffer_unordered(16);
            while let Some(put) = puts.next().await {
                put.expect("room for it");
            }
        });
    }

    pub fn content_type(&self, name: &str) -> Option<String> {
        let (this, name) = (self.clone(), name.to_owned());
        in_a_thread(async move {
            let head = this.server.client().head_object().bucket(this.name).key(name).send().await.ok()?;
            head.content_type().map(str::to_owned)
        })
    }
}

/// Tests look into the store from code that can't await, and their runtime has one thread. So this runs in another thread with a
/// client of its own: a connection lives in the runtime that opened it.
fn in_a_thread<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> T {
    let run = || tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work);
    std::thread::spawn(run).join().expect("the server answers")
}
