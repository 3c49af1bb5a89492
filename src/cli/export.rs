//! `kinlight export`: one Society's records, sealed as they are, for the standard `age` tool. It needs no key.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{Settings, on_installation};
use crate::{export, societies};

/// Write all records of one Society into a folder
///
/// Every file stays sealed. The Society opens them with its offline recovery key and the standard `age` tool; the README.txt in
/// the folder explains how. The audit log records the export.
#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    #[command(flatten)]
    settings: Settings,
    /// The Society's short name
    #[arg(long, value_name = "NAME")]
    society: String,
    /// The folder to write into: a new one, or an empty one
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

pub fn run(args: ExportArgs) -> ExitCode {
    on_installation(&args.settings, |app| async move {
        let society = societies::by_slug(&app.db.desk, &args.society)
            .await?
            .ok_or_else(|| format!("there is no Society with the short name {}", args.society))?;
        let done = export::write(&app.db, &app.blobs, &society, &args.out, app.clock.now()).await?;
        println!(
            "{}: {} cases, {} publications, {} responses; README.txt tells how to open them",
            args.out.display(),
            done.cases,
            done.publications,
            done.responses
        );
        if done.missing > 0 {
            return Err(format!("{} pictures or papers are not in the store any more", done.missing).into());
        }
        Ok(())
    })
}
