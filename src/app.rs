//! Everything that a request may use. It is created here, once; nothing below creates its own.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use crate::backup::System;
use crate::blobs::{BlobError, Blobs, Filesystem, S3, S3Settings};
use crate::chance;
use crate::clock::Clock;
use crate::config::{BlobSettings, Config, Zone};
use crate::db::{self, Db};
use crate::form_room::FormRoom;
use crate::i18n::{CatalogueFaults, Texts};
use crate::metrics::Metrics;
use crate::page_cache::PageCache;
use crate::photos::Stores;
use crate::photos::worker::{WorkerError, WorkerSettings, Workers};
use crate::proofs::{FileError, ProofError};
use crate::publications::PublicationError;
use crate::publications::catalogue::{Catalogue, memory::Memory};
use crate::rate_limits::{LimitSettings, RateLimits, WrongAddress};
use crate::responses::receipt::CodeStock;
use crate::sealing::VerifyKey;
use crate::secrets::desk_keys::{self, DeskKey};
use crate::secrets::pins::PinError;
use crate::secrets::{Pins, SecretError, Secrets};
use crate::societies::directory::Directory;
use crate::staff::session::Sessions;
use crate::stretching::Stretching;
use crate::telling::{Ways, WaysError};
use crate::templates::{Pages, TemplateFaults};
use crate::upload_room::UploadRoom;

/// What this host has seen of the audit chains, in the data folder.
pub const SEEN_CHAINS: &str = "seen-chains.txt";
/// What this host has seen of certified photos, in the data folder.
pub const SEEN_PHOTOS: &str = "seen-photos.txt";
/// How long a password or a code waits for its turn.
const CODE_WAITS_FOR: Duration = Duration::from_secs(10);
/// How long a photo waits for a free process before its sender is told to try again.
const PHOTO_WAITS_FOR: Duration = Duration::from_secs(20);

pub struct App {
    pub config: Config,
    pub db: Db,
    pub blobs: Blobs,
    pub pages: Arc<Pages>,
    pub page_cache: PageCache,
    pub secrets: Secrets,
    pub limits: Limits,
    pub clock: Clock,
    pub catalogue: Catalogue,
    pub directory: Directory,
    pub metrics: Metrics,
    /// The ways to tell staff that work waits; the jobs use them.
    pub ways: Ways,
}

/// The limits that protect the machine from a rush: rate limits; bounded pools for Argon2, one per kind of visitor, so that a
/// rush of one kind does not delay another; codes made ahead; a few processes for photos; memory for what arrives.
pub struct Limits {
    pub rates: RateLimits,
    pub sign_in: Stretching,
    /// For browsers that signed in before.
    pub sign_in_again: Stretching,
    /// Receipt codes that somebody types.
    pub look_ups: Stretching,
    /// Withdrawal codes that somebody types.
    pub withdrawals: Stretching,
    /// Withdrawal codes that staff draw: no stranger's request uses this pool.
    pub codes_for_paper: Stretching,
    pub codes: CodeStock,
    pub photos: Workers,
    pub uploads: UploadRoom,
    pub forms: FormRoom,
}

