//! One short screen of the form, shown from the form's state.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::Serialize;
use std::sync::Arc;

use super::answers::{Answers, CODE, EMAIL, OTHER, PHONE, UNKNOWN};
use super::state::{State, Told};
use super::steps::{self, Step};
use crate::publications::catalogue::{Found, Published, Shown};
use crate::publications::facts::Relation;
use crate::responses::lifecycle::Door;
use crate::site::portrait::{self, PictureSize, Portrait};
use crate::web::{Error, Frame, ToMend, Visit};

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
    /// What this photo's door is for; shown on its first screen.
    lead: String,
    /// The question above the long field, and a hint what to write there.
    message_asked: String,
    message_hint: String,
    is_first: bool,
    /// A danger was reported on this screen or on an earlier one.
    is_danger: bool,
    asks_name: bool,
    needs_message: bool,
    is_old: bool,
    is_without_cookie: bool,
    /// The screen's number, so that the steps' titles differ without telling what they ask.
    part: usize,
    choices: Vec<Choice>,
    /// The photo, while it is live.
    photo: Option<Portrait>,
}

/// Shows the screen with what was typed in its fields, whatever message it has; the hidden state keeps its earlier answers.
pub fn show(visit: &Visit, state: &State) -> Result<HttpResponse, Error> {
    let (status, typed, faults) = match &state.told {
        Some(Told::Typed(typed)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, typed, typed.faults(state.door, state.step))
        }
        Some(Told::NoCookie(typed)) => (StatusCode::UNPROCESSABLE_ENTITY, typed, Vec::new()),
        _ => (StatusCode::OK, &state.answers, Vec::new()),
    };
    shown(visit, state, status, (typed, faults))
}

/// Shows the screen that has something to correct, in place of the check page.
pub fn show_lack(visit: &Visit, state: &State, lacks: (Step, Vec<ToMend>)) -> Result<HttpResponse, Error> {
    let (step, faults) = lacks;
    let state = State { step, told: None, ..state.clone() };
    shown(visit, &state, StatusCode::UNPROCESSABLE_ENTITY, (&state.answers, faults))
}

fn shown(
    visit: &Visit,
    state: &State,
    status: StatusCode,
    (typed, faults): (&Answers, Vec<ToMend>),
) -> Result<HttpResponse, Error> {
    let frame = answered(frame(visit, state), typed, state.step).faults(faults);
    visit.show_form_as(status, "site/respond.html", frame, &screen(visit, state)?)
}

/// The page's frame; the language switch leads to the same page.
pub fn frame(visit: &Visit, state: &State) -> Frame {
    visit.frame(&super::address(state))
}

fn answered(frame: Frame, answers: &Answers, step: Step) -> Frame {
    let fields = answers.fields(step).into_iter().filter(|(_, typed)| !typed.is_empty());
    fields.fold(frame, |frame, (field, typed)| frame.answer(field, typed))
}

fn screen(visit: &Visit, state: &State) -> Result<Screen, Error> {
    let is_first = state.step == steps::first(state.door);
    let text = |key: String| visit.text(&key);
    Ok(Screen {
        state: state.seal(&visit.app.secrets.site_tokens, visit.now)?,
        step: state.step.code(),
        door: state.door.code(),
        number: state.number.compact(),
        heading: text(heading(state.door, state.step)),
        lead: if is_first { text(state.door.key("respond-lead")) } else { String::new() },
        message_asked: text(message_asked(state.door).to_owned()),
        message_hint: text(message_hint(state.door).to_owned()),
        is_first,
        is_danger: state.answers.is_danger,
        asks_name: steps::is_of_family(state.door),
        needs_message: state.door == Door::SomethingWrong,
        is_old: state.told == Some(Told::Old),
        is_without_cookie: matches!(state.told, Some(Told::NoCookie(_))),
        part: part(state),
        choices: choices(visit, state.step),
        photo: portrait(visit, state),
    })
}

/// The small picture of the photo that the form answers, while it is live.
pub fn portrait(visit: &Visit, state: &State) -> Option<Portrait> {
    live(visit, state).map(|photo| portrait::card(visit, &photo, PictureSize::Small))
}

/// The screen's number in this form, from 1.
pub fn part(state: &State) -> usize {
    let way = steps::way(state.door, true);
    way.iter().position(|step| *step == state.step).map_or(1, |at| at + 1)
}

/// The photo that the form answers, unless it has ended since the form was begun.
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
        Step::Story => door.key("respond-story"),
        Step::Relation => "respond-relation".to_owned(),
        Step::Contact => "respond-contact".to_owned(),
        Step::SafeContact => "respond-safe-contact".to_owned(),
        Step::Check => "respond-check".to_owned(),
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
            let relations =
                Relation::ALL.into_iter().map(|relation| choice(relation.code(), &relation.label_key()));
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
        }
    }
}
