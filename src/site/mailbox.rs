//! The way back with a receipt code: what happened, what staff ask, an answer, an answer or the whole response taken back. Between its steps
//! what the code was stretched to travels sealed for half an hour, so that it is stretched once.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::{Deserialize, Serialize};
use time::Duration;
use uuid::Uuid;

use super::clocks;
use super::code_gate::{self, Asked, Refused};
use crate::chance;
use crate::clock::Moment;
use crate::codes::CodeKeys;
use crate::rate_limits::{Action, Subject, Verdict};
use crate::responses::mailbox::{self, MailboxError, Shown, State};
use crate::responses::receipt_code::Mailbox as Opens;
use crate::sealing::{base64url, from_base64url};
use crate::web::{Error, Fault, Form, Frame, Visit};

const PURPOSE: &str = "mailbox";
const GOOD_FOR: Duration = Duration::minutes(30);
const MOST_LETTERS: usize = 4_000;
const CODE_PAGE: &str = "site/return.html";
const PAGE: &str = "site/mailbox.html";

/// An opened mailbox between two steps.
#[derive(Serialize, Deserialize)]
struct Held {
    stretched: String,
    /// The id of the next answer: sent twice, it is saved once.
    answer: Uuid,
    issued_at: Moment,
}

pub async fn ask(visit: Visit) -> Result<HttpResponse, Error> {
    visit.show_form(CODE_PAGE, visit.frame("return"), &Asked::default())
}

pub async fn open(visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let again = |refused| code_gate::refuse(&visit, (CODE_PAGE, visit.frame("return")), &form, refused);
    let pool = &visit.app.limits.look_ups;
    let stretched = match code_gate::stretched::<Opens>(&visit, &form, pool).await {
        Ok(stretched) => stretched,
        Err(refused) => return again(refused),
    };
    let keys = CodeKeys::from_stretched(&stretched).map_err(Error::internal)?;
    let held = Held { stretched: base64url(&stretched[..]), answer: chance::id(), issued_at: visit.now };
    let frame = visit.frame("return").answer("answer", form.text("kept"));
    match show(&visit, &keys, &held, frame, "").await? {
        Some(page) => Ok(page),
        None => {
            code_gate::count_miss(&visit).await;
            again(Refused::Code("return-code-unknown"))
        }
    }
}

/// An answer to staff.
pub async fn answer(visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let Some((keys, held)) = held(&visit, &form)? else { return over(&visit, &form) };
    let text = form.text("answer").replace("\r\n", "\n");
    let tag = Subject::mailbox(&keys.tag);
    let is_switch = form.has("switch");
    let fault = if is_switch {
        None
    } else if text.is_empty() {
        Some("return-answer-missing")
    } else if text.encode_utf16().count() > MOST_LETTERS {
        Some("return-answer-long")
    } else if visit.app.limits.rates.check(Action::MessagePerMailbox, &tag).await != Verdict::Allowed {
        Some("return-answer-often")
    } else {
        None
    };
    if is_switch || fault.is_some() {
        let frame = visit.frame("return").answer("answer", text);
        let frame = frame.faults(fault.map(|key| Fault { field: "answer", key }));
        return shown_or_over(show(&visit, &keys, &held, frame, "").await?, &visit, &form);
    }
    match mailbox::answer(&visit.app.db.site, &keys, held.answer, &text, visit.now).await {
        Ok(()) => {
            let next = Held { answer: chance::id(), issued_at: visit.now, ..held };
            let page = show(&visit, &keys, &next, visit.frame("return"), "sent").await?;
            shown_or_over(page, &visit, &form)
        }
        Err(MailboxError::Unknown) => over(&visit, &form),
        Err(MailboxError::Database(error)) => {
            Error::Unavailable(error.to_string()).log();
            not_saved(&visit, &held, &text)
        }
        Err(error) => Err(Error::internal(error)),
    }
}

/// Erases one of the responder's own answers. One that is gone already is as good as erased.
pub async fn delete(visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let Some((keys, held)) = held(&visit, &form)? else { return over(&visit, &form) };
    let message = Uuid::parse_str(form.text("message")).map_err(|_| Error::BadForm)?;
    match mailbox::take_back(&visit.app.db.site, &keys, message).await {
        Ok(()) | Err(MailboxError::Gone) => {
            let page = show(&visit, &keys, &held, visit.frame("return"), "deleted").await?;
            shown_or_over(page, &visit, &form)
        }
        Err(error) => Err(failed(error)),
    }
}

/// Erases the whole response, after one more question. "No" leads back to the mailbox.
pub async fn erase(visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let Some((keys, held)) = held(&visit, &form)? else { return over(&visit, &form) };
    match form.text("sure") {
        "yes" => match mailbox::erase(&visit.app.db.site, &keys, visit.now).await {
            // Sent twice, it was erased the first time.
            Ok(()) | Err(MailboxError::Gone) => {
                let mut page = visit.show("site/return_erased.html", visit.frame("return"), &())?;
                visit.drop_cookie(&mut page)?;
                Ok(page)
            }
            Err(error) => Err(failed(error)),
        },
        "no" => {
            let page = show(&visit, &keys, &held, visit.frame("return"), "").await?;
            shown_or_over(page, &visit, &form)
        }
        _ => {
            let data = StillThere { mailbox: seal(&visit, &held)? };
            visit.show_form("site/return_erase.html", visit.frame("return"), &data)
        }
    }
}

/// "I am finished": the cookie goes.
pub async fn finish(visit: Visit, _form: Form) -> Result<HttpResponse, Error> {
    let mut response = visit.redirect("receipt/done");
    visit.drop_cookie(&mut response)?;
    Ok(response)
}

