//! How staff are told that work waits: a mail server, a webhook, or neither.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use super::Secret;
use super::reader::Reader;
use super::table::Setting;

/// The key length in bytes that Standard Webhooks asks for.
const SECRET_BYTES: std::ops::RangeInclusive<usize> = 24..=64;

pub(super) const SETTINGS: &[Setting] = &[
    ("mail_host", "", "the mail server through which staff are told that work waits; empty: no mail"),
    ("mail_port", "587", "its port: 587 for starttls, 465 for tls, 25 for a relay on this machine"),
    ("mail_security", "starttls", "starttls, tls, or none; none only with a mail server on this machine"),
    ("mail_user", "", "the name under which this installation signs in there; empty: it does not"),
    ("mail_password", "", "the password for mail_user"),
    ("mail_from", "", "who such a mail is from, such as Kinlight <kinlight@example.org>"),
    (
        "webhook_url",
        "",
        "https://… that is told the same, for a pager or a chat; http:// only on this machine; empty: none",
    ),
    (
        "webhook_secret",
        "",
        "signs what goes to webhook_url (Standard Webhooks): whsec_ and 24 to 64 random bytes in base64",
    ),
    (
        "telling_seconds",
        "20",
        "a mail server or a webhook that does not answer for so long is tried again later",
    ),
    (
        "telling_certificates",
        "",
        "a PEM file of certificate authorities that mail and webhook trust beside the system's own",
    ),
];

/// The ways that are set; if both are `None`, nobody is told.
#[derive(Clone, Debug)]
pub struct TellingSettings {
    pub mail: Option<MailSettings>,
    pub webhook: Option<WebhookSettings>,
    pub answers_within: Duration,
    pub certificates: Option<PathBuf>,
}

#[derive(Clone, Debug)]
pub struct MailSettings {
    pub host: String,
    pub port: u16,
    pub security: MailSecurity,
    pub login: Option<(String, Secret)>,
    /// In the format of a mail's From header; `telling/mail.rs` parses it.
    pub from: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailSecurity {
    /// Begins unencrypted and must switch to TLS, or fails.
    StartTls,
    Tls,
    None,
}

#[derive(Clone, Debug)]
pub struct WebhookSettings {
    pub url: Secret,
    /// The key that signs notices.
    pub key: SigningKey,
}

/// A value that is never printed.
#[derive(Clone)]
pub struct SigningKey(pub Vec<u8>);

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("(secret)")
    }
}

pub(super) fn read(r: &mut Reader) -> TellingSettings {
    TellingSettings {
        mail: mail(r),
        webhook: webhook(r),
        answers_within: Duration::from_secs(r.positive("telling_seconds").into()),
        certificates: Some(r.text("telling_certificates")).filter(|file| !file.is_empty()).map(PathBuf::from),
    }
}

fn mail(r: &mut Reader) -> Option<MailSettings> {
    let (host, from) = (r.text("mail_host"), r.text("mail_from"));
    let port = r.parsed("mail_port", "a port such as 587");
    let security = match r.text("mail_security").as_str() {
        "starttls" => MailSecurity::StartTls,
        "tls" => MailSecurity::Tls,
        "none" => MailSecurity::None,
        other => {
            r.fault("mail_security", format!("starttls, tls or none was expected, not {other:?}"));
            MailSecurity::StartTls
        }
    };
    if host.is_empty() {
        return None;
    }
    if security == MailSecurity::None && !is_this_machine(&host) {
        r.fault("mail_security", "none is for a mail server on this machine (127.0.0.1, ::1 or localhost)");
    }
    if !from.contains('@') {
        r.fault("mail_from", "an address such as Kinlight <kinlight@example.org> was expected");
    }
    let (user, password) = (r.text("mail_user"), r.text("mail_password"));
    if user.is_empty() != password.is_empty() {
        r.fault("mail_password", "mail_user and mail_password go together");
    }
    let login = (!user.is_empty()).then_some((user, Secret(password)));
    Some(MailSettings { host, port, security, login, from })
}

fn webhook(r: &mut Reader) -> Option<WebhookSettings> {
    let url = r.text("webhook_url");
    if url.is_empty() {
        return None;
    }
    let is_safe = match url.split_once("://") {
        Some(("https", _)) => true,
        Some(("http", rest)) => is_this_machine(host_of(rest)),
        _ => false,
    };
    if !is_safe {
        r.fault(
            "webhook_url",
            "an address that begins with https:// was expected, or http:// on this machine",
        );
    }
    let secret = r.text("webhook_secret");
    let key = secret.strip_prefix("whsec_").and_then(|text| STANDARD.decode(text).ok());
    let key = key.filter(|key| SECRET_BYTES.contains(&key.len()));
    if key.is_none() {
        r.fault("webhook_secret", "whsec_ and 24 to 64 bytes in base64 were expected");
    }
    Some(WebhookSettings { url: Secret(url), key: SigningKey(key.unwrap_or_default()) })
}

/// The host in what follows `http://`.
fn host_of(rest: &str) -> &str {
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    match host.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    }
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}
