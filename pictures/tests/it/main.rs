//! What becomes of strangers' files.

mod bare;
mod clean;
mod colours;
mod fixtures;
mod hostile;
mod sizes;
mod upright;
