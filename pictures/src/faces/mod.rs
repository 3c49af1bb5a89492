//! Which faces a picture shows, so that no bystander is published by oversight.
//! Invariant: an error is never "no face": whoever gets one knows that nobody has looked yet.

mod advice;
mod candidates;
mod net;
mod square;

use std::panic::{AssertUnwindSafe, catch_unwind};

pub use advice::{Warning, crop_proposal, warnings};

use crate::crop::Crop;
use crate::orientation::Orientation;
use crate::Picture;
use candidates::{Candidate, distinct};
use net::Net;
use square::Square;

/// Scores are in ten-thousandths. Of 96 pictures with 104 faces, all had a box from here on, and one dog.
const SURE: u16 = 8_000;
/// From here on somebody may be there: blurred, cut off, turned away.
const LOOK_HERE: u16 = 5_000;

/// A face, in ten-thousandths of the upright picture's width and height: true for every size of that picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Face {
    /// From brow to chin and cheek to cheek, as far as it lies within the picture.
    pub area: Crop,
    pub score: u16,
    /// The person's own right eye: in a portrait, left in the picture. It may lie outside `area`.
    pub right_eye: Point,
    pub left_eye: Point,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    pub x: u16,
    pub y: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    Sure,
    LookHere,
}

/// All faces, the largest first, and how the picture has to be turned for them to stand upright.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub faces: Vec<Face>,
    /// Other than `Turn::None`: the photo lies on its side or head. Boxes are those of the picture as it was given.
    pub turn: Turn,
}

/// Clockwise.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Turn {
    #[default]
    None,
    Quarter,
    Half,
    ThreeQuarters,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FaceError {
    #[error("the face model can't be loaded")]
    Model,
    #[error("the face model failed on this picture")]
    Run,
}

/// Loaded once, used for many pictures, one at a time or from several threads; all computing is in one thread.
pub struct FaceFinder {
    net: Net,
}

impl FaceFinder {
    /// A few milliseconds. Every thread it needs is running when it returns.
    pub fn new() -> Result<Self, FaceError> {
        Ok(Self { net: Net::load()? })
    }

    /// Looks once, and in three more ways when no face is there: then the best of the four counts.
    pub fn find(&self, picture: &Picture) -> Result<Found, FaceError> {
        catch_unwind(AssertUnwindSafe(|| self.look(picture))).unwrap_or(Err(FaceError::Run))
    }

    fn look(&self, picture: &Picture) -> Result<Found, FaceError> {
        let square = Square::of(picture)?;
        let mut best = self.faces(&square, Turn::None)?;
        if best.faces.is_empty() {
            for turn in [Turn::Quarter, Turn::Half, Turn::ThreeQuarters] {
                let found = self.faces(&square, turn)?;
                if found.score() > best.score() {
                    best = found;
                }
            }
        }
        Ok(best)
    }

    fn faces(&self, square: &Square, turn: Turn) -> Result<Found, FaceError> {
        let least = f32::from(LOOK_HERE) / 10_000.0;
        let grids = self.net.run(square.planes(turn))?;
        let candidates: Vec<Candidate> = grids.iter().flat_map(|grid| grid.candidates(least)).collect();
        let mut faces: Vec<Face> =
            distinct(candidates).iter().filter_map(|candidate| square.face(candidate, turn)).collect();
        faces.sort_by_key(|face| std::cmp::Reverse(face.size()));
        Ok(Found { faces, turn })
    }
}

impl Found {
    fn score(&self) -> u16 {
        self.faces.iter().map(|face| face.score).max().unwrap_or(0)
    }
}

impl Face {
    pub fn certainty(&self) -> Certainty {
        if self.score >= SURE { Certainty::Sure } else { Certainty::LookHere }
    }

    fn size(&self) -> u32 {
        u32::from(self.area.width()) * u32::from(self.area.height())
    }
}

impl Turn {
    pub fn apply(self, picture: Picture) -> Picture {
        let orientation = match self {
            Self::None => Orientation::Upright,
            Self::Quarter => Orientation::TurnRight,
            Self::Half => Orientation::HalfTurn,
            Self::ThreeQuarters => Orientation::TurnLeft,
        };
        let (pixels, width, height) = orientation.apply(picture.pixels, picture.width, picture.height);
        Picture { width, height, pixels }
    }
}
