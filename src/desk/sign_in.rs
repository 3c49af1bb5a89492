//! Signing in, in two steps, and signing out. A wrong name and a wrong password get the same answer. The first step's result is
//! sealed in the second step's form, so that a password alone leaves nothing on the server.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use std::time::Duration;

use super::guessing;
use super::known_device::KnownDevice;
use super::way_back::WayBack;
use crate::responses::archiving;
use crate::staff::listing;
use crate::staff::roles::SignedIn;
use crate::staff::{self, Halfway, SignInError, Staff, second_key, session};
use crate::web::carried::Carried;
use crate::web::form::session_cookie_name;
use crate::web::{Error, Fault, Form, Frame, Visit, clearing, visit};

/// The second step itself decides how long the first one counts.
const HALFWAY: Carried<Halfway> = Carried::lasting("sign-in");

#[derive(Deserialize)]
pub struct Params {
    #[serde(default)]
    next: String,
    locked: Option<String>,
    joined: Option<String>,
    left: Option<String>,
}

#[derive(Default, Serialize)]
struct SignInPage {
    next: String,
    /// What was typed before the session ended, sealed.
    kept: String,
    is_locked: bool,
    has_joined: bool,
    /// Somebody has just signed out here.
    has_left: bool,
    /// Why it was refused, shown above the form.
    trouble: Option<String>,
}

#[derive(Serialize)]
struct CodePage<'a> {
    next: &'a str,
    kept: &'a str,
    halfway: &'a str,
}

pub async fn show(visit: Visit, asked: web::Query<Params>) -> Result<HttpResponse, Error> {
    let page = SignInPage {
        is_locked: asked.locked.is_some(),
        has_joined: asked.joined.is_some(),
        has_left: asked.left.is_some(),
        ..SignInPage::back(&WayBack::parse(&asked.next, visit.app.pages.texts(), visit.lang))
    };
    visit.show_form("desk/sign_in.html", visit.frame(&visit.here), &page)
}

/// Asks to sign in, in answer to a form whose session is locked or has ended. What was typed is kept.
pub fn ask(visit: &Visit, way: &WayBack, is_locked: bool) -> Result<HttpResponse, Error> {
    let page = SignInPage { is_locked, ..SignInPage::back(way) };
    visit.show_form("desk/sign_in.html", frame(visit, way), &page)
}

impl SignInPage {
    fn back(way: &WayBack) -> SignInPage {
        SignInPage { next: way.path().to_owned(), kept: way.kept().to_owned(), ..SignInPage::default() }
    }
}

/// The first step: name and password.
pub async fn send(visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let (name, password) = (form.text("name"), form.text("password"));
    let next = WayBack::of(&form, &visit);
    let again = SignInPage::back(&next);
    let asked = frame(&visit, &next).answer("name", name);
    if name.is_empty() || password.is_empty() {
        let name = name.is_empty().then_some(Fault { field: "name", key: "sign-in-name-missing" });
        let password =
            password.is_empty().then_some(Fault { field: "password", key: "sign-in-password-missing" });
        return visit.show_faults("desk/sign_in.html", asked, name.into_iter().chain(password), &again);
    }
    let pool = match guessing::password(&visit, name).await {
        Ok(pool) => pool,
        Err(wait) => {
            return trouble(&visit, StatusCode::TOO_MANY_REQUESTS, "sign-in-too-many", (again, name), wait);
        }
    };
    let derivation = visit.app.secrets.deriving_in(pool);
    let checked = staff::check_password(&visit.app.db.desk, derivation, (name, password), visit.now);
    match checked.await {
        Ok(halfway) => {
            let sealed = HALFWAY.put(&visit.app.secrets.desk_tokens, &halfway)?;
            let page = CodePage { next: next.path(), kept: next.kept(), halfway: &sealed };
            visit.show_form("desk/sign_in_code.html", frame(&visit, &next), &page)
        }
        Err(SignInError::Busy(_)) => {
            let wait = Duration::from_mins(1);
            trouble(&visit, StatusCode::SERVICE_UNAVAILABLE, "sign-in-busy", (again, name), wait)
        }
        Err(SignInError::Wrong | SignInError::WrongCode | SignInError::TooLate) => {
            visit.app.metrics.sign_in_failed();
            let fault = Fault { field: "password", key: "sign-in-wrong" };
            visit.show_faults("desk/sign_in.html", asked, [fault], &again)
        }
        Err(other) => Err(other.into()),
    }
}

/// Somebody opened the second step's address directly: there is no first step to continue.
pub async fn begin_again(visit: Visit) -> HttpResponse {
    visit.redirect("sign-in")
}

