//! The desk: every page for signed-in staff. Except for the few that sign in or join, every route requires a permission in its
//! handler's signature; without one it does not compile.

pub mod accounts;
pub mod archive;
pub mod audit_log;
pub mod certify;
pub mod colleague;
pub mod directory_entry;
pub mod drafting;
pub mod fresh_factor;
pub mod going_on;
mod grant_end;
mod guessing;
pub mod home;
mod invitation;
pub mod joining;
pub mod keeping;
pub mod keys;
mod known_device;
pub mod menu;
pub mod operator;
mod parts;
pub mod password;
pub mod poster_new;
pub mod posters;
pub mod publications;
pub mod queue;
pub mod renewal;
pub mod response;
pub mod response_closed;
mod response_compare;
mod response_message;
mod response_page;
mod response_unopened;
pub mod review;
mod reviewed_faces;
pub mod rota;
pub mod routes;
pub mod second_passphrase;
pub mod sign_in;
pub mod vouching;
pub mod waiting;
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
    routes.open(Method::GET, "/{lang}/join", joining::show);
    routes.open(Method::POST, "/{lang}/join", joining::send);
    routes.post("/{lang}/sign-out", sign_in::leave);
    routes.post("/{lang}/sign-out-everywhere", sign_in::leave_everywhere);
    routes.get("/{lang}/", home::show);
    routes.file("/{lang}/alive", keeping::alive);
    routes.file("/{lang}/waiting", waiting::counts);
    routes.get("/{lang}/fresh-factor", fresh_factor::show).post("/{lang}/fresh-factor", fresh_factor::send);
    routes.get("/{lang}/password", password::show).post("/{lang}/password", password::change);
    routes.get("/{lang}/second-passphrase", second_passphrase::show);
    routes.post("/{lang}/second-passphrase", second_passphrase::send);
    routes.get("/{lang}/keys", keys::show);
    routes.post("/{lang}/keys/make", keys::make);
    routes.post("/{lang}/keys/root", keys::make_root);
    routes.get("/{lang}/keys/made", keys::made).post("/{lang}/keys/made", keys::printed);
    routes.post("/{lang}/keys/recover", keys::recover);
    routes.get("/{lang}/accounts", accounts::show).post("/{lang}/accounts", accounts::invite);
    routes.get("/{lang}/accounts/{id}", colleague::show);
    routes.post("/{lang}/accounts/{id}/keys", colleague::seal_keys);
    routes.post("/{lang}/accounts/{id}/agree", colleague::agree);
    routes.post("/{lang}/accounts/{id}/recovery", colleague::ask_recovery);
    routes.post("/{lang}/accounts/{id}/sign-out", colleague::sign_out);
    routes.post("/{lang}/accounts/{id}/end", colleague::end_grant);
    routes.get("/{lang}/vouch", vouching::show).post("/{lang}/vouch", vouching::agree);
    routes.get("/{lang}/go-on", going_on::show).post("/{lang}/go-on", going_on::agree);
    routes.post("/{lang}/go-on/back", going_on::back);
    routes.get("/{lang}/archive", archive::show).post("/{lang}/archive", archive::open_again);
    routes.get("/{lang}/directory-entry", directory_entry::show);
    routes.post("/{lang}/directory-entry", directory_entry::save);
    routes.get("/{lang}/rota", rota::show);
    routes.post("/{lang}/rota/add", rota::add);
    routes.post("/{lang}/rota/{id}/test", rota::test);
    routes.post("/{lang}/rota/{id}/remove", rota::remove);
    routes.get("/{lang}/audit", audit_log::show);
    routes.post("/{lang}/audit/verify", audit_log::verify);
    routes.get("/{lang}/operator", operator::show).post("/{lang}/operator", operator::create);
    routes.get("/{lang}/operator/{slug}", operator::society);
    routes.post("/{lang}/operator/{slug}/invite", operator::invite);
    routes.get("/{lang}/drafts", drafting::list);
    routes.get("/{lang}/drafts/new", drafting::private::ask);
    routes.post("/{lang}/drafts/new", drafting::private::start);
    routes.get("/{lang}/drafts/{id}", drafting::page::show);
    routes.post("/{lang}/drafts/{id}/private", drafting::private::save);
    routes.post("/{lang}/drafts/{id}/facts", drafting::facts::save);
    routes.file("/{lang}/drafts/{id}/picture", drafting::picture::whole);
    routes.post("/{lang}/drafts/{id}/picture", drafting::picture::upload);
    routes.file("/{lang}/drafts/{id}/preview", drafting::picture::preview);
    routes.post("/{lang}/drafts/{id}/faces", drafting::faces::save);
    routes.post("/{lang}/drafts/{id}/alike", drafting::duplicates::save);
    routes.post("/{lang}/drafts/{id}/crop", drafting::crop::save);
    routes.post("/{lang}/drafts/{id}/consent", drafting::consent::save);
    routes.get("/{lang}/drafts/{id}/withdrawal-code", drafting::code::show);
    routes.post("/{lang}/drafts/{id}/withdrawal-code", drafting::code::draw);
    routes.post("/{lang}/drafts/{id}/send", drafting::send::send);
    routes.get("/{lang}/reviews", review::list);
    routes.get("/{lang}/certify", certify::show).post("/{lang}/certify", certify::send);
    routes.get("/{lang}/reviews/{id}", review::show);
    routes.post("/{lang}/reviews/{id}/approve", review::approve);
    routes.post("/{lang}/reviews/{id}/send-back", review::send_back);
    routes.get("/{lang}/publications", publications::list);
    routes.get("/{lang}/publications/{id}", publications::show);
    routes.post("/{lang}/publications/{id}", publications::withdraw);
    routes.get("/{lang}/publications/{id}/consent", renewal::show);
    routes.post("/{lang}/publications/{id}/consent", renewal::renew);
    routes.file("/{lang}/publications/{id}/thumb", publications::thumb);
    routes.file("/{lang}/publications/{id}/print", publications::print);
    routes.get("/{lang}/posters", posters::list);
    routes.get("/{lang}/posters/new", poster_new::show).post("/{lang}/posters/new", poster_new::make);
    routes.file("/{lang}/posters/{id}/file", posters::file);
    routes.post("/{lang}/posters/{id}/end", posters::take_back);
    routes.get("/{lang}/queue", queue::show);
    routes.file("/{lang}/queue/thumb/{publication}", queue::thumb);
    routes.get("/{lang}/responses/{id}", response::show);
    routes.post("/{lang}/responses/{id}/claim", response::claim);
    routes.post("/{lang}/responses/{id}/release", response::release);
    routes.post("/{lang}/responses/{id}/note", response::note);
    routes.post("/{lang}/responses/{id}/question", response_message::question);
    routes.post("/{lang}/responses/{id}/take-back", response_message::take_back);
    routes.post("/{lang}/responses/{id}/close", response_closed::close);
    routes.post("/{lang}/responses/{id}/undo", response_closed::undo);
    routes.post("/{lang}/responses/{id}/read", response_closed::read);
    routes.post("/{lang}/responses/{id}/reopen", response_closed::reopen);
}

/// The frame of a desk page; `path` is the path after the language. It carries the menu, the token for every form on the page,
/// and what was typed there but not saved.
pub fn frame(visit: &Visit, member: &Member, path: &str) -> Frame {
    let token = form::Basis::of(visit.request(), &visit.app, visit.face).token_of(&visit.app, member.id);
    let frame = visit.frame(path).csrf(token).signed_in(&member.name, menu::links(visit, member, path));
    let left = member.session.locks_at.since(visit.now);
    let frame = frame.locking(visit.app.config.desk_session.idle_for, left);
    match visit.typed() {
        Some(typed) => frame.typed(typed, visit.is_given_back()),
        None => frame,
    }
}
