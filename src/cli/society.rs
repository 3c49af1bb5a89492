//! `kinlight society`: create and list National Societies.

use clap::Subcommand;
use std::process::ExitCode;

use super::{Settings, on_installation, read_settings};
use crate::secrets::Pins;
use crate::secrets::pins::{Pin, PinError};
use crate::societies::directory::{Entry, EntryError};
use crate::societies::{self, NewSociety, listed};

/// Create and list National Societies
#[derive(Debug, clap::Args)]
pub struct SocietyArgs {
    #[command(subcommand)]
    command: SocietyCommand,
}

#[derive(Debug, Subcommand)]
enum SocietyCommand {
    /// Create a Society; its first administrator makes its keys
    Create {
        #[command(flatten)]
        settings: Settings,
        /// A short name: small letters, digits and -
        #[arg(long)]
        slug: String,
        /// The name that the public directory shows
        #[arg(long)]
        name: String,
        /// How people reach it, for the public directory; once for each line
        #[arg(long, required = true)]
        contact: Vec<String>,
        /// Languages its staff speak, as codes or by their own names: en,ar,Kiswahili
        #[arg(long, default_value = "en")]
        languages: String,
        /// What it does: search, photo, messages, calls, detention, children
        #[arg(long, value_delimiter = ',')]
        offers: Vec<String>,
    },
    /// List the Societies
    List {
        #[command(flatten)]
        settings: Settings,
    },
    /// The Societies' roots as this host knows them, whatever the database says
    Pin {
        #[command(subcommand)]
        command: PinCommand,
    },
}

#[derive(Debug, Subcommand)]
enum PinCommand {
    /// Print this host's pins, to carry them to another host, to compare them with a sheet or to publish them
    Print {
        #[command(flatten)]
        settings: Settings,
    },
    /// Add a pin: a line that another host printed, or that stands on the recovery sheet's page
    Add {
        #[command(flatten)]
        settings: Settings,
        /// kinlight-pin 1 SOCIETY KEY
        pin: String,
        /// Replace this Society's pin, which names another root
        #[arg(long)]
        replace: bool,
    },
    /// Forget which key lists this host has seen, after the database was put back to an earlier day
    Forget {
        #[command(flatten)]
        settings: Settings,
    },
}

pub fn run(args: SocietyArgs) -> ExitCode {
    match args.command {
        SocietyCommand::Create { settings, slug, name, contact, languages, offers } => {
            on_installation(&settings, |app| async move {
                let offers: Vec<&str> = offers.iter().map(String::as_str).collect();
                let entry = Entry::parse(&contact.join("\n"), &languages, &offers).map_err(told)?;
                let new = NewSociety { slug: &slug, name: &name, entry: &entry };
                societies::create(&app.db.desk, None, new, app.clock.now()).await?;
                println!(
                    "created {slug}; invite its first administrator: kinlight staff invite --society {slug} …"
                );
                Ok(())
            })
        }
        SocietyCommand::List { settings } => on_installation(&settings, |app| async move {
            for society in societies::all(&app.db.desk).await? {
                let keys = match (&society.open_key, listed::has_a_list(&app.db.desk, society.id).await?) {
                    (_, true) => "has keys",
                    (Some(_), false) => "has keys, and no root yet",
                    (None, false) => "no keys yet",
                };
                println!("{}\t{}\t{keys}", society.slug, society.name);
            }
            Ok(())
        }),
        SocietyCommand::Pin { command: PinCommand::Print { settings } } => on_pins(&settings, |pins| {
            for pin in pins.all()? {
                println!("{pin}");
            }
            Ok(())
        }),
        SocietyCommand::Pin { command: PinCommand::Add { settings, pin, replace } } => {
            on_pins(&settings, |pins| {
                let pin = Pin::parse(&pin)?;
                pins.add(&pin, replace).map_err(|error| match error {
                    PinError::Another(_) => {
                        format!("{error}: compare both with the sheet, then say --replace")
                    }
                    other => other.to_string(),
                })?;
                println!("this host knows the root of Society {}", pin.0.society);
                Ok(())
            })
        }
        SocietyCommand::Pin { command: PinCommand::Forget { settings } } => on_pins(&settings, |pins| {
            pins.forget(None)?;
            println!("start the desk's processes on this host again: they remember what they have seen");
            Ok(())
        }),
    }
}

/// Works on this host's files alone: a host of the site has no address of the database's desk.
fn on_pins(
    settings: &Settings,
    command: impl FnOnce(Pins) -> Result<(), Box<dyn std::error::Error>>,
) -> ExitCode {
    let config = match read_settings(settings) {
        Ok(config) => config,
        Err(code) => return code,
    };
    let done = Pins::at(&config.pin_file).map_err(Into::into).and_then(command);
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("kinlight: {error}");
            ExitCode::FAILURE
        }
    }
}

fn told(faults: Vec<EntryError>) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
