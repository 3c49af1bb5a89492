//! The Society's two keys, and who holds them. `open` is for the daily work; `archive` opens closed cases and is held by
//! Society administrators only, under their second key. A key is only stored wrapped to a person or to the offline recovery key.
//! Invariant: an opened key is the one that the signed key list names; in a Society without a root, the one that row and grant
//! name alike.

use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

use super::exchanged::{Exchanged, KeyOf};
pub use super::holders::{Halves, KeyHolder, MEMBER_SIGNS, To};
use super::key_list::KeyList;
use super::listed::Standing;
use super::{entity, grant_entity, grants};
use crate::audit::AuditError;
use crate::ids::{RecordId, SocietyId};
use crate::proofs::{ProofError, Proofs, Refused};
use crate::sealing::{Binding, KeyPair, Kind, PublicKey, SealError, SecretKey, Verified};
use crate::secrets::pins::PinError;

words! {
    pub enum Part {
        Open = "open",
        Archive = "archive",
        /// The root, which signs the key list; it wraps no case.
        Root = "root",
    }
}

// Administrators alone hold the archive key, so a part that this program does not understand opens nothing for others.
word_column!(Part, unknown: Archive);

impl Part {
    /// The two keys to which cases are wrapped.
    pub const OF_CASES: [Part; 2] = [Part::Open, Part::Archive];

    pub(super) fn other(self) -> Part {
        match self {
            Part::Open => Part::Archive,
            Part::Archive | Part::Root => Part::Open,
        }
    }

    /// Whether only a member's second key opens it, which signing in never gives. The match is exhaustive, so that a new key must
    /// be decided here.
    pub fn needs_second_key(self) -> bool {
        match self {
            Part::Open => false,
            Part::Archive | Part::Root => true,
        }
    }

    fn key_of(self) -> KeyOf {
        match self {
            Part::Open => KeyOf::Open,
            Part::Archive => KeyOf::Archive,
            Part::Root => KeyOf::Root,
        }
    }

