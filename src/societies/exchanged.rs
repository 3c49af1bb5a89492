//! A public key in the database that is not the one from before: somebody has written there. The code that finds one stops,
//! seals nothing to it, and reports it: in the log, in the Society's chain, and in a metric.

use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};
use time::Duration;

use crate::audit::{self, AuditError, Verb, chain::Line, entry_with};
use crate::clock::Moment;
use crate::db;
use crate::ids::{RecordId, SocietyId};
use crate::sealing::{KeyPair, SecretKey};

/// The same finding within this time adds no further line to the chain.
const ONE_LINE_FOR: Duration = Duration::hours(1);
/// How long the alert and the auditor's page show it.
const TOLD_FOR: Duration = Duration::days(30);

words! {
    /// The owner of the key, as the chain's line names it.
    pub enum KeyOf {
        Staff = "staff",
        Second = "second",
        Open = "open",
        Archive = "archive",
        Recovery = "recovery",
        Case = "case",
        Mailbox = "mailbox",
        /// The root that this host has pinned is not the one that signed, or this host has none.
        Root = "root",
        /// The key list is not what was signed, or an older one.
        List = "list",
    }
}

/// Reports which public key was exchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the public key ({}) of {record} was exchanged", .key.code())]
pub struct Exchanged {
    pub society: SocietyId,
    pub key: KeyOf,
    pub record: RecordId,
}

impl Exchanged {
    /// The pair if `beside` is this secret's public key; else this fault.
    pub fn unless_pair(self, secret: SecretKey, beside: Option<&str>) -> Result<KeyPair, Exchanged> {
        KeyPair::checked(secret, beside.unwrap_or_default()).map_err(|_| self)
    }
}

/// Reports the exchange. The line is written before the request is answered; of several requests at once, one writes it.
pub async fn ring(db: &DatabaseConnection, met: &Exchanged, now: Moment) -> Result<(), AuditError> {
    let (key, record) = (met.key.code(), met.record);
    let txn = db::write(db).await?;
    db::isolation::enter(&txn, met.society).await?;
    let is_told = audit::about(&txn, met.society, record).await?.iter().any(|line| {
        line.verb == Verb::KeyExchanged
            && line.at + ONE_LINE_FOR > now
            && line.detail.as_ref().is_some_and(|word| word.as_str() == key)
    });
    if is_told {
        return Ok(());
    }
    tracing::error!(society = %met.society, key, %record, "a public key in the database was exchanged; nothing is sealed to it");
    audit::append(&txn, met.society, now, entry_with(None, Verb::KeyExchanged, record, key)).await?;
    txn.commit().await?;
    Ok(())
}

/// The lines about exchanged keys, newest first, for the top of the auditor's log.
pub async fn told(
    db: &impl ConnectionTrait,
    society: SocietyId,
    now: Moment,
) -> Result<Vec<Line>, AuditError> {
    let mut lines = audit::of_verb(db, society, Verb::KeyExchanged, now - TOLD_FOR).await?;
    lines.reverse();
    Ok(lines)
}

/// The number of such lines of all Societies, for the metrics.
pub async fn count(db: &impl ConnectionTrait, now: Moment) -> Result<u64, DbErr> {
    audit::count_of_verb(db, Verb::KeyExchanged, now - TOLD_FOR).await
}
