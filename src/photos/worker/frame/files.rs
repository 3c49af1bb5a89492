//! Finished picture files on the pipe. Pure.
//! Invariant: a length that goes beyond the frame is an error, never a guess.

use kinlight_pictures::{Format, Variant};

use super::super::protocol::Edition;
use super::{FrameError, hash, long};

/// The hash, the print picture's length (0 if there is none) and bytes, the public files.
pub(super) fn write_published(frame: &mut Vec<u8>, made: &Edition) {
    frame.extend(made.hash.to_be_bytes());
    let print = made.print.as_deref().unwrap_or_default();
    frame.extend(u32::try_from(print.len()).unwrap_or(u32::MAX).to_be_bytes());
    frame.extend(print);
    write_variants(frame, &made.variants);
}

pub(super) fn published(mut rest: &[u8]) -> Result<Edition, FrameError> {
    let hash = hash(&mut rest)?;
    let length = long(&mut rest)? as usize;
    let (print, rest) = rest.split_at_checked(length).ok_or(FrameError::Short)?;
    let print = (!print.is_empty()).then(|| print.to_vec());
    Ok(Edition { hash, print, variants: variants(rest)? })
}

pub(super) fn write_variants(frame: &mut Vec<u8>, variants: &[Variant]) {
    for variant in variants {
        frame.extend(variant.width.to_be_bytes());
        frame.extend(variant.height.to_be_bytes());
        frame.push(u8::from(variant.format == Format::WebP));
        frame.extend(u32::try_from(variant.bytes.len()).unwrap_or(u32::MAX).to_be_bytes());
        frame.extend(&variant.bytes);
    }
}

pub(super) fn variants(mut rest: &[u8]) -> Result<Vec<Variant>, FrameError> {
    let mut made = Vec::new();
    while !rest.is_empty() {
        let (width, height) = (long(&mut rest)?, long(&mut rest)?);
        let (&format, after) = rest.split_first().ok_or(FrameError::Short)?;
        rest = after;
        let format = match format {
            0 => Format::Jpeg,
            1 => Format::WebP,
            _ => return Err(FrameError::Nonsense),
        };
        let length = long(&mut rest)? as usize;
        let (bytes, after) = rest.split_at_checked(length).ok_or(FrameError::Short)?;
        rest = after;
        made.push(Variant { width, height, format, bytes: bytes.to_vec() });
    }
    Ok(made)
}
