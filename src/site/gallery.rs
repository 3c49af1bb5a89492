//! The gallery: twelve photos a page, newest first. Without a filter it asks for nothing, sets no cookie and may be cached for
//! five minutes; a filter needs a pass.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::portrait::{self, Portrait};
use super::search::{self, Search};
use super::{captcha_page, places};
use crate::publications::catalogue::{Filter, Page, Shown, Snapshot};
use crate::publications::facts::{AgeBand, Relation, Sex};
use crate::rate_limits::Verdict;
use crate::web::paging::{PER_PAGE, PageNumber, pages_for};
use crate::web::visit::{as_page, cached_for};
use crate::web::{Error, Visit, cached_page};

const CACHED_FOR: u32 = 300;
/// The number of pages per language that are cached. Visitors seldom go further, and a crawler can't fill the memory.
const KEPT_TO: usize = 10;

#[derive(Serialize)]
struct GalleryPage {
    title: String,
    photos: Vec<Portrait>,
    count: usize,
    page: usize,
    pages: usize,
    pages_href: String,
    /// `small`, or empty.
    pictures: &'static str,
    /// The same page with the other picture size.
    other_pictures: String,
    chosen: Vec<Chosen>,
    filters: Filters,
}

/// One active filter value, with the link that removes it.
#[derive(Serialize)]
struct Chosen {
    label: String,
    without: String,
}

#[derive(Serialize)]
struct Filters {
    seeking: Vec<Choice>,
    sex: Vec<Choice>,
    age: Vec<Choice>,
    regions: Vec<Choice>,
    countries: Vec<Choice>,
    place: &'static str,
}

#[derive(Serialize)]
pub(super) struct Choice {
    pub value: &'static str,
    pub label: String,
}

pub async fn show(visit: Visit, asked: web::Query<Vec<(String, String)>>) -> Result<HttpResponse, Error> {
    let Ok(search) = Search::parse(&asked) else {
        return nothing_here(
            &visit,
            StatusCode::BAD_REQUEST,
            ["gallery-unknown-title", "gallery-unknown-text"],
        );
    };
    if !search.filter.is_empty() && !may_search(&visit).await {
        return captcha_page::ask(&visit, &search.path(), None).await;
    }
    let Shown::Photos(snapshot) = visit.app.catalogue.at(visit.now) else {
        return hidden(&visit, StatusCode::OK);
    };
    let found = snapshot.page(&search.filter, search.page.get(), PER_PAGE);
    let pages = pages_for(found.count);
    if search.page.get() > pages {
        return nothing_here(&visit, StatusCode::NOT_FOUND, ["gallery-beyond-title", "gallery-beyond-text"]);
    }
    let make = || html(&visit, search, &snapshot, found);
    // A filtered page depends on a pass, so it is never cached.
    if !search.filter.is_empty() {
        return Ok(as_page(StatusCode::OK, make()?));
    }
    let response = if search.page.get() <= KEPT_TO {
        let form = (search.path(), portrait::format_for(&visit).extension());
        cached_page::show(&visit, &snapshot, form, make).await?
    } else {
        as_page(StatusCode::OK, make()?)
    };
    Ok(portrait::varies(cached_for(response, CACHED_FOR)))
}

fn html(visit: &Visit, search: Search, snapshot: &Snapshot, found: Page) -> Result<String, Error> {
    let (page, pages) = (search.page.get(), pages_for(found.count));
    let data = GalleryPage {
        title: title(visit, page, pages),
        photos: found.entries.iter().map(|photo| portrait::card(visit, photo, search.pictures)).collect(),
        count: found.count,
        page,
        pages,
        pages_href: format!("/{}/{}", visit.lang.code(), search.pages_path()),
        pictures: search.pictures.code(),
        other_pictures: format!("/{}/{}", visit.lang.code(), search.with(search.pictures.other()).path()),
        chosen: chosen(visit, search),
        filters: filters(visit, snapshot, &search.filter),
    };
    let mut frame = visit.frame(&search.path());
    for (name, code) in search::chosen(&search.filter) {
        frame = frame.answer(name, code);
    }
    visit.render("site/gallery.html", frame, &data)
}

