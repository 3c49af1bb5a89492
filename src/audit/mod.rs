//! The audit log: who did what to which record, in a chain that can't be rewritten unseen. Never content.

pub mod chain;
pub mod checkpoints;
pub mod verbs;
