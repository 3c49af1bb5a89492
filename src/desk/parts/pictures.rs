//! Small pictures of people: their addresses and sizes for the templates, and the answers at these addresses. Invariant: a
//! browser keeps no picture that was never public.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use serde::Serialize;

use crate::audit::Logged;
use crate::audit::eyes::ListShown;
use crate::ids::{PublicationId, SocietyId};
use crate::photo_number::PhotoNumber;
use crate::photos::{CARD_WIDTH, Format, Pictures, THUMB_WIDTH, public_key};
use crate::publications::lifecycle::Stage;
use crate::publications::{entity, queries};
use crate::web::{Error, Visit};

/// The site's pictures are kept longer, by anyone. A list that is shown again soon then fetches nothing twice.
const KEPT: &str = "private, max-age=300";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    Small,
    /// For the page of one response.
    Large,
}

impl Size {
    /// The size that an address asks for.
    pub fn asked(word: Option<&str>) -> Size {
        if word == Some("large") { Size::Large } else { Size::Small }
    }

    /// In pixels.
    fn width(self) -> u32 {
        match self {
            Size::Small => THUMB_WIDTH,
            Size::Large => CARD_WIDTH,
        }
    }
}

/// A picture's address, and the room that a page keeps for it, in pixels.
#[derive(Clone, Debug, Serialize)]
pub struct Thumb {
    src: String,
    width: u32,
    height: u32,
}

impl Thumb {
    /// A draft's picture in a list. The address is valid as long as a page's pictures.
    pub fn of_draft(visit: &Visit, list: &Logged<ListShown>, row: &entity::Model) -> Thumb {
        let id = row.id;
        let ticket = list.small_picture(&visit.app.secrets.desk_tokens, (id, row.case_id), visit.now);
        Thumb::at(format!("/{}/drafts/{id}/preview?ticket={ticket}", visit.lang), Size::Small)
    }

    /// A live publication's picture, for members who may end publications.
    pub fn of_publication(visit: &Visit, id: PublicationId) -> Thumb {
        Thumb::at(format!("/{}/publications/{id}/thumb", visit.lang), Size::Small)
    }

    /// The same, for members who answer responses.
    pub fn beside_response(visit: &Visit, id: PublicationId, size: Size) -> Thumb {
        let query = if size == Size::Large { "?size=large" } else { "" };
        Thumb::at(format!("/{}/queue/thumb/{id}{query}", visit.lang), size)
    }

    /// Every published picture is cut to 4:5.
    fn at(src: String, size: Size) -> Thumb {
        Thumb { src, width: size.width(), height: size.width() * 5 / 4 }
    }
}

/// Answers with a live publication's public picture; any other is not found.
pub async fn small_jpeg(
    visit: &Visit,
    society: SocietyId,
    id: PublicationId,
    size: Size,
) -> Result<HttpResponse, Error> {
    let row = queries::one(&visit.app.db.desk, society, id).await?;
    let number = row.photo_number.as_deref().and_then(|text| PhotoNumber::parse(text).ok());
    let pictures = row.pictures.as_deref().and_then(Pictures::parse);
    let (Some(number), Some(pictures), Stage::Live) = (number, pictures, row.stage) else {
        return Err(Error::NotFound);
    };
    let (width, _) = pictures.at_least(size.width());
    let key = public_key(number, &pictures.version, width, Format::Jpeg)?;
    let bytes = visit.app.blobs.get(&key).await?.ok_or(Error::NotFound)?;
    Ok(kept(bytes, KEPT))
}

/// A picture of a person; `no-store`, so that no browser keeps it.
pub fn jpeg(bytes: impl Into<web::Bytes>) -> HttpResponse {
    kept(bytes, "no-store")
}

fn kept(bytes: impl Into<web::Bytes>, cache: &'static str) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("image/jpeg")
        .insert_header((header::CACHE_CONTROL, cache))
        .body(bytes.into())
}
