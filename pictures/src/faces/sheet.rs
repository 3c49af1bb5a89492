//! A picture as the net needs it: small, on a sheet whose sides are multiples of 32, black outside the picture; and the way
//! back from the sheet's pixels to the picture. Invariant: nothing is enlarged, and no box is outside the picture.

use super::candidates::Candidate;
use super::{Face, FaceError, Point, Turn};
use crate::Picture;
use crate::crop::Crop;
use crate::decoded::View;
use crate::studio::Studio;

const GRAIN: u32 = 32;
const WHOLE: f32 = 10_000.0;
/// The side that the net was made for. At this size it finds faces from 16 pixels up to one that fills the picture.
const COARSE_SIDE: u32 = 640;
/// The pixels of both looks together, without their margins; with margins they cost up to 2.5 times as much as a square of 640.
/// Of 19 faces 48 pixels wide, in pictures of 2560 by 1920, the coarse look finds 11, the fine one all.
const MOST_PIXELS: f64 = 2.4 * 640.0 * 640.0;
/// Longer than any working copy.
const LONGEST: f64 = 2560.0;
/// A second look that is finer by less than this factor isn't worth it.
const WORTH_IT: f64 = 1.15;

/// The sizes at which the net sees a picture: a coarse one, and for a big picture a second one, as fine as the budget allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Looks {
    pub coarse: (u32, u32),
    pub fine: Option<(u32, u32)>,
}

impl Looks {
    pub fn at(width: u32, height: u32) -> Self {
        let longest = f64::from(width.max(height));
        let scaled = |scale: f64| {
            let side = |length: u32| ((f64::from(length) * scale).round() as u32).clamp(1, length);
            (side(width), side(height))
        };
        let coarse_scale = (f64::from(COARSE_SIDE) / longest).min(1.0);
        let coarse = scaled(coarse_scale);
        let left_over = MOST_PIXELS - f64::from(padded(coarse.0)) * f64::from(padded(coarse.1));
        let by_budget = (left_over / (f64::from(width) * f64::from(height))).sqrt();
        let fine_scale = by_budget.min(LONGEST / longest).min(1.0);
        let fine = (fine_scale >= coarse_scale * WORTH_IT).then(|| scaled(fine_scale));
        Self { coarse, fine }
    }
}

/// The shrunk picture, which goes into the sheet's upper left corner.
pub(super) struct Sheet {
    small: Picture,
}

/// Blue, green and red planes, 0 to 255, of a sheet with the turned picture.
pub(super) struct Planes {
    pub width: usize,
    pub height: usize,
    pub values: Vec<f32>,
}

impl Sheet {
    /// Shrinks the picture, upright and in sRGB.
    pub fn of(view: View<'_>, size: (u32, u32)) -> Result<Self, FaceError> {
        let small = Studio::new().part(view, view.whole(), size).map_err(|_| FaceError::Run)?;
        Ok(Self { small })
    }

    pub fn picture(&self) -> &Picture {
        &self.small
    }

    pub fn planes(&self, turn: Turn) -> Planes {
        let (width, height) = (self.small.width() as usize, self.small.height() as usize);
        let (turned_width, turned_height) = match turn {
            Turn::None | Turn::Half => (self.small.width(), self.small.height()),
            Turn::Quarter | Turn::ThreeQuarters => (self.small.height(), self.small.width()),
        };
        let (across, down) = (padded(turned_width) as usize, padded(turned_height) as usize);
        let mut values = vec![0.0; 3 * across * down];
        let (blues, others) = values.split_at_mut(across * down);
        let (greens, reds) = others.split_at_mut(across * down);
        for (y, row) in self.small.pixels().chunks_exact(width * 3).enumerate() {
            for (x, [red, green, blue]) in row.as_chunks().0.iter().enumerate() {
                let (new_x, new_y) = match turn {
                    Turn::None => (x, y),
                    Turn::Quarter => (height - 1 - y, x),
                    Turn::Half => (width - 1 - x, height - 1 - y),
                    Turn::ThreeQuarters => (y, width - 1 - x),
                };
                let at = new_y * across + new_x;
                (blues[at], greens[at], reds[at]) = (f32::from(*blue), f32::from(*green), f32::from(*red));
            }
        }
        Planes { width: across, height: down, values }
    }

    /// Converts pixels of the sheet to shares of the upright picture's width and height.
    pub fn turned_back(&self, candidate: &Candidate, turn: Turn) -> Candidate {
        let (width, height) = (self.small.width() as f32, self.small.height() as f32);
        candidate.moved(|(x, y)| {
            let (x, y) = match turn {
                Turn::None => (x, y),
                Turn::Quarter => (y, height - x),
                Turn::Half => (width - x, height - y),
                Turn::ThreeQuarters => (width - y, x),
            };
            (x / width, y / height)
        })
    }
}

fn padded(side: u32) -> u32 {
    side.next_multiple_of(GRAIN)
}

