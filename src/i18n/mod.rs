//! What people read, in their language: Fluent catalogues, embedded, loaded once and checked as a whole. A language is a folder
//! of files; people can choose it only when it says all that English says. A text that can't be formatted in a language is shown
//! in English, and the log names it once.

mod catalogue;
mod completeness;
mod lang;
mod pseudo;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use catalogue::Catalogue;
pub use catalogue::Text;
pub use completeness::Gap;
pub use fluent_bundle::FluentValue;
pub use lang::{ENGLISH, Lang};
use pseudo::Pseudo;

/// The values of a text's variables: `&[("count", 3.into()), ("society", name.as_str().into())]`.
pub type Args<'a> = [(&'a str, FluentValue<'a>)];

/// The readers of a text. Staff read everything; the public reads what is outside a language's folder `desk/`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    #[default]
    Public,
    Staff,
}

impl Audience {
    pub const BOTH: [Audience; 2] = [Audience::Public, Audience::Staff];

    fn of_file(file: &str) -> Audience {
        if file.starts_with("desk/") { Audience::Staff } else { Audience::Public }
    }

    /// Whether this audience reads a text that is meant for `whom`.
    fn meets(self, whom: Audience) -> bool {
        self == Audience::Staff || whom == Audience::Public
    }
}

#[derive(rust_embed::Embed)]
#[folder = "locales/"]
struct Catalogues;

/// Each file: its path below `locales/`, and its text.
fn embedded() -> impl Iterator<Item = (String, String)> {
    // The voices' recordings and recipes are in the same folders.
    let is_read = |name: &str| name.ends_with(".ftl") || name.ends_with("/language.toml");
    Catalogues::iter().filter(move |name| is_read(name)).filter_map(|name| {
        let bytes = Catalogues::get(&name)?.data;
        Some((name.into_owned(), String::from_utf8_lossy(&bytes).into_owned()))
    })
}

/// Every fault in the catalogues, one line each, so that a translator can correct them all at once.
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

pub struct Texts {
    english: Lang,
    catalogues: BTreeMap<Lang, Catalogue>,
    /// The languages that each audience can choose from.
    spoken: [Vec<Lang>; 2],
    reported: Mutex<BTreeSet<(Lang, String)>>,
}

impl Texts {
    pub fn load() -> Result<Texts, CatalogueFaults> {
        Texts::from_sources(embedded())
    }

    /// Adds two made-up languages that make a page's faults visible.
    pub fn with_pseudo_languages() -> Result<Texts, CatalogueFaults> {
        let english: Vec<_> = embedded().filter(|(name, _)| name.starts_with("en/")).collect();
        let made_up = Pseudo::ALL.into_iter().flat_map(|pseudo| {
            let file = move |(name, source): &(String, String)| {
                let text = match name.ends_with(".ftl") {
                    true => pseudo.spelled(source),
                    false => pseudo.description().to_owned(),
                };
                (name.replacen("en", pseudo.code(), 1), text)
            };
            english.iter().map(file).collect::<Vec<_>>()
        });
        Texts::from_sources(embedded().chain(made_up))
    }

