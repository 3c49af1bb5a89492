//! Every setting, read once at start from a file and the environment, and documented here. All faults are reported together,
//! each with the setting's name and the expected value. Nothing else reads the environment.

pub mod across;
mod addresses;
mod given;
mod promise;
mod reader;
mod retention;
mod store;
mod table;
mod telling;
mod zone;

use ipnet::IpNet;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use time::Duration;
use tracing::level_filters::LevelFilter;

pub use given::Given;
pub use reader::Fault;
use reader::Reader;
pub use retention::Retention;
pub use store::BlobSettings;
pub use telling::{MailSecurity, MailSettings, SigningKey, TellingSettings, WebhookSettings};
pub use zone::Zone;

use crate::promise::Promise;

/// The limit of photo workers: each may use 400 MB.
const MOST_PHOTO_WORKERS: usize = 4;

#[derive(Clone, Debug)]
pub struct Config {
    pub zone: Zone,
    pub data_dir: PathBuf,
    pub listen: SocketAddr,
    pub desk_listen: SocketAddr,
    pub metrics_listen: Option<SocketAddr>,
    pub public_url: String,
    /// For `security.txt`: an address that begins with mailto: or https://.
    pub security_contact: Option<String>,
    /// The address that staff type to reach the desk, without a slash at the end.
    pub desk_url: Option<String>,
    pub database_url: String,
    pub site_database_url: String,
    pub jobs_database_url: String,
    pub database_connections: u32,
    /// PostgreSQL and Redis on other hosts may be reached without TLS.
    pub is_private_network_accepted: bool,
    pub blobs: BlobSettings,
    /// May contain a password.
    pub redis_url: Option<Secret>,
    pub redis_answers_within: std::time::Duration,
    pub desk_secret_file: PathBuf,
    pub site_secret_file: PathBuf,
    pub is_single_zone_accepted: bool,
    pub trusted_proxies: Vec<IpNet>,
    pub slow_for: std::time::Duration,
    pub code_memory_kib: u32,
    pub code_stock: usize,
    pub budget: ReadingBudget,
    pub kept: Retention,
    pub promise: Promise,
    pub telling: TellingSettings,
    pub desk_session: SessionSpan,
    pub careful_below_percent: u8,
    pub refuse_below_percent: u8,
    pub photo_workers: usize,
    pub photos_a_worker: u32,
    pub photo_niceness: u8,
    pub photo_read_for: std::time::Duration,
    pub is_photo_sandbox_required: bool,
    pub accepts_heic: bool,
    pub has_pseudo_languages: bool,
    pub photo_worker_program: PathBuf,
    pub checkpoint_file: PathBuf,
    pub tombstone_file: PathBuf,
    pub pin_file: PathBuf,
    pub desk_key_file: PathBuf,
    pub jobs_every: Duration,
    /// How long the service waits after SIGTERM before it closes its listeners.
    pub drains_for: std::time::Duration,
    pub log: String,
    pub is_log_json: bool,
}

/// A value that is never printed.
#[derive(Clone)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("(secret)")
    }
}

/// How many personal files one person may open before showing a second factor again, and how many the members of a Society may
/// open together before one needs a colleague's word.
#[derive(Clone, Copy, Debug)]
pub struct ReadingBudget {
    pub an_hour: u32,
    pub a_day: u32,
    /// An hour's share of each member who holds keys. All members draw on the sum.
    pub an_hour_each: u32,
}

impl ReadingBudget {
    pub const NONE: ReadingBudget = ReadingBudget { an_hour: 0, a_day: 0, an_hour_each: 0 };

    /// The files that these members may open in an hour together. Two may always use up their own budgets.
    pub fn ceiling(self, members: u64) -> u64 {
        let least = u64::from(self.an_hour).saturating_mul(2);
        members.saturating_mul(self.an_hour_each.into()).max(least)
    }
}

/// How long a session of the desk may be idle before it locks, and how long it lasts.
#[derive(Clone, Copy, Debug)]
pub struct SessionSpan {
    pub idle_for: Duration,
    pub lasts_for: Duration,
}

impl Config {
    /// Reads `file` (TOML, one `name = value` a line) if given, then the environment, which wins.
    pub fn read(file: Option<&Path>) -> Result<Config, Vec<Fault>> {
        let (given, faults) = Given::read(file);
        match Config::from_values(given.values()) {
            Ok(config) if faults.is_empty() => Ok(config),
            Ok(_) => Err(faults),
            Err(more) => Err(faults.into_iter().chain(more).collect()),
        }
    }

