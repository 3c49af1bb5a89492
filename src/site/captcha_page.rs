//! The CAPTCHA page, its picture and its sound, and what another page's form needs to carry its own CAPTCHA. The page remembers,
//! sealed, where the visitor was going, and leads there afterwards; "I can't do this" always leads on.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use time::Duration;

use super::onward;
use crate::captcha::{
    self, CaptchaError, Challenge, Pass, PassKind, Redeemer, Tried, WaitTicket, picture, sound,
};
use crate::rate_limits::{Action, Verdict};
use crate::web::{Error, Fault, Form, Received, Visit, parts};

/// Added to the wait of a network that draws very many tickets.
const LONGER_BY: Duration = Duration::seconds(40);

/// The parameters of the component `form.captcha`.
#[derive(Clone, Debug, Serialize)]
pub struct CaptchaBox {
    pub token: String,
    pub picture: String,
    pub sound: String,
    /// The sound's language by its own name, if it differs from the page's; otherwise empty.
    pub spoken_in: String,
}

/// A new challenge. Costs nothing until its picture or sound is asked for.
pub fn fresh(visit: &Visit) -> CaptchaBox {
    let token = Challenge::draw(&visit.network, visit.now).token(&visit.app.secrets.site_tokens);
    let voice = visit.app.pages.texts().voice(visit.lang);
    CaptchaBox {
        picture: format!("/captcha/{token}.png"),
        sound: format!("/captcha/{}/{token}.wav", visit.lang),
        spoken_in: if voice == visit.lang { String::new() } else { voice.own_name().to_owned() },
        token,
    }
}

/// Why the digits don't count. Show the page again with a [`fresh`] challenge and [`CaptchaFault::fault`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaptchaFault {
    Missing,
    Wrong,
    Expired,
    Spent,
    /// Right, but drawn in another network: a phone that left its Wi-Fi meanwhile, or a program that solves elsewhere.
    Moved,
    /// The database did not answer: a response goes to the slow lane, a search fails.
    Unavailable,
}

impl CaptchaFault {
    const ALL: [CaptchaFault; 6] = [
        CaptchaFault::Missing,
        CaptchaFault::Wrong,
        CaptchaFault::Expired,
        CaptchaFault::Spent,
        CaptchaFault::Moved,
        CaptchaFault::Unavailable,
    ];

    pub fn key(self) -> &'static str {
        match self {
            CaptchaFault::Missing => "captcha-digits-missing",
            CaptchaFault::Wrong => "captcha-digits-wrong",
            CaptchaFault::Expired => "captcha-digits-expired",
            CaptchaFault::Spent => "captcha-digits-spent",
            CaptchaFault::Moved => "captcha-digits-moved",
            CaptchaFault::Unavailable => "captcha-digits-unavailable",
        }
    }

    pub fn fault(self) -> Fault {
        Fault { field: "digits", key: self.key() }
    }
}

/// Spends the form's `challenge` on its `digits`, and counts a miss.
pub async fn check(visit: &Visit, form: &Form) -> Result<(), CaptchaFault> {
    let (token, typed) = (form.text("challenge"), form.text("digits"));
    if typed.is_empty() {
        return Err(CaptchaFault::Missing);
    }
    let (key, tried) = (&visit.app.secrets.site_tokens, Tried { token, typed, from: &visit.network });
    match captcha::try_answer(&visit.app.db.site, key, tried, visit.now).await {
        Ok(()) => Ok(()),
        Err(CaptchaError::WrongDigits) => {
            let _ = visit.app.limits.rates.check(Action::DigitMisses, &visit.network).await;
            Err(CaptchaFault::Wrong)
        }
        Err(CaptchaError::Expired | CaptchaError::Unreadable) => Err(CaptchaFault::Expired),
        Err(CaptchaError::Spent) => Err(CaptchaFault::Spent),
        Err(CaptchaError::Elsewhere) => Err(CaptchaFault::Moved),
        Err(error @ CaptchaError::Database(_)) => {
            tracing::error!(%error, "a tried CAPTCHA could not be stored");
            Err(CaptchaFault::Unavailable)
        }
    }
}

/// The same, for a pass. The pass is valid at once; [`Visit::give_pass`] stores it in the cookie.
pub async fn pass(visit: &Visit, form: &Form) -> Result<Pass, CaptchaFault> {
    check(visit, form).await?;
    Ok(Pass::for_digits(&visit.app.limits.rates, &visit.network, visit.now).await)
}

/// What redeeming a waiting ticket asks.
pub fn redeemer(visit: &Visit) -> Redeemer<'_> {
    Redeemer {
        db: &visit.app.db.site,
        key: &visit.app.secrets.site_tokens,
        limits: &visit.app.limits.rates,
        from: &visit.network,
    }
}

/// A ticket for the wait. A network that draws very many waits longer.
pub async fn ticket(visit: &Visit) -> String {
    let begins_at = match visit.app.limits.rates.check(Action::WaitTicket, &visit.network).await {
        Verdict::Allowed => visit.now,
        Verdict::Over { .. } => visit.now + LONGER_BY,
    };
    WaitTicket::draw(&visit.network, begins_at).token(&visit.app.secrets.site_tokens)
}

