//! The part of a picture that is published. Invariant: a crop is within its picture and is never empty.

use std::fmt;
use std::str::FromStr;

use crate::decoded::View;

/// Units of a side: fine enough to address each pixel of a side of 10,000 pixels.
const WHOLE: u16 = 10_000;
/// Publications are 4 wide to 5 high.
const PORTRAIT: f64 = 4.0 / 5.0;
/// The share of the removed height that is removed at the top: faces are above the middle.
const SHARE_ABOVE: f64 = 0.35;

/// A box in ten-thousandths of the picture's width and height, from its upper left corner. In a form field it is written
/// `left,top,width,height`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crop {
    left: u16,
    top: u16,
    width: u16,
    height: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CropError {
    #[error("four whole numbers are needed: left,top,width,height")]
    NotFourNumbers,
    #[error("the box has no width or no height")]
    Empty,
    #[error("the box reaches beyond the picture")]
    Outside,
}

/// A crop in pixels of one picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PixelBox {
    pub left: u32,
    pub top: u32,
    pub width: u32,
    pub height: u32,
}

impl Crop {
    pub const WHOLE: Crop = Crop { left: 0, top: 0, width: WHOLE, height: WHOLE };

    pub fn new(left: u16, top: u16, width: u16, height: u16) -> Result<Self, CropError> {
        if width == 0 || height == 0 {
            return Err(CropError::Empty);
        }
        if u32::from(left) + u32::from(width) > u32::from(WHOLE)
            || u32::from(top) + u32::from(height) > u32::from(WHOLE)
        {
            return Err(CropError::Outside);
        }
        Ok(Self { left, top, width, height })
    }

    /// The proposal before anyone has looked: the largest 4:5 box, centred from left to right, a little above the middle.
    pub fn centred<'p>(picture: impl Into<View<'p>>) -> Self {
        Self::WHOLE.to_portrait(picture)
    }

    /// The largest 4:5 box within this one: a person's drawing is rarely exact.
    pub fn to_portrait<'p>(self, picture: impl Into<View<'p>>) -> Self {
        let picture = picture.into();
        self.portrait_of((picture.width(), picture.height()))
    }

    /// The same for a picture of this width and height. A box that is 4:5 except for rounding stays as it is.
    pub fn portrait_of(self, (across, down): (u32, u32)) -> Self {
        let (across, down) = (f64::from(across), f64::from(down));
        let (width, height) = (f64::from(self.width) * across, f64::from(self.height) * down);
        // Rounding may move each side by half a ten-thousandth.
        if (width - height * PORTRAIT).abs() <= (across + down * PORTRAIT) / 2.0 {
            return self;
        }
        let (new_width, new_height) = (width.min(height * PORTRAIT), height.min(width / PORTRAIT));
        let new_width = ((new_width / across).round() as u16).clamp(1, self.width);
        let new_height = ((new_height / down).round() as u16).clamp(1, self.height);
        Self {
            left: self.left + (self.width - new_width) / 2,
            top: self.top + (f64::from(self.height - new_height) * SHARE_ABOVE) as u16,
            width: new_width,
            height: new_height,
        }
    }

    pub fn left(self) -> u16 {
        self.left
    }

    pub fn top(self) -> u16 {
        self.top
    }

    pub fn width(self) -> u16 {
        self.width
    }

    pub fn height(self) -> u16 {
        self.height
    }

    /// The same box in pixels. A box that is 4:5 except for rounding becomes exactly 4:5 by losing a pixel or two.
    pub fn pixels<'p>(self, picture: impl Into<View<'p>>) -> PixelBox {
        let picture = picture.into();
        self.pixels_of((picture.width(), picture.height()))
    }

    /// The same for a picture of this width and height, each at least 1.
    pub fn pixels_of(self, (across, down): (u32, u32)) -> PixelBox {
        let (left, mut width) = scale(self.left, self.width, across);
        let (top, mut height) = scale(self.top, self.height, down);
        let (exact_width, exact_height) = (height * 4 / 5, width * 5 / 4);
        if width > exact_width && width - exact_width <= 2 + width / 500 {
            width = exact_width.max(1);
        } else if height > exact_height && height - exact_height <= 2 + height / 500 {
            height = exact_height.max(1);
        }
        PixelBox { left, top, width, height }
    }
}

fn scale(start: u16, length: u16, side: u32) -> (u32, u32) {
    let pixels = |part: u16| (u32::from(part) * side + u32::from(WHOLE) / 2) / u32::from(WHOLE);
    let start = pixels(start).min(side - 1);
    (start, pixels(length).clamp(1, side - start))
}

impl FromStr for Crop {
    type Err = CropError;

    fn from_str(text: &str) -> Result<Self, CropError> {
        let mut numbers = text.split(',').map(|number| number.trim().parse::<u16>());
        let mut next = || numbers.next().and_then(Result::ok).ok_or(CropError::NotFourNumbers);
        let (left, top, width, height) = (next()?, next()?, next()?, next()?);
        match numbers.next() {
            None => Self::new(left, top, width, height),
            Some(_) => Err(CropError::NotFourNumbers),
        }
    }
}

impl fmt::Display for Crop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{},{},{}", self.left, self.top, self.width, self.height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_that_is_4_to_5_is_itself() {
        let mut state = 11_u64;
        let mut next = |most: u16| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            ((state >> 33) % u64::from(most)) as u16
        };
        for size in [(4_000, 3_000), (3_000, 4_000), (640, 800), (12_000, 400), (400, 12_000), (1, 1), (3, 7)]
        {
            let mut all = vec![Crop::WHOLE];
            for _ in 0..2_000 {
                let (left, top) = (next(WHOLE), next(WHOLE));
                let (width, height) = (1 + next(WHOLE - left), 1 + next(WHOLE - top));
                all.push(Crop::new(left, top, width, height).unwrap());
            }
            for drawn in all {
                let once = drawn.portrait_of(size);
                assert_eq!(once.portrait_of(size), once, "{drawn} of {size:?}");
                assert!(once.left >= drawn.left && once.left + once.width <= drawn.left + drawn.width);
                assert!(once.top >= drawn.top && once.top + once.height <= drawn.top + drawn.height);
            }
        }
    }

    #[test]
    fn a_box_of_another_shape_becomes_4_to_5() {
        let cases = [
            ("a wide picture", (2_000, 1_000), Crop::WHOLE, "3000,0,4000,10000"),
            ("a high one", (1_000, 2_000), Crop::WHOLE, "0,1312,10000,6250"),
            ("its own shape", (800, 1_000), Crop::WHOLE, "0,0,10000,10000"),
            (
                "a band drawn in it",
                (800, 1_000),
                Crop { left: 0, top: 0, width: 10_000, height: 4_000 },
                "3000,0,4000,4000",
            ),
        ];
        for (name, size, drawn, expected) in cases {
            assert_eq!(drawn.portrait_of(size).to_string(), expected, "{name}");
        }
    }
}
