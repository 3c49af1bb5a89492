//! The mailbox that a receipt code opens. It shows what happened and what staff ask; the responder can answer, take an answer
//! back, or erase the whole response. Each step is a page of its own behind a 303, stored for the browser's cookie; if it can't
//! be stored, the page's hidden field carries it.

mod held;
mod page;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::code_gate::{self, Again, Params, Refused, Slip};
use super::kept::{self, End};
use super::respond::message_over;
use crate::codes::CodeKeys;
use crate::form_steps::{FormId, Weight};
use crate::ids::MessageId;
use crate::rate_limits::{Action, Subject, Verdict};
use crate::responses::mailbox::{self, MailboxError};
use crate::responses::receipt_code::Mailbox as Opens;
use crate::web::{Error, Form, Frame, Received, Visit, clearing};
use held::{Held, Opened, Step, Told};

const CODE_PAGE: &str = "site/return.html";

pub async fn ask(visit: Visit) -> Result<HttpResponse, Error> {
    visit.show_form(CODE_PAGE, visit.frame("return"), &Params::default())
}

/// Shows a step that somebody comes back to, or reloads.
pub async fn step(visit: Visit, path: web::Path<(String, String)>) -> Result<HttpResponse, Error> {
    let form = FormId::parse(&path.1).ok_or(Error::NotFound)?;
    match kept::last::<Step>(&visit, &form).await? {
        Some((_, kept)) => show(&visit, &form, kept).await,
        None => ended_or_over(&visit, &form).await,
    }
}

/// "Delete your message?"
pub async fn erase_step(visit: Visit, path: web::Path<(String, String)>) -> Result<HttpResponse, Error> {
    let form = FormId::parse(&path.1).ok_or(Error::NotFound)?;
    match kept::last::<Step>(&visit, &form).await? {
        Some((_, Step::Open(opened))) if opened.held.is_good(visit.now) => {
            asks_to_erase(&visit, &form, &opened.held)
        }
        Some((_, kept)) => show(&visit, &form, kept).await,
        None => ended_or_over(&visit, &form).await,
    }
}

pub async fn open(visit: Visit, received: Received) -> Result<HttpResponse, Error> {
    let form = &received.form;
    let again = |refused| settle(&visit, form, Step::Asked(Again::with(form, refused)));
    let pool = &visit.app.limits.look_ups;
    let stretched = match code_gate::stretched::<Opens>(&visit, &received, pool).await {
        Ok(stretched) => stretched,
        Err(refused) => return again(refused).await,
    };
    let keys = CodeKeys::from_stretched(&stretched).map_err(Error::internal)?;
    match mailbox::open(&visit.app.db.site, &keys).await {
        Ok(mailbox) => {
            let first_key = visit.app.catalogue.first_key(mailbox.case, mailbox.case_key);
            let held = Held::of(&stretched, &first_key, visit.now);
            let opened = Opened { held, typed: form.text("kept").to_owned(), told: Told::Nothing };
            settle(&visit, form, Step::Open(opened)).await
        }
        Err(MailboxError::Unknown) => {
            code_gate::count_miss(&visit).await;
            again(Refused::Code(Slip::NoMessage)).await
        }
        Err(error) => Err(failed(error)),
    }
}

