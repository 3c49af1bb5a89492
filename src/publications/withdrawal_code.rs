//! The withdrawal code takes a photo off the site at once, without a question. Only the enquirer has it; the database has
//! its tag. Invariant: each publication has one working code, and another replaces it only if the case worker confirms it.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter,
    sea_query::Expr,
};

use super::consent::Details;
use super::drafting::{consent_of, finish_edit, set};
use super::lifecycle::Stage;
use super::{PublicationError, entity, of_society, withdrawal_code_entity as stored};
use crate::audit::eyes::Nobody;
use crate::cases;
use crate::clock::Moment;
use crate::codes::{Code, CodeKeys};
use crate::db;
use crate::ids::PublicationId;
use crate::sealing::contents;
use crate::secrets::KeyDerivation;
use crate::staff::{Staff, roles};

/// Marks the codes that withdraw a photo.
pub enum Withdrawal {}

/// It has the same form as a receipt code and is never accepted in its place, because the types differ.
pub type WithdrawalCode = Code<Withdrawal>;

/// The result of drawing a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// It works from now on, or did so already; with its tag.
    Works(Vec<u8>),
    /// Another code is on a paper, and nobody said that it may stop working.
    AnotherWorks,
}

/// Makes this the code of the publication. A second call with the same code changes nothing.
pub async fn draw(
    db: &DatabaseConnection,
    by: &Staff<roles::Draft>,
    id: PublicationId,
    (code, replaces): (&WithdrawalCode, bool),
    KeyDerivation { secrets, pool }: KeyDerivation<'_>,
    now: Moment,
) -> Result<Drawn, PublicationError> {
    may_have_one(&of_society(db, by.society, id).await?)?;
    let stretched = pool.stretch(code.compact().as_bytes(), &secrets.code_salt[..]).await?;
    let tag = CodeKeys::from_stretched(&stretched)?.tag.to_vec();
    let txn = db::write(db).await?;
    // The row is locked from here on: if two calls run at once, the second sees what the first drew.
    set(&txn, id, entity::Column::TouchedAt, Expr::value(now.hour().0)).await?;
    may_have_one(&of_society(&txn, by.society, id).await?)?;
    let tags = tags(&txn, id).await?;
    if tags.contains(&tag) {
        return Ok(Drawn::Works(tag));
    }
    if !tags.is_empty() && !replaces {
        return Ok(Drawn::AnotherWorks);
    }
    stored::Entity::delete_many().filter(stored::Column::PublicationId.eq(id)).exec(&txn).await?;
    let row =
        stored::ActiveModel { tag: Set(tag.clone()), publication_id: Set(id), made_at: Set(now.hour().0) };
    stored::Entity::insert(row).exec_without_returning(&txn).await?;
    finish_edit(&txn, by, id, now).await?;
    txn.commit().await?;
    Ok(Drawn::Works(tag))
}

pub async fn is_drawn(db: &impl ConnectionTrait, id: PublicationId) -> Result<bool, PublicationError> {
    Ok(!tags(db, id).await?.is_empty())
}

/// True if this is still the code of the publication.
pub async fn works(
    db: &impl ConnectionTrait,
    id: PublicationId,
    tag: &[u8],
) -> Result<bool, PublicationError> {
    Ok(tags(db, id).await?.iter().any(|one| one == tag))
}

/// The stage of a publication that may have a code, and the language in which its person agreed, as it was written
/// down. Nothing else of the consent's details leaves here.
pub async fn for_paper(
    db: &DatabaseConnection,
    by: &Staff<roles::Draft>,
    id: PublicationId,
) -> Result<(Stage, String), PublicationError> {
    let row = of_society(db, by.society, id).await?;
    may_have_one(&row)?;
    let stage = row.stage;
    let Some(consent) = consent_of(db, id).await? else { return Ok((stage, String::new())) };
    let case = cases::open(db, by.society, row.case_id, by.key_holder()).await?;
    let plain = case.open(&Nobody, contents::ConsentDetails, consent.id, &consent.details)?;
    let details: Details = serde_json::from_slice(&plain).map_err(|_| PublicationError::Unreadable)?;
    Ok((stage, details.language))
}

fn may_have_one(row: &entity::Model) -> Result<(), PublicationError> {
    match row.stage {
        Stage::Ended => Err(PublicationError::WrongStage),
        Stage::Draft | Stage::InReview | Stage::Live => Ok(()),
    }
}

async fn tags(db: &impl ConnectionTrait, id: PublicationId) -> Result<Vec<Vec<u8>>, PublicationError> {
    let rows = stored::Entity::find().filter(stored::Column::PublicationId.eq(id)).all(db).await?;
    Ok(rows.into_iter().map(|row| row.tag).collect())
}
