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
    // Typed: asked by a value, the crate is compiled for all its kinds of pixel, which takes a minute.
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
