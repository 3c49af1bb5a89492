//! Where pictures and papers are stored: a folder, an S3 bucket, or memory in tests. All three keep the same promises: a put is
//! complete or has no effect, an erased blob is gone for good, and a store that can't promise this is refused at start-up.

mod filesystem;
mod key;
mod memory;
mod s3;

use bytes::Bytes;

use crate::clock::Moment;
pub use filesystem::Filesystem;
pub use key::{BlobKey, BlobPrefix, NotAKey, PREFIXES, Visibility};
pub use memory::Memory;
pub use s3::{S3, S3Settings};

/// Cheap to clone: clones share one store.
#[derive(Clone, Debug)]
pub enum Blobs {
    Filesystem(Filesystem),
    S3(S3),
    Memory(Memory),
}

/// A blob in a listing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held {
    pub key: BlobKey,
    /// When it was last written, by the store's own clock; `None` if the store doesn't say.
    pub written_at: Option<Moment>,
}

/// Anything in a store, ours or not.
struct Entry {
    name: String,
    written_at: Option<Moment>,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BlobError {
    #[error("the store is full; nothing was saved")]
    Full,
    /// It may work again without anyone changing a setting.
    #[error("the store doesn't answer: {0}")]
    Unavailable(String),
    /// Someone has to change a permission, a key or a setting first.
    #[error("the store refuses: {0}")]
    Refused(String),
    #[error("there is no bucket of this name")]
    NoBucket,
    #[error(
        "the bucket keeps old versions ({0}), so what we erase would stay; give Kinlight a new bucket that never had versions"
    )]
    Versioned(String),
    #[error(
        "the store doesn't say whether the bucket keeps old versions ({0}); let this key read the bucket's versioning"
    )]
    VersioningUnknown(String),
}

impl Blobs {
    /// Saves the complete blob, or nothing. Replaces a blob of the same key.
    pub async fn put(
        &self,
        key: &BlobKey,
        body: impl Into<Bytes>,
        content_type: &str,
    ) -> Result<(), BlobError> {
        match self {
            Blobs::Filesystem(files) => files.put(key, body.into()).await,
            Blobs::S3(bucket) => bucket.put(key, body.into(), content_type).await,
            Blobs::Memory(memory) => memory.put(key, body.into()),
        }
    }

    pub async fn get(&self, key: &BlobKey) -> Result<Option<Bytes>, BlobError> {
        match self {
            Blobs::Filesystem(files) => files.get(key).await,
            Blobs::S3(bucket) => bucket.get(key).await,
            Blobs::Memory(memory) => Ok(memory.get(key)),
        }
    }

    /// Erases for good. A missing blob counts as erased, so an erasure can be repeated.
    pub async fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        match self {
            Blobs::Filesystem(files) => files.delete(key).await,
            Blobs::S3(bucket) => bucket.delete(key).await,
            Blobs::Memory(memory) => {
                memory.delete(key);
                Ok(())
            }
        }
    }

    /// Erases everything under the prefix and returns the number of blobs erased.
    pub async fn delete_prefix(&self, prefix: &BlobPrefix) -> Result<usize, BlobError> {
        let keys = self.list(prefix).await?;
        for key in &keys {
            self.delete(key).await?;
        }
        Ok(keys.len())
    }

    /// All keys under the prefix, in order. Files with foreign names are left out, and their number is logged.
    pub async fn list(&self, prefix: &BlobPrefix) -> Result<Vec<BlobKey>, BlobError> {
        Ok(self.held(prefix).await?.into_iter().map(|held| held.key).collect())
    }

    /// The same, with the time when each was last written.
    pub async fn held(&self, prefix: &BlobPrefix) -> Result<Vec<Held>, BlobError> {
        let entries = match self {
            Blobs::Filesystem(files) => files.entries(prefix).await?,
            Blobs::S3(bucket) => bucket.entries(prefix).await?,
            Blobs::Memory(memory) => memory.entries(prefix),
        };
        let found = entries.len();
        let ours = |entry: Entry| {
            let key = BlobKey::parse(&entry.name).ok()?;
            Some(Held { key, written_at: entry.written_at })
        };
        let mut held: Vec<Held> = entries.into_iter().filter_map(ours).collect();
        held.sort();
        if held.len() < found {
            tracing::warn!(strangers = found - held.len(), "the store holds things that are not Kinlight's");
        }
        Ok(held)
    }

    /// For start-up: the store is reachable, accepts a write and an erasure, and keeps no old versions.
    pub async fn check(&self) -> Result<(), BlobError> {
        match self {
            Blobs::Filesystem(files) => files.check().await,
            Blobs::S3(bucket) => bucket.check().await,
            Blobs::Memory(_) => Ok(()),
        }
    }

    /// For the start of a site alone, whose key may only read what is public: checks that the store answers.
    pub async fn check_reading(&self) -> Result<(), BlobError> {
        self.get(&BlobKey::poster(crate::chance::id())).await.map(|_| ())
    }

    /// Requests that a bucket failed so far. For a folder this is 0: its errors are reported where they happen.
    pub fn errors(&self) -> u64 {
        match self {
            Blobs::S3(bucket) => bucket.errors(),
            Blobs::Filesystem(_) | Blobs::Memory(_) => 0,
        }
    }

    /// How much of the store is free, 0 to 100. `None` for a bucket.
    pub fn free_percent(&self) -> Option<u8> {
        match self {
            Blobs::Filesystem(files) => files.free_percent(),
            Blobs::S3(_) => None,
            Blobs::Memory(memory) => memory.free_percent(),
        }
    }
}