#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error("the secrets could not be read: {0}")]
    Secrets(#[from] SecretError),
    #[error("the pin file can't be used: {0}; the setting is pin_file")]
    Pins(#[from] PinError),
    #[error("the database could not be reached: {0}")]
    Database(#[from] sea_orm::DbErr),
    #[error("the store for pictures can't be used: {0}")]
    Blobs(#[from] BlobError),
    #[error(transparent)]
    SharedLimits(#[from] WrongAddress),
    #[error("the texts have faults: {0:?}")]
    Texts(CatalogueFaults),
    #[error("the templates have faults: {0}")]
    Templates(#[from] TemplateFaults),
    #[error("{0} can't be listened on: {1}; the setting is {2}")]
    Listen(SocketAddr, std::io::Error, &'static str),
    #[error("the start failed: {0}")]
    Io(#[from] std::io::Error),
    #[error("the database's schema is older than this program: run kinlight migrate")]
    PendingMigrations,
    #[error("code_memory_kib is {0}; serve refuses less than 65536")]
    CheapCodes(u32),
    #[error(
        "there is more than one Society and both sides run in one process; \
         run them apart, or set single_zone_accepted = true if you accept one zone"
    )]
    SingleZone,
    #[error(
        "a process of the site must not hold the desk's rights in the database: \
         set site_database_url, and leave database_url to the desk"
    )]
    SiteWithDeskRights,
    #[error(
        "the desk's role sees the signed-in member's Society alone, and the timetable would see nothing: \
         set jobs_database_url"
    )]
    JobsBehindWalls,
    #[error(
        "there is more than one Society, and the desk's role sees all their rows: \
         give it its own with kinlight db grants, or set single_zone_accepted = true if you accept one zone"
    )]
    NoWalls,
    #[error("staff can't be told that work waits: {0}")]
    Ways(#[from] WaysError),
    #[error("photos can't be read: {0}")]
    Photos(#[from] WorkerError),
    #[error(transparent)]
    SeenChains(#[from] FileError),
    #[error("rows of before can't be proved: {0}")]
    Proofs(#[from] ProofError),
    #[error("the file of desks can't be used: {0}; the setting is desk_key_file")]
    DeskKeys(PinError),
    #[error("photos of before can't be certified: {0}")]
    Certificates(#[from] PublicationError),
    #[error(
        "this host knows no desk, so it would show no photo: say kinlight desk-key print on the desk's host, \
         and kinlight desk-key add with its line here; the setting is desk_key_file"
    )]
    NoDeskKey,
}

impl App {
    /// Connects and loads everything; checks neither schema nor zones (`server::check` does).
    pub async fn new(config: Config, clock: Clock) -> Result<Arc<App>, StartError> {
        let secrets = match config.zone {
            // The timetable opens and seals nothing, so it gets random secrets, which open nothing either.
            Zone::Jobs => Secrets::from_bytes(&chance::bytes(), &chance::bytes()),
            zone => {
                let desk_secret = zone.has_desk().then_some(config.desk_secret_file.as_path());
                let mut secrets = Secrets::read(&config.site_secret_file, desk_secret)?;
                if zone.has_desk() {
                    db::private_folder(&config.data_dir)?;
                    secrets = secrets.with_pins(Pins::at(&config.pin_file)?);
                    secrets.proofs = secrets.proofs.remembering_in(&config.data_dir.join(SEEN_CHAINS))?;
                }
                secrets
            }
        };
        let catalogue = catalogue(&config, &secrets)?;
        let ways = if config.zone.is_trusted() { Ways::open(&config.telling)? } else { Ways::default() };
        let metrics = Metrics::new(config.metrics_listen.is_some());
        let mut db = Db::connect(&config).await?;
        if metrics.is_on() {
            db.on_failure(metrics.statements_failed());
        }
        let blobs = blobs(&config.blobs).await?;
        let pool = |at_once| Stretching::new(config.code_memory_kib, at_once, CODE_WAITS_FOR);
        let limits = Limits {
            rates: match &config.redis_url {
                None => RateLimits::local(LimitSettings::default(), &clock),
                Some(url) => {
                    let server = (url.0.as_str(), config.redis_answers_within);
                    RateLimits::shared(LimitSettings::default(), &clock, server)?
                }
            },
            sign_in: pool(2),
            sign_in_again: pool(1),
            look_ups: pool(2),
            withdrawals: pool(1),
            codes_for_paper: pool(1),
            codes: CodeStock::new(config.code_stock, secrets.code_salt.clone(), config.code_memory_kib),
            photos: Workers::new(WorkerSettings {
                program: config.photo_worker_program.clone(),
                at_once: config.photo_workers,
                questions_each: config.photos_a_worker,
                niceness: config.photo_niceness,
                answers_within: config.photo_read_for,
                waits_for: PHOTO_WAITS_FOR,
                is_sandbox_required: config.is_photo_sandbox_required,
                accepts_heic: config.accepts_heic,
            }),
            uploads: UploadRoom::default(),
            forms: FormRoom::default(),
        };
        Ok(Arc::new(App {
            pages: pages(config.has_pseudo_languages)?,
            page_cache: PageCache::default(),
            catalogue,
            directory: Directory::default(),
            config,
            db,
            blobs,
            secrets,
            limits,
            clock,
            metrics,
            ways,
        }))
    }

    /// What the desk's verbs about photos work with.
    pub fn stores(&self) -> Stores<'_> {
        Stores { db: &self.db.desk, blobs: &self.blobs, workers: &self.limits.photos, kept: self.config.kept }
    }

    /// Where the desk's sessions are kept, and what opens them.
    pub fn sessions(&self) -> Sessions<'_> {
        Sessions { db: &self.db.desk, secrets: &self.secrets }
    }

    /// What a backup is taken of.
    pub fn system(&self) -> System<'_> {
        System { db: &self.db, blobs: &self.blobs, proofs: &self.secrets.proofs }
    }

    /// The folder in which withdrawals wait for the database.
    pub fn spool(&self) -> PathBuf {
        self.config.data_dir.join("withdrawals")
    }

    /// Reloads the catalogue after a change on this replica. The others notice it by themselves within a second or two.
    pub async fn refresh_catalogue(&self) {
        // The timetable alone shows nothing, and knows no desk.
        if self.config.zone == Zone::Jobs {
            return;
        }
        if let Err(error) = self.catalogue.refresh(&self.db.site, self.clock.now()).await {
            tracing::warn!(%error, "the catalogue could not be refreshed; the timetable tries again");
        }
    }
}

