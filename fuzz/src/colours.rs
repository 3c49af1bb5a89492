//! A stranger's ICC profile. Invariants: with any profile, the result has every pixel, in RGB, and takes little memory; equal
//! values become equal colours, wherever in the picture they stand.

use kinlight_pictures::{Studio, fuzzing};
use libfuzzer_sys::Corpus;

use crate::{panics, weighed};

/// The picture's size: 16,600 pixels, where a batch is 16,384, so that a second batch begins within a row.
const SIZE: (u32, u32) = (200, 83);
/// A profile's curves and tables may be unpacked, each up to this size.
const MOST_HELD: usize = 32_000_000;

/// First byte: the layout; second: a value; the rest is the profile.
pub fn colour(input: &[u8]) -> Corpus {
    let [layout, value, profile @ ..] = input else { return Corpus::Reject };
    let layout = layout % 6;
    let channels = [1, 2, 3, 4, 4, 4][usize::from(layout)];
    let row: Vec<u8> = (0..SIZE.0 as usize * channels).map(|at| (at as u8).wrapping_mul(7) ^ value).collect();
    let values = row.repeat(SIZE.1 as usize);
    let (picture, held) = weighed(|| {
        let decoded = fuzzing::decoded(SIZE, layout, values, Some(profile.to_vec()), &[]);
        decoded.map(|decoded| Studio::new().upright(decoded).expect("small pictures stand up"))
    });
    panics::keep(input);
    let picture = picture.expect("the values are as many as the layout wants");
    assert_eq!((picture.width(), picture.height()), SIZE);
    assert_eq!(picture.pixels().len(), SIZE.0 as usize * SIZE.1 as usize * 3);
    let mut rows = picture.pixels().chunks(SIZE.0 as usize * 3);
    let first = rows.next();
    assert!(rows.all(|row| Some(row) == first), "equal rows became different ones");
    assert!(held <= MOST_HELD + 8 * input.len(), "a profile of {} bytes held {held} bytes", profile.len());
    Corpus::Keep
}
