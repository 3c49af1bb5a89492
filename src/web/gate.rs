//! Checks a request before any page sees it: a known method, and an address and headers no longer than an honest browser's. A
//! request that can't be parsed gets an empty 400, 408 or 431 from actix, which closes the connection.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse};

/// The longest honest address carries a filter or the way back to a page.
const LONGEST_ADDRESS: usize = 8 * 1024;
/// All headers together, with cookies. actix itself reads up to 128 KiB.
const MOST_HEADER_BYTES: usize = 32 * 1024;
const METHODS: &str = "GET, HEAD, POST";

pub async fn check<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let Some(status) = refusal(&request) else {
        return Ok(next.call(request).await?.map_into_left_body());
    };
    let mut answer = HttpResponse::build(status);
    if status == StatusCode::METHOD_NOT_ALLOWED {
        answer.insert_header((header::ALLOW, METHODS));
    }
    Ok(request.into_response(answer.finish()).map_into_right_body())
}

fn refusal(request: &ServiceRequest) -> Option<StatusCode> {
    if ![Method::GET, Method::HEAD, Method::POST].contains(request.method()) {
        return Some(StatusCode::METHOD_NOT_ALLOWED);
    }
    if request.uri().to_string().len() > LONGEST_ADDRESS {
        return Some(StatusCode::URI_TOO_LONG);
    }
    let headers: usize =
        request.headers().iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
    (headers > MOST_HEADER_BYTES).then_some(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE)
}
