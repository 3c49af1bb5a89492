//! The tombstone log: a file outside the database that says what ended or was erased, by ids alone, so that a
//! restored backup brings none of it back. It only ever grows. Invariant: a line is on the disk before its note
//! leaves the database, so a line may be there twice, and none is lost.

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;
use time::Duration;

use crate::clock::Moment;
use crate::db::{DatabaseConnection, DbErr, tombstones as notes};
use crate::ids::RecordId;
use crate::line_file;

/// How often the log says how far it reaches, even when nothing happens.
const SAID_EVERY: Duration = Duration::minutes(15);
/// How long before the old system's end the log may stop and still count as whole: `SAID_EVERY` and a job's delay.
const LATE_BY: Duration = Duration::minutes(20);

words! {
    /// What happened to a record, in the order in which it is replayed. The schema's triggers write the codes, which are never
    /// renamed.
    #[derive(PartialOrd, Ord)]
    pub enum What {
        PublicationEnded = "publication-ended",
        ConsentEnded = "consent-ended",
        ConsentReplaced = "consent-replaced",
        PosterEnded = "poster-ended",
        PrivatePartErased = "private-part-erased",
        ResponseTakenBack = "response-taken-back",
        ResponseErased = "response-erased",
        MessageErased = "message-erased",
        AccountEnded = "account-ended",
        CredentialsReplaced = "credentials-replaced",
        SecondKeyReplaced = "second-key-replaced",
    }
}

impl What {
    /// Staff's lines carry exact times. The others are rounded to the hour, since a family is behind them.
    fn is_of_staff(self) -> bool {
        matches!(self, What::AccountEnded | What::CredentialsReplaced | What::SecondKeyReplaced)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tombstone {
    pub what: What,
    pub record: RecordId,
    /// A fixed word such as a reason, or empty.
    pub detail: String,
    /// When a job wrote it down: the exact time, or its hour.
    pub at: Moment,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    Tombstone(Tombstone),
    /// Everything that happened after `from` and up to `until` is in this file, above this line.
    Whole {
        from: Moment,
        until: Moment,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a line of a tombstone log")]
pub struct NotALine;

impl Line {
    pub fn parse(line: &str) -> Result<Line, NotALine> {
        let moment = |text: &str| Moment::parse(text).ok_or(NotALine);
        let words: Vec<&str> = line.split_ascii_whitespace().collect();
        match words[..] {
            ["kinlight-tombstones", "1", "whole", from, until] => {
                Ok(Line::Whole { from: moment(from)?, until: moment(until)? })
            }
            ["kinlight-tombstone", "1", what, record, detail, at] => Ok(Line::Tombstone(Tombstone {
                what: What::parse(what).ok_or(NotALine)?,
                record: record.parse().map_err(|_| NotALine)?,
                detail: if detail == "-" { String::new() } else { detail.to_owned() },
                at: moment(at)?,
            })),
            _ => Err(NotALine),
        }
    }
}

/// The line without its line break.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Line::Whole { from, until } => {
                write!(f, "kinlight-tombstones 1 whole {} {}", from.second_text(), until.second_text())
            }
            Line::Tombstone(one) => {
                let detail = if one.detail.is_empty() { "-" } else { &one.detail };
                let (what, at) = (one.what.code(), one.at.second_text());
                write!(f, "kinlight-tombstone 1 {what} {} {detail} {at}", one.record)
            }
        }
    }
}

/// The contents of one or more tombstone files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    pub tombstones: Vec<Tombstone>,
    whole: Vec<(Moment, Moment)>,
    /// How many lines can't be read and have no later line that makes up for them.
    pub damaged: usize,
}

impl Log {
    /// Adds a file's lines. A line that a crash cut off does no harm: it is written again below, complete.
    pub fn add(&mut self, text: &str) {
        let lines: Vec<&str> = text.split('\n').filter(|line| !line.is_empty()).collect();
        for (at, line) in lines.iter().enumerate() {
            match Line::parse(line) {
                Ok(Line::Tombstone(one)) => self.tombstones.push(one),
                Ok(Line::Whole { from, until }) => self.whole.push((from, until)),
                Err(NotALine) => {
                    let is_made_up_for = lines[at + 1..].iter().any(|later| later.starts_with(line));
                    self.damaged += usize::from(!is_made_up_for);
                }
            }
        }
    }

    pub fn read(paths: &[std::path::PathBuf]) -> io::Result<Log> {
        let mut log = Log::default();
        for path in paths {
            let text = fs::read_to_string(path)
                .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
            log.add(&text);
        }
        Ok(log)
    }

    /// The spans from a backup to the old system's end that the log does not cover.
    pub fn unknown(&self, from: Moment, to: Moment) -> Vec<(Moment, Moment)> {
        let mut whole = self.whole.clone();
        whole.sort_unstable();
        let (mut told, mut holes) = (from, Vec::new());
        for (begins, ends) in whole {
            if begins > told && told < to {
                holes.push((told, begins.min(to)));
            }
            told = told.max(ends);
        }
        // The log's last line may be a while old: if anything had happened since, there would be a later one.
        if told + LATE_BY < to {
            holes.push((told, to));
        }
        holes
    }
}

#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error("the tombstone log could not be written, {0}: {1}")]
    Io(String, io::Error),
}

/// Moves the database's notes into the log; a job calls it. After a crash in between, it writes them again.
pub async fn keep(db: &DatabaseConnection, path: &Path, now: Moment) -> Result<(), KeepError> {
    let waiting = notes::waiting(db).await?;
    let told_until = notes::told_until(db).await?.map(Moment);
    if waiting.is_empty() && path.exists() && told_until.is_some_and(|until| now.since(until) < SAID_EVERY) {
        return Ok(());
    }
    let tombstone = |note: &notes::Note| {
        let Some(what) = What::parse(&note.what) else {
            // Written by a later program: it must not be dropped, so nothing is.
            return Err(DbErr::Type(format!("tombstones.what: {}", note.what)));
        };
        let at = if what.is_of_staff() { now } else { now.hour() };
        let detail = note.detail.clone().unwrap_or_default();
        Ok(Line::Tombstone(Tombstone { what, record: note.record, detail, at }))
    };
    let mut lines: Vec<Line> = waiting.iter().map(tombstone).collect::<Result<_, _>>()?;
    lines.push(Line::Whole { from: told_until.unwrap_or(now), until: now });
    let (file, shown) = (path.to_owned(), path.display().to_string());
    let written = tokio::task::spawn_blocking(move || line_file::append(&file, &lines)).await;
    written.map_err(io::Error::other).flatten().map_err(|error| KeepError::Io(shown, error))?;
    Ok(notes::told(db, &waiting, now.0).await?)
}

#[cfg(test)]
mod tests;
