//! An enquirer's photo with its public facts.

pub mod countries;
pub mod facts;
pub mod photo_number;
pub mod withdrawal_code;
