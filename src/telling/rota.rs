//! A Society's rota: its administrators write down who is told that work waits. Invariant: an address is where staff
//! are reached at work, and nothing that is sent to it says anything about a person.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder,
};

use super::entity::{ActiveModel, Column, Entity, Model};
use super::mail;
use super::rule::{Hours, Level};
use crate::audit::{self, AuditError, Verb, entry_with};
use crate::chance;
use crate::clock::Moment;
use crate::db::{self, is_unique_violation};
use crate::ids::{RotaLineId, SocietyId, StaffId};
use crate::promise::DAYS;

/// No Society shares its nights among more people, and an intruder can't make this a mailing list.
const MOST_ADDRESSES: u64 = 30;
const LONGEST_ADDRESS: usize = 254;

words! {
    pub enum Way {
        Mail = "mail",
        /// The operator's own: a pager, a chat.
        Webhook = "webhook",
    }
}

word_column!(Way);

impl Model {
    /// The webhook is told at any hour: the system behind it has its own hours.
    pub fn hours(&self) -> Hours {
        if self.way == Some(Way::Webhook) {
            return Hours::ALWAYS;
        }
        let days = DAYS.map(|day| self.days.split(',').any(|one| one == day));
        Hours { days, is_always_on_call: self.is_always_on_call }
    }

    pub(super) fn last_told(&self) -> Option<Moment> {
        self.told_at.map(Moment)
    }
}

/// A new line for the rota.
#[derive(Clone, Copy, Debug)]
pub struct NewAddress<'a> {
    pub address: &'a str,
    /// A code of a language that the desk has.
    pub language: &'a str,
    pub hours: Hours,
}

#[derive(Debug, thiserror::Error)]
pub enum RotaError {
    #[error("an e-mail address was expected")]
    NotAnAddress,
    #[error("at least one day, or being on call always, was expected")]
    Never,
    #[error("this address is on the rota already")]
    Known,
    #[error("a rota has 30 addresses at most")]
    Full,
    #[error("no such line of the rota in this Society")]
    NotFound,
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error(transparent)]
    Audit(#[from] AuditError),
}

/// A Society's rota, in the order in which it was written.
pub async fn of_society(db: &impl ConnectionTrait, society: SocietyId) -> Result<Vec<Model>, DbErr> {
    let found = Entity::find().filter(Column::SocietyId.eq(society));
    found.order_by_asc(Column::AddedAt).order_by_asc(Column::Id).all(db).await
}

/// True if a Society has nobody who is told.
pub async fn is_empty(db: &impl ConnectionTrait, society: SocietyId) -> Result<bool, DbErr> {
    Ok(Entity::find().filter(Column::SocietyId.eq(society)).count(db).await? == 0)
}

/// Puts an address on the rota; a first message to it is due at once.
pub async fn add(
    db: &DatabaseConnection,
    (society, by): (SocietyId, StaffId),
    new: NewAddress<'_>,
    now: Moment,
) -> Result<(), RotaError> {
    let address = new.address.trim();
    if address.len() > LONGEST_ADDRESS || !mail::is_address(address) {
        return Err(RotaError::NotAnAddress);
    }
    if new.hours.days == [false; 7] && !new.hours.is_always_on_call {
        return Err(RotaError::Never);
    }
    let days = DAYS.into_iter().zip(new.hours.days).filter_map(|(day, is_on)| is_on.then_some(day));
    let id = chance::id();
    let row = ActiveModel {
        id: Set(id),
        society_id: Set(society),
        way: Set(Some(Way::Mail)),
        address: Set(address.to_owned()),
        language: Set(new.language.to_owned()),
        days: Set(days.collect::<Vec<_>>().join(",")),
        is_always_on_call: Set(new.hours.is_always_on_call),
        added_by: Set(Some(by)),
        added_at: Set(now.0),
        due: Set(Some(Level::Welcome)),
        retry_at: Set(0),
        tries: Set(0),
        told_at: Set(None),
    };
    let txn = db::write(db).await?;
    let addresses = Entity::find().filter(Column::SocietyId.eq(society)).filter(Column::Way.eq(Way::Mail));
    if addresses.count(&txn).await? >= MOST_ADDRESSES {
        return Err(RotaError::Full);
    }
    match Entity::insert(row).exec_without_returning(&txn).await {
        Ok(_) => {}
        Err(error) if is_unique_violation(&error) => return Err(RotaError::Known),
        Err(error) => return Err(error.into()),
    }
    audit::append(&txn, society, now, entry_with(Some(by), Verb::RotaChanged, id, "added")).await?;
    txn.commit().await?;
    Ok(())
}

/// Takes an address off the rota.
pub async fn remove(
    db: &DatabaseConnection,
    (society, by): (SocietyId, StaffId),
    id: RotaLineId,
    now: Moment,
) -> Result<(), RotaError> {
    let txn = db::write(db).await?;
    let gone = Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(Column::SocietyId.eq(society))
        .filter(Column::Way.eq(Way::Mail))
        .exec(&txn)
        .await?;
    if gone.rows_affected != 1 {
        return Err(RotaError::NotFound);
    }
    audit::append(&txn, society, now, entry_with(Some(by), Verb::RotaChanged, id, "removed")).await?;
    txn.commit().await?;
    Ok(())
}

/// Sends one of them the first message again, unless another message is due already.
pub async fn test(db: &DatabaseConnection, society: SocietyId, id: RotaLineId) -> Result<(), RotaError> {
    let one = Entity::find().filter(Column::Id.eq(id)).filter(Column::SocietyId.eq(society)).one(db).await?;
    one.ok_or(RotaError::NotFound)?;
    Entity::update_many()
        .col_expr(Column::Due, Expr::value(Level::Welcome))
        .filter(Column::Id.eq(id))
        .filter(Column::SocietyId.eq(society))
        .filter(Column::Due.is_null())
        .exec(db)
        .await?;
    Ok(())
}
