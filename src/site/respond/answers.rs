//! The answers as they were typed, and which of them must be corrected before they can be sent. Pure. The program changes
//! nothing: a name or a number leaves here exactly as it was typed.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::steps::{Step, is_of_family, way};
use crate::clock::Moment;
use crate::publications::facts::Relation;
use crate::responses::lifecycle::Door;
use crate::responses::likeness;
use crate::responses::{Contact, Content, MOST_TEXT_BYTES, Triage, YesNo};
use crate::secrets::hex;
use crate::web::fault::{letters_over, over};
use crate::web::{Fault, Form, ToMend};

const MOST_NAME: usize = 200;
const MOST_RELATION_IN_WORDS: usize = 100;
const MOST_PHONE: usize = 60;
const MOST_EMAIL: usize = 254;
const MOST_TIMES: usize = 100;
const MOST_MESSAGE: usize = 4_000;
/// Enough for [`MOST_MESSAGE`] letters in almost any script, and together with the other answers within [`MOST_TEXT_BYTES`].
const MOST_MESSAGE_BYTES: usize = 12_000;

/// Somebody from outside the family.
pub const OTHER: &str = "other";
pub const UNKNOWN: &str = "unknown";
pub const PHONE: &str = "phone";
pub const EMAIL: &str = "email";
pub const CODE: &str = "code";
const YES: &str = "yes";

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    pub relation: String,
    pub relation_in_words: String,
    pub name: String,
    pub is_name_withheld: bool,
    pub message: String,
    pub is_danger: bool,
    pub contact: String,
    pub phone: String,
    pub email: String,
    pub only_mine: String,
    pub may_leave_message: String,
    pub good_times: String,
}

impl Answers {
    /// Adds the answers of this screen's form.
    pub fn read(mut self, step: Step, form: &Form) -> Answers {
        let text = |name: &str| form.text(name).replace("\r\n", "\n");
        match step {
            Step::Relation => {
                self.relation = text("relation");
                self.relation_in_words = text("relation_in_words");
            }
            Step::Story => {
                self.name = text("name");
                self.is_name_withheld = form.has("no_name");
                self.message = text("message");
                self.is_danger = form.has("danger");
            }
            Step::Contact => {
                self.contact = text("contact");
                self.phone = text("phone");
                self.email = text("email");
            }
            Step::SafeContact => {
                self.only_mine = text("only_mine");
                self.may_leave_message = text("may_leave_message");
                self.good_times = text("good_times");
            }
            Step::Check => {}
        }
        self
    }

    /// The screen's fields with what was typed, so that the page can show it again.
    pub fn fields(&self, step: Step) -> Vec<(&'static str, &str)> {
        let ticked = |is: bool| if is { YES } else { "" };
        match step {
            Step::Relation => {
                vec![("relation", &*self.relation), ("relation_in_words", &*self.relation_in_words)]
            }
            Step::Story => vec![
                ("name", &*self.name),
                ("no_name", ticked(self.is_name_withheld)),
                ("message", &*self.message),
                ("danger", ticked(self.is_danger)),
            ],
            Step::Contact => {
                vec![("contact", &*self.contact), ("phone", &*self.phone), ("email", &*self.email)]
            }
            Step::SafeContact => vec![
                ("only_mine", &*self.only_mine),
                ("may_leave_message", &*self.may_leave_message),
                ("good_times", &*self.good_times),
            ],
            Step::Check => Vec::new(),
        }
    }

    /// Whether nothing is answered on this screen.
    pub fn is_empty(&self, step: Step) -> bool {
        self.fields(step).iter().all(|(_, typed)| typed.is_empty())
    }

    /// Copies one screen's answers from another state.
    pub fn take(&mut self, step: Step, from: &Answers) {
        match step {
            Step::Relation => {
                self.relation.clone_from(&from.relation);
                self.relation_in_words.clone_from(&from.relation_in_words);
            }
            Step::Story => {
                self.name.clone_from(&from.name);
                self.is_name_withheld = from.is_name_withheld;
                self.message.clone_from(&from.message);
                self.is_danger = from.is_danger;
            }
            Step::Contact => {
                self.contact.clone_from(&from.contact);
                self.phone.clone_from(&from.phone);
                self.email.clone_from(&from.email);
            }
            Step::SafeContact => {
                self.only_mine.clone_from(&from.only_mine);
                self.may_leave_message.clone_from(&from.may_leave_message);
                self.good_times.clone_from(&from.good_times);
            }
            Step::Check => {}
        }
    }

    pub fn is_by_phone(&self) -> bool {
        self.contact == PHONE
    }

