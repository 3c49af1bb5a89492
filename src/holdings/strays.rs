//! Files that no row knows: what a crash left between a file and its row, or an erasure that was lost. They are erased, since
//! nobody stands behind them. Invariant: the wrong database beside a full store erases nothing until the operator says so.

use futures_util::StreamExt;
use std::collections::BTreeMap;
use time::Duration;

use super::needed::{NAMING, Named};
use crate::audit::{self, AuditError, Verb};
use crate::blobs::{BlobError, BlobKey, BlobPrefix, Blobs, PREFIXES};
use crate::clock::Moment;
use crate::db::rows::Picture;
use crate::db::{self, DatabaseConnection, DbErr, installation};
use crate::photos::{self, PhotoError};
use crate::publications::catalogue::WAITS;
use crate::staff::INSTALLATION;

/// A file comes before the row that names it, by seconds; clocks of store and program differ, by minutes at the worst.
pub const OLD_AFTER: Duration = Duration::days(1);
/// More than the crashes of a day leave, each of them one file. No share of the store: a tenth of a large one would be hundreds
/// of photos, if the database is last month's.
pub const FEW: usize = 20;
/// How many still wait for the operator, as the figure tells it.
const LEFT: &str = "strays_left";
/// Put on the erasure list in one transaction: none holds SQLite's one writer for long.
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

/// What a look at the store found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How many files of ours lie there, by declared prefix.
    pub held: BTreeMap<&'static str, usize>,
    /// Of these, what is old enough and stands in no row.
    pub strays: Vec<BlobKey>,
    /// What stands in no row either, and may be younger than its own.
    pub young: Vec<BlobKey>,
    /// How many of them a row names.
    pub known: usize,
}

impl Found {
    /// Whether they may go without a word of the operator. A photo or a poster that nobody knows was never left by a crash: it
    /// is another installation's, or of a later day than the database. So is whatever is more than the database knows.
    pub fn may_go(&self) -> bool {
        let mut unknown = self.strays.iter().chain(&self.young);
        let are_few = self.strays.len() + self.young.len() <= FEW.min(self.known);
        self.strays.is_empty() || (are_few && unknown.all(BlobKey::comes_before_its_row))
    }
}

/// What the sweep did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swept {
    Erased(usize),
    /// They can't be what crashes left; nothing was erased.
    Left(usize),
}

/// Looks, and changes nothing. The store comes first: whatever is committed meanwhile is known then.
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
        if named.names(&one.key) {
            found.known += 1;
        } else if one.written_at.is_some_and(|at| at + OLD_AFTER <= now) {
            found.strays.push(one.key);
        } else {
            found.young.push(one.key);
        }
    }
    Ok(found)
}

/// All rows at one moment, and whether that moment is one to judge by.
async fn named(db: &DatabaseConnection) -> Result<Named, StrayError> {
    let picture = Picture::seen_by_this_role(db, &NAMING.map(|(table, _)| table)).await?;
    if picture.is_of_a_later_program().await? {
        return Err(StrayError::LaterSchema);
    }
    if picture.setting(WAITS).await?.is_some() {
        return Err(StrayError::Waits);
    }
    let mut named = Named::default();
    for (table, columns) in NAMING {
        let mut rows = std::pin::pin!(picture.columns(table, columns).await?);
        while let Some(row) = rows.next().await {
            named.add(table, &row?);
        }
    }
    match named.unreadable {
        0 => Ok(named),
        some => Err(StrayError::Unreadable(some)),
    }
}

/// Erases a few, and of many only tells; a job calls it each day.
pub async fn sweep(db: &DatabaseConnection, blobs: &Blobs, now: Moment) -> Result<Swept, StrayError> {
    let found = found(db, blobs, now).await?;
    let strays = found.strays.len();
    if !found.may_go() {
        tell_left(db, strays).await?;
        return Ok(Swept::Left(strays));
    }
    erase(db, blobs, &found, now).await?;
    Ok(Swept::Erased(strays))
}

/// Erases all that was found, although they may be many: somebody has looked, and answers for it.
pub async fn erase_as_operator(
    db: &DatabaseConnection,
    blobs: &Blobs,
    found: &Found,
    now: Moment,
) -> Result<(), StrayError> {
    audit::record(db, INSTALLATION, now, None, Verb::StraysErased, INSTALLATION).await?;
    erase(db, blobs, found, now).await
}

/// Erases what was found. First the erasure list has them: what the store doesn't take now is tried again.
pub async fn erase(
    db: &DatabaseConnection,
    blobs: &Blobs,
    found: &Found,
    now: Moment,
) -> Result<(), StrayError> {
    for some in found.strays.chunks(LISTED_AT_ONCE) {
        let txn = db::write(db).await?;
        for key in some {
            photos::erase_later(&txn, key, now).await?;
        }
        txn.commit().await?;
    }
    tell_left(db, 0).await?;
    photos::sweep(db, blobs, now).await?;
    Ok(())
}

/// How many wait for the operator's word.
pub async fn left(db: &DatabaseConnection) -> Result<u64, DbErr> {
    Ok(installation::get(db, LEFT).await?.and_then(|count| count.parse().ok()).unwrap_or_default())
}

async fn tell_left(db: &DatabaseConnection, strays: usize) -> Result<(), DbErr> {
    installation::set(db, LEFT, &strays.to_string()).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn what_a_crash_leaves_goes_and_what_it_can_not_have_left_waits() {
        let [paper, poster] = [BlobKey::consent_paper(Uuid::nil()), BlobKey::poster(Uuid::nil())];
        for (old, young, known, may_go) in [
            (0, 0, 0, true),
            // Of a database that knows nothing of the store, not even one.
            (1, 0, 0, false),
            (1, 0, 1, true),
            (9, 0, 8, false),
            (FEW, 0, FEW, true),
            (FEW + 1, 0, FEW + 1, false),
            (FEW, 0, 100_000, true),
            (FEW + 1, 0, 100_000, false),
            // A store that was copied today: most of what is unknown looks young.
            (1, FEW - 1, 100_000, true),
            (1, FEW, 100_000, false),
            (0, 200, 100_000, true),
        ] {
            let papers = |count| vec![paper.clone(); count];
            let found = Found { strays: papers(old), young: papers(young), known, ..Found::default() };
            assert_eq!(found.may_go(), may_go, "{old} and {young} beside {known}");
        }
        for (old, young) in [(&poster, &paper), (&paper, &poster)] {
            let (strays, young) = (vec![old.clone()], vec![young.clone()]);
            let found = Found { strays, young, known: 100_000, ..Found::default() };
            assert!(!found.may_go(), "{found:?}");
        }
    }
}
