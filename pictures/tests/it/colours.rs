//! Colours come out as they were meant, in whatever way the file stores them.

use kinlight_pictures::{Picture, read};
use moxcms::ColorProfile;

use crate::fixtures::*;

fn flat(colour: [u8; 3]) -> Picture {
    Picture::from_rgb(32, 32, colour.repeat(32 * 32)).unwrap()
}

#[track_caller]
fn assert_first_pixel(file: &[u8], expected: [u8; 3]) {
    let picture = read(file, &limits()).unwrap();
    let far = picture.pixels()[..3].iter().zip(expected).map(|(got, want)| got.abs_diff(want)).max().unwrap();
    assert!(far <= 6, "got {:?}, wanted {expected:?}", &picture.pixels()[..3]);
}

fn icc_segments(profile: &[u8], parts: usize) -> Vec<(u8, Vec<u8>)> {
    let size = profile.len().div_ceil(parts);
    let segments = profile
        .chunks(size)
        .enumerate()
        .map(|(index, part)| (0xe2, [b"ICC_PROFILE\0", &[index as u8 + 1, parts as u8][..], part].concat()));
    // In reverse order: the numbers count, not the order.
    segments.rev().collect()
}

fn iccp(profile: &[u8]) -> Vec<u8> {
    [b"p\0\0".to_vec(), fdeflate::compress_to_vec(profile)].concat()
}

#[test]
fn a_phones_wide_colours_become_srgb() {
    // Display-P3 (234, 51, 35) is sRGB's pure red; Adobe RGB (219, 0, 0) too.
    let cases =
        [(ColorProfile::new_display_p3(), [234, 51, 35]), (ColorProfile::new_adobe_rgb(), [219, 0, 0])];
    for (profile, stored) in cases {
        let (profile, picture) = (profile.encode().unwrap(), flat(stored));
        assert_first_pixel(&with_segments(&jpeg(&picture), &icc_segments(&profile, 3)), [255, 0, 0]);
        assert_first_pixel(&Png::of(&picture).chunk(b"iCCP", &iccp(&profile)).picture(&picture), [255, 0, 0]);
        assert_first_pixel(&webp_with(&picture, 0x20, &[(b"ICCP", &profile)], &[]), [255, 0, 0]);
    }
}

#[test]
fn a_profile_that_cant_be_used_costs_nobody_the_photo() {
    let picture = flat([10, 120, 200]);
    let gray = ColorProfile::new_gray_with_gamma(2.2).encode().unwrap();
    let mut broken = ColorProfile::new_display_p3().encode().unwrap();
    broken[128..].iter_mut().for_each(|byte| *byte = 0xff);
    for profile in [b"nonsense".to_vec(), broken, gray] {
        assert_first_pixel(&with_segments(&jpeg(&picture), &icc_segments(&profile, 1)), [10, 120, 200]);
        assert_first_pixel(
            &Png::of(&picture).chunk(b"iCCP", &iccp(&profile)).picture(&picture),
            [10, 120, 200],
        );
    }
}

#[test]
fn transparent_parts_turn_white() {
    let half_red = [255, 0, 0, 128].repeat(16);
    let clear = [0, 0, 0, 0].repeat(16);
    let png = |row: &[u8]| Png::new(16, 16, 8, 6).rows(std::iter::repeat_n(row, 16)).end();
    assert_first_pixel(&png(&half_red), [255, 127, 127]);
    assert_first_pixel(&png(&clear), [255, 255, 255]);
    let square = half_red.repeat(16);
    let webp = webp::Encoder::from_rgba(&square, 16, 16);
    assert_first_pixel(&webp.encode_lossless(), [255, 127, 127]);
    assert_first_pixel(&webp.encode(95.0), [255, 127, 127]);
    let gray_alpha = [0, 128].repeat(16);
    assert_first_pixel(
        &Png::new(16, 16, 8, 4).rows(std::iter::repeat_n(&gray_alpha[..], 16)).end(),
        [127; 3],
    );
}

