//! Blobs in memory, for tests: they end with the process. Its size can be limited, so that a test can fill it.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use bytes::Bytes;

use super::{BlobError, BlobKey, BlobPrefix, Entry};
use crate::clock::{Clock, Moment};

#[derive(Clone, Debug, Default)]
pub struct Memory {
    held: Arc<Mutex<BTreeMap<BlobKey, (Bytes, Moment)>>>,
    /// In bytes; `None` for no limit.
    room: Option<usize>,
}

impl Memory {
    pub fn with_room_for(bytes: usize) -> Self {
        Self { room: Some(bytes), ..Self::default() }
    }

    pub(super) fn put(&self, key: &BlobKey, body: Bytes) -> Result<(), BlobError> {
        let mut held = self.held();
        let others: usize = held.iter().filter(|(k, _)| *k != key).map(|(_, (b, _))| b.len()).sum();
        if self.room.is_some_and(|room| others + body.len() > room) {
            return Err(BlobError::Full);
        }
        // The machine's time, as a disk or a server would record it.
        held.insert(key.clone(), (body, Clock::System.now()));
        Ok(())
    }

    pub(super) fn get(&self, key: &BlobKey) -> Option<Bytes> {
        self.held().get(key).map(|(body, _)| body.clone())
    }

    pub(super) fn delete(&self, key: &BlobKey) {
        self.held().remove(key);
    }

    pub(super) fn entries(&self, prefix: &BlobPrefix) -> Vec<Entry> {
        let held = self.held();
        let under = held.iter().filter(|(key, _)| key.as_str().starts_with(prefix.as_str()));
        under.map(|(key, (_, at))| Entry { name: key.to_string(), written_at: Some(*at) }).collect()
    }

    pub(super) fn free_percent(&self) -> Option<u8> {
        let room = self.room?;
        let used: usize = self.held().values().map(|(body, _)| body.len()).sum();
        let free = room.saturating_sub(used).saturating_mul(100).checked_div(room).unwrap_or(0);
        u8::try_from(free).ok()
    }

    /// Ignores a poisoned lock: a test that failed while it held the lock has left no incomplete blob.
    fn held(&self) -> MutexGuard<'_, BTreeMap<BlobKey, (Bytes, Moment)>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
