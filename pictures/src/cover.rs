//! Covers people who must not be recognised with a plain area. Invariant: the fill replaces the pixels, and nothing about them
//! can be computed back. (Of 25 pixelated faces, 24 could still be told apart; filled ones only by chance.)

use crate::Picture;
use crate::crop::Crop;
use crate::faces::Face;

/// A calm grey that stands out neither in a bright nor in a dark picture.
const FILL: [u8; 3] = [124, 127, 130];
const WHOLE: u32 = 10_000;
/// In hundredths of the face's box: ears, hairline and jaw are outside the box, and identify people too.
const GROWN: u32 = 135;

/// An area to fill, in ten-thousandths of the picture's sides, so that a page can show it to the pixel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cover(Crop);

impl Cover {
    /// The face's box grown by 35 %, within the picture.
    pub fn face(face: &Face) -> Self {
        let grown = |start: u16, length: u16| {
            let more = (u32::from(length) * (GROWN - 100)).div_ceil(200);
            let from = u32::from(start).saturating_sub(more);
            let to = (u32::from(start) + u32::from(length) + more).min(WHOLE);
            (from as u16, (to - from) as u16)
        };
        let (left, width) = grown(face.area.left(), face.area.width());
        let (top, height) = grown(face.area.top(), face.area.height());
        Self(Crop::new(left, top, width, height).unwrap_or(face.area))
    }

    /// Exactly the area that a person drew: they see what will be covered, and may have drawn close to the face that stays.
    pub fn drawn(area: Crop) -> Self {
        Self(area)
    }

    pub fn area(self) -> Crop {
        self.0
    }
}

/// Fills these areas. A pixel that an area only touches is filled too.
pub fn cover(mut picture: Picture, covers: &[Cover]) -> Picture {
    for Cover(area) in covers {
        let (left, right) = touched(area.left(), area.width(), picture.width);
        let (top, bottom) = touched(area.top(), area.height(), picture.height);
        let row_bytes = picture.width as usize * 3;
        for row in picture.pixels.chunks_exact_mut(row_bytes).take(bottom).skip(top) {
            row[left * 3..right * 3].as_chunks_mut().0.fill(FILL);
        }
    }
    picture
}

fn touched(start: u16, length: u16, side: u32) -> (usize, usize) {
    let (start, end) = (u64::from(start), u64::from(start) + u64::from(length));
    let (side, whole) = (u64::from(side), u64::from(WHOLE));
    ((start * side / whole) as usize, (end * side).div_ceil(whole).min(side) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faces::Point;

    fn face([left, top, width, height]: [u16; 4]) -> Face {
        let eye = Point { x: left, y: top };
        let area = Crop::new(left, top, width, height).unwrap();
        Face { area, score: 9_000, right_eye: eye, left_eye: eye }
    }

    #[test]
    fn a_face_is_covered_with_what_surrounds_it_as_far_as_the_picture_goes() {
        let cases = [
            ("in the middle", [4_000, 4_000, 2_000, 1_000], "3650,3825,2700,1350"),
            ("at the upper left", [0, 0, 2_000, 1_000], "0,0,2350,1175"),
            ("at the lower right", [8_000, 9_000, 2_000, 1_000], "7650,8825,2350,1175"),
            ("the whole picture", [0, 0, 10_000, 10_000], "0,0,10000,10000"),
            ("a speck", [5_000, 5_000, 1, 1], "4999,4999,3,3"),
        ];
        for (name, area, expected) in cases {
            assert_eq!(Cover::face(&face(area)).area().to_string(), expected, "{name}");
        }
    }

    #[test]
    fn every_touched_pixel_is_filled_and_no_other() {
        let cases = [
            ("whole pixels", "2000,5000,4000,5000", (2..6, 2..4)),
            ("a touch of the next ones", "1999,4999,4002,5001", (1..7, 1..4)),
            ("less than a pixel", "5500,6000,1,1", (5..6, 2..3)),
            ("everything", "0,0,10000,10000", (0..10, 0..4)),
        ];
        for (name, area, (across, down)) in cases {
            let picture = Picture::from_rgb(10, 4, vec![9; 120]).unwrap();
            let covered = cover(picture, &[Cover::drawn(area.parse().unwrap())]);
            for (at, pixel) in covered.pixels().as_chunks::<3>().0.iter().enumerate() {
                let is_within = across.contains(&(at % 10)) && down.contains(&(at / 10));
                assert_eq!(*pixel, if is_within { FILL } else { [9; 3] }, "{name}: {at}");
            }
        }
    }

    #[test]
    fn a_drawing_is_filled_as_drawn() {
        let area: Crop = "100,200,300,400".parse().unwrap();
        assert_eq!(Cover::drawn(area).area(), area);
    }

    #[test]
    fn the_smallest_and_the_longest_picture_can_be_covered() {
        for (width, height) in [(1, 1), (12_000, 1), (1, 12_000)] {
            let picture = Picture::from_rgb(width, height, vec![9; (width * height * 3) as usize]).unwrap();
            let covered = cover(picture, &[Cover::drawn(Crop::WHOLE), Cover::face(&face([9_999, 0, 1, 1]))]);
            assert!(covered.pixels().as_chunks().0.iter().all(|pixel| *pixel == FILL));
        }
    }
}
