//! What was typed into a desk form and is not saved yet. Forms carry it back to its page, whose fields show it. Invariant: only
//! the member who typed it gets it; it contains no password, code or file.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use super::form::Form;
use crate::app::App;
use crate::ids::{RecordId, StaffId};

const KEPT: &str = "typed";
const MARK: &str = "form-of";
/// Fields that must be typed again each time, and fields that belong to one form only.
const NEVER: [&str; 15] = [
    "csrf",
    "old_password",
    "password",
    "password_again",
    "code",
    "halfway",
    "next",
    "kept",
    "recovery_key",
    "root_key",
    "recovery_end",
    "second_passphrase",
    "end_passphrase",
    "second_new",
    "second_new_again",
];
/// Names a form's checkbox groups: a group with no tick sends nothing else.
const ASKED: &str = "asked";
/// A desk form's own fields, which nobody types.
const OWN: [&str; 7] = [ASKED, "version", "to_draw", "replace", "made", "photo_ended", "seen"];
/// The most bytes of sealed text in a desk form, which also needs room for its other fields.
const MOST_SEALED: usize = 200 * 1024;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    fields: BTreeMap<String, Vec<String>>,
    /// A file was chosen. It is not kept, and has to be chosen again.
    pub had_file: bool,
}

/// The page of a POST's form, and who is signed in, so that an answer can lead back.
#[derive(Clone, Debug)]
pub struct StoodOn {
    pub page: String,
    pub person: StaffId,
}

/// The page is only shown again with what was typed; nothing was saved.
#[derive(Clone, Copy, Debug)]
pub struct GivenBack;

impl Typed {
    pub fn of(form: &Form) -> Typed {
        let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in form.answers().filter(|(name, _)| !NEVER.contains(name)) {
            fields.entry(name.to_owned()).or_default().push(value.to_owned());
        }
        Typed { fields, had_file: form.has_files() }
    }

    /// The first value of a field, trimmed.
    pub fn text(&self, name: &str) -> &str {
        self.fields.get(name).and_then(|values| values.first()).map_or("", |value| value.trim())
    }

    pub fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    /// False if anybody typed or chose anything. The form's own fields and ids don't count.
    pub fn is_empty(&self) -> bool {
        let is_own = |name: &str| OWN.contains(&name) || name.starts_with("was_");
        let is_said = |value: &str| !value.trim().is_empty() && value.parse::<RecordId>().is_err();
        !self.pairs().into_iter().any(|(name, value)| !is_own(name) && is_said(value))
    }

    /// Each field's values; a checkbox group without a tick is included, with no value.
    pub fn answers(&self) -> BTreeMap<String, Vec<String>> {
        let asked = self.fields.get(ASKED).into_iter().flatten();
        let mut answers: BTreeMap<String, Vec<String>> =
            asked.map(|name| (name.clone(), Vec::new())).collect();
        answers.extend(self.fields.clone());
        answers
    }

    /// Every pair, for a form that passes them on.
    pub fn pairs(&self) -> Vec<(&str, &str)> {
        self.fields
            .iter()
            .flat_map(|(name, values)| values.iter().map(move |value| (name.as_str(), value.as_str())))
            .collect()
    }

    /// The texts that are worth copying: sentences, not the codes of choices.
    pub fn texts(&self) -> Vec<&str> {
        let is_text =
            |text: &&str| text.chars().any(|c| c.is_whitespace() || (!c.is_ascii() && c.is_alphabetic()));
        self.pairs().into_iter().map(|(_, value)| value.trim()).filter(is_text).collect()
    }

    /// Drops the fields that are saved by now or unchanged.
    pub fn forget(&mut self, is_done: impl Fn(&str) -> bool) {
        self.fields.retain(|name, _| !is_done(name));
        if let Some(asked) = self.fields.get_mut(ASKED) {
            asked.retain(|name| !is_done(name));
        }
    }

