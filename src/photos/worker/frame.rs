//! What goes over the pipe between the service and a photo worker: a header of twelve bytes, then the body. Pure.
//! Invariant: a frame that is short, too long, of another version or another kind is an error, never a guess.

mod developed;
mod files;

use kinlight_pictures::{Limits, Refusal, Warning};

use super::hooks::Hook;
use super::protocol::{
    Accepts, Answer, Copy, Covers, Faces, Framing, Lacking, MOST_FACES, Part, PublicFiles, Sight,
    SightedFace, Task, Touch,
};

const MARK: [u8; 2] = *b"KP";
const VERSION: u8 = 3;
/// Mark, version, kind, length of the body (big-endian), the sender's peak memory in KiB (big-endian).
pub const HEADER_BYTES: usize = 12;
/// The task's own number, accepts, part, four numbers of the part.
const FIELDS_BYTES: usize = 12;
/// The number of covers, and their areas.
const TOUCH_BYTES: usize = 1 + Covers::MOST * AREA_BYTES;
const AREA_BYTES: usize = 8;
/// One face: three areas and a score.
const FACE_BYTES: usize = 3 * AREA_BYTES + 2;
const WARNINGS: [Warning; 3] = [Warning::SmallFace, Warning::Dark, Warning::Blurred];
/// In bytes. A working copy of noise at 2560 by 2560 is about 15 MB.
pub const MOST_ANSWER_BYTES: usize = 32_000_000;

const HOOK: u8 = 0x7f;
/// Kinds of answers about damaged photos, with the same body as for a whole photo. A service that does not know them
/// takes the photo for unreadable.
const DAMAGED_COPY: u8 = 0x8c;
const DAMAGED_DEVELOPED: u8 = 0x8d;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    #[error("the frame stops short")]
    Short,
    #[error("the bytes are no frame")]
    NotAFrame,
    #[error("the frame is of version {0}")]
    OtherVersion(u8),
    #[error("the frame promises {0} bytes")]
    TooLong(usize),
    #[error("the frame is of the unknown kind {0}")]
    UnknownKind(u8),
    #[error("the frame's fields make no sense")]
    Nonsense,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    pub kind: u8,
    pub length: usize,
    pub peak_kib: u32,
}

impl Header {
    pub fn bytes(self) -> [u8; HEADER_BYTES] {
        let mut bytes = [0; HEADER_BYTES];
        bytes[..2].copy_from_slice(&MARK);
        bytes[2] = VERSION;
        bytes[3] = self.kind;
        bytes[4..8].copy_from_slice(&u32::try_from(self.length).unwrap_or(u32::MAX).to_be_bytes());
        bytes[8..].copy_from_slice(&self.peak_kib.to_be_bytes());
        bytes
    }

    pub fn parse(bytes: &[u8; HEADER_BYTES], most: usize) -> Result<Header, FrameError> {
        let [k, p, version, kind, l1, l2, l3, l4, p1, p2, p3, p4] = *bytes;
        if [k, p] != MARK {
            return Err(FrameError::NotAFrame);
        }
        if version != VERSION {
            return Err(FrameError::OtherVersion(version));
        }
        let length = u32::from_be_bytes([l1, l2, l3, l4]) as usize;
        if length > most {
            return Err(FrameError::TooLong(length));
        }
        Ok(Header { kind, length, peak_kib: u32::from_be_bytes([p1, p2, p3, p4]) })
    }
}

/// A question to the worker. The file is borrowed on both sides: it is never copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question<'b> {
    Photo { task: Task, accepts: Accepts, part: Part, file: &'b [u8] },
    Hook(Hook),
}

/// The longest question: the biggest upload and its fields.
pub fn most_question_bytes() -> usize {
    Limits::default().max_bytes + FIELDS_BYTES + TOUCH_BYTES
}

