//! Compares a name in two scripts: "Hamid" and حميد, "Yohannes" and ዮሃንስ, "Oksana" and Оксана. A letter can be read
//! in several ways; the Latin spelling must be one of them. Arabic leaves short vowels out, so Latin ones may stand
//! between its letters, never at an end.

use super::inflection::bare;
use super::text::Script;

/// Shorter spellings match too many everyday words.
const FEWEST_LATIN: usize = 4;
const FEWEST_LETTERS: usize = 3;

type Readings = &'static [&'static str];

pub fn are_one(name: &str, word: &str) -> bool {
    match (Script::of(name), Script::of(word)) {
        (Script::Latin, Script::Latin) => false,
        (Script::Latin, other) => reads(name, word, other),
        (other, Script::Latin) => reads(word, name, other),
        _ => false,
    }
}

fn reads(latin: &str, word: &str, script: Script) -> bool {
    if latin.len() < FEWEST_LATIN
        || matches!(script, Script::Other)
        || !latin.bytes().all(|b| b.is_ascii_lowercase())
    {
        return false;
    }
    let latin = single(latin.as_bytes());
    bare(word).into_iter().any(|form| {
        let letters = letters(form, script);
        let is_long = form.chars().count() >= if script == Script::Ethiopic { 2 } else { FEWEST_LETTERS };
        is_long && is_read(&latin, &letters, script == Script::Arabic)
    })
}

/// Each letter once, however often it is doubled.
fn single(latin: &[u8]) -> Vec<u8> {
    let mut out = latin.to_vec();
    out.dedup();
    out
}

