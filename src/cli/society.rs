//! `kinlight society`: create and list National Societies.

use clap::Subcommand;
use std::process::ExitCode;

use super::{Settings, on_installation};
use crate::societies::directory::{Entry, EntryError};
use crate::societies::{self, NewSociety};

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
                let keys = if society.open_key.is_some() { "has keys" } else { "no keys yet" };
                println!("{}\t{}\t{keys}", society.slug, society.name);
            }
            Ok(())
        }),
    }
}

fn told(faults: Vec<EntryError>) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
