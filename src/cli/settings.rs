//! `kinlight config`: prints every setting with its meaning and current value, and checks that database and store can be
//! reached.

use std::process::ExitCode;

use super::{Settings, in_runtime, read_settings};
use crate::config::{BlobSettings, Config, Given};
use crate::db::Db;
use crate::{app, db};

/// List every setting with the value in force, or check the current ones
#[derive(Debug, clap::Args)]
pub struct ConfigArgs {
    #[command(flatten)]
    settings: Settings,
    /// Only check the settings, the database and the store; print nothing if all is well
    #[arg(long)]
    check: bool,
}

pub fn run(args: ConfigArgs) -> ExitCode {
    if !args.check {
        let (given, _) = Given::read(args.settings.config.as_deref());
        print!("{}", given.documentation());
    }
    match read_settings(&args.settings) {
        Ok(config) if args.check => in_runtime(reach(config)),
        Ok(_) => ExitCode::SUCCESS,
        Err(code) => code,
    }
}

/// Creates nothing: it is no fault if something is missing that the first start will create.
async fn reach(config: Config) -> Result<(), Box<dyn std::error::Error>> {
    let mut faults = Vec::new();
    if !is_new_sqlite(&config)
        && let Err(error) = Db::connect(&config).await
    {
        faults.push(format!("database_url: {error}"));
    }
    let is_new_store = matches!(&config.blobs, BlobSettings::Folder(folder) if !folder.exists());
    if !is_new_store {
        let store = async {
            let blobs = app::blobs(&config.blobs).await?;
            if config.zone.is_trusted() { blobs.check().await } else { blobs.check_reading().await }
        };
        if let Err(error) = store.await {
            faults.push(format!("blobs: {error}"));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\nkinlight: ").into()) }
}

fn is_new_sqlite(config: &Config) -> bool {
    db::sqlite_file(&config.database_url).is_some_and(|file| !file.exists())
}
