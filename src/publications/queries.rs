//! Lists of one Society's publications for the desk, made without opening anything.

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use time::{Date, Duration};

use super::consent::Terms;
use super::drafting::{consent_of, terms_of};
use super::lifecycle::Stage;
use super::{PublicationError, consent_entity, entity, of_society};
use crate::clock::Moment;
use crate::ids::{CaseId, PublicationId, SocietyId, StaffId};

/// One Society's publications in a stage, longest untouched first for the two that wait, newest first otherwise.
pub async fn in_stage(
    db: &impl ConnectionTrait,
    society: SocietyId,
    stage: Stage,
) -> Result<Vec<entity::Model>, DbErr> {
    let found = entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::Stage.eq(stage));
    match stage {
        Stage::Draft | Stage::InReview => found.order_by_asc(entity::Column::TouchedAt),
        Stage::Live => found.order_by_desc(entity::Column::PublishedAt),
        Stage::Ended => found.order_by_desc(entity::Column::EndedAt),
    }
    .all(db)
    .await
}

/// How many photos of this Society are shown now: a count for the operator.
pub async fn count_live(db: &impl ConnectionTrait, society: SocietyId) -> Result<u64, DbErr> {
    use sea_orm::PaginatorTrait;
    entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::Stage.eq(Stage::Live))
        .count(db)
        .await
}

/// How many of this Society's drafts wait for a review, besides those that this member drafted.
pub async fn count_to_review(
    db: &impl ConnectionTrait,
    society: SocietyId,
    besides: StaffId,
) -> Result<u64, DbErr> {
    use sea_orm::PaginatorTrait;
    entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::Stage.eq(Stage::InReview))
        .filter(entity::Column::DraftedBy.ne(besides))
        .count(db)
        .await
}

/// One publication of this Society, in any stage.
pub async fn one(
    db: &impl ConnectionTrait,
    society: SocietyId,
    id: PublicationId,
) -> Result<entity::Model, PublicationError> {
    of_society(db, society, id).await
}

/// Channels and days of a publication's consent. They are plain text: jobs and lists need no key for them.
pub async fn consent_terms(
    db: &impl ConnectionTrait,
    society: SocietyId,
    id: PublicationId,
) -> Result<Option<Terms>, PublicationError> {
    of_society(db, society, id).await?;
    Ok(consent_of(db, id).await?.as_ref().map(terms_of))
}

/// Live publications whose consent ends within 60 days: the renewal list (docs/decisions/0008-keep-little-and-erase-by-the-clock.md).
pub async fn to_renew(
    db: &impl ConnectionTrait,
    society: SocietyId,
    now: Moment,
) -> Result<Vec<(entity::Model, Date)>, DbErr> {
    let limit = (now + Duration::days(60)).date();
    let mut out = Vec::new();
    for row in in_stage(db, society, Stage::Live).await? {
        let consent = consent_entity::Entity::find()
            .filter(consent_entity::Column::PublicationId.eq(row.id))
            .one(db)
            .await?;
        if let Some(consent) = consent.filter(|c| c.ends_on <= limit) {
            out.push((row, consent.ends_on));
        }
    }
    out.sort_by_key(|(_, ends_on)| *ends_on);
    Ok(out)
}

/// A case's publications with their consent records, sealed as they are stored.
pub async fn of_case(
    db: &impl ConnectionTrait,
    case: CaseId,
) -> Result<Vec<(entity::Model, Option<consent_entity::Model>)>, DbErr> {
    let rows = entity::Entity::find().filter(entity::Column::CaseId.eq(case)).all(db).await?;
    let mut out = Vec::with_capacity(rows.len());
    for row in rows {
        let consent = consent_entity::Entity::find()
            .filter(consent_entity::Column::PublicationId.eq(row.id))
            .one(db)
            .await?;
        out.push((row, consent));
    }
    Ok(out)
}
