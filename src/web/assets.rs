//! The static files (styles, scripts, icons), embedded. A file's address contains its hash, so a browser may cache it for ever,
//! and a changed file gets a new address.

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use bytes::Bytes;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use super::packing::{self, FOR_MANY, Packing};

/// The route for [`file`].
pub const ROUTE: &str = "/static/{hash}/{file}";

#[derive(rust_embed::Embed)]
#[folder = "static/"]
struct Files;

struct Asset {
    hash: String,
    bytes: Bytes,
    /// By `Packing`; compressed when the first visitor asks for it.
    packed: [OnceLock<Bytes>; 2],
}

/// Read once, so that an address always matches its bytes, even if a developer edits the file meanwhile.
static ASSETS: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    let kept = |name: Cow<'static, str>| {
        let mut bytes = Files::get(&name)?.data;
        if name.ends_with(".css") {
            bytes = without_indentation(&bytes)?.into_bytes().into();
        }
        let digest = Sha256::digest(&bytes);
        let hash = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let bytes = Bytes::from(bytes.into_owned());
        Some((name.into_owned(), Asset { hash, bytes, packed: Default::default() }))
    };
    Files::iter().filter_map(kept).collect()
});

/// A style as it is sent: its indentation is for readers of the source, and people with dear data would pay for it.
fn without_indentation(style: &[u8]) -> Option<String> {
    let lines = std::str::from_utf8(style).ok()?.lines();
    Some(lines.map(str::trim_start).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect())
}

/// The address of a file under `static/`; `None` if there is no such file.
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

/// `/favicon.ico`, which browsers request by themselves.
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
