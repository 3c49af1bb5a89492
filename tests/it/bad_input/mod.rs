//! What people send that can't be taken: each gets a clear message in their language at the right place, the right
//! status, no half state, and nothing that was accepted is lost.

pub mod files;
mod forms;
mod races;
mod stores;
