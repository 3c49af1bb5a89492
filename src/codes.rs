//! Numbers that people copy from paper, read out on the phone and type: random digits and a Damm check digit.
//! A slip is told at once and costs nothing; no code is a counter.

use std::{fmt, marker::PhantomData};

use zeroize::Zeroizing;

use crate::{
    chance,
    digits::{damm, passes_damm, plain_digits},
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

/// The ASCII digits of what was typed, if there are `length` of them and the check digit fits.
pub(crate) fn checked_digits(typed: &str, length: usize) -> Result<Zeroizing<String>, CodeError> {
    let digits = Zeroizing::new(plain_digits(typed));
    if typed.chars().any(char::is_alphabetic) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(CodeError::NotDigits);
    }
    if digits.len() != length {
        return Err(CodeError::WrongLength);
    }
    if !passes_damm(&digits) {
        return Err(CodeError::WrongCheckDigit);
    }
    Ok(digits)
}

/// `digits` with their check digit behind them.
pub(crate) fn with_check_digit(digits: &str) -> String {
    format!("{digits}{}", damm(digits))
}

/// In groups of four with a space between.
pub(crate) fn in_fours(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() * 5 / 4);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

/// A secret of 15 random digits (50 bits) and a check digit. `Opens` says which door it is for, so that a receipt
/// code is never taken for a withdrawal code. Never printed by `{:?}`; wiped when dropped.
pub struct Code<Opens> {
    digits: Zeroizing<String>,
    opens: PhantomData<fn() -> Opens>,
}

impl<Opens> Code<Opens> {
    const RANDOM_DIGITS: usize = 15;
    pub const DIGITS: usize = Self::RANDOM_DIGITS + 1;

    pub fn draw() -> Self {
        let random = Zeroizing::new(chance::digits(Self::RANDOM_DIGITS));
        Self::of(Zeroizing::new(with_check_digit(&random)))
    }

    /// From digits of any script, with spaces and dashes anywhere.
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        checked_digits(typed, Self::DIGITS).map(Self::of)
    }

    fn of(digits: Zeroizing<String>) -> Self {
        Self { digits, opens: PhantomData }
    }

    /// `1234 5678 9012 3456`, for the page and the paper.
    pub fn grouped(&self) -> Zeroizing<String> {
        Zeroizing::new(in_fours(&self.digits))
    }

    /// The 16 digits alone: what a key is stretched from.
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
/// What a code leads to: 32 bytes to find its row, a key to open what was sealed to it, and four digits that staff
/// say first on the phone. Only the tag and the public half are ever stored.
#[derive(Clone)]
pub struct CodeKeys {
    pub tag: [u8; 32],
    pub key: SecretKey,
    /// Four digits.
    pub caller_check: String,
}

impl CodeKeys {
    /// From a code stretched by Argon2id under the installation's salt.
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
