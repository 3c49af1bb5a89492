//! `kinlight publication withdraw`: takes a photo off the site if nobody can reach the desk.

use clap::Subcommand;
use std::process::ExitCode;

use super::{Settings, on_installation};
use crate::photo_number::PhotoNumber;
use crate::publications::ending;

/// Act on a publication
#[derive(Debug, clap::Args)]
pub struct PublicationArgs {
    #[command(subcommand)]
    command: PublicationCommand,
}

#[derive(Debug, Subcommand)]
enum PublicationCommand {
    /// Take a photo off the site at once, by its number; its files are erased now
    Withdraw {
        #[command(flatten)]
        settings: Settings,
        /// The photo number, as 4721 8831 or 47218831
        number: Vec<String>,
    },
}

pub fn run(args: PublicationArgs) -> ExitCode {
    let PublicationCommand::Withdraw { settings, number } = args.command;
    let number = match PhotoNumber::parse(&number.join("")) {
        Ok(number) => number,
        Err(error) => {
            eprintln!("kinlight: this is not a photo number: {error}");
            return ExitCode::from(2);
        }
    };
    on_installation(&settings, |app| async move {
        let now = app.clock.now();
        ending::withdraw_by_number(&app.db.desk, number, now).await?;
        ending::unpublish(&app.db.desk, &app.blobs, now).await?;
        println!("{} is withdrawn; every running replica hides it within seconds", number.grouped());
        Ok(())
    })
}
