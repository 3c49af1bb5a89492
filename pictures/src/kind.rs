//! What a file is, by its first bytes. Invariant: file names and declared content types are ignored.

use serde::{Deserialize, Serialize};

use crate::limits::Refusal;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileKind {
    Jpeg,
    Png,
    WebP,
    /// A still picture of the HEIF family that declares HEVC coding.
    Heic,
}

impl FileKind {
    pub const ALL: [FileKind; 4] = [Self::Jpeg, Self::Png, Self::WebP, Self::Heic];

    /// The stable word for JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Heic => "heic",
        }
    }
}

/// Brands of the HEIF family (ISO/IEC 23008-12, AV1 Image File Format): stills, sequences, and AV1's.
const STILLS: [&[u8]; 5] = [b"heic", b"heix", b"heim", b"heis", b"mif1"];
const SEQUENCES: [&[u8]; 6] = [b"hevc", b"hevx", b"hevm", b"hevs", b"msf1", b"avis"];
const AV1: [&[u8]; 2] = [b"avif", b"avis"];

/// Whether a file with this beginning could be a picture, judged by its first bytes only.
pub fn may_be_photo(beginning: &[u8]) -> bool {
    kind_of(beginning).is_ok()
}

pub(crate) fn kind_of(bytes: &[u8]) -> Result<FileKind, Refusal> {
    if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        return Ok(FileKind::Jpeg);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok(FileKind::Png);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Ok(FileKind::WebP);
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return heif_kind(bytes);
    }
    if (bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a")) && gif_moves(bytes) {
        return Err(Refusal::Animated);
    }
    Err(Refusal::NotAPhoto)
}

/// Reads the major brand, the minor version and the compatible brands, to the end of the box. AV1 gets the same refusal as
/// HEIC: save it as JPEG.
fn heif_kind(bytes: &[u8]) -> Result<FileKind, Refusal> {
    let declared = bytes.first_chunk::<4>().map_or(0, |size| u32::from_be_bytes(*size) as usize);
    let end = declared.clamp(12, 256).min(bytes.len());
    let brands = bytes.get(8..end).unwrap_or_default().chunks(4);
    let has_any = |known: &[&[u8]]| brands.clone().any(|brand| known.contains(&brand));
    if has_any(&AV1) {
        return Err(Refusal::Heic);
    }
    if brands.clone().next().is_some_and(|major| SEQUENCES.contains(&major)) {
        return Err(Refusal::Animated);
    }
    if has_any(&STILLS) { Ok(FileKind::Heic) } else { Err(Refusal::NotAPhoto) }
}

/// Whether a GIF is animated. A still GIF is refused too, but as "not a photo"; an animated one gets the true reason.
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
