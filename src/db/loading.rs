//! Loads the rows of a backup into an empty database. One transaction takes the schema to the backup's step, inserts the rows,
//! and runs the later steps. Triggers are disabled meanwhile: the backup already contains what they did.

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, QueryResult, Statement, Value,
};
use sea_orm_migration::{MigratorTrait, SchemaManager};
use serde_json::Value as Json;
use std::collections::HashMap;
use time::Date;
use time::macros::format_description;
use uuid::Uuid;

use super::rows::{Kind, Row, kinds, quoted, tables, tables_here};
use super::{LEDGER, Migrator, has_pending_migrations, is_sqlite, steps, timeouts, write};
use crate::sealing::from_base64url;

/// SQLite allows 32,766 values in one statement, PostgreSQL twice as many.
const VALUES_AT_ONCE: usize = 30_000;

#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    #[error("the database is not empty: {0} has rows; a backup goes into an empty one")]
    NotEmpty(String),
    #[error("the backup was made by a later program: this one doesn't know {0}")]
    Unknown(String),
    #[error("the database's schema is not the backup's; give the restore a database without tables")]
    OtherSchema,
    #[error("a row of {0} can't be read")]
    Unreadable(String),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Takes the rows. Nobody else sees them until the transaction that `done` returns is committed.
pub struct Loading {
    txn: DatabaseTransaction,
    kinds: HashMap<String, Vec<(String, Kind)>>,
    /// SQLite's triggers, to be created again in the same words.
    triggers: Vec<String>,
}

/// Whether a backup with these steps of the schema may be loaded here. Changes nothing.
pub async fn may_load(db: &DatabaseConnection, backup: &[String]) -> Result<(), LoadError> {
    let known: Vec<String> = Migrator::migrations().iter().map(|step| step.name().to_owned()).collect();
    if let Some(unknown) = backup.iter().find(|step| !known.contains(step)) {
        return Err(LoadError::Unknown(unknown.clone()));
    }
    if !known.starts_with(backup) {
        return Err(LoadError::OtherSchema);
    }
    if !SchemaManager::new(db).has_table(LEDGER).await? {
        return Ok(());
    }
    let taken = steps(db).await?;
    if !taken.is_empty() && taken != backup {
        return Err(LoadError::OtherSchema);
    }
    if taken.is_empty() {
        return Ok(());
    }
    for table in tables_here(db).await?.into_iter().filter(|table| *table != "installation") {
        let asked = format!("select 1 as found from {} limit 1", quoted(table));
        let found = Statement::from_string(db.get_database_backend(), asked);
        if db.query_one_raw(found).await?.is_some() {
            return Err(LoadError::NotEmpty(table.to_owned()));
        }
    }
    Ok(())
}

impl Loading {
    pub async fn begin(db: &DatabaseConnection, backup: &[String]) -> Result<Loading, LoadError> {
        let txn = write(db).await?;
        if !is_sqlite(&txn) {
            txn.execute_unprepared(timeouts::LIFTED).await?;
        }
        may_load(db, backup).await?;
        let missing = backup.len().saturating_sub(match SchemaManager::new(&txn).has_table(LEDGER).await? {
            true => steps(&txn).await?.len(),
            false => 0,
        });
        if missing > 0 {
            Migrator::up(&txn, u32::try_from(missing).ok()).await?;
        }
        let triggers = disable_triggers(&txn).await?;
        // Rows that the schema's steps inserted are in the backup, in their last state.
        txn.execute_unprepared("delete from installation").await?;
        Ok(Loading { txn, kinds: HashMap::new(), triggers })
    }

