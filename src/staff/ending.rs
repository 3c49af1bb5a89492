//! How a member's access ends: by an administrator, or by the operator from the command line. Invariant: it ends at once by its
//! row, whatever else can be done; the signed key list follows when somebody can sign it.

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter};

use super::joining::{JoiningError, in_society, moves};
use super::lifecycle::Step;
use super::roles::Administer;
use super::{Staff, by_name, entity, invitation_entity, listing, session, society_of};
use crate::audit::{self, Verb, entry};
use crate::clock::Moment;
use crate::db;
use crate::ids::StaffId;
use crate::societies::grants;
use crate::societies::root::HeldRoot;

/// Ends a colleague's grant, with their sessions and keys. It asks for no proof: whatever somebody wrote into the row, its
/// access ends.
pub async fn end_grant(
    db: &DatabaseConnection,
    by: &Staff<Administer>,
    staff: StaffId,
    now: Moment,
) -> Result<(), JoiningError> {
    let row = in_society(db, by.society, staff).await?.ok_or(JoiningError::NoSuchPerson)?;
    if staff == by.id {
        return Err(JoiningError::SamePerson);
    }
    let root = listing::root_for_an_end(db, by).await;
    end(db, Some((by, root.as_ref())), &row, now).await
}

/// Ends an account from the command line, by name. It needs no key, so the operator can protect the installation, and can make
/// room for a new administrator when nobody can sign in any more.
pub async fn end_grant_as_operator(
    db: &DatabaseConnection,
    name: &str,
    now: Moment,
) -> Result<(), JoiningError> {
    let row = by_name(db, name).await?.ok_or(JoiningError::NoSuchPerson)?;
    end(db, None, &row, now).await
}

async fn end(
    db: &DatabaseConnection,
    by: Option<(&Staff<Administer>, Option<&HeldRoot>)>,
    row: &entity::Model,
    now: Moment,
) -> Result<(), JoiningError> {
    let actor = by.map(|(by, _)| by.id);
    let txn = db::write(db).await?;
    moves(&txn, row, Step::End).await?;
    take_away(&txn, row.id).await?;
    let line = audit::append(&txn, society_of(row), now, entry(actor, Verb::GrantEnded, row.id)).await?;
    if let Some((by, Some(root))) = by {
        listing::follow_an_end(&txn, (root, by), (row.id, line), now).await?;
    }
    txn.commit().await?;
    Ok(())
}

/// Deletes keys, sessions, and every unused invitation that this person got, made or agreed to. A trigger releases their claims
/// when the stage changes (`m0015_keys_hold`).
pub(super) async fn take_away(txn: &impl ConnectionTrait, staff: StaffId) -> Result<(), DbErr> {
    grants::take_from(txn, staff).await?;
    session::end_all_of(txn, staff).await?;
    let theirs = Condition::any()
        .add(invitation_entity::Column::StaffId.eq(staff))
        .add(invitation_entity::Column::MadeBy.eq(staff))
        .add(invitation_entity::Column::AgreedBy.eq(staff));
    invitation_entity::Entity::delete_many()
        .filter(theirs)
        .filter(invitation_entity::Column::UsedAt.is_null())
        .exec(txn)
        .await
        .map(|_| ())
}
