//! A stranger's ICC profile. Invariants: with any profile, the result has every pixel, in RGB, and takes little memory.

use kinlight_pictures::{Studio, fuzzing};
use libfuzzer_sys::Corpus;

use crate::{panics, weighed};

/// The picture's size; it is converted in one batch.
const SIZE: (u32, u32) = (40, 31);
/// A profile's curves and tables may be unpacked, each up to this size.
const MOST_HELD: usize = 32_000_000;

/// First byte: the layout; second: a value; the rest is the profile.
pub fn colour(input: &[u8]) -> Corpus {
    let [layout, value, profile @ ..] = input else { return Corpus::Reject };
    let layout = layout % 6;
    let channels = [1, 2, 3, 4, 4, 4][usize::from(layout)];
    let count = SIZE.0 as usize * SIZE.1 as usize * channels;
    let values: Vec<u8> = (0..count).map(|at| (at as u8).wrapping_mul(7) ^ value).collect();
    let (picture, held) = weighed(|| {
        let decoded = fuzzing::decoded(SIZE, layout, values, Some(profile.to_vec()), &[]);
        decoded.map(|decoded| Studio::new().upright(decoded).expect("small pictures stand up"))
    });
    panics::keep(input);
    let picture = picture.expect("the values are as many as the layout wants");
    assert_eq!((picture.width(), picture.height()), SIZE);
    assert_eq!(picture.pixels().len(), SIZE.0 as usize * SIZE.1 as usize * 3);
    assert!(held <= MOST_HELD + 8 * input.len(), "a profile of {} bytes held {held} bytes", profile.len());
    Corpus::Keep
}
