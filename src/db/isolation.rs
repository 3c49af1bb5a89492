//! Which rows the desk sees on PostgreSQL: those of the signed-in member's Society. Each connection is told whose request it
//! serves, and the policies in `migrations/src/roles.rs` hide all other rows, so that a forgotten condition leaks nothing.
//! SQLite has no policies, and one zone.

use sea_orm::sqlx::{Error, PgConnection, Postgres, pool::PoolOptions, query};
use sea_orm::{ConnectionTrait, DbErr, Statement};
use std::cell::Cell;
use std::future::Future;

use super::is_sqlite;
use crate::ids::SocietyId;

tokio::task_local! {
    static SOCIETY: Cell<Option<SocietyId>>;
}

/// Runs a request of the desk. Until it calls [`signed_in`], it sees only what signing in and joining need.
pub async fn at_the_door<F: Future>(request: F) -> F::Output {
    SOCIETY.scope(Cell::new(None), request).await
}

/// From now on this request sees this Society's rows.
pub fn signed_in(society: SocietyId) {
    // Outside a request, as in the timetable, this does nothing.
    let _ = SOCIETY.try_with(|cell| cell.set(Some(society)));
}

/// Runs an operator's query about one Society.
pub async fn within<F: Future>(society: SocietyId, work: F) -> F::Output {
    SOCIETY.scope(Cell::new(Some(society)), work).await
}

/// Sets a transaction's Society until it ends, for audit lines that are written before anybody has signed in.
pub async fn enter(txn: &impl ConnectionTrait, society: SocietyId) -> Result<(), DbErr> {
    if is_sqlite(txn) {
        return Ok(());
    }
    let told = Statement::from_sql_and_values(
        txn.get_database_backend(),
        "select set_config('kinlight.society', $1, true)",
        [society.to_string().into()],
    );
    txn.query_one_raw(told).await.map(|_| ())
}

/// Whether row-level policies apply to this connection's role; they never apply to the schema's owner.
pub async fn has_walls(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    if is_sqlite(db) {
        return Ok(false);
    }
    let asked = Statement::from_string(
        db.get_database_backend(),
        "select row_security_active('publications') as active",
    );
    db.query_one_raw(asked).await?.map_or(Ok(false), |row| row.try_get("", "active"))
}

/// Whether this connection's role sees every row of the table: no policy applies, or one that shows it everything.
pub async fn sees_every_row(db: &impl ConnectionTrait, table: &str) -> Result<bool, DbErr> {
    if is_sqlite(db) {
        return Ok(true);
    }
    let asked = Statement::from_sql_and_values(
        db.get_database_backend(),
        "with mine as (
             select * from pg_policies where schemaname = current_schema() and tablename = $1
             and cmd in ('ALL', 'SELECT') and (current_user = any (roles) or 'public' = any (roles)))
         select not row_security_active($1)
             or (exists (select 1 from mine where permissive = 'PERMISSIVE' and qual = 'true')
                 and not exists (select 1 from mine where permissive = 'RESTRICTIVE')) as sees",
        [table.into()],
    );
    db.query_one_raw(asked).await?.map_or(Ok(false), |row| row.try_get("", "sees"))
}

/// Sets each connection's Society whenever it leaves the pool: the next request may be another Society's.
pub(super) fn postgres(options: PoolOptions<Postgres>) -> PoolOptions<Postgres> {
    options
        .after_connect(|connection, _| Box::pin(tell(connection)))
        .before_acquire(|connection, _| Box::pin(async move { tell(connection).await.map(|()| true) }))
}

async fn tell(connection: &mut PgConnection) -> Result<(), Error> {
    let society = SOCIETY.try_with(Cell::get).ok().flatten().map(|id| id.to_string()).unwrap_or_default();
    query("select set_config('kinlight.society', $1, false)").bind(society).execute(connection).await?;
    Ok(())
}
