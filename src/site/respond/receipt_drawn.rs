//! Which code a response gets. The form carries one from the check page on. If a CAPTCHA was solved, a long code is replaced by
//! the short one derived from it. Invariant: one form, one receipt, however often it is sent.

use super::admission;
use super::state::Drawn;
use crate::rate_limits::{Action, Verdict};
use crate::responses::mailbox::{self, MailboxError};
use crate::responses::receipt::{Drawer, Receipt};
use crate::responses::receipt_code::ReceiptCode;
use crate::stretching::Busy;
use crate::web::{Error, Visit};

/// Draws a code for the check page. It makes nobody wait, and takes nothing from other networks.
pub async fn draw(visit: &Visit) -> Result<Receipt, Busy> {
    let limits = &visit.app.limits;
    let drawer = match limits.rates.check(Action::DrawCode, &visit.network).await {
        Verdict::Over { .. } => Drawer::Crowded,
        Verdict::Allowed if admission::good_pass(visit).await.is_some() => Drawer::Solved,
        Verdict::Allowed => Drawer::Unknown,
    };
    limits.codes.draw(drawer)
}

/// The code for a response that was sent with a solved CAPTCHA. If many are sent at once, it keeps its long code.
pub async fn for_solved(visit: &Visit, drawn: &Drawn) -> Result<Drawn, Error> {
    let code = ReceiptCode::parse(&drawn.code).map_err(Error::internal)?;
    match visit.app.limits.codes.shorter(&code).await {
        Ok(Some(receipt)) => Ok(drawn.with(&receipt)),
        Ok(None) | Err(Busy) => Ok(drawn.clone()),
    }
}

/// The code under which the form is already saved, for a reloaded page. `None` if it was not saved, was erased, or if many ask at
/// once; then the digits are asked for again.
pub async fn saved_before(visit: &Visit, drawn: &Drawn) -> Result<Option<Drawn>, Error> {
    if is_saved(visit, drawn).await? {
        return Ok(Some(drawn.clone()));
    }
    let other = for_solved(visit, drawn).await?;
    let is_saved = other.code != drawn.code && is_saved(visit, &other).await?;
    Ok(is_saved.then_some(other))
}

/// The code under which a saved form is saved: never a code that does not open it.
pub async fn saved_under(visit: &Visit, drawn: &Drawn) -> Result<Drawn, Error> {
    if is_saved(visit, drawn).await? {
        return Ok(drawn.clone());
    }
    let code = ReceiptCode::parse(&drawn.code).map_err(Error::internal)?;
    match visit.app.limits.codes.shorter_again(&code).await {
        Ok(Some(receipt)) => Ok(drawn.with(&receipt)),
        Ok(None) => Ok(drawn.clone()),
        Err(busy) => Err(Error::Unavailable(busy.to_string())),
    }
}

async fn is_saved(visit: &Visit, drawn: &Drawn) -> Result<bool, Error> {
    match mailbox::open(&visit.app.db.site, &drawn.keys()?).await {
        Err(MailboxError::Unknown) => Ok(false),
        Err(MailboxError::Database(error)) => Err(error.into()),
        _ => Ok(true),
    }
}
