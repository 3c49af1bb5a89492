//! Files that no row names. A crash of ours leaves none, because each file is on the erasure list before it is written. Strays
//! come from another installation, or are newer than the database. Invariant: none is erased until the operator says so.

use std::collections::BTreeMap;
use time::Duration;

use super::needed::{NAMING, Named};
use crate::audit::{self, AuditError, Verb};
use crate::blobs::{BlobError, BlobKey, BlobPrefix, Blobs, PREFIXES};
use crate::clock::Moment;
use crate::db::rows::Snapshot;
use crate::db::{self, DatabaseConnection, DbErr, installation};
use crate::photos::{self, PhotoError};
use crate::publications::catalogue::WAITS;
use crate::staff::INSTALLATION;

/// Only files at least this old are judged: the clocks of store and program may differ, by minutes at the worst.
pub const OLD_AFTER: Duration = Duration::days(1);
/// The setting that holds how many strays wait for the operator; a figure shows it.
const LEFT: &str = "strays_left";
/// How many go on the erasure list in one transaction, so that none holds SQLite's one writer for long.
const LISTED_AT_ONCE: usize = 200;

#[derive(Debug, thiserror::Error)]
pub enum StrayError {
    #[error(
        "the gallery waits for tombstones after a restore; until they are replayed nobody knows what will be needed: \
         kinlight restore --replay FILE"
    )]
    Waits,
    #[error(
        "the database's schema is newer than this program, which can't tell what is needed: use the newer program"
    )]
    LaterSchema,
    #[error("{0} rows can't be read, so nobody can tell which files they need")]
    Unreadable(usize),
    #[error(transparent)]
    Blob(#[from] BlobError),
    #[error(transparent)]
    Photo(#[from] PhotoError),
    #[error(transparent)]
    Audit(#[from] AuditError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// The result of a look at the store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How many of our files are there, by declared prefix.
    pub held: BTreeMap<&'static str, usize>,
    /// Those of them that are old enough and named by no row.
    pub strays: Vec<BlobKey>,
}

/// Looks, and changes nothing. It lists the store before it reads the rows, so that a file committed in between is known.
pub async fn found(db: &DatabaseConnection, blobs: &Blobs, now: Moment) -> Result<Found, StrayError> {
    let mut held = Vec::new();
    for (prefix, ..) in PREFIXES {
        if let Ok(prefix) = BlobPrefix::parse(prefix) {
            held.extend(blobs.held(&prefix).await?);
        }
    }
    let named = named(db).await?;
    let mut found = Found::default();
    for one in held {
        *found.held.entry(one.key.prefix()).or_default() += 1;
        let is_old = one.written_at.is_some_and(|at| at + OLD_AFTER <= now);
        if is_old && !named.names(&one.key) {
            found.strays.push(one.key);
        }
    }
    Ok(found)
}

/// What all rows name at one moment. Fails if that is not certain: after a restore, with a later schema, or with unreadable rows.
async fn named(db: &DatabaseConnection) -> Result<Named, StrayError> {
    let snapshot = Snapshot::seen_by_this_role(db, &NAMING.map(|(table, _)| table)).await?;
    if snapshot.is_of_a_later_program().await? {
        return Err(StrayError::LaterSchema);
    }
    if snapshot.setting(WAITS).await?.is_some() {
        return Err(StrayError::Waits);
    }
    let named = Named::by(&snapshot).await?;
    match named.unreadable {
        0 => Ok(named),
        some => Err(StrayError::Unreadable(some)),
    }
}

/// Counts the strays and notes the number for the figure; a job calls it each day.
pub async fn look(db: &DatabaseConnection, blobs: &Blobs, now: Moment) -> Result<usize, StrayError> {
    let strays = found(db, blobs, now).await?.strays.len();
    note_left(db, strays).await?;
    Ok(strays)
}

/// Erases what was found: somebody has looked, and answers for it. All of it goes on the erasure list first, so that
/// a file that the store can't erase now is tried again.
pub async fn erase(
    db: &DatabaseConnection,
    blobs: &Blobs,
    found: &Found,
    now: Moment,
) -> Result<(), StrayError> {
    audit::record(db, INSTALLATION, now, None, Verb::StraysErased, INSTALLATION).await?;
    for some in found.strays.chunks(LISTED_AT_ONCE) {
        let txn = db::write(db).await?;
        for key in some {
            photos::erase_later(&txn, key, now).await?;
        }
        txn.commit().await?;
    }
    note_left(db, 0).await?;
    photos::sweep(db, blobs, now).await?;
    Ok(())
}

/// How many strays wait for the operator's decision.
pub async fn left(db: &DatabaseConnection) -> Result<u64, DbErr> {
    Ok(installation::get(db, LEFT).await?.and_then(|count| count.parse().ok()).unwrap_or_default())
}

async fn note_left(db: &DatabaseConnection, strays: usize) -> Result<(), DbErr> {
    installation::set(db, LEFT, &strays.to_string()).await
}
