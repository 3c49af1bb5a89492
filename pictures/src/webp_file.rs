//! WebP: a walk over the chunks, then the decoder.
//! Invariant: canvas and picture agree on one size within the limits before the decoder starts.

use std::borrow::Cow;
use std::io::Cursor;

use crate::colour::{Layout, Samples};
use crate::limits::{Limits, Refusal};
use crate::memory::Memory;
use crate::orientation::Orientation;

#[derive(Default)]
struct Walk<'b> {
    canvas: Option<(u32, u32)>,
    picture: Option<(u32, u32)>,
    is_heavy: bool,
    orientation: Orientation,
    profile: Option<&'b [u8]>,
}

pub(crate) fn decode(bytes: &[u8], limits: &Limits, memory: &mut Memory) -> Result<Samples, Refusal> {
    let bytes = only_frame(bytes).map_or(Cow::Borrowed(bytes), Cow::Owned);
    let bytes = bytes.as_ref();
    let walk = walk(bytes, limits)?;
    let (width, height) = walk.picture.ok_or(Refusal::Broken)?;
    if walk.canvas.is_some_and(|canvas| canvas != (width, height)) {
        return Err(Refusal::Broken);
    }
    if walk.is_heavy {
        limits.check_heavy(width, height)?;
    }
    let mut decoder = image_webp::WebPDecoder::new(Cursor::new(bytes)).map_err(|_| Refusal::Broken)?;
    if decoder.is_animated() {
        return Err(Refusal::Animated);
    }
    if decoder.dimensions() != (width, height) {
        return Err(Refusal::Broken);
    }
    let layout = if decoder.has_alpha() { Layout::Rgba } else { Layout::Rgb };
    let mut values = memory.take_blank(width as usize * height as usize * layout.channels());
    decoder.read_image(&mut values).map_err(|_| Refusal::Broken)?;
    let profile = walk.profile.map(<[u8]>::to_vec).into();
    Ok(Samples { width, height, layout, values, profile, orientation: walk.orientation, is_damaged: false })
}

/// Name and data of each chunk, from the first to the last complete one.
fn chunks(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let (name, length) = (rest.get(..4)?, *rest.get(4..)?.first_chunk()?);
        let length = u32::from_le_bytes(length) as usize;
        let data = rest.get(8..8 + length)?;
        rest = rest.get(8 + length + (length & 1)..).unwrap_or_default();
        Some((name, data))
    })
}

/// Returns an animation of one frame that fills its canvas as a still file. The first 16 bytes of the frame's chunk are its
/// place, its size and its duration (RFC 9649, 2.7.1.1).
fn only_frame(bytes: &[u8]) -> Option<Vec<u8>> {
    const MOVES: u8 = 0x02;
    let body = bytes.get(12..)?;
    let (_, canvas) = chunks(body).next().filter(|(name, data)| *name == b"VP8X" && data.len() >= 10)?;
    let mut frames = chunks(body).filter(|(name, _)| *name == b"ANMF").map(|(_, data)| data);
    let (frame, None) = (frames.next()?, frames.next()) else { return None };
    let (place, pictures) = frame.split_at_checked(16)?;
    if place[..6] != [0; 6] || place[6..12] != canvas[4..10] {
        return None;
    }
    let mut still = bytes[..12].to_vec();
    let mut put = |name: &[u8], data: &[u8]| {
        still.extend(name);
        still.extend((data.len() as u32).to_le_bytes());
        still.extend(data);
        still.resize(still.len() + data.len() % 2, 0);
    };
    for (name, data) in chunks(body) {
        match name {
            b"VP8X" => put(name, &[&[data[0] & !MOVES], &data[1..]].concat()),
            b"ANIM" => {}
            b"ANMF" => chunks(pictures).for_each(|(name, data)| put(name, data)),
            _ => put(name, data),
        }
    }
    let length = (still.len() as u32 - 8).to_le_bytes();
    still[4..8].copy_from_slice(&length);
    Some(still)
}

fn walk<'b>(bytes: &'b [u8], limits: &Limits) -> Result<Walk<'b>, Refusal> {
    let mut walk = Walk::default();
    let mut at = 12;
    while let (Some(name), Some(length)) = (bytes.get(at..at + 4), bytes.get(at + 4..at + 8)) {
        let length = u32::from_le_bytes([length[0], length[1], length[2], length[3]]) as usize;
        let data = bytes.get(at + 8..at + 8 + length);
        match (name, data) {
            (b"VP8X", Some(data)) => walk.canvas = Some(read_canvas(data, limits)?),
            (b"ANIM" | b"ANMF", _) => return Err(Refusal::Animated),
            (b"VP8 " | b"VP8L", _) if walk.picture.is_some() => return Err(Refusal::Broken),
            (b"VP8 ", Some(data)) => walk.picture = Some(read_lossy(data, limits)?),
            (b"VP8L", Some(data)) => {
                walk.is_heavy = true;
                walk.picture = Some(read_lossless(data, limits)?);
            }
            (b"ALPH", _) => walk.is_heavy = true,
            (b"EXIF", Some(data)) => walk.orientation = Orientation::from_exif(data),
            (b"ICCP", Some(data)) if data.len() <= limits.max_profile_bytes => walk.profile = Some(data),
            (_, None) => break,
            _ => {}
        }
        at += 8 + length + (length & 1);
    }
    Ok(walk)
}

/// Flags, 24 reserved bits, then width and height minus one in 24 bits each.
fn read_canvas(data: &[u8], limits: &Limits) -> Result<(u32, u32), Refusal> {
    let [flags, _, _, _, w1, w2, w3, h1, h2, h3, ..] = *data else { return Err(Refusal::Broken) };
    if flags & 0x02 != 0 {
        return Err(Refusal::Animated);
    }
    let (width, height) = (u32::from_le_bytes([w1, w2, w3, 0]) + 1, u32::from_le_bytes([h1, h2, h3, 0]) + 1);
    limits.check(width, height)?;
    Ok((width, height))
}

/// RFC 6386, 9.1: frame tag, start code, then width and height, each in 14 bits below two bits of scale.
fn read_lossy(data: &[u8], limits: &Limits) -> Result<(u32, u32), Refusal> {
    let [_, _, _, 0x9d, 0x01, 0x2a, w1, w2, h1, h2, ..] = *data else { return Err(Refusal::Broken) };
    let size =
        (u32::from(u16::from_le_bytes([w1, w2]) & 0x3fff), u32::from(u16::from_le_bytes([h1, h2]) & 0x3fff));
    limits.check(size.0, size.1)?;
    // The decoder holds brightness and colours in addition to the pixels.
    limits.check_wide(size.0, size.1)?;
    Ok(size)
}

fn read_lossless(data: &[u8], limits: &Limits) -> Result<(u32, u32), Refusal> {
    let [0x2f, a, b, c, d, ..] = *data else { return Err(Refusal::Broken) };
    let packed = u32::from_le_bytes([a, b, c, d]);
    let size = ((packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1);
    limits.check(size.0, size.1)?;
    Ok(size)
}
