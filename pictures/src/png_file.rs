//! PNG: a walk over the chunks, then the decoder.
//! Invariant: the decoder sees only the chunks that pixels need, so no text, profile or EXIF bomb reaches it.

use std::io::Cursor;

use crate::colour::{Layout, Profile, Samples};
use crate::limits::{Limits, Refusal};
use crate::memory::Memory;
use crate::orientation::Orientation;

const SIGNATURE_BYTES: usize = 8;
/// For the decoder's own buffers: a row or two of the widest picture.
const DECODER_BYTES: usize = 16_000_000;

struct Walk {
    clean: Vec<u8>,
    width: u32,
    height: u32,
    orientation: Orientation,
    profile: Profile,
}

pub(crate) fn decode(bytes: &[u8], limits: &Limits, memory: &mut Memory) -> Result<Samples, Refusal> {
    let Walk { clean, width, height, orientation, profile } = walk(bytes, limits, memory)?;
    let (values, layout) = pixels(&clean, (width, height), limits, memory)?;
    memory.give(clean);
    Ok(Samples { width, height, layout, values, profile, orientation, is_damaged: false })
}

fn pixels(
    clean: &[u8],
    (width, height): (u32, u32),
    limits: &Limits,
    memory: &mut Memory,
) -> Result<(Vec<u8>, Layout), Refusal> {
    let broken = |_: png::DecodingError| Refusal::Broken;
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(clean), png::Limits { bytes: DECODER_BYTES });
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(broken)?;
    let layout = match reader.output_color_type().0 {
        png::ColorType::Grayscale => Layout::Gray,
        png::ColorType::GrayscaleAlpha => Layout::GrayAlpha,
        png::ColorType::Rgb => Layout::Rgb,
        png::ColorType::Rgba | png::ColorType::Indexed => Layout::Rgba,
    };
    if layout == Layout::Rgba {
        limits.check_wide(width, height)?;
    }
    let row_bytes = width as usize * layout.channels();
    let mut values = memory.take_blank(row_bytes * height as usize);
    if reader.info().interlaced {
        reader.next_frame(&mut values).map_err(broken)?;
    } else {
        // Reads no row more than needed: the rest of a bomb in the last chunk is never unpacked.
        for row in values.chunks_exact_mut(row_bytes) {
            reader.read_row(row).map_err(broken)?;
        }
    }
    Ok((values, layout))
}

fn walk(bytes: &[u8], limits: &Limits, memory: &mut Memory) -> Result<Walk, Refusal> {
    let (mut at, mut size) = (SIGNATURE_BYTES, None);
    let mut clean = memory.take_empty(bytes.len());
    clean.extend_from_slice(&bytes[..SIGNATURE_BYTES]);
    let (mut orientation, mut icc, mut coded) = (Orientation::default(), None, None);
    while let Some((name, data, end)) = chunk(bytes, at) {
        match name {
            b"IHDR" if size.is_none() => size = Some(read_header(data, limits)?),
            _ if size.is_none() => return Err(Refusal::Broken),
            // An animation of one frame is a still. Viewers ignore frames that no chunk announces.
            b"acTL" if data.first_chunk() != Some(&1_u32.to_be_bytes()) => return Err(Refusal::Animated),
            b"eXIf" => orientation = Orientation::from_exif(data),
            b"cICP" => coded = data.first_chunk().map(|[primaries, transfer]| (*primaries, *transfer)),
            b"iCCP" if icc.is_none() => icc = unpack_profile(data, limits.max_profile_bytes),
            _ => {}
        }
        if matches!(name, b"IHDR" | b"PLTE" | b"tRNS" | b"IDAT" | b"IEND") {
            clean.extend_from_slice(&bytes[at..end]);
        }
        if name == b"IEND" {
            break;
        }
        at = end;
    }
    let (width, height) = size.ok_or(Refusal::Broken)?;
    // In the standard's order of precedence (PNG, third edition, 4.3); a chunk sRGB beside a profile adds nothing.
    let profile = match (coded, icc) {
        (Some((primaries, transfer)), _) => Profile::Coded(primaries, transfer),
        (None, Some(icc)) => Profile::Icc(icc),
        (None, None) => Profile::Srgb,
    };
    Ok(Walk { clean, width, height, orientation, profile })
}

/// A chunk's name and data, and the start of the next one; `None` if the file is cut off here.
fn chunk(bytes: &[u8], at: usize) -> Option<(&[u8; 4], &[u8], usize)> {
    let length = u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?) as usize;
    let name = bytes.get(at + 4..)?.first_chunk()?;
    let data = bytes.get(at + 8..at + 8 + length)?;
    let end = at + 12 + length;
    (end <= bytes.len()).then_some((name, data, end))
}

fn read_header(data: &[u8], limits: &Limits) -> Result<(u32, u32), Refusal> {
    let [w1, w2, w3, w4, h1, h2, h3, h4, ..] = *data else { return Err(Refusal::Broken) };
    let (width, height) = (u32::from_be_bytes([w1, w2, w3, w4]), u32::from_be_bytes([h1, h2, h3, h4]));
    limits.check(width, height)?;
    Ok((width, height))
}

/// Name, zero, compression method, then a zlib stream, which is unpacked up to the limit.
fn unpack_profile(data: &[u8], max_bytes: usize) -> Option<Vec<u8>> {
    let name_ends = data.iter().take(80).position(|&byte| byte == 0)?;
    let packed = data.get(name_ends + 2..)?;
    fdeflate::decompress_to_vec_bounded(packed, max_bytes).ok()
}
