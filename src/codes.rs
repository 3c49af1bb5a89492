//! Numbers that people copy from paper, read out on the phone and type: random digits and a Damm check digit. A slip is
//! reported at once and costs nothing; no code is a counter.

use std::{fmt, marker::PhantomData};

use zeroize::Zeroizing;

use crate::{
    chance,
    digits::{code_digits, damm, passes_damm},
    sealing::{SealError, SecretKey, derive},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    #[error("there is more than digits in it")]
    NotDigits,
    #[error("it has not the right number of digits")]
    WrongLength,
    #[error("the check digit does not fit: a digit is wrong or two are swapped")]
    WrongCheckDigit,
}

/// The ASCII digits of what was typed, if their number is one of `lengths` and the check digit fits.
pub(crate) fn checked_digits(typed: &str, lengths: &[usize]) -> Result<Zeroizing<String>, CodeError> {
    let digits = Zeroizing::new(code_digits(typed).ok_or(CodeError::NotDigits)?);
    if !lengths.contains(&digits.len()) {
        return Err(CodeError::WrongLength);
    }
    if !passes_damm(&digits) {
        return Err(CodeError::WrongCheckDigit);
    }
    Ok(digits)
}

/// `digits`, followed by their check digit.
pub(crate) fn with_check_digit(digits: &str) -> String {
    format!("{digits}{}", damm(digits))
}

