//! Kinlight reunites families by photo, with nothing to steal. ARCHITECTURE.md is the map.

pub mod blobs;
pub mod chance;
pub mod clock;
pub mod sealing;
