//! Staff: who they are, how they sign in, and what their session contains. A member's key is in memory for one request only,
//! unwrapped with a secret that only the browser's cookie has.

pub mod after_restore;
pub mod ending;
pub mod entity;
pub mod giving_keys;
pub mod going_on;
pub mod invitation_entity;
pub mod inviting;
pub mod joining;
pub mod lifecycle;
pub mod listing;
pub mod new_password;
pub mod parts;
pub mod passphrase;
pub mod password;
mod proving;
pub mod recovery;
pub mod roles;
pub mod second_factor;
pub mod second_key;
pub mod second_passphrase;
pub mod session;
pub mod session_entity;
pub mod voice;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter, sea_query::Expr,
};
use std::marker::PhantomData;
use time::{Date, Duration};

use crate::audit::{self, Verb, entry, entry_with};
use crate::clock::Moment;
use crate::config::ReadingBudget;
use crate::db;
use crate::ids::{RecordId, SocietyId, StaffId};
use crate::proofs::{ProofError, Proofs, Refused};
use crate::sealing::{Binding, KeyPair, Kind, SealError, SecretKey};
use crate::secrets::pins::SeenList;
use crate::secrets::{KeyDerivation, Pins};
use crate::societies::keys::KeyHolder;
use crate::stretching::Busy;
pub use lifecycle::Stage;
use password::{UnlockError, Unlocked};
use proving::proved;
use roles::{Permission, Role};
use second_factor::TotpSecret;
use session::Sessions;

/// The Society id of operators, who belong to none: it names the installation's own audit chain.
pub const INSTALLATION: SocietyId = SocietyId::from_u128(0);

/// A signed-in person, for one request.
#[derive(Clone, Debug)]
pub struct Member {
    pub id: StaffId,
    pub society: SocietyId,
    pub name: String,
    pub roles: Vec<Role>,
    pub key: KeyPair,
    pub session: session::Held,
    /// What this host knows of the Societies' roots, and the newest key list that the member has seen.
    pub pins: Pins,
    pub list_seen: Option<SeenList>,
    pub today: Date,
    /// Proves the rows that this member's acts write.
    pub proofs: Proofs,
    /// Set for each request; a session alone has no budget to read anybody's file.
    pub budget: ReadingBudget,
}

impl Member {
    /// The same member with a reading budget from the settings.
    pub fn with_budget(self, budget: ReadingBudget) -> Member {
        Member { budget, ..self }
    }

    /// The member as the holder of those of their Society's keys that a sign-in gives.
    pub fn key_holder(&self) -> KeyHolder<'_> {
        let (id, key, proofs, pins) = (self.id, &self.key, &self.proofs, &self.pins);
        KeyHolder { id, key, proofs, second: None, pins, seen: self.list_seen, today: self.today }
    }

    pub fn has(&self, allowed: &[Role]) -> bool {
        self.roles.iter().any(|role| allowed.contains(role))
    }
}

/// A member who may do `P`. Only [`Staff::permit`] makes one, so a function that takes it can't be called without the
/// permission.
#[derive(Clone, Debug)]
pub struct Staff<P: Permission> {
    member: Member,
    permission: PhantomData<P>,
}

impl<P: Permission> Staff<P> {
    pub fn permit(member: Member) -> Option<Self> {
        member.has(P::ROLES).then_some(Self { member, permission: PhantomData })
    }
}

impl<P: Permission> std::ops::Deref for Staff<P> {
    type Target = Member;
    fn deref(&self) -> &Member {
        &self.member
    }
}

/// The result of the first sign-in step, which travels sealed in the form to the second.
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Halfway {
    pub staff: StaffId,
    /// The sign-in name, for a browser that has signed in under it before.
    #[serde(default)]
    pub name: String,
    key: String,
    totp: Vec<u8>,
    since: Moment,
}

