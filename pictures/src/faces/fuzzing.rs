//! Turns any numbers into faces as if the net had returned them. Compiled with the feature `fuzzing` only.

use super::candidates::{Grid, STRIDES, distinct, joined};
use super::sheet::{Looks, Planes, Sheet};
use super::{Face, FaceError, LOOK_HERE, SMALL, Turn};
use crate::Picture;

/// The numbers of one look: for each stride the cells per row, and 1, 1, 4 and 10 numbers per cell.
pub type Numbers = [(usize, [Vec<f32>; 4]); 3];

/// Makes faces of a coarse look and perhaps a fine one, as `FaceFinder::find` does.
pub fn faces_of(picture: &Picture, turn: Turn, coarse: Numbers, fine: Option<Numbers>) -> Vec<Face> {
    let Ok(sheet) = Sheet::of(picture.into(), (picture.width(), picture.height())) else { return Vec::new() };
    let all = |numbers: Numbers, most: f32| {
        let grids =
            STRIDES.into_iter().zip(numbers).map(|(stride, (across, [classes, objects, boxes, marks]))| {
                Grid { stride, across: across.max(1), classes, objects, boxes, marks }
            });
        let found = grids.flat_map(|grid| grid.candidates(f32::from(LOOK_HERE) / 10_000.0));
        let found = found.filter(|one| one.longer_side() <= most);
        found.map(|one| sheet.turned_back(&one, turn)).collect::<Vec<_>>()
    };
    let coarse = distinct(all(coarse, f32::INFINITY));
    let found = match fine {
        Some(fine) => joined(&coarse, all(fine, SMALL)),
        None => coarse,
    };
    found.iter().filter_map(Face::of).collect()
}

/// The sizes at which the net sees a picture: a coarse one, and perhaps a fine one.
pub fn looks(width: u32, height: u32) -> ((u32, u32), Option<(u32, u32)>) {
    let looks = Looks::at(width, height);
    (looks.coarse, looks.fine)
}

/// Replaces the net, whose runtime is not built for the fuzzer: every call fails.
pub(super) struct Net;

#[cfg_attr(not(fuzzing), expect(dead_code, reason = "every other build has the net"))]
impl Net {
    pub fn load() -> Result<Self, FaceError> {
        Err(FaceError::Model)
    }

    pub fn run(&self, planes: Planes) -> Result<Vec<Grid>, FaceError> {
        assert_eq!(planes.values.len(), 3 * planes.width * planes.height);
        Err(FaceError::Run)
    }
}
