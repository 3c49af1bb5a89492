//! No form of the desk loses what was typed. If the session is locked or has ended, a POST's answers are carried, sealed, through
//! signing in; afterwards the form's page shows them in its fields. Invariant: nothing is saved on the way.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpResponse};
use std::sync::LazyLock;

use super::routes::{Declared, Routes, page_of};
use super::way_back::WayBack;
use super::{fresh_factor, going_on, sign_in};
use crate::staff::roles::SignedIn;
use crate::staff::{Member, Staff, session};
use crate::web::typed::{GivenBack, StoodOn, Typed};
use crate::web::visit::TYPED;
use crate::web::work::Unattended;
use crate::web::{Error, Form, Visit, guard};

static DECLARED: LazyLock<Vec<Declared>> = LazyLock::new(|| {
    let mut routes = Routes::default();
    super::register(&mut routes);
    routes.declared
});

/// A GIF of one transparent pixel.
const A_DOT: &[u8] =
    b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\0\0\0!\xf9\x04\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

/// A middleware around every POST of the desk that requires a permission.
pub async fn keep<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let is_post = request.method() == Method::POST;
    let Some(page) = page_of(&DECLARED, request.path()).filter(|_| is_post) else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    let asks = Asks::of(request.query_string());
    // Pages for signing in and joining have no page behind the lock, and an undeclared route has no page at all.
    if !asks.is_typed && !is_guarded_post(request.path()) {
        return Ok(next.call(request).await?.map_into_boxed_body());
    }
    match guard::member(request.request()).await {
        Ok(member) if asks.is_typed => give_back(request, next, (page, member, asks)).await,
        Ok(member) => Ok(send(request, next, (page, member)).await?),
        Err(Error::SignIn { is_locked, .. }) => Ok(lead_to_sign_in(request, page, is_locked).await),
        Err(error) => Ok(request.error_response(error)),
    }
}

/// What the query of a POST's address asks for.
#[derive(Clone, Copy)]
struct Asks {
    is_typed: bool,
    /// The screen was covered: the member must sign in first, even if the session is still valid.
    is_to_lock: bool,
}

impl Asks {
    fn of(query: &str) -> Asks {
        let has = |name: &str| query.split('&').any(|pair| pair.split('=').next() == Some(name));
        Asks { is_typed: has(TYPED), is_to_lock: has("lock") }
    }
}

fn is_guarded_post(path: &str) -> bool {
    let is_one = |route: &&Declared| route.method == Method::POST && route.permission.is_some();
    DECLARED.iter().filter(is_one).any(|route| route.is_at(path))
}

async fn send<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
    (page, member): (String, Member),
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let stood_on = StoodOn { page: page.clone(), person: member.id };
    request.extensions_mut().insert(stood_on);
    let response = next.call(request).await?.map_into_boxed_body();
    Ok(detour(response, page, &member).await)
}

/// Leads on, if the answer is that something else must come first: a fresh factor, a colleague's word. What was typed goes along.
async fn detour(
    response: ServiceResponse<BoxBody>,
    page: String,
    member: &Member,
) -> ServiceResponse<BoxBody> {
    let request = response.request();
    let typed = || request.extensions().get::<Typed>().cloned().unwrap_or_default();
    let asked = match response.response().error().and_then(|error| error.as_error::<Error>()) {
        Some(Error::OldForm) => Ok(Visit::with_typed(&page, "")),
        Some(Error::FreshFactor { next }) => {
            let next = if next.is_empty() { page } else { next.clone() };
            fresh_factor::ask(request, member, (next, typed()))
        }
        Some(Error::SecondPerson) => going_on::ask(request, member, (page, typed())).await,
        _ => return response,
    };
    let asked = asked.unwrap_or_else(HttpResponse::from_error);
    response.into_response(asked)
}

/// Shows the page as a GET would, with what was typed in its fields.
async fn give_back<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
    (page, member, asks): (String, Member, Asks),
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let Ok(visit) = visit(&request) else { return Ok(request.error_response(Error::NotFound)) };
    let app = visit.app.clone();
    if asks.is_to_lock {
        if let Err(error) = session::lock(&app.db.desk, &member.session).await {
            return Ok(request.error_response(Error::from(error)));
        }
        return Ok(lead_to_sign_in(request, page, true).await);
    }
    drop(visit);
    let payload = request.take_payload();
    let (typist, typed) = match Form::marked(request.request(), payload, true).await {
        Ok((typist, form)) => match Typed::opened(&app, form.text("kept")) {
            Some((typist, typed)) => (Some(typist), typed),
            None => (typist, Typed::of(&form)),
        },
        Err(error) => return Ok(request.error_response(error)),
    };
    if typist != Some(member.id) {
        return Ok(request.error_response(Error::NoToken));
    }
    if request.path() != page {
        // The form was part of an answer to another form, which has no address; its page has one.
        return Ok(request.into_response(Visit::with_typed(&page, "")));
    }
    let stood_on = StoodOn { page: page.clone(), person: member.id };
    request.extensions_mut().insert(stood_on);
    request.extensions_mut().insert(typed);
    request.extensions_mut().insert(GivenBack);
    request.head_mut().method = Method::GET;
    let response = next.call(request).await?.map_into_boxed_body();
    Ok(detour(response, page, &member).await)
}

async fn lead_to_sign_in(
    mut request: ServiceRequest,
    page: String,
    is_locked: bool,
) -> ServiceResponse<BoxBody> {
    let payload = request.take_payload();
    let marked = Form::marked(request.request(), payload, false).await;
    let Ok(visit) = visit(&request) else { return request.error_response(Error::NotFound) };
    let kept = match marked {
        Ok((Some(typist), form)) => match Typed::opened(&visit.app, form.text("kept")) {
            // The member signed in and out again on the way: what was already sealed is passed on.
            Some(_) => Some(form.text("kept").to_owned()),
            None => Typed::of(&form).sealed(&visit.app, typist),
        },
        _ => None,
    };
    let way = WayBack::with_kept(page, kept.unwrap_or_default());
    let shown = if way.has_kept() {
        sign_in::ask(&visit, &way, is_locked)
    } else {
        Ok(way.to_sign_in(visit.lang, is_locked))
    };
    drop(visit);
    match shown {
        Ok(page) => request.into_response(page),
        Err(error) => request.error_response(error),
    }
}

fn visit(request: &ServiceRequest) -> Result<Visit, Error> {
    let code = request.path().split('/').nth(1).unwrap_or_default().to_owned();
    Visit::spoken(request.request(), &code)
}

/// A page's script calls this while somebody is typing. If it gets a picture, the session is still alive.
pub async fn alive(Unattended(by): Unattended<Staff<SignedIn>>, visit: Visit) -> Result<HttpResponse, Error> {
    session::is_alive(&visit.app.db.desk, &by.session, visit.now).await?;
    Ok(HttpResponse::Ok().content_type("image/gif").body(A_DOT))
}
