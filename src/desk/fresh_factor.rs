//! A fresh second factor inside a session: it opens the reading budget anew and leads back to where it was asked for,
//! with what was typed there.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::way_back::WayBack;
use crate::rate_limits::{Action, Subject, Verdict};
use crate::staff::roles::SignedIn;
use crate::staff::{self, SignInError, Staff};
use crate::web::error_page::FreshFactorPage;
use crate::web::fresh::Typed;
use crate::web::{Error, Fault, Form, Visit};

const TEMPLATE: &str = "desk/fresh_factor.html";

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    next: String,
}

#[derive(Serialize)]
struct GoOnPage {
    path: String,
    fields: Vec<(String, String)>,
}

pub async fn show(
    by: Staff<SignedIn>,
    visit: Visit,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, Error> {
    let next = WayBack::parse(&asked.next, visit.app.pages.texts(), visit.lang);
    let frame = super::frame(&visit, &by, &visit.here);
    visit.show_form(TEMPLATE, frame, &FreshFactorPage { next: next.as_str(), typed: "" })
}

pub async fn send(by: Staff<SignedIn>, visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let next = WayBack::parse(form.text("next"), visit.app.pages.texts(), visit.lang);
    let name = Subject::name(&by.id.to_string());
    if let Verdict::Over { retry_after } = visit.app.limits.rates.check(Action::SignInPerName, &name).await {
        return Err(Error::TooMany { retry_after });
    }
    match staff::renew_second_factor(&visit.app.db.desk, &by, form.text("code"), visit.now).await {
        // Nothing is done by a code alone: what waited for it is sent by pressing once more.
        Ok(()) => match Typed::open(&visit.app, form.text("typed"), &by, visit.now) {
            None => Ok(next.redirect()),
            Some(Typed { path, fields, .. }) => {
                let frame = super::frame(&visit, &by, "fresh-factor");
                visit.show_form("desk/go_on.html", frame, &GoOnPage { path, fields })
            }
        },
        Err(SignInError::WrongCode) => {
            let frame = super::frame(&visit, &by, "fresh-factor");
            let fault = Fault { field: "code", key: "sign-in-code-wrong" };
            let page = FreshFactorPage { next: next.as_str(), typed: form.text("typed") };
            visit.show_faults(TEMPLATE, frame, [fault], &page)
        }
        Err(other) => Err(other.into()),
    }
}
