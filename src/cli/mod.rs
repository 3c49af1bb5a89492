//! The command line, one file per subcommand.

pub mod demo;
pub mod photo;

use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(name = "kinlight", version, about = "Reunites families by photo, with nothing to steal")]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Photo(photo::PhotoArgs),
}

pub fn run() -> std::process::ExitCode {
    match Cli::parse().command {
        Command::Photo(args) => photo::run(args),
    }
}
