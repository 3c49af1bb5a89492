//! The checks before a typed code is looked up: its check digit, which costs nothing; the rate limits, which require a CAPTCHA;
//! and the pool that stretches it. Nobody is refused: a visitor who can't do the CAPTCHA waits instead.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::captcha_page::{self, CaptchaBox, CaptchaFault};
use crate::captcha::{WaitError, WaitTicket};
use crate::codes::{Code, CodeError};
use crate::form_steps::FormId;
use crate::rate_limits::{Action, Verdict};
use crate::stretching::Stretching;
use crate::web::{Error, Fault, Form, Frame, Received, Visit};

/// An error shown at a code's field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Slip {
    Missing,
    NotDigits,
    Length,
    CheckDigit,
    NoMessage,
    NoPhoto,
    /// What the code had opened is closed again.
    Over,
}

impl Slip {
    fn key(self) -> &'static str {
        match self {
            Slip::Missing => "return-code-missing",
            Slip::NotDigits => "return-code-not-digits",
            Slip::Length => "return-code-length",
            Slip::CheckDigit => "return-code-check-digit",
            Slip::NoMessage => "return-code-unknown",
            Slip::NoPhoto => "withdraw-code-unknown",
            Slip::Over => "return-over",
        }
    }
}

/// Why a code was not looked up. The page is shown again with the code in its field.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Refused {
    Code(Slip),
    /// The form's token did not fit, so nothing was done.
    NoCookie,
    /// The visitor switched the page's language.
    Switched,
    Captcha(Option<CaptchaFault>),
    Wait {
        ticket: String,
    },
    /// The stretching pool stayed full for too long.
    Busy,
    /// The database does not answer.
    Away,
}

/// A typed code, and why its page is shown again.
#[derive(Clone, Serialize, Deserialize)]
pub struct Again {
    pub code: String,
    /// An answer that was typed into a mailbox that has closed since.
    pub kept: String,
    pub refused: Refused,
}

impl Again {
    pub fn with(form: &Form, refused: Refused) -> Again {
        let text = |name: &str| form.text(name).to_owned();
        Again { code: text("code"), kept: text("kept"), refused }
    }

    /// The mailbox has closed: only the typed answer is kept.
    pub fn over(kept: &str) -> Again {
        Again { code: String::new(), kept: kept.to_owned(), refused: Refused::Code(Slip::Over) }
    }
}

/// What a code's page shows besides its field.
#[derive(Default, Serialize)]
pub struct Params {
    /// The form's id, if the page was shown before.
    pub form: String,
    pub captcha: Option<CaptchaBox>,
    pub ticket: String,
    pub is_busy: bool,
    /// The database did not answer, so the code could not be compared.
    pub is_away: bool,
    pub is_without_cookie: bool,
    /// An answer that was typed into a mailbox that has closed since.
    pub kept: String,
}

/// Returns the 32 bytes that all keys of the typed code are derived from, or why the page is shown again. The free checks come
/// first, then the limits, then the work in the pool for this kind of code.
pub async fn stretched<Opens>(
    visit: &Visit,
    received: &Received,
    pool: &Stretching,
) -> Result<Zeroizing<[u8; 32]>, Refused> {
    let form = &received.form;
    if !received.is_admitted {
        return Err(Refused::NoCookie);
    }
    if form.has("switch") {
        return Err(Refused::Switched);
    }
    let code = read::<Opens>(form)?;
    pass_the_limits(visit, form).await?;
    let salt = &visit.app.secrets.code_salt[..];
    match code.unstretched(salt) {
        Some(root) => Ok(root),
        None => pool.stretch(code.compact().as_bytes(), salt).await.map_err(|_| Refused::Busy),
    }
}

/// Reads the code in the field `code`; an error says what is wrong with it.
fn read<Opens>(form: &Form) -> Result<Code<Opens>, Refused> {
    let typed = form.text("code");
    if typed.is_empty() {
        return Err(Refused::Code(Slip::Missing));
    }
    Code::parse(typed).map_err(|error| {
        Refused::Code(match error {
            CodeError::NotDigits => Slip::NotDigits,
            CodeError::WrongLength => Slip::Length,
            CodeError::WrongCheckDigit => Slip::CheckDigit,
        })
    })
}

async fn pass_the_limits(visit: &Visit, form: &Form) -> Result<(), Refused> {
    let rates = &visit.app.limits.rates;
    if form.has("cannot") {
        return Err(Refused::Wait { ticket: captcha_page::ticket(visit).await });
    }
    if form.has("another") {
        return Err(Refused::Captcha(None));
    }
    let (looked_up, has_missed) = tokio::join!(
        rates.check(Action::ReceiptLookUpPerNetwork, &visit.network),
        rates.is_over(Action::ReceiptMisses, &visit.network),
    );
    if looked_up != Verdict::Allowed || has_missed { by_digits_or_wait(visit, form).await } else { Ok(()) }
}

/// Accepts either a wait that is over or solved digits; each allows one look-up.
async fn by_digits_or_wait(visit: &Visit, form: &Form) -> Result<(), Refused> {
    let ticket = form.text("ticket");
    if !ticket.is_empty() {
        return match WaitTicket::redeem(captcha_page::redeemer(visit), ticket, visit.now).await {
            Ok(_) => Ok(()),
            Err(WaitError::TooEarly { .. }) => Err(Refused::Wait { ticket: ticket.to_owned() }),
            Err(WaitError::Another) => Err(Refused::Wait { ticket: captcha_page::ticket(visit).await }),
            Err(_) => Err(Refused::Captcha(None)),
        };
    }
    match captcha_page::check(visit, form).await {
        Ok(()) => Ok(()),
        Err(CaptchaFault::Missing) if !form.has("challenge") => Err(Refused::Captcha(None)),
        Err(fault) => Err(Refused::Captcha(Some(fault))),
    }
}

/// Counts a code that opened nothing. After five, a CAPTCHA is required.
pub async fn count_miss(visit: &Visit) {
    let _ = visit.app.limits.rates.check(Action::ReceiptMisses, &visit.network).await;
}

/// Shows the code's page again.
pub fn refuse(
    visit: &Visit,
    (template, frame): (&str, Frame),
    form: &FormId,
    again: Again,
) -> Result<HttpResponse, Error> {
    let frame = frame.answer("code", again.code);
    let mut asked = Params { form: form.as_str().to_owned(), kept: again.kept, ..Params::default() };
    let (status, fault) = match again.refused {
        Refused::Code(slip) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Some(Fault { field: "code", key: slip.key() }))
        }
        Refused::Switched => (StatusCode::OK, None),
        Refused::NoCookie => {
            asked.is_without_cookie = true;
            (StatusCode::UNPROCESSABLE_ENTITY, None)
        }
        Refused::Captcha(fault) => {
            asked.captcha = Some(captcha_page::fresh(visit));
            (StatusCode::UNPROCESSABLE_ENTITY, fault.map(CaptchaFault::fault))
        }
        Refused::Wait { ticket } => {
            asked.ticket = ticket;
            (StatusCode::OK, None)
        }
        Refused::Away => {
            asked.is_away = true;
            (StatusCode::SERVICE_UNAVAILABLE, None)
        }
        Refused::Busy => {
            asked.is_busy = true;
            (StatusCode::SERVICE_UNAVAILABLE, None)
        }
    };
    visit.show_form_as(status, template, frame.faults(fault), &asked)
}
