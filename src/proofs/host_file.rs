//! The host's file: a few lines of text, replaced as a whole. Several processes of one host share it: each takes over what the
//! others have seen. What is in it only grows, until the operator lets the host begin again, which starts a new era.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use super::host::Older;
use super::known::{Act, Chain};
use crate::chance;
use crate::clock::Moment;
use crate::ids::SocietyId;

const FIRST: &str = "kinlight-seen-chains 1";

#[derive(Debug, thiserror::Error)]
pub enum FileError {
    #[error("{0}: {1}")]
    Io(PathBuf, io::Error),
    #[error(
        "{0}: line {1} can't be read. It says what this host has seen of the audit chains; do not delete it: see docs/operations.md"
    )]
    Damaged(PathBuf, usize),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Contents {
    /// Changes when the operator lets this host begin again.
    pub era: String,
    pub older: Older,
    pub chains: BTreeMap<SocietyId, Chain>,
}

impl Contents {
    /// Takes over what another process has seen. The file of a newer era counts alone.
    pub(super) fn takes_over(&mut self, there: Contents) {
        if there.era != self.era {
            *self = there;
            return;
        }
        self.older = match (self.older, there.older) {
            (Older::Closed, _) | (_, Older::Closed) => Older::Closed,
            (Older::Unmet, other) | (other, Older::Unmet) => other,
            (Older::CountUntil(a), Older::CountUntil(b)) => Older::CountUntil(a.min(b)),
        };
        for (society, chain) in there.chains {
            let own = self.chains.entry(society).or_default();
            if chain.seq > own.seq {
                *own = chain;
            }
        }
    }

    fn text(&self) -> String {
        let mut text = format!("{FIRST}\nera {}\n", if self.era.is_empty() { "-" } else { &self.era });
        // Writing to a String does not fail.
        let _ = match self.older {
            Older::Unmet => Ok(()),
            Older::CountUntil(until) => writeln!(text, "older-until {}", until.0),
            Older::Closed => writeln!(text, "older-closed"),
        };
        for (society, chain) in &self.chains {
            let hash: String = chain.hash.iter().map(|byte| format!("{byte:02x}")).collect();
            let _ = writeln!(text, "chain {society} {} {hash} {}", chain.seq, chain.erased_to);
            for ((person, act), seq) in &chain.acts {
                let _ = writeln!(text, "act {person} {} {seq}", act.code());
            }
            for (session, at) in &chain.left {
                let _ = writeln!(text, "left {session} {at}");
            }
            for (publication, editors) in &chain.editors {
                for editor in editors {
                    let _ = writeln!(text, "editor {publication} {editor}");
                }
            }
        }
        text
    }

    /// `Err` is the number of the line that can't be read.
    fn parse(text: &str) -> Result<Contents, usize> {
        let mut contents = Contents::default();
        let mut last: Option<SocietyId> = None;
        for (at, line) in text.lines().enumerate() {
            let words: Vec<&str> = line.split(' ').collect();
            let read = match (at, words.as_slice()) {
                (0, _) => (line == FIRST).then_some(()),
                (_, ["era", era]) => {
                    era.trim_matches('-').clone_into(&mut contents.era);
                    Some(())
                }
                (_, ["older-closed"]) => {
                    contents.older = Older::Closed;
                    Some(())
                }
                (_, ["older-until", until]) => {
                    until.parse().ok().map(|until| contents.older = Older::CountUntil(Moment(until)))
                }
                (_, ["chain", society, seq, hash, erased_to]) => read_chain(seq, hash, erased_to)
                    .and_then(|new| Some((society.parse().ok()?, new)))
                    .map(|(society, new)| {
                        last = Some(society);
                        contents.chains.insert(society, new);
                    }),
                (_, rest) => last
                    .and_then(|society| contents.chains.get_mut(&society))
                    .and_then(|chain| read_of_chain(chain, rest)),
            };
            read.ok_or(at + 1)?;
        }
        if text.is_empty() { Err(1) } else { Ok(contents) }
    }
}

fn read_chain(seq: &str, hash: &str, erased_to: &str) -> Option<Chain> {
    let digits: Vec<u8> =
        hash.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect::<Option<_>>()?;
    let bytes: Vec<u8> = digits.chunks(2).map(|pair| pair.iter().fold(0, |n, d| n << 4 | d)).collect();
    let (seq, erased_to) = (seq.parse().ok()?, erased_to.parse().ok()?);
    Some(Chain { seq, erased_to, hash: bytes.try_into().ok()?, ..Chain::default() })
}

