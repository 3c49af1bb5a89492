//! The most expensive files that the limits allow, one after another, in a process of their own: under 400 MB in all.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use kinlight_pictures::{Crop, FaceFinder, Picture, Refusal, read, variants};

#[path = "it/fixtures.rs"]
#[expect(dead_code, reason = "the other tests make their pictures there too")]
mod fixtures;
use fixtures::*;

#[test]
fn the_worst_allowed_files_stay_under_four_hundred_megabytes() {
    let secret_bomb = [b"p\0\0".to_vec(), packed_zeros(1 << 30)].concat();
    assert!(secret_bomb.len() < 8_000_000);
    let picture = scene(64, 64);
    stays_small(
        "a gigabyte in a PNG's profile",
        &Png::of(&picture).chunk(b"iCCP", &secret_bomb).picture(&picture),
        true,
    );
    stays_small(
        "a gigabyte in a PNG's text",
        &Png::of(&picture).chunk(b"zTXt", &secret_bomb).picture(&picture),
        true,
    );
    let bomb = packed_zeros(1 << 30);
    stays_small("a gigabyte behind the last row", &Png::new(64, 64, 8, 2).chunk(b"IDAT", &bomb).end(), true);
    stays_small(
        "24 MB of EXIF",
        &Png::of(&picture).chunk(b"eXIf", &vec![7; 24_000_000]).picture(&picture),
        true,
    );
    let segments: Vec<_> = (0..360).map(|_| (0xe1, [b"Exif\0\0", &vec![7; 65_000][..]].concat())).collect();
    stays_small("23 MB of segments", &with_segments(&jpeg(&picture), &segments), true);

    // 49 megapixels, RGBA in 16 bits, turned on their side.
    let row = vec![0; 7_000 * 8];
    let deep = Png::new(7_000, 7_000, 16, 6).chunk(b"eXIf", &tiff(6, true));
    stays_small("a deep, transparent PNG", &deep.rows(std::iter::repeat_n(&row[..], 7_000)).end(), true);
    let wide = Picture::from_rgb(7_000, 7_000, vec![90; 147_000_000]).map(|picture| jpeg(&picture)).unwrap();
    stays_small("a 49 megapixel JPEG", &with_segments(&wide, &[exif_segment(8)]), true);
    drop(wide);
    let mut widest = Vec::new();
    let gray = vec![90; 9_280 * 6_944];
    jpeg_encoder::Encoder::new(&mut widest, 90)
        .encode(&gray, 9_280, 6_944, jpeg_encoder::ColorType::Luma)
        .unwrap();
    drop(gray);
    stays_small("a 64 megapixel JPEG", &with_segments(&widest, &[exif_segment(8)]), true);
    let flat = Picture::from_rgb(4_980, 4_980, vec![90; 4_980 * 4_980 * 3]).unwrap();
    let progressive = jpeg_as(&flat, true);
    drop(flat);
    stays_small("a progressive JPEG", &with_segments(&progressive, &[exif_segment(5)]), true);
    stays_small("a progressive JPEG, too big", &hollow_jpeg(11_990, 11_990, 0xc2, 1), false);
    let side = 4_980_u32;
    let canvas = ((side - 1) | (side - 1) << 14 | 1 << 28).to_le_bytes();
    let _ = read(&riff(&riff_chunk(b"VP8L", &[&[0x2f], &canvas[..], &[0; 64]].concat())), &limits());
    println!("lossless WebP: peak {} MB", peak_megabytes());
    assert!(peak_megabytes() < 400);
}

fn stays_small(name: &str, file: &[u8], is_read: bool) {
    match read(file, &limits()) {
        Ok(picture) => {
            assert!(is_read, "{name}: read");
            assert!(
                FaceFinder::new().and_then(|finder| finder.find(&picture)).is_ok(),
                "{name}: not looked at"
            );
            assert_eq!(variants(&picture, Crop::WHOLE).map(|made| made.is_empty()), Ok(false));
        }
        Err(refusal) => assert!(!is_read && refusal == Refusal::TooManyPixels, "{name}: {refusal}"),
    }
    let peak = peak_megabytes();
    println!("{name}: {} bytes, peak {peak} MB", file.len());
    assert!(peak < 400, "{name}: {peak} MB");
}

fn peak_megabytes() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<usize>().unwrap() / 1_000
}

/// This many zeros, compressed about a thousand times, without ever being in memory.
fn packed_zeros(count: usize) -> Vec<u8> {
    const BATCH: usize = 1 << 20;
    let mut packer = fdeflate::Compressor::new(Vec::new()).unwrap();
    for start in (0..count).step_by(BATCH) {
        packer.write_data(&vec![0; BATCH.min(count - start)]).unwrap();
    }
    packer.finish().unwrap()
}
