//! Pixels of any layout with any ICC profile.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(init: kinlight_fuzz::watch(), |file: &[u8]| -> libfuzzer_sys::Corpus { kinlight_fuzz::colours::colour(file) });
