//! What every store promises, tested against all of them; and which names a blob may have.

mod bucket;
mod folder;

use std::path::Path;

use kinlight::{
    blobs::{BlobKey, BlobPrefix, Blobs, Filesystem, Memory, PREFIXES, S3, S3Settings, Visibility},
    chance,
    clock::Clock,
};
use proptest::prelude::*;
use tempfile::TempDir;
use time::Duration;

use crate::harness::bucket::Bucket;

/// A store, and what must live as long as it.
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
    let old = S3::new(&S3Settings { checksums_when_required: true, ..old_bucket.settings() });
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
async fn a_listing_tells_when_each_was_last_written() {
    for Store { name, blobs, .. } in &every_store().await {
        let (began, key) = (Clock::System.now(), BlobKey::sealed_picture(chance::id()));
        blobs.put(&key, b"picture".to_vec(), "application/octet-stream").await.unwrap();
        let first = blobs.held(&BlobPrefix::everything()).await.unwrap();
        let [one] = &first[..] else { panic!("{name}: {first:?}") };
        let written_at = one.written_at.expect(name);
        assert!(one.key == key && written_at.since(began) <= Duration::minutes(1), "{name}");
        // A disk's clock may be a little late.
        assert!(began.since(written_at) <= Duration::seconds(1), "{name}");
        tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
        blobs.put(&key, b"another".to_vec(), "application/octet-stream").await.unwrap();
        let second = blobs.held(&BlobPrefix::everything()).await.unwrap();
        assert!(second[0].written_at > one.written_at, "{name}: put again, it is young again");
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

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
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
    let id = chance::name();
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
        "public/posters/47218831.pdf",
        "public/posters/../photos/0e3f6e5a-8c1b-4d58-9a71-5c0f2d8e7b64.pdf",
        "public/posters/0e3f6e5a-8c1b-4d58-9a71-5c0f2d8e7b64",
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
    for other_form in [id.replace('-', ""), format!("{{{id}}}"), id.to_uppercase()] {
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
    for (key, seen_by) in [
        (photo("47218831", "abc123", 640), Visibility::Public),
        (BlobKey::sealed_picture(chance::id()), Visibility::Sealed),
        (BlobKey::consent_paper(chance::id()), Visibility::Sealed),
        (BlobKey::print_picture(chance::id()), Visibility::Sealed),
        (BlobKey::poster(chance::id()), Visibility::Public),
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
