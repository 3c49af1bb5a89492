//! The format of a backup: a tar sealed with `age`, which the standard tools open. First `manifest.json`, then the
//! tables in parts of JSON lines, then the files of the store, last `end.json`. A blocking thread writes and reads it
//! part by part, so only a few parts are in memory at once.

use bytes::Bytes;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use tar::{Archive, Builder, EntryType, Header};
use tokio::sync::mpsc::{Receiver, Sender};

use super::{BackupError, End, FORMAT, Manifest};
use crate::blobs::BlobKey;
use crate::clock::Moment;
use crate::sealing::{PublicKey, SealedFile, SecretKey, open_file};

const MANIFEST: &str = "manifest.json";
const END: &str = "end.json";
const TABLES: &str = "tables/";
const BLOBS: &str = "blobs/";
/// How many parts may wait in the channel to or from the blocking thread.
pub(super) const AHEAD: usize = 8;
/// In bytes. Larger than any upload and any part of a table, so that a size in a tar header can't make us take all memory.
const LARGEST_PART: u64 = 256 << 20;

/// One part of a backup, in the order in which they come.
#[derive(Debug)]
pub enum Part {
    Manifest(Manifest),
    /// Some rows of a table, one JSON object a line.
    Rows {
        table: String,
        lines: Vec<u8>,
    },
    File {
        key: BlobKey,
        body: Bytes,
    },
    End(End),
}

/// Writes the parts until the channel closes, and returns the file's size. The file gets its name only when it is
/// complete and on the disk; only its owner may read it.
pub fn write(
    path: &Path,
    to: &[PublicKey],
    at: Moment,
    mut parts: Receiver<Part>,
) -> Result<u64, BackupError> {
    let unfinished = Unfinished::of(path);
    let name = unfinished.path.clone();
    let failed = |error| BackupError::Io(name.clone(), error);
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    let file = options.open(&unfinished.path).map_err(failed)?;
    let sealed = SealedFile::begin(to, BufWriter::with_capacity(1 << 20, file)).map_err(failed)?;
    let mut tar = Builder::new(sealed);
    let (mut number, mut is_whole) = (0_u32, false);
    while let Some(part) = parts.blocking_recv() {
        let (name, body) = match part {
            Part::Manifest(manifest) => (MANIFEST.to_owned(), json(&manifest).map_err(failed)?),
            Part::Rows { table, lines } => {
                number += 1;
                (format!("{TABLES}{table}/{number:06}.jsonl"), Bytes::from(lines))
            }
            Part::File { key, body } => (format!("{BLOBS}{key}"), body),
            Part::End(end) => {
                is_whole = true;
                (END.to_owned(), json(&end).map_err(failed)?)
            }
        };
        append(&mut tar, &name, &body, at).map_err(failed)?;
    }
    if !is_whole {
        // The sender gave up; dropping `unfinished` removes the incomplete file.
        return Err(BackupError::Damaged("it was not finished".to_owned()));
    }
    let sealed = tar.into_inner().map_err(failed)?;
    let file =
        sealed.finish().and_then(|buffered| buffered.into_inner().map_err(Into::into)).map_err(failed)?;
    file.sync_all().map_err(failed)?;
    let size = file.metadata().map_err(failed)?.len();
    unfinished.rename(path).map_err(failed)?;
    Ok(size)
}

fn json(value: &impl serde::Serialize) -> io::Result<Bytes> {
    Ok(serde_json::to_vec_pretty(value)?.into())
}

fn append(tar: &mut Builder<impl Write>, name: &str, body: &[u8], at: Moment) -> io::Result<()> {
    let mut header = Header::new_gnu();
    header.set_entry_type(EntryType::Regular);
    header.set_size(body.len() as u64);
    header.set_mode(0o600);
    header.set_mtime(u64::try_from(at.0).unwrap_or_default());
    tar.append_data(&mut header, name, body)
}

/// Which parts the reader wants; the others are skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    All,
    Files,
    /// Stops after the last of them: tables come before files.
    Rows,
}

/// Reads a backup to its end, and sends the wanted parts. Fails if anything is damaged, missing or out of place.
pub fn read(path: &Path, keys: &[SecretKey], wanted: Wanted, to: &Sender<Part>) -> Result<(), BackupError> {
    let file = File::open(path).map_err(|error| BackupError::Io(path.to_owned(), error))?;
    let opened =
        open_file(keys, BufReader::with_capacity(1 << 20, file)).map_err(|_| BackupError::WontOpen)?;
    let mut tar = Archive::new(opened);
    let damaged = |error: io::Error| BackupError::Damaged(error.to_string());
    let (mut is_first, mut has_ended) = (true, false);
    for entry in tar.entries().map_err(damaged)? {
        let mut entry = entry.map_err(damaged)?;
        let name = entry.path().map_err(damaged)?.to_string_lossy().into_owned();
        if has_ended || is_first != (name == MANIFEST) || entry.size() > LARGEST_PART {
            return Err(BackupError::Damaged(format!("{name} is out of place")));
        }
        if wanted == Wanted::Rows && (name.starts_with(BLOBS) || name == END) {
            return Ok(());
        }
        let mut body = Vec::new();
        entry.read_to_end(&mut body).map_err(damaged)?;
        let part = part(&name, body)?;
        (is_first, has_ended) = (false, matches!(part, Part::End(_)));
        let is_wanted = match part {
            Part::Rows { .. } => wanted != Wanted::Files,
            _ => true,
        };
        if is_wanted && to.blocking_send(part).is_err() {
            // The receiver is gone, and knows why.
            return Ok(());
        }
    }
    if !has_ended {
        return Err(BackupError::Damaged("its end is missing".to_owned()));
    }
    // The seal ends after the tar: reading to its end shows whether it is whole.
    io::copy(&mut tar.into_inner(), &mut io::sink()).map_err(damaged)?;
    Ok(())
}

fn part(name: &str, body: Vec<u8>) -> Result<Part, BackupError> {
    let strange = || BackupError::Damaged(format!("{name} can't be read"));
    if name == MANIFEST {
        let value: serde_json::Value = serde_json::from_slice(&body).map_err(|_| strange())?;
        let format = value["format"].as_u64().and_then(|n| u32::try_from(n).ok()).ok_or_else(strange)?;
        if format != FORMAT {
            return Err(BackupError::OtherFormat(format));
        }
        return Ok(Part::Manifest(serde_json::from_value(value).map_err(|_| strange())?));
    }
    if name == END {
        return Ok(Part::End(serde_json::from_slice(&body).map_err(|_| strange())?));
    }
    if let Some(table) = name.strip_prefix(TABLES).and_then(|rest| rest.split('/').next()) {
        return Ok(Part::Rows { table: table.to_owned(), lines: body });
    }
    let key = name.strip_prefix(BLOBS).and_then(|key| BlobKey::parse(key).ok()).ok_or_else(strange)?;
    Ok(Part::File { key, body: body.into() })
}

/// A file without its final name. It is removed if it is dropped before it gets one.
struct Unfinished {
    path: PathBuf,
}

impl Unfinished {
    fn of(path: &Path) -> Unfinished {
        let mut name = path.as_os_str().to_owned();
        name.push(".unfinished");
        Unfinished { path: name.into() }
    }

    fn rename(self, to: &Path) -> io::Result<()> {
        fs::rename(&self.path, to)?;
        match to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            Some(folder) => File::open(folder)?.sync_all(),
            None => File::open(".")?.sync_all(),
        }
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // After the rename there is nothing to remove.
        let _ = fs::remove_file(&self.path);
    }
}
