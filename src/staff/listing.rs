//! Members in their Society's signed key list: the acts that change it, and what each member's own row remembers of it.
//! Invariant: who has a place in the list got it in a session that holds the root; an end needs no signature, since the list
//! counts only as far as the row does.

use sea_orm::{ActiveValue::Set, ConnectionTrait, DatabaseConnection, EntityTrait};

use super::joining::{JoiningError, colleague};
use super::parts::needs_keys;
use super::roles::Administer;
use super::second_key::{SecondKey, own_halves};
use super::{Member, Staff, Stage, entity, of_society, society_of, voice};
use crate::audit::{self, Verb, entry_with};
use crate::clock::Moment;
use crate::db;
use crate::ids::{SocietyId, StaffId};
use crate::sealing::{KeyPair, PublicKey, TokenKey, Verified, VerifyKey};
use crate::secrets::pins::SeenList;
use crate::secrets::{Pins, Secrets};
use crate::societies::exchanged::{Exchanged, KeyOf};
use crate::societies::key_list::{KeyList, ListedMember};
use crate::societies::keys::{KeyError, MEMBER_SIGNS, Part};
use crate::societies::listed::{self, Standing};
use crate::societies::making::{self, Sheet};
use crate::societies::root::HeldRoot;
use crate::societies::{self, grants, keys};

const SEEN: &str = "key-list";

/// A member's line in the list, from their row and from keys that somebody vouches for.
pub(super) fn line_of(row: &entity::Model, key: PublicKey, signs_with: Option<VerifyKey>) -> ListedMember {
    ListedMember { key, signs_with, roles: row.roles.clone(), until: row.grant_ends_on }
}

/// The same for somebody whose own secret is at hand.
pub(super) fn line_of_own(row: &entity::Model, key: &KeyPair) -> ListedMember {
    line_of(row, key.public(), Some(key.signing(MEMBER_SIGNS).public()))
}

/// Signs a changed list. Accounts that ended while nobody with the root was there leave the list with it.
pub(super) async fn sign(
    txn: &impl ConnectionTrait,
    root: &HeldRoot,
    (society, pins): (SocietyId, &Pins),
    (line, now): (u64, Moment),
    change: impl FnOnce(&mut KeyList),
) -> Result<Verified<KeyList>, JoiningError> {
    let mut ended = Vec::new();
    let before = match listed::standing(txn, society, (pins, None)).await? {
        Standing::Listed(before, _) => before,
        Standing::Old => return Err(KeyError::NoKeys.into()),
    };
    let rows = of_society(txn, society).await?.into_iter();
    for row in rows.filter(|row| row.stage == Stage::Ended && before.members.contains_key(&row.id)) {
        let lines = audit::about(txn, society, row.id).await?;
        let end = lines.iter().rfind(|line| line.verb == Verb::GrantEnded).map_or(line, |line| line.seq);
        ended.push((row.id, end));
    }
    let change = |list: &mut KeyList| {
        for (staff, line) in ended {
            list.end(staff, line);
        }
        change(list);
    };
    Ok(listed::sign(txn, root, pins, (line, now), change).await?)
}

/// Whether the list names this account, as far as that can be told.
pub async fn names(db: &impl ConnectionTrait, by: &Member, staff: StaffId) -> bool {
    match by.key_holder().standing(db, by.society).await {
        Ok(Standing::Listed(list, _)) => list.members.contains_key(&staff),
        Ok(Standing::Old) => false,
        // A fault rings where a key is used. Here, access ends.
        Err(_) => true,
    }
}

/// Signs the list without an account that ends. If the list can't be signed, the end counts all the same, by its row; returns
/// whether it was.
pub(super) async fn follow_an_end(
    txn: &impl ConnectionTrait,
    (root, by): (&HeldRoot, &Staff<Administer>),
    (staff, line): (StaffId, u64),
    now: Moment,
) -> Result<bool, JoiningError> {
    let end = |list: &mut KeyList| list.end(staff, line);
    match sign(txn, root, (by.society, &by.pins), (line, now), end).await {
        Err(JoiningError::Key(
            error @ (KeyError::NotHeld(_) | KeyError::NoKeys | KeyError::Exchanged(_)),
        )) => {
            tracing::warn!(%error, society = %by.society, "an account ended, and the key list does not say so yet");
            Ok(false)
        }
        done => done.map(|_| true),
    }
}

