//! One short screen of the form, shown from the state it stands at.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::Serialize;
use std::sync::Arc;

use super::answers::{Answers, CODE, EMAIL, OTHER, PHONE, UNKNOWN};
use super::state::State;
use super::steps::{self, Step};
use crate::publications::catalogue::{Found, Published, Shown};
use crate::publications::facts::Relation;
use crate::responses::lifecycle::Door;
use crate::site::portrait::{self, PictureSize, Portrait};
use crate::web::{Error, Fault, Frame, Visit};

#[derive(Serialize)]
pub struct Choice {
    value: &'static str,
    label: String,
    hint: String,
}

#[derive(Serialize)]
struct Screen {
    state: String,
    step: &'static str,
    door: &'static str,
    number: String,
    heading: String,
    /// What the door is for, on its first screen.
    lead: String,
    /// The question above the long field, with what to write there.
    message_asked: String,
    message_hint: String,
    is_first: bool,
    /// Told on a screen before this one, or on this one.
    is_danger: bool,
    asks_name: bool,
    needs_message: bool,
    is_old: bool,
    choices: Vec<Choice>,
    /// While it is live.
    photo: Option<Portrait>,
}

pub fn show(visit: &Visit, state: &State, is_old: bool) -> Result<HttpResponse, Error> {
    let frame = answered(frame(visit, state), &state.answers, state.step);
    visit.show_form("site/respond.html", frame, &screen(visit, state, is_old)?)
}

/// The same screen: what was typed stays in its fields, the state keeps what it had.
pub fn show_faults(
    visit: &Visit,
    state: &State,
    typed: &Answers,
    faults: Vec<Fault>,
) -> Result<HttpResponse, Error> {
    let frame = answered(frame(visit, state), typed, state.step).faults(faults);
    let data = screen(visit, state, false)?;
    visit.show_form_as(StatusCode::UNPROCESSABLE_ENTITY, "site/respond.html", frame, &data)
}

/// The language switch leads to the start of the same door.
pub fn frame(visit: &Visit, state: &State) -> Frame {
    visit.frame(&format!("photo/{}/respond/{}", state.number.compact(), state.door.code()))
}

fn answered(frame: Frame, answers: &Answers, step: Step) -> Frame {
    let fields = answers.fields(step).into_iter().filter(|(_, typed)| !typed.is_empty());
    fields.fold(frame, |frame, (field, typed)| frame.answer(field, typed))
}

fn screen(visit: &Visit, state: &State, is_old: bool) -> Result<Screen, Error> {
    let is_first = state.step == steps::first(state.door);
    let text = |key: String| visit.text(&key);
    Ok(Screen {
        state: state.seal(&visit.app.secrets.site_tokens)?,
        step: state.step.code(),
        door: state.door.code(),
        number: state.number.compact(),
        heading: text(heading(state.door, state.step)),
        lead: if is_first { text(format!("respond-lead-{}", state.door.code())) } else { String::new() },
        message_asked: text(message_asked(state.door).to_owned()),
        message_hint: text(message_hint(state.door).to_owned()),
        is_first,
        is_danger: state.answers.is_danger,
        asks_name: steps::is_of_family(state.door),
        needs_message: state.door == Door::SomethingWrong,
        is_old,
        choices: choices(visit, state.step),
        photo: portrait(visit, state),
    })
}

/// The small picture of the photo that is answered, while it is live.
pub fn portrait(visit: &Visit, state: &State) -> Option<Portrait> {
    live(visit, state).map(|photo| portrait::card(visit, &photo, PictureSize::Small))
}

/// The photo that is answered, unless it has ended since the form was begun.
pub fn live(visit: &Visit, state: &State) -> Option<Arc<Published>> {
    match visit.app.catalogue.at(visit.now) {
        Shown::Photos(snapshot) => match snapshot.find(state.number) {
            Found::Live(photo) => Some(photo),
            Found::Ended | Found::Unknown => None,
        },
        Shown::Hidden => None,
    }
}

