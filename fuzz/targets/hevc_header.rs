//! A sequence header that a HEIC hides its true size in.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(init: kinlight_fuzz::watch(), |file: &[u8]| -> libfuzzer_sys::Corpus { kinlight_fuzz::parsing::hevc_header(file) });