    /// The same from given values, for the demo and tests.
    pub fn from_values(values: BTreeMap<String, String>) -> Result<Config, Vec<Fault>> {
        let mut r = Reader { values, faults: Vec::new() };
        r.refuse_unknown();
        let data_dir = PathBuf::from(r.text("data_dir"));
        let is_private_network_accepted = across::is_accepted(&mut r);
        let [database_url, site_database_url, jobs_database_url] = addresses::databases(&mut r, &data_dir);
        let public_url = addresses::public(&mut r);
        let desk_url = addresses::desk(&mut r);
        let security_contact = addresses::security_contact(&mut r);
        let blobs = BlobSettings::read(&mut r, &data_dir);
        let redis_url = addresses::redis(&mut r);
        let metrics_listen = match r.text("metrics_listen") {
            text if text.is_empty() => None,
            _ => Some(r.parsed("metrics_listen", "an address such as 127.0.0.1:9464, or nothing")),
        };
        let trusted_proxies = addresses::trusted_proxies(&mut r);
        let log = r.text("log");
        if !is_log_filter(&log) {
            r.fault("log", format!("error, warn, info, debug, trace or off was expected first, not {log:?}"));
        }
        let log_format = r.one_of("log_format", ["text", "json"]);
        let photo_sandbox = r.one_of("photo_sandbox", ["best-effort", "required"]);
        let photo_workers = photo_workers(&mut r);
        let photo_niceness = r.parsed("photo_niceness", "a number from 0 to 19");
        if photo_niceness > 19 {
            r.fault("photo_niceness", "0 to 19 were expected");
        }
        let config = Config {
            zone: r.parsed("zone", "both, site, desk or jobs"),
            listen: r.parsed("listen", "an address such as 127.0.0.1:8080"),
            desk_listen: r.parsed("desk_listen", "an address such as 127.0.0.1:8081"),
            metrics_listen,
            public_url,
            desk_url,
            security_contact,
            database_url,
            site_database_url,
            jobs_database_url,
            database_connections: r.parsed("database_connections", "a number"),
            is_private_network_accepted,
            blobs,
            redis_url,
            redis_answers_within: std::time::Duration::from_millis(r.positive("redis_milliseconds").into()),
            desk_secret_file: r.path_or("desk_secret_file", data_dir.join("desk.secret")),
            site_secret_file: r.path_or("site_secret_file", data_dir.join("site.secret")),
            is_single_zone_accepted: r.parsed("single_zone_accepted", "true or false"),
            trusted_proxies,
            slow_for: std::time::Duration::from_secs(r.positive("slow_seconds").into()),
            code_memory_kib: r.parsed("code_memory_kib", "a number of KiB"),
            code_stock: r.parsed("code_stock", "a number"),
            budget: ReadingBudget {
                an_hour: r.parsed("reveals_an_hour", "a number"),
                a_day: r.parsed("reveals_a_day", "a number"),
                an_hour_each: r.parsed("reveals_an_hour_each", "a number"),
            },
            kept: retention::read(&mut r),
            promise: promise::read(&mut r),
            telling: telling::read(&mut r),
            desk_session: SessionSpan {
                idle_for: Duration::minutes(r.parsed("desk_idle_minutes", "a number of minutes")),
                lasts_for: Duration::hours(r.parsed("desk_session_hours", "a number of hours")),
            },
            careful_below_percent: r.parsed("careful_below_percent", "a percentage"),
            refuse_below_percent: r.parsed("refuse_below_percent", "a percentage"),
            photo_workers,
            photos_a_worker: r.positive("photos_a_worker"),
            photo_niceness,
            photo_read_for: std::time::Duration::from_secs(r.positive("photo_seconds").into()),
            is_photo_sandbox_required: photo_sandbox == "required",
            accepts_heic: r.parsed("photo_heic", "true or false"),
            has_pseudo_languages: r.parsed("pseudo_languages", "true or false"),
            photo_worker_program: r.path_or("photo_worker_program", own_program()),
            checkpoint_file: r.path_or("checkpoint_file", data_dir.join("audit-checkpoints.txt")),
            tombstone_file: r.path_or("tombstone_file", data_dir.join("tombstones.txt")),
            pin_file: r.path_or("pin_file", data_dir.join("pins.txt")),
            desk_key_file: r.path_or("desk_key_file", data_dir.join("desk-keys.txt")),
            jobs_every: Duration::seconds(r.parsed("job_seconds", "a number of seconds")),
            drains_for: std::time::Duration::from_secs(
                r.parsed::<u8>("drain_seconds", "a number from 0 to 255").into(),
            ),
            log,
            is_log_json: log_format == "json",
            data_dir,
        };
        if r.faults.is_empty() { Ok(config) } else { Err(r.faults) }
    }

    /// Plain http is for a test machine only: there, cookies go without `__Host-` and Secure.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// The path for starting this program again. On Linux it names the running file, even after an upgrade has replaced it, because
/// both ends of a pipe must be the same version.
pub fn own_program() -> PathBuf {
    let running = PathBuf::from("/proc/self/exe");
    if running.exists() { running } else { std::env::current_exe().unwrap_or_else(|_| "kinlight".into()) }
}

/// 0 stands for one a core, up to the limit.
fn photo_workers(r: &mut Reader) -> usize {
    let count = match r.parsed("photo_workers", "a number from 0 to 4") {
        0 => std::thread::available_parallelism().map_or(1, usize::from).min(MOST_PHOTO_WORKERS),
        some => some,
    };
    if count > MOST_PHOTO_WORKERS {
        r.fault("photo_workers", "0 to 4 were expected");
    }
    count
}

/// A level, then perhaps `target=level`, separated by commas. A bare word that is no level would name a target and silence all
/// others.
fn is_log_filter(text: &str) -> bool {
    let is_level = |word: &str| !word.is_empty() && word.parse::<LevelFilter>().is_ok();
    let mut parts = text.split(',').map(str::trim);
    parts.next().is_some_and(is_level)
        && parts.all(|part| {
            part.split_once('=').is_some_and(|(target, level)| !target.is_empty() && is_level(level))
        })
}

#[cfg(test)]
mod tests;
