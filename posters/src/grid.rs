//! The photos of one page, each as large as its cell allows, with its sentences, its number and perhaps a QR code.

use crate::placed::{Bench, Placed, Plan, Thing, text};
use crate::text::{ACCENT, Block, Style};
use crate::{Direction, DrawError, PerPage, Photo, Poster};

/// The gap between two cells, and between a photo and what is beside it.
const BETWEEN: f32 = 14.0;
const UNDER_PHOTO: f32 = 5.0;
/// A smaller QR code can't be read from an arm's length.
const SMALLEST_CODE: f32 = 64.0;
const LARGEST_CODE: f32 = 150.0;
/// The least share of a cell's height for the photo; if it gets less, the text is made smaller.
const LEAST_PHOTO: f32 = 0.45;
/// The width of four bold digits in multiples of their size; below it, that of a whole number.
const FOUR_DIGITS: f32 = 2.4;
const WHOLE_NUMBER: f32 = 5.4;
/// The number is what people say on the phone, so it shrinks less than the words.
const LEAST_NUMBER: f32 = 0.85;

/// Where a photo's number and QR code are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Beside it, over its whole height.
    Beside,
    /// Under its sentences, next to each other.
    Below,
    /// Under its sentences, without a code.
    NumberAlone,
}

impl Shape {
    fn of(layout: PerPage) -> Shape {
        match layout {
            PerPage::One | PerPage::Four => Shape::Beside,
            PerPage::Two => Shape::Below,
            PerPage::Six | PerPage::Nine | PerPage::Twelve => Shape::NumberAlone,
        }
    }
}

pub(crate) fn planned<'p>(
    poster: &'p Poster,
    (layout, photos): (PerPage, &'p [Photo]),
    bench: &mut Bench<'_>,
    (width, height): (f32, f32),
) -> Result<Plan<'p>, DrawError> {
    let (across, down) = layout.grid();
    let rows = photos.len().div_ceil(across).min(down).max(1);
    let cell = (
        (width - (across - 1) as f32 * BETWEEN) / across as f32,
        (height - (rows - 1) as f32 * BETWEEN) / rows as f32,
    );
    let mut sentences = Vec::with_capacity(photos.len());
    for photo in photos {
        let Some(own) = set_sentences(poster, layout, photo, bench, cell.0)? else { return Ok(None) };
        sentences.push(own);
    }
    // All photos get the same size, in line: the longest text decides for all.
    let tallest = sentences.iter().map(|blocks| total(blocks)).fold(0.0, f32::max);
    let Some(frame) = Frame::fitting(poster, (layout, cell), tallest, bench)? else { return Ok(None) };
    let spare = height - rows as f32 * frame.height - (rows - 1) as f32 * BETWEEN;
    let spare = spare.max(0.0) / (rows + 1) as f32;
    let mut placed = Vec::new();
    for (at, (photo, sentences)) in photos.iter().zip(sentences).enumerate() {
        let (row, column) = (at / across, at % across);
        // The last row may be shorter, so it is centred.
        let in_row = across.min(photos.len() - row * across);
        let indent = (across - in_row) as f32 * (cell.0 + BETWEEN) / 2.0;
        let left = indent + column as f32 * (cell.0 + BETWEEN);
        let top = spare + row as f32 * (frame.height + BETWEEN + spare);
        frame.place(&mut placed, (photo, sentences), frame.number(poster, photo, bench)?, (left, top));
    }
    Ok(Some(placed))
}

fn set_sentences(
    poster: &Poster,
    layout: PerPage,
    photo: &Photo,
    bench: &mut Bench<'_>,
    width: f32,
) -> Result<Option<Vec<Block>>, DrawError> {
    let (size, _) = layout.caption();
    let mut blocks = Vec::new();
    for (words, sentences) in poster.words().zip(&photo.sentences) {
        for one in sentences {
            blocks.push(bench.set(one, words, Style::plain(size).middle(), width)?);
        }
    }
    Ok((!blocks.iter().any(|block| block.is_cut)).then_some(blocks))
}

fn total(blocks: &[Block]) -> f32 {
    blocks.iter().map(|block| block.height).sum()
}

/// How a cell is divided.
struct Frame {
    layout: PerPage,
    cell: f32,
    photo: (f32, f32),
    /// The width for number and label.
    side: f32,
    code: f32,
    height: f32,
}

