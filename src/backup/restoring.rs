//! Restores a backup. It is read to its end before anything is changed; then the files go into an empty store, then
//! the rows, in one transaction, into an empty database. Invariant: from then on no photo is shown until the
//! tombstones since the backup were replayed, or somebody acknowledged the gap (`replaying`).

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use tokio::sync::mpsc;

use super::archive::{self, AHEAD, Part, Wanted};
use super::{BackupError, Manifest, Progress, System};
use crate::audit::{self, Verb, entry};
use crate::blobs::{BlobKey, BlobPrefix, Blobs};
use crate::clock::Moment;
use crate::db::loading::{Loading, may_load};
use crate::db::rows::Row;
use crate::db::{DatabaseTransaction, Db, installation, tombstones};
use crate::ids::SocietyId;
use crate::older_rows;
use crate::publications::catalogue::WAITS;
use crate::publications::certifying::older;
use crate::sealing::SecretKey;
use crate::staff::INSTALLATION;

/// From this step of the schema on, a row without a proof is nobody's.
const FIRST_WITH_PROOFS: &str = "m0021_proofs";
/// From this step on, a live photo without a certificate is shown when a reviewer has certified it.
const FIRST_WITH_CERTIFICATES: &str = "m0026_certificates";
/// The setting that holds the time of the last restore.
pub const RESTORED_AT: &str = "restored_at";
const VERSION: &str = "catalogue_version";
/// Added to the catalogue's version, so that no replica takes the restored catalogue for one that it has seen.
const VERSIONS_LATER: i64 = 1_000_000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    pub manifest: Manifest,
    pub rows: u64,
    pub files: u64,
}

/// `secrets`: the marks of this installation's secrets, or `None` to accept a backup with other ones.
pub async fn restore(
    System { db, blobs, proofs }: System<'_>,
    (path, keys): (&Path, &[SecretKey]),
    secrets: Option<[String; 2]>,
    now: Moment,
    told: impl Fn(Progress),
) -> Result<Restored, BackupError> {
    let manifest = checked(path, keys).await?;
    for ((own, theirs), name) in
        secrets.iter().flatten().zip(&manifest.secrets).zip(["site.secret", "desk.secret"])
    {
        if own != theirs {
            return Err(BackupError::OtherSecrets(name));
        }
    }
    may_load(&db.desk, &manifest.schema).await?;
    if !blobs.list(&BlobPrefix::everything()).await?.is_empty() {
        return Err(BackupError::StoreNotEmpty);
    }
    let mut progress = Progress::default();
    let mut written = Vec::new();
    let loaded = match put_files(blobs, (path, keys), &mut written, &mut progress, &told).await {
        Ok(()) => put_rows(db, (path, keys), &manifest, now, (&mut progress, &told)).await,
        Err(error) => Err(error),
    };
    if let Err(error) = loaded {
        // The next try needs an empty store again.
        for key in &written {
            let _ = blobs.delete(key).await;
        }
        return Err(error);
    }
    // This host has seen the chains go on after the backup: from now on it begins with what was restored. What was sealed with
    // another desk's secret, or written before rows had proofs, is proved by the operator's wish to have it.
    proofs.begin_again()?;
    if secrets.is_none() || !manifest.schema.iter().any(|step| step == FIRST_WITH_PROOFS) {
        older_rows::prove(&db.desk, proofs, now).await?;
    }
    if secrets.is_none() {
        older::take_over_all(&db.desk, proofs, now).await?;
    } else if !manifest.schema.iter().any(|step| step == FIRST_WITH_CERTIFICATES) {
        older::take_over(&db.desk, proofs, now).await?;
    }
    Ok(Restored { rows: progress.rows, files: progress.files, manifest })
}

/// Reads the whole backup and counts: a cut, a change or a missing part shows here, before anything is changed.
async fn checked(path: &Path, keys: &[SecretKey]) -> Result<Manifest, BackupError> {
    let (mut manifest, mut end, mut files) = (None, None, 0_u64);
    let mut rows: BTreeMap<String, u64> = BTreeMap::new();
    each_part(path, keys, Wanted::All, async |part| {
        match part {
            Part::Manifest(found) => manifest = Some(found),
            Part::Rows { table, lines } => {
                *rows.entry(table).or_default() += lines.iter().filter(|byte| **byte == b'\n').count() as u64;
            }
            Part::File { .. } => files += 1,
            Part::End(found) => end = Some(found),
        }
        Ok(())
    })
    .await?;
    let missing = |what: &str| BackupError::Damaged(format!("{what} is missing"));
    let manifest: Manifest = manifest.ok_or_else(|| missing("the list of its contents"))?;
    for table in &manifest.tables {
        if rows.remove(&table.name).unwrap_or_default() != table.rows {
            return Err(missing(&format!("a row of {}", table.name)));
        }
    }
    if !rows.is_empty() || end.is_none_or(|end: super::End| end.files != files) {
        return Err(missing("a table or a file"));
    }
    Ok(manifest)
}