fn read_of_chain(chain: &mut Chain, words: &[&str]) -> Option<()> {
    match words {
        ["act", person, act, seq] => {
            chain.acts.insert((person.parse().ok()?, Act::parse(act)?), seq.parse().ok()?);
        }
        ["left", session, at] => {
            chain.left.insert(session.parse().ok()?, at.parse().ok()?);
        }
        ["editor", publication, editor] => {
            chain.editors.entry(publication.parse().ok()?).or_default().insert(editor.parse().ok()?);
        }
        _ => return None,
    }
    Some(())
}

/// `None` if there is no file yet.
pub(super) fn read(path: &Path) -> Result<Option<Contents>, FileError> {
    match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(FileError::Io(path.to_owned(), error)),
        Ok(text) => match Contents::parse(&text) {
            Ok(contents) => Ok(Some(contents)),
            Err(line) => Err(FileError::Damaged(path.to_owned(), line)),
        },
    }
}

/// Replaces the file, in one step and durably, by what `make` makes of it, while no other process writes. Returns that.
pub(super) fn write(
    path: &Path,
    make: impl FnOnce(Option<Contents>) -> Contents,
) -> Result<Contents, FileError> {
    let failed = |error| FileError::Io(path.to_owned(), error);
    let options = || OpenOptions::new().create(true).write(true).truncate(false).mode(0o600).clone();
    let lock = options().open(path.with_extension("lock")).map_err(failed)?;
    lock.lock().map_err(failed)?;
    let contents = make(read(path)?);
    let unfinished = path.with_extension(format!("{}.unfinished", chance::name()));
    let mut file = options().create_new(true).open(&unfinished).map_err(failed)?;
    file.write_all(contents.text().as_bytes()).and_then(|()| file.sync_all()).map_err(failed)?;
    fs::rename(&unfinished, path).map_err(failed)?;
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
    }
    Ok(contents)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{RecordId, StaffId};

    const SOCIETY: SocietyId = SocietyId::from_u128(1);

    fn seen(seq: u64) -> Contents {
        let person = StaffId::from_u128(7);
        let chain = Chain {
            seq,
            hash: [0xA5; 32],
            erased_to: 2,
            acts: [((person, Act::Ended), seq)].into(),
            left: [(3, 1_795_000_000)].into(),
            editors: [(RecordId::from_u128(9), [person].into())].into(),
        };
        let chains =
            [(SOCIETY, chain), (SocietyId::from_u128(2), Chain { seq: 1, ..Chain::default() })].into();
        Contents { era: "first".to_owned(), older: Older::CountUntil(Moment(1_795_003_600)), chains }
    }

    #[test]
    fn what_is_written_is_read_and_damage_is_told_by_its_line() {
        for contents in [seen(12), Contents::default(), Contents { older: Older::Closed, ..seen(1) }] {
            assert_eq!(Contents::parse(&contents.text()), Ok(contents));
        }
        let text = seen(12).text();
        let damaged = [
            (String::new(), 1),
            (text.replace("chains 1", "chains 2"), 1),
            (text.replace("older-until", "older-since"), 3),
            (text.replace("a5a5", "a5"), 4),
            (text.replace("ended", "began"), 5),
            (format!("{text}act\n"), 9),
        ];
        for (text, line) in damaged {
            assert_eq!(Contents::parse(&text), Err(line), "{text}");
        }
    }

    #[test]
    fn processes_of_a_host_share_what_they_saw_and_forget_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("seen-chains.txt");
        assert_eq!(read(&path).unwrap(), None);
        let merged = |own: Contents| {
            write(&path, |there| {
                let mut both = own;
                if let Some(there) = there {
                    both.takes_over(there);
                }
                both
            })
            .unwrap()
        };
        merged(seen(12));
        assert_eq!(merged(seen(5)), seen(12), "what another process saw later stays");
        let closed = merged(Contents { older: Older::Closed, ..seen(5) });
        assert_eq!((closed.older, closed.chains), (Older::Closed, seen(12).chains));
        assert_eq!(merged(seen(13)).older, Older::Closed, "it never opens again");
        // The operator let this host begin again: a process from before takes that over.
        let again = Contents { era: "second".to_owned(), older: Older::Closed, chains: BTreeMap::new() };
        write(&path, |_| again.clone()).unwrap();
        assert_eq!(merged(seen(99)), again);
        assert_eq!(read(&path).unwrap(), Some(again));
    }
}
