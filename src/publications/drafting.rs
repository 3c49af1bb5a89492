//! Drafting: a case worker gathers picture, facts, private part and consent, all sealed to the case, and sends the
//! draft to review. Every write names the version it saw; a second writer gets a conflict and overwrites nothing.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, sea_query::Expr,
};

use super::consent::{Consent, Details, Terms, parse_channels};
use super::duplicates::Change;
use super::lifecycle::{Draft, DraftFacts, Stage};
pub use super::opening::{DraftFile, DraftView, Unseen, picture, unseen, view};
use super::{
    PublicationError, consent_entity, duplicate_index, editor_entity, entity, of_society, take_turn,
    withdrawal_code,
};
use crate::audit::eyes::{Nobody, Sees, SeesDraft};
use crate::audit::{self, Verb, entry};
use crate::cases::{self, OpenCase, PrivatePart, Reading};
use crate::chance;
use crate::clock::Moment;
use crate::db;
use crate::ids::{PublicationId, Seen};
use crate::photos::face_report::{Area, FaceReport};
use crate::photos::{self, Stores};
use crate::sealing::{Kind, contents};
use crate::staff::{Member, Staff, roles};

/// The most bytes that a signed paper may have.
pub const PAPER_BYTES: usize = 10 * 1024 * 1024;

/// Starts a new case with an empty draft.
pub async fn start(
    db: &DatabaseConnection,
    by: &Staff<roles::Draft>,
    private: &PrivatePart,
    now: Moment,
) -> Result<PublicationId, PublicationError> {
    let txn = db::write(db).await?;
    let case = cases::open_new(&txn, by.society, by.key_holder(), private, now).await?;
    let id = chance::id();
    entity::Entity::insert(entity::ActiveModel {
        id: Set(id),
        case_id: Set(case.id),
        society_id: Set(by.society),
        stage: Set(Stage::Draft),
        version: Set(1),
        drafted_by: Set(by.id),
        created_at: Set(now.hour().0),
        touched_at: Set(now.hour().0),
        is_unpublished: Set(false),
        ..Default::default()
    })
    .exec_without_returning(&txn)
    .await?;
    edited_by(&txn, by, (id, Verb::Drafted), now).await?;
    txn.commit().await?;
    Ok(id)
}

/// The people who signed or stood by when the consent was given, besides the enquirer.
pub async fn witnesses(
    db: &impl ConnectionTrait,
    case: &OpenCase,
    publication: PublicationId,
) -> Result<Vec<String>, DbErr> {
    let stored = consent_entity::Entity::find()
        .filter(consent_entity::Column::PublicationId.eq(publication))
        .all(db)
        .await?;
    let details = stored.iter().filter_map(|row| {
        let plain = case.open(&Nobody, contents::ConsentDetails, row.id, &row.details).ok()?;
        serde_json::from_slice::<Details>(&plain).ok()
    });
    Ok(details.flat_map(|details| [details.before_whom, details.guardian]).collect())
}

/// Replaces facts and private part.
pub async fn save(
    db: &DatabaseConnection,
    by: &Staff<roles::Draft>,
    seen: Seen<PublicationId>,
    facts: Option<&DraftFacts>,
    private: &PrivatePart,
    now: Moment,
) -> Result<(), PublicationError> {
    let (case, _) = editable(db, by, seen.id).await?;
    let sealed = facts.map(|facts| sealed_facts(&case, seen.id, facts)).transpose()?;
    let txn = db::write(db).await?;
    take_turn(&txn, seen).await?;
    if sealed.is_some() {
        set(&txn, seen.id, entity::Column::Draft, Expr::value(sealed)).await?;
    }
    cases::replace_private_part(&txn, &case, private).await?;
    finish_edit(&txn, by, seen.id, now).await?;
    txn.commit().await?;
    Ok(())
}

