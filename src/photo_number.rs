//! The photo number: 7 random digits (the first 1–9) and a Damm check digit, on the card, on posters, on the phone.
//! Never a counter, so it tells neither how many photos there are nor when one came.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    chance,
    codes::{CodeError, checked_digits, in_fours, with_check_digit},
};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PhotoNumber(u32);

impl PhotoNumber {
    const DIGITS: usize = 8;

    /// Draws one of nine million numbers; the caller draws again if it is taken.
    pub fn draw() -> Self {
        let random = format!("{}{}", 1 + chance::below(9), chance::digits(Self::DIGITS - 2));
        Self(with_check_digit(&random).parse().unwrap_or_else(|_| unreachable!("eight ASCII digits")))
    }

    /// Reads digits of any script, with separators around and between them.
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        let digits = checked_digits(typed, &[Self::DIGITS])?;
        if digits.starts_with('0') {
            return Err(CodeError::WrongCheckDigit);
        }
        digits.parse().map(Self).map_err(|_| CodeError::NotDigits)
    }

    /// `4721 8831`, for people.
    pub fn grouped(self) -> String {
        in_fours(&self.compact())
    }

    /// `47218831`, for addresses, file names and the database.
    pub fn compact(self) -> String {
        self.0.to_string()
    }
}

impl fmt::Display for PhotoNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.grouped())
    }
}

impl fmt::Debug for PhotoNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PhotoNumber({})", self.grouped())
    }
}

impl TryFrom<String> for PhotoNumber {
    type Error = CodeError;
    fn try_from(text: String) -> Result<Self, CodeError> {
        Self::parse(&text)
    }
}

impl From<PhotoNumber> for String {
    fn from(number: PhotoNumber) -> Self {
        number.compact()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digits::damm;

    #[test]
    fn a_number_is_read_back_however_it_was_copied() {
        for _ in 0..200 {
            let number = PhotoNumber::draw();
            let grouped = number.grouped();
            assert_eq!((grouped.len(), grouped.find(' '), grouped.starts_with('0')), (9, Some(4), false));
            let persian: String = grouped
                .chars()
                .map(|c| c.to_digit(10).map_or(c, |d| char::from_u32(0x6F0 + d).unwrap()))
                .collect();
            let quoted = format!("“{}”.", grouped.replace(' ', "."));
            for typed in [grouped.clone(), number.compact(), grouped.replace(' ', "–"), quoted, persian] {
                assert_eq!(PhotoNumber::parse(&typed), Ok(number), "{typed:?}");
            }
            let stored = serde_json::to_string(&number).unwrap();
            assert_eq!(serde_json::from_str::<PhotoNumber>(&stored).unwrap(), number);
        }
    }

    #[test]
    fn a_slip_is_told_by_its_name() {
        let wrong_check = format!("4721883{}", (damm("4721883") + 1) % 10);
        let zero_first = format!("0721883{}", damm("0721883"));
        let cases = [
            (wrong_check.as_str(), CodeError::WrongCheckDigit),
            (&zero_first, CodeError::WrongCheckDigit),
            ("4721 883", CodeError::WrongLength),
            ("4721 8831 1", CodeError::WrongLength),
            ("", CodeError::WrongLength),
            ("4721 88E1", CodeError::NotDigits),
            ("+4721 8831", CodeError::NotDigits),
        ];
        for (typed, fault) in cases {
            assert_eq!(PhotoNumber::parse(typed), Err(fault), "{typed:?}");
        }
    }
}
