//! One studio for many photos: nothing of the last photo ever shows, and its shortcuts give the same results as the long way.

use kinlight_pictures::{Crop, Format, Limits, Picture, Studio, read};
use moxcms::{ColorProfile, Layout, TransformOptions};

use crate::fixtures::*;
use crate::shared::shared_folder;
use crate::upright::stored;

fn at_width(studio: &mut Studio, file: &[u8], crop: Crop, width: u32) -> Picture {
    let decoded = studio.decode(file, &limits()).unwrap();
    let made = studio.variants(&decoded, crop, &[Format::Jpeg]).unwrap();
    studio.recycle(decoded);
    let found = made.into_iter().find(|variant| variant.width == width).unwrap();
    read(&found.bytes, &limits()).unwrap()
}

#[test]
fn a_small_photo_after_a_big_one_is_whole_and_its_own() {
    let mut studio = Studio::new();
    let pictures = [scene(1700, 1300), scene(200, 160), noise(640, 480, 9), scene(330, 900)];
    for picture in [&pictures[..], &pictures].concat() {
        for file in [jpeg(&picture), Png::of(&picture).picture(&picture), webp(&picture, true)] {
            let decoded = studio.decode(&file, &limits()).unwrap();
            assert_eq!((decoded.width(), decoded.height()), (picture.width(), picture.height()));
            let alone = read(&file, &limits()).unwrap();
            assert!(studio.upright(decoded).unwrap() == alone, "{picture:?}");
        }
    }
}

#[test]
fn a_crop_lies_where_it_was_drawn_however_the_camera_was_held() {
    let upright = scene(900, 700);
    // Off-centre, so that a box in the wrong corner is noticed.
    let crop: Crop = "3000,1000,5000,7000".parse().unwrap();
    let mut studio = Studio::new();
    let expected = at_width(&mut studio, &jpeg(&upright), crop, 320);
    for orientation in 1..=8 {
        let file = with_segments(&jpeg(&stored(&upright, orientation)), &[exif_segment(orientation)]);
        let picture = at_width(&mut studio, &file, crop, 320);
        let alike = psnr(&picture, &expected);
        assert!(alike > 33.0, "{orientation}: {alike} dB");
    }
}

#[test]
fn the_eight_shared_portraits_agree_but_for_their_digit() {
    let mut studio = Studio::new();
    let files = shared_folder("orientation");
    let mut pictures =
        files.iter().map(|(name, bytes)| (name, at_width(&mut studio, bytes, Crop::WHOLE, 640)));
    let Some((_, first)) = pictures.next() else { return };
    let first = without_middle(&first);
    for (name, picture) in pictures {
        let alike = psnr(&without_middle(&picture), &first);
        println!("{name}: {alike:.1} dB");
        assert!(alike > 30.0, "{name}: {alike} dB");
    }
}

/// Paints over the middle third of each side, where a digit is printed.
fn without_middle(picture: &Picture) -> Picture {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let mut pixels = picture.pixels().to_vec();
    for y in height / 3..height * 2 / 3 {
        pixels[(y * width + width / 3) * 3..(y * width + width * 2 / 3) * 3].fill(0);
    }
    Picture::from_rgb(picture.width(), picture.height(), pixels).unwrap()
}

