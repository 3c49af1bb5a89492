//! `kinlight photo`: clean pictures from photo files, outside the database.
//! Invariant: nothing is written until the whole list is known to be free of clashes, and a photo's files are
//! written only when all of them are made.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;
use kinlight_pictures::{Format, Limits, Refusal, Variant, WIDTHS};
use serde::Serialize;

use crate::config;
use crate::photos::worker::{Accepts, Answer, Job, Part, Task, WorkerError, WorkerSettings, Workers};

const WALL: Duration = Duration::from_secs(10);

/// Make clean, small pictures from photo files
///
/// Each photo is turned upright and saved again in up to four widths (160, 320, 640 and 1280 pixels), as JPEG and as
/// WebP. A width that the photo does not have is left out: nothing is enlarged. Place, date, camera, comments and all
/// other hidden data are left behind. Your own files are not changed.
///
/// Ends with 0 when every photo was saved, 1 when some were not, 2 when the command could not start.
#[derive(Debug, Args)]
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
}

#[derive(Debug, thiserror::Error)]
enum UsageError {
    #[error("There is no file or folder called {0}.")]
    Missing(PathBuf),
    #[error("The folder {0} can't be read: {1}.")]
    Unreadable(PathBuf, io::Error),
    #[error("The folder {0} can't be used for the new pictures: {1}.")]
    NoOutFolder(PathBuf, io::Error),
    #[error("No files were found to work on.")]
    NothingToDo,
    #[error("{0} and {1} would get the same new name. Try --keep-extension, or do them one by one.")]
    SameName(PathBuf, PathBuf),
    #[error("A new picture would replace your own file {0}. Choose another --out folder.")]
    OwnFile(PathBuf),
}

/// Why one file gave no pictures.
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
}

/// One photo: where it lies, and the beginning of its new names (`-320.jpg` follows).
struct Errand {
    input: PathBuf,
    output: PathBuf,
}

/// A line of `--json`.
#[derive(Serialize)]
struct Report {
    path: String,
    verdict: &'static str,
    reason: Option<&'static str>,
    outputs: Vec<String>,
}

pub fn run(args: PhotoArgs) -> ExitCode {
    let errands = match plan(&args) {
        Ok(errands) => errands,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    let workers = Workers::new(WorkerSettings::one_at_a_time(config::own_program(), WALL));
    let mut all_written = true;
    for errand in &errands {
        let outcome = process(&workers, errand);
        all_written &= outcome.is_ok();
        report(&args, errand, &outcome);
    }
    ExitCode::from(if all_written { 0 } else { 1 })
}

/// Every file of every input with its new name; clashes are found here, before any work.
fn plan(args: &PhotoArgs) -> Result<Vec<Errand>, UsageError> {
    fs::create_dir_all(&args.out).map_err(|error| UsageError::NoOutFolder(args.out.clone(), error))?;
    let out =
        fs::canonicalize(&args.out).map_err(|error| UsageError::NoOutFolder(args.out.clone(), error))?;
    let mut files = Vec::new();
    for input in &args.inputs {
        if input.is_dir() {
            collect(input, input, &out, &mut files)?;
        } else if input.exists() {
            files.push((input.clone(), PathBuf::from(input.file_name().unwrap_or_default())));
        } else {
            return Err(UsageError::Missing(input.clone()));
        }
    }
    if files.is_empty() {
        return Err(UsageError::NothingToDo);
    }
    let mut taken: BTreeMap<PathBuf, PathBuf> = BTreeMap::new();
    let mut errands = Vec::new();
    for (input, relative) in files {
        let name = if args.keep_extension { relative.file_name() } else { relative.file_stem() };
        let output = out.join(relative.with_file_name(name.unwrap_or_default()));
        if let Some(first) = taken.insert(output.clone(), input.clone()) {
            return Err(UsageError::SameName(first, input));
        }
        errands.push(Errand { input, output });
    }
    spare_own_files(&errands)?;
    Ok(errands)
}

/// All files below a folder, in the order of their names. Links are not followed: they may lead in circles.
fn collect(
    top: &Path,
    folder: &Path,
    out: &Path,
    files: &mut Vec<(PathBuf, PathBuf)>,
) -> Result<(), UsageError> {
    let unreadable = |error| UsageError::Unreadable(folder.to_owned(), error);
    let mut entries: Vec<_> =
        fs::read_dir(folder).map_err(unreadable)?.collect::<Result<_, _>>().map_err(unreadable)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let kind = entry.file_type().map_err(unreadable)?;
        if kind.is_dir() {
            // The pictures of an earlier run are not photos to work on.
            if fs::canonicalize(&path).is_ok_and(|path| path != out) {
                collect(top, &path, out, files)?;
            }
        } else if kind.is_file() {
            let relative = path.strip_prefix(top).unwrap_or(&path).to_owned();
            files.push((path, relative));
        }
    }
    Ok(())
}

fn spare_own_files(errands: &[Errand]) -> Result<(), UsageError> {
    let own: BTreeMap<PathBuf, &PathBuf> = errands
        .iter()
        .filter_map(|errand| Some((fs::canonicalize(&errand.input).ok()?, &errand.input)))
        .collect();
    for errand in errands {
        for (width, format) in WIDTHS.iter().flat_map(|width| Format::ALL.map(|format| (*width, format))) {
            if let Some(input) = own.get(&output_path(errand, width, format)) {
                return Err(UsageError::OwnFile((*input).clone()));
            }
        }
    }
    Ok(())
}

fn output_path(errand: &Errand, width: u32, format: Format) -> PathBuf {
    let mut name = OsString::from(&errand.output);
    name.push(format!("-{width}.{}", format.extension()));
    PathBuf::from(name)
}

fn process(workers: &Workers, errand: &Errand) -> Result<Vec<PathBuf>, Failure> {
    let file = read_bounded(&errand.input, Limits::any_size().max_bytes)?;
    let job = Job { task: Task::Variants, accepts: Accepts::AnySize, part: Part::Whole, file };
    match workers.ask_now(&job)? {
        Answer::Variants(made) => save(errand, &made).map_err(Failure::NotSaved),
        _ => Err(WorkerError::Garbled.into()),
    }
}

/// Reads one byte more than allowed at most: the pipeline itself then says that it is too big.
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

fn save(errand: &Errand, made: &[Variant]) -> io::Result<Vec<PathBuf>> {
    if let Some(folder) = errand.output.parent() {
        fs::create_dir_all(folder)?;
    }
    made.iter()
        .map(|variant| {
            let path = output_path(errand, variant.width, variant.format);
            fs::write(&path, &variant.bytes)?;
            Ok(path)
        })
        .collect()
}

fn report(args: &PhotoArgs, errand: &Errand, outcome: &Result<Vec<PathBuf>, Failure>) {
    let path = errand.input.display();
    if !args.json {
        match outcome {
            Ok(outputs) => println!("{path}: saved as {} files", outputs.len()),
            Err(failure) => println!("{path}: not saved: {failure} ({})", failure.code()),
        }
        return;
    }
    let outputs = outcome.as_ref().map_or(&[][..], Vec::as_slice);
    let line = Report {
        path: path.to_string(),
        verdict: if outcome.is_ok() { "written" } else { "refused" },
        reason: outcome.as_ref().err().map(Failure::code),
        outputs: outputs.iter().map(|path| path.display().to_string()).collect(),
    };
    match serde_json::to_string(&line) {
        Ok(line) => println!("{line}"),
        Err(error) => eprintln!("{path}: {error}"),
    }
}
