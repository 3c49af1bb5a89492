//! A fingerprint of what a picture looks like, to find the same photo twice. It says nothing about faces.
//! Invariant: the same for every size and compression of one picture, but for a few bits.

use crate::Picture;

const ACROSS: usize = 9;
const DOWN: usize = 8;
/// Two levels of 256: what compression adds to a plain background isn't a slope.
const MARGIN: u64 = 512;

/// Difference hash: in a grid of 9 by 8 mean brightnesses, is each clearly darker than its right neighbour?
pub fn difference_hash(picture: &Picture) -> u64 {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let mut hash = 0;
    for row in 0..DOWN {
        let cells: [u64; ACROSS] = std::array::from_fn(|column| {
            brightness(picture, slice(column, ACROSS, width), slice(row, DOWN, height))
        });
        for pair in cells.windows(2) {
            hash = hash << 1 | u64::from(pair[0] + MARGIN < pair[1]);
        }
    }
    hash
}

/// In how many of 64 bits two hashes differ. Up to about 6 is most likely one photo.
pub fn hash_distance(one: u64, other: u64) -> u32 {
    (one ^ other).count_ones()
}

/// A picture smaller than the grid lends a pixel to several cells.
fn slice(index: usize, count: usize, side: usize) -> std::ops::Range<usize> {
    let start = (index * side / count).min(side - 1);
    start..((index + 1) * side / count).max(start + 1)
}

/// Mean of luma (ITU-R BT.601 weights in 256ths), in 256ths too, so that a faint slope isn't rounded away.
fn brightness(picture: &Picture, across: std::ops::Range<usize>, down: std::ops::Range<usize>) -> u64 {
    let (row_bytes, count) = (picture.width() as usize * 3, (across.len() * down.len()) as u64);
    let sum: u64 = down
        .flat_map(|y| picture.pixels()[y * row_bytes..][across.start * 3..across.end * 3].as_chunks::<3>().0)
        .map(|[r, g, b]| 77 * u64::from(*r) + 150 * u64::from(*g) + 29 * u64::from(*b))
        .sum();
    sum / count
}
