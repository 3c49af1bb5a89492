//! The files for visitors: four widths, each as WebP and as JPEG.
//! Invariant: never wider than the source; a thumbnail with too many bytes loses quality, not width.

use serde::{Deserialize, Serialize};

use crate::Picture;
use crate::crop::{Crop, PixelBox};
use crate::encode::{self, Chroma, EncodeError};
use crate::studio::Studio;

/// A thumbnail, in pixels: the desk's lists, and the gallery for a visitor whose data is expensive.
pub const THUMB_WIDTH: u32 = 160;
/// A card of the gallery.
pub const CARD_WIDTH: u32 = 320;
/// The photo's own page.
pub const PAGE_WIDTH: u32 = 640;
/// A picture to keep. No page shows it: it would use too much of a phone's monthly data.
const LARGEST_WIDTH: u32 = 1280;
pub const WIDTHS: [u32; 4] = [THUMB_WIDTH, CARD_WIDTH, PAGE_WIDTH, LARGEST_WIDTH];

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Format {
    Jpeg,
    WebP,
}

impl Format {
    pub const ALL: [Format; 2] = [Format::Jpeg, Format::WebP];

    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::WebP => "webp",
        }
    }

    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::WebP => "image/webp",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    pub width: u32,
    pub height: u32,
    pub format: Format,
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
}

/// The widths for a source of this width: those of `WIDTHS` that fit, or else its own.
pub fn widths(source_width: u32) -> Vec<u32> {
    let fitting: Vec<u32> = WIDTHS.into_iter().filter(|width| *width <= source_width).collect();
    if fitting.is_empty() { vec![source_width] } else { fitting }
}

/// The files, smallest first; for each width JPEG, then WebP. For many pictures, reuse a `Studio`.
pub fn variants(picture: &Picture, crop: Crop) -> Result<Vec<Variant>, EncodeError> {
    Studio::new().variants(picture, crop, &Format::ALL)
}

/// A JPEG of this part, in the widest of `WIDTHS` up to `most_wide`.
pub fn preview(picture: &Picture, crop: Crop, most_wide: u32) -> Result<Vec<u8>, EncodeError> {
    Studio::new().preview(picture, crop, most_wide)
}

pub(crate) fn scaled_height(part: PixelBox, width: u32) -> u32 {
    let height = f64::from(width) * f64::from(part.height) / f64::from(part.width);
    (height.round() as u32).clamp(1, part.height)
}

/// Chosen to match libvips at its 80 and 75 in bytes and score (docs/pictures.md).
fn full_quality(format: Format, width: u32) -> u8 {
    match (format, width) {
        (Format::Jpeg, PAGE_WIDTH..) => 80,
        (Format::WebP, _) => 74,
        _ => 75,
    }
}

fn encoded(picture: &Picture, format: Format, quality: u8) -> Result<Vec<u8>, EncodeError> {
    match format {
        Format::Jpeg => encode::jpeg(picture, quality, Chroma::Half),
        // Method 4 costs twice the time for 5 % of the bytes (docs/pictures.md).
        Format::WebP => encode::webp(picture, quality, 2),
    }
}

pub(crate) fn at_full_quality(picture: &Picture, format: Format) -> Result<Vec<u8>, EncodeError> {
    encoded(picture, format, full_quality(format, picture.width()))
}

/// At full quality if its bytes allow it, else at the highest step that does. A picture with much detail takes two or three
/// tries.
pub(crate) fn within_budget(picture: &Picture, format: Format) -> Result<Vec<u8>, EncodeError> {
    const STEP: u8 = 8;
    let full = full_quality(format, picture.width());
    // A thumbnail's quality may fall as far as necessary. The photo page's picture must still show a face well.
    let worst = if picture.width() <= CARD_WIDTH { 5 } else { 50 };
    let budget = budget(picture, format);
    let mut made = encoded(picture, format, full)?;
    if made.len() <= budget {
        return Ok(made);
    }
    let quality = |step: u8| worst + step * STEP;
    let (mut fits, mut too_big) = (None, (full - worst) / STEP + 1);
    let mut measured = (full, made.len());
    while fits.map_or(0, |step| step + 1) < too_big {
        let lowest = fits.map_or(0, |step| step + 1);
        let guess = (lowest..too_big).rfind(|step| expected(measured, quality(*step)) <= budget as f64);
        let step = guess.unwrap_or(lowest);
        let bytes = encoded(picture, format, quality(step))?;
        measured = (quality(step), bytes.len());
        if bytes.len() <= budget {
            (fits, made) = (Some(step), bytes);
        } else {
            too_big = step;
            if step == 0 {
                made = bytes;
            }
        }
    }
    Ok(made)
}

/// The expected bytes at another quality: about the -0.7th power of the quantisation, on libjpeg's scale.
fn expected((quality, bytes): (u8, usize), other: u8) -> f64 {
    let scale = |quality: u8| match f64::from(quality) {
        low @ ..50.0 => 50.0 / low,
        high => 2.0 - high / 50.0,
    };
    bytes as f64 * (scale(other) / scale(quality)).powf(-0.7)
}

/// Twelve thumbnails of a gallery page stay within 150,000 bytes as WebP and 180,000 as JPEG; one photo page within 60,000. The
/// limits are for 4:5; a taller picture may have more in proportion.
fn budget(picture: &Picture, format: Format) -> usize {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let bytes = match (picture.width(), format) {
        (..=CARD_WIDTH, Format::WebP) => 12_000,
        (..=CARD_WIDTH, Format::Jpeg) => 14_500,
        (..=PAGE_WIDTH, _) => 48_000,
        _ => return usize::MAX,
    };
    bytes.max(bytes * height * 4 / (width * 5))
}