/// The second step: a one-time code, and the session begins.
pub async fn send_code(visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let next = WayBack::of(&form, &visit);
    let sealed = form.text("halfway");
    let again = SignInPage::back(&next);
    let late = (StatusCode::UNPROCESSABLE_ENTITY, "sign-in-too-late");
    let Some(halfway) = HALFWAY.take(&visit.app.secrets.desk_tokens, sealed, visit.now).good() else {
        return trouble(&visit, late.0, late.1, (again, ""), Duration::ZERO);
    };
    if let Err(wait) = guessing::code(&visit, halfway.staff, &halfway.name).await {
        return trouble(&visit, StatusCode::TOO_MANY_REQUESTS, "sign-in-too-many", (again, ""), wait);
    }
    match staff::check_code(visit.app.sessions(), &halfway, form.text("code"), visit.now).await {
        Ok(secret) => {
            tidy_up(&visit, &secret).await;
            let mut response = next.of_person(&visit.app, halfway.staff).redirect();
            let mut cookie = visit::cookie(&visit.app, session_cookie_name(&visit.app), secret);
            // A session cookie: the browser drops it when it closes. Only the server decides how long it is valid.
            cookie.set_max_age(None);
            visit.drop_cookie(&mut response)?;
            response.add_cookie(&cookie).map_err(Error::internal)?;
            KnownDevice::remember(&visit, &halfway.name, &mut response)?;
            Ok(response)
        }
        Err(SignInError::WrongCode) => {
            visit.app.metrics.sign_in_failed();
            let page = CodePage { next: next.path(), kept: next.kept(), halfway: sealed };
            let fault = Fault { field: "code", key: "sign-in-code-wrong" };
            visit.show_faults("desk/sign_in_code.html", frame(&visit, &next), [fault], &page)
        }
        Err(SignInError::TooLate | SignInError::Wrong) => {
            trouble(&visit, late.0, late.1, (again, ""), Duration::ZERO)
        }
        Err(other) => Err(other.into()),
    }
}

/// Archives ended cases that could not be archived for lack of a key, and seals this member's old grant again so that it names
/// both Society keys, open and archive. An error must not keep anybody from signing in.
async fn tidy_up(visit: &Visit, cookie: &str) {
    let (db, config) = (&visit.app.db.desk, &visit.app.config);
    let Ok(member) = session::find(visit.app.sessions(), cookie, visit.now, config.desk_session).await else {
        return;
    };
    let renewed = second_key::renew_grants(db, &member).await.map_err(Error::from);
    let kept = listing::keep_own(db, &visit.app.secrets, &member).await.map_err(Error::from);
    let closed = archiving::close_ended_cases(db, &member, visit.now).await.map_err(Error::from);
    for error in [renewed.err(), kept.err(), closed.err()].into_iter().flatten() {
        error.ring(&visit.app, visit.now).await;
        error.log();
    }
}

pub async fn leave(by: Staff<SignedIn>, visit: Visit, _form: Form) -> Result<HttpResponse, Error> {
    session::leave(&visit.app.db.desk, &by, visit.now).await?;
    left(&visit)
}

/// Signs the member out on every device.
pub async fn leave_everywhere(by: Staff<SignedIn>, visit: Visit, _form: Form) -> Result<HttpResponse, Error> {
    session::leave_everywhere(&visit.app.db.desk, &by, by.id, visit.now).await?;
    left(&visit)
}

/// The browser forgets the session, and what it keeps of the desk's pages.
fn left(visit: &Visit) -> Result<HttpResponse, Error> {
    let mut response = visit.redirect("sign-in?left=1");
    let mut cookie = visit::cookie(&visit.app, session_cookie_name(&visit.app), String::new());
    cookie.make_removal();
    response.add_cookie(&cookie).map_err(Error::internal)?;
    Ok(clearing::with_redirect(visit.request(), response))
}

/// Without the choice of languages if only this page holds what was typed: another language is a new page, and would lose it.
fn frame(visit: &Visit, way: &WayBack) -> Frame {
    if way.has_kept() { Frame::desk(visit.lang) } else { visit.frame("sign-in") }
}

fn trouble(
    visit: &Visit,
    status: StatusCode,
    key: &str,
    (page, name): (SignInPage, &str),
    wait: Duration,
) -> Result<HttpResponse, Error> {
    let way = WayBack::with_kept(page.next.clone(), page.kept.clone());
    let page = SignInPage { trouble: Some(visit.text(key)), ..page };
    let frame = frame(visit, &way).answer("name", name);
    let mut response = visit.show_form_as(status, "desk/sign_in.html", frame, &page)?;
    if !wait.is_zero() {
        let seconds = header::HeaderValue::from(wait.as_secs().max(1));
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    Ok(response)
}