fn heading(door: Door, step: Step) -> String {
    match step {
        Step::Story => format!("respond-story-{}", door.code()),
        step => format!("respond-{}", step.code()),
    }
}

fn message_asked(door: Door) -> &'static str {
    match door {
        Door::LookingForMe => "respond-message-looking-for-me",
        Door::IKnow => "respond-message-i-know",
        Door::RemoveMyPhoto => "respond-message-remove",
        Door::SomethingWrong => "respond-message-wrong",
    }
}

fn message_hint(door: Door) -> &'static str {
    if steps::is_of_family(door) { "respond-message-hint" } else { "respond-message-hint-plain" }
}

fn choices(visit: &Visit, step: Step) -> Vec<Choice> {
    let choice = |value, label: &str| Choice { value, label: visit.text(label), hint: String::new() };
    match step {
        Step::Relation => {
            let relations = Relation::ALL
                .into_iter()
                .map(|relation| choice(relation.code(), &format!("relation-{}", relation.code())));
            relations
                .chain([choice(OTHER, "respond-relation-other"), choice(UNKNOWN, "form-unknown")])
                .collect()
        }
        Step::Contact => {
            [(PHONE, "respond-by-phone"), (EMAIL, "respond-by-email"), (CODE, "respond-by-code")]
                .into_iter()
                .map(|(value, key)| Choice { hint: visit.text(&format!("{key}-hint")), ..choice(value, key) })
                .collect()
        }
        Step::Story | Step::SafeContact | Step::Check => Vec::new(),
    }
}

/// The answers of the check page, each with the screen where it can be changed.
#[derive(Serialize)]
pub struct Line {
    pub name: String,
    pub value: String,
    pub step: &'static str,
}

pub fn lines(visit: &Visit, state: &State) -> Vec<Line> {
    let answers = &state.answers;
    let mut lines = Vec::new();
    let mut line = |key: &str, step: Step, value: String| {
        let value = if value.is_empty() { visit.text("respond-nothing") } else { value };
        lines.push(Line { name: visit.text(key), value, step: step.code() });
    };
    let chosen = |value: &str| match value {
        "yes" => visit.text("form-yes"),
        "no" => visit.text("form-no"),
        _ => visit.text("form-unknown"),
    };
    for step in steps::way(state.door, answers.is_by_phone()) {
        match step {
            Step::Relation => {
                let key = match answers.relation.as_str() {
                    OTHER => "respond-relation-other".to_owned(),
                    UNKNOWN => "form-unknown".to_owned(),
                    relation => format!("relation-{relation}"),
                };
                line("respond-relation", step, visit.text(&key));
                if !answers.relation_in_words.is_empty() {
                    line("respond-relation-in-words", step, answers.relation_in_words.clone());
                }
            }
            Step::Story => {
                if steps::is_of_family(state.door) {
                    let name = &answers.name;
                    let withheld = || visit.text("respond-no-name");
                    line(
                        "respond-name",
                        step,
                        if answers.is_name_withheld { withheld() } else { name.clone() },
                    );
                }
                line("respond-message-told", step, answers.message.clone());
                if answers.is_danger {
                    line("respond-danger-told", step, visit.text("form-yes"));
                }
            }
            Step::Contact => {
                let value = match answers.contact.as_str() {
                    PHONE => answers.phone.clone(),
                    EMAIL => answers.email.clone(),
                    _ => visit.text("respond-by-code"),
                };
                line("respond-contact-told", step, value);
            }
            Step::SafeContact => {
                line("respond-only-mine", step, chosen(&answers.only_mine));
                line("respond-may-leave-message", step, chosen(&answers.may_leave_message));
                line("respond-good-times", step, answers.good_times.clone());
            }
            Step::Check => {}
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;

    #[test]
    fn every_heading_has_its_text() {
        let texts = Texts::load().unwrap();
        for door in Door::ALL {
            for step in steps::way(door, true) {
                let key = heading(door, step);
                assert!(texts.has(texts.english(), &key), "{key}");
            }
            assert!(texts.has(texts.english(), &format!("respond-lead-{}", door.code())), "{door:?}");
        }
    }
}
