//! A real S3 server in the test's own process, on a loopback port, over a folder that goes when the test ends.
//! It checks signatures; it can be told to be in trouble. Dropped, it stops answering at once.

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
    /// It begins to send a blob and never ends.
    StopsHalfway,
    /// Every write is answered `507`, as servers do whose disks are full.
    Full,
    /// The key may write and delete nothing, and read what lies under `public/`.
    ReadsThePublicOnly,
    /// It says that it keeps old versions; the word is its status.
    KeepsVersions(&'static str),
    /// The key may not read whether versions are kept.
    HidesVersioning,
}

pub struct Bucket {
    pub endpoint: String,
    pub name: &'static str,
    pub access_key: &'static str,
    pub secret_key: &'static str,
    folder: TempDir,
    trouble: Arc<Mutex<Trouble>>,
    server: JoinHandle<()>,
}

impl Bucket {
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join(NAME)).unwrap();
        let mut service = S3ServiceBuilder::new(s3s_fs::FileSystem::new(folder.path()).unwrap());
        service.set_auth(SimpleAuth::from_single(ACCESS_KEY, SECRET_KEY));
        let service = service.build();

        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        let trouble = Arc::new(Mutex::new(Trouble::None));
        let server = tokio::spawn(serve(listener, service, trouble.clone()));
        Self { endpoint, name: NAME, access_key: ACCESS_KEY, secret_key: SECRET_KEY, folder, trouble, server }
    }

    /// With a short patience, so that a story about a hanging store is a short one.
    pub fn settings(&self) -> S3Settings {
        S3Settings {
            endpoint: self.endpoint.clone(),
            region: "garage".to_owned(),
            bucket: self.name.to_owned(),
            access_key: self.access_key.to_owned(),
            secret_key: self.secret_key.to_owned(),
            path_style: true,
            checksums_when_required: false,
            timeout_for: Duration::from_millis(700),
        }
    }

    pub fn fail_with(&self, trouble: Trouble) {
        *self.trouble.lock().unwrap() = trouble;
    }

    /// The names of all objects, in order, as the server's own disk has them.
    pub fn objects(&self) -> Vec<String> {
        let root = self.folder();
        let mut names: Vec<String> = walkdir::WalkDir::new(&root)
            .into_iter()
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_file())
            .filter_map(|entry| Some(entry.path().strip_prefix(&root).ok()?.to_str()?.to_owned()))
            .collect();
        names.sort();
        names
    }

    /// Where the server keeps the objects, for a story that needs thousands of them.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().join(NAME)
    }

    /// The content type that the server keeps with an object.
    pub fn content_type(&self, object: &str) -> Option<String> {
        let code = |text: &str| URL_SAFE_NO_PAD.encode(text);
        let file = format!(".bucket-{}.object-{}.metadata.json", code(NAME), code(object));
        let kept = std::fs::read(self.folder.path().join(file)).ok()?;
        let kept: serde_json::Value = serde_json::from_slice(&kept).ok()?;
        Some(kept["content_type"].as_str()?.to_owned())
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn serve(listener: TcpListener, service: S3Service, trouble: Arc<Mutex<Trouble>>) {
    // Owned here, so that stopping the server also cuts its open connections.
    let mut connections = JoinSet::new();
    while let Ok((socket, _)) = listener.accept().await {
        let (service, trouble) = (service.clone(), trouble.clone());
        connections.spawn(async move {
            let answers = service_fn(move |request| {
                let trouble = *trouble.lock().unwrap();
                answer(request, service.clone(), trouble)
            });
            let _ = http1::Builder::new().serve_connection(TokioIo::new(socket), answers).await;
        });
        while connections.try_join_next().is_some() {}
    }
}

async fn answer(
    request: Request<Incoming>,
    service: S3Service,
    trouble: Trouble,
) -> Result<Response<Body>, Infallible> {
    let asks_versioning = request.uri().query().is_some_and(|query| query.contains("versioning"));
    let is_write = request.method() == hyper::Method::PUT;
    let is_read = request.method() == hyper::Method::GET;
    let reads_the_public = is_read && request.uri().path().starts_with(&format!("/{NAME}/public/"));
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
        _ => match service.call(request.map(Body::from)).await {
            Ok(answered) => answered,
            Err(_) => refusal(500, "InternalError"),
        },
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
