//! Kinds of files that users of other programs reported: read as they were meant, reported as damaged, or refused with advice.

use kinlight_pictures::{Limits, Picture, Refusal, Studio, may_be_photo, read};
use moxcms::ColorProfile;

use crate::fixtures::*;
use crate::heif_files::{Heif, boxed};
use crate::shared::shared_folder;

#[track_caller]
fn is_damaged(file: &[u8]) -> bool {
    Studio::new().decode(file, &limits()).unwrap().is_damaged()
}

fn gray_jpeg(width: u16, height: u16, values: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    jpeg_encoder::Encoder::new(&mut file, 90)
        .encode(values, width, height, jpeg_encoder::ColorType::Luma)
        .unwrap();
    file
}

/// Each marker with what follows it, up to the end of image; a scan with its data.
fn segments(jpeg: &[u8]) -> Vec<(u8, &[u8])> {
    let (mut found, mut at) = (Vec::new(), 2);
    while jpeg[at + 1] != 0xd9 {
        let mut end = at + 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
        if jpeg[at + 1] == 0xda {
            end = jpeg.len() - 2;
        }
        found.push((jpeg[at + 1], &jpeg[at + 2..end]));
        at = end;
    }
    found
}

fn without(jpeg: &[u8], marker: u8) -> Vec<u8> {
    let kept = segments(jpeg).into_iter().filter(|(found, _)| *found != marker);
    let kept = kept.flat_map(|(found, rest)| [&[0xff, found], rest].concat());
    [0xff, 0xd8].into_iter().chain(kept).chain([0xff, 0xd9]).collect()
}

/// 4:2:0 with each component in a scan of its own: three gray pictures under one frame.
fn split_jpeg(picture: &Picture) -> Vec<u8> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let ycc = |pixel: &[u8]| {
        let [r, g, b] = [0, 1, 2].map(|at| f32::from(pixel[at]));
        let y = 0.299 * r + 0.587 * g + 0.114 * b;
        [y, (b - y) / 1.772 + 128.0, (r - y) / 1.402 + 128.0].map(|value| value.round() as u8)
    };
    let all: Vec<[u8; 3]> = picture.pixels().chunks(3).map(ycc).collect();
    let half = |channel: usize| -> Vec<u8> {
        let places =
            (0..height.div_ceil(2)).flat_map(|y| (0..width.div_ceil(2)).map(move |x| (x * 2, y * 2)));
        places.map(|(x, y)| all[y * width + x][channel]).collect()
    };
    let side = |side: usize| (side as u16).to_be_bytes();
    let bright =
        gray_jpeg(width as u16, height as u16, &all.iter().map(|pixel| pixel[0]).collect::<Vec<_>>());
    let small = |channel| gray_jpeg(width.div_ceil(2) as u16, height.div_ceil(2) as u16, &half(channel));
    let planes = [bright, small(1), small(2)];
    let frame =
        [&[0, 17, 8][..], &side(height), &side(width), &[3, 1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0]].concat();
    let mut file = vec![0xff, 0xd8];
    for (nth, plane) in planes.iter().enumerate() {
        for (marker, rest) in segments(plane) {
            let mut rest = rest.to_vec();
            match marker {
                0xc0 if nth == 0 => rest.clone_from(&frame),
                0xdb | 0xc4 if nth == 0 => {}
                0xda => rest[3] = nth as u8 + 1,
                _ => continue,
            }
            file.extend([0xff, marker]);
            file.extend(rest);
        }
    }
    file.extend([0xff, 0xd9]);
    file
}

#[test]
fn a_jpeg_with_a_scan_per_component_is_the_same_picture() {
    for (width, height) in [(64, 64), (120, 90), (203, 157)] {
        let picture = scene(width, height);
        let file = split_jpeg(&picture);
        let alike = psnr(&read(&file, &limits()).unwrap(), &picture);
        assert!(alike > 25.0, "{width}x{height}: {alike} dB");
        assert!(!is_damaged(&file));
        let cut = [&file[..file.len() - 12], &[0xff, 0xd9]].concat();
        assert!(is_damaged(&cut), "{width}x{height}");
        let last = file.windows(2).rposition(|two| two == [0xff, 0xda]).unwrap();
        let gray = [&file[..last], &[0xff, 0xd9]].concat();
        assert_eq!(read(&gray, &limits()).unwrap_err(), Refusal::Broken);
    }
}

