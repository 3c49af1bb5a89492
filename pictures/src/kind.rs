//! What a file is, by its first bytes. Invariant: names and declared content types are never asked.

use crate::limits::Refusal;

pub(crate) enum Kind {
    Jpeg,
    Png,
    WebP,
}

/// The brands of the HEIF family, HEIC and AVIF among them (ISO/IEC 23008-12, AV1 Image File Format).
const HEIF_BRANDS: [&[u8]; 12] = [
    b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1", b"avif",
    b"avis",
];

pub(crate) fn kind_of(bytes: &[u8]) -> Result<Kind, Refusal> {
    if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        return Ok(Kind::Jpeg);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok(Kind::Png);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Ok(Kind::WebP);
    }
    if bytes.get(4..8) == Some(b"ftyp") && is_heif(bytes) {
        return Err(Refusal::Heic);
    }
    if (bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a")) && gif_moves(bytes) {
        return Err(Refusal::Animated);
    }
    Err(Refusal::NotAPhoto)
}

/// Major brand, minor version, then compatible brands, to the end of the box.
fn is_heif(bytes: &[u8]) -> bool {
    let declared = bytes.first_chunk::<4>().map_or(0, |size| u32::from_be_bytes(*size) as usize);
    let end = declared.clamp(12, 256).min(bytes.len());
    bytes.get(8..end).is_some_and(|brands| brands.chunks(4).any(|brand| HEIF_BRANDS.contains(&brand)))
}

/// A still GIF is refused too, as "not a photo"; whoever sends a moving one is told the real reason.
fn gif_moves(bytes: &[u8]) -> bool {
    let mut images = 0;
    let mut at = 13 + colour_table_bytes(bytes.get(10));
    while let Some(&block) = bytes.get(at) {
        match block {
            0x2c => {
                images += 1;
                if images > 1 {
                    return true;
                }
                at = after_sub_blocks(bytes, at + 11 + colour_table_bytes(bytes.get(at + 9)));
            }
            0x21 => at = after_sub_blocks(bytes, at + 2),
            _ => return false,
        }
    }
    false
}

fn colour_table_bytes(flags: Option<&u8>) -> usize {
    flags.filter(|flags| **flags & 0x80 != 0).map_or(0, |flags| 3 << ((flags & 7) + 1))
}

fn after_sub_blocks(bytes: &[u8], mut at: usize) -> usize {
    while let Some(&length) = bytes.get(at) {
        at += 1 + usize::from(length);
        if length == 0 {
            break;
        }
    }
    at
}
