//! The few modules that may import each other across the layers. Invariant: each has its reason.

/// Modules of one layer that may import each other, and why.
pub const NEIGHBOURS: &[(&str, &str, &str)] = &[
    ("audit", "db", "the chain is a table"),
    ("promise", "clock", "days are counted from a moment"),
    ("proofs", "audit", "a proof names a line of the chain"),
    ("proofs", "db", "whose rows it may see"),
    ("secrets", "proofs", "the key of proofs hangs on the desk's secret"),
];
