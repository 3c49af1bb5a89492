//! Kinlight reunites families by photo, with nothing to steal. ARCHITECTURE.md is the map.

pub mod captcha;
pub mod chance;
pub mod clock;
pub mod digits;
pub mod rate_limits;
pub mod sealing;
