//! The desk: what signed-in staff reach. Every route but the few that lead in asks for a permission in its handler's
//! signature; one without does not compile.

pub mod drafting;
pub mod publications;
pub mod review;
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
    routes.get("/{lang}/drafts", drafting::list);
    routes.get("/{lang}/drafts/new", drafting::private::ask);
    routes.post("/{lang}/drafts/new", drafting::private::start);
    routes.get("/{lang}/drafts/{id}", drafting::page::show);
    routes.post("/{lang}/drafts/{id}/private", drafting::private::save);
    routes.post("/{lang}/drafts/{id}/facts", drafting::facts::save);
    routes.get("/{lang}/drafts/{id}/picture", drafting::picture::whole);
    routes.post("/{lang}/drafts/{id}/picture", drafting::picture::upload);
    routes.get("/{lang}/drafts/{id}/preview", drafting::picture::preview);
    routes.post("/{lang}/drafts/{id}/crop", drafting::crop::save);
    routes.post("/{lang}/drafts/{id}/consent", drafting::consent::save);
    routes.post("/{lang}/drafts/{id}/withdrawal-code", drafting::send::draw_code);
    routes.post("/{lang}/drafts/{id}/send", drafting::send::send);
    routes.get("/{lang}/reviews", review::list);
    routes.get("/{lang}/reviews/{id}", review::show);
    routes.post("/{lang}/reviews/{id}/approve", review::approve);
    routes.post("/{lang}/reviews/{id}/send-back", review::send_back);
    routes.get("/{lang}/publications", publications::list);
    routes.get("/{lang}/publications/{id}", publications::show);
    routes.post("/{lang}/publications/{id}", publications::withdraw);
    routes.get("/{lang}/publications/{id}/thumb", publications::thumb);
}

/// The frame of a desk page: `path` is what follows the language.
pub fn frame(visit: &Visit, _member: &Member, path: &str) -> Frame {
    visit.frame(path)
}
