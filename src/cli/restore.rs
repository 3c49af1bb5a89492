//! `kinlight restore`: puts a backup into an empty database and an empty store, then ends again what ended since. Until that is
//! done, the gallery shows no photo.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use super::backup::{megabytes, progress};
use super::{Settings, on_installation, read_settings};
use crate::app::App;
use crate::backup::replaying::{self, Replayed};
use crate::backup::restoring;
use crate::backup::tombstones::Log;
use crate::clock::Moment;
use crate::sealing::SecretKey;
use crate::societies::{self, listed};

type Fault = Box<dyn std::error::Error>;

/// Put a backup back, and end again what ended since
#[derive(Debug, clap::Args)]
#[command(
    long_about = "Puts a backup back: into an empty database and an empty store, with the secrets that belong to it. \
                  The gallery then shows no photo until the tombstone log has told who withdrew since the backup \
                  (--tombstones, or --replay later), or until you answer for the gap (--acknowledge-gap).",
    group(clap::ArgGroup::new("act").required(true).args(["from", "replay", "acknowledge_gap", "recovered_to", "accept_database"]))
)]
pub struct RestoreArgs {
    #[command(flatten)]
    settings: Settings,
    /// The backup
    #[arg(long, value_name = "FILE", requires = "identity")]
    from: Option<PathBuf>,
    /// A file with a secret key (AGE-SECRET-KEY-1…) that opens it
    #[arg(long, value_name = "FILE")]
    identity: Option<PathBuf>,
    /// Tombstone logs, from every host that ran jobs
    #[arg(long, value_name = "FILE", num_args = 1.., requires = "from")]
    tombstones: Vec<PathBuf>,
    /// Accept a backup made with another site.secret or desk.secret: its codes or passwords then open nothing
    #[arg(long)]
    other_secrets: bool,
    /// After a restore: replay these tombstone logs
    #[arg(long, value_name = "FILE", num_args = 1..)]
    replay: Vec<PathBuf>,
    /// PostgreSQL's own recovery restored the database as of this time: hide photos until the tombstones since then are
    /// replayed
    #[arg(long, value_name = "TIME")]
    recovered_to: Option<String>,
    /// When the old system last did any work, such as 2026-11-22T14:00:00Z; default: now
    #[arg(long, value_name = "TIME")]
    stopped_at: Option<String>,
    /// After a restore: show photos although nobody knows who withdrew in some hours
    #[arg(long)]
    acknowledge_gap: bool,
    /// On each desk host, after a database was put back that this host did not restore itself: accept it as it is. With
    /// --other-secrets also its accounts and keys, if desk.secret was lost
    #[arg(long)]
    accept_database: bool,
}

pub fn run(args: RestoreArgs) -> ExitCode {
    let (Ok(stopped_at), Ok(recovered_to)) =
        (time(args.stopped_at.as_deref()), time(args.recovered_to.as_deref()))
    else {
        eprintln!("kinlight: a time such as 2026-11-22T14:00:00Z was expected");
        return ExitCode::from(2);
    };
    if let (Some(_), false) = (&args.from, args.other_secrets)
        && let Err(code) = has_secrets(&args.settings)
    {
        return code;
    }
    let settings = args.settings.clone();
    on_installation(&settings, |app| async move {
        if let (Some(from), Some(identity)) = (&args.from, &args.identity) {
            restore(&app, from, identity, args.other_secrets).await?;
        }
        if args.accept_database {
            let with = (&app.db, &app.secrets.proofs);
            replaying::accept(with, args.other_secrets, app.clock.now()).await?;
            app.catalogue.forget_generations()?;
            println!("this host accepts the database as it is; a line of each chain says so");
            return Ok(());
        }
        if args.acknowledge_gap {
            replaying::acknowledge_gap(&app.db, app.clock.now()).await?;
            println!("photos are shown again");
            return Ok(());
        }
        if let Some(at) = recovered_to {
            replaying::wait_since((&app.db, &app.secrets.proofs), at, app.clock.now()).await?;
            app.catalogue.forget_generations()?;
        }
        let logs = if args.replay.is_empty() { &args.tombstones } else { &args.replay };
        if logs.is_empty() {
            println!(
                "The gallery shows no photo until you replay the tombstone log: kinlight restore --replay FILE"
            );
            return Ok(());
        }
        let log = Log::read(logs)?;
        let done = replaying::replay(app.system(), &log, stopped_at, app.clock.now()).await?;
        tell(&done)
    })
}

