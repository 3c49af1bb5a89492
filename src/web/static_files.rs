//! Sends the static files (`assets.rs`), for ever cacheable, and texts in the encoding that the visitor's browser prefers.

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use bytes::Bytes;
use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use super::packing::{self, FOR_MANY, Packing};
use crate::assets;

/// The route for [`file`].
pub const ROUTE: &str = "/static/{hash}/{file}";

/// Each file by `Packing`; compressed when the first visitor asks for it.
static PACKED: LazyLock<BTreeMap<&str, [OnceLock<Bytes>; 2]>> =
    LazyLock::new(|| assets::names().map(|name| (name, Default::default())).collect());

pub async fn file(path: web::Path<(String, String)>, request: HttpRequest) -> HttpResponse {
    let (hash, name) = path.into_inner();
    let Some(bytes) = assets::hashed(&name, &hash) else {
        return HttpResponse::NotFound().finish();
    };
    let kind = content_type(&name);
    let mut response = HttpResponse::Ok();
    response
        .insert_header((header::CONTENT_TYPE, kind))
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"));
    let taken = Packing::taken_by(&request, FOR_MANY).filter(|_| packing::is_text(kind));
    match taken.and_then(|packing| Some((packing, packed(&name, bytes, packing)?))) {
        Some((packing, body)) => response.insert_header(packing.header()).body(body),
        None => response.body(bytes.clone()),
    }
}

/// `/favicon.ico`, which browsers request by themselves.
pub async fn icon() -> HttpResponse {
    const ICON: &str = "favicon.ico";
    match assets::bytes(ICON) {
        None => HttpResponse::NotFound().finish(),
        Some(bytes) => HttpResponse::Ok()
            .insert_header((header::CONTENT_TYPE, content_type(ICON)))
            .insert_header((header::CACHE_CONTROL, "public, max-age=86400"))
            .body(bytes.clone()),
    }
}

fn packed(name: &str, bytes: &[u8], packing: Packing) -> Option<Bytes> {
    let place = &PACKED.get(name)?[packing as usize];
    if place.get().is_none() {
        let _ = place.set(Bytes::from(packing.pack(bytes).ok()?));
    }
    place.get().cloned()
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
