//! After a restore, erases again what responders took back since the backup, and what was erased for its age. Each
//! verb returns whether something was left to do.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter, sea_query::Expr,
    sea_query::ExprTrait,
};

use super::lifecycle::{Outcome, Stage};
use super::{ResponseError, entity, message_entity, note_entity};
use crate::audit::{self, Verb, entry};
use crate::clock::Moment;
use crate::db;
use crate::ids::{MessageId, ResponseId, StaffId};

/// Erases the words, the thread and the code. The bare row stays until it is old enough, as it did the first time.
pub async fn take_back_again(
    db: &DatabaseConnection,
    id: ResponseId,
    now: Moment,
) -> Result<bool, ResponseError> {
    let txn = db::write(db).await?;
    let Some(row) = entity::Entity::find_by_id(id).one(&txn).await? else { return Ok(false) };
    if row.outcome == Some(Outcome::TakenBack) {
        return Ok(false);
    }
    erase_thread(&txn, id).await?;
    entity::Entity::update_many()
        .col_expr(entity::Column::Stage, Expr::value(Stage::Closed))
        .col_expr(entity::Column::Outcome, Expr::value(Outcome::TakenBack))
        .col_expr(entity::Column::ClosedAt, Expr::value(now.hour().0))
        .col_expr(entity::Column::Version, Expr::col(entity::Column::Version).add(1))
        .col_expr(entity::Column::ClaimedBy, Expr::value(Option::<StaffId>::None))
        .col_expr(entity::Column::ClaimedUntil, Expr::value(Option::<i64>::None))
        .col_expr(entity::Column::Triage, Expr::value(Vec::<u8>::new()))
        .col_expr(entity::Column::Content, Expr::value(Vec::<u8>::new()))
        // Unique, and it opens nothing: it is half as long as a tag.
        .col_expr(entity::Column::MailboxTag, Expr::value(id.as_bytes().to_vec()))
        .col_expr(entity::Column::MailboxKey, Expr::value(""))
        .filter(entity::Column::Id.eq(id))
        .exec(&txn)
        .await?;
    replayed(&txn, &row, now).await?;
    txn.commit().await?;
    Ok(true)
}

pub async fn erase_again(
    db: &DatabaseConnection,
    id: ResponseId,
    now: Moment,
) -> Result<bool, ResponseError> {
    let txn = db::write(db).await?;
    let Some(row) = entity::Entity::find_by_id(id).one(&txn).await? else { return Ok(false) };
    erase_thread(&txn, id).await?;
    note_entity::Entity::delete_many().filter(note_entity::Column::ResponseId.eq(id)).exec(&txn).await?;
    entity::Entity::delete_by_id(id).exec(&txn).await?;
    replayed(&txn, &row, now).await?;
    txn.commit().await?;
    Ok(true)
}

/// Erases again one message that its sender took back.
pub async fn erase_message_again(db: &DatabaseConnection, id: MessageId) -> Result<bool, ResponseError> {
    let gone = message_entity::Entity::delete_by_id(id).exec(db).await?;
    Ok(gone.rows_affected > 0)
}

async fn erase_thread(txn: &impl ConnectionTrait, response: ResponseId) -> Result<(), ResponseError> {
    let own = message_entity::Column::ResponseId.eq(response);
    message_entity::Entity::delete_many().filter(own).exec(txn).await?;
    Ok(())
}

async fn replayed(txn: &impl ConnectionTrait, row: &entity::Model, now: Moment) -> Result<(), ResponseError> {
    if let Some(society) = row.society_id {
        audit::append(txn, society, now, entry(None, Verb::Replayed, row.id)).await?;
    }
    Ok(())
}
