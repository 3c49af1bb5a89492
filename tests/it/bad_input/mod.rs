//! Input that can't be accepted gets a clear message in the sender's language, at the right place, with the right status. Nothing
//! is saved by half, and nothing that was accepted is lost.

pub mod files;
mod forms;
mod races;
mod stores;
