//! National Societies, and their entries in the public directory.

pub mod directory;
pub mod entity;
pub mod exchanged;
pub mod grant_entity;
pub mod grants;
pub mod help_now;
pub mod holders;
pub mod key_list;
pub mod key_list_entity;
pub mod keys;
pub mod listed;
pub mod making;
pub mod root;

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, Statement,
};

use crate::audit::{self, AuditError, Verb, chain::INSTALLATION, entry};
use crate::chance;
use crate::clock::Moment;
use crate::db::{self, is_unique_violation};
use crate::ids::{SocietyId, StaffId};
use directory::Entry;

#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    #[error("a short name of letters, digits and - was expected")]
    BadSlug,
    #[error("a Society of this short name exists")]
    Exists,
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error(transparent)]
    Audit(#[from] AuditError),
}

pub struct NewSociety<'a> {
    pub slug: &'a str,
    pub name: &'a str,
    pub entry: &'a Entry,
}

/// Creates a Society for an operator (`by` is `None` at the command line). It has no keys until its first administrator makes
/// them.
pub async fn create(
    db: &DatabaseConnection,
    by: Option<StaffId>,
    new: NewSociety<'_>,
    now: Moment,
) -> Result<SocietyId, CreateError> {
    let is_slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if new.slug.is_empty() || new.slug.len() > 40 || !new.slug.chars().all(is_slug) {
        return Err(CreateError::BadSlug);
    }
    let id = chance::id();
    let columns = new.entry.columns();
    let row = entity::ActiveModel {
        id: Set(id),
        slug: Set(new.slug.to_owned()),
        name: Set(new.name.to_owned()),
        contact: Set(columns.contact),
        languages: Set(columns.languages),
        offers: Set(columns.offers),
        country: Set(columns.country),
        help_lines: Set(columns.help_lines),
        created_at: Set(now.0),
        ..Default::default()
    };
    let txn = db::write(db).await?;
    match entity::Entity::insert(row).exec_without_returning(&txn).await {
        Err(error) if is_unique_violation(&error) => return Err(CreateError::Exists),
        other => other?,
    };
    audit::append(&txn, INSTALLATION, now, entry(by, Verb::SocietyCreated, id)).await?;
    txn.commit().await?;
    Ok(id)
}

/// How many there are, by the public directory: a role of the desk sees no row of the table before somebody has signed in.
pub async fn count(db: &impl ConnectionTrait) -> Result<u64, DbErr> {
    let asked =
        Statement::from_string(db.get_database_backend(), "select count(*) as total from society_directory");
    let total: Option<i64> =
        db.query_one_raw(asked).await?.map(|row| row.try_get("", "total")).transpose()?;
    Ok(total.unwrap_or_default().unsigned_abs())
}

/// The short name, which is all that the jobs may read.
pub async fn slug_of(db: &impl ConnectionTrait, id: SocietyId) -> Result<Option<String>, DbErr> {
    let found = entity::Entity::find_by_id(id).select_only().column(entity::Column::Slug);
    found.into_tuple().one(db).await
}

pub async fn by_slug(db: &impl ConnectionTrait, slug: &str) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find().filter(entity::Column::Slug.eq(slug)).one(db).await
}

pub async fn by_id(db: &impl ConnectionTrait, id: SocietyId) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find_by_id(id).one(db).await
}

pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<entity::Model>, DbErr> {
    entity::Entity::find().order_by_asc(entity::Column::Name).all(db).await
}
