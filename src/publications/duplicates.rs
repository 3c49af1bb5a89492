//! Finds a Society's photos that look alike, by a 64-bit hash of each: the same photo, never the same face. Pure.
//! Invariant: a photo taken down at a person's wish is remembered as long as its row; a flat picture is like no other.

use time::Date;

use super::lifecycle::{EndReason, Stage};
use crate::clock::Moment;
use crate::ids::PublicationId;
use crate::photos::face_report::Answered;
use crate::photos::hash_distance;

/// In how many of 64 bits two hashes may differ to count as near (measured: docs/pictures.md, "The same photo twice").
const LIKELY: u32 = 6;
const MAYBE: u32 = 9;
/// A hash with fewer slopes up (ones), or fewer slopes down or flat (zeros), says little: a plain wall, a sunset.
const FEWEST_OF_EACH: u32 = 8;

const FORMAT: u8 = 1;
/// Bytes of an entry: id, a bit for each hash that is known, two hashes (big-endian).
const ENTRY_BYTES: usize = 16 + 1 + 8 + 8;

/// Difference hashes of one publication's photo (`kinlight_pictures::difference_hash`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Likeness {
    /// The whole upright upload, before anything was covered.
    pub whole: Option<u64>,
    /// The part that visitors see: somebody may bring back what they downloaded from the site.
    pub shown: Option<u64>,
}

/// How much alike two photos are, the nearer first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    Likely,
    Maybe,
}

impl Likeness {
    /// Doesn't compare two shown parts: faces in the middle of a plain background have similar hashes.
    pub fn nearness(&self, other: &Likeness) -> Option<Nearness> {
        let pairs = [(self.whole, other.whole), (self.whole, other.shown), (self.shown, other.whole)];
        let known = pairs.into_iter().filter_map(|(one, other)| Some((one?, other?)));
        let telling = known.filter(|(one, other)| is_telling(*one) && is_telling(*other));
        let distance = telling.map(|(one, other)| hash_distance(one, other)).min()?;
        match (distance <= LIKELY, distance <= MAYBE) {
            (true, _) => Some(Nearness::Likely),
            (false, true) => Some(Nearness::Maybe),
            (false, false) => None,
        }
    }
}

/// True if a hash tells its picture from others. If all rows are the same, it says as little as a flat picture's.
fn is_telling(hash: u64) -> bool {
    let (up, rows) = (hash.count_ones(), hash.to_be_bytes());
    (FEWEST_OF_EACH..=64 - FEWEST_OF_EACH).contains(&up) && rows.iter().any(|row| *row != rows[0])
}

/// What a case worker changed in how a photo looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Another photo, or the same one turned; with its hash.
    Photo(u64),
    /// The part that is shown; with its hash.
    Part(u64),
    /// The part has to be chosen again.
    NoPart,
}

/// The hashes of all of one Society's photos.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    entries: Vec<(PublicationId, Likeness)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an index of photos can't be read")]
pub struct UnreadableIndex;

impl Index {
    pub fn parse(bytes: &[u8]) -> Result<Index, UnreadableIndex> {
        let (&FORMAT, rest) = bytes.split_first().ok_or(UnreadableIndex)? else {
            return Err(UnreadableIndex);
        };
        let (entries, []) = rest.as_chunks::<ENTRY_BYTES>() else { return Err(UnreadableIndex) };
        entries.iter().map(entry).collect::<Result<_, _>>().map(|entries| Index { entries })
    }