/// True if the letters can be read as this Latin word. It follows all readings at once: `reached` marks where they end so far.
fn is_read(latin: &[u8], letters: &[Readings], may_add_vowels: bool) -> bool {
    let mut reached = vec![false; latin.len() + 1];
    reached[0] = true;
    for (number, readings) in letters.iter().enumerate() {
        let mut next = vec![false; latin.len() + 1];
        for from in 0..=latin.len() {
            if !reached[from] {
                continue;
            }
            let rest = &latin[from..];
            for reading in *readings {
                if rest.starts_with(reading.as_bytes()) {
                    next[from + reading.len()] = true;
                }
            }
        }
        // Adds a short vowel after a letter that is not the last.
        if may_add_vowels && number + 1 < letters.len() {
            for at in (0..latin.len()).rev() {
                next[at + 1] |= next[at] && is_vowel(latin[at]) && at + 1 < latin.len();
            }
        }
        reached = next;
        if !reached.contains(&true) {
            return false;
        }
    }
    reached[latin.len()]
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn letters(word: &str, script: Script) -> Vec<Readings> {
    let mut letters = Vec::new();
    for (at, letter) in word.chars().enumerate() {
        match script {
            Script::Arabic => letters.push(arabic(letter, at == 0)),
            Script::Cyrillic => letters.push(cyrillic(letter)),
            _ => letters.extend(ethiopic(letter)),
        }
    }
    letters
}

/// The readings of a folded letter.
fn arabic(letter: char, is_first: bool) -> Readings {
    match letter {
        'ا' if is_first => &["a", "e", "i", "o", "u", ""],
        'ا' => &["a", "e", "o", "ah"],
        'ب' => &["b", "p"],
        'پ' => &["p"],
        'ت' | 'ط' | 'ټ' => &["t", "th"],
        'ث' => &["th", "s", "t"],
        'ج' => &["j", "g", "dj", "dzh"],
        'چ' => &["ch", "tch", "c"],
        'ح' => &["h", "x"],
        'خ' => &["kh", "h", "ch", "x"],
        'د' | 'ډ' => &["d"],
        'ذ' | 'ظ' => &["dh", "z", "d", "th"],
        'ض' => &["d", "dh", "z"],
        'ر' | 'ړ' => &["r"],
        'ز' => &["z", "s"],
        'ژ' | 'ږ' => &["zh", "j", "g"],
        'س' | 'ص' => &["s", "c"],
        'ش' => &["sh", "ch", "sch", "s"],
        'ښ' => &["sh", "kh", "x"],
        'څ' => &["ts", "s"],
        'ځ' => &["dz", "z"],
        'ع' => &["", "a", "e", "i", "o", "u", "c", "ca"],
        'غ' => &["gh", "g", "q"],
        'ف' => &["f", "ph"],
        'ق' => &["q", "k", "g", "gh", "c"],
        'ک' => &["k", "c", "ck"],
        'گ' => &["g"],
        'ل' => &["l"],
        'م' => &["m"],
        'ن' | 'ڼ' => &["n"],
        'ه' => &["h", "a", "ah", "e", "eh"],
        'و' => &["w", "v", "u", "o", "ou", "ow", "au"],
        'ی' if is_first => &["y", "i", "e"],
        'ی' => &["y", "i", "e", "ie", "ei", "ey", "ai", "ay", "a", "iy"],
        'ء' => &[""],
        _ => &[],
    }
}

fn cyrillic(letter: char) -> Readings {
    match letter {
        'а' => &["a"],
        'б' => &["b"],
        'в' => &["v", "w", "u"],
        'г' => &["h", "g"],
        'ґ' => &["g"],
        'д' => &["d"],
        'е' | 'э' => &["e", "ye", "ie", "je"],
        'є' => &["ye", "ie", "je", "e"],
        'ж' => &["zh", "j"],
        'з' => &["z", "s"],
        'и' | 'ы' => &["y", "i", "j", "ij", "yi", ""],
        'і' => &["i", "yi", "ji", "y"],
        'к' => &["k", "c"],
        'л' => &["l"],
        'м' => &["m"],
        'н' => &["n"],
        'о' => &["o"],
        'п' => &["p"],
        'р' => &["r"],
        'с' => &["s"],
        'т' => &["t"],
        'у' => &["u", "ou", "oo"],
        'ф' => &["f", "ph"],
        'х' => &["kh", "h", "ch"],
        'ц' => &["ts", "c", "tz"],
        'ч' => &["ch", "tch", "cz"],
        'ш' => &["sh", "sch"],
        'щ' => &["shch", "sch"],
        'ь' | '\'' => &["", "i"],
        'ю' => &["yu", "iu", "ju", "u"],
        'я' => &["ya", "ia", "ja", "a"],
        _ => &[],
    }
}

/// A sign is a consonant and a vowel; the sixth vowel is often none.
fn ethiopic(sign: char) -> [Readings; 2] {
    let place = u32::from(sign).wrapping_sub(0x1200);
    let consonant: Readings = match place / 8 {
        0 | 2 => &["h"],
        1 => &["l"],
        3 => &["m"],
        5 => &["r"],
        6 => &["s"],
        7 => &["sh"],
        8 => &["k", "q", "kh"],
        12 => &["b"],
        13 => &["v"],
        14 | 36 => &["t", "th"],
        15 | 37 => &["ch"],
        16 => &["h", "kh"],
        18 => &["n"],
        19 => &["ny", "gn"],
        20 | 26 => &[""],
        21 => &["k", "kh"],
        25 => &["w"],
        27 => &["z", "s"],
        28 => &["zh"],
        29 => &["y", "i", "j"],
        30 => &["d"],
        32 => &["j", "g"],
        33 => &["g", "gh"],
        38 | 42 => &["p"],
        39 => &["ts", "tz", "s"],
        41 => &["f", "ph"],
        _ => &[],
    };
    let vowel: Readings = match place % 8 {
        0 => &["e", "a"],
        1 => &["u", "ou"],
        2 => &["i", "y", "e"],
        3 => &["a", "e"],
        4 => &["e", "ie", "i"],
        5 => &["", "e", "i", "u", "a"],
        6 => &["o", "u"],
        _ => &["ua", "wa"],
    };
    [consonant, vowel]
}
