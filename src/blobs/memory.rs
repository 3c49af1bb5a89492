//! Blobs in memory, for tests. It keeps nothing beyond its own life; it can be small, so that it can be full.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use bytes::Bytes;

use super::{BlobError, BlobKey, BlobPrefix};

#[derive(Clone, Debug, Default)]
pub struct Memory {
    held: Arc<Mutex<BTreeMap<BlobKey, Bytes>>>,
    /// In bytes; none means as much as the machine gives.
    room: Option<usize>,
}

impl Memory {
    pub fn with_room_for(bytes: usize) -> Self {
        Self { room: Some(bytes), ..Self::default() }
    }

    pub(super) fn put(&self, key: &BlobKey, body: Bytes) -> Result<(), BlobError> {
        let mut held = self.held();
        let others: usize = held.iter().filter(|(k, _)| *k != key).map(|(_, b)| b.len()).sum();
        if self.room.is_some_and(|room| others + body.len() > room) {
            return Err(BlobError::Full);
        }
        held.insert(key.clone(), body);
        Ok(())
    }

    pub(super) fn get(&self, key: &BlobKey) -> Option<Bytes> {
        self.held().get(key).cloned()
    }

    pub(super) fn delete(&self, key: &BlobKey) {
        self.held().remove(key);
    }

    pub(super) fn names(&self, prefix: &BlobPrefix) -> Vec<String> {
        self.held().keys().map(BlobKey::to_string).filter(|name| name.starts_with(prefix.as_str())).collect()
    }

    pub(super) fn free_percent(&self) -> Option<u8> {
        let room = self.room?;
        let used: usize = self.held().values().map(Bytes::len).sum();
        let free = room.saturating_sub(used).saturating_mul(100).checked_div(room).unwrap_or(0);
        u8::try_from(free).ok()
    }

    /// A test that failed while it held the lock has left no half blob behind.
    fn held(&self) -> MutexGuard<'_, BTreeMap<BlobKey, Bytes>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
