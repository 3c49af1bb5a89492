//! The Society's two keys, and who holds them. `open` serves the daily work; `archive` opens closed cases and is held
//! by Society administrators alone. A key is only ever stored wrapped to a person or to the offline recovery key.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, sea_query::Expr,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{entity, grant_entity};
use crate::chance;
use crate::clock::Moment;
use crate::sealing::{Binding, Kind, PublicKey, SealError, SecretKey};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Open,
    Archive,
}

impl Part {
    pub const BOTH: [Part; 2] = [Part::Open, Part::Archive];

    pub fn code(self) -> &'static str {
        match self {
            Part::Open => "open",
            Part::Archive => "archive",
        }
    }

    pub fn parse(code: &str) -> Part {
        if code == "open" { Part::Open } else { Part::Archive }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// No grant: a colleague has to seal the key first, or the role doesn't hold it.
    #[error("this person does not hold the Society's {} key", .0.code())]
    NotHeld(Part),
    #[error("the Society has no keys yet")]
    NoKeys,
    #[error("the Society has keys already")]
    HasKeys,
    #[error(transparent)]
    Seal(#[from] SealError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Makes both keys in the first administrator's session. Returns the recovery key's text, which is shown once,
/// printed, and kept offline: it is not stored anywhere.
pub async fn make(
    db: &impl ConnectionTrait,
    society: Uuid,
    (administrator, own_key): (Uuid, &SecretKey),
    now: Moment,
) -> Result<Zeroizing<String>, KeyError> {
    let recovery = SecretKey::generate();
    let keys = Part::BOTH.map(|part| (part, SecretKey::generate()));
    let text = |part: Part| {
        let (_, key) = &keys[usize::from(part == Part::Archive)];
        key.public().as_str().to_owned()
    };
    let changed = entity::Entity::update_many()
        .col_expr(entity::Column::OpenKey, Expr::value(text(Part::Open)))
        .col_expr(entity::Column::ArchiveKey, Expr::value(text(Part::Archive)))
        .col_expr(entity::Column::RecoveryKey, Expr::value(recovery.public().as_str()))
        .filter(entity::Column::Id.eq(society))
        .filter(entity::Column::OpenKey.is_null())
        .exec(db)
        .await?;
    if changed.rows_affected != 1 {
        return Err(KeyError::HasKeys);
    }
    for (part, key) in &keys {
        grant(db, society, (*part, key), (Some(administrator), &own_key.public()), (administrator, now))
            .await?;
        grant(db, society, (*part, key), (None, &recovery.public()), (administrator, now)).await?;
    }
    Ok(recovery.to_text())
}

/// Opens the Society's key with a member's own.
pub async fn held_by(
    db: &impl ConnectionTrait,
    society: Uuid,
    part: Part,
    (staff, own_key): (Uuid, &SecretKey),
) -> Result<SecretKey, KeyError> {
    let row = find(db, society, part, Some(staff)).await?.ok_or(KeyError::NotHeld(part))?;
    Ok(own_key.unwrap_key(binding(society, part), &row.wrapped_key)?)
}

/// Opens the Society's key with the offline recovery key.
pub async fn recovered(
    db: &impl ConnectionTrait,
    society: Uuid,
    part: Part,
    recovery: &SecretKey,
) -> Result<SecretKey, KeyError> {
    let row = find(db, society, part, None).await?.ok_or(KeyError::NoKeys)?;
    Ok(recovery.unwrap_key(binding(society, part), &row.wrapped_key)?)
}

/// The Society keys as the offline recovery key opens them: for an export, which itself opens nothing.
pub async fn recovery_grants(
    db: &impl ConnectionTrait,
    society: Uuid,
) -> Result<Vec<(Part, Vec<u8>)>, DbErr> {
    let rows = grant_entity::Entity::find()
        .filter(grant_entity::Column::SocietyId.eq(society))
        .filter(grant_entity::Column::StaffId.is_null())
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (Part::parse(&row.part), row.wrapped_key)).collect())
}

/// Seals a Society key to a person (or, with `None`, to the recovery key), replacing an older grant.
pub async fn grant(
    db: &impl ConnectionTrait,
    society: Uuid,
    (part, key): (Part, &SecretKey),
    (to, to_key): (Option<Uuid>, &PublicKey),
    (by, now): (Uuid, Moment),
) -> Result<(), KeyError> {
    let wrapped = to_key.wrap_key(binding(society, part), key)?;
    if let Some(to) = to {
        grant_entity::Entity::delete_many()
            .filter(grant_entity::Column::StaffId.eq(to))
            .filter(grant_entity::Column::Part.eq(part.code()))
            .exec(db)
            .await?;
    }
    grant_entity::Entity::insert(grant_entity::ActiveModel {
        id: Set(chance::id()),
        society_id: Set(society),
        part: Set(part.code().to_owned()),
        staff_id: Set(to),
        wrapped_key: Set(wrapped),
        granted_by: Set(Some(by)),
        granted_at: Set(now.0),
    })
    .exec_without_returning(db)
    .await?;
    Ok(())
}

/// Takes every Society key from a person.
pub async fn take_from(db: &impl ConnectionTrait, staff: Uuid) -> Result<(), DbErr> {
    grant_entity::Entity::delete_many().filter(grant_entity::Column::StaffId.eq(staff)).exec(db).await?;
    Ok(())
}

/// The public half, to which case keys are wrapped.
pub async fn public(db: &impl ConnectionTrait, society: Uuid, part: Part) -> Result<PublicKey, KeyError> {
    let row = entity::Entity::find_by_id(society).one(db).await?.ok_or(KeyError::NoKeys)?;
    let text = match part {
        Part::Open => row.open_key,
        Part::Archive => row.archive_key,
    };
    Ok(PublicKey::parse(&text.ok_or(KeyError::NoKeys)?)?)
}

/// Eight digits that two people compare by voice before one seals a key to the other.
pub fn fingerprint(key: &PublicKey) -> String {
    let hash = Sha256::digest(key.as_str().as_bytes());
    let number = hash.iter().take(8).fold(0u64, |n, b| (n << 8) | u64::from(*b)) % 100_000_000;
    format!("{:04} {:04}", number / 10_000, number % 10_000)
}

async fn find(
    db: &impl ConnectionTrait,
    society: Uuid,
    part: Part,
    staff: Option<Uuid>,
) -> Result<Option<grant_entity::Model>, DbErr> {
    let found = grant_entity::Entity::find()
        .filter(grant_entity::Column::SocietyId.eq(society))
        .filter(grant_entity::Column::Part.eq(part.code()));
    match staff {
        Some(staff) => found.filter(grant_entity::Column::StaffId.eq(staff)).one(db).await,
        None => found.filter(grant_entity::Column::StaffId.is_null()).one(db).await,
    }
}

fn binding(society: Uuid, part: Part) -> Binding {
    // The part is bound as well: an archive key must not pass for an open one.
    Binding {
        kind: Kind::SocietyKey,
        record: Uuid::from_u128(1 + u128::from(part == Part::Archive)),
        owner: society,
    }
}
