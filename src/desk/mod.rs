//! The desk: what signed-in staff reach. Every route but the few that lead in asks for a permission in its handler's
//! signature; one without does not compile.

pub mod fresh_factor;
pub mod home;
pub mod keys;
pub mod menu;
pub mod routes;
pub mod sign_in;
mod way_back;

use actix_web::http::Method;
use actix_web::web::ServiceConfig;
use routes::Routes;

use crate::staff::Member;
use crate::web::{Frame, Visit, form};

pub fn routes(config: &mut ServiceConfig) {
    register(&mut Routes::into(config));
}

/// Every route of the desk, one line each.
pub fn register(routes: &mut Routes<'_>) {
    routes.open(Method::GET, "/", home::root);
    routes.open(Method::GET, "/{lang}/sign-in", sign_in::show);
    routes.open(Method::POST, "/{lang}/sign-in", sign_in::send);
    routes.open(Method::GET, "/{lang}/sign-in/code", sign_in::begin_again);
    routes.open(Method::POST, "/{lang}/sign-in/code", sign_in::send_code);
    routes.post("/{lang}/sign-out", sign_in::leave);
    routes.get("/{lang}/", home::show);
    routes.get("/{lang}/fresh-factor", fresh_factor::show).post("/{lang}/fresh-factor", fresh_factor::send);
    routes.get("/{lang}/keys", keys::show);
    routes.post("/{lang}/keys/make", keys::make);
    routes.post("/{lang}/keys/recover", keys::recover);
}

/// The frame of a desk page: `path` is what follows the language. Carries the menu, and the token for signing out.
pub fn frame(visit: &Visit, member: &Member, path: &str) -> Frame {
    let token = form::Basis::of(visit.request(), &visit.app, visit.face).token(&visit.app);
    visit.frame(path).csrf(token).signed_in(&member.name, menu::links(visit, member, path))
}
