//! Kinlight reunites families by photo, with nothing to steal. ARCHITECTURE.md is the map.

// First, so that every module after it sees its macros.
#[macro_use]
mod words;

pub mod app;
pub mod assets;
pub mod audit;
pub mod background;
pub mod backup;
pub mod blobs;
#[cfg(test)]
#[path = "../tests/it/harness/cannot_run.rs"]
mod cannot_run;
pub mod captcha;
pub mod cases;
pub mod chance;
pub mod cli;
pub mod clock;
pub mod codes;
pub mod config;
pub mod countries;
pub mod db;
pub mod desk;
pub mod digits;
pub mod export;
pub mod form_room;
pub mod form_steps;
pub mod holdings;
pub mod i18n;
pub mod ids;
pub mod jobs;
pub mod line_file;
pub mod metrics;
pub mod older_rows;
pub mod page_cache;
pub mod photo_number;
pub mod photos;
pub mod posters;
pub mod promise;
pub mod proofs;
pub mod publications;
pub mod rate_limits;
pub mod responses;
pub mod sealing;
pub mod secrets;
pub mod server;
pub mod site;
pub mod societies;
pub mod staff;
pub mod stretching;
pub mod telling;
pub mod templates;
pub mod upload_room;
pub mod web;
