//! How an invited person joins. An invitation is a hashed, single-use, 48-hour token without key material; the keys come from a
//! colleague who compared a fingerprint by voice, or from the Society's offline recovery key.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, sea_query::Expr,
};
use sha2::{Digest, Sha256};
use time::Duration;
use zeroize::Zeroizing;

use super::lifecycle::{Elsewhere, Step};
use super::new_password::{password_columns, under};
use super::parts::needs_keys;
use super::password::{NewPassword, UnlockError};
use super::proving::{prove, proved};
use super::second_factor::TotpSecret;
use super::{Member, entity, invitation_entity, second_key, session, society_of, voice};
use crate::audit::{self, AuditError, Verb, entry};
use crate::chance;
use crate::clock::Moment;
use crate::db;
use crate::ids::{SocietyId, StaffId};
use crate::proofs::{ProofError, Proofs, Refused};
use crate::sealing::{KeyPair, SealError, base64url, from_base64url};
use crate::secrets::KeyDerivation;
use crate::societies::grants;
use crate::societies::keys::KeyError;
use crate::stretching::Busy;

const INVITATION_FOR: Duration = Duration::hours(48);

words! {
    pub enum Purpose {
        Join = "join",
        /// A further administrator joins; a second administrator must agree.
        Administer = "administer",
        /// A password or second factor was lost; a second colleague must agree.
        Recover = "recover",
    }
}

// An invitation that this program does not understand needs a second colleague.
word_column!(Purpose, unknown: Recover);

