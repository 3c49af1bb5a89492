//! Photos come out upright, however the camera was held.

use kinlight_pictures::{Picture, read};

use crate::fixtures::*;

/// EXIF 2.3, tag 0x0112: which sides of the upright picture the stored row 0 and column 0 are.
const SIDES: [(&str, &str); 8] = [
    ("top", "left"),
    ("top", "right"),
    ("bottom", "right"),
    ("bottom", "left"),
    ("left", "top"),
    ("right", "top"),
    ("right", "bottom"),
    ("left", "bottom"),
];

/// The picture as a camera would have stored it.
pub fn stored(upright: &Picture, orientation: u16) -> Picture {
    let (width, height) = (upright.width(), upright.height());
    let (row_side, column_side) = SIDES[usize::from(orientation) - 1];
    let rows_run_down = matches!(row_side, "top" | "bottom");
    let (stored_width, stored_height) = if rows_run_down { (width, height) } else { (height, width) };
    let mut pixels = Vec::new();
    for row in 0..stored_height {
        for column in 0..stored_width {
            let (mut x, mut y) = (0, 0);
            for (side, steps) in [(row_side, row), (column_side, column)] {
                match side {
                    "top" => y = steps,
                    "bottom" => y = height - 1 - steps,
                    "left" => x = steps,
                    _ => x = width - 1 - steps,
                }
            }
            let at = (y * width + x) as usize * 3;
            pixels.extend(&upright.pixels()[at..at + 3]);
        }
    }
    Picture::from_rgb(stored_width, stored_height, pixels).unwrap()
}

#[test]
fn all_eight_ways_to_hold_a_camera_give_one_picture() {
    let upright = scene(96, 72);
    for orientation in 1..=8 {
        let stored = stored(&upright, orientation);
        let exif = tiff(orientation, true);
        let files = [
            ("JPEG", with_segments(&jpeg(&stored), &[exif_segment(orientation)])),
            ("PNG", Png::of(&stored).chunk(b"eXIf", &exif).picture(&stored)),
            ("WebP", webp_with(&stored, 0x08, &[], &[(b"EXIF", &exif)])),
        ];
        for (format, file) in files {
            let picture = read(&file, &limits()).unwrap();
            let alike = psnr(&picture, &upright);
            assert!(alike > 28.0, "{format} {orientation}: {alike} dB");
        }
    }
}

#[test]
fn an_orientation_that_makes_no_sense_leaves_the_picture_alone() {
    let upright = scene(64, 48);
    for orientation in [0, 9, 255, 65_535] {
        let file = with_segments(&jpeg(&upright), &[exif_segment(orientation)]);
        assert!(psnr(&read(&file, &limits()).unwrap(), &upright) > 28.0);
    }
    let mut looping = b"Exif\0\0MM\0*\xff\xff\xff\xff".to_vec();
    looping.extend([0xff; 64]);
    let file = with_segments(&jpeg(&upright), &[(0xe1, looping)]);
    assert!(psnr(&read(&file, &limits()).unwrap(), &upright) > 28.0);
}