/// "47218831" as "4721 8831": how photo numbers and codes are written and read aloud. Spaces in `digits` are left out, so that what
/// is grouped already stays as it is.
pub(crate) fn in_fours(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() * 5 / 4);
    for (at, digit) in digits.chars().filter(|c| !c.is_whitespace()).enumerate() {
        if at > 0 && at % 4 == 0 {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

/// A secret number of random digits and a check digit. A short one has 15 random digits (50 bits) and is stretched by Argon2id
/// before it is used; a long one has 23 (76 bits) and needs no stretching. `Opens` says what the code is for, so that a receipt
/// code can't be used as a withdrawal code. Never printed by `{:?}`; wiped when dropped.
pub struct Code<Opens> {
    digits: Zeroizing<String>,
    opens: PhantomData<fn() -> Opens>,
}

impl<Opens> Code<Opens> {
    const SHORT: usize = 16;
    const LONG: usize = 24;

    /// A short code, for paper, hands and the phone.
    pub fn draw() -> Self {
        Self::from_random(Zeroizing::new(chance::digits(Self::SHORT - 1)))
    }

    /// A long code, which costs no computing time.
    pub fn draw_long() -> Self {
        Self::from_random(Zeroizing::new(chance::digits(Self::LONG - 1)))
    }

    /// Parses digits of any script; [`code_digits`] says what may stand around and between them.
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        checked_digits(typed, &[Self::SHORT, Self::LONG]).map(Self::of)
    }

    /// The secret that a long code's keys are derived from: HKDF over its 76 bits and the installation's salt. `None` for a
    /// short code, which must be stretched.
    pub fn unstretched(&self, salt: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
        let secret = Zeroizing::new([salt, self.digits.as_bytes()].concat());
        (self.digits.len() == Self::LONG).then(|| derive(&secret, "kinlight/long-code"))
    }

    /// The short code that belongs to a long one, always the same: for a person who turns out to be worth the stretching.
    pub fn shorter(&self, salt: &[u8]) -> Option<Self> {
        const ALL: u128 = 10_u128.pow(15);
        let root = derive(&self.unstretched(salt)?[..], "kinlight/shorter-code");
        let number = root.iter().take(16).fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
        Some(Self::from_random(Zeroizing::new(format!("{:015}", number % ALL))))
    }

    fn from_random(random: Zeroizing<String>) -> Self {
        Self::of(Zeroizing::new(with_check_digit(&random)))
    }

    fn of(digits: Zeroizing<String>) -> Self {
        Self { digits, opens: PhantomData }
    }

    /// `1234 5678 9012 3456`, as shown on the page and on paper.
    pub fn grouped(&self) -> Zeroizing<String> {
        Zeroizing::new(in_fours(&self.digits))
    }

    /// The digits alone, for stretching.
    pub fn compact(&self) -> &str {
        &self.digits
    }
}

impl<Opens> Clone for Code<Opens> {
    fn clone(&self) -> Self {
        Self::of(self.digits.clone())
    }
}

impl<Opens> PartialEq for Code<Opens> {
    fn eq(&self, other: &Self) -> bool {
        use subtle::ConstantTimeEq;
        self.digits.as_bytes().ct_eq(other.digits.as_bytes()).into()
    }
}

impl<Opens> Eq for Code<Opens> {}

impl<Opens> fmt::Debug for Code<Opens> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

/// What a code leads to: 32 bytes to find its row, a key to open what was sealed to it, and the four digits that staff say
/// first on the phone. Of these, only the tag and the public key are ever stored.
#[derive(Clone)]
pub struct CodeKeys {
    pub tag: [u8; 32],
    pub key: SecretKey,
    /// Four digits.
    pub caller_check: String,
}

impl CodeKeys {
    /// From a code stretched by Argon2id under the installation's salt, or from a long code's own secret.
    pub fn from_stretched(stretched: &[u8; 32]) -> Result<Self, SealError> {
        let number = derive(stretched, "kinlight/caller-check");
        let number = u32::from_be_bytes([number[0], number[1], number[2], number[3]]) % 10_000;
        Ok(Self {
            tag: *derive(stretched, "kinlight/lookup"),
            key: SecretKey::from_bytes(&derive(stretched, "kinlight/mailbox"))?,
            caller_check: format!("{number:04}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    enum Door {}

    #[test]
    fn digits_stand_in_fours_also_if_they_did_before() {
        for (digits, grouped) in [
            ("", ""),
            ("4721", "4721"),
            ("47218", "4721 8"),
            ("47218831", "4721 8831"),
            ("4721 8831", "4721 8831"),
        ] {
            assert_eq!(in_fours(digits), grouped);
        }
    }

    #[test]
    fn a_long_code_is_read_back_and_leads_to_its_own_keys_without_stretching() {
        let (salt, other) = ([7_u8; 32], [8_u8; 32]);
        let code = Code::<Door>::draw_long();
        let grouped = code.grouped();
        assert_eq!(grouped.split(' ').map(str::len).collect::<Vec<_>>(), [4; 6]);
        let read = Code::<Door>::parse(&grouped.replace(' ', ".")).unwrap();
        let root = code.unstretched(&salt).unwrap();
        assert_eq!(read.unstretched(&salt), Some(root.clone()));
        assert_ne!(read.unstretched(&other), Some(root.clone()), "the salt counts");
        assert_ne!(Code::<Door>::draw_long().unstretched(&salt), Some(root));
        assert!(Code::<Door>::draw().unstretched(&salt).is_none());
    }

    #[test]
    fn a_long_code_has_one_shorter_code_and_a_short_one_has_none() {
        let salt = [7; 32];
        let code = Code::<Door>::draw_long();
        let shorter = code.shorter(&salt).unwrap();
        assert_eq!(Code::parse(&shorter.grouped()), Ok(shorter.clone()));
        assert_eq!(shorter.compact().len(), 16);
        assert_eq!(code.shorter(&salt), Some(shorter.clone()));
        assert_ne!(code.shorter(&[8; 32]), Some(shorter.clone()));
        assert!(shorter.shorter(&salt).is_none());
    }

    #[test]
    fn no_other_length_is_a_code() {
        for length in (1..40).filter(|length| ![16, 24].contains(length)) {
            let digits = with_check_digit(&"7".repeat(length - 1));
            assert_eq!(Code::<Door>::parse(&digits), Err(CodeError::WrongLength), "{length}");
        }
    }
}
