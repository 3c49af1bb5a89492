//! Backs up database and store into one sealed file, and restores them. A log of what ended or was erased is kept apart,
//! so that a restore brings none of it back. Invariant: nothing is unsealed on the way, and neither secret is in a backup.

pub mod archive;
pub mod replaying;
pub mod restoring;
pub mod taking;
pub mod tombstones;

use serde::{Deserialize, Serialize};

use crate::blobs::{BlobError, Blobs};
use crate::clock::Moment;
use crate::db::loading::LoadError;
use crate::db::{Db, DbErr};
use crate::proofs::{FileError, ProofError, Proofs};

/// The database and the store of one installation: what a backup is taken of, and what it is restored into.
#[derive(Clone, Copy)]
pub struct System<'a> {
    pub db: &'a Db,
    pub blobs: &'a Blobs,
    pub proofs: &'a Proofs,
}

/// The backup format; a file of another one is refused.
const FORMAT: u32 = 1;

/// The first thing in a backup: what is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub format: u32,
    /// The version of the program that wrote it.
    pub program: String,
    pub taken_at: Moment,
    /// The migrations that the schema had.
    pub schema: Vec<String>,
    pub tables: Vec<Table>,
    /// Marks of the two secrets that it belongs to; see `Secrets::marks`.
    pub secrets: [String; 2],
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    pub name: String,
    pub rows: u64,
}

/// The last thing in a backup.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    pub files: u64,
}

#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    #[error("{path}: {error}", path = .0.display(), error = .1)]
    Io(std::path::PathBuf, std::io::Error),
    #[error("the backup doesn't open with this identity, or is no backup")]
    WontOpen,
    /// Parts that were read before the damage may be whole; none of them was used.
    #[error("the backup is cut off or was altered: {0}")]
    Damaged(String),
    #[error("the backup has form {0}; this program reads form {FORMAT}")]
    OtherFormat(u32),
    #[error("the store is not empty; a backup goes into an empty one")]
    StoreNotEmpty,
    #[error(
        "this backup belongs together with another {0}; put it back first, or say --other-secrets: then \
         no code and no password of the backup opens anything"
    )]
    OtherSecrets(&'static str),
    #[error("no photos wait for tombstones here: nothing was restored, or they were replayed already")]
    NothingWaits,
    #[error(transparent)]
    Load(#[from] LoadError),
    #[error(transparent)]
    Blob(#[from] BlobError),
    #[error(transparent)]
    SeenChains(#[from] FileError),
    #[error(transparent)]
    Proofs(#[from] ProofError),
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error(transparent)]
    Publication(#[from] crate::publications::PublicationError),
    #[error(transparent)]
    Response(#[from] crate::responses::ResponseError),
    #[error(transparent)]
    Poster(#[from] crate::posters::PosterError),
    #[error(transparent)]
    Account(#[from] crate::staff::joining::JoiningError),
    #[error(transparent)]
    Photo(#[from] crate::photos::PhotoError),
    #[error(transparent)]
    Audit(#[from] crate::audit::AuditError),
    #[error("a setting of the installation can't be read")]
    Unreadable,
}

/// Counts for somebody who waits at a terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub rows: u64,
    pub files: u64,
    pub bytes: u64,
}
