//! Numbers as people type them: in the digits of their script, with spaces, dashes, and marks copied from a right-to-left page.
//! Inside Kinlight a number consists of ASCII digits.

/// The zero of each script that has digits; its nine other digits follow it. Every decimal digit of Unicode 17 (general
/// category Nd), in order.
const ZEROS: [u32; 76] = [
    0x0030, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
    0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50,
    0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30,
    0x10D40, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x116D0,
    0x116DA, 0x11730, 0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50, 0x11DA0, 0x11DE0, 0x11F50, 0x16130,
    0x16A60, 0x16AC0, 0x16B50, 0x1CCF0, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0,
    0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0,
];

/// Converts digits of any script to ASCII, and removes spaces, dashes and invisible marks. Anything else stays, so that the
/// parser can refuse it.
pub fn plain_digits(text: &str) -> String {
    text.chars().filter(|c| !is_separator(*c)).map(|c| decimal_digit(c).unwrap_or(c)).collect()
}

/// The digits of a code, typed or pasted, with anything around and between them: dots, slashes, quotes, brackets. `None` if
/// there are letters among them, numerals that are no digits (½, Ⅳ, ①), or a phone number's plus.
pub fn code_digits(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match decimal_digit(c) {
            Some(digit) => out.push(digit),
            None if c.is_alphanumeric() || c == '+' => return None,
            None => {}
        }
    }
    Some(out)
}

/// The ASCII digit of the same value; `None` if `c` is no decimal digit.
pub fn decimal_digit(c: char) -> Option<char> {
    let at = ZEROS.partition_point(|zero| *zero <= u32::from(c)).checked_sub(1)?;
    char::from_digit(u32::from(c) - ZEROS.get(at)?, 10)
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' | '\u{00AD}'
            // Zero-width space, joiners and direction marks; embeddings and overrides; word joiner; isolates.
            | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// H. Michael Damm's quasigroup of order 10 ("Total anti-symmetrische Quasigruppen", Marburg 2004). It detects every single
/// wrong digit and every swap of neighbours.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/// The check digit (0–9) to append to `digits`. Only ASCII digits count; see [`plain_digits`].
pub fn damm(digits: &str) -> u8 {
    digits
        .bytes()
        .filter(u8::is_ascii_digit)
        .fold(0, |row, digit| DAMM[usize::from(row)][usize::from(digit - b'0')])
}

/// Whether `digits` ends with the right check digit. False if it contains anything but ASCII digits.
pub fn passes_damm(digits: &str) -> bool {
    digits.len() > 1 && digits.bytes().all(|b| b.is_ascii_digit()) && damm(digits) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_number_in_every_script_and_manner() {
        for typed in [
            "47218831",
            "4721 8831",
            "4721-8831",
            "٤٧٢١ ٨٨٣١",
            "۴۷۲۱‏۸۸۳۱",
            "४७२१–८८३१",
            "৪৭২১ ৮৮৩১",
            "４７２１　８８３１",
            "\u{2066}4721\u{00A0}8831\u{2069}\n",
            "4۷2१ 8৮３1",
            "၄၇၂၁ ၈၈၃၁",
            "៤៧២១ ៨៨៣១",
            "๔๗๒๑ ๘๘๓๑",
            "߄߇߂߁ ߈߈߃߁",
            "𝟒𝟕𝟐𝟏 𝟾𝟾𝟹𝟷",
        ] {
            assert_eq!(plain_digits(typed), "47218831", "{typed:?}");
        }
    }

    #[test]
    fn what_is_no_digit_stays_to_be_refused() {
        assert_eq!(plain_digits("47a1"), "47a1");
        assert_eq!(plain_digits("١٢x"), "12x");
        assert_eq!(plain_digits("½²"), "½²");
        assert_eq!(plain_digits(""), "");
    }

    #[test]
    fn a_code_is_its_digits_whatever_stands_around_them() {
        for typed in [
            "4721.8831",
            "4721/8831.",
            "“4721 8831”",
            "(4721)(8831)",
            "[4721_8831]",
            "«4721·8831»",
            "٤٧٢١،٨٨٣١؟",
            "4\u{fe0f}\u{20e3}721 8831",
            "#4721: 8831!",
        ] {
            assert_eq!(code_digits(typed).as_deref(), Some("47218831"), "{typed:?}");
        }
        for refused in ["4721 88E1", "4721o8831", "+4721 8831", "½", "①", "Ⅳ", "４７²", "ክ4721"] {
            assert_eq!(code_digits(refused), None, "{refused:?}");
        }
        assert_eq!(code_digits(" .-/ ").as_deref(), Some(""));
    }

    /// Each script of the table has ten digits in a row, and no two scripts overlap.
    #[test]
    fn every_script_has_its_ten_digits() {
        for (at, zero) in ZEROS.iter().enumerate() {
            assert!(at == 0 || ZEROS[at - 1] + 10 <= *zero, "{zero:x}");
            let digits: String = (*zero..*zero + 10).filter_map(char::from_u32).collect();
            assert_eq!(plain_digits(&digits), "0123456789", "{zero:x}");
            assert!(digits.chars().all(|c| !c.is_alphabetic()), "{zero:x}");
        }
    }

    #[test]
    fn check_digits_of_known_numbers() {
        for (number, check) in [("572", 4), ("0", 0), ("1", 3), ("12", 5), ("4721883", 1), ("123456789", 4)] {
            assert_eq!(damm(number), check, "{number}");
            assert!(passes_damm(&format!("{number}{check}")), "{number}");
        }
        for refused in ["", "0", "5725", "572 4", "٥٧٢٤", "572x"] {
            assert!(!passes_damm(refused), "{refused}");
        }
    }

    #[test]
    fn one_wrong_digit_and_one_swap_always_show() {
        for number in ["4721883", "1000000", "9998999"] {
            let whole = format!("{number}{}", damm(number));
            let digits: Vec<char> = whole.chars().collect();
            for at in 0..digits.len() {
                for other in ('0'..='9').filter(|d| *d != digits[at]) {
                    let mut wrong = digits.clone();
                    wrong[at] = other;
                    assert!(!passes_damm(&String::from_iter(wrong)), "{whole} at {at}");
                }
                if at > 0 && digits[at - 1] != digits[at] {
                    let mut swapped = digits.clone();
                    swapped.swap(at - 1, at);
                    assert!(!passes_damm(&String::from_iter(swapped)), "{whole} at {at}");
                }
            }
        }
    }
}
