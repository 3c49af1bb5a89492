//! The withdrawal code takes a photo off the site at once, without a question. The enquirer alone has it.

use crate::codes::Code;

/// The door that a withdrawal code opens.
pub enum Withdrawal {}

/// Of the same form as a receipt code, and never accepted in its place: they are two types.
pub type WithdrawalCode = Code<Withdrawal>;
