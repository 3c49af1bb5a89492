//! JPEG: a walk over the file's segments, then the decoder. Invariant: the decoder sees a copy that contains only what pixels
//! need: no application segment, no comment, nothing after the first end of image. So neither a metadata bomb nor a hidden
//! second picture reaches it. A file that it could not read to the end is reported as damaged, or refused.

mod planes;
mod tables;
mod walk;
mod watched;

use std::ops::Range;

use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use crate::colour::{Layout, Samples};
use crate::limits::{Limits, Refusal};
use crate::memory::Memory;
use walk::{Part, Walk};
use watched::{Watch, Watched};

const HUFFMAN: u8 = 0xc4;
const FRAMES: std::ops::RangeInclusive<u8> = 0xc0..=0xc2;
const SCAN: u8 = 0xda;

/// One-bits after each scan's data, like those that fill up its last byte: no code begins with so long a run of ones. The
/// decoder reads ahead into them; if it uses them as pixels, data are missing.
const PADDING: [u8; 32] = padding();

const fn padding() -> [u8; 32] {
    let mut padding = [0; 32];
    let mut at = 0;
    while at < padding.len() {
        padding[at] = 0xff;
        at += 2;
    }
    padding
}

pub(crate) fn decode(bytes: &[u8], limits: &Limits, memory: &mut Memory) -> Result<Samples, Refusal> {
    let mut walk = walk::walk(bytes, limits)?;
    let (is_ycc, layout) = layout(&walk)?;
    let standard = tables::segment();
    if walk.parts.iter().all(|part| part.marker != HUFFMAN) {
        walk.parts.insert(0, Part { marker: HUFFMAN, header: &standard, data: &[] });
    }
    let (width, height) = (walk.frame.width, walk.frame.height);
    let size = width as usize * height as usize * layout.channels();
    let is_split = !walk.frame.is_progressive && walk.scans.iter().any(|scan| scan.len() < layout.channels());
    let (values, is_whole) = match is_split {
        // The decoder makes green stripes of some of these (zune-image#422).
        true if walk.has_a_scan_per_component() => planes::decode(&walk, (is_ycc, layout), limits, memory)?,
        true if !walk.is_complete => return Err(Refusal::Broken),
        true => return Err(Refusal::Unsupported),
        false => {
            // The decoder ignores the Adobe segment and takes the samples for YCbCr or CMYK. If asked for the space that it
            // assumes, it returns them unchanged.
            let space = match layout {
                Layout::Gray => ColorSpace::Luma,
                Layout::Rgb if is_ycc => ColorSpace::RGB,
                Layout::Rgb => ColorSpace::YCbCr,
                _ => ColorSpace::CMYK,
            };
            let mut values = memory.take_blank(size);
            let ends = Ends { are_marked: walk.has_end, are_all_there: walk.is_complete };
            let is_whole = read(&walk.parts, ends, space, &mut values, (limits, memory))?;
            (values, is_whole)
        }
    };
    let Walk { profile, orientation, .. } = walk;
    let is_damaged = !is_whole;
    Ok(Samples { width, height, layout, values, profile: profile.into(), orientation, is_damaged })
}

/// Whether three components are YCbCr, and their layout. As in libjpeg, a JFIF segment counts more than Adobe's.
fn layout(walk: &Walk<'_>) -> Result<(bool, Layout), Refusal> {
    let are_called_rgb = names_rgb(walk.frame.components.iter().map(|component| component.id));
    let is_ycc = match walk.adobe_transform {
        _ if walk.is_jfif => true,
        Some(transform) => transform != 0,
        None => !are_called_rgb,
    };
    Ok(match (walk.frame.components.len(), walk.adobe_transform) {
        (1, _) => (false, Layout::Gray),
        (3, _) => (is_ycc, Layout::Rgb),
        (4, Some(2)) => (false, Layout::Ycck),
        (4, _) => (false, Layout::Cmyk),
        _ => return Err(Refusal::Unsupported),
    })
}

fn names_rgb(names: impl Iterator<Item = u8>) -> bool {
    names.eq(*b"RGB")
}

