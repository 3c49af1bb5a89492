//! The draft's picture: taken in through the pipeline, shown only to members who draft or review, never cached by a browser.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::boxes::Part;
use super::page;
use crate::audit::Logged;
use crate::desk::parts::jpeg;
use crate::ids::PublicationId;
use crate::photos::worker::WorkerError;
use crate::photos::{PhotoError, Refusal};
use crate::publications::PublicationError;
use crate::publications::drafting;
use crate::staff::{Staff, roles};
use crate::web::record::{id_in, seen_in};
use crate::web::work::Unattended;
use crate::web::{Error, Fault, Form, Visit};

const PART: Part = Part { anchor: "picture", fields: &["photo"] };

pub async fn upload(
    staff: Staff<roles::Draft>,
    visit: Visit,
    path: web::Path<(String, String)>,
    mut form: Form,
) -> Result<HttpResponse, Error> {
    let seen = seen_in(&path, &form)?;
    let Some(upload) = form.file("photo") else {
        return told(&visit, &staff, &path, ("photo-missing", StatusCode::UNPROCESSABLE_ENTITY)).await;
    };
    let taken = drafting::set_picture(visit.app.stores(), &staff, seen, upload, visit.now).await;
    match taken {
        Err(PublicationError::Photo(error)) => match refusal(&error) {
            Some(reason) => {
                if reason.1.is_server_error() {
                    Error::from(error).log();
                }
                told(&visit, &staff, &path, reason).await
            }
            None => Err(error.into()),
        },
        other => page::after(&visit, &staff, seen.id, PART, other).await,
    }
}

/// The query of the picture's address.
#[derive(Deserialize)]
pub struct Params {
    #[serde(default)]
    ticket: String,
}

/// The whole working copy. It is covered by its page's audit line, or writes one of its own.
pub async fn whole(
    Unattended(staff): Unattended<Staff<roles::SeeDraft>>,
    visit: Visit,
    path: web::Path<(String, String)>,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let (id, key) = (id_in::<PublicationId>(&path)?, &visit.app.secrets.desk_tokens);
    let page = Logged::by_ticket(key, &asked.ticket, (staff.id, id.into()), visit.now);
    Ok(jpeg(drafting::picture(visit.app.stores(), &staff, (id, false), page, visit.now).await?))
}

/// The part that would be published; a list may show it too.
pub async fn preview(
    Unattended(staff): Unattended<Staff<roles::SeeDraft>>,
    visit: Visit,
    path: web::Path<(String, String)>,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let (id, key) = (id_in::<PublicationId>(&path)?, &visit.app.secrets.desk_tokens);
    let who = (staff.id, id.into());
    let page = Logged::by_ticket(key, &asked.ticket, who, visit.now);
    let page = page.or_else(|| Logged::by_small_picture(key, &asked.ticket, who, visit.now));
    Ok(jpeg(drafting::picture(visit.app.stores(), &staff, (id, true), page, visit.now).await?))
}

async fn told(
    visit: &Visit,
    staff: &Staff<roles::Draft>,
    path: &web::Path<(String, String)>,
    (key, status): (&'static str, StatusCode),
) -> Result<HttpResponse, Error> {
    let view = drafting::view(&visit.app.db.desk, staff, id_in(path)?, visit.now).await?;
    let mut response = page::again(visit, staff, &view, None, vec![Fault { field: "photo", key }])?;
    *response.status_mut() = status;
    Ok(response)
}

/// The fault at the field and the status; `None` if the error is ours.
fn refusal(error: &PhotoError) -> Option<(&'static str, StatusCode)> {
    let (key, status) = match error {
        PhotoError::Worker(error) => match error {
            WorkerError::Refused(refusal) => (refusal_key(*refusal), StatusCode::UNPROCESSABLE_ENTITY),
            WorkerError::OutOfMemory => ("photo-refused-too-big-to-open", StatusCode::UNPROCESSABLE_ENTITY),
            // Drafts never cause the last two: only the command `photo` covers faces by itself.
            WorkerError::Died
            | WorkerError::Garbled
            | WorkerError::NotEncoded
            | WorkerError::NotChecked
            | WorkerError::NotCovered => ("photo-refused-unreadable", StatusCode::UNPROCESSABLE_ENTITY),
            WorkerError::Busy => ("photo-busy", StatusCode::SERVICE_UNAVAILABLE),
            WorkerError::NotStarted(_) | WorkerError::Unsafe(_) => {
                ("photo-no-worker", StatusCode::SERVICE_UNAVAILABLE)
            }
        },
        PhotoError::Blob(_) => ("photo-not-saved", StatusCode::SERVICE_UNAVAILABLE),
        PhotoError::Gone | PhotoError::Seal(_) | PhotoError::Database(_) => return None,
    };
    Some((key, status))
}

fn refusal_key(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::TooManyBytes => "photo-refused-too-many-bytes",
        Refusal::NotAPhoto => "photo-refused-not-a-photo",
        Refusal::Heic => "photo-refused-heic",
        Refusal::Animated => "photo-refused-animated",
        Refusal::TooWide => "photo-refused-too-wide",
        Refusal::TooManyPixels => "photo-refused-too-many-pixels",
        Refusal::TooSmall => "photo-refused-too-small",
        Refusal::TooManyScans => "photo-refused-too-many-scans",
        Refusal::Unsupported => "photo-refused-unsupported",
        Refusal::Broken => "photo-refused-broken",
        Refusal::TookTooLong => "photo-refused-took-too-long",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_is_told_by_its_own_text() {
        for refusal in Refusal::ALL {
            assert_eq!(refusal_key(refusal), format!("photo-refused-{}", refusal.code()));
        }
    }
}
