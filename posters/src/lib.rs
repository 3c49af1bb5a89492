//! Photos and texts in, a PDF to print out. No files, no clock, no async.
//! Invariant: a letter that no font here can draw is an error, never a box on paper; nothing is cut off.

mod footer;
mod grid;
mod page;
mod paper;
mod qr;
mod text;

pub use paper::{Paper, PerPage};

/// Everything on a poster. The first language leads: the whole page runs in its direction.
pub struct Poster {
    pub paper: Paper,
    pub per_page: PerPage,
    pub first: Words,
    pub second: Option<Words>,
    pub photos: Vec<Photo>,
    /// Short enough to be typed from a wall: `kinlight.example`.
    pub address: String,
    /// Where the one QR code of a poster with many photos leads.
    pub gallery: String,
    pub society: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

/// What is said in one language, without invisible isolates.
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
    /// As it is stored: it goes into the PDF byte by byte.
    pub jpeg: Vec<u8>,
    /// "4721 8831".
    pub number: String,
    /// The photo's page.
    pub link: String,
    /// Whom the person looks for, a whole sentence each, in the first language and in the second.
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
