//! Every row of every table as portable JSON, for a backup: one consistent snapshot, the same from SQLite and from PostgreSQL.
//! `columns` lists the tables; tables that stay out of a backup are listed here with the reason.

use futures_util::{Stream, StreamExt};
use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, IsolationLevel, QueryResult,
    Statement, StreamTrait, TransactionOptions, TransactionTrait,
};
use serde_json::{Map, Value};

use super::columns::COLUMNS;
use super::{installation, is_sqlite, isolation, timeouts};
use crate::sealing::base64url;

/// A row by its columns' names. Ids and bytes are base64 (URL-safe, unpadded), days `YYYY-MM-DD`, times numbers.
pub type Row = Map<String, Value>;

/// Tables that are in no backup, and why.
pub const LEFT_OUT: &[(&str, &str)] = &[
    ("sessions", "who was signed in signs in again"),
    ("invitations", "a link may have been used or taken back since"),
    ("captcha_uses", "a challenge lives for ten minutes"),
    ("form_steps", "what nobody has sent yet is its writer's alone, and gone after two hours"),
    ("tombstones", "they wait for the tombstone log, which is kept apart from backups"),
    ("job_leases", "they say which process works now"),
];

/// The tables of a backup, each after the tables that it refers to.
pub fn tables() -> Vec<&'static str> {
    let mut tables: Vec<&str> = COLUMNS.iter().map(|(table, ..)| *table).collect();
    tables.dedup();
    tables.retain(|table| LEFT_OUT.iter().all(|(left_out, _)| left_out != table));
    tables
}

/// Those that this database has; before an upgrade it lacks the newest.
pub(super) async fn tables_here(db: &impl ConnectionTrait) -> Result<Vec<&'static str>, DbErr> {
    let mut here = Vec::new();
    for table in tables() {
        if !kinds(db, table).await?.is_empty() {
            here.push(table);
        }
    }
    Ok(here)
}

/// The type of a column, on either engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Whole,
    Truth,
    Day,
    Bytes,
    /// PostgreSQL's uuid; on SQLite ids are bytes.
    Id,
}

pub(super) async fn kinds(db: &impl ConnectionTrait, table: &str) -> Result<Vec<(String, Kind)>, DbErr> {
    let question = if is_sqlite(db) {
        "select name, lower(type) as kind from pragma_table_info($1) order by cid"
    } else {
        "select column_name::text as name, data_type::text as kind from information_schema.columns \
         where table_schema = current_schema() and table_name = $1 order by ordinal_position"
    };
    let asked = Statement::from_sql_and_values(db.get_database_backend(), question, [table.into()]);
    let mut kinds = Vec::new();
    for row in db.query_all_raw(asked).await? {
        let name: String = row.try_get("", "name")?;
        let kind = match row.try_get::<String>("", "kind")?.as_str() {
            "text" => Kind::Text,
            "bigint" => Kind::Whole,
            "boolean" => Kind::Truth,
            "date" => Kind::Day,
            "blob" | "bytea" => Kind::Bytes,
            "uuid" => Kind::Id,
            other => return Err(DbErr::Type(format!("{table}.{name}: no backup can hold {other}"))),
        };
        kinds.push((name, kind));
    }
    Ok(kinds)
}

/// A snapshot of tables at one moment, from which no row is hidden.
pub struct Snapshot {
    txn: DatabaseTransaction,
}

impl Snapshot {
    /// A snapshot of all tables, by a role that sees every row.
    pub async fn taken(db: &DatabaseConnection) -> Result<Snapshot, DbErr> {
        let snapshot = Snapshot::begun(db).await?;
        if !is_sqlite(db) {
            // A role from which rows are hidden gets an error here, not an incomplete backup.
            snapshot.txn.execute_unprepared("set local row_security = off").await?;
        }
        Ok(snapshot)
    }

    /// A snapshot of these tables, by a role that sees all their rows, such as the jobs'; any other role gets an error.
    pub async fn seen_by_this_role(db: &DatabaseConnection, tables: &[&str]) -> Result<Snapshot, DbErr> {
        let snapshot = Snapshot::begun(db).await?;
        for table in tables {
            if !isolation::sees_every_row(&snapshot.txn, table).await? {
                return Err(DbErr::Custom(format!(
                    "rows of {table} may be hidden from this role: the jobs' role sees all, and so does the schema's owner"
                )));
            }
        }
        Ok(snapshot)
    }

