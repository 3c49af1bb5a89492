//! Whether two messages say the same in the same words. Pure. A message's sketch is sealed with its triage: lists compare
//! sketches and never open a message. Invariant: a message in other words is never taken for another.

use std::collections::{HashMap, HashSet};

use super::Triage;
use super::lifecycle::Door;

/// How many numbers a sketch has; the share of equal ones estimates the share of letters in a row that two texts have in common.
const NUMBERS: usize = 24;
/// Two texts are alike from this many equal numbers on: about 0.75 of what they say.
const ALIKE: usize = 18;
/// Letters in a row that are compared.
const RUN: usize = 5;
/// A shorter text counts as a whole: two short ones are alike if all their letters are.
const SHORT: usize = 40;
/// Equal numbers are searched for in bands: two texts that are alike have an equal band of three in 98 of 100 cases or more.
const BAND: usize = 3;

type Numbers = [u16; NUMBERS];

/// The sketch of a text: a few numbers that near-equal texts share. Digits, signs and capitals do not count. It is empty for a
/// text without letters.
pub fn sketch(text: &str) -> String {
    let letters: Vec<char> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .flat_map(|word| word.chars().chain([' ']))
        .flat_map(char::to_lowercase)
        .collect();
    if letters.is_empty() {
        return String::new();
    }
    let run = if letters.len() < SHORT { letters.len() } else { RUN };
    let mut least = [u64::MAX; NUMBERS];
    for run in letters.windows(run) {
        let hash = run.iter().fold(0xcbf2_9ce4_8422_2325, |hash, c| scattered(hash ^ u64::from(*c)));
        for (at, least) in least.iter_mut().enumerate() {
            *least = (*least).min(scattered(hash.wrapping_add(at as u64)));
        }
    }
    least.iter().map(|number| format!("{:04x}", number & 0xffff)).collect()
}

