//! Photos between a case worker's upload and the public files. Invariant: the original is never stored; a draft keeps
//! one sealed working copy; every file is on the erasure list before it is written, and leaves it in the commit of
//! the row that names it, so that a failure leaves nothing behind.

pub mod erasure_entity;
pub mod face_report;
pub mod manifest;
pub mod prints;
mod stores;
pub mod worker;

pub use kinlight_pictures::{
    CARD_WIDTH, Crop, CropError, Format, PAGE_WIDTH, Refusal, THUMB_WIDTH, hash_distance,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter,
};
use time::Duration;

use crate::audit::eyes::{Nobody, Sees};
use crate::blobs::{BlobError, BlobKey, BlobPrefix, Blobs};
use crate::cases::{OpenCase, Reading};
use crate::chance;
use crate::clock::Moment;
use crate::ids::{PaperId, PictureId, PrintId};
use crate::photo_number::PhotoNumber;
use crate::sealing::{Kind, SealError, contents};
use face_report::FaceReport;
pub use stores::Stores;
use worker::{Accepts, Answer, Job, Part, Source, Task, Whose, WorkerError, Workers};
pub use worker::{Covers, Framing, Touch};

/// How long a file may wait for its row's commit before the sweep erases it.
pub const UNFINISHED_FOR: Duration = Duration::minutes(10);
/// Width of the desk's preview in pixels: enough to judge a face, and narrow enough for a laptop.
const PREVIEW_WIDE: u16 = 640;

