//! The pipe between the service and a photo worker that a photo may have taken over. Invariants: a message is read back as it was
//! written; any bytes are a message or an error, and take little more memory than they are; an accepted answer contains bare files,
//! and areas within the picture.

use arbitrary::Arbitrary;
use kinlight_pictures::{
    Colours, Crop, FileKind, Format, Orientation, Refusal, Variant, WIDTHS, Warning, bare_size,
};

use crate::weighed;
use crate::worker::checks::believed;
use crate::worker::frame::{self, LENGTH_BYTES};
use crate::worker::protocol::{MOST_QUESTION_BYTES, MOST_REPLY_BYTES, Question, Reply};
use crate::worker::{
    Accepts, Answer, Copy, Covering, Covers, Developed, Edition, Faces, Framing, Hook, Lacking, Part,
    PublicFiles, Sight, SightedFace, Task, Touch,
};

const LONGEST: u32 = 16_382;
/// What a reply's lists take in memory at most, beside the bytes of its files.
const LISTS_BYTES: usize = 32 * 1024;

#[derive(Debug, Arbitrary)]
pub enum Frame<'b> {
    Length([u8; LENGTH_BYTES], u32),
    QuestionBytes(&'b [u8]),
    ReplyBytes { body: &'b [u8], task: Asked },
    Question { task: Asked, is_upload: bool, part: u8, numbers: [u16; 4], file_bytes: u32 },
    Hook(u8),
    Answer { given: Given, task: Asked, is_upload: bool },
}

#[derive(Debug, Arbitrary)]
pub enum Asked {
    WorkingCopy,
    Framing,
    Preview(u16),
    Publish(bool),
    PublicFiles(bool, bool),
    Retouch(u8, Vec<[u16; 4]>),
    Develop(u8),
}

#[derive(Debug, Arbitrary)]
pub enum Given {
    Ready(bool, bool),
    Copy {
        size: [u16; 2],
        jpeg: File,
        hash: u64,
        sight: Option<Seen>,
    },
    Framing([u16; 4], u32, [u16; 2], u64),
    Preview(File),
    Variants(Vec<(u16, u16, File, File)>),
    Published(u64, Option<(u16, u16, File)>, Vec<(u16, u16, File, File)>),
    Developed {
        size: [u16; 2],
        names: [u8; 3],
        faces: Vec<[[u16; 4]; 3]>,
        covering: Option<(Option<u8>, u16, u8)>,
        files: Vec<(u16, u16, File, File)>,
    },
    Refused(u8),
    NotEncoded,
    Told(String),
}

/// Quarter turns, which warnings there are, and the area, cover and crop of each face.
type Seen = (u8, [bool; 3], Vec<[[u16; 4]; 3]>);

/// Mostly a bare file that declares some size: the structure of a file decides whether it is accepted.
#[derive(Debug, Arbitrary)]
pub enum File {
    OfThatSize,
    OfSize(u16, u16),
    Bytes(Vec<u8>),
}

pub fn check(frame: Frame<'_>) {
    match frame {
        Frame::Length(bytes, most) => {
            if let Ok(length) = frame::body_length(bytes, most as usize) {
                assert!(length <= most as usize);
                assert_eq!(length, u32::from_be_bytes(bytes) as usize);
            }
        }
        Frame::QuestionBytes(body) => {
            if let Ok(question) = frame::read(body) {
                arrives(question);
            }
        }
        Frame::Question { task, is_upload, part, numbers, file_bytes } => {
            let part = [Part::Whole, Part::Centred, Part::Drawn(numbers)][usize::from(part % 3)];
            let (task, accepts, file_bytes) = (task.task(), accepts(is_upload), file_bytes as usize);
            arrives(Question::Photo { task, accepts, part, file_bytes });
        }
        Frame::Hook(number) => {
            arrives(Question::Hook(Hook::ALL[usize::from(number) % Hook::ALL.len()]));
        }
        Frame::ReplyBytes { body, task } => {
            let (reply, most_held) = weighed(|| frame::read::<Reply>(body));
            assert!(most_held <= body.len() + LISTS_BYTES, "{} bytes took {most_held}", body.len());
            if let Ok(reply) = reply {
                comes_back(&reply);
                is_believed(task.task(), Accepts::AnySize, reply.answer);
            }
        }
        Frame::Answer { given, task, is_upload } => {
            let reply = Reply { answer: given.answer(), peak_kib: 7 };
            comes_back(&reply);
            is_believed(task.task(), accepts(is_upload), reply.answer);
        }
    }
}

fn accepts(is_upload: bool) -> Accepts {
    if is_upload { Accepts::Uploads } else { Accepts::AnySize }
}

fn arrives(question: Question) {
    assert_eq!(frame::read(body(&frame::write(&question), MOST_QUESTION_BYTES)), Ok(question));
}

fn comes_back(reply: &Reply) {
    assert_eq!(frame::read(body(&frame::write(reply), MOST_REPLY_BYTES)).as_ref(), Ok(reply));
}

/// The body of a whole frame of at most `most` bytes.
fn body(frame: &[u8], most: usize) -> &[u8] {
    let (length, body) = frame.split_first_chunk().expect("a frame begins with its length");
    assert_eq!(frame::body_length(*length, most), Ok(body.len()));
    body
}

fn is_believed(task: Task, accepts: Accepts, answer: Answer) {
    let Ok(answer) = believed(task, accepts, answer) else { return };
    let is_size = |width: u32, height: u32| (1..=LONGEST).contains(&width) && (1..=LONGEST).contains(&height);
    let is_area = |[left, top, width, height]: [u16; 4]| Crop::new(left, top, width, height).is_ok();
    match (task, answer) {
        (Task::WorkingCopy | Task::Retouch(_), Answer::Copy(copy)) => {
            assert!(is_size(copy.width, copy.height));
            let (width, height) = bare_size(&copy.jpeg, Format::Jpeg).expect("a copy is bare");
            // Allows for rounding by one pixel.
            assert!(width <= copy.width + 1 && height <= copy.height + 1 && width.max(height) <= 2_560);
            let faces = copy.sight.iter().flat_map(|sight| &sight.faces);
            assert!(faces.flat_map(|face| [face.area, face.cover, face.crop]).all(is_area));
        }
        (Task::Framing, Answer::Framing(framing)) => assert!(is_area(framing.crop), "{framing:?}"),
        (Task::Preview { most_wide }, Answer::Preview(jpeg)) => {
            let (width, height) = bare_size(&jpeg, Format::Jpeg).expect("a preview is bare");
            assert!(width <= most_wide.into() && is_size(width, height));
        }
        (Task::Publish { has_print }, Answer::Published(made)) => {
            are_files(&made.variants);
            assert_eq!(made.print.is_some(), has_print, "for posters when asked, and only then");
            let print = made.print.map(|print| bare_size(&print, Format::Jpeg).expect("it is bare"));
            assert!(print.is_none_or(|(width, height)| width <= 2_048 && height <= 2_560));
        }
        (Task::PublicFiles(public_files), Answer::Variants(made)) => {
            are_files(&made);
            assert!(made.iter().all(|one| public_files.formats().contains(&one.format)));
        }
        (Task::Develop(faces), Answer::Developed(made)) => {
            are_files(&made.variants);
            assert!(is_size(made.width, made.height));
            let seen = made.sight.iter().flat_map(|sight| &sight.faces);
            assert!(seen.flat_map(|face| [face.area, face.cover, face.crop]).all(is_area));
            let is_covering = matches!(faces, Faces::CoveredButTheLargest | Faces::Covered);
            assert_eq!(made.covering.is_some(), is_covering, "covered when asked, and only then");
        }
        (task, answer) => panic!("{answer:?} was believed for {task:?}"),
    }
}

fn are_files(made: &[Variant]) {
    assert!(!made.is_empty() && made.len() <= 2 * WIDTHS.len());
    for one in made {
        assert_eq!(bare_size(&one.bytes, one.format), Some((one.width, one.height)));
        assert!((1..=LONGEST).contains(&one.height) && (1..=WIDTHS[3]).contains(&one.width));
    }
}

impl Asked {
    fn task(&self) -> Task {
        match self {
            Asked::WorkingCopy => Task::WorkingCopy,
            Asked::Framing => Task::Framing,
            Asked::Preview(most_wide) => Task::Preview { most_wide: *most_wide },
            Asked::Publish(has_print) => Task::Publish { has_print: *has_print },
            Asked::PublicFiles(is_jpeg, is_unbudgeted) => {
                Task::PublicFiles(PublicFiles { has_webp: !is_jpeg, is_unbudgeted: *is_unbudgeted })
            }
            Asked::Develop(number) => Task::Develop(Faces::ALL[usize::from(number % 4)]),
            Asked::Retouch(quarters, areas) => {
                Task::Retouch(Touch { quarters: *quarters, covers: Covers::of(areas) })
            }
        }
    }
}

impl Given {
    fn answer(self) -> Answer {
        match self {
            Given::Ready(landlock, seccomp) => Answer::Ready(Lacking { landlock, seccomp }),
            Given::Copy { size: [width, height], jpeg, hash, sight } => Answer::Copy(Copy {
                width: width.into(),
                height: height.into(),
                is_damaged: hash & 1 == 1,
                hash,
                sight: sight.map(seen),
                jpeg: jpeg.bytes(Format::Jpeg, (width, height)),
            }),
            Given::Framing(crop, pixels_wide, [width, height], hash) => {
                Answer::Framing(Framing { crop, pixels_wide, picture: (width.into(), height.into()), hash })
            }
            Given::Preview(jpeg) => Answer::Preview(jpeg.bytes(Format::Jpeg, (640, 800))),
            Given::Variants(pairs) => Answer::Variants(variants(pairs)),
            Given::Published(hash, print, files) => {
                let print = print.map(|(width, height, file)| file.bytes(Format::Jpeg, (width, height)));
                Answer::Published(Edition { hash, print, variants: variants(files) })
            }
            Given::Developed {
                size: [width, height],
                names: [kind, orientation, colours],
                faces,
                covering,
                files,
            } => Answer::Developed(Developed {
                width: width.into(),
                height: height.into(),
                kind: FileKind::ALL[usize::from(kind) % FileKind::ALL.len()],
                orientation: Orientation::ALL[usize::from(orientation) % Orientation::ALL.len()],
                colours: Colours::ALL[usize::from(colours) % Colours::ALL.len()],
                sight: Some(seen((0, [false; 3], faces))),
                covering: covering.map(|(kept, covered, left)| Covering { kept, covered, left }),
                // Uses the parity of a number that is there anyway.
                is_damaged: kind & 1 == 1,
                variants: variants(files),
            }),
            Given::Refused(number) => Answer::Refused(Refusal::ALL[usize::from(number) % Refusal::ALL.len()]),
            Given::NotEncoded => Answer::NotEncoded,
            Given::Told(text) => Answer::Told(text),
        }
    }
}

/// As a worker makes them: at most four widths.
fn variants(pairs: Vec<(u16, u16, File, File)>) -> Vec<Variant> {
    let pairs = pairs.into_iter().take(WIDTHS.len()).flat_map(|(width, height, jpeg, webp)| {
        let variant = |format, file: File| {
            let bytes = file.bytes(format, (width, height));
            Variant { width: width.into(), height: height.into(), format, bytes }
        };
        [variant(Format::Jpeg, jpeg), variant(Format::WebP, webp)]
    });
    pairs.collect()
}

/// As a worker reports it: at most 64 faces, and each warning once.
fn seen((quarters, has, faces): Seen) -> Sight {
    let all = [Warning::SmallFace, Warning::Dark, Warning::Blurred];
    let faces = faces.into_iter().take(64);
    Sight {
        faces: faces.map(|[area, cover, crop]| SightedFace { area, score: area[0], cover, crop }).collect(),
        quarters: quarters % 4,
        warnings: all.into_iter().zip(has).filter(|(_, has)| *has).map(|(one, _)| one).collect(),
    }
}

impl File {
    fn bytes(self, format: Format, said: (u16, u16)) -> Vec<u8> {
        let (width, height) = match self {
            File::Bytes(bytes) => return bytes,
            File::OfThatSize => said,
            File::OfSize(width, height) => (width, height),
        };
        match format {
            Format::Jpeg => {
                let frame = [
                    &[0xff, 0xc0, 0, 11, 8][..],
                    &height.to_be_bytes(),
                    &width.to_be_bytes(),
                    &[1, 1, 0x11, 0],
                ];
                [&[0xff, 0xd8][..], &frame.concat(), &[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 7, 0xff, 0xd9]]
                    .concat()
            }
            Format::WebP => {
                let side = |side: u16| (side & 0x3fff).to_le_bytes();
                let frame = [&[0x10, 0, 0, 0x9d, 1, 0x2a][..], &side(width), &side(height)].concat();
                [b"RIFF\x16\0\0\0WEBPVP8 \x0a\0\0\0", &frame[..]].concat()
            }
        }
    }
}
