//! Failures that only a disk can have: a crash, no space left, a disk that refuses writes.

use std::{
    fs::File,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
};

use kinlight::{
    blobs::{BlobError, BlobKey, BlobPrefix, Blobs, Filesystem, Memory},
    chance,
};
use tempfile::TempDir;

use super::photo;
use crate::harness::cannot_run::cannot_run;

struct Folder {
    root: PathBuf,
    _kept: TempDir,
}

fn folder() -> Folder {
    let kept = tempfile::tempdir().unwrap();
    Folder { root: kept.path().join("blobs"), _kept: kept }
}

fn files_in(root: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(root).into_iter().filter_map(Result::ok);
    entries.filter(|e| e.file_type().is_file()).map(|e| e.into_path()).collect()
}

#[tokio::test]
async fn only_our_own_user_may_open_the_files() {
    let Folder { root, _kept } = folder();
    let blobs = Blobs::Filesystem(Filesystem::open(&root).await.unwrap());
    blobs.put(&BlobKey::consent_paper(chance::id()), b"paper".to_vec(), "application/pdf").await.unwrap();
    for entry in walkdir::WalkDir::new(&root).into_iter().filter_map(Result::ok) {
        let others_may = entry.metadata().unwrap().permissions().mode() & 0o077;
        assert_eq!(others_may, 0, "{}", entry.path().display());
    }
    assert!((0..=100).contains(&blobs.free_percent().unwrap()));
}

#[tokio::test]
async fn an_erased_photo_leaves_not_even_its_number_on_the_disk() {
    let Folder { root, _kept } = folder();
    let blobs = Blobs::Filesystem(Filesystem::open(&root).await.unwrap());
    let key = photo("47218831", "abc123", 640);
    blobs.put(&key, b"picture".to_vec(), "image/webp").await.unwrap();
    blobs.put(&photo("55555555", "abc123", 640), b"picture".to_vec(), "image/webp").await.unwrap();
    blobs.delete(&key).await.unwrap();
    let names: Vec<String> = walkdir::WalkDir::new(&root)
        .into_iter()
        .filter_map(Result::ok)
        .map(|entry| entry.path().display().to_string())
        .collect();
    assert!(!names.iter().any(|name| name.contains("47218831")), "{names:?}");
    assert!(names.iter().any(|name| name.contains("55555555")));
}

/// An erasure removes the empty folder, perhaps just before another write needs it.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_photo_is_saved_even_while_its_neighbour_in_the_folder_is_erased() {
    let Folder { root, _kept } = folder();
    let blobs = Blobs::Filesystem(Filesystem::open(&root).await.unwrap());
    let writers: Vec<_> = (1..=4)
        .map(|width| {
            let (blobs, key) = (blobs.clone(), photo("47218831", "abc123", width));
            tokio::spawn(async move {
                for _ in 0..80 {
                    blobs.put(&key, b"picture".to_vec(), "image/webp").await?;
                    blobs.delete(&key).await?;
                }
                blobs.put(&key, b"picture".to_vec(), "image/webp").await
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap().unwrap();
    }
    assert_eq!(blobs.list(&BlobPrefix::everything()).await.unwrap().len(), 4);
}

#[tokio::test]
async fn a_restart_sweeps_what_a_crash_left_but_not_what_another_process_is_writing() {
    let Folder { root, _kept } = folder();
    let blobs = Blobs::Filesystem(Filesystem::open(&root).await.unwrap());
    let left = root.join(".unfinished/left-by-a-crash");
    let being_written = root.join(".unfinished/being-written");
    std::fs::write(&left, b"half a pict").unwrap();
    let writer = File::create(&being_written).unwrap();
    writer.try_lock().unwrap();
    assert_eq!(blobs.list(&BlobPrefix::everything()).await.unwrap(), [], "half a file is no blob");

    Filesystem::open(&root).await.unwrap();
    assert!(!left.exists());
    assert!(being_written.exists());
}

#[tokio::test]
async fn a_full_disk_saves_nothing_by_half_and_loses_nothing_it_had() {
    let Some(disk) = SmallDisk::mount("256k") else {
        cannot_run("this user may not mount a small disk");
        return;
    };
    let blobs = Blobs::Filesystem(Filesystem::open(disk.path()).await.unwrap());
    let first = BlobKey::sealed_picture(chance::id());
    blobs.put(&first, vec![1; 50_000], "application/octet-stream").await.unwrap();
    let second = BlobKey::sealed_picture(chance::id());
    blobs.put(&second, vec![2; 150_000], "application/octet-stream").await.unwrap();
    assert!(blobs.free_percent().unwrap() < 25);

    let refused = BlobKey::sealed_picture(chance::id());
    let full = Err(BlobError::Full);
    assert_eq!(blobs.put(&refused, vec![3; 100_000], "application/octet-stream").await, full);
    assert_eq!(blobs.put(&first, vec![3; 100_000], "application/octet-stream").await, full);

    assert_eq!(blobs.get(&refused).await.unwrap(), None);
    assert_eq!(blobs.get(&first).await.unwrap().unwrap(), vec![1; 50_000], "the old one is untouched");
    assert_eq!(files_in(disk.path()).len(), 2, "no half file");

    blobs.delete(&second).await.unwrap();
    blobs.put(&refused, vec![3; 100_000], "application/octet-stream").await.expect("there is room again");
}

#[tokio::test]
async fn a_disk_that_takes_no_writes_is_refused_at_start_up() {
    let Some(disk) = SmallDisk::mount("256k") else {
        cannot_run("this user may not mount a small disk");
        return;
    };
    let blobs = Blobs::Filesystem(Filesystem::open(disk.path()).await.unwrap());
    blobs.check().await.unwrap();
    disk.make_read_only();
    assert!(matches!(blobs.check().await, Err(BlobError::Refused(_))));
}

#[tokio::test]
async fn a_small_memory_fills_up_like_a_disk() {
    let blobs = Blobs::Memory(Memory::with_room_for(1000));
    let key = BlobKey::sealed_picture(chance::id());
    blobs.put(&key, vec![0; 950], "application/octet-stream").await.unwrap();
    assert_eq!(blobs.free_percent(), Some(5));
    let other = BlobKey::sealed_picture(chance::id());
    assert_eq!(blobs.put(&other, vec![0; 51], "application/octet-stream").await, Err(BlobError::Full));
    blobs
        .put(&key, vec![0; 1000], "application/octet-stream")
        .await
        .expect("a replaced blob makes room for itself");
}

/// A real file system of a few hundred kilobytes; only root can mount one.
struct SmallDisk(TempDir);

impl SmallDisk {
    fn mount(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let options = format!("size={size},mode=0700");
        let done =
            run("mount", &["-t", "tmpfs", "-o", &options, "tmpfs", &folder.path().display().to_string()]);
        done.then_some(Self(folder))
    }

    fn make_read_only(&self) {
        assert!(run("mount", &["-o", "remount,ro", &self.path().display().to_string()]));
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        run("umount", &["-l", &self.path().display().to_string()]);
    }
}

fn run(program: &str, words: &[&str]) -> bool {
    Command::new(program).args(words).output().is_ok_and(|done| done.status.success())
}
