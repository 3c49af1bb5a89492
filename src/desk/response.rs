//! One response: claimed first, then opened with photo and case beside it, answered, noted. `response_closed` contains its end.
//! Invariant: it opens only for its claim's holder, and a conflict overwrites nothing and keeps what was typed.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::parts::Names;
use super::response_page;
use super::response_page::{Params, Shown};
use super::response_unopened::{Closed, Taken, Unclaimed};
use crate::chance;
use crate::ids::{NoteId, ResponseId};
use crate::responses::lifecycle::Stage;
use crate::responses::{ResponseError, handling, queue};
use crate::staff::{Staff, roles};
use crate::web::fault::fault_of_length;
use crate::web::record::id_in;
use crate::web::{Error, Fault, Form, Visit};

pub(super) type Moderator = Staff<roles::Moderate>;
pub(super) type Path = web::Path<(String, String)>;

const MOST_NOTE: usize = 4000;

/// The fields of this page that hold typed text or a choice.
const BOXES: [&str; 5] = ["note", "question", "outcome", "folded", "end_publication"];

/// What has just been done: which box was saved, if any, and whether a message was sent or taken back.
#[derive(Deserialize)]
pub struct Just {
    #[serde(default)]
    pub saved: String,
    #[serde(default)]
    pub told: String,
}

pub async fn show(
    staff: Moderator,
    visit: Visit,
    path: Path,
    just: web::Query<Just>,
) -> Result<HttpResponse, Error> {
    page(&visit, &staff, id_in(&path)?, Params::after(&just)).await
}

pub async fn claim(staff: Moderator, visit: Visit, path: Path, _: Form) -> Result<HttpResponse, Error> {
    let id = id_in(&path)?;
    match handling::claim(&visit.app.db.desk, &staff, id, visit.now).await {
        Ok(()) => Ok(anew(&visit, id, ("", ""))),
        // The page itself says who holds it, or how it was closed.
        Err(ResponseError::Claimed { .. } | ResponseError::IsClosed) => {
            page(&visit, &staff, id, Params::default()).await
        }
        Err(error) => refused(&visit, &staff, id, error, ""),
    }
}

pub async fn release(staff: Moderator, visit: Visit, path: Path, form: Form) -> Result<HttpResponse, Error> {
    let id = id_in(&path)?;
    if let Some(fault) = unsaved(&form) {
        return page(&visit, &staff, id, Params::again(&form, [fault])).await;
    }
    match handling::release(&visit.app.db.desk, &staff, id, visit.now).await {
        // An expired lease counts as released.
        Ok(()) | Err(ResponseError::NotClaimed) => Ok(visit.redirect("queue")),
        Err(error) => refused(&visit, &staff, id, error, ""),
    }
}

/// Saves a note for colleagues, which never leaves the desk.
pub async fn note(staff: Moderator, visit: Visit, path: Path, form: Form) -> Result<HttpResponse, Error> {
    let (id, text) = (id_in(&path)?, form.text("note"));
    let keys = ["response-note-missing", "response-note-long"];
    if let Some(fault) = fault_of_length(("note", text), MOST_NOTE, keys) {
        return page(&visit, &staff, id, Params::again(&form, [fault])).await;
    }
    let note = form.text("note_id").parse::<NoteId>().unwrap_or_else(|_| chance::id());
    match handling::add_note(&visit.app.db.desk, &staff, (id, note), text, visit.now).await {
        Ok(()) => Ok(anew(&visit, id, ("note", ""))),
        Err(error) => refused(&visit, &staff, id, error, text),
    }
}

/// A fault if something typed is not saved: releasing or closing leads to another page, where it would be lost.
pub(super) fn unsaved(form: &Form) -> Option<Fault> {
    let field = ["note", "question"].into_iter().find(|field| !form.text(field).is_empty())?;
    Some(Fault { field, key: "response-unsaved" })
}

