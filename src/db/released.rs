//! A connection goes back to the pool only when no transaction is open in it: what the next one writes would lie in that
//! transaction, unseen by everybody else, and a receipt would be shown for it.

use sea_orm::sqlx::{
    Connection, Error, PgConnection, Postgres, Row, Sqlite, SqliteConnection, pool::PoolOptions, raw_sql,
};

/// SQLite ends a transaction by itself when the disk is full; sqlx goes on counting it as open, and whatever is begun
/// next on the connection fails, or is never ended and keeps all other writers out.
pub fn sqlite(options: PoolOptions<Sqlite>) -> PoolOptions<Sqlite> {
    options.after_release(|connection, _| Box::pin(is_clean_sqlite(connection)))
}

/// A request that is given up while its `begin` is on the way leaves a transaction that sqlx doesn't know of.
pub fn postgres(options: PoolOptions<Postgres>) -> PoolOptions<Postgres> {
    options.after_release(|connection, _| Box::pin(is_clean_postgres(connection)))
}

async fn is_clean_sqlite(connection: &mut SqliteConnection) -> Result<bool, Error> {
    // Comes after the rollback that may still be on its way.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

async fn is_clean_postgres(connection: &mut PgConnection) -> Result<bool, Error> {
    // Outside a transaction a statement is one of its own and begins with it; asked in one message, since each message
    // of a prepared statement has a time of its own. In a transaction that has failed, this fails too.
    raw_sql("select now() = statement_timestamp()").fetch_one(connection).await?.try_get(0)
}
