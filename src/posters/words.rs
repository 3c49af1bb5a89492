//! The texts of a poster in one language: whole texts, none put together here.

use kinlight_posters::{Direction, Words};
use time::Date;

use crate::i18n::{Lang, Texts};
use crate::publications::postable::Postable;

pub(super) fn words(texts: &Texts, lang: Lang, (photos, ends_on): (usize, Date)) -> Words {
    let say = |key: &str| texts.plain(lang, key, &[]);
    let until = day_in_words(texts, lang, ends_on);
    Words {
        language: lang.code().to_owned(),
        direction: if lang.dir() == "rtl" { Direction::RightToLeft } else { Direction::LeftToRight },
        heading: say("poster-heading"),
        lead: texts.plain(lang, "poster-lead", &[("count", photos.into())]),
        tell: say("poster-tell"),
        scan: say("poster-scan"),
        number_label: say("poster-number"),
        without_phone: say("poster-without-phone"),
        free: say("free-line"),
        caller_check: say("caller-check-rule"),
        take_down: texts.plain(lang, "poster-take-down", &[("date", until.into())]),
    }
}

/// The relatives that the person looks for, a whole sentence each.
pub(super) fn sentences(texts: &Texts, lang: Lang, photo: &Postable) -> Vec<String> {
    photo.relations.iter().map(|one| texts.plain(lang, &one.sentence_key(), &[])).collect()
}

/// "22 February 2027", as the language writes it.
pub fn day_in_words(texts: &Texts, lang: Lang, day: Date) -> String {
    let key = format!("date-{}", u8::from(day.month()));
    let (number, year) = (day.day().to_string(), day.year().to_string());
    texts.plain(lang, &key, &[("day", number.into()), ("year", year.into())])
}
