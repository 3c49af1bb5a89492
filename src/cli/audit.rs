//! `kinlight audit verify`: walks every chain and compares it with the checkpoints that left the database.

use clap::Subcommand;
use std::path::PathBuf;
use std::process::ExitCode;

use super::{Settings, on_installation};
use crate::audit::{self, chain, checkpoints::CheckpointFile};
use crate::ids::SocietyId;

/// Check the audit log
#[derive(Debug, clap::Args)]
pub struct AuditArgs {
    #[command(subcommand)]
    command: AuditCommand,
}

#[derive(Debug, Subcommand)]
enum AuditCommand {
    /// Find lines that were edited, deleted, swapped or rewritten; exit code 1 if there are any
    Verify {
        #[command(flatten)]
        settings: Settings,
        /// Checkpoint files that were kept outside the database; default: the one in the settings
        #[arg(long, value_name = "FILE", num_args = 1..)]
        checkpoints: Vec<PathBuf>,
    },
}

pub fn run(args: AuditArgs) -> ExitCode {
    let AuditCommand::Verify { settings, checkpoints } = args.command;
    on_installation(&settings, |app| async move {
        let files =
            if checkpoints.is_empty() { vec![app.config.checkpoint_file.clone()] } else { checkpoints };
        let mut seen = Vec::new();
        for file in files {
            let contents =
                CheckpointFile::at(&file).read_all().map_err(|e| format!("{}: {e}", file.display()))?;
            for number in &contents.damaged_lines {
                eprintln!("kinlight: {}: line {number} is damaged and does not count", file.display());
            }
            seen.extend(contents.checkpoints);
        }
        let mut societies: Vec<SocietyId> =
            audit::heads(&app.db.desk).await?.into_iter().map(|head| head.society).collect();
        // A chain that a checkpoint saw, but that is no longer in the database, was deleted as a whole.
        societies.extend(seen.iter().map(|checkpoint| checkpoint.society));
        societies.sort_unstable();
        societies.dedup();
        let mut broken = 0;
        let kept = app.config.kept.audit;
        for society in societies {
            match chain::verify(society, audit::lines(&app.db.desk, society).await?, &seen, kept) {
                Ok(good) => println!(
                    "{society}: {} lines hold; {} checkpoints agree, up to line {}",
                    good.lines, good.checkpoints, good.covered_to
                ),
                Err(fault) => {
                    broken += 1;
                    println!("{fault}");
                }
            }
        }
        if broken > 0 { Err(format!("{broken} chains are broken").into()) } else { Ok(()) }
    })
}
