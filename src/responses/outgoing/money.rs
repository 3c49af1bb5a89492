//! Money: words, amounts, currencies. "We never ask for money" must be said, and often: so a word of money passes if its clause
//! denies it or tells of somebody else who asks, and makes no condition of it ("if you don't pay"). An amount never passes.

use std::collections::BTreeSet;
use std::ops::Range;

use super::lists::{
    AND, ASKS, CONDITIONS, CURRENCIES, HARMLESS, MONEY, NEGATIONS, ONE_DIGIT, SOMEBODY, TWO_DIGITS, WITHOUT,
};
use super::text::{SENTENCE_ENDS, Shape, Token, tokens};

/// The most tokens in a clause that continues the denial before it: "no money, no phone credit".
const FEW_WORDS: usize = 4;
/// Signs of currencies (Unicode, category Sc).
const SIGNS: &str = "$¢£¤¥֏؋৲৳૱௹฿៛﷼";
const CODES: &[&str] = &[
    "USD", "EUR", "GBP", "AFN", "SOS", "ETB", "ERN", "UAH", "IQD", "SYP", "SDG", "YER", "TRY", "PKR", "IRR",
    "KES", "UGX", "XOF", "XAF", "CHF", "SEK", "NOK", "DKK", "SAR", "AED", "EGP", "LYD", "TND", "DZD", "MAD",
    "JOD", "LBP", "DJF", "RUB", "PLN", "CAD", "AUD", "INR",
];

pub fn found(tokens: &[Token], house: &BTreeSet<String>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for sentence in parts(tokens, 0..tokens.len(), |at| tokens[at].is_mark(SENTENCE_ENDS)) {
        if house.contains(&words_of(&tokens[sentence.clone()])) {
            continue;
        }
        let mut is_denied = false;
        for clause in parts(tokens, sentence, |at| tokens[at].is_mark(",،፣፤:—–") || AND.has(tokens, at))
        {
            let amounts = amounts(tokens, &clause);
            let words = words(tokens, &clause);
            let goes_on = is_denied && clause.len() <= FEW_WORDS;
            is_denied = goes_on || is_excused(tokens, &clause);
            if amounts.is_empty() && is_denied {
                continue;
            }
            found.extend(amounts);
            if !is_denied {
                found.extend(words);
            }
        }
    }
    found
}

/// The sentences of a text, in the form in which messages are compared with them.
pub fn sentences_of(text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let sentences = parts(&tokens, 0..tokens.len(), |at| tokens[at].is_mark(SENTENCE_ENDS));
    sentences.into_iter().map(|sentence| words_of(&tokens[sentence])).collect()
}

fn words_of(tokens: &[Token]) -> String {
    let words = tokens.iter().filter(|token| token.shape != Shape::Mark).map(|token| token.folded.as_str());
    words.collect::<Vec<_>>().join(" ")
}

fn parts(tokens: &[Token], of: Range<usize>, is_border: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut begin = of.start;
    for at in of.clone() {
        // A dot within a number or an address ends nothing.
        let is_inside = tokens[at].is_mark(".,")
            && tokens.get(at + 1).is_some_and(|next| !next.is_spaced && next.shape != Shape::Mark);
        if is_border(at) && !is_inside {
            parts.push(begin..at);
            begin = at + 1;
        }
    }
    parts.push(begin..of.end);
    parts.retain(|part| !part.is_empty());
    parts
}

fn words(tokens: &[Token], clause: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = clause.start;
    while at < clause.end {
        let harmless = HARMLESS.at(tokens, at);
        let length = MONEY.at(tokens, at).filter(|length| harmless.is_none_or(|other| other < *length));
        if let Some(length) = length {
            found.push(at..at + length);
        }
        at += length.or(harmless).unwrap_or(1);
    }
    found
}

/// A currency's sign or code, or a number beside its name.
fn amounts(tokens: &[Token], clause: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for at in clause.clone() {
        let token = &tokens[at];
        let before = at.checked_sub(1).is_some_and(|before| is_number(tokens, before));
        let before_last = at.checked_sub(2).is_some_and(|before| is_number(tokens, before));
        let after = is_number(tokens, at + 1);
        if is_sign(token) || (is_code(token) && (before || after)) {
            found.push(
                at.saturating_sub(usize::from(before))..(at + 1 + usize::from(after)).min(tokens.len()),
            );
        } else if let Some(length) =
            CURRENCIES.at(tokens, at).filter(|length| before || before_last || is_number(tokens, at + length))
        {
            let begin = if before { at - 1 } else { at - 2 * usize::from(before_last) };
            found.push(begin..at + length + usize::from(!before && !before_last));
        }
    }
    found
}

fn is_number(tokens: &[Token], at: usize) -> bool {
    let is_digits = tokens.get(at).is_some_and(|token| token.shape == Shape::Digits);
    is_digits || ONE_DIGIT.has(tokens, at) || TWO_DIGITS.has(tokens, at)
}

fn is_sign(token: &Token) -> bool {
    let is_newer = |c: char| ('\u{20A0}'..='\u{20CF}').contains(&c);
    token.is_mark(SIGNS) || (token.shape == Shape::Mark && token.folded.chars().any(is_newer))
}

fn is_code(token: &Token) -> bool {
    token.is_all_large && CODES.iter().any(|code| code.eq_ignore_ascii_case(&token.folded))
}

fn is_excused(tokens: &[Token], clause: &Range<usize>) -> bool {
    let has = |list: &super::lists::List| clause.clone().any(|at| list.has(tokens, at));
    if has(&SOMEBODY) && has(&ASKS) {
        return true;
    }
    let is_denied = has(&NEGATIONS);
    // "Without money" alone is good news; at the start of a clause or beside "not" it is a threat.
    let is_without = has(&WITHOUT) && !WITHOUT.has(tokens, clause.start);
    is_denied != is_without && !(is_denied && has(&WITHOUT)) && !has(&CONDITIONS)
}
