//! `kinlight strays`: lists files in the store that no row of the database knows, and erases them if the operator says so.

use std::process::ExitCode;

use super::{Settings, on_installation};
use crate::blobs::PREFIXES;
use crate::holdings::strays;

/// Find files in the store that no row of the database knows
#[derive(Debug, clap::Args)]
#[command(
    long_about = "Compares the store with the database, and tells how many files no row knows. Kinlight leaves none behind, so \
                  this is perhaps the wrong database or the wrong store; nothing is erased until you have looked, and say \
                  --erase. Files that are younger than a day, and files that are not Kinlight's by their name, are never \
                  touched."
)]
pub struct StraysArgs {
    #[command(flatten)]
    settings: Settings,
    /// Print the name of each file
    #[arg(long)]
    list: bool,
    /// Erase the files for good
    #[arg(long)]
    erase: bool,
}

pub fn run(args: StraysArgs) -> ExitCode {
    on_installation(&args.settings, |app| async move {
        // Uses the jobs' connection: the desk's role sees one Society's rows, so all other files would seem unknown.
        let (db, now) = (&app.db.jobs, app.clock.now());
        let found = strays::found(db, &app.blobs, now).await?;
        for (prefix, ..) in PREFIXES {
            let held = found.held.get(prefix).copied().unwrap_or_default();
            let unknown = found.strays.iter().filter(|key| key.prefix() == *prefix).count();
            println!("{prefix}: {held} files, of which no row knows {unknown}");
        }
        if args.list {
            for key in &found.strays {
                println!("{key}");
            }
        }
        let count = found.strays.len();
        if args.erase && count > 0 {
            strays::erase(db, &app.blobs, &found, now).await.map_err(|error| {
                format!("not all are erased yet: {error}. What is on the erasure list, the jobs erase; run this again")
            })?;
            println!("erased {count}");
        } else if count > 0 {
            println!(
                "This is perhaps the wrong database or the wrong store. If both are right, erase them for good: kinlight \
                 strays --erase"
            );
        }
        Ok(())
    })
}
