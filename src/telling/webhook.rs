//! The operator's webhook, signed as Standard Webhooks defines it; no other file sends HTTP requests to another
//! server. Invariant: it sends one request, to the address in the settings, and follows no redirect.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::CONTENT_TYPE;
use hyper::http::Error as HttpError;
use hyper::{Request, Uri};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use rustls::ClientConfig;
use serde::Serialize;
use sha2::Sha256;
use std::time::Duration;

use super::rule::Level;
use super::{TellError, told_whole};
use crate::clock::Moment;
use crate::config::{SigningKey, WebhookSettings};

pub struct Webhook {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    url: Uri,
    key: SigningKey,
    answers_within: Duration,
}

#[derive(Debug, thiserror::Error)]
#[error("webhook_url: an address such as https://pager.example.org/kinlight was expected")]
pub struct NotAnAddress;

/// What the webhook is told, and nothing more.
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    pub level: &'static str,
    /// The Society whose work waits; `None` in a test.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub society: Option<String>,
    /// How many responses wait, in steps of five; `None` below five.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<u64>,
}

#[derive(Serialize)]
struct Event<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    timestamp: String,
    data: &'a Notice,
}

impl Notice {
    pub fn new(level: Level, society: Option<String>, at_least: Option<u64>) -> Notice {
        Notice { level: level.code(), society, at_least }
    }
}

impl Webhook {
    pub fn new(
        settings: &WebhookSettings,
        tls: ClientConfig,
        answers_within: Duration,
    ) -> Result<Webhook, NotAnAddress> {
        let url: Uri = settings.url.0.parse().map_err(|_| NotAnAddress)?;
        let connector = HttpsConnectorBuilder::new().with_tls_config(tls).https_or_http().enable_http1();
        let client = Client::builder(TokioExecutor::new()).build(connector.build());
        Ok(Webhook { client, url, key: settings.key.clone(), answers_within })
    }

    /// When this returns `Ok`, the server answered with a 2xx. The same `id` again means the same notice.
    pub async fn send(&self, id: &str, notice: &Notice, now: Moment) -> Result<(), TellError> {
        let event = Event { kind: "kinlight.work-waits", timestamp: now.second_text(), data: notice };
        let unwritable = |error: &dyn std::error::Error| TellError::Unwritable(error.to_string());
        let body = serde_json::to_string(&event).map_err(|error| unwritable(&error))?;
        let request = Request::post(self.url.clone())
            .header(CONTENT_TYPE, "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", now.0.to_string())
            .header("webhook-signature", self.signature(id, now, &body)?)
            .body(Full::from(body))
            .map_err(|error: HttpError| unwritable(&error))?;
        let answer = tokio::time::timeout(self.answers_within, self.client.request(request)).await;
        let answer = answer.map_err(|_| TellError::TooSlow)?;
        let status = answer.map_err(|error| TellError::Unreachable(told_whole(&error)))?.status();
        if status.is_success() {
            return Ok(());
        }
        let why = if status.is_redirection() {
            "it leads elsewhere, which is not followed"
        } else {
            "it was not taken"
        };
        Err(TellError::Refused(status.as_u16().to_string(), why.to_owned()))
    }

    /// Signs the id, the time and the body, joined by dots.
    fn signature(&self, id: &str, now: Moment, body: &str) -> Result<String, TellError> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key.0)
            .map_err(|error| TellError::Unwritable(error.to_string()))?;
        mac.update(format!("{id}.{}.{body}", now.0).as_bytes());
        Ok(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
    }
}
