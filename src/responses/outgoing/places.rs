//! Places of the Society and of the case: a line of an address as it is written, its distinctive words alone
//! ("Lantern" of "12 Lantern Street"), a town by its name. Words that every street or office is called by don't count.

use std::ops::Range;

use super::Known;
use super::inflection::Forms;
use super::lists::{GENERIC, HOURS, ORDINARY};
use super::names::{Names, is_part};
use super::text::{Script, Token, tokens};

#[derive(Default)]
pub struct Places {
    /// Several words, one after the other.
    phrases: Vec<Vec<Forms>>,
    /// Single words that name a place.
    words: Names,
}

impl Places {
    pub fn of(known: &Known) -> Places {
        let mut places = Places::default();
        for (of, line) in known.places.iter().enumerate() {
            let tokens = tokens(line);
            for segment in tokens.split(|token| token.is_mark(",،;؛\n()–—:/|")) {
                places.add(segment, of);
            }
        }
        for society in &known.societies {
            places.add_phrase(&tokens(society));
        }
        places
    }

    fn add(&mut self, segment: &[Token], of: usize) {
        // Telephone numbers and e-mail addresses are found elsewhere; opening hours are no place.
        let is_address = segment.iter().any(|token| token.is_mark("@"));
        if is_address || (0..segment.len()).any(|at| HOURS.has(segment, at)) {
            return;
        }
        let telling: Vec<&Token> =
            segment.iter().filter(|token| token.is_word() && is_telling(&token.folded)).collect();
        self.add_phrase(segment);
        let is_alone = segment.iter().filter(|token| token.is_word()).count() == 1;
        for token in telling {
            let has_capitals = Script::of(&token.folded).has_capitals();
            if is_alone || !has_capitals || token.is_capital {
                let is_doubtful = ORDINARY.has_word(&token.folded) || (!is_alone && has_capitals);
                self.words.add(&token.folded, is_doubtful, of);
            }
        }
    }

    fn add_phrase(&mut self, segment: &[Token]) {
        let words: Vec<Forms> =
            segment.iter().filter(|token| token.is_word()).map(|token| Forms::of(&token.folded)).collect();
        if words.len() > 1 {
            self.phrases.push(words);
        }
    }

    pub fn found(&self, tokens: &[Token]) -> Vec<Range<usize>> {
        let mut found = self.words.found(tokens);
        for at in (0..tokens.len()).filter(|at| tokens[*at].is_word()) {
            found.extend(self.phrases.iter().filter_map(|phrase| phrase_at(phrase, tokens, at)));
        }
        found
    }
}

/// Marks and house numbers may stand between the words.
fn phrase_at(phrase: &[Forms], tokens: &[Token], from: usize) -> Option<Range<usize>> {
    let mut at = from;
    for (number, forms) in phrase.iter().enumerate() {
        while number > 0 && !tokens.get(at)?.is_word() && at < from + 3 * phrase.len() {
            at += 1;
        }
        if !forms.fit(&tokens.get(at)?.folded) {
            return None;
        }
        at += 1;
    }
    Some(from..at)
}

fn is_telling(word: &str) -> bool {
    is_part(word) && !GENERIC.has_word(word)
}
