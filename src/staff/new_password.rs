//! A member changes their own password: the same key and second factor get a new wrapping. Invariant: without the old password
//! nothing changes, and no other session of the member survives the change.

use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter};

use super::password::{self, NewPassword, UnlockError, Unlocked};
use super::proving::proved;
use super::roles::SignedIn;
use super::second_factor::TotpSecret;
use super::{Staff, binding, entity, is_verified, may_sign_in, second_key, session};
use crate::audit::{self, AuditError, Verb, entry};
use crate::chance;
use crate::clock::Moment;
use crate::db;
use crate::proofs::{ProofError, Refused};
use crate::sealing::{KeyPair, Kind};
use crate::secrets::KeyDerivation;

#[derive(Debug, thiserror::Error)]
pub enum NewPasswordError {
    #[error("this is not the password until now")]
    WrongOld,
    #[error("it is the same as before")]
    Same,
    #[error("it is the second passphrase, which signing in must never learn")]
    IsSecond,
    #[error(transparent)]
    Refused(#[from] Refused),
    #[error(transparent)]
    Unlock(#[from] UnlockError),
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error(transparent)]
    Audit(#[from] AuditError),
}

impl From<ProofError> for NewPasswordError {
    fn from(error: ProofError) -> Self {
        match error {
            ProofError::Refused(refused) => refused.into(),
            ProofError::Audit(error) => error.into(),
        }
    }
}

/// Changes the password. A wrong old password leaves the same line as a failed sign-in.
pub async fn change(
    db: &DatabaseConnection,
    derivation: KeyDerivation<'_>,
    by: &Staff<SignedIn>,
    (old, new): (&str, &NewPassword),
    now: Moment,
) -> Result<(), NewPasswordError> {
    let row = proved(db, &by.proofs, by.id).await?.filter(|row| may_sign_in(row, now));
    let row = row.ok_or(NewPasswordError::WrongOld)?;
    if !is_password_of(&row, old, derivation).await? {
        audit::record(db, by.society, now, Some(by.id), Verb::SignInFailed, by.id).await?;
        return Err(NewPasswordError::WrongOld);
    }
    if password::forms(old).iter().any(|form| form.as_str() == new.as_str()) {
        return Err(NewPasswordError::Same);
    }
    if second_key::is_passphrase_of(&row, new.as_str(), derivation).await? {
        return Err(NewPasswordError::IsSecond);
    }
    let anew = under(new, &row, (&by.key, &by.session.totp), derivation).await?;
    let txn = db::write(db).await?;
    // If two changes run at once, the later one fails: its old password has just been replaced.
    let changed = entity::Entity::update_many()
        .set(password_columns(&anew))
        .filter(entity::Column::Id.eq(by.id))
        .filter(entity::Column::Verifier.eq(row.verifier))
        .exec(&txn)
        .await?;
    if changed.rows_affected != 1 {
        return Err(NewPasswordError::WrongOld);
    }
    session::end_others_of(&txn, by.id, &by.session).await?;
    let own = session::taken(&txn, by).await?;
    let line = entry(Some(by.id), Verb::PasswordChanged, by.id);
    let act = audit::append_head(&txn, by.society, now, line).await?;
    if !by.proofs.put(&txn, &anew, act).await? {
        return Err(NewPasswordError::WrongOld);
    }
    // Sessions from before this act open nothing any more; this one goes on.
    if let Some(own) = own {
        by.proofs.put(&txn, &own, act).await?;
    }
    txn.commit().await?;
    Ok(())
}

pub(super) async fn is_password_of(
    row: &entity::Model,
    typed: &str,
    derivation: KeyDerivation<'_>,
) -> Result<bool, UnlockError> {
    let salt = row.salt.as_deref().unwrap_or_default();
    for form in password::forms(typed) {
        if is_verified(row, &Unlocked::from_password(&form, salt, derivation).await?) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A member's row, with their key and second factor wrapped under a password and a new salt.
pub(super) async fn under(
    password: &NewPassword,
    row: &entity::Model,
    (key, totp): (&KeyPair, &TotpSecret),
    derivation: KeyDerivation<'_>,
) -> Result<entity::Model, UnlockError> {
    let salt = chance::bytes::<16>();
    let unlocked = Unlocked::from_password(password.as_str(), &salt, derivation).await?;
    let wrapped = unlocked.wrapping.wrap_key(binding(row, Kind::StaffKey), key)?;
    let second = unlocked.second_factor.public().seal(binding(row, Kind::TotpSecret), totp.as_bytes())?;
    Ok(entity::Model {
        salt: Some(salt.to_vec()),
        verifier: Some(unlocked.verifier()),
        wrapped_key: Some(wrapped),
        totp_secret: Some(second),
        ..row.clone()
    })
}

/// The columns that hang on the password.
pub(super) fn password_columns(row: &entity::Model) -> entity::ActiveModel {
    entity::ActiveModel {
        salt: Set(row.salt.clone()),
        verifier: Set(row.verifier.clone()),
        wrapped_key: Set(row.wrapped_key.clone()),
        totp_secret: Set(row.totp_secret.clone()),
        ..Default::default()
    }
}
