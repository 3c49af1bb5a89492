//! A Society's keys are made once, with its root, in an administrator's session. Invariant: what the recovery sheet has is
//! returned once and stored nowhere, except wrapped to the recovery key.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};
use zeroize::Zeroizing;

use super::exchanged::KeyOf;
use super::key_list::{Hand, KeyList, ListedMember};
use super::keys::{KeyError, KeyHolder, Part, SocietyKey, To};
use super::listed;
use super::root::{self, HeldRoot, SheetSecret};
use super::{entity, grant_entity, grants};
use crate::clock::Moment;
use crate::ids::{SocietyId, StaffId};
use crate::sealing::{KeyPair, Pinned, PublicKey, Root, SecretKey};
use crate::secrets::pins::Pin;

/// What is printed once on the recovery sheet, and kept offline.
pub struct Sheet {
    /// `None` if it stands on an older sheet already.
    pub recovery: Option<Zeroizing<String>>,
    pub root: Zeroizing<String>,
}

/// Makes both keys and the root in the first administrator's session, with their second key. `line` is the act's line in the audit
/// chain, which then proves the grants that this returns too.
pub async fn make(
    txn: &impl ConnectionTrait,
    society: SocietyId,
    (administrator, listed): (KeyHolder<'_>, ListedMember),
    (line, now): (u64, Moment),
) -> Result<(Sheet, Vec<grant_entity::Model>), KeyError> {
    let recovery = SecretKey::generate();
    let (open, archive) = (KeyPair::generate(), KeyPair::generate());
    let changed = entity::Entity::update_many()
        .col_expr(entity::Column::OpenKey, Expr::value(open.public().as_str()))
        .col_expr(entity::Column::ArchiveKey, Expr::value(archive.public().as_str()))
        .col_expr(entity::Column::RecoveryKey, Expr::value(recovery.public().as_str()))
        .filter(entity::Column::Id.eq(society))
        .filter(entity::Column::OpenKey.is_null())
        .exec(txn)
        .await?;
    if changed.rows_affected != 1 {
        return Err(KeyError::HasKeys);
    }
    let halves = [open.public(), archive.public(), recovery.public()];
    let (own, by) = (administrator.halves(), (administrator.id, now));
    let mut given = Vec::new();
    let (open_half, archive_half) = (open.own(), archive.own());
    for (part, pair, other) in [(Part::Open, open, archive_half), (Part::Archive, archive, open_half)] {
        let key = SocietyKey::made(society, part, pair, other);
        given.push(grants::grant(txn, &key, To::Member(administrator.id, &own), by).await?);
        given.push(grants::grant(txn, &key, To::Recovery(&recovery.own()), by).await?);
    }
    let members = [(administrator.id, listed)].into();
    let (root, of_root) = make_root(txn, society, (administrator, halves, members), (line, now)).await?;
    given.extend(of_root);
    Ok((Sheet { recovery: Some(recovery.to_text()), root }, given))
}

/// Makes the root, pins it on this host, and signs the first list: for a new Society, or for one from before there were roots. The
/// root is sealed to its maker alone, since nobody has compared another administrator's second key by voice. Returns the sheet's
/// text, and the grants of the root, which the act's line then proves.
pub async fn make_root(
    txn: &impl ConnectionTrait,
    society: SocietyId,
    (administrator, halves, members): (KeyHolder<'_>, [PublicKey; 3], BTreeMap<StaffId, ListedMember>),
    (line, now): (u64, Moment),
) -> Result<(Zeroizing<String>, Vec<grant_entity::Model>), KeyError> {
    // A Society that this host knows has a root: its keys were taken out of the database.
    if administrator.pins.seen(society).is_some() {
        return Err(listed::fault(society, KeyOf::Root, "its keys were made before on this host"));
    }
    let sheet = SheetSecret::generate();
    let key = sheet.root()?;
    let pin = Pin(Root { society, key: root::signing(&key).public() });
    let by = (administrator.id, now);
    let hand = Hand::Member(administrator.id);
    let list = KeyList { members, ..listed::begun(society, (line, hand), &sheet, halves) };
    let pinned = Pinned::on_this_host(pin.0.clone());
    let held = HeldRoot { society, key, pinned, hand, own: administrator.signing() };
    let list = listed::sign_first(txn, &held, list, now).await?;
    let given = vec![
        held.grant(txn, To::Member(administrator.id, &administrator.halves()), by).await?,
        root::keep_sheet(txn, society, &sheet, &list.recovery(), by).await?,
    ];
    // Last, and before the commit: a pin without a list is replaced at the next try, a list without a pin would stop the desk.
    administrator.pins.add(&pin, true)?;
    Ok((sheet.to_text()?, given))
}
