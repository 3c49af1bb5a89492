//! The limits for a stranger's file, and the reasons for refusing one.
//! Invariant: every limit is checked against the file's header, before a decoder reserves memory for its pixels.

use serde::{Deserialize, Serialize};

/// The limits for one file. Together they keep decoding under 400 MB and, on one core, within a few seconds.
#[derive(Debug, Clone)]
pub struct Limits {
    pub max_bytes: usize,
    /// A decoder's cost depends on the declared pixels, not on the bytes: 500 bytes can declare 50 megapixels.
    pub max_pixels: u64,
    /// For files that take more than three bytes a pixel: transparent PNG, CMYK JPEG, lossy WebP.
    pub max_wide_pixels: u64,
    /// For files that a decoder must hold twice: progressive JPEG, lossless or transparent WebP.
    pub max_progressive_pixels: u64,
    pub max_side: u32,
    pub min_short_side: u32,
    /// Each scan goes through the whole picture again. Cameras and web encoders write at most a dozen.
    pub max_scans: usize,
    pub max_profile_bytes: usize,
    /// HEIC takes five times as long as a JPEG, and its decoder is young, so it can be turned off.
    pub accepts_heic: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_bytes: 25_000_000,
            // Phones' modes of 50 and 64 megapixels have up to 50.4 and 64.5.
            max_pixels: 65_000_000,
            max_wide_pixels: 50_000_000,
            // An iPhone's 24 megapixels are 24.5.
            max_progressive_pixels: 24_900_000,
            // An iPhone's longest panorama.
            max_side: 16_382,
            min_short_side: 320,
            max_scans: 30,
            max_profile_bytes: 4_000_000,
            accepts_heic: true,
        }
    }
}

impl Limits {
    /// For a case worker's upload: a small face is better than none, and gets a warning.
    pub fn upload() -> Self {
        Self { min_short_side: 120, ..Self::default() }
    }

    /// For pictures that may be small: our own working copies, and the command line.
    pub fn any_size() -> Self {
        Self { min_short_side: 1, ..Self::default() }
    }

    pub(crate) fn check(&self, width: u32, height: u32) -> Result<(), Refusal> {
        if width == 0 || height == 0 {
            return Err(Refusal::Broken);
        }
        if width.max(height) > self.max_side {
            return Err(Refusal::TooWide);
        }
        if u64::from(width) * u64::from(height) > self.max_pixels {
            return Err(Refusal::TooManyPixels);
        }
        if width.min(height) < self.min_short_side {
            return Err(Refusal::TooSmall);
        }
        Ok(())
    }

    pub(crate) fn check_wide(&self, width: u32, height: u32) -> Result<(), Refusal> {
        at_most(self.max_wide_pixels, width, height)
    }

    pub(crate) fn check_heavy(&self, width: u32, height: u32) -> Result<(), Refusal> {
        at_most(self.max_progressive_pixels, width, height)
    }
}

fn at_most(pixels: u64, width: u32, height: u32) -> Result<(), Refusal> {
    let fits = u64::from(width) * u64::from(height) <= pixels;
    if fits { Ok(()) } else { Err(Refusal::TooManyPixels) }
}

/// Why a file doesn't become a picture. `code` is the stable word for JSON and for Fluent keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
pub enum Refusal {
    #[error("the file is bigger than 25 MB: save it smaller, or send a screenshot of it")]
    TooManyBytes,
    #[error("this is not a JPEG, PNG, WebP or HEIC photo: send the photo itself, or a screenshot of it")]
    NotAPhoto,
    #[error("this is a HEIC or AVIF photo: save it as JPEG first")]
    Heic,
    #[error("this picture moves: send one that stands still")]
    Animated,
    #[error("one side is longer than 16,382 pixels: cut a part out, or save it smaller")]
    TooWide,
    #[error("the picture has too many pixels: save it smaller, with 24 megapixels at most")]
    TooManyPixels,
    #[error("the picture is too small to recognise a face: send a larger one")]
    TooSmall,
    #[error("the file repeats its picture too often: save it again as plain JPEG")]
    TooManyScans,
    #[error("this rare kind of photo can't be read: save it as plain JPEG")]
    Unsupported,
    #[error("the file is damaged or cut off: send it once more, or a screenshot of it")]
    Broken,
    #[error("reading the file took too long: save it smaller")]
    TookTooLong,
}

impl Refusal {
    pub const ALL: [Refusal; 11] = [
        Self::TooManyBytes,
        Self::NotAPhoto,
        Self::Heic,
        Self::Animated,
        Self::TooWide,
        Self::TooManyPixels,
        Self::TooSmall,
        Self::TooManyScans,
        Self::Unsupported,
        Self::Broken,
        Self::TookTooLong,
    ];

    pub const fn code(self) -> &'static str {
        match self {
            Self::TooManyBytes => "too-many-bytes",
            Self::NotAPhoto => "not-a-photo",
            Self::Heic => "heic",
            Self::Animated => "animated",
            Self::TooWide => "too-wide",
            Self::TooManyPixels => "too-many-pixels",
            Self::TooSmall => "too-small",
            Self::TooManyScans => "too-many-scans",
            Self::Unsupported => "unsupported",
            Self::Broken => "broken",
            Self::TookTooLong => "took-too-long",
        }
    }
}
