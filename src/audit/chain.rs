//! One hash chain per Society: each line contains the hash of the line before, so that any change shows. Pure: ids and times
//! are passed in. A line consists of ids, a verb, an actor and perhaps one word, and never has content.

use std::borrow::Cow;
use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use time::Duration;

use super::checkpoints::Checkpoint;
pub use super::verbs::Verb;
use crate::clock::Moment;
use crate::ids::{RecordId, SocietyId, StaffId};

pub type Hash = [u8; 32];

/// The chain for events that concern the installation and no Society, such as a lockdown.
pub const INSTALLATION: SocietyId = SocietyId::from_u128(0);

/// What happened, before it has its place in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The staff member; `None` for jobs and for what came from the site.
    pub actor: Option<StaffId>,
    pub verb: Verb,
    /// The record.
    pub subject: RecordId,
    pub detail: Option<Word>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub society: SocietyId,
    /// 1, 2, 3 … without a gap.
    pub seq: u64,
    pub at: Moment,
    pub actor: Option<StaffId>,
    pub verb: Verb,
    pub subject: RecordId,
    pub detail: Option<Word>,
    /// The hash of line `seq - 1`; 32 zeros for the first line.
    pub previous: Hash,
}

/// One kebab-case word, such as an outcome; too small to hold a name or a story.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Word(Cow<'static, str>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a detail is one word of a to z, 0 to 9 and dashes, at most 32 long")]
pub struct NotAWord;

impl Word {
    const LONGEST: usize = 32;

    pub fn parse(text: &str) -> Result<Self, NotAWord> {
        let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        match (1..=Self::LONGEST).contains(&text.len()) && text.bytes().all(is_plain) {
            true => Ok(Self(text.to_owned().into())),
            false => Err(NotAWord),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A word of the program's own text contains nobody's data; `audit::append` refuses one that could not be read again.
impl From<&'static str> for Word {
    fn from(word: &'static str) -> Self {
        Self(word.into())
    }
}

/// The line that says that the beginning of a chain, up to line `seq`, was erased because its time was over.
pub fn erased_to(society: SocietyId, seq: u64) -> Entry {
    let detail = Word::parse(&format!("{TO}{seq}")).ok();
    Entry { actor: None, verb: Verb::LinesErased, subject: society.into(), detail }
}

const TO: &str = "to-";

/// The end of a chain, which the next line links to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    pub society: SocietyId,
    /// 0 before the first line.
    pub seq: u64,
    pub hash: Hash,
}

impl Head {
    pub fn start(society: SocietyId) -> Self {
        Self { society, seq: 0, hash: [0; 32] }
    }

    pub fn next(self, entry: Entry, at: Moment) -> Line {
        let Entry { actor, verb, subject, detail } = entry;
        Line {
            society: self.society,
            seq: self.seq + 1,
            at,
            actor,
            verb,
            subject,
            detail,
            previous: self.hash,
        }
    }
}

impl Line {
    pub fn hash(&self) -> Hash {
        let words = [self.verb.code(), self.detail.as_ref().map_or("", Word::as_str)];
        hash((self.society, self.seq, self.at), self.actor, words, (self.subject, self.previous))
    }

    /// The last line of the erased beginning, if this line is about an erasure.
    fn erased_to(&self) -> Option<u64> {
        let detail = self.detail.as_ref().filter(|_| self.verb == Verb::LinesErased)?;
        detail.as_str().strip_prefix(TO)?.parse().ok()
    }

    /// The chain's end once this line is written.
    pub fn head(&self) -> Head {
        Head { society: self.society, seq: self.seq, hash: self.hash() }
    }
}

/// SHA-256 over `kinlight-line 1`, then each field in order at a fixed width, or with its length before it:
/// society 16 bytes, seq u64 and time i64 big-endian, actor (0, or 1 and 16 bytes), verb (length u8, bytes),
/// subject 16 bytes, detail (length u8, bytes; 0 for none), previous 32 bytes. No two lines encode alike.
fn hash(
    (society, seq, at): (SocietyId, u64, Moment),
    actor: Option<StaffId>,
    words: [&str; 2],
    (subject, previous): (RecordId, Hash),
) -> Hash {
    let mut sha = Sha256::new();
    sha.update(b"kinlight-line 1");
    sha.update(society.as_bytes());
    sha.update(seq.to_be_bytes());
    sha.update(at.0.to_be_bytes());
    match &actor {
        None => sha.update([0]),
        Some(actor) => {
            sha.update([1]);
            sha.update(actor.as_bytes());
        }
    }
    // Both are far shorter than 256 bytes: verbs are ours, a Word is limited.
    let [verb_length, detail_length] = words.map(|word| word.len() as u8);
    sha.update([verb_length]);
    sha.update(words[0]);
    sha.update(subject.as_bytes());
    sha.update([detail_length]);
    sha.update(words[1]);
    sha.update(previous);
    sha.finalize().into()
}

/// A line as the database has it, for those who follow the chain: its verb may be one that only a newer program knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    pub society: SocietyId,
    pub seq: u64,
    pub at: Moment,
    pub actor: Option<StaffId>,
    pub verb: String,
    pub subject: RecordId,
    pub detail: Option<String>,
    pub previous: Hash,
}

impl Stored {
    pub fn hash(&self) -> Hash {
        let words = [self.verb.as_str(), self.detail.as_deref().unwrap_or_default()];
        hash((self.society, self.seq, self.at), self.actor, words, (self.subject, self.previous))
    }

