//! Accounts that ended, and passwords that were replaced, after a backup: its restore must not give anybody back what was
//! taken from them. Each says whether something was left to do.

use sea_orm::{ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;

use super::joining::{JoiningError, set_stage};
use super::{Stage, entity, session, society_of};
use crate::audit::{self, Verb, entry};
use crate::clock::Moment;
use crate::db;
use crate::societies::keys;

pub async fn end_again(db: &DatabaseConnection, id: Uuid, now: Moment) -> Result<bool, JoiningError> {
    take_all(db, id, Stage::Ended, now).await
}

/// The newer password is lost with the rest, and the older one may be in other hands: this person needs a new start.
pub async fn forget_credentials(
    db: &DatabaseConnection,
    id: Uuid,
    now: Moment,
) -> Result<bool, JoiningError> {
    take_all(db, id, Stage::AwaitingKeys, now).await
}

async fn take_all(
    db: &DatabaseConnection,
    id: Uuid,
    stage: Stage,
    now: Moment,
) -> Result<bool, JoiningError> {
    let txn = db::write(db).await?;
    let Some(row) = entity::Entity::find_by_id(id).one(&txn).await? else { return Ok(false) };
    let is_done = row.verifier.is_none() && stage == Stage::AwaitingKeys;
    if is_done || Stage::parse(&row.stage) == Stage::Ended {
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
    set_stage(&txn, id, stage).await?;
    keys::take_from(&txn, id).await?;
    session::end_all_of(&txn, id).await?;
    audit::append(&txn, society_of(&row), now, entry(None, Verb::Replayed, id)).await?;
    txn.commit().await?;
    Ok(true)
}
