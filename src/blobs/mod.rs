//! Where pictures and papers lie: a folder, an S3 bucket, or memory in tests. Every arm keeps the same promises:
//! a put is whole or not there, an erased blob is gone for good, and a store that can't promise it is refused at start-up.

mod filesystem;
mod key;
mod memory;
mod s3;

use bytes::Bytes;

pub use filesystem::Filesystem;
pub use key::{BlobKey, BlobPrefix, NotAKey, PREFIXES, Visibility};
pub use memory::Memory;
pub use s3::{S3, S3Settings};

/// Cheap to clone: every arm shares its inside.
#[derive(Clone, Debug)]
pub enum Blobs {
    Filesystem(Filesystem),
    S3(S3),
    Memory(Memory),
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
    /// Saves the whole blob, or nothing. A blob of the same key is replaced.
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

    /// Erases for good. What is gone already counts as erased, so an erasure can be tried again.
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

    /// Erases all that lies under the prefix and says how many blobs that were.
    pub async fn delete_prefix(&self, prefix: &BlobPrefix) -> Result<usize, BlobError> {
        let keys = self.list(prefix).await?;
        for key in &keys {
            self.delete(key).await?;
        }
        Ok(keys.len())
    }

    /// All keys under the prefix, in order. What isn't ours by its name is left out, and counted in the log.
    pub async fn list(&self, prefix: &BlobPrefix) -> Result<Vec<BlobKey>, BlobError> {
        let names = match self {
            Blobs::Filesystem(files) => files.names(prefix).await?,
            Blobs::S3(bucket) => bucket.names(prefix).await?,
            Blobs::Memory(memory) => memory.names(prefix),
        };
        let found = names.len();
        let mut keys: Vec<BlobKey> = names.iter().filter_map(|name| BlobKey::parse(name).ok()).collect();
        keys.sort();
        if keys.len() < found {
            tracing::warn!(strangers = found - keys.len(), "the store holds things that are not Kinlight's");
        }
        Ok(keys)
    }

    /// For start-up: the store is there, takes a write and an erasure, and keeps no old versions.
    pub async fn check(&self) -> Result<(), BlobError> {
        match self {
            Blobs::Filesystem(files) => files.check().await,
            Blobs::S3(bucket) => bucket.check().await,
            Blobs::Memory(_) => Ok(()),
        }
    }

    /// For the start of a site alone, whose key may do nothing but read what is public: the store answers.
    pub async fn check_reading(&self) -> Result<(), BlobError> {
        self.get(&BlobKey::poster(crate::chance::id())).await.map(|_| ())
    }

    /// Questions that a bucket failed so far. A folder's faults are told where they happen.
    pub fn errors(&self) -> u64 {
        match self {
            Blobs::S3(bucket) => bucket.errors(),
            Blobs::Filesystem(_) | Blobs::Memory(_) => 0,
        }
    }

    /// How much of the store is free, 0 to 100. A bucket doesn't say.
    pub fn free_percent(&self) -> Option<u8> {
        match self {
            Blobs::Filesystem(files) => files.free_percent(),
            Blobs::S3(_) => None,
            Blobs::Memory(memory) => memory.free_percent(),
        }
    }
}
