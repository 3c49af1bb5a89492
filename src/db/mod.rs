//! The three connections to the database, each under a role of its own: for the desk, the site and the jobs. Every commit
//! survives a power cut (`synchronous=FULL`, `synchronous_commit=on`); SQLite overwrites what it deletes (`secure_delete`).

pub mod columns;
pub mod installation;
pub mod isolation;
pub mod listening;
pub mod loading;
mod released;
pub mod rows;
pub mod timeouts;
pub mod tombstones;

use kinlight_migrations::Migrator;
pub use kinlight_migrations::Roles;
use sea_orm::sqlx::error::DatabaseError;
use sea_orm::sqlx::postgres::{PgConnectOptions, PgDatabaseError, PgSslMode};
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteError, SqliteJournalMode, SqliteSynchronous};
use sea_orm::sqlx::{Postgres, pool::PoolOptions};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseBackend, RuntimeErr, SqlErr, SqliteTransactionMode,
    Statement, TransactionOptions, TransactionTrait,
};
/// For modules that gather data from several records and run no query themselves.
pub use sea_orm::{DatabaseConnection, DatabaseTransaction, DbErr};
use sea_orm_migration::{MigratorTrait, SchemaManager};
use std::collections::HashSet;
use std::path::PathBuf;
use std::time::Duration;

use crate::config::{Config, across};

/// Any number that no other program uses for an advisory lock on this server.
const MIGRATION_LOCK: i64 = 0x6b69_6e6c_6967_6874;

/// The table in which the migration library records the steps taken.
const LEDGER: &str = "seaql_migrations";
/// Few are enough: the timetable runs one job after the other.
const JOBS_CONNECTIONS: u32 = 2;
const CONNECT_TRIES: u32 = 100;
const BETWEEN_TRIES: Duration = Duration::from_millis(50);

#[derive(Clone, Debug)]
pub struct Db {
    /// For the desk. In a process without a desk, this is the process's own connection, which has fewer rights.
    pub desk: DatabaseConnection,
    /// For requests from strangers.
    pub site: DatabaseConnection,
    /// For the timetable.
    pub jobs: DatabaseConnection,
}

impl Db {
    pub async fn connect(config: &Config) -> Result<Db, DbErr> {
        private_folder(&config.data_dir).map_err(|e| DbErr::Custom(format!("data_dir: {e}")))?;
        let (connections, zone) = (config.database_connections, config.zone);
        let is_private = config.is_private_network_accepted;
        if !zone.has_desk() {
            let (url, timeouts) = match zone.has_site() {
                true => (&config.site_database_url, timeouts::SITE),
                false => (&config.jobs_database_url, timeouts::DESK),
            };
            let own = connect(Link { url, is_private }, connections, timeouts, plain).await?;
            return Ok(Db { desk: own.clone(), site: own.clone(), jobs: own });
        }
        let link = Link { url: &config.database_url, is_private };
        let desk = connect(link, connections, timeouts::DESK, isolation::postgres).await?;
        let beside = async |url: &str, connections, timeouts| {
            if *url == config.database_url {
                return Ok(desk.clone());
            }
            connect(Link { url, is_private }, connections, timeouts, plain).await
        };
        let site = beside(&config.site_database_url, connections, timeouts::SITE).await?;
        let jobs =
            beside(&config.jobs_database_url, JOBS_CONNECTIONS.min(connections), timeouts::DESK).await?;
        Ok(Db { desk, site, jobs })
    }

    /// Calls `told` for every statement that fails from now on.
    pub fn on_failure(&mut self, told: impl Fn() + Send + Sync + 'static) {
        let told = std::sync::Arc::new(told);
        for db in [&mut self.desk, &mut self.site, &mut self.jobs] {
            let told = told.clone();
            db.set_metric_callback(move |statement| {
                if statement.failed {
                    told();
                }
            });
        }
    }

    /// A transaction that will write. On SQLite it takes the write lock at once, so that two writers wait for each other and
    /// don't fail half-way.
    pub async fn write(&self) -> Result<DatabaseTransaction, DbErr> {
        write(&self.desk).await
    }