/// Fails if the text is not a time.
fn time(text: Option<&str>) -> Result<Option<Moment>, ()> {
    text.map(|text| Moment::parse(text).ok_or(())).transpose()
}

/// Checked before starting, which would make new secrets: these would open nothing in the backup.
fn has_secrets(settings: &Settings) -> Result<(), ExitCode> {
    let config = read_settings(settings)?;
    let missing: Vec<String> = [&config.site_secret_file, &config.desk_secret_file]
        .into_iter()
        .filter(|path| !path.exists())
        .map(|path| path.display().to_string())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    eprintln!(
        "kinlight: put {} back first: no backup holds it. If it is lost, say --other-secrets",
        missing.join(" and ")
    );
    Err(ExitCode::FAILURE)
}

async fn restore(app: &App, from: &Path, identity: &Path, other_secrets: bool) -> Result<(), Fault> {
    let began = Instant::now();
    let keys = identities(identity)?;
    let secrets = (!other_secrets).then(|| app.secrets.marks());
    let done = restoring::restore(app.system(), (from, &keys), secrets, app.clock.now(), progress()).await?;
    let size = std::fs::metadata(from).map_or(0, |file| file.len());
    println!(
        "restored as of {} UTC: {} rows, {} files, {} in {} s",
        done.manifest.taken_at.minute_text(),
        done.rows,
        done.files,
        megabytes(size),
        began.elapsed().as_secs()
    );
    // The backup's key lists and certificates are the newest from now on.
    app.secrets.pins.forget(None)?;
    app.catalogue.forget_generations()?;
    for society in societies::all(&app.db.desk).await? {
        if listed::has_a_list(&app.db.desk, society.id).await? && app.secrets.pins.of(society.id)?.is_none() {
            println!(
                "{} has no pin on this host, and its desk stops: put {} back, or say kinlight society pin add",
                society.slug,
                app.config.pin_file.display()
            );
        }
    }
    println!("On PostgreSQL, give the roles their rights: kinlight db grants");
    Ok(())
}

/// A file in the format of `age-keygen`: comments, and one key a line.
fn identities(path: &Path) -> Result<Vec<SecretKey>, Fault> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let keys: Result<Vec<SecretKey>, _> = lines.map(SecretKey::parse).collect();
    match keys {
        Ok(keys) if !keys.is_empty() => Ok(keys),
        _ => Err(format!("{}: a line that begins with AGE-SECRET-KEY-1 was expected", path.display()).into()),
    }
}

fn tell(replayed: &Replayed) -> Result<(), Fault> {
    for (what, count) in &replayed.done {
        println!("{count} × {}", what.code());
    }
    if replayed.done.is_empty() {
        println!("nothing that the log tells was left to do");
    }
    if replayed.are_photos_shown {
        println!("photos are shown again");
        return Ok(());
    }
    for (from, until) in &replayed.unknown {
        println!("not known: who withdrew between {} and {} UTC", from.minute_text(), until.minute_text());
    }
    if replayed.damaged > 0 {
        println!("{} lines of the log can't be read", replayed.damaged);
    }
    Err("the gallery stays empty. If the old system was not running then, or you answer for these hours: \
         kinlight restore --acknowledge-gap. If you have more logs: kinlight restore --replay FILE …"
        .into())
}
