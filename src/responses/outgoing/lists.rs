//! Word lists in all languages, as the files in `words/` contain them: `[section]`, then words separated by commas or lines. A
//! word that ends with a star stands for all words that begin so; several words are a phrase. Lists are folded as messages are.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::inflection::bare;
use super::text::{Shape, Token, tokens};

struct Entry {
    words: Vec<String>,
    /// The last word may continue.
    is_stem: bool,
}

/// The entries by the first letter of their first word.
#[derive(Default)]
pub struct List(HashMap<char, Vec<Entry>>);

impl List {
    /// Reads a section of one of the files below.
    pub fn of(file: &str, section: &str) -> List {
        let mut list = List::default();
        let mut is_inside = false;
        for line in file.lines().map(|line| line.split('#').next().unwrap_or_default().trim()) {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                is_inside = name == section;
                continue;
            }
            for entry in line.split([',', '،']).map(str::trim).filter(|entry| is_inside && !entry.is_empty())
            {
                let words: Vec<String> = super::text::words(entry.trim_end_matches('*'));
                let Some(first) = words.first().and_then(|word| word.chars().next()) else { continue };
                list.0.entry(first).or_default().push(Entry { words, is_stem: entry.ends_with('*') });
            }
        }
        list
    }

    /// How many tokens from `at` on the longest matching entry takes.
    pub fn at(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let first = tokens.get(at).filter(|token| token.is_word())?;
        bare(&first.folded).into_iter().filter_map(|word| self.longest(tokens, at, word)).max()
    }

    pub fn has(&self, tokens: &[Token], at: usize) -> bool {
        self.at(tokens, at).is_some()
    }

    /// For a single word that is not part of a message.
    pub fn has_word(&self, word: &str) -> bool {
        self.has(&tokens(word), 0)
    }

    fn longest(&self, tokens: &[Token], at: usize, first: &str) -> Option<usize> {
        let entries = self.0.get(&first.chars().next()?)?;
        entries.iter().filter_map(|entry| entry.length(tokens, at, first)).max()
    }
}

impl Entry {
    fn length(&self, tokens: &[Token], at: usize, first: &str) -> Option<usize> {
        let mut next = at;
        for (number, wanted) in self.words.iter().enumerate() {
            if number > 0 {
                // An apostrophe or a hyphen may stand between the words of a phrase.
                next += usize::from(tokens.get(next)?.is_mark("'-‐‑"));
            }
            let token = tokens.get(next).filter(|token| token.shape == Shape::Word)?;
            let word = if number == 0 { first } else { token.folded.as_str() };
            let is_last = number + 1 == self.words.len();
            let fits = if is_last && self.is_stem { word.starts_with(wanted) } else { word == wanted };
            if !fits {
                return None;
            }
            next += 1;
        }
        Some(next - at)
    }
}

/// A section of a file in `words/`, read once.
macro_rules! list {
    ($name:ident, $file:literal, $section:literal) => {
        pub static $name: LazyLock<List> = LazyLock::new(|| List::of(include_str!($file), $section));
    };
}

list!(MONEY, "words/money.txt", "money");
list!(CURRENCIES, "words/money.txt", "currencies");
list!(NEGATIONS, "words/money.txt", "negations");
list!(WITHOUT, "words/money.txt", "without");
list!(CONDITIONS, "words/money.txt", "conditions");
list!(SOMEBODY, "words/money.txt", "somebody");
list!(ASKS, "words/money.txt", "asks");
list!(AND, "words/money.txt", "and");
list!(HARMLESS, "words/money.txt", "harmless");
list!(PARTICLES, "words/names.txt", "particles");
list!(ORDINARY, "words/names.txt", "ordinary");
list!(MARKERS, "words/names.txt", "markers");
list!(GENERIC, "words/places.txt", "generic");
list!(HOURS, "words/places.txt", "hours");
list!(SEPARATORS, "words/numbers.txt", "separators");
list!(ONE_DIGIT, "words/numbers.txt", "one digit");
list!(TWO_DIGITS, "words/numbers.txt", "two digits");
list!(CALLS, "words/numbers.txt", "calls");
list!(PHOTOS, "words/numbers.txt", "photos");
list!(CODES, "words/numbers.txt", "codes");
list!(MESSENGERS, "words/addresses.txt", "messengers");
list!(AT_SIGNS, "words/addresses.txt", "at");
list!(DOTS, "words/addresses.txt", "dots");
list!(HANDLES, "words/addresses.txt", "names");
list!(OURS, "words/addresses.txt", "ours");
