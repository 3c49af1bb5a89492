//! What stands where on a page, before anything is drawn. Invariant: a place is as if the page ran from left to right; only drawing
//! mirrors it.

use crate::text::{Block, Setter, Style};
use crate::{Direction, DrawError, Photo, Words};

/// What is drawn at one place.
pub(crate) enum Thing<'p> {
    Text(Box<Block>),
    Photo(&'p Photo),
    /// The QR code of an address.
    Code(&'p str),
    /// An area in one colour.
    Panel([u8; 3]),
}

/// A thing's place, as if the page ran from left to right.
pub(crate) struct Placed<'p> {
    pub thing: Thing<'p>,
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// A set text, as wide and as tall as it is.
pub(crate) fn text<'p>(block: Block, x: f32, y: f32) -> Placed<'p> {
    let (width, height) = (block.width, block.height);
    Placed { thing: Thing::Text(Box::new(block)), x, y, width, height }
}

/// What a part of the page needs for planning itself.
pub(crate) struct Bench<'a> {
    pub setter: &'a mut Setter,
    /// The factor for all letter sizes.
    pub scale: f32,
}

impl Bench<'_> {
    pub fn set(&mut self, text: &str, words: &Words, style: Style, width: f32) -> Result<Block, DrawError> {
        self.set_in(text, words.direction, style, width)
    }

    pub fn set_in(
        &mut self,
        text: &str,
        direction: Direction,
        style: Style,
        width: f32,
    ) -> Result<Block, DrawError> {
        let style = Style { size: style.size * self.scale, ..style };
        self.setter.set(text, direction, style, width)
    }
}

/// A part of the page, planned from its own upper corner. `None` if it does not fit at this letter size.
pub(crate) type Plan<'p> = Option<Vec<Placed<'p>>>;