/// The last step of SplitMix64, which spreads each bit over all others.
fn scattered(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

fn numbers(sketch: &str) -> Option<Numbers> {
    if sketch.len() != NUMBERS * 4 || !sketch.is_ascii() {
        return None;
    }
    let mut out = [0; NUMBERS];
    for (at, number) in out.iter_mut().enumerate() {
        *number = u16::from_str_radix(sketch.get(at * 4..at * 4 + 4)?, 16).ok()?;
    }
    Some(out)
}

/// What must be equal before words are compared: a removal is no danger, and who can be called is not who can't.
type Kind = (bool, bool, bool);

/// Messages to one photo, sorted by what they say: each belongs to the first of its likeness.
pub struct Likenesses<Id> {
    heads: Vec<(Id, Numbers)>,
    by_band: HashMap<(Kind, usize, [u16; BAND]), Vec<usize>>,
    by_digest: HashMap<(Kind, String), Id>,
    /// Whether messages without any words are alike.
    folds_silence: bool,
}

impl<Id: Copy> Likenesses<Id> {
    pub fn new(folds_silence: bool) -> Self {
        Self { heads: Vec::new(), by_band: HashMap::new(), by_digest: HashMap::new(), folds_silence }
    }

    /// The first message that says the same as this one; that is itself, if no other has yet.
    pub fn head_of(&mut self, id: Id, triage: &Triage) -> Id {
        let kind = (triage.door == Door::RemoveMyPhoto, triage.is_danger, triage.has_contact);
        if triage.digest.is_empty() && !self.folds_silence {
            return id;
        }
        // An older program sealed no sketch: then only equal texts are alike.
        let by_digest = (kind, triage.digest.clone());
        if let Some(head) = self.by_digest.get(&by_digest) {
            return *head;
        }
        let head = match numbers(&triage.sketch) {
            None => id,
            Some(numbers) => self.like(kind, &numbers).unwrap_or_else(|| self.begin(id, kind, numbers)),
        };
        self.by_digest.insert(by_digest, head);
        head
    }

    fn like(&self, kind: Kind, numbers: &Numbers) -> Option<Id> {
        let bands = bands(kind, numbers).filter_map(|band| self.by_band.get(&band));
        let found: HashSet<usize> = bands.flatten().copied().collect();
        let equal = |at: &usize| self.heads[*at].1.iter().zip(numbers).filter(|(a, b)| a == b).count();
        let best =
            found.into_iter().map(|at| (equal(&at), at)).max_by_key(|(equal, at)| (*equal, usize::MAX - at));
        best.filter(|(equal, _)| *equal >= ALIKE).map(|(_, at)| self.heads[at].0)
    }

    fn begin(&mut self, id: Id, kind: Kind, numbers: Numbers) -> Id {
        for band in bands(kind, &numbers) {
            self.by_band.entry(band).or_default().push(self.heads.len());
        }
        self.heads.push((id, numbers));
        id
    }
}

fn bands(kind: Kind, numbers: &Numbers) -> impl Iterator<Item = (Kind, usize, [u16; BAND])> {
    let bands = numbers.chunks_exact(BAND).enumerate();
    bands.filter_map(move |(at, band)| Some((kind, at, <[u16; BAND]>::try_from(band).ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;

    fn triage(message: &str) -> Triage {
        Triage {
            door: Door::IKnow,
            relation: String::new(),
            language: "en".to_owned(),
            has_contact: false,
            is_danger: true,
            digest: message.to_lowercase(),
            sketch: sketch(message),
            arrived_at: Moment(0),
        }
    }

    /// Whether the second message is folded under the first.
    fn are_alike(one: &Triage, other: &Triage) -> bool {
        let mut sorted = Likenesses::new(true);
        assert_eq!(sorted.head_of(1, one), 1);
        sorted.head_of(2, other) == 1
    }

    #[test]
    fn the_same_words_are_alike_and_other_words_never() {
        const JUNK: &str = "Message 17: a child is in danger, take this photo away at once, call us.";
        for (one, other, expected) in [
            (JUNK, "MESSAGE 9941: a child is in danger take this photo away at once -- call us", true),
            (JUNK, "Message 17: a child is in danger, take this photo away at once, call us please.", true),
            (JUNK, "My uncle locks her in at night. She is nine. The blue house behind the mill.", false),
            (JUNK, "A child is in danger: my niece. He beats her, come before the evening.", false),
            (JUNK, "Help", false),
            ("Help 1", "help 2!", true),
            ("Help me", "Help us", false),
            ("I am in danger here", "We are in danger here", false),
            ("", "", true),
            ("", "Help", false),
            ("123", "123", true),
            ("123", "456", false),
            ("ساعدونا 1", "ساعدونا 2", true),
            ("ساعدونا", "طفلة في خطر", false),
            // A script without spaces.
            ("助けてください1", "助けてください2", true),
            ("助けてください", "子供が危ない", false),
        ] {
            assert_eq!(are_alike(&triage(one), &triage(other)), expected, "{one:?} and {other:?}");
            assert_eq!(are_alike(&triage(other), &triage(one)), expected, "{other:?} and {one:?}");
        }
    }

    #[test]
    fn another_kind_of_message_is_not_alike_whatever_it_says() {
        let one = triage("Take it away");
        for other in [
            Triage { door: Door::RemoveMyPhoto, ..one.clone() },
            Triage { is_danger: false, ..one.clone() },
            Triage { has_contact: true, ..one.clone() },
        ] {
            assert!(!are_alike(&one, &other), "{other:?}");
        }
        // The door of two that say the same need not be the same.
        assert!(are_alike(&one, &Triage { door: Door::LookingForMe, ..one.clone() }));
    }

    #[test]
    fn an_older_program_sealed_no_sketch_and_silence_is_not_always_alike() {
        let old = |message: &str| Triage { sketch: String::new(), ..triage(message) };
        assert!(are_alike(&old("Help"), &old("help")) && !are_alike(&old("Help 1"), &old("Help 2")));
        assert!(are_alike(&triage("Help"), &old("help")));
        let mut sorted = Likenesses::new(false);
        assert_eq!((sorted.head_of(1, &triage("")), sorted.head_of(2, &triage(""))), (1, 2));
        for damaged in ["00", "zz", "é", &"é".repeat(48), &"g".repeat(96)] {
            let damaged = Triage { sketch: (*damaged).to_owned(), ..triage("Help") };
            assert!(!are_alike(&damaged, &triage("Other")), "{damaged:?}");
        }
    }

    #[test]
    fn a_sketch_is_small_and_never_changes() {
        let long = "word ".repeat(4_000);
        for text in ["a", "Take it away", &long] {
            assert_eq!(sketch(text).len(), NUMBERS * 4);
        }
        assert_eq!(sketch(" 12, "), "");
        // It is sealed with messages: another hash would take each for a new one.
        assert_eq!(&sketch("Take it away")[..16], "2958a80d2cbad03f");
    }
}