/// The catalogue with the desks that this host knows, and with what it remembers of their certificates.
fn catalogue(config: &Config, secrets: &Secrets) -> Result<Catalogue, StartError> {
    if config.zone == Zone::Jobs {
        return Ok(Catalogue::default());
    }
    let known = desk_keys::known(&config.desk_key_file).map_err(StartError::DeskKeys)?;
    let mut desks: Vec<VerifyKey> = known.into_iter().map(|DeskKey(key)| key).collect();
    if config.zone.has_desk() {
        desks.push(secrets.proofs.countersigner().public());
    }
    Ok(Catalogue::checking(desks, Memory::remembering_in(&config.data_dir.join(SEEN_PHOTOS))?))
}

/// Texts and templates are part of the program, so they are compiled once a process: tests start hundreds of apps in one.
fn pages(has_pseudo_languages: bool) -> Result<Arc<Pages>, StartError> {
    static COMPILED: [OnceLock<Arc<Pages>>; 2] = [const { OnceLock::new() }; 2];
    let compiled = &COMPILED[usize::from(has_pseudo_languages)];
    if let Some(pages) = compiled.get() {
        return Ok(Arc::clone(pages));
    }
    let texts = if has_pseudo_languages { Texts::with_pseudo_languages() } else { Texts::load() };
    let texts = Arc::new(texts.map_err(StartError::Texts)?);
    let pages = Arc::new(Pages::load(texts)?);
    Ok(Arc::clone(compiled.get_or_init(|| pages)))
}

/// The store that the settings name.
pub async fn blobs(settings: &BlobSettings) -> Result<Blobs, BlobError> {
    Ok(match settings {
        BlobSettings::Folder(folder) => Blobs::Filesystem(Filesystem::open(folder.clone()).await?),

        BlobSettings::S3 {
            endpoint,
            region,
            bucket,
            access_key,
            secret_key,
            is_path_style,
            has_checksums_when_required,
        } => Blobs::S3(S3::new(&S3Settings {
            endpoint: endpoint.clone(),
            region: region.clone(),
            bucket: bucket.clone(),
            access_key: access_key.clone(),
            secret_key: secret_key.0.clone(),
            path_style: *is_path_style,
            checksums_when_required: *has_checksums_when_required,
            timeout_for: Duration::from_secs(10),
        })),
    })
}
