//! The quick exit: forgets the one cookie and goes to a weather page. It works without any script.

use actix_web::HttpResponse;
use actix_web::http::header;

use crate::i18n::Lang;
use crate::web::{Error, Visit};

/// The World Meteorological Organization's weather page: dull, public, and in the visitor's language. A navigation, not
/// a request of ours; it carries no referrer.
const fn away(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "https://worldweather.wmo.int/en/home.html",
        Lang::Ar => "https://worldweather.wmo.int/ar/home.html",
    }
}

pub async fn go(visit: Visit) -> Result<HttpResponse, Error> {
    let mut response = HttpResponse::SeeOther().insert_header((header::LOCATION, away(visit.lang))).finish();
    visit.drop_cookie(&mut response)?;
    Ok(response)
}
