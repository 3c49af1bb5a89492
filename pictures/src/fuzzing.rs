//! Gives the fuzzer access to private parsers and arithmetic. Compiled with the feature `fuzzing` only.
//! Invariant: has no logic of its own, so that the fuzzer tests the code that runs.

pub use crate::faces::fuzzing::*;

use crate::colour::{self, Layout, Profile, Samples};
use crate::crop::PixelBox;
use crate::decoded::{Decoded, View};
use crate::hevc_header;
use crate::kind::FileKind;
use crate::limits::{Limits, Refusal};
use crate::memory::Memory;
use crate::orientation::Orientation;
use crate::studio::Studio;

/// The width and height that an HEVC sequence header declares, in samples.
pub fn coded_size(unit: &[u8]) -> Option<(u32, u32)> {
    hevc_header::sequence(unit).map(|sequence| (sequence.width, sequence.height))
}

/// Checks a size against the limits.
pub fn checked(limits: &Limits, width: u32, height: u32) -> Result<(), Refusal> {
    limits.check(width, height)
}

/// A studio whose idle buffers are full of another photo's bytes.
pub fn used_studio(stale: u8) -> Studio {
    let mut memory = Memory::default();
    (0..3).for_each(|_| memory.give(vec![stale; 270_000]));
    Studio::with_memory(memory)
}

/// A decoder's result. `layout` is 0 to 5: gray, gray and alpha, RGB, RGBA, CMYK, YCCK. `None` if there are too few values.
pub fn decoded(
    (width, height): (u32, u32),
    layout: u8,
    values: Vec<u8>,
    icc: Option<Vec<u8>>,
    exif: &[u8],
) -> Option<Decoded> {
    let all = [Layout::Gray, Layout::GrayAlpha, Layout::Rgb, Layout::Rgba, Layout::Cmyk, Layout::Ycck];
    let layout = all[usize::from(layout) % all.len()];
    let is_whole =
        width > 0 && height > 0 && values.len() == width as usize * height as usize * layout.channels();
    let orientation = Orientation::from_exif(exif);
    let profile = Profile::from(icc);
    is_whole.then(|| {
        colour::as_rgb(
            Samples { width, height, layout, values, profile, orientation, is_damaged: false },
            FileKind::Png,
        )
    })
}

/// A view of this size without pixels, for arithmetic that uses only the size.
pub fn sized(width: u32, height: u32) -> View<'static> {
    let orientation = Orientation::Upright;
    View { stored_width: width, stored_height: height, pixels: &[], orientation, to_srgb: None }
}

/// One of the eight orientations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way(Orientation);

impl Way {
    pub fn of(exif: &[u8]) -> Self {
        Self(Orientation::from_exif(exif))
    }

    pub fn then(self, other: Way) -> Way {
        Way(self.0.then(other.0))
    }

    pub fn is_upright(self) -> bool {
        self.0 == Orientation::Upright
    }

    pub fn stored_part(self, part: PixelBox, width: u32, height: u32) -> PixelBox {
        self.0.stored_part(part, width, height)
    }

    /// Turns stored RGB pixels upright, and returns them with their new width and height.
    pub fn turned(self, pixels: Vec<u8>, width: u32, height: u32) -> (Vec<u8>, u32, u32) {
        Studio::new().turned(self.0, pixels, width, height)
    }
}
