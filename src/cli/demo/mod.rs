//! The demo: made-up Societies, staff, people and answers, so that everything can be tried without one real person.

pub mod answers;
pub mod people;
mod people_table;
pub mod portraits;
