//! A new start after a lost password or second factor: it takes two colleagues, or the Society's offline recovery key. No
//! operator and no single colleague can do it.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter, sea_query::Expr,
};
use zeroize::Zeroizing;

use super::giving_keys::{takes_keys, wanted};
use super::joining::{JoiningError, Purpose, colleague, issue, moves};
use super::lifecycle::Step;
use super::parts::held_by_administrators;
use super::proving::{prove, prove_invitation};
use super::roles::{Administer, Role, Vouch, parse_roles};
use super::second_key::own_halves;
use super::{Member, Staff, Stage, invitation_entity, listing, session};
use crate::audit::{self, Verb, entry};
use crate::clock::Moment;
use crate::db;
use crate::ids::StaffId;
use crate::sealing::SecretKey;
use crate::societies::grants;
use crate::societies::key_list::KeyList;
use crate::societies::keys::{self, Part, To};
use crate::societies::listed::Standing;
use crate::societies::root::{self, SheetSecret};

/// The first colleague asks for a new start. The token works once a second colleague has agreed.
pub async fn ask_recovery(
    db: &DatabaseConnection,
    by: &Staff<Administer>,
    staff: StaffId,
    now: Moment,
) -> Result<Zeroizing<String>, JoiningError> {
    let row = colleague(db, by, staff).await?;
    if row.id == by.id {
        return Err(JoiningError::SamePerson);
    }
    // A person who never joined has nothing to recover: they get another invitation of the same kind.
    let purpose = match (row.stage, parse_roles(&row.roles).contains(&Role::Administrator)) {
        (Stage::Invited, true) => Purpose::Administer,
        _ => Purpose::Recover,
    };
    let txn = db::write(db).await?;
    moves(&txn, &row, Step::AskAnew).await?;
    let (token, invitation) = issue(&txn, staff, purpose, Some(by.id), now).await?;
    let act = audit::append_head(&txn, by.society, now, entry(Some(by.id), Verb::GrantGiven, staff)).await?;
    prove_invitation(&txn, &by.proofs, &invitation, act).await?;
    txn.commit().await?;
    Ok(token)
}

/// The second colleague agrees: neither the one who asked, nor the person concerned. This takes away the old password's keys
/// and sessions.
pub async fn agree_recovery(
    db: &DatabaseConnection,
    by: &Staff<Vouch>,
    staff: StaffId,
    now: Moment,
) -> Result<(), JoiningError> {
    let row = colleague(db, by, staff).await?;
    let waiting = invitation_entity::Entity::find()
        .filter(invitation_entity::Column::StaffId.eq(staff))
        .filter(invitation_entity::Column::Purpose.eq(Purpose::Recover))
        .filter(invitation_entity::Column::UsedAt.is_null())
        .filter(invitation_entity::Column::EndsAt.gte(now.0))
        .one(db)
        .await?
        .ok_or(JoiningError::Unusable)?;
    by.proofs.check(db, by.society, &[&waiting]).await?;
    if waiting.made_by == Some(by.id) || staff == by.id {
        return Err(JoiningError::SamePerson);
    }
    let txn = db::write(db).await?;
    let moved = moves(&txn, &row, Step::BeginAnew).await?;
    grants::take_from(&txn, staff).await?;
    session::end_all_of(&txn, staff).await?;
    let agreed = invitation_entity::Entity::update_many()
        .col_expr(invitation_entity::Column::AgreedBy, Expr::value(by.id))
        .filter(invitation_entity::Column::TokenHash.eq(waiting.token_hash.clone()))
        .filter(invitation_entity::Column::UsedAt.is_null())
        .exec(&txn)
        .await?;
    if agreed.rows_affected != 1 {
        return Err(JoiningError::Unusable);
    }
    let act = audit::append_head(&txn, by.society, now, entry(Some(by.id), Verb::Recovered, staff)).await?;
    prove(&txn, &by.proofs, &moved, act).await?;
    let waiting = invitation_entity::Model { agreed_by: Some(by.id), ..waiting };
    prove_invitation(&txn, &by.proofs, &waiting, act).await?;
    txn.commit().await?;
    Ok(())
}

/// People whose new start waits for a second colleague.
pub async fn waiting_for_agreement(db: &impl ConnectionTrait, now: Moment) -> Result<Vec<StaffId>, DbErr> {
    let rows = invitation_entity::Entity::find()
        .filter(invitation_entity::Column::Purpose.eq(Purpose::Recover))
        .filter(invitation_entity::Column::UsedAt.is_null())
        .filter(invitation_entity::Column::AgreedBy.is_null())
        .filter(invitation_entity::Column::EndsAt.gte(now.0))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.staff_id).collect())
}

/// What somebody types from the recovery sheet.
pub struct TypedSheet<'t> {
    pub recovery: &'t str,
    /// Wanted only if the database has lost the root.
    pub root: Option<&'t str>,
}

/// A member without keys gets the Society's keys back with the offline recovery sheet, which also signs the list. An administrator
/// has chosen a second passphrase before: what belongs under the second key is sealed to it, and nothing of theirs is opened, so
/// nobody asks for the passphrase here.
pub async fn recover_with_key(
    db: &DatabaseConnection,
    member: &Member,
    typed: TypedSheet<'_>,
    now: Moment,
) -> Result<(), JoiningError> {
    let recovery = SecretKey::parse(typed.recovery)?;
    let sheet = typed.root.map(SheetSecret::parse).transpose()?;
    let row = colleague(db, member, member.id).await?;
    let parts = wanted(db, &row).await?;
    let standing = member.key_holder().standing(db, member.society).await?;
    let mut opened = Vec::new();
    for part in parts.into_iter().filter(|part| Part::OF_CASES.contains(part)) {
        let by = (&recovery, &standing, &member.proofs);
        opened.push(keys::recovered(db, member.society, part, by).await?);
    }
    let root = match standing {
        Standing::Listed(_, pinned) => Some(root::on_sheet(db, *pinned, &recovery, sheet).await?),
        Standing::Old => None,
    };
    let halves = own_halves(db, member).await?;
    let txn = db::write(db).await?;
    let moved = takes_keys(&txn, &row).await?;
    let line = entry(Some(member.id), Verb::Recovered, member.id);
    let act = audit::append_head(&txn, member.society, now, line).await?;
    let (to, by) = (To::Member(member.id, &halves), (member.id, now));
    let mut given = Vec::new();
    for key in &opened {
        given.push(grants::grant(&txn, key, to, by).await?);
    }
    if let Some(root) = &root {
        let listed = listing::line_of_own(&row, &member.key);
        let take_in = |list: &mut KeyList| list.take_in(member.id, listed);
        listing::sign(&txn, root, (member.society, &member.pins), (act.seq, now), take_in).await?;
        if held_by_administrators(&row) {
            given.push(root.grant(&txn, to, by).await?);
        }
    }
    prove(&txn, &member.proofs, &moved, act).await?;
    grants::prove(&txn, &member.proofs, &given, act).await?;
    txn.commit().await?;
    Ok(())
}
