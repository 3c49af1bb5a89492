//! The desk: what signed-in staff reach. Every route but the few that lead in asks for a permission in its handler's
//! signature; one without does not compile.

pub mod queue;
pub mod response;
mod response_page;
pub mod routes;

use actix_web::web::ServiceConfig;
use routes::Routes;

use crate::staff::Member;
use crate::web::{Frame, Visit};

pub fn routes(config: &mut ServiceConfig) {
    register(&mut Routes::into(config));
}

/// Every route of the desk, one line each.
pub fn register(routes: &mut Routes<'_>) {
    routes.get("/{lang}/queue", queue::show);
    routes.get("/{lang}/queue/thumb/{publication}", queue::thumb);
    routes.get("/{lang}/responses/{id}", response::show);
    routes.post("/{lang}/responses/{id}/claim", response::claim);
    routes.post("/{lang}/responses/{id}/release", response::release);
    routes.post("/{lang}/responses/{id}/note", response::note);
    routes.post("/{lang}/responses/{id}/question", response::question);
    routes.post("/{lang}/responses/{id}/close", response::close);
}

/// The frame of a desk page: `path` is what follows the language.
pub fn frame(visit: &Visit, _member: &Member, path: &str) -> Frame {
    visit.frame(path)
}
