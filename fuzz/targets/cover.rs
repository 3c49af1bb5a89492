//! Areas that are covered.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(init: kinlight_fuzz::watch(), |case: kinlight_fuzz::areas::CoverCase| kinlight_fuzz::areas::cover(case));
