//! What crosses between the service and a worker: jobs and answers, and what they contain. Pure data. Invariant: an answer is what
//! a worker says, and the photo may have taken that worker over; `checks` decides whether to believe it.

use kinlight_pictures::{Colours, Crop, FileKind, Format, Orientation, Refusal, Variant, Warning};

/// The most faces that are reported, the largest first. A photo with more shows a crowd and is no portrait.
pub const MOST_FACES: usize = 64;

/// One file, and the task for it.
#[derive(Clone)]
pub struct Job {
    pub task: Task,
    pub accepts: Accepts,
    pub part: Part,
    pub file: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Reads, turns upright, and writes what a draft keeps.
    WorkingCopy,
    Framing,
    Preview {
        most_wide: u16,
    },
    /// What is published, its hash, and perhaps the picture for posters: all that an approval needs, in one reading.
    Publish {
        has_print: bool,
    },
    PublicFiles(PublicFiles),
    /// Turns a working copy and covers areas: a working copy again, searched for faces again.
    Retouch(Touch),
    /// The files of the whole picture, and what the photo was: all that a command needs, in one reading.
    Develop(Faces),
}

/// How small a picture may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accepts {
    Uploads,
    AnySize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Whole,
    /// The biggest 4:5 box, a little above the middle.
    Centred,
    /// Left, top, width, height in ten-thousandths; the biggest 4:5 box within it.
    Drawn([u16; 4]),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Ready(Lacking),
    Copy(Copy),
    Framing(Framing),
    /// A JPEG.
    Preview(Vec<u8>),
    Variants(Vec<Variant>),
    Refused(Refusal),
    NotEncoded,
    Developed(Developed),
    Published(Edition),
    /// Faces were to be covered, and nobody could look for them.
    NotChecked,
    /// After every round of covering, a face was seen again.
    NotCovered,
    /// Only in a rehearsal.
    Told(String),
}

/// The public files in some formats only, or without a limit of their weight, for measuring beside other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicFiles {
    pub formats: &'static [Format],
    /// At their full quality, whatever they weigh.
    pub is_unbudgeted: bool,
}

impl PublicFiles {
    pub const JPEG: &'static [Format] = &[Format::Jpeg];
    pub const BOTH: &'static [Format] = &Format::ALL;
}

/// Clockwise quarter turns, and the areas to fill, in ten-thousandths of the turned picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Touch {
    pub quarters: u8,
    pub covers: Covers,
}

/// The areas to fill, at most [`Covers::MOST`] in one go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Covers {
    areas: [[u16; 4]; Covers::MOST],
    count: usize,
}

impl Covers {
    pub const MOST: usize = 16;

    /// Leaves out areas that don't fit; their faces are seen again afterwards.
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
    /// Size of the upright picture that was read; the copy itself is at most 2560 pixels a side.
    pub width: u32,
    pub height: u32,
    /// A part of the photo is lost, because its file was damaged.
    pub is_damaged: bool,
    /// A 64-bit hash of what the picture looks like: the same photo has nearly the same hash.
    pub hash: u64,
    /// `None` if nobody has looked for faces. This must never be taken for "no face".
    pub sight: Option<Sight>,
    pub jpeg: Vec<u8>,
}

/// What was seen in a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sight {
    /// The largest first.
    pub faces: Vec<SightedFace>,
    /// Clockwise quarter turns that bring the faces upright.
    pub quarters: u8,
    pub warnings: Vec<Warning>,
}

/// Areas are left, top, width and height, in ten-thousandths of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SightedFace {
    pub area: [u16; 4],
    /// In ten-thousandths; higher is surer.
    pub score: u16,
    /// The area to fill if the face is covered.
    pub cover: [u16; 4],
    /// The part of the picture to show if this is the person.
    pub crop: [u16; 4],
}

/// Pixels don't belong in a log.
impl std::fmt::Debug for Copy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Copy({}x{}, {} bytes)", self.width, self.height, self.jpeg.len())
    }
}

/// The 4:5 box that would be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Framing {
    /// Left, top, width and height, in ten-thousandths of the picture.
    pub crop: [u16; 4],
    pub pixels_wide: u32,
    /// Width and height of the whole picture.
    pub picture: (u32, u32),
    /// Like [`Copy::hash`], for the box.
    pub hash: u64,
}

impl Framing {
    /// Another box of the same picture, and how many pixels wide it is: the drawn box made 4:5, or the middle if
    /// nothing was drawn or the box is not valid.
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
    /// Like [`Copy::hash`], for the shown part.
    pub hash: u64,
    /// A JPEG of the shown part for posters, as large as the working copy has it.
    pub print: Option<Vec<u8>>,
    pub variants: Vec<Variant>,
}

/// Pixels don't belong in a log.
impl std::fmt::Debug for Edition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Edition({} files, print: {:?})", self.variants.len(), self.print.as_ref().map(Vec::len))
    }
}

/// What happens to the faces of a photo that is turned into pictures in one go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Faces {
    /// They are not looked for.
    Unsought,
    Told,
    /// The person of the photo is the largest sure face; without a sure one, the largest.
    CoveredButTheLargest,
    Covered,
}

impl Faces {
    pub const ALL: [Faces; 4] = [Faces::Unsought, Faces::Told, Faces::CoveredButTheLargest, Faces::Covered];
}

/// The pictures made from a photo in one go, and what the file was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Developed {
    /// Size of the upright picture that was read.
    pub width: u32,
    pub height: u32,
    pub kind: FileKind,
    pub orientation: Orientation,
    pub colours: Colours,
    /// The faces before anything was covered; `None` if nobody has looked.
    pub sight: Option<Sight>,
    pub covering: Option<Covering>,
    /// A part of the photo is lost, because its file was damaged.
    pub is_damaged: bool,
    /// Files of the whole picture.
    pub variants: Vec<Variant>,
}

/// What was covered, and how many faces are seen afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Covering {
    /// The index in `sight` of the face that stays; `None` if all are covered or there is none.
    pub kept: Option<u8>,
    /// How many areas were filled.
    pub covered: u16,
    /// How many faces the last search found.
    pub left: u8,
}

/// The walls of the sandbox that this kernel does not have.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lacking {
    /// Without it, only the filter of system calls keeps files closed.
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
