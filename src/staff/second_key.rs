//! A second key of each administrator, for what a sign-in must not give: the Society's archive, and the root that signs its key
//! list. Its secret hangs on a passphrase of its own. Invariant: only a request in which that passphrase was typed has the key, and nothing keeps it.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter,
};

use super::new_password::is_password_of;
use super::parts::{held_by_administrators, parts_of};
use super::password::{self, UnlockError, second_wrapping};
use super::proving::proved;
use super::roles::Administer;
use super::second_passphrase::NewPassphrase;
use super::{Member, Staff, binding, entity, society_of, voice};
use crate::audit::{self, AuditError, Verb, chain::Head, entry};
use crate::chance;
use crate::clock::Moment;
use crate::db;
use crate::ids::StaffId;
use crate::proofs::{ProofError, Refused};
use crate::sealing::{KeyPair, Kind};
use crate::secrets::KeyDerivation;
use crate::societies::exchanged::{Exchanged, KeyOf};
use crate::societies::grants;
use crate::societies::keys::{Halves, KeyError, KeyHolder, Part};
use crate::societies::listed;

#[derive(Debug, thiserror::Error)]
pub enum SecondKeyError {
    #[error("this is not the password")]
    WrongPassword,
    #[error("this is not the second passphrase")]
    Wrong,
    #[error("no second passphrase was chosen yet")]
    NotChosen,
    /// It was chosen or changed meanwhile, on another page.
    #[error("the second passphrase was set meanwhile")]
    Elsewhere,
    /// Somebody wrote the account's row who was not this program, or put it back.
    #[error(transparent)]
    Refused(#[from] Refused),
    #[error(transparent)]
    Key(#[from] KeyError),
    #[error(transparent)]
    Unlock(#[from] UnlockError),
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error(transparent)]
    Audit(#[from] AuditError),
}

impl From<ProofError> for SecondKeyError {
    fn from(error: ProofError) -> Self {
        match error {
            ProofError::Refused(refused) => refused.into(),
            ProofError::Audit(error) => error.into(),
        }
    }
}

/// An administrator's second key, opened for one request.
pub struct SecondKey(KeyPair);

impl Member {
    /// The member as the holder of every key of theirs, also of those under the second one.
    pub fn key_holder_with<'k>(&'k self, second: &'k SecondKey) -> KeyHolder<'k> {
        KeyHolder { second: Some(&second.0), ..self.key_holder() }
    }

    /// The same with or without it.
    pub fn key_holder_with_any<'k>(&'k self, second: Option<&'k SecondKey>) -> KeyHolder<'k> {
        second.map_or_else(|| self.key_holder(), |second| self.key_holder_with(second))
    }
}

/// Whether this person needs a second key, and has not chosen its passphrase yet.
pub fn lacks_second(row: &entity::Model) -> bool {
    row.second_public_key.is_none() && needs_second(row)
}

fn needs_second(row: &entity::Model) -> bool {
    parts_of(row).iter().any(|part| part.needs_second_key())
}

/// Opens the second key with a typed passphrase. Each try, right or wrong, is a line of the chain.
pub async fn open(
    db: &DatabaseConnection,
    derivation: KeyDerivation<'_>,
    by: &Member,
    typed: &str,
    now: Moment,
) -> Result<SecondKey, SecondKeyError> {
    let row = own_row(db, by).await?;
    let opened = opened(&row, typed, derivation).await?;
    let verb = if opened.is_some() { Verb::SecondKeyOpened } else { Verb::SecondPassphraseWrong };
    audit::record(db, by.society, now, Some(by.id), verb, by.id).await?;
    let second = SecondKey(opened.ok_or(SecondKeyError::Wrong)?);
    // In a session from before an update, older grants wait for no further sign-in.
    let holder = by.key_holder_with(&second);
    grants::renew(db, by.society, holder, &holder.halves()).await?;
    Ok(second)
}

/// What the member proves and sets: their password, and the new second passphrase.
pub type Choice<'a> = (&'a str, &'a NewPassphrase);

/// Sets the first second passphrase. What was given under the first key and belongs under the second moves there at once, and its
/// old wrapping is deleted. Returns the key, as if the passphrase had just been typed.
pub async fn choose(
    db: &DatabaseConnection,
    derivation: KeyDerivation<'_>,
    by: &Staff<Administer>,
    choice: Choice<'_>,
    now: Moment,
) -> Result<SecondKey, SecondKeyError> {
    set_new_pair(db, derivation, by, (choice, Verb::SecondPassphraseChosen), now).await
}

/// A new second key in the place of one whose passphrase is forgotten. What was given under the old one is lost to this member: an
/// administrator or the recovery key gives it again.
pub async fn replace_forgotten(
    db: &DatabaseConnection,
    derivation: KeyDerivation<'_>,
    by: &Staff<Administer>,
    choice: Choice<'_>,
    now: Moment,
) -> Result<(), SecondKeyError> {
    set_new_pair(db, derivation, by, (choice, Verb::SecondPassphraseForgotten), now).await.map(|_| ())
}

/// The same second key under a new passphrase.
pub async fn change(
    db: &DatabaseConnection,
    derivation: KeyDerivation<'_>,
    by: &Staff<Administer>,
    old: &str,
    (password, new): Choice<'_>,
    now: Moment,
) -> Result<(), SecondKeyError> {
    let row = proven_row(db, derivation, by, password, now).await?;
    let second = open(db, derivation, by, old, now).await?;
    let anew = under(new, &row, (&by.key, &second.0), derivation).await?;
    let txn = db::write(db).await?;
    replace(&txn, &row, &anew).await?;
    let line = entry(Some(by.id), Verb::SecondPassphraseChanged, by.id);
    let act = audit::append_head(&txn, by.society, now, line).await?;
    prove(&txn, by, &anew, act).await?;
    txn.commit().await?;
    Ok(())
}

/// The public halves of one's own keys, whatever the database says: the second is known by a seal that only the first key makes.
pub async fn own_halves(db: &impl ConnectionTrait, member: &Member) -> Result<Halves, KeyError> {
    let row = entity::Entity::find_by_id(member.id).one(db).await?;
    let (first, stored) = (member.key.own(), row.as_ref().and_then(|row| row.second_public_key.as_deref()));
    let Some((row, stored)) = row.as_ref().zip(stored) else { return Ok(Halves { first, second: None }) };
    let known = row.second_witness.as_deref().and_then(|seal| member.key.witnessed(seal));
    let known = known.filter(|known| known.as_str() == stored).ok_or_else(|| KeyError::from(fault(row)))?;
    Ok(Halves { first, second: Some(known) })
}

/// Seals a member's older grants again, in their session. The second key's public half is in the member's own seal, so this asks for
/// no second passphrase.
pub async fn renew_grants(db: &DatabaseConnection, member: &Member) -> Result<(), KeyError> {
    let halves = own_halves(db, member).await?;
    grants::renew(db, member.society, member.key_holder(), &halves).await
}

/// Whether this text opens the person's second key, so that nobody makes it their password too.
pub(super) async fn is_passphrase_of(
    row: &entity::Model,
    text: &str,
    derivation: KeyDerivation<'_>,
) -> Result<bool, UnlockError> {
    match opened(row, text, derivation).await {
        Ok(found) => Ok(found.is_some()),
        Err(SecondKeyError::NotChosen) => Ok(false),
        Err(SecondKeyError::Unlock(error)) => Err(error),
        // It opened a key, though not the one that the row names.
        Err(_) => Ok(true),
    }
}

async fn set_new_pair(
    db: &DatabaseConnection,
    derivation: KeyDerivation<'_>,
    by: &Staff<Administer>,
    ((password, new), verb): (Choice<'_>, Verb),
    now: Moment,
) -> Result<SecondKey, SecondKeyError> {
    let row = proven_row(db, derivation, by, password, now).await?;
    if row.second_public_key.is_some() == (verb == Verb::SecondPassphraseChosen) {
        return Err(SecondKeyError::Elsewhere);
    }
    let pair = KeyPair::generate();
    let halves = Halves { first: by.key.own(), second: Some(pair.own()) };
    let anew = under(new, &row, (&by.key, &pair), derivation).await?;
    let txn = db::write(db).await?;
    replace(&txn, &row, &anew).await?;
    grants::take_second_from(&txn, by.id).await?;
    let renewed = grants::renew_within(&txn, by.society, by.key_holder(), &halves).await?;
    let act = audit::append_head(&txn, by.society, now, entry(Some(by.id), verb, by.id)).await?;
    prove(&txn, by, &anew, act).await?;
    grants::prove(&txn, &by.proofs, &renewed, act).await?;
    txn.commit().await?;
    Ok(SecondKey(pair))
}

async fn prove(
    txn: &impl ConnectionTrait,
    by: &Member,
    row: &entity::Model,
    act: Head,
) -> Result<(), SecondKeyError> {
    if by.proofs.put(txn, row, act).await? { Ok(()) } else { Err(SecondKeyError::Elsewhere) }
}

/// If two changes run at once, the later one fails.
async fn replace(
    txn: &impl ConnectionTrait,
    row: &entity::Model,
    anew: &entity::Model,
) -> Result<(), SecondKeyError> {
    let before = entity::Column::SecondWrappedKey;
    let changed = entity::Entity::update_many()
        .set(columns(anew))
        .filter(entity::Column::Id.eq(row.id))
        .filter(row.second_wrapped_key.clone().map_or(before.is_null(), |old| before.eq(old)))
        .exec(txn)
        .await?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(SecondKeyError::Elsewhere) }
}

/// `None` if the passphrase is wrong.
async fn opened(
    row: &entity::Model,
    typed: &str,
    derivation: KeyDerivation<'_>,
) -> Result<Option<KeyPair>, SecondKeyError> {
    let both = row.second_salt.as_deref().zip(row.second_wrapped_key.as_deref());
    let (salt, wrapped) = both.ok_or(SecondKeyError::NotChosen)?;
    for form in password::forms(typed) {
        let wrapping = second_wrapping(&form, salt, derivation).await?;
        if let Ok(key) = wrapping.unwrap_key(binding(row, Kind::SecondKey), wrapped) {
            let pair = fault(row).unless_pair(key, row.second_public_key.as_deref());
            return pair.map(Some).map_err(|exchanged| KeyError::from(exchanged).into());
        }
    }
    Ok(None)
}

async fn under(
    passphrase: &NewPassphrase,
    row: &entity::Model,
    (first, second): (&KeyPair, &KeyPair),
    derivation: KeyDerivation<'_>,
) -> Result<entity::Model, SecondKeyError> {
    let salt = chance::bytes::<16>();
    let wrapping = second_wrapping(passphrase.as_str(), &salt, derivation).await?;
    let wrapped = wrapping.wrap_key(binding(row, Kind::SecondKey), second);
    let public = second.public();
    let own = voice::Keys::own(row.id, first, Some(&public));
    Ok(entity::Model {
        second_salt: Some(salt.to_vec()),
        second_wrapped_key: Some(wrapped.map_err(UnlockError::from)?),
        second_witness: Some(first.witness(&public)),
        second_public_key: Some(public.as_str().to_owned()),
        // From this moment on, the database can't exchange it before a colleague gives something to it.
        key_mac: Some(own.mac(derivation.secrets).to_vec()),
        signing_key: Some(own.signs_with),
        ..row.clone()
    })
}

/// The columns of the second key, and those that bind it.
fn columns(row: &entity::Model) -> entity::ActiveModel {
    entity::ActiveModel {
        signing_key: Set(row.signing_key.clone()),
        key_mac: Set(row.key_mac.clone()),
        second_salt: Set(row.second_salt.clone()),
        second_public_key: Set(row.second_public_key.clone()),
        second_wrapped_key: Set(row.second_wrapped_key.clone()),
        second_witness: Set(row.second_witness.clone()),
        ..Default::default()
    }
}

/// A row without its second key, as `forget` leaves it.
pub(super) fn without(row: entity::Model) -> entity::Model {
    entity::Model {
        second_salt: None,
        second_public_key: None,
        second_wrapped_key: None,
        second_witness: None,
        key_mac: None,
        ..row
    }
}

/// The member's row, if it is proved and they know their password. A wrong one leaves the same line as a failed sign-in.
async fn proven_row(
    db: &DatabaseConnection,
    derivation: KeyDerivation<'_>,
    by: &Member,
    password: &str,
    now: Moment,
) -> Result<entity::Model, SecondKeyError> {
    let row = proved(db, &by.proofs, by.id).await?.ok_or(SecondKeyError::WrongPassword)?;
    if is_password_of(&row, password, derivation).await? {
        return Ok(row);
    }
    audit::record(db, by.society, now, Some(by.id), Verb::SignInFailed, by.id).await?;
    Err(SecondKeyError::WrongPassword)
}

/// A signed-in member's row, as it is now.
pub async fn own_row(db: &impl ConnectionTrait, by: &Member) -> Result<entity::Model, DbErr> {
    let row = entity::Entity::find_by_id(by.id).one(db).await?;
    row.ok_or_else(|| DbErr::RecordNotFound("the signed-in member's account".to_owned()))
}

/// The parts that a person's roles hold, and that nobody has given them, or that they lost with a forgotten passphrase. Of a
/// Society without a root nobody lacks it.
pub async fn lacking(db: &impl ConnectionTrait, row: &entity::Model) -> Result<Vec<Part>, DbErr> {
    let mut parts = parts_of(row);
    if held_by_administrators(row) && listed::has_a_list(db, society_of(row)).await? {
        parts.push(Part::Root);
    }
    let granted = grants::granted_to(db, row.id).await?;
    Ok(parts.into_iter().filter(|part| !granted.contains(part)).collect())
}

/// The parts that this member lacks.
pub async fn lacked_by(db: &impl ConnectionTrait, by: &Member) -> Result<Vec<Part>, DbErr> {
    lacking(db, &own_row(db, by).await?).await
}

fn fault(row: &entity::Model) -> Exchanged {
    Exchanged { society: society_of(row), key: KeyOf::Second, record: row.id.into() }
}

/// Takes a person's second key away, with a new start or after a restore.
pub(super) async fn forget(txn: &impl ConnectionTrait, staff: StaffId) -> Result<(), DbErr> {
    let none = entity::ActiveModel {
        second_salt: Set(None),
        second_public_key: Set(None),
        second_wrapped_key: Set(None),
        second_witness: Set(None),
        // It covered the second key too. The next sign-in binds what is left.
        key_mac: Set(None),
        ..Default::default()
    };
    let theirs = entity::Entity::update_many().set(none).filter(entity::Column::Id.eq(staff));
    theirs.exec(txn).await.map(|_| ())
}
