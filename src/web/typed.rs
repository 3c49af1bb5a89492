//! What somebody typed into a form of the desk and nobody has saved yet. It travels in forms, to the page on which it was
//! typed, and stands in its fields there. Invariant: it reaches its typist alone; no password, code or file is in it.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

use super::form::Form;
use crate::app::App;

const KEPT: &str = "typed";
const MARK: &str = "form-of";
/// What is typed anew each time, and what belongs to one form alone.
const NEVER: [&str; 10] = [
    "csrf",
    "old_password",
    "password",
    "password_again",
    "code",
    "halfway",
    "next",
    "kept",
    "recovery_key",
    "recovery_end",
];
/// Names the boxes of a form: one that nobody ticked sends nothing else.
const ASKED: &str = "asked";
/// What forms of the desk say of themselves.
const OWN: [&str; 7] = [ASKED, "version", "to_draw", "replace", "made", "photo_ended", "seen"];
/// What sealed text a form of the desk has room for, beside the rest of it.
const MOST_SEALED: usize = 200 * 1024;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    fields: BTreeMap<String, Vec<String>>,
    /// A file was chosen. It is not kept, and has to be chosen again.
    pub had_file: bool,
}

/// Where the form of a POST stood, and who is signed in: for an answer that leads back to it.
#[derive(Clone, Debug)]
pub struct StoodOn {
    pub page: String,
    pub person: Uuid,
}

/// The page is asked for again with what was typed: nothing was saved by that.
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

    /// The first value of a field, without the spaces around it.
    pub fn text(&self, name: &str) -> &str {
        self.fields.get(name).and_then(|values| values.first()).map_or("", |value| value.trim())
    }

    pub fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    /// Whether anybody typed or chose anything. What a form says of itself is not that: ids, and words for the desk.
    pub fn is_empty(&self) -> bool {
        let is_own = |name: &str| OWN.contains(&name) || name.starts_with("was_");
        let is_said = |value: &str| !value.trim().is_empty() && Uuid::try_parse(value).is_err();
        !self.pairs().into_iter().any(|(name, value)| !is_own(name) && is_said(value))
    }

    /// What each field of the form held; a box that was left empty holds nothing, and is here.
    pub fn answers(&self) -> BTreeMap<String, Vec<String>> {
        let asked = self.fields.get(ASKED).into_iter().flatten();
        let mut answers: BTreeMap<String, Vec<String>> =
            asked.map(|name| (name.clone(), Vec::new())).collect();
        answers.extend(self.fields.clone());
        answers
    }

    /// Every pair, for a form that carries them on.
    pub fn pairs(&self) -> Vec<(&str, &str)> {
        self.fields
            .iter()
            .flat_map(|(name, values)| values.iter().map(move |value| (name.as_str(), value.as_str())))
            .collect()
    }

    /// What may be worth copying: words, not the codes of choices.
    pub fn texts(&self) -> Vec<&str> {
        let is_text =
            |text: &&str| text.chars().any(|c| c.is_whitespace() || (!c.is_ascii() && c.is_alphabetic()));
        self.pairs().into_iter().map(|(_, value)| value.trim()).filter(is_text).collect()
    }

    /// Leaves out what has been saved by now, or stands as it was.
    pub fn forget(&mut self, is_done: impl Fn(&str) -> bool) {
        self.fields.retain(|name, _| !is_done(name));
        if let Some(asked) = self.fields.get_mut(ASKED) {
            asked.retain(|name| !is_done(name));
        }
    }

    /// The same fields hold the same, whatever the line breaks and the spaces around: for one part of a form.
    pub fn part(&self, is_of: impl Fn(&str) -> bool) -> Part {
        let fields = self.fields.iter().filter(|(name, _)| is_of(name));
        Part::of(
            fields.flat_map(|(name, values)| values.iter().map(move |value| (name.as_str(), value.as_str()))),
        )
    }

    /// For the sign-in form; `None` if it is longer than any form of the desk takes.
    pub fn sealed(&self, app: &App, typist: Uuid) -> Option<String> {
        let plain = serde_json::to_vec(&(typist, self)).ok()?;
        let sealed = app.secrets.desk_tokens.seal(KEPT, &plain);
        (sealed.len() <= MOST_SEALED).then_some(sealed)
    }

    pub fn opened(app: &App, sealed: &str) -> Option<(Uuid, Typed)> {
        serde_json::from_slice(&app.secrets.desk_tokens.open(KEPT, sealed)?).ok()
    }
}

/// What stands behind the token of each form: whose it is, long after the session is over.
pub fn mark(app: &App, person: Uuid) -> String {
    app.secrets.desk_tokens.seal(MARK, person.as_bytes())
}

pub fn typist(app: &App, token: &str) -> Option<Uuid> {
    let (_, mark) = token.split_once('.')?;
    Uuid::from_slice(&app.secrets.desk_tokens.open(MARK, mark)?).ok()
}

/// What one part of a page holds, in a form in which it can be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part(BTreeSet<(String, String)>);

impl Part {
    pub fn of<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Part {
        let plain =
            |(name, value): (&str, &str)| (name.to_owned(), value.replace("\r\n", "\n").trim().to_owned());
        Part(fields.into_iter().map(plain).filter(|(_, value)| !value.is_empty()).collect())
    }

    /// A short word for it that says nothing to whoever lacks the text.
    pub fn word(&self) -> String {
        let whole: Vec<String> = self.0.iter().map(|(name, value)| format!("{name}\0{value}\0")).collect();
        let word = crate::sealing::derive(whole.concat().as_bytes(), "kinlight/part-of-a-form");
        crate::sealing::base64url(&word[..12])
    }
}

/// Whether a part holds words that are saved nowhere: its typist changed them (`shown` is the word of what the page
/// showed before), and they are not what is saved now.
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
            // A colleague changed it meanwhile, the typist did not: theirs stands.
            ("as shown", "as shown", "theirs", false),
            ("new", "as shown", "theirs", true),
            ("", "as shown", "as shown", true),
            ("one\r\ntwo ", "one\ntwo", "one\ntwo", false),
        ];
        for (typed, shown, saved, expected) in cases {
            let shown = part(shown).word();
            assert_eq!(is_unsaved(&part(typed), &shown, &part(saved)), expected, "{typed:?} {saved:?}");
        }
        assert!(is_unsaved(&part("new"), "", &part("saved")), "a page from before there was such a word");
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
