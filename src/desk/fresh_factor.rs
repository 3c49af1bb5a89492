//! A fresh second factor inside a session: it opens the reading budget anew and leads back to where it was asked for.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::way_back::WayBack;
use crate::rate_limits::{Action, Subject, Verdict};
use crate::staff::roles::SignedIn;
use crate::staff::{self, SignInError, Staff};
use crate::web::{Error, Fault, Form, Visit};

const TEMPLATE: &str = "desk/fresh_factor.html";

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    next: String,
}

#[derive(Serialize)]
struct FreshFactorPage<'a> {
    next: &'a str,
}

pub async fn show(
    by: Staff<SignedIn>,
    visit: Visit,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, Error> {
    let next = WayBack::parse(&asked.next, visit.app.pages.texts(), visit.lang);
    let frame = super::frame(&visit, &by, &visit.here);
    visit.show_form(TEMPLATE, frame, &FreshFactorPage { next: next.as_str() })
}

pub async fn send(by: Staff<SignedIn>, visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let next = WayBack::parse(form.text("next"), visit.app.pages.texts(), visit.lang);
    let tries = visit.app.limits.rates.check(Action::SignInCode, &Subject::member(by.id)).await;
    if let Verdict::Over { retry_after } = tries {
        return Err(Error::TooMany { retry_after });
    }
    match staff::renew_second_factor(&visit.app.db.desk, &by, form.text("code"), visit.now).await {
        Ok(()) => Ok(next.redirect()),
        Err(SignInError::WrongCode) => {
            let frame = super::frame(&visit, &by, "fresh-factor");
            let fault = Fault { field: "code", key: "sign-in-code-wrong" };
            visit.show_faults(TEMPLATE, frame, [fault], &FreshFactorPage { next: next.as_str() })
        }
        Err(other) => Err(other.into()),
    }
}
