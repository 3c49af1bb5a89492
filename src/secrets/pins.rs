//! What this host knows of each Society whatever the database says: the root's public half in the pin file, and beside it the
//! newest key list that was seen. Invariant: only this host's owner writes the pin file, and a host never goes back to an older
//! list.

use std::collections::HashMap;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::{from_hex, hex, write_private};
use crate::chance;
use crate::ids::SocietyId;
use crate::line_file;
use crate::sealing::{Pinned, Root, VerifyKey};

const PIN: &str = "kinlight-pin 1";
const SEEN: &str = "kinlight-list 1";

#[derive(Debug, thiserror::Error)]
pub enum PinError {
    #[error("{file}: line {line} is not a pin: kinlight-pin 1 SOCIETY KEY was expected", file = .0.display(), line = .1)]
    Unreadable(PathBuf, usize),
    #[error("{file}: line {line} pins another root for Society {society} than a line above", file = .0.display(), line = .1, society = .2)]
    Twice(PathBuf, usize, SocietyId),
    #[error("{file}: line {line} is not a desk's key: kinlight-desk 1 KEY was expected", file = .0.display(), line = .1)]
    NoDeskKey(PathBuf, usize),
    #[error("another root is pinned for Society {0}")]
    Another(SocietyId),
    #[error("{file}: {error}", file = .0.display(), error = .1)]
    Io(PathBuf, io::Error),
}

/// A line that is not a pin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a pin: kinlight-pin 1 SOCIETY KEY was expected")]
pub struct NotAPin;

/// A line of the pin file: `kinlight-pin 1 SOCIETY KEY`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin(pub Root);

impl Pin {
    pub fn parse(line: &str) -> Result<Pin, NotAPin> {
        let words: Vec<&str> = line.trim().strip_prefix(PIN).ok_or(NotAPin)?.split_whitespace().collect();
        let [society, key] = words[..] else { return Err(NotAPin) };
        let society = society.parse().map_err(|_| NotAPin)?;
        Ok(Pin(Root { society, key: VerifyKey::parse(key).map_err(|_| NotAPin)? }))
    }
}

impl fmt::Display for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PIN} {} {}", self.0.society, self.0.key)
    }
}

/// A key list that was verified: its version, and the hash of what was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeenList {
    pub version: u64,
    pub hash: [u8; 32],
}

impl SeenList {
    pub fn parse(text: &str) -> Option<SeenList> {
        let (version, hash) = text.trim().split_once(' ')?;
        Some(SeenList { version: version.parse().ok()?, hash: *from_hex(hash)? })
    }
}

impl fmt::Display for SeenList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.version, hex(&self.hash))
    }
}

/// The two files. The pin file is read each time it is asked, so that a pin counts without a restart.
#[derive(Clone, Default)]
pub struct Pins {
    /// `None` in a process that seals to no Society.
    file: Option<PathBuf>,
    seen: Arc<Mutex<HashMap<SocietyId, SeenList>>>,
}

impl fmt::Debug for Pins {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pins({:?})", self.file)
    }
}

impl Pins {
    /// Reads both files; a missing one is empty.
    pub fn at(file: &Path) -> Result<Pins, PinError> {
        let pins = Pins { file: Some(file.to_owned()), seen: Arc::default() };
        pins.all()?;
        let seen = beside(file);
        for line in read(&seen)?.lines() {
            let found = line.strip_prefix(SEEN).and_then(|rest| rest.trim().split_once(' '));
            let found =
                found.and_then(|(society, list)| Some((society.parse().ok()?, SeenList::parse(list)?)));
            match found {
                Some((society, list)) => pins.keep(society, list),
                // An interrupted write damages one line, and the list before it still counts.
                None => tracing::warn!(file = %seen.display(), "a line about a seen key list can't be read"),
            }
        }
        Ok(pins)
    }

