//! A baseline JPEG with each component in a scan of its own: each is decoded as a gray picture, because such a scan has the
//! layout of one (ITU-T T.81, A.2.2). Invariant: planes are combined into pixels only at the size that the frame's header
//! declares.

use zune_core::colorspace::ColorSpace;

use super::walk::{Component, Part, Walk};
use super::{Ends, FRAMES, SCAN, read};
use crate::colour::Layout;
use crate::limits::{Limits, Refusal};
use crate::memory::Memory;

/// The interleaved values, and whether all of them are as the camera wrote them.
pub(super) fn decode(
    walk: &Walk<'_>,
    (is_ycc, layout): (bool, Layout),
    limits: &Limits,
    memory: &mut Memory,
) -> Result<(Vec<u8>, bool), Refusal> {
    let frame = &walk.frame;
    let most = |side: fn(&Component) -> u8| frame.components.iter().map(side).max().unwrap_or(1).into();
    let most: (usize, usize) = (most(|component| component.across), most(|component| component.down));
    let (width, height) = (frame.width as usize, frame.height as usize);
    let mut values = memory.take_blank(width * height * layout.channels());
    let mut is_whole = true;
    for (nth, places) in walk.scans.iter().enumerate() {
        let component =
            places.first().and_then(|place| frame.components.get(*place)).ok_or(Refusal::Broken)?;
        let across = Ratio { samples: component.across.into(), pixels: most.0 };
        let down = Ratio { samples: component.down.into(), pixels: most.1 };
        if across.samples == 0 || down.samples == 0 {
            return Err(Refusal::Broken);
        }
        let (wide, high) = (across.of(width), down.of(height));
        let header = gray_frame(component, (wide, high))?;
        let ends = Ends { are_marked: walk.has_end || nth + 1 < walk.scans.len(), are_all_there: true };
        let mut plane = memory.take_blank(wide * high);
        let parts = gray(&walk.parts, nth, &header);
        is_whole &= read(&parts, ends, ColorSpace::Luma, &mut plane, (limits, memory))?;
        let across: Vec<Between> = (0..width).map(|x| Between::new(x, across, wide)).collect();
        let row = width * layout.channels();
        for (y, row) in values.chunks_exact_mut(row).enumerate() {
            let lines = Between::new(y, down, high);
            spread(
                (&plane, wide),
                (&lines, &across),
                row.chunks_exact_mut(layout.channels()).map(|pixel| &mut pixel[places[0]]),
            );
        }
        memory.give(plane);
    }
    if is_ycc {
        values.as_chunks_mut::<3>().0.iter_mut().for_each(ycc_to_rgb);
    }
    Ok((values, is_whole))
}

/// A component's samples per number of pixels, across or down.
#[derive(Clone, Copy)]
struct Ratio {
    samples: usize,
    pixels: usize,
}

impl Ratio {
    fn of(self, pixels: usize) -> usize {
        (pixels * self.samples).div_ceil(self.pixels)
    }
}

/// A frame header for one component, as if it were the only one.
fn gray_frame(component: &Component, (width, height): (usize, usize)) -> Result<Vec<u8>, Refusal> {
    let side = |side: usize| u16::try_from(side).map(u16::to_be_bytes).map_err(|_| Refusal::Broken);
    Ok([&[0, 11, 8][..], &side(height)?, &side(width)?, &[1, component.id, 0x11, component.table]].concat())
}

/// The tables before the scan, the frame header, and the scan.
fn gray<'p>(parts: &[Part<'p>], nth: usize, header: &'p [u8]) -> Vec<Part<'p>> {
    let mut scans = 0;
    let mut kept = Vec::new();
    for part in parts {
        match part.marker {
            SCAN if scans == nth => {
                kept.push(*part);
                break;
            }
            SCAN => scans += 1,
            marker if FRAMES.contains(&marker) => kept.push(Part { header, ..*part }),
            _ => kept.push(*part),
        }
    }
    kept
}

/// Fills one channel of a row from a plane, interpolating linearly between its samples.
fn spread<'v>(
    (plane, wide): (&[u8], usize),
    (lines, across): (&Between, &[Between]),
    row: impl Iterator<Item = &'v mut u8>,
) {
    let line = |at: usize| &plane[at * wide..][..wide];
    let (upper, lower) = (line(lines.first), line(lines.second));
    for (across, value) in across.iter().zip(row) {
        let mixed = |line: &[u8]| across.mix(line[across.first].into(), line[across.second].into());
        *value = ((lines.mix(mixed(upper), mixed(lower)) + (1 << 15)) >> 16) as u8;
    }
}

/// Two neighbouring samples of a plane, and the weight of the second, of 256.
struct Between {
    first: usize,
    second: usize,
    share: u32,
}

impl Between {
    /// A sample is in the middle of the pixels that it stands for.
    fn new(at: usize, ratio: Ratio, samples: usize) -> Self {
        let place = ((2 * at + 1) * ratio.samples * 128 / ratio.pixels).saturating_sub(128);
        let first = (place / 256).min(samples - 1);
        Self { first, second: (first + 1).min(samples - 1), share: (place % 256) as u32 }
    }

    fn mix(&self, first: u32, second: u32) -> u32 {
        first * (256 - self.share) + second * self.share
    }
}

/// ITU-T T.871, 7. `as` saturates.
fn ycc_to_rgb(pixel: &mut [u8; 3]) {
    let [y, cb, cr] = pixel.map(f32::from);
    let (cb, cr) = (cb - 128.0, cr - 128.0);
    *pixel = [y + 1.402 * cr, y - 0.344_136 * cb - 0.714_136 * cr, y + 1.772 * cb]
        .map(|value| value.round() as u8);
}
