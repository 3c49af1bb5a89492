//! HEIC: read upright and in the right colours; refused by what its boxes and its bitstream declare, before any pixel is
//! decoded.

use kinlight_pictures::{Limits, Picture, Refusal, Studio, View, read};

use crate::fixtures::*;
use crate::heif_files::*;
use crate::shared::shared_folder;

const RED: [u8; 3] = [200, 40, 40];
const GREEN: [u8; 3] = [40, 180, 60];
const BLUE: [u8; 3] = [60, 60, 200];
const YELLOW: [u8; 3] = [220, 210, 80];

#[track_caller]
fn assert_corners(picture: &Picture, corners: [[u8; 3]; 4]) {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let places = [(4, 4), (width - 5, 4), (4, height - 5), (width - 5, height - 5)];
    for ((x, y), expected) in places.into_iter().zip(corners) {
        let pixel = &picture.pixels()[(y * width + x) * 3..][..3];
        let far = pixel.iter().zip(expected).map(|(got, want)| got.abs_diff(want)).max().unwrap();
        assert!(far <= 12, "at {x},{y}: {pixel:?}, not {expected:?}");
    }
}

#[test]
fn a_heic_stands_as_its_container_says() {
    let cases = [
        ("as stored", vec![], [RED, GREEN, BLUE, YELLOW]),
        ("a quarter to the left", vec![turn(1)], [GREEN, YELLOW, RED, BLUE]),
        ("upside down", vec![turn(2)], [YELLOW, BLUE, GREEN, RED]),
        ("a quarter to the right", vec![turn(3)], [BLUE, RED, YELLOW, GREEN]),
        ("top and bottom exchanged", vec![mirror(0)], [BLUE, YELLOW, RED, GREEN]),
        ("left and right exchanged", vec![mirror(1)], [GREEN, RED, YELLOW, BLUE]),
        ("turned, then mirrored", vec![turn(1), mirror(1)], [YELLOW, GREEN, BLUE, RED]),
        ("mirrored, then turned", vec![mirror(1), turn(1)], [RED, BLUE, GREEN, YELLOW]),
    ];
    for (name, transforms, corners) in cases {
        println!("{name}");
        let file = transforms.into_iter().fold(Heif::still(), Heif::with).file();
        assert_corners(&read(&file, &limits()).unwrap(), corners);
    }
}

#[test]
fn a_grid_is_put_together_and_cut_to_its_size() {
    let file = Heif { grid: Some((2, 2)), size: (110, 120), ..Heif::still() }.file();
    let picture = read(&file, &limits()).unwrap();
    assert_eq!((picture.width(), picture.height()), (110, 120));
    // The second column's tile is cut off right of its middle, the second row's below its middle.
    assert_corners(&picture, [RED, GREEN, BLUE, YELLOW]);
}

#[test]
fn the_wide_colours_of_a_heic_become_srgb() {
    let mut wide = Heif::still();
    wide.properties = vec![boxed(b"colr", &[b"nclx\0\x0c\0\x0d\0\x06\x80"])];
    let (plain, wide) =
        (read(&Heif::still().file(), &limits()).unwrap(), read(&wide.file(), &limits()).unwrap());
    // Display-P3's (200, 40, 40) is a stronger red in sRGB.
    assert!(
        plain.pixels()[0] + 10 < wide.pixels()[0],
        "{:?} {:?}",
        &plain.pixels()[..3],
        &wide.pixels()[..3]
    );
}

#[test]
fn a_heic_that_promises_too_much_is_refused_by_its_boxes() {
    let is_refused = |file: Heif, refusal| assert_eq!(read(&file.file(), &limits()).unwrap_err(), refusal);
    is_refused(Heif { size: (100_000, 100_000), ..Heif::still() }, Refusal::TooWide);
    is_refused(Heif { size: (11_000, 11_000), ..Heif::still() }, Refusal::TooManyPixels);
    is_refused(
        Heif { grid: Some((250, 250)), size: (2_000, 2_000), ..Heif::still() },
        Refusal::TooManyPixels,
    );
    is_refused(Heif { extents: 400, ..Heif::still() }, Refusal::Broken);
    is_refused(Heif { size: (640, 64), ..Heif::still() }, Refusal::Broken);
    // 16,384 pixels a side in the bitstream's header, while the box still says 64.
    let sequence = bytes("42010103700000030090000003000003001ea0");
    let at = bytes(CONFIGURATION).windows(sequence.len()).position(|part| part == sequence).unwrap();
    let mut configuration = bytes(CONFIGURATION);
    let vast = [0xa0, 0x00, 0x20, 0x00, 0x40, 0x04, 0x00, 0x08];
    configuration[at + sequence.len() - 1..][..vast.len()].copy_from_slice(&vast);
    is_refused(Heif { configuration, ..Heif::still() }, Refusal::TooWide);
}

#[test]
fn heic_can_be_switched_off_and_its_kin_stay_out() {
    let heic = Heif::still().file();
    let off = Limits { accepts_heic: false, ..limits() };
    assert_eq!(read(&heic, &off).unwrap_err(), Refusal::Heic);
    assert!(read(&heic, &limits()).is_ok());
    let cases = [
        (&b"avif\0\0\0\0mif1miaf"[..], Refusal::Heic),
        (b"mif1\0\0\0\0mif1avif", Refusal::Heic),
        (b"hevc\0\0\0\0msf1hevc", Refusal::Animated),
        (b"msf1\0\0\0\0mif1heic", Refusal::Animated),
        (b"isom\0\0\0\0isommp42", Refusal::NotAPhoto),
    ];
    for (brands, refusal) in cases {
        let file = Heif { brands: brands.to_vec(), ..Heif::still() }.file();
        assert_eq!(read(&file, &limits()).unwrap_err(), refusal, "{}", String::from_utf8_lossy(brands));
    }
}

#[test]
fn a_damaged_heic_never_gets_past_a_refusal() {
    let whole = Heif::still().with(turn(1)).file();
    for end in 0..whole.len() - 8 {
        assert!(read(&whole[..end], &limits()).is_err(), "cut at {end} of {}", whole.len());
    }
    let mut state = 2026;
    for _ in 0..2_000 {
        let mut damaged = whole.clone();
        for _ in 0..=next(&mut state) % 3 {
            let at = (next(&mut state) >> 20) as usize % damaged.len();
            damaged[at] = (next(&mut state) >> 40) as u8;
        }
        if let Ok(picture) = read(&damaged, &limits()) {
            assert_eq!(picture.pixels().len(), (picture.width() * picture.height() * 3) as usize);
        }
    }
}

#[test]
fn the_shared_heic_photos_are_read() {
    for (name, bytes) in shared_folder("odd").into_iter().filter(|(name, _)| name.ends_with(".heic")) {
        let decoded = Studio::new().decode(&bytes, &Limits::default()).unwrap();
        let size = (View::from(&decoded).width(), View::from(&decoded).height());
        println!("{name}: {size:?}");
        assert_eq!(size, if name == "iphone.heic" { (3024, 4032) } else { (1440, 960) });
    }
}
