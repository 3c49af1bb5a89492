//! Tells that a live photo does not stand: in the log, in the Society's chain, and in a figure.

use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};
use time::Duration;

use super::judging::Flaw;
use crate::audit::chain::Line;
use crate::audit::{self, AuditError, Verb, entry_with};
use crate::clock::Moment;
use crate::db;
use crate::ids::{PublicationId, SocietyId};

/// The same finding within this time adds no further line to the chain.
const ONE_LINE_FOR: Duration = Duration::hours(1);
/// How long the alert and the auditor's page show it.
const TOLD_FOR: Duration = Duration::days(30);

/// Reports the finding. Of several processes at once, one writes the line.
pub async fn ring(
    db: &DatabaseConnection,
    society: SocietyId,
    (id, flaw): (PublicationId, Flaw),
    now: Moment,
) -> Result<(), AuditError> {
    let txn = db::write(db).await?;
    audit::take_turn(&txn, society).await?;
    let lines = audit::of_verb(&txn, society, Verb::CertificateRefused, now - ONE_LINE_FOR).await?;
    let is_same = |line: &Line| {
        line.subject == id.into() && line.detail.as_ref().is_some_and(|word| word.as_str() == flaw.code())
    };
    if lines.iter().any(is_same) {
        return Ok(txn.rollback().await?);
    }
    tracing::error!(%society, %id, flaw = flaw.code(), "a live photo is not what a reviewer certified");
    audit::append(&txn, society, now, entry_with(None, Verb::CertificateRefused, id, flaw.code())).await?;
    txn.commit().await?;
    Ok(())
}

/// The lines about photos that did not stand, newest first, for the top of the auditor's log.
pub async fn told(
    db: &impl ConnectionTrait,
    society: SocietyId,
    now: Moment,
) -> Result<Vec<Line>, AuditError> {
    let mut lines = audit::of_verb(db, society, Verb::CertificateRefused, now - TOLD_FOR).await?;
    lines.reverse();
    Ok(lines)
}

/// The number of such lines of all Societies, for the metrics.
pub async fn count(db: &impl ConnectionTrait, now: Moment) -> Result<u64, DbErr> {
    audit::count_of_verb(db, Verb::CertificateRefused, now - TOLD_FOR).await
}
