//! `kinlight desk-key`: by which key a host of the site knows what the desk has certified.

use clap::Subcommand;
use std::process::ExitCode;

use super::{Settings, read_settings};
use crate::app::SEEN_PHOTOS;
use crate::chance;
use crate::config::Config;
use crate::publications::catalogue::memory::Memory;
use crate::secrets::Secrets;
use crate::secrets::desk_keys::{self, DeskKey};

/// The desk's public key, which each host of the site must know
#[derive(Debug, clap::Args)]
pub struct DeskKeyArgs {
    #[command(subcommand)]
    command: DeskKeyCommand,
}

#[derive(Debug, Subcommand)]
enum DeskKeyCommand {
    /// On the desk's host: print its line, to carry it to each host of the site
    Print {
        #[command(flatten)]
        settings: Settings,
    },
    /// On a host of the site: add the line that the desk's host printed
    Add {
        #[command(flatten)]
        settings: Settings,
        /// kinlight-desk 1 KEY
        line: String,
    },
    /// Forget which certificates this host has seen, after the database was put back to an earlier day; what ended stays ended
    Forget {
        #[command(flatten)]
        settings: Settings,
    },
}

pub fn run(args: DeskKeyArgs) -> ExitCode {
    match args.command {
        DeskKeyCommand::Print { settings } => on_files(&settings, |config| {
            if !config.desk_secret_file.exists() {
                let file = config.desk_secret_file.display();
                return Err(format!("{file}: there is no desk's secret; say this on the desk's host").into());
            }
            // The site's secret has no part in it, so this reads none.
            let desk = Secrets::read_desk(&config.desk_secret_file)?;
            let secrets = Secrets::from_bytes(&chance::bytes(), &desk);
            println!("{}", DeskKey(secrets.proofs.countersigner().public()));
            Ok(())
        }),
        DeskKeyCommand::Add { settings, line } => on_files(&settings, |config| {
            desk_keys::add(&config.desk_key_file, &DeskKey::parse(&line)?)?;
            println!("this host shows what that desk has certified, from its next start on");
            Ok(())
        }),
        DeskKeyCommand::Forget { settings } => on_files(&settings, |config| {
            Memory::remembering_in(&config.data_dir.join(SEEN_PHOTOS))?.forget_generations()?;
            println!("start the processes on this host again: they remember what they have seen");
            Ok(())
        }),
    }
}

/// Works on this host's files alone, without the database.
fn on_files(
    settings: &Settings,
    command: impl FnOnce(&Config) -> Result<(), Box<dyn std::error::Error>>,
) -> ExitCode {
    let config = match read_settings(settings) {
        Ok(config) => config,
        Err(code) => return code,
    };
    match command(&config) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("kinlight: {error}");
            ExitCode::FAILURE
        }
    }
}