#[test]
fn jfif_in_front_of_adobes_segment_is_believed() {
    let picture = scene(64, 64);
    let plain = jpeg(&picture);
    let adobe = [&[0xff, 0xee, 0, 14][..], b"Adobe\0\x64\0\0\0\0\0"].concat();
    let both = [&plain[..20], &adobe, &plain[20..]].concat();
    assert_eq!(segments(&both)[0].0, 0xe0);
    assert!(read(&both, &limits()).unwrap() == read(&plain, &limits()).unwrap());
    // Components named like colours are YCbCr all the same if there is a JFIF segment.
    let mut named = plain.clone();
    let frame = named.windows(2).position(|two| two == [0xff, 0xc0]).unwrap() + 10;
    let scan = named.windows(2).position(|two| two == [0xff, 0xda]).unwrap() + 5;
    for (nth, letter) in b"RGB".iter().enumerate() {
        (named[frame + nth * 3], named[scan + nth * 2]) = (*letter, *letter);
    }
    assert!(read(&named, &limits()).unwrap() == read(&plain, &limits()).unwrap());
}

#[test]
fn without_tables_of_its_own_a_jpeg_has_the_standards() {
    for picture in [scene(64, 48), noise(48, 64, 5)] {
        let whole = jpeg(&picture);
        let bare = without(&whole, 0xc4);
        assert!(bare.len() + 400 < whole.len());
        assert!(read(&bare, &limits()).unwrap() == read(&whole, &limits()).unwrap());
        assert!(!is_damaged(&bare));
    }
}

#[test]
fn a_jpeg_whose_end_mark_alone_is_missing_is_whole() {
    for is_progressive in [false, true] {
        for picture in [scene(96, 64), noise(64, 64, 3)] {
            let whole = jpeg_as(&picture, is_progressive);
            let endless = &whole[..whole.len() - 2];
            // A phone's own data follow, which look like a segment, or like nothing.
            let notes =
                [endless, b"SEFH\x01\0\xff\xe7\xff\xf0 Panorama_Shot_Info \xff\xc3\xff\xd8\xff\0SEFT"]
                    .concat();
            for file in [endless, &notes] {
                assert!(read(file, &limits()).unwrap() == read(&whole, &limits()).unwrap());
                assert!(!is_damaged(file), "progressive {is_progressive}");
            }
            assert_eq!(read(&whole[..whole.len() - 20], &limits()).unwrap_err(), Refusal::Broken);
        }
    }
}

#[test]
fn what_is_lost_inside_a_jpeg_is_told() {
    let picture = pasted(&scene(320, 240), &noise(160, 120, 8), 80, 60);
    for is_progressive in [false, true] {
        let whole = jpeg_as(&picture, is_progressive);
        assert!(!is_damaged(&whole), "progressive {is_progressive}: whole");
        let first = whole.windows(2).position(|two| two == [0xff, 0xda]).unwrap() + 14;
        let length = whole.len() - first;
        for percent in [3, 20, 40, 70] {
            let cut = [&whole[..first + length * (100 - percent) / 100], &[0xff, 0xd9]].concat();
            assert!(is_damaged(&cut), "progressive {is_progressive}: {percent} % missing");
        }
        let (mut state, mut told, mut all) = (44, 0, 0);
        for _ in 0..60 {
            let at = first + (next(&mut state) >> 33) as usize % (length - 80);
            let mut changed = whole.clone();
            changed[at..at + 64].iter_mut().for_each(|byte| *byte = (next(&mut state) >> 57) as u8);
            // A refusal counts as reported.
            all += 1;
            told += usize::from(Studio::new().decode(&changed, &limits()).map_or(true, |it| it.is_damaged()));
        }
        // Changed refinement bits of a progressive picture can't be recognised as wrong.
        let least = if is_progressive { 70 } else { 90 };
        assert!(told * 100 >= all * least, "progressive {is_progressive}: {told} of {all}");
    }
}

