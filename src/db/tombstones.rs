//! Notes of what ended or was erased, until a job has moved them to a file outside the database. Triggers of the schema write
//! them, in the same transaction.

use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, Statement, Value};

use super::{installation, write};
use crate::ids::RecordId;

/// The time (Unix seconds) up to which all notes are in a file.
const TOLD_UNTIL: &str = "tombstones_told_until";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub what: String,
    pub record: RecordId,
    pub detail: Option<String>,
}

pub async fn waiting(db: &impl ConnectionTrait) -> Result<Vec<Note>, DbErr> {
    let asked = Statement::from_string(
        db.get_database_backend(),
        "select what, record, detail from tombstones order by what, record",
    );
    let rows = db.query_all_raw(asked).await?;
    let note = |row: &sea_orm::QueryResult| {
        Ok(Note {
            what: row.try_get("", "what")?,
            record: row.try_get("", "record")?,
            detail: row.try_get("", "detail")?,
        })
    };
    rows.iter().map(note).collect()
}

pub async fn told_until(db: &impl ConnectionTrait) -> Result<Option<i64>, DbErr> {
    Ok(installation::get(db, TOLD_UNTIL).await?.and_then(|text| text.parse().ok()))
}

/// Deletes notes that are in the file and on its disk. If this fails they are written again, which does no harm.
pub async fn told(db: &DatabaseConnection, notes: &[Note], until: i64) -> Result<(), DbErr> {
    let txn = write(db).await?;
    for note in notes {
        let values: [Value; 2] = [note.what.clone().into(), note.record.into()];
        let sql = "delete from tombstones where what = $1 and record = $2";
        txn.execute_raw(Statement::from_sql_and_values(txn.get_database_backend(), sql, values)).await?;
    }
    begin_anew(&txn, until).await?;
    txn.commit().await
}

/// Records that files written from now on contain nothing from before `from`.
pub async fn begin_anew(txn: &impl ConnectionTrait, from: i64) -> Result<(), DbErr> {
    installation::set(txn, TOLD_UNTIL, &from.to_string()).await
}
