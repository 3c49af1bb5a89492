//! Tests that this machine cannot run. Each is counted: `tests/run` adds up the file that `KINLIGHT_SKIPPED` names, and fails
//! a suite whose made-up skip is not in it.

use std::fs::OpenOptions;
use std::io::Write;
use std::panic::Location;

/// Writes down that the calling test does not hold what its name says here, and why. The caller returns, or goes on with what it can.
#[track_caller]
pub fn cannot_run(reason: &str) {
    let thread = std::thread::current();
    // With one test at a time, or off its own thread, a test has no name: its place stands for it.
    let place = Location::caller().to_string();
    let test = thread.name().filter(|name| name.contains("::")).unwrap_or(&place);
    println!("skipped: {test}: {reason}");
    let Some(file) = counted() else { return };
    let line = format!("{test}: {reason}\n");
    let written = OpenOptions::new()
        .append(true)
        .create(true)
        .open(file)
        .and_then(|mut f| f.write_all(line.as_bytes()));
    written.expect("KINLIGHT_SKIPPED names a file that takes a line");
}

/// The file that `tests/run` counts; none in a run by hand.
#[expect(clippy::disallowed_methods, reason = "the tests' own switch, not a setting of Kinlight")]
pub fn counted() -> Option<std::ffi::OsString> {
    std::env::var_os("KINLIGHT_SKIPPED")
}

#[test]
fn a_made_up_skip_is_counted() {
    cannot_run("made up, to see that it is counted");
}
