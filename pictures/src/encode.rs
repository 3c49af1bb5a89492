//! Encodes our pixels into files. Invariant: a file contains pixels and what decoding them needs, nothing else.

use rusty_jpeg::{ColorType, Encoder, SamplingFactor};
use webp::WebPConfig;

use crate::Picture;

/// Encoding our pixels fails only for lack of memory, or for a side that is too long for the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the picture could not be written as {0}")]
pub struct EncodeError(pub(crate) &'static str);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Chroma {
    Full,
    Half,
}

/// One interleaved baseline scan, so that old phones can decode it row by row.
pub(crate) fn jpeg(picture: &Picture, quality: u8, chroma: Chroma) -> Result<Vec<u8>, EncodeError> {
    let failed = EncodeError("JPEG");
    let (Ok(width), Ok(height)) = (u16::try_from(picture.width()), u16::try_from(picture.height())) else {
        return Err(failed);
    };
    let mut bytes = Vec::with_capacity(picture.pixels().len() / 8);
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(match chroma {
        Chroma::Full => SamplingFactor::F_1_1,
        Chroma::Half => SamplingFactor::F_2_2,
    });
    encoder.encode(picture.pixels(), width, height, ColorType::Rgb).map_err(|_| failed)?;
    Ok(bytes)
}

/// `method` is the encoder's effort, 0 to 6.
pub(crate) fn webp(picture: &Picture, quality: u8, method: i32) -> Result<Vec<u8>, EncodeError> {
    let failed = EncodeError("WebP");
    let mut config = WebPConfig::new().map_err(|()| failed)?;
    config.quality = f32::from(quality);
    config.method = method;
    // The other cores are for other photos.
    config.thread_level = 0;
    let encoder = webp::Encoder::from_rgb(picture.pixels(), picture.width(), picture.height());
    Ok(encoder.encode_advanced(&config).map_err(|_| failed)?.to_vec())
}
