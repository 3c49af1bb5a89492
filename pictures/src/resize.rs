//! Shrinking. Invariant: never used to enlarge.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

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
    let from = ImageRef::new(from.stored_width, from.stored_height, from.pixels, PixelType::U8x3)
        .map_err(|_| failed)?;
    let mut to = Image::from_slice_u8(width, height, to, PixelType::U8x3).map_err(|_| failed)?;
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3)).crop(
        part.left.into(),
        part.top.into(),
        part.width.into(),
        part.height.into(),
    );
    resizer.resize(&from, &mut to, &options).map_err(|_| failed)
}
