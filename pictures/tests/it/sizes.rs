//! The files made of a picture: never enlarged, small enough for a slow connection, cropped where a person said.

use kinlight_pictures::{
    Crop, CropError, Format, Variant, difference_hash, hash_distance, read, variants, widths,
};

use crate::fixtures::*;
use crate::shared::shared_folder;

fn sizes(variants: &[Variant]) -> Vec<(u32, u32)> {
    variants
        .iter()
        .filter(|variant| variant.format == Format::WebP)
        .map(|variant| (variant.width, variant.height))
        .collect()
}

#[test]
fn a_big_portrait_gets_four_widths_in_two_formats() {
    let picture = scene(1600, 2000);
    let made = variants(&picture, Crop::centred(&picture)).unwrap();
    assert_eq!(made.len(), 8);
    assert_eq!(sizes(&made), [(160, 200), (320, 400), (640, 800), (1280, 1600)]);
    for variant in &made {
        let back = read(&variant.bytes, &limits()).unwrap();
        assert_eq!((back.width(), back.height()), (variant.width, variant.height));
    }
    assert_eq!(picture.widths(Crop::WHOLE), [160, 320, 640, 1280]);
}

#[test]
fn nothing_is_ever_enlarged() {
    assert_eq!(widths(639), [160, 320]);
    assert_eq!(widths(160), [160]);
    assert_eq!(widths(159), [159]);
    assert_eq!(widths(1), [1]);
    assert_eq!(sizes(&variants(&scene(100, 700), Crop::WHOLE).unwrap()), [(100, 700)]);
    assert_eq!(sizes(&variants(&scene(1, 1), Crop::WHOLE).unwrap()), [(1, 1)]);
    assert_eq!(sizes(&variants(&scene(700, 2), Crop::WHOLE).unwrap()), [(160, 1), (320, 1), (640, 2)]);
}

#[test]
fn twelve_thumbnails_fit_a_slow_line_even_of_noise() {
    let noisy = noise(800, 1000, 3);
    for variant in variants(&noisy, Crop::centred(&noisy)).unwrap() {
        let most = match (variant.width, variant.format) {
            (320, Format::WebP) => 150_000 / 12,
            (320, Format::Jpeg) => 180_000 / 12,
            _ => continue,
        };
        assert_eq!(variant.height, 400);
        assert!(variant.bytes.len() <= most, "{:?}: {} bytes", variant.format, variant.bytes.len());
    }
}

#[test]
fn the_proposed_crop_is_portrait_and_a_little_above_the_centre() {
    for (width, height) in [(4000, 3000), (3000, 4000), (1000, 1000), (640, 480), (907, 1080), (321, 5000)] {
        let picture = scene(width, height);
        let part = Crop::centred(&picture).pixels(&picture);
        let ratio = f64::from(part.width) / f64::from(part.height);
        assert!((ratio - 0.8).abs() < 0.004, "{width}x{height} gives {part:?}");
        let (below, beside) = (height - part.top - part.height, width - part.left - part.width);
        assert!(part.top <= below + 1 && beside.abs_diff(part.left) <= width / 500 + 2, "{part:?}");
        assert!(part.width + 8 >= width || part.height + 10 >= height, "not the biggest: {part:?}");
    }
}

#[test]
fn a_crop_shows_what_lies_in_the_box() {
    let picture = scene(400, 400);
    let corner: Crop = "5000, 0, 5000, 5000".parse().unwrap();
    let cropped = picture.crop(corner);
    assert_eq!((cropped.width(), cropped.height()), (200, 200));
    assert!(cropped.pixels().chunks(3).all(|pixel| pixel[0] == 40 && pixel[1] == 180));
    let thumbnail = &variants(&picture, corner).unwrap()[0];
    let shown = read(&thumbnail.bytes, &limits()).unwrap();
    assert!(shown.pixels()[0] < 60 && shown.pixels()[1] > 160);
    assert_eq!(corner.to_string().parse(), Ok(corner));
}

#[test]
fn a_box_that_makes_no_sense_is_refused() {
    let cases = [
        ("", CropError::NotFourNumbers),
        ("1,2,3", CropError::NotFourNumbers),
        ("1,2,3,4,5", CropError::NotFourNumbers),
        ("-1,2,3,4", CropError::NotFourNumbers),
        ("0,0,0,10", CropError::Empty),
        ("1,0,10000,10000", CropError::Outside),
        ("65535,65535,65535,65535", CropError::Outside),
    ];
    for (text, error) in cases {
        assert_eq!(text.parse::<Crop>(), Err(error), "{text}");
    }
}

#[test]
fn a_working_copy_is_smaller_and_goes_through_the_same_door() {
    let copy = read(&scene(3000, 2000).working_copy().unwrap(), &limits()).unwrap();
    assert_eq!((copy.width(), copy.height()), (2560, 1706));
    let small = scene(320, 400);
    assert!(psnr(&read(&small.working_copy().unwrap(), &limits()).unwrap(), &small) > 35.0);
}

#[test]
fn the_same_photo_is_found_again_and_another_is_not() {
    let photos: Vec<_> = ["portraits", "phones"].into_iter().flat_map(shared_folder).collect();
    let mut hashes = vec![difference_hash(&scene(640, 480)), difference_hash(&noise(640, 480, 5))];
    for (name, bytes) in photos {
        let picture = read(&bytes, &limits()).unwrap();
        let hash = difference_hash(&picture);
        let made = variants(&picture, Crop::WHOLE).unwrap();
        for variant in &made {
            let again = difference_hash(&read(&variant.bytes, &limits()).unwrap());
            let far = hash_distance(hash, again);
            assert!(far <= 5, "{name} at {} px: {far}", variant.width);
        }
        hashes.push(hash);
    }
    for (index, one) in hashes.iter().enumerate() {
        for other in &hashes[..index] {
            assert!(hash_distance(*one, *other) > 8, "{one:x} {other:x}");
        }
    }
}
