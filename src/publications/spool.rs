//! Withdrawals that the database could not take: a small file for each in this process's own folder, until it can. Its name
//! is the code's tag, a verifier. Invariant: nobody is told that a photo is hidden before its file would survive a power cut.

use sha2::{Digest, Sha256};
use std::fs::{DirBuilder, File, read_dir, read_to_string, remove_file, rename};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;

use crate::chance;
use crate::clock::Moment;
use crate::ids::WithdrawalId;
use crate::sealing::{base64url, from_base64url};
use crate::secrets::write_private;

/// The hash that the live view shows for a code, so that a replica recognises it. It needs no comparison in constant
/// time: nobody finds a tag by comparing hashes byte by byte.
pub type WithdrawalHash = [u8; 32];

pub fn hash_of(tag: &[u8; 32]) -> WithdrawalHash {
    Sha256::digest(tag).into()
}

/// The same id for the same code, so that it withdraws once, however often it is sent.
pub fn id_of(tag: &[u8; 32]) -> WithdrawalId {
    let mut id = [0; 16];
    id.copy_from_slice(&hash_of(tag)[..16]);
    uuid::Builder::from_random_bytes(id).into_uuid().into()
}

/// When this returns `Ok`, the withdrawal is on the disk.
pub fn keep(folder: &Path, tag: &[u8; 32], now: Moment) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    if let Some(above) = folder.parent() {
        File::open(above)?.sync_all()?;
    }
    let unfinished = folder.join(format!(".{}", chance::name()));
    let written = write_private(&unfinished, now.hour().0.to_string().as_bytes())
        .and_then(|()| rename(&unfinished, folder.join(base64url(tag))))
        .and_then(|()| File::open(folder)?.sync_all());
    if written.is_err() {
        let _ = remove_file(&unfinished);
    }
    written
}

/// The tags that wait, each with the hour in which its person asked.
pub fn waiting(folder: &Path) -> io::Result<Vec<([u8; 32], Moment)>> {
    let entries = match read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut all = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        // A file without such a name is not finished, and nobody was told of it.
        let Some(tag) = from_base64url(name).and_then(|tag| tag.try_into().ok()) else { continue };
        let asked_at = read_to_string(&path)?.trim().parse().map_err(io::Error::other)?;
        all.push((tag, Moment(asked_at)));
    }
    Ok(all)
}

/// Deletes the file of a withdrawal that the database has taken.
pub fn forget(folder: &Path, tag: &[u8; 32]) {
    // Another process with the same folder may have been faster.
    let _ = remove_file(folder.join(base64url(tag)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_found_again_and_belongs_to_its_owner_alone() {
        let above = std::env::temp_dir().join(format!("kinlight-spool-{}", chance::name()));
        DirBuilder::new().create(&above).unwrap();
        let (folder, tag, now) = (above.join("withdrawals"), chance::bytes::<32>(), Moment(1_795_000_000));
        assert_eq!(waiting(&folder).unwrap(), []);
        for _ in 0..2 {
            keep(&folder, &tag, now).unwrap();
        }
        std::fs::write(folder.join(".unfinished"), "").unwrap();
        assert_eq!(waiting(&folder).unwrap(), [(tag, now.hour())]);
        let file = folder.join(base64url(&tag));
        let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&file).unwrap().permissions());
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(id_of(&tag), id_of(&tag));
        std::fs::remove_dir_all(&above).unwrap();
    }
}
