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
    button: String,
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
    let tries = visit.app.limits.rates.check(Action::SignInCode, &Subject::member(by.id)).await;
    if let Verdict::Over { retry_after } = tries {
        return Err(Error::TooMany { retry_after });
    }
    match staff::renew_second_factor(&visit.app.db.desk, &by, form.text("code"), visit.now).await {
        // Nothing is done by a code alone: what waited for it is sent by pressing once more.
        Ok(()) => match Typed::open(&visit.app, form.text("typed"), &by, visit.now) {
            None => Ok(next.redirect()),
            Some(Typed { path, fields, .. }) => {
                let frame = super::frame(&visit, &by, "fresh-factor");
                let button = visit.text(button(&path));
                visit.show_form("desk/go_on.html", frame, &GoOnPage { button, path, fields })
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

/// The words of the button that was pressed: what happens next must be plain.
fn button(path: &str) -> &'static str {
    match path.rsplit('/').next().unwrap_or_default() {
        "accounts" | "invite" => "accounts-invite-button",
        "keys" => "colleague-seal-button",
        "agree" => "colleague-agree-button",
        "recovery" => "colleague-recovery-button",
        "end" => "colleague-end-button",
        "vouch" => "vouch-button",
        "archive" => "archive-open",
        "directory-entry" => "form-save",
        "operator" => "operator-create-button",
        "recover" => "keys-recovery-button",
        _ => "form-continue",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::routes::Routes;

    #[test]
    fn each_act_that_waits_for_a_code_says_what_it_is() {
        let mut routes = Routes::default();
        crate::desk::register(&mut routes);
        let fresh: Vec<&str> = routes.declared.iter().filter(|r| r.is_fresh).map(|r| r.path).collect();
        assert!(fresh.len() > 8, "{fresh:?}");
        for path in fresh {
            assert_ne!(button(path), "form-continue", "{path} has no words of its own");
        }
    }
}
