//! Derives three keys from a password: Argon2id over password and salt, then HKDF with the desk secret and one label each.
//! Without the desk secret, which is never in database or bucket, a stolen row allows no guessing.

use subtle::ConstantTimeEq;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::sealing::{SealError, SecretKey, derive};
use crate::secrets::KeyDerivation;
use crate::stretching::Busy;

/// The fewest characters of a password. A strength meter judges the rest (docs/decisions/0004-passwords-hang-on-the-desk-secret.md).
pub const LEAST_LENGTH: usize = 14;
/// Enough for any passphrase; a longer one would only cost hashing time.
pub const MOST_LENGTH: usize = 200;
/// zxcvbn's score for "safely unguessable: moderate protection from offline slow-hash scenario".
const LEAST_SCORE: zxcvbn::Score = zxcvbn::Score::Three;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    #[error("shorter than 14 characters")]
    TooShort,
    #[error("longer than 200 characters")]
    TooLong,
    #[error("easy to guess")]
    TooWeak,
}

/// A password that is good enough to set, in its normal form.
pub struct NewPassword(Zeroizing<String>);

impl NewPassword {
    pub fn parse(text: &str, sign_in_name: &str) -> Result<Self, PasswordError> {
        NewPassword::parse_beside(text, &[sign_in_name])
    }

    /// `known`: what a guesser tries first.
    pub fn parse_beside(text: &str, known: &[&str]) -> Result<Self, PasswordError> {
        let text = normal(text);
        let length = text.chars().count();
        if length < LEAST_LENGTH {
            return Err(PasswordError::TooShort);
        }
        if length > MOST_LENGTH {
            return Err(PasswordError::TooLong);
        }
        let known: Vec<&str> = known.iter().copied().chain(["kinlight"]).collect();
        if zxcvbn::zxcvbn(&text, &known).score() < LEAST_SCORE {
            return Err(PasswordError::TooWeak);
        }
        Ok(Self(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The forms in which a typed password may have been set: its normal form, and, for older ones, exactly as typed.
pub fn forms(typed: &str) -> Vec<Zeroizing<String>> {
    let mut forms = vec![normal(typed), Zeroizing::new(typed.to_owned())];
    forms.dedup();
    forms
}

/// Keyboards send an accent with its letter or apart, and some use full-width characters: NFKC makes them equal.
pub(super) fn normal(text: &str) -> Zeroizing<String> {
    Zeroizing::new(text.nfkc().collect())
}

/// The keys from a password.
pub struct Unlocked {
    verifier: Zeroizing<[u8; 32]>,
    /// Wraps the staff key.
    pub wrapping: SecretKey,
    /// Seals the TOTP secret.
    pub second_factor: SecretKey,
}

impl Unlocked {
    pub async fn from_password(
        password: &str,
        salt: &[u8],
        KeyDerivation { secrets, pool }: KeyDerivation<'_>,
    ) -> Result<Unlocked, UnlockError> {
        let stretched = pool.stretch(password.as_bytes(), salt).await?;
        let root = Zeroizing::new([stretched.as_slice(), secrets.desk.as_slice()].concat());
        Ok(Unlocked {
            verifier: derive(&root, "kinlight/verifier"),
            wrapping: SecretKey::from_bytes(&derive(&root, "kinlight/staff-key"))?,
            second_factor: SecretKey::from_bytes(&derive(&root, "kinlight/totp"))?,
        })
    }

    pub fn verifier(&self) -> Vec<u8> {
        self.verifier.to_vec()
    }

    pub fn matches(&self, stored: &[u8]) -> bool {
        self.verifier.ct_eq(stored).into()
    }
}

/// The key from a second passphrase, which wraps a member's second key.
pub async fn second_wrapping(
    passphrase: &str,
    salt: &[u8],
    KeyDerivation { secrets, pool }: KeyDerivation<'_>,
) -> Result<SecretKey, UnlockError> {
    let stretched = pool.stretch(passphrase.as_bytes(), salt).await?;
    let root = Zeroizing::new([stretched.as_slice(), secrets.desk.as_slice()].concat());
    Ok(SecretKey::from_bytes(&derive(&root, "kinlight/second-key"))?)
}

#[derive(Debug, Clone, Copy, thiserror::Error)]
pub enum UnlockError {
    #[error(transparent)]
    Busy(#[from] Busy),
    #[error(transparent)]
    Seal(#[from] SealError),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_must_be_long_and_hard_to_guess() {
        let cases = [
            ("short", Some(PasswordError::TooShort)),
            ("aaaaaaaaaaaaaaaa", Some(PasswordError::TooWeak)),
            ("passwordpassword", Some(PasswordError::TooWeak)),
            ("tulip orbit candle gravel", None),
        ];
        for (text, expected) in cases {
            assert_eq!(NewPassword::parse(text, "mira").err(), expected, "{text}");
        }
        assert_eq!(NewPassword::parse(&"x1!".repeat(90), "mira").err(), Some(PasswordError::TooLong));
    }

    #[test]
    fn the_same_password_matches_however_the_keyboard_encodes_it() {
        let composed = "caf\u{e9} z\u{fc}rich lanterne 42";
        let set = NewPassword::parse("cafe\u{301} zu\u{308}rich lanterne \u{ff14}\u{ff12}", "mira").unwrap();
        assert_eq!(set.as_str(), composed);
        assert_eq!(forms(composed).len(), 1, "a password in normal form is hashed only once");
        let apart = forms("cafe\u{301} 42");
        assert_eq!(
            apart.iter().map(|form| form.as_str()).collect::<Vec<_>>(),
            ["caf\u{e9} 42", "cafe\u{301} 42"]
        );
    }
}
