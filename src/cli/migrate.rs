//! `kinlight migrate`: updates the schema.

use std::process::ExitCode;

use super::{Settings, on_installation};

/// Update the database's schema
#[derive(Debug, clap::Args)]
pub struct MigrateArgs {
    #[command(flatten)]
    settings: Settings,
}

pub fn run(args: MigrateArgs) -> ExitCode {
    on_installation(&args.settings, |app| async move {
        app.db.migrate().await?;
        println!("the schema is up to date");
        Ok(())
    })
}
