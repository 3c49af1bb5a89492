//! The rules of inviting. An administrator invites colleagues; for a further administrator, a second administrator must agree.
//! The operator invites a Society's first two, and other operators.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter,
    sea_query::Expr,
};
use time::Date;
use zeroize::Zeroizing;

use super::joining::{JoiningError, Purpose, colleague, issue, moves};
use super::lifecycle::Step;
use super::roles::{Administer, Role, parse_roles, roles_text};
use super::{INSTALLATION, Staff, Stage, entity, invitation_entity, may_sign_in, of_society};
use crate::audit::{self, Verb, entry};
use crate::chance;
use crate::clock::Moment;
use crate::db::{self, is_unique_violation};
use crate::ids::{SocietyId, StaffId};

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
    if purpose == Purpose::Administer && administrators(db, by.society, now).await? < FIRST_ADMINISTRATORS {
        return Err(JoiningError::NoSecondAdministrator);
    }
    add(db, Some(by.society), (Some(by.id), purpose), new, now).await
}

/// An invitation by the operator (`by` is `None` at the command line), for another operator or one of a Society's first two
/// administrators.
pub async fn invite_as_operator(
    db: &DatabaseConnection,
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
        && administrators(db, society, now).await? >= FIRST_ADMINISTRATORS
    {
        return Err(JoiningError::HasAdministrators);
    }
    add(db, society, (by, Purpose::Join), new, now).await
}

/// Whether the operator may still invite an administrator.
pub async fn lacks_administrators(
    db: &impl ConnectionTrait,
    society: SocietyId,
    now: Moment,
) -> Result<bool, DbErr> {
    Ok(administrators(db, society, now).await? < FIRST_ADMINISTRATORS)
}

/// A second administrator, not the one who invited, agrees to a further administrator.
pub async fn agree(
    db: &DatabaseConnection,
    by: &Staff<Administer>,
    newcomer: StaffId,
    now: Moment,
) -> Result<(), JoiningError> {
    let row = colleague(db, by.society, newcomer).await?;
    let invitation = waiting(db, newcomer, now).await?.ok_or(JoiningError::Unusable)?;
    if invitation.made_by == Some(by.id) {
        return Err(JoiningError::SamePerson);
    }
    let txn = db::write(db).await?;
    moves(&txn, &row, Step::AskAnew).await?;
    let agreed = invitation_entity::Entity::update_many()
        .col_expr(invitation_entity::Column::AgreedBy, Expr::value(by.id))
        .filter(invitation_entity::Column::TokenHash.eq(invitation.token_hash))
        .filter(invitation_entity::Column::UsedAt.is_null())
        .exec(&txn)
        .await?;
    if agreed.rows_affected != 1 {
        return Err(JoiningError::Unusable);
    }
    audit::append(&txn, by.society, now, entry(Some(by.id), Verb::AdministratorAgreed, newcomer)).await?;
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

/// Counts administrators who have joined and may still sign in; an unused invitation takes no place.
async fn administrators(db: &impl ConnectionTrait, society: SocietyId, now: Moment) -> Result<usize, DbErr> {
    let is_one = |row: &&entity::Model| {
        parse_roles(&row.roles).contains(&Role::Administrator)
            && row.stage != Stage::Invited
            && may_sign_in(row, now)
    };
    Ok(of_society(db, society).await?.iter().filter(is_one).count())
}

async fn add(
    db: &DatabaseConnection,
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
    let row = entity::ActiveModel {
        id: Set(id),
        society_id: Set(society),
        sign_in_name: Set(name),
        roles: Set(roles_text(new.roles)),
        stage: Set(Stage::Invited),
        totp_last_step: Set(0),
        grant_ends_on: Set(new.grant_ends_on),
        created_at: Set(now.0),
        ..Default::default()
    };
    match entity::Entity::insert(row).exec_without_returning(&txn).await {
        Err(error) if is_unique_violation(&error) => return Err(JoiningError::NameTaken),
        other => other?,
    };
    let token = issue(&txn, id, purpose, by, now).await?;
    let chain = society.unwrap_or(INSTALLATION);
    audit::append(&txn, chain, now, entry(by, Verb::Invited, id)).await?;
    txn.commit().await?;
    Ok(token)
}
