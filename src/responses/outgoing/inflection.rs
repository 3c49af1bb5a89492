//! The forms of a name: what Arabic and Tigrinya write before a word, and what Somali, Persian, English and Ukrainian
//! write after it.

use super::text::Script;

const CONJUNCTIONS: [&str; 2] = ["و", "ف"];
const PREPOSITIONS: [&str; 3] = ["ب", "ل", "ک"];
/// Endings of Arabic, Persian and Pashto names, folded.
const ARABIC_ENDINGS: &[&str] = &["ی", "ا", "ه", "م", "ت", "ش", "ها", "جان", "یی", "و", "ان", "ین"];
const LATIN_ENDINGS: &[&str] = &[
    "s", "es", "n", "na", "se", "ka", "ta", "ga", "da", "ba", "sa", "la", "kii", "tii", "gii", "dii", "kaa",
    "taa", "ow", "oow", "yow", "ey", "eey", "ay", "uu", "aa", "ii",
];
/// Folded: й is и, ї is і.
const CYRILLIC_ENDINGS: &[&str] = &[
    "", "а", "у", "і", "е", "о", "я", "ю", "є", "и", "ь", "ою", "ею", "єю", "ем", "єм", "ом", "ові", "еві",
    "єві", "ого", "ому", "им", "ім", "оі", "еі", "іі", "ии", "іи", "их", "ими", "ів", "ам", "ям", "ами",
    "ях", "ах",
];
const ETHIOPIC_ENDINGS: &[&str] = &["ን", "ስ", "ሲ", "ውን", "ኳ"];

/// The word, and the forms of it without what Arabic or Tigrinya writes before.
pub fn bare(word: &str) -> Vec<&str> {
    match Script::of(word) {
        Script::Arabic => without_arabic(word, &PREPOSITIONS[..2]),
        Script::Ethiopic => without_ethiopic(word),
        _ => vec![word],
    }
}

fn without_arabic<'a>(word: &'a str, prepositions: &[&str]) -> Vec<&'a str> {
    let mut forms = vec![word];
    let mut add = |form: &'a str| {
        if form.chars().count() >= 2 && !forms.contains(&form) {
            forms.push(form);
        }
    };
    let after_and = CONJUNCTIONS.iter().find_map(|one| word.strip_prefix(one));
    for form in [Some(word), after_and].into_iter().flatten() {
        add(form);
        let after_preposition = prepositions.iter().find_map(|one| form.strip_prefix(one));
        for form in [Some(form), after_preposition].into_iter().flatten() {
            add(form);
            // "li-l-" is written with one lam less.
            for article in ["ال", "ل"] {
                if let Some(rest) = form.strip_prefix(article) {
                    add(rest);
                }
            }
        }
    }
    forms
}

fn without_ethiopic(word: &str) -> Vec<&str> {
    let rest =
        ["ን", "ብ", "ም", "ከ", "ካብ", "ናይ", "ናብ", "ምስ", "ዝ"].iter().filter_map(|one| word.strip_prefix(one));
    std::iter::once(word).chain(rest.filter(|rest| rest.chars().count() >= 2)).collect()
}

/// One part of a name with its stems, made once.
pub struct Forms {
    folded: String,
    script: Script,
    /// The forms that endings are added to; Ukrainian has several.
    stems: Vec<String>,
}

impl Forms {
    pub fn of(folded: &str) -> Forms {
        let script = Script::of(folded);
        let is_long = folded.chars().count() >= 4;
        let stems = match script {
            Script::Cyrillic if is_long => cyrillic_stems(folded),
            Script::Arabic => vec![
                folded
                    .strip_prefix("ال")
                    .filter(|rest| rest.chars().count() > 2)
                    .unwrap_or(folded)
                    .to_owned(),
            ],
            // "Faadumo" becomes "Faadumada".
            Script::Latin => match folded.strip_suffix('o') {
                Some(stem) => vec![folded.to_owned(), format!("{stem}a")],
                None => vec![folded.to_owned()],
            },
            _ => vec![folded.to_owned()],
        };
        Forms { folded: folded.to_owned(), script, stems }
    }

    pub fn folded(&self) -> &str {
        &self.folded
    }

    pub fn fit(&self, word: &str) -> bool {
        if word == self.folded {
            return true;
        }
        let is_long = self.folded.chars().count() >= 4;
        let goes_on = |word: &str, endings: &[&str]| {
            self.stems
                .iter()
                .any(|stem| word.strip_prefix(stem.as_str()).is_some_and(|rest| endings.contains(&rest)))
        };
        match self.script {
            Script::Latin => is_long && goes_on(word, LATIN_ENDINGS),
            Script::Cyrillic => is_long && goes_on(word, CYRILLIC_ENDINGS),
            Script::Arabic => without_arabic(word, &PREPOSITIONS).into_iter().any(|form| {
                self.stems.iter().any(|stem| stem == form) || (is_long && goes_on(form, ARABIC_ENDINGS))
            }),
            Script::Ethiopic => without_ethiopic(word)
                .into_iter()
                .any(|form| form == self.folded || goes_on(form, ETHIOPIC_ENDINGS)),
            // These scripts put no gaps between words.
            Script::Other => self.folded.chars().count() >= 2 && word.contains(&self.folded),
        }
    }
}

/// "Павло" has the stem "Павл-"; "Ольга" also "Ольз-", "Федір" "Федор-", "Кравець" "Кравц-", "Левицький" "Левицьк-".
fn cyrillic_stems(folded: &str) -> Vec<String> {
    let vowels = ["ии", "а", "о", "у", "е", "я", "ю", "и", "і", "ь"];
    let stem =
        vowels.iter().find_map(|end| folded.strip_suffix(end)).filter(|stem| stem.chars().count() >= 3);
    let stem = stem.unwrap_or(folded);
    let mut stems = vec![stem.to_owned()];
    let letters: Vec<char> = stem.chars().collect();
    let softened = match letters.last() {
        Some('г') => Some('з'),
        Some('к') => Some('ц'),
        Some('х') => Some('с'),
        _ => None,
    };
    let (head, tail) = letters.split_at(letters.len().saturating_sub(2));
    if let (Some(soft), Some((_, begin))) = (softened, letters.split_last()) {
        stems.push(begin.iter().chain([&soft]).collect());
    }
    if let [vowel, last] = tail {
        match vowel {
            'і' => stems.extend(['о', 'е'].map(|open| head.iter().chain([&open, last]).collect())),
            'е' | 'о' if head.len() >= 2 => stems.push(head.iter().chain([last]).collect()),
            _ => {}
        }
    }
    stems
}