    /// Applies all pending steps, or none. If two processes do it at once, the second waits and finds it done.
    pub async fn migrate(&self) -> Result<(), DbErr> {
        let alone = self.write().await?;
        if !is_sqlite(&self.desk) {
            alone.execute_unprepared(timeouts::LIFTED).await?;
            alone.execute_unprepared(&format!("select pg_advisory_xact_lock({MIGRATION_LOCK})")).await?;
        }
        if has_pending_migrations(&SchemaManager::new(&alone)).await? {
            Migrator::up(&alone, None).await?;
        }
        alone.commit().await
    }

    /// Whether this program knows a step that the schema hasn't taken. Steps that only a later program knows do no harm: a
    /// release removes something only after the release before stopped using it.
    pub async fn has_pending_migrations(&self) -> Result<bool, DbErr> {
        has_pending_migrations(&SchemaManager::new(&self.desk)).await
    }

    /// Gives the roles exactly their rights, and creates missing ones. A new role can't sign in until it has a password;
    /// returns the names of these. PostgreSQL only: SQLite has no roles.
    pub async fn grant(&self, roles: &Roles) -> Result<Vec<String>, DbErr> {
        let statements = kinlight_migrations::grants(roles).map_err(DbErr::Custom)?;
        let mut made = Vec::new();
        let alone = self.write().await?;
        alone.execute_unprepared(&format!("select pg_advisory_xact_lock({MIGRATION_LOCK})")).await?;
        for role in [&roles.site, &roles.desk, &roles.jobs] {
            let asked = format!("select 1 from pg_roles where rolname = '{role}'");
            let asked = Statement::from_string(DatabaseBackend::Postgres, asked);
            if alone.query_one_raw(asked).await?.is_none() {
                alone.execute_unprepared(&format!("create role {role} login")).await?;
                made.push(role.clone());
            }
        }
        for statement in statements {
            alone.execute_unprepared(&statement).await?;
        }
        alone.commit().await?;
        Ok(made)
    }

    /// After an erasure: removes the overwritten data from SQLite's write-ahead log too.
    pub async fn scrub(&self) -> Result<(), DbErr> {
        if is_sqlite(&self.jobs) {
            self.jobs.execute_unprepared("pragma wal_checkpoint(truncate)").await?;
        }
        Ok(())
    }

    /// A cheap query on each connection, for `/readyz`.
    pub async fn answers(&self) -> bool {
        let question = || Statement::from_string(self.desk.get_database_backend(), "select 1");
        self.desk.query_one_raw(question()).await.is_ok() && self.site.query_one_raw(question()).await.is_ok()
    }
}

pub fn is_sqlite(db: &impl ConnectionTrait) -> bool {
    db.get_database_backend() == DatabaseBackend::Sqlite
}

/// The path of a SQLite database; `None` for any other address.
pub fn sqlite_file(url: &str) -> Option<PathBuf> {
    if !url.starts_with("sqlite:") {
        return None;
    }
    url.parse::<SqliteConnectOptions>().ok().map(|options| options.get_filename().to_owned())
}

/// Whether the disk under the database is full. Nothing was changed, and it works again once there is room. SQLite says
/// `SQLITE_FULL` (13), or `SQLITE_IOERR` (10) where the write-ahead log found no room; PostgreSQL says `disk_full` (53100).
pub fn is_out_of_room(error: &DbErr) -> bool {
    match told(error) {
        Some(Told::Sqlite(code)) => [10, 13].contains(&code),
        Some(Told::Postgres(code)) => code == "53100",
        None => false,
    }
}

/// Whether a row with this key exists already.
pub fn is_unique_violation(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}

pub async fn write(db: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    let mode = is_sqlite(db).then_some(SqliteTransactionMode::Immediate);
    db.begin_with_options(TransactionOptions { sqlite_transaction_mode: mode, ..Default::default() }).await
}

/// Only reads: the site's role may create no table, not even with `if not exists`.
async fn has_pending_migrations(schema: &SchemaManager<'_>) -> Result<bool, DbErr> {
    if !schema.has_table(LEDGER).await? {
        return Ok(true);
    }
    let taken: HashSet<String> = steps(schema.get_connection()).await?.into_iter().collect();
    Ok(Migrator::migrations().iter().any(|step| !taken.contains(step.name())))
}

/// Whether a later program has changed the schema: it may store things where this program doesn't look.
async fn has_later_steps(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    let known: HashSet<String> = Migrator::migrations().iter().map(|step| step.name().to_owned()).collect();
    Ok(steps(db).await?.iter().any(|step| !known.contains(step)))
}