    /// `sources` are pairs: a path below `locales/` ("en/gallery.ftl") and the file's text.
    pub fn from_sources(
        sources: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Texts, CatalogueFaults> {
        let (descriptions, sources): (Vec<_>, Vec<_>) =
            sources.into_iter().partition(|(name, _)| name.ends_with("/language.toml"));
        let mut faults = Vec::new();
        let mut catalogues = BTreeMap::new();
        for (name, source) in descriptions {
            let code = name.split('/').next().unwrap_or_default();
            let described = Lang::described(code, &source);
            match described.and_then(|lang| Ok((lang, Catalogue::empty(lang)?))) {
                Ok((lang, catalogue)) => drop(catalogues.insert(lang, catalogue)),
                Err(fault) => faults.push(fault),
            }
        }
        for (name, source) in sources.into_iter().filter(|(name, _)| name.ends_with(".ftl")) {
            let code = name.split('/').next().unwrap_or_default();
            match catalogues.iter_mut().find(|(lang, _)| lang.code() == code) {
                Some((_, catalogue)) => catalogue.add(&name, source, &mut faults),
                None => faults.push(format!("{name}: its folder is no language of ours")),
            }
        }
        let english = catalogues.keys().copied().find(|lang| lang.is_english());
        match english {
            Some(english) if faults.is_empty() => Ok(Texts::whole(english, catalogues)),
            Some(_) => Err(CatalogueFaults(faults)),
            None => Err(CatalogueFaults([faults, vec!["English is missing".to_owned()]].concat())),
        }
    }

    fn whole(english: Lang, catalogues: BTreeMap<Lang, Catalogue>) -> Texts {
        let mut texts =
            Texts { english, catalogues, spoken: [Vec::new(), Vec::new()], reported: Mutex::default() };
        let gaps = texts.gaps();
        texts.spoken = Audience::BOTH.map(|audience| {
            let is_whole =
                |lang: &Lang| !gaps.iter().any(|gap| gap.lang == *lang && audience.meets(gap.audience));
            texts.catalogues.keys().copied().filter(is_whole).collect()
        });
        texts
    }

    /// The language that texts are written in first, and that they fall back to.
    pub fn english(&self) -> Lang {
        self.english
    }

    /// The languages that are complete for this audience, in the order of the picker.
    pub fn languages(&self, audience: Audience) -> &[Lang] {
        let [public, staff] = &self.spoken;
        if audience == Audience::Public { public } else { staff }
    }

    /// The language of an address, if this audience can choose it.
    pub fn language(&self, audience: Audience, code: &str) -> Option<Lang> {
        self.languages(audience).iter().copied().find(|lang| lang.code() == code)
    }

    /// Any language that has a folder, even if it is not complete.
    pub fn any_language(&self, code: &str) -> Option<Lang> {
        self.catalogues.keys().copied().find(|lang| lang.code() == code)
    }

    /// The public language that staff named in their own words.
    pub fn called(&self, name: &str) -> Option<Lang> {
        self.languages(Audience::Public).iter().copied().find(|lang| lang.is_called(name))
    }

    /// The language that speaks a CAPTCHA's digits to a reader of `lang`: its own, another that its `language.toml` names, or
    /// English.
    pub fn voice(&self, lang: Lang) -> Lang {
        let named = self.any_language(lang.digits());
        named.filter(|voice| spoken_digits(*voice).is_some()).unwrap_or(self.english)
    }

    /// A language's own name; an unknown code stays as it is.
    pub fn own_name(&self, code: &str) -> String {
        match self.any_language(code) {
            Some(lang) => lang.own_name().to_owned(),
            None => code.to_owned(),
        }
    }

    /// The text for a page's body. Inserted values are between U+2068 and U+2069, so that a number or a foreign name keeps its
    /// direction.
    pub fn get(&self, lang: Lang, key: &str, args: &Args<'_>) -> String {
        match self.try_get(lang, key, args) {
            Ok(text) => text,
            Err(fault) => {
                self.report(lang, key, &fault);
                self.say(self.english, key, args).0.unwrap_or_else(|| key.to_owned())
            }
        }
    }

    /// The text for an attribute, a title, a file or a mail: without these invisible marks.
    pub fn plain(&self, lang: Lang, key: &str, args: &Args<'_>) -> String {
        self.get(lang, key, args).replace(['\u{2068}', '\u{2069}'], "")
    }

    /// Without the fallback to English: the tests require this of every page.
    pub fn try_get(&self, lang: Lang, key: &str, args: &Args<'_>) -> Result<String, TextFault> {
        match self.say(lang, key, args) {
            (Some(text), errors) if errors.is_empty() => Ok(text),
            (Some(_), errors) => Err(TextFault::Unsayable(listed(&errors))),
            (None, _) => Err(TextFault::Unknown),
        }
    }

    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.texts(lang).is_some_and(|texts| texts.contains_key(key))
    }

    /// Every text of a language, by its key.
    pub fn texts(&self, lang: Lang) -> Option<&BTreeMap<String, Text>> {
        self.catalogues.get(&lang).map(|catalogue| &catalogue.texts)
    }

    /// What is missing for languages to be complete, for both audiences: see [`completeness`].
    pub fn gaps(&self) -> Vec<Gap> {
        let Some(english) = self.texts(self.english) else { return Vec::new() };
        let of_one = |(lang, own): (&Lang, &Catalogue)| completeness::gaps(*lang, &own.texts, english);
        // The made-up languages are made from the English texts, so they lack nothing.
        let written =
            |(lang, _): &(&Lang, &Catalogue)| Pseudo::ALL.iter().all(|one| one.code() != lang.code());
        self.catalogues.iter().filter(written).flat_map(of_one).collect()
    }

    /// The texts that fell back to English since the start, for tests: ("ar", "gallery-lead").
    pub fn fallen_back(&self) -> Vec<(&'static str, String)> {
        let reported = self.reported.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        reported.iter().map(|(lang, key)| (lang.code(), key.clone())).collect()
    }

    fn say(
        &self,
        lang: Lang,
        key: &str,
        args: &Args<'_>,
    ) -> (Option<String>, Vec<fluent_bundle::FluentError>) {
        self.catalogues.get(&lang).map_or_else(|| (None, Vec::new()), |catalogue| catalogue.say(key, args))
    }

    fn report(&self, lang: Lang, key: &str, fault: &TextFault) {
        let mut reported = self.reported.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if reported.insert((lang, key.to_owned())) {
            tracing::error!(%lang, key, %fault, "a text fell back to English");
        }
    }
}

/// The recording in a language's folder, if it has one: a WAV file, made by `tools/voices`.
pub fn spoken_digits(voice: Lang) -> Option<Cow<'static, [u8]>> {
    Catalogues::get(&format!("{voice}/digits.wav")).map(|file| file.data)
}

fn listed(errors: &[fluent_bundle::FluentError]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_what_staff_call_it() {
        let texts = Texts::load().unwrap();
        let called = |name: &str| texts.called(name).map(Lang::code);
        for (name, code) in [
            ("Somali", "so"),
            (" somali ", "so"),
            ("Soomaali", "so"),
            ("الصومالية", "so"),
            ("dari", "fa-AF"),
            ("fa", "fa-AF"),
            ("TIGRINYA", "ti"),
            ("en", "en"),
        ] {
            assert_eq!(called(name), Some(code), "{name}");
        }
        for unknown in ["", "Zaghawa", "Somali and Arabic"] {
            assert_eq!(called(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn languages_are_called_by_their_own_names() {
        let texts = Texts::load().unwrap();
        for (code, name) in [("en", "English"), ("ar", "العربية"), ("tlh", "tlh"), ("Kiswahili", "Kiswahili")]
        {
            assert_eq!(texts.own_name(code), name, "{code:?}");
        }
    }
}
