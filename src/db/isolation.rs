//! Whose rows the desk sees on PostgreSQL: those of the signed-in member's Society. Each connection is told whose request
//! it serves, and the policies of `migrations/src/roles.rs` hide everybody else's, so that a forgotten condition leaks
//! nothing. On SQLite there is nothing of the kind, and one zone.

use sea_orm::sqlx::{Error, PgConnection, Postgres, pool::PoolOptions, query};
use sea_orm::{ConnectionTrait, DbErr, Statement};
use std::cell::Cell;
use std::future::Future;
use uuid::Uuid;

use super::is_sqlite;

tokio::task_local! {
    static SOCIETY: Cell<Option<Uuid>>;
}

/// A request of the desk: until [`signed_in`] is said, it sees no more than signing in and joining need.
pub async fn at_the_door<F: Future>(request: F) -> F::Output {
    SOCIETY.scope(Cell::new(None), request).await
}

/// From now on this request is this Society's.
pub fn signed_in(society: Uuid) {
    // Outside a request, as in the timetable, nobody is signed in.
    let _ = SOCIETY.try_with(|cell| cell.set(Some(society)));
}

/// What an operator asks about one Society.
pub async fn within<F: Future>(society: Uuid, work: F) -> F::Output {
    SOCIETY.scope(Cell::new(Some(society)), work).await
}

/// Makes a transaction this Society's until it ends, for what is written down about it at the door.
pub async fn enter(txn: &impl ConnectionTrait, society: Uuid) -> Result<(), DbErr> {
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

/// Whether the walls stand for this connection's role; they do for nobody who owns the schema.
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

/// Whether no row of this table is hidden from this connection's role: no policy stands before it, or one that lets it see all.
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

/// Tells each connection whose it is, whenever it leaves the pool: the next request is perhaps another Society's.
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
