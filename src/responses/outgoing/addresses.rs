//! E-mail and web addresses, and names in messengers, also spelled out: "name at example dot org".

use std::ops::Range;

use super::lists::{AT_SIGNS, DOTS, HANDLES, MESSENGERS, OURS};
use super::text::{Shape, Token};

/// Top-level domains that seldom follow a full stop as words. Others count only before a path ("t.me/…").
const ENDINGS: &[&str] = &[
    "com", "org", "net", "info", "edu", "gov", "int", "eu", "ua", "fr", "uk", "af", "er", "et", "dj", "ke",
    "sd", "eg", "sa", "ae", "iq", "ir", "sy", "tr", "pk", "de", "es", "se", "nl", "ch", "app", "online",
    "site", "xyz", "link", "help", "io", "ngo", "укр",
];

pub fn found(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let range = mail(tokens, at)
            .or_else(|| link(tokens, at))
            .or_else(|| spelled(tokens, at))
            .or_else(|| handle(tokens, at));
        at = range.as_ref().map_or(at + 1, |range| range.end.max(at + 1));
        found.extend(range);
    }
    found
}

/// An at sign, with everything that is joined to it.
fn mail(tokens: &[Token], at: usize) -> Option<Range<usize>> {
    if !tokens.get(at)?.is_mark("@") {
        return None;
    }
    let after = tokens.get(at + 1).filter(|next| next.shape != Shape::Mark)?;
    // "@ office" is no address; "name @ office.org" is.
    let is_close = !after.is_spaced || ends_a_site(tokens, at + 2);
    is_close.then(|| begin_of(tokens, at)..end_of(tokens, at + 1))
}

fn link(tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let token = tokens.get(at).filter(|token| token.is_word())?;
    let next = |n: usize, marks: &str| tokens.get(at + n).is_some_and(|t| t.is_mark(marks) && !t.is_spaced);
    let is_scheme =
        matches!(token.folded.as_str(), "http" | "https" | "ftp" | "tel" | "mailto") && next(1, ":");
    let is_www = token.folded == "www" && next(1, ".");
    let is_site = ends_a_site(tokens, at + 1) || has_a_path(tokens, at + 1);
    (is_scheme || is_www || is_site).then(|| begin_of(tokens, at)..end_of(tokens, at))
}

/// A dot and a top-level domain without a gap: ".org".
fn ends_a_site(tokens: &[Token], at: usize) -> bool {
    let dot = tokens.get(at).is_some_and(|token| token.is_mark(".。·") && !token.is_spaced);
    let ending = tokens.get(at + 1).filter(|token| token.is_word() && !token.is_spaced && !token.is_capital);
    dot && ending.is_some_and(|word| ENDINGS.contains(&word.folded.as_str()))
}

/// A dot, up to four Latin letters and a slash: ".me/name".
fn has_a_path(tokens: &[Token], at: usize) -> bool {
    let close = |n: usize| tokens.get(at + n).filter(|token| !token.is_spaced);
    close(0).is_some_and(|dot| dot.is_mark("."))
        && close(1).is_some_and(|word| word.is_word() && word.folded.is_ascii() && word.folded.len() <= 4)
        && close(2).is_some_and(|stroke| stroke.is_mark("/"))
        && close(3).is_some_and(|more| more.shape != Shape::Mark)
}

/// "name at example dot org", in words or in brackets.
fn spelled(tokens: &[Token], at: usize) -> Option<Range<usize>> {
    if !AT_SIGNS.has(tokens, at) || at == 0 {
        return None;
    }
    let mut end = at;
    for next in at + 1..tokens.len().min(at + 8) {
        let is_dot = DOTS.has(tokens, next)
            || (tokens[next].is_mark(".") && tokens.get(next + 1).is_some_and(|t| !t.is_spaced));
        if is_dot && tokens.get(next + 1).is_some() {
            end = (next + 2).min(tokens.len());
        }
    }
    (end > at).then(|| at.saturating_sub(1)..end)
}

/// A messenger, and a name there: "Telegram: korvane_help".
fn handle(tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let length = MESSENGERS.at(tokens, at)?;
    let rest = at + length;
    // "Our Skype is …"
    if at > 0 && OURS.has(tokens, at - 1) && tokens.get(rest + 1).is_some_and(Token::is_word) {
        return Some(at..rest + 2);
    }
    for next in rest..tokens.len().min(rest + 4) {
        let token = &tokens[next];
        if token.is_mark(".!?؟።\n") {
            break;
        }
        let is_joined = |other: Option<&Token>| {
            other.is_some_and(|t| !t.is_spaced && (t.is_mark("_.") || t.shape == Shape::Digits))
        };
        let is_named = (token.is_mark(":@=") || HANDLES.has(tokens, next)) && tokens.get(next + 1).is_some();
        if is_named || (token.is_word() && is_joined(tokens.get(next + 1)) && tokens.get(next + 2).is_some())
        {
            return Some(at..end_of(tokens, next + usize::from(is_named)));
        }
    }
    None
}

/// The start of what is joined without a gap: letters, digits and the marks of addresses.
fn begin_of(tokens: &[Token], at: usize) -> usize {
    let mut begin = at;
    while begin > 0 && !tokens[begin].is_spaced && is_of_an_address(&tokens[begin - 1]) {
        begin -= 1;
    }
    begin
}

fn end_of(tokens: &[Token], at: usize) -> usize {
    let mut end = (at + 1).min(tokens.len());
    while tokens.get(end).is_some_and(|next| !next.is_spaced && is_of_an_address(next)) {
        end += 1;
    }
    // Leaves out the sentence's own full stop.
    while end > at + 1 && tokens.get(end - 1).is_some_and(|last| last.is_mark(".-/:")) {
        end -= 1;
    }
    end
}

fn is_of_an_address(token: &Token) -> bool {
    token.shape != Shape::Mark || token.is_mark("._-+/:@?=&%#~")
}
