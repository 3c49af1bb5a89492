//! A member changes their own password: the same key and second factor get a new wrapping. Invariant: without the old password
//! nothing changes, and no other session of the member survives the change.

use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter,
};

use super::password::{self, NewPassword, UnlockError, Unlocked};
use super::roles::SignedIn;
use super::second_factor::TotpSecret;
use super::{Staff, binding, entity, is_verified, may_sign_in, second_key, session};
use crate::audit::{self, AuditError, Verb, entry};
use crate::chance;
use crate::clock::Moment;
use crate::db;
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
    Unlock(#[from] UnlockError),
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error(transparent)]
    Audit(#[from] AuditError),
}

/// Changes the password. A wrong old password leaves the same line as a failed sign-in.
pub async fn change(
    db: &DatabaseConnection,
    derivation: KeyDerivation<'_>,
    by: &Staff<SignedIn>,
    (old, new): (&str, &NewPassword),
    now: Moment,
) -> Result<(), NewPasswordError> {
    let row = entity::Entity::find_by_id(by.id).one(db).await?.filter(|row| may_sign_in(row, now));
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
    let wrapped = under(new, &row, (&by.key, &by.session.totp), derivation).await?;
    let txn = db::write(db).await?;
    // If two changes run at once, the later one fails: its old password has just been replaced.
    let changed = entity::Entity::update_many()
        .set(entity::ActiveModel { id: NotSet, ..wrapped })
        .filter(entity::Column::Id.eq(by.id))
        .filter(entity::Column::Verifier.eq(row.verifier))
        .exec(&txn)
        .await?;
    if changed.rows_affected != 1 {
        return Err(NewPasswordError::WrongOld);
    }
    session::end_others_of(&txn, by.id, &by.session).await?;
    audit::append(&txn, by.society, now, entry(Some(by.id), Verb::PasswordChanged, by.id)).await?;
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

/// The columns of a member's row, with their key and second factor wrapped under a password and a new salt.
pub(super) async fn under(
    password: &NewPassword,
    row: &entity::Model,
    (key, totp): (&KeyPair, &TotpSecret),
    derivation: KeyDerivation<'_>,
) -> Result<entity::ActiveModel, UnlockError> {
    let salt = chance::bytes::<16>();
    let unlocked = Unlocked::from_password(password.as_str(), &salt, derivation).await?;
    let wrapped = unlocked.wrapping.wrap_key(binding(row, Kind::StaffKey), key)?;
    let second = unlocked.second_factor.public().seal(binding(row, Kind::TotpSecret), totp.as_bytes())?;
    Ok(entity::ActiveModel {
        id: Set(row.id),
        salt: Set(Some(salt.to_vec())),
        verifier: Set(Some(unlocked.verifier())),
        wrapped_key: Set(Some(wrapped)),
        totp_secret: Set(Some(second)),
        ..Default::default()
    })
}
