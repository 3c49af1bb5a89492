//! Addresses that browsers, search engines and security researchers try by themselves.

use actix_web::http::header;
use actix_web::web::{Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use time::Duration;

use super::error::Error;
use super::page::Side;
use super::seen;
use super::static_files;
use crate::app::App;
use crate::i18n::ENGLISH;

/// Search engines must not index faces, and no form is an entry page. Photo pages may be fetched, so that a crawler reads there
/// that it must not keep them.
const SITE_ROBOTS: &str = "User-agent: *\nDisallow: /pictures/\nDisallow: /captcha/\nDisallow: /*/respond\nDisallow: /*/return\nDisallow: /*/withdraw\n";
const DESK_ROBOTS: &str = "User-agent: *\nDisallow: /\n";
/// RFC 9116 requires an expiry day less than a year away, on which the file must be reviewed.
const STANDS_FOR: Duration = Duration::days(300);
const KEPT_FOR: &str = "public, max-age=86400";

pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/favicon.ico", seen().to(static_files::icon))
        .route("/robots.txt", seen().to(robots))
        .route("/.well-known/security.txt", seen().to(security))
        .route("/.well-known/change-password", seen().to(change_password));
}

async fn robots(request: HttpRequest) -> HttpResponse {
    let is_site = request.app_data::<Side>() == Some(&Side::Site);
    text(if is_site { SITE_ROBOTS } else { DESK_ROBOTS }.to_owned())
}

/// Where password managers send a member to change a password. The site has no passwords.
async fn change_password(request: HttpRequest) -> Result<HttpResponse, Error> {
    match request.app_data::<Side>() {
        Some(Side::Desk) => Ok(HttpResponse::SeeOther()
            .insert_header((header::LOCATION, format!("/{ENGLISH}/password")))
            .finish()),
        _ => Err(Error::NotFound),
    }
}

async fn security(app: Data<App>) -> Result<HttpResponse, Error> {
    let contact = app.config.security_contact.as_ref().ok_or(Error::NotFound)?;
    let expires = (app.clock.now() + STANDS_FOR).date();
    Ok(text(format!("Contact: {contact}\nExpires: {expires}T00:00:00Z\n")))
}

fn text(body: String) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, KEPT_FOR))
        .body(body)
}
