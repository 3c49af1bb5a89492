//! What becomes of strangers' files.

mod bare;
mod bombs;
mod clean;
mod colours;
mod faces;
mod fixtures;
mod heif;
mod hostile;
mod sizes;
mod studio;
mod true_colours;
mod upright;
