//! Checks a moderator's message before a stranger reads it: for names and contacts of the case, the Society's places,
//! numbers to call, addresses and money, in every language of the site. Pure and linear. It never refuses: it shows the
//! words, and a person decides. A false alarm is better than a miss, but alarms must be rare, or nobody would read them.

mod addresses;
pub mod house;
mod inflection;
mod lists;
mod money;
mod names;
mod numbers;
mod places;
mod sounds;
mod text;

use std::collections::BTreeSet;
use std::ops::Range;

use names::Names;
use numbers::Contacts;
use places::Places;

words! {
    /// Why words were stopped.
    #[derive(PartialOrd, Ord)]
    pub enum Kind {
        Name = "name",
        Contact = "contact",
        Place = "place",
        Number = "number",
        Address = "address",
        Money = "money",
    }
}

/// Words of the message that were stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: Kind,
    /// A range of bytes in the message, on borders of letters.
    pub at: Range<usize>,
}

/// What the Society knows about a case and about itself, as it was written down.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// One person or several in each text.
    pub names: Vec<String>,
    /// Witnesses, with their functions: only words with a capital are names there.
    pub witnesses: Vec<String>,
    /// Stories and facts: names may stand among other words.
    pub told: Vec<String>,
    pub contacts: Vec<String>,
    /// Lines of an address, names of towns and camps.
    pub places: Vec<String>,
    /// Names of a Society. They are found only as a whole, since their single words are everyone's.
    pub societies: Vec<String>,
    /// What the responder calls themselves. It is no secret to them, unless it is the enquirer's whole name: a
    /// stranger who writes that into the field must learn nothing from it.
    pub own_name: String,
    /// Public, and so never stopped.
    pub photo_number: String,
    /// The site's own sentences about money, which may always be said: [`house::sentences`].
    pub house: Vec<String>,
}

/// The known words, prepared for checking messages.
pub struct Check {
    names: Names,
    contacts: Contacts,
    places: Places,
    house: BTreeSet<String>,
}

impl Check {
    pub fn of(known: &Known) -> Check {
        Check {
            names: Names::of(known),
            contacts: Contacts::of(known),
            places: Places::of(known),
            house: known.house.iter().flat_map(|text| money::sentences_of(text)).collect(),
        }
    }

    /// In the order of the message; none lies within another.
    pub fn findings(&self, message: &str) -> Vec<Finding> {
        let tokens = text::tokens(message);
        let mut found: Vec<(Kind, Range<usize>)> = Vec::new();
        found.extend(addresses::found(&tokens).into_iter().map(|at| (Kind::Address, at)));
        found.extend(self.contacts.found(&tokens));
        found.extend(self.names.found(&tokens).into_iter().map(|at| (Kind::Name, at)));
        found.extend(self.places.found(&tokens).into_iter().map(|at| (Kind::Place, at)));
        found.extend(money::found(&tokens, &self.house).into_iter().map(|at| (Kind::Money, at)));
        // From tokens to bytes. Where findings overlap, the first one keeps the words.
        found.sort_by_key(|(kind, at)| (at.start, usize::MAX - at.end, *kind));
        let mut findings: Vec<Finding> = Vec::new();
        for (kind, at) in found {
            let Some(bytes) = tokens.get(at.clone()).and_then(span) else { continue };
            match findings.last_mut() {
                Some(last) if bytes.end <= last.at.end => {}
                // Words of one kind side by side are one finding.
                Some(last) if last.kind == kind && is_gap(message, last.at.end, bytes.start) => {
                    last.at.end = bytes.end;
                }
                Some(last) => {
                    let start = bytes.start.max(last.at.end);
                    findings.push(Finding { kind, at: start..bytes.end });
                }
                None => findings.push(Finding { kind, at: bytes }),
            }
        }
        findings
    }
}

fn span(tokens: &[text::Token]) -> Option<Range<usize>> {
    Some(tokens.first()?.at.start..tokens.last()?.at.end)
}

fn is_gap(message: &str, from: usize, to: usize) -> bool {
    from >= to || message.get(from..to).is_some_and(|gap| gap.chars().all(|c| c == ' ' || c == '-'))
}

#[cfg(test)]
mod tests;
