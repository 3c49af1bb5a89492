//! Asks the browser of somebody who leaves to forget the pages and pictures that it keeps of us (Clear-Site-Data; browsers heed it
//! over https and on this machine alone). Invariant: nobody waits for it on the way out.
//!
//! Chromium walks through its whole cache first, for seconds, while the answer with the header waits. So it is asked by a picture
//! that the next page shows, or that the quick exit's script asks for while it leads away. Cookies are never named: browsers would
//! drop those of every host below our domain, the desk's and other services' too. Ours are dropped one by one.

use actix_web::http::header::{HeaderName, HeaderValue, USER_AGENT};
use actix_web::{HttpRequest, HttpResponse};

/// The picture's address, also in `static/kinlight.js` and in the templates of pages that end something.
pub const PICTURE: &str = "/left.gif";

const CLEAR: HeaderName = HeaderName::from_static("clear-site-data");
const CACHE: HeaderValue = HeaderValue::from_static("\"cache\"");
/// One transparent pixel.
const PIXEL: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

/// For the redirect that leads away.
pub fn with_redirect(request: &HttpRequest, mut response: HttpResponse) -> HttpResponse {
    if !is_slow(request) {
        response.headers_mut().insert(CLEAR, CACHE);
    }
    response
}

/// True for Chromium and the browsers made from it. On iPhones they are Safari, and quick.
fn is_slow(request: &HttpRequest) -> bool {
    let name = request.headers().get(USER_AGENT).and_then(|value| value.to_str().ok());
    name.is_some_and(|name| name.contains("Chrome/") || name.contains("Chromium/"))
}

pub async fn picture() -> HttpResponse {
    HttpResponse::Ok().content_type("image/gif").insert_header((CLEAR, CACHE)).body(PIXEL)
}