impl<'b> Question<'b> {
    /// Returns the bytes that go before the file, and the file.
    pub fn frame(&self) -> (Vec<u8>, &'b [u8]) {
        match *self {
            Question::Hook(hook) => {
                let mut head = Header { kind: HOOK, length: 1, peak_kib: 0 }.bytes().to_vec();
                head.push(hook.code());
                (head, &[])
            }
            Question::Photo { task, accepts, part, file } => {
                let (kind, own) = match task {
                    Task::WorkingCopy => (1, 0),
                    Task::Framing => (2, 0),
                    Task::Preview { most_wide } => (3, most_wide),
                    Task::Publish { has_print } => (7, u16::from(has_print)),
                    Task::PublicFiles(public_files) => (4, public_files_bits(public_files)),
                    Task::Retouch(touch) => (5, u16::from(touch.quarters)),
                    Task::Develop(faces) => (6, faces as u16),
                };
                let covers = match &task {
                    Task::Retouch(touch) => covers_bytes(touch.covers.areas()),
                    _ => Vec::new(),
                };
                let (part, numbers) = match part {
                    Part::Whole => (0, [0; 4]),
                    Part::Centred => (1, [0; 4]),
                    Part::Drawn(numbers) => (2, numbers),
                };
                let length = FIELDS_BYTES + covers.len() + file.len();
                let mut head = Header { kind, length, peak_kib: 0 }.bytes().to_vec();
                head.extend(u16::to_be_bytes(own));
                head.push(match accepts {
                    Accepts::Uploads => 0,
                    Accepts::AnySize => 1,
                });
                head.push(part);
                head.extend(area_bytes(numbers));
                head.extend(covers);
                (head, file)
            }
        }
    }

    pub fn parse(kind: u8, body: &'b [u8]) -> Result<Question<'b>, FrameError> {
        if kind == HOOK {
            let [code] = *body else { return Err(FrameError::Nonsense) };
            return Hook::ALL
                .into_iter()
                .find(|h| h.code() == code)
                .map(Question::Hook)
                .ok_or(FrameError::Nonsense);
        }
        if !(1..=7).contains(&kind) {
            return Err(FrameError::UnknownKind(kind));
        }
        let (fields, mut file) = body.split_first_chunk::<FIELDS_BYTES>().ok_or(FrameError::Short)?;
        let [w1, w2, accepts, part, numbers @ ..] = *fields;
        let task = match kind {
            1 => Task::WorkingCopy,
            2 => Task::Framing,
            3 => Task::Preview { most_wide: u16::from_be_bytes([w1, w2]) },
            4 => Task::PublicFiles(public_files(u16::from_be_bytes([w1, w2]))?),
            5 => Task::Retouch(Touch { quarters: w2, covers: covers(&mut file)? }),
            7 => match [w1, w2] {
                [0, 0] => Task::Publish { has_print: false },
                [0, 1] => Task::Publish { has_print: true },
                _ => return Err(FrameError::Nonsense),
            },
            _ => {
                let known = Faces::ALL.get(usize::from(u16::from_be_bytes([w1, w2])));
                Task::Develop(*known.ok_or(FrameError::Nonsense)?)
            }
        };
        let accepts = match accepts {
            0 => Accepts::Uploads,
            1 => Accepts::AnySize,
            _ => return Err(FrameError::Nonsense),
        };
        let part = match part {
            0 => Part::Whole,
            1 => Part::Centred,
            2 => Part::Drawn(four(numbers)),
            _ => return Err(FrameError::Nonsense),
        };
        Ok(Question::Photo { task, accepts, part, file })
    }
}

impl Answer {
    pub fn frame(&self, peak_kib: u32) -> Vec<u8> {
        let mut frame = vec![0; HEADER_BYTES];
        let kind = match self {
            Answer::Ready(lacking) => {
                frame.push(u8::from(lacking.landlock) | u8::from(lacking.seccomp) << 1);
                0x80
            }
            Answer::Copy(copy) => {
                frame.extend(copy.width.to_be_bytes());
                frame.extend(copy.height.to_be_bytes());
                frame.extend(copy.hash.to_be_bytes());
                frame.extend(copy.sight.as_ref().map_or(vec![0], sight_bytes));
                frame.extend(&copy.jpeg);
                if copy.is_damaged { DAMAGED_COPY } else { 0x81 }
            }
            Answer::Framing(framing) => {
                frame.extend(area_bytes(framing.crop));
                frame.extend(framing.pixels_wide.to_be_bytes());
                frame.extend(framing.picture.0.to_be_bytes());
                frame.extend(framing.picture.1.to_be_bytes());
                frame.extend(framing.hash.to_be_bytes());
                0x82
            }
            Answer::Preview(jpeg) => {
                frame.extend(jpeg);
                0x83
            }
            Answer::Variants(variants) => {
                files::write_variants(&mut frame, variants);
                0x84
            }
            Answer::Refused(refusal) => {
                frame.extend(refusal.code().as_bytes());
                0x85
            }
            Answer::NotEncoded => 0x86,
            Answer::Told(text) => {
                frame.extend(text.as_bytes());
                0x87
            }
            Answer::Developed(made) => {
                developed::write(&mut frame, made);
                if made.is_damaged { DAMAGED_DEVELOPED } else { 0x88 }
            }
            Answer::NotChecked => 0x89,
            Answer::NotCovered => 0x8a,
            Answer::Published(made) => {
                files::write_published(&mut frame, made);
                0x8b
            }
        };
        let length = frame.len() - HEADER_BYTES;
        frame[..HEADER_BYTES].copy_from_slice(&Header { kind, length, peak_kib }.bytes());
        frame
    }

