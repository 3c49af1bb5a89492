//! The twelve digits that somebody reads to a colleague who gives them keys, and what binds their own keys until then.
//! Invariant: the digits cost one Argon2id to compute, so nobody makes keys with the same digits; and only a process that knows
//! the desk's secret can have written the keys that a colleague gives something to.

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::entity;
use crate::ids::StaffId;
use crate::sealing::{PublicKey, SecretKey, derive};
use crate::secrets::Secrets;
use crate::societies::keys::MEMBER_SIGNS;
use crate::stretching::{Busy, Stretching};

const SALT: &[u8] = b"kinlight/voice/1";
const TWELVE_DIGITS: u64 = 1_000_000_000_000;

/// A person's public keys: those that something is sealed to, and the one that they sign with.
#[derive(Clone, Debug)]
pub struct Keys {
    pub staff: StaffId,
    pub sealed_to: String,
    /// Empty for an account from before there were signatures.
    pub signs_with: String,
    /// Empty for everybody but administrators who have chosen their second passphrase.
    pub second: String,
}

impl Keys {
    /// As the database names them.
    pub fn of(row: &entity::Model) -> Keys {
        let [sealed_to, signs_with, second] = [&row.public_key, &row.signing_key, &row.second_public_key]
            .map(|key| key.clone().unwrap_or_default());
        Keys { staff: row.id, sealed_to, signs_with, second }
    }

    /// As their owner knows them, whatever the database says.
    pub fn own(staff: StaffId, first: &SecretKey, second: Option<&PublicKey>) -> Keys {
        Keys {
            staff,
            sealed_to: first.public().as_str().to_owned(),
            signs_with: first.signing(MEMBER_SIGNS).public().to_string(),
            second: second.map_or_else(String::new, |key| key.as_str().to_owned()),
        }
    }

    fn text(&self) -> String {
        format!("{}\n{}\n{}\n{}\n", self.staff, self.sealed_to, self.signs_with, self.second)
    }

    /// In fours, as people read them out.
    pub async fn digits(&self, pool: &Stretching) -> Result<String, Busy> {
        let stretched = pool.stretch(self.text().as_bytes(), SALT).await?;
        let number =
            stretched.iter().take(8).fold(0, |n: u64, byte| n << 8 | u64::from(*byte)) % TWELVE_DIGITS;
        let fours = [number / 100_000_000, number / 10_000 % 10_000, number % 10_000];
        Ok(fours.map(|four| format!("{four:04}")).join(" "))
    }

    pub fn mac(&self, secrets: &Secrets) -> Zeroizing<[u8; 32]> {
        derive(&secrets.desk[..], &format!("kinlight/newcomer\n{}", self.text()))
    }

    pub fn is_bound_by(&self, mac: &[u8], secrets: &Secrets) -> bool {
        self.mac(secrets).ct_eq(mac).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[tokio::test]
    async fn each_key_and_each_person_has_digits_and_a_mac_of_its_own() {
        let pool = Stretching::new(64, 1, Duration::from_mins(1));
        let (here, elsewhere) =
            (Secrets::from_bytes(&[1; 32], &[2; 32]), Secrets::from_bytes(&[1; 32], &[3; 32]));
        let keys = Keys {
            staff: StaffId::from_u128(1),
            sealed_to: "age1a".to_owned(),
            signs_with: "kinlight-key-1b".to_owned(),
            second: "age1c".to_owned(),
        };
        let digits = keys.digits(&pool).await.unwrap();
        assert_eq!(digits.len(), "1234 5678 9012".len(), "{digits}");
        assert_eq!(keys.digits(&pool).await.unwrap(), digits);
        let mac = keys.mac(&here);
        assert!(keys.is_bound_by(&mac[..], &here) && !keys.is_bound_by(&mac[..], &elsewhere));
        assert!(!keys.is_bound_by(&[], &here) && !keys.is_bound_by(&mac[..31], &here));
        for other in [
            Keys { staff: StaffId::from_u128(2), ..keys.clone() },
            Keys { sealed_to: "age1c".to_owned(), ..keys.clone() },
            Keys { signs_with: String::new(), ..keys.clone() },
            Keys { second: String::new(), ..keys.clone() },
            Keys { sealed_to: keys.second.clone(), second: keys.sealed_to.clone(), ..keys.clone() },
        ] {
            assert_ne!(other.digits(&pool).await.unwrap(), digits, "{other:?}");
            assert!(!other.is_bound_by(&mac[..], &here), "{other:?}");
        }
    }
}
