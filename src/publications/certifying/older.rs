//! Photos and consents from before there were certificates: the first desk process after the update takes them over as they are, once,
//! and a line in each chain says how many. Afterwards a photo without a certificate is shown when a reviewer has certified it.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter, QuerySelect,
    QueryTrait,
};

use time::Duration;

use super::due::{of_row, page};
use super::write;
use crate::audit::chain::{Entry, Word};
use crate::audit::{self, Verb, entry};
use crate::clock::Moment;
use crate::db::{self, isolation};
use crate::ids::SocietyId;
use crate::proofs::Proofs;
use crate::publications::catalogue::Catalogue;
use crate::publications::certificate::Certificate;
use crate::publications::lifecycle::Stage;
use crate::publications::{PublicationError, bump_catalogue, consent_entity, entity};
use crate::societies;
use crate::staff::INSTALLATION;

/// How long a program of before may run beside this one, and record the consents of drafts without a proof.
const BESIDE_FOR: Duration = Duration::hours(1);

/// Takes over what is from before the update, if this is its first start: the desk's host has remembered no photos until now, and
/// the database has no proved consent. Returns how many were taken over.
pub async fn meet(
    db: &DatabaseConnection,
    (proofs, catalogue): (&Proofs, &Catalogue),
    is_new_here: bool,
    now: Moment,
) -> Result<u64, PublicationError> {
    if !is_new_here || has_proved_consents(db).await? {
        return Ok(0);
    }
    let taken = take(db, (proofs, Which::Bare), now).await?;
    if taken > 0 {
        catalogue.runs_beside_until(now + BESIDE_FOR);
    }
    Ok(taken)
}

/// The same for what a program of before goes on writing: for an hour, and for drafts alone.
pub async fn meet_beside(
    db: &DatabaseConnection,
    (proofs, catalogue): (&Proofs, &Catalogue),
    now: Moment,
) -> Result<u64, PublicationError> {
    if catalogue.runs_beside(now) { take(db, (proofs, Which::BareDrafts), now).await } else { Ok(0) }
}

/// Takes over every consent and every live photo that has no proof or certificate at all. The caller answers for them.
pub async fn take_over(
    db: &DatabaseConnection,
    proofs: &Proofs,
    now: Moment,
) -> Result<u64, PublicationError> {
    take(db, (proofs, Which::Bare), now).await
}

/// The same for those of which nothing counts any more, since `desk.secret` was lost. The caller answers for them.
pub async fn take_over_all(
    db: &DatabaseConnection,
    proofs: &Proofs,
    now: Moment,
) -> Result<u64, PublicationError> {
    take(db, (proofs, Which::Uncounted), now).await
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    BareDrafts,
    Bare,
    Uncounted,
}

/// Every Society, which the desk's role sees as an operator does.
pub async fn every_society(db: &DatabaseConnection) -> Result<Vec<societies::entity::Model>, DbErr> {
    isolation::within(INSTALLATION, societies::all(db)).await
}

async fn has_proved_consents(db: &DatabaseConnection) -> Result<bool, PublicationError> {
    for society in every_society(db).await? {
        let proved = consent_entity::Entity::find().filter(consent_entity::Column::Proof.is_not_null());
        if isolation::within(society.id, proved.one(db)).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn take(db: &DatabaseConnection, with: (&Proofs, Which), now: Moment) -> Result<u64, PublicationError> {
    let mut taken = 0;
    for society in every_society(db).await? {
        taken += isolation::within(society.id, take_of(db, society.id, with, now)).await?;
    }
    if taken > 0 {
        tracing::info!(taken, "photos and consents of before the update were taken over as they are");
    }
    Ok(taken)
}

async fn take_of(
    db: &DatabaseConnection,
    society: SocietyId,
    (proofs, which): (&Proofs, Which),
    now: Moment,
) -> Result<u64, PublicationError> {
    let txn = db::write(db).await?;
    isolation::enter(&txn, society).await?;
    let mut consents = Vec::new();
    for consent in consents_of(&txn, society, which).await? {
        let is_due =
            consent.proof.is_none() || which == Which::Uncounted && !proofs.is_right(society, &consent);
        if is_due {
            consents.push(consent);
        }
    }
    let photos = photos_of(&txn, society, (proofs, which)).await?;
    let taken = (consents.len() + photos.len()) as u64;
    if taken == 0 {
        return Ok(0);
    }
    let detail = Word::parse(&format!("taken-over-{taken}")).ok();
    let act =
        audit::append_head(&txn, society, now, Entry { detail, ..entry(None, Verb::Certified, society) })
            .await?;
    for consent in &consents {
        proofs.put(&txn, consent, act).await?;
    }
    for certificate in &photos {
        write(&txn, proofs, certificate, None).await?;
    }
    if !photos.is_empty() {
        bump_catalogue(&txn).await?;
    }
    txn.commit().await?;
    Ok(taken)
}

/// What is certified of the live photos that are taken over.
async fn photos_of(
    txn: &impl ConnectionTrait,
    society: SocietyId,
    (proofs, which): (&Proofs, Which),
) -> Result<Vec<Certificate>, PublicationError> {
    let mut photos: Vec<Certificate> = Vec::new();
    if which == Which::BareDrafts {
        return Ok(photos);
    }
    let mut after = None;
    loop {
        let rows = page(txn, society, after).await?;
        let Some(last) = rows.last() else { return Ok(photos) };
        after = Some(last.publication.id);
        for row in &rows {
            let own = &row.publication;
            if own.certificate.is_none() || which == Which::Uncounted && !counts(proofs, own) {
                // A generation of its own: the one of before may have been seen.
                let before = own.certificate.as_deref().and_then(|text| Certificate::parse(text).ok());
                let generation = before.map_or(0, |before| before.generation) + 1;
                photos.extend(of_row(row).map(|said| Certificate { generation, ..said }));
            }
        }
    }
}

fn counts(proofs: &Proofs, row: &entity::Model) -> bool {
    let (Some(text), Some(signature)) = (&row.certificate, &row.countersignature) else { return false };
    proofs.countersigner().public().check(text.as_bytes(), signature).is_ok()
}

/// The consents that stand, of drafts and of live photos.
async fn consents_of(
    db: &impl ConnectionTrait,
    society: SocietyId,
    which: Which,
) -> Result<Vec<consent_entity::Model>, PublicationError> {
    let all = [Stage::Draft, Stage::InReview, Stage::Live];
    let open = if which == Which::BareDrafts { &all[..2] } else { &all[..] };
    let of_the_society = entity::Entity::find()
        .select_only()
        .column(entity::Column::Id)
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::Stage.is_in(open.iter().copied()))
        .into_query();
    Ok(consent_entity::Entity::find()
        .filter(consent_entity::Column::PublicationId.in_subquery(of_the_society))
        .filter(consent_entity::Column::EndedAt.is_null())
        .all(db)
        .await?)
}
