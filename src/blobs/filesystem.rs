//! Blobs as files under one root. A blob appears under its name only when it is complete and on the disk. Erasing also removes
//! the folders that become empty, so that not even a photo number stays behind.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, ErrorKind, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

use bytes::Bytes;

use super::{BlobError, BlobKey, BlobPrefix, Entry};
use crate::chance;
use crate::clock::Moment;

/// Unfinished files are kept here: on the same file system as the rest, and under no key's prefix.
const UNFINISHED: &str = ".unfinished";
const FILE_MODE: u32 = 0o600;
const FOLDER_MODE: u32 = 0o700;
/// Disks larger than this are measured as if they had this size: 10 % of it is two gibibytes, enough for a hundred thousand
/// responses.
const SPACE_THAT_COUNTS: u64 = 20 << 30;
const FILES_THAT_COUNT: u64 = 1_000_000;
/// A delete may remove an empty folder just before a put renames a file into it; the put then makes the folder again.
const ATTEMPTS: usize = 20;

#[derive(Clone, Debug)]
pub struct Filesystem {
    root: Arc<Path>,
}

impl Filesystem {
    /// Makes the root if it is missing, and removes unfinished files that a crash left.
    pub async fn open(root: impl Into<PathBuf>) -> Result<Self, BlobError> {
        let files = Self { root: root.into().into() };
        files
            .off_the_loop(|files| {
                DirBuilder::new().recursive(true).mode(FOLDER_MODE).create(&files.root)?;
                make_folders(&files.root, &files.unfinished())?;
                files.sweep()
            })
            .await?;
        Ok(files)
    }

    pub(super) async fn put(&self, key: &BlobKey, body: Bytes) -> Result<(), BlobError> {
        let path = self.path(key);
        self.off_the_loop(move |files| {
            let mut tried = 1;
            loop {
                match files.write(&path, &body) {
                    Err(e) if e.kind() == ErrorKind::NotFound && tried < ATTEMPTS => tried += 1,
                    done => return done,
                }
            }
        })
        .await
    }

    pub(super) async fn get(&self, key: &BlobKey) -> Result<Option<Bytes>, BlobError> {
        let path = self.path(key);
        self.off_the_loop(move |_| match fs::read(path) {
            Ok(body) => Ok(Some(body.into())),
            Err(e) if e.kind() == ErrorKind::NotFound => Ok(None),
            Err(e) => Err(e),
        })
        .await
    }

    pub(super) async fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        let path = self.path(key);
        self.off_the_loop(move |files| match fs::remove_file(&path) {
            Err(e) if e.kind() != ErrorKind::NotFound => Err(e),
            // Also for a missing blob: an earlier erasure may have been interrupted before it removed the folders.
            _ => files.drop_empty_folders(&path),
        })
        .await
    }

    pub(super) async fn entries(&self, prefix: &BlobPrefix) -> Result<Vec<Entry>, BlobError> {
        let prefix = prefix.as_str().to_owned();
        self.off_the_loop(move |files| {
            let mut entries = Vec::new();
            collect(&files.root.join(&prefix), &prefix, &mut entries)?;
            Ok(entries)
        })
        .await
    }

    pub(super) async fn check(&self) -> Result<(), BlobError> {
        let probe = BlobKey::probe(chance::id());
        self.put(&probe, Bytes::from_static(b" ")).await?;
        self.delete(&probe).await
    }

    /// Free space or free files in percent, whichever is lower, as far as this process may use them.
    pub(super) fn free_percent(&self) -> Option<u8> {
        let disk = rustix::fs::statvfs(&*self.root).ok()?;
        let blocks_that_count = SPACE_THAT_COUNTS / disk.f_frsize.max(1);
        let space = percent(disk.f_bavail, disk.f_blocks.saturating_sub(disk.f_bfree), blocks_that_count);
        let files = percent(disk.f_favail, disk.f_files.saturating_sub(disk.f_ffree), FILES_THAT_COUNT);
        // Some file systems count no files: they report none used and none free.
        let files = if disk.f_files == 0 { 100 } else { files };
        Some(space.min(files))
    }

    fn path(&self, key: &BlobKey) -> PathBuf {
        self.root.join(key.as_str())
    }

    fn unfinished(&self) -> PathBuf {
        self.root.join(UNFINISHED)
    }

    fn write(&self, path: &Path, body: &[u8]) -> io::Result<()> {
        let folder = path.parent().unwrap_or(&self.root);
        make_folders(&self.root, &self.unfinished())?;
        let mut file = Unfinished::create(&self.unfinished())?;
        file.file.write_all(body)?;
        file.file.sync_all()?;
        make_folders(&self.root, folder)?;
        file.rename(path)?;
        sync(folder)
    }

    /// Removes empty folders from an erased blob's folder up towards the root.
    fn drop_empty_folders(&self, erased: &Path) -> io::Result<()> {
        for folder in erased.ancestors().skip(1).take_while(|folder| **folder != *self.root) {
            match fs::remove_dir(folder) {
                Ok(()) => {}
                Err(e) if e.kind() == ErrorKind::NotFound => {}
                Err(e) if e.kind() == ErrorKind::DirectoryNotEmpty => match sync(folder) {
                    // Another erasure removed it in between: go on with the folder above.
                    Err(e) if e.kind() == ErrorKind::NotFound => {}
                    done => return done,
                },
                Err(e) => return Err(e),
            }
        }
        sync(&self.root)
    }

    /// Removes unfinished files that no process has locked: another process may share this root and be writing now.
    fn sweep(&self) -> io::Result<()> {
        let mut swept = 0;
        for entry in fs::read_dir(self.unfinished())? {
            let path = entry?.path();
            if File::open(&path).is_ok_and(|file| file.try_lock().is_ok()) && fs::remove_file(&path).is_ok() {
                swept += 1;
            }
        }
        if swept > 0 {
            tracing::info!(swept, "removed files that were never finished");
        }
        Ok(())
    }

    async fn off_the_loop<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> io::Result<T> + Send + 'static,
    ) -> Result<T, BlobError> {
        let files = self.clone();
        match tokio::task::spawn_blocking(move || work(&files)).await {
            Ok(done) => done.map_err(|e| reason(&e)),
            Err(_) => Err(BlobError::Unavailable("the work on the file was cut off".to_owned())),
        }
    }
}

