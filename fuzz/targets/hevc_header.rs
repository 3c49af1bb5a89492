//! A sequence header, in which a HEIC may hide its true size.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(init: kinlight_fuzz::watch(), |file: &[u8]| -> libfuzzer_sys::Corpus { kinlight_fuzz::parsing::hevc_header(file) });
