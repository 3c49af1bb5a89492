//! From a stranger's file to clean pictures: bytes in, bytes out; no files, no clock, no async.
//! Invariant: only pixels pass. Everything else in a file (place, device, profile, preview, comment) is dropped here.

mod bare;
mod colour;
mod colours;
mod cover;
mod crop;
mod decoded;
mod encode;
mod faces;
#[cfg(feature = "fuzzing")]
pub mod fuzzing;
mod hash;
mod hdr;
mod heic;
mod hevc_header;
mod jpeg;
mod kind;
mod limits;
mod memory;
mod orientation;
mod png_file;
mod resize;
mod studio;
mod variants;
mod webp_file;

pub use bare::bare_size;
pub use colours::Colours;
pub use cover::{Cover, cover};
pub use crop::{Crop, CropError, PixelBox};
pub use decoded::{Decoded, View};
pub use encode::EncodeError;
pub use faces::{
    Certainty, Face, FaceError, FaceFinder, Found, Point, Turn, Warning, crop_proposal, warnings,
};
pub use hash::{difference_hash, hash_distance};
pub use kind::{FileKind, may_be_photo};
pub use limits::{Limits, Refusal};
pub use orientation::Orientation;
pub use studio::{PRINT_SIDES, Studio};
pub use variants::{CARD_WIDTH, Format, PAGE_WIDTH, THUMB_WIDTH, Variant, WIDTHS, preview, variants, widths};

/// An upright, opaque picture in sRGB: three bytes a pixel, row by row.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

/// Reads any file, with a `Studio` for one photo. Any fault of the file ends as a `Refusal`.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Picture, Refusal> {
    let mut studio = Studio::new();
    let decoded = studio.decode(bytes, limits)?;
    studio.upright(decoded).map_err(|_| Refusal::Broken)
}

impl Picture {
    /// `None` unless there are exactly `width * height * 3` bytes, and at least one pixel.
    pub fn from_rgb(width: u32, height: u32, pixels: Vec<u8>) -> Option<Self> {
        let is_whole = width > 0 && height > 0 && pixels.len() == width as usize * height as usize * 3;
        is_whole.then_some(Self { width, height, pixels })
    }

    pub fn width(&self) -> u32 {
        self.width
    }

    pub fn height(&self) -> u32 {
        self.height
    }

    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// The copy that a draft keeps: see `Studio::working_copy`.
    pub fn working_copy(&self) -> Result<Vec<u8>, EncodeError> {
        Studio::new().working_copy(self)
    }

    pub fn crop(&self, crop: Crop) -> Picture {
        let part = crop.pixels(self);
        let (row, left, width) = (self.width as usize * 3, part.left as usize * 3, part.width as usize * 3);
        let rows = self.pixels.chunks_exact(row).skip(part.top as usize).take(part.height as usize);
        let pixels = rows.flat_map(|row| &row[left..left + width]).copied().collect();
        Picture { width: part.width, height: part.height, pixels }
    }

    /// The widths that `variants` makes of this part: for `srcset`, and to know which files exist.
    pub fn widths(&self, crop: Crop) -> Vec<u32> {
        widths(crop.pixels(self).width)
    }
}

/// Pixels don't belong in a log.
impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({}x{})", self.width, self.height)
    }
}