/// Makes the root of a Society that has keys from before there were roots. The list takes over what the database says today, as far
/// as proofs and MACs hold it to the truth: it protects from now on.
pub async fn make_root(
    db: &DatabaseConnection,
    secrets: &Secrets,
    (by, second): (&Staff<Administer>, &SecondKey),
    now: Moment,
) -> Result<Sheet, JoiningError> {
    let holder = by.key_holder_with(second);
    if let Standing::Listed(..) = holder.standing(db, by.society).await? {
        return Err(KeyError::HasKeys.into());
    }
    let open = keys::held_by(db, by.society, Part::Open, holder).await?;
    let archive = open.public(Part::Archive)?;
    let society = societies::by_id(db, by.society).await?.ok_or(KeyError::NoKeys)?;
    let recovery = PublicKey::parse(society.recovery_key.as_deref().ok_or(KeyError::NoKeys)?)?;
    let halves = [open.pair().public(), (*archive).clone(), recovery];
    let own = colleague(db, by, by.id).await?;
    let txn = db::write(db).await?;
    let line = entry_with(Some(by.id), Verb::KeySealed, by.society, "root");
    let act = audit::append_head(&txn, by.society, now, line).await?;
    let mut members =
        [(by.id, line_of_own(&own, &by.key))].into_iter().collect::<std::collections::BTreeMap<_, _>>();
    let active = of_society(&txn, by.society).await?.into_iter();
    for row in active.filter(|row| row.stage == Stage::Active && needs_keys(row) && row.id != by.id) {
        by.proofs.stands(&txn, by.society, &row).await?;
        let Some(key) = row.public_key.as_deref().and_then(|key| PublicKey::parse(key).ok()) else {
            continue;
        };
        members.insert(row.id, line_of(&row, key, bound_signing_key(&row, secrets)?));
    }
    let made = making::make_root(&txn, by.society, (holder, halves, members), (act.seq, now)).await?;
    let (root, given) = made;
    grants::prove(&txn, &by.proofs, &given, act).await?;
    txn.commit().await?;
    // Asked once, so that this host knows from now on that there is a list.
    holder.standing(db, by.society).await?;
    Ok(Sheet { recovery: None, root })
}

/// The key that a colleague signs with, from their row. No proof covers it, so only its MAC lets it into a list; without one, their
/// own first signature brings it.
fn bound_signing_key(row: &entity::Model, secrets: &Secrets) -> Result<Option<VerifyKey>, KeyError> {
    let Some(mac) = row.key_mac.as_deref() else { return Ok(None) };
    if !voice::Keys::of(row).is_bound_by(mac, secrets) {
        let (society, record) = (society_of(row), row.id.into());
        return Err(Exchanged { society, key: KeyOf::Staff, record }.into());
    }
    Ok(row.signing_key.as_deref().and_then(|key| VerifyKey::parse(key).ok()))
}

/// Whether an administrator should make the root, or a member has no place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The Society has no root yet.
    NoRoot,
    Listed,
    /// The Society has a root, and its list does not have this member's key.
    NotListed,
}

pub async fn place(
    db: &impl ConnectionTrait,
    member: &Member,
    of: (StaffId, Option<&str>),
) -> Result<Place, KeyError> {
    Ok(match member.key_holder().standing(db, member.society).await? {
        Standing::Old => Place::NoRoot,
        Standing::Listed(list, _) => match list.member(of.0) {
            Some(key) if Some(key.as_str()) == of.1 => Place::Listed,
            _ => Place::NotListed,
        },
    })
}

/// Writes into a member's own row what only they can write: the key that they sign with, what binds their keys, and which list
/// they have seen. Called when they sign in. Fails, after mending it, if the row named another key to sign with.
pub async fn keep_own(db: &DatabaseConnection, secrets: &Secrets, member: &Member) -> Result<(), KeyError> {
    let Some(row) = entity::Entity::find_by_id(member.id).one(db).await? else { return Ok(()) };
    let second = own_halves(db, member).await?.second;
    let own = voice::Keys::own(row.id, &member.key, second.as_deref());
    let signs_with = &own.signs_with;
    let is_other = row.signing_key.as_ref().is_some_and(|stored| stored != signs_with);
    if is_other {
        // A key that is set stays, so the other one goes first.
        let change = entity::ActiveModel { id: Set(row.id), signing_key: Set(None), ..Default::default() };
        entity::Entity::update(change).exec(db).await?;
    }
    let is_bound = row.key_mac.as_ref().is_some_and(|mac| own.is_bound_by(mac, secrets));
    if !is_bound || row.signing_key.as_ref() != Some(signs_with) {
        let change = entity::ActiveModel {
            id: Set(row.id),
            key_mac: Set(Some(own.mac(secrets).to_vec())),
            signing_key: Set(Some(signs_with.clone())),
            ..Default::default()
        };
        entity::Entity::update(change).exec(db).await?;
    }
    if let Standing::Listed(list, pinned) = member.key_holder().standing(db, member.society).await?
        && member.list_seen != Some(list.seen(&pinned))
    {
        let seen = list.seen(&pinned).to_string();
        let sealed = seen_key(&member.key).seal_bytes(SEEN, seen.as_bytes());
        let change =
            entity::ActiveModel { id: Set(row.id), list_seen: Set(Some(sealed)), ..Default::default() };
        entity::Entity::update(change).exec(db).await?;
    }
    match is_other {
        true => {
            Err(Exchanged { society: member.society, key: KeyOf::Staff, record: member.id.into() }.into())
        }
        false => Ok(()),
    }
}

/// The newest list that this member had seen; `None` for a record that another key sealed, as after a new start.
pub(super) fn seen(key: &KeyPair, sealed: Option<&[u8]>) -> Option<SeenList> {
    let plain = seen_key(key).open_bytes(SEEN, sealed?)?;
    SeenList::parse(std::str::from_utf8(&plain).ok()?)
}

fn seen_key(key: &KeyPair) -> TokenKey {
    TokenKey::derived(key.to_text().as_bytes(), "kinlight/list-seen")
}
