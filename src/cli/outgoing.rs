//! `kinlight outgoing`: runs the check of staff's messages over two lists of sentences, and prints how many of those that must
//! be stopped are stopped, and how many of those that must pass are stopped wrongly. It reads files and needs no installation.

use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::i18n::Texts;
use crate::responses::outgoing::{Check, Known, house};

/// In percent: the least share of stopped sentences, then the largest share of wrongly stopped ones.
const LEAST_STOPPED: usize = 98;
const MOST_WRONGLY: usize = 2;

/// Measure the check of staff's messages on sentences of your own
#[derive(Debug, clap::Args)]
pub struct OutgoingArgs {
    /// What is known of a made-up case: names, contacts, places (TOML or JSON)
    #[arg(long, value_name = "FILE")]
    case: PathBuf,
    /// Sentences that must be stopped, one a line
    #[arg(long, value_name = "FILE")]
    stop: PathBuf,
    /// Sentences that must pass, one a line
    #[arg(long, value_name = "FILE")]
    pass: PathBuf,
}

/// Each field is a list or one text.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Case {
    names: OneOrSeveral,
    contacts: OneOrSeveral,
    places: OneOrSeveral,
    societies: OneOrSeveral,
    own_name: String,
    photo_number: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrSeveral {
    One(String),
    Several(Vec<String>),
}

impl Default for OneOrSeveral {
    fn default() -> Self {
        OneOrSeveral::Several(Vec::new())
    }
}

impl From<OneOrSeveral> for Vec<String> {
    fn from(texts: OneOrSeveral) -> Self {
        match texts {
            OneOrSeveral::One(text) => vec![text],
            OneOrSeveral::Several(texts) => texts,
        }
    }
}

pub fn run(args: OutgoingArgs) -> ExitCode {
    match measured(&args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(fault) => {
            eprintln!("kinlight: {fault}");
            ExitCode::from(2)
        }
    }
}

/// Whether both shares are good enough.
fn measured(args: &OutgoingArgs) -> Result<bool, String> {
    let check = Check::of(&known(&args.case)?);
    let (stop, pass) = (lines(&args.stop)?, lines(&args.pass)?);
    let is_stopped = |line: &&String| !check.findings(line).is_empty();
    let missed: Vec<&String> = stop.iter().filter(|line| !is_stopped(line)).collect();
    let wrong: Vec<&String> = pass.iter().filter(is_stopped).collect();
    for line in &missed {
        println!("missed: {line}");
    }
    for line in &wrong {
        let found = check.findings(line);
        let words: Vec<&str> = found.iter().filter_map(|one| line.get(one.at.clone())).collect();
        println!("wrongly: {line}  [{}]", words.join(" | "));
    }
    let stopped = stop.len() - missed.len();
    println!("stopped {stopped} of {} ({} %)", stop.len(), share(stopped, stop.len()));
    println!("stopped wrongly {} of {} ({} %)", wrong.len(), pass.len(), share(wrong.len(), pass.len()));
    Ok(stopped * 100 >= stop.len() * LEAST_STOPPED && wrong.len() * 100 <= pass.len() * MOST_WRONGLY)
}

fn known(file: &Path) -> Result<Known, String> {
    let text = read(file)?;
    let parsed: Result<Case, String> = if text.trim_start().starts_with('{') {
        serde_json::from_str(&text).map_err(|error| error.to_string())
    } else {
        toml::from_str(&text).map_err(|error| error.to_string())
    };
    let case = parsed.map_err(|error| format!("{}: {error}", file.display()))?;
    let texts = Texts::load().map_err(|error| error.to_string())?;
    Ok(Known {
        names: case.names.into(),
        contacts: case.contacts.into(),
        places: case.places.into(),
        societies: case.societies.into(),
        own_name: case.own_name,
        photo_number: case.photo_number,
        house: house::sentences(&texts),
        ..Known::default()
    })
}

/// The file's lines, without empty ones and those that begin with #.
fn lines(file: &Path) -> Result<Vec<String>, String> {
    let text = read(file)?;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(lines.map(str::to_owned).collect())
}

fn read(file: &Path) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn share(part: usize, whole: usize) -> String {
    let tenths = (part * 1000).checked_div(whole).unwrap_or_default();
    format!("{}.{}", tenths / 10, tenths % 10)
}
