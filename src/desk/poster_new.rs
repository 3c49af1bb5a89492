//! A new poster: which photos, on what paper, in which languages, until when. It offers only photos with a live consent for
//! posters, and refuses a form that names any other.

use actix_web::HttpResponse;
use serde::Serialize;
use std::collections::BTreeSet;
use time::Date;

use super::frame;
use super::parts::{Choice, Thumb, choice};
use crate::i18n::{Audience, Lang};
use crate::ids::PublicationId;
use crate::posters::making::{self, Printing, Site};
use crate::posters::{MOST_PHOTOS, Paper, PerPage, PosterError};
use crate::publications::postable::{self, Postable};
use crate::staff::{Staff, roles};
use crate::web::{Error, Fault, Form, Visit};

const TEMPLATE: &str = "desk/poster_new.html";
const FIELDS: [&str; 9] = [
    "which",
    "photo",
    "paper",
    "per_page",
    "language",
    "second",
    "ends_on_day",
    "ends_on_month",
    "ends_on_year",
];

#[derive(Serialize)]
struct Data {
    photos: Vec<Offered>,
    new_count: usize,
    which: Vec<Choice>,
    papers: Vec<Choice>,
    per_page: Vec<Choice>,
    languages: Vec<Choice>,
    seconds: Vec<Choice>,
    own_language: &'static str,
}

#[derive(Serialize)]
struct Offered {
    id: PublicationId,
    number: String,
    thumb: Thumb,
    sentences: Vec<String>,
    until: String,
}

pub async fn show(staff: Staff<roles::MakePosters>, visit: Visit) -> Result<HttpResponse, Error> {
    let data = data(&visit, &staff).await?;
    visit.show_form(TEMPLATE, frame(&visit, &staff, "posters/new"), &data)
}

pub async fn make(staff: Staff<roles::MakePosters>, visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let printing = printing(&form, &visit);
    let photos = photos(&form, &visit, &staff).await?;
    let (printing, photos) = match (printing, photos) {
        (Ok(printing), Ok(photos)) => (printing, photos),
        (printing, photos) => {
            let faults = photos.err().into_iter().chain(printing.err().unwrap_or_default()).collect();
            return again(&visit, &staff, &form, faults).await;
        }
    };
    let site = Site { public_url: &visit.app.config.public_url, texts: visit.app.pages.texts() };
    match making::make(visit.app.stores(), &staff, photos, (printing, site), visit.now).await {
        Ok(_) => {
            visit.app.refresh_catalogue().await;
            Ok(visit.redirect("posters?made=1"))
        }
        Err(error) => match fault(&error) {
            Some(fault) => again(&visit, &staff, &form, vec![fault]).await,
            None => Err(error.into()),
        },
    }
}

/// The fault at a field; `None` if the error is ours.
fn fault(error: &PosterError) -> Option<Fault> {
    let (field, key) = match error {
        PosterError::NoPhotos => ("photo", "desk-posters-no-photo"),
        PosterError::TooMany => ("photo", "desk-posters-too-many"),
        PosterError::NotPostable => ("photo", "desk-posters-not-postable"),
        PosterError::BadDay => ("ends_on", "desk-posters-bad-day"),
        PosterError::Drawing(kinlight_posters::DrawError::TooLong) => ("per_page", "desk-posters-too-long"),
        _ => return None,
    };
    Some(Fault { field, key })
}

/// The month's new photos, or the ticked ones.
async fn photos(
    form: &Form,
    visit: &Visit,
    staff: &Staff<roles::MakePosters>,
) -> Result<Result<Vec<Postable>, Fault>, Error> {
    let db = &visit.app.db.desk;
    if form.text("which") == "new" {
        let all = postable::today(db, staff.society, visit.now.date()).await?;
        let new = all.into_iter().filter(|photo| photo.is_new(visit.now));
        return Ok(Ok(new.take(MOST_PHOTOS).collect()));
    }
    let ids: Option<BTreeSet<PublicationId>> =
        form.all("photo").iter().map(|id| id.parse::<PublicationId>().ok()).collect();
    let Some(ids) = ids else { return Ok(Err(Fault { field: "photo", key: "desk-posters-not-postable" })) };
    let ids: Vec<PublicationId> = ids.into_iter().collect();
    match making::chosen(db, staff, &ids, visit.now).await {
        Ok(photos) => Ok(Ok(photos)),
        Err(error) => fault(&error).map(Err).ok_or_else(|| error.into()),
    }
}

