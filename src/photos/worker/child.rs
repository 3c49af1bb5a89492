//! The worker's side of the pipe: a process that enters its sandbox, then answers questions until the pipe closes.
//! Invariant: not one byte of a question is read before the sandbox is closed.

use std::fs::{self, File};
use std::os::unix::fs::FileExt;
use std::process::ExitCode;

use kinlight_pictures::{
    Cover, Crop, Decoded, EncodeError, FaceFinder, Format, Limits, Picture, Studio, Turn, WIDTHS, cover,
    difference_hash,
};
use rustix::stdio;

use super::develop::{self, Bench, Undone};
use super::frame;
use super::pipe::{self, PipeError};
use super::protocol::{Accepts, Answer, Copy, Edition, Framing, Lacking, Part, Question, Reply, Task, Touch};
use super::sandbox::{self, SandboxError};
use super::sight::{numbers, sight};

/// Address space of the program itself in bytes, where `/proc` doesn't tell it.
const MAPPED_AT_MOST: u64 = 200_000_000;

/// How the service starts a worker.
#[derive(Debug, Clone, Copy)]
pub struct Conduct {
    /// Processor time for the worker's whole life; the service's own clock limits each answer.
    pub processor_seconds: u64,
    /// See [`super::WorkerSettings`].
    pub niceness: u8,
    pub accepts_heic: bool,
    pub is_rehearsal: bool,
    /// Rehearsal only: as if the face finder couldn't be loaded.
    pub is_blind: bool,
    /// Rehearsal only: every file gets the first one's answer, as if that one had taken the worker over.
    pub remembers: bool,
    /// Rehearsal only: as if the kernel lacked these.
    pub leaves_out: Lacking,
}

