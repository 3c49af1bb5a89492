//! What this host has seen of certified photos, like the keys in `known_hosts`: the newest certificate of each, its case's key, and
//! which numbers have ended. A file of lines beside the data, which only grows. Invariant: no database brings back a number that
//! ended here, nor a certificate older than one that was seen here.

use std::collections::{HashMap, HashSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use time::Duration;

use crate::clock::Moment;
use crate::ids::{CaseId, PublicationId};
use crate::line_file;
use crate::photo_number::PhotoNumber;
use crate::publications::certificate::Certificate;
use crate::sealing::PublicKey;

const PHOTO: &str = "kinlight-photo 1";
const ENDED: &str = "kinlight-ended 1";
const UNCERTIFIED: &str = "kinlight-uncertified 1";
/// How long a host that is new shows photos of before the update, while no photo at all is certified: until the desk has started.
const OLDER_FOR: Duration = Duration::days(7);
/// How many ended numbers are kept that this host has never seen live: somebody who writes to the database can make up any.
const MOST_UNSEEN: usize = 100_000;

/// Whether photos without a certificate are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Older {
    /// This host has not loaded any photos yet.
    #[default]
    Unmet,
    ShownUntil(Moment),
    /// It has seen a certified photo, or there was none at all: they are never shown again here.
    Closed,
}

#[derive(Debug, Default)]
pub struct Memory {
    /// `None` if what it remembers ends with the process.
    path: Option<PathBuf>,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    generations: HashMap<PublicationId, u32>,
    keys: HashMap<CaseId, PublicKey>,
    numbers: HashSet<PhotoNumber>,
    ended: HashSet<PhotoNumber>,
    unseen: usize,
    older: Older,
    /// Until when a program of before may run beside this process.
    beside_until: Option<Moment>,
}

/// What a load of the catalogue found.
pub(super) struct Loaded<'a> {
    pub certified: Vec<&'a Certificate>,
    pub has_uncertified: bool,
    pub ended: &'a HashSet<PhotoNumber>,
}

impl Memory {
    /// Reads the file; a missing one is empty.
    pub fn remembering_in(path: &Path) -> std::io::Result<Memory> {
        let text = match std::fs::read_to_string(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            read => read?,
        };
        let mut state = State::default();
        for line in text.lines().filter(|line| !line.is_empty()) {
            if state.read(line).is_none() {
                // An interrupted write damages one line, and the lines before it still count.
                tracing::warn!(file = %path.display(), "a line about a seen photo can't be read");
            }
        }
        Ok(Memory { path: Some(path.to_owned()), state: Mutex::new(state) })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The newest certificate's generation that was seen here; 0 if none was.
    pub(super) fn generation(&self, id: PublicationId) -> u32 {
        self.state().generations.get(&id).copied().unwrap_or_default()
    }

    pub(super) fn has_ended(&self, number: PhotoNumber) -> bool {
        self.state().ended.contains(&number)
    }

    /// The case's key as the newest certificate seen here says.
    pub(super) fn key_of(&self, case: CaseId) -> Option<PublicKey> {
        self.state().keys.get(&case).cloned()
    }

    pub(super) fn shows_older(&self, now: Moment) -> bool {
        match self.state().older {
            Older::Unmet => true,
            Older::ShownUntil(until) => now <= until,
            Older::Closed => false,
        }
    }

    /// Whether this host has loaded no photos yet, in this or an earlier process.
    pub(super) fn is_new(&self) -> bool {
        self.state().older == Older::Unmet
    }

    pub(super) fn runs_beside(&self, now: Moment) -> bool {
        self.state().beside_until.is_some_and(|until| now <= until)
    }

    pub(super) fn set_beside(&self, until: Moment) {
        self.state().beside_until = Some(until);
    }

    /// Takes over what a load found. Returns the lines that are to be written with [`Memory::keep`].
    pub(super) fn learn(&self, loaded: &Loaded<'_>, now: Moment) -> Vec<String> {
        let mut state = self.state();
        let mut lines = Vec::new();
        for certificate in &loaded.certified {
            let known = state.generations.get(&certificate.publication).copied().unwrap_or_default();
            if certificate.generation > known {
                lines.push(line_of(certificate));
            }
        }
        for number in loaded.ended.iter().filter(|number| !state.ended.contains(number)) {
            let is_room = state.numbers.contains(number) || state.unseen + lines.len() < MOST_UNSEEN;
            lines.extend(is_room.then(|| format!("{ENDED} {}", number.compact())));
        }
        let older = match state.older {
            _ if !loaded.certified.is_empty() || !loaded.has_uncertified => Older::Closed,
            Older::Unmet => Older::ShownUntil(now + OLDER_FOR),
            met => met,
        };
        if older != state.older && state.older != Older::Closed {
            lines.push(match older {
                Older::ShownUntil(until) => format!("{UNCERTIFIED} {}", until.0),
                _ => format!("{UNCERTIFIED} closed"),
            });
        }
        for line in &lines {
            let _ = state.read(line);
        }
        lines
    }

    /// Writes the lines. That they can't be written stops nobody: this process remembers them.
    pub(super) async fn keep(&self, lines: Vec<String>) {
        let Some(path) = self.path.clone().filter(|_| !lines.is_empty()) else { return };
        let kept = tokio::task::spawn_blocking(move || line_file::append(&path, &lines)).await;
        if let Err(error) = kept.map_err(std::io::Error::other).and_then(|kept| kept) {
            tracing::error!(%error, "what this host has seen of certified photos is not kept");
        }
    }

    /// After a restore the backup's certificates are the newest. What has ended stays ended.
    pub fn forget_generations(&self) -> std::io::Result<()> {
        let mut state = self.state();
        state.generations.clear();
        let Some(path) = self.path.as_deref().filter(|path| path.exists()) else { return Ok(()) };
        let text = std::fs::read_to_string(path)?;
        let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with(PHOTO)).collect();
        let unfinished = path.with_extension("unfinished");
        let _ = std::fs::remove_file(&unfinished);
        line_file::append(&unfinished, &kept)?;
        std::fs::rename(unfinished, path)
    }
}

