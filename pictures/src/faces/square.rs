//! A picture as the net wants it: shrunk into a square, black beside it; and the way back from the square's
//! pixels to the picture. Invariant: a small picture is not enlarged, and no box leaves the picture.

use super::candidates::{Candidate, SIDE};
use super::{Face, FaceError, Point, Turn};
use crate::Picture;
use crate::crop::Crop;
use crate::resize::shrink;

const WHOLE: f32 = 10_000.0;

/// The shrunk picture, in the square's upper left corner.
pub(super) struct Square {
    small: Picture,
}

impl Square {
    pub fn of(picture: &Picture) -> Result<Self, FaceError> {
        let (longest, side) = (picture.width().max(picture.height()), SIDE as u32);
        if longest <= side {
            return Ok(Self { small: picture.clone() });
        }
        let scaled = |length: u32| (u64::from(length) * u64::from(side) / u64::from(longest)).max(1) as u32;
        let small = shrink(picture, picture.whole(), scaled(picture.width()), scaled(picture.height()));
        small.map(|small| Self { small }).map_err(|_| FaceError::Run)
    }

    /// Blue, green and red planes of the square, with the picture turned.
    pub fn planes(&self, turn: Turn) -> Vec<f32> {
        let mut planes = vec![0.0; 3 * SIDE * SIDE];
        let (width, height) = (self.small.width() as usize, self.small.height() as usize);
        let rows = self.small.pixels().chunks_exact(width * 3);
        for (y, row) in rows.enumerate() {
            for (x, [red, green, blue]) in row.as_chunks::<3>().0.iter().enumerate() {
                let (new_x, new_y) = match turn {
                    Turn::None => (x, y),
                    Turn::Quarter => (height - 1 - y, x),
                    Turn::Half => (width - 1 - x, height - 1 - y),
                    Turn::ThreeQuarters => (y, width - 1 - x),
                };
                for (plane, value) in [blue, green, red].into_iter().enumerate() {
                    planes[(plane * SIDE + new_y) * SIDE + new_x] = f32::from(*value);
                }
            }
        }
        planes
    }

    /// `None` for a box that lies outside the picture.
    pub fn face(&self, candidate: &Candidate, turn: Turn) -> Option<Face> {
        let corners = [(candidate.left, candidate.top), (candidate.right, candidate.bottom)];
        let [(x1, y1), (x2, y2)] = corners.map(|corner| self.turned_back(corner, turn));
        let (left, width) = span(x1.min(x2), x1.max(x2))?;
        let (top, height) = span(y1.min(y2), y1.max(y2))?;
        let [right_eye, left_eye] = candidate.eyes.map(|eye| {
            let (x, y) = self.turned_back(eye, turn);
            Point { x: ten_thousandths(x), y: ten_thousandths(y) }
        });
        let score = ten_thousandths(candidate.score);
        Some(Face { area: Crop::new(left, top, width, height).ok()?, score, right_eye, left_eye })
    }

    /// From a pixel of the square to a part of the upright picture's sides.
    fn turned_back(&self, (x, y): (f32, f32), turn: Turn) -> (f32, f32) {
        let (width, height) = (self.small.width() as f32, self.small.height() as f32);
        let (x, y) = match turn {
            Turn::None => (x, y),
            Turn::Quarter => (y, height - x),
            Turn::Half => (width - x, height - y),
            Turn::ThreeQuarters => (width - y, x),
        };
        (x / width, y / height)
    }
}

/// Rounded outwards, within the picture.
fn span(start: f32, end: f32) -> Option<(u16, u16)> {
    let start = (start * WHOLE).floor().clamp(0.0, WHOLE) as u16;
    let end = (end * WHOLE).ceil().clamp(0.0, WHOLE) as u16;
    (start < end).then(|| (start, end - start))
}

fn ten_thousandths(part: f32) -> u16 {
    (part * WHOLE).round().clamp(0.0, WHOLE) as u16
}
