//! How a member gets the Society's keys from a colleague who compared twelve digits with them by voice, and how the first
//! administrator makes them. Invariant: what is sealed to a colleague is sealed to the keys that the digits and a MAC cover.

use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter};

use super::joining::{JoiningError, colleague, moves};
use super::lifecycle::Step;
use super::listing::{self, Place};
use super::parts::held_by_administrators;
use super::proving::prove;
use super::roles::Administer;
use super::second_key::{SecondKey, lacking};
use super::{Staff, Stage, entity, invitation_entity, voice};
use crate::audit::{self, Verb, entry};
use crate::clock::Moment;
use crate::db;
use crate::digits::code_digits;
use crate::ids::StaffId;
use crate::sealing::{PublicKey, Verified, VerifyKey};
use crate::secrets::KeyDerivation;
use crate::societies::exchanged::{Exchanged, KeyOf};
use crate::societies::grants;
use crate::societies::key_list::KeyList;
use crate::societies::keys::{self, Halves, KeyError, Part, To};
use crate::societies::listed::Standing;
use crate::societies::making::{self, Sheet};
use crate::societies::root;

/// Seals the Society's keys to a newcomer, after both have compared the twelve digits by voice; or the archive key, to an
/// administrator who forgot the second passphrase. The one who gives needs their second key: to sign the list, and for what is held
/// under it.
pub async fn seal_keys(
    db: &DatabaseConnection,
    derivation: KeyDerivation<'_>,
    (by, second): (&Staff<Administer>, Option<&SecondKey>),
    (to, heard): (StaffId, &str),
    now: Moment,
) -> Result<(), JoiningError> {
    let row = colleague(db, by, to).await?;
    let is_missing = async || {
        Ok::<_, KeyError>(listing::place(db, by, (to, row.public_key.as_deref())).await? == Place::NotListed)
    };
    // An active member who is not in the list got their keys from a program that knew no list.
    let parts = match row.stage == Stage::Active && is_missing().await? {
        true => lacking(db, &row).await?,
        false => wanted(db, &row).await?,
    };
    let public = PublicKey::parse(row.public_key.as_deref().ok_or(JoiningError::Unusable)?)?;
    let signs_with = row.signing_key.as_deref().map(VerifyKey::parse).transpose()?;
    let second_public = row.second_public_key.as_deref().map(PublicKey::parse).transpose()?;
    // The digits, the MAC and the gift are about one row that was read once: the database has no moment to exchange the keys.
    let theirs = voice::Keys::of(&row);
    if code_digits(heard) != code_digits(&theirs.digits(derivation.pool).await?) {
        return Err(JoiningError::WrongFingerprint);
    }
    let mac = row.key_mac.as_deref().ok_or(JoiningError::NotBound)?;
    if !theirs.is_bound_by(mac, derivation.secrets) {
        let (society, record) = (by.society, to.into());
        return Err(KeyError::from(Exchanged { society, key: KeyOf::Staff, record }).into());
    }
    let mut held = Vec::new();
    for part in parts.into_iter().filter(|part| Part::OF_CASES.contains(part)) {
        held.push(keys::held_by(db, by.society, part, by.key_holder_with_any(second)).await?);
    }
    let root = match by.key_holder().standing(db, by.society).await? {
        Standing::Listed(..) => Some(root::held_by(db, by.society, by.key_holder_with_any(second)).await?),
        Standing::Old => None,
    };
    let txn = db::write(db).await?;
    // Takes the step first: if two colleagues seal at once, the second one waits here and fails, before it writes a second
    // grant.
    let moved = takes_keys(&txn, &row).await?;
    let act = audit::append_head(&txn, by.society, now, entry(Some(by.id), Verb::KeySealed, to)).await?;
    let first = match &root {
        None => Verified::by_old_checks(public),
        Some(root) => {
            let member = listing::line_of(&row, public, signs_with);
            let take_in = |list: &mut KeyList| list.take_in(to, member);
            let list = listing::sign(&txn, root, (by.society, &by.pins), (act.seq, now), take_in).await?;
            list.member(to).ok_or(JoiningError::Unusable)?
        }
    };
    let halves = Halves { first, second: second_public.map(Verified::by_voice) };
    let mut given = Vec::new();
    for key in &held {
        given.push(grants::grant(&txn, key, To::Member(to, &halves), (by.id, now)).await?);
    }
    if let (Some(root), true) = (root, held_by_administrators(&row)) {
        given.push(root.grant(&txn, To::Member(to, &halves), (by.id, now)).await?);
    }
    prove(&txn, &by.proofs, &moved, act).await?;
    grants::prove(&txn, &by.proofs, &given, act).await?;
    txn.commit().await?;
    Ok(())
}

/// The first administrator makes the Society's keys, and signs its first list. Returns what is printed on the recovery sheet, shown
/// once.
pub async fn make_society_keys(
    db: &DatabaseConnection,
    (by, second): (&Staff<Administer>, &SecondKey),
    now: Moment,
) -> Result<Sheet, JoiningError> {
    let row = colleague(db, by, by.id).await?;
    let listed = listing::line_of_own(&row, &by.key);
    let txn = db::write(db).await?;
    let moved = takes_keys(&txn, &row).await?;
    let line = entry(Some(by.id), Verb::KeySealed, by.id);
    let act = audit::append_head(&txn, by.society, now, line).await?;
    let made = making::make(&txn, by.society, (by.key_holder_with(second), listed), (act.seq, now)).await?;
    let (sheet, given) = made;
    prove(&txn, &by.proofs, &moved, act).await?;
    grants::prove(&txn, &by.proofs, &given, act).await?;
    txn.commit().await?;
    // Asked once, so that this host knows from now on that there is a list.
    by.key_holder().standing(db, by.society).await?;
    Ok(sheet)
}

/// The parts that this account may be given now: all to a newcomer, and to an active member what they lack.
pub(super) async fn wanted(
    db: &impl ConnectionTrait,
    row: &entity::Model,
) -> Result<Vec<Part>, JoiningError> {
    let lacking = lacking(db, row).await?;
    let gets_them_again = row.stage == Stage::Active && !lacking.is_empty();
    if !gets_them_again {
        row.stage.after(Step::TakeKeys)?;
    }
    Ok(lacking)
}

/// From awaiting keys to active; an active member gets a key again and stays so. Deletes unused invitations of the account.
/// Returns the row, to be proved.
pub(super) async fn takes_keys(
    txn: &impl ConnectionTrait,
    row: &entity::Model,
) -> Result<entity::Model, JoiningError> {
    let step = if row.stage == Stage::Active { Step::TakeKeyAgain } else { Step::TakeKeys };
    let moved = moves(txn, row, step).await?;
    invitation_entity::Entity::delete_many()
        .filter(invitation_entity::Column::StaffId.eq(row.id))
        .filter(invitation_entity::Column::UsedAt.is_null())
        .exec(txn)
        .await?;
    Ok(moved)
}