/// A file without its final name. It is removed if it is dropped before it gets one.
struct Unfinished {
    file: File,
    path: PathBuf,
    is_named: bool,
}

impl Unfinished {
    fn create(folder: &Path) -> io::Result<Self> {
        let path = folder.join(chance::name());
        let file = OpenOptions::new().write(true).create_new(true).mode(FILE_MODE).open(&path)?;
        let unfinished = Self { file, path, is_named: false };
        // The lock tells a sweep that this file is being written. On a file system without locks, a sweep removes nothing.
        let _ = unfinished.file.try_lock();
        Ok(unfinished)
    }

    fn rename(&mut self, to: &Path) -> io::Result<()> {
        fs::rename(&self.path, to)?;
        self.is_named = true;
        Ok(())
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.is_named {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Makes each missing folder from `root` down to `folder`, and syncs each to the disk.
fn make_folders(root: &Path, folder: &Path) -> io::Result<()> {
    let below = folder.strip_prefix(root).map_err(|_| ErrorKind::InvalidInput)?;
    let mut here = root.to_path_buf();
    for name in below {
        let above = here.clone();
        here.push(name);
        match DirBuilder::new().mode(FOLDER_MODE).create(&here) {
            Ok(()) => sync(&above)?,
            Err(e) if e.kind() == ErrorKind::AlreadyExists => {}
            Err(e) => return Err(e),
        }
    }
    Ok(())
}

fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<Entry>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        match entry.file_type()? {
            _ if name == UNFINISHED && prefix.is_empty() => {}
            kind if kind.is_dir() => collect(&entry.path(), &format!("{prefix}{name}/"), found)?,
            _ => match entry.metadata() {
                // Erased since the folder was read.
                Err(e) if e.kind() == ErrorKind::NotFound => {}
                metadata => {
                    let written_at = metadata?.modified().ok().and_then(moment);
                    found.push(Entry { name: format!("{prefix}{name}"), written_at });
                }
            },
        }
    }
    Ok(())
}

fn moment(at: SystemTime) -> Option<Moment> {
    let since = at.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    i64::try_from(since.as_secs()).ok().map(Moment)
}

/// The free share of a disk in percent, of which at most `counts` bytes are considered. A large disk that is nearly full still
/// has room for more responses than will ever come, and none of them may be refused because of a percentage.
fn percent(free: u64, used: u64, counts: u64) -> u8 {
    let all = (u128::from(free) + u128::from(used)).min(u128::from(counts));
    let percent = (u128::from(free) * 100).checked_div(all).unwrap_or(0);
    u8::try_from(percent.min(100)).unwrap_or(100)
}

fn reason(e: &io::Error) -> BlobError {
    match e.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => BlobError::Full,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem | ErrorKind::NotADirectory => {
            BlobError::Refused(e.kind().to_string())
        }
        kind => BlobError::Unavailable(kind.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_large_disk_that_is_nearly_full_has_room_enough() {
        for (free, used, counts, expected) in [
            (0, 0, 100, 0),
            (0, 50, 100, 0),
            (5, 45, 100, 10),
            (50, 0, 100, 100),
            (9, 991, 100, 9),
            (16, 236, 20, 80),
            (300, 700, 100, 100),
            (u64::MAX, u64::MAX, u64::MAX, 100),
        ] {
            assert_eq!(percent(free, used, counts), expected, "{free} free, {used} used, {counts} count");
        }
    }
}