    /// What must be corrected on this screen, in the order of its fields.
    pub fn faults(&self, door: Door, step: Step) -> Vec<ToMend> {
        let mut faults = self.too_long(step);
        let mut lacks = |is_lacking: bool, field, key| {
            if is_lacking {
                faults.push(Fault { field, key }.into());
            }
        };
        match step {
            Step::Relation => {
                let is_known = Relation::parse(&self.relation).is_some()
                    || [OTHER, UNKNOWN].contains(&self.relation.as_str());
                lacks(!is_known, "relation", "respond-relation-missing");
            }
            Step::Story => {
                let (has_name, has_message) = (!self.name.is_empty(), !self.message.is_empty());
                let asks_name = is_of_family(door);
                lacks(asks_name && !has_name && !self.is_name_withheld, "name", "respond-name-missing");
                let is_empty = asks_name && !has_name && self.is_name_withheld;
                let needs_message = door == Door::SomethingWrong || is_empty;
                lacks(needs_message && !has_message, "message", "respond-message-missing");
            }
            Step::Contact => match self.contact.as_str() {
                PHONE => lacks(self.phone.is_empty(), "phone", "respond-phone-missing"),
                EMAIL if self.email.is_empty() => lacks(true, "email", "respond-email-missing"),
                EMAIL => lacks(!is_address(&self.email), "email", "respond-email-wrong"),
                CODE => {}
                _ => lacks(true, "contact", "respond-contact-missing"),
            },
            Step::SafeContact | Step::Check => {}
        }
        faults
    }

    /// The answers that are longer than we can store. They are never taken into the form's state.
    pub fn too_long(&self, step: Step) -> Vec<ToMend> {
        let beyond = |field, key, letters| ToMend::too_long(Fault { field, key }, letters);
        let faults = match step {
            Step::Relation => {
                let letters = letters_over(&self.relation_in_words, MOST_RELATION_IN_WORDS);
                [beyond("relation_in_words", "respond-relation-in-words-long", letters), None]
            }
            Step::Story => [
                beyond("name", "respond-name-long", letters_over(&self.name, MOST_NAME)),
                beyond("message", "respond-message-long", message_over(&self.message)),
            ],
            Step::Contact => [
                beyond("phone", "respond-phone-long", letters_over(&self.phone, MOST_PHONE)),
                beyond("email", "respond-email-long", letters_over(&self.email, MOST_EMAIL)),
            ],
            Step::SafeContact => {
                [beyond("good_times", "respond-times-long", letters_over(&self.good_times, MOST_TIMES)), None]
            }
            Step::Check => [None, None],
        };
        let mut faults: Vec<ToMend> = faults.into_iter().flatten().collect();
        // Choices come from radio buttons: any longer value is rejected here and never stored.
        let choices = [&self.relation, &self.contact, &self.only_mine, &self.may_leave_message];
        if choices.into_iter().any(|choice| choice.len() > 40) {
            faults.push(Fault { field: "contact", key: "respond-contact-missing" }.into());
        }
        faults
    }

    /// The first screen of the form that has something to correct.
    pub fn first_lack(&self, door: Door) -> Option<(Step, Vec<ToMend>)> {
        way(door, self.is_by_phone())
            .into_iter()
            .map(|step| (step, self.faults(door, step)))
            .find(|(_, faults)| !faults.is_empty())
    }

    pub fn triage(&self, door: Door, language: &str, now: Moment) -> Triage {
        let is_said = is_of_family(door) && self.relation != UNKNOWN;
        Triage {
            door,
            relation: if is_said { self.relation.clone() } else { String::new() },
            language: language.to_owned(),
            has_contact: self.parsed_contact() != Contact::CodeOnly,
            is_danger: self.is_danger,
            digest: digest(&self.message),
            sketch: likeness::sketch(&self.message),
            arrived_at: now,
        }
    }

    /// The response's content; `None` if all answers together are longer than a response may be.
    pub fn content(&self, caller_check: &str) -> Option<Content> {
        let content = Content {
            name: if self.is_name_withheld { String::new() } else { self.name.clone() },
            relation_in_words: self.relation_in_words.clone(),
            message: self.message.clone(),
            contact: self.parsed_contact(),
            caller_check: caller_check.to_owned(),
        };
        let length = serde_json::to_vec(&content).map_or(usize::MAX, |written| written.len());
        (length <= MOST_TEXT_BYTES).then_some(content)
    }

    fn parsed_contact(&self) -> Contact {
        match self.contact.as_str() {
            PHONE => Contact::Phone {
                number: self.phone.clone(),
                is_only_mine: yes_no(&self.only_mine),
                may_leave_message: yes_no(&self.may_leave_message),
                good_times: self.good_times.clone(),
            },
            EMAIL => Contact::Email { address: self.email.clone() },
            _ => Contact::CodeOnly,
        }
    }
}

fn yes_no(typed: &str) -> YesNo {
    match typed {
        YES => YesNo::Yes,
        "no" => YesNo::No,
        _ => YesNo::DoNotKnow,
    }
}

/// True for text before and after an @, without a space. Only a sent letter would show whether the address exists.
fn is_address(typed: &str) -> bool {
    let has_both = typed.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
    has_both && !typed.contains(char::is_whitespace)
}

/// How many letters of a message, or of an answer to staff, are too many.
pub fn message_over(message: &str) -> usize {
    letters_over(message, MOST_MESSAGE).max(over(message, MOST_MESSAGE_BYTES, written_bytes))
}

/// The letter's length as it will be sealed, in JSON: a line break or a quotation mark takes two bytes there.
fn written_bytes(letter: char) -> usize {
    serde_json::to_string(&letter).map_or(usize::MAX, |written| written.len().saturating_sub(2))
}

/// Equal for texts that differ only in spaces and capitals; empty for an empty text.
fn digest(message: &str) -> String {
    let plain = message.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    if plain.is_empty() { String::new() } else { hex(&Sha256::digest(plain.as_bytes())) }
}

#[cfg(test)]
mod tests;
