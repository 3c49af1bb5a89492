//! The files beside the pages (styles, scripts, icons), embedded. An address carries its file's hash, so a
//! browser may keep a file for ever, and a changed file has a new address.

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use bytes::Bytes;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use super::packing::{self, FOR_MANY, Packing};

/// The route to give [`file`] to.
pub const ROUTE: &str = "/static/{hash}/{file}";

#[derive(rust_embed::Embed)]
#[folder = "static/"]
struct Files;

struct Asset {
    hash: String,
    bytes: Bytes,
    /// By `Packing`; made when the first visitor takes it so.
    packed: [OnceLock<Bytes>; 2],
}

/// Read once: an address and the bytes behind it never part, even when a developer edits the file meanwhile.
static ASSETS: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    let kept = |name: Cow<'static, str>| {
        let bytes = Files::get(&name)?.data;
        let digest = Sha256::digest(&bytes);
        let hash = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let bytes = Bytes::from(bytes.into_owned());
        Some((name.into_owned(), Asset { hash, bytes, packed: Default::default() }))
    };
    Files::iter().filter_map(kept).collect()
});

/// The address of a file under `static/`, or nothing if there is no such file.
pub fn address(file: &str) -> Option<String> {
    ASSETS.get(file).map(|asset| format!("/static/{}/{file}", asset.hash))
}

pub async fn file(path: web::Path<(String, String)>, request: HttpRequest) -> HttpResponse {
    let (hash, name) = path.into_inner();
    let Some(asset) = ASSETS.get(&name).filter(|asset| asset.hash == hash) else {
        return HttpResponse::NotFound().finish();
    };
    let kind = content_type(&name);
    let mut response = HttpResponse::Ok();
    response
        .insert_header((header::CONTENT_TYPE, kind))
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"));
    let taken = Packing::taken_by(&request, FOR_MANY).filter(|_| packing::is_text(kind));
    match taken.and_then(|packing| Some((packing, asset.packed(packing)?))) {
        Some((packing, body)) => response.insert_header(packing.header()).body(body),
        None => response.body(asset.bytes.clone()),
    }
}

/// Where browsers look for an icon by themselves.
pub async fn icon() -> HttpResponse {
    const ICON: &str = "favicon.ico";
    match ASSETS.get(ICON) {
        None => HttpResponse::NotFound().finish(),
        Some(asset) => HttpResponse::Ok()
            .insert_header((header::CONTENT_TYPE, content_type(ICON)))
            .insert_header((header::CACHE_CONTROL, "public, max-age=86400"))
            .body(asset.bytes.clone()),
    }
}

impl Asset {
    fn packed(&self, packing: Packing) -> Option<Bytes> {
        let place = &self.packed[packing as usize];
        if place.get().is_none() {
            let packed = packing.pack(&self.bytes).ok()?;
            let _ = place.set(Bytes::from(packed));
        }
        place.get().cloned()
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
