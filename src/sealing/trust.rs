//! Signatures, and the types of what they prove. Invariant: a `Verified` value comes from something that a pinned root signed,
//! from a secret that is at hand, from digits that were just compared by voice, or, in a Society without a root, from the checks
//! of before; a key that only the database names never becomes one, and no secret key is wrapped to anything else.

use std::ops::Deref;

use ed25519_dalek::{Signature, Signer, VerifyingKey};
use sha2::{Digest, Sha256};

use super::{Binding, PublicKey, SealError, SecretKey, TokenKey, derive};
use crate::ids::SocietyId;

/// What a verifying key begins with, in text: Bech32, so that a slip of the pen shows.
const HRP: &str = "kinlight-key-";
const WITNESS: &str = "second-public-key";

/// Signs for a Society, a sheet of paper or a member. Never printed; wiped when dropped.
pub struct SigningKey(ed25519_dalek::SigningKey);

/// The public half of a [`SigningKey`], in text `kinlight-key-1…`.
#[derive(Clone, PartialEq, Eq)]
pub struct VerifyKey(VerifyingKey);

/// These bytes were not signed with this key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the signature is not this key's")]
pub struct NotSigned;

impl SecretKey {
    /// A signing key that follows from this secret; a different label gives a different key.
    pub fn signing(&self, label: &str) -> SigningKey {
        SigningKey(ed25519_dalek::SigningKey::from_bytes(&derive(self.to_text().as_bytes(), label)))
    }

    /// A secret key that follows from this one and does not lead back to it.
    pub fn derived(&self, label: &str) -> Result<SecretKey, SealError> {
        SecretKey::from_bytes(&derive(self.to_text().as_bytes(), label))
    }

    /// This secret's own public half: nobody can have exchanged it.
    pub fn own(&self) -> Verified<PublicKey> {
        Verified(self.public())
    }

    /// A seal of another public half of the same person, which only the holder of this secret makes or opens.
    pub fn witness(&self, other: &PublicKey) -> Vec<u8> {
        self.witnesses().seal_bytes(WITNESS, other.as_str().as_bytes())
    }

    /// What the holder of this secret had sealed so.
    pub fn witnessed(&self, seal: &[u8]) -> Option<Verified<PublicKey>> {
        let plain = self.witnesses().open_bytes(WITNESS, seal)?;
        PublicKey::parse(std::str::from_utf8(&plain).ok()?).ok().map(Verified)
    }

    fn witnesses(&self) -> TokenKey {
        TokenKey::derived(self.to_text().as_bytes(), "kinlight/second-witness")
    }

    /// Wraps another secret key to this one's holder.
    pub fn wrap_key(&self, binding: Binding, key: &SecretKey) -> Result<Vec<u8>, SealError> {
        self.own().wrap_key(binding, key)
    }
}

impl SigningKey {
    /// A signing key that follows from a secret of this host; a different label gives a different key.
    pub fn derived(secret: &[u8], label: &str) -> SigningKey {
        SigningKey(ed25519_dalek::SigningKey::from_bytes(&derive(secret, label)))
    }

    pub fn public(&self) -> VerifyKey {
        VerifyKey(self.0.verifying_key())
    }

    /// The bytes begin with a line that names their purpose, so that a signature serves one purpose.
    pub fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        self.0.sign(bytes).to_bytes().to_vec()
    }
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SigningKey(…)")
    }
}

impl VerifyKey {
    pub fn parse(text: &str) -> Result<VerifyKey, SealError> {
        let (hrp, bytes) = bech32::decode(text.trim()).map_err(|_| SealError::NotAKey)?;
        let bytes: [u8; 32] = bytes.try_into().map_err(|_| SealError::NotAKey)?;
        let key = VerifyingKey::from_bytes(&bytes).map_err(|_| SealError::NotAKey)?;
        // A weak key has signatures that fit many texts.
        if hrp.as_str() != HRP || key.is_weak() { Err(SealError::NotAKey) } else { Ok(VerifyKey(key)) }
    }

    pub fn check(&self, bytes: &[u8], signature: &[u8]) -> Result<(), NotSigned> {
        let signature = Signature::from_slice(signature).map_err(|_| NotSigned)?;
        self.0.verify_strict(bytes, &signature).map_err(|_| NotSigned)
    }
}

impl std::fmt::Display for VerifyKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = bech32::Hrp::parse(HRP)
            .ok()
            .and_then(|hrp| bech32::encode::<bech32::Bech32>(hrp, self.0.as_bytes()).ok());
        f.write_str(&text.unwrap_or_default())
    }
}

impl std::fmt::Debug for VerifyKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "VerifyKey({self})")
    }
}

/// The public half of a Society's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    pub society: SocietyId,
    pub key: VerifyKey,
}

/// What this host's own pin file says, which no database can change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pinned<T>(T);

impl Pinned<Root> {
    /// For the reader of the pin file alone.
    pub fn on_this_host(root: Root) -> Pinned<Root> {
        Pinned(root)
    }