    /// One part of a form, ready to compare: line breaks and surrounding spaces don't matter.
    pub fn part(&self, is_of: impl Fn(&str) -> bool) -> Part {
        let fields = self.fields.iter().filter(|(name, _)| is_of(name));
        Part::of(
            fields.flat_map(|(name, values)| values.iter().map(move |value| (name.as_str(), value.as_str()))),
        )
    }

    /// The value for the sign-in form; `None` if it is longer than a desk form may be.
    pub fn sealed(&self, app: &App, typist: StaffId) -> Option<String> {
        let plain = serde_json::to_vec(&(typist, self)).ok()?;
        let sealed = app.secrets.desk_tokens.seal(KEPT, &plain);
        (sealed.len() <= MOST_SEALED).then_some(sealed)
    }

    pub fn opened(app: &App, sealed: &str) -> Option<(StaffId, Typed)> {
        serde_json::from_slice(&app.secrets.desk_tokens.open(KEPT, sealed)?).ok()
    }
}

/// The mark after each form's token: it says whose form it is, long after the session has ended.
pub fn mark(app: &App, person: StaffId) -> String {
    app.secrets.desk_tokens.seal(MARK, person.as_bytes())
}

pub fn typist(app: &App, token: &str) -> Option<StaffId> {
    let (_, mark) = token.split_once('.')?;
    StaffId::from_slice(&app.secrets.desk_tokens.open(MARK, mark)?).ok()
}

/// One part of a page, in a form that can be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part(BTreeSet<(String, String)>);

impl Part {
    pub fn of<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Part {
        let plain =
            |(name, value): (&str, &str)| (name.to_owned(), value.replace("\r\n", "\n").trim().to_owned());
        Part(fields.into_iter().map(plain).filter(|(_, value)| !value.is_empty()).collect())
    }

    /// A short digest of it, which tells nothing to a reader without the text.
    pub fn word(&self) -> String {
        let whole: Vec<String> = self.0.iter().map(|(name, value)| format!("{name}\0{value}\0")).collect();
        let word = crate::sealing::derive(whole.concat().as_bytes(), "kinlight/part-of-a-form");
        crate::sealing::base64url(&word[..12])
    }
}

/// Whether a part is unsaved: it was changed from what the page showed (`shown` is that part's digest), and it differs from what
/// is saved now.
pub fn is_unsaved(typed: &Part, shown: &str, saved: &Part) -> bool {
    typed != saved && typed.word() != shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(text: &str) -> Part {
        Part::of([("story", text), ("names", "")])
    }

    #[test]
    fn only_what_its_typist_changed_is_unsaved() {
        let cases = [
            ("as shown", "as shown", "as shown", false),
            ("new", "as shown", "as shown", true),
            ("new", "as shown", "new", false),
            // A colleague changed it meanwhile and the member did not: the colleague's text stays.
            ("as shown", "as shown", "theirs", false),
            ("new", "as shown", "theirs", true),
            ("", "as shown", "as shown", true),
            ("one\r\ntwo ", "one\ntwo", "one\ntwo", false),
        ];
        for (typed, shown, saved, expected) in cases {
            let shown = part(shown).word();
            assert_eq!(is_unsaved(&part(typed), &shown, &part(saved)), expected, "{typed:?} {saved:?}");
        }
        assert!(is_unsaved(&part("new"), "", &part("saved")), "a page of an older version has no digest");
    }

    #[test]
    fn an_empty_box_is_an_answer_and_what_was_saved_is_left_out() {
        let fields =
            [("asked", vec!["channels", "own"]), ("channels", vec!["web"]), ("note", vec!["two words"])];
        let owned =
            fields.map(|(name, values)| (name.to_owned(), values.into_iter().map(str::to_owned).collect()));
        let mut typed = Typed { fields: owned.into(), had_file: false };
        assert_eq!(typed.answers()["own"], Vec::<String>::new());
        assert_eq!(typed.answers()["channels"], ["web"]);
        assert_eq!(typed.texts(), ["two words"]);
        typed.forget(|name| name == "own" || name == "note");
        assert!(!typed.answers().contains_key("own"));
        assert_eq!(typed.text("note"), "");
    }
}
