//! A message to the sender: checked before sending, shown again with the marked words, sent once, taken back while unread. It
//! works without JavaScript: the second press sends the same form with a reason.

use actix_web::HttpResponse;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::parts::{Choice, Names, choice};
use super::response::{Moderator, Path, anew, page, refused};
use super::response_page::{Params, paragraphs as lines_of};
use crate::chance;
use crate::ids::MessageId;
use crate::responses::asking::{self, Asked as Outcome, NewMessage, Reason, TakenBack};
use crate::responses::handling::{NoteItem, ThreadItem};
use crate::responses::outgoing::{Finding, Kind, house};
use crate::sealing::base64url;
use crate::web::fault::fault_of_length;
use crate::web::record::{id_in, seen_in};
use crate::web::{Error, Fault, Form, Visit};

const MOST_QUESTION: usize = 2000;

/// The text for a message's code in the address; `None` for an unknown code.
pub fn told(code: &str) -> Option<&'static str> {
    match code {
        "sent" => Some("outgoing-sent"),
        "taken-back" => Some("outgoing-taken-back"),
        "read" => Some("outgoing-read-already"),
        _ => None,
    }
}

/// Sends a message to the sender's mailbox.
pub async fn question(staff: Moderator, visit: Visit, path: Path, form: Form) -> Result<HttpResponse, Error> {
    let seen = seen_in(&path, &form)?;
    let text = form.text("question").replace("\r\n", "\n");
    let keys = ["response-question-missing", "response-question-long"];
    if let Some(fault) = fault_of_length(("question", &text), MOST_QUESTION, keys) {
        return page(&visit, &staff, seen.id, Params::again(&form, [fault])).await;
    }
    // A reason is valid only for the text whose marks were shown.
    let is_seen = form.text("seen") == digest(&text);
    let new = NewMessage {
        id: form.text("message").parse::<MessageId>().unwrap_or_else(|_| chance::id()),
        text: &text,
        reason: Reason::parse(form.text("reason")).filter(|_| is_seen),
        house: house::sentences(visit.app.pages.texts()),
    };
    match asking::ask(&visit.app.db.desk, &staff, seen, new, visit.now).await {
        Ok(Outcome::Sent | Outcome::Already) => Ok(anew(&visit, seen.id, ("question", "sent"))),
        Ok(Outcome::Stopped(findings)) => {
            let fault = match is_seen {
                true => Fault { field: "reason", key: "outgoing-reason-missing" },
                false => Fault { field: "question", key: "outgoing-stopped" },
            };
            let stopped = Some(Stopped::of(&visit, &text, &findings));
            page(&visit, &staff, seen.id, Params { stopped, ..Params::again(&form, [fault]) }).await
        }
        Err(error) => refused(&visit, &staff, seen.id, error, &text),
    }
}

/// Takes back a message that nobody has read.
pub async fn take_back(
    staff: Moderator,
    visit: Visit,
    path: Path,
    form: Form,
) -> Result<HttpResponse, Error> {
    let id = id_in(&path)?;
    let message = form.text("unread").parse::<MessageId>().map_err(|_| Error::BadForm)?;
    let told = match asking::take_back(&visit.app.db.desk, &staff, id, message, visit.now).await {
        Ok(TakenBack::Gone) => "taken-back",
        Ok(TakenBack::Read) => "read",
        Err(error) => return refused(&visit, &staff, id, error, ""),
    };
    Ok(anew(&visit, id, ("", told)))
}

/// One message of the thread, or one note.
#[derive(Serialize)]
pub struct Said {
    kind: &'static str,
    label: String,
    who: String,
    when: String,
    lines: Vec<String>,
    /// The message's id, if it can still be taken back.
    unread: Option<String>,
}

