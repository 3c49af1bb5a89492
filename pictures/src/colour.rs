//! Converts decoded pixels to opaque sRGB, 8 bits a channel, before the profile that explains them is dropped. Invariant:
//! conversions run in place, so that there is one copy of a picture; a profile that can't be used is ignored. RGB is converted
//! after the picture was shrunk; gray and CMYK become RGB at once.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use moxcms::{ColorProfile, DataColorSpace, Transform8BitExecutor, TransformOptions};

use crate::colours::Colours;
use crate::decoded::Decoded;
use crate::hdr;
use crate::kind::FileKind;
use crate::orientation::Orientation;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    Gray,
    GrayAlpha,
    Rgb,
    Rgba,
    /// As Adobe stores it: 255 means no ink.
    Cmyk,
    Ycck,
}

impl Layout {
    pub(crate) fn channels(self) -> usize {
        match self {
            Self::Gray => 1,
            Self::GrayAlpha => 2,
            Self::Rgb => 3,
            Self::Rgba | Self::Cmyk | Self::Ycck => 4,
        }
    }
}

/// The colour space that a file declares.
pub(crate) enum Profile {
    Srgb,
    Icc(Vec<u8>),
    /// Codes of ITU-T H.273 in HEIF's `nclx` and PNG's `cICP`: primaries, transfer.
    Coded(u8, u8),
}

impl From<Option<Vec<u8>>> for Profile {
    fn from(icc: Option<Vec<u8>>) -> Self {
        icc.map_or(Self::Srgb, Self::Icc)
    }
}

/// A decoder's result, not turned upright yet.
pub(crate) struct Samples {
    pub width: u32,
    pub height: u32,
    pub layout: Layout,
    pub values: Vec<u8>,
    pub profile: Profile,
    pub orientation: Orientation,
    /// Whether some values differ from what the camera wrote.
    pub is_damaged: bool,
}

/// Converts to three bytes a pixel; `to_srgb` is the conversion that remains to be done.
pub(crate) fn as_rgb(samples: Samples, kind: FileKind) -> Decoded {
    let Samples { width, height, layout, values, profile, orientation, is_damaged } = samples;
    let (values, layout) = opaque(values, layout);
    let (transform, colours) = transform_to_srgb(&profile, layout);
    let as_it_is =
        |pixels, to_srgb| Decoded { width, height, pixels, orientation, to_srgb, kind, colours, is_damaged };
    let plain: fn(&[u8], &mut [u8]) = match layout {
        Layout::Gray => gray_to_rgb,
        Layout::Cmyk => inks_to_rgb,
        _ => return as_it_is(values, transform),
    };
    let pixels = repack(values, layout.channels(), 3, |from, to| {
        if transform.as_ref().is_none_or(|transform| transform.transform(from, to).is_err()) {
            plain(from, to);
        }
    });
    as_it_is(pixels, None)
}

/// Converts RGB to sRGB; pixels that can't be converted stay as they are.
pub(crate) fn convert_in_place(pixels: &mut [u8], transform: &Transform8BitExecutor) {
    let mut batch = vec![0; BATCH * 3];
    for part in pixels.chunks_mut(BATCH * 3) {
        let from = &mut batch[..part.len()];
        from.copy_from_slice(part);
        if transform.transform(from, part).is_err() {
            part.copy_from_slice(from);
        }
    }
}

/// Lays transparency on white and turns YCCK into CMYK. The result is gray, RGB, or CMYK as ICC counts it (255 is full ink).
fn opaque(values: Vec<u8>, layout: Layout) -> (Vec<u8>, Layout) {
    match layout {
        Layout::Gray | Layout::Rgb => (values, layout),
        Layout::GrayAlpha => (repack(values, 2, 1, flatten::<2>), Layout::Gray),
        Layout::Rgba => (repack(values, 4, 3, flatten::<4>), Layout::Rgb),
        Layout::Cmyk => (repack(values, 4, 4, invert), Layout::Cmyk),
        Layout::Ycck => (repack(values, 4, 4, ycck_to_inks), Layout::Cmyk),
    }
}

fn flatten<const CHANNELS: usize>(from: &[u8], to: &mut [u8]) {
    for (from, to) in from.chunks_exact(CHANNELS).zip(to.chunks_exact_mut(CHANNELS - 1)) {
        let alpha = u32::from(from[CHANNELS - 1]);
        for (from, to) in from.iter().zip(to) {
            *to = ((u32::from(*from) * alpha + 255 * (255 - alpha) + 127) / 255) as u8;
        }
    }
}

fn invert(from: &[u8], to: &mut [u8]) {
    from.iter().zip(to).for_each(|(from, to)| *to = 255 - from);
}

/// Adobe's YCCK is the YCbCr of the inks' complement; K is stored as in CMYK.
fn ycck_to_inks(from: &[u8], to: &mut [u8]) {
    for (from, to) in from.chunks_exact(4).zip(to.chunks_exact_mut(4)) {
        let (y, cb, cr) = (f32::from(from[0]), f32::from(from[1]) - 128.0, f32::from(from[2]) - 128.0);
        // ITU-T T.871: the JFIF matrix. `as` saturates.
        to[0] = (y + 1.402 * cr).round() as u8;
        to[1] = (y - 0.344_136 * cb - 0.714_136 * cr).round() as u8;
        to[2] = (y + 1.772 * cb).round() as u8;
        to[3] = 255 - from[3];
    }
}

