//! The pass with which a response is sent: the visitor's, or a new one for the digits in the form.

use crate::captcha::{Pass, PassKind};
use crate::rate_limits::{Action, Subject};
use crate::site::captcha_page::{self, CaptchaFault};
use crate::web::{Form, Visit};

/// The pass that the response is sent with, if there is one.
pub struct Admission {
    pub pass: Option<Pass>,
    /// The pass was solved with this very form, so the cookie still has to be set.
    pub is_new: bool,
}

/// The visitor's pass, or a new one for the digits typed in this form. Without either there is no pass; wrong digits are a fault.
pub async fn of(visit: &Visit, form: &Form) -> Result<Admission, CaptchaFault> {
    if let Some(pass) = good_pass(visit).await {
        return Ok(Admission { pass: Some(pass), is_new: false });
    }
    match captcha_page::pass(visit, form).await {
        Ok(pass) => Ok(Admission { pass: Some(pass), is_new: true }),
        Err(CaptchaFault::Missing | CaptchaFault::Unavailable) => Ok(Admission { pass: None, is_new: false }),
        Err(fault) => Err(fault),
    }
}

/// The visitor's pass, if a CAPTCHA was solved for it and it allows another response. Counts nothing.
pub async fn good_pass(visit: &Visit) -> Option<Pass> {
    let pass = visit.pass().filter(|pass| pass.kind == PassKind::Solved)?;
    let is_over = visit.app.limits.rates.is_over(Action::RespondPerPass, &Subject::pass(pass.id)).await;
    (!is_over).then_some(pass)
}
