//! EXIF data, from which one number is read.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(init: kinlight_fuzz::watch(), |file: &[u8]| -> libfuzzer_sys::Corpus { kinlight_fuzz::parsing::orientation(file) });
