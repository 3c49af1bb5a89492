//! Range requests, for players that ask for a file's first bytes before the rest (RFC 9110, section 14).

use actix_web::http::StatusCode;
use actix_web::http::header::{self, ByteRangeSpec, ContentRangeSpec, Range};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use bytes::Bytes;

/// The whole file, or the one range that was asked for. A request for several ranges gets the whole file: no player needs that.
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
            // Both are below the length, which fits into `usize`.
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
