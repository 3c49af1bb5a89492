//! Faces out of numbers that no net has said.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(init: kinlight_fuzz::watch(), |case: kinlight_fuzz::faces::Case| kinlight_fuzz::faces::check(case));
