//! Frames of the pipe between the service and a photo worker.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(init: kinlight_fuzz::watch(), |case: kinlight_fuzz::frames::Frame| kinlight_fuzz::frames::check(case));
