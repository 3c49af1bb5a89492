//! Crops of pictures of any size.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(init: kinlight_fuzz::watch(), |case: kinlight_fuzz::areas::CropCase| kinlight_fuzz::areas::crop(case));
