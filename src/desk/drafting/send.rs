//! The last step of a draft: sending it to review.

use actix_web::{HttpResponse, web};

use super::boxes::Part;
use super::page::{self, fault_of};
use crate::publications::PublicationError;
use crate::publications::drafting;
use crate::staff::{Staff, roles};
use crate::web::record::seen_in;
use crate::web::{Error, Form, Visit};

const PART: Part = Part { anchor: "send", fields: &[] };

pub async fn send(
    staff: Staff<roles::Draft>,
    visit: Visit,
    path: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let (db, seen) = (&visit.app.db.desk, seen_in(&path, &form)?);
    if let Some(told) = page::unless_unsaved(&visit, &staff, seen.id).await? {
        return Ok(told);
    }
    match drafting::send_to_review(db, &staff, seen, visit.now).await {
        Ok(()) => Ok(visit.redirect("drafts")),
        Err(PublicationError::Lacks(lacks)) => {
            let view = drafting::view(db, &staff, seen.id, visit.now).await?;
            page::again(&visit, &staff, &view, None, lacks.into_iter().map(fault_of))
        }
        Err(other) => page::after(&visit, &staff, seen.id, PART, Err(other)).await,
    }
}
