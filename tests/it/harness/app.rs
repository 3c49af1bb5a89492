//! The whole of Kinlight: both sides on ports of their own, on this run's engines. The clock stands still until a test moves it.

use sea_orm::{ConnectionTrait, QueryResult, Statement};
use std::collections::BTreeMap;
use std::io::Write;
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, LazyLock, Mutex, OnceLock};
use time::Duration;

use kinlight::app::App;
use kinlight::backup::System;
use kinlight::clock::{Clock, Moment};
use kinlight::config::Config;
use kinlight::db::{Db, is_sqlite};
use kinlight::ids::RecordId;
use kinlight::jobs::Job;
use kinlight::photos::Stores;
use kinlight::server::{self, Running};
use kinlight::staff::session::Sessions;
use kinlight::web::Side;

use super::browser::Browser;
use super::bucket::Bucket;
use super::engines::{Engines, Ready, bucket_settings, of_the_owner, pairs};

/// 18 November 2026, 11:06 in UTC.
pub const START: Moment = Moment(1_795_000_000);

pub struct TestApp {
    pub app: Arc<App>,
    /// A connection of the database's owner; on PostgreSQL the faces and the jobs see less.
    pub db: Db,
    /// `http://127.0.0.1:PORT`, without a slash at the end.
    pub site: String,
    pub desk: String,
    pub bucket: Option<Bucket>,
    pub engines: Engines,
    pub folder: Arc<tempfile::TempDir>,
    settings: BTreeMap<String, String>,
    running: Running,
}

impl TestApp {
    pub async fn start() -> TestApp {
        TestApp::with(&[]).await
    }

    /// Starts with these settings besides the tests' own.
    pub async fn with(settings: &[(&str, &str)]) -> TestApp {
        let folder = tempfile::tempdir().unwrap();
        TestApp::on(folder, settings, Clock::standing_at(START), None).await
    }

    /// Starts in this folder, with this clock and, if given, this bucket.
    pub async fn on(
        folder: tempfile::TempDir,
        settings: &[(&str, &str)],
        clock: Clock,
        bucket: Option<Bucket>,
    ) -> TestApp {
        catch_log();
        let ready = Ready::new(folder.path()).await;
        let mut all = for_tests(folder.path());
        all.extend(ready.settings);
        all.extend(bucket.iter().flat_map(bucket_settings));
        all.extend(pairs(settings));
        Db::connect(&config(&of_the_owner(&all))).await.unwrap().migrate().await.expect("the schema");
        let app = App::new(config(&all), clock).await.expect("Kinlight starts");
        TestApp::serve(app, all, Arc::new(folder), ready.engines, bucket.or(ready.bucket)).await
    }

    /// A second process on the same engines with the same secrets; both share one clock.
    pub async fn replica(&self) -> TestApp {
        self.replica_with(&[]).await
    }

    pub async fn replica_with(&self, settings: &[(&str, &str)]) -> TestApp {
        let mut all = self.settings.clone();
        all.extend(pairs(settings));
        let app = App::new(config(&all), self.app.clock.clone()).await.expect("the replica starts");
        TestApp::serve(app, all, self.folder.clone(), self.engines, None).await
    }

    async fn serve(
        app: Arc<App>,
        settings: BTreeMap<String, String>,
        folder: Arc<tempfile::TempDir>,
        engines: Engines,
        bucket: Option<Bucket>,
    ) -> TestApp {
        let listen = || TcpListener::bind("127.0.0.1:0").unwrap();
        let listeners = vec![(Side::Site, listen()), (Side::Desk, listen())];
        let running = server::start(app.clone(), listeners).await.expect("both sides open");
        let address = |face| format!("http://{}", running.address(face).expect("it is served"));
        // On SQLite the owner uses the same connection.
        let db = match app.config.database_url == app.config.jobs_database_url {
            true => app.db.clone(),
            false => Db::connect(&config(&of_the_owner(&settings))).await.expect("the owner's connection"),
        };
        TestApp {
            app,
            db,
            site: address(Side::Site),
            desk: address(Side::Desk),
            bucket,
            engines,
            folder,
            settings,
            running,
        }
    }

