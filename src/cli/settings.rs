//! `kinlight config`: every setting with its meaning, and whether the settings at hand are whole.

use std::process::ExitCode;

use super::{Settings, read_settings};
use crate::config;

/// List every setting, and check those at hand
#[derive(Debug, clap::Args)]
pub struct ConfigArgs {
    #[command(flatten)]
    settings: Settings,
    /// Only check; print nothing when all is well
    #[arg(long)]
    check: bool,
}

pub fn run(args: ConfigArgs) -> ExitCode {
    if !args.check {
        print!("{}", config::documentation());
    }
    match read_settings(&args.settings) {
        Ok(_) => ExitCode::SUCCESS,
        Err(code) => code,
    }
}
