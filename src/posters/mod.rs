//! Posters: photos of one Society on paper, in one or two languages, until a day. `making` and `ending` are the
//! verbs; the crate `kinlight_posters` lays out the pages. Invariant: only photos with a live consent for posters are
//! printed, and a poster ends when one of its photos does.

pub mod ending;
pub mod entity;
pub mod making;
pub mod photo_entity;
pub mod queries;
mod words;

pub use kinlight_posters::{Paper, PerPage};
pub use words::day_in_words;

use sea_orm::DbErr;

use crate::audit::AuditError;
use crate::blobs::BlobError;
use crate::photos::PhotoError;
use crate::publications::PublicationError;

/// Four pages of twelve.
pub const MOST_PHOTOS: usize = 48;

#[derive(Debug, thiserror::Error)]
pub enum PosterError {
    #[error("no such poster in this Society")]
    NotFound,
    #[error("no photo was chosen")]
    NoPhotos,
    #[error("more photos than a poster takes")]
    TooMany,
    /// One of them has no consent for posters, has it no longer, or is another Society's.
    #[error("a chosen photo may not hang on posters")]
    NotPostable,
    #[error("the day lies in the past, or after the end of a consent")]
    BadDay,
    #[error("the poster could not be drawn: {0}")]
    Drawing(#[from] kinlight_posters::DrawError),
    #[error("the poster's drawing broke off")]
    BrokeOff,
    #[error(transparent)]
    Publication(#[from] PublicationError),
    #[error(transparent)]
    Photo(#[from] PhotoError),
    #[error(transparent)]
    Blob(#[from] BlobError),
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error(transparent)]
    Audit(#[from] AuditError),
}

words! {
    /// Why a poster may no longer be had.
    pub enum EndReason {
        TakenBack = "taken-back",
        DayOver = "day-over",
        /// A photo on it was withdrawn, or its consent for posters is over.
        PhotoGone = "photo-gone",
    }
}

word_column!(EndReason);
