//! The desk: what signed-in staff reach. Every route but the few that lead in asks for a permission in its handler's
//! signature; one without does not compile.

pub mod routes;

use actix_web::web::ServiceConfig;
use routes::Routes;

use crate::staff::Member;
use crate::web::{Frame, Visit};

pub fn routes(config: &mut ServiceConfig) {
    register(&mut Routes::into(config));
}

/// Every route of the desk, one line each.
pub fn register(_routes: &mut Routes<'_>) {}

/// The frame of a desk page: `path` is what follows the language.
pub fn frame(visit: &Visit, _member: &Member, path: &str) -> Frame {
    visit.frame(path)
}
