//! Lists of one Society's publications for the desk, made without opening anything.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select, SelectTwo,
};
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
    staged(society, stage).all(db).await
}

/// One page of the same list; `page` counts from 0.
pub async fn page_in_stage(
    db: &impl ConnectionTrait,
    society: SocietyId,
    stage: Stage,
    page: u64,
    per_page: u64,
) -> Result<Vec<entity::Model>, DbErr> {
    staged(society, stage).paginate(db, per_page).fetch_page(page).await
}

pub async fn count_in_stage(
    db: &impl ConnectionTrait,
    society: SocietyId,
    stage: Stage,
) -> Result<u64, DbErr> {
    staged(society, stage).count(db).await
}

/// The id comes last in the order, so that no row is on two pages.
fn staged(society: SocietyId, stage: Stage) -> Select<entity::Entity> {
    let found = entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::Stage.eq(stage));
    match stage {
        Stage::Draft | Stage::InReview => found.order_by_asc(entity::Column::TouchedAt),
        Stage::Live => found.order_by_desc(entity::Column::PublishedAt),
        Stage::Ended => found.order_by_desc(entity::Column::EndedAt),
    }
    .order_by_asc(entity::Column::Id)
}

/// How many of this Society's drafts wait for a review, besides those that this member drafted.
pub async fn count_to_review(
    db: &impl ConnectionTrait,
    society: SocietyId,
    besides: StaffId,
) -> Result<u64, DbErr> {
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

/// One page of the renewal list: live publications whose consent ends within 60 days, and the day when it does, first to end
/// first (docs/decisions/0008-keep-little-and-erase-by-the-clock.md). `page` counts from 0.
pub async fn page_to_renew(
    db: &impl ConnectionTrait,
    society: SocietyId,
    now: Moment,
    page: u64,
    per_page: u64,
) -> Result<Vec<(entity::Model, Date)>, DbErr> {
    let rows = renewable(society, now).paginate(db, per_page).fetch_page(page).await?;
    Ok(rows.into_iter().filter_map(|(row, consent)| Some((row, consent?.ends_on))).collect())
}

pub async fn count_to_renew(
    db: &impl ConnectionTrait,
    society: SocietyId,
    now: Moment,
) -> Result<u64, DbErr> {
    renewable(society, now).count(db).await
}

fn renewable(society: SocietyId, now: Moment) -> SelectTwo<entity::Entity, consent_entity::Entity> {
    let of_consent = entity::Entity::belongs_to(consent_entity::Entity)
        .from(entity::Column::Id)
        .to(consent_entity::Column::PublicationId);
    entity::Entity::find()
        .join(JoinType::InnerJoin, of_consent.into())
        .select_also(consent_entity::Entity)
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::Stage.eq(Stage::Live))
        .filter(consent_entity::Column::EndsOn.lte((now + Duration::days(60)).date()))
        .order_by_asc(consent_entity::Column::EndsOn)
        .order_by_desc(entity::Column::PublishedAt)
        .order_by_asc(entity::Column::Id)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::ConsentId;
    use sea_orm::{Database, DatabaseConnection, Schema};

    const NOW: Moment = Moment(1_795_000_000);
    const OURS: SocietyId = SocietyId::from_u128(1);

    async fn database() -> (tempfile::TempDir, DatabaseConnection) {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("lists.sqlite").display());
        let db = Database::connect(&url).await.unwrap();
        let schema = Schema::new(db.get_database_backend());
        db.execute(&schema.create_table_from_entity(entity::Entity)).await.unwrap();
        db.execute(&schema.create_table_from_entity(consent_entity::Entity)).await.unwrap();
        (folder, db)
    }

    /// All of them were published at the same second.
    async fn publish(db: &DatabaseConnection, id: u128, society: SocietyId, stage: Stage, days_left: i64) {
        let row = entity::Model {
            id: PublicationId::from_u128(id),
            case_id: CaseId::from_u128(id),
            society_id: society,
            stage,
            version: 1,
            drafted_by: StaffId::from_u128(1),
            draft: None,
            picture: None,
            look: None,
            photo_number: None,
            relations: None,
            sex: None,
            age_band: None,
            origin: None,
            pictures: None,
            print: None,
            created_at: NOW.0,
            touched_at: NOW.0,
            published_at: Some(NOW.0),
            approved_by: None,
            ended_at: None,
            ended_reason: None,
            is_unpublished: false,
            certificate: None,
            countersignature: None,
            certified_by: None,
            certified_signature: None,
        };
        let consent = consent_entity::Model {
            id: ConsentId::from_u128(id),
            publication_id: row.id,
            channels: "site".to_owned(),
            agreed_on: NOW.date(),
            ends_on: (NOW + Duration::days(days_left)).date(),
            ended_at: None,
            end_reason: None,
            details: Vec::new(),
            paper: None,
            recorded_by: None,
            proof: None,
        };
        let row = entity::ActiveModel::from(row);
        entity::Entity::insert(row).exec_without_returning(db).await.unwrap();
        let consent = consent_entity::ActiveModel::from(consent);
        consent_entity::Entity::insert(consent).exec_without_returning(db).await.unwrap();
    }

    #[tokio::test]
    async fn a_list_has_each_row_on_one_page() {
        let (_folder, db) = database().await;
        for id in 1..=5 {
            publish(&db, id, OURS, Stage::Live, 300).await;
        }
        publish(&db, 6, OURS, Stage::Ended, 300).await;
        publish(&db, 7, SocietyId::from_u128(2), Stage::Live, 300).await;
        let whole = in_stage(&db, OURS, Stage::Live).await.unwrap();
        let mut pages = Vec::new();
        for page in 0..4 {
            pages.push(page_in_stage(&db, OURS, Stage::Live, page, 2).await.unwrap());
        }
        assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2, 1, 0]);
        assert_eq!(pages.concat(), whole);
        assert_eq!(count_in_stage(&db, OURS, Stage::Live).await.unwrap(), 5);
    }

    #[tokio::test]
    async fn the_renewal_list_has_live_photos_of_sixty_days_first_to_end_first() {
        let (_folder, db) = database().await;
        for (id, days_left) in [(1, 60), (2, 61), (3, 20), (4, -1), (5, 20)] {
            publish(&db, id, OURS, Stage::Live, days_left).await;
        }
        publish(&db, 6, OURS, Stage::Ended, 20).await;
        publish(&db, 7, SocietyId::from_u128(2), Stage::Live, 20).await;
        let mut listed = Vec::new();
        for page in 0..3 {
            listed.extend(page_to_renew(&db, OURS, NOW, page, 2).await.unwrap());
        }
        let ids: Vec<PublicationId> = listed.iter().map(|(row, _)| row.id).collect();
        assert_eq!(ids, [4, 3, 5, 1].map(PublicationId::from_u128));
        assert_eq!(listed[1].1, (NOW + Duration::days(20)).date());
        assert_eq!(count_to_renew(&db, OURS, NOW).await.unwrap(), 4);
    }
}
