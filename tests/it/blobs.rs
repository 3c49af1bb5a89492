//! What every store promises, told once and run against all three; then what can only go wrong on a disk or in a bucket.

use std::{
    fs::File,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use kinlight::{
    blobs::{BlobError, BlobKey, BlobPrefix, Blobs, Filesystem, Memory, PREFIXES, S3, Visibility},
    chance,
};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::harness::bucket::{Bucket, Trouble};

/// A store and what has to live as long as it.
struct Store {
    name: &'static str,
    blobs: Blobs,
    _folder: Option<TempDir>,
    _bucket: Option<Bucket>,
}

async fn every_store() -> Vec<Store> {
    let folder = tempfile::tempdir().unwrap();
    let files = Filesystem::open(folder.path().join("blobs")).await.unwrap();
    let bucket = Bucket::start().await;
    let old_bucket = Bucket::start().await;
    let old =
        S3::new(&kinlight::blobs::S3Settings { checksums_when_required: true, ..old_bucket.settings() });
    let store = |name, blobs| Store { name, blobs, _folder: None, _bucket: None };
    vec![
        store("memory", Blobs::Memory(Memory::default())),
        Store { _folder: Some(folder), ..store("folder", Blobs::Filesystem(files)) },
        Store {
            blobs: Blobs::S3(S3::new(&bucket.settings())),
            name: "bucket",
            _bucket: Some(bucket),
            _folder: None,
        },
        Store { _bucket: Some(old_bucket), ..store("bucket without newer checksums", Blobs::S3(old)) },
    ]
}

fn photo(number: &str, version: &str, width: u32) -> BlobKey {
    BlobKey::public_photo(number, version, width, "webp").unwrap()
}

#[tokio::test]
async fn a_blob_comes_back_as_it_was_put_and_is_gone_when_erased() {
    for Store { name, blobs, .. } in &every_store().await {
        blobs.check().await.unwrap();
        let key = BlobKey::sealed_picture(chance::id());
        assert_eq!(blobs.get(&key).await.unwrap(), None, "{name}");

        let body: Vec<u8> = (0..300_000u32).map(|n| (n % 251) as u8).collect();
        blobs.put(&key, body.clone(), "application/octet-stream").await.unwrap();
        assert_eq!(blobs.get(&key).await.unwrap().unwrap(), body, "{name}");

        blobs.put(&key, b"shorter".to_vec(), "application/octet-stream").await.unwrap();
        assert_eq!(blobs.get(&key).await.unwrap().unwrap(), b"shorter"[..], "{name}: replaced whole");

        blobs.delete(&key).await.unwrap();
        assert_eq!(blobs.get(&key).await.unwrap(), None, "{name}");
        blobs.delete(&key).await.expect("an erasure can be tried again");
        assert_eq!(
            blobs.list(&BlobPrefix::everything()).await.unwrap(),
            [],
            "{name}: not even a probe is left"
        );
    }
}

#[tokio::test]
async fn erasing_one_photo_takes_all_its_sizes_and_no_other() {
    for Store { name, blobs, .. } in &every_store().await {
        let other = photo("47218832", "abc123", 640);
        let paper = BlobKey::consent_paper(chance::id());
        let old = photo("47218831", "abc123", 640);
        let sizes = [photo("47218831", "zz9", 160), photo("47218831", "zz9", 320), old.clone()];
        for key in sizes.iter().chain([&other, &paper]) {
            blobs.put(key, b"picture".to_vec(), "image/webp").await.unwrap();
        }

        let of_photo = BlobPrefix::photo("47218831").unwrap();
        let mut expected = sizes.to_vec();
        expected.sort();
        assert_eq!(blobs.list(&of_photo).await.unwrap(), expected, "{name}");

        let of_version = BlobPrefix::photo_version("47218831", "zz9").unwrap();
        assert_eq!(blobs.delete_prefix(&of_version).await.unwrap(), 2, "{name}");
        assert_eq!(blobs.list(&of_photo).await.unwrap(), [old], "{name}");
        assert_eq!(blobs.delete_prefix(&of_photo).await.unwrap(), 1, "{name}");
        assert_eq!(blobs.delete_prefix(&of_photo).await.unwrap(), 0, "{name}");
        assert_eq!(blobs.list(&BlobPrefix::everything()).await.unwrap(), [other, paper], "{name}");
    }
}

#[tokio::test]
async fn many_writers_and_erasers_at_once_leave_whole_blobs_only() {
    for Store { name, blobs, .. } in &every_store().await {
        let tasks: Vec<_> = (0..24u32)
            .map(|n| {
                let (blobs, key) = (blobs.clone(), photo("11112222", &format!("v{}", n % 3), 1 + n));
                tokio::spawn(async move {
                    blobs.put(&key, vec![n as u8; 20_000], "image/webp").await?;
                    if n % 2 == 0 { blobs.delete(&key).await } else { Ok(()) }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap().unwrap();
        }
        let left = blobs.list(&BlobPrefix::photo("11112222").unwrap()).await.unwrap();
        assert_eq!(left.len(), 12, "{name}");
        for key in left {
            let body = blobs.get(&key).await.unwrap().unwrap();
            assert!(body.len() == 20_000 && body.iter().all(|b| *b == body[0]), "{name}");
        }
    }
}

#[test]
fn no_key_climbs_out_of_its_folder() {
    let id = chance::id();
    let refused = [
        "",
        "/",
        "/etc/passwd",
        "public/photos/",
        "public/photos/../../etc/passwd",
        "public/photos/47218831/../640.webp",
        "public/photos/47218831/abc/../640.webp",
        "public/photos/47218831/abc123/640.webp/",
        "public/photos/47218831/abc123/640.webp/..",
        "public/photos/47218831//640.webp",
        "public/photos/47218831/abc123/640.html",
        "public/photos/47218831/abc123/0640.webp",
        "public/photos/47218831/abc123/640.webp\0",
        "public/photos/47218831/abc123\\640.webp",
        "public/photos/47218831/ABC123/640.webp",
        "public/photos/4721883/abc123/640.webp",
        "public/photos/٤٧٢١٨٨٣١/abc123/640.webp",
        "sealed/pictures/../pictures/x",
        "sealed/pictures/",
        "sealed/letters/0e3f6e5a-8c1b-4d58-9a71-5c0f2d8e7b64",
        ".unfinished/0e3f6e5a-8c1b-4d58-9a71-5c0f2d8e7b64",
    ];
    for text in refused {
        assert!(BlobKey::parse(text).is_err(), "{text:?}");
        assert!(
            text == "public/photos/" || text == "sealed/pictures/" || BlobPrefix::parse(text).is_err(),
            "{text:?}"
        );
    }
    for other_form in [id.simple().to_string(), id.braced().to_string(), id.to_string().to_uppercase()] {
        assert!(BlobKey::parse(&format!("sealed/pictures/{other_form}")).is_err(), "one id, one name");
    }
    for (number, version, ext) in
        [("../../..", "a", "webp"), ("47218831", "..", "webp"), ("47218831", "a", "webp/../x")]
    {
        assert!(BlobKey::public_photo(number, version, 640, ext).is_err());
    }
    assert!(BlobKey::public_photo("47218831", "a", 0, "webp").is_err());
    assert!(BlobPrefix::photo("../sealed").is_err());
    assert!(BlobPrefix::photo_version("47218831", "..").is_err());
}

#[test]
fn every_key_is_under_a_declared_prefix_and_parses_back() {
    let id = chance::id();
    for (key, seen_by) in [
        (photo("47218831", "abc123", 640), Visibility::Public),
        (BlobKey::sealed_picture(id), Visibility::Sealed),
        (BlobKey::consent_paper(id), Visibility::Sealed),
    ] {
        assert_eq!(BlobKey::parse(key.as_str()).unwrap(), key);
        let (_, declared, why) =
            PREFIXES.iter().find(|(prefix, ..)| key.as_str().starts_with(prefix)).unwrap();
        assert_eq!((*declared, key.visibility()), (seen_by, seen_by));
        assert!(!why.is_empty());
    }
    assert_eq!(photo("47218831", "abc123", 640).as_str(), "public/photos/47218831/abc123/640.webp");
}

proptest! {
    #[test]
    fn what_parses_is_a_plain_relative_path(
        text in "(public/photos|sealed/pictures|sealed)/[0-9./]{6,10}/[a-z0-9./-]{1,4}/[0-9./]{1,4}\\.(webp|jpg|/)"
    ) {
        if let Ok(key) = BlobKey::parse(&text) {
            let plain = Path::new(key.as_str()).components().all(|part| matches!(part, std::path::Component::Normal(_)));
            prop_assert!(plain && !text.contains("//"), "{text}");
        }
    }
}

// ── a folder ──

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
        println!("skipped: this user may not mount a small disk");
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
        println!("skipped: this user may not mount a small disk");
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

/// A real file system of a few hundred kilobytes, as only the superuser can make one.
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

// ── a bucket ──

#[tokio::test]
async fn a_listing_longer_than_a_page_is_read_to_its_end() {
    let bucket = Bucket::start().await;
    for n in 0..2_300 {
        let photo = bucket.folder().join(format!("public/photos/{n:08}/abc123"));
        std::fs::create_dir_all(&photo).unwrap();
        std::fs::write(photo.join("160.webp"), b"picture").unwrap();
    }
    std::fs::write(bucket.folder().join("someone-elses.txt"), b"not ours").unwrap();
    let blobs = Blobs::S3(S3::new(&bucket.settings()));
    let keys = blobs.list(&BlobPrefix::everything()).await.unwrap();
    assert_eq!(keys.len(), 2_300, "all pages, and nothing that isn't ours");
    assert_eq!(keys[2_299], photo("00002299", "abc123", 160));
}

#[tokio::test]
async fn the_bucket_knows_what_type_a_picture_is() {
    let bucket = Bucket::start().await;
    let blobs = Blobs::S3(S3::new(&bucket.settings()));
    let key = photo("47218831", "abc123", 640);
    blobs.put(&key, b"picture".to_vec(), "image/webp").await.unwrap();
    assert_eq!(bucket.content_type(key.as_str()).as_deref(), Some("image/webp"));
    assert_eq!(bucket.objects(), [key.as_str()]);
    assert_eq!(blobs.free_percent(), None);
}

#[tokio::test]
async fn a_store_in_trouble_says_so_soon_and_works_again_afterwards() {
    let bucket = Bucket::start().await;
    let blobs = Blobs::S3(S3::new(&bucket.settings()));
    let key = BlobKey::consent_paper(chance::id());
    for trouble in [Trouble::ServerErrors, Trouble::Hangs] {
        bucket.fail_with(trouble);
        let began = Instant::now();
        let put = blobs.put(&key, b"paper".to_vec(), "application/pdf").await;
        assert!(matches!(put, Err(BlobError::Unavailable(_))), "{trouble:?}: {put:?}");
        assert!(matches!(blobs.get(&key).await, Err(BlobError::Unavailable(_))), "not taken for missing");
        assert!(matches!(blobs.delete(&key).await, Err(BlobError::Unavailable(_))), "not taken for erased");
        assert!(began.elapsed() < Duration::from_secs(20), "{trouble:?}");
    }
    bucket.fail_with(Trouble::Full);
    assert_eq!(blobs.put(&key, b"paper".to_vec(), "application/pdf").await, Err(BlobError::Full));
    assert_eq!(bucket.objects(), [""; 0]);

    bucket.fail_with(Trouble::None);
    blobs.put(&key, b"paper".to_vec(), "application/pdf").await.unwrap();
    assert_eq!(blobs.get(&key).await.unwrap().unwrap(), b"paper"[..]);

    drop(bucket);
    assert!(matches!(blobs.get(&key).await, Err(BlobError::Unavailable(_))), "a stopped server");
}

#[tokio::test]
async fn start_up_refuses_a_bucket_that_would_not_keep_our_promises() {
    let bucket = Bucket::start().await;
    let settings = bucket.settings();
    let blobs = Blobs::S3(S3::new(&settings));
    blobs.check().await.unwrap();

    for status in ["Enabled", "Suspended"] {
        bucket.fail_with(Trouble::KeepsVersions(status));
        assert_eq!(blobs.check().await, Err(BlobError::Versioned(status.to_owned())));
    }
    bucket.fail_with(Trouble::HidesVersioning);
    assert!(matches!(blobs.check().await, Err(BlobError::VersioningUnknown(_))));
    bucket.fail_with(Trouble::None);

    let mut elsewhere = settings.clone();
    elsewhere.bucket = "no-such-bucket".to_owned();
    assert_eq!(Blobs::S3(S3::new(&elsewhere)).check().await, Err(BlobError::NoBucket));

    let mut wrong_key = settings;
    wrong_key.secret_key = "not-the-secret-key".to_owned();
    let refused = Blobs::S3(S3::new(&wrong_key)).check().await;
    assert!(matches!(refused, Err(BlobError::Refused(_))), "{refused:?}");
    assert!(!format!("{wrong_key:?} {refused:?}").contains("not-the-secret-key"));
}
