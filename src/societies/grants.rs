//! The grants of a Society's keys: given, proved, sealed again in the form of today, and taken away. Invariant: a grant opens
//! nothing until it is proved, and an older one of the same key is deleted in the transaction that writes the new one.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter,
};

use super::grant_entity;
use super::keys::{self, Halves, KeyError, KeyHolder, Part, SocietyKey, To, binding};
use super::root::{self, HeldRoot};
use crate::audit::chain::Head;
use crate::chance;
use crate::clock::Moment;
use crate::db;
use crate::ids::{SocietyId, StaffId};
use crate::proofs::Proofs;

/// The Society's keys, wrapped to the offline recovery key: for an export, which opens nothing itself.
pub async fn recovery_grants(
    db: &impl ConnectionTrait,
    society: SocietyId,
) -> Result<Vec<(Part, Vec<u8>)>, DbErr> {
    let rows = grant_entity::Entity::find()
        .filter(grant_entity::Column::SocietyId.eq(society))
        .filter(grant_entity::Column::StaffId.is_null())
        .filter(grant_entity::Column::Part.is_in(Part::OF_CASES))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.part, row.wrapped_key)).collect())
}

/// Seals a Society key to a person, replacing an older grant, or to the recovery key. The grant opens nothing until it is proved.
pub async fn grant(
    db: &impl ConnectionTrait,
    key: &SocietyKey,
    to: To<'_>,
    by: (StaffId, Moment),
) -> Result<grant_entity::Model, KeyError> {
    let (society, part) = (key.society, key.part);
    let other = key.public(part.other())?;
    let wrapped = to.half(part)?.wrap_key_with_note(binding(society, part), &key.pair, other.as_str())?;
    put(db, (society, part), (to.member(), wrapped), by).await
}

/// Stores a grant in the place of an older one. It opens nothing until it is proved.
pub(super) async fn put(
    db: &impl ConnectionTrait,
    (society, part): (SocietyId, Part),
    (to, wrapped): (Option<StaffId>, Vec<u8>),
    (by, now): (StaffId, Moment),
) -> Result<grant_entity::Model, KeyError> {
    if let Some(to) = to {
        grant_entity::Entity::delete_many()
            .filter(grant_entity::Column::StaffId.eq(to))
            .filter(grant_entity::Column::Part.eq(part))
            .exec(db)
            .await?;
    }
    let row = grant_entity::Model {
        id: chance::id(),
        society_id: society,
        part,
        staff_id: to,
        wrapped_key: wrapped,
        granted_by: Some(by),
        granted_at: now.0,
        is_to_second: to.is_some() && part.needs_second_key(),
        proof: None,
    };
    let new = row.clone().into_active_model().reset_all();
    grant_entity::Entity::insert(new).exec_without_returning(db).await?;
    Ok(row)
}

/// Proves grants that this transaction has written, with the line of its act.
pub async fn prove(
    txn: &impl ConnectionTrait,
    proofs: &Proofs,
    grants: &[grant_entity::Model],
    act: Head,
) -> Result<(), DbErr> {
    for grant in grants {
        proofs.put(txn, grant, act).await?;
    }
    Ok(())
}

/// Seals older grants to their holder again: those that don't name the other key, and those that belong under the second key. From
/// then on, the public key that the database names today is the one that the holder trusts. The old wrapping is deleted.
pub async fn renew(
    db: &DatabaseConnection,
    society: SocietyId,
    member: KeyHolder<'_>,
    halves: &Halves,
) -> Result<(), KeyError> {
    for part in Part::ALL {
        let Some(row) = find(db, society, part, Some(member.id)).await? else { continue };
        let Some(older) = to_seal_again(db, &row, member, halves).await? else { continue };
        let txn = db::write(db).await?;
        // Another session of theirs may just have done the same.
        if !member.proofs.lock(&txn, &row).await? {
            continue;
        }
        let renewed = older.seal(&txn, To::Member(member.id, halves), given(&row, member)).await?;
        // The same grant in another form: it hangs on the act that gave it.
        if let Some(act) = member.proofs.act_of(society, &row) {
            prove(&txn, member.proofs, &[renewed], act).await?;
        }
        txn.commit().await?;
    }
    Ok(())
}

