//! The Society's two keys, and who holds them. `open` is for the daily work; `archive` opens closed cases and is held by
//! Society administrators only, under their second key. A key is only stored wrapped to a person or to the offline recovery key.
//! A grant names the other key's public half in its seal, so each holder knows both, whatever the database says.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, sea_query::Expr,
};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::exchanged::{Exchanged, KeyOf};
use super::{entity, grant_entity};
use crate::chance;
use crate::clock::Moment;
use crate::ids::{RecordId, SocietyId, StaffId};
use crate::sealing::{Binding, KeyPair, Kind, PublicKey, SealError, SecretKey};

words! {
    pub enum Part {
        Open = "open",
        Archive = "archive",
    }
}

// Administrators alone hold the archive key, so a part that this program does not understand opens nothing for others.
word_column!(Part, unknown: Archive);

impl Part {
    fn other(self) -> Part {
        match self {
            Part::Open => Part::Archive,
            Part::Archive => Part::Open,
        }
    }

    /// Whether only a member's second key opens it, which signing in never gives. The match is exhaustive, so that a new key must
    /// be decided here.
    pub fn needs_second_key(self) -> bool {
        match self {
            Part::Open => false,
            Part::Archive => true,
        }
    }

    fn key_of(self) -> KeyOf {
        match self {
            Part::Open => KeyOf::Open,
            Part::Archive => KeyOf::Archive,
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// There is no grant: a colleague has to seal the key first, or the role doesn't include it.
    #[error("this person does not hold the Society's {} key", .0.code())]
    NotHeld(Part),
    /// The key is given under a second key, and the person has chosen no second passphrase yet.
    #[error("this person has no second key")]
    NoSecondKey,
    /// There is a grant, but the database names another public key than the grant's.
    #[error(transparent)]
    Exchanged(#[from] Exchanged),
    #[error("the Society has no keys yet")]
    NoKeys,
    #[error("the Society has keys already")]
    HasKeys,
    #[error(transparent)]
    Seal(#[from] SealError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// A member who opens a Society's key with their own.
#[derive(Clone, Copy)]
pub struct KeyHolder<'k> {
    pub id: StaffId,
    pub key: &'k KeyPair,
    /// Only in a request in which the second passphrase was typed.
    pub second: Option<&'k KeyPair>,
}

impl KeyHolder<'_> {
    /// The pair that opens a grant of this part.
    fn pair(&self, part: Part) -> Option<&KeyPair> {
        if part.needs_second_key() { self.second } else { Some(self.key) }
    }
}

/// The public halves of a member's own keys.
#[derive(Clone, Debug)]
pub struct Halves {
    pub first: PublicKey,
    pub second: Option<PublicKey>,
}

/// To whom a grant is sealed.
#[derive(Clone, Copy)]
pub enum To<'k> {
    Member(StaffId, &'k Halves),
    /// The offline recovery key.
    Recovery(&'k PublicKey),
}

impl To<'_> {
    fn half(&self, part: Part) -> Result<&PublicKey, KeyError> {
        match self {
            To::Member(_, halves) if part.needs_second_key() => {
                halves.second.as_ref().ok_or(KeyError::NoSecondKey)
            }
            To::Member(_, halves) => Ok(&halves.first),
            To::Recovery(key) => Ok(key),
        }
    }

    fn member(&self) -> Option<StaffId> {
        match self {
            To::Member(id, _) => Some(*id),
            To::Recovery(_) => None,
        }
    }
}

/// One of the Society's keys, opened by a holder and compared with the database.
pub struct SocietyKey {
    society: SocietyId,
    part: Part,
    pair: KeyPair,
    /// The other key's public half: the one in the grant's seal (older grants have none), and the one in the row.
    other_sealed: Option<PublicKey>,
    other_stored: PublicKey,
}

impl SocietyKey {
    pub fn pair(&self) -> &KeyPair {
        &self.pair
    }

    /// The public key of this part, for wrapping case keys. For the other part it fails if the row differs from the grant's
    /// seal.
    pub fn public(&self, part: Part) -> Result<PublicKey, KeyError> {
        match &self.other_sealed {
            _ if part == self.part => Ok(self.pair.public()),
            Some(sealed) if *sealed != self.other_stored => Err(fault(self.society, part.key_of()).into()),
            _ => Ok(self.other_stored.clone()),
        }
    }
}

/// Makes both keys in the first administrator's session. Returns the recovery key's text, which is shown once,
/// printed, and kept offline: it is not stored anywhere.
pub async fn make(
    db: &impl ConnectionTrait,
    society: SocietyId,
    (administrator, halves): (StaffId, &Halves),
    now: Moment,
) -> Result<Zeroizing<String>, KeyError> {
    let recovery = SecretKey::generate();
    let (open, archive) = (KeyPair::generate(), KeyPair::generate());
    let changed = entity::Entity::update_many()
        .col_expr(entity::Column::OpenKey, Expr::value(open.public().as_str()))
        .col_expr(entity::Column::ArchiveKey, Expr::value(archive.public().as_str()))
        .col_expr(entity::Column::RecoveryKey, Expr::value(recovery.public().as_str()))
        .filter(entity::Column::Id.eq(society))
        .filter(entity::Column::OpenKey.is_null())
        .exec(db)
        .await?;
    if changed.rows_affected != 1 {
        return Err(KeyError::HasKeys);
    }
    let (open_half, archive_half) = (open.public(), archive.public());
    for (part, pair, other_stored) in [(Part::Open, open, archive_half), (Part::Archive, archive, open_half)]
    {
        let key = SocietyKey { society, part, pair, other_sealed: None, other_stored };
        let by = (administrator, now);
        grant(db, &key, To::Member(administrator, halves), by).await?;
        grant(db, &key, To::Recovery(&recovery.public()), by).await?;
    }
    Ok(recovery.to_text())
}

/// Opens the Society's key with a member's own key. A part that needs the second key is not held without it, and neither is one
/// that an older program sealed to the first key: choosing the second passphrase moves it.
pub async fn held_by(
    db: &impl ConnectionTrait,
    society: SocietyId,
    part: Part,
    member: KeyHolder<'_>,
) -> Result<SocietyKey, KeyError> {
    let row = find(db, society, part, Some(member.id)).await?;
    let row = row.filter(|row| row.is_to_second == part.needs_second_key());
    let (row, own) = row.zip(member.pair(part)).ok_or(KeyError::NotHeld(part))?;
    opened(&named(db, society).await?, &row, own)
}

/// Opens the Society's key with the offline recovery key.
pub async fn recovered(
    db: &impl ConnectionTrait,
    society: SocietyId,
    part: Part,
    recovery: &SecretKey,
) -> Result<SocietyKey, KeyError> {
    let row = find(db, society, part, None).await?.ok_or(KeyError::NoKeys)?;
    let named = named(db, society).await?;
    let key = opened(&named, &row, recovery)?;
    fault(society, KeyOf::Recovery).unless_pair(recovery.clone(), named.recovery_key.as_deref())?;
    Ok(key)
}

/// The only place where a grant is opened.
fn opened(
    named: &entity::Model,
    row: &grant_entity::Model,
    holder: &SecretKey,
) -> Result<SocietyKey, KeyError> {
    let (society, part) = (named.id, row.part);
    let (secret, other) = holder.unwrap_key_and_note(binding(society, part), &row.wrapped_key)?;
    let half = |part| match part {
        Part::Open => named.open_key.as_deref(),
        Part::Archive => named.archive_key.as_deref(),
    };
    let other_stored = PublicKey::parse(half(part.other()).unwrap_or_default());
    Ok(SocietyKey {
        society,
        part,
        pair: fault(society, part.key_of()).unless_pair(secret, half(part))?,
        other_sealed: other.map(|key| PublicKey::parse(&key)).transpose()?,
        other_stored: other_stored.map_err(|_| fault(society, part.other().key_of()))?,
    })
}

/// The Society's keys, wrapped to the offline recovery key: for an export, which opens nothing itself.
pub async fn recovery_grants(
    db: &impl ConnectionTrait,
    society: SocietyId,
) -> Result<Vec<(Part, Vec<u8>)>, DbErr> {
    let rows = grant_entity::Entity::find()
        .filter(grant_entity::Column::SocietyId.eq(society))
        .filter(grant_entity::Column::StaffId.is_null())
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.part, row.wrapped_key)).collect())
}