#[test]
fn wide_colours_look_the_same_in_every_file_that_leaves() {
    let picture = scene(700, 560);
    let mut studio = Studio::new();
    let expected = at_width(&mut studio, &jpeg(&picture), Crop::WHOLE, 320);
    for profile in [ColorProfile::new_display_p3(), ColorProfile::new_adobe_rgb()] {
        let transform = ColorProfile::new_srgb()
            .create_transform_8bit(Layout::Rgb, &profile, Layout::Rgb, TransformOptions::default())
            .unwrap();
        let mut wide = vec![0; picture.pixels().len()];
        transform.transform(picture.pixels(), &mut wide).unwrap();
        let wide = Picture::from_rgb(700, 560, wide).unwrap();
        let segment = (0xe2, [b"ICC_PROFILE\0\x01\x01", &profile.encode().unwrap()[..]].concat());
        let ignored = at_width(&mut studio, &jpeg(&wide), Crop::WHOLE, 320);
        let honoured = at_width(&mut studio, &with_segments(&jpeg(&wide), &[segment]), Crop::WHOLE, 320);
        assert!(psnr(&honoured, &expected) > 36.0, "{} dB", psnr(&honoured, &expected));
        assert!(psnr(&ignored, &expected) < 30.0, "the test itself is hollow");
    }
}

#[test]
fn a_png_may_name_its_colours_by_code() {
    let red = Picture::from_rgb(8, 8, [234, 51, 35].repeat(64)).unwrap();
    for (codes, expected) in [([12, 13, 0, 1], [255, 0, 0]), ([1, 13, 0, 1], [234, 51, 35])] {
        let picture = read(&Png::of(&red).chunk(b"cICP", &codes).picture(&red), &limits()).unwrap();
        assert!(picture.pixels().iter().zip(expected).all(|(got, want)| got.abs_diff(want) <= 3));
    }
}

#[test]
fn only_the_formats_that_were_asked_for_are_made() {
    let mut studio = Studio::new();
    let picture = scene(700, 700);
    let count = |made: Vec<kinlight_pictures::Variant>| made.len();
    assert_eq!(count(studio.variants(&picture, Crop::WHOLE, &[Format::WebP]).unwrap()), 3);
    assert_eq!(count(studio.variants(&picture, Crop::WHOLE, &Format::ALL).unwrap()), 6);
    assert_eq!(count(studio.unbudgeted_variants(&picture, Crop::WHOLE, &Format::ALL).unwrap()), 6);
}

#[test]
fn a_picture_to_look_at_fits_its_frame_and_is_never_enlarged() {
    let mut studio = Studio::new();
    let file = with_segments(&jpeg(&scene(1000, 500)), &[exif_segment(6)]);
    let decoded = studio.decode(&file, &Limits::any_size()).unwrap();
    assert!(decoded.is_turned());
    for (longest, size) in [(640, (320, 640)), (2000, (500, 1000)), (1, (1, 1))] {
        let fitted = studio.fitted(&decoded, longest).unwrap();
        assert_eq!((fitted.width(), fitted.height()), size);
    }
}

#[test]
fn a_photo_that_stops_half_way_never_shows_the_one_before_it() {
    // A table in the middle of the scan: the decoder stops there without an error, and leaves the rows below as they are.
    let whole = jpeg(&noise(256, 256, 11));
    let at = |marker: u8| whole.windows(2).position(|two| two == [0xff, marker]).unwrap();
    let (table, scan) = (at(0xc4), at(0xda));
    let table = &whole[table..][..2 + usize::from(u16::from_be_bytes([whole[table + 2], whole[table + 3]]))];
    let middle = (scan + whole.len()) / 2;
    let middle = middle + whole[middle..].windows(2).position(|two| !two.contains(&0xff)).unwrap() + 1;
    let stopped = [&whole[..middle], table, &[0xff, 0xd9]].concat();

    let mut studio = Studio::new();
    let white = jpeg(&Picture::from_rgb(256, 256, vec![255; 256 * 256 * 3]).unwrap());
    let before = [(); 3].map(|()| studio.decode(&white, &limits()).unwrap());
    for photo in before {
        studio.recycle(photo);
    }
    let decoded = studio.decode(&stopped, &limits()).unwrap();
    let picture = studio.upright(decoded).unwrap();
    assert!(
        picture.pixels().iter().rev().take(256 * 3 * 32).all(|value| *value == 0),
        "the last rows are not blank"
    );
    assert!(picture == read(&stopped, &limits()).unwrap(), "another bench, another picture");
}
