//! Proposals and warnings for the drafting page. Invariant: advice only; nothing is refused here.

use serde::{Deserialize, Serialize};

use super::{Face, Point};
use crate::crop::{Crop, PixelBox};
use crate::decoded::View;
use crate::studio::Studio;

/// The proposed crop's height in heights of the face: the whole head, and some shoulder.
const CROP_IN_FACES: f64 = 2.4;
const PORTRAIT: f64 = 4.0 / 5.0;
const WHOLE: f64 = 10_000.0;
/// In pixels: a face of this width is 30 pixels wide in a thumbnail of 160.
const SMALL: u32 = 80;
/// Out of 256. The darkest of 33 portraits' faces has 63, the next 97.
const DARK: f32 = 60.0;
/// Sharpness is measured at this width, about that of a face in a thumbnail of 160. The softest of 33 faces has 166; blurred by
/// 2 % of their width, all but a tiny one (104) have less than 40.
const SHARP_AT: u32 = 96;
const SHARP: f32 = 100.0;
/// Sharpness is scaled to this mean brightness, because a dark picture's edges are as faint as the rest of it.
const MIDDLE_GREY: f32 = 128.0;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Warning {
    SmallFace,
    Dark,
    Blurred,
}

/// A 4:5 part, centred between the eyes, then moved and if necessary shrunk to fit into the picture.
pub fn crop_proposal<'p>(picture: impl Into<View<'p>>, face: &Face) -> Crop {
    let picture = picture.into();
    let (across, down) = (f64::from(picture.width()), f64::from(picture.height()));
    let face_height = f64::from(face.area.height()) * down / WHOLE;
    let height = (face_height * CROP_IN_FACES).min(down).min(across / PORTRAIT);
    let part = |pixels: f64, side: f64| ((pixels * WHOLE / side).round() as u16).clamp(1, WHOLE as u16);
    let (width, height) = (part(height * PORTRAIT, across), part(height, down));
    let start = |middle: u16, length: u16| middle.saturating_sub(length / 2).min(WHOLE as u16 - length);
    let Point { x, y } = face.between_eyes();
    Crop::new(start(x, width), start(y, height), width, height).unwrap_or(Crop::WHOLE)
}

/// What may keep a relative from recognising the first, largest face. Empty if there is no face.
pub fn warnings<'p>(picture: impl Into<View<'p>>, faces: &[Face]) -> Vec<Warning> {
    let picture = picture.into();
    let Some(face) = faces.first() else { return Vec::new() };
    let area = face.area.pixels(picture);
    let face_luma = Luma::of(picture, area);
    let around = Luma::of(picture, crop_proposal(picture, face).pixels(picture));
    // Both must be dark: dark skin in good light is no fault, nor is a dark curtain behind a bright face.
    let is_dark = face_luma.mean() < DARK && around.mean() < DARK;
    let found = [
        (area.width < SMALL, Warning::SmallFace),
        (is_dark, Warning::Dark),
        (face_luma.sharpness() < SHARP, Warning::Blurred),
    ];
    found.into_iter().filter(|(is_so, _)| *is_so).map(|(_, warning)| warning).collect()
}

/// The brightness of a part, 0 to 255, shrunk to at most `SHARP_AT` pixels of width.
struct Luma {
    width: usize,
    values: Vec<f32>,
}

impl Luma {
    fn of(picture: View<'_>, part: PixelBox) -> Self {
        let width = part.width.min(SHARP_AT);
        let height = (u64::from(part.height) * u64::from(width) / u64::from(part.width)).max(1) as u32;
        let Ok(small) = Studio::new().part(picture, part, (width, height)) else {
            return Self { width: 1, values: Vec::new() };
        };
        // ITU-R BT.601.
        let luma = |[red, green, blue]: &[u8; 3]| {
            0.299 * f32::from(*red) + 0.587 * f32::from(*green) + 0.114 * f32::from(*blue)
        };
        Self { width: width as usize, values: small.pixels().as_chunks().0.iter().map(luma).collect() }
    }

    fn mean(&self) -> f32 {
        mean(&self.values)
    }

    /// The variance of the Laplacian (each pixel against its four neighbours), scaled as if the mean were a middle grey.
    fn sharpness(&self) -> f32 {
        let rows: Vec<&[f32]> = self.values.chunks_exact(self.width).collect();
        let edges: Vec<f32> = rows
            .windows(3)
            .flat_map(|rows| {
                let columns = 1..self.width.saturating_sub(1);
                columns.map(|x| rows[0][x] + rows[2][x] + rows[1][x - 1] + rows[1][x + 1] - 4.0 * rows[1][x])
            })
            .collect();
        let middle = mean(&edges);
        let variance = mean(&edges.iter().map(|edge| (edge - middle).powi(2)).collect::<Vec<_>>());
        variance * (MIDDLE_GREY / self.mean().max(1.0)).powi(2)
    }
}