/// What the walk found out about the ends of a picture's scans.
#[derive(Clone, Copy)]
struct Ends {
    are_marked: bool,
    are_all_there: bool,
}

/// Fills `values`; returns false if some of them differ from what the camera wrote. An incomplete picture without an end marker
/// was cut off, and is refused.
fn read(
    parts: &[Part<'_>],
    ends: Ends,
    space: ColorSpace,
    values: &mut [u8],
    (limits, memory): (&Limits, &mut Memory),
) -> Result<bool, Refusal> {
    let bytes = parts.iter().map(|part| part.header.len() + part.data.len() + 32).sum();
    let mut clean = memory.take_empty(bytes);
    let scans = write_clean(parts, true, &mut clean);
    let watch = Watch::default();
    let reader = Watched::new(&clean, &scans, !ends.are_marked, &watch);
    let is_read = pixels(reader, (space, true), values, limits).is_ok();
    let is_watched_whole = watch.whole.get() == scans.len() && watch.passed_over.get() == 0;
    let is_whole = is_read && is_watched_whole && ends.are_all_there;
    if !is_whole && !ends.are_marked {
        return Err(Refusal::Broken);
    }
    if !is_read {
        clean.clear();
        write_clean(parts, false, &mut clean);
        pixels(Watched::new(&clean, &[], false, &watch), (space, false), values, limits)?;
    }
    memory.give(clean);
    Ok(is_whole)
}

fn pixels(
    reader: Watched<'_>,
    (space, is_strict): (ColorSpace, bool),
    values: &mut [u8],
    limits: &Limits,
) -> Result<(), Refusal> {
    let options = DecoderOptions::default()
        .set_strict_mode(is_strict)
        .set_max_width(limits.max_side as usize)
        .set_max_height(limits.max_side as usize)
        .jpeg_set_max_scans(limits.max_scans)
        .jpeg_set_out_colorspace(space);
    let mut decoder = JpegDecoder::new_with_options(reader, options);
    decoder.decode_headers().map_err(|_| Refusal::Broken)?;
    // Both have read the same header: if they differ, one of them was misled.
    if decoder.output_buffer_size() != Some(values.len()) {
        return Err(Refusal::Broken);
    }
    decoder.decode_into(values).map_err(|_| Refusal::Broken)
}

/// Copies the file with nothing but pixels, and returns the range of each scan's data whose end can be watched.
fn write_clean(parts: &[Part<'_>], is_padded: bool, clean: &mut Vec<u8>) -> Vec<Range<usize>> {
    clean.extend([0xff, 0xd8]);
    let is_progressive = parts.iter().any(|part| part.marker == 0xc2);
    let mut scans = Vec::new();
    let mut is_first = true;
    let mut are_called_rgb = false;
    for part in parts {
        clean.extend([0xff, part.marker]);
        let start = clean.len();
        clean.extend(part.header);
        // The decoder treats components with these names in its own way, so they get numbers instead.
        if FRAMES.contains(&part.marker) {
            are_called_rgb = names_rgb(part.header.iter().skip(8).step_by(3).copied());
            number_rgb(clean.iter_mut().skip(start + 8).step_by(3), are_called_rgb);
        }
        if part.marker == SCAN {
            let count = usize::from(part.header[2]);
            number_rgb(clean.iter_mut().skip(start + 3).step_by(2).take(count), are_called_rgb);
            let start = clean.len();
            clean.extend(part.data);
            // After the first of several scans, the decoder needs the next marker at once.
            if is_padded && !(is_progressive && is_first) {
                scans.push(start..clean.len());
                clean.extend(PADDING);
            }
            is_first = false;
        }
    }
    clean.extend([0xff, 0xd9]);
    scans
}

fn number_rgb<'c>(names: impl Iterator<Item = &'c mut u8>, are_called_rgb: bool) {
    let number = |name: &u8| b"RGB".iter().position(|letter| letter == name);
    for name in names.filter(|_| are_called_rgb) {
        *name = number(name).map_or(*name, |place| place as u8 + 1);
    }
}
