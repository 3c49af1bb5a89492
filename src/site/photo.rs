//! One photo's page: the face, whom the person looks for, and the four doors. Also its picture as a file to save.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

use super::portrait::{self, PictureSize, Portrait};
use super::{captcha_page, gallery, number};
use crate::clock::Moment;
use crate::photos::{self, Format};
use crate::publications::catalogue::{Found, Published, Shown};
use crate::web::visit::cached_for;
use crate::web::{Error, Visit, known_copies};

const CACHED_FOR: u32 = 300;

#[derive(Serialize)]
struct PhotoPage {
    photo: Portrait,
    grouped: String,
    age: String,
    origin: String,
    added: String,
    /// The page's address without the scheme, to be typed from a printed sheet.
    address: String,
    downloads: Vec<Download>,
}

#[derive(Serialize)]
struct Download {
    href: String,
    width: u32,
    height: u32,
    /// At least 1; `None` if the size isn't known.
    kilobytes: Option<u32>,
}

/// The query of a photo's address.
#[derive(Deserialize)]
pub struct Wish {
    #[serde(default)]
    pictures: String,
}

pub async fn show(
    visit: Visit,
    path: web::Path<(String, String)>,
    wish: web::Query<Wish>,
) -> Result<HttpResponse, Error> {
    // An unknown value is no reason to hide a face.
    let pictures = PictureSize::parse(&wish.pictures).unwrap_or_default();
    let photo = match sought(&visit, &path.1).await? {
        Sought::Live(photo) => photo,
        Sought::Hidden => return gallery::hidden(&visit, StatusCode::SERVICE_UNAVAILABLE),
        Sought::TooOften => return captcha_page::ask(&visit, &visit.here, None).await,
    };
    let number = photo.number.compact();
    let here = format!("/{}/photo/{number}", visit.lang.code());
    let weights = photo.pictures.weights.iter().map(|bytes| Some(bytes.div_ceil(1_000)));
    let download = |(&(width, height), kilobytes): (&(u32, u32), Option<u32>)| Download {
        href: format!("{here}/download/{width}"),
        width,
        height,
        kilobytes,
    };
    let sizes = photo.pictures.sizes.iter().zip(weights.chain(std::iter::repeat(None)));
    let data = PhotoPage {
        photo: portrait::large(&visit, &photo, pictures),
        grouped: photo.number.grouped(),
        age: visit.text(&photo.facts.age_band.label_key()),
        origin: visit.text(&photo.facts.origin.label_key()),
        added: added(&visit, photo.published_at),
        address: format!("{}{here}", bare(&visit.app.config.public_url)),
        downloads: sizes.map(download).collect(),
    };
    let response =
        visit.show("site/photo.html", visit.frame(&format!("photo/{number}{}", data.photo.query)), &data)?;
    Ok(portrait::varies(cached_for(response, CACHED_FOR)))
}

/// The address without scheme and final slash, as people write it.
fn bare(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest).trim_end_matches('/')
}

/// The picture as a JPEG, while the photo is live. The file's name contains only the number.
pub async fn download(
    visit: Visit,
    path: web::Path<(String, String, String)>,
) -> Result<HttpResponse, Error> {
    let (_, number, width) = path.into_inner();
    let photo = match sought(&visit, &number).await? {
        Sought::Live(photo) => photo,
        Sought::Hidden => return Err(Error::Unavailable("pictures are hidden".to_owned())),
        Sought::TooOften => return captcha_page::ask(&visit, &visit.here, None).await,
    };
    // The width must be written as in our links, so that each file has one address.
    let mut widths = photo.pictures.sizes.iter().map(|(one, _)| *one);
    let width = widths.find(|one| one.to_string() == width).ok_or(Error::NotFound)?;
    let tag = known_copies::tag(&format!("{}-{width}", photo.pictures.version));
    if let Some(known) = known_copies::known(visit.request(), &tag, CACHED_FOR) {
        return Ok(known);
    }
    let key = photos::public_key(photo.number, &photo.pictures.version, width, Format::Jpeg)?;
    let bytes = visit.app.blobs.get(&key).await?.ok_or(Error::NotFound)?;
    let name = format!("attachment; filename=\"photo-{}-{width}.jpg\"", photo.number.compact());
    let response = HttpResponse::Ok()
        .content_type(Format::Jpeg.media_type())
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header(header::ETag(tag))
        .body(bytes);
    Ok(cached_for(response, CACHED_FOR))
}

/// What stands at the address of a photo.
pub(super) enum Sought {
    Live(Arc<Published>),
    /// Pictures are hidden.
    Hidden,
    /// No live photo, and this network has asked for too many such numbers: a CAPTCHA comes first.
    TooOften,
}

/// The live photo with this number; [`Error::Gone`] if it has ended. A live photo is never counted, since the gallery shows its
/// number to everybody. Both others count as a number that was looked up, and are alike above the limit.
pub(super) async fn sought(visit: &Visit, number: &str) -> Result<Sought, Error> {
    let number = portrait::number_in_path(number).ok_or(Error::NotFound)?;
    let Shown::Photos(snapshot) = visit.app.catalogue.at(visit.now) else { return Ok(Sought::Hidden) };
    let missed = match snapshot.find(number) {
        Found::Live(photo) => return Ok(Sought::Live(photo)),
        Found::Ended => Error::Gone,
        Found::Unknown => Error::NotFound,
    };
    if number::is_too_often(visit).await { Ok(Sought::TooOften) } else { Err(missed) }
}

/// How long ago the photo was added: a date would tell too much.
fn added(visit: &Visit, published_at: Moment) -> String {
    let (key, count) = age(visit.now.since(published_at).whole_days());
    visit.counted(key, count)
}

/// The text's key and the number in it: weeks up to a month, months up to a year, then years.
fn age(days: i64) -> (&'static str, i64) {
    match days {
        ..7 => ("photo-added-this-week", 0),
        7..30 => ("photo-added-weeks", days / 7),
        30..365 => ("photo-added-months", (days / 30).min(11)),
        365.. => ("photo-added-years", days / 365),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_told_in_weeks_months_and_years() {
        let cases = [
            (0, ("photo-added-this-week", 0)),
            (6, ("photo-added-this-week", 0)),
            (7, ("photo-added-weeks", 1)),
            (29, ("photo-added-weeks", 4)),
            (30, ("photo-added-months", 1)),
            (95, ("photo-added-months", 3)),
            (364, ("photo-added-months", 11)),
            (365, ("photo-added-years", 1)),
            (800, ("photo-added-years", 2)),
        ];
        for (days, expected) in cases {
            assert_eq!(age(days), expected, "{days} days");
        }
    }
}
