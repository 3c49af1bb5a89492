//! Faces from numbers that no net has returned.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(init: kinlight_fuzz::watch(), |case: kinlight_fuzz::faces::Case| kinlight_fuzz::faces::check(case));