    pub fn parse(kind: u8, mut body: Vec<u8>) -> Result<Answer, FrameError> {
        let mut rest = body.as_slice();
        match kind {
            0x80 => match *rest {
                [bits @ 0..=3] => {
                    Ok(Answer::Ready(Lacking { landlock: bits & 1 != 0, seccomp: bits & 2 != 0 }))
                }
                _ => Err(FrameError::Nonsense),
            },
            0x81 | DAMAGED_COPY => {
                let (width, height) = (long(&mut rest)?, long(&mut rest)?);
                let hash = hash(&mut rest)?;
                let sight = sight(&mut rest)?;
                let is_damaged = kind == DAMAGED_COPY;
                let fields = body.len() - rest.len();
                body.drain(..fields);
                Ok(Answer::Copy(Copy { width, height, is_damaged, hash, sight, jpeg: body }))
            }
            0x82 => {
                let crop = four(*rest.first_chunk().ok_or(FrameError::Short)?);
                rest = &rest[8..];
                let (pixels_wide, picture) = (long(&mut rest)?, (long(&mut rest)?, long(&mut rest)?));
                let hash = hash(&mut rest)?;
                if !rest.is_empty() {
                    return Err(FrameError::Nonsense);
                }
                Ok(Answer::Framing(Framing { crop, pixels_wide, picture, hash }))
            }
            0x83 => Ok(Answer::Preview(body)),
            0x84 => files::variants(rest).map(Answer::Variants),
            0x8b => files::published(rest).map(Answer::Published),
            0x85 => {
                let refusal = Refusal::ALL.into_iter().find(|refusal| refusal.code().as_bytes() == rest);
                refusal.map(Answer::Refused).ok_or(FrameError::Nonsense)
            }
            0x86 | 0x89 | 0x8a if !rest.is_empty() => Err(FrameError::Nonsense),
            0x86 => Ok(Answer::NotEncoded),
            0x88 | DAMAGED_DEVELOPED => {
                developed::read(rest, kind == DAMAGED_DEVELOPED).map(Answer::Developed)
            }
            0x89 => Ok(Answer::NotChecked),
            0x8a => Ok(Answer::NotCovered),
            0x87 => String::from_utf8(body).map(Answer::Told).map_err(|_| FrameError::Nonsense),
            _ => Err(FrameError::UnknownKind(kind)),
        }
    }
}

/// Bit 0 is always set, so that no valid value is zero.
fn public_files_bits(public_files: PublicFiles) -> u16 {
    1 | u16::from(public_files.formats == PublicFiles::JPEG) << 1 | u16::from(public_files.is_unbudgeted) << 2
}

fn public_files(bits: u16) -> Result<PublicFiles, FrameError> {
    let formats = if bits & 2 != 0 { PublicFiles::JPEG } else { PublicFiles::BOTH };
    let public_files = PublicFiles { formats, is_unbudgeted: bits & 4 != 0 };
    if public_files_bits(public_files) == bits { Ok(public_files) } else { Err(FrameError::Nonsense) }
}

fn covers_bytes(areas: &[[u16; 4]]) -> Vec<u8> {
    let mut bytes = vec![areas.len() as u8];
    bytes.extend(areas.iter().copied().flat_map(area_bytes));
    bytes
}

fn covers(rest: &mut &[u8]) -> Result<Covers, FrameError> {
    let count = usize::from(byte(rest)?);
    if count > Covers::MOST {
        return Err(FrameError::Nonsense);
    }
    let areas: Vec<[u16; 4]> = (0..count).map(|_| area(rest)).collect::<Result<_, _>>()?;
    Ok(Covers::of(&areas))
}

/// A byte that says that somebody looked, quarters, a bit for each warning, the number of faces, the faces.
fn sight_bytes(sight: &Sight) -> Vec<u8> {
    let bits = WARNINGS.iter().enumerate().filter(|(_, one)| sight.warnings.contains(one));
    let warnings = bits.fold(0, |bits, (at, _)| bits | 1 << at);
    let mut bytes = vec![1, sight.quarters, warnings, sight.faces.len() as u8];
    for face in &sight.faces {
        bytes.extend([face.area, face.cover, face.crop].into_iter().flat_map(area_bytes));
        bytes.extend(face.score.to_be_bytes());
    }
    bytes
}

fn sight(rest: &mut &[u8]) -> Result<Option<Sight>, FrameError> {
    match byte(rest)? {
        0 => return Ok(None),
        1 => {}
        _ => return Err(FrameError::Nonsense),
    }
    let (quarters, bits, count) = (byte(rest)?, byte(rest)?, usize::from(byte(rest)?));
    if quarters > 3 || bits >> WARNINGS.len() != 0 || count > MOST_FACES {
        return Err(FrameError::Nonsense);
    }
    if rest.len() < count * FACE_BYTES {
        return Err(FrameError::Short);
    }
    let mut face = || {
        let (area, cover, crop) = (area(rest)?, area(rest)?, area(rest)?);
        let score = u16::from_be_bytes([byte(rest)?, byte(rest)?]);
        Ok(SightedFace { area, score, cover, crop })
    };
    let faces = (0..count).map(|_| face()).collect::<Result<_, _>>()?;
    let warnings = WARNINGS.iter().enumerate().filter(|(at, _)| bits & 1 << at != 0);
    Ok(Some(Sight { faces, quarters, warnings: warnings.map(|(_, one)| *one).collect() }))
}

fn area_bytes(area: [u16; 4]) -> [u8; AREA_BYTES] {
    let mut bytes = [0; AREA_BYTES];
    for (pair, number) in bytes.as_chunks_mut::<2>().0.iter_mut().zip(area) {
        *pair = number.to_be_bytes();
    }
    bytes
}

fn area(rest: &mut &[u8]) -> Result<[u16; 4], FrameError> {
    let (bytes, after) = rest.split_first_chunk::<AREA_BYTES>().ok_or(FrameError::Short)?;
    *rest = after;
    Ok(four(*bytes))
}

fn byte(rest: &mut &[u8]) -> Result<u8, FrameError> {
    let (&byte, after) = rest.split_first().ok_or(FrameError::Short)?;
    *rest = after;
    Ok(byte)
}

fn long(rest: &mut &[u8]) -> Result<u32, FrameError> {
    let (bytes, after) = rest.split_first_chunk::<4>().ok_or(FrameError::Short)?;
    *rest = after;
    Ok(u32::from_be_bytes(*bytes))
}

fn hash(rest: &mut &[u8]) -> Result<u64, FrameError> {
    Ok(u64::from(long(rest)?) << 32 | u64::from(long(rest)?))
}

fn four([a1, a2, b1, b2, c1, c2, d1, d2]: [u8; 8]) -> [u16; 4] {
    [[a1, a2], [b1, b2], [c1, c2], [d1, d2]].map(u16::from_be_bytes)
}

#[cfg(test)]
mod tests;
