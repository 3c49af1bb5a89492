//! After a restore, ends and erases again what had ended or was erased since the backup. Then the photos' wait ends:
//! when nothing is unknown between the backup and the old system's end, or when somebody acknowledged the gap.

use std::collections::BTreeMap;

use super::restoring::{self, RESTORED_AT};
use super::tombstones::{Log, Tombstone, What};
use super::{BackupError, System};
use crate::audit::{self, Verb};
use crate::clock::Moment;
use crate::db::{Db, installation};
use crate::ids::{CaseId, ConsentId, MessageId, PosterId, PublicationId, ResponseId, SocietyId, StaffId};
use crate::older_rows;
use crate::proofs::Proofs;
use crate::publications::catalogue::WAITS;
use crate::publications::{self, bump_catalogue, ending};
use crate::staff::{self, INSTALLATION};
use crate::{db, photos, posters, responses};
use time::Duration;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replayed {
    /// How many of each kind were done again. A record that the backup doesn't have needs nothing.
    pub done: BTreeMap<What, usize>,
    /// Spans for which nobody knows what ended; photos wait while there are any.
    pub unknown: Vec<(Moment, Moment)>,
    /// How many lines can't be read; photos wait while there are any.
    pub damaged: usize,
    pub are_photos_shown: bool,
}

/// The backup's time and the restore's, if photos wait for tombstones here.
pub async fn waits(db: &Db) -> Result<Option<(Moment, Moment)>, BackupError> {
    let since = installation::get(&db.desk, WAITS).await?;
    let restored_at = installation::get(&db.desk, RESTORED_AT).await?;
    let Some(since) = since else { return Ok(None) };
    let moment = |text: &str| text.parse().map(Moment).map_err(|_| BackupError::Unreadable);
    let restored_at = restored_at.ok_or(BackupError::Unreadable)?;
    Ok(Some((moment(&since)?, moment(&restored_at)?)))
}

/// `stopped_at`: when the old system did its last work, if that is known; else the restore's time counts.
pub async fn replay(
    System { db, blobs, proofs }: System<'_>,
    log: &Log,
    stopped_at: Option<Moment>,
    now: Moment,
) -> Result<Replayed, BackupError> {
    let (taken_at, restored_at) = waits(db).await?.ok_or(BackupError::NothingWaits)?;
    // A line whose hour ended before the backup is already in it, and its record may have begun again since.
    let is_later = |one: &&Tombstone| one.at + Duration::hours(1) > taken_at;
    let mut later: Vec<&Tombstone> = log.tombstones.iter().filter(is_later).collect();
    later.sort_by_key(|one| one.what);
    let mut done = BTreeMap::new();
    for one in later {
        if again((db, proofs), one, (taken_at, now)).await? {
            *done.entry(one.what).or_default() += 1;
        }
    }
    // Erases the files of what has ended, as the jobs do.
    ending::unpublish(&db.desk, blobs, now).await?;
    posters::ending::end_over(&db.desk, now).await?;
    photos::sweep(&db.desk, blobs, now).await?;
    db.scrub().await?;
    let unknown = log.unknown(taken_at, stopped_at.unwrap_or(restored_at));
    let are_photos_shown = unknown.is_empty() && log.damaged == 0;
    if are_photos_shown {
        show_again(db).await?;
    }
    tracing::info!(done = done.values().sum::<usize>(), are_photos_shown, "tombstones were replayed");
    Ok(Replayed { done, unknown, damaged: log.damaged, are_photos_shown })
}

async fn again(
    (db, proofs): (&Db, &Proofs),
    one: &Tombstone,
    (taken_at, now): (Moment, Moment),
) -> Result<bool, BackupError> {
    use publications::after_restore as publication;
    use responses::after_restore as response;
    let (db, record, detail) = (&db.desk, one.record, one.detail.as_str());
    Ok(match one.what {
        What::PublicationEnded => {
            publication::end_again(db, PublicationId::of_record(record), detail, now).await?
        }
        What::ConsentEnded => {
            publication::end_consent_again(db, ConsentId::of_record(record), detail, now).await?
        }
        What::ConsentReplaced => {
            publication::narrow(db, PublicationId::of_record(record), detail, now).await?
        }
        What::PosterEnded => posters::ending::end_again(db, PosterId::of_record(record), now).await?,
        What::PrivatePartErased => publication::erase_again(db, CaseId::of_record(record), now).await?,
        What::ResponseTakenBack => response::take_back_again(db, ResponseId::of_record(record), now).await?,
        What::ResponseErased => response::erase_again(db, ResponseId::of_record(record), now).await?,
        What::MessageErased => response::erase_message_again(db, MessageId::of_record(record)).await?,
        // These lines have exact times: one from before the backup is already in it.
        What::AccountEnded | What::CredentialsReplaced | What::SecondKeyReplaced if one.at <= taken_at => {
            false
        }
        What::AccountEnded => staff::after_restore::end_again(db, StaffId::of_record(record), now).await?,
        What::CredentialsReplaced => {
            staff::after_restore::forget_credentials((db, proofs), StaffId::of_record(record), now).await?
        }
        What::SecondKeyReplaced => {
            staff::after_restore::forget_second((db, proofs), StaffId::of_record(record), now).await?
        }
    })
}

/// The database was restored by its own tools, as it was at `recovered_to`: photos wait from now on.
pub async fn wait_since(
    (db, proofs): (&Db, &Proofs),
    recovered_to: Moment,
    now: Moment,
) -> Result<(), BackupError> {
    proofs.begin_again()?;
    let txn = db::write(&db.desk).await?;
    restoring::hide_until_replayed(&txn, recovered_to, now).await?;
    Ok(txn.commit().await?)
}

/// The operator answers for the database as it is now, on this host: after a restore that was made elsewhere or by copying a
/// file. With `has_other_secrets` for the rows too, if `desk.secret` was lost.
pub async fn accept(
    (db, proofs): (&Db, &Proofs),
    has_other_secrets: bool,
    now: Moment,
) -> Result<(), BackupError> {
    proofs.begin_again()?;
    let txn = db::write(&db.desk).await?;
    let mut chains: Vec<SocietyId> = audit::heads(&txn).await?.iter().map(|head| head.society).collect();
    if !chains.contains(&INSTALLATION) {
        chains.push(INSTALLATION);
    }
    for chain in chains {
        audit::append(&txn, chain, now, audit::entry(None, Verb::DatabaseAccepted, chain)).await?;
    }
    txn.commit().await?;
    if has_other_secrets {
        older_rows::prove(&db.desk, proofs, now).await?;
        publications::certifying::older::take_over_all(&db.desk, proofs, now).await?;
    }
    Ok(())
}

/// Ends the wait although the log misses some hours: somebody knows that nobody withdrew then, or answers for it.
pub async fn acknowledge_gap(db: &Db, now: Moment) -> Result<(), BackupError> {
    waits(db).await?.ok_or(BackupError::NothingWaits)?;
    audit::record(&db.desk, INSTALLATION, now, None, Verb::GapAcknowledged, INSTALLATION).await?;
    show_again(db).await?;
    tracing::warn!("photos are shown again although some hours are unknown");
    Ok(())
}

async fn show_again(db: &Db) -> Result<(), BackupError> {
    let txn = db::write(&db.desk).await?;
    installation::unset(&txn, WAITS).await?;
    bump_catalogue(&txn).await?;
    Ok(txn.commit().await?)
}
