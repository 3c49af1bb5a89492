//! Numbers that lead to somebody or to money: of a telephone, a card, an account, in any digits or in words, with any
//! separators. Years, dates, times, short numbers, the photo's number and receipt codes are left out.

use std::ops::Range;

use super::lists::{CALLS, CODES, ONE_DIGIT, PHOTOS, SEPARATORS, TWO_DIGITS};
use super::text::{SENTENCE_ENDS, Shape, Token, tokens};
use super::{Kind, Known};
use crate::digits::passes_damm;

/// Digits of the shortest telephone numbers of a person; shorter ones belong to a service, or are a year or a count.
const FEWEST_DIGITS: usize = 7;
/// The fewest digits of a number to call, where the sentence speaks of calling.
const FEWEST_TO_CALL: usize = 5;
/// How many last digits are enough to tell one number from another.
const TELLING_DIGITS: usize = 7;

/// Numbers at which the case or the Society is reached.
pub struct Contacts {
    ends: Vec<String>,
    photo_number: String,
}

/// Digits that belong together.
struct Run {
    at: Range<usize>,
    /// The parts without a gap inside, as typed but folded: "12.05.2024".
    pieces: Vec<String>,
}

impl Run {
    fn digits(&self) -> String {
        self.pieces.iter().flat_map(|piece| piece.chars()).filter(char::is_ascii_digit).collect()
    }
}

impl Contacts {
    pub fn of(known: &Known) -> Contacts {
        let lines = known.contacts.iter().chain(&known.places);
        let runs = lines.flat_map(|line| runs(&tokens(line)));
        let long = runs.map(|run| run.digits()).filter(|digits| digits.len() >= FEWEST_TO_CALL);
        Contacts {
            ends: long.map(|digits| end_of(&digits).to_owned()).collect(),
            photo_number: known.photo_number.chars().filter(char::is_ascii_digit).collect(),
        }
    }

    pub fn found(&self, tokens: &[Token]) -> Vec<(Kind, Range<usize>)> {
        let mut found = Vec::new();
        for run in runs(tokens) {
            let digits = run.digits();
            if self.ends.iter().any(|end| end == end_of(&digits)) {
                found.push((Kind::Contact, run.at));
            } else if digits != self.photo_number && leads_to_somebody(&run, &digits, tokens) {
                found.push((Kind::Number, run.at));
            }
        }
        found
    }
}

fn end_of(digits: &str) -> &str {
    digits.get(digits.len().saturating_sub(TELLING_DIGITS)..).unwrap_or(digits)
}

fn leads_to_somebody(run: &Run, digits: &str, tokens: &[Token]) -> bool {
    if digits.len() < FEWEST_TO_CALL
        || run.pieces.iter().all(|piece| is_calendar(piece))
        || is_date(&run.pieces)
    {
        return false;
    }
    let sentence = sentence_around(tokens, &run.at);
    let speaks_of = |list: &super::lists::List| sentence.clone().any(|at| list.has(tokens, at));
    let is_by_fours = run.pieces.len() == 1 || run.pieces.iter().all(|piece| piece.len() == 4);
    let is_checked = is_by_fours && passes_damm(digits);
    match digits.len() {
        length if length < FEWEST_DIGITS => speaks_of(&CALLS),
        8 if is_checked && !digits.starts_with('0') => !speaks_of(&PHOTOS) || speaks_of(&CALLS),
        16 | 24 if is_checked => !speaks_of(&CODES),
        _ => true,
    }
}

fn sentence_around(tokens: &[Token], run: &Range<usize>) -> Range<usize> {
    let is_end = |at: &usize| tokens.get(*at).is_some_and(|token| token.is_mark(SENTENCE_ENDS));
    // A sentence needs no more words around a number; this limit keeps the check linear.
    let from = (run.start.saturating_sub(30)..run.start)
        .rev()
        .find(is_end)
        .map_or(run.start.saturating_sub(30), |at| at + 1);
    let to = (run.end..tokens.len().min(run.end + 30)).find(is_end).unwrap_or(tokens.len().min(run.end + 30));
    from..to
}

