//! The receipt code opens the responder's mailbox, where staff's questions wait and answers are sent.

use crate::codes::Code;

/// Marks the codes that open a mailbox.
pub enum Mailbox {}

pub type ReceiptCode = Code<Mailbox>;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{codes::CodeError, digits::damm};

    fn known() -> String {
        format!("123456789012345{}", damm("123456789012345"))
    }

    #[test]
    fn a_code_is_read_back_however_it_was_copied() {
        let code = ReceiptCode::draw();
        let grouped = code.grouped();
        assert_eq!(grouped.split(' ').map(str::len).collect::<Vec<_>>(), [4, 4, 4, 4]);
        let arabic: String = grouped
            .chars()
            .map(|c| c.to_digit(10).map_or(c, |d| char::from_u32(0x660 + d).unwrap()))
            .collect();
        for typed in
            [code.compact(), &grouped, &grouped.replace(' ', "-"), &arabic, &format!("\n {arabic}\t")]
        {
            assert_eq!(ReceiptCode::parse(typed), Ok(code.clone()), "{typed:?}");
        }
    }

    #[test]
    fn a_slip_is_told_at_once_and_by_its_name() {
        let good = known();
        let wrong_check = format!("{}{}", &good[..15], (damm(&good[..15]) + 1) % 10);
        let cases = [
            (good.as_str(), None),
            (&wrong_check, Some(CodeError::WrongCheckDigit)),
            ("213456789012345", Some(CodeError::WrongLength)),
            ("", Some(CodeError::WrongLength)),
            ("1234 5678 9012 345o", Some(CodeError::NotDigits)),
            ("my code", Some(CodeError::NotDigits)),
            ("1234/5678/9012/34", Some(CodeError::WrongLength)),
        ];
        for (typed, fault) in cases {
            assert_eq!(ReceiptCode::parse(typed).err(), fault, "{typed:?}");
        }
        let swapped = format!("21{}", &good[2..]);
        assert_eq!(ReceiptCode::parse(&swapped), Err(CodeError::WrongCheckDigit));
    }

    #[test]
    fn codes_differ_and_are_never_printed_by_accident() {
        let (one, two) = (ReceiptCode::draw(), ReceiptCode::draw());
        assert_ne!(one, two);
        assert!(!format!("{one:?}").contains(one.compact()));
    }
}