/// The same in the transaction of an act, whose line then proves the grants.
pub async fn renew_within(
    txn: &impl ConnectionTrait,
    society: SocietyId,
    member: KeyHolder<'_>,
    halves: &Halves,
) -> Result<Vec<grant_entity::Model>, KeyError> {
    let mut renewed = Vec::new();
    for part in Part::ALL {
        let Some(row) = find(txn, society, part, Some(member.id)).await? else { continue };
        if let Some(older) = to_seal_again(txn, &row, member, halves).await? {
            renewed.push(older.seal(txn, To::Member(member.id, halves), given(&row, member)).await?);
        }
    }
    Ok(renewed)
}

/// What an older grant has, to be sealed again.
enum Older {
    OfCases(SocietyKey),
    Root(Box<HeldRoot>),
}

impl Older {
    async fn seal(
        &self,
        db: &impl ConnectionTrait,
        to: To<'_>,
        by: (StaffId, Moment),
    ) -> Result<grant_entity::Model, KeyError> {
        match self {
            Older::OfCases(key) => grant(db, key, to, by).await,
            Older::Root(root) => root.grant(db, to, by).await,
        }
    }
}

/// What a grant has that is not sealed as grants are today.
async fn to_seal_again(
    db: &impl ConnectionTrait,
    row: &grant_entity::Model,
    member: KeyHolder<'_>,
    halves: &Halves,
) -> Result<Option<Older>, KeyError> {
    member.proofs.stands(db, row.society_id, row).await?;
    let moves = row.part.needs_second_key();
    if row.is_to_second || (moves && halves.second.is_none()) {
        return Ok(None);
    }
    if row.part == Part::Root {
        return Ok(Some(Older::Root(Box::new(root::from_before(row, member)?))));
    }
    let standing = member.standing(db, row.society_id).await?;
    let key = keys::opened(&keys::named(db, row.society_id).await?, row, member.key, &standing)?;
    Ok((moves || !key.is_noted).then_some(Older::OfCases(key)))
}

fn given(row: &grant_entity::Model, member: KeyHolder<'_>) -> (StaffId, Moment) {
    (row.granted_by.unwrap_or(member.id), Moment(row.granted_at))
}

/// The parts for which a person has a grant.
pub async fn granted_to(db: &impl ConnectionTrait, staff: StaffId) -> Result<Vec<Part>, DbErr> {
    let rows = grant_entity::Entity::find().filter(grant_entity::Column::StaffId.eq(staff)).all(db).await?;
    Ok(rows.into_iter().map(|row| row.part).collect())
}

/// Deletes a person's grants under a second key that is given up.
pub async fn take_second_from(db: &impl ConnectionTrait, staff: StaffId) -> Result<(), DbErr> {
    grant_entity::Entity::delete_many()
        .filter(grant_entity::Column::StaffId.eq(staff))
        .filter(grant_entity::Column::IsToSecond.eq(true))
        .exec(db)
        .await
        .map(|_| ())
}

/// Deletes a person's grants of Society keys.
pub async fn take_from(db: &impl ConnectionTrait, staff: StaffId) -> Result<(), DbErr> {
    grant_entity::Entity::delete_many().filter(grant_entity::Column::StaffId.eq(staff)).exec(db).await?;
    Ok(())
}

pub(super) async fn find(
    db: &impl ConnectionTrait,
    society: SocietyId,
    part: Part,
    staff: Option<StaffId>,
) -> Result<Option<grant_entity::Model>, DbErr> {
    let found = grant_entity::Entity::find()
        .filter(grant_entity::Column::SocietyId.eq(society))
        .filter(grant_entity::Column::Part.eq(part));
    match staff {
        Some(staff) => found.filter(grant_entity::Column::StaffId.eq(staff)).one(db).await,
        None => found.filter(grant_entity::Column::StaffId.is_null()).one(db).await,
    }
}
