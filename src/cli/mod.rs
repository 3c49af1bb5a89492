//! The command line, one file per subcommand. Scripts can rely on the exit codes: 0 done, 1 not done, 2 wrong usage or wrong
//! settings.

pub mod audit;
pub mod backup;
pub mod db;
#[cfg(feature = "demo")]
pub mod demo;
pub mod desk_key;
pub mod export;
pub mod mail;
pub mod migrate;
pub mod outgoing;
pub mod photo;
pub mod photo_worker;
pub mod publication;
pub mod restore;
pub mod serve;
pub mod settings;
pub mod society;
pub mod staff;
pub mod strays;

use clap::{Parser, Subcommand};
use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
use std::future::Future;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;

/// The limit of blocking threads for the jobs and the command line; each side has a runtime of its own.
const BESIDE_THE_LOOP: usize = 32;

/// The first line below the commands in `kinlight --help`.
const LOOK_AROUND: &str =
    if cfg!(feature = "demo") { "To look around with made-up data: kinlight demo\n" } else { "" };

#[derive(Debug, Parser)]
#[command(
    name = "kinlight",
    version,
    about = "Reunites families by photo, with nothing to steal",
    after_help = format!(
        "{LOOK_AROUND}Settings come from a file (--config) and from KINLIGHT_… in the environment: kinlight config"
    )
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    #[cfg(feature = "demo")]
    Demo(demo::DemoArgs),
    Serve(serve::ServeArgs),
    Migrate(migrate::MigrateArgs),
    Db(db::DbArgs),
    Photo(photo::PhotoArgs),
    #[command(hide = true)]
    PhotoWorker(photo_worker::PhotoWorkerArgs),
    Society(society::SocietyArgs),
    DeskKey(desk_key::DeskKeyArgs),
    Staff(staff::StaffArgs),
    Publication(publication::PublicationArgs),
    Audit(audit::AuditArgs),
    Export(export::ExportArgs),
    Backup(backup::BackupArgs),
    Restore(restore::RestoreArgs),
    Strays(strays::StraysArgs),
    Outgoing(outgoing::OutgoingArgs),
    Mail(mail::MailArgs),
    Webhook(mail::WebhookArgs),
    Config(settings::ConfigArgs),
}

/// Where the settings are. Every command that works on an installation takes this.
#[derive(Debug, Clone, clap::Args)]
pub struct Settings {
    /// A file of settings, one `name = value` a line (TOML)
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// A crash's memory image would hold keys and pictures, and lie on a disk. The limit alone would not bind a collector such as
/// systemd-coredump or apport, to which the kernel pipes the image. Photo workers come here too: the second does not outlive `exec`.
fn leave_no_core() -> Result<(), rustix::io::Errno> {
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?;
    set_dumpable_behavior(DumpableBehavior::NotDumpable)
}

pub fn run() -> ExitCode {
    if let Err(error) = leave_no_core() {
        eprintln!("kinlight: core dumps can't be turned off: {error}");
        return ExitCode::FAILURE;
    }
    match Cli::parse().command {
        #[cfg(feature = "demo")]
        Command::Demo(args) => demo::run(args),
        Command::Serve(args) => serve::run(args),
        Command::Migrate(args) => migrate::run(args),
        Command::Db(args) => db::run(args),
        Command::Photo(args) => photo::run(args),
        Command::PhotoWorker(args) => photo_worker::run(args),
        Command::Society(args) => society::run(args),
        Command::DeskKey(args) => desk_key::run(args),
        Command::Staff(args) => staff::run(args),
        Command::Publication(args) => publication::run(args),
        Command::Audit(args) => audit::run(args),
        Command::Export(args) => export::run(args),
        Command::Backup(args) => backup::run(args),
        Command::Restore(args) => restore::run(args),
        Command::Strays(args) => strays::run(args),
        Command::Outgoing(args) => outgoing::run(args),
        Command::Mail(args) => mail::run(args),
        Command::Webhook(args) => mail::run_webhook(args),
        Command::Config(args) => settings::run(args),
    }
}

/// Reads the settings, or prints every fault and returns exit code 2.
fn read_settings(settings: &Settings) -> Result<Config, ExitCode> {
    Config::read(settings.config.as_deref()).map_err(|faults| {
        for fault in faults {
            eprintln!("kinlight: setting {fault}");
        }
        ExitCode::from(2)
    })
}

/// Runs a command on an installation; prints an error in one line and returns exit code 1.
fn on_installation<F>(settings: &Settings, command: impl FnOnce(Arc<App>) -> F) -> ExitCode
where
    F: Future<Output = Result<(), Box<dyn std::error::Error>>>,
{
    let config = match read_settings(settings) {
        Ok(config) => config,
        Err(code) => return code,
    };
    in_runtime(async move {
        let app = App::new(config, Clock::System).await?;
        command(app).await
    })
}

fn in_runtime(work: impl Future<Output = Result<(), Box<dyn std::error::Error>>>) -> ExitCode {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = match runtime.enable_all().max_blocking_threads(BESIDE_THE_LOOP).build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("kinlight: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(work) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("kinlight: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Logs go to standard error; standard output is for results.
fn start_logging(level: &str, is_json: bool) {
    let filter = tracing_subscriber::EnvFilter::try_new(format!("{level},sqlx=warn,sea_orm_migration=warn"))
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let logs = logs.with_ansi(std::io::stderr().is_terminal());
    // If one process calls this twice, as in tests, the first call counts.
    let _ = if is_json { logs.json().try_init() } else { logs.try_init() };
}
