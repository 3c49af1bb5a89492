//! What people read, in their language: Fluent catalogues, embedded, loaded once and checked as a whole.
//! A text that can't be said in a language is said in English, and the log names it once.

use fluent_bundle::{FluentArgs, FluentError, FluentResource, concurrent::FluentBundle};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    sync::Mutex,
};

pub use fluent_bundle::FluentValue;

/// What a text is given to speak of: `&[("count", 3.into()), ("society", name.as_str().into())]`.
pub type Args<'a> = [(&'a str, FluentValue<'a>)];

/// A language is a variant here only when every text of the site is in its catalogue; a test holds it to that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    En,
    Ar,
}

impl Lang {
    pub const fn all() -> &'static [Lang] {
        &[Lang::En, Lang::Ar]
    }

    /// The tag in addresses, in `lang` and in the name of the catalogue's folder.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ar => "ar",
        }
    }

    /// Its name in the language itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Ar => "العربية",
        }
    }

    pub const fn dir(self) -> &'static str {
        match self {
            Lang::En => "ltr",
            Lang::Ar => "rtl",
        }
    }

    pub fn parse(code: &str) -> Option<Lang> {
        Lang::all().iter().copied().find(|lang| lang.code() == code)
    }
}

impl std::fmt::Display for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

#[derive(rust_embed::Embed)]
#[folder = "locales/"]
struct Catalogues;

/// Everything wrong in the catalogues, one line each, so that a translator mends them in one go.
#[derive(Debug, thiserror::Error)]
#[error("the catalogues of texts have faults:\n{}", .0.join("\n"))]
pub struct CatalogueFaults(pub Vec<String>);

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextFault {
    #[error("no text has this key")]
    Unknown,
    #[error("the text can't be said with what it was given: {0}")]
    Unsayable(String),
}

struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// Each key with the variables that its text names.
    keys: BTreeMap<String, BTreeSet<String>>,
}

pub struct Texts {
    catalogues: BTreeMap<Lang, Catalogue>,
    reported: Mutex<HashSet<(Lang, String)>>,
}

impl Texts {
    pub fn load() -> Result<Texts, CatalogueFaults> {
        let sources = Catalogues::iter().filter(|name| name.ends_with(".ftl")).filter_map(|name| {
            let bytes = Catalogues::get(&name)?.data;
            Some((name.into_owned(), String::from_utf8_lossy(&bytes).into_owned()))
        });
        Texts::from_sources(sources)
    }

    /// `sources` are pairs of a path as below `locales/` ("en/gallery.ftl") and the file's text.
    pub fn from_sources(
        sources: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Texts, CatalogueFaults> {
        let mut faults = Vec::new();
        let mut catalogues: BTreeMap<Lang, Catalogue> = BTreeMap::new();
        for &lang in Lang::all() {
            match Catalogue::empty(lang) {
                Ok(catalogue) => drop(catalogues.insert(lang, catalogue)),
                Err(fault) => faults.push(fault),
            }
        }
        for (name, source) in sources {
            let lang = name.split('/').next().and_then(Lang::parse);
            match lang.and_then(|lang| catalogues.get_mut(&lang)) {
                Some(catalogue) => catalogue.add(&name, source, &mut faults),
                None => faults.push(format!("{name}: its folder is no language of ours")),
            }
        }
        if faults.is_empty() {
            Ok(Texts { catalogues, reported: Mutex::default() })
        } else {
            Err(CatalogueFaults(faults))
        }
    }

    /// The text for the page's body. What is put in stands between U+2068 and U+2069, so that a number
    /// or a foreign name keeps its direction.
    pub fn get(&self, lang: Lang, key: &str, args: &Args<'_>) -> String {
        match self.try_get(lang, key, args) {
            Ok(text) => text,
            Err(fault) => {
                self.report(lang, key, &fault);
                self.say(Lang::En, key, args).0.unwrap_or_else(|| key.to_owned())
            }
        }
    }

    /// The text for an attribute, a title, a file or a mail: without the invisible isolates.
    pub fn plain(&self, lang: Lang, key: &str, args: &Args<'_>) -> String {
        self.get(lang, key, args).replace(['\u{2068}', '\u{2069}'], "")
    }

    /// Without falling back: what the tests hold every page to.
    pub fn try_get(&self, lang: Lang, key: &str, args: &Args<'_>) -> Result<String, TextFault> {
        match self.say(lang, key, args) {
            (Some(text), errors) if errors.is_empty() => Ok(text),
            (Some(_), errors) => Err(TextFault::Unsayable(listed(&errors))),
            (None, _) => Err(TextFault::Unknown),
        }
    }

    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.keys(lang).is_some_and(|keys| keys.contains_key(key))
    }

