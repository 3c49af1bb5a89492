//! What crosses between the service and a worker: questions and answers, and what they contain. Pure data. Invariant: every list has
//! a longest length, since the photo may have taken over the worker that writes it; `checks` decides whether an answer is believed.

use kinlight_pictures::{Colours, Crop, FileKind, Format, Orientation, Refusal, Variant, WIDTHS, Warning};
use serde::{Deserialize, Serialize};

use super::frame::at_most;

/// The longest body of a question's frame, in bytes. With all its covers a question takes 215.
pub const MOST_QUESTION_BYTES: usize = 512;
/// The longest body of a reply's frame, in bytes. A working copy of noise at 2560 by 2560 is about 15 MB.
pub const MOST_REPLY_BYTES: usize = 32_000_000;
/// The public files of one picture.
const MOST_VARIANTS: usize = WIDTHS.len() * Format::ALL.len();
/// Each warning once.
const MOST_WARNINGS: usize = 3;

/// The most faces that are reported, the largest first. A photo with more shows a crowd and is no portrait.
pub const MOST_FACES: usize = 64;

/// One file, and the task for it.
#[derive(Clone)]
pub struct Job {
    pub source: Source,
    pub task: Task,
    pub accepts: Accepts,
    pub part: Part,
    pub file: Vec<u8>,
}

/// Where a job's file comes from. It decides which worker may read it, and is never sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// From a stranger. Its worker has read nothing before it, and ends with its answer.
    Upload,
    /// A working copy of this case, which an earlier worker wrote and the service checked. An upload that took over that earlier
    /// worker may have written it, so its worker reads nothing of another case.
    CopyOf(Whose),
}

/// Tells the cases apart: the bytes of a case's id. The fuzzer compiles this folder alone, and knows no ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whose(pub [u8; 16]);

/// What the service sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Question {
    /// The photo's file follows the frame as it is, so that neither side copies it.
    Photo { task: Task, accepts: Accepts, part: Part, file_bytes: usize },
    /// Only in a rehearsal.
    Hook(Hook),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Accepts {
    Uploads,
    AnySize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    Whole,
    /// The biggest 4:5 box, a little above the middle.
    Centred,
    /// Left, top, width, height in ten-thousandths; the biggest 4:5 box within it.
    Drawn([u16; 4]),
}

/// What a worker sends: first that it is ready, then one reply to each question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    pub answer: Answer,
    /// The most memory that the process has ever held.
    pub peak_kib: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    Ready(Lacking),
    Copy(Copy),
    Framing(Framing),
    /// A JPEG.
    Preview(#[serde(with = "serde_bytes")] Vec<u8>),
    Variants(#[serde(deserialize_with = "at_most::<MOST_VARIANTS, _, _>")] Vec<Variant>),
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicFiles {
    /// False for JPEG alone.
    pub has_webp: bool,
    /// At their full quality, whatever they weigh.
    pub is_unbudgeted: bool,
}

impl PublicFiles {
    pub fn formats(self) -> &'static [Format] {
        if self.has_webp { &Format::ALL } else { &[Format::Jpeg] }
    }
}

/// Clockwise quarter turns, and the areas to fill, in ten-thousandths of the turned picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touch {
    pub quarters: u8,
    pub covers: Covers,
}

/// The areas to fill, at most [`Covers::MOST`] in one go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<[u16; 4]>", into = "Vec<[u16; 4]>")]
pub struct Covers {
    areas: [[u16; 4]; Covers::MOST],
    count: usize,
}

impl From<Vec<[u16; 4]>> for Covers {
    fn from(areas: Vec<[u16; 4]>) -> Covers {
        Covers::of(&areas)
    }
}

impl From<Covers> for Vec<[u16; 4]> {
    fn from(covers: Covers) -> Vec<[u16; 4]> {
        covers.areas().to_vec()
    }
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
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    #[serde(with = "serde_bytes")]
    pub jpeg: Vec<u8>,
}

/// What was seen in a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sight {
    /// The largest first.
    #[serde(deserialize_with = "at_most::<MOST_FACES, _, _>")]
    pub faces: Vec<SightedFace>,
    /// Clockwise quarter turns that bring the faces upright.
    pub quarters: u8,
    #[serde(deserialize_with = "at_most::<MOST_WARNINGS, _, _>")]
    pub warnings: Vec<Warning>,
}

/// Areas are left, top, width and height, in ten-thousandths of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Like [`Copy::hash`], for the shown part.
    pub hash: u64,
    /// A JPEG of the shown part for posters, as large as the working copy has it.
    #[serde(with = "serde_bytes")]
    pub print: Option<Vec<u8>>,
    #[serde(deserialize_with = "at_most::<MOST_VARIANTS, _, _>")]
    pub variants: Vec<Variant>,
}

/// Pixels don't belong in a log.
impl std::fmt::Debug for Edition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Edition({} files, print: {:?})", self.variants.len(), self.print.as_ref().map(Vec::len))
    }
}

/// What happens to the faces of a photo that is turned into pictures in one go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    #[serde(deserialize_with = "at_most::<MOST_VARIANTS, _, _>")]
    pub variants: Vec<Variant>,
}

/// What was covered, and how many faces are seen afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Covering {
    /// The index in `sight` of the face that stays; `None` if all are covered or there is none.
    pub kept: Option<u8>,
    /// How many areas were filled.
    pub covered: u16,
    /// How many faces the last search found.
    pub left: u8,
}

/// The walls of the sandbox that this kernel does not have.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
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

/// How a worker is to misbehave; see `hooks`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hook {
    /// Says its process id, so that it can be looked at from outside.
    Show,
    Panic,
    Abort,
    Hang,
    /// Takes memory until there is no more.
    EatMemory,
    Garbage,
    /// A message of a kind that nobody knows.
    UnknownAnswer,
    /// Announces four gigabytes.
    LongPromise,
    HalfAnAnswer,
    ClosePipe,
    /// Fills standard error before it answers.
    Shout,
    /// Gives an answer to a question that nobody asked.
    OtherAnswer,
    /// Two answers to one question.
    AnswerTwice,
    Open,
    List,
    Write,
    MakeFolder,
    Connect,
    ConnectUnix,
    Datagram,
    Exec,
    Fork,
    Thread,
}

impl Hook {
    pub const ALL: [Hook; 23] = [
        Hook::Show,
        Hook::Panic,
        Hook::Abort,
        Hook::Hang,
        Hook::EatMemory,
        Hook::Garbage,
        Hook::UnknownAnswer,
        Hook::LongPromise,
        Hook::HalfAnAnswer,
        Hook::ClosePipe,
        Hook::Shout,
        Hook::OtherAnswer,
        Hook::AnswerTwice,
        Hook::Open,
        Hook::List,
        Hook::Write,
        Hook::MakeFolder,
        Hook::Connect,
        Hook::ConnectUnix,
        Hook::Datagram,
        Hook::Exec,
        Hook::Fork,
        Hook::Thread,
    ];
}
