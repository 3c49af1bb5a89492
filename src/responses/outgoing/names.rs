//! Names of the case in a message: each part of a name, in any of its forms and in another script. A name that is
//! also an everyday word counts only where it stands as a name: with a capital inside a sentence, beside another part
//! of the same name, or after "your sister" or "is called".

use std::ops::Range;

use super::Known;
use super::inflection::Forms;
use super::lists::{GENERIC, MARKERS, ORDINARY, PARTICLES};
use super::sounds;
use super::text::{Script, Token, tokens, words};

/// The fewest letters in a part of a name; a sign of the Ethiopic script is a syllable.
const FEWEST_LETTERS: usize = 3;
const FEWEST_SYLLABLES: usize = 2;

pub struct Part {
    forms: Forms,
    /// It is an everyday word too, or only guessed to be a name.
    is_doubtful: bool,
    /// The number of the name that it is a part of.
    of: usize,
}

#[derive(Default)]
pub struct Names {
    parts: Vec<Part>,
}

impl Names {
    pub fn of(known: &Known) -> Names {
        let mut names = Names::default();
        let own = words(&known.own_name);
        let enquirer = known.names.first().map(|name| words(name)).unwrap_or_default();
        let is_enquirers = !enquirer.is_empty() && enquirer.iter().all(|part| own.contains(part));
        let is_own = |part: &str| !is_enquirers && own.iter().any(|word| word == part);
        for (of, name) in known.names.iter().enumerate() {
            for part in words(name).into_iter().filter(|part| is_part(part) && !is_own(part)) {
                let is_doubtful = ORDINARY.has_word(&part);
                names.add(&part, is_doubtful, of);
            }
        }
        for (of, witness) in known.witnesses.iter().enumerate() {
            for token in tokens(witness).into_iter().filter(Token::is_word) {
                let is_large = token.is_capital || !Script::of(&token.folded).has_capitals();
                if is_large
                    && is_part(&token.folded)
                    && !GENERIC.has_word(&token.folded)
                    && !is_own(&token.folded)
                {
                    let is_doubtful = ORDINARY.has_word(&token.folded);
                    names.add(&token.folded, is_doubtful, known.names.len() + of);
                }
            }
        }
        let people = known.names.len() + known.witnesses.len();
        for (of, told) in known.told.iter().chain(&known.contacts).enumerate() {
            for token in tokens(told).iter().filter(|token| token.is_capital && !token.opens) {
                if is_part(&token.folded) && !ORDINARY.has_word(&token.folded) && !is_own(&token.folded) {
                    names.add(&token.folded, true, people + of);
                }
            }
        }
        names
    }

    pub fn add(&mut self, part: &str, is_doubtful: bool, of: usize) {
        let same = |other: &&mut Part| other.forms.folded() == part && other.of == of;
        match self.parts.iter_mut().find(same) {
            Some(other) => other.is_doubtful &= is_doubtful,
            None => self.parts.push(Part { forms: Forms::of(part), is_doubtful, of }),
        }
    }

    pub fn found(&self, tokens: &[Token]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.is_word()) {
            let is_name = |part: &Part| {
                let is_sure = match part.forms.fit(&token.folded) {
                    true => !part.is_doubtful,
                    false if sounds::are_one(part.forms.folded(), &token.folded) => is_sure_by_sound(token),
                    false => return false,
                };
                is_sure || self.stands_as_a_name(tokens, at, part)
            };
            if self.parts.iter().any(is_name) {
                found.push(at..at + 1);
            }
        }
        found
    }

    fn stands_as_a_name(&self, tokens: &[Token], at: usize, part: &Part) -> bool {
        let Some(token) = tokens.get(at) else { return false };
        if Script::of(&token.folded).has_capitals() && token.is_capital && !token.opens {
            return true;
        }
        let before = at.checked_sub(1).and_then(|before| tokens.get(before)).filter(|word| word.is_word());
        let after = tokens.get(at + 1).filter(|word| word.is_word());
        let is_beside = [before, after].into_iter().flatten().any(|word| {
            let is_other = |other: &Part| other.of == part.of && other.forms.folded() != part.forms.folded();
            self.parts.iter().any(|other| is_other(other) && other.forms.fit(&word.folded))
        });
        let is_called = (before.is_some() && MARKERS.has(tokens, at - 1))
            || (after.is_some() && MARKERS.has(tokens, at + 1));
        is_beside || (!Script::of(&token.folded).has_capitals() && is_called)
    }
}

/// Short and everyday words sound like many names, so they are not sure. In a script with capitals, a name needs one.
fn is_sure_by_sound(token: &Token) -> bool {
    let script = Script::of(&token.folded);
    let fewest = if script == Script::Ethiopic { 3 } else { 4 };
    let is_written_as_one = token.is_capital || !script.has_capitals();
    is_written_as_one && token.folded.chars().count() >= fewest && !ORDINARY.has_word(&token.folded)
}

/// False for "bin", for "sister" and for one letter.
pub fn is_part(word: &str) -> bool {
    let fewest = match Script::of(word) {
        Script::Ethiopic | Script::Other => FEWEST_SYLLABLES,
        _ => FEWEST_LETTERS,
    };
    word.chars().count() >= fewest && !PARTICLES.has_word(word)
}
