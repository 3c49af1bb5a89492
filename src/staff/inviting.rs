//! The rules of inviting. An administrator invites colleagues; for a further administrator, a second administrator must agree.
//! The operator invites a Society's first two, and other operators.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, sea_query::Expr,
};
use time::Date;
use zeroize::Zeroizing;

use super::joining::{JoiningError, Purpose, colleague, issue, moves};
use super::lifecycle::Step;
use super::proving::{prove, prove_invitation};
use super::roles::{Administer, Role, parse_roles, roles_text};
use super::{INSTALLATION, Staff, Stage, entity, invitation_entity, may_sign_in, of_society};
use crate::audit::{self, Verb, entry};
use crate::chance;
use crate::clock::Moment;
use crate::db::{self, is_unique_violation, isolation};
use crate::ids::{SocietyId, StaffId};
use crate::proofs::{ProofError, Proofs};

/// How many administrators the operator invites; after that, they decide together.
const FIRST_ADMINISTRATORS: usize = 2;

pub struct NewMember<'a> {
    pub name: &'a str,
    pub roles: &'a [Role],
    pub grant_ends_on: Date,
}

/// An invitation by a Society administrator. Returns the token, which is shown once; a further administrator's token works only
/// after [`agree`].
pub async fn invite(
    db: &DatabaseConnection,
    by: &Staff<Administer>,
    new: NewMember<'_>,
    now: Moment,
) -> Result<Zeroizing<String>, JoiningError> {
    if new.roles.contains(&Role::Operator) {
        return Err(JoiningError::NoRole);
    }
    let purpose = if new.roles.contains(&Role::Administrator) { Purpose::Administer } else { Purpose::Join };
    if purpose == Purpose::Administer
        && administrators((db, &by.proofs), by.society, now).await? < FIRST_ADMINISTRATORS
    {
        return Err(JoiningError::NoSecondAdministrator);
    }
    add((db, &by.proofs), Some(by.society), (Some(by.id), purpose), new, now).await
}

/// An invitation by the operator (`by` is `None` at the command line), for another operator or one of a Society's first two
/// administrators.
pub async fn invite_as_operator(
    (db, proofs): (&DatabaseConnection, &Proofs),
    by: Option<StaffId>,
    society: Option<SocietyId>,
    new: NewMember<'_>,
    now: Moment,
) -> Result<Zeroizing<String>, JoiningError> {
    let is_fitting = |role: &Role| (*role == Role::Operator) == society.is_none();
    if !new.roles.iter().all(is_fitting) || (society.is_some() && !new.roles.contains(&Role::Administrator)) {
        return Err(JoiningError::NoRole);
    }
    if let Some(society) = society
        && administrators((db, proofs), society, now).await? >= FIRST_ADMINISTRATORS
    {
        return Err(JoiningError::HasAdministrators);
    }
    add((db, proofs), society, (by, Purpose::Join), new, now).await
}

/// Whether the operator may still invite an administrator.
pub async fn lacks_administrators(
    stores: (&DatabaseConnection, &Proofs),
    society: SocietyId,
    now: Moment,
) -> Result<bool, JoiningError> {
    Ok(administrators(stores, society, now).await? < FIRST_ADMINISTRATORS)
}

/// A second administrator, not the one who invited, agrees to a further administrator.
pub async fn agree(
    db: &DatabaseConnection,
    by: &Staff<Administer>,
    newcomer: StaffId,
    now: Moment,
) -> Result<(), JoiningError> {
    let row = colleague(db, by, newcomer).await?;
    let invitation = waiting(db, newcomer, now).await?.ok_or(JoiningError::Unusable)?;
    by.proofs.check(db, by.society, &[&invitation]).await?;
    if invitation.made_by == Some(by.id) {
        return Err(JoiningError::SamePerson);
    }
    let txn = db::write(db).await?;
    moves(&txn, &row, Step::AskAnew).await?;
    let agreed = invitation_entity::Entity::update_many()
        .col_expr(invitation_entity::Column::AgreedBy, Expr::value(by.id))
        .filter(invitation_entity::Column::TokenHash.eq(invitation.token_hash.clone()))
        .filter(invitation_entity::Column::UsedAt.is_null())
        .exec(&txn)
        .await?;
    if agreed.rows_affected != 1 {
        return Err(JoiningError::Unusable);
    }
    let line = entry(Some(by.id), Verb::AdministratorAgreed, newcomer);
    let act = audit::append_head(&txn, by.society, now, line).await?;
    let invitation = invitation_entity::Model { agreed_by: Some(by.id), ..invitation };
    prove_invitation(&txn, &by.proofs, &invitation, act).await?;
    txn.commit().await?;
    Ok(())
}

