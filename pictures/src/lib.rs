//! From a stranger's file to clean pictures: bytes in, bytes out; no files, no clock, no async.
//! Invariant: only pixels pass. Whatever else a file held (place, device, profile, preview, comment) ends here.

mod bare;
mod colour;
mod cover;
mod crop;
mod encode;
mod faces;
mod hash;
mod jpeg;
mod kind;
mod limits;
mod orientation;
mod png_file;
mod resize;
mod variants;
mod webp_file;

use std::panic::{AssertUnwindSafe, catch_unwind};

pub use bare::bare_size;
pub use cover::{Cover, cover};
pub use crop::{Crop, CropError, PixelBox};
pub use encode::EncodeError;
pub use faces::{
    Certainty, Face, FaceError, FaceFinder, Found, Point, Turn, Warning, crop_proposal, warnings,
};
pub use hash::{difference_hash, hash_distance};
pub use limits::{Limits, Refusal};
pub use variants::{Format, Variant, WIDTHS, preview, variants, widths};

use kind::Kind;

const VAST_PIXELS: usize = 24_000_000;
/// The longest side that a draft keeps, and its JPEG quality.
const WORKING_SIDE: u32 = 2560;
const WORKING_QUALITY: u8 = 90;

/// An upright, opaque picture in sRGB: three bytes a pixel, row by row.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

/// Reads any file at all. Whatever is wrong with it ends as a `Refusal`: decoders are taken to be able to panic.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Picture, Refusal> {
    if bytes.len() > limits.max_bytes {
        return Err(Refusal::TooManyBytes);
    }
    catch_unwind(AssertUnwindSafe(|| decode(bytes, limits))).unwrap_or(Err(Refusal::Broken))
}

fn decode(bytes: &[u8], limits: &Limits) -> Result<Picture, Refusal> {
    let samples = match kind::kind_of(bytes)? {
        Kind::Jpeg => jpeg::decode(bytes, limits)?,
        Kind::Png => png_file::decode(bytes, limits)?,
        Kind::WebP => webp_file::decode(bytes, limits)?,
    };
    let pixels = colour::to_srgb(samples.values, samples.layout, samples.profile.as_deref());
    let picture = Picture { width: samples.width, height: samples.height, pixels }.halved_if_vast()?;
    let (pixels, width, height) = samples.orientation.apply(picture.pixels, picture.width, picture.height);
    Ok(Picture { width, height, pixels })
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

    /// What a draft keeps, sealed, instead of the original: a JPEG of at most 2560 pixels a side, colours at full
    /// resolution. Read it back with `Limits::any_size`: a long panorama may be lower than an upload's minimum.
    pub fn working_copy(&self) -> Result<Vec<u8>, EncodeError> {
        let longest = self.width.max(self.height);
        if longest <= WORKING_SIDE {
            return encode::jpeg(self, WORKING_QUALITY, encode::Chroma::Full);
        }
        let scaled =
            |side: u32| (u64::from(side) * u64::from(WORKING_SIDE) / u64::from(longest)).max(1) as u32;
        let smaller = resize::shrink(self, self.whole(), scaled(self.width), scaled(self.height))?;
        encode::jpeg(&smaller, WORKING_QUALITY, encode::Chroma::Full)
    }

    pub fn crop(&self, crop: Crop) -> Picture {
        let part = crop.pixels(self);
        let (row, left, width) = (self.width as usize * 3, part.left as usize * 3, part.width as usize * 3);
        let rows = self.pixels.chunks_exact(row).skip(part.top as usize).take(part.height as usize);
        let pixels = rows.flat_map(|row| &row[left..left + width]).copied().collect();
        Picture { width: part.width, height: part.height, pixels }
    }

    /// Which widths `variants` makes of this part: for `srcset`, and to know which files exist.
    pub fn widths(&self, crop: Crop) -> Vec<u32> {
        widths(crop.pixels(self).width)
    }

    /// Turning needs a second copy. Beyond 24 megapixels half of each side is still more than any output uses.
    fn halved_if_vast(self) -> Result<Self, Refusal> {
        if self.pixels.len() <= VAST_PIXELS * 3 {
            return Ok(self);
        }
        resize::shrink(&self, self.whole(), self.width / 2, self.height / 2).map_err(|_| Refusal::Broken)
    }

    pub(crate) fn whole(&self) -> PixelBox {
        PixelBox { left: 0, top: 0, width: self.width, height: self.height }
    }
}

/// Pixels don't belong in a log.
impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({}x{})", self.width, self.height)
    }
}