#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// A wrong name, a wrong password, an ended grant: they all give the same answer.
    #[error("name or password is not right")]
    Wrong,
    #[error("the code is not right, or was used")]
    WrongCode,
    #[error("the sign-in took too long")]
    TooLate,
    /// Too many wrong second factors: the person must sign in again.
    #[error("the session is over")]
    SessionOver,
    /// The password is right, but somebody wrote the account's row who was not this program.
    #[error(transparent)]
    Refused(#[from] Refused),
    #[error(transparent)]
    Busy(#[from] Busy),
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error(transparent)]
    Audit(#[from] audit::AuditError),
}

impl From<ProofError> for SignInError {
    fn from(error: ProofError) -> Self {
        match error {
            ProofError::Refused(refused) => refused.into(),
            ProofError::Audit(error) => error.into(),
        }
    }
}

/// The time limit for the second step.
const HALFWAY_FOR: Duration = Duration::minutes(5);

/// The first step of signing in. An unknown name costs as much Argon2 as a known one, and leaves the same kind of line.
pub async fn check_password(
    db: &DatabaseConnection,
    derivation: KeyDerivation<'_>,
    (name, password): (&str, &str),
    now: Moment,
) -> Result<Halfway, SignInError> {
    let row = by_name(db, name).await?;
    let salt =
        row.as_ref().and_then(|r| r.salt.clone()).unwrap_or_else(|| derivation.secrets.desk[..16].to_vec());
    for form in password::forms(password) {
        let unlocked = match Unlocked::from_password(&form, &salt, derivation).await {
            Ok(unlocked) => unlocked,
            Err(UnlockError::Busy(busy)) => return Err(busy.into()),
            Err(UnlockError::Seal(_)) => return Err(SignInError::Wrong),
        };
        if let Some(row) = row.as_ref().filter(|row| may_sign_in(row, now) && is_verified(row, &unlocked)) {
            proved(db, &derivation.secrets.proofs, row.id).await?;
            return halfway(row, &unlocked, now).map_err(|_| SignInError::Wrong);
        }
    }
    let (chain, about) =
        row.map_or((INSTALLATION, RecordId::from_u128(0)), |row| (society_of(&row), row.id.into()));
    audit::record(db, chain, now, None, Verb::SignInFailed, about).await?;
    Err(SignInError::Wrong)
}

fn is_verified(row: &entity::Model, unlocked: &Unlocked) -> bool {
    row.verifier.as_ref().is_some_and(|verifier| unlocked.matches(verifier))
}

fn halfway(row: &entity::Model, unlocked: &Unlocked, now: Moment) -> Result<Halfway, SealError> {
    let [wrapped, totp] =
        [&row.wrapped_key, &row.totp_secret].map(|sealed| sealed.as_deref().unwrap_or_default());
    let key = unlocked.wrapping.unwrap_key(binding(row, Kind::StaffKey), wrapped)?;
    let totp = unlocked.second_factor.open(binding(row, Kind::TotpSecret), totp)?;
    Ok(Halfway {
        staff: row.id,
        name: row.sign_in_name.clone(),
        key: key.to_text().to_string(),
        totp: totp.to_vec(),
        since: now,
    })
}

/// The second step: a fresh one-time code starts the session. Returns the cookie's value.
pub async fn check_code(
    sessions: Sessions<'_>,
    halfway: &Halfway,
    code: &str,
    now: Moment,
) -> Result<String, SignInError> {
    let Sessions { db, secrets } = sessions;
    if now > halfway.since + HALFWAY_FOR {
        return Err(SignInError::TooLate);
    }
    let row = proved(db, &secrets.proofs, halfway.staff).await?;
    let row = row.filter(|r| may_sign_in(r, now)).ok_or(SignInError::Wrong)?;
    let totp = TotpSecret::from_bytes(&halfway.totp);
    if !use_code(db, (&secrets.proofs, row.id), &totp, code, now).await? {
        audit::record(db, society_of(&row), now, None, Verb::SignInFailed, row.id).await?;
        return Err(SignInError::WrongCode);
    }
    let key = SecretKey::parse(&halfway.key).map_err(|_| SignInError::Wrong)?;
    let txn = db::write(db).await?;
    db::isolation::enter(&txn, society_of(&row)).await?;
    let (cookie, begun) = session::start((&txn, secrets), row.id, &key, &totp, now).await?;
    let line = entry(Some(row.id), Verb::SignedIn, row.id);
    let act = audit::append_head(&txn, society_of(&row), now, line).await?;
    secrets.proofs.put(&txn, &begun, act).await?;
    txn.commit().await?;
    Ok(cookie)
}

/// This many wrong second factors in a row end the session: somebody else may be at the desk.
const MOST_WRONG_FACTORS: u64 = 5;

/// A second factor within a session, which starts the reading budget again. A wrong one leaves a line. The session's row is
/// locked first, so that requests at the same time, on any replica, count each other's failures.
pub async fn renew_second_factor(
    db: &DatabaseConnection,
    member: &Member,
    code: &str,
    now: Moment,
) -> Result<(), SignInError> {
    let txn = db::write(db).await?;
    if !session::take(&txn, &member.session, now).await? {
        return Err(SignInError::SessionOver);
    }
    let who = (&member.proofs, member.id);
    let is_right = use_code(&txn, who, &member.session.totp, code, now).await?;
    if is_right {
        session::freshen(&txn, member, now).await?;
        let line = entry(Some(member.id), Verb::SecondFactorRenewed, member.id);
        audit::append(&txn, member.society, now, line).await?;
        txn.commit().await?;
        return Ok(());
    }
    let since = member.session.fresh_at;
    let before = audit::count(&txn, (member.society, member.id), Verb::StepUpFailed, since).await?;
    let is_over = before + 1 >= MOST_WRONG_FACTORS;
    let line = match is_over {
        true => entry_with(Some(member.id), Verb::StepUpFailed, member.id, "session-ended"),
        false => entry(Some(member.id), Verb::StepUpFailed, member.id),
    };
    if is_over {
        session::end(&txn, member, now).await?;
    }
    audit::append(&txn, member.society, now, line).await?;
    txn.commit().await?;
    Err(if is_over { SignInError::SessionOver } else { SignInError::WrongCode })
}

/// True once for each right code: the row stores the last step, and of two requests at once only one can update it.
async fn use_code(
    db: &impl ConnectionTrait,
    (proofs, staff): (&Proofs, StaffId),
    totp: &TotpSecret,
    code: &str,
    now: Moment,
) -> Result<bool, DbErr> {
    let Some(row) = entity::Entity::find_by_id(staff).one(db).await? else { return Ok(false) };
    let Some(step) = totp.check(code, now, row.totp_last_step) else { return Ok(false) };
    // Whatever the row says: somebody with the database could let a code serve twice.
    if !proofs.takes_step(staff, step) {
        return Ok(false);
    }
    let moved = entity::Entity::update_many()
        .col_expr(entity::Column::TotpLastStep, Expr::value(step))
        .filter(entity::Column::Id.eq(staff))
        .filter(entity::Column::TotpLastStep.lt(step))
        .exec(db)
        .await?;
    Ok(moved.rows_affected == 1)
}

pub fn may_sign_in(row: &entity::Model, now: Moment) -> bool {
    matches!(row.stage, Stage::AwaitingKeys | Stage::Active) && row.grant_ends_on >= now.date()
}

pub fn society_of(row: &entity::Model) -> SocietyId {
    row.society_id.unwrap_or(INSTALLATION)
}

pub(crate) fn binding(row: &entity::Model, kind: Kind) -> Binding {
    Binding { kind, record: row.id.into(), owner: society_of(row).into() }
}

pub async fn by_name(db: &impl ConnectionTrait, name: &str) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find().filter(entity::Column::SignInName.eq(name.trim().to_lowercase())).one(db).await
}

/// The stage of a signed-in person; a deleted account counts as ended.
pub async fn stage_of(db: &impl ConnectionTrait, id: StaffId) -> Result<Stage, DbErr> {
    let row = entity::Entity::find_by_id(id).one(db).await?;
    Ok(row.map_or(Stage::Ended, |row| row.stage))
}

/// The Society's people, by name: for the accounts page and for names beside claims and notes.
pub async fn of_society(db: &impl ConnectionTrait, society: SocietyId) -> Result<Vec<entity::Model>, DbErr> {
    use sea_orm::QueryOrder;
    entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(society))
        .order_by_asc(entity::Column::SignInName)
        .all(db)
        .await
}
