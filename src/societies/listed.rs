//! The key list in force: read from the database, believed for its signatures and this host's pin. Invariant: a list counts only
//! at the end of a chain of lists that begins with the first and contains every list that this host or this member has seen.

use std::fmt::Display;

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder,
};

use super::exchanged::{Exchanged, KeyOf};
use super::key_list::{Generation, Hand, KeyList};
use super::key_list_entity;
use super::keys::KeyError;
use super::root::HeldRoot;
use crate::clock::Moment;
use crate::ids::{SocietyId, StaffId};
use crate::sealing::{Pinned, PublicKey, Root, Verified};
use crate::secrets::Pins;
use crate::secrets::pins::SeenList;

/// How a Society's keys are checked.
pub enum Standing {
    /// By the list that its root signed.
    Listed(Box<Verified<KeyList>>, Box<Pinned<Root>>),
    /// It has no root yet: by the checks of before.
    Old,
}

impl Verified<KeyList> {
    pub fn open(&self) -> Verified<PublicKey> {
        self.says(|list| list.open.key.clone())
    }

    pub fn archive(&self) -> Verified<PublicKey> {
        self.says(|list| list.archive.key.clone())
    }

    pub fn recovery(&self) -> Verified<PublicKey> {
        self.says(|list| list.recovery.clone())
    }

    /// The key of a member who has not ended.
    pub fn member(&self, staff: StaffId) -> Option<Verified<PublicKey>> {
        let key = self.may_say(|list| list.members.get(&staff).map(|member| member.key.clone()).ok_or(()));
        key.ok()
    }

    /// How this list is remembered.
    pub fn seen(&self, pinned: &Pinned<Root>) -> SeenList {
        SeenList { version: self.version, hash: pinned.hash_of(self.to_string().as_bytes()) }
    }
}

/// How this Society's keys are checked on this host. `own`: the newest list that the member has seen.
pub async fn standing(
    db: &impl ConnectionTrait,
    society: SocietyId,
    (pins, own): (&Pins, Option<SeenList>),
) -> Result<Standing, KeyError> {
    // Asked before the database: a list that is committed meanwhile makes no other one old.
    let seen = pins.seen(society);
    let pinned = pins.of(society).map_err(|error| fault(society, KeyOf::Root, error))?;
    let newest = of_society(society).order_by_desc(key_list_entity::Column::Version).one(db).await?;
    let (pinned, newest) = match (pinned, newest) {
        (Some(pinned), Some(newest)) => (pinned, newest),
        (None, None) if seen.is_none() && own.is_none() => return Ok(Standing::Old),
        (None, _) => {
            return Err(fault(society, KeyOf::Root, "this host has no pin for it: kinlight society pin add"));
        }
        (Some(_), None) => return Err(fault(society, KeyOf::List, "the list is gone")),
    };
    if own.is_some_and(|own| own.version > version(&newest)) {
        return Err(fault(society, KeyOf::List, "a member has seen a newer list"));
    }
    let known = seen.filter(|seen| seen.version == version(&newest));
    if let Some(body) = known.and_then(|seen| pinned.recall(newest.body.as_bytes(), seen.hash)) {
        let list =
            body.may_say(|_| KeyList::parse(&newest.body)).map_err(|e| fault(society, KeyOf::List, e))?;
        return Ok(Standing::Listed(Box::new(list), Box::new(pinned)));
    }
    let list = walk(db, &pinned, [seen, own]).await?;
    pins.remember(society, list.seen(&pinned));
    Ok(Standing::Listed(Box::new(list), Box::new(pinned)))
}

/// Verifies each list of a Society after the one before it, and returns the last.
async fn walk(
    db: &impl ConnectionTrait,
    pinned: &Pinned<Root>,
    seen: [Option<SeenList>; 2],
) -> Result<Verified<KeyList>, KeyError> {
    let society = pinned.society;
    let refused = |why: &dyn Display| fault(society, KeyOf::List, why);
    let rows = of_society(society).order_by_asc(key_list_entity::Column::Version).all(db).await?;
    let mut last: Option<Verified<KeyList>> = None;
    let mut missing: Vec<SeenList> = seen.into_iter().flatten().collect();
    for row in rows {
        let list = verified(pinned, &row, last.as_deref()).map_err(|why| refused(&why))?;
        let known = list.seen(pinned);
        missing.retain(|seen| *seen != known);
        last = Some(list);
    }
    match last {
        Some(list) if missing.is_empty() => Ok(list),
        _ => Err(refused(&"a list that was seen before is not among them")),
    }
}

