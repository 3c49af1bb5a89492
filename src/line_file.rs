//! A file outside the database that only grows, line by line: the audit's checkpoints, the tombstone log. Invariant: appended
//! lines survive a power cut, and an interrupted line damages none after it.

use std::fmt::Display;
use std::fs;
use std::io::{self, Read, Seek, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// Appends the lines; when this returns, they are on the disk. Only its owner can read a new file.
pub fn append(path: &Path, lines: &[impl Display]) -> io::Result<()> {
    let is_new = !path.exists();
    let mut options = fs::OpenOptions::new();
    let mut file = options.create(true).append(true).read(true).mode(0o600).open(path)?;
    let mut text = String::new();
    if is_cut_off(&mut file)? {
        text.push('\n');
    }
    for line in lines {
        text.push_str(&format!("{line}\n"));
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    match path.parent().filter(|folder| is_new && !folder.as_os_str().is_empty()) {
        // The new file's name must survive a power cut as well.
        Some(folder) => fs::File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

/// Whether the file ends in the middle of a line, after an interrupted write.
fn is_cut_off(file: &mut fs::File) -> io::Result<bool> {
    if file.metadata()?.len() == 0 {
        return Ok(false);
    }
    let mut last = [0];
    file.seek(io::SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}
