//! Shrinking. Invariant: never used to enlarge.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

use crate::Picture;
use crate::crop::PixelBox;
use crate::encode::EncodeError;

pub(crate) fn shrink(
    picture: &Picture,
    part: PixelBox,
    width: u32,
    height: u32,
) -> Result<Picture, EncodeError> {
    let failed = EncodeError("a smaller one");
    let from = ImageRef::new(picture.width(), picture.height(), picture.pixels(), PixelType::U8x3)
        .map_err(|_| failed)?;
    let mut to = Image::new(width, height, PixelType::U8x3);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3)).crop(
        part.left.into(),
        part.top.into(),
        part.width.into(),
        part.height.into(),
    );
    Resizer::new().resize(&from, &mut to, &options).map_err(|_| failed)?;
    Ok(Picture { width, height, pixels: to.into_vec() })
}
