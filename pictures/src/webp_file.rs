//! WebP: a walk over the chunks, then the decoder.
//! Invariant: canvas and picture agree on one size within the limits before the decoder starts.

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
    Ok(Samples { width, height, layout, values, profile, orientation: walk.orientation })
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

/// Flags, 24 bits reserved, then width and height less one in 24 bits each.
fn read_canvas(data: &[u8], limits: &Limits) -> Result<(u32, u32), Refusal> {
    let [flags, _, _, _, w1, w2, w3, h1, h2, h3, ..] = *data else { return Err(Refusal::Broken) };
    if flags & 0x02 != 0 {
        return Err(Refusal::Animated);
    }
    let (width, height) = (u32::from_le_bytes([w1, w2, w3, 0]) + 1, u32::from_le_bytes([h1, h2, h3, 0]) + 1);
    limits.check(width, height)?;
    Ok((width, height))
}

/// RFC 6386, 9.1: frame tag, start code, then 14 bits of width and of height below two of scale each.
fn read_lossy(data: &[u8], limits: &Limits) -> Result<(u32, u32), Refusal> {
    let [_, _, _, 0x9d, 0x01, 0x2a, w1, w2, h1, h2, ..] = *data else { return Err(Refusal::Broken) };
    let size =
        (u32::from(u16::from_le_bytes([w1, w2]) & 0x3fff), u32::from(u16::from_le_bytes([h1, h2]) & 0x3fff));
    limits.check(size.0, size.1)?;
    Ok(size)
}

fn read_lossless(data: &[u8], limits: &Limits) -> Result<(u32, u32), Refusal> {
    let [0x2f, a, b, c, d, ..] = *data else { return Err(Refusal::Broken) };
    let packed = u32::from_le_bytes([a, b, c, d]);
    let size = ((packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1);
    limits.check(size.0, size.1)?;
    Ok(size)
}
