//! Ends and erases again, after a restore, what had ended or was erased since the backup. Each verb does nothing if
//! nothing is left to do, and returns whether it did something. Nothing here makes a photo more public.

use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter, sea_query::Expr};
use time::Date;

use super::consent::{channels_text, parse_channels};
use super::ending::{Row, end, end_consent, erase_private};
use super::lifecycle::{EndReason, Stage};
use super::{PublicationError, bump_catalogue, consent_entity, entity};
use crate::audit::{self, Verb, entry};
use crate::cases;
use crate::clock::Moment;
use crate::db;
use crate::ids::{CaseId, ConsentId, PublicationId};

/// Ends a publication again, also for a reason that this program doesn't know.
pub async fn end_again(
    db: &DatabaseConnection,
    id: PublicationId,
    reason: &str,
    now: Moment,
) -> Result<bool, PublicationError> {
    let txn = db::write(db).await?;
    let Some(row) = entity::Entity::find_by_id(id).one(&txn).await? else { return Ok(false) };
    if !end(&txn, id, reason_of(reason), now).await? {
        return Ok(false);
    }
    audit::append(&txn, row.society_id, now, entry(None, Verb::Replayed, id)).await?;
    txn.commit().await?;
    Ok(true)
}

/// Ends a draft's consent again; the draft itself goes on.
pub async fn end_consent_again(
    db: &DatabaseConnection,
    consent: ConsentId,
    reason: &str,
    now: Moment,
) -> Result<bool, PublicationError> {
    let txn = db::write(db).await?;
    let Some(consent) = consent_entity::Entity::find_by_id(consent).one(&txn).await? else {
        return Ok(false);
    };
    if consent.ended_at.is_some() {
        return Ok(false);
    }
    end_consent(&txn, consent.publication_id, reason_of(reason), now).await?;
    bump_catalogue(&txn).await?;
    replayed(&txn, consent.publication_id, now).await?;
    txn.commit().await?;
    Ok(true)
}

/// Narrows a live photo's consent to the terms of a newer agreement. The newer paper is lost with the rest, but what
/// that agreement no longer allowed stays forbidden. `terms`: `LAST-DAY/CHANNELS`.
pub async fn narrow(
    db: &DatabaseConnection,
    publication: PublicationId,
    terms: &str,
    now: Moment,
) -> Result<bool, PublicationError> {
    let form = time::macros::format_description!("[year]-[month]-[day]");
    let newer =
        terms.split_once('/').and_then(|(day, channels)| Some((Date::parse(day, form).ok()?, channels)));
    let (ends_on, channels) = newer.ok_or(PublicationError::Unreadable)?;
    let allowed = parse_channels(channels);
    let txn = db::write(db).await?;
    let older = consent_entity::Entity::find()
        .filter(consent_entity::Column::PublicationId.eq(publication))
        .one(&txn);
    let Some(older) = older.await? else { return Ok(false) };
    let mut channels = parse_channels(&older.channels);
    let before = channels.len();
    channels.retain(|channel| allowed.contains(channel));
    if channels.len() == before && older.ends_on <= ends_on {
        return Ok(false);
    }
    consent_entity::Entity::update_many()
        .col_expr(consent_entity::Column::Channels, Expr::value(channels_text(&channels)))
        .col_expr(consent_entity::Column::EndsOn, Expr::value(older.ends_on.min(ends_on)))
        .filter(consent_entity::Column::Id.eq(older.id))
        .exec(&txn)
        .await?;
    bump_catalogue(&txn).await?;
    replayed(&txn, publication, now).await?;
    txn.commit().await?;
    Ok(true)
}

/// Erases again the private part, and the consent, paper and code of everything that ended in this case.
pub async fn erase_again(
    db: &DatabaseConnection,
    case: CaseId,
    now: Moment,
) -> Result<bool, PublicationError> {
    let txn = db::write(db).await?;
    if !cases::has_private_part(&txn, case).await? {
        return Ok(false);
    }
    let ended: Vec<Row> = entity::Entity::find()
        .filter(entity::Column::CaseId.eq(case))
        .filter(entity::Column::Stage.eq(Stage::Ended))
        .into_partial_model()
        .all(&txn)
        .await?;
    for row in &ended {
        // Its line says "erased", as it did the first time.
        erase_private(&txn, row, now).await?;
    }
    txn.commit().await?;
    Ok(!ended.is_empty())
}

async fn replayed(
    txn: &impl ConnectionTrait,
    id: PublicationId,
    now: Moment,
) -> Result<(), PublicationError> {
    if let Some(row) = entity::Entity::find_by_id(id).one(txn).await? {
        audit::append(txn, row.society_id, now, entry(None, Verb::Replayed, id)).await?;
    }
    Ok(())
}

fn reason_of(word: &str) -> EndReason {
    EndReason::parse(word).unwrap_or(EndReason::WithdrawnByStaff)
}
