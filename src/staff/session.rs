//! Desk sessions. The cookie has an id and a secret. The row has only the id's hash, and the staff key sealed to that secret
//! and the desk's together. So a stolen database opens no session, even with a stolen cookie, and a cookie is useless after its
//! session ends.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, sea_query::Expr,
};
use sha2::{Digest, Sha256};
use time::Duration;
use zeroize::Zeroizing;

use super::second_factor::TotpSecret;
use super::{Member, entity, listing, may_sign_in, roles, session_entity, society_of};
use crate::audit::chain::{Entry, Word};
use crate::audit::{self, AuditError, Verb, entry};
use crate::chance;
use crate::clock::Moment;
use crate::config::{ReadingBudget, SessionSpan};
use crate::db::{self, isolation};
use crate::ids::{RecordId, StaffId};
use crate::proofs::{ProofError, Refused, known};
use crate::sealing::{Binding, Kind, SecretKey, base64url, derive, from_base64url};
use crate::secrets::Secrets;
use crate::societies::exchanged::{Exchanged, KeyOf};

/// Where sessions are kept, and the secrets to which they are sealed besides their cookies.
#[derive(Clone, Copy)]
pub struct Sessions<'a> {
    pub db: &'a DatabaseConnection,
    pub secrets: &'a Secrets,
}

/// The session of a request.
#[derive(Clone)]
pub struct Held {
    pub id_hash: Vec<u8>,
    /// When the second factor was last shown.
    pub fresh_at: Moment,
    /// When the session locks, counted from the last activity that is stored.
    pub locks_at: Moment,
    pub(super) totp: TotpSecret,
    /// Derived from the cookie's secret: seals what a form carries for this session alone.
    pub form_key: Zeroizing<[u8; 32]>,
}

impl std::fmt::Debug for Held {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Held(…)")
    }
}

