//! The end of a response and the ways back: closing, ending the photo in the same transaction, undoing within ten
//! seconds, reading by claim, opening again. Invariant: nobody closes a response over words that they have not seen.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, PaginatorTrait, QueryFilter,
    sea_query::Expr,
};
use time::Duration;

use super::handling::{of_society, open_case, standing, write_standing};
use super::lifecycle::{Outcome, Stage, Standing};
use super::{ResponseError, claims, entity, folds, message_entity};
use crate::audit::{self, Verb, entry, entry_with};
use crate::cases::CaseError;
use crate::clock::Moment;
use crate::db;
use crate::ids::{ResponseId, Seen};
use crate::publications::ending;
use crate::publications::lifecycle::EndReason;
use crate::societies::keys::{KeyError, Part};
use crate::staff::Staff;
use crate::staff::roles::{Moderate, Withdraw};

/// How long a wrong click can be taken back (docs/decisions/0020-claims-are-leases.md).
pub const UNDO_FOR: Duration = Duration::seconds(10);

/// How a response ends.
pub struct Closing<'a> {
    pub outcome: Outcome,
    pub photo: EndPublication<'a>,
    /// Whether what is folded under it ends in the same way, in one act.
    pub with_folded: bool,
}

/// Asked apart from the outcome. The photo ends at once, and this can't be undone.
pub enum EndPublication<'a> {
    Yes(&'a Staff<Withdraw>),
    No,
}

/// Closes, and ends the photo and closes what is folded under it if that was asked for: all or nothing.
pub async fn close(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    seen: Seen<ResponseId>,
    closing: Closing<'_>,
    now: Moment,
) -> Result<(), ResponseError> {
    let txn = db::write(db).await?;
    let row = of_society(&txn, by.society, seen.id).await?;
    if row.version != seen.version {
        return Err(ResponseError::Conflict);
    }
    let next = standing(&row).close(by.id, now)?;
    write_standing(&txn, &row, next).await?;
    entity::Entity::update_many()
        .col_expr(entity::Column::Outcome, Expr::value(closing.outcome))
        .col_expr(entity::Column::ClosedAt, Expr::value(now.hour().0))
        .col_expr(entity::Column::ClosedWith, Expr::value(Option::<ResponseId>::None))
        .filter(entity::Column::Id.eq(seen.id))
        .exec(&txn)
        .await?;
    let place = (by.society, seen.id);
    let closed_under = match closing.with_folded {
        true => folds::close_under(&txn, place, closing.outcome, now).await?,
        false => 0,
    };
    // What stays open stands under the next one.
    folds::pass_on(&txn, place).await?;
    if let EndPublication::Yes(by) = closing.photo {
        let is_found = matches!(closing.outcome, Outcome::Reunited | Outcome::ContactRestored);
        let reason = if is_found { EndReason::Reunited } else { EndReason::WithdrawnByStaff };
        ending::withdraw_within(&txn, by, row.publication_id, reason, now).await?;
    }
    // The chain's lock comes last, as everywhere.
    let line = entry_with(Some(by.id), Verb::Closed, seen.id, closing.outcome.code());
    audit::append(&txn, by.society, now, line).await?;
    if closed_under > 0 {
        let line = entry_with(Some(by.id), Verb::FoldClosed, seen.id, closing.outcome.code());
        audit::append(&txn, by.society, now, line).await?;
    }
    txn.commit().await?;
    Ok(())
}

/// True if this person closed it, so recently that it can be undone.
pub async fn may_undo(
    db: &impl ConnectionTrait,
    by: &Staff<Moderate>,
    row: &entity::Model,
    now: Moment,
) -> Result<bool, ResponseError> {
    if row.stage != Stage::Closed || has_no_words(row) {
        return Ok(false);
    }
    let lines = audit::about(db, by.society, row.id).await?;
    let closing = lines.iter().rfind(|line| line.verb == Verb::Closed);
    Ok(closing.is_some_and(|line| line.actor == Some(by.id) && now.since(line.at) <= UNDO_FOR))
}

