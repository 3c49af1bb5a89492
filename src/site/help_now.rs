//! Help now: whom to call, by the country of the person in danger. The page contains every country that has a number, and
//! choosing one opens it in the browser. So no choice is sent, stored or logged, and the page is the same for every photo.

use actix_web::HttpResponse;
use serde::Serialize;

use crate::posters::day_in_words;
use crate::societies::directory::Listed;
use crate::societies::help_now::HelpLine;
use crate::web::visit::cached_for;
use crate::web::{Error, Visit};

const CACHED_FOR: u32 = 300;

#[derive(Serialize)]
pub struct Country {
    name: String,
    societies: Vec<Society>,
}

#[derive(Serialize)]
struct Society {
    slug: String,
    name: String,
    lines: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    helper: &'static str,
    number: String,
    href: Option<String>,
    checked_on: String,
}

#[derive(Serialize)]
struct HelpPage {
    countries: Vec<Country>,
}

pub async fn show(visit: Visit) -> Result<HttpResponse, Error> {
    let page = HelpPage { countries: countries(&visit).await? };
    let response = visit.show("site/help_now.html", visit.frame("help-now"), &page)?;
    Ok(cached_for(response, CACHED_FOR))
}

/// The Societies' countries, by their names in the visitor's language.
pub async fn countries(visit: &Visit) -> Result<Vec<Country>, Error> {
    let listed = visit.app.directory.listed(&visit.app.db.site).await?;
    let mut countries: Vec<Country> = Vec::new();
    for one in listed.iter() {
        let Some(country) = one.entry.help.country else { continue };
        let (name, society) = (visit.text(&country.label_key()), society(visit, one));
        match countries.iter_mut().find(|country| country.name == name) {
            Some(country) => country.societies.push(society),
            None => countries.push(Country { name, societies: vec![society] }),
        }
    }
    countries.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(countries)
}

fn society(visit: &Visit, listed: &Listed) -> Society {
    let line = |line: &HelpLine| Line {
        helper: line.helper.code(),
        number: line.number.clone(),
        href: line.link(),
        checked_on: day_in_words(visit.app.pages.texts(), visit.lang, line.checked_on),
    };
    Society {
        slug: listed.slug.clone(),
        name: listed.name.clone(),
        lines: listed.entry.help.lines.iter().map(line).collect(),
    }
}