fn gray_to_rgb(from: &[u8], to: &mut [u8]) {
    from.iter().zip(to.chunks_exact_mut(3)).for_each(|(from, to)| to.fill(*from));
}

/// Converts CMYK without a profile: each ink removes its colour, black removes all.
fn inks_to_rgb(from: &[u8], to: &mut [u8]) {
    for (from, to) in from.chunks_exact(4).zip(to.chunks_exact_mut(3)) {
        let paper = 255 - u32::from(from[3]);
        for (ink, to) in from.iter().zip(to) {
            *to = ((255 - u32::from(*ink)) * paper / 255) as u8;
        }
    }
}

/// How the colours become sRGB, and what they were. The profile is a stranger's: no fault in it may cost the photo.
fn transform_to_srgb(profile: &Profile, layout: Layout) -> (Option<Arc<Transform8BitExecutor>>, Colours) {
    let used = catch_unwind(AssertUnwindSafe(|| {
        let (profile, codes) = match profile {
            Profile::Srgb => return None,
            Profile::Icc(bytes) => {
                let profile = ColorProfile::new_from_slice(bytes).ok()?;
                let codes =
                    profile.cicp.map(|it| (it.color_primaries as u8, it.transfer_characteristics as u8));
                (Some(profile), codes)
            }
            Profile::Coded(primaries, transfer) => (coded_profile(*primaries), Some((*primaries, *transfer))),
        };
        if let Some((transform, name)) = codes.and_then(|codes| hdr::to_srgb(codes, layout)) {
            let transform: Arc<Transform8BitExecutor> = Arc::new(transform);
            return Some((Some(transform), name));
        }
        let profile = profile?;
        let from = match (layout, profile.color_space) {
            (Layout::Gray, DataColorSpace::Gray) => moxcms::Layout::Gray,
            (Layout::Rgb, DataColorSpace::Rgb) => moxcms::Layout::Rgb,
            (Layout::Cmyk, DataColorSpace::Cmyk) => moxcms::Layout::Rgba,
            _ => return None,
        };
        let srgb = ColorProfile::new_srgb();
        let transform = profile
            .create_transform_8bit(from, &srgb, moxcms::Layout::Rgb, TransformOptions::default())
            .ok()?;
        let is_needed = layout != Layout::Rgb || changes_colours(transform.as_ref());
        let name = if is_needed { Colours::of(&profile) } else { Colours::Srgb };
        Some((is_needed.then_some(transform), name))
    }));
    used.ok().flatten().unwrap_or_else(|| {
        let colours = match (layout, profile) {
            (Layout::Gray | Layout::GrayAlpha, _) => Colours::Gray,
            (Layout::Cmyk | Layout::Ycck, _) => Colours::Cmyk,
            (Layout::Rgb | Layout::Rgba, Profile::Icc(_)) => Colours::Unusable,
            (Layout::Rgb | Layout::Rgba, _) => Colours::Srgb,
        };
        (None, colours)
    })
}

/// BT.709 and similar primaries are shown as sRGB, as is usual. Wider primaries get their own profile.
fn coded_profile(primaries: u8) -> Option<ColorProfile> {
    match primaries {
        12 => Some(ColorProfile::new_display_p3()),
        9 => Some(ColorProfile::new_bt2020()),
        _ => None,
    }
}

/// Whether the conversion changes any colour. Most profiles are sRGB under some name: then the pixels stay as they are.
fn changes_colours(transform: &Transform8BitExecutor) -> bool {
    const STEPS: [u8; 6] = [0, 51, 102, 153, 204, 255];
    let cube: Vec<u8> =
        STEPS.iter().flat_map(|r| STEPS.iter().flat_map(|g| STEPS.map(|b| [*r, *g, b]))).flatten().collect();
    let mut after = vec![0; cube.len()];
    transform.transform(&cube, &mut after).is_err()
        || cube.iter().zip(&after).any(|(before, after)| before.abs_diff(*after) > 2)
}

/// Pixels converted at a time, few enough for the processor's cache.
const BATCH: usize = 16_384;
/// A bigger unused rest of a buffer is freed at once; a smaller one is kept for the next photo.
const SPARE_BYTES: usize = 24_000_000;

/// Converts batch by batch, in place unless the result is wider than the source.
fn repack(mut values: Vec<u8>, from: usize, to: usize, convert: impl Fn(&[u8], &mut [u8])) -> Vec<u8> {
    if to > from {
        let mut wider = vec![0; values.len() / from * to];
        for (from, to) in values.chunks(BATCH * from).zip(wider.chunks_mut(BATCH * to)) {
            convert(from, to);
        }
        return wider;
    }
    let pixels = values.len() / from;
    let mut batch = vec![0; BATCH * from];
    for start in (0..pixels).step_by(BATCH) {
        let count = BATCH.min(pixels - start);
        let batch = &mut batch[..count * from];
        batch.copy_from_slice(&values[start * from..(start + count) * from]);
        convert(batch, &mut values[start * to..(start + count) * to]);
    }
    values.truncate(pixels * to);
    if values.capacity() - values.len() > SPARE_BYTES {
        values.shrink_to_fit();
    }
    values
}
