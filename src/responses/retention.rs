//! What the jobs do to responses, without a key: write the audit lines of what responders did, and erase what is past
//! its time. Invariant: a response that somebody wrote to meanwhile is not erased.

use sea_orm::{
    ColumnTrait, Condition, DatabaseConnection, DerivePartialModel, EntityTrait, QueryFilter, sea_query::Expr,
};

use super::lifecycle::{Outcome, Stage};
use super::{ResponseError, entity, message_entity, note_entity, rush};
use crate::audit::chain::Entry;
use crate::audit::{self, Verb, entry, entry_with};
use crate::clock::Moment;
use crate::config::Retention;
use crate::db;
use crate::ids::{ResponseId, SocietyId};

/// What the jobs read of a response; their role on PostgreSQL may read no more.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "entity::Entity")]
struct Row {
    id: ResponseId,
    society_id: Option<SocietyId>,
    version: i64,
    is_slow: bool,
    outcome: Option<Outcome>,
    closed_at: Option<i64>,
    reopened_from: Option<Outcome>,
}

/// Writes the audit lines of what responders did by themselves, since the site writes none; a desk job calls it.
pub async fn chain_arrivals(db: &DatabaseConnection, now: Moment) -> Result<usize, ResponseError> {
    let arrived = |row: &Row| {
        let lane = if row.is_slow { "slow-lane" } else { "normal-lane" };
        entry_with(None, Verb::ResponseArrived, row.id, lane)
    };
    let wrote_again = |row: &Row| Entry {
        detail: row.reopened_from.map(|from| from.code().into()),
        ..entry(None, Verb::WroteAgain, row.id)
    };
    let taken_back = |row: &Row| entry(None, Verb::TakenBack, row.id);
    let arrivals = chain(db, entity::Column::IsChained, arrived, now).await?;
    if arrivals > 0 {
        rush::look(db, now).await?;
    }
    let again = chain(db, entity::Column::IsReopeningChained, wrote_again, now).await?;
    Ok(arrivals + again + chain(db, entity::Column::IsTakingBackChained, taken_back, now).await?)
}

/// Writes a line for each response whose mark says that the audit log has none yet. If two jobs run at once, one writes it.
async fn chain(
    db: &DatabaseConnection,
    mark: entity::Column,
    line: impl Fn(&Row) -> Entry,
    now: Moment,
) -> Result<usize, ResponseError> {
    let waiting: Vec<Row> =
        entity::Entity::find().filter(mark.eq(false)).into_partial_model().all(db).await?;
    for row in &waiting {
        let txn = db::write(db).await?;
        let marked = entity::Entity::update_many()
            .col_expr(mark, Expr::value(true))
            .filter(entity::Column::Id.eq(row.id))
            .filter(mark.eq(false))
            .exec(&txn)
            .await?;
        if let (Some(society), 1) = (row.society_id, marked.rows_affected) {
            audit::append(&txn, society, now, line(row)).await?;
        }
        txn.commit().await?;
    }
    Ok(waiting.len())
}

/// Erases closed responses past their time, with messages and notes. One that no one has opened is never erased for
/// its age, unless its sender took it back.
pub async fn erase_closed(
    db: &DatabaseConnection,
    now: Moment,
    kept: Retention,
) -> Result<usize, ResponseError> {
    let closed: Vec<Row> = entity::Entity::find()
        .filter(entity::Column::Stage.eq(Stage::Closed))
        .filter(
            Condition::any()
                .add(entity::Column::FirstOpenedAt.is_not_null())
                // Somebody opened the one that says the same, and closed both in one act.
                .add(entity::Column::ClosedWith.is_not_null())
                .add(entity::Column::Outcome.eq(Outcome::TakenBack)),
        )
        .into_partial_model()
        .all(db)
        .await?;
    let mut erased = 0;
    for row in closed {
        // A row without an outcome is kept for the longer time.
        let kept_for = row.outcome.map_or(kept.helped_response, |outcome| outcome.kept_for(&kept));
        if row.closed_at.is_none_or(|closed_at| Moment(closed_at) + kept_for > now) {
            continue;
        }
        erased += usize::from(erase(db, &row, now).await?);
    }
    Ok(erased)
}

/// Returns `false` if it has changed since it was read: then it stays whole.
async fn erase(db: &DatabaseConnection, row: &Row, now: Moment) -> Result<bool, ResponseError> {
    let txn = db::write(db).await?;
    message_entity::Entity::delete_many()
        .filter(message_entity::Column::ResponseId.eq(row.id))
        .exec(&txn)
        .await?;
    note_entity::Entity::delete_many().filter(note_entity::Column::ResponseId.eq(row.id)).exec(&txn).await?;
    let gone = entity::Entity::delete_many()
        .filter(entity::Column::Id.eq(row.id))
        .filter(entity::Column::Stage.eq(Stage::Closed))
        .filter(entity::Column::Version.eq(row.version))
        .exec(&txn)
        .await?;
    if gone.rows_affected == 0 {
        txn.rollback().await?;
        return Ok(false);
    }
    if let Some(society) = row.society_id {
        audit::append(&txn, society, now, entry(None, Verb::Erased, row.id)).await?;
    }
    txn.commit().await?;
    Ok(true)
}
