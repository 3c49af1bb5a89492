//! The Society's posters: which may still hang, which no longer may, and why. Taking one back works at once; people have to take
//! the paper off the wall.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::frame;
use crate::blobs::BlobKey;
use crate::ids::PosterId;
use crate::posters::{EndReason, ending, entity, queries};
use crate::staff::{Staff, roles};
use crate::web::record::id_in;
use crate::web::{Error, Form, Visit};

/// The number of ended posters in the list: the newest, which may still be on a wall.
const MOST_ENDED: usize = 40;

#[derive(Deserialize)]
pub struct Params {
    #[serde(default)]
    made: String,
}

#[derive(Serialize)]
struct Data {
    hanging: Vec<Listed>,
    ended: Vec<Listed>,
    is_just_made: bool,
}

/// One poster, for this list and for the page of a photo on it.
#[derive(Serialize)]
pub struct Listed {
    id: PosterId,
    paper: String,
    photos: i64,
    languages: Vec<String>,
    ends_on: String,
    kilobytes: i64,
    /// Why it may no longer hang, in words; `None` while it may.
    why: Option<String>,
}

pub async fn list(
    staff: Staff<roles::MakePosters>,
    visit: Visit,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let all = queries::of_society(&visit.app.db.desk, staff.society).await?;
    let (hanging, ended): (Vec<_>, Vec<_>) = all.into_iter().partition(|poster| poster.ended_at.is_none());
    let data = Data {
        is_just_made: !asked.made.is_empty() && !hanging.is_empty(),
        hanging: hanging.iter().map(|poster| listed(&visit, poster)).collect(),
        ended: ended.iter().take(MOST_ENDED).map(|poster| listed(&visit, poster)).collect(),
    };
    visit.show_form("desk/posters.html", frame(&visit, &staff, "posters"), &data)
}

pub fn listed(visit: &Visit, poster: &entity::Model) -> Listed {
    Listed {
        id: poster.id,
        paper: poster.paper.clone(),
        photos: poster.photos,
        languages: poster.languages.split(',').map(|code| visit.app.pages.texts().own_name(code)).collect(),
        ends_on: poster.ends_on.to_string(),
        kilobytes: poster.bytes.max(0).unsigned_abs().div_ceil(1_000).try_into().unwrap_or(i64::MAX),
        why: poster.ended_at.map(|_| {
            visit.text(&poster.end_reason.unwrap_or(EndReason::TakenBack).key("desk-posters-ended"))
        }),
    }
}

/// The PDF at the desk's own address, while the poster may hang.
pub async fn file(
    staff: Staff<roles::MakePosters>,
    visit: Visit,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let poster = queries::one(&visit.app.db.desk, staff.society, id_in(&path)?).await?;
    if poster.ended_at.is_some() {
        return Err(Error::Gone);
    }
    let bytes = visit.app.blobs.get(&BlobKey::poster(poster.id)).await?.ok_or(Error::Gone)?;
    let name = format!("attachment; filename=\"poster-{}.pdf\"", poster.paper.to_lowercase());
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((header::CONTENT_DISPOSITION, name))
        .body(bytes))
}

/// Takes a poster back in one action. A second press does no harm.
pub async fn take_back(
    staff: Staff<roles::MakePosters>,
    visit: Visit,
    path: web::Path<(String, String)>,
    _form: Form,
) -> Result<HttpResponse, Error> {
    ending::take_back(&visit.app.db.desk, &staff, id_in(&path)?, visit.now).await?;
    visit.app.refresh_catalogue().await;
    Ok(visit.redirect("posters"))
}
