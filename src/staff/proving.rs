//! Proving the rows of staff, and reading only those that are proved. Invariant: a verb proves a row that it has read by
//! `proved`, with its own changes, and never reads it again in between.

use sea_orm::{ConnectionTrait, DatabaseConnection, EntityTrait};

use super::joining::JoiningError;
use super::lifecycle::Elsewhere;
use super::{entity, invitation_entity, society_of};
use crate::audit::chain::Head;
use crate::ids::StaffId;
use crate::proofs::{ProofError, Proofs};

/// A person's row, if this program wrote it and nothing replaced it since. Not for ending somebody's access: that needs none.
pub(super) async fn proved(
    db: &DatabaseConnection,
    proofs: &Proofs,
    id: StaffId,
) -> Result<Option<entity::Model>, ProofError> {
    proofs
        .read(db, async || {
            Ok(entity::Entity::find_by_id(id).one(db).await?.map(|row| (society_of(&row), row)))
        })
        .await
}

/// Proves a person's row, as this transaction has written it. If another one changed it after it was read, the act fails.
pub(super) async fn prove(
    txn: &impl ConnectionTrait,
    proofs: &Proofs,
    row: &entity::Model,
    act: Head,
) -> Result<(), JoiningError> {
    if proofs.put(txn, row, act).await? { Ok(()) } else { Err(Elsewhere(row.stage).into()) }
}

/// The same for an invitation.
pub(super) async fn prove_invitation(
    txn: &impl ConnectionTrait,
    proofs: &Proofs,
    row: &invitation_entity::Model,
    act: Head,
) -> Result<(), JoiningError> {
    if proofs.put(txn, row, act).await? { Ok(()) } else { Err(JoiningError::Unusable) }
}
