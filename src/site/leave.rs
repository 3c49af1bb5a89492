//! The quick exit: deletes the one cookie and what was typed, and redirects to a weather page. It works without any script. The
//! browser forgets our pages and pictures too, where that takes no time.

use actix_web::HttpResponse;
use actix_web::http::header;

use super::kept;
use crate::web::{Error, Visit, clearing};

pub async fn go(visit: Visit) -> Result<HttpResponse, Error> {
    // A plain navigation: our pages send no referrer.
    let away = (header::LOCATION, visit.lang.weather());
    let mut response = HttpResponse::SeeOther().insert_header(away).finish();
    visit.drop_cookie(&mut response)?;
    kept::forget_all(&visit).await;
    Ok(clearing::with_redirect(visit.request(), response))
}
