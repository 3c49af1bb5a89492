//! `/`: the language chooser. Each language by its own name; nobody's language is guessed, and nothing is remembered.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};

use crate::i18n::Lang;
use crate::web::visit::cached_for;
use crate::web::{Error, Frame, Visit};

pub async fn show(request: HttpRequest) -> Result<HttpResponse, Error> {
    let visit = Visit::from_parts(&request, Lang::En)?;
    let response = visit.show("site/home.html", Frame::site(visit.lang, ""), &())?;
    Ok(cached_for(response, 3600))
}

/// `/en` is meant as `/en/`.
pub async fn with_slash(path: web::Path<String>) -> Result<HttpResponse, Error> {
    let lang = Lang::parse(&path).ok_or(Error::NotFound)?;
    let there = format!("/{}/", lang.code());
    Ok(HttpResponse::PermanentRedirect().insert_header((header::LOCATION, there)).finish())
}
