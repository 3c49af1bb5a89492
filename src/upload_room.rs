//! Memory for uploads while they are read and worked on. Invariant: all of them together have no more than this room; when it is
//! full, a further upload gets an error and can be tried again.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The room for all uploads together, in MiB.
const ALL_MIB: usize = 160;
pub const MIB: usize = 1024 * 1024;

#[derive(Clone, Debug)]
pub struct UploadRoom(Arc<Semaphore>);

/// One MiB of the room, given back when it is dropped.
pub type Mebibyte = OwnedSemaphorePermit;

impl Default for UploadRoom {
    fn default() -> UploadRoom {
        UploadRoom(Arc::new(Semaphore::new(ALL_MIB)))
    }
}

impl UploadRoom {
    /// `None` if the room is full.
    pub fn one_mib(&self) -> Option<Mebibyte> {
        self.0.clone().try_acquire_owned().ok()
    }
}
