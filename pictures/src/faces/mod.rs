//! Finds the faces in a picture, so that no bystander is published by oversight.
//! Invariant: an error never means "no face": after an error nobody has looked yet.

mod advice;
mod candidates;
#[cfg(feature = "fuzzing")]
pub mod fuzzing;
#[cfg(not(fuzzing))]
mod net;
mod sheet;

use std::panic::{AssertUnwindSafe, catch_unwind};

pub use advice::{Warning, crop_proposal, warnings};

use crate::Picture;
use crate::crop::Crop;
use crate::decoded::View;
use crate::orientation::Orientation;
use crate::studio::Studio;
use candidates::{Candidate, distinct, joined};
#[cfg(fuzzing)]
use fuzzing::Net;
#[cfg(not(fuzzing))]
use net::Net;
use sheet::{Looks, Sheet};

/// In ten-thousandths, like all scores. In 96 pictures, all 104 faces had a box of at least this score, and so did one dog.
const SURE: u16 = 8_000;
/// From this score on, somebody may be there: blurred, cut off, turned away.
const LOOK_HERE: u16 = 5_000;
/// The best face of an upright picture reaches this score (in 38 of 39 such pictures). Upside down, a face may still score 0.91
/// while others beside it are missed. So a picture below this may lie on its side, and is also searched turned.
const UPRIGHT: u16 = 9_200;
/// The longest side, in pixels of the fine look, of a face that this look may add: the coarse look sees a larger face as a
/// whole.
const SMALL: f32 = 96.0;

/// A face, in ten-thousandths of the upright picture's width and height, so it holds for every size of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Face {
    /// From brow to chin and cheek to cheek, within the picture.
    pub area: Crop,
    pub score: u16,
    /// The person's own right eye, which is on the left in a portrait. It may be outside `area`.
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

/// All faces, the largest first, and the turn that makes them upright.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub faces: Vec<Face>,
    /// If it is not `Turn::None`, the photo is on its side or upside down. The boxes refer to the picture as it was given.
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

/// Load it once and use it for many pictures, also from several threads; all computing is in one thread.
pub struct FaceFinder {
    net: Net,
}

impl FaceFinder {
    /// Takes a few milliseconds. When it returns, every thread it needs is running: one that computes, and idle ones of the
    /// runtime, one per core or as many as `RTEN_NUM_THREADS` says in the environment.
    pub fn new() -> Result<Self, FaceError> {
        Ok(Self { net: Net::load()? })
    }

    /// Searches the picture as it is and, in case of doubt, also turned in three ways; the turn with the best score counts.
    pub fn find<'p>(&self, picture: impl Into<View<'p>>) -> Result<Found, FaceError> {
        let view = picture.into();
        catch_unwind(AssertUnwindSafe(|| self.look(view))).unwrap_or(Err(FaceError::Run))
    }

    fn look(&self, picture: View<'_>) -> Result<Found, FaceError> {
        let looks = Looks::at(picture.width(), picture.height());
        let fine = looks.fine.map(|size| Sheet::of(picture, size)).transpose()?;
        let coarse = Sheet::of(fine.as_ref().map_or(picture, |fine| fine.picture().into()), looks.coarse)?;

        let mut best = (Turn::None, self.candidates(&coarse, fine.as_ref(), Turn::None)?);
        if score(&best.1) < UPRIGHT {
            for turn in [Turn::Quarter, Turn::Half, Turn::ThreeQuarters] {
                let found = self.candidates(&coarse, None, turn)?;
                // Ignores a doubtful box on a turned picture: each of 120 photos on their side had a sure face when upright.
                if score(&found) >= SURE && score(&found) > score(&best.1) {
                    best = (turn, found);
                }
            }
            if best.0 != Turn::None && fine.is_some() {
                best.1 = self.candidates(&coarse, fine.as_ref(), best.0)?;
            }
        }
        let mut faces: Vec<Face> = best.1.iter().filter_map(Face::of).collect();
        faces.sort_by_key(|face| std::cmp::Reverse(face.size()));
        Ok(Found { faces, turn: best.0 })
    }

    /// Boxes as shares of the upright picture's sides.
    fn candidates(
        &self,
        coarse: &Sheet,
        fine: Option<&Sheet>,
        turn: Turn,
    ) -> Result<Vec<Candidate>, FaceError> {
        let all = |sheet: &Sheet, most: f32| -> Result<Vec<Candidate>, FaceError> {
            let grids = self.net.run(sheet.planes(turn))?;
            let found = grids.iter().flat_map(|grid| grid.candidates(f32::from(LOOK_HERE) / 10_000.0));
            let found = found.filter(|one| one.longer_side() <= most);
            Ok(found.map(|one| sheet.turned_back(&one, turn)).collect())
        };
        let coarse = distinct(all(coarse, f32::INFINITY)?);
        match fine {
            Some(fine) => Ok(joined(&coarse, all(fine, SMALL)?)),
            None => Ok(coarse),
        }
    }
}

fn score(candidates: &[Candidate]) -> u16 {
    let best = candidates.iter().map(|one| one.score).fold(0.0, f32::max);
    (best * 10_000.0).round() as u16
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
        let Picture { width, height, pixels } = picture;
        let (pixels, width, height) = Studio::new().turned(orientation, pixels, width, height);
        Picture { width, height, pixels }
    }
}
