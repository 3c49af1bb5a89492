//! A fingerprint of what a picture looks like, to find the same photo twice. It says nothing about faces.
//! Invariant: except for a few bits, it is the same for every size and compression of one picture.

use crate::Picture;

const ACROSS: usize = 9;
const DOWN: usize = 8;
/// Two levels of 256: smaller differences in a plain background come from compression.
const MARGIN: u64 = 512;

/// Difference hash: for a grid of 9 by 8 mean brightnesses, each bit says whether a cell is clearly darker than its right
/// neighbour.
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

/// The number of bits, of 64, that differ. Up to about 6, it is most likely the same photo.
pub fn hash_distance(one: u64, other: u64) -> u32 {
    (one ^ other).count_ones()
}

/// If the picture is smaller than the grid, several cells share a pixel.
fn slice(index: usize, count: usize, side: usize) -> std::ops::Range<usize> {
    let start = (index * side / count).min(side - 1);
    start..((index + 1) * side / count).max(start + 1)
}

/// The mean luma (ITU-R BT.601 weights in 256ths), also in 256ths, so that a faint slope isn't rounded away.
fn brightness(picture: &Picture, across: std::ops::Range<usize>, down: std::ops::Range<usize>) -> u64 {
    let (row_bytes, count) = (picture.width() as usize * 3, (across.len() * down.len()) as u64);
    let sum: u64 = down
        .flat_map(|y| picture.pixels()[y * row_bytes..][across.start * 3..across.end * 3].as_chunks::<3>().0)
        .map(|[r, g, b]| 77 * u64::from(*r) + 150 * u64::from(*g) + 29 * u64::from(*b))
        .sum();
    sum / count
}
