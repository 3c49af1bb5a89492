//! Kinlight reunites families by photo, with nothing to steal. ARCHITECTURE.md is the map.

pub mod chance;
pub mod clock;
pub mod i18n;
pub mod sealing;
pub mod web;
