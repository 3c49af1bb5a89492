//! Kinlight reunites families by photo, with nothing to steal. ARCHITECTURE.md is the map.

pub mod audit;
pub mod blobs;
pub mod chance;
pub mod cli;
pub mod clock;
pub mod codes;
pub mod digits;
pub mod publications;
pub mod responses;
pub mod i18n;
pub mod sealing;
pub mod web;