#[test]
fn a_sound_jpeg_is_never_called_damaged() {
    use jpeg_encoder::SamplingFactor::*;
    let flat = Picture::from_rgb(333, 222, vec![255; 333 * 222 * 3]).unwrap();
    for picture in [scene(203, 157), noise(97, 61, 4), flat, scene(1, 1), scene(8, 300)] {
        for sampling in [F_1_1, F_2_1, F_1_2, F_2_2, F_4_1] {
            for (is_progressive, is_optimised, restarts) in [
                (false, false, 0),
                (false, true, 0),
                (false, false, 1),
                (false, false, 7),
                (true, false, 0),
                (true, true, 0),
            ] {
                let mut file = Vec::new();
                let mut encoder = jpeg_encoder::Encoder::new(&mut file, 80);
                encoder.set_sampling_factor(sampling);
                encoder.set_progressive(is_progressive);
                encoder.set_optimized_huffman_tables(is_optimised);
                if restarts > 0 {
                    encoder.set_restart_interval(restarts);
                }
                let (width, height) = (picture.width() as u16, picture.height() as u16);
                encoder.encode(picture.pixels(), width, height, jpeg_encoder::ColorType::Rgb).unwrap();
                let how = format!("{picture:?} {sampling:?} {is_progressive} {is_optimised} {restarts}");
                assert!(!is_damaged(&file), "{how}");
                let padded = [&file[..file.len() - 2], &[0, 0, 0, 0xff, 0xff, 0xd9]].concat();
                assert!(!is_damaged(&padded), "{how}, padded");
            }
        }
    }
    for (name, file) in ["phones", "orientation", "portraits", "faces"].into_iter().flat_map(shared_folder) {
        assert!(!is_damaged(&file), "{name}");
    }
}

/// The 8-bit PQ value (ITU-R BT.2100, table 4) of this many candela.
fn pq(candela: f64) -> u8 {
    let (m1, m2) = (2610.0 / 16384.0, 2523.0 / 32.0);
    let light = (candela / 10_000.0_f64).powf(m1);
    let value = ((3424.0 / 4096.0 + 2413.0 / 128.0 * light) / (1.0 + 2392.0 / 128.0 * light)).powf(m2);
    (value * 255.0).round() as u8
}

#[track_caller]
fn assert_gray(file: &[u8], levels: std::ops::RangeInclusive<u8>) {
    let picture = read(file, &limits()).unwrap();
    let pixel = &picture.pixels()[..3];
    assert!(pixel.iter().all(|value| levels.contains(value)), "{pixel:?}, not {levels:?}");
}

#[test]
fn a_photo_for_bright_screens_is_as_light_as_on_paper() {
    // Paper is 203 candela; middle gray on it is sRGB's 128, 21.6 % of that. In HLG they are at 75 % and, by its curve, 48 %.
    let cases: [(u8, u8, u8); 2] = [(16, pq(203.0), pq(43.8)), (18, 191, 122)];
    for (transfer, white, middle) in cases {
        for primaries in [1, 9, 12] {
            let file = |value: u8, kind: u8| {
                let row = [value; 32].repeat(if kind == 2 { 3 } else { 1 });
                let png = Png::new(32, 32, 8, kind).chunk(b"cICP", &[primaries, transfer, 0, 1]);
                png.rows(std::iter::repeat_n(&row[..], 32)).end()
            };
            for kind in [0, 2] {
                println!("transfer {transfer}, primaries {primaries}, kind {kind}");
                assert_gray(&file(white, kind), 235..=255);
                assert_gray(&file(middle, kind), 124..=133);
                assert_gray(&file(255, kind), 254..=255);
                assert_gray(&file(0, kind), 0..=1);
            }
        }
    }
    // The same with a HEIC's box.
    let mut heic = Heif::still();
    let plain = read(&heic.file(), &limits()).unwrap();
    heic.properties = vec![boxed(b"colr", &[b"nclx\0\x09\0\x10\0\x06\x80"])];
    let bright = read(&heic.file(), &limits()).unwrap();
    let sum = |picture: &Picture| picture.pixels().iter().map(|value| u64::from(*value)).sum::<u64>();
    assert!(sum(&bright) * 2 > sum(&plain), "{} of {}", sum(&bright), sum(&plain));
    // And with the codes in an ICC profile.
    let profile = ColorProfile::new_bt2020_pq().encode().unwrap();
    let profile = [b"p\0\0".to_vec(), fdeflate::compress_to_vec(&profile)].concat();
    let row = [pq(203.0); 96];
    let png = Png::new(32, 32, 8, 2).chunk(b"iCCP", &profile).rows(std::iter::repeat_n(&row[..], 32)).end();
    assert_gray(&png, 235..=255);
}