    /// Every key of a language, each with the variables that its text names.
    pub fn keys(&self, lang: Lang) -> Option<&BTreeMap<String, BTreeSet<String>>> {
        self.catalogues.get(&lang).map(|catalogue| &catalogue.keys)
    }

    /// Where the languages differ from English, one line each: a missing key, one too many, other variables.
    pub fn gaps(&self) -> Vec<String> {
        let nothing = BTreeMap::new();
        let english = self.keys(Lang::En).unwrap_or(&nothing);
        let mut gaps = Vec::new();
        for &lang in Lang::all() {
            let own = self.keys(lang).unwrap_or(&nothing);
            for (key, variables) in english {
                match own.get(key) {
                    None => gaps.push(format!("{lang}: {key} is missing")),
                    Some(has) if has != variables => {
                        gaps.push(format!("{lang}: {key} names {has:?}, in English {variables:?}"));
                    }
                    Some(_) => {}
                }
            }
            let extra = own.keys().filter(|key| !english.contains_key(*key));
            gaps.extend(extra.map(|key| format!("{lang}: {key} is not in English")));
        }
        gaps
    }

    fn say(&self, lang: Lang, key: &str, args: &Args<'_>) -> (Option<String>, Vec<FluentError>) {
        let mut errors = Vec::new();
        let Some(catalogue) = self.catalogues.get(&lang) else { return (None, errors) };
        let Some(pattern) = catalogue.bundle.get_message(key).and_then(|message| message.value()) else {
            return (None, errors);
        };
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let text = catalogue.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        (Some(text), errors)
    }

    fn report(&self, lang: Lang, key: &str, fault: &TextFault) {
        let mut reported = self.reported.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if reported.insert((lang, key.to_owned())) {
            tracing::error!(%lang, key, %fault, "a text fell back");
        }
    }
}

impl Catalogue {
    fn empty(lang: Lang) -> Result<Catalogue, String> {
        let tag = lang.code().parse().map_err(|error| format!("{lang}: {error}"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.add_builtins().map_err(|error| format!("{lang}: {error}"))?;
        Ok(Catalogue { bundle, keys: BTreeMap::new() })
    }

    fn add(&mut self, name: &str, source: String, faults: &mut Vec<String>) {
        let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
            for error in errors {
                let read = resource.source().get(..error.pos.start).unwrap_or_default();
                let line = read.matches('\n').count() + 1;
                faults.push(format!("{name}:{line}: {}", error.kind));
            }
            resource
        });
        for entry in resource.entries() {
            if let Entry::Message(message) = entry {
                let mut variables = BTreeSet::new();
                match &message.value {
                    Some(pattern) => collect_variables(pattern, &mut variables),
                    None => faults.push(format!("{name}: {} says nothing", message.id.name)),
                }
                self.keys.entry(message.id.name.to_owned()).or_insert(variables);
            }
        }
        if let Err(errors) = self.bundle.add_resource(resource) {
            faults.extend(errors.iter().map(|error| format!("{name}: {error}")));
        }
    }
}

fn collect_variables(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_from_expression(expression, into);
        }
    }
}

fn collect_from_expression(expression: &Expression<&str>, into: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_from_inline(inline, into),
        Expression::Select { selector, variants } => {
            collect_from_inline(selector, into);
            variants.iter().for_each(|variant| collect_variables(&variant.value, into));
        }
    }
}

fn collect_from_inline(inline: &InlineExpression<&str>, into: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => drop(into.insert(id.name.to_owned())),
        InlineExpression::Placeable { expression } => collect_from_expression(expression, into),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| collect_from_inline(argument, into));
        }
        _ => {}
    }
}

fn listed(errors: &[FluentError]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
