//! How a member's access ends: by an administrator, or by the operator from the command line. Invariant: it ends at once by its
//! row, whatever else can be done; the signed key list follows when somebody can sign it.

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter};

use super::joining::{JoiningError, in_society, moves};
use super::lifecycle::Step;
use super::roles::Administer;
use super::second_key::SecondKey;
use super::{Staff, by_name, entity, invitation_entity, listing, session, society_of};
use crate::audit::{self, Verb, entry};
use crate::clock::Moment;
use crate::db;
use crate::ids::StaffId;
use crate::societies::grants;
use crate::societies::root::{self, HeldRoot};

words! {
    /// Whether the signed key list says that somebody's access ended. Their row says so in any case, and that is enough.
    pub enum InTheList {
        /// It says so, or it never named them.
        Now = "now",
        /// It follows with the next list that somebody signs.
        Later = "later",
    }
}

/// Ends a colleague's grant, with their sessions and keys. It asks for no proof: whatever somebody wrote into the row, its
/// access ends. Nor does it wait for a second passphrase: with the second key the list follows at once, without it later.
pub async fn end_grant(
    db: &DatabaseConnection,
    (by, second): (&Staff<Administer>, Option<&SecondKey>),
    staff: StaffId,
    now: Moment,
) -> Result<InTheList, JoiningError> {
    let row = in_society(db, by.society, staff).await?.ok_or(JoiningError::NoSuchPerson)?;
    if staff == by.id {
        return Err(JoiningError::SamePerson);
    }
    let is_named = listing::names(db, by, staff).await;
    let root = match second {
        Some(second) if is_named => root::held_by(db, by.society, by.key_holder_with(second)).await.ok(),
        _ => None,
    };
    let is_signed = end(db, Some((by, root.as_ref())), &row, now).await?;
    Ok(if is_signed || !is_named { InTheList::Now } else { InTheList::Later })
}

/// Ends an account from the command line, by name. It needs no key, so the operator can protect the installation, and can make
/// room for a new administrator when nobody can sign in any more.
pub async fn end_grant_as_operator(
    db: &DatabaseConnection,
    name: &str,
    now: Moment,
) -> Result<(), JoiningError> {
    let row = by_name(db, name).await?.ok_or(JoiningError::NoSuchPerson)?;
    end(db, None, &row, now).await.map(|_| ())
}

/// Returns whether the list was signed without this account.
async fn end(
    db: &DatabaseConnection,
    by: Option<(&Staff<Administer>, Option<&HeldRoot>)>,
    row: &entity::Model,
    now: Moment,
) -> Result<bool, JoiningError> {
    let actor = by.map(|(by, _)| by.id);
    let txn = db::write(db).await?;
    moves(&txn, row, Step::End).await?;
    take_away(&txn, row.id).await?;
    let line = audit::append(&txn, society_of(row), now, entry(actor, Verb::GrantEnded, row.id)).await?;
    let is_signed = match by {
        Some((by, Some(root))) => listing::follow_an_end(&txn, (root, by), (row.id, line), now).await?,
        _ => false,
    };
    txn.commit().await?;
    Ok(is_signed)
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