    /// The address of the metrics, if they are served.
    pub fn figures(&self) -> Option<String> {
        self.running.figures().map(|address| format!("http://{address}"))
    }

    /// The value of a setting of this installation.
    pub fn setting(&self, name: &str) -> &str {
        &self.settings[name]
    }

    pub fn now(&self) -> Moment {
        self.app.clock.now()
    }

    pub fn advance(&self, by: Duration) {
        self.app.clock.advance(by);
    }

    /// Moves the clock on, and refreshes the catalogue as each replica does within a second.
    pub async fn later(&self, by: Duration) {
        self.advance(by);
        self.app.refresh_catalogue().await;
    }

    /// Runs every job once, as the timetable would.
    pub async fn run_jobs(&self) {
        for job in Job::ALL {
            job.run(&self.app, self.now()).await.unwrap_or_else(|error| panic!("{job:?}: {error}"));
        }
    }

    /// What verbs about photos work with, for tests that call them without a page.
    pub fn stores(&self) -> Stores<'_> {
        Stores { db: &self.db.desk, ..self.app.stores() }
    }

    /// Where sessions are kept, for tests that sign in without a page.
    pub fn sessions(&self) -> Sessions<'_> {
        Sessions { db: &self.db.desk, ..self.app.sessions() }
    }

    /// What a backup is taken of, as the owner of the database reads it.
    pub fn system(&self) -> System<'_> {
        System { db: &self.db, ..self.app.system() }
    }

    /// A new visitor with a browser and an address of their own.
    pub fn visitor(&self) -> Browser {
        Browser::new(&self.site)
    }

    pub fn at_the_desk(&self) -> Browser {
        Browser::new(&self.desk)
    }

    /// The text with this key in this language, as a page shows it.
    pub fn text(&self, lang: &str, key: &str) -> String {
        let texts = self.app.pages.texts();
        let lang = texts.any_language(lang).expect("a language");
        let said = texts.plain(lang, key, &[]);
        let is_mark = |c: char| matches!(c, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}');
        said.chars()
            .filter(|c| !is_mark(*c))
            .collect::<String>()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The real program on the same installation, with the settings of a serving process.
    pub fn serving(&self) -> Command {
        TestApp::with_settings(&self.settings)
    }

    /// The real program as the operator runs it on the command line.
    pub fn program(&self) -> Command {
        TestApp::with_settings(&of_the_owner(&self.settings))
    }

    fn with_settings(settings: &BTreeMap<String, String>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kinlight"));
        for (name, value) in settings {
            command.env(format!("KINLIGHT_{}", name.to_uppercase()), value);
        }
        command
    }

    /// One number from the database.
    pub async fn count(&self, question: &str) -> i64 {
        let db = &self.db.desk;
        let asked = Statement::from_string(db.get_database_backend(), question);
        let row = db.query_one_raw(asked).await.unwrap_or_else(|error| panic!("{question}: {error}"));
        row.expect("a row").try_get_by_index(0).expect("a number")
    }

    /// Prints what a bad day cost, and fails if a response is lost: `accepted` counts the receipts that people saw, `found` the
    /// rows.
    pub async fn lost_nothing(&self, day: &str, accepted: usize) {
        let found = self.count("select count(*) from responses").await;
        let lost = accepted as i64 - found;
        println!("{day}: {accepted} accepted, {found} found, {lost} lost");
        assert_eq!(lost, 0, "{day}");
    }

    /// Changes the database behind Kinlight's back, as a thief or a broken disk would.
    pub async fn tampers(&self, sql: &str) {
        self.db.desk.execute_unprepared(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    /// An id as a literal of this engine's SQL.
    pub fn id_in_sql(&self, id: impl Into<RecordId>) -> String {
        let id = id.into().to_string();
        if is_sqlite(&self.db.desk) { format!("x'{}'", id.replace('-', "")) } else { format!("'{id}'") }
    }

    /// Changes a table without its triggers, as the owner of the whole database can.
    pub async fn tampers_past_triggers(&self, table: &str, sql: &str) {
        if !is_sqlite(&self.db.desk) {
            let [rest, wake] =
                ["disable", "enable"].map(|word| format!("alter table {table} {word} trigger user"));
            return self.tampers(&format!("{rest}; {sql}; {wake}")).await;
        }
        let txn = kinlight::db::write(&self.db.desk).await.unwrap();
        let asked =
            format!("select name, sql from sqlite_master where type = 'trigger' and tbl_name = '{table}'");
        let asked = Statement::from_string(txn.get_database_backend(), asked);
        let triggers = txn.query_all_raw(asked).await.unwrap();
        let text = |row: &QueryResult, column: &str| row.try_get::<String>("", column).unwrap();
        let rest = triggers.iter().map(|trigger| format!("drop trigger {}", text(trigger, "name")));
        let wake = triggers.iter().map(|trigger| text(trigger, "sql"));
        for sql in rest.chain([sql.to_owned()]).chain(wake) {
            txn.execute_unprepared(&sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
        }
        txn.commit().await.unwrap();
    }

    /// Changes the store behind Kinlight's back.
    pub fn tampers_with_blob(&self, name: &str, bytes: &[u8]) {
        match &self.bucket {
            Some(bucket) => bucket.holds(vec![(name.to_owned(), bytes.to_vec())]),
            None => std::fs::write(self.folder.path().join("blobs").join(name), bytes).unwrap(),
        }
    }

    /// Name and bytes of every file in the store.
    pub fn blobs(&self) -> Vec<(String, Vec<u8>)> {
        match &self.bucket {
            Some(bucket) => bucket.everything(),
            None => files_under(&self.folder.path().join("blobs")),
        }
    }
}

/// Every file below a folder, named by its path from there.
pub fn files_under(root: &Path) -> Vec<(String, Vec<u8>)> {
    walkdir::WalkDir::new(root)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(root).unwrap().to_string_lossy().into_owned();
            (name, std::fs::read(entry.path()).unwrap())
        })
        .collect()
}

fn for_tests(folder: &Path) -> BTreeMap<String, String> {
    pairs(&[
        ("data_dir", &folder.display().to_string()),
        ("listen", "127.0.0.1:0"),
        ("desk_listen", "127.0.0.1:0"),
        // Cheap for the tests only: `serve` refuses it.
        ("code_memory_kib", "256"),
        ("code_stock", "4"),
        ("job_seconds", "3600"),
        ("single_zone_accepted", "true"),
        ("trusted_proxies", "127.0.0.1"),
        ("photo_worker_program", env!("CARGO_BIN_EXE_kinlight")),
        ("photo_workers", "1"),
        // The tests keep the machine busy, and a photo's ten seconds must still be enough.
        ("photo_niceness", "0"),
        // How full the disks of this machine are must not matter; `bad_input::stores` tests full disks.
        ("careful_below_percent", "0"),
        ("refuse_below_percent", "0"),
        // On a busy machine Redis may be slow, and a late answer would make a replica count alone. `shared_limits::away` tests
        // that.
        ("redis_milliseconds", "10000"),
    ])
}

fn config(settings: &BTreeMap<String, String>) -> Config {
    Config::from_values(settings.clone()).unwrap_or_else(|faults| panic!("{faults:?}"))
}

static LOG: LazyLock<Arc<Mutex<Vec<u8>>>> = LazyLock::new(Arc::default);

/// Everything that the tests of this binary have logged, at level `info`, as operators run it.
pub fn log() -> Vec<u8> {
    LOG.lock().unwrap().clone()
}

/// The last log lines about failed requests, from this test or one that runs beside it.
pub fn failures() -> String {
    let log = String::from_utf8_lossy(&log()).into_owned();
    let lines: Vec<&str> = log.lines().filter(|line| line.contains("a request failed")).collect();
    lines[lines.len().saturating_sub(3)..].join("\n")
}

fn catch_log() {
    struct Caught;
    impl Write for Caught {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            LOG.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    static CAUGHT: OnceLock<()> = OnceLock::new();
    CAUGHT.get_or_init(|| {
        let _ = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::INFO)
            .with_ansi(false)
            .with_writer(|| Caught)
            .try_init();
    });
}
