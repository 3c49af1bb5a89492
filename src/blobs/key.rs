//! The names that blobs may have. A key is built from checked parts or parsed under the same rules, so no key can leave its
//! folder. Every prefix is declared below, with who may see it.

use crate::ids::{PaperId, PictureId, PosterId, PrintId, ProbeId, RecordId};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// Anyone on the internet may have it.
    Public,
    /// Sealed bytes, or an empty file; never served as they are.
    Sealed,
}

const PHOTOS: &str = "public/photos/";
const POSTERS: &str = "public/posters/";
const PICTURES: &str = "sealed/pictures/";
const PRINTS: &str = "sealed/prints/";
const PAPERS: &str = "sealed/consent-papers/";
const PROBES: &str = "sealed/probes/";

/// Every prefix, who may see what is there, and why it is kept.
pub const PREFIXES: &[(&str, Visibility, &str)] = &[
    (PHOTOS, Visibility::Public, "a published photo in its sizes; erased when its publication ends"),
    (
        POSTERS,
        Visibility::Public,
        "a finished poster; erased when its day is over or a photo on it may no longer hang",
    ),
    (
        PICTURES,
        Visibility::Sealed,
        "a draft's working copy, sealed to its case; erased at approval or with the draft",
    ),
    (
        PRINTS,
        Visibility::Sealed,
        "a published photo at its full size, for posters, sealed to its case; erased with the photo or its consent for posters",
    ),
    (
        PAPERS,
        Visibility::Sealed,
        "the scan of a signed consent, sealed to its case; erased with the private part",
    ),
    (PROBES, Visibility::Sealed, "one empty object, written and erased at start-up to see that both work"),
];

/// File name extensions of a published photo.
const PHOTO_FORMATS: [&str; 2] = ["webp", "jpg"];
const LONGEST_VERSION: usize = 36;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a blob")]
pub struct NotAKey;

/// The name of one blob, such as `public/photos/47218831/abc123/640.webp`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobKey(String);

impl BlobKey {
    /// `photo_number`: 8 digits. `version`: 1 to 36 of `a-z0-9-`, random, so that the photo number does not give away the
    /// photo's address. `width`: 1 to 9999 px. `format_ext`: `webp` or `jpg`.
    pub fn public_photo(
        photo_number: &str,
        version: &str,
        width: u32,
        format_ext: &str,
    ) -> Result<Self, NotAKey> {
        Self::parse(&format!("{PHOTOS}{photo_number}/{version}/{width}.{format_ext}"))
    }

    pub fn sealed_picture(id: PictureId) -> Self {
        Self(format!("{PICTURES}{id}"))
    }

    pub fn print_picture(id: PrintId) -> Self {
        Self(format!("{PRINTS}{id}"))
    }

    pub fn poster(id: PosterId) -> Self {
        Self(format!("{POSTERS}{id}.pdf"))
    }

    pub fn consent_paper(id: PaperId) -> Self {
        Self(format!("{PAPERS}{id}"))
    }

    pub(super) fn probe(id: ProbeId) -> Self {
        Self(format!("{PROBES}{id}"))
    }

    /// Parses a key from the erasure list or from a listing of the store.
    pub fn parse(text: &str) -> Result<Self, NotAKey> {
        let is_ours = if let Some(rest) = text.strip_prefix(PHOTOS) {
            let parts: Vec<&str> = rest.split('/').collect();
            matches!(parts[..], [number, version, file]
                if is_photo_number(number) && is_version(version) && is_photo_file(file))
        } else if let Some(rest) = text.strip_prefix(POSTERS) {
            rest.strip_suffix(".pdf").is_some_and(is_id)
        } else {
            [PICTURES, PRINTS, PAPERS, PROBES]
                .iter()
                .any(|prefix| text.strip_prefix(prefix).is_some_and(is_id))
        };
        if is_ours { Ok(Self(text.to_owned())) } else { Err(NotAKey) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The declared prefix that this key is under.
    pub fn prefix(&self) -> &'static str {
        PREFIXES.iter().find(|(prefix, ..)| self.0.starts_with(prefix)).map_or("", |(prefix, ..)| prefix)
    }

    pub fn content_type(&self) -> &'static str {
        match self.0.rsplit_once('.') {
            Some((_, "jpg")) => "image/jpeg",
            Some((_, "webp")) => "image/webp",
            Some((_, "pdf")) => "application/pdf",
            _ => "application/octet-stream",
        }
    }

    pub fn visibility(&self) -> Visibility {
        let is_public = [PHOTOS, POSTERS].iter().any(|prefix| self.0.starts_with(prefix));
        if is_public { Visibility::Public } else { Visibility::Sealed }
    }
}

impl std::fmt::Display for BlobKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A folder of blobs, for listing, or for erasing a photo in all its sizes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlobPrefix(String);

impl BlobPrefix {
    pub fn everything() -> Self {
        Self(String::new())
    }

    /// All versions of a photo, in all sizes.
    pub fn photo(photo_number: &str) -> Result<Self, NotAKey> {
        Self::parse(&format!("{PHOTOS}{photo_number}/"))
    }

    /// One version of a photo, in all sizes.
    pub fn photo_version(photo_number: &str, version: &str) -> Result<Self, NotAKey> {
        Self::parse(&format!("{PHOTOS}{photo_number}/{version}/"))
    }

    /// Parses a declared prefix, or one of the two above, as stored in the erasure list.
    pub fn parse(text: &str) -> Result<Self, NotAKey> {
        let is_ours = PREFIXES.iter().any(|(prefix, ..)| *prefix == text)
            || text.strip_prefix(PHOTOS).and_then(|rest| rest.strip_suffix('/')).is_some_and(
                |rest| match rest.split_once('/') {
                    None => is_photo_number(rest),
                    Some((number, version)) => is_photo_number(number) && is_version(version),
                },
            );
        if is_ours { Ok(Self(text.to_owned())) } else { Err(NotAKey) }
    }

    /// Empty, or ending in a slash.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_photo_number(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit())
}

/// Lower case only: some file systems treat `A` and `a` as the same name.
fn is_version(text: &str) -> bool {
    (1..=LONGEST_VERSION).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase() || b == b'-')
}

fn is_photo_file(text: &str) -> bool {
    let Some((width, format)) = text.split_once('.') else { return false };
    (1..=4).contains(&width.len())
        && !width.starts_with('0')
        && width.bytes().all(|b| b.is_ascii_digit())
        && PHOTO_FORMATS.contains(&format)
}

/// Exactly as an id prints itself, so that one id has only one name.
fn is_id(text: &str) -> bool {
    text.parse::<RecordId>().is_ok_and(|id| id.to_string() == text)
}
