//! A real S3 server in the test's own process, on a loopback port, over a temporary folder; or a proxy to the server that
//! `KINLIGHT_TEST_S3` names. It checks signatures, and can be told to fail. When it is dropped, it stops answering at once.

use std::{
    convert::Infallible,
    path::PathBuf,
    sync::{Arc, Mutex},
    time::Duration,
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use bytes::Bytes;
use futures_util::{StreamExt, stream};
use hyper::{Request, Response, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use kinlight::blobs::S3Settings;
use s3s::{
    Body,
    auth::SimpleAuth,
    dto::StreamingBlob,
    service::{S3Service, S3ServiceBuilder},
};
use tempfile::TempDir;
use tokio::{
    net::TcpListener,
    task::{JoinHandle, JoinSet},
};

use super::app::files_under;
use super::real_bucket::{REGION, RealBucket, RealServer};

const NAME: &str = "kinlight-test";
const ACCESS_KEY: &str = "TESTACCESSKEY";
const SECRET_KEY: &str = "a-secret-of-the-test-only";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    None,
    /// Every answer is `500 InternalError`.
    ServerErrors,
    /// It takes the request and never answers.
    Hangs,
    /// It begins to send a blob and stops halfway.
    StopsHalfway,
    /// Every write is answered with `507`, as a server with full disks does.
    Full,
    /// The key may only read, and only below `public/`.
    ReadsThePublicOnly,
    /// It keeps old versions of objects; the word is the versioning status that it reports.
    KeepsVersions(&'static str),
    /// The key may not read whether versions are kept.
    HidesVersioning,
}

pub struct Bucket {
    pub endpoint: String,
    pub name: &'static str,
    pub access_key: &'static str,
    pub secret_key: &'static str,
    behind: Behind,
    trouble: Arc<Mutex<Trouble>>,
    server: JoinHandle<()>,
}

/// The store that requests are passed on to.
enum Behind {
    Folder(TempDir),
    Real(RealBucket),
}

#[derive(Clone)]
enum Answers {
    Own(S3Service),
    Real(RealBucket),
}

impl Bucket {
    pub async fn start() -> Self {
        if let Some(server) = RealServer::named() {
            let bucket = RealBucket::made_on(&server).await;
            let keys = (server.access_key, server.secret_key);
            return Self::open(bucket.name, keys, Answers::Real(bucket.clone()), Behind::Real(bucket)).await;
        }
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join(NAME)).unwrap();
        let mut service = S3ServiceBuilder::new(s3s_fs::FileSystem::new(folder.path()).unwrap());
        service.set_auth(SimpleAuth::from_single(ACCESS_KEY, SECRET_KEY));
        let answers = Answers::Own(service.build());
        Self::open(NAME, (ACCESS_KEY, SECRET_KEY), answers, Behind::Folder(folder)).await
    }

    async fn open(
        name: &'static str,
        (access_key, secret_key): (&'static str, &'static str),
        answers: Answers,
        behind: Behind,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        let trouble = Arc::new(Mutex::new(Trouble::None));
        let server = tokio::spawn(serve(listener, (name, answers), trouble.clone()));
        Self { endpoint, name, access_key, secret_key, behind, trouble, server }
    }

    /// Settings with a short timeout, for a test about a store that hangs.
    pub fn impatient(&self) -> S3Settings {
        S3Settings { timeout_for: Duration::from_millis(700), ..self.settings() }
    }

    /// Settings with a long timeout: a slow answer on a busy machine is no failure.
    pub fn settings(&self) -> S3Settings {
        S3Settings {
            endpoint: self.endpoint.clone(),
            region: REGION.to_owned(),
            bucket: self.name.to_owned(),
            access_key: self.access_key.to_owned(),
            secret_key: self.secret_key.to_owned(),
            path_style: true,
            checksums_when_required: false,
            timeout_for: Duration::from_mins(1),
        }
    }

    pub fn fail_with(&self, trouble: Trouble) {
        *self.trouble.lock().unwrap() = trouble;
    }

    /// The names of all objects, in order, read from the server itself.
    pub fn objects(&self) -> Vec<String> {
        match &self.behind {
            Behind::Folder(folder) => {
                files_under(&folder.path().join(NAME)).into_iter().map(|(name, _)| name).collect()
            }
            Behind::Real(bucket) => bucket.names(),
        }
    }

    pub fn everything(&self) -> Vec<(String, Vec<u8>)> {
        match &self.behind {
            Behind::Folder(folder) => files_under(&folder.path().join(NAME)),
            Behind::Real(bucket) => {
                // An object may be erased between the listing and the reading.
                bucket
                    .names()
                    .into_iter()
                    .filter_map(|name| Some((name.clone(), bucket.read(&name)?)))
                    .collect()
            }
        }
    }

    /// The folder of its objects; unknown for a server that was started elsewhere.
    pub fn folder(&self) -> Option<PathBuf> {
        match &self.behind {
            Behind::Folder(folder) => Some(folder.path().join(NAME)),
            Behind::Real(_) => None,
        }
    }

    /// Puts objects there without Kinlight, perhaps thousands.
    pub fn holds(&self, objects: Vec<(String, Vec<u8>)>) {
        match &self.behind {
            Behind::Folder(folder) => {
                for (name, bytes) in objects {
                    let file = folder.path().join(NAME).join(name);
                    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
                    std::fs::write(file, bytes).unwrap();
                }
            }
            Behind::Real(bucket) => bucket.write(objects),
        }
    }

    /// The content type that the server stores with an object.
    pub fn content_type(&self, object: &str) -> Option<String> {
        let folder = match &self.behind {
            Behind::Folder(folder) => folder.path(),
            Behind::Real(bucket) => return bucket.content_type(object),
        };
        let code = |text: &str| URL_SAFE_NO_PAD.encode(text);
        let file = format!(".bucket-{}.object-{}.metadata.json", code(NAME), code(object));
        let kept: serde_json::Value = serde_json::from_slice(&std::fs::read(folder.join(file)).ok()?).ok()?;
        Some(kept["content_type"].as_str()?.to_owned())
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn serve(listener: TcpListener, answers: (&'static str, Answers), trouble: Arc<Mutex<Trouble>>) {
    // Owned here, so that stopping the server also cuts its open connections.
    let mut connections = JoinSet::new();
    while let Ok((socket, _)) = listener.accept().await {
        let (behind, trouble) = (answers.clone(), trouble.clone());
        connections.spawn(async move {
            let answers = service_fn(move |request| {
                let trouble = *trouble.lock().unwrap();
                answer(request, behind.clone(), trouble)
            });
            let _ = http1::Builder::new().serve_connection(TokioIo::new(socket), answers).await;
        });
        while connections.try_join_next().is_some() {}
    }
}

async fn answer(
    request: Request<Incoming>,
    (name, behind): (&'static str, Answers),
    trouble: Trouble,
) -> Result<Response<Body>, Infallible> {
    let asks_versioning = request.uri().query().is_some_and(|query| query.contains("versioning"));
    let is_write = request.method() == hyper::Method::PUT;
    let is_read = request.method() == hyper::Method::GET;
    let reads_the_public = is_read && request.uri().path().starts_with(&format!("/{name}/public/"));
    Ok(match trouble {
        Trouble::Hangs => std::future::pending().await,
        Trouble::ServerErrors => refusal(500, "InternalError"),
        Trouble::StopsHalfway if is_read => half_an_answer(),
        Trouble::Full if is_write => refusal(507, "InsufficientStorage"),
        Trouble::ReadsThePublicOnly if !reads_the_public => refusal(403, "AccessDenied"),
        Trouble::HidesVersioning if asks_versioning => refusal(403, "AccessDenied"),
        Trouble::KeepsVersions(status) if asks_versioning => {
            let body =
                format!("<VersioningConfiguration><Status>{status}</Status></VersioningConfiguration>");
            xml(200, body)
        }
        _ => match behind {
            Answers::Own(service) => service.call(request.map(Body::from)).await.ok(),
            Answers::Real(bucket) => bucket.answer(request).await.ok(),
        }
        .unwrap_or_else(|| refusal(500, "InternalError")),
    })
}

fn refusal(status: u16, code: &str) -> Response<Body> {
    xml(status, format!("<Error><Code>{code}</Code><Message>as the test wants it</Message></Error>"))
}

fn half_an_answer() -> Response<Body> {
    let first = stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(b"half a pict"))]);
    let body = StreamingBlob::wrap(first.chain(stream::pending()));
    Response::builder().header("content-length", "1000").body(Body::from(body)).unwrap()
}

fn xml(status: u16, body: String) -> Response<Body> {
    Response::builder()
        .status(status)
        .header("content-type", "application/xml")
        .body(Body::from(body))
        .unwrap()
}
