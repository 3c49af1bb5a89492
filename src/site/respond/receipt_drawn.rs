//! Which code a response gets. The form carries one from the check page on; a long one is exchanged for the short one that
//! goes with it when a CAPTCHA was solved. Invariant: one form, one receipt, however often it is sent.

use super::check;
use super::state::Drawn;
use crate::rate_limits::{Action, Verdict};
use crate::responses::mailbox::{self, MailboxError};
use crate::responses::receipt::{Drawer, Receipt};
use crate::responses::receipt_code::ReceiptCode;
use crate::stretching::Busy;
use crate::web::{Error, Visit};

/// For the check page. Costs nobody a wait, and other networks nothing.
pub async fn draw(visit: &Visit) -> Result<Receipt, Busy> {
    let limits = &visit.app.limits;
    let drawer = match limits.rates.check(Action::DrawCode, &visit.network).await {
        Verdict::Over { .. } => Drawer::Crowded,
        Verdict::Allowed if check::good_pass(visit).await.is_some() => Drawer::Solved,
        Verdict::Allowed => Drawer::Unknown,
    };
    limits.codes.draw(drawer)
}

/// What an answer is saved under that was solved for. In a rush of solved answers it keeps its long code.
pub async fn for_solved(visit: &Visit, drawn: &Drawn) -> Result<Drawn, Error> {
    let code = ReceiptCode::parse(&drawn.code).map_err(Error::internal)?;
    match visit.app.limits.codes.shorter(&code).await {
        Ok(Some(receipt)) => Ok(drawn.with(&receipt)),
        Ok(None) | Err(Busy) => Ok(drawn.clone()),
    }
}

/// For a page that is loaded again: under which of its codes the form was saved. `None` if it was not, or is erased, or if
/// many ask at once; then the digits are asked for once more.
pub async fn saved_before(visit: &Visit, drawn: &Drawn) -> Result<Option<Drawn>, Error> {
    if is_saved(visit, drawn).await? {
        return Ok(Some(drawn.clone()));
    }
    let other = for_solved(visit, drawn).await?;
    let is_saved = other.code != drawn.code && is_saved(visit, &other).await?;
    Ok(is_saved.then_some(other))
}

/// Of a form that is saved, its receipt: never another code than the one that opens it.
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
