//! `/`: the language chooser. It lists each language by its own name, guesses nobody's language and remembers nothing.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};

use crate::web::visit::{cached_for, findable};
use crate::web::{Error, Frame, Visit};

pub async fn show(request: HttpRequest) -> Result<HttpResponse, Error> {
    let visit = Visit::in_english(&request)?;
    let response = visit.show("site/home.html", Frame::site(visit.lang, ""), &())?;
    Ok(findable(cached_for(response, 3600)))
}

/// Redirects `/en` to `/en/`.
pub async fn with_slash(visit: Visit) -> Result<HttpResponse, Error> {
    let there = format!("/{}/", visit.lang);
    Ok(HttpResponse::PermanentRedirect().insert_header((header::LOCATION, there)).finish())
}
