//! Closed cases that somebody wrote to afterwards. An administrator opens them again with a fresh second factor and the second
//! passphrase, so that no answer stays unread.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::second_passphrase::{self, Standing};
use crate::ids::CaseId;
use crate::responses::archiving;
use crate::societies::keys::Part;
use crate::staff::Staff;
use crate::staff::roles::Administer;
use crate::web::{Error, Fresh, Visit};

const TEMPLATE: &str = "desk/archive.html";

#[derive(Serialize)]
struct Closed {
    case: CaseId,
}

#[derive(Deserialize)]
pub struct Params {
    opened: Option<String>,
}

#[derive(Serialize)]
struct ArchivePage {
    waiting: Vec<Closed>,
    /// The number of responses in all of them.
    responses: u64,
    is_opened: bool,
    /// How the administrator stands with the second passphrase, which opens them.
    second: Option<Standing>,
}

pub async fn show(
    by: Staff<Administer>,
    visit: Visit,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let page = ArchivePage { is_opened: asked.opened.is_some(), ..page(&by, &visit).await? };
    visit.show_form(TEMPLATE, super::frame(&visit, &by, "archive"), &page)
}

pub async fn open_again(
    Fresh { by, form }: Fresh<Staff<Administer>>,
    visit: Visit,
) -> Result<HttpResponse, Error> {
    let cases: Result<Vec<CaseId>, _> = form.all("case").into_iter().map(str::parse).collect();
    let cases = cases.ok().filter(|cases| !cases.is_empty()).ok_or(Error::NotFound)?;
    let second = match second_passphrase::ask(&visit, &by, &form).await? {
        Ok(second) => second,
        Err(fault) => {
            let page = page(&by, &visit).await?;
            return visit.show_faults(TEMPLATE, super::frame(&visit, &by, "archive"), [fault], &page);
        }
    };
    for case in cases {
        archiving::open_again(&visit.app.db.desk, (&by, &second), case, visit.now).await?;
    }
    Ok(visit.redirect("archive?opened=1"))
}

async fn page(by: &Staff<Administer>, visit: &Visit) -> Result<ArchivePage, Error> {
    let waiting = archiving::waiting(&visit.app.db.desk, by).await?;
    let second = match waiting.is_empty() {
        true => None,
        false => Some(second_passphrase::standing(visit, by, Part::Archive, "archive").await?),
    };
    Ok(ArchivePage {
        responses: waiting.iter().map(|case| case.responses).sum(),
        waiting: waiting.into_iter().map(|w| Closed { case: w.case }).collect(),
        is_opened: false,
        second,
    })
}