fn verified(
    pinned: &Pinned<Root>,
    row: &key_list_entity::Model,
    before: Option<&KeyList>,
) -> Result<Verified<KeyList>, Box<dyn std::error::Error + Send + Sync>> {
    let body = row.body.as_bytes();
    let list = pinned.verify(body, &row.root_signature)?.may_say(|_| KeyList::parse(&row.body))?;
    if list.society != pinned.society || list.version != version(row) {
        return Err("it is another list's row".into());
    }
    list.follows(before)?;
    list.signer(before)?.check(body, &row.hand_signature)?;
    Ok(list)
}

/// Signs the list that follows. `line` is the act's line in the audit chain, which is locked until `txn` ends, so that of two
/// administrators at once the second one changes the list of the first. What `change` takes in is verified from now on.
pub async fn sign(
    txn: &impl ConnectionTrait,
    root: &HeldRoot,
    pins: &Pins,
    (line, now): (u64, Moment),
    change: impl FnOnce(&mut KeyList),
) -> Result<Verified<KeyList>, KeyError> {
    let Standing::Listed(before, _) = standing(txn, root.society, (pins, None)).await? else {
        return Err(KeyError::NoKeys);
    };
    let mut list = KeyList { version: line, after: before.version, hand: root.hand, ..(**before).clone() };
    if let Hand::Member(staff) = root.hand
        && let Some(member) = list.members.get_mut(&staff)
    {
        member.signs_with.get_or_insert_with(|| root.own.public());
    }
    change(&mut list);
    put(txn, root, (list, Some(&before)), now).await
}

/// Signs the first list.
pub(super) async fn sign_first(
    txn: &impl ConnectionTrait,
    root: &HeldRoot,
    list: KeyList,
    now: Moment,
) -> Result<Verified<KeyList>, KeyError> {
    if has_a_list(txn, root.society).await? {
        return Err(KeyError::HasKeys);
    }
    put(txn, root, (list, None), now).await
}

async fn put(
    txn: &impl ConnectionTrait,
    root: &HeldRoot,
    (list, before): (KeyList, Option<&KeyList>),
    now: Moment,
) -> Result<Verified<KeyList>, KeyError> {
    let body = list.to_string();
    let row = key_list_entity::Model {
        society_id: root.society,
        version: i64::try_from(list.version).unwrap_or(i64::MAX),
        root_signature: root.signing().sign(body.as_bytes()),
        hand_signature: root.own.sign(body.as_bytes()),
        signed_at: now.0,
        body,
    };
    // What no reader would believe is not written: the hand was an administrator's until a moment ago, or the list is wrong.
    let list = verified(&root.pinned, &row, before).map_err(|why| {
        tracing::warn!(society = %root.society, %why, "a key list was not signed");
        KeyError::NotHeld(super::keys::Part::Root)
    })?;
    key_list_entity::Entity::insert(key_list_entity::ActiveModel {
        society_id: Set(row.society_id),
        version: Set(row.version),
        body: Set(row.body),
        root_signature: Set(row.root_signature),
        hand_signature: Set(row.hand_signature),
        signed_at: Set(row.signed_at),
    })
    .exec_without_returning(txn)
    .await?;
    Ok(list)
}

/// A Society's first list, without members.
pub(super) fn begun(
    society: SocietyId,
    (line, hand): (u64, Hand),
    sheet: &super::root::SheetSecret,
    [open, archive, recovery]: [PublicKey; 3],
) -> KeyList {
    KeyList {
        society,
        version: line,
        after: 0,
        hand,
        sheet: sheet.signing().public(),
        open: Generation { number: 1, key: open },
        archive: Generation { number: 1, key: archive },
        recovery,
        members: [].into(),
        ended: [].into(),
    }
}

/// False for a Society from before there were roots: the checks of before are all that protects its keys.
pub async fn has_a_list(db: &impl ConnectionTrait, society: SocietyId) -> Result<bool, DbErr> {
    Ok(of_society(society).count(db).await? > 0)
}

/// Stops what was about to happen; the line of the chain says which key, and the log says why.
pub(super) fn fault(society: SocietyId, key: KeyOf, why: impl Display) -> KeyError {
    tracing::error!(%society, key = key.code(), %why, "a Society's keys can't be verified; nothing is sealed to them");
    Exchanged { society, key, record: society.into() }.into()
}

fn of_society(society: SocietyId) -> sea_orm::Select<key_list_entity::Entity> {
    key_list_entity::Entity::find().filter(key_list_entity::Column::SocietyId.eq(society))
}

fn version(row: &key_list_entity::Model) -> u64 {
    u64::try_from(row.version).unwrap_or_default()
}
