//! Repeats what happened to accounts after a backup: its restore must not give anybody back an ended account or a replaced
//! password. Each function returns whether something was left to do.

use sea_orm::{ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter, sea_query::Expr};

use super::ending::take_away;
use super::joining::{JoiningError, moves};
use super::lifecycle::Step;
use super::{Stage, entity, second_key, society_of};
use crate::audit::{self, Verb, entry_with};
use crate::clock::Moment;
use crate::db;
use crate::ids::StaffId;
use crate::proofs::{Proofs, known};
use crate::societies::grants;

pub async fn end_again(db: &DatabaseConnection, id: StaffId, now: Moment) -> Result<bool, JoiningError> {
    take_all((db, None), id, (Step::End, known::ENDED_AGAIN), now).await
}

/// The newer password is not in the backup, and the older one may be known to others: this person needs a new start.
pub async fn forget_credentials(
    (db, proofs): (&DatabaseConnection, &Proofs),
    id: StaffId,
    now: Moment,
) -> Result<bool, JoiningError> {
    take_all((db, Some(proofs)), id, (Step::BeginAnew, known::NEW_START_AGAIN), now).await
}

/// The newer second passphrase is not in the backup: this administrator chooses another one, and gets the archive key again.
pub async fn forget_second(
    (db, proofs): (&DatabaseConnection, &Proofs),
    id: StaffId,
    now: Moment,
) -> Result<bool, JoiningError> {
    let txn = db::write(db).await?;
    let Some(row) = entity::Entity::find_by_id(id).one(&txn).await? else { return Ok(false) };
    if row.second_public_key.is_none() {
        return Ok(false);
    }
    second_key::forget(&txn, id).await?;
    grants::take_second_from(&txn, id).await?;
    let line = entry_with(None, Verb::Replayed, id, known::SECOND_KEY_AGAIN);
    let act = audit::append_head(&txn, society_of(&row), now, line).await?;
    // A row that somebody else wrote gets none.
    if proofs.is_right(act.society, &row) {
        proofs.put(&txn, &second_key::without(row), act).await?;
    }
    txn.commit().await?;
    Ok(true)
}

async fn take_all(
    (db, proofs): (&DatabaseConnection, Option<&Proofs>),
    id: StaffId,
    (step, word): (Step, &'static str),
    now: Moment,
) -> Result<bool, JoiningError> {
    let txn = db::write(db).await?;
    let Some(row) = entity::Entity::find_by_id(id).one(&txn).await? else { return Ok(false) };
    let is_done = row.verifier.is_none() && step == Step::BeginAnew;
    if is_done || row.stage == Stage::Ended {
        return Ok(false);
    }
    let nothing = || Expr::value(Option::<Vec<u8>>::None);
    entity::Entity::update_many()
        .col_expr(entity::Column::Verifier, nothing())
        .col_expr(entity::Column::WrappedKey, nothing())
        .col_expr(entity::Column::TotpSecret, nothing())
        .filter(entity::Column::Id.eq(id))
        .exec(&txn)
        .await?;
    second_key::forget(&txn, id).await?;
    let moved = moves(&txn, &row, step).await?;
    take_away(&txn, id).await?;
    let line = entry_with(None, Verb::Replayed, id, word);
    let act = audit::append_head(&txn, society_of(&row), now, line).await?;
    // An ended account needs no proof, and a row that somebody else wrote gets none.
    if let Some(proofs) = proofs.filter(|proofs| proofs.is_right(act.society, &row)) {
        let bare = entity::Model { verifier: None, wrapped_key: None, totp_secret: None, ..moved };
        proofs.put(&txn, &second_key::without(bare), act).await?;
    }
    txn.commit().await?;
    Ok(true)
}