    /// The bytes, if the root signed them.
    pub fn verify<'b>(&self, bytes: &'b [u8], signature: &[u8]) -> Result<Verified<&'b [u8]>, NotSigned> {
        self.0.key.check(bytes, signature).map(|()| Verified(bytes))
    }

    /// The bytes, if they were verified before with this same root, and their hash was kept.
    pub fn recall<'b>(&self, bytes: &'b [u8], hash: [u8; 32]) -> Option<Verified<&'b [u8]>> {
        (self.hash_of(bytes) == hash).then_some(Verified(bytes))
    }

    /// The hash by which bytes that this root signed are known again.
    pub fn hash_of(&self, bytes: &[u8]) -> [u8; 32] {
        Sha256::new().chain_update(self.0.key.0.as_bytes()).chain_update(bytes).finalize().into()
    }
}

impl<T> Deref for Pinned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// A value that is not only the database's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified<T>(T);

impl<T> Verified<T> {
    /// What a verified value says.
    pub fn says<U>(&self, read: impl FnOnce(&T) -> U) -> Verified<U> {
        Verified(read(&self.0))
    }

    /// The same for what may be unreadable or absent.
    pub fn may_say<U, E>(&self, read: impl FnOnce(&T) -> Result<U, E>) -> Result<Verified<U>, E> {
        read(&self.0).map(Verified)
    }
}

impl Verified<PublicKey> {
    /// For a Society that has no root yet: the key passed the checks of before, which compare the database with a member's
    /// grants or with what two people read to each other.
    pub fn by_old_checks(key: PublicKey) -> Verified<PublicKey> {
        Verified(key)
    }

    /// Two people have read the digits of the holder's keys to each other a moment ago, this one among them.
    pub fn by_voice(key: PublicKey) -> Verified<PublicKey> {
        Verified(key)
    }
}

impl<T> Deref for Verified<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_one_keys_for_one_text() {
        let secret = SecretKey::generate();
        let (root, other) = (secret.signing("root"), secret.signing("sheet"));
        let signature = root.sign(b"list 1\n");
        assert_eq!(root.public().check(b"list 1\n", &signature), Ok(()));
        for (key, text, signature) in [
            (&root, "list 2\n", signature.clone()),
            (&other, "list 1\n", signature.clone()),
            (&root, "list 1\n", signature[..63].to_vec()),
            (&root, "list 1\n", vec![0; 64]),
            (&root, "list 1\n", Vec::new()),
        ] {
            assert_eq!(key.public().check(text.as_bytes(), &signature), Err(NotSigned), "{text}");
        }
        assert_eq!(format!("{root:?}"), "SigningKey(…)");
    }

    #[test]
    fn a_witness_is_its_own_holders_word() {
        let (first, second) = (SecretKey::generate(), SecretKey::generate().public());
        let seal = first.witness(&second);
        assert_eq!(first.witnessed(&seal).as_deref(), Some(&second));
        let other = SecretKey::generate();
        assert_eq!(other.witnessed(&seal), None);
        assert_eq!(first.witnessed(&other.witness(&second)), None);
        assert_eq!(first.witnessed(&[]), None);
    }

    #[test]
    fn a_verifying_key_as_people_copy_it() {
        let key = SecretKey::generate().signing("root").public();
        let text = key.to_string();
        assert!(text.starts_with("kinlight-key-1"), "{text}");
        assert_eq!(VerifyKey::parse(&format!(" {text}\n")), Ok(key));
        let slip = if text.ends_with('q') { "p" } else { "q" };
        let slipped = format!("{}{slip}", &text[..text.len() - 1]);
        let age = SecretKey::generate().public();
        let zeros = bech32::encode::<bech32::Bech32>(bech32::Hrp::parse(HRP).unwrap(), &[0; 32]).unwrap();
        for wrong in ["", "kinlight-key-1", &slipped, age.as_str(), &text[1..], &zeros] {
            assert_eq!(VerifyKey::parse(wrong), Err(SealError::NotAKey), "{wrong}");
        }
    }

    #[test]
    fn a_host_knows_what_it_has_verified() {
        let root = SecretKey::generate().signing("root");
        let pinned = Pinned::on_this_host(Root { society: SocietyId::from_u128(1), key: root.public() });
        let verified = pinned.verify(b"list\n", &root.sign(b"list\n")).unwrap();
        assert_eq!(verified.len(), 5);
        let hash = pinned.hash_of(b"list\n");
        assert!(pinned.recall(b"list\n", hash).is_some() && pinned.recall(b"mist\n", hash).is_none());
        let other = SecretKey::generate().signing("root").public();
        let other = Pinned::on_this_host(Root { key: other, ..pinned.0.clone() });
        assert!(other.recall(b"list\n", hash).is_none(), "verified with another root");
        assert!(pinned.verify(b"mist\n", &root.sign(b"list\n")).is_err());
    }
}