fn printing(form: &Form, visit: &Visit) -> Result<Printing, Vec<Fault>> {
    let spoken = |code: &str| visit.app.pages.texts().language(Audience::Public, code);
    let paper = Paper::ALL.into_iter().find(|paper| paper.name() == form.text("paper"));
    let per_page = form.text("per_page").parse().ok().and_then(PerPage::of);
    let first = spoken(form.text("language"));
    let second = match form.text("second") {
        "" | "none" => Some(None),
        code => spoken(code).filter(|second| Some(*second) != first).map(Some),
    };
    let ends_on = day(form);
    let faults: Vec<Fault> = [
        (paper.is_none(), "paper", "desk-posters-no-paper"),
        (per_page.is_none(), "per_page", "desk-posters-no-per-page"),
        (first.is_none(), "language", "desk-posters-no-language"),
        (second.is_none(), "second", "desk-posters-same-language"),
        (ends_on.is_none(), "ends_on", "desk-posters-no-day"),
    ]
    .into_iter()
    .filter_map(|(is_so, field, key)| is_so.then_some(Fault { field, key }))
    .collect();
    match (paper, per_page, first, second, ends_on) {
        (Some(paper), Some(per_page), Some(first), Some(second), Some(ends_on)) => {
            Ok(Printing { paper, per_page, languages: (first, second), ends_on })
        }
        _ => Err(faults),
    }
}

/// `Some(None)` if nothing was typed: the usual end. `None` if the text is not a day.
#[expect(clippy::option_option, reason = "no text and no day are told apart")]
fn day(form: &Form) -> Option<Option<Date>> {
    let fields = ["ends_on_day", "ends_on_month", "ends_on_year"];
    if fields.iter().all(|field| form.text(field).is_empty()) {
        return Some(None);
    }
    form.day(fields).map(Some)
}

async fn again(
    visit: &Visit,
    staff: &Staff<roles::MakePosters>,
    form: &Form,
    faults: Vec<Fault>,
) -> Result<HttpResponse, Error> {
    let frame = frame(visit, staff, "posters/new");
    let typed = form.answers().filter(|(field, _)| FIELDS.contains(field));
    let frame = typed.fold(frame, |frame, (field, value)| frame.answer(field, value));
    visit.show_faults(TEMPLATE, frame, faults, &data(visit, staff).await?)
}

async fn data(visit: &Visit, staff: &Staff<roles::MakePosters>) -> Result<Data, Error> {
    let photos = postable::today(&visit.app.db.desk, staff.society, visit.now.date()).await?;
    let texts = visit.app.pages.texts();
    let named = |lang: &Lang| Choice::named(lang.code(), lang.own_name());
    let languages: Vec<Choice> = texts.languages(Audience::Public).iter().map(named).collect();
    let none = choice(visit, "none", "desk-posters-second-none");
    Ok(Data {
        new_count: photos.iter().filter(|photo| photo.is_new(visit.now)).count(),
        photos: photos.iter().map(|photo| offered(visit, photo)).collect(),
        which: ["chosen", "new"].map(|one| choice(visit, one, &format!("desk-posters-which-{one}"))).into(),
        papers: Paper::ALL.map(|paper| Choice::named(paper.name(), paper.name())).into(),
        per_page: PerPage::ALL
            .map(|one| one.count().to_string())
            .map(|count| Choice::named(&count, &*count))
            .into(),
        seconds: std::iter::once(none).chain(languages.iter().cloned()).collect(),
        languages,
        own_language: visit.lang.code(),
    })
}

fn offered(visit: &Visit, photo: &Postable) -> Offered {
    Offered {
        id: photo.id,
        number: photo.number.compact(),
        thumb: Thumb::of_publication(visit, photo.id),
        sentences: photo.relations.iter().map(|one| visit.text(&one.sentence_key())).collect(),
        until: photo.consent.ends_on().to_string(),
    }
}
