//! Gives any file to a decoder behind our limits. Invariants: the result is a refusal, or a whole picture within the limits; it
//! takes little memory; and it does not depend on the photo before.

use kinlight_pictures::{Crop, Limits, Picture, Refusal, Studio, fuzzing};
use libfuzzer_sys::Corpus;

use crate::{panics, weighed};

/// Far below the service's limits, so that a decoder that exceeds them shows in its memory, and many files can be tried.
pub fn tight() -> Limits {
    Limits {
        max_bytes: 100_000,
        max_pixels: 65_536,
        max_wide_pixels: 65_536,
        max_progressive_pixels: 32_768,
        max_side: 1_024,
        min_short_side: 1,
        max_scans: 12,
        max_profile_bytes: 65_536,
        accepts_heic: true,
    }
}

/// The memory for one decode within `tight`: a PNG decoder's own 16 MB, and 200 bytes a pixel.
const MOST_HELD: usize = 16_000_000 + 65_536 * 200;

pub fn jpeg(file: &[u8]) -> Corpus {
    of_kind(file, file.starts_with(&[0xff, 0xd8, 0xff]))
}

pub fn png(file: &[u8]) -> Corpus {
    of_kind(file, file.starts_with(b"\x89PNG\r\n\x1a\n"))
}

pub fn webp(file: &[u8]) -> Corpus {
    of_kind(file, file.starts_with(b"RIFF") && file.get(8..12) == Some(b"WEBP"))
}

pub fn heic(file: &[u8]) -> Corpus {
    of_kind(file, file.get(4..8) == Some(b"ftyp"))
}

fn of_kind(file: &[u8], is_it: bool) -> Corpus {
    if !is_it {
        return Corpus::Reject;
    }
    let _ = read(file);
    Corpus::Keep
}

/// Reads a file twice, with a new studio and with one full of another photo's bytes, and compares the results.
pub fn read(file: &[u8]) -> Result<Picture, Refusal> {
    let (first, held) = weighed(|| decode(Studio::new(), file));
    assert!(held <= MOST_HELD + 8 * file.len(), "{} bytes of file held {held} bytes", file.len());
    let second = decode(fuzzing::used_studio(0xa5), file);
    match (&first, &second) {
        (Ok(one), Ok(other)) => assert!(one.pixels() == other.pixels(), "a picture shows the one before it"),
        (one, other) => {
            assert_eq!(one.as_ref().err(), other.as_ref().err(), "a refusal depends on the bench");
        }
    }
    first
}

fn decode(mut studio: Studio, file: &[u8]) -> Result<Picture, Refusal> {
    let limits = tight();
    let decoded = studio.decode(file, &limits);
    panics::keep(file);
    let decoded = decoded?;
    let (width, height) = (decoded.width(), decoded.height());
    assert!(width > 0 && height > 0 && width.max(height) <= limits.max_side, "{width} by {height}");
    assert!(u64::from(width) * u64::from(height) <= limits.max_pixels, "{width} by {height}");
    let part = Crop::centred(&decoded).pixels(&decoded);
    assert!(part.left + part.width <= width && part.top + part.height <= height, "{part:?}");
    let picture = studio.upright(decoded).expect("a picture that was read stands up");
    assert_eq!((picture.width(), picture.height()), (width, height));
    assert_eq!(picture.pixels().len(), width as usize * height as usize * 3);
    Ok(picture)
}