#[test]
fn beside_a_profile_the_srgb_chunk_says_nothing() {
    // Display P3's (234, 51, 35) is sRGB's pure red.
    let picture = Picture::from_rgb(16, 16, [234, 51, 35].repeat(256)).unwrap();
    let profile = ColorProfile::new_display_p3().encode().unwrap();
    let profile = [b"p\0\0".to_vec(), fdeflate::compress_to_vec(&profile)].concat();
    let alone = Png::of(&picture).chunk(b"iCCP", &profile).picture(&picture);
    let before = Png::of(&picture).chunk(b"sRGB", &[0]).chunk(b"iCCP", &profile).picture(&picture);
    let behind = Png::of(&picture).chunk(b"iCCP", &profile).chunk(b"sRGB", &[0]).picture(&picture);
    let alone = read(&alone, &limits()).unwrap();
    assert!(alone.pixels()[1] < 10);
    for file in [before, behind] {
        assert!(read(&file, &limits()).unwrap() == alone);
    }
}

#[test]
fn an_animation_of_one_frame_stands_still() {
    let picture = scene(48, 32);
    let still = Png::of(&picture).picture(&picture);
    let frame =
        [&[0; 4][..], &48_u32.to_be_bytes(), &32_u32.to_be_bytes(), &[0; 8], &[0, 1, 0, 1, 0, 0]].concat();
    let apng = |frames: u8| {
        let png = Png::of(&picture).chunk(b"acTL", &[0, 0, 0, frames, 0, 0, 0, 0]).chunk(b"fcTL", &frame);
        png.picture(&picture)
    };
    assert!(read(&apng(1), &limits()).unwrap() == read(&still, &limits()).unwrap());
    assert_eq!(read(&apng(2), &limits()).unwrap_err(), Refusal::Animated);

    let lossy = webp(&picture, false);
    let place = [&[0; 6][..], &[47, 0, 0, 31, 0, 0], &[100, 0, 0, 0], &lossy[12..]].concat();
    let moving = |frames: usize, place: &[u8]| {
        let canvas = riff_chunk(b"VP8X", &[2, 0, 0, 0, 47, 0, 0, 31, 0, 0]);
        let frames = riff_chunk(b"ANMF", place).repeat(frames);
        riff(&[canvas, riff_chunk(b"ANIM", &[0; 6]), frames].concat())
    };
    assert!(read(&moving(1, &place), &limits()).unwrap() == read(&lossy, &limits()).unwrap());
    assert_eq!(read(&moving(2, &place), &limits()).unwrap_err(), Refusal::Animated);
    // A frame that does not fill its canvas would need a second one painted around it.
    let mut aside = place.clone();
    aside[0] = 1;
    assert_eq!(read(&moving(1, &aside), &limits()).unwrap_err(), Refusal::Animated);
}

#[test]
fn what_phones_take_is_within_the_limits() {
    // 48, 50 and 64 megapixels of several makers, and a panorama.
    for (width, height) in [(8064, 6048), (8160, 6144), (8192, 6144), (9280, 6944), (16_382, 3_900)] {
        let refusal = read(&Png::new(width, height, 8, 2).end(), &limits()).unwrap_err();
        assert_eq!(refusal, Refusal::Broken, "{width}x{height}: by its size");
    }
    let fifty = gray_jpeg(8_160, 6_144, &vec![90; 8_160 * 6_144]);
    assert!(!is_damaged(&fifty));
    for (width, height) in [(5712, 4284), (6000, 4000), (6048, 4032)] {
        let refusal = read(&hollow_jpeg(width, height, 0xc2, 1), &limits());
        assert!(!matches!(refusal, Err(Refusal::TooManyPixels)), "{width}x{height} progressive");
    }
}

#[test]
fn an_old_phones_small_photo_is_taken_at_the_desk() {
    let old = jpeg(&scene(240, 320));
    assert_eq!(read(&old, &Limits::default()).unwrap_err(), Refusal::TooSmall);
    assert!(read(&old, &Limits::upload()).is_ok());
    assert_eq!(read(&jpeg(&scene(90, 320)), &Limits::upload()).unwrap_err(), Refusal::TooSmall);
}

#[test]
fn every_refusal_names_a_remedy() {
    for refusal in Refusal::ALL {
        let told = refusal.to_string();
        let (_, remedy) = told.split_once(": ").unwrap_or_default();
        assert!(["save", "send", "cut"].iter().any(|verb| remedy.starts_with(verb)), "{told}");
    }
    assert!(Refusal::NotAPhoto.to_string().contains("HEIC"));
}

#[test]
fn a_film_is_no_photo_by_its_first_bytes() {
    assert!(!may_be_photo(b"\0\0\0\x14ftypqt  \0\0\0\0qt  \0\0\0\x08wide"));
    assert!(may_be_photo(&Heif::still().file()[..64]));
    assert!(may_be_photo(&jpeg(&scene(8, 8))[..64]));
}
