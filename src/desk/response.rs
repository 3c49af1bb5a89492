//! One response: claimed first, then opened with photo and case beside it, answered, noted. Its end is in
//! `response_closed`. Invariant: it opens for the holder of its claim alone, and a conflict overwrites nothing and keeps
//! what was typed.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::response_page::{Asked, Shown};
use super::response_unopened::{Closed, Taken, Unclaimed};
use super::{queue, response_page};
use crate::chance;
use crate::responses::lifecycle::Stage;
use crate::responses::{ResponseError, queries, queue as verbs};
use crate::staff::{Staff, roles};
use crate::web::fault::fault_of_length;
use crate::web::{Error, Fault, Form, Visit};

pub(super) type Moderator = Staff<roles::Moderate>;
pub(super) type Path = web::Path<(String, String)>;

const MOST_NOTE: usize = 4000;

/// What is typed and chosen here.
const BOXES: [&str; 4] = ["note", "question", "outcome", "end_publication"];

/// What has just been done: which box was saved, if any, and what has become of a message.
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
    page(&visit, &staff, id_in(&path)?, Asked::after(&just)).await
}

pub async fn claim(staff: Moderator, visit: Visit, path: Path, _: Form) -> Result<HttpResponse, Error> {
    let id = id_in(&path)?;
    match verbs::claim(&visit.app.db.desk, &staff, id, visit.now).await {
        Ok(()) => Ok(anew(&visit, id, ("", ""))),
        // The page itself tells by whom it is held, or how it was closed.
        Err(ResponseError::Claimed { .. } | ResponseError::IsClosed) => {
            page(&visit, &staff, id, Asked::default()).await
        }
        Err(error) => refused(&visit, &staff, id, error, ""),
    }
}

pub async fn release(staff: Moderator, visit: Visit, path: Path, form: Form) -> Result<HttpResponse, Error> {
    let id = id_in(&path)?;
    if let Some(fault) = unsaved(&form) {
        return page(&visit, &staff, id, Asked::again(&form, [fault])).await;
    }
    match verbs::release(&visit.app.db.desk, &staff, id, visit.now).await {
        // A lease that ran out is as good as released.
        Ok(()) | Err(ResponseError::NotClaimed) => Ok(visit.redirect("queue")),
        Err(error) => refused(&visit, &staff, id, error, ""),
    }
}

/// For colleagues: never leaves the desk.
pub async fn note(staff: Moderator, visit: Visit, path: Path, form: Form) -> Result<HttpResponse, Error> {
    let (id, text) = (id_in(&path)?, form.text("note"));
    let keys = ["response-note-missing", "response-note-long"];
    if let Some(fault) = fault_of_length(("note", text), MOST_NOTE, keys) {
        return page(&visit, &staff, id, Asked::again(&form, [fault])).await;
    }
    let note = Uuid::try_parse(form.text("note_id")).unwrap_or_else(|_| chance::id());
    match verbs::add_note(&visit.app.db.desk, &staff, (id, note), text, visit.now).await {
        Ok(()) => Ok(anew(&visit, id, ("note", ""))),
        Err(error) => refused(&visit, &staff, id, error, text),
    }
}

/// Released or closed, it is another page: what is typed here would be gone.
pub(super) fn unsaved(form: &Form) -> Option<Fault> {
    let field = ["note", "question"].into_iter().find(|field| !form.text(field).is_empty())?;
    Some(Fault { field, key: "response-unsaved" })
}

/// The page anew, after one box was saved, or a message was sent or taken back. What stands typed in the other boxes goes
/// along.
pub(super) fn anew(visit: &Visit, id: Uuid, (saved, told): (&str, &str)) -> HttpResponse {
    let path = format!("responses/{id}");
    let typed = visit.typed().unwrap_or_default();
    match BOXES.iter().any(|field| *field != saved && !typed.text(field).is_empty()) {
        true => Visit::with_typed(&format!("/{}/{path}", visit.lang), &format!("&saved={saved}&told={told}")),
        false if told.is_empty() => visit.redirect(&path),
        false => visit.redirect(&format!("{path}?told={told}#thread")),
    }
}

/// The response as it stands for this member: closed, free, held by a colleague, or open before them. A closed one opens
/// to be read for whoever took it.
pub(super) async fn page(
    visit: &Visit,
    staff: &Moderator,
    id: Uuid,
    asked: Asked,
) -> Result<HttpResponse, Error> {
    let item = queries::one(&visit.app.db.desk, staff, id, visit.now).await?;
    let names = queue::names(visit, staff).await?;
    let frame = super::frame(visit, staff, &format!("responses/{id}"));
    let is_empty = BOXES.iter().all(|field| frame.typed_before().text(field).is_empty());
    // What came of one's own saving is no colleague's change.
    let is_saved = |field: &str| !asked.saved.is_empty() && (field == asked.saved || field == "version");
    let frame = frame.without_typed(|field| is_empty || is_saved(field));
    let is_closed = Stage::parse(&item.row.stage) == Stage::Closed;
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
            let opened = verbs::reveal(&visit.app.db.desk, staff, id, visit.now).await;
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
    /// What was typed, to copy: it was not saved.
    kept: Vec<String>,
    href: String,
}

/// 409 in words: what stood in the way, and that nothing was overwritten.
pub(super) fn refused(
    visit: &Visit,
    staff: &Moderator,
    id: Uuid,
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

pub(super) fn id_in(path: &Path) -> Result<Uuid, Error> {
    Uuid::try_parse(&path.1).map_err(|_| Error::NotFound)
}

/// A form without a version saw none: it meets a conflict, or nothing at all in a foreign Society.
pub(super) fn version_in(form: &Form) -> i64 {
    form.text("version").parse().unwrap_or_default()
}
