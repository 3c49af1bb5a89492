//! Files that lie, unpack to gigabytes, stop short or pretend to be something else. None may crash the program; each gets a
//! clear refusal.

use kinlight_pictures::{Limits, Refusal, read};

use crate::fixtures::*;
use crate::shared::shared_folder;

#[track_caller]
fn assert_refused(file: &[u8], refusal: Refusal) {
    assert_eq!(read(file, &limits()).unwrap_err(), refusal);
}

#[test]
fn a_name_is_no_photo() {
    for file in [
        &b""[..],
        b"<?php system($_GET['c']); ?>",
        b"GIF89a<script>alert(1)</script>",
        b"\xff\xd8",
        b"BM\0\0",
    ] {
        assert_refused(file, Refusal::NotAPhoto);
    }
}

#[test]
fn what_moves_is_refused() {
    let frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
    let gif = [b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff", &frame[..], &frame, b";"].concat();
    assert_refused(&gif, Refusal::Animated);
    let picture = scene(32, 32);
    let apng = Png::of(&picture).chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]).picture(&picture);
    assert_refused(&apng, Refusal::Animated);
    assert_refused(&webp_with(&picture, 0x02, &[], &[]), Refusal::Animated);
    assert_refused(&webp_with(&picture, 0, &[(b"ANIM", &[0; 6])], &[]), Refusal::Animated);
}

#[test]
fn a_huge_canvas_is_refused_by_its_header() {
    assert_refused(&Png::new(60_000, 60_000, 8, 6).chunk(b"IDAT", &[0; 3_000]).end(), Refusal::TooWide);
    assert_refused(&Png::new(100_000, 100_000, 8, 6).end(), Refusal::TooWide);
    assert_refused(&Png::new(12_000, 12_000, 8, 6).end(), Refusal::TooManyPixels);
    assert_refused(&riff(&riff_chunk(b"VP8L", b"\x2f\xff\xff\xff\x0f\0\0\0")), Refusal::TooWide);
    assert_refused(&hollow_jpeg(65_500, 65_500, 0xc0, 1), Refusal::TooWide);
    assert_refused(&hollow_jpeg(11_990, 11_990, 0xc2, 1), Refusal::TooManyPixels);
}

#[test]
fn forms_that_decoders_hold_twice_have_a_lower_limit() {
    assert_refused(&hollow_jpeg(5_000, 5_000, 0xc2, 1), Refusal::TooManyPixels);
    let size = (4_999_u32 + (4_999 << 14)).to_le_bytes();
    assert_refused(
        &riff(&riff_chunk(b"VP8L", &[&[0x2f], &size[..], &[0; 16]].concat())),
        Refusal::TooManyPixels,
    );
}

#[test]
fn a_picture_and_its_canvas_must_agree() {
    let mut file = webp_with(&scene(32, 32), 0, &[], &[]);
    file[24] = 200;
    assert_refused(&file, Refusal::Broken);
}

#[test]
fn five_thousand_scans_are_too_many() {
    assert_refused(&hollow_jpeg(400, 400, 0xc2, 5_000), Refusal::TooManyScans);
}

#[test]
fn forty_megabytes_are_refused_unread() {
    let mut file = jpeg(&scene(64, 64));
    file.resize(40_000_000, 0);
    assert_refused(&file, Refusal::TooManyBytes);
}

#[test]
fn a_face_of_a_hundred_pixels_is_too_small_for_the_desk() {
    let small = jpeg(&scene(640, 319));
    assert_eq!(read(&small, &Limits::default()).unwrap_err(), Refusal::TooSmall);
    assert!(read(&jpeg(&scene(640, 320)), &Limits::default()).is_ok());
}

#[test]
fn rare_jpeg_kinds_say_so() {
    // Lossless, arithmetic, and a height that follows the picture.
    for frame in [0xc3, 0xc9, 0xca] {
        assert_refused(&hollow_jpeg(64, 64, frame, 1), Refusal::Unsupported);
    }
    assert_refused(&hollow_jpeg(64, 0, 0xc0, 1), Refusal::Unsupported);
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let picture = noise(48, 48, 7);
    let exif = tiff(6, true);
    let files = [
        with_segments(&jpeg(&picture), &[exif_segment(6)]),
        jpeg_as(&picture, true),
        Png::of(&picture).chunk(b"eXIf", &exif).picture(&picture),
        webp(&picture, false),
        webp(&picture, true),
    ];
    for file in files {
        // A PNG's last chunks (checksum, end) contain no pixel: without them the picture is still complete.
        let needed = file.len() - 17;
        for end in (0..needed).step_by(5) {
            assert!(read(&file[..end], &limits()).is_err(), "cut at {end} of {}", file.len());
        }
    }
}

#[test]
fn damaged_files_never_get_past_a_refusal() {
    let picture = scene(64, 48);
    let files = [
        with_segments(&jpeg(&picture), &[exif_segment(6)]),
        jpeg_as(&picture, true),
        Png::of(&picture).chunk(b"eXIf", &tiff(3, false)).picture(&picture),
        webp_with(&picture, 0x08, &[], &[(b"EXIF", &tiff(5, true))]),
        webp(&picture, true),
    ];
    let mut state = 2022;
    let mut read_anyway = 0;
    for file in &files {
        for _ in 0..400 {
            let mut damaged = file.clone();
            for _ in 0..=next(&mut state) % 4 {
                let at = (next(&mut state) >> 20) as usize % damaged.len();
                damaged[at] = (next(&mut state) >> 40) as u8;
            }
            // The result is a whole picture or a refusal: never a panic or a hang.
            if let Ok(picture) = read(&damaged, &limits()) {
                assert_eq!(picture.pixels().len(), (picture.width() * picture.height() * 3) as usize);
                read_anyway += 1;
            }
        }
    }
    assert!(read_anyway > 100, "damage so coarse tests little: {read_anyway}");
}

#[test]
fn the_shared_hostile_files_do_no_harm() {
    for (name, bytes) in shared_folder("hostile") {
        let verdict = read(&bytes, &limits());
        println!("{name}: {verdict:?}");
        if name == "truncated.jpg" {
            assert_eq!(verdict.unwrap_err(), Refusal::Broken);
        } else if name == "script.gif.jpg" {
            assert_eq!(verdict.unwrap_err(), Refusal::NotAPhoto);
        }
    }
}

#[test]
fn every_refusal_has_a_word_of_its_own() {
    let mut words: Vec<_> = Refusal::ALL.map(Refusal::code).to_vec();
    assert!(words.iter().all(|word| word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')));
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), Refusal::ALL.len());
}
