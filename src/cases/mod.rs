//! An enquirer's file: a key pair of its own, and a private part that only the Society can open. Everything about the
//! enquirer is sealed to the case; handing over, rotating and erasing act on its one small key.

pub mod entity;
pub mod keys;

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, Statement,
    sea_query::Expr,
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

use crate::audit::eyes::Sees;
use crate::chance;
use crate::clock::Moment;
use crate::db::is_sqlite;
use crate::ids::{CaseId, RecordId, SocietyId};
use crate::sealing::contents::{self, Content};
use crate::sealing::{Binding, KeyPair, Kind, PublicKey, SealError};
use crate::societies::keys::{KeyError, KeyHolder, Part, SocietyKey, held_by};

/// What only the Society knows: who the enquirer is, whom they seek, and their story.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivatePart {
    pub enquirer_name: String,
    pub enquirer_contact: String,
    pub birth_year: Option<i32>,
    /// Names of the sought relatives, as the enquirer says them.
    pub sought_names: String,
    pub story: String,
    /// Verification questions and other things a moderator compares.
    pub facts_to_compare: String,
    /// Why a reviewer took an enquirer of unknown age for 15 or older.
    #[serde(default)]
    pub age_reason: String,
}

#[derive(Debug, thiserror::Error)]
pub enum CaseError {
    #[error("no such case in this Society")]
    NotFound,
    #[error("the private part has been erased")]
    Erased,
    #[error(transparent)]
    Key(#[from] KeyError),
    #[error(transparent)]
    Seal(#[from] SealError),
    #[error("the private part can't be read")]
    Unreadable,
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// A case whose key a member has opened, for one request.
pub struct OpenCase {
    pub id: CaseId,
    pub society: SocietyId,
    pub key: KeyPair,
    /// The Society's key that opened it: it knows to which keys the case may be wrapped.
    holder: SocietyKey,
    private_part: Option<Vec<u8>>,
}

impl OpenCase {
    pub fn binding(&self, kind: Kind, record: impl Into<RecordId>) -> Binding {
        Binding { kind, record: record.into(), owner: self.id.into() }
    }

    /// The same case, for a function that opens some of it before these eyes.
    pub fn read_by<'a, E>(&'a self, eyes: &'a E) -> Reading<'a, E> {
        Reading { case: self, eyes }
    }

    pub fn private_part(&self, eyes: &impl Sees<contents::CasePrivate>) -> Result<PrivatePart, CaseError> {
        let sealed = self.private_part.as_ref().ok_or(CaseError::Erased)?;
        let plain = self.open(eyes, contents::CasePrivate, self.id, sealed)?;
        serde_json::from_slice(&plain).map_err(|_| CaseError::Unreadable)
    }

    /// Seals to this case what a member writes.
    pub fn seal(
        &self,
        kind: Kind,
        record: impl Into<RecordId>,
        plaintext: &[u8],
    ) -> Result<Vec<u8>, SealError> {
        self.key.public().seal(self.binding(kind, record), plaintext)
    }

    /// Opens what is sealed to this case. `eyes` says who will see it: a type that may not see this kind does not compile, and a
    /// line about another case opens nothing.
    pub fn open<K: Content>(
        &self,
        eyes: &impl Sees<K>,
        _: K,
        record: impl Into<RecordId>,
        sealed: &[u8],
    ) -> Result<zeroize::Zeroizing<Vec<u8>>, SealError> {
        if !eyes.may_see(self.id) {
            return Err(SealError::NotItsLine);
        }
        self.key.open(self.binding(K::KIND, record), sealed)
    }
}

/// An open case, and who will see what is opened of it: what a function that opens sealed content works with.
pub struct Reading<'a, E> {
    pub case: &'a OpenCase,
    pub eyes: &'a E,
}

// Derived, it would ask the eyes to be copied too.
impl<E> Clone for Reading<'_, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for Reading<'_, E> {}

/// A new case with a key pair of its own, wrapped to the Society's open key, which the member holds.
pub async fn open_new(
    txn: &impl ConnectionTrait,
    society: SocietyId,
    member: KeyHolder<'_>,
    private: &PrivatePart,
    now: Moment,
) -> Result<OpenCase, CaseError> {
    let id = chance::id();
    let holder = held_by(txn, society, Part::Open, member).await?;
    let key = KeyPair::generate();
    let wrapped = keys::wrap(&holder, Part::Open, (society, id, &key))?;
    let case = OpenCase { id, society, key, holder, private_part: None };
    let sealed = sealed_private(&case, private)?;
    entity::Entity::insert(entity::ActiveModel {
        id: Set(id),
        society_id: Set(society),
        public_key: Set(case.key.public().as_str().to_owned()),
        wrapped_key: Set(wrapped),
        key_part: Set(Part::Open),
        private_part: Set(Some(sealed.clone())),
        opened_at: Set(now.hour().0),
        closed_at: Set(None),
    })
    .exec_without_returning(txn)
    .await?;
    Ok(OpenCase { private_part: Some(sealed), ..case })
}

pub async fn replace_private_part(
    txn: &impl ConnectionTrait,
    case: &OpenCase,
    private: &PrivatePart,
) -> Result<(), CaseError> {
    entity::Entity::update_many()
        .col_expr(entity::Column::PrivatePart, Expr::value(sealed_private(case, private)?))
        .filter(entity::Column::Id.eq(case.id))
        .exec(txn)
        .await?;
    Ok(())
}

/// Opens a case of the member's own Society with the member's key.
pub async fn open(
    db: &impl ConnectionTrait,
    society: SocietyId,
    case: CaseId,
    member: KeyHolder<'_>,
) -> Result<OpenCase, CaseError> {
    let row = find(db, society, case).await?;
    let (key, holder) = keys::unwrap(db, &row, member).await?;
    Ok(OpenCase { id: row.id, society, key, holder, private_part: row.private_part })
}

/// A Society's cases as they are stored, sealed.
pub async fn of_society(db: &impl ConnectionTrait, society: SocietyId) -> Result<Vec<entity::Model>, DbErr> {
    entity::Entity::find().filter(entity::Column::SocietyId.eq(society)).all(db).await
}

/// The public half of the case's key, to which strangers' words are sealed.
pub async fn public_key(
    db: &impl ConnectionTrait,
    society: SocietyId,
    case: CaseId,
) -> Result<PublicKey, CaseError> {
    Ok(PublicKey::parse(&find(db, society, case).await?.public_key)?)
}

/// The public halves of these cases' keys as the database has them, for comparing.
pub async fn public_keys(
    db: &impl ConnectionTrait,
    society: SocietyId,
    cases: impl IntoIterator<Item = CaseId>,
) -> Result<HashMap<CaseId, String>, DbErr> {
    let rows: Vec<(CaseId, String)> = entity::Entity::find()
        .select_only()
        .columns([entity::Column::Id, entity::Column::PublicKey])
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::Id.is_in(cases))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Erases the private part; the case and its key stay for responses that are still open.
pub async fn erase_private_part(txn: &impl ConnectionTrait, case: CaseId) -> Result<(), DbErr> {
    entity::Entity::update_many()
        .col_expr(entity::Column::PrivatePart, Expr::value(Option::<Vec<u8>>::None))
        .filter(entity::Column::Id.eq(case))
        .exec(txn)
        .await
        .map(|_| ())
}

/// Whether the private part is still there. A function of the schema says so, since the jobs' role may not read it.
pub async fn has_private_part(db: &impl ConnectionTrait, case: CaseId) -> Result<bool, DbErr> {
    let asked = if is_sqlite(db) {
        "select exists (select 1 from cases where id = $1 and private_part is not null) as has"
    } else {
        "select has_private_part($1)::int::bigint as has"
    };
    let asked = Statement::from_sql_and_values(db.get_database_backend(), asked, [case.into()]);
    let has: Option<i64> = db.query_one_raw(asked).await?.map(|row| row.try_get("", "has")).transpose()?;
    Ok(has == Some(1))
}

async fn find(
    db: &impl ConnectionTrait,
    society: SocietyId,
    case: CaseId,
) -> Result<entity::Model, CaseError> {
    entity::Entity::find_by_id(case)
        .filter(entity::Column::SocietyId.eq(society))
        .one(db)
        .await?
        .ok_or(CaseError::NotFound)
}

fn sealed_private(case: &OpenCase, private: &PrivatePart) -> Result<Vec<u8>, CaseError> {
    let plain = serde_json::to_vec(private).map_err(|_| CaseError::Unreadable)?;
    Ok(case.seal(Kind::CasePrivate, case.id, &plain)?)
}
