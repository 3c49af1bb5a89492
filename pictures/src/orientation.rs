//! The only thing read from metadata: which way is up. Invariant: nothing else in EXIF is parsed.

use serde::{Deserialize, Serialize};

use crate::crop::PixelBox;

/// EXIF's eight orientations (tag 0x0112), named by what makes the picture upright.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Orientation {
    #[default]
    Upright,
    Mirror,
    HalfTurn,
    Flip,
    Transpose,
    TurnRight,
    Transverse,
    TurnLeft,
}

impl Orientation {
    /// In the order of EXIF's numbers, which begin at 1.
    pub const ALL: [Orientation; 8] = [
        Orientation::Upright,
        Orientation::Mirror,
        Orientation::HalfTurn,
        Orientation::Flip,
        Orientation::Transpose,
        Orientation::TurnRight,
        Orientation::Transverse,
        Orientation::TurnLeft,
    ];

    /// 1 to 8.
    pub const fn exif(self) -> u8 {
        self as u8 + 1
    }

    /// Reads a TIFF structure, with or without the `Exif` prefix. Anything unusual means upright.
    pub(crate) fn from_exif(exif: &[u8]) -> Self {
        match orientation_tag(exif.strip_prefix(b"Exif\0\0").unwrap_or(exif)) {
            Some(2) => Self::Mirror,
            Some(3) => Self::HalfTurn,
            Some(4) => Self::Flip,
            Some(5) => Self::Transpose,
            Some(6) => Self::TurnRight,
            Some(7) => Self::Transverse,
            Some(8) => Self::TurnLeft,
            _ => Self::Upright,
        }
    }

    /// True for the four orientations that swap width and height.
    pub(crate) fn swaps_sides(self) -> bool {
        matches!(self, Self::Transpose | Self::TurnRight | Self::Transverse | Self::TurnLeft)
    }

    /// Both in one: first this orientation, then the other.
    pub(crate) fn then(self, other: Self) -> Self {
        // The new places of two corners of a 2 by 2 picture identify each of the eight.
        let both = |corner| other.place(self.place(corner, 2, 2), 2, 2);
        let alike = |one: &Self| [(0, 0), (1, 0)].iter().all(|at| one.place(*at, 2, 2) == both(*at));
        Self::ALL.into_iter().find(alike).unwrap_or_default()
    }

    /// The place of a stored pixel in the upright picture; width and height are the stored ones.
    fn place(self, (x, y): (usize, usize), width: usize, height: usize) -> (usize, usize) {
        match self {
            Self::Upright => (x, y),
            Self::Mirror => (width - 1 - x, y),
            Self::HalfTurn => (width - 1 - x, height - 1 - y),
            Self::Flip => (x, height - 1 - y),
            Self::Transpose => (y, x),
            Self::TurnRight => (height - 1 - y, x),
            Self::Transverse => (height - 1 - y, width - 1 - x),
            Self::TurnLeft => (y, width - 1 - x),
        }
    }

    /// The box among the stored pixels for a box of the upright picture; width and height are the stored ones.
    pub(crate) fn stored_part(self, part: PixelBox, width: u32, height: u32) -> PixelBox {
        let PixelBox { left, top, width: across, height: down } = part;
        let (x, y) = match self {
            Self::Upright => (left, top),
            Self::Mirror => (width - left - across, top),
            Self::HalfTurn => (width - left - across, height - top - down),
            Self::Flip => (left, height - top - down),
            Self::Transpose => (top, left),
            Self::TurnRight => (top, height - left - across),
            Self::Transverse => (width - top - down, height - left - across),
            Self::TurnLeft => (width - top - down, left),
        };
        let (across, down) = if self.swaps_sides() { (down, across) } else { (across, down) };
        PixelBox { left: x, top: y, width: across, height: down }
    }

    /// Applies, in place, the four orientations that keep width and height, to RGB pixels.
    pub(crate) fn mirror(self, pixels: &mut [u8], width: u32) {
        let row = width as usize * 3;
        match self {
            Self::Mirror => pixels.chunks_exact_mut(row).for_each(reverse_pixels),
            Self::HalfTurn => reverse_pixels(pixels),
            Self::Flip => {
                reverse_pixels(pixels);
                pixels.chunks_exact_mut(row).for_each(reverse_pixels);
            }
            _ => {}
        }
    }

    /// Applies the four orientations that swap width and height, to RGB pixels. It works in tiles, since whole columns of a big
    /// picture don't fit the processor's cache.
    pub(crate) fn turn(self, from: &[u8], to: &mut [u8], width: usize, height: usize) {
        const TILE: usize = 32;
        for tile_top in (0..height).step_by(TILE) {
            for tile_left in (0..width).step_by(TILE) {
                for y in tile_top..(tile_top + TILE).min(height) {
                    for x in tile_left..(tile_left + TILE).min(width) {
                        let (new_x, new_y) = self.place((x, y), width, height);
                        let (old, new) = ((y * width + x) * 3, (new_y * height + new_x) * 3);
                        to[new..new + 3].copy_from_slice(&from[old..old + 3]);
                    }
                }
            }
        }
    }
}

fn reverse_pixels(pixels: &mut [u8]) {
    pixels.as_chunks_mut::<3>().0.reverse();
}

/// Reads the first directory only: 12 bytes an entry, tag, type, count, value.
fn orientation_tag(tiff: &[u8]) -> Option<u32> {
    let is_little = match tiff.first_chunk::<4>()? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| -> Option<u32> {
        let two = *tiff.get(at..)?.first_chunk()?;
        Some(u32::from(if is_little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) }))
    };
    let long = |at: usize| -> Option<u32> {
        let four = *tiff.get(at..)?.first_chunk()?;
        Some(if is_little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) })
    };
    let directory = long(4)? as usize;
    let entries = short(directory)? as usize;
    (0..entries).map(|entry| directory + 2 + entry * 12).find_map(|at| {
        if short(at)? != 0x0112 {
            return None;
        }
        match short(at + 2)? {
            1 => tiff.get(at + 8).map(|value| u32::from(*value)),
            3 => short(at + 8),
            4 => long(at + 8),
            _ => None,
        }
    })
}
