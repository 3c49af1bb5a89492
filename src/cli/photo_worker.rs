//! `kinlight photo-worker`: the process in which the service opens strangers' files. Not meant to be called by people.

use std::process::ExitCode;

use crate::photos::worker::Lacking;
use crate::photos::worker::child::{self, Conduct};

/// Read photos from standard input, in a sandbox
#[derive(Debug, clap::Args)]
pub struct PhotoWorkerArgs {
    /// Processor time for its whole life
    #[arg(long, value_name = "SECONDS", default_value_t = 1_000)]
    processor_seconds: u64,
    /// The process's niceness, from 0 to 19
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u8).range(..=19))]
    niceness: u8,
    /// Refuse HEIC
    #[arg(long)]
    without_heic: bool,
    /// Also take orders from tests
    #[arg(long)]
    rehearsal: bool,
    /// In a rehearsal: act as if the face finder couldn't be loaded
    #[arg(long, requires = "rehearsal")]
    blind: bool,
    /// In a rehearsal: answer every file as the first one
    #[arg(long, requires = "rehearsal")]
    remembers: bool,
    /// In a rehearsal: act as if the kernel had no landlock
    #[arg(long, requires = "rehearsal")]
    without_landlock: bool,
    /// In a rehearsal: act as if the kernel had no seccomp
    #[arg(long, requires = "rehearsal")]
    without_seccomp: bool,
}

pub fn run(args: PhotoWorkerArgs) -> ExitCode {
    child::run(Conduct {
        processor_seconds: args.processor_seconds,
        niceness: args.niceness,
        accepts_heic: !args.without_heic,
        is_rehearsal: args.rehearsal,
        is_blind: args.blind,
        remembers: args.remembers,
        leaves_out: Lacking { landlock: args.without_landlock, seccomp: args.without_seccomp },
    })
}
