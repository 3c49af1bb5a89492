//! Find your Red Cross or Red Crescent: a directory of text only, for the oldest phones. A number or an address on a line of its
//! own can be tapped.

use actix_web::HttpResponse;
use serde::Serialize;

use crate::i18n::Texts;
use crate::societies::directory::{self, Listed};
use crate::web::visit::{cached_for, findable};
use crate::web::{Error, Visit};

/// A placeholder for the list of languages, so that each language can have its own text direction in the page.
const HERE: &str = "\u{fffc}";

#[derive(Serialize)]
struct Listing {
    societies: Vec<Entry>,
    /// The sentence around the list of languages, in two parts.
    languages_before: String,
    languages_after: String,
}

#[derive(Serialize)]
struct Entry {
    slug: String,
    name: String,
    contact: Vec<Line>,
    languages: Vec<Language>,
    offers: Vec<String>,
}

#[derive(Serialize)]
struct Line {
    text: String,
    href: Option<String>,
}

#[derive(Serialize)]
struct Language {
    own_name: String,
    /// The language's code, if the site is translated into it, so that a screen reader pronounces the name correctly.
    code: Option<&'static str>,
}

pub async fn show(visit: Visit) -> Result<HttpResponse, Error> {
    let texts = visit.app.pages.texts();
    let around = texts.plain(visit.lang, "directory-languages", &[("languages", HERE.into())]);
    let (before, after) = around.split_once(HERE).unwrap_or((&around, ""));
    let listed = visit.app.directory.listed(&visit.app.db.site).await?;
    let page = Listing {
        societies: listed.iter().cloned().map(|society| entry(&visit, texts, society)).collect(),
        languages_before: before.to_owned(),
        languages_after: after.to_owned(),
    };
    let response = visit.show("site/societies.html", visit.frame("directory"), &page)?;
    Ok(findable(cached_for(response, 300)))
}

fn entry(visit: &Visit, texts: &Texts, society: Listed) -> Entry {
    let line = |text: String| Line { href: directory::link(&text), text };
    let language = |code: String| match texts.any_language(&code) {
        Some(lang) => Language { own_name: lang.own_name().to_owned(), code: Some(lang.code()) },
        None => Language { own_name: code, code: None },
    };
    Entry {
        slug: society.slug,
        name: society.name,
        contact: society.entry.contact.into_iter().map(line).collect(),
        languages: society.entry.languages.into_iter().map(language).collect(),
        offers: society.entry.offers.iter().map(|offer| visit.text(&offer.text_key())).collect(),
    }
}
