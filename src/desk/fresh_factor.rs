//! A fresh second factor inside a session: it refills the reading budget and leads back to where it was asked for.

use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::way_back::WayBack;
use crate::rate_limits::{Action, Subject, Verdict};
use crate::staff::roles::SignedIn;
use crate::staff::{self, Member, SignInError, Staff};
use crate::web::{Error, Fault, Form, Typed, Visit};

const TEMPLATE: &str = "desk/fresh_factor.html";

#[derive(Deserialize)]
pub struct Params {
    #[serde(default)]
    next: String,
}

#[derive(Serialize)]
struct FreshFactorPage<'a> {
    next: &'a str,
    kept: &'a str,
}

impl FreshFactorPage<'_> {
    fn back(way: &WayBack) -> FreshFactorPage<'_> {
        FreshFactorPage { next: way.path(), kept: way.kept() }
    }
}

/// Asks for a second factor in answer to a form that needs one. What was typed is sealed in the page and comes back afterwards.
pub fn ask(
    request: &HttpRequest,
    by: &Member,
    (next, typed): (String, Typed),
) -> Result<HttpResponse, Error> {
    let visit = Visit::spoken(request, next.split('/').nth(1).unwrap_or_default())?;
    if typed.is_empty() {
        return Ok(visit.redirect(&format!("fresh-factor?next={next}")));
    }
    let kept = typed.sealed(&visit.app, by.id).unwrap_or_default();
    let way = WayBack::with_kept(next, kept);
    visit.show_form(TEMPLATE, super::frame(&visit, by, "fresh-factor"), &FreshFactorPage::back(&way))
}

pub async fn show(
    by: Staff<SignedIn>,
    visit: Visit,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let next = WayBack::parse(&asked.next, visit.app.pages.texts(), visit.lang);
    let frame = super::frame(&visit, &by, &visit.here);
    visit.show_form(TEMPLATE, frame, &FreshFactorPage::back(&next))
}

pub async fn send(by: Staff<SignedIn>, visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let next = WayBack::of(&form, &visit);
    let tries = visit.app.limits.rates.check(Action::SignInCode, &Subject::member(by.id)).await;
    if let Verdict::Over { retry_after } = tries {
        return Err(Error::TooMany { retry_after });
    }
    match staff::renew_second_factor(&visit.app.db.desk, &by, form.text("code"), visit.now).await {
        Ok(()) => Ok(next.redirect()),
        Err(SignInError::WrongCode) => {
            let frame = super::frame(&visit, &by, "fresh-factor");
            let fault = Fault { field: "code", key: "sign-in-code-wrong" };
            visit.show_faults(TEMPLATE, frame, [fault], &FreshFactorPage::back(&next))
        }
        Err(SignInError::SessionOver) => {
            Err(Error::SignIn { is_locked: false, next: next.path().to_owned() })
        }
        Err(other) => Err(other.into()),
    }
}