/// A further administrator's invitation that nobody has agreed to yet.
pub async fn waiting(
    db: &impl ConnectionTrait,
    newcomer: StaffId,
    now: Moment,
) -> Result<Option<invitation_entity::Model>, DbErr> {
    invitation_entity::Entity::find()
        .filter(invitation_entity::Column::StaffId.eq(newcomer))
        .filter(invitation_entity::Column::Purpose.eq(Purpose::Administer))
        .filter(invitation_entity::Column::UsedAt.is_null())
        .filter(invitation_entity::Column::AgreedBy.is_null())
        .filter(invitation_entity::Column::EndsAt.gte(now.0))
        .one(db)
        .await
}

/// Counts administrators who have joined and may still sign in; an unused invitation takes no place, nor does a row that this
/// program did not write.
async fn administrators(
    (db, proofs): (&DatabaseConnection, &Proofs),
    society: SocietyId,
    now: Moment,
) -> Result<usize, JoiningError> {
    let is_one = |row: &&entity::Model| {
        parse_roles(&row.roles).contains(&Role::Administrator)
            && row.stage != Stage::Invited
            && may_sign_in(row, now)
    };
    let mut count = 0;
    for row in of_society(db, society).await?.iter().filter(is_one) {
        match isolation::within(society, proofs.stands(db, society, row)).await {
            Ok(()) => count += 1,
            Err(ProofError::Refused(refused)) => {
                tracing::warn!(%refused, "it is not counted as an administrator's");
            }
            Err(ProofError::Audit(error)) => return Err(error.into()),
        }
    }
    Ok(count)
}

async fn add(
    (db, proofs): (&DatabaseConnection, &Proofs),
    society: Option<SocietyId>,
    (by, purpose): (Option<StaffId>, Purpose),
    new: NewMember<'_>,
    now: Moment,
) -> Result<Zeroizing<String>, JoiningError> {
    let name = new.name.trim().to_lowercase();
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-');
    if !(2..=40).contains(&name.len()) || !name.chars().all(is_plain) {
        return Err(JoiningError::BadName);
    }
    if new.roles.is_empty() {
        return Err(JoiningError::NoRole);
    }
    let id = chance::id();
    let txn = db::write(db).await?;
    let row = entity::Model {
        id,
        society_id: society,
        sign_in_name: name,
        roles: roles_text(new.roles),
        stage: Stage::Invited,
        salt: None,
        verifier: None,
        public_key: None,
        wrapped_key: None,
        totp_secret: None,
        totp_last_step: 0,
        grant_ends_on: new.grant_ends_on,
        created_at: now.0,
        signing_key: None,
        list_seen: None,
        key_mac: None,
        second_salt: None,
        second_public_key: None,
        second_wrapped_key: None,
        second_witness: None,
        proof: None,
    };
    let inserted = row.clone().into_active_model().reset_all();
    match entity::Entity::insert(inserted).exec_without_returning(&txn).await {
        Err(error) if is_unique_violation(&error) => return Err(JoiningError::NameTaken),
        other => other?,
    };
    let (token, invitation) = issue(&txn, id, purpose, by, now).await?;
    let chain = society.unwrap_or(INSTALLATION);
    let act = audit::append_head(&txn, chain, now, entry(by, Verb::Invited, id)).await?;
    prove(&txn, proofs, &row, act).await?;
    prove_invitation(&txn, proofs, &invitation, act).await?;
    txn.commit().await?;
    Ok(token)
}