/// Undoes a closing: the same person holds the response again, without an outcome. A photo that ended with it stays ended.
pub async fn undo(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    seen: Seen<ResponseId>,
    now: Moment,
) -> Result<(), ResponseError> {
    let txn = db::write(db).await?;
    let row = of_society(&txn, by.society, seen.id).await?;
    let next = standing(&row).reopen(Some(by.id), was_asked(&txn, seen.id).await?, now)?;
    if row.version != seen.version || !may_undo(&txn, by, &row, now).await? {
        return Err(ResponseError::TooLate);
    }
    write_open(&txn, &row, next, entity::Column::ReopenedFrom).await?;
    folds::open_with(&txn, (by.society, seen.id)).await?;
    audit::append(&txn, by.society, now, entry(Some(by.id), Verb::ClosingUndone, seen.id)).await?;
    txn.commit().await?;
    Ok(())
}

/// Claims a closed response for reading: it stays closed, and only this member can read it for the time of a claim.
pub async fn take_to_read(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    id: ResponseId,
    now: Moment,
) -> Result<(), ResponseError> {
    open_case(db, by, &of_society(db, by.society, id).await?).await?;
    let txn = db::write(db).await?;
    let row = closed_with_words(&txn, by, id).await?;
    write_standing(&txn, &row, standing(&row).read(by.id, now)?).await?;
    claims::has_room(&txn, by, now).await?;
    audit::append(&txn, by.society, now, entry(Some(by.id), Verb::ClaimedToRead, id)).await?;
    txn.commit().await?;
    Ok(())
}

/// Opens a closed response again, claimed. In an archived case it is unclaimed, and waits for an administrator to open the case.
pub async fn reopen(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    id: ResponseId,
    now: Moment,
) -> Result<(), ResponseError> {
    let hands = match open_case(db, by, &of_society(db, by.society, id).await?).await {
        Ok(_) => Some(by.id),
        Err(ResponseError::Case(CaseError::Key(KeyError::NotHeld(Part::Archive)))) => None,
        Err(error) => return Err(error),
    };
    let txn = db::write(db).await?;
    let row = closed_with_words(&txn, by, id).await?;
    let next = standing(&row).reopen(hands, was_asked(&txn, id).await?, now)?;
    write_open(&txn, &row, next, entity::Column::Outcome).await?;
    claims::has_room(&txn, by, now).await?;
    audit::append(&txn, by.society, now, entry(Some(by.id), Verb::Reopened, id)).await?;
    txn.commit().await?;
    Ok(())
}

/// Fails if its sender deleted the response: then there is nothing to read and nothing to open.
async fn closed_with_words(
    txn: &impl ConnectionTrait,
    by: &Staff<Moderate>,
    id: ResponseId,
) -> Result<entity::Model, ResponseError> {
    let row = of_society(txn, by.society, id).await?;
    if has_no_words(&row) { Err(ResponseError::IsClosed) } else { Ok(row) }
}

fn has_no_words(row: &entity::Model) -> bool {
    row.outcome == Some(Outcome::TakenBack)
}

/// `from`: the column with the outcome that it had. The database copies it, so that a newer program's word is kept.
async fn write_open(
    txn: &impl ConnectionTrait,
    row: &entity::Model,
    next: Standing,
    from: entity::Column,
) -> Result<(), ResponseError> {
    write_standing(txn, row, next).await?;
    entity::Entity::update_many()
        .col_expr(entity::Column::Outcome, Expr::value(Option::<Outcome>::None))
        .col_expr(entity::Column::ClosedAt, Expr::value(Option::<i64>::None))
        .col_expr(entity::Column::ReopenedFrom, Expr::col(from))
        .col_expr(entity::Column::ClosedWith, Expr::value(Option::<ResponseId>::None))
        .filter(entity::Column::Id.eq(row.id))
        .exec(txn)
        .await?;
    Ok(())
}

/// True if staff have written to its sender: then it was in contact.
async fn was_asked(txn: &impl ConnectionTrait, id: ResponseId) -> Result<bool, ResponseError> {
    let sent = message_entity::Entity::find()
        .filter(message_entity::Column::ResponseId.eq(id))
        .filter(message_entity::Column::IsFromStaff.eq(true));
    Ok(sent.count(txn).await? > 0)
}
