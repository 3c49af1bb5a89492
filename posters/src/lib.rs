//! Photos and texts in, a PDF for printing out. No files, no clock, no async.
//! Invariant: a letter that is in none of our fonts is an error, never a box on paper; nothing is cut off.

mod footer;
mod grid;
mod page;
mod paper;
mod placed;
mod qr;
mod text;

pub use paper::{Paper, PerPage};

/// Everything on a poster. The whole page runs in the direction of the first language.
pub struct Poster {
    pub paper: Paper,
    pub per_page: PerPage,
    pub first: Words,
    pub second: Option<Words>,
    pub photos: Vec<Photo>,
    /// Short enough to be copied from a wall: `kinlight.example`.
    pub address: String,
    /// The address in the QR code of a poster without a code for each photo.
    pub gallery: String,
    pub society: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

/// The texts in one language, without invisible isolates.
#[derive(Clone, Debug)]
pub struct Words {
    /// BCP 47.
    pub language: String,
    pub direction: Direction,
    pub heading: String,
    pub lead: String,
    pub tell: String,
    pub scan: String,
    pub number_label: String,
    pub without_phone: String,
    pub free: String,
    pub caller_check: String,
    pub take_down: String,
}

pub struct Photo {
    /// The stored file: it goes into the PDF unchanged.
    pub jpeg: Vec<u8>,
    /// "4721 8831".
    pub number: String,
    /// The photo's page.
    pub link: String,
    /// The sentences about the people looked for, in the first language and in the second.
    pub sentences: [Vec<String>; 2],
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DrawError {
    #[error("a poster without photos")]
    NoPhotos,
    #[error("none of the fonts has a letter of {0:?}")]
    NoLetter(String),
    #[error("the texts are too long for the paper")]
    TooLong,
    #[error("a photo is no JPEG")]
    NotAJpeg,
    #[error("the address is too long for a QR code")]
    NoCode,
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
}

impl Poster {
    /// The finished PDF.
    pub fn draw(&self) -> Result<Vec<u8>, DrawError> {
        page::document(self)
    }

    fn words(&self) -> impl Iterator<Item = &Words> {
        std::iter::once(&self.first).chain(&self.second)
    }
}

#[cfg(test)]
#[path = "../../tests/it/harness/cannot_run.rs"]
mod cannot_run;
#[cfg(test)]
mod tests;