/// Counts one search against the visitor's pass.
pub(super) async fn may_search(visit: &Visit) -> bool {
    match visit.pass() {
        Some(pass) => pass.search(&visit.app.limits.rates).await == Verdict::Allowed,
        None => false,
    }
}

/// A page in the gallery's place that says why there are no photos, and links onward.
#[derive(Serialize)]
struct Note {
    title: String,
    text: String,
    /// There are photos elsewhere in the gallery.
    leads_to_all: bool,
}

/// The address asks for something that isn't there.
fn nothing_here(visit: &Visit, status: StatusCode, [title, text]: [&str; 2]) -> Result<HttpResponse, Error> {
    let data = Note { title: visit.text(title), text: visit.text(text), leads_to_all: true };
    visit.show_as(status, "site/gallery_note.html", visit.frame(""), &data)
}

/// The database has been unreachable for an hour: a withdrawal might have been missed, so no picture is shown.
pub(super) fn hidden(visit: &Visit, status: StatusCode) -> Result<HttpResponse, Error> {
    let (title, text) = (visit.text("gallery-hidden-title"), visit.text("gallery-hidden-text"));
    let data = Note { title, text, leads_to_all: false };
    visit.show_as(status, "site/gallery_note.html", visit.frame(""), &data)
}

fn title(visit: &Visit, page: usize, pages: usize) -> String {
    let args = [("page", page.into()), ("pages", pages.into())];
    visit.app.pages.texts().plain(visit.lang, "gallery-title", &args)
}

fn filters(visit: &Visit, snapshot: &Snapshot, filter: &Filter) -> Filters {
    let any = || Choice { value: "", label: visit.text("gallery-any") };
    let choice = |value: &'static str, key: String| Choice { value, label: visit.text(&key) };
    let with_any = |choices: Vec<Choice>| std::iter::once(any()).chain(choices).collect();
    let place = search::chosen(filter).into_iter().find(|(name, _)| *name == "place");
    Filters {
        seeking: with_any(Relation::ALL.map(|one| choice(one.code(), one.label_key())).into()),
        sex: with_any(Sex::ALL.map(|one| choice(one.code(), one.label_key())).into()),
        age: with_any(AgeBand::ALL.map(|one| choice(one.code(), one.label_key())).into()),
        regions: places::regions(visit, snapshot),
        countries: places::countries(visit, snapshot),
        place: place.map_or("", |(_, code)| code),
    }
}

fn chosen(visit: &Visit, search: Search) -> Vec<Chosen> {
    let filter = &search.filter;
    let without = |rest: Filter| {
        let search = Search { filter: rest, page: PageNumber::FIRST, ..search };
        format!("/{}/{}", visit.lang.code(), search.path())
    };
    let said = |key: &str, value: String| {
        visit.app.pages.texts().get(visit.lang, key, &[("value", visit.text(&value).into())])
    };
    let mut chosen = Vec::new();
    let mut add = |label: Option<String>, rest: Filter| {
        chosen.extend(label.map(|label| Chosen { label, without: without(rest) }));
    };
    let relation = filter.relation.map(|one| visit.text(&one.key("gallery-seeking")));
    add(relation, Filter { relation: None, ..*filter });
    let sex = filter.sex.map(|one| said("gallery-chosen-sex", one.label_key()));
    add(sex, Filter { sex: None, ..*filter });
    let age = filter.age_band.map(|one| said("gallery-chosen-age", one.label_key()));
    add(age, Filter { age_band: None, ..*filter });
    let place = filter.place.map(|one| said("gallery-chosen-place", places::label_key(one)));
    add(place, Filter { place: None, ..*filter });
    chosen
}
