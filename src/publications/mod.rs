//! An enquirer's photo with its public facts. Pure rules are in `facts`, `consent`, `duplicates` and `lifecycle`; verbs
//! in `drafting` (on the `duplicate_index`), `consenting`, `overruling`, `review` and `ending` (on the `spool`). The
//! `catalogue` is the one door to what the public sees.

pub mod after_restore;
pub mod catalogue;
pub mod certificate;
pub mod certifying;
pub mod consent;
pub mod consent_entity;
pub mod consenting;
pub mod cropping;
pub mod drafting;
pub mod duplicate_index;
pub mod duplicates;
pub mod editor_entity;
pub mod ending;
pub mod entity;
pub mod face_decisions;
pub mod facts;
pub mod lifecycle;
pub mod opening;
pub mod overruling;
pub mod picture_index_entity;
pub mod postable;
pub mod queries;
pub mod review;
pub mod spool;
pub mod withdrawal_code;
pub mod withdrawal_code_entity;
pub mod withdrawal_entity;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr};

use crate::audit::{AuditError, RevealError};
use crate::cases::CaseError;
use crate::ids::{PublicationId, Seen, SocietyId};
use crate::photos::PhotoError;
use crate::proofs::{ProofError, Refused};

/// Why a verb on a publication did not happen.
#[derive(Debug, thiserror::Error)]
pub enum PublicationError {
    #[error("no such publication in this Society")]
    NotFound,
    /// Somebody else changed it meanwhile; nothing was overwritten.
    #[error("it was changed by someone else meanwhile")]
    Conflict,
    #[error("it is not in a stage where this can be done")]
    WrongStage,
    #[error("the draft is not complete")]
    Lacks(Vec<lifecycle::Lacks>),
    #[error(transparent)]
    Approve(#[from] lifecycle::ApproveError),
    #[error(transparent)]
    Case(#[from] CaseError),
    #[error(transparent)]
    Photo(#[from] PhotoError),
    #[error(transparent)]
    Busy(#[from] crate::stretching::Busy),
    #[error("a sealed draft can't be read")]
    Unreadable,
    /// Too many personal files were opened in a short time; a fresh second factor is needed.
    #[error("the reading budget is spent")]
    BudgetSpent,
    /// The members of the Society opened as many files as they may in an hour; a colleague's word is needed.
    #[error("the Society's reading ceiling is reached")]
    CeilingReached,
    /// Somebody changed the list of its editors who was not this program.
    #[error(transparent)]
    Refused(#[from] Refused),
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error(transparent)]
    Audit(#[from] AuditError),
}

impl From<RevealError> for PublicationError {
    fn from(error: RevealError) -> Self {
        match error {
            RevealError::BudgetSpent => PublicationError::BudgetSpent,
            RevealError::CeilingReached => PublicationError::CeilingReached,
            RevealError::Audit(error) => error.into(),
        }
    }
}

impl From<ProofError> for PublicationError {
    fn from(error: ProofError) -> Self {
        match error {
            ProofError::Refused(refused) => refused.into(),
            ProofError::Audit(error) => error.into(),
        }
    }
}

impl From<crate::sealing::SealError> for PublicationError {
    fn from(error: crate::sealing::SealError) -> Self {
        PublicationError::Case(error.into())
    }
}

/// The Society's drafts, also those in review: whose editors may not approve them.
pub async fn with_editors(
    db: &impl ConnectionTrait,
    society: SocietyId,
) -> Result<Vec<PublicationId>, DbErr> {
    entity::Entity::find()
        .select_only()
        .column(entity::Column::Id)
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::Stage.is_in([lifecycle::Stage::Draft, lifecycle::Stage::InReview]))
        .into_tuple()
        .all(db)
        .await
}

/// A publication of this Society, else `NotFound`. Every query of the desk starts here.
pub(crate) async fn of_society(
    db: &impl ConnectionTrait,
    society: SocietyId,
    id: PublicationId,
) -> Result<entity::Model, PublicationError> {
    entity::Entity::find_by_id(id)
        .filter(entity::Column::SocietyId.eq(society))
        .one(db)
        .await?
        .ok_or(PublicationError::NotFound)
}

/// Raises the catalogue's version, so that every replica loads it again; part of the changing transaction.
pub(crate) async fn bump_catalogue(txn: &impl ConnectionTrait) -> Result<(), DbErr> {
    txn.execute_unprepared(
        "update installation set value = cast(cast(value as integer) + 1 as text) where name = 'catalogue_version'",
    )
    .await
    .map(|_| ())
}

/// Raises the publication's version if it still is what the writer saw; else fails with `Conflict`.
pub(crate) async fn take_turn(
    txn: &impl ConnectionTrait,
    seen: Seen<PublicationId>,
) -> Result<(), PublicationError> {
    let moved = entity::Entity::update_many()
        .col_expr(entity::Column::Version, Expr::value(seen.version + 1))
        .filter(entity::Column::Id.eq(seen.id))
        .filter(entity::Column::Version.eq(seen.version))
        .exec(txn)
        .await?;
    if moved.rows_affected == 1 { Ok(()) } else { Err(PublicationError::Conflict) }
}
