//! How many responses one member holds. Invariant: nobody holds more than ten, so that a stolen session keeps few
//! from colleagues, and nobody piles them up.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr,
};

use super::lifecycle::Claim;
use super::{ResponseError, entity};
use crate::audit;
use crate::clock::Moment;
use crate::ids::{ResponseId, SocietyId, StaffId};
use crate::staff::{Staff, roles::Moderate};

pub const MOST: u64 = 10;

/// How many responses this member holds now.
pub async fn held(
    db: &impl ConnectionTrait,
    (society, staff): (SocietyId, StaffId),
    now: Moment,
) -> Result<u64, DbErr> {
    entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::ClaimedBy.eq(staff))
        .filter(entity::Column::ClaimedUntil.gt(now.0))
        .count(db)
        .await
}

/// Renews the lease of the member who still holds it. Colleagues' pages need not know of it, so the version stays.
pub(super) async fn prolong(
    txn: &impl ConnectionTrait,
    response: ResponseId,
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

/// Fails if the member holds too many. Call it when the claim is written and not yet committed. It takes the chain's
/// lock first, so that claims at the same time count each other.
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
