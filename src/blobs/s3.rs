//! Blobs in any S3-compatible bucket. It uses only what every server has: put, get, delete, list, head. A bucket that keeps old
//! versions is refused: erasing there would erase nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use aws_sdk_s3::{
    Client,
    config::{
        BehaviorVersion, Config, Credentials, Region, RequestChecksumCalculation, ResponseChecksumValidation,
        SharedHttpClient, retry::RetryConfig, timeout::TimeoutConfig,
    },
    error::{ProvideErrorMetadata, SdkError},
    primitives::ByteStream,
};
use aws_smithy_http_client::{Builder, tls};
use bytes::Bytes;

use super::{BlobError, BlobKey, BlobPrefix, Entry};
use crate::chance;
use crate::clock::Moment;

const ATTEMPTS: u32 = 3;

#[derive(Clone)]
pub struct S3Settings {
    /// With its scheme; plain `http://` is for a store on the same host or in a closed network.
    pub endpoint: String,
    pub region: String,
    pub bucket: String,
    pub access_key: String,
    pub secret_key: String,
    /// Puts the bucket's name into the path instead of the host name; most self-hosted servers need it.
    pub path_style: bool,
    /// For old servers that don't know the newer checksums.
    pub checksums_when_required: bool,
    /// The timeout of one attempt; three are made.
    pub timeout_for: Duration,
}

impl std::fmt::Debug for S3Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("S3Settings")
            .field("endpoint", &self.endpoint)
            .field("region", &self.region)
            .field("bucket", &self.bucket)
            .finish_non_exhaustive()
    }
}

#[derive(Clone, Debug)]
pub struct S3 {
    client: Client,
    bucket: String,
    timeout_for: Duration,
    /// Failed requests, shared by all clones.
    errors: Arc<AtomicU64>,
}

impl S3 {
    /// Opens no connection yet: `Blobs::check` does.
    pub fn new(settings: &S3Settings) -> Self {
        let timeouts = TimeoutConfig::builder()
            .connect_timeout(settings.timeout_for.min(Duration::from_secs(3)))
            .operation_attempt_timeout(settings.timeout_for)
            .operation_timeout(settings.timeout_for.saturating_mul(ATTEMPTS) + Duration::from_secs(2))
            .build();
        let retries = RetryConfig::standard()
            .with_max_attempts(ATTEMPTS)
            .with_initial_backoff(Duration::from_millis(100))
            .with_max_backoff(Duration::from_secs(1));
        let key = Credentials::new(&settings.access_key, &settings.secret_key, None, None, "settings");
        let mut config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .http_client(connector(&settings.endpoint))
            .endpoint_url(&settings.endpoint)
            .region(Region::new(settings.region.clone()))
            .credentials_provider(key)
            .force_path_style(settings.path_style)
            .timeout_config(timeouts)
            .retry_config(retries);
        if settings.checksums_when_required {
            config = config
                .request_checksum_calculation(RequestChecksumCalculation::WhenRequired)
                .response_checksum_validation(ResponseChecksumValidation::WhenRequired);
        }
        Self {
            client: Client::from_conf(config.build()),
            bucket: settings.bucket.clone(),
            timeout_for: settings.timeout_for,
            errors: Arc::default(),
        }
    }

    pub(super) fn errors(&self) -> u64 {
        self.errors.load(Ordering::Relaxed)
    }

    fn failed<E: ProvideErrorMetadata>(&self, e: &SdkError<E>) -> BlobError {
        self.errors.fetch_add(1, Ordering::Relaxed);
        reason(e)
    }

    pub(super) async fn put(&self, key: &BlobKey, body: Bytes, content_type: &str) -> Result<(), BlobError> {
        self.client
            .put_object()
            .bucket(&self.bucket)
            .key(key.as_str())
            .content_type(content_type)
            .body(ByteStream::from(body))
            .send()
            .await
            .map(drop)
            .map_err(|e| self.failed(&e))
    }

