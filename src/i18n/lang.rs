//! A language that people can read here: every folder of `locales/` with a `language.toml`. Invariant: a `Lang` comes from its
//! files; no code names a language, except English, which every text falls back to.

use std::cmp::Ordering;
use std::fmt;

use serde::Deserialize;

pub const ENGLISH: &str = "en";
/// The only host that the quick exit may lead to: the World Meteorological Organization's.
const WEATHER: &str = "https://worldweather.wmo.int/";

/// Cheap to copy: the few descriptions are read once and never freed.
#[derive(Clone, Copy)]
pub struct Lang(&'static Description);

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Description {
    /// The folder's name, a BCP 47 tag.
    #[serde(skip)]
    code: String,
    own_name: String,
    direction: Direction,
    weather: String,
    /// The language whose recording speaks a CAPTCHA's digits: its own, or one that its readers will understand.
    #[serde(default = "english")]
    digits: String,
    /// Other names that staff may use for it, in their own languages.
    #[serde(default)]
    called: Vec<String>,
}

fn english() -> String {
    ENGLISH.to_owned()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Direction {
    Ltr,
    Rtl,
}

impl Lang {
    /// Reads the `language.toml` of the folder `code`. The error is one line for its author.
    pub(super) fn described(code: &str, source: &str) -> Result<Lang, String> {
        let description: Description =
            toml::from_str(source).map_err(|error| format!("{code}/language.toml: {}", error.message()))?;
        if !description.weather.starts_with(WEATHER) {
            return Err(format!("{code}/language.toml: the weather page must begin with {WEATHER}"));
        }
        Ok(Lang(Box::leak(Box::new(Description { code: code.to_owned(), ..description }))))
    }

    /// The tag in addresses, in the attribute `lang` and in the catalogue's folder name.
    pub fn code(self) -> &'static str {
        &self.0.code
    }

    /// Its name in the language itself.
    pub fn own_name(self) -> &'static str {
        &self.0.own_name
    }

    pub fn dir(self) -> &'static str {
        match self.0.direction {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }

    /// Where the quick exit leads: a dull public page in this language, or in English if there is none.
    pub fn weather(self) -> &'static str {
        &self.0.weather
    }

    /// Whether `name` means this language: its tag or any of its names.
    pub(super) fn is_called(self, name: &str) -> bool {
        let name = name.trim().to_lowercase();
        let is_name = |own: &str| own.to_lowercase() == name;
        is_name(self.code())
            || self.code().split('-').next().is_some_and(is_name)
            || is_name(self.own_name())
            || self.0.called.iter().any(|own| is_name(own))
    }

    pub(super) fn digits(self) -> &'static str {
        &self.0.digits
    }

    pub fn is_english(self) -> bool {
        self.code() == ENGLISH
    }

    /// Whether its own name is written in Latin letters. Its texts then are too.
    pub(super) fn is_latin(self) -> bool {
        self.own_name().chars().any(|c| c.is_ascii_alphabetic())
    }
}

impl PartialEq for Lang {
    fn eq(&self, other: &Lang) -> bool {
        self.code() == other.code()
    }
}

impl Eq for Lang {}

impl PartialOrd for Lang {
    fn partial_cmp(&self, other: &Lang) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By its own name, script by script: the order in the language picker.
impl Ord for Lang {
    fn cmp(&self, other: &Lang) -> Ordering {
        (self.own_name(), self.code()).cmp(&(other.own_name(), other.code()))
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Lang({})", self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_says_all_it_must_and_nothing_else() {
        let whole = "own-name = \"Deutsch\"\ndirection = \"ltr\"\nweather = \"https://worldweather.wmo.int/de/home.html\"";
        let german = Lang::described("de", whole).unwrap();
        assert_eq!((german.code(), german.own_name(), german.dir()), ("de", "Deutsch", "ltr"));
        for (wrong, told) in [
            ("own-name = \"Deutsch\"", "direction"),
            (&whole.replace("ltr", "down"), "down"),
            (&whole.replace("worldweather.wmo.int", "weather.example"), "must begin with"),
            (&format!("{whole}\nflag = \"de\""), "flag"),
        ] {
            let fault = Lang::described("de", wrong).unwrap_err();
            assert!(fault.starts_with("de/language.toml: ") && fault.contains(told), "{fault}");
        }
    }
}
