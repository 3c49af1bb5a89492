//! Every setting with its default and its meaning: what `kinlight config` prints.

/// All settings: those of the whole service, and those listed beside the code that reads them.
pub(super) fn settings() -> impl Iterator<Item = &'static Setting> {
    let others = [
        super::across::SETTINGS,
        super::retention::SETTINGS,
        super::promise::SETTINGS,
        super::telling::SETTINGS,
    ];
    SETTINGS.iter().chain(others.into_iter().flatten())
}

/// A setting's name, its default as text (empty: none) and its meaning. Its name in the environment is `KINLIGHT_` and the name
/// in capitals. `kinlight config` prints this table with the values in force.
pub(super) type Setting = (&'static str, &'static str, &'static str);

const SETTINGS: &[Setting] = &[
    ("data_dir", "kinlight-data", "folder for the embedded database, pictures and secrets"),
    ("zone", "both", "what this process serves: both, site, desk or jobs; `serve --face` says it too"),
    ("listen", "127.0.0.1:8080", "address of the site"),
    ("desk_listen", "127.0.0.1:8081", "address of the desk"),
    (
        "metrics_listen",
        "",
        "address for figures in Prometheus' text, for this machine or a closed network alone; empty: none",
    ),
    (
        "public_url",
        "http://127.0.0.1:8080",
        "what people type to reach the site; https outside a test machine",
    ),
    (
        "desk_url",
        "",
        "what staff type to reach the desk, for the links of invitations; empty: desk_listen, on this machine alone",
    ),
    (
        "security_contact",
        "",
        "mailto:… or https://… for /.well-known/security.txt: whom to tell of a weakness; empty: no such file",
    ),
    (
        "database_url",
        "",
        "sqlite://… or postgres://… for the desk and the command line; empty: SQLite in data_dir",
    ),
    ("site_database_url", "", "the same database under the site's own role; empty: database_url"),
    ("jobs_database_url", "", "the same database under the timetable's own role; empty: database_url"),
    ("database_connections", "16", "most connections each side opens"),
    ("blobs", "folder", "where pictures are kept: folder or s3"),
    ("s3_endpoint", "", "address of the S3-compatible store"),
    ("s3_region", "us-east-1", "its region"),
    ("s3_bucket", "", "the bucket; versioning must be off"),
    ("s3_access_key", "", "access key"),
    ("s3_secret_key", "", "secret key"),
    ("s3_path_style", "true", "true: endpoint/bucket/key; false: bucket.endpoint/key"),
    ("s3_checksums_when_required", "false", "true for old servers that refuse checksums"),
    (
        "redis_url",
        "",
        "redis://, rediss:// or unix:// address of a Redis or Valkey that all processes count limits in; empty: each for itself",
    ),
    (
        "redis_milliseconds",
        "75",
        "a question to it waits so long at most; then this process goes by its own counts",
    ),
    ("desk_secret_file", "", "32 random bytes in hex, on the desk's host alone; empty: made in data_dir"),
    ("site_secret_file", "", "32 random bytes in hex, shared by all site processes; empty: made in data_dir"),
    ("single_zone_accepted", "false", "true: more than one Society with site and desk in one process"),
    (
        "slow_seconds",
        "30",
        "who sends nothing, or takes nothing, for so long is cut off; headers must be there by then",
    ),
    (
        "trusted_proxies",
        "",
        "addresses and networks (10.0.0.0/8) of proxies whose X-Forwarded-For counts, comma-separated",
    ),
    (
        "code_memory_kib",
        "65536",
        "Argon2 memory for codes and passwords, in KiB; serve refuses less than 65536",
    ),
    ("code_stock", "100", "receipt codes kept ready, so that accepting a response never waits"),
    (
        "reveals_an_hour",
        "30",
        "personal files that one person may open in an hour before a fresh second factor",
    ),
    ("reveals_a_day", "150", "the same for a day"),
    (
        "reveals_an_hour_each",
        "10",
        "files that a Society may open in an hour for each member with keys, at least twice reveals_an_hour in all; further ones take a colleague's word",
    ),
    ("desk_idle_minutes", "10", "the desk locks after so many idle minutes"),
    ("desk_session_hours", "12", "a desk session ends after so many hours"),
    ("careful_below_percent", "10", "below this much free disk, a response needs a CAPTCHA"),
    ("refuse_below_percent", "3", "below this much free disk, a response is refused in plain words"),
    ("photo_workers", "0", "processes that read photos, 1 to 4; 0: one for each core, at most 4"),
    ("photos_a_worker", "100", "a process for one case is replaced after this many questions"),
    (
        "photo_niceness",
        "5",
        "how far those processes stand back behind all else, 0 to 19; on a busy machine photos then run out of time",
    ),
    ("photo_seconds", "10", "a photo that takes longer to read is given up"),
    (
        "photo_sandbox",
        "best-effort",
        "best-effort or required; required: no start on a kernel without landlock or seccomp",
    ),
    (
        "photo_heic",
        "true",
        "false: HEIC photos are refused with words that say what to do; its decoder is young",
    ),
    ("photo_worker_program", "", "what is started as `PROGRAM photo-worker`; empty: this program"),
    ("checkpoint_file", "", "file outside the database for the audit chain's heads; empty: in data_dir"),
    (
        "tombstone_file",
        "",
        "file outside the database for what ended or was erased, so that a restore brings none of it back; empty: in data_dir",
    ),
    (
        "pin_file",
        "",
        "file outside the database with each Society's root, by which the desk knows its keys; empty: in data_dir",
    ),
    (
        "desk_key_file",
        "",
        "file outside the database with the desk's public key, by which the site knows what it may show; empty: in data_dir",
    ),
    (
        "pseudo_languages",
        "false",
        "true: adds two made-up languages, en-XA and ar-XB, in which whoever builds pages sees their faults",
    ),
    ("job_seconds", "20", "how often the timetable is looked at"),
    (
        "drain_seconds",
        "5",
        "after SIGTERM it says at /readyz that it is leaving, and serves on for so long, until the proxy has seen it",
    ),
    ("log", "info", "error, warn, info, debug, trace or off; then perhaps target=level, comma-separated"),
    ("log_format", "text", "text or json"),
];