/// Passes one part after the other to `act`; a blocking thread reads them.
async fn each_part(
    path: &Path,
    keys: &[SecretKey],
    wanted: Wanted,
    mut act: impl AsyncFnMut(Part) -> Result<(), BackupError>,
) -> Result<(), BackupError> {
    let (send, mut parts) = mpsc::channel(AHEAD);
    let (path, keys) = (path.to_owned(), keys.to_vec());
    let reading = tokio::task::spawn_blocking(move || archive::read(&path, &keys, wanted, &send));
    while let Some(part) = parts.recv().await {
        act(part).await?;
    }
    reading.await.map_err(|_| BackupError::Damaged("the reading broke off".to_owned()))?
}

async fn put_files(
    blobs: &Blobs,
    (path, keys): (&Path, &[SecretKey]),
    written: &mut Vec<BlobKey>,
    progress: &mut Progress,
    told: &impl Fn(Progress),
) -> Result<(), BackupError> {
    let mut under_way = tokio::task::JoinSet::new();
    let broke_off = |_| BackupError::Damaged("the writing broke off".to_owned());
    let sent = each_part(path, keys, Wanted::Files, async |part| {
        let Part::File { key, body } = part else { return Ok(()) };
        (progress.files, progress.bytes) = (progress.files + 1, progress.bytes + body.len() as u64);
        told(*progress);
        written.push(key.clone());
        // A store waits for its disk or its network, for many files as long as for one.
        if under_way.len() >= 16
            && let Some(done) = under_way.join_next().await
        {
            done.map_err(broke_off)??;
        }
        let blobs = blobs.clone();
        under_way.spawn(async move { blobs.put(&key, body, key.content_type()).await });
        Ok(())
    })
    .await;
    // Waits for all writes, even after an error: a file written after the cleanup would stay.
    let mut last = sent;
    while let Some(done) = under_way.join_next().await {
        last = last.and(done.map_err(broke_off).and_then(|put| Ok(put?)));
    }
    last
}

async fn put_rows(
    db: &Db,
    (path, keys): (&Path, &[SecretKey]),
    manifest: &Manifest,
    now: Moment,
    (progress, told): (&mut Progress, &impl Fn(Progress)),
) -> Result<(), BackupError> {
    let mut loading = Loading::begin(&db.desk, &manifest.schema).await?;
    each_part(path, keys, Wanted::Rows, async |part| {
        let Part::Rows { table, lines } = part else { return Ok(()) };
        let rows: Result<Vec<Row>, _> = lines
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty())
            .map(serde_json::from_slice)
            .collect();
        let rows = rows.map_err(|_| BackupError::Damaged(format!("a row of {table} can't be read")))?;
        loading.put(&table, &rows).await?;
        progress.rows += rows.len() as u64;
        told(*progress);
        Ok(())
    })
    .await?;
    let txn = loading.done().await?;
    hide_until_replayed(&txn, manifest.taken_at, now).await?;
    Ok(txn.commit().await?)
}

/// Photos wait from now on for the tombstones since `taken_at`; every chain says that it was restored.
pub(super) async fn hide_until_replayed(
    txn: &DatabaseTransaction,
    taken_at: Moment,
    now: Moment,
) -> Result<(), BackupError> {
    let mut settings = HashMap::new();
    for name in [VERSION, WAITS] {
        settings.insert(name, installation::get(txn, name).await?.and_then(|text| text.parse::<i64>().ok()));
    }
    let version = settings[VERSION].ok_or(BackupError::Unreadable)?;
    // If the backup was itself taken while photos waited, they wait since that earlier time.
    let since = settings[WAITS].unwrap_or(i64::MAX).min(taken_at.0);
    installation::set(txn, VERSION, &(version + VERSIONS_LATER).to_string()).await?;
    installation::set(txn, WAITS, &since.to_string()).await?;
    installation::set(txn, RESTORED_AT, &now.0.to_string()).await?;
    // The log of what happened before the restore, if there is one, is another file.
    tombstones::begin_anew(txn, now.0).await?;
    let mut chains: Vec<SocietyId> = audit::heads(txn).await?.iter().map(|head| head.society).collect();
    if !chains.contains(&INSTALLATION) {
        chains.push(INSTALLATION);
    }
    for chain in chains {
        audit::append(txn, chain, now, entry(None, Verb::Restored, chain)).await?;
    }
    Ok(())
}
