//! A proof that is small enough for the detail of a line in the chain: for a line that itself lets somebody do something.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use super::Proofs;

/// 16 bytes in hex: as long as a detail may be.
const BYTES: usize = 16;

impl Proofs {
    /// The word that proves these parts, each of a fixed length, for this purpose. Nobody makes it without the desk's secret.
    pub fn word(&self, purpose: &str, parts: &[&[u8]]) -> String {
        // HMAC takes a key of any length.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(self.key.as_slice()) else { return String::new() };
        mac.update(b"kinlight-word 1");
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        for part in parts {
            mac.update(part);
        }
        let made: [u8; 32] = mac.finalize().into_bytes().into();
        made[..BYTES].iter().map(|byte| format!("{byte:02x}")).collect()
    }

    pub fn is_word(&self, word: &str, purpose: &str, parts: &[&[u8]]) -> bool {
        let right = self.word(purpose, parts);
        !right.is_empty() && bool::from(right.as_bytes().ct_eq(word.as_bytes()))
    }
}
