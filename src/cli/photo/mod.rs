//! `kinlight photo`: makes clean pictures from photo files, outside the database. Invariant: nothing is written before the
//! whole list has been checked for name clashes, and a photo's files are written only after all of them were made; if faces are
//! to be covered, no file shows them.

mod errands;
mod progress;
mod report;

use std::fs::{self, File};
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use kinlight_pictures::{Limits, Refusal};

use crate::config;
use crate::photos::worker::{
    Accepts, Answer, Developed, Faces, Job, Part, Source, Task, WorkerError, WorkerSettings, Workers,
};
use errands::Errand;
use progress::Progress;
use report::Outcome;

const WALL: Duration = Duration::from_secs(10);

const EXIT_CODES: &str = "Ends with the worst of:
  0  every photo was saved
  1  at least one photo was refused, or could not be saved; the others were
  2  the command could not start: a wrong call, a folder that can't be used, no process to read photos with";

/// Make clean, small pictures from photo files
///
/// Each photo is turned upright and saved again in up to four widths (160, 320, 640 and 1280 pixels), as JPEG and as WebP. A
/// width that the photo does not have is left out: nothing is enlarged. Place, date, camera, comments and all other hidden data
/// are left behind. Your own files are not changed.
///
/// The command looks for faces and prints what it found. With --cover it fills them with a plain area, then looks again. It
/// refuses a photo that it could not search, or in which it still sees a face. If it finds no face, there may still be one:
/// look yourself before you publish.
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub struct PhotoArgs {
    /// Photos, or folders of photos (a folder is searched all the way down)
    #[arg(required = true, value_name = "FILE|FOLDER")]
    pub inputs: Vec<PathBuf>,
    /// The folder for the new pictures; it is made if it does not exist
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
    /// Print one line of JSON for each photo, for other programs to read
    #[arg(long)]
    pub json: bool,
    /// Name the new files after the whole old name: face.png becomes face.png-320.jpg
    #[arg(long)]
    pub keep_extension: bool,
    /// Cover faces for good with a plain area
    #[arg(long, value_name = "WHICH")]
    pub cover: Option<Cover>,
    /// Don't look for faces: faster, and each photo is reported as not checked
    #[arg(long, conflicts_with = "cover")]
    pub no_faces: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Cover {
    /// Everybody but the largest clear face
    AllButLargest,
    /// Everybody
    All,
}

/// Why a file gave no pictures.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    Worker(#[from] WorkerError),
    #[error("the file can't be read: {0}")]
    Unreadable(io::Error),
    #[error("the new pictures can't be saved: {0}")]
    NotSaved(io::Error),
}

impl Failure {
    fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code(),
            Self::Worker(error) => error.code(),
            Self::Unreadable(_) => "unreadable",
            Self::NotSaved(_) => "not-saved",
        }
    }

    fn exit_code(&self) -> u8 {
        match self {
            Self::Worker(WorkerError::NotStarted(_) | WorkerError::Unsafe(_)) => 2,
            _ => 1,
        }
    }
}

pub fn run(args: PhotoArgs) -> ExitCode {
    let workers = Workers::new(WorkerSettings::one_at_a_time(config::own_program(), WALL));
    ExitCode::from(work(&args, &workers, &mut io::stdout()))
}

/// Runs the command with these workers and returns its exit code. Writes one line per photo to `out`.
pub fn work(args: &PhotoArgs, workers: &Workers, out: &mut impl Write) -> u8 {
    let errands = match errands::plan(args) {
        Ok(errands) => errands,
        Err(error) => {
            eprintln!("{error}");
            return 2;
        }
    };
    // No progress line if a program reads our output, or if standard error goes to a file.
    let mut progress = Progress::new(!args.json && io::stderr().is_terminal(), errands.len());
    let mut worst = 0;
    for errand in &errands {
        progress.begins(&errand.input);
        let outcome = process(args, workers, errand);
        worst = worst.max(outcome.as_ref().err().map_or(0, Failure::exit_code));
        progress.clear();
        let line = if args.json { report::json(errand, &outcome) } else { report::words(errand, &outcome) };
        if let Err(error) = writeln!(out, "{line}") {
            eprintln!("kinlight: the results can't be printed: {error}");
            return worst.max(1);
        }
    }
    worst
}

fn process(args: &PhotoArgs, workers: &Workers, errand: &Errand) -> Result<Outcome, Failure> {
    let began = Instant::now();
    let file = read_bounded(&errand.input, Limits::any_size().max_bytes)?;
    let bytes_in = file.len();
    let faces = match args.cover {
        None if args.no_faces => Faces::Unsought,
        None => Faces::Told,
        Some(Cover::AllButLargest) => Faces::CoveredButTheLargest,
        Some(Cover::All) => Faces::Covered,
    };
    let (source, accepts) = (Source::Upload, Accepts::AnySize);
    let job = Job { source, task: Task::Develop(faces), accepts, part: Part::Whole, file };
    let Answer::Developed(made) = workers.ask_now(&job)? else { return Err(WorkerError::Garbled.into()) };
    if !errand.may_be_photo {
        return Err(Refusal::NotAPhoto.into());
    }
    let files = save(errand, &made).map_err(Failure::NotSaved)?;
    Ok(Outcome { made, files, bytes_in, took: began.elapsed() })
}

/// Reads at most one byte more than allowed, so that the pipeline itself can refuse a file that is too big.
fn read_bounded(path: &Path, max_bytes: usize) -> Result<Vec<u8>, Failure> {
    let about = fs::metadata(path).map_err(Failure::Unreadable)?;
    if !about.is_file() {
        return Err(Refusal::NotAPhoto.into());
    }
    if about.len() > max_bytes as u64 {
        return Err(Refusal::TooManyBytes.into());
    }
    let mut bytes = Vec::with_capacity(about.len() as usize);
    let file = File::open(path).map_err(Failure::Unreadable)?;
    file.take(max_bytes as u64 + 1).read_to_end(&mut bytes).map_err(Failure::Unreadable)?;
    Ok(bytes)
}

/// Saves the new files and returns their paths, in the same order.
fn save(errand: &Errand, made: &Developed) -> io::Result<Vec<PathBuf>> {
    if let Some(folder) = errand.output.parent() {
        fs::create_dir_all(folder)?;
    }
    made.variants
        .iter()
        .map(|variant| {
            let path = errands::output_path(errand, variant.width, variant.format);
            fs::write(&path, &variant.bytes)?;
            Ok(path)
        })
        .collect()
}
