//! The last branch of the key tree: staff key → Society key → case key. When a case closes, its key is wrapped to the
//! Society's archive key instead, which only administrators hold.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{CaseError, OpenCase, entity};
use crate::clock::Moment;
use crate::ids::{CaseId, SocietyId};
use crate::sealing::{Binding, KeyPair, Kind};
use crate::societies::exchanged::{Exchanged, KeyOf};
use crate::societies::keys::{self, KeyError, KeyHolder, Part, SocietyKey};

/// Wraps a case's key to one of the Society's two keys. The holder of either knows the public half of both.
pub(super) fn wrap(
    holder: &SocietyKey,
    part: Part,
    (society, case, key): (SocietyId, CaseId, &KeyPair),
) -> Result<Vec<u8>, CaseError> {
    Ok(holder.public(part)?.wrap_key(binding(society, case), key)?)
}

/// Opens a case's key, and returns it with the Society's key that opened it. Nothing else opens one.
pub(super) async fn unwrap(
    db: &impl ConnectionTrait,
    row: &entity::Model,
    member: KeyHolder<'_>,
) -> Result<(KeyPair, SocietyKey), CaseError> {
    let holder = keys::held_by(db, row.society_id, row.key_part, member).await?;
    let key = holder.pair().unwrap_key(binding(row.society_id, row.id), &row.wrapped_key)?;
    let fault = Exchanged { society: row.society_id, key: KeyOf::Case, record: row.id.into() };
    let pair = fault.unless_pair(key, Some(&row.public_key)).map_err(KeyError::from)?;
    Ok((pair, holder))
}

/// Closes the case: from now on only the archive key opens it. Returns `false` if it was closed already.
pub async fn archive(txn: &impl ConnectionTrait, case: &OpenCase, now: Moment) -> Result<bool, CaseError> {
    let wrapped = wrap(&case.holder, Part::Archive, (case.society, case.id, &case.key))?;
    let moved = entity::Entity::update_many()
        .col_expr(entity::Column::WrappedKey, Expr::value(wrapped))
        .col_expr(entity::Column::KeyPart, Expr::value(Part::Archive))
        .col_expr(entity::Column::ClosedAt, Expr::value(now.hour().0))
        .filter(entity::Column::Id.eq(case.id))
        .filter(entity::Column::KeyPart.eq(Part::Open))
        .exec(txn)
        .await?;
    Ok(moved.rows_affected == 1)
}

/// Puts the case back under the open key, because somebody answered after the end. Returns `false` if it was back already.
pub async fn reopen(txn: &impl ConnectionTrait, case: &OpenCase) -> Result<bool, CaseError> {
    let wrapped = wrap(&case.holder, Part::Open, (case.society, case.id, &case.key))?;
    let moved = entity::Entity::update_many()
        .col_expr(entity::Column::WrappedKey, Expr::value(wrapped))
        .col_expr(entity::Column::KeyPart, Expr::value(Part::Open))
        .col_expr(entity::Column::ClosedAt, Expr::value(Option::<i64>::None))
        .filter(entity::Column::Id.eq(case.id))
        .filter(entity::Column::KeyPart.eq(Part::Archive))
        .exec(txn)
        .await?;
    Ok(moved.rows_affected == 1)
}

fn binding(society: SocietyId, case: CaseId) -> Binding {
    Binding { kind: Kind::CaseKey, record: case.into(), owner: society.into() }
}
