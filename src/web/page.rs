//! Pages from templates; the only file that knows Tera. Every value in a page is escaped, and every visible text comes from the
//! catalogues through `t` and `t_plain`.

pub use super::fault::Fault;
use super::{assets, fault::ToMend, typed::Typed};
use crate::codes::in_fours;
use crate::i18n::{Audience, FluentValue, Lang, Texts};
use serde::Serialize;
use std::{collections::BTreeMap, sync::Arc};
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};
use time::Duration;

#[derive(rust_embed::Embed)]
#[folder = "templates/"]
struct Templates;

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

    fn write_into(self, context: &mut Context, texts: &Texts) {
        let message = |fault: &ToMend| fault.message(texts, self.lang);
        let errors: Vec<_> = self
            .faults
            .iter()
            .map(|fault| BTreeMap::from([("field", fault.field.to_owned()), ("message", message(fault))]))
            .collect();
        let error_of: BTreeMap<_, _> =
            self.faults.iter().rev().map(|fault| (fault.field, message(fault))).collect();
        let mut answers = self.answers.clone();
        answers.extend(self.typed.answers());
        let carried: Vec<_> = self.typed.pairs().into_iter().map(|(name, value)| [name, value]).collect();
        context.insert("carried_fields", &carried);
        context.insert("typed_texts", &self.typed.texts());
        context.insert("typed_version", self.typed.text("version"));
        context.insert("has_lost_file", &self.typed.had_file);
        context.insert("is_given_back", &(self.is_given_back && !self.typed.is_empty()));
        context.insert("idle_seconds", &self.idle[0]);
        context.insert("seconds_left", &self.idle[1]);
        context.insert("face", &self.face);
        context.insert("lang", self.lang.code());
        context.insert("dir", self.lang.dir());
        context.insert("alternates", &self.alternates(texts));
        context.insert("csrf", &self.csrf);
        context.insert("answers", &answers);
        context.insert("errors", &errors);
        context.insert("error_of", &error_of);
        context.insert("menu", &self.menu);
        context.insert("work", &self.menu.iter().filter_map(|place| place.waiting).sum::<u64>());
        context.insert("signed_in_as", &self.person);
    }
}

/// The templates could not be compiled: a programming error, found at start.
#[derive(Debug, thiserror::Error)]
#[error("the templates have faults: {0}")]
pub struct TemplateFaults(String);

#[derive(Debug, thiserror::Error)]
#[error("the page {template} can't be shown: {reason}")]
pub struct RenderError {
    pub template: String,
    pub reason: String,
}

pub struct Pages {
    tera: Tera,
    texts: Arc<Texts>,
}

impl Pages {
    pub fn load(texts: Arc<Texts>) -> Result<Pages, TemplateFaults> {
        let mut tera = Tera::new();
        tera.autoescape_on([""]);
        let translated = Arc::clone(&texts);
        tera.register_function("t", move |kwargs: Kwargs, state: &State<'_>| {
            translate(&translated, kwargs, state)
        });
        let translated = Arc::clone(&texts);
        tera.register_function("t_plain", move |kwargs: Kwargs, state: &State<'_>| {
            translate(&translated, kwargs, state).map(|text| text.replace(['\u{2068}', '\u{2069}'], ""))
        });
        tera.register_function("asset", asset);
        tera.register_filter("in_fours", |digits: String, _: Kwargs, _: &State<'_>| in_fours(&digits));
        tera.add_raw_templates(sources()).map_err(|error| TemplateFaults(explained(&error)))?;
        Ok(Pages { tera, texts })
    }

    /// `template` is a path below `templates/` ("site/gallery.html"). `data` is a struct whose fields become variables, or `()`;
    /// the frame's names take precedence.
    pub fn render(&self, template: &str, frame: Frame, data: &impl Serialize) -> Result<String, RenderError> {
        let failed =
            |error: tera::Error| RenderError { template: template.to_owned(), reason: explained(&error) };
        let value = Value::try_from_serializable(data).map_err(failed)?;
        let mut context = match value.is_none() {
            true => Context::new(),
            false => Context::from_serialize(&value).map_err(failed)?,
        };
        frame.write_into(&mut context, &self.texts);
        self.tera.render(template, &context).map_err(failed)
    }

    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<_> = self.tera.get_template_names().collect();
        names.sort_unstable();
        names
    }
}

/// The source of every template, for the tests that read them.
pub fn sources() -> Vec<(String, String)> {
    let read = |name: std::borrow::Cow<'static, str>| {
        let bytes = Templates::get(&name)?.data;
        Some((name.into_owned(), String::from_utf8_lossy(&bytes).into_owned()))
    };
    Templates::iter().filter(|name| name.ends_with(".html")).filter_map(read).collect()
}

fn translate(texts: &Texts, kwargs: Kwargs, state: &State<'_>) -> TeraResult<String> {
    let key: &str = kwargs.must_get("key")?;
    let code: Option<String> = match kwargs.get("lang")? {
        Some(code) => Some(code),
        None => state.get("lang")?,
    };
    let Some(lang) = code.as_deref().and_then(|code| texts.any_language(code)) else {
        return Err(tera::Error::message(format!("`{key}` has no language: the component needs @lang")));
    };
    let given: Vec<(String, FluentValue<'_>)> =
        kwargs.iter().filter_map(|(name, value)| Some((name.as_str()?.to_owned(), spoken(value)))).collect();
    let args: Vec<(&str, FluentValue<'_>)> =
        given.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    Ok(texts.get(lang, key, &args))
}

/// Keeps numbers as numbers, so that plural forms work.
fn spoken(value: &Value) -> FluentValue<'static> {
    match value.as_i64() {
        Some(number) if value.is_number() => number.into(),
        _ => value.to_string().into(),
    }
}

fn asset(kwargs: Kwargs, _: &State<'_>) -> TeraResult<String> {
    let path: &str = kwargs.must_get("path")?;
    assets::address(path).ok_or_else(|| tera::Error::message(format!("static/ has no file {path}")))
}

fn explained(error: &tera::Error) -> String {
    let mut out = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        out = format!("{out}: {inner}");
        cause = inner.source();
    }
    out
}
