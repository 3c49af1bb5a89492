//! The frame of a page: what every page shows besides its own data, such as its language, its menu and what was typed in it.

pub use super::fault::Fault;
use super::{fault::ToMend, typed::Typed};
use crate::i18n::{Audience, Lang, Texts};
use crate::templates::{Pages, RenderError};
use serde::Serialize;
use std::{collections::BTreeMap, sync::Arc};
use time::Duration;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    Site,
    Desk,
}

/// The same page in another language.
#[derive(Clone, Debug, Serialize)]
pub struct Alternate {
    pub code: &'static str,
    pub own_name: &'static str,
    pub dir: &'static str,
    pub href: String,
    pub current: bool,
}

/// An entry of the desk's menu; its label is already translated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MenuLink {
    /// The path by which a script finds it.
    pub path: &'static str,
    pub href: String,
    pub label: String,
    pub current: bool,
    /// How much work waits there; `None` for a page where nothing can wait.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting: Option<u64>,
}

impl Side {
    /// The readers of this face's pages.
    pub fn audience(self) -> Audience {
        match self {
            Side::Site => Audience::Public,
            Side::Desk => Audience::Staff,
        }
    }
}

/// The address of the same page in another language.
type Switch = Arc<dyn Fn(Lang) -> String + Send + Sync>;

/// The data that every page has; templates and components use these names.
#[derive(Clone)]
pub struct Frame {
    pub face: Side,
    pub lang: Lang,
    switch: Option<Switch>,
    csrf: String,
    answers: BTreeMap<String, Vec<String>>,
    faults: Vec<ToMend>,
    menu: Vec<MenuLink>,
    person: Option<String>,
    typed: Typed,
    is_given_back: bool,
    /// Seconds: how long a desk session may be idle, and how long this one still may be.
    idle: [i64; 2],
}

impl Frame {
    /// A page of the site. `path` is the path after the language, without a leading slash: "photos?page=2".
    pub fn site(lang: Lang, path: &str) -> Frame {
        let path = path.to_owned();
        Frame::new(Side::Site, lang).switching(move |to| format!("/{to}/{path}"))
    }

    /// A page of the desk; it has no language switch until [`Frame::switching`] gives it one.
    pub fn desk(lang: Lang) -> Frame {
        Frame::new(Side::Desk, lang)
    }

    fn new(face: Side, lang: Lang) -> Frame {
        let (answers, faults, menu) = (BTreeMap::new(), Vec::new(), Vec::new());
        let (typed, is_given_back) = (Typed::default(), false);
        let (switch, csrf, person) = (None, String::new(), None);
        Frame { face, lang, switch, csrf, answers, faults, menu, person, typed, is_given_back, idle: [0; 2] }
    }

    pub fn switching(mut self, href: impl Fn(Lang) -> String + Send + Sync + 'static) -> Frame {
        self.switch = Some(Arc::new(href));
        self
    }

    fn alternates(&self, texts: &Texts) -> Vec<Alternate> {
        let Some(href) = &self.switch else { return Vec::new() };
        let alternate = |&to: &Lang| Alternate {
            code: to.code(),
            own_name: to.own_name(),
            dir: to.dir(),
            href: href(to),
            current: to == self.lang,
        };
        texts.languages(self.face.audience()).iter().map(alternate).collect()
    }

    /// The token that `form.csrf` writes into each form.
    pub fn csrf(mut self, token: impl Into<String>) -> Frame {
        self.csrf = token.into();
        self
    }

    pub fn has_csrf(&self) -> bool {
        !self.csrf.is_empty()
    }

    /// What was typed on this page and is not saved: its fields show it, whatever their saved answers.
    pub fn typed(mut self, typed: Typed, is_given_back: bool) -> Frame {
        self.typed = typed;
        self.is_given_back = is_given_back;
        self
    }

    pub fn typed_before(&self) -> &Typed {
        &self.typed
    }

    /// Drops typed values for these fields, so that they show what is saved.
    pub fn without_typed(mut self, is_saved: impl Fn(&str) -> bool) -> Frame {
        self.typed.forget(is_saved);
        self
    }

    /// A typed or chosen value, so that its field shows it again. Several values for one name are all kept.
    pub fn answer(mut self, field: &str, value: impl Into<String>) -> Frame {
        self.answers.entry(field.to_owned()).or_default().push(value.into());
        self
    }

    /// The faults, in the page's order, as the summary lists them.
    pub fn faults(mut self, faults: impl IntoIterator<Item = impl Into<ToMend>>) -> Frame {
        self.faults.extend(faults.into_iter().map(Into::into));
        self
    }

    pub fn has_faults(&self) -> bool {
        !self.faults.is_empty()
    }

    /// The signed-in member, and the pages they may open from here.
    pub fn signed_in(mut self, name: &str, menu: Vec<MenuLink>) -> Frame {
        self.person = Some(name.to_owned());
        self.menu = menu;
        self
    }

    /// When the desk locks; the page's script counts down.
    pub fn locking(mut self, idle_for: Duration, left: Duration) -> Frame {
        self.idle = [idle_for, left].map(Duration::whole_seconds);
        self
    }

    /// The page in this frame: see [`Pages::render`].
    pub fn render(self, pages: &Pages, template: &str, data: &impl Serialize) -> Result<String, RenderError> {
        pages.render(template, &self.variables(pages.texts()), data)
    }

    fn variables(&self, texts: &Texts) -> Variables<'_> {
        let message = |fault: &ToMend| fault.message(texts, self.lang);
        let error = |fault: &ToMend| Problem { field: fault.field, message: message(fault) };
        let mut answers = self.answers.clone();
        answers.extend(self.typed.answers());
        let [idle_seconds, seconds_left] = self.idle;
        Variables {
            face: self.face,
            lang: self.lang.code(),
            dir: self.lang.dir(),
            alternates: self.alternates(texts),
            csrf: &self.csrf,
            answers,
            errors: self.faults.iter().map(error).collect(),
            error_of: self.faults.iter().rev().map(|fault| (fault.field, message(fault))).collect(),
            menu: &self.menu,
            work: self.menu.iter().filter_map(|place| place.waiting).sum(),
            signed_in_as: self.person.as_deref(),
            carried_fields: self.typed.pairs(),
            typed_texts: self.typed.texts(),
            typed_version: self.typed.text("version"),
            has_lost_file: self.typed.had_file,
            is_given_back: self.is_given_back && !self.typed.is_empty(),
            idle_seconds,
            seconds_left,
        }
    }
}

/// The frame as templates and components see it.
#[derive(Serialize)]
struct Variables<'f> {
    face: Side,
    lang: &'static str,
    dir: &'static str,
    alternates: Vec<Alternate>,
    csrf: &'f str,
    answers: BTreeMap<String, Vec<String>>,
    errors: Vec<Problem>,
    /// The message of each field's first fault.
    error_of: BTreeMap<&'static str, String>,
    menu: &'f [MenuLink],
    /// How much work waits in all places of the menu.
    work: u64,
    signed_in_as: Option<&'f str>,
    /// Name and value of each typed field.
    carried_fields: Vec<(&'f str, &'f str)>,
    typed_texts: Vec<&'f str>,
    typed_version: &'f str,
    has_lost_file: bool,
    is_given_back: bool,
    idle_seconds: i64,
    seconds_left: i64,
}

/// A line of the summary of faults.
#[derive(Serialize)]
struct Problem {
    field: &'static str,
    message: String,
}
