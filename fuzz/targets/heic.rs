//! A HEIC of any bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(init: kinlight_fuzz::watch(), |file: &[u8]| -> libfuzzer_sys::Corpus { kinlight_fuzz::decoding::heic(file) });