    pub(super) async fn get(&self, key: &BlobKey) -> Result<Option<Bytes>, BlobError> {
        let found = match self.client.get_object().bucket(&self.bucket).key(key.as_str()).send().await {
            Err(e) if e.as_service_error().is_some_and(|e| e.is_no_such_key()) => return Ok(None),
            found => found.map_err(|e| self.failed(&e))?,
        };
        // The client's own timeouts don't cover the body.
        match tokio::time::timeout(self.timeout_for, found.body.collect()).await {
            Ok(Ok(body)) => Ok(Some(body.into_bytes())),
            _ => {
                self.errors.fetch_add(1, Ordering::Relaxed);
                Err(BlobError::Unavailable("the answer broke off".to_owned()))
            }
        }
    }

    pub(super) async fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        match self.client.delete_object().bucket(&self.bucket).key(key.as_str()).send().await {
            // Servers should report a missing key as deleted; a few report it as missing.
            Err(e) if e.code() == Some("NoSuchKey") => Ok(()),
            done => done.map(drop).map_err(|e| self.failed(&e)),
        }
    }

    pub(super) async fn entries(&self, prefix: &BlobPrefix) -> Result<Vec<Entry>, BlobError> {
        let mut pages = self
            .client
            .list_objects_v2()
            .bucket(&self.bucket)
            .prefix(prefix.as_str())
            .into_paginator()
            .send();
        let mut entries = Vec::new();
        while let Some(page) = pages.next().await {
            let page = page.map_err(|e| self.failed(&e))?;
            entries.extend(page.contents.unwrap_or_default().into_iter().filter_map(|object| {
                let written_at = object.last_modified.map(|at| Moment(at.secs()));
                Some(Entry { name: object.key?, written_at })
            }));
        }
        Ok(entries)
    }

    pub(super) async fn check(&self) -> Result<(), BlobError> {
        match self.client.head_bucket().bucket(&self.bucket).send().await {
            Err(e) if e.as_service_error().is_some_and(|e| e.is_not_found()) => {
                return Err(BlobError::NoBucket);
            }
            there => there.map_err(|e| self.failed(&e))?,
        };
        self.keeps_no_versions().await?;
        let probe = BlobKey::probe(chance::id());
        self.put(&probe, Bytes::new(), "application/octet-stream").await?;
        self.delete(&probe).await
    }

    /// A suspended bucket is refused like an enabled one: it still contains older versions.
    async fn keeps_no_versions(&self) -> Result<(), BlobError> {
        match self.client.get_bucket_versioning().bucket(&self.bucket).send().await {
            Ok(answer) => match answer.status() {
                None => Ok(()),
                Some(status) => Err(BlobError::Versioned(status.as_str().to_owned())),
            },
            // A server that has no versioning keeps no versions.
            Err(e) if e.code() == Some("NotImplemented") => Ok(()),
            Err(e) => match self.failed(&e) {
                BlobError::Refused(why) => Err(BlobError::VersioningUnknown(why)),
                other => Err(other),
            },
        }
    }
}

fn connector(endpoint: &str) -> SharedHttpClient {
    if endpoint.starts_with("http://") {
        return Builder::new().build_http();
    }
    Builder::new().tls_provider(tls::Provider::Rustls(tls::rustls_provider::CryptoMode::Ring)).build_https()
}

/// Keeps only the kind of failure and the server's error code: the server's texts may repeat keys and addresses.
fn reason<E: ProvideErrorMetadata>(e: &SdkError<E>) -> BlobError {
    let SdkError::ServiceError(answer) = e else {
        return BlobError::Unavailable(
            match e {
                SdkError::TimeoutError(_) => "it took too long",
                SdkError::DispatchFailure(failure) if failure.is_timeout() => "it took too long",
                SdkError::DispatchFailure(_) => "no connection",
                _ => "its answer can't be read",
            }
            .to_owned(),
        );
    };
    let status = answer.raw().status().as_u16();
    let code = e.code().unwrap_or("no code");
    let text = format!("{status} {code}");
    match (status, code) {
        (_, "QuotaExceeded" | "XMinioStorageFull" | "InsufficientCapacity") | (507, _) => BlobError::Full,
        (_, "NoSuchBucket") => BlobError::NoBucket,
        (_, "SlowDown" | "RequestTimeout" | "ServiceUnavailable") | (408 | 429 | 500.., _) => {
            BlobError::Unavailable(text)
        }
        _ => BlobError::Refused(text),
    }
}
