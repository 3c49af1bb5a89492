//! What becomes of strangers' files.

mod bombs;
mod clean;
mod colours;
mod fixtures;
mod heif;
mod hostile;
mod sizes;
mod studio;
mod upright;
