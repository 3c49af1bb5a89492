//! Review: a second person looks at a true preview against a checklist, and approves or sends back. Approval is the
//! only way that a picture becomes public.

use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter, sea_query::Expr};

use super::certificate::Certificate;
use super::certifying;
use super::drafting::{gathered, set, terms_of};
use super::duplicates::Change;
use super::lifecycle::{Age, Check, Draft, InReview, Live, Stage};
use super::{
    PublicationError, bump_catalogue, consent_entity, duplicate_index, editor_entity, entity, of_society,
    take_turn,
};
use crate::audit::eyes::{Nobody, ReviewOpened};
use crate::audit::{self, Logged, Opening, Verb, entry};
use crate::cases::{self, OpenCase, PrivatePart};
use crate::clock::Moment;
use crate::db::{self, is_unique_violation};
use crate::ids::{PictureId, PublicationId, Seen, StaffId};
use crate::photo_number::PhotoNumber;
use crate::photos::{self, Made, Stores};
use crate::proofs::{Authorises, Refused, RowKind, Why};
use crate::staff::{Staff, roles};

/// A publication in review, as the reviewer sees it: no private part.
pub struct ReviewView {
    pub row: entity::Model,
    pub draft: Draft,
    /// Four eyes: this reviewer edited it and can't approve it.
    pub is_own: bool,
    pub logged: Logged<ReviewOpened>,
}

/// What the reviewer ticked and wrote.
pub struct Verdict<'a> {
    pub checked: &'a [Check],
    /// Why an enquirer of unknown age is not under 15.
    pub age_reason: &'a str,
}

pub async fn view(
    db: &DatabaseConnection,
    by: &Staff<roles::Approve>,
    id: PublicationId,
    now: Moment,
) -> Result<ReviewView, PublicationError> {
    let row = in_review(db, by, id).await?;
    let what = Opening::of(id, row.case_id);
    let logged = audit::reveal(db, by.reader(db, now).await?, what, now).await?;
    let case = cases::open(db, by.society, row.case_id, by.key_holder()).await?;
    let draft = gathered(db, by, case.read_by(&logged), &row).await?;
    let is_own = editors(db, by, id).await?.contains(&by.id);
    Ok(ReviewView { row, draft, is_own, logged })
}

/// Publishes. The public files are written first and are on the erasure list until the commit, so a failure on the
/// way leaves the publication in review and nothing public.
pub async fn approve(
    stores: Stores<'_>,
    by: &Staff<roles::Approve>,
    seen: Seen<PublicationId>,
    verdict: Verdict<'_>,
    now: Moment,
) -> Result<PhotoNumber, PublicationError> {
    let db = stores.db;
    let row = in_review(db, by, seen.id).await?;
    let case = cases::open(db, by.society, row.case_id, by.key_holder()).await?;
    let unseen = case.read_by(&Nobody);
    let draft = gathered(db, by, unseen, &row).await?;
    let crop = draft.shown_part();
    let waiting = InReview {
        editors: editors(db, by, seen.id).await?,
        ..draft.send(now.date()).map_err(PublicationError::Lacks)?
    };
    let age_is_unknown = matches!(waiting.facts.age, Age::Unknown { .. });
    let consent = certifying::recorded(db, (by.society, &by.proofs), seen.id).await?;
    if terms_of(&consent) != waiting.terms {
        return Err(PublicationError::Conflict);
    }
    let live = waiting.approve(by.id, verdict.checked, verdict.age_reason, now.date())?;
    let picture = row.picture.ok_or(PublicationError::WrongStage)?;
    if row.version != seen.version {
        return Err(PublicationError::Conflict);
    }
    let copy = photos::working_copy(stores.blobs, unseen, picture).await?;
    let number = PhotoNumber::draw();
    let wanted = photos::Wanted { number, crop, has_print: live.is_for_posters };
    let made = photos::publish(stores, (&case, copy), wanted, now).await?;

    let txn = db::write(db).await?;
    take_turn(&txn, seen).await?;
    let certificate = certificate((&row, &case), &consent, (&live, number, &made), now);
    write_all(&txn, seen.id, columns(live, number, &made, now)).await?;
    if age_is_unknown {
        let age_reason = verdict.age_reason.trim().to_owned();
        let private = PrivatePart { age_reason, ..case.private_part(&Nobody)? };
        cases::replace_private_part(&txn, &case, &private).await?;
    }
    photos::keep(&txn, number, &made).await?;
    photos::erase_working_copy(&txn, picture, now).await?;
    bump_catalogue(&txn).await?;
    let forgotten_before = now - stores.kept.private_part;
    duplicate_index::remember(&txn, by, seen.id, Change::Part(made.hash), forgotten_before).await?;
    let detail = if age_is_unknown { "age-explained" } else { "age-known" };
    let line = audit::entry_with(Some(by.id), Verb::Approved, seen.id, detail);
    let line = audit::append(&txn, by.society, now, line).await?;
    certifying::put(&txn, by, &certificate, line).await?;
    txn.commit().await?;
    Ok(number)
}

