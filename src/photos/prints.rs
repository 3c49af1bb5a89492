//! The largest version of a published photo, for posters. Invariant: it is sealed to its case, so that only a session
//! with the Society's open key can open it; it is erased with the photo, or with the consent for posters.

use sea_orm::{ConnectionTrait, DbErr};

use super::{PhotoError, Stores, erase_later, put_sealed};
use crate::audit::eyes::Sees;
use crate::blobs::{BlobKey, Blobs};
use crate::cases::{OpenCase, Reading};
use crate::chance;
use crate::clock::Moment;
use crate::ids::PrintId;
use crate::sealing::{Kind, contents};

/// Seals and writes it; it is on the erasure list until the approval commits.
pub(super) async fn seal(
    stores: Stores<'_>,
    case: &OpenCase,
    jpeg: &[u8],
    now: Moment,
) -> Result<PrintId, PhotoError> {
    let id = chance::id();
    let sealed = case.seal(Kind::PrintPicture, id, jpeg)?;
    put_sealed(stores, &BlobKey::print_picture(id), sealed, now).await?;
    Ok(id)
}

/// The JPEG, opened.
pub async fn open(
    blobs: &Blobs,
    Reading { case, eyes }: Reading<'_, impl Sees<contents::PrintPicture>>,
    print: PrintId,
) -> Result<Vec<u8>, PhotoError> {
    let sealed = blobs.get(&BlobKey::print_picture(print)).await?.ok_or(PhotoError::Gone)?;
    Ok(case.open(eyes, contents::PrintPicture, print, &sealed)?.to_vec())
}

pub async fn erase(txn: &impl ConnectionTrait, print: PrintId, now: Moment) -> Result<(), DbErr> {
    erase_later(txn, &BlobKey::print_picture(print), now).await
}
