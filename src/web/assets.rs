//! The files beside the pages (styles, scripts, icons), embedded. An address carries its file's hash, so a
//! browser may keep a file for ever, and a changed file has a new address.

use actix_web::{HttpResponse, http::header, web};
use sha2::{Digest, Sha256};
use std::{borrow::Cow, collections::BTreeMap, sync::LazyLock};

/// The route to give [`file`] to.
pub const ROUTE: &str = "/static/{hash}/{file}";

#[derive(rust_embed::Embed)]
#[folder = "static/"]
struct Files;

struct Asset {
    hash: String,
    bytes: Cow<'static, [u8]>,
}

/// Read once: an address and the bytes behind it never part, even when a developer edits the file meanwhile.
static ASSETS: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    let kept = |name: Cow<'static, str>| {
        let bytes = Files::get(&name)?.data;
        let digest = Sha256::digest(&bytes);
        let hash = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Some((name.into_owned(), Asset { hash, bytes }))
    };
    Files::iter().filter_map(kept).collect()
});

/// The address of a file under `static/`, or nothing if there is no such file.
pub fn address(file: &str) -> Option<String> {
    ASSETS.get(file).map(|asset| format!("/static/{}/{file}", asset.hash))
}

pub async fn file(path: web::Path<(String, String)>) -> HttpResponse {
    let (hash, name) = path.into_inner();
    match ASSETS.get(&name) {
        Some(asset) if asset.hash == hash => HttpResponse::Ok()
            .insert_header((header::CONTENT_TYPE, content_type(&name)))
            .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
            .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
            .body(asset.bytes.to_vec()),
        _ => HttpResponse::NotFound().finish(),
    }
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
