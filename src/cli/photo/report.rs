//! The report about one photo: a line of JSON for programs, or a line of text. Invariant: nothing that a file says about itself
//! is printed, except in our own words.

use std::path::{Path, PathBuf};
use std::time::Duration;

use kinlight_pictures::{Format, Variant, Warning};
use serde::Serialize;

use super::Failure;
use super::errands::Errand;
use crate::photos::worker::{Developed, SightedFace};

/// A photo that was saved.
pub(super) struct Outcome {
    pub made: Developed,
    pub files: Vec<PathBuf>,
    pub bytes_in: usize,
    pub took: Duration,
}

/// A line of `--json`. A refused photo has its path, verdict and reason, but no outputs.
#[derive(Serialize)]
struct Line {
    path: String,
    verdict: &'static str,
    reason: Option<&'static str>,
    #[serde(flatten)]
    photo: Option<Photo>,
    outputs: Vec<String>,
}

#[derive(Serialize)]
struct Photo {
    #[serde(rename = "type")]
    kind: &'static str,
    /// In pixels, of the upright picture.
    width: u32,
    height: u32,
    /// EXIF's number, 1 to 8: how the pixels in the file were turned. A HEIC's own rotations are given as the same numbers.
    orientation: u8,
    /// The kind of colour that was converted to sRGB.
    colour: &'static str,
    /// The largest first; `null` if nobody has looked.
    faces: Option<Vec<Face>>,
    /// How many areas were filled; `null` without `--cover`.
    covered: Option<u16>,
    /// How many faces were found in the covered picture.
    faces_left: Option<u8>,
    warnings: Vec<&'static str>,
    ms: u64,
    bytes_in: usize,
    bytes_out: usize,
    files: Vec<File>,
}

#[derive(Serialize)]
struct Face {
    /// Left, top, width, height in pixels of the upright picture.
    #[serde(rename = "box")]
    area: [u32; 4],
    /// 0.5 to 1. From 0.8 on it is a face; below, it may be one.
    score: f64,
    covered: bool,
}

#[derive(Serialize)]
struct File {
    path: String,
    width: u32,
    height: u32,
    format: &'static str,
    bytes: usize,
}

pub(super) fn json(errand: &Errand, outcome: &Result<Outcome, Failure>) -> String {
    let done = outcome.as_ref().ok();
    let line = Line {
        path: shown(&errand.input),
        verdict: if done.is_some() { "written" } else { "refused" },
        reason: outcome.as_ref().err().map(Failure::code),
        photo: done.map(photo),
        outputs: done.map(|done| done.files.iter().map(|path| shown(path)).collect()).unwrap_or_default(),
    };
    // Can't fail: the line contains strings and numbers only.
    serde_json::to_string(&line).unwrap_or_default()
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn photo(Outcome { made, files, bytes_in, took }: &Outcome) -> Photo {
    let file = |(path, one): (&PathBuf, &Variant)| File {
        path: shown(path),
        width: one.width,
        height: one.height,
        format: match one.format {
            Format::Jpeg => "jpeg",
            Format::WebP => "webp",
        },
        bytes: one.bytes.len(),
    };
    let faces = made.sight.as_ref().map(|sight| {
        let told = sight.faces.iter().enumerate().map(|(at, one)| face(made, at, one));
        told.collect()
    });
    Photo {
        kind: made.kind.code(),
        width: made.width,
        height: made.height,
        orientation: made.orientation.exif(),
        colour: made.colours.name(),
        faces,
        covered: made.covering.map(|covering| covering.covered),
        faces_left: made.covering.map(|covering| covering.left),
        warnings: warnings(made).into_iter().map(|(code, _)| code).collect(),
        ms: u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
        bytes_in: *bytes_in,
        bytes_out: made.variants.iter().map(|one| one.bytes.len()).sum(),
        files: files.iter().zip(&made.variants).map(file).collect(),
    }
}

fn face(made: &Developed, at: usize, one: &SightedFace) -> Face {
    let [left, top, width, height] = one.area.map(u64::from);
    // Rounded outwards to whole pixels.
    let span = |start: u64, length: u64, side: u32| {
        let first = start * u64::from(side) / 10_000;
        let end = ((start + length) * u64::from(side)).div_ceil(10_000);
        (first as u32, (end - first) as u32)
    };
    let ((left, width), (top, height)) = (span(left, width, made.width), span(top, height, made.height));
    let is_covered = made.covering.is_some_and(|covering| covering.kept.map(usize::from) != Some(at));
    Face { area: [left, top, width, height], score: f64::from(one.score) / 10_000.0, covered: is_covered }
}

/// What a person should know before publishing the picture: a stable word, and a text.
fn warnings(made: &Developed) -> Vec<(&'static str, &'static str)> {
    let lost = ("damaged", "the file is damaged, and a part of the photo is lost");
    let lost = made.is_damaged.then_some(lost).into_iter();
    let Some(sight) = &made.sight else {
        return lost.chain([("not-checked", "nobody has looked for faces")]).collect();
    };
    let words = |warning: &Warning| match warning {
        Warning::SmallFace => ("small-face", "the face is small"),
        Warning::Dark => ("dark", "the face is dark"),
        Warning::Blurred => ("blurred", "the face is blurred"),
    };
    let is_lost = made.covering.is_some_and(|covering| covering.kept.is_some() && covering.left == 0);
    let more = [
        (sight.faces.is_empty(), ("no-face", "no face was found")),
        (sight.faces.len() > 1 && made.covering.is_none(), ("several-faces", "more than one face was found")),
        (is_lost, ("face-lost", "the face that was to stay can't be found any more")),
        (sight.quarters != 0, ("on-its-side", "the photo lies on its side or head")),
    ];
    let more = more.into_iter().filter(|(is_so, _)| *is_so).map(|(_, told)| told);
    lost.chain(sight.warnings.iter().map(words)).chain(more).collect()
}

pub(super) fn words(errand: &Errand, outcome: &Result<Outcome, Failure>) -> String {
    let path = errand.input.display();
    let Outcome { made, files, .. } = match outcome {
        Ok(done) => done,
        Err(failure) => return format!("{path}: not saved: {failure} ({})", failure.code()),
    };
    let mut parts = vec![format!("saved as {} files", files.len())];
    if let Some(sight) = &made.sight {
        parts.push(counted(sight.faces.len(), "face", "faces"));
    }
    if let Some(covering) = made.covering {
        parts.push(counted(covering.covered.into(), "area covered", "areas covered"));
    }
    parts.extend(warnings(made).into_iter().map(|(_, words)| words.to_owned()));
    format!("{path}: {}", parts.join("; "))
}

fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}
