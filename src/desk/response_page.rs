//! What a response's pages show, in words. Only the open page contains anything that the responder wrote.

use actix_web::http::StatusCode;
use serde::Serialize;

use super::parts::{Choice, Fact, Names, Size, Thumb, choice};
use super::queue::{Row, row};
use super::response::Just;
use super::response_compare::{Compared, compared};
use super::response_message::{self, Outgoing, Said, Stopped};
use crate::audit;
use crate::cases::PrivatePart;
use crate::chance;
use crate::ids::{NoteId, ResponseId};
use crate::publications::lifecycle::Stage as PublicationStage;
use crate::publications::{self, entity::Model as Publication};
use crate::responses::handling::Opened;
use crate::responses::lifecycle::{Outcome, Stage};
use crate::responses::queue::{self, QueueItem};
use crate::responses::{Contact, Triage, YesNo};
use crate::staff::{Staff, roles::Moderate};
use crate::web::{Error, Form, ToMend, Visit};

/// A form that is shown again: what was typed, its faults, and why it was refused.
#[derive(Default)]
pub struct Params {
    pub answers: Vec<(String, String)>,
    pub faults: Vec<ToMend>,
    /// The field whose box has just been saved.
    pub saved: String,
    /// The key of a text above the page: nothing was changed.
    pub told: Option<&'static str>,
    /// The key of a text about a message: sent, taken back or read already.
    pub news: Option<&'static str>,
    /// A message that has to be checked again before it is sent.
    pub stopped: Option<Stopped>,
}

impl Params {
    pub fn after(just: &Just) -> Params {
        Params { saved: just.saved.clone(), news: response_message::told(&just.told), ..Params::default() }
    }

    pub fn again(form: &Form, faults: impl IntoIterator<Item = impl Into<ToMend>>) -> Params {
        let typed = form.answers().filter(|(name, _)| !matches!(*name, "csrf" | "version"));
        Params {
            answers: typed.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            faults: faults.into_iter().map(Into::into).collect(),
            ..Params::default()
        }
    }

    pub fn told(self, key: &'static str) -> Params {
        Params { told: Some(key), ..self }
    }

    pub fn status(&self) -> StatusCode {
        match (self.told, self.faults.is_empty()) {
            (Some(_), _) => StatusCode::CONFLICT,
            (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
            (None, true) => StatusCode::OK,
        }
    }
}

#[derive(Serialize)]
pub struct Paragraphs {
    name: String,
    lines: Vec<String>,
}

#[derive(Serialize)]
pub struct Line {
    when: String,
    what: String,
    who: Option<String>,
}

/// The response with everything that a moderator compares. A closed one can only be read.
#[derive(Serialize)]
pub struct Shown {
    item: Row,
    is_closed: bool,
    told: Option<String>,
    version: String,
    /// The id of the form's note, so that pressing twice writes one.
    note_id: NoteId,
    post: String,
    photo: Option<Thumb>,
    public_facts: Vec<Fact>,
    private_facts: Option<Vec<Paragraphs>>,
    sender: Vec<Fact>,
    message: Vec<String>,
    caller_check: String,
    has_phone: bool,
    contact: Vec<Fact>,
    compared: Vec<Compared>,
    thread: Vec<Said>,
    notes: Vec<Said>,
    question_hint: String,
    outgoing: Outgoing,
    outcomes: Vec<Choice>,
    /// What closes with it if the member says so: the label of the tick.
    folded: Option<String>,
    is_photo_live: bool,
    others_open: i64,
    timeline: Vec<Line>,
}

impl Shown {
    pub async fn of(
        visit: &Visit,
        staff: &Staff<Moderate>,
        (item, opened): (&QueueItem, &Opened),
        names: &Names,
    ) -> Result<Shown, Error> {
        let db = &visit.app.db.desk;
        let publication = publications::queries::one(db, staff.society, opened.row.publication_id).await?;
        let open = queue::open_for(db, publication.id).await?;
        let content = &opened.content;
        let told = |key: &str, value: &str| Fact { name: visit.text(key), value: value.to_owned() };
        let name =
            if content.name.is_empty() { visit.text("response-name-unsaid") } else { content.name.clone() };
        let mut sender = vec![told("response-name", &name)];
        if !content.relation_in_words.is_empty() {
            sender.push(told("response-relation-in-words", &content.relation_in_words));
        }
        sender.push(told("response-language", &visit.app.pages.texts().own_name(&opened.triage.language)));
        Ok(Shown {
            item: row(visit, item, names),
            is_closed: opened.row.stage == Stage::Closed,
            told: None,
            version: opened.row.version.to_string(),
            note_id: chance::id(),
            post: format!("/{}/responses/{}", visit.lang, opened.row.id),
            photo: is_live(&publication).then(|| Thumb::beside_response(visit, publication.id, Size::Large)),
            public_facts: public_facts(visit, &publication),
            private_facts: opened.private.as_ref().map(|private| private_facts(visit, private)),
            sender,
            message: paragraphs(&content.message),
            caller_check: content.caller_check.clone(),
            has_phone: matches!(content.contact, Contact::Phone { .. }),
            contact: contact(visit, &content.contact),
            compared: compared(visit, item, opened),
            thread: opened.thread.iter().map(|message| Said::message(visit, message, names)).collect(),
            notes: opened.notes.iter().map(|note| Said::note(visit, note, names)).collect(),
            question_hint: question_hint(visit, &opened.triage),
            outgoing: Outgoing::default(),
            outcomes: Outcome::CHOICES.into_iter().map(|outcome| outcome_shown(visit, outcome)).collect(),
            folded: (item.folded > 0).then(|| visit.counted("close-folded", item.folded)),
            is_photo_live: is_live(&publication),
            others_open: i64::try_from(open.saturating_sub(1)).unwrap_or(i64::MAX),
            timeline: timeline(visit, staff, opened.row.id, names).await?,
        })
    }

