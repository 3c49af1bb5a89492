//! The two sets of engines that the tests run on: SQLite and a folder, or PostgreSQL (the site under its own role) and an S3
//! server, with a Redis for limits if `KINLIGHT_TEST_REDIS` names one. `KINLIGHT_TEST_ENGINES` chooses one; `tests/run` runs the
//! tests once with each.

use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::sync::OnceCell;

use super::bucket::Bucket;
use super::cannot_run::{cannot_run, counted};
use super::postgres::PostgresServer;
use super::real_bucket::REGION;
use kinlight::config::Config;
use kinlight::db::{Db, Roles};

const PASSWORD: &str = "a-password-of-the-tests-only";

fn roles() -> Roles {
    let [site, desk, jobs] = ["site", "desk", "jobs"].map(|zone| format!("kinlight_{zone}"));
    Roles { site, desk, jobs }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engines {
    SqliteFolder,
    PostgresS3,
}

impl Engines {
    #[expect(clippy::disallowed_methods, reason = "the tests' own switch, not a setting of Kinlight")]
    pub fn chosen() -> Engines {
        match std::env::var("KINLIGHT_TEST_ENGINES").as_deref() {
            Err(_) | Ok("sqlite") => Engines::SqliteFolder,
            Ok("postgres") => Engines::PostgresS3,
            Ok(other) => panic!("KINLIGHT_TEST_ENGINES is sqlite or postgres, not {other:?}"),
        }
    }

    /// Asked first by a story that only these engines can tell: elsewhere it is a skip. `tests/run` leaves those that
    /// `tests/engines` lists out of the other run, so one that asks there is missing in the list.
    #[track_caller]
    pub fn are_chosen(self) -> bool {
        let are = Engines::chosen() == self;
        if !are {
            assert!(
                counted().is_none(),
                "tests/engines does not say that this story is told on {self:?} alone"
            );
            cannot_run(&format!("told on {self:?} alone: see tests/engines"));
        }
        are
    }
}

/// Running engines, empty and migrated, for one test only.
pub struct Ready {
    pub engines: Engines,
    /// The settings that name them.
    pub settings: BTreeMap<String, String>,
    /// The S3 server, if the engines have one.
    pub bucket: Option<Bucket>,
}

impl Ready {
    pub async fn new(data_dir: &Path) -> Ready {
        match Engines::chosen() {
            Engines::SqliteFolder => {
                std::fs::write(data_dir.join(SQLITE), MIGRATED.get_or_init(migrated).await)
                    .expect("a database of the test's own");
                let settings = pairs(&[("database_url", &sqlite_in(data_dir))]);
                Ready { engines: Engines::SqliteFolder, settings, bucket: None }
            }
            Engines::PostgresS3 => {
                let name = new_database().await;
                let bucket = Bucket::start().await;
                let mut settings = settings_of(&cluster(), &name);
                settings.extend(pairs(&[("database_connections", "5")]));
                settings.extend(bucket_settings(&bucket));
                settings.extend(redis_settings().await);
                Ready { engines: Engines::PostgresS3, settings, bucket: Some(bucket) }
            }
        }
    }
}

const SQLITE: &str = "kinlight.sqlite";

fn sqlite_in(folder: &Path) -> String {
    format!("sqlite://{}?mode=rwc", folder.join(SQLITE).display())
}

/// The bytes of an empty database with its schema; made once in a run.
static MIGRATED: OnceCell<Vec<u8>> = OnceCell::const_new();

async fn migrated() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let data_dir = folder.path().display().to_string();
    let settings = pairs(&[("database_url", &sqlite_in(folder.path())), ("data_dir", &data_dir)]);
    let db = Db::connect(&Config::from_values(settings).unwrap()).await.unwrap();
    db.migrate().await.expect("the schema");
    // Closing moves the write-ahead log into the file.
    for one in [db.site, db.jobs, db.desk] {
        one.close().await.unwrap();
    }
    assert!(!folder.path().join(format!("{SQLITE}-wal")).exists(), "a part of it is in the write-ahead log");
    std::fs::read(folder.path().join(SQLITE)).unwrap()
}

