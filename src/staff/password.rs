//! From a password to three keys: Argon2id over password and salt, then HKDF with the desk secret, one label each.
//! Without the desk secret, which is never in database or bucket, a stolen row allows no guess.

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::sealing::{SealError, SecretKey, derive};
use crate::secrets::Secrets;
use crate::stretching::{Busy, Stretching};

/// design.md, "Unlocking": at least 14 characters, by a strength meter.
pub const LEAST_LENGTH: usize = 14;
/// Long enough for any passphrase; more would only feed the hash.
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

/// A password that may be set.
pub struct NewPassword(Zeroizing<String>);

impl NewPassword {
    pub fn parse(text: &str, sign_in_name: &str) -> Result<Self, PasswordError> {
        let length = text.chars().count();
        if length < LEAST_LENGTH {
            return Err(PasswordError::TooShort);
        }
        if length > MOST_LENGTH {
            return Err(PasswordError::TooLong);
        }
        if zxcvbn::zxcvbn(text, &[sign_in_name, "kinlight"]).score() < LEAST_SCORE {
            return Err(PasswordError::TooWeak);
        }
        Ok(Self(Zeroizing::new(text.to_owned())))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a password unlocks.
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
        secrets: &Secrets,
        pool: &Stretching,
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
}