impl State {
    fn read(&mut self, line: &str) -> Option<()> {
        if let Some(rest) = line.strip_prefix(PHOTO) {
            let words: Vec<&str> = rest.split_whitespace().collect();
            let [id, case, key, generation, number] = words[..] else { return None };
            let (id, case) = (id.parse().ok()?, case.parse().ok()?);
            let (key, generation) = (PublicKey::parse(key).ok()?, generation.parse().ok()?);
            let number = PhotoNumber::parse(number).ok()?;
            let known = self.generations.entry(id).or_default();
            if generation > *known {
                *known = generation;
                self.keys.insert(case, key);
                self.numbers.insert(number);
            }
        } else if let Some(rest) = line.strip_prefix(ENDED) {
            let number = PhotoNumber::parse(rest.trim()).ok()?;
            if self.ended.insert(number) && !self.numbers.contains(&number) {
                self.unseen += 1;
            }
        } else {
            self.older = match line.strip_prefix(UNCERTIFIED)?.trim() {
                "closed" => Older::Closed,
                _ if self.older == Older::Closed => Older::Closed,
                until => Older::ShownUntil(Moment(until.parse().ok()?)),
            };
        }
        Some(())
    }
}

fn line_of(certificate: &Certificate) -> String {
    let Certificate { publication, case, case_key, generation, number, .. } = certificate;
    format!("{PHOTO} {publication} {case} {} {generation} {}", case_key.as_str(), number.compact())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publications::certificate::tests::certificate;

    const NOW: Moment = Moment(1_795_000_000);

    fn learns(memory: &Memory, certified: &[&Certificate], ended: &[PhotoNumber]) -> Vec<String> {
        let ended = ended.iter().copied().collect();
        let loaded = Loaded { certified: certified.to_vec(), has_uncertified: false, ended: &ended };
        memory.learn(&loaded, NOW)
    }

    #[test]
    fn what_was_seen_is_known_after_a_restart_and_a_torn_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("seen-photos.txt");
        let memory = Memory::remembering_in(&path).unwrap();
        let (one, over) = (certificate(), PhotoNumber::draw());
        let mut lines = learns(&memory, &[&one], &[over]);
        assert_eq!(lines.len(), 3, "{lines:?}");
        assert_eq!(learns(&memory, &[&one], &[over]), [""; 0], "nothing is written twice");
        lines.push(format!("{ENDED} 4721"));
        line_file::append(&path, &lines).unwrap();
        let memory = Memory::remembering_in(&path).unwrap();
        assert_eq!(memory.generation(one.publication), 3);
        assert_eq!(memory.key_of(one.case), Some(one.case_key.clone()));
        assert!(memory.has_ended(over) && !memory.has_ended(one.number) && !memory.shows_older(NOW));
        memory.forget_generations().unwrap();
        for memory in [memory, Memory::remembering_in(&path).unwrap()] {
            assert_eq!(memory.generation(one.publication), 0);
            assert!(memory.has_ended(over) && !memory.shows_older(NOW));
        }
    }

    #[test]
    fn photos_of_before_are_shown_until_one_is_certified_or_a_week_has_passed() {
        let (ended, memory) = (HashSet::new(), Memory::default());
        let only_older = || Loaded { certified: Vec::new(), has_uncertified: true, ended: &ended };
        assert!(memory.shows_older(NOW));
        memory.learn(&only_older(), NOW);
        memory.learn(&only_older(), NOW + Duration::days(3));
        assert!(memory.shows_older(NOW + Duration::days(7)));
        assert!(!memory.shows_older(NOW + Duration::days(7) + Duration::SECOND));
        learns(&memory, &[&certificate()], &[]);
        assert!(!memory.shows_older(NOW));
        memory.learn(&only_older(), NOW);
        assert!(!memory.shows_older(NOW), "it never opens again");
    }

    #[test]
    fn made_up_numbers_leave_room_for_true_ones() {
        let (memory, one) = (Memory::default(), certificate());
        learns(&memory, &[&one], &[]);
        memory.state().unseen = MOST_UNSEEN;
        let made_up = PhotoNumber::draw();
        learns(&memory, &[], &[made_up, one.number]);
        assert!(memory.has_ended(one.number) && !memory.has_ended(made_up));
    }
}
