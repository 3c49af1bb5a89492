//! The output contains only pixels: no place, no name, no device.

use kinlight_pictures::{Crop, Format, Picture, read, variants};

use crate::fixtures::*;
use crate::shared::shared_folder;

/// Fails on any chunk or segment that isn't needed to show the picture.
fn assert_clean(name: &str, bytes: &[u8], format: Format) {
    match format {
        Format::Jpeg => {
            for marker in jpeg_markers(bytes) {
                assert!(matches!(marker, 0xe0 | 0xc0 | 0xc4 | 0xdb | 0xda), "{name}: segment {marker:x}");
            }
        }
        Format::WebP => assert_eq!(&bytes[12..16], b"VP8 ", "{name}: more than a plain picture"),
    }
    for trace in ["Exif", "http://ns.adobe.com", "ICC_PROFILE", "Photoshop", "JFXX", "GPS", SECRET] {
        assert!(
            !bytes.windows(trace.len()).any(|window| window == trace.as_bytes()),
            "{name}: holds {trace}"
        );
    }
}

/// The markers up to the scan; fails if anything follows the end of image.
fn jpeg_markers(bytes: &[u8]) -> Vec<u8> {
    let (mut markers, mut at) = (Vec::new(), 2);
    while markers.last() != Some(&0xda) {
        assert_eq!(bytes[at], 0xff);
        markers.push(bytes[at + 1]);
        at += 2 + usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
    }
    let end = at + bytes[at..].windows(2).position(|two| two[0] == 0xff && two[1] != 0).unwrap();
    assert_eq!(&bytes[end..], [0xff, 0xd9], "something follows the picture");
    markers
}

fn assert_all_clean(name: &str, picture: &Picture) {
    assert_clean(name, &picture.working_copy().unwrap(), Format::Jpeg);
    for variant in variants(picture, Crop::WHOLE).unwrap() {
        assert_clean(name, &variant.bytes, variant.format);
    }
}

#[test]
fn a_loaded_file_comes_out_bare() {
    let picture = scene(200, 160);
    let secret = SECRET.as_bytes();
    let jpeg_file = with_segments(
        &jpeg(&picture),
        &[
            exif_segment(1),
            (0xe1, [b"http://ns.adobe.com/xap/1.0/\0", secret].concat()),
            (0xed, [b"Photoshop 3.0\08BIM", secret].concat()),
            (0xe2, [b"ICC_PROFILE\0\x01\x01", secret].concat()),
            (0xfe, secret.to_vec()),
        ],
    );
    let hidden_behind = [jpeg_file, secret.to_vec()].concat();
    let png = Png::of(&picture)
        .chunk(b"tEXt", &[b"Author\0", secret].concat())
        .chunk(b"eXIf", &tiff(1, true))
        .chunk(b"prVt", secret)
        .picture(&picture);
    let webp = webp_with(&picture, 0x0c, &[], &[(b"EXIF", &tiff(1, true)), (b"XMP ", secret)]);
    for (name, file) in [("JPEG", hidden_behind), ("PNG", png), ("WebP", webp)] {
        assert!(
            file.windows(secret.len()).any(|window| window == secret),
            "{name}: the test itself is hollow"
        );
        assert_all_clean(name, &read(&file, &limits()).unwrap());
    }
}

#[test]
fn shared_photos_from_real_devices_come_out_bare() {
    for folder in ["phones", "odd", "orientation", "hostile"] {
        for (name, bytes) in shared_folder(folder) {
            if let Ok(picture) = read(&bytes, &limits()) {
                assert_all_clean(&name, &picture);
            }
        }
    }
}