fn mean(values: &[f32]) -> f32 {
    values.iter().sum::<f32>() / values.len().max(1) as f32
}

impl Face {
    fn between_eyes(&self) -> Point {
        let (one, other) = (self.right_eye, self.left_eye);
        Point { x: one.x.midpoint(other.x), y: one.y.midpoint(other.y) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Picture;

    fn face([left, top, width, height]: [u16; 4]) -> Face {
        let y = top + height * 2 / 5;
        let (right_eye, left_eye) = (Point { x: left + width / 4, y }, Point { x: left + width * 3 / 4, y });
        Face { area: Crop::new(left, top, width, height).unwrap(), score: 9_000, right_eye, left_eye }
    }

    fn plain(width: u32, height: u32, value: u8) -> Picture {
        Picture::from_rgb(width, height, vec![value; width as usize * height as usize * 3]).unwrap()
    }

    #[test]
    fn a_crop_is_portrait_about_the_eyes_and_within_the_picture() {
        let cases = [
            ("in the middle", (1_000, 1_000), [4_000, 4_000, 2_000, 2_000], "3080,2400,3840,4800"),
            ("in a wide picture", (2_000, 1_000), [4_500, 4_000, 1_000, 2_000], "4040,2400,1920,4800"),
            ("in the upper left corner", (1_000, 1_000), [0, 0, 2_000, 2_000], "0,0,3840,4800"),
            (
                "in the lower right corner",
                (1_000, 1_000),
                [8_000, 8_000, 2_000, 2_000],
                "6160,5200,3840,4800",
            ),
            ("as high as a wide picture", (2_000, 1_000), [4_000, 0, 2_000, 10_000], "3000,0,4000,10000"),
            ("as wide as a high picture", (1_000, 2_000), [0, 2_000, 10_000, 5_000], "0,875,10000,6250"),
        ];
        for (name, (width, height), area, expected) in cases {
            assert_eq!(crop_proposal(&plain(width, height, 0), &face(area)).to_string(), expected, "{name}");
        }
    }

    #[test]
    fn a_crop_of_any_face_in_any_picture_lies_within_it() {
        for (width, height) in [(1, 1), (12_000, 1), (1, 12_000), (3, 5)] {
            let picture = plain(width, height, 0);
            for area in [[0, 0, 1, 1], [9_999, 9_999, 1, 1], [0, 0, 10_000, 10_000], [5_000, 0, 1, 10_000]] {
                let part = crop_proposal(&picture, &face(area)).pixels(&picture);
                assert!(part.left + part.width <= width && part.top + part.height <= height);
            }
        }
    }

    /// Stripes of a fixed width: with hard edges, or with soft transitions.
    fn stripes(width: u32, height: u32, (low, high): (u8, u8), is_soft: bool) -> Picture {
        let range = f32::from(high - low);
        let value = |x: u32| {
            let wave = (x as f32 / 8.0).sin();
            let part = if is_soft { wave * 0.1 } else { wave.signum() };
            low + ((part + 1.0) / 2.0 * range) as u8
        };
        let pixels = (0..height).flat_map(|_| (0..width).flat_map(|x| [value(x); 3])).collect();
        Picture::from_rgb(width, height, pixels).unwrap()
    }

    #[test]
    fn warnings_say_what_may_hide_a_face() {
        use Warning::*;
        let middle = face([3_000, 2_000, 4_000, 4_000]);
        let narrow = face([4_000, 2_000, 700, 900]);
        let cases: [(&str, Picture, &[Face], &[Warning]); 8] = [
            ("no face", plain(1_000, 1_000, 10), &[], &[]),
            ("a good one", stripes(1_000, 1_000, (80, 200), false), &[middle], &[]),
            (
                "a good one, and a small one behind",
                stripes(1_000, 1_000, (80, 200), false),
                &[middle, narrow],
                &[],
            ),
            ("a small one", stripes(1_000, 1_000, (80, 200), false), &[narrow], &[SmallFace]),
            ("a dark one, sharp for its light", stripes(1_000, 1_000, (20, 70), false), &[middle], &[Dark]),
            ("a soft one", stripes(1_000, 1_000, (80, 200), true), &[middle], &[Blurred]),
            ("nothing to see", plain(100, 100, 0), &[middle], &[SmallFace, Dark, Blurred]),
            ("one pixel", plain(1, 1, 255), &[middle], &[SmallFace, Blurred]),
        ];
        for (name, picture, faces, expected) in cases {
            assert_eq!(warnings(&picture, faces), expected, "{name}");
        }
    }

    #[test]
    fn a_dark_face_in_good_light_is_no_dark_picture() {
        let mut picture = stripes(1_000, 1_000, (150, 230), false);
        let middle = face([3_000, 2_000, 4_000, 4_000]);
        for row in picture.pixels.chunks_exact_mut(3_000).skip(200).take(400) {
            row[900..2_100].iter_mut().for_each(|value| *value /= 4);
        }
        assert_eq!(warnings(&picture, &[middle]), []);
    }
}
