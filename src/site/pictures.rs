//! The picture files. Invariant: only a picture that the catalogue shows now is served, so an ended photo's files answer 410 at
//! once, even while they are still in the store; browsers cache them for an hour at most. A number that was never used answers
//! the same: a page in a browser's cache may ask for many ended pictures, so they can't be counted like numbers that are typed.

use actix_web::http::header::ETag;
use actix_web::{HttpRequest, HttpResponse, web};

use super::portrait;
use crate::photos::{self, Format};
use crate::publications::catalogue::{Found, Shown};
use crate::web::visit::cached_for;
use crate::web::{Error, Visit, known_copies};

const CACHED_FOR: u32 = 3600;

pub async fn file(
    request: HttpRequest,
    path: web::Path<(String, String, String)>,
) -> Result<HttpResponse, Error> {
    let visit = Visit::in_english(&request)?;
    let (number, version, file) = path.into_inner();
    let (width, format) = parse_file(&file).ok_or(Error::NotFound)?;
    let number = portrait::number_in_path(&number).ok_or(Error::NotFound)?;
    let Shown::Photos(snapshot) = visit.app.catalogue.at(visit.now) else {
        return Err(Error::Unavailable("pictures are hidden".to_owned()));
    };
    let Found::Live(photo) = snapshot.find(number) else { return Err(Error::Gone) };
    let is_ours =
        photo.pictures.version == version && photo.pictures.sizes.iter().any(|(one, _)| *one == width);
    if !is_ours {
        return Err(Error::NotFound);
    }
    let tag = known_copies::tag(&format!("{version}-{file}"));
    if let Some(known) = known_copies::known(&request, &tag, CACHED_FOR) {
        return Ok(known);
    }
    let key = photos::public_key(photo.number, &version, width, format)?;
    let bytes = visit.app.blobs.get(&key).await?.ok_or(Error::NotFound)?;
    let response = HttpResponse::Ok().content_type(format.media_type()).insert_header(ETag(tag)).body(bytes);
    Ok(cached_for(response, CACHED_FOR))
}

fn parse_file(file: &str) -> Option<(u32, Format)> {
    let (width, extension) = file.split_once('.')?;
    let format = Format::ALL.into_iter().find(|format| format.extension() == extension)?;
    let is_plain = !width.starts_with('0') && width.bytes().all(|b| b.is_ascii_digit());
    Some((width.parse().ok().filter(|_| is_plain)?, format))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_a_width_and_a_format() {
        assert_eq!(parse_file("640.webp"), Some((640, Format::WebP)));
        assert_eq!(parse_file("160.jpg"), Some((160, Format::Jpeg)));
        for file in ["", "640", "640.png", "640.JPG", "0640.jpg", "+640.jpg", "-1.jpg", ".jpg", "640.jpg.jpg"]
        {
            assert_eq!(parse_file(file), None, "{file:?}");
        }
    }
}
