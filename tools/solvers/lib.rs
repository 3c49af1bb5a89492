//! Programs that solve Kinlight's CAPTCHA, as anybody can write them in an afternoon: sounds by correlation with the recordings,
//! which are public, and pictures by a small net. No dependencies, no clock, no chance from outside.

pub mod listening;
pub mod net;