/// A database in a server of the test's own; its files may lie in a given folder, such as a small disk.
pub async fn database_of_its_own(server: &PostgresServer, folder: Option<&Path>) -> BTreeMap<String, String> {
    let cluster = connected(&server.url()).await;
    let mut place = String::new();
    if let Some(folder) = folder {
        server.takes(folder);
        let tablespace = format!("create tablespace of_its_own location '{}'", folder.display());
        cluster.execute_unprepared(&tablespace).await.unwrap_or_else(|error| panic!("{tablespace}: {error}"));
        place = " tablespace of_its_own".to_owned();
    }
    make_database(&server.url(), "kinlight", &place).await;
    cluster.close().await.unwrap();
    settings_of(&server.url(), "kinlight")
}

/// Locks everybody out of PostgreSQL's database of this address, or lets them in again. To them the server seems to be down,
/// while other tests go on.
pub async fn set_reachable(database_url: &str, is_reachable: bool) {
    let name = database_url.rsplit('/').next().unwrap();
    let cluster = connected(&cluster()).await;
    let sql = format!("alter database {name} with allow_connections {is_reachable}");
    cluster.execute_unprepared(&sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    if !is_reachable {
        cut_off(&cluster, name).await;
    }
    cluster.close().await.unwrap();
}

/// Cuts every connection to PostgreSQL's database of this address, whatever it is doing.
pub async fn cut_all(database_url: &str) {
    let cluster = connected(&cluster()).await;
    cut_off(&cluster, database_url.rsplit('/').next().unwrap()).await;
    cluster.close().await.unwrap();
}

async fn cut_off(cluster: &DatabaseConnection, name: &str) {
    let sql =
        format!("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '{name}'");
    cluster.execute_unprepared(&sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
}

pub async fn drop_database(database_url: &str) {
    let cluster = connected(&cluster()).await;
    let sql = format!("drop database {} with (force)", database_url.rsplit('/').next().unwrap());
    cluster.execute_unprepared(&sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    cluster.close().await.unwrap();
}

/// An empty database, without a schema.
pub async fn empty_database(data_dir: &Path) -> BTreeMap<String, String> {
    let url = match Engines::chosen() {
        Engines::SqliteFolder => sqlite_in(data_dir),
        Engines::PostgresS3 => {
            let name = format!("{}_empty", TEMPLATE.get_or_init(make_template).await);
            let super_url = cluster();
            let cluster = connected(&super_url).await;
            let sql = format!("create database {name}");
            cluster.execute_unprepared(&sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
            cluster.close().await.unwrap();
            url_of(&super_url, &name, None)
        }
    };
    pairs(&[("database_url", &url), ("database_connections", "2")])
}

pub fn bucket_settings(bucket: &Bucket) -> BTreeMap<String, String> {
    pairs(&[
        ("blobs", "s3"),
        ("s3_endpoint", &bucket.endpoint),
        ("s3_region", REGION),
        ("s3_bucket", bucket.name),
        ("s3_access_key", bucket.access_key),
        ("s3_secret_key", bucket.secret_key),
    ])
}

/// An empty database in the Redis that `tests/run` starts; `None` without one.
#[expect(clippy::disallowed_methods, reason = "the tests' own switch, not a setting of Kinlight")]
async fn redis_settings() -> Option<(String, String)> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let server = std::env::var("KINLIGHT_TEST_REDIS").ok()?;
    let url = format!("{server}/{}", NEXT.fetch_add(1, Ordering::Relaxed));
    let client = redis::Client::open(url.as_str()).expect("KINLIGHT_TEST_REDIS is redis://HOST:PORT");
    let mut connection = client.get_multiplexed_async_connection().await.expect("the Redis of tests/run");
    redis::cmd("FLUSHDB").exec_async(&mut connection).await.expect("an empty database");
    Some(("redis_url".to_owned(), url))
}

pub fn pairs(settings: &[(&str, &str)]) -> BTreeMap<String, String> {
    settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// A superuser's address of the PostgreSQL cluster that `tests/run` starts.
#[expect(clippy::disallowed_methods, reason = "the tests' own switch, not a setting of Kinlight")]
fn cluster() -> String {
    std::env::var("KINLIGHT_TEST_POSTGRES")
        .expect("KINLIGHT_TEST_POSTGRES is the address of a PostgreSQL superuser; tests/run sets it")
}

/// The cluster's address with another database and, if given, another user.
fn url_of(cluster: &str, database: &str, user: Option<(&str, &str)>) -> String {
    let (scheme, rest) = cluster.split_once("://").expect("postgres://…");
    let (authority, _) = rest.split_once('/').unwrap_or((rest, ""));
    let (superuser, host) = authority.rsplit_once('@').unwrap_or(("postgres", authority));
    let user = user.map_or(superuser.to_owned(), |(name, password)| format!("{name}:{password}"));
    format!("{scheme}://{user}@{host}/{database}")
}

static TEMPLATE: OnceCell<String> = OnceCell::const_new();

/// A copy of a template database that is migrated once in a run.
async fn new_database() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let template = TEMPLATE.get_or_init(make_template).await;
    let name = format!("{template}_{}", NEXT.fetch_add(1, Ordering::Relaxed));
    let cluster = connected(&cluster()).await;
    let sql = format!("create database {name} template {template} strategy file_copy");
    cluster.execute_unprepared(&sql).await.expect("a database of the test's own");
    cluster.close().await.unwrap();
    name
}

async fn make_template() -> String {
    let name = format!("kinlight_{}", std::process::id());
    make_database(&cluster(), &name, "").await;
    name
}

/// Makes a database as an operator does: roles, schema, rights.
async fn make_database(cluster_url: &str, name: &str, place: &str) {
    let cluster = connected(cluster_url).await;
    cluster.execute_unprepared(&format!("create database {name}{place}")).await.expect("a database");
    cluster.close().await.unwrap();

    let settings =
        pairs(&[("database_url", &url_of(cluster_url, name, None)), ("database_connections", "1")]);
    let db = Db::connect(&Config::from_values(settings).unwrap()).await.unwrap();
    db.migrate().await.expect("the schema");
    let Roles { site, desk, jobs } = roles();
    db.grant(&roles()).await.expect("the roles' rights");
    for role in [site, desk, jobs] {
        let sql = format!("alter role {role} password '{PASSWORD}'");
        db.desk.execute_unprepared(&sql).await.expect("a role's password");
    }
    db.desk.close().await.unwrap();
}

fn settings_of(cluster_url: &str, name: &str) -> BTreeMap<String, String> {
    let Roles { site, desk, jobs } = roles();
    pairs(&[
        ("database_url", &url_of(cluster_url, name, Some((&desk, PASSWORD)))),
        ("site_database_url", &url_of(cluster_url, name, Some((&site, PASSWORD)))),
        ("jobs_database_url", &url_of(cluster_url, name, Some((&jobs, PASSWORD)))),
    ])
}

/// The same database as its owner reaches it: the operator at the command line, or a thief with all of it.
pub fn of_the_owner(settings: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut settings = settings.clone();
    if let Some((_, at)) =
        settings["database_url"].split_once('@').filter(|_| settings.contains_key("jobs_database_url"))
    {
        settings.insert("database_url".to_owned(), format!("postgres://postgres@{at}"));
    }
    settings
}

async fn connected(url: &str) -> DatabaseConnection {
    let mut options = sea_orm::ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await.expect("the PostgreSQL cluster of tests/run")
}
