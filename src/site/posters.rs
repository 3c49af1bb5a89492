//! Posters to print, for anyone: a list, and the finished PDFs. Invariant: only what the catalogue shows now is served; a poster
//! with an ended photo, or past its last day, answers 410 at once.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::gallery;
use crate::blobs::BlobKey;
use crate::ids::PosterId;
use crate::posters::day_in_words;
use crate::publications::catalogue::{FoundPoster, Poster, Shown};
use crate::web::visit::cached_for;
use crate::web::{Error, Visit};

const LISTED_FOR: u32 = 300;
const CACHED_FOR: u32 = 60;

#[derive(Serialize)]
struct Data {
    posters: Vec<Listed>,
}

#[derive(Serialize)]
struct Listed {
    href: String,
    paper: String,
    kilobytes: u32,
    photos: u32,
    languages: Vec<String>,
    until: String,
}

pub async fn list(visit: Visit) -> Result<HttpResponse, Error> {
    let Shown::Photos(snapshot) = visit.app.catalogue.at(visit.now) else {
        return gallery::hidden(&visit, StatusCode::SERVICE_UNAVAILABLE);
    };
    let is_own = |poster: &Poster| poster.languages.split(',').any(|code| code == visit.lang.code());
    // Posters in the visitor's language come first.
    let (own, others): (Vec<_>, Vec<_>) = snapshot.posters().live().iter().partition(|poster| is_own(poster));
    let posters = own.into_iter().chain(others).map(|poster| listed(&visit, poster)).collect();
    let response = visit.show("site/posters.html", visit.frame("posters"), &Data { posters })?;
    Ok(cached_for(response, LISTED_FOR))
}

fn listed(visit: &Visit, poster: &Poster) -> Listed {
    let texts = visit.app.pages.texts();
    Listed {
        href: format!("/{}/posters/{}.pdf", visit.lang, poster.id),
        paper: poster.paper.clone(),
        kilobytes: poster.bytes.div_ceil(1_000),
        photos: poster.photos,
        languages: poster.languages.split(',').map(|code| texts.own_name(code)).collect(),
        until: day_in_words(texts, visit.lang, poster.ends_on),
    }
}

/// The stored PDF; nothing is generated during the request.
pub async fn file(visit: Visit, path: web::Path<(String, String)>) -> Result<HttpResponse, Error> {
    let id = path.1.strip_suffix(".pdf").and_then(poster_in_path).ok_or(Error::NotFound)?;
    let Shown::Photos(snapshot) = visit.app.catalogue.at(visit.now) else {
        return gallery::hidden(&visit, StatusCode::SERVICE_UNAVAILABLE);
    };
    match snapshot.posters().find(id) {
        FoundPoster::Unknown => Err(Error::NotFound),
        FoundPoster::Ended => {
            visit.show_as(StatusCode::GONE, "site/poster_gone.html", visit.frame("posters"), &())
        }
        FoundPoster::Live(poster) => {
            let bytes = visit.app.blobs.get(&BlobKey::poster(id)).await?.ok_or(Error::NotFound)?;
            let name = format!("inline; filename=\"poster-{}.pdf\"", poster.paper.to_lowercase());
            Ok(HttpResponse::Ok()
                .content_type("application/pdf")
                .insert_header((header::CONTENT_DISPOSITION, name))
                .insert_header((
                    header::CACHE_CONTROL,
                    format!("public, max-age={CACHED_FOR}, must-revalidate"),
                ))
                .body(bytes))
        }
    }
}

/// The id must be written as in our links, so that each poster has one address.
fn poster_in_path(text: &str) -> Option<PosterId> {
    text.parse::<PosterId>().ok().filter(|id| id.to_string() == text)
}
