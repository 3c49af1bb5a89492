//! The static files (styles, scripts, icons), embedded. A file's address contains its hash, so a browser may cache it for ever,
//! and a changed file gets a new address.

use bytes::Bytes;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(rust_embed::Embed)]
#[folder = "static/"]
struct Files;

struct Asset {
    hash: String,
    bytes: Bytes,
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
        Some((name.into_owned(), Asset { hash, bytes }))
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

/// The bytes of a file under `static/`.
pub fn bytes(file: &str) -> Option<&'static Bytes> {
    ASSETS.get(file).map(|asset| &asset.bytes)
}

/// The bytes of a file, if they have this hash.
pub fn hashed(file: &str, hash: &str) -> Option<&'static Bytes> {
    ASSETS.get(file).filter(|asset| asset.hash == hash).map(|asset| &asset.bytes)
}

/// The name of every file under `static/`.
pub fn names() -> impl Iterator<Item = &'static str> {
    ASSETS.keys().map(String::as_str)
}