    /// The key that the signed list names.
    fn listed(self, list: &Verified<KeyList>) -> Option<Verified<PublicKey>> {
        match self {
            Part::Open => Some(list.open()),
            Part::Archive => Some(list.archive()),
            Part::Root => None,
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
    /// The database has no root for the recovery key, or another one: the root's secret on the sheet is wanted.
    #[error("the root's secret on the recovery sheet is wanted")]
    RootWanted,
    #[error("this host's pin can't be written: {0}")]
    Pins(#[from] PinError),
    /// Somebody wrote the grant who was not this program, or put it back.
    #[error(transparent)]
    Refused(#[from] Refused),
    #[error(transparent)]
    Seal(#[from] SealError),
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error(transparent)]
    Audit(#[from] AuditError),
}

impl From<ProofError> for KeyError {
    fn from(error: ProofError) -> Self {
        match error {
            ProofError::Refused(refused) => refused.into(),
            ProofError::Audit(error) => error.into(),
        }
    }
}

/// One of the Society's keys, opened by a holder and compared with what is known of it.
pub struct SocietyKey {
    pub(super) society: SocietyId,
    pub(super) part: Part,
    pub(super) pair: KeyPair,
    /// The other key's public half, or who exchanged it.
    other: Result<Verified<PublicKey>, Exchanged>,
    /// False for an older grant, which does not name the other key in its seal.
    pub(super) is_noted: bool,
}

impl SocietyKey {
    /// A key that was made a moment ago.
    pub(super) fn made(
        society: SocietyId,
        part: Part,
        pair: KeyPair,
        other: Verified<PublicKey>,
    ) -> SocietyKey {
        SocietyKey { society, part, pair, other: Ok(other), is_noted: true }
    }

    pub fn pair(&self) -> &KeyPair {
        &self.pair
    }

    /// The public key of a part, for wrapping case keys.
    pub fn public(&self, part: Part) -> Result<Verified<PublicKey>, KeyError> {
        if part == self.part { Ok(self.pair.own()) } else { Ok(self.other.clone()?) }
    }
}

/// Opens the Society's key with a member's own key. A part that needs the second key is not held without it, and neither is one
/// that an older program sealed to the first key: choosing the second passphrase moves it.
pub async fn held_by(
    db: &impl ConnectionTrait,
    society: SocietyId,
    part: Part,
    member: KeyHolder<'_>,
) -> Result<SocietyKey, KeyError> {
    let (row, own) = member.grant_of(db, society, part).await?;
    let standing = member.standing(db, society).await?;
    if let Standing::Listed(list, _) = &standing {
        member.counts_in(list, (society, part))?;
    }
    opened(&named(db, society).await?, &row, own, &standing)
}

/// Opens the Society's key with the offline recovery key.
pub async fn recovered(
    db: &impl ConnectionTrait,
    society: SocietyId,
    part: Part,
    (recovery, standing, proofs): (&SecretKey, &Standing, &Proofs),
) -> Result<SocietyKey, KeyError> {
    let row = grants::find(db, society, part, None).await?.ok_or(KeyError::NoKeys)?;
    proofs.stands(db, society, &row).await?;
    let named = named(db, society).await?;
    let key = opened(&named, &row, recovery, standing)?;
    let fault = fault(society, KeyOf::Recovery);
    fault.unless_pair(recovery.clone(), named.recovery_key.as_deref())?;
    match standing {
        Standing::Listed(list, _) if list.recovery != recovery.public() => Err(fault.into()),
        _ => Ok(key),
    }
}

/// The only place where a grant is opened.
pub(super) fn opened(
    named: &entity::Model,
    row: &grant_entity::Model,
    holder: &SecretKey,
    standing: &Standing,
) -> Result<SocietyKey, KeyError> {
    let (society, part) = (named.id, row.part);
    if part == Part::Root {
        return Err(KeyError::NotHeld(part));
    }
    let (secret, note) = holder.unwrap_key_and_note(binding(society, part), &row.wrapped_key)?;
    let half = |part| match part {
        Part::Open => named.open_key.as_deref(),
        Part::Archive => named.archive_key.as_deref(),
        Part::Root => None,
    };
    let pair = fault(society, part.key_of()).unless_pair(secret, half(part))?;
    let other_fault = fault(society, part.other().key_of());
    let stored = PublicKey::parse(half(part.other()).unwrap_or_default()).map_err(|_| other_fault)?;
    let note = note.map(|key| PublicKey::parse(&key)).transpose()?;
    let is_noted = note.is_some();
    let other = match standing {
        Standing::Listed(list, _) => {
            if part.listed(list).is_none_or(|key| *key != pair.public()) {
                return Err(fault(society, part.key_of()).into());
            }
            part.other().listed(list).filter(|key| **key == stored).ok_or(other_fault)
        }
        Standing::Old if note.is_some_and(|note| note != stored) => Err(other_fault),
        Standing::Old => Ok(Verified::by_old_checks(stored)),
    };
    Ok(SocietyKey { society, part, pair, other, is_noted })
}

/// Whether the Society's keys were made.
pub async fn are_made(db: &impl ConnectionTrait, society: SocietyId) -> Result<bool, DbErr> {
    let row = entity::Entity::find_by_id(society).one(db).await?;
    Ok(row.is_some_and(|row| row.open_key.is_some()))
}

/// The Society's row, which names its public keys.
pub(super) async fn named(db: &impl ConnectionTrait, society: SocietyId) -> Result<entity::Model, KeyError> {
    entity::Entity::find_by_id(society).one(db).await?.ok_or(KeyError::NoKeys)
}

fn fault(society: SocietyId, key: KeyOf) -> Exchanged {
    Exchanged { society, key, record: society.into() }
}

pub(super) fn binding(society: SocietyId, part: Part) -> Binding {
    // The part is bound too, so that one key can't be passed off as another.
    Binding {
        kind: Kind::SocietyKey,
        record: RecordId::from_u128(match part {
            Part::Open => 1,
            Part::Archive => 2,
            Part::Root => 3,
        }),
        owner: society.into(),
    }
}