    /// Every pin of the file.
    pub fn all(&self) -> Result<Vec<Pin>, PinError> {
        let Some(file) = &self.file else { return Ok(Vec::new()) };
        let mut pins: Vec<Pin> = Vec::new();
        let text = read(file)?;
        let lines = text.lines().map(str::trim).enumerate();
        for (at, line) in lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            let pin = Pin::parse(line).map_err(|NotAPin| PinError::Unreadable(file.clone(), at + 1))?;
            match pins.iter().find(|other| other.0.society == pin.0.society) {
                Some(other) if *other != pin => {
                    return Err(PinError::Twice(file.clone(), at + 1, pin.0.society));
                }
                Some(_) => {}
                None => pins.push(pin),
            }
        }
        Ok(pins)
    }

    /// The Society's root as this host knows it; `None` if nobody has pinned one here.
    pub fn of(&self, society: SocietyId) -> Result<Option<Pinned<Root>>, PinError> {
        let pin = self.all()?.into_iter().find(|pin| pin.0.society == society);
        Ok(pin.map(|Pin(root)| Pinned::on_this_host(root)))
    }

    /// Writes a pin. A Society's pin is replaced by another root only if that is said, and what was seen of the lists that the
    /// other root signed is forgotten then.
    pub fn add(&self, pin: &Pin, is_replacing: bool) -> Result<(), PinError> {
        let Some(file) = &self.file else { return Ok(()) };
        let society = pin.0.society;
        let mut pins = self.all()?;
        match pins.iter().position(|other| other.0.society == society) {
            Some(at) if pins[at] == *pin => return Ok(()),
            Some(_) if !is_replacing => return Err(PinError::Another(society)),
            Some(at) => {
                pins.remove(at);
                self.forget(Some(society))?;
            }
            None => {}
        }
        pins.push(pin.clone());
        replace(file, &pins.iter().map(|pin| format!("{pin}\n")).collect::<String>())
    }

    /// The newest list of this Society that this host has seen.
    pub fn seen(&self, society: SocietyId) -> Option<SeenList> {
        self.lock().get(&society).copied()
    }

    /// Remembers a list that was verified and committed. That it can't be written down stops nobody: this process remembers it.
    pub fn remember(&self, society: SocietyId, list: SeenList) {
        if self.seen(society).is_some_and(|seen| seen.version >= list.version) {
            return;
        }
        self.keep(society, list);
        let Some(file) = self.file.as_deref().map(beside) else { return };
        if let Err(error) = line_file::append(&file, &[format!("{SEEN} {society} {list}")]) {
            tracing::error!(%error, file = %file.display(), "the newest key list could not be written down on this host");
        }
    }

    /// Forgets which lists were seen, of one Society or of all: after a restore the lists of the backup are the newest.
    pub fn forget(&self, society: Option<SocietyId>) -> Result<(), PinError> {
        let mut seen = self.lock();
        seen.retain(|one, _| society.is_some_and(|society| *one != society));
        let Some(file) = self.file.as_deref().map(beside) else { return Ok(()) };
        let lines: String = seen.iter().map(|(society, list)| format!("{SEEN} {society} {list}\n")).collect();
        if file.exists() { replace(&file, &lines) } else { Ok(()) }
    }

    fn keep(&self, society: SocietyId, list: SeenList) {
        let mut seen = self.lock();
        if seen.get(&society).is_none_or(|known| known.version < list.version) {
            seen.insert(society, list);
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<SocietyId, SeenList>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn beside(file: &Path) -> PathBuf {
    file.with_extension("seen")
}

pub(super) fn read(file: &Path) -> Result<String, PinError> {
    match std::fs::read_to_string(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
        read => read.map_err(|error| PinError::Io(file.to_owned(), error)),
    }
}

/// The file has its old contents or its new ones, never a part.
pub(super) fn replace(file: &Path, text: &str) -> Result<(), PinError> {
    let named = |error| PinError::Io(file.to_owned(), error);
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(named)?;
    }
    let unfinished = file.with_extension(format!("{}.unfinished", chance::name()));
    write_private(&unfinished, text.as_bytes()).map_err(named)?;
    std::fs::rename(&unfinished, file).map_err(named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sealing::SecretKey;

    fn pin(society: u128) -> Pin {
        let key = SecretKey::generate().signing("root").public();
        Pin(Root { society: SocietyId::from_u128(society), key })
    }

    fn list(version: u64) -> SeenList {
        SeenList { version, hash: [7; 32] }
    }

    #[test]
    fn a_pin_is_one_readable_line_and_counts_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let pins = Pins::at(&folder.path().join("new/pins.txt")).unwrap();
        let (one, two) = (pin(1), pin(2));
        assert_eq!(Pin::parse(&format!("  {one}\n")), Ok(one.clone()));
        assert_eq!(pins.of(one.0.society).unwrap(), None);
        pins.add(&one, false).unwrap();
        pins.add(&two, false).unwrap();
        pins.add(&two, false).unwrap();
        assert_eq!(pins.all().unwrap(), [one.clone(), two.clone()]);
        assert_eq!(*pins.of(two.0.society).unwrap().unwrap(), two.0);
        let other = pin(1);
        assert!(matches!(pins.add(&other, false), Err(PinError::Another(_))));
        pins.add(&other, true).unwrap();
        assert_eq!(pins.all().unwrap(), [two, other]);
    }

    #[test]
    fn a_file_that_says_two_things_or_nothing_readable_is_no_pin() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("pins.txt");
        let (one, other) = (pin(1), pin(1));
        for (text, is_read) in [
            (String::new(), true),
            (format!("# from the sheet\n\n{one}\n{one}"), true),
            (format!("{one}\n{other}\n"), false),
            (format!("{one} more\n"), false),
            (one.to_string().replace("pin 1", "pin 2"), false),
            (one.to_string()[..60].to_owned(), false),
        ] {
            std::fs::write(&file, &text).unwrap();
            assert_eq!(Pins::at(&file).is_ok(), is_read, "{text}");
        }
        std::fs::write(&file, [0xff, 0xfe]).unwrap();
        assert!(matches!(Pins::at(&file), Err(PinError::Io(..))));
    }

    #[test]
    fn a_host_remembers_the_newest_list_and_goes_on_after_a_torn_line() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("pins.txt");
        let (one, two) = (SocietyId::from_u128(1), SocietyId::from_u128(2));
        let pins = Pins::at(&file).unwrap();
        for version in [3, 9, 4] {
            pins.remember(one, list(version));
        }
        pins.remember(two, list(1));
        assert_eq!(pins.seen(one), Some(list(9)));
        let text = std::fs::read_to_string(beside(&file)).unwrap();
        std::fs::write(beside(&file), format!("{text}kinlight-list 1 {one} 12 0707")).unwrap();
        let again = Pins::at(&file).unwrap();
        assert_eq!((again.seen(one), again.seen(two)), (Some(list(9)), Some(list(1))));
        again.forget(Some(one)).unwrap();
        let again = Pins::at(&file).unwrap();
        assert_eq!((again.seen(one), again.seen(two)), (None, Some(list(1))));
    }
}
