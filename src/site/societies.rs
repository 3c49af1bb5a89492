//! Find your Red Cross or Red Crescent: a directory of words alone, for the oldest phone.

use actix_web::HttpResponse;
use serde::Serialize;

use crate::societies;
use crate::web::visit::cached_for;
use crate::web::{Error, Visit};

#[derive(Serialize)]
struct Directory {
    societies: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    name: String,
    contact: Vec<String>,
    languages: String,
}

pub async fn show(visit: Visit) -> Result<HttpResponse, Error> {
    let texts = visit.app.pages.texts();
    let entry = |society: societies::DirectoryEntry| Entry {
        name: society.name,
        contact: society.contact.lines().map(str::to_owned).collect(),
        languages: texts.own_names(&society.languages),
    };
    let societies = societies::directory(&visit.app.db.site).await?.into_iter().map(entry).collect();
    let response = visit.show("site/societies.html", visit.frame("directory"), &Directory { societies })?;
    Ok(cached_for(response, 300))
}