    async fn begun(db: &DatabaseConnection) -> Result<Snapshot, DbErr> {
        let options = match is_sqlite(db) {
            // A SQLite transaction is a snapshot anyway, from its first query on.
            true => TransactionOptions::default(),
            false => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..Default::default()
            },
        };
        let txn = db.begin_with_options(options).await?;
        if !is_sqlite(db) {
            txn.execute_unprepared(timeouts::LIFTED).await?;
        }
        Ok(Snapshot { txn })
    }

    /// The tables that a backup of this schema contains.
    pub async fn tables(&self) -> Result<Vec<&'static str>, DbErr> {
        tables_here(&self.txn).await
    }

    /// The schema's steps, in order.
    pub async fn steps(&self) -> Result<Vec<String>, DbErr> {
        super::steps(&self.txn).await
    }

    /// Whether the schema has a step that only a later program knows.
    pub async fn is_of_a_later_program(&self) -> Result<bool, DbErr> {
        super::has_later_steps(&self.txn).await
    }

    pub async fn setting(&self, name: &str) -> Result<Option<String>, DbErr> {
        installation::get(&self.txn, name).await
    }

    pub async fn count(&self, table: &str) -> Result<u64, DbErr> {
        let asked = Statement::from_string(
            ConnectionTrait::get_database_backend(&self.txn),
            format!("select count(*) as n from {}", quoted(table)),
        );
        let row = self.txn.query_one_raw(asked).await?;
        let count: i64 = row.ok_or_else(|| DbErr::RecordNotFound(table.to_owned()))?.try_get("", "n")?;
        u64::try_from(count).map_err(|_| DbErr::Type(table.to_owned()))
    }

    pub async fn rows<'a>(
        &'a self,
        table: &str,
    ) -> Result<impl Stream<Item = Result<Row, DbErr>> + Send + 'a, DbErr> {
        let kinds = kinds(&self.txn, table).await?;
        self.rows_of(table, kinds).await
    }

    /// The rows, with these columns only.
    pub async fn columns<'a>(
        &'a self,
        table: &str,
        columns: &[&str],
    ) -> Result<impl Stream<Item = Result<Row, DbErr>> + Send + 'a, DbErr> {
        let mut kinds = kinds(&self.txn, table).await?;
        kinds.retain(|(name, _)| columns.contains(&name.as_str()));
        if kinds.len() < columns.len() {
            return Err(DbErr::Type(format!("{table}: one of {columns:?} is missing")));
        }
        self.rows_of(table, kinds).await
    }

    async fn rows_of<'a>(
        &'a self,
        table: &str,
        kinds: Vec<(String, Kind)>,
    ) -> Result<impl Stream<Item = Result<Row, DbErr>> + Send + 'a, DbErr> {
        let is_sqlite = is_sqlite(&self.txn);
        let parts: Vec<String> =
            kinds.iter().map(|(name, kind)| expression(name, *kind, is_sqlite)).collect();
        let asked = Statement::from_string(
            ConnectionTrait::get_database_backend(&self.txn),
            format!("select {} from {}", parts.join(", "), quoted(table)),
        );
        let rows = self.txn.stream_raw(asked).await?;
        Ok(rows.map(move |row| portable(&row?, &kinds)))
    }
}

pub(super) fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

/// Converts each kind to text, a whole number or bytes, on both engines.
fn expression(name: &str, kind: Kind, is_sqlite: bool) -> String {
    let column = quoted(name);
    let expression = match (kind, is_sqlite) {
        (Kind::Day, true) => format!("cast({column} as text)"),
        (Kind::Day, false) => format!("to_char({column}, 'YYYY-MM-DD')"),
        (Kind::Truth, true) => format!("{column} + 0"),
        (Kind::Truth, false) => format!("{column}::int::bigint"),
        (Kind::Id, _) => format!("uuid_send({column})"),
        _ => column.clone(),
    };
    format!("{expression} as {column}")
}

fn portable(row: &QueryResult, kinds: &[(String, Kind)]) -> Result<Row, DbErr> {
    let mut out = Row::new();
    for (name, kind) in kinds {
        let value = match kind {
            Kind::Text | Kind::Day => row.try_get::<Option<String>>("", name)?.map(Value::from),
            Kind::Whole => row.try_get::<Option<i64>>("", name)?.map(Value::from),
            Kind::Truth => row.try_get::<Option<i64>>("", name)?.map(|truth| Value::from(truth != 0)),
            Kind::Bytes | Kind::Id => {
                row.try_get::<Option<Vec<u8>>>("", name)?.map(|bytes| base64url(&bytes).into())
            }
        };
        out.insert(name.clone(), value.unwrap_or(Value::Null));
    }
    Ok(out)
}
