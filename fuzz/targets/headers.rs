//! Headers that declare any size, as PNG, JPEG or WebP.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(init: kinlight_fuzz::watch(), |case: kinlight_fuzz::headers::Made| kinlight_fuzz::headers::check(case));
