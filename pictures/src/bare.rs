//! Checks, without decoding, that a file of ours contains its pixels and nothing else.
//! Invariant: allow-list only: a segment or chunk that is not known to be needed for pixels makes the file not bare.

use crate::Format;

/// The size that a bare file declares. `None` for any file with a segment or chunk that pixels don't need, with data after its
/// end, or with more than one picture; and for every file that this pipeline would not write.
pub fn bare_size(file: &[u8], format: Format) -> Option<(u32, u32)> {
    match format {
        Format::Jpeg => bare_jpeg(file),
        Format::WebP => bare_webp(file),
    }
}

/// A JFIF header without a thumbnail, tables, one baseline frame, one scan, the end.
fn bare_jpeg(file: &[u8]) -> Option<(u32, u32)> {
    /// Marker, name, version, density: a JFIF header without a thumbnail.
    const JFIF_BYTES: usize = 14;
    let mut rest = file.strip_prefix(&[0xff, 0xd8])?;
    let mut size = None;
    loop {
        let [0xff, marker, l1, l2, ..] = *rest else { return None };
        let end = 2 + usize::from(u16::from_be_bytes([l1, l2]));
        let body = rest.get(4..end)?;
        rest = &rest[end..];
        match marker {
            0xe0 if body.len() == JFIF_BYTES && body.starts_with(b"JFIF\0") => {}
            0xc4 | 0xdb | 0xdd => {}
            0xc0 if size.is_none() => {
                let [8, h1, h2, w1, w2, ..] = *body else { return None };
                size = Some((u16::from_be_bytes([w1, w2]).into(), u16::from_be_bytes([h1, h2]).into()));
            }
            0xda => break,
            _ => return None,
        }
    }
    // The compressed data may contain only restart markers, and the end marker as its last two bytes.
    loop {
        let at = rest.iter().position(|&byte| byte == 0xff)?;
        match *rest.get(at + 1)? {
            0x00 | 0xd0..=0xd7 => rest = &rest[at + 2..],
            0xd9 if rest.len() == at + 2 => return size,
            _ => return None,
        }
    }
}

/// The simple lossy form: one `VP8 ` chunk that fills the file.
fn bare_webp(file: &[u8]) -> Option<(u32, u32)> {
    let (riff, rest) = file.split_first_chunk::<12>()?;
    let (chunk, frame) = rest.split_first_chunk::<8>()?;
    let is_webp = &riff[..4] == b"RIFF" && &riff[8..] == b"WEBP" && &chunk[..4] == b"VP8 ";
    let [.., r1, r2, r3, r4, _, _, _, _] = *riff;
    let [.., c1, c2, c3, c4] = *chunk;
    let riff_bytes = u32::from_le_bytes([r1, r2, r3, r4]) as usize;
    let frame_bytes = u32::from_le_bytes([c1, c2, c3, c4]) as usize;
    // A zero follows a chunk of odd length.
    let is_filled = riff_bytes + 8 == file.len()
        && frame_bytes + frame_bytes % 2 == frame.len()
        && frame[frame_bytes..].iter().all(|&byte| byte == 0);
    if !is_webp || !is_filled {
        return None;
    }
    // The start of a key frame (RFC 6386, 9.1): a tag of three bytes, a start code, then width and height in 14 bits each.
    let [tag, _, _, 0x9d, 0x01, 0x2a, w1, w2, h1, h2, ..] = *frame else { return None };
    let side = |low: u8, high: u8| u32::from(u16::from_le_bytes([low, high]) & 0x3fff);
    (tag & 1 == 0).then_some((side(w1, w2), side(h1, h2)))
}