#[derive(Debug, thiserror::Error)]
pub enum PhotoError {
    /// Also for a photo that this program refuses itself: see [`PhotoError::refused`].
    #[error(transparent)]
    Worker(#[from] WorkerError),
    #[error("the sealed picture is gone")]
    Gone,
    #[error(transparent)]
    Blob(#[from] BlobError),
    #[error(transparent)]
    Seal(#[from] SealError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl PhotoError {
    pub fn refused(refusal: Refusal) -> PhotoError {
        PhotoError::Worker(refusal.into())
    }
}

/// A draft's picture, sealed to its case, and on the erasure list until [`keep_working_copy`].
pub struct Stored {
    /// The name under which the draft keeps it.
    pub id: PictureId,
    pub look: FaceReport,
    /// A 64-bit hash of what the whole picture looks like, to find the same photo again.
    pub hash: u64,
}

/// The whole pipeline for an upload: limits, decode, upright sRGB pixels, a working copy, sealed to the case, and
/// what was seen in it.
pub async fn ingest(
    stores: Stores<'_>,
    case: &OpenCase,
    upload: Vec<u8>,
    now: Moment,
) -> Result<Stored, PhotoError> {
    let job = Job {
        source: Source::Upload,
        task: Task::WorkingCopy,
        accepts: Accepts::Uploads,
        part: Part::Whole,
        file: upload,
    };
    sealed_copy(stores, case, job, now).await
}

/// Turns a draft's picture and then covers areas for good. The result is a new working copy, searched for faces again.
pub async fn retouch(
    stores: Stores<'_>,
    case: &OpenCase,
    (picture, touch): (PictureId, Touch),
    now: Moment,
) -> Result<Stored, PhotoError> {
    let file = working_copy(stores.blobs, case.read_by(&Nobody), picture).await?;
    let job = Job {
        source: Source::CopyOf(Whose(*case.id.as_bytes())),
        task: Task::Retouch(touch),
        accepts: Accepts::AnySize,
        part: Part::Whole,
        file,
    };
    sealed_copy(stores, case, job, now).await
}

async fn sealed_copy(
    stores: Stores<'_>,
    case: &OpenCase,
    job: Job,
    now: Moment,
) -> Result<Stored, PhotoError> {
    let Answer::Copy(copy) = stores.workers.ask(job).await? else {
        return Err(WorkerError::Garbled.into());
    };
    let id = chance::id();
    let sealed = case.seal(Kind::Picture, id, &copy.jpeg)?;
    put_sealed(stores, &BlobKey::sealed_picture(id), sealed, now).await?;
    Ok(Stored { id, look: FaceReport::of_copy(&copy), hash: copy.hash })
}

/// The draft's picture, opened: the JPEG of the working copy.
pub async fn working_copy(
    blobs: &Blobs,
    Reading { case, eyes }: Reading<'_, impl Sees<contents::Picture>>,
    picture: PictureId,
) -> Result<Vec<u8>, PhotoError> {
    let sealed = blobs.get(&BlobKey::sealed_picture(picture)).await?.ok_or(PhotoError::Gone)?;
    Ok(case.open(eyes, contents::Picture, picture, &sealed)?.to_vec())
}

/// The part of the draft's picture that would be published, as a JPEG of at most 640 pixels: an exact preview.
pub async fn preview(
    workers: &Workers,
    (case, copy): (&OpenCase, Vec<u8>),
    crop: Option<[u16; 4]>,
) -> Result<Vec<u8>, PhotoError> {
    match workers.ask(of_copy(Task::Preview { most_wide: PREVIEW_WIDE }, (case, copy), crop)).await? {
        Answer::Preview(jpeg) => Ok(jpeg),
        _ => Err(WorkerError::Garbled.into()),
    }
}

/// The part of the draft's picture that would be published: the drawn box, made 4:5, or the middle.
pub async fn framing(
    workers: &Workers,
    (case, copy): (&OpenCase, Vec<u8>),
    crop: Option<[u16; 4]>,
) -> Result<Framing, PhotoError> {
    match workers.ask(of_copy(Task::Framing, (case, copy), crop)).await? {
        Answer::Framing(framing) => Ok(framing),
        _ => Err(WorkerError::Garbled.into()),
    }
}

/// A publication's public files: a random version in their addresses, and their sizes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pictures {
    pub version: String,
    /// Width and height, narrowest first.
    pub sizes: Vec<(u32, u32)>,
    /// Size in bytes of the JPEG for each entry of `sizes`; empty for photos published before this was kept.
    pub weights: Vec<u32>,
}

impl Pictures {
    /// `VERSION:160x200x5300,320x400x15100`, or without the weights.
    pub fn text(&self) -> String {
        let weight = |at: usize| self.weights.get(at).map_or_else(String::new, |bytes| format!("x{bytes}"));
        let sizes = self.sizes.iter().enumerate().map(|(at, (w, h))| format!("{w}x{h}{}", weight(at)));
        format!("{}:{}", self.version, sizes.collect::<Vec<_>>().join(","))
    }

    pub fn parse(text: &str) -> Option<Pictures> {
        let (version, sizes) = text.split_once(':')?;
        let mut pictures = Pictures { version: version.to_owned(), sizes: Vec::new(), weights: Vec::new() };
        for size in sizes.split(',') {
            let numbers: Option<Vec<u32>> = size.split('x').map(|number| number.parse().ok()).collect();
            let (width, height, weight) = match numbers?[..] {
                [width, height] => (width, height, None),
                [width, height, weight] => (width, height, Some(weight)),
                _ => return None,
            };
            pictures.sizes.push((width, height));
            pictures.weights.extend(weight);
        }
        let is_whole = pictures.weights.is_empty() || pictures.weights.len() == pictures.sizes.len();
        is_whole.then_some(pictures)
    }

    /// The narrowest file at least `width` wide, else the widest.
    pub fn at_least(&self, width: u32) -> (u32, u32) {
        let widest = self.sizes.last().copied().unwrap_or((0, 0));
        self.sizes.iter().copied().find(|(w, _)| *w >= width).unwrap_or(widest)
    }
}

/// What an approval asks for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    pub number: PhotoNumber,
    pub crop: Option<[u16; 4]>,
    /// The consent covers posters: one more picture is kept, sealed.
    pub has_print: bool,
}

/// What an approval gets.
#[derive(Clone, Debug)]
pub struct Made {
    pub pictures: Pictures,
    /// A 64-bit hash of what the shown part looks like.
    pub hash: u64,
    /// The name of the sealed picture for posters.
    pub print: Option<PrintId>,
    /// The hash of the public files' manifest.
    pub files: manifest::Hash,
}

/// Writes a publication's files from one reading of the working copy. The approval's commit keeps them ([`keep`]).
pub async fn publish(
    stores: Stores<'_>,
    (case, copy): (&OpenCase, Vec<u8>),
    wanted: Wanted,
    now: Moment,
) -> Result<Made, PhotoError> {
    let Wanted { number, crop, has_print } = wanted;
    let Answer::Published(made) =
        stores.workers.ask(of_copy(Task::Publish { has_print }, (case, copy), crop)).await?
    else {
        return Err(WorkerError::Garbled.into());
    };
    let version = crate::secrets::hex(&chance::bytes::<6>());
    let mut keys = Vec::with_capacity(made.variants.len());
    for variant in &made.variants {
        keys.push(public_key(number, &version, variant.width, variant.format)?);
    }
    for key in &keys {
        erase_later(stores.db, key, now + UNFINISHED_FOR).await?;
    }
    let print = match made.print {
        Some(jpeg) => Some(prints::seal(stores, case, &jpeg, now).await?),
        None => None,
    };
    let (mut sizes, mut weights, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    for (variant, key) in made.variants.into_iter().zip(&keys) {
        if !sizes.contains(&(variant.width, variant.height)) {
            sizes.push((variant.width, variant.height));
        }
        if variant.format == Format::Jpeg {
            weights.push(u32::try_from(variant.bytes.len()).unwrap_or(u32::MAX));
        }
        lines.push(manifest::line((variant.width, variant.format), &variant.bytes));
        stores.blobs.put(key, variant.bytes, variant.format.media_type()).await?;
    }
    let pictures = Pictures { version, sizes, weights };
    Ok(Made { pictures, hash: made.hash, print, files: manifest::hash(lines) })
}

/// Takes a publication's files off the erasure list; part of the approval's transaction.
pub async fn keep(txn: &impl ConnectionTrait, number: PhotoNumber, made: &Made) -> Result<(), PhotoError> {
    let version = &made.pictures.version;
    let prefix = BlobPrefix::photo_version(&number.compact(), version).map_err(|_| PhotoError::Gone)?;
    erasure_entity::Entity::delete_many()
        .filter(erasure_entity::Column::Key.starts_with(prefix.as_str()))
        .exec(txn)
        .await?;
    if let Some(print) = made.print {
        keep_file(txn, &BlobKey::print_picture(print)).await?;
    }
    Ok(())
}

/// Writes a sealed file, which is on the erasure list until [`keep_file`].
pub async fn put_sealed(
    stores: Stores<'_>,
    key: &BlobKey,
    sealed: Vec<u8>,
    now: Moment,
) -> Result<(), PhotoError> {
    erase_later(stores.db, key, now + UNFINISHED_FOR).await?;
    Ok(stores.blobs.put(key, sealed, "application/octet-stream").await?)
}

/// Takes a draft's working copy off the erasure list; part of its row's transaction.
pub async fn keep_working_copy(txn: &impl ConnectionTrait, picture: PictureId) -> Result<(), DbErr> {
    keep_file(txn, &BlobKey::sealed_picture(picture)).await
}

/// Puts a draft's working copy on the erasure list.
pub async fn erase_working_copy(
    txn: &impl ConnectionTrait,
    picture: PictureId,
    now: Moment,
) -> Result<(), DbErr> {
    erase_later(txn, &BlobKey::sealed_picture(picture), now).await
}

pub async fn erase_paper(txn: &impl ConnectionTrait, paper: PaperId, now: Moment) -> Result<(), DbErr> {
    erase_later(txn, &BlobKey::consent_paper(paper), now).await
}

/// Puts a file on the erasure list, also for records that store files of their own.
pub async fn erase_later(db: &impl ConnectionTrait, key: &BlobKey, due_at: Moment) -> Result<(), DbErr> {
    let row = erasure_entity::ActiveModel { key: Set(key.as_str().to_owned()), due_at: Set(due_at.0) };
    keep_file(db, key).await?;
    erasure_entity::Entity::insert(row).exec_without_returning(db).await.map(|_| ())
}

/// Takes a file off the erasure list; part of its row's transaction.
pub async fn keep_file(txn: &impl ConnectionTrait, key: &BlobKey) -> Result<(), DbErr> {
    erasure_entity::Entity::delete_by_id(key.as_str().to_owned()).exec(txn).await.map(|_| ())
}

/// Erases all public files of one photo number.
pub async fn unpublish(blobs: &Blobs, number: PhotoNumber) -> Result<(), PhotoError> {
    let prefix = BlobPrefix::photo(&number.compact()).map_err(|_| PhotoError::Gone)?;
    blobs.delete_prefix(&prefix).await?;
    Ok(())
}

/// Erases the files that are due on the list, and returns how many; a job calls it.
pub async fn sweep(db: &DatabaseConnection, blobs: &Blobs, now: Moment) -> Result<u64, PhotoError> {
    let due = erasure_entity::Entity::find().filter(erasure_entity::Column::DueAt.lte(now.0)).all(db).await?;
    let mut erased = 0;
    for row in due {
        if let Ok(key) = BlobKey::parse(&row.key) {
            blobs.delete(&key).await?;
        }
        erasure_entity::Entity::delete_by_id(row.key).exec(db).await?;
        erased += 1;
    }
    Ok(erased)
}

pub fn public_key(
    number: PhotoNumber,
    version: &str,
    width: u32,
    format: Format,
) -> Result<BlobKey, PhotoError> {
    BlobKey::public_photo(&number.compact(), version, width, format.extension()).map_err(|_| PhotoError::Gone)
}

/// A job about our own working copy. A worker opens even that: it was a stranger's photo once.
fn of_copy(task: Task, (case, copy): (&OpenCase, Vec<u8>), crop: Option<[u16; 4]>) -> Job {
    let part = crop.map_or(Part::Centred, Part::Drawn);
    Job {
        source: Source::CopyOf(Whose(*case.id.as_bytes())),
        task,
        accepts: Accepts::AnySize,
        part,
        file: copy,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_of_a_publications_files_is_read_back_with_and_without_weights() {
        for text in ["abc:160x200", "abc:160x200,320x400", "a1:160x200x5300,320x400x15100"] {
            assert_eq!(Pictures::parse(text).map(|pictures| pictures.text()).as_deref(), Some(text));
        }
        let odd = ["", "abc", "abc:", "abc:160", "abc:160x", "abc:160x200x", "abc:1x2x3x4", "abc:1x2x3,4x5"];
        for text in odd {
            assert_eq!(Pictures::parse(text), None, "{text:?}");
        }
    }
}
