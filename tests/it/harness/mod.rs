//! What the stories in this folder stand on.

pub mod bucket;