/// Takes an upload through the pipeline; the older working copy goes on the erasure list.
pub async fn set_picture(
    stores: Stores<'_>,
    by: &Staff<roles::Draft>,
    seen: Seen<PublicationId>,
    upload: Vec<u8>,
    now: Moment,
) -> Result<(), PublicationError> {
    let (case, row) = editable(stores.db, by, seen.id).await?;
    let kept = photos::ingest(stores, &case, upload, now).await?;
    let look = sealed_look(&case, seen.id, &kept.look)?;
    let txn = db::write(stores.db).await?;
    take_turn(&txn, seen).await?;
    photos::keep_working_copy(&txn, kept.id).await?;
    if let Some(older) = row.picture {
        photos::erase_working_copy(&txn, older, now).await?;
    }
    set(&txn, seen.id, entity::Column::Picture, Expr::value(kept.id)).await?;
    set(&txn, seen.id, entity::Column::Look, Expr::value(look)).await?;
    // A box drawn on the older picture would cut the new one anywhere.
    if let Some(facts) = open_facts(case.read_by(&Nobody), &row)?.filter(|facts| facts.crop.is_some()) {
        let sealed = sealed_facts(&case, seen.id, &DraftFacts { crop: None, ..facts })?;
        set(&txn, seen.id, entity::Column::Draft, Expr::value(sealed)).await?;
    }
    let forgotten_before = now - stores.kept.private_part;
    duplicate_index::remember(&txn, by, seen.id, Change::Photo(kept.hash), forgotten_before).await?;
    finish_edit(&txn, by, seen.id, now).await?;
    txn.commit().await?;
    Ok(())
}

pub async fn send_to_review(
    db: &DatabaseConnection,
    by: &Staff<roles::Draft>,
    seen: Seen<PublicationId>,
    now: Moment,
) -> Result<(), PublicationError> {
    let (case, row) = editable(db, by, seen.id).await?;
    gathered(db, by, case.read_by(&Nobody), &row).await?.send(now.date()).map_err(PublicationError::Lacks)?;
    let txn = db::write(db).await?;
    take_turn(&txn, seen).await?;
    set(&txn, seen.id, entity::Column::Stage, Expr::value(Stage::InReview)).await?;
    set(&txn, seen.id, entity::Column::TouchedAt, Expr::value(now.hour().0)).await?;
    audit::append(&txn, by.society, now, entry(Some(by.id), Verb::SentForReview, seen.id)).await?;
    txn.commit().await?;
    Ok(())
}

/// What has been gathered for a draft or a publication in review.
pub(super) async fn gathered(
    db: &impl ConnectionTrait,
    by: &Member,
    reading: Reading<'_, impl SeesDraft>,
    row: &entity::Model,
) -> Result<Draft, PublicationError> {
    let consent = match consent_of(db, row.id).await? {
        Some(stored) if stored.ended_at.is_none() => {
            let plain =
                reading.case.open(reading.eyes, contents::ConsentDetails, stored.id, &stored.details)?;
            let details: Details =
                serde_json::from_slice(&plain).map_err(|_| PublicationError::Unreadable)?;
            Some((Consent { terms: terms_of(&stored), details }, stored.paper.is_some()))
        }
        _ => None,
    };
    Ok(Draft {
        facts: open_facts(reading, row)?,
        has_picture: row.picture.is_some(),
        has_paper: consent.as_ref().is_some_and(|(_, has_paper)| *has_paper),
        consent: consent.map(|(consent, _)| consent),
        has_withdrawal_code: withdrawal_code::is_drawn(db, row.id).await?,
        look: open_look(reading, row)?,
        alike: duplicate_index::alike(db, by, row.id).await?,
    })
}

pub(super) fn terms_of(stored: &consent_entity::Model) -> Terms {
    Terms { channels: parse_channels(&stored.channels), agreed_on: stored.agreed_on, ends_on: stored.ends_on }
}

pub(super) async fn consent_of(
    db: &impl ConnectionTrait,
    id: PublicationId,
) -> Result<Option<consent_entity::Model>, PublicationError> {
    Ok(consent_entity::Entity::find().filter(consent_entity::Column::PublicationId.eq(id)).one(db).await?)
}

