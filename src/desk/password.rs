//! A member's own password. Changing it requires the old one and a fresh second factor: an unlocked laptop is not enough to lock
//! its owner out.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use std::time::Duration;

use super::{guessing, joining};
use crate::staff::new_password::{self, NewPasswordError};
use crate::staff::password::UnlockError;
use crate::staff::roles::SignedIn;
use crate::staff::{Member, Staff, passphrase};
use crate::web::{Error, Fault, Fresh, Visit, fresh};

const TEMPLATE: &str = "desk/password.html";

#[derive(Deserialize)]
pub struct Params {
    changed: Option<String>,
}

#[derive(Serialize)]
struct PasswordPage {
    is_changed: bool,
    offered: String,
    /// Why it was refused, shown above the form.
    trouble: Option<String>,
}

impl PasswordPage {
    fn asking() -> PasswordPage {
        PasswordPage { is_changed: false, offered: passphrase::draw().to_string(), trouble: None }
    }
}

/// The second factor is asked for first, so that no password has to be typed twice.
pub async fn show(
    by: Staff<SignedIn>,
    visit: Visit,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let is_changed = asked.changed.is_some();
    if !is_changed {
        fresh::before_typing(&by, &visit, "password")?;
    }
    let page = PasswordPage { is_changed, ..PasswordPage::asking() };
    visit.show_form(TEMPLATE, super::frame(&visit, &by, "password"), &page)
}

pub async fn change(Fresh { by, form }: Fresh<Staff<SignedIn>>, visit: Visit) -> Result<HttpResponse, Error> {
    let old = form.text("old_password");
    let missing = old.is_empty().then_some(Fault { field: "old_password", key: "password-old-missing" });
    let new = match (missing, joining::password(&form, &by.name)) {
        (None, Ok(new)) => new,
        (missing, new) => {
            let faults = missing.into_iter().chain(new.err());
            return visit.show_faults(TEMPLATE, frame(&visit, &by), faults, &PasswordPage::asking());
        }
    };
    let pool = match guessing::password(&visit, &by.name).await {
        Ok(pool) => pool,
        Err(wait) => return trouble(&visit, &by, (StatusCode::TOO_MANY_REQUESTS, "sign-in-too-many"), wait),
    };
    let with = visit.app.secrets.deriving_in(pool);
    let fault = match new_password::change(&visit.app.db.desk, with, &by, (old, &new), visit.now).await {
        Ok(()) => return Ok(visit.redirect("password?changed=1")),
        Err(NewPasswordError::WrongOld) => {
            visit.app.metrics.sign_in_failed();
            Fault { field: "old_password", key: "password-old-wrong" }
        }
        Err(NewPasswordError::Same) => Fault { field: "password", key: "password-same" },
        Err(NewPasswordError::IsSecond) => Fault { field: "password", key: "password-is-second" },
        Err(NewPasswordError::Unlock(UnlockError::Busy(_))) => {
            let busy = (StatusCode::SERVICE_UNAVAILABLE, "sign-in-busy");
            return trouble(&visit, &by, busy, Duration::from_mins(1));
        }
        Err(other) => return Err(other.into()),
    };
    visit.show_faults(TEMPLATE, frame(&visit, &by), [fault], &PasswordPage::asking())
}

fn frame(visit: &Visit, by: &Member) -> crate::web::Frame {
    super::frame(visit, by, "password")
}

fn trouble(
    visit: &Visit,
    by: &Member,
    (status, key): (StatusCode, &str),
    wait: Duration,
) -> Result<HttpResponse, Error> {
    let page = PasswordPage { trouble: Some(visit.text(key)), ..PasswordPage::asking() };
    let mut response = visit.show_form_as(status, TEMPLATE, frame(visit, by), &page)?;
    let seconds = header::HeaderValue::from(wait.as_secs().max(1));
    response.headers_mut().insert(header::RETRY_AFTER, seconds);
    Ok(response)
}