fn runs(tokens: &[Token]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((mut piece, mut end)) = number_at(tokens, at) else {
            at += 1;
            continue;
        };
        let mut pieces = Vec::new();
        let mut is_spelled = piece.len() == 1 || tokens[at].is_word();
        while let Some((between, next)) = joined_at(tokens, end, is_spelled) {
            let Some((digits, after)) = number_at(tokens, next) else { break };
            is_spelled = digits.len() == 1 || tokens[next].is_word();
            match between {
                Some(marks) => {
                    piece.push_str(&marks);
                    piece.push_str(&digits);
                }
                None => pieces.push(std::mem::replace(&mut piece, digits)),
            }
            end = after;
        }
        pieces.push(piece);
        runs.push(Run { at: at..end, pieces });
        at = end;
    }
    runs
}

/// Digits, or a number in words: its digits, and where it ends.
fn number_at(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let token = tokens.get(at)?;
    if token.shape == Shape::Digits {
        return Some((token.folded.clone(), at + 1));
    }
    if let Some(length) = ONE_DIGIT.at(tokens, at) {
        return Some(("0".to_owned(), at + length));
    }
    TWO_DIGITS.at(tokens, at).map(|length| ("00".to_owned(), at + length))
}

/// If the tokens from `at` on join two numbers: the marks between them if there is no gap, and where the next one begins.
fn joined_at(tokens: &[Token], mut at: usize, is_spelled: bool) -> Option<(Option<String>, usize)> {
    let (mut marks, mut has_gap) = (String::new(), false);
    for _ in 0..4 {
        let token = tokens.get(at)?;
        if token.shape == Shape::Digits || number_at(tokens, at).is_some() {
            has_gap |= token.is_spaced;
            return Some((if has_gap { None } else { Some(marks) }, at));
        }
        if let Some(length) = SEPARATORS.at(tokens, at) {
            has_gap = true;
            at += length;
            continue;
        }
        let next_is_spaced = tokens.get(at + 1).is_some_and(|next| next.is_spaced);
        // A full stop or a comma before a gap ends a number, unless its digits are spelled one by one.
        let is_end = token.is_mark(".,،:。") && next_is_spaced && !is_spelled;
        if is_end || !token.is_mark(".,،:-‐‑‒–—−/\\()[]{}_*'\"+~|·•=#٫٬") {
            return None;
        }
        has_gap |= token.is_spaced;
        marks.push_str(if token.is_mark("‐‑‒–—−") { "-" } else { token.folded.as_str() });
        at += 1;
    }
    None
}

/// A year, a span of years, a date or a time, written in one piece.
fn is_calendar(piece: &str) -> bool {
    let numbers: Vec<&str> =
        piece.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).collect();
    let marks: String = piece.chars().filter(|c| !c.is_ascii_digit()).collect();
    match (numbers.as_slice(), marks.as_str()) {
        ([year], "") => is_year(year),
        ([from, to], "-" | "/") => {
            (is_year(from) && is_year(to)) || (is_year(from) && to.len() <= 2) || is_hour(from) && is_hour(to)
        }
        ([hour, minute], ":" | ".") => is_hour(hour) && is_sixty(minute),
        ([hour, minute, second], "::") => is_hour(hour) && is_sixty(minute) && is_sixty(second),
        ([a, b, c, d], ":-:" | ".-.") => is_hour(a) && is_sixty(b) && is_hour(c) && is_sixty(d),
        (parts @ [_, _, _], ".." | "--" | "//") => is_day(parts),
        _ => false,
    }
}

/// A date with gaps: "12 05 2024".
fn is_date(pieces: &[String]) -> bool {
    let parts: Vec<&str> = pieces.iter().map(String::as_str).collect();
    is_day(&parts) && parts.iter().any(|part| part.len() == 4)
}

fn is_day(parts: &[&str]) -> bool {
    let [first, second, third] = parts else { return false };
    let (day, month, year) = if first.len() == 4 { (third, second, first) } else { (first, second, third) };
    let is_within =
        |text: &str, most: u32| text.len() <= 2 && text.parse().is_ok_and(|n: u32| (1..=most).contains(&n));
    let fits = (is_within(day, 31) && is_within(month, 12)) || (is_within(day, 12) && is_within(month, 31));
    fits && (is_year(year) || year.len() == 2)
}

/// A year in any calendar that families use: Persian, Islamic, Ethiopian, Gregorian.
fn is_year(text: &str) -> bool {
    text.len() == 4
        && text.parse().is_ok_and(|year: u32| (1300..1460).contains(&year) || (1900..2100).contains(&year))
}

fn is_hour(text: &str) -> bool {
    text.len() <= 2 && text.parse().is_ok_and(|hour: u32| hour <= 24)
}

fn is_sixty(text: &str) -> bool {
    text.len() == 2 && text.parse().is_ok_and(|minute: u32| minute < 60)
}
