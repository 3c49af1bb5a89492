//! The sealed index of a Society's photo hashes: updated with each change of a photo, searched when a draft is shown.
//! Invariant: only a holder of the Society's open key compares, and only within the Society; concurrent writers lose nothing.

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use std::collections::HashSet;

use super::duplicates::{Alike, Became, Change, Index};
use super::lifecycle::{EndReason, Stage};
use super::{PublicationError, entity, picture_index_entity};
use crate::cases::CaseError;
use crate::clock::Moment;
use crate::db::{self, is_unique_violation};
use crate::ids::{PublicationId, SocietyId};
use crate::sealing::{Binding, Kind};
use crate::societies::keys::{self, Part, SocietyKey};
use crate::staff::{self, Member};

/// Writes the hashes of a publication's photo, in the transaction that changes the photo and before its audit lines.
/// Drops entries that are of no use any more; `forgotten_before` is `private_part_days` ago.
pub(super) async fn remember(
    txn: &impl ConnectionTrait,
    by: &Member,
    publication: PublicationId,
    change: Change,
    forgotten_before: Moment,
) -> Result<(), PublicationError> {
    take_place(txn, by.society).await?;
    let stored = stored(txn, by.society).await?;
    let key = held(txn, by).await?;
    let mut index = match &stored {
        Some(row) => opened(&key, by.society, row)?,
        None => Index::default(),
    };
    let remembered = remembered(txn, by.society, forgotten_before).await?;
    index.keep(|id| remembered.contains(&id));
    index.change(publication, change);
    let sealed = key.pair().public().seal(binding(by.society), &index.bytes())?;
    let Some(row) = stored else {
        let row = picture_index_entity::ActiveModel {
            society_id: Set(by.society),
            version: Set(1),
            sealed: Set(sealed),
        };
        return match picture_index_entity::Entity::insert(row).exec_without_returning(txn).await {
            Err(error) if is_unique_violation(&error) => Err(PublicationError::Conflict),
            other => other.map(|_| ()).map_err(Into::into),
        };
    };
    let written = picture_index_entity::Entity::update_many()
        .col_expr(picture_index_entity::Column::Sealed, Expr::value(sealed))
        .col_expr(
            picture_index_entity::Column::Version,
            Expr::col(picture_index_entity::Column::Version).add(1),
        )
        .filter(picture_index_entity::Column::SocietyId.eq(by.society))
        .filter(picture_index_entity::Column::Version.eq(row.version))
        .exec(txn)
        .await?;
    if written.rows_affected == 1 { Ok(()) } else { Err(PublicationError::Conflict) }
}

/// Other publications of this Society whose photo looks like this one's, the likely ones first.
pub(super) async fn alike(
    db: &impl ConnectionTrait,
    by: &Member,
    publication: PublicationId,
) -> Result<Vec<Alike>, PublicationError> {
    let Some(row) = stored(db, by.society).await? else { return Ok(Vec::new()) };
    let near = opened(&held(db, by).await?, by.society, &row)?.near(publication);
    if near.is_empty() {
        return Ok(Vec::new());
    }
    let rows = entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(by.society))
        .filter(entity::Column::Id.is_in(near.iter().map(|(id, _)| *id)))
        .all(db)
        .await?;
    let people = staff::of_society(db, by.society).await?;
    let found = near.into_iter().filter_map(|(id, nearness)| {
        let row = rows.iter().find(|row| row.id == id)?;
        let became = Became::of(row.stage, row.ended_reason, row.published_at.is_some());
        let drafted_by = people.iter().find(|person| person.id == row.drafted_by);
        Some(Alike {
            publication: id,
            nearness,
            became,
            photo_number: row.photo_number.clone(),
            drafted_by: drafted_by.map(|person| person.sign_in_name.clone()).unwrap_or_default(),
            on: Moment(row.ended_at.or(row.published_at).unwrap_or(row.created_at)).date(),
        })
    });
    Ok(found.filter(|one| one.became != Became::Dropped).collect())
}

/// The index as it is stored, sealed, for an export, which itself opens nothing.
pub async fn sealed(db: &impl ConnectionTrait, society: SocietyId) -> Result<Option<Vec<u8>>, DbErr> {
    Ok(stored(db, society).await?.map(|row| row.sealed))
}

async fn stored(
    db: &impl ConnectionTrait,
    society: SocietyId,
) -> Result<Option<picture_index_entity::Model>, DbErr> {
    picture_index_entity::Entity::find_by_id(society).one(db).await
}

async fn held(db: &impl ConnectionTrait, by: &Member) -> Result<SocietyKey, PublicationError> {
    let held = keys::held_by(db, by.society, Part::Open, by.key_holder()).await;
    Ok(held.map_err(CaseError::from)?)
}

fn opened(
    key: &SocietyKey,
    society: SocietyId,
    row: &picture_index_entity::Model,
) -> Result<Index, PublicationError> {
    let plain = key.pair().open(binding(society), &row.sealed)?;
    // An empty index in its place would forget who asked to be taken down.
    Index::parse(&plain).map_err(|_| PublicationError::Unreadable)
}

/// Lets one writer in at a time until the transaction ends; SQLite has only one anyway.
async fn take_place(txn: &impl ConnectionTrait, society: SocietyId) -> Result<(), DbErr> {
    if !db::is_sqlite(txn) {
        // The lock of the Society's audit chain uses the other half of its id.
        let key = i64::from_be_bytes(society.as_bytes()[8..].try_into().unwrap_or_default());
        txn.execute_unprepared(&format!("select pg_advisory_xact_lock({key})")).await?;
    }
    Ok(())
}

/// The publications that a later photo is compared with.
async fn remembered(
    txn: &impl ConnectionTrait,
    society: SocietyId,
    forgotten_before: Moment,
) -> Result<HashSet<PublicationId>, DbErr> {
    type Row = (PublicationId, Stage, Option<EndReason>, Option<i64>, Option<i64>);
    let rows: Vec<Row> = entity::Entity::find()
        .select_only()
        .columns([
            entity::Column::Id,
            entity::Column::Stage,
            entity::Column::EndedReason,
            entity::Column::PublishedAt,
            entity::Column::EndedAt,
        ])
        .filter(entity::Column::SocietyId.eq(society))
        .into_tuple()
        .all(txn)
        .await?;
    let is_remembered = |(id, stage, reason, published_at, ended_at): Row| {
        let became = Became::of(stage, reason, published_at.is_some());
        became.is_remembered(ended_at.map(Moment), forgotten_before).then_some(id)
    };
    Ok(rows.into_iter().filter_map(is_remembered).collect())
}

fn binding(society: SocietyId) -> Binding {
    Binding { kind: Kind::PictureIndex, record: society.into(), owner: society.into() }
}
