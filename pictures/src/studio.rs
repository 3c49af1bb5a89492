//! A worker's tool that turns files into pictures and pictures into files, and reuses its memory between photos. Invariant: no
//! photo can be read through another: a buffer is handed out only at the length that its new pixels fill, and filled with zeros
//! for a decoder, which may stop half-way and leave pixels out.

use std::panic::{AssertUnwindSafe, catch_unwind};

use fast_image_resize::Resizer;

use crate::colour;
use crate::crop::{Crop, PixelBox};
use crate::decoded::{Decoded, View};
use crate::encode::{self, EncodeError};
use crate::kind::{self, FileKind};
use crate::limits::{Limits, Refusal};
use crate::memory::Memory;
use crate::resize;
use crate::variants::{self, Format, Variant};
use crate::{Picture, heic, jpeg, png_file, webp_file};

/// Above this, turning a whole picture would need too much memory at once: each side is halved first.
const VAST_PIXELS: usize = 24_000_000;
/// The longest side of a draft's copy, and its JPEG quality.
const WORKING_SIDE: u32 = 2560;
const WORKING_QUALITY: u8 = 90;
/// The maximum width and height of a picture for posters, and its JPEG quality: 200 dots per inch on A3.
pub const PRINT_SIDES: (u32, u32) = (2048, 2560);
const PRINT_QUALITY: u8 = 90;

/// Keeps up to about 80 MB between photos. Use one per thread; it is never shared.
#[derive(Default)]
pub struct Studio {
    memory: Memory,
    resizer: Resizer,
}

impl Studio {
    pub fn new() -> Self {
        Self::default()
    }

    #[cfg(feature = "fuzzing")]
    pub(crate) fn with_memory(memory: Memory) -> Self {
        Self { memory, resizer: Resizer::new() }
    }

    /// Decodes any file. Any fault in it ends as a `Refusal`, even if the decoder panics.
    pub fn decode(&mut self, bytes: &[u8], limits: &Limits) -> Result<Decoded, Refusal> {
        if bytes.len() > limits.max_bytes {
            return Err(Refusal::TooManyBytes);
        }
        let memory = &mut self.memory;
        let kind = kind::kind_of(bytes)?;
        let samples = catch_unwind(AssertUnwindSafe(|| match kind {
            FileKind::Jpeg => jpeg::decode(bytes, limits, memory),
            FileKind::Png => png_file::decode(bytes, limits, memory),
            FileKind::WebP => webp_file::decode(bytes, limits, memory),
            FileKind::Heic if limits.accepts_heic => heic::decode(bytes, limits, memory),
            FileKind::Heic => Err(Refusal::Heic),
        }));
        Ok(colour::as_rgb(samples.unwrap_or(Err(Refusal::Broken))?, kind))
    }

    /// Takes back the memory of a finished picture, for the next one.
    pub fn recycle(&mut self, decoded: Decoded) {
        self.memory.give(decoded.pixels);
    }

    /// The whole picture, upright and in sRGB. Above 24 megapixels, if half of each side is enough for every output, it comes
    /// back halved.
    pub fn upright(&mut self, decoded: Decoded) -> Result<Picture, EncodeError> {
        let Decoded { mut width, mut height, mut pixels, orientation, to_srgb, .. } = decoded;
        if pixels.len() > VAST_PIXELS * 3 && width.max(height) >= WORKING_SIDE * 2 {
            resize::halve(&mut pixels, width as usize);
            (width, height) = (width / 2, height / 2);
        }
        if let Some(transform) = to_srgb {
            colour::convert_in_place(&mut pixels, transform.as_ref());
        }
        let (pixels, width, height) = self.turned(orientation, pixels, width, height);
        Ok(Picture { width, height, pixels })
    }

