//! A file in parts, for players that ask for its first bytes before they take it (RFC 9110, section 14).

use actix_web::http::StatusCode;
use actix_web::http::header::{self, ByteRangeSpec, ContentRangeSpec, Range};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use bytes::Bytes;

/// The whole, or the one part that was asked for. Several parts at once nobody needs: then it is the whole.
pub fn answer(request: &HttpRequest, media_type: &'static str, whole: Bytes) -> HttpResponse {
    let length = whole.len() as u64;
    let mut response = HttpResponse::Ok();
    response.content_type(media_type).insert_header((header::ACCEPT_RANGES, "bytes"));
    let told = |range| header::ContentRange(ContentRangeSpec::Bytes { range, instance_length: Some(length) });
    match asked(request).map(|part| part.to_satisfiable_range(length)) {
        None => response.body(whole),
        Some(None) => {
            response.status(StatusCode::RANGE_NOT_SATISFIABLE).insert_header(told(None));
            response.finish()
        }
        Some(Some((from, to))) => {
            response.status(StatusCode::PARTIAL_CONTENT).insert_header(told(Some((from, to))));
            // Both lie below the length, which fits.
            response.body(whole.slice(from as usize..=to as usize))
        }
    }
}

fn asked(request: &HttpRequest) -> Option<ByteRangeSpec> {
    match request.get_header::<Range>()? {
        Range::Bytes(parts) => <[ByteRangeSpec; 1]>::try_from(parts).ok().map(|[part]| part),
        Range::Unregistered(..) => None,
    }
}
