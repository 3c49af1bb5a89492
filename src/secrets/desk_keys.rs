//! The keys with which the desk's hosts countersign what the site shows, as this host knows them whatever the database says: a file
//! with a line for each. A host of the desk writes its own; to a host of the site alone somebody carries the line.

use std::fmt;
use std::path::Path;

use super::pins::{PinError, read, replace};
use crate::sealing::VerifyKey;

const LINE: &str = "kinlight-desk 1";

/// A line of the file: `kinlight-desk 1 KEY`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskKey(pub VerifyKey);

/// A line that names no key of a desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a desk's key: kinlight-desk 1 KEY was expected")]
pub struct NotADeskKey;

impl DeskKey {
    pub fn parse(line: &str) -> Result<DeskKey, NotADeskKey> {
        let key =
            line.trim().strip_prefix(LINE).and_then(|rest| rest.strip_prefix(' ')).ok_or(NotADeskKey)?;
        VerifyKey::parse(key).map(DeskKey).map_err(|_| NotADeskKey)
    }
}

impl fmt::Display for DeskKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{LINE} {}", self.0)
    }
}

/// Every key of the file; none if there is no file.
pub fn known(file: &Path) -> Result<Vec<DeskKey>, PinError> {
    let mut keys = Vec::new();
    let text = read(file)?;
    let lines = text.lines().map(str::trim).enumerate();
    for (at, line) in lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        let key = DeskKey::parse(line).map_err(|_| PinError::NoDeskKey(file.to_owned(), at + 1))?;
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    Ok(keys)
}

/// Adds a key, if the file does not have it.
pub fn add(file: &Path, key: &DeskKey) -> Result<(), PinError> {
    let mut keys = known(file)?;
    if keys.contains(key) {
        return Ok(());
    }
    keys.push(key.clone());
    replace(file, &keys.iter().map(|key| format!("{key}\n")).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sealing::SigningKey;

    #[test]
    fn a_host_knows_the_desks_that_its_file_names() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("new/desk-keys.txt");
        assert_eq!(known(&file).unwrap(), []);
        let [one, two] = ["one", "two"].map(|label| DeskKey(SigningKey::derived(&[1; 32], label).public()));
        for key in [&one, &two, &one] {
            add(&file, key).unwrap();
        }
        assert_eq!(known(&file).unwrap(), [one.clone(), two]);
        for (text, is_read) in [
            (format!("# carried by hand\n\n{one}\n"), true),
            (format!("{one} more\n"), false),
            (one.to_string().replace("desk 1", "desk 2"), false),
            (one.to_string()[..50].to_owned(), false),
        ] {
            std::fs::write(&file, &text).unwrap();
            assert_eq!(known(&file).is_ok(), is_read, "{text}");
        }
    }
}
