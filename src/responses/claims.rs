//! What one member holds at a time. Invariant: nobody holds more than ten responses, so that a taken session keeps few from
//! their colleagues, and nobody works on a heap.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr,
};
use uuid::Uuid;

use super::lifecycle::Claim;
use super::{ResponseError, entity};
use crate::audit;
use crate::clock::Moment;
use crate::staff::{Staff, roles::Moderate};

pub const MOST: u64 = 10;

/// How many responses this member holds now.
pub async fn held(
    db: &impl ConnectionTrait,
    (society, staff): (Uuid, Uuid),
    now: Moment,
) -> Result<u64, DbErr> {
    entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::ClaimedBy.eq(staff))
        .filter(entity::Column::ClaimedUntil.gt(now.0))
        .count(db)
        .await
}

/// A longer lease for whoever holds it still. It is no change that a colleague's page would have to know of, so the version stays.
pub(super) async fn prolong(
    txn: &impl ConnectionTrait,
    response: Uuid,
    claim: Claim,
    now: Moment,
) -> Result<(), ResponseError> {
    let written = entity::Entity::update_many()
        .col_expr(entity::Column::ClaimedUntil, Expr::value(claim.until.0))
        .filter(entity::Column::Id.eq(response))
        .filter(entity::Column::ClaimedBy.eq(claim.by))
        .filter(entity::Column::ClaimedUntil.gt(now.0))
        .exec(txn)
        .await?;
    if written.rows_affected == 1 { Ok(()) } else { Err(ResponseError::NotClaimed) }
}

/// Asked once the claim is written and before it is committed. The chain is taken first, so that of several claims at once
/// each is counted by the next.
pub(super) async fn has_room(
    txn: &impl ConnectionTrait,
    by: &Staff<Moderate>,
    now: Moment,
) -> Result<(), ResponseError> {
    audit::take_turn(txn, by.society).await?;
    match held(txn, (by.society, by.id), now).await? <= MOST {
        true => Ok(()),
        false => Err(ResponseError::HoldsTooMany),
    }
}
