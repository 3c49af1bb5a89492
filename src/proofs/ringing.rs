//! Tells that a row was refused: in the log, in the Society's chain, and in a figure.

use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};
use time::Duration;

use super::{ProofError, Proofs, Refused, RowKind};
use crate::audit::chain::{INSTALLATION, Line};
use crate::audit::{self, AuditError, Verb, entry_with};
use crate::clock::Moment;
use crate::db::{self, isolation};
use crate::ids::SocietyId;

/// The same finding within this time adds no further line to the chain.
const ONE_LINE_FOR: Duration = Duration::hours(1);
/// How long the alert and the auditor's page show it.
const TOLD_FOR: Duration = Duration::days(30);

/// Reports the refusal. The line is written before the request is answered; of several requests at once, one writes it. A chain
/// that was put back gets no line, which would stand in the place of a true one: the installation's chain tells it.
pub async fn ring(
    (db, proofs): (&DatabaseConnection, &Proofs),
    met: &Refused,
    now: Moment,
) -> Result<(), AuditError> {
    let (row, record) = (met.row.code(), met.record);
    let chain = if met.row == RowKind::Chain { INSTALLATION } else { met.society };
    match proofs.follow(db, chain).await {
        Ok(()) => {}
        Err(ProofError::Audit(error)) => return Err(error),
        Err(ProofError::Refused(_)) => {
            tracing::error!(society = %met.society, row, %record, why = ?met.why, "the audit chain is not the one that this host has seen; the desk lets nobody in");
            return Ok(());
        }
    }
    // First without the chain's lock: the same finding comes again and again.
    if isolation::within(chain, is_told(db, chain, met, now)).await? {
        return Ok(());
    }
    let txn = db::write(db).await?;
    audit::take_turn(&txn, chain).await?;
    if is_told(&txn, chain, met, now).await? {
        txn.rollback().await?;
        return Ok(());
    }
    tracing::error!(society = %met.society, row, %record, why = ?met.why, "a row that authorises was changed or put back in the database; it lets nobody do anything");
    audit::append(&txn, chain, now, entry_with(None, Verb::RowRefused, record, row)).await?;
    txn.commit().await?;
    Ok(())
}

async fn is_told(
    db: &impl ConnectionTrait,
    chain: SocietyId,
    met: &Refused,
    now: Moment,
) -> Result<bool, AuditError> {
    let lines = audit::of_verb(db, chain, Verb::RowRefused, now - ONE_LINE_FOR).await?;
    let is_same = |line: &Line| {
        line.subject == met.record && line.detail.as_ref().is_some_and(|word| word.as_str() == met.row.code())
    };
    Ok(lines.iter().any(is_same))
}

/// The lines about refused rows, newest first, for the top of the auditor's log.
pub async fn told(
    db: &impl ConnectionTrait,
    society: SocietyId,
    now: Moment,
) -> Result<Vec<Line>, AuditError> {
    let mut lines = audit::of_verb(db, society, Verb::RowRefused, now - TOLD_FOR).await?;
    lines.reverse();
    Ok(lines)
}

/// The number of such lines of all Societies, for the metrics.
pub async fn count(db: &impl ConnectionTrait, now: Moment) -> Result<u64, DbErr> {
    audit::count_of_verb(db, Verb::RowRefused, now - TOLD_FOR).await
}
