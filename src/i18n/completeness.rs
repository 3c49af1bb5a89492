//! Whether a language says all that English says. Each missing or impossible text is one line for its translator. Pure.
//! Invariant: an audience can choose a language only if this finds nothing wrong with it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use intl_pluralrules::{PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use super::catalogue::Text;
use super::{Audience, Lang};

type Texts = BTreeMap<String, Text>;

/// Words in Latin letters that every script keeps.
const KEPT: [&str; 14] = [
    "kinlight", "jpeg", "heic", "avif", "png", "webp", "pdf", "qr", "mb", "utc", "sms", "whatsapp", "iphone",
    "safari",
];
/// Marks that set a direction. Fluent adds its own around inserted values; an extra mark in the text breaks the line's order.
const DIRECTIONS: [std::ops::RangeInclusive<char>; 2] = ['\u{202a}'..='\u{202e}', '\u{2066}'..='\u{2069}'];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    pub lang: Lang,
    /// The readers who would meet it.
    pub audience: Audience,
    key: String,
    what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    Missing,
    NotInEnglish,
    OtherVariables { own: BTreeSet<String>, english: BTreeSet<String> },
    LacksForms(Vec<String>),
    StillEnglish(String),
    Direction(char),
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Gap { lang, key, .. } = self;
        match &self.what {
            What::Missing => write!(f, "{lang}: {key} is missing"),
            What::NotInEnglish => write!(f, "{lang}: {key} is not in English"),
            What::OtherVariables { own, english } => {
                write!(f, "{lang}: {key} names {own:?}, in English {english:?}")
            }
            What::LacksForms(forms) => write!(f, "{lang}: {key} lacks the plural forms {}", forms.join(", ")),
            What::StillEnglish(words) => write!(f, "{lang}: {key} is still English: {words}"),
            What::Direction(mark) => {
                write!(f, "{lang}: {key} sets a direction by hand (U+{:04X})", u32::from(*mark))
            }
        }
    }
}

/// Everything that is wrong with `own`, the texts of `lang`.
pub(super) fn gaps(lang: Lang, own: &Texts, english: &Texts) -> Vec<Gap> {
    let needed = plural_forms(lang);
    let gap = |audience, key: &str, what| Gap { lang, audience, key: key.to_owned(), what };
    let mut gaps = Vec::new();
    let is_for_staff = own.values().any(|text| text.audience == Audience::Staff);
    if !is_for_staff && english.values().any(|text| text.audience == Audience::Staff) {
        gaps.push(gap(Audience::Staff, "desk/", What::Missing));
    }
    for (key, source) in english {
        if source.audience == Audience::Staff && !is_for_staff {
            continue;
        }
        let Some(text) = own.get(key) else {
            gaps.push(gap(source.audience, key, What::Missing));
            continue;
        };
        if text.variables != source.variables {
            let (own, english) = (text.variables.clone(), source.variables.clone());
            gaps.push(gap(source.audience, key, What::OtherVariables { own, english }));
        }
        if let Some(words) = still_english(lang, text, source) {
            gaps.push(gap(source.audience, key, What::StillEnglish(words)));
        }
    }
    for (key, text) in own {
        if !english.contains_key(key) {
            gaps.push(gap(text.audience, key, What::NotInEnglish));
        }
        for forms in &text.choices {
            let lacks: Vec<String> = needed.difference(forms).map(|&form| form.to_owned()).collect();
            if !lacks.is_empty() {
                gaps.push(gap(text.audience, key, What::LacksForms(lacks)));
            }
        }
        let by_hand = text.words.chars().find(|c| DIRECTIONS.iter().any(|range| range.contains(c)));
        gaps.extend(by_hand.map(|mark| gap(text.audience, key, What::Direction(mark))));
    }
    gaps
}

/// The plural forms of whole numbers in this language, by CLDR. Forms for fractions only are left out.
fn plural_forms(lang: Lang) -> BTreeSet<&'static str> {
    let Some(rules) = plural_rules(lang) else { return BTreeSet::from(["other"]) };
    let category = |number: u32| match rules.select(number) {
        Ok(intl_pluralrules::PluralCategory::ZERO) => "zero",
        Ok(intl_pluralrules::PluralCategory::ONE) => "one",
        Ok(intl_pluralrules::PluralCategory::TWO) => "two",
        Ok(intl_pluralrules::PluralCategory::FEW) => "few",
        Ok(intl_pluralrules::PluralCategory::MANY) => "many",
        Ok(intl_pluralrules::PluralCategory::OTHER) | Err(_) => "other",
    };
    // 0 is not counted, since it has a text of its own. Beyond 200 the rules repeat. French and Spanish have a form for whole
    // millions, which nothing here counts.
    (1..=200).map(category).chain(["other"]).collect()
}

