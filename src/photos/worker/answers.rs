//! What goes to a worker with a photo, and what comes back about it.

use kinlight_pictures::{Colours, Crop, FileKind, Orientation, Variant, Warning};

/// Clockwise quarters, and the areas to fill, in ten-thousandths of the turned picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Touch {
    pub quarters: u8,
    pub covers: Covers,
}

/// At most [`Covers::MOST`] in one go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Covers {
    areas: [[u16; 4]; Covers::MOST],
    count: usize,
}

impl Covers {
    pub const MOST: usize = 16;

    /// What is more than fits is left out; it is still seen afterwards.
    pub fn of(areas: &[[u16; 4]]) -> Covers {
        let mut covers = Covers::default();
        for (place, area) in covers.areas.iter_mut().zip(areas) {
            *place = *area;
            covers.count += 1;
        }
        covers
    }

    pub fn areas(&self) -> &[[u16; 4]] {
        &self.areas[..self.count]
    }
}

/// An upload as the draft will keep it.
#[derive(Clone, PartialEq, Eq)]
pub struct Copy {
    /// Of the upright picture that was read; the copy itself is at most 2560 pixels a side.
    pub width: u32,
    pub height: u32,
    /// A part of the photo is lost: its file was damaged.
    pub is_damaged: bool,
    /// What the picture looks like, in 64 bits: the same photo has nearly the same.
    pub hash: u64,
    /// `None`: nobody has looked for faces. Never to be taken for "no face".
    pub sight: Option<Sight>,
    pub jpeg: Vec<u8>,
}

/// What was seen in a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sight {
    /// The largest first.
    pub faces: Vec<SightedFace>,
    /// Clockwise quarters that bring the faces upright.
    pub quarters: u8,
    pub warnings: Vec<Warning>,
}

/// Areas are left, top, width, height in ten-thousandths of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SightedFace {
    pub area: [u16; 4],
    /// In ten-thousandths.
    pub score: u16,
    /// What would be filled to cover it.
    pub cover: [u16; 4],
    /// What would be shown of the picture if this is the person.
    pub crop: [u16; 4],
}

/// Pixels don't belong in a log.
impl std::fmt::Debug for Copy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Copy({}x{}, {} bytes)", self.width, self.height, self.jpeg.len())
    }
}

/// The box that would be published: 4:5, in ten-thousandths, how many pixels of the picture it is wide, and what the part
/// looks like (as [`Copy::hash`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Framing {
    /// Left, top, width, height.
    pub crop: [u16; 4],
    pub pixels_wide: u32,
    /// Width and height of the whole picture.
    pub picture: (u32, u32),
    /// What the box looks like, as [`Copy::hash`] tells of the whole.
    pub hash: u64,
}

impl Framing {
    /// Another box of the same picture: what is drawn, made 4:5; the middle when nothing is, or no box.
    /// With how many pixels it is wide.
    pub fn drawn(self, drawn: Option<[u16; 4]>) -> ([u16; 4], u32) {
        let [left, top, width, height] = drawn.unwrap_or_default();
        let drawn = Crop::new(left, top, width, height).unwrap_or(Crop::WHOLE).portrait_of(self.picture);
        let crop = [drawn.left(), drawn.top(), drawn.width(), drawn.height()];
        (crop, drawn.pixels_of(self.picture).width)
    }
}

/// All that an approval keeps of a draft's picture, from one reading of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Edition {
    /// What the shown part looks like, as [`Copy::hash`] tells of the whole.
    pub hash: u64,
    /// The shown part as large as the working copy has it, for posters: a JPEG.
    pub print: Option<Vec<u8>>,
    pub variants: Vec<Variant>,
}

/// Pixels don't belong in a log.
impl std::fmt::Debug for Edition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Edition({} files, print: {:?})", self.variants.len(), self.print.as_ref().map(Vec::len))
    }
}

/// What happens to the faces of a photo that becomes pictures in one go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Faces {
    /// Nobody looks for them.
    Unsought,
    Told,
    /// The person of the photo is the largest sure face; without a sure one, the largest.
    CoveredButTheLargest,
    Covered,
}

impl Faces {
    pub const ALL: [Faces; 4] = [Faces::Unsought, Faces::Told, Faces::CoveredButTheLargest, Faces::Covered];
}

/// A photo become pictures in one go, and what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Developed {
    /// Of the upright picture that was read.
    pub width: u32,
    pub height: u32,
    pub kind: FileKind,
    pub orientation: Orientation,
    pub colours: Colours,
    /// Before anything was covered. `None`: nobody has looked for faces.
    pub sight: Option<Sight>,
    pub covering: Option<Covering>,
    /// A part of the photo is lost: its file was damaged.
    pub is_damaged: bool,
    /// Of the whole picture.
    pub variants: Vec<Variant>,
}

/// What was covered, and who is seen afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Covering {
    /// The place in `sight` of the face that stays; `None` when all are covered, or there is none.
    pub kept: Option<u8>,
    /// How many areas were filled.
    pub covered: u16,
    /// How many faces were found when it was looked at anew.
    pub left: u8,
}

/// Which walls of the sandbox this kernel does not have.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lacking {
    /// Files stay closed by the filter of system calls alone.
    pub landlock: bool,
    pub seccomp: bool,
}

impl std::fmt::Display for Lacking {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match (self.landlock, self.seccomp) {
            (false, false) => "nothing",
            (true, false) => "landlock",
            (false, true) => "seccomp",
            (true, true) => "landlock and seccomp",
        })
    }
}
