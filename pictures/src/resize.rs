//! Shrinking. Invariant: never used to enlarge.

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::U8x3;
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};

use crate::crop::PixelBox;
use crate::decoded::View;
use crate::encode::EncodeError;

/// `part` in stored pixels; `to` takes exactly `width * height * 3` bytes.
pub(crate) fn shrink(
    resizer: &mut Resizer,
    from: View<'_>,
    part: PixelBox,
    width: u32,
    height: u32,
    to: &mut [u8],
) -> Result<(), EncodeError> {
    let failed = EncodeError("a smaller one");
    // The typed function: with the untyped one, the crate is compiled for all its kinds of pixel, which takes more than a
    // minute.
    let from = TypedImageRef::<U8x3>::from_buffer(from.stored_width, from.stored_height, from.pixels)
        .map_err(|_| failed)?;
    let mut to = TypedImage::<U8x3>::from_buffer(width, height, to).map_err(|_| failed)?;
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3)).crop(
        part.left.into(),
        part.top.into(),
        part.width.into(),
        part.height.into(),
    );
    resizer.resize_typed(&from, &mut to, &options).map_err(|_| failed)
}

/// Merges two by two pixels into one, in place: with a very large picture there is no memory for a resizer's buffers. A pixel
/// has three bytes; a last odd row or column is dropped.
pub(crate) fn halve(pixels: &mut Vec<u8>, width: usize) {
    let (row, height) = (width * 3, pixels.len() / (width * 3));
    let mut filled = 0;
    for top in (0..height / 2).map(|y| y * 2 * row) {
        for left in (0..width / 2).map(|x| top + x * 6) {
            for at in left..left + 3 {
                let sum: u32 =
                    [at, at + 3, at + row, at + row + 3].map(|at| u32::from(pixels[at])).iter().sum();
                pixels[filled] = ((sum + 2) / 4) as u8;
                filled += 1;
            }
        }
    }
    pixels.truncate(filled);
    pixels.shrink_to_fit();
}
