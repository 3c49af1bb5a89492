//! The files for visitors, made of any small picture.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(init: kinlight_fuzz::watch(), |case: kinlight_fuzz::prints::Case| kinlight_fuzz::prints::check(case));
