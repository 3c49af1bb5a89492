//! The one page that shows an invitation's link. Only this answer contains it; the database has its hash.

use actix_web::HttpResponse;
use actix_web::http::header;
use serde::Serialize;

use crate::staff::Member;
use crate::web::{Error, Visit};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum For {
    Newcomer,
    /// The link works once a second administrator has agreed.
    Administrator,
    /// The link works once a second colleague has agreed.
    NewStart,
}

#[derive(Serialize)]
struct InvitationPage<'a> {
    name: &'a str,
    link: String,
    is_new_start: bool,
    is_administrator: bool,
    back: String,
}

pub fn show_once(
    visit: &Visit,
    by: &Member,
    (name, token, kind): (&str, &str, For),
    back: &str,
) -> Result<HttpResponse, Error> {
    let page = InvitationPage {
        name,
        link: format!("{}/{}/join?token={token}", origin(visit), visit.lang),
        is_new_start: kind == For::NewStart,
        is_administrator: kind == For::Administrator,
        back: format!("/{}/{back}", visit.lang),
    };
    visit.show("desk/invitation.html", super::frame(visit, by, back), &page)
}

/// The address by which the inviting member reached the desk, so that the link works in the same network.
fn origin(visit: &Visit) -> String {
    let request = visit.request();
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let host = host.or_else(|| request.uri().authority().map(|authority| authority.as_str()));
    let scheme = if visit.app.config.is_https() { "https" } else { "http" };
    format!("{scheme}://{}", host.unwrap_or_default())
}
