//! The end of a response and the ways back: closing, undoing within ten seconds, claiming to read, reopening. Invariant: a
//! closing from an outdated page closes nothing, and the page shows what came meanwhile.

use actix_web::HttpResponse;

use super::response::{Moderator, Path, page, refused, unsaved};
use super::response_page::Params;
use crate::ids::ResponseId;
use crate::responses::closed::{self, Closing, EndPublication};
use crate::responses::handling::standing;
use crate::responses::lifecycle::Outcome;
use crate::responses::{ResponseError, queue};
use crate::staff::{Staff, roles};
use crate::web::record::{id_in, seen_in};
use crate::web::{Error, Fault, Form, Visit};

/// Closes the response. The publication ends only if a separate question was answered with yes.
pub async fn close(staff: Moderator, visit: Visit, path: Path, form: Form) -> Result<HttpResponse, Error> {
    let seen = seen_in(&path, &form)?;
    if let Some(fault) = unsaved(&form) {
        return page(&visit, &staff, seen.id, Params::again(&form, [fault])).await;
    }
    let ends_publication = match form.text("end_publication") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => form.has("photo_ended").then_some(false),
    };
    let (Some(outcome), Some(ends_publication)) = (Outcome::chosen(form.text("outcome")), ends_publication)
    else {
        let faults = [
            Outcome::chosen(form.text("outcome"))
                .is_none()
                .then_some(Fault { field: "outcome", key: "close-outcome-missing" }),
            ends_publication
                .is_none()
                .then_some(Fault { field: "end_publication", key: "close-photo-missing" }),
        ];
        return page(&visit, &staff, seen.id, Params::again(&form, faults.into_iter().flatten())).await;
    };
    let with_folded = form.has("folded");
    if with_folded && matches!(outcome, Outcome::Reunited | Outcome::ContactRestored) {
        let fault = Fault { field: "outcome", key: "close-folded-outcome" };
        return page(&visit, &staff, seen.id, Params::again(&form, [fault])).await;
    }
    let may_end = match ends_publication {
        true => Some(Staff::<roles::Withdraw>::permit((*staff).clone()).ok_or(Error::Forbidden)?),
        false => None,
    };
    let photo = may_end.as_ref().map_or(EndPublication::No, EndPublication::Yes);
    let closing = Closing { outcome, photo, with_folded };
    match closed::close(&visit.app.db.desk, &staff, seen, closing, visit.now).await {
        Ok(()) if ends_publication => visit.app.refresh_catalogue().await,
        Ok(()) => {}
        Err(ResponseError::Conflict) => return crossed(&visit, &staff, seen.id, &form).await,
        Err(error) => return refused(&visit, &staff, seen.id, error, ""),
    }
    Ok(visit.redirect(&format!("responses/{}", seen.id)))
}

/// Something arrived after the page was loaded: it is shown, and the choices are kept.
async fn crossed(
    visit: &Visit,
    staff: &Moderator,
    id: ResponseId,
    form: &Form,
) -> Result<HttpResponse, Error> {
    let item = queue::one(&visit.app.db.desk, staff, id, visit.now).await?;
    match standing(&item.row).held(staff.id, visit.now) {
        Ok(()) => {
            page(visit, staff, id, Params::again(form, None::<Fault>).told("close-conflict-text")).await
        }
        Err(refusal) => refused(visit, staff, id, refusal.into(), ""),
    }
}

/// Undoes the member's own closing.
pub async fn undo(staff: Moderator, visit: Visit, path: Path, form: Form) -> Result<HttpResponse, Error> {
    let seen = seen_in(&path, &form)?;
    match closed::undo(&visit.app.db.desk, &staff, seen, visit.now).await {
        Ok(()) | Err(ResponseError::IsOpen) => Ok(visit.redirect(&format!("responses/{}", seen.id))),
        Err(ResponseError::TooLate) => {
            page(&visit, &staff, seen.id, Params::default().told("close-undo-late")).await
        }
        Err(error) => refused(&visit, &staff, seen.id, error, ""),
    }
}

/// Claims a closed response, to read it.
pub async fn read(staff: Moderator, visit: Visit, path: Path, _: Form) -> Result<HttpResponse, Error> {
    let id = id_in(&path)?;
    let done = closed::take_to_read(&visit.app.db.desk, &staff, id, visit.now).await;
    shown(&visit, &staff, id, done).await
}

/// Reopens a closed response, with a claim for this member.
pub async fn reopen(staff: Moderator, visit: Visit, path: Path, _: Form) -> Result<HttpResponse, Error> {
    let id = id_in(&path)?;
    let done = closed::reopen(&visit.app.db.desk, &staff, id, visit.now).await;
    shown(&visit, &staff, id, done).await
}

/// Redirects to the response's page, or shows it: it says who holds the response, how it was closed, or that it is open already.
async fn shown(
    visit: &Visit,
    staff: &Moderator,
    id: ResponseId,
    done: Result<(), ResponseError>,
) -> Result<HttpResponse, Error> {
    match done {
        Ok(()) | Err(ResponseError::IsOpen) => Ok(visit.redirect(&format!("responses/{id}"))),
        Err(ResponseError::Claimed { .. } | ResponseError::IsClosed) => {
            page(visit, staff, id, Params::default()).await
        }
        Err(error) => refused(visit, staff, id, error, ""),
    }
}