impl Frame {
    fn fitting(
        poster: &Poster,
        (layout, (width, height)): (PerPage, (f32, f32)),
        sentences: f32,
        bench: &mut Bench<'_>,
    ) -> Result<Option<Frame>, DrawError> {
        let shape = Shape::of(layout);
        let mut frame = Frame { layout, cell: width, photo: (0.0, 0.0), side: width, code: 0.0, height: 0.0 };
        let text = UNDER_PHOTO + sentences;
        let within = |wide: f32, tall: f32| {
            let wide = wide.min(tall * 0.8);
            (wide, wide / 0.8)
        };
        match shape {
            Shape::Beside => {
                frame.photo = within(width - BETWEEN - SMALLEST_CODE - 8.0, height - text);
                frame.side = (width - BETWEEN - frame.photo.0).min(LARGEST_CODE);
                let number = total(&frame.number(poster, &poster.photos[0], bench)?);
                frame.code = frame.side.min(frame.photo.1 - number);
                frame.height = frame.photo.1 + text;
            }
            Shape::Below => {
                frame.code = LARGEST_CODE * 0.6;
                frame.side = width - BETWEEN - frame.code;
                let number = total(&frame.number(poster, &poster.photos[0], bench)?).max(frame.code);
                frame.photo = within(width, height - text - number);
                frame.height = frame.photo.1 + text + number;
            }
            Shape::NumberAlone => {
                let number = total(&frame.number(poster, &poster.photos[0], bench)?);
                frame.photo = within(width, height - text - number);
                frame.height = frame.photo.1 + text + number;
            }
        }
        let has_code = shape == Shape::NumberAlone || frame.code >= SMALLEST_CODE;
        let is_large = frame.photo.1 >= LEAST_PHOTO * height || frame.photo.0 >= width - 0.5;
        Ok((has_code && is_large && frame.height <= height + 0.5).then_some(frame))
    }

    /// The label, in each language that has its own word for it, and the number, which always runs from left to right.
    fn number(&self, poster: &Poster, photo: &Photo, bench: &mut Bench<'_>) -> Result<Vec<Block>, DrawError> {
        let (sentence, digits) = self.layout.caption();
        let mut blocks = Vec::new();
        let labels = poster.words().filter(|words| {
            words.language == poster.first.language || words.number_label != poster.first.number_label
        });
        for words in labels {
            let style = Style::plain((sentence * 0.7).max(9.0)).middle();
            blocks.push(bench.set(&words.number_label, words, style, self.side)?);
        }
        // Beside a photo, the number is in two lines of four digits.
        let is_beside = Shape::of(self.layout) == Shape::Beside;
        let most = self.side / if is_beside { FOUR_DIGITS } else { WHOLE_NUMBER };
        let size = (digits * bench.scale.max(LEAST_NUMBER)).min(most) / bench.scale;
        let style = Style::bold(size).middle().colour(ACCENT);
        blocks.push(bench.set_in(&photo.number, Direction::LeftToRight, style, self.side)?);
        Ok(blocks)
    }

    fn place<'p>(
        &self,
        placed: &mut Vec<Placed<'p>>,
        (photo, sentences): (&'p Photo, Vec<Block>),
        number: Vec<Block>,
        (left, top): (f32, f32),
    ) {
        let shape = Shape::of(self.layout);
        let (width, height) = self.photo;
        let beside = if shape == Shape::Beside { self.side + BETWEEN } else { 0.0 };
        let x = left + (self.cell - width - beside) / 2.0;
        placed.push(Placed { thing: Thing::Photo(photo), x, y: top, width, height });
        let below = stack(placed, sentences, (left, top + height + UNDER_PHOTO));
        let (across, down) = match shape {
            Shape::Beside => (x + width + BETWEEN, top),
            Shape::Below | Shape::NumberAlone => (left, below),
        };
        stack(placed, number, (across, down));
        let code = match shape {
            Shape::Beside => (across + (self.side - self.code) / 2.0, top + height - self.code),
            Shape::Below => (left + self.cell - self.code, below),
            Shape::NumberAlone => return,
        };
        let (x, y) = code;
        placed.push(Placed { thing: Thing::Code(&photo.link), x, y, width: self.code, height: self.code });
    }
}

/// Places blocks one under the other; returns the y of the end.
fn stack(placed: &mut Vec<Placed<'_>>, blocks: Vec<Block>, (x, mut y): (f32, f32)) -> f32 {
    for block in blocks {
        let tall = block.height;
        placed.push(text(block, x, y));
        y += tall;
    }
    y
}
