//! The holders of a Society's keys: a member with their own keys, and to whom a grant is sealed. Invariant: a grant is sealed to
//! verified keys alone, and one that needs the second key is opened by nothing else.

use sea_orm::ConnectionTrait;
use time::Date;

use super::exchanged::{Exchanged, KeyOf};
use super::grant_entity;
use super::grants;
use super::key_list::KeyList;
use super::keys::{KeyError, Part};
use super::listed::{self, Standing};
use crate::ids::{SocietyId, StaffId};
use crate::proofs::Proofs;
use crate::sealing::{KeyPair, PublicKey, SigningKey, Verified};
use crate::secrets::Pins;
use crate::secrets::pins::SeenList;

/// A member who opens a Society's key with their own.
#[derive(Clone, Copy)]
pub struct KeyHolder<'k> {
    pub id: StaffId,
    pub key: &'k KeyPair,
    pub proofs: &'k Proofs,
    /// Only in a request in which the second passphrase was typed.
    pub second: Option<&'k KeyPair>,
    /// What this host and this member know of the Society's root and its lists.
    pub pins: &'k Pins,
    pub seen: Option<SeenList>,
    pub today: Date,
}

/// The public halves of a member's own keys.
#[derive(Clone, Debug)]
pub struct Halves {
    pub first: Verified<PublicKey>,
    pub second: Option<Verified<PublicKey>>,
}

/// To whom a grant is sealed.
#[derive(Clone, Copy)]
pub enum To<'k> {
    Member(StaffId, &'k Halves),
    /// The offline recovery key.
    Recovery(&'k Verified<PublicKey>),
}

impl To<'_> {
    pub(super) fn half(&self, part: Part) -> Result<&Verified<PublicKey>, KeyError> {
        match self {
            To::Member(_, halves) if part.needs_second_key() => {
                halves.second.as_ref().ok_or(KeyError::NoSecondKey)
            }
            To::Member(_, halves) => Ok(&halves.first),
            To::Recovery(key) => Ok(key),
        }
    }

    pub(super) fn member(&self) -> Option<StaffId> {
        match self {
            To::Member(id, _) => Some(*id),
            To::Recovery(_) => None,
        }
    }
}

impl<'k> KeyHolder<'k> {
    /// The public halves of the keys at hand.
    pub fn halves(&self) -> Halves {
        Halves { first: self.key.own(), second: self.second.map(|second| second.own()) }
    }

    pub fn signing(&self) -> SigningKey {
        self.key.signing(MEMBER_SIGNS)
    }

    pub async fn standing(
        &self,
        db: &impl ConnectionTrait,
        society: SocietyId,
    ) -> Result<Standing, KeyError> {
        listed::standing(db, society, (self.pins, self.seen)).await
    }

    /// The member's grant of this part, and the pair that opens it.
    pub(super) async fn grant_of(
        &self,
        db: &impl ConnectionTrait,
        society: SocietyId,
        part: Part,
    ) -> Result<(grant_entity::Model, &'k KeyPair), KeyError> {
        let pair = if part.needs_second_key() { self.second } else { Some(self.key) };
        let row = grants::find(db, society, part, Some(self.id)).await?;
        let row = row.ok_or(KeyError::NotHeld(part))?;
        self.proofs.stands(db, society, &row).await?;
        let pair = pair.filter(|_| row.is_to_second == part.needs_second_key());
        Ok((row, pair.ok_or(KeyError::NotHeld(part))?))
    }

    /// The list counts where it is narrower than the row: nobody comes back, stays longer or rises by a row alone.
    pub(super) fn counts_in(
        &self,
        list: &KeyList,
        (society, part): (SocietyId, Part),
    ) -> Result<(), KeyError> {
        let member = list.members.get(&self.id).filter(|member| member.until >= self.today);
        let member = member.filter(|member| part == Part::Open || member.is_administrator());
        match member {
            None => Err(KeyError::NotHeld(part)),
            Some(member) if member.key != self.key.public() => {
                Err(Exchanged { society, key: KeyOf::Staff, record: self.id.into() }.into())
            }
            Some(_) => Ok(()),
        }
    }
}

/// From a member's own key follows the one that they sign with.
pub const MEMBER_SIGNS: &str = "kinlight/staff-signing";