/// Sends an answer to staff.
pub async fn answer(visit: Visit, received: Received) -> Result<HttpResponse, Error> {
    let form = &received.form;
    let held = match Held::on(&visit, form) {
        Some(held) => held,
        None if form.has("keep") => return Ok(HttpResponse::NoContent().finish()),
        None => return over(&visit, form).await,
    };
    let (keys, text) = (held.keys()?, form.text("answer").replace("\r\n", "\n"));
    let stays =
        |told| settle(&visit, form, Step::Open(Opened { held: held.clone(), typed: text.clone(), told }));
    if !received.is_admitted {
        return stays(Told::NoCookie).await;
    }
    if form.has("keep") {
        stays(Told::Nothing).await?;
        return Ok(HttpResponse::NoContent().finish());
    }
    if form.has("switch") {
        return stays(Told::Nothing).await;
    }
    if text.is_empty() {
        return stays(Told::Missing).await;
    }
    if message_over(&text) > 0 {
        return stays(Told::Long).await;
    }
    let tag = Subject::mailbox(&keys.tag);
    if visit.app.limits.rates.check(Action::MessagePerMailbox, &tag).await != Verdict::Allowed {
        return stays(Told::Often).await;
    }
    let (sent, begun_with) = ((held.answer, text.as_str()), held.begun_with());
    match mailbox::answer(&visit.app.db.site, &keys, sent, begun_with.as_ref(), visit.now).await {
        Ok(()) => {
            let next = Opened { held: held.next(visit.now), typed: String::new(), told: Told::Sent };
            settle(&visit, form, Step::Open(next)).await
        }
        Err(MailboxError::Unknown) => over(&visit, form).await,
        Err(MailboxError::Database(error)) => {
            Error::Unavailable(error.to_string()).log();
            stays(Told::NotSaved).await
        }
        Err(error) => Err(Error::internal(error)),
    }
}

/// Erases one of the responder's own answers. An answer that is already gone counts as erased.
pub async fn delete(visit: Visit, received: Received) -> Result<HttpResponse, Error> {
    let form = &received.form;
    let Some(held) = Held::on(&visit, form) else { return over(&visit, form).await };
    let typed = form.text("answer").replace("\r\n", "\n");
    let stays =
        |told| settle(&visit, form, Step::Open(Opened { held: held.clone(), typed: typed.clone(), told }));
    if !received.is_admitted {
        return stays(Told::NoCookie).await;
    }
    let message = form.text("message").parse::<MessageId>().map_err(|_| Error::BadForm)?;
    match mailbox::take_back(&visit.app.db.site, &held.keys()?, message).await {
        Ok(()) | Err(MailboxError::Gone) => stays(Told::Deleted).await,
        Err(error) => Err(failed(error)),
    }
}

/// Erases the whole response, after one more question. "No" leads back to the mailbox.
pub async fn erase(visit: Visit, received: Received) -> Result<HttpResponse, Error> {
    let form = &received.form;
    let Some(held) = Held::on(&visit, form) else { return over(&visit, form).await };
    let keys = held.keys()?;
    if !received.is_admitted {
        let opened = Opened { held, typed: form.text("answer").to_owned(), told: Told::NoCookie };
        return settle(&visit, form, Step::Open(opened)).await;
    }
    match form.text("sure") {
        "yes" => match mailbox::erase(&visit.app.db.site, &keys, visit.now).await {
            // The form was sent twice: the first time erased it.
            Ok(()) | Err(MailboxError::Gone) => erased(&visit, form).await,
            Err(error) => Err(failed(error)),
        },
        sure => {
            let form_id = kept::form_of(form);
            let typed = typed_so_far(&visit, form, &form_id).await;
            let opened = Opened { held: held.clone(), typed, told: Told::Nothing };
            if sure == "no" {
                return settle(&visit, form, Step::Open(opened)).await;
            }
            match kept::keep_next(&visit, &form_id, Weight::Words, &Step::Open(opened)).await? {
                true => Ok(visit.redirect(&format!("return/{}/erase", form_id.as_str()))),
                false => asks_to_erase(&visit, &form_id, &held),
            }
        }
    }
}

/// "I am finished": drops the cookie.
pub async fn finish(visit: Visit, received: Received) -> Result<HttpResponse, Error> {
    let mut response = visit.redirect("receipt/done");
    if received.is_admitted {
        kept::finish(&visit, &mut response, Some(&kept::form_of(&received.form)), End::Left).await?;
    }
    Ok(clearing::with_redirect(visit.request(), response))
}