pub(super) fn open_facts(
    Reading { case, eyes }: Reading<'_, impl Sees<contents::Draft>>,
    row: &entity::Model,
) -> Result<Option<DraftFacts>, PublicationError> {
    let Some(sealed) = &row.draft else { return Ok(None) };
    let plain = case.open(eyes, contents::Draft, row.id, sealed)?;
    serde_json::from_slice(&plain).map(Some).map_err(|_| PublicationError::Unreadable)
}

/// The part of the draft's picture that is shown: as drawn, or as proposed.
pub(super) fn shown_part(
    reading: Reading<'_, impl Sees<contents::Draft> + Sees<contents::Look>>,
    row: &entity::Model,
) -> Result<Option<Area>, PublicationError> {
    let drawn = open_facts(reading, row)?.and_then(|facts| facts.crop);
    Ok(match drawn {
        Some(drawn) => Some(drawn),
        None => open_look(reading, row)?.and_then(|look| look.proposal()),
    })
}

pub(super) fn open_look(
    Reading { case, eyes }: Reading<'_, impl Sees<contents::Look>>,
    row: &entity::Model,
) -> Result<Option<FaceReport>, PublicationError> {
    let Some(sealed) = &row.look else { return Ok(None) };
    let plain = case.open(eyes, contents::Look, row.id, sealed)?;
    serde_json::from_slice(&plain).map(Some).map_err(|_| PublicationError::Unreadable)
}

pub(super) fn sealed_look(
    case: &OpenCase,
    id: PublicationId,
    look: &FaceReport,
) -> Result<Vec<u8>, PublicationError> {
    let plain = serde_json::to_vec(look).map_err(|_| PublicationError::Unreadable)?;
    Ok(case.seal(Kind::Look, id, &plain)?)
}

pub(super) fn sealed_facts(
    case: &OpenCase,
    id: PublicationId,
    facts: &DraftFacts,
) -> Result<Vec<u8>, PublicationError> {
    let plain = serde_json::to_vec(facts).map_err(|_| PublicationError::Unreadable)?;
    Ok(case.seal(Kind::Draft, id, &plain)?)
}

pub(super) async fn editable(
    db: &DatabaseConnection,
    by: &Staff<roles::Draft>,
    id: PublicationId,
) -> Result<(OpenCase, entity::Model), PublicationError> {
    let row = of_society(db, by.society, id).await?;
    if row.stage != Stage::Draft {
        return Err(PublicationError::WrongStage);
    }
    Ok((cases::open(db, by.society, row.case_id, by.key_holder()).await?, row))
}

pub(super) async fn finish_edit(
    txn: &impl ConnectionTrait,
    by: &Member,
    id: PublicationId,
    now: Moment,
) -> Result<(), PublicationError> {
    set(txn, id, entity::Column::TouchedAt, Expr::value(now.hour().0)).await?;
    edited_by(txn, by, (id, Verb::Edited), now).await
}

/// Writes the act's line, and the editor once. An editor is never taken off again, and the desk's role may not do it: four eyes
/// compares with this list, and with the lines.
async fn edited_by(
    txn: &impl ConnectionTrait,
    by: &Member,
    (id, verb): (PublicationId, Verb),
    now: Moment,
) -> Result<(), PublicationError> {
    let row = editor_entity::Model { publication_id: id, staff_id: by.id, proof: None };
    let new = row.clone().into_active_model().reset_all();
    editor_entity::Entity::insert(new).on_conflict_do_nothing().exec_without_returning(txn).await?;
    let act = audit::append_head(txn, by.society, now, entry(Some(by.id), verb, id)).await?;
    // Does nothing for an editor of before, who is proved.
    by.proofs.put(txn, &row, act).await?;
    Ok(())
}

pub(super) async fn set(
    txn: &impl ConnectionTrait,
    id: PublicationId,
    column: entity::Column,
    value: Expr,
) -> Result<(), PublicationError> {
    entity::Entity::update_many().col_expr(column, value).filter(entity::Column::Id.eq(id)).exec(txn).await?;
    Ok(())
}
