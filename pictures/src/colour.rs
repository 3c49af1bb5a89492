//! From whatever a decoder gave to opaque sRGB, 8 bits a channel, before the profile that explains it is dropped.
//! Invariant: conversions run in place, so that a picture is held once; a profile that can't be used is ignored.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use moxcms::{ColorProfile, DataColorSpace, Transform8BitExecutor, TransformOptions};

use crate::orientation::Orientation;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    Gray,
    GrayAlpha,
    Rgb,
    Rgba,
    /// As Adobe stores it: 255 is no ink.
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

/// A decoder's result, not yet upright.
pub(crate) struct Samples {
    pub width: u32,
    pub height: u32,
    pub layout: Layout,
    pub values: Vec<u8>,
    pub profile: Option<Vec<u8>>,
    pub orientation: Orientation,
}

pub(crate) fn to_srgb(values: Vec<u8>, layout: Layout, profile: Option<&[u8]>) -> Vec<u8> {
    let (values, layout) = opaque(values, layout);
    let transform = profile.and_then(|profile| transform_to_srgb(profile, layout));
    let plain: fn(&[u8], &mut [u8]) = match layout {
        Layout::Gray => gray_to_rgb,
        Layout::Cmyk => inks_to_rgb,
        _ => copy,
    };
    match transform {
        None if layout == Layout::Rgb => values,
        None => repack(values, layout.channels(), 3, plain),
        Some(transform) => repack(values, layout.channels(), 3, |from, to| {
            if transform.transform(from, to).is_err() {
                plain(from, to);
            }
        }),
    }
}

/// Alpha on white, YCCK to inks: afterwards gray, RGB, or inks as ICC counts them (255 is full ink).
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

/// Adobe's YCCK is the YCbCr of the inks' complement; K is stored as it is in CMYK.
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

fn copy(from: &[u8], to: &mut [u8]) {
    to.copy_from_slice(from);
}

fn gray_to_rgb(from: &[u8], to: &mut [u8]) {
    from.iter().zip(to.chunks_exact_mut(3)).for_each(|(from, to)| to.fill(*from));
}

/// Without a profile: each ink takes its colour away, black takes all.
fn inks_to_rgb(from: &[u8], to: &mut [u8]) {
    for (from, to) in from.chunks_exact(4).zip(to.chunks_exact_mut(3)) {
        let paper = 255 - u32::from(from[3]);
        for (ink, to) in from.iter().zip(to) {
            *to = ((255 - u32::from(*ink)) * paper / 255) as u8;
        }
    }
}

fn transform_to_srgb(profile: &[u8], layout: Layout) -> Option<Arc<Transform8BitExecutor>> {
    // A stranger's profile: whatever goes wrong in it must not cost the photo.
    catch_unwind(AssertUnwindSafe(|| {
        let profile = ColorProfile::new_from_slice(profile).ok()?;
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
        (layout != Layout::Rgb || changes_colours(transform.as_ref())).then_some(transform)
    }))
    .ok()
    .flatten()
}

/// Most profiles are sRGB under some name: then the pixels stay as they are.
fn changes_colours(transform: &Transform8BitExecutor) -> bool {
    const STEPS: [u8; 6] = [0, 51, 102, 153, 204, 255];
    let cube: Vec<u8> =
        STEPS.iter().flat_map(|r| STEPS.iter().flat_map(|g| STEPS.map(|b| [*r, *g, b]))).flatten().collect();
    let mut after = vec![0; cube.len()];
    transform.transform(&cube, &mut after).is_err()
        || cube.iter().zip(&after).any(|(before, after)| before.abs_diff(*after) > 2)
}

/// Converts batch by batch, in place unless the result is wider than the source.
fn repack(mut values: Vec<u8>, from: usize, to: usize, convert: impl Fn(&[u8], &mut [u8])) -> Vec<u8> {
    const BATCH: usize = 16_384;
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
    values.shrink_to_fit();
    values
}
