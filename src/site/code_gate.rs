//! What stands before a typed code: its check digit, which costs nothing; the limits, which ask for a CAPTCHA; and the
//! pool that stretches it. Nobody is turned away: whoever can't do the CAPTCHA waits instead.

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

/// What is told at the field of a code.
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

/// Why a code was not looked up. The page shows itself again with the code kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Refused {
    Code(Slip),
    /// The form's token did not fit: nothing was done yet.
    NoCookie,
    /// It goes on in another language.
    Switched,
    Captcha(Option<CaptchaFault>),
    Wait {
        ticket: String,
    },
    /// The pool was full for too long.
    Busy,
    /// The database does not answer.
    Away,
}

/// A code that was typed, and why it is asked for again.
#[derive(Clone, Serialize, Deserialize)]
pub struct Again {
    pub code: String,
    /// An answer that was typed into a mailbox that has closed.
    pub kept: String,
    pub refused: Refused,
}

impl Again {
    pub fn with(form: &Form, refused: Refused) -> Again {
        let text = |name: &str| form.text(name).to_owned();
        Again { code: text("code"), kept: text("kept"), refused }
    }

    /// Nothing is left but the answer that was typed.
    pub fn over(kept: &str) -> Again {
        Again { code: String::new(), kept: kept.to_owned(), refused: Refused::Code(Slip::Over) }
    }
}

/// What the page of a code shows besides its field.
#[derive(Default, Serialize)]
pub struct Asked {
    /// The form that it goes on with, if it was shown before.
    pub form: String,
    pub captcha: Option<CaptchaBox>,
    pub ticket: String,
    pub is_busy: bool,
    /// The database did not answer, and the code could not be compared.
    pub is_away: bool,
    pub is_without_cookie: bool,
    /// An answer that was typed into a mailbox whose time was over.
    pub kept: String,
}

/// 32 bytes that everything about the typed code is derived from, or why its page comes again. First what costs nothing, then
/// the limits, then the work, in the pool of this kind of code.
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

/// The code in the field `code`; a slip is told by its name.
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
    let (app, rates) = (&visit.app, &visit.app.limits.rates);
    if form.has("cannot") {
        let _ = rates.check(Action::WaitTicket, &visit.network).await;
        return Err(Refused::Wait { ticket: WaitTicket::draw(visit.now).token(&app.secrets.site_tokens) });
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

/// By a wait that is over, or by digits; each serves one look-up.
async fn by_digits_or_wait(visit: &Visit, form: &Form) -> Result<(), Refused> {
    let ticket = form.text("ticket");
    if !ticket.is_empty() {
        let key = &visit.app.secrets.site_tokens;
        return match WaitTicket::redeem(&visit.app.db.site, key, ticket, visit.now).await {
            Ok(_) => Ok(()),
            Err(WaitError::TooEarly { .. }) => Err(Refused::Wait { ticket: ticket.to_owned() }),
            Err(_) => Err(Refused::Captcha(None)),
        };
    }
    match captcha_page::check(visit, form).await {
        Ok(_) => Ok(()),
        Err(CaptchaFault::Missing) if !form.has("challenge") => Err(Refused::Captcha(None)),
        Err(fault) => Err(Refused::Captcha(Some(fault))),
    }
}

/// A code that opened nothing. After five the CAPTCHA comes.
pub async fn count_miss(visit: &Visit) {
    let _ = visit.app.limits.rates.check(Action::ReceiptMisses, &visit.network).await;
}

/// The page of the code again.
pub fn refuse(
    visit: &Visit,
    (template, frame): (&str, Frame),
    form: &FormId,
    again: Again,
) -> Result<HttpResponse, Error> {
    let frame = frame.answer("code", again.code);
    let mut asked = Asked { form: form.as_str().to_owned(), kept: again.kept, ..Asked::default() };
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