#[derive(Serialize)]
struct MailboxPage {
    mailbox: String,
    caller_check: String,
    state: &'static str,
    state_title: String,
    state_text: String,
    messages: Vec<Message>,
    is_closed: bool,
    /// That nobody reads anything now. What the message is about is sealed, so no clock of a door is told here.
    clock: Option<String>,
    /// `sent`, `deleted` or empty.
    told: &'static str,
}

#[derive(Serialize)]
struct Message {
    is_from_staff: bool,
    /// Of one's own messages, for taking it back.
    id: String,
    paragraphs: Vec<String>,
    when: String,
}

/// `None`: the code opens nothing.
async fn show(
    visit: &Visit,
    keys: &CodeKeys,
    held: &Held,
    frame: Frame,
    told: &'static str,
) -> Result<Option<HttpResponse>, Error> {
    let mailbox = match mailbox::open(&visit.app.db.site, keys).await {
        Ok(mailbox) => mailbox,
        Err(MailboxError::Unknown) => return Ok(None),
        Err(error) => return Err(failed(error)),
    };
    let status = if frame.has_faults() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let data = MailboxPage {
        mailbox: seal(visit, held)?,
        caller_check: keys.caller_check.clone(),
        state: mailbox.state.code(),
        state_title: visit.text(&format!("return-state-{}", mailbox.state.code())),
        state_text: visit.text(&format!("return-state-{}-text", mailbox.state.code())),
        is_closed: mailbox.state == State::Closed,
        clock: clocks::closed(visit),
        messages: mailbox.messages.into_iter().map(|message| shown(visit, message)).collect(),
        told,
    };
    visit.show_form_as(status, PAGE, frame, &data).map(Some)
}

fn shown(visit: &Visit, message: Shown) -> Message {
    match message {
        Shown::FromStaff { text, sent_at } => Message {
            is_from_staff: true,
            id: String::new(),
            paragraphs: text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect(),
            when: ago(visit, sent_at),
        },
        Shown::Own { id, sent_at } => Message {
            is_from_staff: false,
            id: id.to_string(),
            paragraphs: Vec::new(),
            when: ago(visit, sent_at),
        },
    }
}

/// How long ago in words; never a date, which would tell somebody who looks over the shoulder more.
fn ago(visit: &Visit, at: Moment) -> String {
    let passed = visit.now.since(at);
    let (key, count) = match (passed.whole_hours(), passed.whole_days()) {
        (..1, _) => ("return-ago-now", 0),
        (hours, 0) => ("return-ago-hours", hours),
        (_, days) => ("return-ago-days", days),
    };
    visit.app.pages.texts().get(visit.lang, key, &[("count", count.into())])
}

fn seal(visit: &Visit, held: &Held) -> Result<String, Error> {
    let plain = serde_json::to_vec(held).map_err(Error::internal)?;
    Ok(visit.app.secrets.site_tokens.seal(PURPOSE, &plain))
}

/// `None`: half an hour is over, or it is not ours.
fn held(visit: &Visit, form: &Form) -> Result<Option<(CodeKeys, Held)>, Error> {
    let plain = visit.app.secrets.site_tokens.open(PURPOSE, form.text("mailbox"));
    let held = plain.and_then(|plain| serde_json::from_slice::<Held>(&plain).ok());
    let Some(held) = held.filter(|held| visit.now.since(held.issued_at) <= GOOD_FOR) else { return Ok(None) };
    let stretched = from_base64url(&held.stretched).and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    let stretched = stretched.ok_or(Error::BadForm)?;
    let keys = CodeKeys::from_stretched(&stretched).map_err(Error::internal)?;
    Ok(Some((keys, held)))
}

/// Asks for the code again; what was typed goes along and stands in its field afterwards.
fn over(visit: &Visit, form: &Form) -> Result<HttpResponse, Error> {
    let asked = Asked { kept: form.text("answer").to_owned(), ..Asked::default() };
    let fault = Fault { field: "code", key: "return-over" };
    visit.show_faults(CODE_PAGE, visit.frame("return"), [fault], &asked)
}

fn shown_or_over(page: Option<HttpResponse>, visit: &Visit, form: &Form) -> Result<HttpResponse, Error> {
    page.map_or_else(|| over(visit, form), Ok)
}

/// A page beside the mailbox, from which it opens again.
#[derive(Serialize)]
struct StillThere {
    mailbox: String,
}

fn not_saved(visit: &Visit, held: &Held, text: &str) -> Result<HttpResponse, Error> {
    let data = StillThere { mailbox: seal(visit, held)? };
    let frame = visit.frame("return").answer("answer", text);
    visit.show_form_as(StatusCode::SERVICE_UNAVAILABLE, "site/mailbox_not_saved.html", frame, &data)
}

fn failed(error: MailboxError) -> Error {
    match error {
        MailboxError::Database(error) => error.into(),
        MailboxError::Unknown | MailboxError::Gone => Error::NotFound,
        other => Error::internal(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;

    #[test]
    fn every_state_has_its_words_and_none_speaks_of_a_match() {
        let texts = Texts::load().unwrap();
        for state in [State::Received, State::BeingRead, State::Question, State::Closed] {
            for key in
                [format!("return-state-{}", state.code()), format!("return-state-{}-text", state.code())]
            {
                assert!(texts.has(texts.english(), &key), "{key}");
                assert!(!texts.plain(texts.english(), &key, &[]).to_lowercase().contains("match"), "{key}");
            }
        }
    }
}
