//! The files that visitors get: four widths, each as WebP and as JPEG.
//! Invariant: never wider than the source; a thumbnail that weighs too much loses quality, not width.

use crate::Picture;
use crate::crop::{Crop, PixelBox};
use crate::encode::{self, Chroma, EncodeError};
use crate::studio::Studio;

pub const WIDTHS: [u32; 4] = [160, 320, 640, 1280];

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    pub width: u32,
    pub height: u32,
    pub format: Format,
    pub bytes: Vec<u8>,
}

/// The widths that a source so wide yields: those of `WIDTHS` that fit, or else its own.
pub fn widths(source_width: u32) -> Vec<u32> {
    let fitting: Vec<u32> = WIDTHS.into_iter().filter(|width| *width <= source_width).collect();
    if fitting.is_empty() { vec![source_width] } else { fitting }
}

/// Smallest first; of each width JPEG, then WebP. Who makes many keeps a `Studio`.
pub fn variants(picture: &Picture, crop: Crop) -> Result<Vec<Variant>, EncodeError> {
    Studio::new().variants(picture, crop, &Format::ALL)
}

/// One JPEG of this part, in the widest of `WIDTHS` up to `most_wide`.
pub fn preview(picture: &Picture, crop: Crop, most_wide: u32) -> Result<Vec<u8>, EncodeError> {
    Studio::new().preview(picture, crop, most_wide)
}

pub(crate) fn scaled_height(part: PixelBox, width: u32) -> u32 {
    let height = f64::from(width) * f64::from(part.height) / f64::from(part.width);
    (height.round() as u32).clamp(1, part.height)
}

pub(crate) fn within_budget(picture: &Picture, format: Format) -> Result<Vec<u8>, EncodeError> {
    const STEP: u8 = 8;
    let quality = match (format, picture.width()) {
        (Format::Jpeg, 640..) => 80,
        _ => 75,
    };
    // A thumbnail gives way as far as it must. The photo page's picture stays one that shows a face well.
    let worst = if picture.width() <= 320 { 5 } else { 50 };
    let budget = budget(picture, format);
    let encoded = |quality: u8| match format {
        Format::Jpeg => encode::jpeg(picture, quality, Chroma::Half),
        Format::WebP => encode::webp(picture, quality, 2),
    };
    let mut best = encoded(quality)?;
    if best.len() <= budget {
        return Ok(best);
    }
    // The highest step that fits, by halving: a busy picture would otherwise be encoded a dozen times.
    let (mut fits, mut too_big) = (0, (quality - worst) / STEP);
    best = encoded(worst)?;
    while fits + 1 < too_big {
        let middle = (fits + too_big) / 2;
        let bytes = encoded(worst + middle * STEP)?;
        if bytes.len() <= budget {
            (fits, best) = (middle, bytes);
        } else {
            too_big = middle;
        }
    }
    Ok(best)
}

/// A gallery page's twelve thumbnails stay within 150,000 bytes as WebP and 180,000 as JPEG; one photo page within
/// 60,000. Figures are for 4:5; a taller picture may weigh as much more.
fn budget(picture: &Picture, format: Format) -> usize {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let bytes = match (width, format) {
        (..=320, Format::WebP) => 12_000,
        (..=320, Format::Jpeg) => 14_500,
        (..=640, _) => 48_000,
        _ => return usize::MAX,
    };
    bytes.max(bytes * height * 4 / (width * 5))
}
