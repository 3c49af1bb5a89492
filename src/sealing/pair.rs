//! Secret keys with the public key that the database names beside them. Invariant: an opened secret is used only as a pair, and
//! a pair exists only if both halves match; so nothing is ever sealed to a public key that somebody exchanged.

use std::ops::Deref;

use super::{PublicKey, SecretKey};

/// A secret key that matches the public key beside it.
#[derive(Clone, Debug)]
pub struct KeyPair(SecretKey);

/// The public key beside the secret belongs to another secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the public key is not this secret key's")]
pub struct NotAPair;

impl KeyPair {
    /// A new pair: there is nothing to compare it with yet.
    pub fn generate() -> KeyPair {
        KeyPair(SecretKey::generate())
    }

    /// `beside`: the public key in the row.
    pub fn checked(secret: SecretKey, beside: &str) -> Result<KeyPair, NotAPair> {
        if secret.public().as_str() == beside { Ok(KeyPair(secret)) } else { Err(NotAPair) }
    }

    pub fn public(&self) -> PublicKey {
        self.0.public()
    }
}

impl Deref for KeyPair {
    type Target = SecretKey;

    fn deref(&self) -> &SecretKey {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_a_pair_with_its_own_public_half_alone() {
        let (own, other) = (SecretKey::generate(), SecretKey::generate().public());
        let beside = own.public();
        assert_eq!(KeyPair::checked(own.clone(), beside.as_str()).unwrap().public(), beside);
        for wrong in [other.as_str(), "", &beside.as_str().to_uppercase(), "age1"] {
            assert_eq!(KeyPair::checked(own.clone(), wrong).unwrap_err(), NotAPair, "{wrong}");
        }
    }
}
