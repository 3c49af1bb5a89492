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
use std::collections::HashMap;

use super::frame;
use crate::audit::{Logged, reveals};
use crate::clock::Moment;
use crate::ids::{PublicationId, SocietyId, StaffId};
use crate::publications::lifecycle::Stage;
use crate::publications::{entity, queries};
use crate::staff::{self, Staff, roles};
use crate::web::{Error, Visit};

/// One of the choices that a form offers.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    pub value: String,
    pub label: String,
}

#[derive(Serialize)]
struct Listed {
    href: String,
    /// The cropped picture, if there is one: only this distinguishes the drafts in the list.
    thumb: Option<String>,
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
    let names = names(&visit, staff.society).await?;
    let drafts = queries::in_stage(db, staff.society, Stage::Draft).await?;
    let in_review = queries::in_stage(db, staff.society, Stage::InReview).await?;
    let logged = reveals::list(db, staff.reader(), visit.now).await?;
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
    names: &HashMap<StaffId, String>,
    row: &entity::Model,
    folder: &str,
    shown_by: Option<&Logged>,
) -> Listed {
    let lang = visit.lang;
    Listed {
        href: format!("/{lang}/{folder}/{}", row.id),
        thumb: shown_by.map(|list| small_picture(visit, list, row.id)),
        by: names.get(&row.drafted_by).cloned().unwrap_or_default(),
        age: age(visit, Moment(row.touched_at)),
    }
}

/// The address of a draft's small picture in a list, valid as long as a page's pictures.
pub fn small_picture(visit: &Visit, list: &Logged, id: PublicationId) -> String {
    let ticket = list.small_picture(&visit.app.secrets.desk_tokens, id, visit.now);
    format!("/{}/drafts/{id}/preview?ticket={ticket}", visit.lang)
}

/// The sign-in names of colleagues, by id.
pub async fn names(visit: &Visit, society: SocietyId) -> Result<HashMap<StaffId, String>, Error> {
    let people = staff::of_society(&visit.app.db.desk, society).await?;
    Ok(people.into_iter().map(|person| (person.id, person.sign_in_name)).collect())
}

/// How long something has waited, in hours or days: times are stored to the hour.
pub fn age(visit: &Visit, since: Moment) -> String {
    let hours = visit.now.since(since).whole_hours();
    let (key, count) = if hours < 48 { ("drafting-hours", hours) } else { ("drafting-days", hours / 24) };
    visit.app.pages.texts().get(visit.lang, key, &[("count", count.into())])
}

/// A value and its text in the visitor's language.
pub fn choice(visit: &Visit, value: &str, key: &str) -> Choice {
    Choice { value: value.to_owned(), label: visit.text(key) }
}
