//! Drafting: the list of a Society's drafts, and one page per draft with a box for each part. Invariant: a form names the version
//! it was filled in on; if the draft has another version, nothing is overwritten.

mod boxes;
pub mod code;
pub mod consent;
pub mod crop;
pub mod duplicates;
pub mod faces;
pub mod facts;
pub mod page;
pub mod picture;
pub mod private;
pub mod send;

use actix_web::HttpResponse;
use serde::Serialize;

use super::frame;
use super::parts::{Names, Thumb, WAITS};
use crate::audit::eyes::ListShown;
use crate::audit::{Logged, reveals};
use crate::clock::Moment;
use crate::publications::lifecycle::Stage;
use crate::publications::{entity, queries};
use crate::staff::{Staff, roles};
use crate::web::{Error, Visit};

#[derive(Serialize)]
struct Listed {
    href: String,
    /// The cropped picture, if there is one: only this distinguishes the drafts in the list.
    thumb: Option<Thumb>,
    by: String,
    age: String,
}

#[derive(Serialize)]
struct Data {
    drafts: Vec<Listed>,
    in_review: Vec<Listed>,
}

/// This Society's drafts, and those in review. The list shows no name and no fact, since opening a draft is a reveal, which is logged.
pub async fn list(staff: Staff<roles::Draft>, visit: Visit) -> Result<HttpResponse, Error> {
    let db = &visit.app.db.desk;
    let names = Names::of_society(&visit, staff.society).await?;
    let drafts = queries::in_stage(db, staff.society, Stage::Draft).await?;
    let in_review = queries::in_stage(db, staff.society, Stage::InReview).await?;
    let logged = reveals::list(db, (staff.id, staff.society), visit.now).await?;
    let data = Data {
        drafts: drafts
            .iter()
            .map(|row| listed(&visit, &names, row, "drafts", row.picture.map(|_| &logged)))
            .collect(),
        in_review: in_review.iter().map(|row| listed(&visit, &names, row, "publications", None)).collect(),
    };
    visit.show("desk/drafts.html", frame(&visit, &staff, "drafts"), &data)
}

fn listed(
    visit: &Visit,
    names: &Names,
    row: &entity::Model,
    folder: &str,
    shown_by: Option<&Logged<ListShown>>,
) -> Listed {
    let lang = visit.lang;
    Listed {
        href: format!("/{lang}/{folder}/{}", row.id),
        thumb: shown_by.map(|list| Thumb::of_draft(visit, list, row)),
        by: names.name(row.drafted_by),
        age: visit.age(&WAITS, Moment(row.touched_at)),
    }
}
