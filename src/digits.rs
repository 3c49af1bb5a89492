//! Digits as people write them, in any script, and the Damm check digit, which finds every single wrong digit and
//! every swap of two neighbours.

/// The zeros of the scripts whose digits a reader may have on the keyboard (Unicode category Nd).
const ZEROS: [char; 29] = [
    '0',
    '٠',
    '۰',
    '߀',
    '०',
    '০',
    '੦',
    '૦',
    '୦',
    '௦',
    '౦',
    '೦',
    '൦',
    '෦',
    '๐',
    '໐',
    '༠',
    '၀',
    '႐',
    '០',
    '᠐',
    '᱐',
    '꘠',
    '꯰',
    '０',
    '\u{104A0}',
    '\u{10D30}',
    '\u{11136}',
    '\u{1E950}',
];

/// The same text with every digit as ASCII, and without the spaces, dashes and invisible marks between them.
/// Other characters stay, so that the caller can see that something else was typed.
pub fn plain_digits(text: &str) -> String {
    text.chars().filter(|c| !is_between_digits(*c)).map(|c| ascii_digit(c).unwrap_or(c)).collect()
}

fn ascii_digit(c: char) -> Option<char> {
    ZEROS.iter().find_map(|zero| {
        let value = u32::from(c).checked_sub(u32::from(*zero))?;
        char::from_digit(value, 10)
    })
}

/// White space, dashes of all lengths, and the direction marks that come along when right-to-left text is copied.
fn is_between_digits(c: char) -> bool {
    let is_dash =
        matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}' | '\u{AD}');
    let is_mark = matches!(c, '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
    c.is_whitespace() || is_dash || is_mark
}

/// The totally anti-symmetric quasigroup of order 10 from H. Michael Damm's thesis (2004).
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

/// The check digit (0 to 9) for a row of ASCII digits; other characters are passed over.
pub fn damm(digits: &str) -> u8 {
    digits
        .bytes()
        .filter(u8::is_ascii_digit)
        .fold(0, |interim, digit| DAMM[usize::from(interim)][usize::from(digit - b'0')])
}

/// Whether the last digit is the check digit of those before it.
pub fn passes_damm(digits: &str) -> bool {
    digits.len() > 1 && damm(digits) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_any_script_become_the_same_number() {
        let ways = [
            "47218831",
            "4721 8831",
            " 4721-8831 ",
            "٤٧٢١ ٨٨٣١",
            "۴۷۲۱–۸۸۳۱",
            "४७२१ ८८३१",
            "৪৭২১৮৮৩১",
            "４７２１　８８３１",
            "၄၇၂၁ ၈၈၃၁",
            "\u{2067}4721\u{a0}8831\u{2069}",
        ];
        for way in ways {
            assert_eq!(plain_digits(way), "47218831", "{way:?}");
        }
        assert_eq!(plain_digits("47a1"), "47a1");
    }

    #[test]
    fn the_check_digit_finds_each_slip_of_one_digit_and_each_swap_of_neighbours() {
        assert_eq!(damm("572"), 4, "the example of Damm's thesis");
        let good = format!("4721883{}", damm("4721883"));
        assert!(passes_damm(&good));
        for at in 0..good.len() {
            for digit in '0'..='9' {
                let mut slip = good.clone();
                slip.replace_range(at..=at, &digit.to_string());
                assert_eq!(passes_damm(&slip), slip == good, "{slip}");
            }
        }
        for at in 1..good.len() {
            let mut bytes = good.clone().into_bytes();
            bytes.swap(at - 1, at);
            let swapped = String::from_utf8(bytes).unwrap();
            assert_eq!(passes_damm(&swapped), swapped == good, "{swapped}");
        }
    }
}