/// Seals a Society key to a person, replacing an older grant, or to the recovery key.
pub async fn grant(
    db: &impl ConnectionTrait,
    key: &SocietyKey,
    to: To<'_>,
    (by, now): (StaffId, Moment),
) -> Result<(), KeyError> {
    let (society, part) = (key.society, key.part);
    let other = key.public(part.other())?;
    let wrapped = to.half(part)?.wrap_key_with_note(binding(society, part), &key.pair, other.as_str())?;
    let member = to.member();
    if let Some(to) = member {
        grant_entity::Entity::delete_many()
            .filter(grant_entity::Column::StaffId.eq(to))
            .filter(grant_entity::Column::Part.eq(part))
            .exec(db)
            .await?;
    }
    grant_entity::Entity::insert(grant_entity::ActiveModel {
        id: Set(chance::id()),
        society_id: Set(society),
        part: Set(part),
        staff_id: Set(member),
        wrapped_key: Set(wrapped),
        granted_by: Set(Some(by)),
        granted_at: Set(now.0),
        is_to_second: Set(member.is_some() && part.needs_second_key()),
    })
    .exec_without_returning(db)
    .await?;
    Ok(())
}

/// Seals older grants to their holder again: those that don't name the other key, and those that belong under the second key. From
/// then on, the public key that the database names today is the one that the holder trusts. The old wrapping is deleted.
pub async fn renew(
    db: &impl ConnectionTrait,
    society: SocietyId,
    member: KeyHolder<'_>,
    halves: &Halves,
) -> Result<(), KeyError> {
    for part in Part::ALL {
        let moves = part.needs_second_key();
        let Some(row) = find(db, society, part, Some(member.id)).await? else { continue };
        if row.is_to_second || (moves && halves.second.is_none()) {
            continue;
        }
        let key = opened(&named(db, society).await?, &row, member.key)?;
        if moves || key.other_sealed.is_none() {
            let by = (row.granted_by.unwrap_or(member.id), Moment(row.granted_at));
            grant(db, &key, To::Member(member.id, halves), by).await?;
        }
    }
    Ok(())
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

/// Whether the Society's keys were made.
pub async fn are_made(db: &impl ConnectionTrait, society: SocietyId) -> Result<bool, DbErr> {
    let row = entity::Entity::find_by_id(society).one(db).await?;
    Ok(row.is_some_and(|row| row.open_key.is_some()))
}

/// Eight digits that two people compare by voice before one seals a key to the other. They cover every key that something is
/// sealed to.
pub fn fingerprint(halves: &Halves) -> String {
    let second = halves.second.as_ref().map_or("", PublicKey::as_str);
    let hash = Sha256::new().chain_update(halves.first.as_str()).chain_update(second).finalize();
    let number = hash.iter().take(8).fold(0u64, |n, b| (n << 8) | u64::from(*b)) % 100_000_000;
    format!("{:04} {:04}", number / 10_000, number % 10_000)
}

/// The Society's row, which names its public keys.
async fn named(db: &impl ConnectionTrait, society: SocietyId) -> Result<entity::Model, KeyError> {
    entity::Entity::find_by_id(society).one(db).await?.ok_or(KeyError::NoKeys)
}

async fn find(
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

fn fault(society: SocietyId, key: KeyOf) -> Exchanged {
    Exchanged { society, key, record: society.into() }
}

fn binding(society: SocietyId, part: Part) -> Binding {
    // The part is bound too, so that an archive key can't be passed off as an open one.
    Binding {
        kind: Kind::SocietyKey,
        record: RecordId::from_u128(1 + u128::from(part == Part::Archive)),
        owner: society.into(),
    }
}
