//! Files of a few bytes that ask for gigabytes, and files of a hundred megabytes: the refusal of each. `memory.rs` tests their
//! cost in memory.

use kinlight_pictures::{Limits, Refusal, Studio};

use crate::fixtures::*;

#[test]
fn each_bomb_gets_its_own_word() {
    let lossless = |side: u32| {
        let size = ((side - 1) | (side - 1) << 14).to_le_bytes();
        riff(&riff_chunk(b"VP8L", &[&[0x2f], &size[..], &[0; 14]].concat()))
    };
    let canvas = [0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
    let claimed =
        [&Png::new(64, 64, 8, 2).end()[..33], &200_000_000_u32.to_be_bytes(), b"eXIf", &[7; 900]].concat();
    let segments: Vec<_> = (0..1_540).map(|_| (0xe1, [b"Exif\0\0", &vec![7; 65_000][..]].concat())).collect();
    let bombs = [
        ("a PNG header of 100,000 squared", Png::new(100_000, 100_000, 8, 6).end(), Refusal::TooWide),
        ("a WebP canvas of 16 million squared", riff(&riff_chunk(b"VP8X", &canvas)), Refusal::TooWide),
        ("a lossless WebP of 16,383 squared", lossless(16_383), Refusal::TooWide),
        ("a lossless WebP of 11,000 squared", lossless(11_000), Refusal::TooManyPixels),
        (
            "a progressive JPEG of 11,990 squared",
            hollow_jpeg(11_990, 11_990, 0xc2, 1),
            Refusal::TooManyPixels,
        ),
        ("5,000 more scans", hollow_jpeg(2_000, 1_500, 0xc2, 5_001), Refusal::TooManyScans),
        ("an EXIF that claims 200 MB", claimed, Refusal::Broken),
        ("100 MB of EXIF in a JPEG", with_segments(&jpeg(&scene(64, 64)), &segments), Refusal::TooManyBytes),
    ];
    let mut studio = Studio::new();
    for (name, file, refusal) in bombs {
        println!("{name}: {} bytes", file.len());
        assert_eq!(studio.decode(&file, &Limits::any_size()).unwrap_err(), refusal, "{name}");
    }
    // The studio still works: it reads the next photo.
    assert!(studio.decode(&jpeg(&scene(640, 480)), &Limits::default()).is_ok());
}

#[test]
fn a_profile_of_half_a_gigabyte_is_left_packed() {
    let mut packer = fdeflate::Compressor::new(Vec::new()).unwrap();
    let zeros = vec![0; 1_000_000];
    (0..516).for_each(|_| packer.write_data(&zeros).unwrap());
    let profile = [b"p\0\0".to_vec(), packer.finish().unwrap()].concat();
    assert!(profile.len() < 4_000_000);
    let picture = scene(64, 64);
    let file = Png::of(&picture).chunk(b"iCCP", &profile).picture(&picture);
    // A photo whose profile can't be used is still a photo.
    let decoded = Studio::new().decode(&file, &Limits::any_size()).unwrap();
    assert_eq!((decoded.width(), decoded.height()), (64, 64));
}
