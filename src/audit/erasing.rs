//! Erases audit lines after the years that they are kept. Invariant: a checkpoint that is itself past that time saw the erased
//! lines, and a line records the erasure in the same transaction, so that `verify` can tell an erasure from a cut.

use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter, QueryOrder};
use time::Duration;

use super::chain::{Line, erased_to};
use super::checkpoints::Checkpoint;
use super::{AuditError, append, entity, heads, take_turn};
use crate::clock::Moment;
use crate::db;
use crate::ids::SocietyId;

/// The job runs every quarter of an hour; one line a day about an erasure is enough.
const AT_A_TIME: Duration = Duration::days(1);

/// Erases each chain's lines up to the last checkpoint that is older than `kept`: the first line left links to that checkpoint.
/// Returns the number of lines erased.
pub async fn erase_older(
    db: &DatabaseConnection,
    checkpoints: &[Checkpoint],
    now: Moment,
    kept: Duration,
) -> Result<u64, AuditError> {
    let before = now - kept;
    let mut erased = 0;
    for head in heads(db).await? {
        let is_past = |c: &&Checkpoint| c.society == head.society && c.seq < head.seq && c.at <= before;
        let Some(last) = checkpoints.iter().filter(is_past).max_by_key(|c| c.seq) else { continue };
        let txn = db::write(db).await?;
        take_turn(&txn, head.society).await?;
        if !is_due(&txn, last, before - AT_A_TIME).await? {
            continue;
        }
        let gone = entity::Entity::delete_many()
            .filter(entity::Column::SocietyId.eq(head.society))
            .filter(entity::Column::Seq.lte(in_database(last.seq)?))
            .exec(&txn)
            .await?;
        append(&txn, head.society, now, erased_to(head.society, last.seq)).await?;
        txn.commit().await?;
        erased += gone.rows_affected;
    }
    Ok(erased)
}

/// Whether the chain's first line is old enough, and its line at the checkpoint is still the one that the checkpoint saw:
/// nothing more is erased from a chain that was changed.
async fn is_due(txn: &impl ConnectionTrait, last: &Checkpoint, begun: Moment) -> Result<bool, AuditError> {
    let first = entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(last.society))
        .order_by_asc(entity::Column::Seq)
        .one(txn)
        .await?;
    let seen = line_at(txn, last.society, last.seq).await?;
    let is_old = first.is_some_and(|first| first.at <= begun.0);
    Ok(is_old && seen.is_some_and(|line| line.head().hash == last.hash))
}

async fn line_at(
    txn: &impl ConnectionTrait,
    society: SocietyId,
    seq: u64,
) -> Result<Option<Line>, AuditError> {
    let row = entity::Entity::find_by_id((society, in_database(seq)?)).one(txn).await?;
    row.map(|row| Ok(super::line(row)?.0)).transpose()
}

fn in_database(seq: u64) -> Result<i64, AuditError> {
    i64::try_from(seq).map_err(|_| AuditError::Unreadable)
}
