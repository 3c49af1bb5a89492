//! Certifying: what a reviewer approved is signed with their own key, and countersigned with the desk's for the site. Invariant: a
//! certificate says only what a draft said that was just approved, what an older certificate says, or what the reviewer has
//! looked at; its terms are always those that a member recorded.

pub mod due;
pub mod judging;
pub mod older;
pub mod ringing;
pub mod watching;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::catalogue::Catalogue;
use super::certificate::{Certificate, Review};
use super::drafting::consent_of;
use super::{PublicationError, bump_catalogue, consent_entity, entity, take_turn};
use crate::audit::{self, Verb, entry_with};
use crate::cases;
use crate::clock::Moment;
use crate::db;
use crate::ids::{PublicationId, Seen, SocietyId};
use crate::photos::{Stores, manifest};
use crate::proofs::{Proofs, RowKind};
use crate::proofs::{Refused, Why};
use crate::societies::exchanged::{Exchanged, KeyOf};
use crate::societies::keys::KeyError;
use crate::staff::{Member, Staff, roles};
use due::Candidate;

/// At most this many photos are listed, and certified with one press.
pub const AT_ONCE: usize = 200;

/// Writes a certificate into its row. `line` is the act's line in the audit chain.
pub(super) async fn put(
    txn: &impl ConnectionTrait,
    by: &Member,
    certificate: &Certificate,
    line: u64,
) -> Result<(), PublicationError> {
    let review = Review { society: by.society, by: by.id, line, certificate: certificate.hash() }.to_string();
    let signature = by.key_holder().signing().sign(review.as_bytes());
    write(txn, &by.proofs, certificate, Some((review, signature))).await
}

/// Countersigns a certificate, and writes it with what a reviewer signed, if one did.
async fn write(
    txn: &impl ConnectionTrait,
    proofs: &Proofs,
    certificate: &Certificate,
    reviewed: Option<(String, Vec<u8>)>,
) -> Result<(), PublicationError> {
    let text = certificate.to_string();
    let countersignature = proofs.countersigner().sign(text.as_bytes());
    let (review, signature) = reviewed.unzip();
    entity::Entity::update_many()
        .col_expr(entity::Column::Certificate, Expr::value(Some(text)))
        .col_expr(entity::Column::Countersignature, Expr::value(Some(countersignature)))
        .col_expr(entity::Column::CertifiedBy, Expr::value(review))
        .col_expr(entity::Column::CertifiedSignature, Expr::value(signature))
        .filter(entity::Column::Id.eq(certificate.publication))
        .exec(txn)
        .await?;
    Ok(())
}

/// The consent, if a member recorded it as it stands: nobody approves terms that somebody wrote into the database.
pub(super) async fn recorded(
    db: &impl ConnectionTrait,
    (society, proofs): (SocietyId, &Proofs),
    id: PublicationId,
) -> Result<consent_entity::Model, PublicationError> {
    let consent = consent_of(db, id).await?.ok_or(PublicationError::WrongStage)?;
    proofs.stands(db, society, &consent).await?;
    // Strictly, also while rows of before still count.
    if !proofs.is_right(society, &consent) {
        let (row, record) = (RowKind::Consent, id.into());
        return Err(Refused { society, row, record, why: Why::Changed }.into());
    }
    Ok(consent)
}

/// Proves the consent that this transaction has written, with the chain's last line.
pub(super) async fn prove(
    txn: &impl ConnectionTrait,
    by: &Member,
    consent: &consent_entity::Model,
) -> Result<(), PublicationError> {
    let act = audit::head(txn, by.society).await?;
    by.proofs.put(txn, consent, act).await?;
    Ok(())
}

/// Certifies these photos again, each in a transaction of its own, and returns how many: a press that was interrupted goes on with
/// the next. A photo that changed since it was listed is left out.
pub async fn certify(
    stores: Stores<'_>,
    by: &Staff<roles::Approve>,
    catalogue: &Catalogue,
    chosen: &[(PublicationId, String)],
    now: Moment,
) -> Result<usize, PublicationError> {
    by.proofs.follow(stores.db, by.society).await?;
    let mut done = 0;
    for candidate in due::of(stores.db, by, catalogue).await? {
        let is_chosen = chosen.iter().any(|(id, mark)| *id == candidate.row.id && *mark == candidate.mark());
        if is_chosen && !candidate.is_own {
            match certify_one(stores, by, &candidate, now).await {
                Ok(()) => done += 1,
                // Somebody was faster.
                Err(PublicationError::Conflict) => {}
                Err(other) => return Err(other),
            }
        }
    }
    Ok(done)
}

async fn certify_one(
    stores: Stores<'_>,
    by: &Staff<roles::Approve>,
    candidate: &Candidate,
    now: Moment,
) -> Result<(), PublicationError> {
    let (db, row) = (stores.db, &candidate.row);
    let mut certificate = candidate.proposed.clone();
    // The case's own secret says which public half is its.
    let case = cases::open(db, by.society, row.case_id, by.key_holder()).await?;
    if case.id != certificate.case || case.key.public() != certificate.case_key {
        let (society, record) = (by.society, row.case_id.into());
        return Err(
            cases::CaseError::from(KeyError::from(Exchanged { society, key: KeyOf::Case, record })).into()
        );
    }
    let files = manifest::read(stores.blobs, certificate.number, &certificate.pictures).await?;
    if certificate.files.is_some_and(|certified| certified != files) {
        ringing::ring(db, by.society, (row.id, judging::Flaw::Files), now).await?;
        return Err(PublicationError::Conflict);
    }
    certificate.files = Some(files);
    let txn = db::write(db).await?;
    take_turn(&txn, Seen { id: row.id, version: row.version }).await?;
    restate(&txn, &certificate).await?;
    let line = entry_with(Some(by.id), Verb::Certified, row.id, candidate.due.code());
    let line = audit::append(&txn, by.society, now, line).await?;
    put(&txn, by, &certificate, line).await?;
    bump_catalogue(&txn).await?;
    txn.commit().await?;
    Ok(())
}

/// Puts right a row that somebody has changed: it says what its certificate says.
async fn restate(txn: &impl ConnectionTrait, certificate: &Certificate) -> Result<(), PublicationError> {
    use entity::Column;
    let facts = certificate.facts.clone();
    entity::Entity::update_many()
        .col_expr(Column::PhotoNumber, Expr::value(certificate.number.compact()))
        .col_expr(Column::Relations, Expr::value(facts.relations))
        .col_expr(Column::Sex, Expr::value(facts.sex))
        .col_expr(Column::AgeBand, Expr::value(facts.age_band))
        .col_expr(Column::Origin, Expr::value(facts.origin))
        .col_expr(Column::Pictures, Expr::value(certificate.pictures.text()))
        .col_expr(Column::PublishedAt, Expr::value(certificate.published_at.0))
        .filter(Column::Id.eq(certificate.publication))
        .exec(txn)
        .await?;
    Ok(())
}