    pub async fn put(&mut self, table: &str, rows: &[Row]) -> Result<(), LoadError> {
        let unreadable = || LoadError::Unreadable(table.to_owned());
        let known = *tables().iter().find(|known| **known == table).ok_or_else(unreadable)?;
        if !self.kinds.contains_key(known) {
            self.kinds.insert(known.to_owned(), kinds(&self.txn, known).await?);
        }
        let Some(kinds) = self.kinds.get(known).filter(|kinds| !kinds.is_empty()) else {
            return Err(unreadable());
        };
        let names: Vec<String> = kinds.iter().map(|(name, _)| quoted(name)).collect();
        for some in rows.chunks(VALUES_AT_ONCE / kinds.len()) {
            let mut values = Vec::with_capacity(some.len() * kinds.len());
            for row in some {
                if row.len() != kinds.len() {
                    return Err(unreadable());
                }
                for (name, kind) in kinds {
                    values.push(row.get(name).and_then(|json| value(json, *kind)).ok_or_else(unreadable)?);
                }
            }
            let places = (0..some.len()).map(|at| {
                let own: Vec<String> =
                    (1..=kinds.len()).map(|place| format!("${}", at * kinds.len() + place)).collect();
                format!("({})", own.join(", "))
            });
            let sql = format!(
                "insert into {} ({}) values {}",
                quoted(known),
                names.join(", "),
                places.collect::<Vec<_>>().join(", ")
            );
            let insert = Statement::from_sql_and_values(self.txn.get_database_backend(), sql, values);
            self.txn.execute_raw(insert).await?;
        }
        Ok(())
    }

    /// Restores the triggers and runs every later step of the schema. The caller commits the transaction.
    pub async fn done(self) -> Result<DatabaseTransaction, LoadError> {
        enable_triggers(&self.txn, &self.triggers).await?;
        if has_pending_migrations(&SchemaManager::new(&self.txn)).await? {
            Migrator::up(&self.txn, None).await?;
        }
        Ok(self.txn)
    }
}

/// Disables the triggers; on SQLite it drops and returns them. A table's owner may do this; it takes no superuser.
async fn disable_triggers(txn: &DatabaseTransaction) -> Result<Vec<String>, DbErr> {
    if !is_sqlite(txn) {
        for table in tables_here(txn).await? {
            txn.execute_unprepared(&format!("alter table {} disable trigger user", quoted(table))).await?;
        }
        return Ok(Vec::new());
    }
    let asked = "select name, sql from sqlite_master where type = 'trigger'";
    let found = txn.query_all_raw(Statement::from_string(txn.get_database_backend(), asked)).await?;
    let text = |row: &QueryResult, column: &str| row.try_get::<String>("", column);
    let mut triggers = Vec::new();
    for row in &found {
        txn.execute_unprepared(&format!("drop trigger {}", quoted(&text(row, "name")?))).await?;
        triggers.push(text(row, "sql")?);
    }
    Ok(triggers)
}

async fn enable_triggers(txn: &DatabaseTransaction, triggers: &[String]) -> Result<(), DbErr> {
    if !is_sqlite(txn) {
        for table in tables_here(txn).await? {
            txn.execute_unprepared(&format!("alter table {} enable trigger user", quoted(table))).await?;
        }
    }
    for trigger in triggers {
        txn.execute_unprepared(trigger).await?;
    }
    Ok(())
}

/// `None` if the value is not of this kind.
fn value(json: &Json, kind: Kind) -> Option<Value> {
    let is_null = json.is_null();
    let bytes = || from_base64url(json.as_str()?);
    Some(match kind {
        Kind::Text if is_null => Option::<String>::None.into(),
        Kind::Text => json.as_str()?.to_owned().into(),
        Kind::Whole if is_null => Option::<i64>::None.into(),
        Kind::Whole => json.as_i64()?.into(),
        Kind::Truth if is_null => Option::<bool>::None.into(),
        Kind::Truth => json.as_bool()?.into(),
        Kind::Day if is_null => Option::<Date>::None.into(),
        Kind::Day => Date::parse(json.as_str()?, format_description!("[year]-[month]-[day]")).ok()?.into(),
        Kind::Bytes if is_null => Option::<Vec<u8>>::None.into(),
        Kind::Bytes => bytes()?.into(),
        Kind::Id if is_null => Option::<Uuid>::None.into(),
        Kind::Id => Uuid::from_slice(&bytes()?).ok()?.into(),
    })
}
