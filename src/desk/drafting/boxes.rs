//! The boxes on a draft's page. All are in one form, so that saving one keeps what is typed in the others. This module knows each
//! box's fields, and which boxes have unsaved text.

use serde::Serialize;
use std::collections::BTreeMap;

use super::{consent, crop, duplicates, faces, facts, private};
use crate::publications::drafting::DraftFile;
use crate::web::Typed;
use crate::web::typed::{self, is_unsaved};

/// One box: its anchor on the page and the fields that it saves. A name that ends in `_` stands for all fields with that prefix.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Part {
    pub anchor: &'static str,
    pub fields: &'static [&'static str],
}

/// Every box with typed text, in the page's order. A chosen file can't be kept.
const ALL: [Part; 6] = [facts::PART, duplicates::PART, faces::PART, crop::PART, private::PART, consent::PART];

impl Part {
    pub fn has(&self, field: &str) -> bool {
        self.fields.iter().any(|own| *own == field || (own.ends_with('_') && field.starts_with(own)))
    }

    /// The hidden field with a digest of what the box showed before anybody typed.
    fn was(&self) -> String {
        format!("was_{}", self.anchor)
    }
}

/// What the page shows about a box beside its fields.
#[derive(Serialize)]
pub struct Box {
    /// The digest of what is saved.
    was: String,
    is_unsaved: bool,
}

/// The saved values of all boxes, field by field.
pub fn saved(view: &DraftFile) -> Vec<(&'static str, String)> {
    let parts = [facts::saved(view), duplicates::saved(&view.draft), crop::saved(view)];
    [parts.concat(), private::saved(view), consent::saved(view)].concat()
}

/// The boxes with unsaved text, among those that were on the submitted page.
pub fn unsaved(view: &DraftFile, typed: &Typed) -> Vec<Part> {
    let is_open = |part: &Part| {
        let was = part.was();
        typed.has(&was)
            && is_unsaved(&typed.part(|field| part.has(field)), typed.text(&was), &stored(view, *part))
    };
    ALL.into_iter().filter(is_open).collect()
}

pub fn shown(view: &DraftFile, unsaved: &[Part]) -> BTreeMap<&'static str, Box> {
    let shown = |part: Part| Box { was: stored(view, part).word(), is_unsaved: unsaved.contains(&part) };
    ALL.into_iter().map(|part| (part.anchor, shown(part))).collect()
}

fn stored(view: &DraftFile, part: Part) -> typed::Part {
    let (saved, said) = (saved(view), faces::saved(view));
    let said = said.iter().map(|(field, value)| (field.as_str(), value.as_str()));
    let all = saved.iter().map(|(field, value)| (*field, value.as_str())).chain(said);
    typed::Part::of(all.filter(|(field, _)| part.has(field)))
}
