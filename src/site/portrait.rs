//! How the site describes one publication: its picture's addresses, its sentences, its description, its facts in words. The only
//! place that turns a `Published` into something shown; it has no other source.

use actix_web::http::header;
use serde::Serialize;

use crate::i18n::FluentValue;
use crate::photo_number::PhotoNumber;
use crate::photos::{CARD_WIDTH, Format, PAGE_WIDTH, THUMB_WIDTH};
use crate::publications::catalogue::Published;
use crate::web::Visit;

/// What `photo.card`, `photo.picture` and the photo page show.
#[derive(Clone, Debug, Serialize)]
pub struct Portrait {
    pub href: String,
    /// The query after `href` if the visitor chose small pictures.
    pub query: String,
    pub src: String,
    pub srcset: String,
    pub width: u32,
    pub height: u32,
    pub alt: String,
    pub sentences: Vec<String>,
    /// Eight digits.
    pub number: String,
}

words! {
    /// The picture size, for a visitor whose data is expensive. It is part of the address, so it needs no cookie:
    /// `pictures=small`; the usual size is left out.
    #[derive(Default)]
    pub enum PictureSize {
        #[default]
        Usual = "",
        /// A quarter of the usual area.
        Small = "small",
    }
}

impl PictureSize {
    pub fn other(self) -> PictureSize {
        match self {
            PictureSize::Usual => PictureSize::Small,
            PictureSize::Small => PictureSize::Usual,
        }
    }
}

/// The picture for a card in the gallery. The small one also stands beside a form, whose page must stay small.
pub fn card(visit: &Visit, photo: &Published, pictures: PictureSize) -> Portrait {
    match pictures {
        PictureSize::Usual => portrait(visit, photo, CARD_WIDTH, ""),
        PictureSize::Small => portrait(visit, photo, THUMB_WIDTH, "?pictures=small"),
    }
}

/// The picture for the photo page.
pub fn large(visit: &Visit, photo: &Published, pictures: PictureSize) -> Portrait {
    match pictures {
        PictureSize::Usual => portrait(visit, photo, PAGE_WIDTH, ""),
        PictureSize::Small => portrait(visit, photo, CARD_WIDTH, "?pictures=small"),
    }
}

fn portrait(visit: &Visit, photo: &Published, widest: u32, query: &str) -> Portrait {
    let (format, number) = (format_for(visit), photo.number.compact());
    let (width, height) = photo.pictures.at_least(widest);
    let file = |width: u32| address(photo, width, format);
    let srcset: Vec<String> = photo
        .pictures
        .sizes
        .iter()
        .filter(|(width, _)| *width <= widest)
        .map(|(width, _)| format!("{} {width}w", file(*width)))
        .collect();
    Portrait {
        href: format!("/{}/photo/{number}", visit.lang.code()),
        query: query.to_owned(),
        src: file(width),
        srcset: srcset.join(", "),
        width,
        height,
        alt: alt(visit, photo),
        sentences: photo.facts.relations.iter().map(|one| visit.text(&one.sentence_key())).collect(),
        number,
    }
}

pub fn address(photo: &Published, width: u32, format: Format) -> String {
    let (number, version) = (photo.number.compact(), &photo.pictures.version);
    format!("/pictures/{number}/{version}/{width}.{}", format.extension())
}

/// WebP if the browser accepts it. A page that calls this varies by `Accept`: see [`varies`].
pub(super) fn format_for(visit: &Visit) -> Format {
    let accept = visit.request().headers().get(header::ACCEPT).and_then(|value| value.to_str().ok());
    if accept.is_some_and(|kinds| kinds.contains("image/webp")) { Format::WebP } else { Format::Jpeg }
}

/// Adds `Vary: Accept`, so that shared caches keep one page per picture format.
pub fn varies(mut response: actix_web::HttpResponse) -> actix_web::HttpResponse {
    response.headers_mut().append(header::VARY, header::HeaderValue::from_static("accept"));
    response
}

/// Repeats the published facts and guesses nothing.
fn alt(visit: &Visit, photo: &Published) -> String {
    let texts = visit.app.pages.texts();
    let sex = FluentValue::from(photo.facts.sex.code());
    let who = texts.plain(
        visit.lang,
        "alt-photo",
        &[
            ("number", photo.number.grouped().into()),
            ("sex", sex.clone()),
            ("age", photo.facts.age_band.code().into()),
        ],
    );
    let seeks = photo
        .facts
        .relations
        .iter()
        .map(|relation| texts.plain(visit.lang, &relation.alt_key(), &[("sex", sex.clone())]));
    std::iter::once(who).chain(seeks).collect::<Vec<_>>().join(" ")
}

/// The number in an address: exactly its eight digits.
pub fn number_in_path(text: &str) -> Option<PhotoNumber> {
    PhotoNumber::parse(text).ok().filter(|number| number.compact() == text)
}
