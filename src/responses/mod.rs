//! The sealed answers to photos.

pub mod receipt_code;
