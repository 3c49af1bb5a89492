//! What both faces stand on: pages and the files beside them. Nothing here knows a record.

pub mod assets;
pub mod page;
