//! One response: claimed first, then opened with photo and case beside it, answered, noted, closed. Invariant: it opens
//! for the holder of its claim alone, and a conflict overwrites nothing and keeps what was typed.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;
use uuid::Uuid;

use super::response_message::{Outgoing, Query, told};
use super::response_page::{Asked, Closed, Shown, Taken, Unclaimed};
use super::{queue, response_page};
use crate::publications::ending;
use crate::publications::lifecycle::EndReason;
use crate::responses::lifecycle::{Outcome, Stage};
use crate::responses::{ResponseError, closing, queries, queue as verbs};
use crate::staff::{Staff, roles};
use crate::web::{Error, Fault, Form, Visit};

pub(super) type Moderator = Staff<roles::Moderate>;
pub(super) type Path = web::Path<(String, String)>;

const MOST_NOTE: usize = 4000;

pub async fn show(
    staff: Moderator,
    visit: Visit,
    path: Path,
    asked: web::Query<Query>,
) -> Result<HttpResponse, Error> {
    let asked = Asked { told: told(&asked.told), ..Asked::default() };
    page(&visit, &staff, id_in(&path)?, asked).await
}

pub async fn claim(staff: Moderator, visit: Visit, path: Path, _: Form) -> Result<HttpResponse, Error> {
    let id = id_in(&path)?;
    match verbs::claim(&visit.app.db.desk, &staff, id, visit.now).await {
        Ok(()) => Ok(visit.redirect(&format!("responses/{id}"))),
        // The page itself tells by whom it is held, or how it was closed.
        Err(ResponseError::Claimed { .. } | ResponseError::IsClosed) => {
            page(&visit, &staff, id, Asked::default()).await
        }
        Err(error) => refused(&visit, &staff, id, error, ""),
    }
}

pub async fn release(staff: Moderator, visit: Visit, path: Path, _: Form) -> Result<HttpResponse, Error> {
    let id = id_in(&path)?;
    match verbs::release(&visit.app.db.desk, &staff, id, visit.now).await {
        // A lease that ran out is as good as released.
        Ok(()) | Err(ResponseError::NotClaimed) => Ok(visit.redirect("queue")),
        Err(error) => refused(&visit, &staff, id, error, ""),
    }
}

/// For colleagues: never leaves the desk.
pub async fn note(staff: Moderator, visit: Visit, path: Path, form: Form) -> Result<HttpResponse, Error> {
    let (id, text) = (id_in(&path)?, form.text("note"));
    let fault = fault_of_length(text, MOST_NOTE, ["response-note-missing", "response-note-long"]);
    if let Some(key) = fault {
        return page(&visit, &staff, id, Asked::again(&form, [Fault { field: "note", key }])).await;
    }
    match verbs::add_note(&visit.app.db.desk, &staff, id, text, visit.now).await {
        Ok(()) => Ok(visit.redirect(&format!("responses/{id}"))),
        Err(error) => refused(&visit, &staff, id, error, text),
    }
}

/// Closes the response; the publication ends only if that was answered apart with yes.
pub async fn close(staff: Moderator, visit: Visit, path: Path, form: Form) -> Result<HttpResponse, Error> {
    let (id, version) = (id_in(&path)?, version_in(&form));
    let ends_publication = match form.text("end_publication") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let (outcome, ends_publication) = match (Outcome::chosen(form.text("outcome")), ends_publication) {
        (Some(outcome), Some(ends)) => (outcome, ends),
        (outcome, ends) => {
            let faults = [
                outcome.is_none().then_some(Fault { field: "outcome", key: "close-outcome-missing" }),
                ends.is_none().then_some(Fault { field: "end_publication", key: "close-photo-missing" }),
            ];
            return page(&visit, &staff, id, Asked::again(&form, faults.into_iter().flatten())).await;
        }
    };
    let db = &visit.app.db.desk;
    let publication = queries::one(db, &staff, id, visit.now).await?.row.publication_id;
    if let Err(error) = verbs::close(db, &staff, (id, version), outcome, visit.now).await {
        return refused(&visit, &staff, id, error, "");
    }
    if ends_publication {
        let by = Staff::<roles::Withdraw>::permit((*staff).clone()).ok_or(Error::Forbidden)?;
        let is_found = matches!(outcome, Outcome::Reunited | Outcome::ContactRestored);
        let reason = if is_found { EndReason::Reunited } else { EndReason::WithdrawnByStaff };
        ending::withdraw(db, &by, publication, reason, visit.now).await?;
        visit.app.refresh_catalogue().await;
    }
    closing::close_ended_cases(db, &staff, visit.now).await?;
    Ok(visit.redirect(&format!("responses/{id}")))
}

/// The response as it stands for this member: closed, free, held by a colleague, or open before them.
pub(super) async fn page(
    visit: &Visit,
    staff: &Moderator,
    id: Uuid,
    asked: Asked,
) -> Result<HttpResponse, Error> {
    let item = queries::one(&visit.app.db.desk, staff, id, visit.now).await?;
    let names = queue::names(visit, staff).await?;
    let frame = super::frame(visit, staff, &format!("responses/{id}"));
    if Stage::parse(&item.row.stage) == Stage::Closed {
        let page = Closed::of(visit, staff, &item, &names).await?;
        return visit.show("desk/response_closed.html", frame, &page);
    }
    match item.holder {
        None => visit.show_form("desk/response_unclaimed.html", frame, &Unclaimed::of(visit, &item, &names)),
        Some(holder) if holder != staff.id => {
            let page = Taken::of(visit, &item, &names);
            visit.show_as(StatusCode::CONFLICT, "desk/response_taken.html", frame, &page)
        }
        Some(_) => {
            let opened =
                verbs::reveal(&visit.app.db.desk, staff, id, visit.app.config.budget, visit.now).await;
            let opened = match opened {
                Err(ResponseError::BudgetSpent) => {
                    return Err(Error::FreshFactor { next: format!("/{}/responses/{id}", visit.lang) });
                }
                Err(error) => return refused(visit, staff, id, error, ""),
                Ok(opened) => opened,
            };
            let mut page = Shown::of(visit, staff, (&item, &opened), &names).await?;
            page.outgoing = Outgoing::of(visit, &asked);
            let frame = asked.answers.iter().fold(frame, |frame, (name, value)| frame.answer(name, value));
            match asked.faults.is_empty() {
                true => visit.show_form("desk/response.html", frame, &page),
                false => visit.show_faults("desk/response.html", frame, asked.faults, &page),
            }
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
    let key = match error {
        ResponseError::Claimed { .. } => "response-conflict-claimed",
        ResponseError::Conflict => "response-conflict-changed",
        ResponseError::NotClaimed => "response-conflict-lease",
        ResponseError::IsClosed => "response-conflict-closed",
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

pub(super) fn fault_of_length(
    text: &str,
    most: usize,
    [missing, long]: [&'static str; 2],
) -> Option<&'static str> {
    match text.chars().count() {
        0 => Some(missing),
        count if count > most => Some(long),
        _ => None,
    }
}
