//! Kinlight reunites families by photo, with nothing to steal. ARCHITECTURE.md is the map.

pub mod app;
pub mod audit;
pub mod blobs;
pub mod captcha;
pub mod cases;
pub mod chance;
pub mod cli;
pub mod clock;
pub mod codes;
pub mod config;
pub mod db;
pub mod digits;
pub mod i18n;
pub mod photos;
pub mod publications;
pub mod rate_limits;
pub mod responses;
pub mod sealing;
pub mod secrets;
pub mod societies;
pub mod staff;
pub mod stretching;
pub mod web;
