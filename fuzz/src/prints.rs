//! From decoded pixels to files. Invariants: every file is bare, has its declared size, is no wider than its source, and
//! decodes to that size; so does the working copy.

use arbitrary::Arbitrary;
use kinlight_pictures::{Crop, Format, Limits, Studio, WIDTHS, bare_size, fuzzing};

#[derive(Debug, Arbitrary)]
pub struct Case {
    width: u16,
    height: u16,
    layout: u8,
    orientation: u8,
    crop: [u16; 4],
    most_wide: u16,
    pattern: Vec<u8>,
}

pub fn check(case: Case) {
    let (width, height) = (u32::from(case.width) % 700 + 1, u32::from(case.height) % 700 + 1);
    // Large enough for three widths, small enough for many cases.
    let height = height.min(20_000 / width).max(1);
    let channels = [1, 2, 3, 4, 4, 4][usize::from(case.layout % 6)];
    let pattern = if case.pattern.is_empty() { &[90][..] } else { &case.pattern };
    let count = width as usize * height as usize * channels;
    let values: Vec<u8> =
        (0..count).map(|at| pattern[at % pattern.len()].wrapping_add((at / 997) as u8)).collect();
    let exif =
        [b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", &[case.orientation % 10, 0, 0, 0][..]].concat();
    let decoded = fuzzing::decoded((width, height), case.layout % 6, values, None, &exif).expect("whole");
    let [left, top, across, down] = case.crop;
    let crop = Crop::new(left, top, across, down).unwrap_or_else(|_| Crop::centred(&decoded));
    let part = crop.pixels(&decoded);
    let mut studio = fuzzing::used_studio(0x5a);

    let made = studio.variants(&decoded, crop, &Format::ALL).expect("small pictures can be written");
    assert_eq!(made.len(), decoded.widths(crop).len() * 2);
    assert!(made.iter().step_by(2).map(|one| one.width).is_sorted_by(|one, next| one < next));
    for one in &made {
        assert!(one.width <= part.width && one.height <= part.height, "{one:?} of {part:?}");
        assert!(WIDTHS.contains(&one.width) || made.len() == 2);
        let size = (one.width, one.height);
        assert_eq!(bare_size(&one.bytes, one.format), Some(size), "{:?}", one.format);
        assert_eq!(decoded_size(&mut studio, &one.bytes), size, "{:?}", one.format);
    }
    let preview = studio.preview(&decoded, crop, case.most_wide.into()).expect("a preview can be written");
    assert!(bare_size(&preview, Format::Jpeg).is_some_and(|(wide, _)| wide <= part.width));

    let size = (decoded.width(), decoded.height());
    let picture = studio.upright(decoded).expect("small pictures stand up");
    assert_eq!((picture.width(), picture.height()), size);
    let copy = studio.working_copy(&picture).expect("a working copy can be written");
    assert_eq!(bare_size(&copy, Format::Jpeg), Some(size));
    assert_eq!(decoded_size(&mut studio, &copy), size);
}

fn decoded_size(studio: &mut Studio, file: &[u8]) -> (u32, u32) {
    let decoded = studio.decode(file, &Limits::any_size()).expect("what is written can be read");
    assert!(!decoded.is_turned());
    let size = (decoded.width(), decoded.height());
    studio.recycle(decoded);
    size
}
