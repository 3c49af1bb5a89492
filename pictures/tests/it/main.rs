//! What the pipeline does with strangers' files.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod bare;
mod bombs;
#[path = "../../../tests/it/harness/cannot_run.rs"]
mod cannot_run;
mod clean;
mod colours;
mod faces;
mod fixtures;
mod heif;
mod heif_files;
mod hostile;
mod kinds;
mod reported;
mod shared;
mod sizes;
mod studio;
mod true_colours;
mod upright;
