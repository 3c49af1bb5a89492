//! Photos that may hang on posters. Invariant: a `Postable` contains its consent for posters, and only a consent that
//! is live today makes one.

use sea_orm::{ColumnTrait, ConnectionTrait, DerivePartialModel, EntityTrait, QueryFilter, sea_query::Query};
use std::collections::{HashMap, HashSet};
use time::{Date, Duration};

use super::consent::{PosterConsent, Terms, parse_channels};
use super::facts::Relations;
use super::lifecycle::Stage;
use super::{PublicationError, consent_entity, entity};
use crate::audit::eyes::{Nobody, PrintOpened};
use crate::audit::{self, Logged, Opening};
use crate::cases;
use crate::clock::Moment;
use crate::ids::{CaseId, PrintId, PublicationId, SocietyId};
use crate::photo_number::PhotoNumber;
use crate::photos::{Format, Pictures, Stores, prints, public_key};
use crate::staff::{Staff, roles};

/// How long after its publication a photo counts among "the month's new photos".
const NEW_FOR: Duration = Duration::days(30);

#[derive(Clone, Debug)]
pub struct Postable {
    pub id: PublicationId,
    pub number: PhotoNumber,
    pub relations: Relations,
    pub published_at: Moment,
    pub consent: PosterConsent,
    case_id: CaseId,
    pictures: Pictures,
    print: Option<PrintId>,
}

impl Postable {
    pub fn is_new(&self, now: Moment) -> bool {
        now.since(self.published_at) <= NEW_FOR
    }
}

/// The columns that decide whether a photo may hang. The jobs read these, and no others.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "entity::Entity")]
struct Row {
    id: PublicationId,
    case_id: CaseId,
    photo_number: Option<String>,
    relations: Option<Relations>,
    published_at: Option<i64>,
    pictures: Option<String>,
    print: Option<PrintId>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "consent_entity::Entity")]
struct Consented {
    publication_id: PublicationId,
    channels: String,
    agreed_on: Date,
    ends_on: Date,
    ended_at: Option<i64>,
}

/// The photos of one Society that may hang today, newest first. A photo that can't be read does not hang.
pub async fn today(
    db: &impl ConnectionTrait,
    society: SocietyId,
    today: Date,
) -> Result<Vec<Postable>, PublicationError> {
    let live = Query::select()
        .column(entity::Column::Id)
        .from(entity::Entity)
        .and_where(entity::Column::SocietyId.eq(society))
        .and_where(entity::Column::Stage.eq(Stage::Live))
        .to_owned();
    let consents = consent_entity::Entity::find()
        .filter(consent_entity::Column::PublicationId.in_subquery(live))
        .into_partial_model()
        .all(db)
        .await?;
    let consents = by_publication(consents);
    let rows = entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::Stage.eq(Stage::Live));
    let rows: Vec<Row> = rows.into_partial_model().all(db).await?;
    let mut out: Vec<Postable> =
        rows.iter().filter_map(|row| postable(row, consents.get(&row.id)?, today)).collect();
    out.sort_by_key(|photo| (std::cmp::Reverse(photo.published_at), photo.id));
    Ok(out)
}

/// Returns which of these photos, of any Society, may hang today. A job calls it, without a key.
pub async fn among(
    db: &impl ConnectionTrait,
    ids: &HashSet<PublicationId>,
    today: Date,
) -> Result<HashSet<PublicationId>, PublicationError> {
    let rows: Vec<Row> = entity::Entity::find()
        .filter(entity::Column::Id.is_in(ids.iter().copied()))
        .filter(entity::Column::Stage.eq(Stage::Live))
        .into_partial_model()
        .all(db)
        .await?;
    let consents = consent_entity::Entity::find()
        .filter(consent_entity::Column::PublicationId.is_in(ids.iter().copied()))
        .into_partial_model()
        .all(db)
        .await?;
    let consents = by_publication(consents);
    let hang = rows.iter().filter_map(|row| postable(row, consents.get(&row.id)?, today));
    Ok(hang.map(|photo| photo.id).collect())
}

fn by_publication(consents: Vec<Consented>) -> HashMap<PublicationId, Consented> {
    consents.into_iter().map(|consent| (consent.publication_id, consent)).collect()
}

fn postable(row: &Row, consent: &Consented, today: Date) -> Option<Postable> {
    if consent.ended_at.is_some() {
        return None;
    }
    let (agreed_on, ends_on) = (consent.agreed_on, consent.ends_on);
    let terms = Terms { channels: parse_channels(&consent.channels), agreed_on, ends_on };
    Some(Postable {
        id: row.id,
        number: PhotoNumber::parse(row.photo_number.as_deref()?).ok()?,
        relations: row.relations.clone()?,
        published_at: Moment(row.published_at?),
        consent: terms.for_posters(today)?,
        case_id: row.case_id,
        pictures: Pictures::parse(row.pictures.as_deref()?)?,
        print: row.print,
    })
}

/// The photo's file for a poster, at least `wide` pixels wide if there is one: a public file, or the sealed picture
/// for print, which the member's key opens.
pub async fn picture(
    stores: Stores<'_>,
    by: &Staff<roles::MakePosters>,
    photo: &Postable,
    wide: u32,
) -> Result<Vec<u8>, PublicationError> {
    let (width, _) = photo.pictures.at_least(wide);
    if let (Some(print), true) = (photo.print, width < wide) {
        let case = cases::open(stores.db, by.society, photo.case_id, by.key_holder()).await?;
        return Ok(prints::open(stores.blobs, case.read_by(&Nobody), print).await?);
    }
    let key = public_key(photo.number, &photo.pictures.version, width, Format::Jpeg)?;
    let bytes = stores.blobs.get(&key).await.map_err(crate::photos::PhotoError::from)?;
    Ok(bytes.ok_or(crate::photos::PhotoError::Gone)?.to_vec())
}

/// The sealed picture for print, as a file for the desk. The reveal is logged before it is opened.
pub async fn print(
    stores: Stores<'_>,
    by: &Staff<roles::MakePosters>,
    id: PublicationId,
    now: Moment,
) -> Result<(PhotoNumber, Vec<u8>), PublicationError> {
    let db = stores.db;
    let photo = today(db, by.society, now.date()).await?.into_iter().find(|photo| photo.id == id);
    let photo = photo.ok_or(PublicationError::NotFound)?;
    let print = photo.print.ok_or(PublicationError::NotFound)?;
    let what = Opening::of(id, photo.case_id);
    let logged: Logged<PrintOpened> = audit::reveal(db, by.reader(db, now).await?, what, now).await?;
    let case = cases::open(db, by.society, photo.case_id, by.key_holder()).await?;
    Ok((photo.number, prints::open(stores.blobs, case.read_by(&logged), print).await?))
}
