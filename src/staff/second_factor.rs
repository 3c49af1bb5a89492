//! One-time codes (RFC 6238: SHA-1, 6 digits, 30 seconds, one step either way). A code works once: its step is stored, and a
//! code of that step or an earlier one is refused.

use totp_rs::{Algorithm, Builder, Secret, Totp};
use zeroize::Zeroizing;

use crate::chance;
use crate::clock::Moment;
use crate::digits::code_digits;

/// 20 random bytes, as RFC 4226 recommends.
#[derive(Clone)]
pub struct TotpSecret(Zeroizing<Vec<u8>>);

impl TotpSecret {
    pub fn draw() -> Self {
        Self(Zeroizing::new(chance::bytes::<20>().to_vec()))
    }

    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self(Zeroizing::new(bytes.to_vec()))
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The time step of the typed code, if the code is right and its step is later than `last_step`.
    pub fn check(&self, typed: &str, now: Moment, last_step: i64) -> Option<i64> {
        let step = self.totp()?.check(&code_digits(typed)?, now.0.unsigned_abs())?;
        let step = i64::try_from(step).ok()?;
        (step > last_step).then_some(step)
    }

    /// The current code, for the demo and for tests.
    pub fn code(&self, now: Moment) -> Option<String> {
        Some(self.totp()?.generate(now.0.unsigned_abs()).to_string())
    }

    /// In base 32, in groups of four, for typing into an authenticator that can't scan.
    pub fn typed_form(&self) -> String {
        let text = base32(&self.0);
        let groups: Vec<&str> = (0..text.len()).step_by(4).map(|i| &text[i..text.len().min(i + 4)]).collect();
        groups.join(" ")
    }

    /// The address in the QR code for an authenticator app.
    pub fn otpauth(&self, sign_in_name: &str) -> String {
        format!("otpauth://totp/Kinlight:{sign_in_name}?secret={}&issuer=Kinlight", base32(&self.0))
    }

    fn totp(&self) -> Option<Totp> {
        Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_digits(6)
            .with_skew(1)
            .with_step_duration(30)
            .with_secret(Secret::from(self.0.to_vec()))
            .build()
            .ok()
    }
}

/// RFC 4648 base 32 without padding.
fn base32(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut out = String::new();
    let (mut pool, mut held) = (0u32, 0u32);
    for byte in bytes {
        pool = (pool << 8) | u32::from(*byte);
        held += 8;
        while held >= 5 {
            held -= 5;
            out.push(char::from(LETTERS[(pool >> held) as usize & 31]));
            pool &= (1 << held) - 1;
        }
    }
    if held > 0 {
        out.push(char::from(LETTERS[(pool << (5 - held)) as usize & 31]));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_serves_once() {
        let secret = TotpSecret::from_bytes(b"12345678901234567890");
        let now = Moment(1_700_000_000);
        let code = secret.code(now).unwrap();
        let step = secret.check(&code, now, 0).unwrap();
        assert_eq!(secret.check(&code, now, step), None);
        assert_eq!(secret.check("000 000", Moment(59), 0), None);
    }

    #[test]
    fn the_code_is_the_one_of_rfc_6238() {
        let secret = TotpSecret::from_bytes(b"12345678901234567890");
        assert_eq!(secret.code(Moment(59)).unwrap(), "287082");
        assert!(secret.otpauth("mira").contains("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    }
}