#[derive(Serialize)]
struct CaptchaPage {
    captcha: CaptchaBox,
    state: String,
    /// This network has drawn too many pictures, so the wait is offered first.
    is_crowded: bool,
    /// The browser sent no cookie, which a pass needs.
    is_without_cookie: bool,
}

/// Shows the CAPTCHA page in place of a page that needs a pass. `to` is the path after the language to go on to.
pub async fn ask(visit: &Visit, to: &str, fault: Option<CaptchaFault>) -> Result<HttpResponse, Error> {
    shown(visit, to, fault, false).await
}

async fn shown(
    visit: &Visit,
    to: &str,
    fault: Option<CaptchaFault>,
    is_without_cookie: bool,
) -> Result<HttpResponse, Error> {
    let data = CaptchaPage {
        captcha: fresh(visit),
        state: onward::sealed(visit, to)?,
        is_crowded: visit.app.limits.rates.is_over(Action::CaptchaImages, &visit.network).await,
        is_without_cookie,
    };
    match fault {
        Some(fault) => visit.show_faults("site/captcha_page.html", visit.frame(to), [fault.fault()], &data),
        None => visit.show_form("site/captcha_page.html", visit.frame(to), &data),
    }
}

/// What the address says about the previous digits; `told` is a text's key.
#[derive(Deserialize)]
pub struct Before {
    #[serde(default)]
    state: String,
    #[serde(default)]
    told: String,
}

/// Shown after wrong digits, or if another picture was asked for. A visitor who types the address goes on to the gallery.
pub async fn show(visit: Visit, before: web::Query<Before>) -> Result<HttpResponse, Error> {
    let fault = CaptchaFault::ALL.into_iter().find(|fault| fault.key() == before.told);
    ask(&visit, &onward::opened(&visit, &before.state), fault).await
}

pub async fn send(visit: Visit, received: Received) -> Result<HttpResponse, Error> {
    let form = received.form;
    let to = onward::opened(&visit, form.text("state"));
    if !received.is_admitted || visit.cookie_secret().is_none() {
        return shown(&visit, &to, None, true).await;
    }
    let again = |told: &str| -> Result<HttpResponse, Error> {
        Ok(visit.redirect(&format!("captcha?state={}&told={told}", onward::sealed(&visit, &to)?)))
    };
    if form.has("cannot") {
        return wait_instead(&visit, &to).await;
    }
    if form.has("another") {
        return again("");
    }
    let pass = match pass(&visit, &form).await {
        Ok(pass) => pass,
        // A search is worth little, and a network may change at each request: it goes on as after a wait.
        Err(CaptchaFault::Moved) => Pass::issue(PassKind::Waited, visit.now),
        Err(fault) => return again(fault.key()),
    };
    let mut response = visit.redirect(&to);
    visit.give_pass(&mut response, &pass)?;
    Ok(response)
}

/// Draws a ticket for the wait and redirects to its page, which is a GET, so that the browser can reload it.
async fn wait_instead(visit: &Visit, to: &str) -> Result<HttpResponse, Error> {
    let ticket = ticket(visit).await;
    Ok(visit.redirect(&onward::wait_address(&ticket, &onward::sealed(visit, to)?)))
}

/// `TOKEN.png`, drawn again at each request and never cached.
pub async fn picture(request: HttpRequest, file: web::Path<String>) -> Result<HttpResponse, Error> {
    let visit = Visit::in_english(&request)?;
    let challenge = drawn(&visit, &file, ".png").await?;
    let bytes = made(move || picture::png(&challenge)).await?;
    Ok(unkept(HttpResponse::Ok().content_type("image/png").body(bytes)))
}

/// `LANG/TOKEN.wav`: the same digits, spoken in the page's language. Answers range requests, because some phones play nothing
/// else.
pub async fn sound(request: HttpRequest, path: web::Path<(String, String)>) -> Result<HttpResponse, Error> {
    let visit = Visit::spoken(&request, &path.0)?;
    let challenge = drawn(&visit, &path.1, ".wav").await?;
    let voice = visit.app.pages.texts().voice(visit.lang);
    let bytes = made(move || sound::wav(&challenge, voice)).await?;
    Ok(unkept(parts::answer(&request, "audio/wav", bytes.into())))
}

/// The challenge in a file's name; counts one more drawing for this network.
async fn drawn(visit: &Visit, file: &str, ending: &str) -> Result<Challenge, Error> {
    let token = file.strip_suffix(ending).ok_or(Error::NotFound)?;
    let challenge = Challenge::from_token(&visit.app.secrets.site_tokens, token, visit.now)
        .map_err(|_| Error::NotFound)?;
    match visit.app.limits.rates.check(Action::CaptchaImages, &visit.network).await {
        Verdict::Over { retry_after } => Err(Error::TooMany { retry_after }),
        Verdict::Allowed => Ok(challenge),
    }
}

async fn made(make: impl FnOnce() -> Vec<u8> + Send + 'static) -> Result<Vec<u8>, Error> {
    web::block(make).await.map_err(Error::internal)
}

fn unkept(mut response: HttpResponse) -> HttpResponse {
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    response
}
