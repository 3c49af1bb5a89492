//! The desk: what signed-in staff reach. Every route but the few that lead in asks for a permission in its handler's
//! signature; one without does not compile.

pub mod menu;
pub mod routes;

use actix_web::web::ServiceConfig;
use routes::Routes;

use crate::staff::Member;
use crate::web::{Frame, Visit, form};

pub fn routes(config: &mut ServiceConfig) {
    register(&mut Routes::into(config));
}

/// Every route of the desk, one line each.
pub fn register(_routes: &mut Routes<'_>) {}

/// The frame of a desk page: `path` is what follows the language. Carries the menu, and the token for signing out.
pub fn frame(visit: &Visit, member: &Member, path: &str) -> Frame {
    let token = form::Basis::of(visit.request(), &visit.app, visit.face).token(&visit.app);
    visit.frame(path).csrf(token).signed_in(&member.name, menu::links(visit, member, path))
}
