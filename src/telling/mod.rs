//! Tells staff that work waits: by mail to a Society's rota, and by the operator's webhook. Invariant: no message
//! says anything about a person; a message that could not be sent is sent later, as long as it is true.

pub mod entity;
pub mod mail;
mod planning;
pub mod rota;
pub mod rule;
mod sending;
mod tls;
pub mod webhook;
pub mod words;

use sea_orm::DbErr;

use crate::config::TellingSettings;
use mail::{Mailer, MailerError};
use webhook::Webhook;

pub use planning::plan;
pub use sending::{Sent, send_due};

/// The ways of telling staff that the settings open.
#[derive(Default)]
pub struct Ways {
    pub mail: Option<Mailer>,
    pub webhook: Option<Webhook>,
}

#[derive(Debug, thiserror::Error)]
pub enum WaysError {
    #[error(transparent)]
    Certificates(#[from] tls::CertificateError),
    #[error(transparent)]
    Mail(#[from] MailerError),
    #[error(transparent)]
    Webhook(#[from] webhook::NotAnAddress),
}

/// Why a message was not sent.
#[derive(Debug, thiserror::Error)]
pub enum TellError {
    #[error("no answer came within telling_seconds")]
    TooSlow,
    #[error("it could not be reached: {0}")]
    Unreachable(String),
    /// With the status or SMTP code.
    #[error("it answered {0}: {1}")]
    Refused(String, String),
    #[error("this is no e-mail address")]
    NotAnAddress,
    #[error("the message could not be written: {0}")]
    Unwritable(String),
}

impl TellError {
    /// The kind of error for the log, which must not repeat what a server says about an address.
    pub fn kind(&self) -> &'static str {
        match self {
            TellError::TooSlow => "too slow",
            TellError::Unreachable(_) => "unreachable",
            TellError::Refused(..) => "refused",
            TellError::NotAnAddress => "no address",
            TellError::Unwritable(_) => "unwritable",
        }
    }
}

impl Ways {
    pub fn open(settings: &TellingSettings) -> Result<Ways, WaysError> {
        let own = tls::own(settings.certificates.as_deref())?;
        let mail = settings.mail.as_ref().map(|mail| Mailer::new(mail, &own, settings.answers_within));
        let webhook = match &settings.webhook {
            Some(webhook) => Some(Webhook::new(webhook, tls::client(&own)?, settings.answers_within)?),
            None => None,
        };
        Ok(Ways { mail: mail.transpose()?, webhook })
    }

    fn has(&self, way: rota::Way) -> bool {
        match way {
            rota::Way::Mail => self.mail.is_some(),
            rota::Way::Webhook => self.webhook.is_some(),
        }
    }
}

/// How many lines of all rotas have a message due that could not be sent; for the operator's figures.
pub async fn failing(db: &impl sea_orm::ConnectionTrait) -> Result<u64, DbErr> {
    use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
    let due = entity::Entity::find().filter(entity::Column::Due.is_not_null());
    due.filter(entity::Column::Tries.gt(0)).count(db).await
}

/// An error with its causes, for an operator's eyes.
fn told_whole(error: &dyn std::error::Error) -> String {
    let mut told = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        told = format!("{told}: {inner}");
        cause = inner.source();
    }
    told
}
