//! The tree's last branch: staff key → Society key → case key. When a case closes, its key is wrapped anew to the
//! Society's archive key, which administrators alone hold.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;

use super::{CaseError, OpenCase, entity};
use crate::clock::Moment;
use crate::sealing::{Binding, Kind, SecretKey};
use crate::societies::keys::{self, Part};

pub(super) async fn wrap(
    db: &impl ConnectionTrait,
    society: Uuid,
    part: Part,
    case: Uuid,
    key: &SecretKey,
) -> Result<Vec<u8>, CaseError> {
    let to = keys::public(db, society, part).await?;
    Ok(to.wrap_key(binding(society, case), key)?)
}

pub(super) async fn unwrap(
    db: &impl ConnectionTrait,
    row: &entity::Model,
    member: (Uuid, &SecretKey),
) -> Result<SecretKey, CaseError> {
    let society_key = keys::held_by(db, row.society_id, Part::parse(&row.key_part), member).await?;
    Ok(society_key.unwrap_key(binding(row.society_id, row.id), &row.wrapped_key)?)
}

/// Closes the case: from now on only the archive key opens it. `false`: it was closed already.
pub async fn archive(txn: &impl ConnectionTrait, case: &OpenCase, now: Moment) -> Result<bool, CaseError> {
    let wrapped = wrap(txn, case.society, Part::Archive, case.id, &case.key).await?;
    let moved = entity::Entity::update_many()
        .col_expr(entity::Column::WrappedKey, Expr::value(wrapped))
        .col_expr(entity::Column::KeyPart, Expr::value(Part::Archive.code()))
        .col_expr(entity::Column::ClosedAt, Expr::value(now.hour().0))
        .filter(entity::Column::Id.eq(case.id))
        .filter(entity::Column::KeyPart.eq(Part::Open.code()))
        .exec(txn)
        .await?;
    Ok(moved.rows_affected == 1)
}

/// Back under the open key: somebody answered after the end.
pub async fn reopen(txn: &impl ConnectionTrait, case: &OpenCase) -> Result<(), CaseError> {
    let wrapped = wrap(txn, case.society, Part::Open, case.id, &case.key).await?;
    entity::Entity::update_many()
        .col_expr(entity::Column::WrappedKey, Expr::value(wrapped))
        .col_expr(entity::Column::KeyPart, Expr::value(Part::Open.code()))
        .col_expr(entity::Column::ClosedAt, Expr::value(Option::<i64>::None))
        .filter(entity::Column::Id.eq(case.id))
        .exec(txn)
        .await?;
    Ok(())
}

fn binding(society: Uuid, case: Uuid) -> Binding {
    Binding { kind: Kind::CaseKey, record: case, owner: society }
}