impl Said {
    pub fn message(visit: &Visit, message: &ThreadItem, names: &Names) -> Said {
        let is_unread = message.is_from_staff && !message.is_read;
        Said {
            kind: if message.is_from_staff { "sent" } else { "received" },
            label: visit.text(if message.is_from_staff { "response-sent" } else { "response-received" }),
            who: message.author.map(|id| names.name(id)).unwrap_or_default(),
            when: message.sent_at.minute_text(),
            lines: lines_of(&message.text),
            unread: is_unread.then(|| message.id.to_string()),
        }
    }

    pub fn note(visit: &Visit, note: &NoteItem, names: &Names) -> Said {
        Said {
            kind: "note",
            label: visit.text("response-note-label"),
            who: names.name(note.author),
            when: note.written_at.minute_text(),
            lines: lines_of(&note.text),
            unread: None,
        }
    }
}

/// What a message's form shows.
#[derive(Default, Serialize)]
pub struct Outgoing {
    /// The id of the next message, so that a form that is sent twice sends one.
    message: String,
    told: Option<String>,
    stopped: Option<Stopped>,
}

impl Outgoing {
    pub fn of(visit: &Visit, asked: &Params) -> Outgoing {
        Outgoing {
            message: chance::id::<MessageId>().to_string(),
            told: asked.news.map(|key| visit.text(key)),
            stopped: asked.stopped.clone(),
        }
    }
}

/// The unsent message with the marked words, and why they are marked.
#[derive(Clone, Serialize)]
pub struct Stopped {
    paragraphs: Vec<Vec<Piece>>,
    why: Vec<String>,
    reasons: Vec<Choice>,
    /// The digest of the text that was checked.
    seen: String,
}

#[derive(Clone, Serialize)]
struct Piece {
    text: String,
    is_marked: bool,
}

impl Stopped {
    fn of(visit: &Visit, text: &str, findings: &[Finding]) -> Stopped {
        let is_found = |kind: &Kind| findings.iter().any(|finding| finding.kind == *kind);
        let why = Kind::ALL.into_iter().filter(is_found);
        let reasons = Reason::ALL
            .into_iter()
            .map(|reason| choice(visit, reason.code(), &reason.key("outgoing-reason")));
        Stopped {
            paragraphs: paragraphs(text, findings),
            why: why.map(|kind| visit.text(&kind.key("outgoing"))).collect(),
            reasons: reasons.collect(),
            seen: digest(text),
        }
    }
}

/// Splits the text into lines, since each has its own direction. A mark may continue over a line break.
fn paragraphs(text: &str, findings: &[Finding]) -> Vec<Vec<Piece>> {
    let mut paragraphs = Vec::new();
    let mut begin = 0;
    for line in text.split_inclusive('\n') {
        let (end, mut at, mut pieces) = (begin + line.trim_end_matches('\n').len(), begin, Vec::new());
        let mut push = |text: Option<&str>, is_marked: bool| {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                pieces.push(Piece { text: text.to_owned(), is_marked });
            }
        };
        for finding in findings.iter().filter(|finding| finding.at.end > begin && finding.at.start < end) {
            let (from, to) = (finding.at.start.max(at), finding.at.end.min(end));
            push(text.get(at..from), false);
            push(text.get(from..to), true);
            at = to;
        }
        push(text.get(at..end), false);
        if !pieces.is_empty() {
            paragraphs.push(pieces);
        }
        begin += line.len();
    }
    paragraphs
}

fn digest(text: &str) -> String {
    base64url(&Sha256::digest(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_keep_to_their_lines_and_lose_no_letter() {
        let text = "Dear Ana,\n\nsee Old\nTown now";
        let at = text.find("Old").unwrap_or_default();
        let found = [Finding { kind: Kind::Place, at: at..at + 8 }];
        let shown: Vec<String> = paragraphs(text, &found)
            .into_iter()
            .map(|line| {
                line.into_iter().map(|p| if p.is_marked { format!("[{}]", p.text) } else { p.text }).collect()
            })
            .collect();
        assert_eq!(shown, ["Dear Ana,", "see [Old]", "[Town] now"]);
    }
}
