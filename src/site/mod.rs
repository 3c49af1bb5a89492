//! The site: everything that anyone can reach, and the whole anonymous attack surface. It renders `Published` values
//! and nothing else of a person.

pub mod captcha_page;
mod gallery;
mod home;
mod info;
mod leave;
mod number;
mod photo;
mod pictures;
mod places;
pub mod portrait;
mod search;
mod societies;
mod wait;

use actix_web::web::{ServiceConfig, post, route};
use actix_web::{Route, guard};

pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/", seen().to(home::show))
        .route("/{lang}", seen().to(home::with_slash))
        .route("/{lang}/", seen().to(gallery::show))
        .route("/{lang}/number", seen().to(number::show))
        .route("/{lang}/photo/{number}", seen().to(photo::show))
        .route("/{lang}/photo/{number}/download/{width}", seen().to(photo::download))
        .route("/pictures/{number}/{version}/{file}", seen().to(pictures::file))
        .route("/captcha/{file}", seen().to(captcha_page::file))
        .route("/{lang}/captcha", seen().to(captcha_page::show))
        .route("/{lang}/captcha", post().to(captcha_page::send))
        .route("/{lang}/wait", seen().to(wait::show))
        .route("/{lang}/directory", seen().to(societies::show))
        .route("/{lang}/safety", seen().to(info::safety))
        .route("/{lang}/privacy", seen().to(info::privacy))
        .route("/{lang}/help", seen().to(info::help))
        .route("/{lang}/about", seen().to(info::about))
        .route("/{lang}/children", seen().to(info::children))
        .route("/{lang}/leave", seen().to(leave::go));
}

/// GET, and HEAD with the same answer without its body.
fn seen() -> Route {
    route().guard(guard::Any(guard::Get()).or(guard::Head()))
}
