//! Which files become which pictures. Invariant: name clashes are found here, before any work, and none of the operator's own
//! files is ever replaced.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use kinlight_pictures::{Format, WIDTHS, may_be_photo};

use super::PhotoArgs;

#[derive(Debug, thiserror::Error)]
pub(super) enum UsageError {
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

/// One photo: its path, and the beginning of its new names (`-320.jpg` follows).
pub(super) struct Errand {
    pub input: PathBuf,
    pub output: PathBuf,
    /// Judged by its first bytes. Other files give no picture, and their names can't clash: a phone saves a film beside its
    /// photo.
    pub may_be_photo: bool,
}

/// How many bytes are read to recognise any kind of photo.
const BEGINNING: u64 = 4_096;

/// Lists every file of every input with its new name, and finds clashes before any work.
pub(super) fn plan(args: &PhotoArgs) -> Result<Vec<Errand>, UsageError> {
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
        let may_be_photo = beginning(&input).is_ok_and(|bytes| may_be_photo(&bytes));
        if may_be_photo && let Some(first) = taken.insert(output.clone(), input.clone()) {
            return Err(UsageError::SameName(first, input));
        }
        errands.push(Errand { input, output, may_be_photo });
    }
    spare_own_files(&errands)?;
    Ok(errands)
}

/// Opens regular files only: reading a pipe may block forever.
fn beginning(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if fs::metadata(path)?.is_file() {
        File::open(path)?.take(BEGINNING).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// All files below a folder, sorted by name. Links are not followed: they may lead in circles.
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
            // Skips the output folder: an earlier run's pictures are not photos to work on.
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
    for errand in errands.iter().filter(|errand| errand.may_be_photo) {
        for (width, format) in WIDTHS.iter().flat_map(|width| Format::ALL.map(|format| (*width, format))) {
            if let Some(input) = own.get(&output_path(errand, width, format)) {
                return Err(UsageError::OwnFile((*input).clone()));
            }
        }
    }
    Ok(())
}

pub(super) fn output_path(errand: &Errand, width: u32, format: Format) -> PathBuf {
    let mut name = OsString::from(&errand.output);
    name.push(format!("-{width}.{}", format.extension()));
    PathBuf::from(name)
}