/// Stores the step and redirects to its page. If it can't be stored, answers with the page itself.
async fn settle(visit: &Visit, form: &Form, kept: Step) -> Result<HttpResponse, Error> {
    let form = kept::form_of(form);
    let weight = match &kept {
        Step::Asked(again) if again.kept.is_empty() => Weight::Little,
        _ => Weight::Words,
    };
    match kept::keep_next(visit, &form, weight, &kept).await? {
        true => Ok(visit.redirect(&format!("return/{}", form.as_str()))),
        false => show(visit, &form, kept).await,
    }
}

async fn show(visit: &Visit, form: &FormId, kept: Step) -> Result<HttpResponse, Error> {
    let again = match kept {
        Step::Asked(again) => again,
        Step::Open(opened) if !opened.held.is_good(visit.now) => Again::over(&opened.typed),
        Step::Open(opened) if opened.told == Told::NotSaved => return not_saved(visit, form, &opened),
        Step::Open(opened) => match mailbox::open(&visit.app.db.site, &opened.held.keys()?).await {
            Ok(mailbox) => return page::show(visit, form, &opened, mailbox),
            Err(MailboxError::Unknown) => Again::over(&opened.typed),
            Err(error) => return Err(failed(error)),
        },
    };
    code_gate::refuse(visit, (CODE_PAGE, frame(visit, form)), form, again)
}

fn frame(visit: &Visit, form: &FormId) -> Frame {
    visit.frame(&format!("return/{}", form.as_str()))
}

/// Asks for the code again. What was typed is kept, and is in its field again afterwards.
async fn over(visit: &Visit, form: &Form) -> Result<HttpResponse, Error> {
    settle(visit, form, Step::Asked(Again::over(form.text("answer")))).await
}

async fn ended_or_over(visit: &Visit, form: &FormId) -> Result<HttpResponse, Error> {
    match kept::ended(visit, form).await? {
        Some(End::Erased) => visit.show("site/return_erased.html", visit.frame(&visit.here), &()),
        Some(_) => visit.show("site/receipt_done.html", visit.frame(&visit.here), &()),
        None => code_gate::refuse(visit, (CODE_PAGE, frame(visit, form)), form, Again::over("")),
    }
}

async fn erased(visit: &Visit, form: &Form) -> Result<HttpResponse, Error> {
    let form = kept::form_of(form);
    let mut led = visit.redirect(&format!("return/{}", form.as_str()));
    if kept::finish(visit, &mut led, Some(&form), End::Erased).await? {
        return Ok(led);
    }
    let mut page = visit.show("site/return_erased.html", visit.frame("return"), &())?;
    visit.drop_cookie(&mut page)?;
    Ok(page)
}

/// The answer in the field, or the one that was stored before the question about erasing.
async fn typed_so_far(visit: &Visit, form: &Form, id: &FormId) -> String {
    if form.has("answer") {
        return form.text("answer").replace("\r\n", "\n");
    }
    match kept::last::<Step>(visit, id).await {
        Ok(Some((_, Step::Open(opened)))) => opened.typed,
        _ => String::new(),
    }
}

/// A page beside the mailbox, which leads back to it.
#[derive(Serialize)]
struct StillThere {
    mailbox: String,
    form: String,
}

fn asks_to_erase(visit: &Visit, form: &FormId, held: &Held) -> Result<HttpResponse, Error> {
    let data = StillThere { mailbox: held.seal(visit)?, form: form.as_str().to_owned() };
    let frame = visit.frame(&format!("return/{}/erase", form.as_str()));
    visit.show_form("site/return_erase.html", frame, &data)
}

fn not_saved(visit: &Visit, form: &FormId, opened: &Opened) -> Result<HttpResponse, Error> {
    let data = StillThere { mailbox: opened.held.seal(visit)?, form: form.as_str().to_owned() };
    let frame = frame(visit, form).answer("answer", opened.typed.clone());
    visit.show_form_as(StatusCode::SERVICE_UNAVAILABLE, "site/mailbox_not_saved.html", frame, &data)
}

fn failed(error: MailboxError) -> Error {
    match error {
        MailboxError::Database(error) => error.into(),
        MailboxError::Unknown | MailboxError::Gone => Error::NotFound,
        other => Error::internal(other),
    }
}
