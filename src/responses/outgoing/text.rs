//! A message as words, digits and marks, each with its place. Words are folded, so that a word has one form however
//! it was typed, without letter case, vowel signs, the two kaf, the tatweel, presentation forms and invisible marks.

use std::ops::Range;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::digits::decimal_digit;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Word,
    /// Folded to ASCII digits, whatever was typed.
    Digits,
    /// One sign, or the end of a line.
    Mark,
}

#[derive(Clone, Debug)]
pub struct Token {
    pub shape: Shape,
    /// A range of bytes in the message.
    pub at: Range<usize>,
    pub folded: String,
    /// A gap stands before it.
    pub is_spaced: bool,
    /// The first letter is a capital and another is small. A word all in capitals does not count.
    pub is_capital: bool,
    pub is_all_large: bool,
    /// The first word of a sentence or a line.
    pub opens: bool,
}

impl Token {
    pub fn is_mark(&self, marks: &str) -> bool {
        self.shape == Shape::Mark && marks.contains(self.folded.as_str())
    }

    pub fn is_word(&self) -> bool {
        self.shape == Shape::Word
    }
}

/// The marks that end a sentence, in the scripts of the site.
pub const SENTENCE_ENDS: &str = ".!?؟۔።፧;؛…\n";

pub fn tokens(message: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    // The next letter continues the last token; a gap came before it; a sentence begins.
    let (mut joins, mut is_spaced, mut opens) = (false, true, true);
    for (at, c) in message.char_indices() {
        let end = at + c.len_utf8();
        if is_combining_mark(c) || is_invisible(c) {
            if let Some(last) = out.last_mut().filter(|_| joins) {
                last.at.end = end;
            }
            // A zero-width non-joiner separates a word from its ending.
            joins &= c != '\u{200C}';
            continue;
        }
        let is_end = matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}');
        if (c.is_whitespace() || c == '፡') && !is_end {
            (joins, is_spaced) = (false, true);
            continue;
        }
        let digit = decimal_digit(c).or_else(|| std::iter::once(c).nfkd().next().and_then(decimal_digit));
        let shape = match digit {
            _ if is_end => Shape::Mark,
            Some(_) => Shape::Digits,
            None if c.is_alphabetic() && !matches!(c, 'ʼ' | 'ʻ') => Shape::Word,
            None => Shape::Mark,
        };
        let mut folded = String::new();
        match digit {
            Some(digit) => folded.push(digit),
            None if is_end => folded.push('\n'),
            None => fold_letter(c, &mut folded),
        }
        match out.last_mut().filter(|last| joins && last.shape == shape && shape != Shape::Mark) {
            Some(last) => {
                last.at.end = end;
                last.folded.push_str(&folded);
                last.is_all_large &= c.is_uppercase();
                last.is_capital |= c.is_lowercase() && starts_large(message, last.at.start);
            }
            None => {
                let begins = opens && shape == Shape::Word;
                let is_all_large = c.is_uppercase();
                out.push(Token {
                    shape,
                    at: at..end,
                    folded,
                    is_spaced,
                    is_capital: false,
                    is_all_large,
                    opens: begins,
                });
            }
        }
        if shape == Shape::Mark {
            opens |= SENTENCE_ENDS.contains(out.last().map_or("", |last| last.folded.as_str()));
        } else {
            opens = false;
        }
        (joins, is_spaced) = (shape != Shape::Mark, is_end);
    }
    out
}

fn starts_large(message: &str, at: usize) -> bool {
    message.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase)
}

/// The words of a text, folded as in lists and names.
pub fn words(text: &str) -> Vec<String> {
    tokens(text).into_iter().filter(Token::is_word).map(|token| token.folded).collect()
}

fn fold_letter(c: char, out: &mut String) {
    for part in std::iter::once(c).nfkd().filter(|part| !is_combining_mark(*part) && !is_invisible(*part)) {
        out.extend(part.to_lowercase().filter(|l| !is_combining_mark(*l)).map(one_form));
    }
}

/// Maps letters that writers and keyboards confuse to one of them.
fn one_form(letter: char) -> char {
    match letter {
        'ي' | 'ى' | 'ې' | 'ۍ' | 'ے' => 'ی',
        'ك' | 'ڪ' => 'ک',
        'ګ' => 'گ',
        'ة' | 'ہ' | 'ھ' | 'ۃ' | 'ە' => 'ه',
        'ٱ' => 'ا',
        'ʼ' | 'ʻ' | '’' | '‘' | '`' | '´' => '\'',
        'ς' => 'σ',
        // Rows of the Ethiopic script with the same sound, or with one that is the same between vowels.
        '\u{1220}'..='\u{1227}' => moved(letter, 0x1220, 0x1230),
        '\u{1340}'..='\u{1347}' => moved(letter, 0x1340, 0x1338),
        '\u{12B8}'..='\u{12BF}' => moved(letter, 0x12B8, 0x12A8),
        '\u{1250}'..='\u{1257}' => moved(letter, 0x1250, 0x1240),
        'አ' => 'ኣ',
        'ዐ' => 'ዓ',
        other => other,
    }
}

fn moved(letter: char, from: u32, to: u32) -> char {
    char::from_u32(u32::from(letter) - from + to).unwrap_or(letter)
}

fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{061C}' | '\u{0640}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{20E3}')
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Ethiopic,
    /// Words in other scripts are compared as they are written.
    Other,
}

impl Script {
    pub fn of(word: &str) -> Script {
        match word.chars().next().map_or(0, u32::from) {
            0x41..=0x24F | 0x1E00..=0x1EFF => Script::Latin,
            0x400..=0x52F => Script::Cyrillic,
            0x600..=0x6FF | 0x750..=0x77F => Script::Arabic,
            0x1200..=0x139F => Script::Ethiopic,
            _ => Script::Other,
        }
    }

    pub fn has_capitals(self) -> bool {
        matches!(self, Script::Latin | Script::Cyrillic)
    }
}
