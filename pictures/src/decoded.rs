//! A photo between decoding and its published files. Invariant: outside this module, `width` and `height` are those of the
//! upright picture; the order of the stored pixels stays inside the crate.

use std::sync::Arc;

use moxcms::Transform8BitExecutor;

use crate::Picture;
use crate::colours::Colours;
use crate::crop::{Crop, PixelBox};
use crate::kind::FileKind;
use crate::orientation::Orientation;
use crate::variants;

/// Pixels as the file stores them: three bytes each, not turned yet, perhaps not in sRGB yet. Both are done when the picture is
/// small.
pub struct Decoded {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) pixels: Vec<u8>,
    pub(crate) orientation: Orientation,
    pub(crate) to_srgb: Option<Arc<Transform8BitExecutor>>,
    pub(crate) kind: FileKind,
    pub(crate) colours: Colours,
    pub(crate) is_damaged: bool,
}

impl Decoded {
    /// Width of the upright picture, in pixels.
    pub fn width(&self) -> u32 {
        View::from(self).width()
    }

    /// Height of the upright picture, in pixels.
    pub fn height(&self) -> u32 {
        View::from(self).height()
    }

    /// The widths that `variants` makes of this part.
    pub fn widths(&self, crop: Crop) -> Vec<u32> {
        variants::widths(crop.pixels(self).width)
    }

    /// The file's kind, by its first bytes.
    pub fn kind(&self) -> FileKind {
        self.kind
    }

    /// The colours that it is converted from.
    pub fn colours(&self) -> Colours {
        self.colours
    }

    /// Whether a part of the picture is lost: the file was damaged, and its readable part was used.
    pub fn is_damaged(&self) -> bool {
        self.is_damaged
    }

    /// How the file's pixels were turned.
    pub fn orientation(&self) -> Orientation {
        self.orientation
    }

    /// Whether the file's pixels are turned by a quarter or mirrored.
    pub fn is_turned(&self) -> bool {
        self.orientation != Orientation::Upright
    }
}

/// Pixels don't belong in a log.
impl std::fmt::Debug for Decoded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Decoded({}x{})", self.width(), self.height())
    }
}

/// A borrowed `Picture` or `Decoded`: what crops and files need of either.
#[derive(Clone, Copy)]
pub struct View<'p> {
    pub(crate) stored_width: u32,
    pub(crate) stored_height: u32,
    pub(crate) pixels: &'p [u8],
    pub(crate) orientation: Orientation,
    pub(crate) to_srgb: Option<&'p Transform8BitExecutor>,
}

impl View<'_> {
    pub fn width(&self) -> u32 {
        if self.orientation.swaps_sides() { self.stored_height } else { self.stored_width }
    }

    pub fn height(&self) -> u32 {
        if self.orientation.swaps_sides() { self.stored_width } else { self.stored_height }
    }

    pub(crate) fn whole(&self) -> PixelBox {
        PixelBox { left: 0, top: 0, width: self.width(), height: self.height() }
    }

    /// The box among the stored pixels for a box of the upright picture.
    pub(crate) fn stored_part(&self, part: PixelBox) -> PixelBox {
        self.orientation.stored_part(part, self.stored_width, self.stored_height)
    }
}

impl<'p> From<&'p Decoded> for View<'p> {
    fn from(decoded: &'p Decoded) -> Self {
        Self {
            stored_width: decoded.width,
            stored_height: decoded.height,
            pixels: &decoded.pixels,
            orientation: decoded.orientation,
            to_srgb: decoded.to_srgb.as_deref(),
        }
    }
}

impl<'p> From<&'p Picture> for View<'p> {
    fn from(picture: &'p Picture) -> Self {
        Self {
            stored_width: picture.width,
            stored_height: picture.height,
            pixels: &picture.pixels,
            orientation: Orientation::Upright,
            to_srgb: None,
        }
    }
}
