//! What must hold for every file of a stranger and every answer of a hijacked worker; libFuzzer tries to break it. Invariant: a
//! check asserts a promise of the service, never just that it did not crash.

pub mod areas;
pub mod colours;
pub mod decoding;
pub mod faces;
pub mod frames;
pub mod headers;
mod panics;
pub mod parsing;
pub mod prints;

/// The program's own folder, compiled in unchanged.
#[path = "../../src/photos/worker/mod.rs"]
#[expect(dead_code, reason = "the program uses what the targets do not")]
mod worker;

pub use panics::watch;

/// Counts allocated memory, so that a check can limit the cost of a file.
#[global_allocator]
static HELD: peak_alloc::PeakAlloc = peak_alloc::PeakAlloc;

/// The result of the work, and the most memory that it held at one time.
fn weighed<T>(work: impl FnOnce() -> T) -> (T, usize) {
    HELD.reset_peak_usage();
    let before = HELD.current_usage();
    let done = work();
    (done, HELD.peak_usage().saturating_sub(before))
}
