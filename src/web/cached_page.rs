//! A page that is the same for everybody, sent in the encoding that the visitor's browser prefers. It is made and compressed once
//! for all who get the same bytes.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use bytes::Bytes;
use std::sync::Arc;

use super::packing::{FOR_MANY, Packing};
use super::visit::as_page;
use super::{Error, Visit};
use crate::page_cache::PageKey;
use crate::publications::catalogue::Snapshot;

/// The page at `path`, from the cache or made by `make`. `variant` is what else it varies by, besides language and encoding.
pub async fn show(
    visit: &Visit,
    of: &Arc<Snapshot>,
    (path, variant): (String, &'static str),
    make: impl FnOnce() -> Result<String, Error>,
) -> Result<HttpResponse, Error> {
    let packing = Packing::taken_by(visit.request(), FOR_MANY);
    let key = PageKey { lang: visit.lang.code(), path, variant, encoding: packing.map(Packing::code) };
    let body = visit.app.page_cache.page(of, key, packed(make, packing)).await?;
    let mut response = as_page(StatusCode::OK, body);
    if let Some(packing) = packing {
        let (name, value) = packing.header();
        response.headers_mut().insert(name, value);
    }
    Ok(response)
}

async fn packed(
    make: impl FnOnce() -> Result<String, Error>,
    packing: Option<Packing>,
) -> Result<Bytes, Error> {
    let html = make()?;
    let Some(packing) = packing else { return Ok(Bytes::from(html)) };
    // On a blocking thread: compressing takes as long as twenty pages.
    let packed = web::block(move || packing.pack(html.as_bytes())).await.map_err(Error::internal)?;
    packed.map(Bytes::from).map_err(Error::internal)
}
