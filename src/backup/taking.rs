//! Takes a backup: all tables as they are at one moment, then every file that their rows need. The service keeps
//! running meanwhile. A file that is erased meanwhile is left out, and counted.

use futures_util::{StreamExt, stream};
use std::collections::BTreeSet;
use std::path::Path;
use tokio::sync::mpsc::{self, Sender};

use super::archive::{self, AHEAD, Part};
use super::{BackupError, End, FORMAT, Manifest, Progress, System, Table};
use crate::blobs::{BlobKey, Blobs};
use crate::clock::Moment;
use crate::db::Db;
use crate::db::rows::Snapshot;
use crate::holdings::needed::Named;
use crate::sealing::PublicKey;

/// Rows of a table are sent in parts of about this many bytes.
const PART: usize = 2 << 20;
/// How many files are fetched at once: a distant store answers slowly, but many at a time.
const FILES_AT_ONCE: usize = 8;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    pub tables: usize,
    pub rows: u64,
    pub files: u64,
    /// The size of the backup itself.
    pub bytes: u64,
    /// Files that a row needs and the store does not have; the backup is complete except for them.
    pub missing: Vec<BlobKey>,
    /// Files that were erased while the backup was made.
    pub erased_meanwhile: usize,
    /// Rows for which nobody can tell whether they need a file: they are in the backup, and their file may not be.
    pub unreadable: usize,
}

/// Writes `path`, sealed to these keys. `secrets` are the marks of the secrets that it belongs to.
pub async fn take(
    system: System<'_>,
    (path, to): (&Path, &[PublicKey]),
    secrets: [String; 2],
    now: Moment,
    told: impl Fn(Progress),
) -> Result<Taken, BackupError> {
    let (parts, received) = mpsc::channel(AHEAD);
    let (path, to) = (path.to_owned(), to.to_vec());
    let writing = tokio::task::spawn_blocking(move || archive::write(&path, &to, now, received));
    let gathered = gather(system, parts, secrets, now, told).await;
    let written = writing.await.map_err(|_| BackupError::Damaged("the writing broke off".to_owned()))?;
    match (gathered, written) {
        // If the writer stopped taking parts, its own error says why.
        (Ok(_), Err(error)) | (Err(error), _) => Err(error),
        (Ok(None), Ok(_)) => Err(BackupError::Damaged("it was not finished".to_owned())),
        (Ok(Some(taken)), Ok(bytes)) => Ok(Taken { bytes, ..taken }),
    }
}

/// `None` if the writer takes no more parts.
async fn gather(
    System { db, blobs, .. }: System<'_>,
    parts: Sender<Part>,
    secrets: [String; 2],
    now: Moment,
    told: impl Fn(Progress),
) -> Result<Option<Taken>, BackupError> {
    let snapshot = Snapshot::taken(&db.desk).await?;
    let mut tables = Vec::new();
    for name in snapshot.tables().await? {
        tables.push(Table { name: name.to_owned(), rows: snapshot.count(name).await? });
    }
    let manifest = Manifest {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        taken_at: now,
        schema: snapshot.steps().await?,
        tables: tables.clone(),
        secrets,
    };
    if parts.send(Part::Manifest(manifest)).await.is_err() {
        return Ok(None);
    }
    let mut progress = Progress::default();
    let mut named = Named::default();
    for table in &tables {
        let mut lines = Vec::new();
        let mut rows = std::pin::pin!(snapshot.rows(&table.name).await?);
        while let Some(row) = rows.next().await {
            let row = row?;
            named.add(&table.name, &row);
            serde_json::to_writer(&mut lines, &row).map_err(|_| BackupError::Unreadable)?;
            lines.push(b'\n');
            progress.rows += 1;
            if lines.len() > PART && !send_rows(&parts, table, &mut lines).await {
                return Ok(None);
            }
            told(progress);
        }
        if !lines.is_empty() && !send_rows(&parts, table, &mut lines).await {
            return Ok(None);
        }
    }
    drop(snapshot);
    let unreadable = named.unreadable;
    let Some(lost) = send_files(blobs, &parts, named.needed, &mut progress, &told).await? else {
        return Ok(None);
    };
    let missing = still_needed(db, &lost).await?;
    if parts.send(Part::End(End { files: progress.files })).await.is_err() {
        return Ok(None);
    }
    Ok(Some(Taken {
        tables: tables.len(),
        rows: progress.rows,
        files: progress.files,
        bytes: 0,
        erased_meanwhile: lost.len() - missing.len(),
        unreadable,
        missing,
    }))
}

async fn send_rows(parts: &Sender<Part>, table: &Table, lines: &mut Vec<u8>) -> bool {
    let part = Part::Rows { table: table.name.clone(), lines: std::mem::take(lines) };
    parts.send(part).await.is_ok()
}

/// Returns the keys of the files that are not in the store.
async fn send_files(
    blobs: &Blobs,
    parts: &Sender<Part>,
    needed: BTreeSet<BlobKey>,
    progress: &mut Progress,
    told: &impl Fn(Progress),
) -> Result<Option<Vec<BlobKey>>, BackupError> {
    let fetched = stream::iter(needed).map(|key| async move { (blobs.get(&key).await, key) });
    let mut fetched = std::pin::pin!(fetched.buffered(FILES_AT_ONCE));
    let mut lost = Vec::new();
    while let Some((body, key)) = fetched.next().await {
        let Some(body) = body? else {
            lost.push(key);
            continue;
        };
        (progress.files, progress.bytes) = (progress.files + 1, progress.bytes + body.len() as u64);
        if parts.send(Part::File { key, body }).await.is_err() {
            return Ok(None);
        }
        told(*progress);
    }
    Ok(Some(lost))
}

/// Returns those of the lost files that a row needs even now: they are missing, the others were erased.
async fn still_needed(db: &Db, lost: &[BlobKey]) -> Result<Vec<BlobKey>, BackupError> {
    if lost.is_empty() {
        return Ok(Vec::new());
    }
    let snapshot = Snapshot::taken(&db.desk).await?;
    let named = Named::by(&snapshot).await?;
    Ok(lost.iter().filter(|key| named.needed.contains(key)).cloned().collect())
}