#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    #[error("nobody is signed in")]
    None,
    /// The session was idle for too long: sign in again to go on.
    #[error("the session is locked")]
    Locked,
    /// The row names another public key than the one of the session's secret key.
    #[error(transparent)]
    Exchanged(#[from] Exchanged),
    /// Somebody wrote the session's or the account's row who was not this program, or put it back.
    #[error(transparent)]
    Refused(#[from] Refused),
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error(transparent)]
    Audit(#[from] AuditError),
}

impl From<ProofError> for SessionError {
    fn from(error: ProofError) -> Self {
        match error {
            ProofError::Refused(refused) => refused.into(),
            ProofError::Audit(error) => error.into(),
        }
    }
}

/// Starts a session, which its line then proves. Returns the cookie's value and the row.
pub(super) async fn start(
    (db, secrets): (&impl ConnectionTrait, &Secrets),
    staff: StaffId,
    key: &SecretKey,
    totp: &TotpSecret,
    now: Moment,
) -> Result<(String, session_entity::Model), DbErr> {
    let id = chance::bytes::<32>();
    let secret = Zeroizing::new(chance::bytes::<32>());
    let held = Zeroizing::new([key.to_text().as_bytes(), b"\n", totp.as_bytes()].concat());
    let wrapped = wrapping_key(&secret, secrets)
        .and_then(|wrapping| wrapping.public().seal(binding(staff), &held).ok())
        .ok_or_else(|| DbErr::Custom("a session key could not be made".into()))?;
    let row = session_entity::Model {
        id_hash: hash(&id),
        staff_id: staff,
        wrapped_key: wrapped,
        started_at: now.0,
        seen_at: now.0,
        fresh_at: now.0,
        proof: None,
    };
    let new = row.clone().into_active_model().reset_all();
    session_entity::Entity::insert(new).exec_without_returning(db).await?;
    Ok((base64url(&[id.as_slice(), secret.as_slice()].concat()), row))
}

/// The member behind a cookie. This counts as activity, and the request sees that member's Society from now on.
pub async fn find(
    sessions: Sessions<'_>,
    cookie: &str,
    now: Moment,
    span: SessionSpan,
) -> Result<Member, SessionError> {
    let mut member = find_unattended(sessions, cookie, now, span).await?;
    let SessionSpan { idle_for, .. } = span;
    // Stored at most once a minute.
    if now + idle_for - Duration::minutes(1) >= member.session.locks_at {
        see(sessions.db, &member.session.id_hash, now).await?;
        member.session.locks_at = now + idle_for;
    }
    Ok(member)
}

/// The same for a request that a page makes by itself, which does not show that anybody is there.
pub async fn find_unattended(
    Sessions { db, secrets }: Sessions<'_>,
    cookie: &str,
    now: Moment,
    SessionSpan { idle_for, lasts_for }: SessionSpan,
) -> Result<Member, SessionError> {
    let bytes = Zeroizing::new(from_base64url(cookie).unwrap_or_default());
    let (id, secret) = bytes.split_at_checked(32).ok_or(SessionError::None)?;
    let secret: [u8; 32] = secret.try_into().map_err(|_| SessionError::None)?;
    let id_hash = hash(id);
    let (row, staff) = rows((db, secrets), &id_hash, now).await?;
    if now > Moment(row.started_at) + lasts_for {
        return Err(SessionError::None);
    }
    if now > Moment(row.seen_at) + idle_for {
        return Err(SessionError::Locked);
    }
    let held = wrapping_key(&secret, secrets)
        .and_then(|wrapping| wrapping.open(binding(staff.id), &row.wrapped_key).ok())
        .ok_or(SessionError::None)?;
    let split = held.iter().position(|b| *b == b'\n').ok_or(SessionError::None)?;
    let key = std::str::from_utf8(&held[..split]).ok().and_then(|text| SecretKey::parse(text).ok());
    let fault = Exchanged { society: society_of(&staff), key: KeyOf::Staff, record: staff.id.into() };
    let key = fault.unless_pair(key.ok_or(SessionError::None)?, staff.public_key.as_deref())?;
    isolation::signed_in(society_of(&staff));
    Ok(Member {
        id: staff.id,
        society: society_of(&staff),
        roles: roles::parse_roles(&staff.roles),
        session: Held {
            id_hash,
            fresh_at: Moment(row.fresh_at),
            locks_at: Moment(row.seen_at) + idle_for,
            totp: TotpSecret::from_bytes(&held[split + 1..]),
            form_key: derive(&secret, "kinlight/desk-forms"),
        },
        list_seen: listing::seen(&key, staff.list_seen.as_deref()),
        key,
        pins: secrets.pins.clone(),
        today: now.date(),
        proofs: secrets.proofs.clone(),
        name: staff.sign_in_name,
        budget: ReadingBudget::NONE,
    })
}

/// The session's row and its member's, if this program wrote both and nothing ended them since.
async fn rows(
    (db, secrets): (&DatabaseConnection, &Secrets),
    id_hash: &[u8],
    now: Moment,
) -> Result<(session_entity::Model, entity::Model), SessionError> {
    let mut is_second = false;
    loop {
        let row = session_entity::Entity::find_by_id(id_hash.to_vec()).one(db).await?;
        let row = row.ok_or(SessionError::None)?;
        let staff = entity::Entity::find_by_id(row.staff_id).one(db).await?;
        let staff = staff.filter(|s| may_sign_in(s, now)).ok_or(SessionError::None)?;
        match secrets.proofs.check(db, society_of(&staff), &[&row, &staff]).await {
            // Another request may just have changed them: a row that was put back is still there.
            Err(ProofError::Refused(refused)) if refused.why.may_be_a_race() && !is_second => {
                is_second = true;
            }
            checked => return Ok(checked.map(|()| (row, staff))?),
        }
    }
}

/// Locks the session's row until the transaction ends. Returns `false` if the session has ended.
pub(super) async fn take(txn: &impl ConnectionTrait, held: &Held, now: Moment) -> Result<bool, DbErr> {
    let taken = session_entity::Entity::update_many()
        .col_expr(session_entity::Column::SeenAt, Expr::value(now.0))
        .filter(session_entity::Column::IdHash.eq(held.id_hash.clone()))
        .exec(txn)
        .await?;
    Ok(taken.rows_affected == 1)
}

/// Stores that the second factor was shown now, in a row that is locked.
pub(super) async fn freshen(txn: &impl ConnectionTrait, member: &Member, now: Moment) -> Result<(), DbErr> {
    let Some(row) = own(txn, member).await? else { return Ok(()) };
    // A row that somebody changed since the request began is not proved by this.
    let act = member.proofs.act_of(member.society, &row);
    session_entity::Entity::update_many()
        .col_expr(session_entity::Column::FreshAt, Expr::value(now.0))
        .filter(session_entity::Column::IdHash.eq(row.id_hash.clone()))
        .exec(txn)
        .await?;
    if let Some(act) = act {
        // It still hangs on the act that began the session.
        member.proofs.put(txn, &session_entity::Model { fresh_at: now.0, ..row }, act).await?;
    }
    Ok(())
}

/// The row of a member's own session, locked; `None` if it is not the one that began the session.
pub(super) async fn taken(
    txn: &impl ConnectionTrait,
    member: &Member,
) -> Result<Option<session_entity::Model>, DbErr> {
    let seen_at = Expr::col(session_entity::Column::SeenAt);
    session_entity::Entity::update_many()
        .col_expr(session_entity::Column::SeenAt, seen_at)
        .filter(session_entity::Column::IdHash.eq(member.session.id_hash.clone()))
        .exec(txn)
        .await?;
    let row = own(txn, member).await?;
    Ok(row.filter(|row| member.proofs.is_right(member.society, row)))
}

async fn own(db: &impl ConnectionTrait, member: &Member) -> Result<Option<session_entity::Model>, DbErr> {
    session_entity::Entity::find_by_id(member.session.id_hash.clone()).one(db).await
}

/// Locks the session, as after a long idle time: the next request has to sign in.
pub async fn lock(db: &DatabaseConnection, held: &Held) -> Result<(), DbErr> {
    see(db, &held.id_hash, Moment(0)).await
}

/// Stores activity to the second: the page that sent it counts down from here.
pub async fn is_alive(db: &DatabaseConnection, held: &Held, now: Moment) -> Result<(), DbErr> {
    see(db, &held.id_hash, now).await
}

async fn see(db: &DatabaseConnection, id_hash: &[u8], at: Moment) -> Result<(), DbErr> {
    session_entity::Entity::update_many()
        .col_expr(session_entity::Column::SeenAt, Expr::value(at.0))
        .filter(session_entity::Column::IdHash.eq(id_hash.to_vec()))
        .exec(db)
        .await
        .map(|_| ())
}

/// Ends the member's session. Its line names the session, so that its row opens nothing if somebody puts it back.
pub(super) async fn end(txn: &impl ConnectionTrait, member: &Member, now: Moment) -> Result<(), AuditError> {
    let row = own(txn, member).await?;
    session_entity::Entity::delete_by_id(member.session.id_hash.clone()).exec(txn).await?;
    let act = row.and_then(|row| member.proofs.act_of(member.society, &row));
    let detail = act.and_then(|act| Word::parse(&known::of_session(act.seq)).ok());
    let line = Entry { detail, ..entry(Some(member.id), Verb::SignedOut, member.id) };
    audit::append(txn, member.society, now, line).await?;
    Ok(())
}

/// Signs the member out of this session.
pub async fn leave(db: &DatabaseConnection, member: &Member, now: Moment) -> Result<(), AuditError> {
    let txn = db::write(db).await?;
    end(&txn, member, now).await?;
    txn.commit().await?;
    Ok(())
}

/// Ends all sessions of one person, for that person or for an administrator of theirs.
pub async fn leave_everywhere(
    db: &DatabaseConnection,
    by: &Member,
    staff: StaffId,
    now: Moment,
) -> Result<(), AuditError> {
    let txn = db::write(db).await?;
    end_all_of(&txn, staff).await?;
    audit::append(&txn, by.society, now, entry(Some(by.id), Verb::SignedOutEverywhere, staff)).await?;
    txn.commit().await?;
    Ok(())
}

/// Ends all sessions of one person, after an ended grant or a new start.
pub async fn end_all_of(db: &impl ConnectionTrait, staff: StaffId) -> Result<(), DbErr> {
    session_entity::Entity::delete_many()
        .filter(session_entity::Column::StaffId.eq(staff))
        .exec(db)
        .await
        .map(|_| ())
}

/// Ends this person's other sessions.
pub(super) async fn end_others_of(
    db: &impl ConnectionTrait,
    staff: StaffId,
    held: &Held,
) -> Result<(), DbErr> {
    session_entity::Entity::delete_many()
        .filter(session_entity::Column::StaffId.eq(staff))
        .filter(session_entity::Column::IdHash.ne(held.id_hash.clone()))
        .exec(db)
        .await
        .map(|_| ())
}

/// Deletes rows of expired sessions, for a job.
pub async fn erase_ended(db: &DatabaseConnection, now: Moment, lasts_for: Duration) -> Result<u64, DbErr> {
    let gone = session_entity::Entity::delete_many()
        .filter(session_entity::Column::StartedAt.lt((now - lasts_for).0))
        .exec(db)
        .await?;
    Ok(gone.rows_affected)
}

fn hash(id: &[u8]) -> Vec<u8> {
    Sha256::digest(id).to_vec()
}

/// Derived from both the cookie's secret and the desk's.
fn wrapping_key(secret: &[u8; 32], secrets: &Secrets) -> Option<SecretKey> {
    let both = Zeroizing::new([secret.as_slice(), secrets.desk.as_slice()].concat());
    SecretKey::from_bytes(&derive(&both, "kinlight/session")).ok()
}

fn binding(staff: StaffId) -> Binding {
    Binding { kind: Kind::StaffKey, record: staff.into(), owner: RecordId::from_u128(0) }
}
