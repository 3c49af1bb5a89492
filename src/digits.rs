//! Numbers as people type them: in the digits of their script, with spaces, dashes and the marks that a copy from a
//! right-to-left page brings along. Inside Kinlight a number is ASCII digits and nothing else.

/// Zero of each script that has digits (Unicode, category Nd, without those of mathematics); the nine others follow it.
const ZEROS: [char; 46] = [
    '0',
    '\u{0660}', // Arabic-Indic
    '\u{06F0}', // Persian, Urdu, Pashto
    '\u{07C0}',
    '\u{0966}',
    '\u{09E6}',
    '\u{0A66}',
    '\u{0AE6}',
    '\u{0B66}',
    '\u{0BE6}',
    '\u{0C66}',
    '\u{0CE6}',
    '\u{0D66}',
    '\u{0DE6}',
    '\u{0E50}',
    '\u{0ED0}',
    '\u{0F20}', // N'Ko, those of India, Thai, Lao, Tibetan
    '\u{1040}',
    '\u{1090}',
    '\u{17E0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19D0}',
    '\u{1A80}',
    '\u{1A90}',
    '\u{1B50}',
    '\u{1BB0}',
    '\u{1C40}',
    '\u{1C50}',
    '\u{A620}',
    '\u{A8D0}',
    '\u{A900}',
    '\u{A9D0}',
    '\u{A9F0}',
    '\u{AA50}',
    '\u{ABF0}',
    '\u{FF10}', // fullwidth
    '\u{104A0}',
    '\u{10D30}',
    '\u{11066}',
    '\u{110F0}',
    '\u{11136}',
    '\u{111D0}',
    '\u{11450}',
    '\u{1E950}',
    '\u{16A60}',
];

/// Digits of any accepted script become ASCII; spaces, dashes and invisible marks go. Whatever else was typed stays,
/// so that the parser behind can refuse it.
pub fn plain_digits(text: &str) -> String {
    text.chars().filter(|c| !is_separator(*c)).map(|c| decimal_digit(c).unwrap_or(c)).collect()
}

/// The ASCII digit of the same value; `None` for anything but a decimal digit.
pub fn decimal_digit(c: char) -> Option<char> {
    ZEROS.into_iter().find_map(|zero| {
        let value = u32::from(c).checked_sub(u32::from(zero)).filter(|value| *value < 10)?;
        char::from_digit(value, 10)
    })
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' | '\u{00AD}'
            // Zero-width space, joiners and direction marks; embeddings and overrides; word joiner; isolates.
            | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// H. Michael Damm's quasigroup of order 10 ("Total anti-symmetrische Quasigruppen", Marburg 2004). It shows every
/// single wrong digit and every swap of neighbours.
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

/// The check digit (0–9) to write behind `digits`. Only ASCII digits count; see [`plain_digits`].
pub fn damm(digits: &str) -> u8 {
    digits
        .bytes()
        .filter(u8::is_ascii_digit)
        .fold(0, |row, digit| DAMM[usize::from(row)][usize::from(digit - b'0')])
}

/// Whether `digits` is a number with its check digit at the end. Anything but ASCII digits does not pass.
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
