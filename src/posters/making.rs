//! Makes posters: chosen photos are drawn into a PDF, which is on the erasure list until the commit. Consent is
//! checked twice, before the drawing and in the transaction that publishes the poster.

use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use std::collections::HashSet;
use time::Date;

use super::words::{sentences, words};
use super::{MOST_PHOTOS, Paper, PerPage, PosterError, entity, photo_entity};
use crate::audit::{self, Verb, entry};
use crate::blobs::BlobKey;
use crate::chance;
use crate::clock::Moment;
use crate::db;
use crate::i18n::{Lang, Texts};
use crate::ids::{PosterId, PublicationId};
use crate::photos::{self, Stores, UNFINISHED_FOR};
use crate::publications::bump_catalogue;
use crate::publications::consent::{PosterConsent, months_after};
use crate::publications::postable::{self, Postable};
use crate::societies;
use crate::staff::{Staff, roles};

/// How long a poster hangs if staff choose no day.
const HANGS_FOR_MONTHS: u8 = 3;
/// Resolution of the photos on a poster, in pixels an inch. A finer one weighs more, and a printer shows no more of a face.
const POINTS_AN_INCH: f32 = 200.0;

/// How a poster is printed.
#[derive(Clone, Copy, Debug)]
pub struct Printing {
    pub paper: Paper,
    pub per_page: PerPage,
    pub languages: (Lang, Option<Lang>),
    /// The last day on which it may hang; if there is none, [`usual_end`].
    pub ends_on: Option<Date>,
}

/// The site that the address on the paper leads to, and its texts.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    pub public_url: &'a str,
    pub texts: &'a Texts,
}

/// The photos with these ids, newest first, each with its consent. Fails if one of them may not hang.
pub async fn chosen(
    db: &impl ConnectionTrait,
    by: &Staff<roles::MakePosters>,
    ids: &[PublicationId],
    now: Moment,
) -> Result<Vec<Postable>, PosterError> {
    let all = postable::today(db, by.society, now.date()).await?;
    let wanted: HashSet<PublicationId> = ids.iter().copied().collect();
    let found: Vec<Postable> = all.into_iter().filter(|photo| wanted.contains(&photo.id)).collect();
    if found.len() == wanted.len() { Ok(found) } else { Err(PosterError::NotPostable) }
}

/// Three months from now, or the last day of the first consent to end.
pub fn usual_end(photos: &[Postable], now: Moment) -> Date {
    let usual = months_after(now.date(), HANGS_FOR_MONTHS);
    first_end(photos).map_or(usual, |first| usual.min(first))
}

fn first_end(photos: &[Postable]) -> Option<Date> {
    photos.iter().map(|photo| photo.consent).map(PosterConsent::ends_on).min()
}

/// Draws and publishes. A failure on the way leaves nothing public.
pub async fn make(
    stores: Stores<'_>,
    by: &Staff<roles::MakePosters>,
    photos: Vec<Postable>,
    (printing, site): (Printing, Site<'_>),
    now: Moment,
) -> Result<PosterId, PosterError> {
    if photos.is_empty() {
        return Err(PosterError::NoPhotos);
    }
    if photos.len() > MOST_PHOTOS {
        return Err(PosterError::TooMany);
    }
    let ends_on = printing.ends_on.unwrap_or_else(|| usual_end(&photos, now));
    if ends_on < now.date() || first_end(&photos).is_some_and(|first| first < ends_on) {
        return Err(PosterError::BadDay);
    }
    let pdf = drawn(stores, by, &photos, (printing, site, ends_on)).await?;
    let id = chance::id();
    let (key, bytes) = (BlobKey::poster(id), i64::try_from(pdf.len()).unwrap_or(i64::MAX));
    photos::erase_later(stores.db, &key, now + UNFINISHED_FOR).await?;
    stores.blobs.put(&key, pdf, "application/pdf").await?;

    let txn = db::write(stores.db).await?;
    let ids: Vec<PublicationId> = photos.iter().map(|photo| photo.id).collect();
    // A consent may have ended while the poster was drawn.
    let still = chosen(&txn, by, &ids, now).await?;
    if first_end(&still).is_none_or(|first| first < ends_on) {
        return Err(PosterError::NotPostable);
    }
    let (first, second) = printing.languages;
    let languages: Vec<&str> = std::iter::once(first).chain(second).map(Lang::code).collect();
    entity::Entity::insert(entity::ActiveModel {
        id: Set(id),
        society_id: Set(by.society),
        paper: Set(printing.paper.name().to_owned()),
        per_page: Set(printing.per_page.count() as i64),
        languages: Set(languages.join(",")),
        photos: Set(ids.len() as i64),
        bytes: Set(bytes),
        ends_on: Set(ends_on),
        made_by: Set(by.id),
        made_at: Set(now.hour().0),
        ended_at: Set(None),
        end_reason: Set(None),
    })
    .exec_without_returning(&txn)
    .await?;
    let rows =
        ids.iter().map(|photo| photo_entity::ActiveModel { poster_id: Set(id), publication_id: Set(*photo) });
    photo_entity::Entity::insert_many(rows).exec_without_returning(&txn).await?;
    photos::keep_file(&txn, &key).await?;
    bump_catalogue(&txn).await?;
    audit::append(&txn, by.society, now, entry(Some(by.id), Verb::PosterMade, id)).await?;
    txn.commit().await?;
    Ok(id)
}

async fn drawn(
    stores: Stores<'_>,
    by: &Staff<roles::MakePosters>,
    photos: &[Postable],
    (printing, site, ends_on): (Printing, Site<'_>, Date),
) -> Result<Vec<u8>, PosterError> {
    let Printing { paper, per_page, languages: (first, second), .. } = printing;
    let wide = (per_page.inches_wide(paper) * POINTS_AN_INCH) as u32;
    let url = site.public_url.trim_end_matches('/');
    let mut pictures = Vec::with_capacity(photos.len());
    for photo in photos {
        pictures.push(kinlight_posters::Photo {
            jpeg: postable::picture(stores, by, photo, wide).await?,
            number: photo.number.grouped(),
            link: format!("{url}/{first}/photo/{}", photo.number.compact()),
            sentences: [
                sentences(site.texts, first, photo),
                second.map_or_else(Vec::new, |second| sentences(site.texts, second, photo)),
            ],
        });
    }
    let said = |lang| words(site.texts, lang, (photos.len(), ends_on));
    let society = societies::by_id(stores.db, by.society).await?.ok_or(PosterError::NotFound)?;
    let poster = kinlight_posters::Poster {
        paper,
        per_page,
        first: said(first),
        second: second.map(said),
        photos: pictures,
        address: url.trim_start_matches("https://").trim_start_matches("http://").to_owned(),
        gallery: format!("{url}/{first}/"),
        society: society.name,
    };
    // Drawing takes half a second, so it runs on a blocking thread.
    Ok(tokio::task::spawn_blocking(move || poster.draw()).await.map_err(|_| PosterError::BrokeOff)??)
}
