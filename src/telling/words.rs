//! The text of a mail: that something waits and how urgent it is, and nothing about a person. It has no link, so that
//! staff never learn to follow one to their passwords.

use super::mail::Letter;
use super::rule::{Level, at_least};
use crate::i18n::{Lang, Texts};

pub fn letter(texts: &Texts, lang: Lang, level: Level, count: u64) -> Letter {
    let key = level.key("telling");
    let plain = |key: &str| texts.plain(lang, key, &[]);
    let mut lines = vec![plain(&format!("{key}-text"))];
    if let Some(count) = at_least(count).filter(|_| level != Level::Welcome) {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        lines.push(texts.plain(lang, "telling-at-least", &[("count", count.into())]));
    }
    lines.extend([String::new(), plain("telling-no-link"), plain("telling-no-reply")]);
    Letter { subject: plain(&format!("{key}-subject")), body: lines.join("\r\n") }
}
