//! What must hold for every file that a stranger sends and every answer that a lost worker gives, for libFuzzer to
//! break. Invariant: a check asserts something that the house promises; "it did not crash" is never all of it.

pub mod areas;
pub mod colours;
pub mod decoding;
pub mod faces;
pub mod frames;
pub mod headers;
mod panics;
pub mod parsing;
pub mod prints;

/// The program's own folder, compiled in as it is.
#[path = "../../src/photos/worker/mod.rs"]
#[allow(dead_code)]
mod worker;

pub use panics::watch;

/// Counts what is held, so that a check can say how much a file may cost.
#[global_allocator]
static HELD: peak_alloc::PeakAlloc = peak_alloc::PeakAlloc;

/// What the work gave, and the most bytes that it held at one time.
fn weighed<T>(work: impl FnOnce() -> T) -> (T, usize) {
    HELD.reset_peak_usage();
    let before = HELD.current_usage();
    let done = work();
    (done, HELD.peak_usage().saturating_sub(before))
}
