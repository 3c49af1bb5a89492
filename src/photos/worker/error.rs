//! Why a photo was not worked on. Invariant: each has a stable word, for which there is a text.

use kinlight_pictures::Refusal;

use super::protocol::Lacking;

/// Why a photo was not worked on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WorkerError {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("the photo needs more memory than a worker may take")]
    OutOfMemory,
    #[error("the photo crashed its worker")]
    Died,
    #[error("the worker's answer makes no sense")]
    Garbled,
    #[error("the new picture could not be written")]
    NotEncoded,
    #[error("nobody could look for faces, so none could be covered")]
    NotChecked,
    #[error("a face was still seen after covering")]
    NotCovered,
    #[error("too many photos at once")]
    Busy,
    #[error("no process for photos could be started: {0}")]
    NotStarted(String),
    #[error("photo_sandbox is \"required\", and this kernel lacks {0}")]
    Unsafe(Lacking),
}

impl WorkerError {
    /// The stable word for JSON and for Fluent keys.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code(),
            Self::OutOfMemory => "too-big-to-open",
            Self::Died | Self::Garbled | Self::NotEncoded => "unreadable",
            Self::NotChecked => "faces-not-checked",
            Self::NotCovered => "faces-not-covered",
            Self::Busy => "busy",
            Self::NotStarted(_) | Self::Unsafe(_) => "no-worker",
        }
    }
}
