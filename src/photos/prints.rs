//! A published photo as large as there is, for posters. Invariant: it is sealed to its case, so that only a session with
//! the Society's open key has it; it goes with the photo, or with the consent for posters.

use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};
use uuid::Uuid;

use super::{PhotoError, UNFINISHED_FOR, erase_later};
use crate::audit::Eyes;
use crate::blobs::{BlobKey, Blobs};
use crate::cases::OpenCase;
use crate::chance;
use crate::clock::Moment;
use crate::sealing::Kind;

/// On the erasure list until the approval commits.
pub(super) async fn seal(
    (db, blobs): (&DatabaseConnection, &Blobs),
    case: &OpenCase,
    jpeg: &[u8],
    now: Moment,
) -> Result<Uuid, PhotoError> {
    let id = chance::id();
    let key = BlobKey::print_picture(id);
    erase_later(db, &key, now + UNFINISHED_FOR).await?;
    blobs.put(&key, case.seal(Kind::PrintPicture, id, jpeg)?, "application/octet-stream").await?;
    Ok(id)
}

/// The JPEG, opened.
pub async fn open(
    blobs: &Blobs,
    (case, eyes): (&OpenCase, Eyes<'_>),
    print: Uuid,
) -> Result<Vec<u8>, PhotoError> {
    let sealed = blobs.get(&BlobKey::print_picture(print)).await?.ok_or(PhotoError::Gone)?;
    Ok(case.open(eyes, Kind::PrintPicture, print, &sealed)?.to_vec())
}

pub async fn erase(txn: &impl ConnectionTrait, print: Uuid, now: Moment) -> Result<(), DbErr> {
    erase_later(txn, &BlobKey::print_picture(print), now).await
}
