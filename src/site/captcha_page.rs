//! The CAPTCHA page, its picture and its sound, and what a form of another page needs to carry a CAPTCHA of its own.
//! It keeps where the person was going, sealed, and goes on there; "I can't do this" always leads on.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use time::Duration;

use crate::captcha::{self, CaptchaError, Challenge, Pass, PassKind, picture, sound};
use crate::clock::Moment;
use crate::rate_limits::{Action, Verdict};
use crate::web::{Error, Fault, Form, Visit};

const PURPOSE: &str = "captcha-onward";
const STATE_LIVES_FOR: Duration = Duration::hours(2);

/// What the component `form.captcha` shows: give its three parts to it.
#[derive(Clone, Debug, Serialize)]
pub struct CaptchaBox {
    pub token: String,
    pub picture: String,
    pub sound: String,
}

/// A new challenge. Costs nothing until its picture or sound is asked for.
pub fn fresh(visit: &Visit) -> CaptchaBox {
    let token = Challenge::draw(visit.now).token(&visit.app.secrets.site_tokens);
    CaptchaBox { picture: format!("/captcha/{token}.png"), sound: format!("/captcha/{token}.wav"), token }
}

/// Why the digits don't count. Show the page again with a [`fresh`] challenge and [`CaptchaFault::fault`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaptchaFault {
    Missing,
    Wrong,
    Expired,
    Spent,
    /// The database did not answer: a response goes on by the slow lane, a search can't.
    Unavailable,
}

impl CaptchaFault {
    pub fn key(self) -> &'static str {
        match self {
            CaptchaFault::Missing => "captcha-digits-missing",
            CaptchaFault::Wrong => "captcha-digits-wrong",
            CaptchaFault::Expired => "captcha-digits-expired",
            CaptchaFault::Spent => "captcha-digits-spent",
            CaptchaFault::Unavailable => "captcha-digits-unavailable",
        }
    }

    pub fn fault(self) -> Fault {
        Fault { field: "digits", key: self.key() }
    }
}

/// Spends the form's `challenge` on its `digits`. The pass is good at once; [`Visit::give_pass`] makes it last.
pub async fn check(visit: &Visit, form: &Form) -> Result<Pass, CaptchaFault> {
    let (token, digits) = (form.text("challenge"), form.text("digits"));
    if digits.is_empty() {
        return Err(CaptchaFault::Missing);
    }
    let key = &visit.app.secrets.site_tokens;
    match captcha::try_answer(&visit.app.db.site, key, token, digits, visit.now).await {
        Ok(()) => Ok(Pass::issue(PassKind::Solved, visit.now)),
        Err(CaptchaError::WrongDigits) => Err(CaptchaFault::Wrong),
        Err(CaptchaError::Expired | CaptchaError::Unreadable) => Err(CaptchaFault::Expired),
        Err(CaptchaError::Spent) => Err(CaptchaFault::Spent),
        Err(error @ CaptchaError::Database(_)) => {
            tracing::error!(%error, "a CAPTCHA could not be counted");
            Err(CaptchaFault::Unavailable)
        }
    }
}

/// Where to go on: a path after the language. Sealed, so that nobody is sent where we did not mean.
#[derive(Serialize, Deserialize)]
struct Onward {
    to: String,
    issued_at: i64,
}

pub(super) fn seal_onward(visit: &Visit, to: &str) -> Result<String, Error> {
    let onward = Onward { to: to.to_owned(), issued_at: visit.now.0 };
    let json = serde_json::to_vec(&onward).map_err(Error::internal)?;
    Ok(visit.app.secrets.site_tokens.seal(PURPOSE, &json))
}

/// What is too old or not ours leads to the gallery.
pub(super) fn open_onward(visit: &Visit, state: &str) -> String {
    let opened = visit.app.secrets.site_tokens.open(PURPOSE, state);
    let onward = opened.and_then(|json| serde_json::from_slice::<Onward>(&json).ok());
    onward
        .filter(|onward| visit.now.since(Moment(onward.issued_at)) < STATE_LIVES_FOR)
        .map_or_else(String::new, |onward| onward.to)
}

#[derive(Serialize)]
struct CaptchaPage {
    captcha: CaptchaBox,
    state: String,
    /// Too many pictures were drawn for this network: the wait is offered first.
    is_crowded: bool,
}

/// The page that asks, in place of the one that needs a pass: `to` is the path after the language to go on to.
pub fn ask(visit: &Visit, to: &str, fault: Option<CaptchaFault>) -> Result<HttpResponse, Error> {
    let data = CaptchaPage {
        captcha: fresh(visit),
        state: seal_onward(visit, to)?,
        is_crowded: visit.app.limits.rates.is_over(Action::CaptchaImages, &visit.network),
    };
    match fault {
        Some(fault) => visit.show_faults("site/captcha_page.html", visit.frame(to), [fault.fault()], &data),
        None => visit.show_form("site/captcha_page.html", visit.frame(to), &data),
    }
}

/// Somebody reloaded or came by hand: afterwards the gallery.
pub async fn show(visit: Visit) -> Result<HttpResponse, Error> {
    ask(&visit, "", None)
}

pub async fn send(visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let to = open_onward(&visit, form.text("state"));
    if form.has("cannot") {
        return super::wait::begin(&visit, &to);
    }
    if form.has("another") {
        return ask(&visit, &to, None);
    }
    match check(&visit, &form).await {
        Ok(pass) => {
            let mut response = visit.redirect(&to);
            visit.give_pass(&mut response, &pass)?;
            Ok(response)
        }
        Err(fault) => ask(&visit, &to, Some(fault)),
    }
}

/// `TOKEN.png` or `TOKEN.wav`, drawn anew each time; kept by nobody.
pub async fn file(request: HttpRequest, file: web::Path<String>) -> Result<HttpResponse, Error> {
    let visit = Visit::in_english(&request)?;
    let (token, kind) = file.rsplit_once('.').ok_or(Error::NotFound)?;
    let draw: fn(&Challenge) -> Vec<u8> = match kind {
        "png" => picture::png,
        "wav" => sound::wav,
        _ => return Err(Error::NotFound),
    };
    let challenge = Challenge::from_token(&visit.app.secrets.site_tokens, token, visit.now)
        .map_err(|_| Error::NotFound)?;
    if let Verdict::Over { retry_after } = visit.app.limits.rates.check(Action::CaptchaImages, &visit.network)
    {
        return Err(Error::TooMany { retry_after });
    }
    let bytes = web::block(move || draw(&challenge)).await.map_err(Error::internal)?;
    let media_type = if kind == "png" { "image/png" } else { "audio/wav" };
    Ok(HttpResponse::Ok()
        .content_type(media_type)
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(bytes))
}