    /// The picture with at most `longest` pixels a side: for a detector, or to look at.
    pub fn fitted<'p>(&mut self, picture: impl Into<View<'p>>, longest: u32) -> Result<Picture, EncodeError> {
        let view = picture.into();
        let (width, height) = (view.width(), view.height());
        let side = longest.min(width.max(height));
        let scaled =
            |length: u32| (u64::from(length) * u64::from(side) / u64::from(width.max(height))).max(1) as u32;
        self.shrunk(view, view.whole(), scaled(width), scaled(height))
    }

    /// The copy that a draft keeps, sealed, instead of the original: a JPEG of at most 2560 pixels a side, colours at full
    /// resolution. Read it back with `Limits::any_size`: a long panorama may be lower than an upload's minimum.
    pub fn working_copy<'p>(&mut self, picture: impl Into<View<'p>>) -> Result<Vec<u8>, EncodeError> {
        let fitted = self.fitted(picture, WORKING_SIDE)?;
        let bytes = encode::jpeg(&fitted, WORKING_QUALITY, encode::Chroma::Full);
        self.memory.give(fitted.pixels);
        bytes
    }

    /// The files for visitors, smallest first; for each width in the order of `Format::ALL`.
    pub fn variants<'p>(
        &mut self,
        picture: impl Into<View<'p>>,
        crop: Crop,
        formats: &[Format],
    ) -> Result<Vec<Variant>, EncodeError> {
        self.prints(picture.into(), crop, formats, variants::within_budget)
    }

    /// The same at full quality, of any size in bytes: for print, and for comparisons with other programs.
    pub fn unbudgeted_variants<'p>(
        &mut self,
        picture: impl Into<View<'p>>,
        crop: Crop,
        formats: &[Format],
    ) -> Result<Vec<Variant>, EncodeError> {
        self.prints(picture.into(), crop, formats, variants::at_full_quality)
    }

    fn prints(
        &mut self,
        view: View<'_>,
        crop: Crop,
        formats: &[Format],
        encoded: fn(&Picture, Format) -> Result<Vec<u8>, EncodeError>,
    ) -> Result<Vec<Variant>, EncodeError> {
        let part = crop.pixels(view);
        let mut made = Vec::new();
        let mut bigger: Option<Picture> = None;
        // Each width is shrunk from the next larger one, so that the big source is read once, and only within the crop.
        for width in variants::widths(part.width).into_iter().rev() {
            let height = variants::scaled_height(part, width);
            let scaled = match &bigger {
                None => self.shrunk(view, part, width, height)?,
                Some(bigger) => {
                    let view = View::from(bigger);
                    self.shrunk(view, view.whole(), width, height)?
                }
            };
            for format in Format::ALL.into_iter().rev().filter(|format| formats.contains(format)) {
                let bytes = encoded(&scaled, format)?;
                made.push(Variant { width, height, format, bytes });
            }
            self.memory.give(bigger.replace(scaled).map_or_else(Vec::new, |picture| picture.pixels));
        }
        self.memory.give(bigger.map_or_else(Vec::new, |picture| picture.pixels));
        made.reverse();
        Ok(made)
    }

    /// A JPEG of this part for a poster: as large as the picture allows, within `PRINT_SIDES`; colours at full resolution.
    pub fn print<'p>(&mut self, picture: impl Into<View<'p>>, crop: Crop) -> Result<Vec<u8>, EncodeError> {
        let view = picture.into();
        let part = crop.pixels(view);
        let (most_wide, most_high) = PRINT_SIDES;
        let by_height = u64::from(part.width) * u64::from(most_high) / u64::from(part.height.max(1));
        let width = part.width.min(most_wide).min(u32::try_from(by_height).unwrap_or(most_wide)).max(1);
        let scaled = self.shrunk(view, part, width, variants::scaled_height(part, width).min(most_high))?;
        let bytes = encode::jpeg(&scaled, PRINT_QUALITY, encode::Chroma::Full);
        self.memory.give(scaled.pixels);
        bytes
    }

    /// A JPEG of this part, in the widest of `WIDTHS` up to `most_wide`: as a visitor would get it, without the cost of the
    /// other files.
    pub fn preview<'p>(
        &mut self,
        picture: impl Into<View<'p>>,
        crop: Crop,
        most_wide: u32,
    ) -> Result<Vec<u8>, EncodeError> {
        variants::within_budget(&self.scaled(picture, crop, most_wide)?, Format::Jpeg)
    }

    /// The pixels of such a preview.
    pub fn scaled<'p>(
        &mut self,
        picture: impl Into<View<'p>>,
        crop: Crop,
        most_wide: u32,
    ) -> Result<Picture, EncodeError> {
        let view = picture.into();
        let part = crop.pixels(view);
        let fitting = variants::widths(part.width).into_iter().rfind(|width| *width <= most_wide);
        let width = fitting.unwrap_or(part.width);
        self.shrunk(view, part, width, variants::scaled_height(part, width))
    }

    /// Turns and converts after shrinking: at a width of 1280, both take a tenth of the time.
    fn shrunk(
        &mut self,
        view: View<'_>,
        part: PixelBox,
        width: u32,
        height: u32,
    ) -> Result<Picture, EncodeError> {
        let stored_part = view.stored_part(part);
        let (across, down) = if view.orientation.swaps_sides() { (height, width) } else { (width, height) };
        let mut pixels = self.memory.take(across as usize * down as usize * 3);
        resize::shrink(&mut self.resizer, view, stored_part, across, down, &mut pixels)?;
        if let Some(transform) = view.to_srgb {
            colour::convert_in_place(&mut pixels, transform);
        }
        let (pixels, width, height) = self.turned(view.orientation, pixels, across, down);
        Ok(Picture { width, height, pixels })
    }

    /// A part of a picture at this size, for a detector.
    pub(crate) fn part(
        &mut self,
        picture: View<'_>,
        part: PixelBox,
        (width, height): (u32, u32),
    ) -> Result<Picture, EncodeError> {
        self.shrunk(picture, part, width, height)
    }

    pub(crate) fn turned(
        &mut self,
        orientation: crate::orientation::Orientation,
        mut pixels: Vec<u8>,
        width: u32,
        height: u32,
    ) -> (Vec<u8>, u32, u32) {
        if !orientation.swaps_sides() {
            orientation.mirror(&mut pixels, width);
            return (pixels, width, height);
        }
        let mut turned = self.memory.take(pixels.len());
        orientation.turn(&pixels, &mut turned, width as usize, height as usize);
        self.memory.give(pixels);
        (turned, height, width)
    }
}
