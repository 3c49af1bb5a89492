//! The two last steps of a draft: the withdrawal code for the signed paper, and sending to review.

use actix_web::{HttpResponse, web};
use serde::Serialize;
use uuid::Uuid;

use super::page::{self, Part, fault_of};
use super::{id_in, seen_version};
use crate::desk::frame;
use crate::publications::PublicationError;
use crate::publications::drafting;
use crate::staff::{Staff, roles};
use crate::web::{Error, Form, Visit};

const PART: Part = Part { anchor: "send", fields: &[] };

#[derive(Serialize)]
struct Drawn {
    id: Uuid,
    code: String,
}

/// Shown on this one answer, and nowhere again.
pub async fn draw_code(
    staff: Staff<roles::Draft>,
    visit: Visit,
    path: web::Path<(String, String)>,
    _form: Form,
) -> Result<HttpResponse, Error> {
    let (app, id) = (&visit.app, id_in(&path)?);
    let with = (&app.secrets, &app.limits.codes_for_paper);
    let code = drafting::draw_withdrawal_code(&app.db.desk, &staff, id, with, visit.now).await?;
    let data = Drawn { id, code: code.compact().to_owned() };
    visit.show("desk/withdrawal_code.html", frame(&visit, &staff, &format!("drafts/{id}")), &data)
}

pub async fn send(
    staff: Staff<roles::Draft>,
    visit: Visit,
    path: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let (db, id, version) = (&visit.app.db.desk, id_in(&path)?, seen_version(&form));
    match drafting::send_to_review(db, &staff, (id, version), visit.now).await {
        Ok(()) => Ok(visit.redirect("drafts")),
        Err(PublicationError::Lacks(lacks)) => {
            let view = drafting::view(db, &staff, id, visit.now).await?;
            page::again(&visit, &staff, &view, None, lacks.into_iter().map(fault_of).collect())
        }
        Err(other) => page::after(&visit, &staff, id, (PART, &form), Err(other)).await,
    }
}
