//! The auditor's page: the newest lines of their Society's chain, and the check that nothing in it was changed. The lines contain
//! no content; reading them adds a line of its own.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use std::io::ErrorKind;

use super::parts::Names;
use crate::audit::chain::{self, Broken, Line};
use crate::audit::checkpoints::{CheckpointFile, Contents};
use crate::audit::{self, Verb};
use crate::i18n::Args;
use crate::ids::StaffId;
use crate::proofs::{self, RowKind};
use crate::publications::certifying::judging::Flaw;
use crate::publications::certifying::ringing;
use crate::societies::exchanged::{self, KeyOf};
use crate::staff::Staff;
use crate::staff::going_on;
use crate::staff::roles::ReadAudit;
use crate::web::paging::PageNumber;
use crate::web::{Error, Form, Visit};

const TEMPLATE: &str = "desk/audit.html";
const LINES_A_PAGE: u64 = 50;

#[derive(Deserialize)]
pub struct Params {
    #[serde(default)]
    page: String,
}

#[derive(Serialize)]
struct ShownLine {
    seq: u64,
    when: String,
    who: String,
    what: String,
    record: String,
    detail: Option<String>,
}

#[derive(Serialize)]
struct Outcome {
    tone: &'static str,
    title: String,
    text: String,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct Exchanged {
    when: String,
    what: String,
    record: String,
}

#[derive(Serialize)]
struct Ceiling {
    when: String,
    who: String,
    what: String,
    /// The member whom a colleague let go on.
    whom: Option<String>,
}

#[derive(Serialize)]
struct AuditPage {
    /// Public keys that somebody replaced, newest first.
    exchanged: Vec<Exchanged>,
    /// Rows that somebody changed or put back in the database, newest first.
    refused: Vec<Exchanged>,
    /// Live photos that were not what a reviewer certified, newest first.
    uncertified: Vec<Exchanged>,
    /// The members who met the Society's reading ceiling or let another go on, newest first.
    ceilings: Vec<Ceiling>,
    lines: Vec<ShownLine>,
    page: u64,
    pages: u64,
    outcome: Option<Outcome>,
}

pub async fn show(
    by: Staff<ReadAudit>,
    visit: Visit,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let number = PageNumber::parse(&asked.page).ok_or(Error::NotFound)?;
    if number == PageNumber::FIRST {
        audit::record(&visit.app.db.desk, by.society, visit.now, Some(by.id), Verb::AuditRead, by.id).await?;
    }
    let page = page(&by, &visit, number, None).await?;
    visit.show_form(TEMPLATE, super::frame(&visit, &by, "audit"), &page)
}

/// Walks the whole chain and compares it with the checkpoints outside the database.
pub async fn verify(by: Staff<ReadAudit>, visit: Visit, _form: Form) -> Result<HttpResponse, Error> {
    let file = CheckpointFile::at(&visit.app.config.checkpoint_file);
    let read = web::block(move || file.read_all()).await.map_err(Error::internal)?;
    let (seen, is_missing) = match read {
        Ok(contents) => (contents, false),
        Err(error) if error.kind() == ErrorKind::NotFound => (Contents::default(), true),
        Err(error) => return Err(Error::Unavailable(error.to_string())),
    };
    let outcome = match audit::lines(&visit.app.db.desk, by.society).await {
        Ok(lines) => {
            outcome(&visit, chain::verify(by.society, lines, &seen.checkpoints, visit.app.config.kept.audit))
        }
        // This program never writes an unreadable line, so somebody else did.
        Err(audit::AuditError::Unreadable) => broken(&visit, "audit-broken-unreadable", &[]),
        Err(other) => return Err(other.into()),
    };
    let mut notes = Vec::new();
    if is_missing {
        notes.push(visit.text("audit-no-checkpoints"));
    }
    if !seen.damaged_lines.is_empty() {
        notes.push(visit.text("audit-damaged-checkpoints"));
    }
    let page = page(&by, &visit, PageNumber::FIRST, Some(Outcome { notes, ..outcome })).await?;
    visit.show_form(TEMPLATE, super::frame(&visit, &by, "audit"), &page)
}

fn outcome(visit: &Visit, verified: Result<chain::Verified, chain::Fault>) -> Outcome {
    match verified {
        Ok(good) => Outcome {
            tone: "good",
            title: visit.text("audit-holds-title"),
            text: said(
                visit,
                "audit-holds-text",
                &[("lines", good.lines.into()), ("covered", good.covered_to.into())],
            ),
            notes: Vec::new(),
        },
        Err(fault) => {
            let key = match fault.what {
                Broken::Edited => "audit-broken-edited",
                Broken::Missing => "audit-broken-missing",
                Broken::Swapped => "audit-broken-swapped",
                Broken::Rewritten => "audit-broken-rewritten",
                Broken::TailCut => "audit-broken-tail-cut",
                Broken::BeginningCut => "audit-broken-beginning-cut",
            };
            broken(visit, key, &[("line", fault.seq.into())])
        }
    }
}

fn broken(visit: &Visit, key: &str, args: &Args<'_>) -> Outcome {
    let text = said(visit, key, args);
    Outcome { tone: "danger", title: visit.text("audit-broken-title"), text, notes: Vec::new() }
}

fn said(visit: &Visit, key: &str, args: &Args<'_>) -> String {
    visit.app.pages.texts().get(visit.lang, key, args)
}

async fn page(
    by: &Staff<ReadAudit>,
    visit: &Visit,
    number: PageNumber,
    outcome: Option<Outcome>,
) -> Result<AuditPage, Error> {
    let db = &visit.app.db.desk;
    let page = number.get() as u64;
    let (lines, pages) = audit::newest(db, by.society, page - 1, LINES_A_PAGE).await?;
    if page > pages.max(1) {
        return Err(Error::NotFound);
    }
    let names = Names::of_society(visit, by.society).await?;
    let lines = lines.into_iter().map(|line| shown(visit, &names, line)).collect();
    let ceilings = going_on::told(db, by.society, visit.now).await?;
    let ceilings = ceilings.into_iter().map(|line| of_ceiling(visit, &names, &line)).collect();
    let exchanged = exchanged::told(db, by.society, visit.now).await?;
    let exchanged = exchanged.into_iter().map(|line| met(visit, &line)).collect();
    let refused = proofs::told(db, by.society, visit.now).await?;
    let refused = refused.into_iter().map(|line| turned_away(visit, &line)).collect();
    let uncertified = ringing::told(db, by.society, visit.now).await?;
    let uncertified = uncertified.into_iter().map(|line| not_certified(visit, &line)).collect();
    Ok(AuditPage { exchanged, refused, uncertified, ceilings, lines, page, pages: pages.max(1), outcome })
}

fn met(visit: &Visit, line: &Line) -> Exchanged {
    let key = line.detail.as_ref().and_then(|word| KeyOf::parse(word.as_str()));
    Exchanged {
        when: line.at.minute_text(),
        what: key.map_or_else(String::new, |key| visit.text(&key.key("audit-exchanged"))),
        record: short(line),
    }
}

fn turned_away(visit: &Visit, line: &Line) -> Exchanged {
    let row = line.detail.as_ref().and_then(|word| RowKind::parse(word.as_str()));
    Exchanged {
        when: line.at.minute_text(),
        what: row.map_or_else(String::new, |row| visit.text(&row.key("audit-refused"))),
        record: short(line),
    }
}

fn not_certified(visit: &Visit, line: &Line) -> Exchanged {
    let flaw = line.detail.as_ref().and_then(|word| Flaw::parse(word.as_str()));
    Exchanged {
        when: line.at.minute_text(),
        what: flaw.map_or_else(String::new, |flaw| visit.text(&flaw.key("audit-certificate"))),
        record: short(line),
    }
}

fn of_ceiling(visit: &Visit, names: &Names, line: &Line) -> Ceiling {
    let whom = (line.verb == Verb::GoingOnAgreed).then(|| StaffId::of_record(line.subject));
    Ceiling {
        when: line.at.minute_text(),
        who: name_of(visit, names, line),
        what: visit.text(&line.verb.label_key()),
        whom: whom.and_then(|whom| names.get(whom)),
    }
}

/// The first eight characters of the record's id, enough to distinguish it from others.
fn short(line: &Line) -> String {
    line.subject.to_string()[..8].to_owned()
}

fn name_of(visit: &Visit, names: &Names, line: &Line) -> String {
    match line.actor {
        None => visit.text("audit-nobody"),
        Some(actor) => names.get(actor).unwrap_or_else(|| visit.text("audit-outsider")),
    }
}

fn shown(visit: &Visit, names: &Names, line: Line) -> ShownLine {
    // The detail of this one is a proof, which tells nobody anything.
    let detail = line.detail.as_ref().filter(|_| line.verb != Verb::GoingOnAgreed);
    ShownLine {
        seq: line.seq,
        when: line.at.minute_text(),
        who: name_of(visit, names, &line),
        what: visit.text(&line.verb.label_key()),
        record: short(&line),
        detail: detail.map(|word| word.as_str().to_owned()),
    }
}
