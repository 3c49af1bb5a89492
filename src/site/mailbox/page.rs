//! An opened mailbox's page: the response's stage, the messages, and the field for an answer.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::held::{Opened, Told};
use crate::form_steps::FormId;
use crate::responses::mailbox::{Mailbox, Shown, State};
use crate::site::clocks;
use crate::site::respond::message_over;
use crate::web::age::AgeTexts;
use crate::web::{Error, Fault, ToMend, Visit};

const PAGE: &str = "site/mailbox.html";
/// A date would tell more to somebody who looks over the responder's shoulder.
const AGO: AgeTexts =
    AgeTexts { under_an_hour: "return-ago-now", hours: "return-ago-hours", days: "return-ago-days" };

#[derive(Serialize)]
struct MailboxPage {
    mailbox: String,
    form: String,
    caller_check: String,
    state: &'static str,
    state_title: String,
    state_text: String,
    messages: Vec<Message>,
    is_closed: bool,
    /// A sentence that nobody reads messages now, if so. What the message is about is sealed, so no door's waiting time is shown
    /// here.
    clock: Option<String>,
    /// `sent`, `deleted` or empty.
    told: &'static str,
    is_without_cookie: bool,
}

#[derive(Serialize)]
struct Message {
    is_from_staff: bool,
    /// The id, set for the responder's own messages only: they can be taken back.
    id: String,
    paragraphs: Vec<String>,
    when: String,
}

/// Shows the mailbox with what was typed in its field, and with what there is to say.
pub fn show(visit: &Visit, form: &FormId, opened: &Opened, mailbox: Mailbox) -> Result<HttpResponse, Error> {
    let fault = opened.told.fault().map(|key| Fault { field: "answer", key });
    let fault = match opened.told {
        Told::Long => fault.and_then(|fault| ToMend::too_long(fault, message_over(&opened.typed))),
        _ => fault.map(ToMend::from),
    };
    let is_without_cookie = opened.told == Told::NoCookie;
    let status = match fault.is_some() || is_without_cookie {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let mut frame = visit.frame(&format!("return/{}", form.as_str())).faults(fault);
    if !opened.typed.is_empty() {
        frame = frame.answer("answer", opened.typed.clone());
    }
    let data = MailboxPage {
        mailbox: opened.held.seal(visit)?,
        form: form.as_str().to_owned(),
        caller_check: opened.held.keys()?.caller_check,
        state: mailbox.state.code(),
        state_title: visit.text(&mailbox.state.key("return-state")),
        state_text: visit.text(&(mailbox.state.key("return-state") + "-text")),
        is_closed: mailbox.state == State::Closed,
        clock: clocks::closed(visit),
        messages: mailbox.messages.into_iter().map(|message| shown(visit, message)).collect(),
        told: opened.told.notice(),
        is_without_cookie,
    };
    visit.show_form_as(status, PAGE, frame, &data)
}

fn shown(visit: &Visit, message: Shown) -> Message {
    match message {
        Shown::FromStaff { text, sent_at } => Message {
            is_from_staff: true,
            id: String::new(),
            paragraphs: text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect(),
            when: visit.age(&AGO, sent_at),
        },
        Shown::Own { id, sent_at } => Message {
            is_from_staff: false,
            id: id.to_string(),
            paragraphs: Vec::new(),
            when: visit.age(&AGO, sent_at),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;

    #[test]
    fn no_state_speaks_of_a_match() {
        let texts = Texts::load().unwrap();
        for state in State::ALL {
            for key in [state.key("return-state"), state.key("return-state") + "-text"] {
                assert!(!texts.plain(texts.english(), &key, &[]).to_lowercase().contains("match"), "{key}");
            }
        }
    }
}