#[test]
fn every_depth_and_kind_of_png_is_read() {
    const GRAY: u8 = 0;
    const RGB: u8 = 2;
    const PALETTE: u8 = 3;
    const GRAY_ALPHA: u8 = 4;
    const RGBA: u8 = 6;
    let cases: [(u8, u8, &[u8], [u8; 3]); 15] = [
        (GRAY, 1, &[0xff; 2], [255; 3]),
        (GRAY, 2, &[0b10_10_10_10; 4], [170; 3]),
        (GRAY, 4, &[0x66; 8], [102; 3]),
        (GRAY, 8, &[90; 16], [90; 3]),
        (GRAY, 16, &[90; 32], [90; 3]),
        (RGB, 8, &[200, 100, 50].repeat(16), [200, 100, 50]),
        (RGB, 16, &[200, 7, 100, 7, 50, 7].repeat(16), [200, 100, 50]),
        (PALETTE, 1, &[0xff; 2], [200, 100, 50]),
        (PALETTE, 2, &[0b01_01_01_01; 4], [200, 100, 50]),
        (PALETTE, 4, &[0x11; 8], [200, 100, 50]),
        (PALETTE, 8, &[1; 16], [200, 100, 50]),
        (GRAY_ALPHA, 8, &[0, 128].repeat(16), [127; 3]),
        (GRAY_ALPHA, 16, &[0, 0, 128, 0].repeat(16), [127; 3]),
        (RGBA, 8, &[255, 0, 0, 128].repeat(16), [255, 127, 127]),
        (RGBA, 16, &[255, 0, 0, 0, 0, 0, 128, 0].repeat(16), [255, 127, 127]),
    ];
    for (kind, depth, row, expected) in cases {
        let png = Png::new(16, 16, depth, kind);
        let png = if kind == PALETTE { png.chunk(b"PLTE", &[9, 9, 9, 200, 100, 50]) } else { png };
        assert_first_pixel(&png.rows(std::iter::repeat_n(row, 16)).end(), expected);
    }
    // One colour of a palette, or one gray, may be transparent.
    let see_through = Png::new(16, 16, 8, PALETTE).chunk(b"PLTE", &[9, 9, 9, 200, 100, 50]);
    let rows = |png: Png, value: u8| png.rows(std::iter::repeat_n(&[value; 16][..], 16)).end();
    assert_first_pixel(&rows(see_through.chunk(b"tRNS", &[255, 0]), 1), [255; 3]);
    assert_first_pixel(&rows(Png::new(16, 16, 8, GRAY).chunk(b"tRNS", &[0, 90]), 90), [255; 3]);
}

#[test]
fn every_way_to_thin_out_colour_in_a_jpeg_is_read() {
    use jpeg_encoder::SamplingFactor::*;
    let picture = scene(203, 157);
    for sampling in [F_1_1, F_2_1, F_1_2, F_2_2, F_4_1, F_1_4, F_4_2, F_2_4] {
        for is_progressive in [false, true] {
            let mut file = Vec::new();
            let mut encoder = jpeg_encoder::Encoder::new(&mut file, 95);
            encoder.set_sampling_factor(sampling);
            encoder.set_progressive(is_progressive);
            encoder.encode(picture.pixels(), 203, 157, jpeg_encoder::ColorType::Rgb).unwrap();
            if matches!(sampling, F_1_4 | F_4_2 | F_2_4) {
                assert_eq!(read(&file, &limits()).unwrap_err(), kinlight_pictures::Refusal::Unsupported);
                continue;
            }
            let alike = psnr(&read(&file, &limits()).unwrap(), &picture);
            assert!(alike > 27.0, "{sampling:?}, progressive {is_progressive}: {alike} dB");
        }
    }
}

#[test]
fn lossy_and_lossless_webp_and_progressive_jpeg_are_read() {
    let picture = flat([200, 100, 50]);
    for file in [webp(&picture, true), webp(&picture, false), jpeg_as(&picture, true)] {
        assert_first_pixel(&file, [200, 100, 50]);
    }
}

#[test]
fn a_jpeg_with_restarts_and_padding_is_read_whole() {
    let picture = scene(120, 90);
    let mut file = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut file, 95);
    encoder.set_restart_interval(3);
    encoder.encode(picture.pixels(), 120, 90, jpeg_encoder::ColorType::Rgb).unwrap();
    // Fill bytes before a marker are allowed (ITU-T T.81, B.1.1.2).
    file.splice(2..2, [0xff; 5]);
    assert!(psnr(&read(&file, &limits()).unwrap(), &picture) > 30.0);
}

#[test]
fn print_colours_and_plain_rgb_in_a_jpeg_are_understood() {
    let encode = |pixels: &[u8], colour| {
        let mut bytes = Vec::new();
        jpeg_encoder::Encoder::new(&mut bytes, 100).encode(pixels, 32, 32, colour).unwrap();
        bytes
    };
    let gray = encode(&[90; 1024], jpeg_encoder::ColorType::Luma);
    assert_first_pixel(&gray, [90, 90, 90]);
    // Half cyan, no magenta, no yellow, a fifth black; the encoder stores it inverted, as Adobe does.
    let inks = [128, 0, 0, 51].repeat(1024);
    assert_first_pixel(&encode(&inks, jpeg_encoder::ColorType::Cmyk), [102, 204, 204]);
    assert_first_pixel(&encode(&inks, jpeg_encoder::ColorType::CmykAsYcck), [102, 204, 204]);
    // A greyish picture's YCbCr samples, which the Adobe segment declares to be RGB.
    let declared_rgb = (0xee, b"Adobe\0\x64\0\0\0\0\0".to_vec());
    let ycbcr = encode(&[90, 130, 120].repeat(1024), jpeg_encoder::ColorType::Ycbcr);
    assert_first_pixel(&with_segments(&ycbcr, &[declared_rgb]), [90, 130, 120]);
}
