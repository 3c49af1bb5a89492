//! The site: everything that anyone can reach, and the whole anonymous attack surface. It renders `Published` values
//! and nothing else of a person.

pub mod captcha_page;
mod wait;

use actix_web::web::{ServiceConfig, get, post};

pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/captcha/{file}", get().to(captcha_page::file))
        .route("/{lang}/captcha", get().to(captcha_page::show))
        .route("/{lang}/captcha", post().to(captcha_page::send))
        .route("/{lang}/wait", get().to(wait::show));
}
