//! Answers 304 if the reader already has the file, by its tag: data is expensive.

use actix_web::http::header::{ETag, EntityTag, IfNoneMatch};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};

use super::visit::cached_for;

/// The tag of a file that never changes under its address.
pub fn tag(name: &str) -> EntityTag {
    EntityTag::new_strong(name.to_owned())
}

/// 304, if the reader already has this file. Check first whether the file may be shown at all.
pub fn known(request: &HttpRequest, tag: &EntityTag, seconds: u32) -> Option<HttpResponse> {
    let is_known = match request.get_header::<IfNoneMatch>()? {
        IfNoneMatch::Any => true,
        IfNoneMatch::Items(tags) => tags.iter().any(|one| one.weak_eq(tag)),
    };
    is_known
        .then(|| cached_for(HttpResponse::NotModified().insert_header(ETag(tag.clone())).finish(), seconds))
}
