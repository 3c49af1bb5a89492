//! The one fact that metadata may tell us: which way is up. Invariant: whatever else EXIF holds is never parsed.

/// EXIF's eight ways to hold a camera (tag 0x0112), by what makes the picture upright.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Orientation {
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
    /// Reads a TIFF structure, with or without the `Exif` prefix. Anything odd means upright.
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

    /// Turns RGB pixels upright; gives the new width and height.
    pub(crate) fn apply(self, mut pixels: Vec<u8>, width: u32, height: u32) -> (Vec<u8>, u32, u32) {
        let row = width as usize * 3;
        match self {
            Self::Upright => {}
            Self::Mirror => pixels.chunks_exact_mut(row).for_each(reverse_pixels),
            Self::HalfTurn => reverse_pixels(&mut pixels),
            Self::Flip => {
                reverse_pixels(&mut pixels);
                pixels.chunks_exact_mut(row).for_each(reverse_pixels);
            }
            Self::Transpose | Self::TurnRight | Self::Transverse | Self::TurnLeft => {
                return (self.turn(&pixels, width as usize, height as usize), height, width);
            }
        }
        (pixels, width, height)
    }

    /// In tiles, since whole columns of a big picture don't fit a cache.
    fn turn(self, from: &[u8], width: usize, height: usize) -> Vec<u8> {
        const TILE: usize = 32;
        let mut to = vec![0; from.len()];
        for tile_top in (0..height).step_by(TILE) {
            for tile_left in (0..width).step_by(TILE) {
                for y in tile_top..(tile_top + TILE).min(height) {
                    for x in tile_left..(tile_left + TILE).min(width) {
                        let (new_x, new_y) = match self {
                            Self::TurnRight => (height - 1 - y, x),
                            Self::TurnLeft => (y, width - 1 - x),
                            Self::Transverse => (height - 1 - y, width - 1 - x),
                            _ => (y, x),
                        };
                        let (old, new) = ((y * width + x) * 3, (new_y * height + new_x) * 3);
                        to[new..new + 3].copy_from_slice(&from[old..old + 3]);
                    }
                }
            }
        }
        to
    }
}

fn reverse_pixels(pixels: &mut [u8]) {
    pixels.as_chunks_mut::<3>().0.reverse();
}

/// The first directory only: 12 bytes an entry, tag, type, count, value.
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
