//! Pages from templates; the only file that knows Tera. Every value in a page is escaped, and every visible text comes from the
//! catalogues through `t` and `t_plain`.

use serde::Serialize;
use std::sync::Arc;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use crate::assets;
use crate::codes::in_fours;
use crate::i18n::{FluentValue, Texts};

#[derive(rust_embed::Embed)]
#[folder = "templates/"]
struct Templates;

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

    /// `template` is a path below `templates/` ("site/gallery.html"). `data` is a struct whose fields become variables, or `()`; so
    /// do those of `frame`, which take precedence.
    pub fn render(
        &self,
        template: &str,
        frame: &impl Serialize,
        data: &impl Serialize,
    ) -> Result<String, RenderError> {
        let failed =
            |error: tera::Error| RenderError { template: template.to_owned(), reason: explained(&error) };
        let value = Value::try_from_serializable(data).map_err(failed)?;
        let mut context = match value.is_none() {
            true => Context::new(),
            false => Context::from_serialize(&value).map_err(failed)?,
        };
        context.extend(Context::from_serialize(frame).map_err(failed)?);
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
