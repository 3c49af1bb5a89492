//! What lies in the store, and which row stands behind it. Invariant: nothing is kept for good that nobody stands behind, and
//! nothing that a row names is ever taken for such.

pub mod needed;
pub mod strays;