#[derive(Debug, thiserror::Error)]
enum ChildError {
    #[error(transparent)]
    Sandbox(#[from] SandboxError),
    #[error(transparent)]
    Pipe(#[from] PipeError),
    #[error("the service asked for what only a rehearsal does")]
    Hook,
}

pub fn run(conduct: Conduct) -> ExitCode {
    match answer_all(conduct) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn answer_all(conduct: Conduct) -> Result<(), ChildError> {
    close_inherited();
    if conduct.niceness > 0 {
        // Done before there are threads, since each inherits it. If it is refused, photos only compete with other work.
        let _ = rustix::process::nice(conduct.niceness.into());
    }
    let own = OwnStatus::open();
    let finder = || if conduct.is_blind { None } else { FaceFinder::new().ok() };
    let prepare = || (finder(), own.bytes("VmSize:").unwrap_or(MAPPED_AT_MOST));
    let (lacking, finder) = sandbox::enter(prepare, conduct.processor_seconds, conduct.leaves_out)?;
    let mut bench = Bench { studio: Studio::new(), finder, accepts_heic: conduct.accepts_heic };
    let (from, to) = (stdio::stdin(), stdio::stdout());
    let says = |answer| pipe::write_all(to, &frame::write(&Reply { answer, peak_kib: own.peak_kib() }));
    says(Answer::Ready(lacking))?;
    let mut remembered = None;
    while let Some(question) = pipe::next_question(from)? {
        says(match question {
            Question::Photo { task, accepts, part, file_bytes } => {
                let file = pipe::file(from, file_bytes)?;
                let answer = perform((task, accepts, part), &file, &mut bench);
                if conduct.remembers { remembered.get_or_insert(answer).clone() } else { answer }
            }
            Question::Hook(hook) if conduct.is_rehearsal => hook.act(to),
            Question::Hook(_) => return Err(ChildError::Hook),
        })?;
    }
    Ok(())
}

/// Closes what the service's own parent left open: the worker keeps its three pipes and nothing else.
fn close_inherited() {
    let Ok(entries) = fs::read_dir("/proc/self/fd") else { return };
    let numbers = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<i32>().ok());
    let open: Vec<i32> = numbers.filter(|number| *number > 2).collect();
    for number in open {
        // The listing's own descriptor is among them, and closed by now.
        let _ = nix::unistd::close(number);
    }
}

fn perform(asked: (Task, Accepts, Part), file: &[u8], bench: &mut Bench) -> Answer {
    match done(asked, file, bench) {
        Ok(answer) => answer,
        Err(Undone::Refused(refusal)) => Answer::Refused(refusal),
        Err(Undone::NotEncoded) => Answer::NotEncoded,
    }
}

fn done(
    (task, accepts, part): (Task, Accepts, Part),
    file: &[u8],
    bench: &mut Bench,
) -> Result<Answer, Undone> {
    let limits = match accepts {
        Accepts::Uploads => Limits::upload(),
        Accepts::AnySize => Limits::any_size(),
    };
    let limits = Limits { accepts_heic: bench.accepts_heic, ..limits };
    let decoded = bench.studio.decode(file, &limits)?;
    let answer = match task {
        // Finding faces needs the whole picture upright; `upright` consumes the decoded one, so it can't be recycled.
        Task::WorkingCopy => {
            let (width, height, is_damaged) = (decoded.width(), decoded.height(), decoded.is_damaged());
            let picture = bench.studio.upright(decoded)?;
            return Ok(Answer::Copy(Copy { width, height, is_damaged, ..copy(&picture, bench)? }));
        }
        Task::Retouch(touch) => {
            let picture = retouched(bench.studio.upright(decoded)?, touch);
            return Ok(Answer::Copy(copy(&picture, bench)?));
        }
        Task::Develop(faces) => return develop::developed(decoded, faces, bench),
        Task::Framing => {
            let crop = crop(&decoded, part);
            let hash = difference_hash(&bench.studio.scaled(&decoded, crop, WIDTHS[1])?);
            let (crop, pixels_wide) = (numbers(crop), crop.pixels(&decoded).width);
            Answer::Framing(Framing { crop, pixels_wide, picture: (decoded.width(), decoded.height()), hash })
        }
        Task::Preview { most_wide } => {
            let crop = crop(&decoded, part);
            Answer::Preview(bench.studio.preview(&decoded, crop, most_wide.into())?)
        }
        Task::Publish { has_print } => {
            let crop = crop(&decoded, part);
            let hash = difference_hash(&bench.studio.scaled(&decoded, crop, WIDTHS[1])?);
            let print = has_print.then(|| bench.studio.print(&decoded, crop)).transpose()?;
            let variants = bench.studio.variants(&decoded, crop, &Format::ALL)?;
            Answer::Published(Edition { hash, print, variants })
        }
        Task::PublicFiles(public_files) => {
            let crop = crop(&decoded, part);
            Answer::Variants(match public_files.is_unbudgeted {
                true => bench.studio.unbudgeted_variants(&decoded, crop, public_files.formats())?,
                false => bench.studio.variants(&decoded, crop, public_files.formats())?,
            })
        }
    };
    bench.studio.recycle(decoded);
    Ok(answer)
}

fn copy(picture: &Picture, bench: &mut Bench) -> Result<Copy, EncodeError> {
    let found = bench.finder.as_ref().and_then(|finder| finder.find(picture).ok());
    Ok(Copy {
        width: picture.width(),
        height: picture.height(),
        is_damaged: false,
        hash: difference_hash(picture),
        sight: found.map(|found| sight(picture, &found)),
        jpeg: bench.studio.working_copy(picture)?,
    })
}

/// Skips areas that are not valid; the search that follows shows their faces again.
fn retouched(picture: Picture, touch: Touch) -> Picture {
    let turn = match touch.quarters {
        1 => Turn::Quarter,
        2 => Turn::Half,
        3 => Turn::ThreeQuarters,
        _ => Turn::None,
    };
    let area = |&[left, top, width, height]: &[u16; 4]| Crop::new(left, top, width, height).ok();
    let covers: Vec<Cover> = touch.covers.areas().iter().filter_map(area).map(Cover::drawn).collect();
    cover(turn.apply(picture), &covers)
}

/// The crop for this part. A drawn box is rarely 4:5 to the pixel; an invalid one counts as not drawn.
fn crop(picture: &Decoded, part: Part) -> Crop {
    match part {
        Part::Whole => Crop::WHOLE,
        Part::Centred => Crop::centred(picture),
        Part::Drawn([left, top, width, height]) => Crop::new(left, top, width, height)
            .map_or_else(|_| Crop::centred(picture), |drawn| drawn.to_portrait(picture)),
    }
}

/// `/proc/self/status`, opened while files can still be opened. Without it, nothing is known.
struct OwnStatus(Option<File>);

impl OwnStatus {
    fn open() -> OwnStatus {
        OwnStatus(File::open("/proc/self/status").ok())
    }

    /// The number on this line, which the kernel writes in KiB.
    fn bytes(&self, line: &str) -> Option<u64> {
        let mut text = [0; 4_096];
        let length = self.0.as_ref()?.read_at(&mut text, 0).ok()?;
        let text = String::from_utf8_lossy(&text[..length]);
        let value = text.lines().find_map(|whole| whole.strip_prefix(line))?;
        Some(value.split_whitespace().next()?.parse::<u64>().ok()? * 1024)
    }

    /// The most memory that this process has ever held, in KiB.
    fn peak_kib(&self) -> u32 {
        self.bytes("VmHWM:").map_or(0, |bytes| u32::try_from(bytes / 1024).unwrap_or(u32::MAX))
    }
}
