//! The files in the store, and the rows that name them. Invariant: no file stays for good without a row that names
//! it, and no file that a row names is taken for a stray.

pub mod needed;
pub mod strays;