/// Shows the page again after a box was saved, or a message was sent or taken back. Text in the other boxes is kept.
pub(super) fn anew(visit: &Visit, id: ResponseId, (saved, told): (&str, &str)) -> HttpResponse {
    let path = format!("responses/{id}");
    let typed = visit.typed().unwrap_or_default();
    match BOXES.iter().any(|field| *field != saved && !typed.text(field).is_empty()) {
        true => Visit::with_typed(&format!("/{}/{path}", visit.lang), &format!("&saved={saved}&told={told}")),
        false if told.is_empty() => visit.redirect(&path),
        false => visit.redirect(&format!("{path}?told={told}#thread")),
    }
}

/// The response as this member may see it: closed, free, held by a colleague, or open. A closed one opens for a member who
/// claimed it to read.
pub(super) async fn page(
    visit: &Visit,
    staff: &Moderator,
    id: ResponseId,
    asked: Params,
) -> Result<HttpResponse, Error> {
    let item = queue::one(&visit.app.db.desk, staff, id, visit.now).await?;
    let names = Names::of_society(visit, staff.society).await?;
    let frame = super::frame(visit, staff, &format!("responses/{id}"));
    let is_empty = BOXES.iter().all(|field| frame.typed_before().text(field).is_empty());
    // A change that this member has just saved is no colleague's change.
    let is_saved = |field: &str| !asked.saved.is_empty() && (field == asked.saved || field == "version");
    let frame = frame.without_typed(|field| is_empty || is_saved(field));
    let is_closed = item.row.stage == Stage::Closed;
    match item.holder {
        None if is_closed => {
            let page = Closed::of(visit, staff, &item, &names).await?.told(visit, &asked);
            visit.show_form_as(asked.status(), "desk/response_closed.html", frame, &page)
        }
        None => visit.show_form("desk/response_unclaimed.html", frame, &Unclaimed::of(visit, &item, &names)),
        Some(holder) if holder != staff.id => {
            let page = Taken::of(visit, &item, &names);
            visit.show_as(StatusCode::CONFLICT, "desk/response_taken.html", frame, &page)
        }
        Some(_) => {
            let opened = handling::reveal(&visit.app.db.desk, staff, id, visit.now).await;
            let opened = match opened {
                Err(ResponseError::BudgetSpent) => {
                    return Err(Error::FreshFactor { next: format!("/{}/responses/{id}", visit.lang) });
                }
                Err(error) => return refused(visit, staff, id, error, ""),
                Ok(opened) => opened,
            };
            let page = Shown::of(visit, staff, (&item, &opened), &names).await?.told(visit, &asked);
            let frame = asked.answers.iter().fold(frame, |frame, (name, value)| frame.answer(name, value));
            let status = asked.status();
            visit.show_form_as(status, "desk/response.html", frame.faults(asked.faults), &page)
        }
    }
}

#[derive(Serialize)]
struct Conflict {
    text: String,
    /// What was typed and not saved, to be copied.
    kept: Vec<String>,
    href: String,
}

/// A 409 in words: what prevented the change, and that nothing was overwritten.
pub(super) fn refused(
    visit: &Visit,
    staff: &Moderator,
    id: ResponseId,
    error: ResponseError,
    typed: &str,
) -> Result<HttpResponse, Error> {
    if matches!(error, ResponseError::HoldsTooMany) {
        let frame = super::frame(visit, staff, &format!("responses/{id}"));
        return visit.show_as(StatusCode::CONFLICT, "desk/response_claims_full.html", frame, &());
    }
    let key = match error {
        ResponseError::Claimed { .. } => "response-conflict-claimed",
        ResponseError::Conflict => "response-conflict-changed",
        ResponseError::NotClaimed => "response-conflict-lease",
        ResponseError::IsClosed => "response-conflict-closed",
        ResponseError::IsOpen => "response-conflict-open-again",
        other => return Err(other.into()),
    };
    let page = Conflict {
        text: visit.text(key),
        kept: response_page::paragraphs(typed),
        href: format!("/{}/responses/{id}", visit.lang),
    };
    let frame = super::frame(visit, staff, &format!("responses/{id}"));
    visit.show_as(StatusCode::CONFLICT, "desk/response_conflict.html", frame, &page)
}
