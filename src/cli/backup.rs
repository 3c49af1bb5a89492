//! `kinlight backup`: writes database and store into one file, sealed with `age`, while the service keeps running.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use super::{Settings, on_installation};
use crate::backup::{Progress, taking};
use crate::sealing::PublicKey;

/// Write database and store into one sealed file
#[derive(Debug, clap::Args)]
#[command(
    long_about = "Writes all tables, as they are at one moment, and every file of the store that they need into one \
                  file, sealed with age. It runs beside serve. What it never holds: the site's secret, the desk's \
                  secret, sessions and invitations. Restore it with kinlight restore, on SQLite or PostgreSQL, \
                  whichever it came from."
)]
pub struct BackupArgs {
    #[command(flatten)]
    settings: Settings,
    /// The file to write; it appears under this name when it is complete
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    /// A public key (age1…) whose holder can open the backup; repeat it for several
    #[arg(long, value_name = "KEY", required = true)]
    recipient: Vec<String>,
}

pub fn run(args: BackupArgs) -> ExitCode {
    let keys: Result<Vec<PublicKey>, _> = args.recipient.iter().map(|key| PublicKey::parse(key)).collect();
    let Ok(keys) = keys else {
        eprintln!("kinlight: a recipient is a public key of age, which begins with age1");
        return ExitCode::from(2);
    };
    on_installation(&args.settings, |app| async move {
        let began = Instant::now();
        let (files, secrets) = ((args.to.as_path(), keys.as_slice()), app.secrets.marks());
        let taken = taking::take(app.system(), files, secrets, app.clock.now(), progress()).await?;
        println!(
            "{}: {} tables, {} rows, {} files, {} in {} s",
            args.to.display(),
            taken.tables,
            taken.rows,
            taken.files,
            megabytes(taken.bytes),
            began.elapsed().as_secs()
        );
        if taken.erased_meanwhile > 0 {
            println!("{} files were erased meanwhile and are not in it", taken.erased_meanwhile);
        }
        println!("Not in it, keep them elsewhere, apart from this backup and from each other's:");
        for (path, what) in [
            (&app.config.site_secret_file, "every receipt and withdrawal code hangs on it"),
            (&app.config.desk_secret_file, "every password and second factor hangs on it"),
            (&app.config.pin_file, "the roots by which the desk knows each Society's keys"),
            (&app.config.tombstone_file, "what ended since: a restore shows no photo without it"),
        ] {
            println!("  {}: {what}", path.display());
        }
        for key in &taken.missing {
            eprintln!("kinlight: {key} is named in the database and missing in the store");
        }
        if taken.unreadable > 0 {
            return Err(format!(
                "{} rows can't be read: whichever files they need are not in the backup",
                taken.unreadable
            )
            .into());
        }
        if !taken.missing.is_empty() {
            return Err(
                format!("the backup lacks {} files that the store has lost", taken.missing.len()).into()
            );
        }
        Ok(())
    })
}

pub(super) fn megabytes(bytes: u64) -> String {
    format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10)
}

/// Prints the progress twice a second, if standard error is a terminal.
pub(super) fn progress() -> impl Fn(Progress) {
    let (began, told) = (Instant::now(), AtomicU64::new(0));
    let is_watched = std::io::stderr().is_terminal();
    move |now| {
        let tick = began.elapsed().as_millis() as u64 / 500;
        if is_watched && told.swap(tick, Ordering::Relaxed) != tick {
            eprint!("\r{} rows, {} files, {}   ", now.rows, now.files, megabytes(now.bytes));
            let _ = std::io::stderr().flush();
        }
    }
}