    /// A version byte, then entries of equal length.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(1 + self.entries.len() * ENTRY_BYTES);
        bytes.push(FORMAT);
        for (publication, likeness) in &self.entries {
            bytes.extend(publication.as_bytes());
            bytes.push(u8::from(likeness.whole.is_some()) | u8::from(likeness.shown.is_some()) << 1);
            bytes.extend(likeness.whole.unwrap_or_default().to_be_bytes());
            bytes.extend(likeness.shown.unwrap_or_default().to_be_bytes());
        }
        bytes
    }

    pub fn change(&mut self, publication: PublicationId, change: Change) {
        let place = match self.entries.iter().position(|(id, _)| *id == publication) {
            Some(place) => place,
            None => {
                self.entries.push((publication, Likeness::default()));
                self.entries.len() - 1
            }
        };
        let likeness = &mut self.entries[place].1;
        match change {
            Change::Photo(hash) => *likeness = Likeness { whole: Some(hash), shown: None },
            Change::Part(hash) => likeness.shown = Some(hash),
            Change::NoPart => likeness.shown = None,
        }
    }

    /// Drops the entries for which `is_kept` is false.
    pub fn keep(&mut self, is_kept: impl Fn(PublicationId) -> bool) {
        self.entries.retain(|(publication, _)| is_kept(*publication));
    }

    /// Other publications whose photo looks like this one's, the likely ones first.
    pub fn near(&self, publication: PublicationId) -> Vec<(PublicationId, Nearness)> {
        let own = self.entries.iter().find(|(id, _)| *id == publication);
        let Some((_, own)) = own else { return Vec::new() };
        let others = self.entries.iter().filter(|(id, _)| *id != publication);
        let mut near: Vec<(PublicationId, Nearness)> =
            others.filter_map(|(id, other)| Some((*id, own.nearness(other)?))).collect();
        near.sort_by_key(|(_, nearness)| *nearness);
        near
    }
}

fn entry(bytes: &[u8; ENTRY_BYTES]) -> Result<(PublicationId, Likeness), UnreadableIndex> {
    let (id, rest) = bytes.split_first_chunk::<16>().ok_or(UnreadableIndex)?;
    let (&[known], rest) = rest.split_first_chunk::<1>().ok_or(UnreadableIndex)?;
    let (whole, rest) = rest.split_first_chunk::<8>().ok_or(UnreadableIndex)?;
    let shown = rest.first_chunk::<8>().ok_or(UnreadableIndex)?;
    if known > 0b11 {
        return Err(UnreadableIndex);
    }
    let hash = |bit: u8, bytes: &[u8; 8]| (known & bit != 0).then(|| u64::from_be_bytes(*bytes));
    Ok((PublicationId::from_bytes(*id), Likeness { whole: hash(1, whole), shown: hash(2, shown) }))
}

/// What became of a publication. It is read from plain columns, so that a withdrawal is known without a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    Draft,
    InReview,
    Live,
    /// Taken down by the person's own code, or by staff after it was shown.
    TakenDown {
        by_person: bool,
    },
    Ended,
    /// Ended by staff or a job before it was ever shown.
    Dropped,
}

impl Became {
    pub fn of(stage: Stage, ended_reason: Option<EndReason>, was_shown: bool) -> Became {
        let is_because = |reason: EndReason| ended_reason == Some(reason);
        match stage {
            Stage::Draft => Became::Draft,
            Stage::InReview => Became::InReview,
            Stage::Live => Became::Live,
            Stage::Ended if is_because(EndReason::WithdrawnByCode) => Became::TakenDown { by_person: true },
            Stage::Ended if !was_shown => Became::Dropped,
            Stage::Ended if is_because(EndReason::WithdrawnByStaff) => Became::TakenDown { by_person: false },
            Stage::Ended => Became::Ended,
        }
    }

    /// True if a later photo is compared with this one. A photo that was not taken down is forgotten if it ended before
    /// `forgotten_before`.
    pub fn is_remembered(self, ended_at: Option<Moment>, forgotten_before: Moment) -> bool {
        match self {
            Became::Draft | Became::InReview | Became::Live | Became::TakenDown { .. } => true,
            Became::Ended => ended_at.is_none_or(|ended_at| ended_at >= forgotten_before),
            Became::Dropped => false,
        }
    }
}

/// Another publication whose photo looks like this one's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    pub publication: PublicationId,
    pub nearness: Nearness,
    pub became: Became,
    /// Only if it was ever published.
    pub photo_number: Option<String>,
    /// The sign-in name of the person who began it.
    pub drafted_by: String,
    /// The day on which it began, was first shown, or ended: the last of these.
    pub on: Date,
}

/// The taken-down publications for which nobody has said yet why this photo may go up.
pub fn unanswered<'a>(
    alike: &'a [Alike],
    answered: Option<&'a Answered>,
) -> impl Iterator<Item = &'a Alike> + 'a {
    let is_answered = move |id: PublicationId| answered.is_some_and(|answered| answered.about.contains(&id));
    alike
        .iter()
        .filter(move |one| matches!(one.became, Became::TakenDown { .. }) && !is_answered(one.publication))
}

#[cfg(test)]
mod tests;