    pub fn told(self, visit: &Visit, asked: &Params) -> Shown {
        let outgoing = Outgoing::of(visit, asked);
        Shown { told: asked.told.map(|key| visit.text(key)), outgoing, ..self }
    }
}

/// The lines of a text; empty lines only separate paragraphs.
pub fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

pub(super) fn is_live(publication: &Publication) -> bool {
    publication.stage == PublicationStage::Live
}

fn public_facts(visit: &Visit, publication: &Publication) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |key: &str, value: String| facts.push(Fact { name: visit.text(key), value });
    if let Some(relations) = &publication.relations {
        let words: Vec<String> = relations.iter().map(|one| visit.text(&one.label_key())).collect();
        add("response-fact-seeks", words.join(" · "));
    }
    if let Some(sex) = publication.sex {
        add("response-fact-sex", visit.text(&sex.label_key()));
    }
    if let Some(band) = publication.age_band {
        add("response-fact-age", visit.text(&band.label_key()));
    }
    if let Some(origin) = publication.origin {
        add("response-fact-origin", visit.text(&origin.label_key()));
    }
    facts
}

fn private_facts(visit: &Visit, private: &PrivatePart) -> Vec<Paragraphs> {
    let birth_year = private.birth_year.map(|year| year.to_string()).unwrap_or_default();
    [
        ("response-case-name", private.enquirer_name.as_str()),
        ("response-case-sought", &private.sought_names),
        ("response-case-birth-year", &birth_year),
        ("response-case-compare", &private.facts_to_compare),
        ("response-case-story", &private.story),
        ("response-case-contact", &private.enquirer_contact),
    ]
    .into_iter()
    .filter(|(_, text)| !text.trim().is_empty())
    .map(|(key, text)| Paragraphs { name: visit.text(key), lines: paragraphs(text) })
    .collect()
}

fn contact(visit: &Visit, contact: &Contact) -> Vec<Fact> {
    let told = |key: &str, value: String| Fact { name: visit.text(key), value };
    let answer = |answer: YesNo| {
        visit.text(match answer {
            YesNo::Yes => "form-yes",
            YesNo::No => "form-no",
            YesNo::DoNotKnow => "form-unknown",
        })
    };
    match contact {
        Contact::Phone { number, is_only_mine, may_leave_message, good_times } => {
            let mut facts = vec![
                told("response-phone", number.clone()),
                told("response-phone-only-theirs", answer(*is_only_mine)),
                told("response-phone-message", answer(*may_leave_message)),
            ];
            if !good_times.is_empty() {
                facts.push(told("response-phone-times", good_times.clone()));
            }
            facts
        }
        Contact::Email { address } => vec![told("response-email", address.clone())],
        Contact::CodeOnly => {
            vec![told("response-mailbox", visit.text("response-contact-code-only"))]
        }
    }
}

fn question_hint(visit: &Visit, triage: &Triage) -> String {
    let texts = visit.app.pages.texts();
    let language = texts.own_name(&triage.language);
    texts.get(visit.lang, "response-question-hint", &[("language", language.into())])
}

fn outcome_shown(visit: &Visit, outcome: Outcome) -> Choice {
    choice(visit, outcome.code(), &outcome.key("close-outcome")).hint(kept(visit, outcome))
}

/// How long a response with this outcome is kept, in words.
pub(super) fn kept(visit: &Visit, outcome: Outcome) -> String {
    visit.counted("close-kept", outcome.kept_for(&visit.app.config.kept).whole_days())
}

pub(super) async fn timeline(
    visit: &Visit,
    staff: &Staff<Moderate>,
    id: ResponseId,
    names: &Names,
) -> Result<Vec<Line>, Error> {
    let lines = audit::about(&visit.app.db.desk, staff.society, id).await?;
    let told = |line: &audit::chain::Line| Line {
        when: line.at.minute_text(),
        what: visit.text(&line.verb.label_key()),
        who: line.actor.map(|actor| names.name(actor)),
    };
    Ok(lines.iter().map(told).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_shown_line_by_line() {
        assert_eq!(paragraphs(" one\r\n\r\n two \n"), ["one", "two"]);
    }
}
