//! Looks up a photo number from a poster or a phone call, without a CAPTCHA, under a rate limit of its own. A typing error is
//! shown at the field at once.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::{captcha_page, gallery};
use crate::codes::CodeError;
use crate::photo_number::PhotoNumber;
use crate::publications::catalogue::{Found, Shown};
use crate::rate_limits::{Action, Verdict};
use crate::web::{Error, Fault, Visit};

pub async fn show(visit: Visit, asked: web::Query<Vec<(String, String)>>) -> Result<HttpResponse, Error> {
    let typed = asked.iter().find(|(name, _)| name == "number").map(|(_, value)| value.trim());
    let Some(typed) = typed else {
        return visit.show("site/number.html", visit.frame("number"), &());
    };
    let number = match PhotoNumber::parse(typed) {
        Ok(number) => number,
        Err(fault) => return again(&visit, typed, key(typed, fault)),
    };
    if is_too_often(&visit).await {
        return captcha_page::ask(&visit, &format!("number?number={}", number.compact()), None).await;
    }
    let Shown::Photos(snapshot) = visit.app.catalogue.at(visit.now) else {
        return gallery::hidden(&visit, StatusCode::SERVICE_UNAVAILABLE);
    };
    match snapshot.find(number) {
        // An ended photo's page says itself that it has ended.
        Found::Live(_) | Found::Ended => Ok(visit.redirect(&format!("photo/{}", number.compact()))),
        Found::Unknown => again(&visit, typed, "number-unknown"),
    }
}

/// Many people in a camp share one address: above the limit, a pass still allows the look-up.
pub(super) async fn is_too_often(visit: &Visit) -> bool {
    let verdict = visit.app.limits.rates.check(Action::NumberLookUp, &visit.network).await;
    verdict != Verdict::Allowed && !gallery::may_search(visit).await
}

/// The form is a GET, so it needs neither a cookie nor a token.
fn again(visit: &Visit, typed: &str, key: &'static str) -> Result<HttpResponse, Error> {
    let frame = visit.frame("number").answer("number", typed).faults([Fault { field: "number", key }]);
    visit.show_as(StatusCode::UNPROCESSABLE_ENTITY, "site/number.html", frame, &())
}

fn key(typed: &str, fault: CodeError) -> &'static str {
    match fault {
        _ if typed.is_empty() => "number-missing",
        CodeError::NotDigits => "number-not-digits",
        CodeError::WrongLength => "number-wrong-length",
        CodeError::WrongCheckDigit => "number-wrong-digit",
    }
}
