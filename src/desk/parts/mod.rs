//! The vocabulary of the desk's pages: choices, facts, tabs, colleagues' names, small pictures, and how long something waits.
//! Invariant: nothing here opens what is sealed.

mod names;
mod pictures;

pub use names::Names;
pub use pictures::{Size, Thumb, jpeg, small_jpeg};

use serde::Serialize;

use crate::web::Visit;
use crate::web::age::AgeTexts;

/// How long a draft or a publication waits, in the cell of a list.
pub const WAITS: AgeTexts =
    AgeTexts { under_an_hour: "drafting-hours", hours: "drafting-hours", days: "drafting-days" };

/// One of the choices that a form offers.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    pub value: String,
    pub label: String,
    /// A sentence below the label, or empty.
    pub hint: String,
}

impl Choice {
    /// A choice whose label is no text of the catalogue, such as a language's own name.
    pub fn named(value: &str, label: impl Into<String>) -> Choice {
        Choice { value: value.to_owned(), label: label.into(), hint: String::new() }
    }

    pub fn hint(self, hint: String) -> Choice {
        Choice { hint, ..self }
    }
}

/// A choice and its text in the visitor's language.
pub fn choice(visit: &Visit, value: &str, key: &str) -> Choice {
    Choice::named(value, visit.text(key))
}

/// One row of a list of facts.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    pub name: String,
    pub value: String,
}

/// One of a page's lists, and how much is in it.
#[derive(Clone, Debug, Serialize)]
pub struct Tab {
    pub href: String,
    pub label: String,
    pub count: u64,
    pub current: bool,
}
