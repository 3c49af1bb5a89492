//! Failures that only a bucket can have: a server in trouble, old versions, long listings.

use std::time::{Duration, Instant};

use kinlight::{
    blobs::{BlobError, BlobKey, BlobPrefix, Blobs, S3},
    chance,
};

use super::photo;
use crate::harness::bucket::{Bucket, Trouble};

#[tokio::test]
async fn a_listing_longer_than_a_page_is_read_to_its_end() {
    let bucket = Bucket::start().await;
    let photos = (0..2_300).map(|n| (format!("public/photos/{n:08}/abc123/160.webp"), b"picture".to_vec()));
    bucket.holds(photos.chain([("someone-elses.txt".to_owned(), b"not ours".to_vec())]).collect());
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
    let blobs = Blobs::S3(S3::new(&bucket.impatient()));
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

    bucket.fail_with(Trouble::StopsHalfway);
    let began = Instant::now();
    assert!(matches!(blobs.get(&key).await, Err(BlobError::Unavailable(_))), "half a paper is no paper");
    assert!(began.elapsed() < Duration::from_secs(3));

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