    /// The last line of the erased beginning, if this line is about an erasure.
    pub fn erased_to(&self) -> Option<u64> {
        let is_erasure = self.verb == Verb::LinesErased.code();
        self.detail.as_deref().filter(|_| is_erasure)?.strip_prefix(TO)?.parse().ok()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    pub lines: u64,
    /// How many checkpoints of this Society agreed.
    pub checkpoints: u64,
    /// Lines up to here could not have been rewritten since their checkpoint; later ones rest on the chain alone.
    pub covered_to: u64,
}

/// The first fault in a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the audit chain of Society {society} is broken at line {seq}: {what}")]
pub struct Fault {
    pub society: SocietyId,
    pub seq: u64,
    pub what: Broken,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    #[error("it was edited after it was written")]
    Edited,
    #[error("it is missing")]
    Missing,
    #[error("another line stands in its place: lines were swapped or renumbered")]
    Swapped,
    #[error("it is not the line that a checkpoint saw: the chain was rewritten")]
    Rewritten,
    #[error("a checkpoint saw lines from here on, and they are gone")]
    TailCut,
    #[error("all lines up to it are gone, and no line that a checkpoint saw says that their time was over")]
    BeginningCut,
}

/// A beginning of a chain that was erased.
struct Cut {
    /// The last erased line.
    to: u64,
    /// When a checkpoint first saw that line: everything erased is at least as old.
    seen_at: Moment,
    /// The lines that record this erasure: their place in the chain, and their time.
    said: Vec<(u64, Moment)>,
}

/// The clocks of two machines differ by less than this.
const CLOCKS: Duration = Duration::hours(1);

impl Cut {
    /// Whether the erasure was due: a line records it whose time is at least `kept` after the erased lines. A checkpoint must
    /// also have seen that line by the time it claims, so that nobody can write it ahead of time.
    fn was_due(&self, checkpoints: &[&Checkpoint], kept: Duration) -> bool {
        self.said.iter().any(|(seq, at)| {
            let carried_at = checkpoints.iter().filter(|c| c.seq >= *seq).map(|c| c.at).min();
            at.since(self.seen_at) >= kept && carried_at.is_some_and(|carried_at| *at <= carried_at + CLOCKS)
        })
    }
}

/// Checks a Society's lines, in the order of `seq` and each with its stored hash, against each other and against the
/// checkpoints. Checkpoints of other Societies are skipped. Lines are kept for `kept`. Returns the first fault.
pub fn verify(
    society: SocietyId,
    lines: impl IntoIterator<Item = (Line, Hash)>,
    checkpoints: &[Checkpoint],
    kept: Duration,
) -> Result<Verified, Fault> {
    let ours: Vec<&Checkpoint> = checkpoints.iter().filter(|one| one.society == society).collect();
    let mut seen: BTreeMap<u64, Vec<Hash>> = BTreeMap::new();
    for checkpoint in &ours {
        seen.entry(checkpoint.seq).or_default().push(checkpoint.hash);
    }
    let broken = |seq, what| Err(Fault { society, seq, what });
    let mut head = Head::start(society);
    let mut verified = Verified { lines: 0, checkpoints: 0, covered_to: 0 };
    let mut lines = lines.into_iter().peekable();
    let mut cut: Option<Cut> = None;
    // When its time is over, a chain's beginning is erased up to a checkpoint. The first line left must link to that
    // checkpoint.
    if let Some((first, _)) = lines.peek().filter(|(first, _)| first.seq > 1) {
        let to = first.seq - 1;
        let seen_at = ours.iter().filter(|c| c.seq == to && c.hash == first.previous).map(|c| c.at).min();
        if let Some(seen_at) = seen_at {
            head = Head { society, seq: to, hash: first.previous };
            seen.retain(|seq, _| *seq > to);
            verified.covered_to = to;
            cut = Some(Cut { to, seen_at, said: Vec::new() });
        }
    }
    while let Some((line, stored)) = lines.next() {
        let seq = head.seq + 1;
        if line.seq != seq {
            let is_next = lines.peek().is_some_and(|(next, _)| next.seq == seq);
            let what = if line.seq < seq || is_next { Broken::Swapped } else { Broken::Missing };
            return broken(seq, what);
        }
        let is_linked = line.previous == head.hash && line.society == society;
        match (line.hash() == stored, is_linked) {
            (true, true) => {}
            (false, true) => return broken(seq, Broken::Edited),
            (false, false) => return broken(seq, Broken::Swapped),
            // This line is intact, so it was the line before that changed: this one links to another.
            (true, false) => return broken(head.seq.max(1), Broken::Edited),
        }
        head = line.head();
        verified.lines += 1;
        if let Some(cut) = cut.as_mut().filter(|cut| line.erased_to() == Some(cut.to)) {
            cut.said.push((seq, line.at));
        }
        for hash in seen.remove(&seq).unwrap_or_default() {
            if hash != head.hash {
                return broken(seq, Broken::Rewritten);
            }
            verified.checkpoints += 1;
            verified.covered_to = seq;
        }
    }
    match cut.filter(|cut| !cut.was_due(&ours, kept)) {
        _ if !seen.is_empty() => broken(head.seq + 1, Broken::TailCut),
        Some(cut) => broken(cut.to, Broken::BeginningCut),
        None => Ok(verified),
    }
}

#[cfg(test)]
mod tests;
