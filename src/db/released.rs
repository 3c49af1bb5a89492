//! A connection returns to the pool only without an open transaction. Otherwise its next user would write into that
//! transaction: nobody else would see the rows, and a receipt would be shown for them.

use sea_orm::sqlx::{
    Connection, Error, PgConnection, Postgres, Row, Sqlite, SqliteConnection, pool::PoolOptions, raw_sql,
};

/// When the disk is full, SQLite ends a transaction by itself, but sqlx still counts it as open. The connection's next
/// transaction then fails, or never ends and locks all other writers out.
pub fn sqlite(options: PoolOptions<Sqlite>) -> PoolOptions<Sqlite> {
    options.after_release(|connection, _| Box::pin(is_clean_sqlite(connection)))
}

/// A request that is dropped during its `begin` leaves a transaction that sqlx doesn't know of.
pub fn postgres(options: PoolOptions<Postgres>) -> PoolOptions<Postgres> {
    options.after_release(|connection, _| Box::pin(is_clean_postgres(connection)))
}

async fn is_clean_sqlite(connection: &mut SqliteConnection) -> Result<bool, Error> {
    // Waits for a rollback that may still be under way.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

async fn is_clean_postgres(connection: &mut PgConnection) -> Result<bool, Error> {
    // Outside a transaction, both times are equal, since the statement is its own transaction. It is sent as one message,
    // because each message of a prepared statement has its own time. In a failed transaction this query fails too.
    raw_sql("select now() = statement_timestamp()").fetch_one(connection).await?.try_get(0)
}