/// Sends it back to its draft, for the case worker to correct.
pub async fn send_back(
    db: &DatabaseConnection,
    by: &Staff<roles::Approve>,
    seen: Seen<PublicationId>,
    now: Moment,
) -> Result<(), PublicationError> {
    in_review(db, by, seen.id).await?;
    let txn = db::write(db).await?;
    take_turn(&txn, seen).await?;
    set(&txn, seen.id, entity::Column::Stage, Expr::value(Stage::Draft)).await?;
    set(&txn, seen.id, entity::Column::TouchedAt, Expr::value(now.hour().0)).await?;
    audit::append(&txn, by.society, now, entry(Some(by.id), Verb::Returned, seen.id)).await?;
    txn.commit().await?;
    Ok(())
}

async fn in_review(
    db: &DatabaseConnection,
    by: &Staff<roles::Approve>,
    id: PublicationId,
) -> Result<entity::Model, PublicationError> {
    let row = of_society(db, by.society, id).await?;
    match row.stage {
        Stage::InReview => Ok(row),
        // Another reviewer was faster.
        Stage::Live | Stage::Draft => Err(PublicationError::Conflict),
        Stage::Ended => Err(PublicationError::WrongStage),
    }
}

/// Its editors, by the rows. Each must be proved, and every editor that the chain names must be among them: deleting a row
/// lets nobody approve their own work.
async fn editors(
    db: &DatabaseConnection,
    by: &Staff<roles::Approve>,
    id: PublicationId,
) -> Result<Vec<StaffId>, PublicationError> {
    // First the chain: what is edited meanwhile is in the rows as well.
    by.proofs.follow(db, by.society).await?;
    let seen = by.proofs.editors_seen(by.society, id.into());
    let rows =
        editor_entity::Entity::find().filter(editor_entity::Column::PublicationId.eq(id)).all(db).await?;
    let claims: Vec<&(dyn Authorises + Sync)> =
        rows.iter().map(|row| row as &(dyn Authorises + Sync)).collect();
    by.proofs.check(db, by.society, &claims).await?;
    let editors: Vec<StaffId> = rows.iter().map(|row| row.staff_id).collect();
    if editors.is_empty() || seen.iter().any(|editor| !editors.contains(editor)) {
        let (society, row, record) = (by.society, RowKind::Editor, id.into());
        return Err(Refused { society, row, record, why: Why::Changed }.into());
    }
    Ok(editors)
}

/// What the reviewer signs. The case's key comes from its secret, the terms from what a member recorded.
fn certificate(
    (row, case): (&entity::Model, &OpenCase),
    consent: &consent_entity::Model,
    (live, number, made): (&Live, PhotoNumber, &Made),
    now: Moment,
) -> Certificate {
    let terms = terms_of(consent);
    Certificate {
        publication: row.id,
        case: case.id,
        case_key: case.key.public(),
        standby: None,
        number,
        facts: live.facts.clone(),
        pictures: made.pictures.clone(),
        files: Some(made.files),
        published_at: now.hour(),
        channels: terms.channels,
        ends_on: terms.ends_on,
        generation: 1,
    }
}

/// The row of a photo that goes live: its facts stand in plain, and what was sealed for the draft leaves it.
fn columns(live: Live, number: PhotoNumber, made: &Made, now: Moment) -> [(entity::Column, Expr); 14] {
    [
        (entity::Column::Stage, Expr::value(Stage::Live)),
        (entity::Column::PhotoNumber, Expr::value(number.compact())),
        (entity::Column::Relations, Expr::value(live.facts.relations)),
        (entity::Column::Sex, Expr::value(live.facts.sex)),
        (entity::Column::AgeBand, Expr::value(live.facts.age_band)),
        (entity::Column::Origin, Expr::value(live.facts.origin)),
        (entity::Column::Pictures, Expr::value(made.pictures.text())),
        (entity::Column::Print, Expr::value(made.print)),
        (entity::Column::PublishedAt, Expr::value(now.hour().0)),
        (entity::Column::ApprovedBy, Expr::value(live.approved_by)),
        (entity::Column::TouchedAt, Expr::value(now.hour().0)),
        (entity::Column::Draft, Expr::value(Option::<Vec<u8>>::None)),
        (entity::Column::Picture, Expr::value(Option::<PictureId>::None)),
        (entity::Column::Look, Expr::value(Option::<Vec<u8>>::None)),
    ]
}

async fn write_all<const N: usize>(
    txn: &impl ConnectionTrait,
    id: PublicationId,
    values: [(entity::Column, Expr); N],
) -> Result<(), PublicationError> {
    let mut update = entity::Entity::update_many();
    for (column, value) in values {
        update = update.col_expr(column, value);
    }
    match update.filter(entity::Column::Id.eq(id)).exec(txn).await {
        // The seven random digits were given to a photo before: the reviewer tries again.
        Err(error) if is_unique_violation(&error) => Err(PublicationError::Conflict),
        other => other.map(|_| ()).map_err(Into::into),
    }
}
