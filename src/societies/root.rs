//! A Society's root: the key that signs its key list. The sheet of paper has a secret from which the root follows; administrators
//! hold the root alone, so that no list of theirs passes for one of the sheet's.

use sea_orm::ConnectionTrait;
use zeroize::Zeroizing;

use super::exchanged::KeyOf;
use super::key_list::Hand;
use super::keys::{self, KeyError, KeyHolder, Part, To};
use super::listed::fault;
use super::{grant_entity, grants};
use crate::clock::Moment;
use crate::ids::{SocietyId, StaffId};
use crate::sealing::{KeyPair, Pinned, PublicKey, Root, SealError, SecretKey, SigningKey, Verified};

/// What the printed secret begins with; the recovery key beside it begins otherwise.
const HRP: &str = "kinlight-root-";

/// The secret on the sheet of paper; the database has it wrapped to the recovery key alone.
pub struct SheetSecret(SecretKey);

impl SheetSecret {
    pub fn generate() -> SheetSecret {
        SheetSecret(SecretKey::generate())
    }

    /// `KINLIGHT-ROOT-1…`, for the sheet.
    pub fn to_text(&self) -> Result<Zeroizing<String>, SealError> {
        let bytes = bech32::decode(&self.0.to_text()).map_err(|_| SealError::NotAKey)?.1;
        let hrp = bech32::Hrp::parse(HRP).map_err(|_| SealError::NotAKey)?;
        let text = bech32::encode_upper::<bech32::Bech32>(hrp, &Zeroizing::new(bytes));
        text.map(Zeroizing::new).map_err(|_| SealError::NotAKey)
    }

    pub fn parse(text: &str) -> Result<SheetSecret, SealError> {
        let (hrp, bytes) = bech32::decode(text.trim()).map_err(|_| SealError::NotAKey)?;
        let bytes: [u8; 32] = Zeroizing::new(bytes).as_slice().try_into().map_err(|_| SealError::NotAKey)?;
        if hrp.to_lowercase() != HRP {
            return Err(SealError::NotAKey);
        }
        SecretKey::from_bytes(&Zeroizing::new(bytes)).map(SheetSecret)
    }

    pub(super) fn signing(&self) -> SigningKey {
        self.0.signing("kinlight/sheet")
    }

    pub(super) fn root(&self) -> Result<SecretKey, SealError> {
        self.0.derived("kinlight/root")
    }
}

pub(super) fn signing(root: &SecretKey) -> SigningKey {
    root.signing("kinlight/root-signing")
}

/// The root in the hand of somebody who may use it, compared with the pin of this host.
pub struct HeldRoot {
    pub(super) society: SocietyId,
    pub(super) key: SecretKey,
    pub(super) pinned: Pinned<Root>,
    pub(super) hand: Hand,
    pub(super) own: SigningKey,
}

impl HeldRoot {
    pub(super) fn signing(&self) -> SigningKey {
        signing(&self.key)
    }
}

/// Opens the root with an administrator's second key. Without it, the root is not held.
pub async fn held_by(
    db: &impl ConnectionTrait,
    society: SocietyId,
    member: KeyHolder<'_>,
) -> Result<HeldRoot, KeyError> {
    let (row, pair) = member.grant_of(db, society, Part::Root).await?;
    opened(&row, pair, member)
}

/// The root of a grant to the first key, as older programs sealed it: only to be sealed again.
pub(super) fn from_before(row: &grant_entity::Model, member: KeyHolder<'_>) -> Result<HeldRoot, KeyError> {
    opened(row, member.key, member)
}

fn opened(row: &grant_entity::Model, pair: &KeyPair, member: KeyHolder<'_>) -> Result<HeldRoot, KeyError> {
    let society = row.society_id;
    let pinned = member.pins.of(society).map_err(|error| fault(society, KeyOf::Root, error))?;
    let pinned = pinned.ok_or(KeyError::NotHeld(Part::Root))?;
    let key = pair.unwrap_key(keys::binding(society, Part::Root), &row.wrapped_key)?;
    HeldRoot { society, key, pinned, hand: Hand::Member(member.id), own: member.signing() }.checked()
}

/// The root that follows from the sheet: from its typed secret, or from the recovery key, to which the database has it wrapped.
pub async fn on_sheet(
    db: &impl ConnectionTrait,
    pinned: Pinned<Root>,
    recovery: &SecretKey,
    typed: Option<SheetSecret>,
) -> Result<HeldRoot, KeyError> {
    let society = pinned.society;
    let sheet = match typed {
        Some(sheet) => sheet,
        None => {
            let row = grants::find(db, society, Part::Root, None).await?.ok_or(KeyError::RootWanted)?;
            let opened = recovery.unwrap_key(keys::binding(society, Part::Root), &row.wrapped_key);
            SheetSecret(opened.map_err(|_| KeyError::RootWanted)?)
        }
    };
    HeldRoot { society, key: sheet.root()?, pinned, hand: Hand::Sheet, own: sheet.signing() }.checked()
}

impl HeldRoot {
    /// Another root than the pinned one would sign lists that no host believes.
    fn checked(self) -> Result<HeldRoot, KeyError> {
        match self.signing().public() == self.pinned.key {
            true => Ok(self),
            false if self.hand == Hand::Sheet => Err(KeyError::RootWanted),
            false => Err(fault(self.society, KeyOf::Root, "the root in a grant is not the pinned one")),
        }
    }

    /// Gives the root to an administrator. The grant opens nothing until it is proved.
    pub async fn grant(
        &self,
        db: &impl ConnectionTrait,
        to: To<'_>,
        by: (StaffId, Moment),
    ) -> Result<grant_entity::Model, KeyError> {
        let wrapped = to.half(Part::Root)?.wrap_key(keys::binding(self.society, Part::Root), &self.key)?;
        grants::put(db, (self.society, Part::Root), (to.member(), wrapped), by).await
    }
}

/// Wraps the sheet's secret to the recovery key.
pub(super) async fn keep_sheet(
    db: &impl ConnectionTrait,
    society: SocietyId,
    sheet: &SheetSecret,
    recovery: &Verified<PublicKey>,
    by: (StaffId, Moment),
) -> Result<grant_entity::Model, KeyError> {
    let wrapped = recovery.wrap_key(keys::binding(society, Part::Root), &sheet.0)?;
    grants::put(db, (society, Part::Root), (None, wrapped), by).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_printed_secret_leads_to_the_root_and_the_root_not_back() {
        let sheet = SheetSecret::generate();
        let text = sheet.to_text().unwrap();
        assert!(text.starts_with("KINLIGHT-ROOT-1"), "{}", &text[..20]);
        let typed = SheetSecret::parse(&format!("{}\n", text.as_str())).unwrap();
        let root = |sheet: &SheetSecret| signing(&sheet.root().unwrap()).public();
        assert_eq!(root(&sheet), root(&typed));
        assert_eq!(sheet.signing().public(), typed.signing().public());
        let held = sheet.root().unwrap();
        assert_ne!(held.signing("kinlight/sheet").public(), sheet.signing().public());
        let recovery = SecretKey::generate();
        let slip = text.replace("KINLIGHT-ROOT-1Q", "KINLIGHT-ROOT-1P");
        let wrong = if slip == *text { text.replace("-ROOT-1", "-ROOT-1Q") } else { slip };
        for wrong in [wrong.as_str(), recovery.to_text().as_str(), "", &text[1..]] {
            assert!(SheetSecret::parse(wrong).is_err(), "{}", wrong.len());
        }
    }
}
