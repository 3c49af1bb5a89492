//! Closed cases that somebody wrote to afterwards. An administrator with a fresh second factor opens them again, so that no
//! answer stays unread.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use crate::ids::CaseId;
use crate::responses::archiving;
use crate::staff::Staff;
use crate::staff::roles::Administer;
use crate::web::{Error, Fresh, Visit};

#[derive(Serialize)]
struct Closed {
    case: CaseId,
    responses: u64,
}

#[derive(Deserialize)]
pub struct Params {
    opened: Option<String>,
}

#[derive(Serialize)]
struct ArchivePage {
    waiting: Vec<Closed>,
    is_opened: bool,
}

pub async fn show(
    by: Staff<Administer>,
    visit: Visit,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let waiting = archiving::waiting(&visit.app.db.desk, &by).await?;
    let waiting = waiting.into_iter().map(|w| Closed { case: w.case, responses: w.responses }).collect();
    let page = ArchivePage { waiting, is_opened: asked.opened.is_some() };
    visit.show_form("desk/archive.html", super::frame(&visit, &by, "archive"), &page)
}

pub async fn open_again(
    Fresh { by, form }: Fresh<Staff<Administer>>,
    visit: Visit,
) -> Result<HttpResponse, Error> {
    let case = form.text("case").parse().map_err(|_| Error::NotFound)?;
    archiving::open_again(&visit.app.db.desk, &by, case, visit.now).await?;
    Ok(visit.redirect("archive?opened=1"))
}