fn plural_rules(lang: Lang) -> Option<PluralRules> {
    let bare: LanguageIdentifier = lang.code().split('-').next()?.parse().ok()?;
    PluralRules::create(bare, PluralRuleType::CARDINAL).ok()
}

/// The words that nobody has translated yet. Country names are exempt: a country may have the same name in both languages.
fn still_english(lang: Lang, own: &Text, english: &Text) -> Option<String> {
    if lang.is_english() || own.file == "countries.ftl" {
        return None;
    }
    // "note.txt" and "AGE-SECRET-KEY" are names, the same in every language.
    let is_name = |token: &str| token.trim_matches(|c: char| !c.is_alphanumeric()).contains(['.', '-', '@']);
    let foreign =
        |word: &&str| word.len() >= 3 && word.is_ascii() && !KEPT.contains(&word.to_lowercase().as_str());
    let words = |text: &Text| -> Vec<String> {
        let tokens = text.words.split_whitespace().filter(|token| !is_name(token));
        let words = tokens.flat_map(|token| token.split(|c: char| !c.is_alphabetic()));
        words.filter(foreign).map(str::to_owned).collect()
    };
    let own_words = words(own);
    let is_left = match lang.is_latin() {
        // A single word such as "Photo" may be the same in French; a whole sentence may not.
        true => own_words.len() > 1 && own_words == words(english),
        false => !own_words.is_empty(),
    };
    is_left.then(|| own_words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::super::Texts;

    const ENGLISH: &str = "one = Go on\ncount = { $n ->\n    [one] One photo\n   *[other] { $n } photos\n }\nname = Hello, { $name }.";

    /// The faults of the language `code` with this one file.
    fn against(code: &str, own_name: &str, source: &str) -> Vec<String> {
        let weather = "https://worldweather.wmo.int/en/home.html";
        let about =
            |name: &str| format!("own-name = \"{name}\"\ndirection = \"ltr\"\nweather = \"{weather}\"");
        let sources = [
            ("en/language.toml".to_owned(), about("English")),
            ("en/a.ftl".to_owned(), ENGLISH.to_owned()),
            (format!("{code}/language.toml"), about(own_name)),
            (format!("{code}/a.ftl"), source.to_owned()),
        ];
        let texts = Texts::from_sources(sources).expect("sound");
        texts.gaps().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_language_that_says_everything_has_no_gap() {
        let whole = "one = Weiter\ncount = { $n ->\n    [one] Ein Foto\n   *[other] { $n } Fotos\n }\nname = Guten Tag, { $name }.";
        assert_eq!(against("de", "Deutsch", whole), [""; 0]);
    }

    #[test]
    fn each_gap_is_told_in_a_line_of_its_own() {
        let rest = "one = Weiter\nname = Tag, { $name }.";
        let count = |forms: &str| format!("{rest}\ncount = {{ $n ->\n{forms}\n }}");
        let cases = [
            ("a key that is missing", "de", "Deutsch", rest.to_owned(), "de: count is missing"),
            (
                "a variable that is lost",
                "de",
                "Deutsch",
                count("[one] Eins\n *[other] { $n }").replace("{ $name }", "du"),
                r#"de: name names {}, in English {"name"}"#,
            ),
            (
                "a key too many",
                "de",
                "Deutsch",
                format!("{}\ntwo = Zwei", count("[one] Eins\n *[other] { $n }")),
                "de: two is not in English",
            ),
            (
                "a plural form that the language has and the text has not",
                "uk",
                "Українська",
                "one = Далі\nname = Добрий день, { $name }.\ncount = { $n ->\n [one] Одне фото\n *[other] { $n } фото\n }"
                    .to_owned(),
                "uk: count lacks the plural forms few, many",
            ),
            (
                "English in another script",
                "uk",
                "Українська",
                "one = Continue\nname = Добрий день, { $name }.\ncount = { $n } фото".to_owned(),
                "uk: one is still English: Continue",
            ),
            (
                "a whole sentence of English",
                "de",
                "Deutsch",
                "one = Weiter\nname = Hello, my { $name }.\ncount = { $n ->\n [one] One photo\n *[other] { $n } photos\n }"
                    .to_owned(),
                "de: count is still English: One photo photos",
            ),
            (
                "a direction set by hand",
                "de",
                "Deutsch",
                count("[one] Eins\n *[other] \u{2067}{ $n }\u{2069}"),
                "de: count sets a direction by hand (U+2067)",
            ),
        ];
        for (what, code, own_name, source, told) in cases {
            assert_eq!(against(code, own_name, &source), [told], "{what}");
        }
    }
}
