//! The site's own sentences about money. A message may say what the site tells everyone.

use crate::i18n::{Audience, Texts};

const KEYS: [&str; 13] = [
    "free-line",
    "safety-money-title",
    "safety-money-text",
    "scams-title",
    "scams-lead",
    "scams-sign-money",
    "scams-do-stop",
    "scams-threat-title",
    "scams-threat-text",
    "questions-cost",
    "questions-cost-answer",
    "children-free",
    "help-seek-text",
];

/// The sentences in every language of the site.
pub fn sentences(texts: &Texts) -> Vec<String> {
    let languages = texts.languages(Audience::Public).iter();
    languages
        .flat_map(|lang| {
            KEYS.iter().filter(|key| texts.has(*lang, key)).map(|key| texts.plain(*lang, key, &[]))
        })
        .collect()
}