/// The steps that the schema has taken, in order.
async fn steps(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let asked = format!("select version from {LEDGER} order by version");
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), asked)).await?;
    rows.iter().map(|row| row.try_get("", "version")).collect()
}

fn plain(options: PoolOptions<Postgres>) -> PoolOptions<Postgres> {
    options
}

/// A database's address, and whether its operator accepts the network on the way.
#[derive(Clone, Copy)]
struct Link<'a> {
    url: &'a str,
    is_private: bool,
}

impl Link<'_> {
    /// The other host's name, if TLS has to be verified on the way there.
    fn verified_host(self) -> Option<String> {
        let options: PgConnectOptions =
            self.url.starts_with("postgres").then(|| self.url.parse().ok()).flatten()?;
        let is_here = options.get_socket().is_some() || across::is_local(options.get_host());
        (!is_here && !self.is_private).then(|| options.get_host().to_owned())
    }
}

async fn connect(
    link: Link<'_>,
    connections: u32,
    timeouts: timeouts::Timeouts,
    on_postgres: impl Fn(PoolOptions<Postgres>) -> PoolOptions<Postgres> + Send + Sync + 'static,
) -> Result<DatabaseConnection, DbErr> {
    let verified_host = link.verified_host();
    let is_verified = verified_host.is_some();
    let mut options = ConnectOptions::new(link.url);
    options
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(10))
        .sqlx_logging_level(log::LevelFilter::Debug)
        .map_sqlx_sqlite_pool_opts(released::sqlite)
        .map_sqlx_postgres_pool_opts(move |options| on_postgres(released::postgres(options)))
        .map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .busy_timeout(Duration::from_secs(10))
                .foreign_keys(true)
                .pragma("secure_delete", "on")
        })
        // Set regardless of the server's default: a receipt is shown only for a commit that survives a power cut.
        .map_sqlx_postgres_opts(move |postgres| {
            let postgres = if is_verified { postgres.ssl_mode(PgSslMode::VerifyFull) } else { postgres };
            postgres.options([("synchronous_commit", "on")]).options(timeouts)
        });
    for _ in 0..CONNECT_TRIES {
        match Database::connect(options.clone()).await {
            Err(error) if is_locked(&error) => tokio::time::sleep(BETWEEN_TRIES).await,
            Err(error) if is_tls_fault(&error) => {
                let host = verified_host.as_deref().unwrap_or("the server");
                let remedy = across::POSTGRES_REMEDY;
                return Err(DbErr::Custom(format!(
                    "{host} shows no TLS that can be verified ({error}): {remedy}"
                )));
            }
            connected => return connected,
        }
    }
    Database::connect(options).await
}

/// Whether the server offers no TLS, or a certificate that does not hold.
fn is_tls_fault(error: &DbErr) -> bool {
    let DbErr::Conn(RuntimeErr::SqlxError(error)) = error else { return false };
    match &**error {
        sea_orm::sqlx::Error::Tls(_) => true,
        sea_orm::sqlx::Error::Io(error) => error.kind() == std::io::ErrorKind::InvalidData,
        _ => false,
    }
}

/// SQLite waits for locks, except in the moment in which a new database begins its write-ahead log: `SQLITE_BUSY` (5).
fn is_locked(error: &DbErr) -> bool {
    matches!(told(error), Some(Told::Sqlite(5)))
}

/// The code of an error, as the database told it.
enum Told<'e> {
    /// The primary result code: the low byte of the extended one.
    Sqlite(u32),
    /// SQLSTATE.
    Postgres(&'e str),
}

fn told(error: &DbErr) -> Option<Told<'_>> {
    let (DbErr::Conn(RuntimeErr::SqlxError(error))
    | DbErr::Exec(RuntimeErr::SqlxError(error))
    | DbErr::Query(RuntimeErr::SqlxError(error))) = error
    else {
        return None;
    };
    let error = error.as_database_error()?;
    if let Some(error) = error.try_downcast_ref::<PgDatabaseError>() {
        return Some(Told::Postgres(error.code()));
    }
    let code: u32 = error.try_downcast_ref::<SqliteError>()?.code()?.parse().ok()?;
    Some(Told::Sqlite(code & 0xff))
}

/// Creates the folder of database, pictures and secrets, for its owner alone.
pub fn private_folder(folder: &std::path::Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