impl Face {
    /// Converts shares of the picture's sides. `None` for a box outside the picture.
    pub(super) fn of(candidate: &Candidate) -> Option<Self> {
        let (left, width) = span(candidate.left, candidate.right)?;
        let (top, height) = span(candidate.top, candidate.bottom)?;
        let [right_eye, left_eye] =
            candidate.eyes.map(|(x, y)| Point { x: ten_thousandths(x), y: ten_thousandths(y) });
        let area = Crop::new(left, top, width, height).ok()?;
        Some(Self { area, score: ten_thousandths(candidate.score), right_eye, left_eye })
    }
}

/// Rounds outwards, within the picture.
fn span(start: f32, end: f32) -> Option<(u16, u16)> {
    let start = (start * WHOLE).floor().clamp(0.0, WHOLE) as u16;
    let end = (end * WHOLE).ceil().clamp(0.0, WHOLE) as u16;
    (start < end).then(|| (start, end - start))
}

fn ten_thousandths(part: f32) -> u16 {
    (part * WHOLE).round().clamp(0.0, WHOLE) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_shown_small_and_a_big_one_again_as_finely_as_the_budget_lets() {
        let cases = [
            ("one pixel", (1, 1), (1, 1), None),
            ("as big as the net", (640, 640), (640, 640), None),
            ("a little bigger", (700, 700), (640, 640), None),
            ("a thumbnail", (160, 200), (160, 200), None),
            ("a phone's", (4032, 3024), (640, 480), Some((949, 712))),
            ("a phone's, upright", (3024, 4032), (480, 640), Some((712, 949))),
            ("a square", (2560, 2560), (640, 640), Some((757, 757))),
            ("a panorama", (2560, 640), (640, 160), Some((1877, 469))),
            ("hardly a line", (12_000, 1), (640, 1), Some((2560, 1))),
        ];
        for (name, (width, height), coarse, fine) in cases {
            assert_eq!(Looks::at(width, height), Looks { coarse, fine }, "{name}");
        }
    }

    #[test]
    fn a_box_comes_back_from_every_turn() {
        // Follows one bright pixel, which is not in the middle, to the sheet and back.
        let (width, height, at) = (5, 3, (4, 1));
        let mut pixels = vec![0; 45];
        pixels[(at.1 * 5 + at.0) * 3] = 200;
        let sheet = Sheet { small: Picture::from_rgb(width, height, pixels).unwrap() };
        for turn in [Turn::None, Turn::Quarter, Turn::Half, Turn::ThreeQuarters] {
            let planes = sheet.planes(turn);
            assert_eq!((planes.width, planes.height), (32, 32));
            let found = planes.values.iter().position(|value| *value > 0.0).unwrap() - 2 * 32 * 32;
            let (left, top) = ((found % 32) as f32, (found / 32) as f32);
            let eyes = [(left + 0.5, top + 0.5); 2];
            let candidate = Candidate { score: 1.0, left, top, right: left + 1.0, bottom: top + 1.0, eyes };
            let face = Face::of(&sheet.turned_back(&candidate, turn)).unwrap();
            assert!(
                face.area.left().abs_diff(8_000) <= 1 && face.area.width().abs_diff(2_000) <= 2,
                "{turn:?}"
            );
            assert!(
                face.area.top().abs_diff(3_333) <= 1 && face.area.height().abs_diff(3_333) <= 2,
                "{turn:?}"
            );
            assert_eq!(face.right_eye, Point { x: 9_000, y: 5_000 }, "{turn:?}");
            // The picture turned for a person must be the one that the net saw.
            let turned = turn.apply(sheet.small.clone());
            let in_turned = turned.pixels().iter().position(|value| *value > 0).unwrap() / 3;
            assert_eq!(
                (in_turned % turned.width() as usize, in_turned / turned.width() as usize),
                (found % 32, found / 32)
            );
        }
    }

    #[test]
    fn a_box_ends_where_the_picture_ends() {
        let cases = [
            ("inside", [0.1, 0.2, 0.3, 0.5], Some((1_000, 2_000, 2_000, 3_000))),
            ("beyond every side", [-0.5, -0.5, 1.5, 1.5], Some((0, 0, 10_000, 10_000))),
            ("left of it", [-0.5, 0.1, -0.1, 0.2], None),
            ("below it", [0.1, 1.0, 0.2, 1.2], None),
        ];
        for (name, [left, top, right, bottom], expected) in cases {
            let candidate = Candidate { score: 0.9, left, top, right, bottom, eyes: [(-1.0, 2.0); 2] };
            let face = Face::of(&candidate);
            let near = |area: Crop, (left, top, width, height): (u16, u16, u16, u16)| {
                let pairs =
                    [(area.left(), left), (area.top(), top), (area.width(), width), (area.height(), height)];
                pairs.iter().all(|(one, other)| one.abs_diff(*other) <= 2)
            };
            match (face, expected) {
                (Some(face), Some(expected)) => assert!(near(face.area, expected), "{name}: {face:?}"),
                (face, expected) => assert_eq!((face, expected.is_none()), (None, true), "{name}"),
            }
            assert!(face.is_none_or(|face| face.right_eye == Point { x: 0, y: 10_000 }), "{name}");
        }
    }
}