#[derive(Debug, thiserror::Error)]
pub enum JoiningError {
    #[error("this name is taken")]
    NameTaken,
    #[error("a name of 2 to 40 letters, digits, dots and dashes was expected")]
    BadName,
    #[error("at least one role was expected")]
    NoRole,
    /// Unknown, used, or older than 48 hours.
    #[error("this invitation can't be used")]
    Unusable,
    #[error("a second colleague has to agree first")]
    NeedsSecondColleague,
    /// Two administrators decide about a further one; the operator invites the first two.
    #[error("there is no second administrator to agree")]
    NoSecondAdministrator,
    #[error("the Society has its two administrators, and decides itself from now on")]
    HasAdministrators,
    #[error("the same person can't agree to what they asked for")]
    SamePerson,
    /// The account is from before keys were bound; its owner's next sign-in binds them.
    #[error("this account's keys are not bound yet")]
    NotBound,
    #[error("the digits do not match")]
    WrongFingerprint,
    #[error("the code is not right")]
    WrongCode,
    #[error("no such person in this Society")]
    NoSuchPerson,
    /// A colleague was faster, or the page was out of date.
    #[error(transparent)]
    Elsewhere(#[from] Elsewhere),
    #[error(transparent)]
    Busy(#[from] Busy),
    #[error(transparent)]
    Key(#[from] KeyError),
    #[error(transparent)]
    Seal(#[from] SealError),
    /// Somebody wrote the account's or the invitation's row who was not this program, or put it back.
    #[error(transparent)]
    Refused(#[from] Refused),
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error(transparent)]
    Audit(#[from] AuditError),
}

impl From<ProofError> for JoiningError {
    fn from(error: ProofError) -> Self {
        match error {
            ProofError::Refused(refused) => refused.into(),
            ProofError::Audit(error) => error.into(),
        }
    }
}

/// The account that an unused token is for.
pub async fn invited(
    (db, proofs): (&DatabaseConnection, &Proofs),
    token: &str,
    now: Moment,
) -> Result<entity::Model, JoiningError> {
    let invitation = usable(db, token, now).await?;
    let row = proved(db, proofs, invitation.staff_id).await?.ok_or(JoiningError::Unusable)?;
    proofs.check(db, society_of(&row), &[&invitation]).await?;
    let may_accept = row.stage.after(Step::Accept { needs_keys: needs_keys(&row) });
    may_accept.map(|_| row).map_err(|_| JoiningError::Unusable)
}

/// Sets password and second factor and makes a new key pair. This person's older keys open nothing after that; an administrator
/// then chooses a second passphrase.
pub async fn accept(
    db: &DatabaseConnection,
    derivation: KeyDerivation<'_>,
    token: &str,
    password: &NewPassword,
    (totp, code): (&TotpSecret, &str),
    now: Moment,
) -> Result<(), JoiningError> {
    let row = invited((db, &derivation.secrets.proofs), token, now).await?;
    let step = totp.check(code, now, 0).ok_or(JoiningError::WrongCode)?;
    let key = KeyPair::generate();
    let anew = under(password, &row, (&key, totp), derivation).await.map_err(|e| match e {
        UnlockError::Busy(busy) => JoiningError::Busy(busy),
        UnlockError::Seal(seal) => JoiningError::Seal(seal),
    })?;
    let own = voice::Keys::own(row.id, &key, None);
    let mac = own.mac(derivation.secrets).to_vec();
    let txn = db::write(db).await?;
    db::isolation::enter(&txn, society_of(&row)).await?;
    let used = invitation_entity::Entity::update_many()
        .col_expr(invitation_entity::Column::UsedAt, Expr::value(now.0))
        .filter(invitation_entity::Column::TokenHash.eq(token_hash(token).ok_or(JoiningError::Unusable)?))
        .filter(invitation_entity::Column::UsedAt.is_null())
        .exec(&txn)
        .await?;
    if used.rows_affected != 1 {
        return Err(JoiningError::Unusable);
    }
    let moved = moves(&txn, &row, Step::Accept { needs_keys: needs_keys(&row) }).await?;
    grants::take_from(&txn, row.id).await?;
    second_key::forget(&txn, row.id).await?;
    session::end_all_of(&txn, row.id).await?;
    let joined = second_key::without(entity::Model {
        stage: moved.stage,
        public_key: Some(own.sealed_to),
        // The code that proved the new authenticator may still sign in once, so the step before it is stored.
        totp_last_step: step - 1,
        ..anew
    });
    let changed = entity::ActiveModel {
        id: Set(row.id),
        public_key: Set(joined.public_key.clone()),
        signing_key: Set(Some(own.signs_with)),
        key_mac: Set(Some(mac)),
        list_seen: Set(None),
        totp_last_step: Set(joined.totp_last_step),
        ..password_columns(&joined)
    };
    entity::Entity::update(changed).exec(&txn).await?;
    let line = entry(Some(row.id), Verb::Joined, row.id);
    let act = audit::append_head(&txn, society_of(&row), now, line).await?;
    prove(&txn, &derivation.secrets.proofs, &joined, act).await?;
    txn.commit().await?;
    Ok(())
}

/// A colleague's row, if this program wrote it and nothing replaced it since.
pub(super) async fn colleague(
    db: &DatabaseConnection,
    by: &Member,
    id: StaffId,
) -> Result<entity::Model, JoiningError> {
    let read = async || Ok(in_society(db, by.society, id).await?.map(|row| (by.society, row)));
    by.proofs.read(db, read).await?.ok_or(JoiningError::NoSuchPerson)
}

pub(super) async fn in_society(
    db: &impl ConnectionTrait,
    society: SocietyId,
    id: StaffId,
) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find_by_id(id).filter(entity::Column::SocietyId.eq(society)).one(db).await
}

/// Takes the step from the stage in `row`; if two do so at once, the second one gets `Elsewhere`. Returns the row as it is now,
/// which lets nobody in until it is proved.
pub(super) async fn moves(
    txn: &impl ConnectionTrait,
    row: &entity::Model,
    step: Step,
) -> Result<entity::Model, JoiningError> {
    let before = row.stage;
    let after = before.after(step)?;
    let moved = entity::Entity::update_many()
        .col_expr(entity::Column::Stage, Expr::value(after))
        .filter(entity::Column::Id.eq(row.id))
        .filter(entity::Column::Stage.eq(before))
        .exec(txn)
        .await?;
    if moved.rows_affected != 1 {
        return Err(Elsewhere(before).into());
    }
    Ok(entity::Model { stage: after, ..row.clone() })
}

pub(super) async fn issue(
    txn: &impl ConnectionTrait,
    staff: StaffId,
    purpose: Purpose,
    by: Option<StaffId>,
    now: Moment,
) -> Result<(Zeroizing<String>, invitation_entity::Model), DbErr> {
    let token = Zeroizing::new(base64url(&chance::bytes::<32>()));
    invitation_entity::Entity::delete_many()
        .filter(invitation_entity::Column::StaffId.eq(staff))
        .filter(invitation_entity::Column::UsedAt.is_null())
        .exec(txn)
        .await?;
    let row = invitation_entity::Model {
        token_hash: token_hash(&token).unwrap_or_default(),
        staff_id: staff,
        purpose,
        made_by: by,
        agreed_by: None,
        ends_at: (now + INVITATION_FOR).0,
        used_at: None,
        proof: None,
    };
    let new = row.clone().into_active_model().reset_all();
    invitation_entity::Entity::insert(new).exec_without_returning(txn).await?;
    Ok((token, row))
}

async fn usable(
    db: &impl ConnectionTrait,
    token: &str,
    now: Moment,
) -> Result<invitation_entity::Model, JoiningError> {
    let hash = token_hash(token).ok_or(JoiningError::Unusable)?;
    let row = invitation_entity::Entity::find_by_id(hash).one(db).await?;
    let row = row.filter(|r| r.used_at.is_none() && r.ends_at >= now.0).ok_or(JoiningError::Unusable)?;
    if row.purpose != Purpose::Join && row.agreed_by.is_none() {
        return Err(JoiningError::NeedsSecondColleague);
    }
    Ok(row)
}

fn token_hash(token: &str) -> Option<Vec<u8>> {
    Some(Sha256::digest(from_base64url(token.trim())?).to_vec())
}
