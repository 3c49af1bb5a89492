//! Every file that the pipeline writes is bare, and a file with anything more is recognised.

use kinlight_pictures::{Crop, Format, bare_size, variants};

use crate::fixtures::*;

#[test]
fn every_file_that_the_pipeline_writes_is_bare_and_of_its_size() {
    for picture in [scene(700, 500), scene(1400, 1751), noise(161, 203, 5), scene(3, 2)] {
        for made in variants(&picture, Crop::WHOLE).unwrap() {
            assert_eq!(bare_size(&made.bytes, made.format), Some((made.width, made.height)), "{made:?}");
        }
        let (copy, size) = (picture.working_copy().unwrap(), (picture.width(), picture.height()));
        assert_eq!(bare_size(&copy, Format::Jpeg), Some(size));
    }
}

#[test]
fn whatever_a_file_carries_beside_its_pixels_is_seen() {
    let picture = scene(64, 48);
    let made = variants(&picture, Crop::WHOLE).unwrap();
    let (jpeg, webp) = (&made[0].bytes, &made[1].bytes);
    let cases: [(&str, Format, Vec<u8>); 12] = [
        ("EXIF", Format::Jpeg, with_segments(jpeg, &[exif_segment(6)])),
        ("a comment", Format::Jpeg, with_segments(jpeg, &[(0xfe, b"from my phone".to_vec())])),
        ("a thumbnail", Format::Jpeg, with_segments(jpeg, &[(0xe0, [b"JFIF\0", &[0; 40][..]].concat())])),
        ("a second picture behind the end", Format::Jpeg, [&jpeg[..], jpeg].concat()),
        ("a byte behind the end", Format::Jpeg, [&jpeg[..], &[0]].concat()),
        ("no end", Format::Jpeg, jpeg[..jpeg.len() - 2].to_vec()),
        ("a progressive frame", Format::Jpeg, jpeg_as(&picture, true)),
        ("another format", Format::Jpeg, webp.clone()),
        ("EXIF in WebP", Format::WebP, webp_with(&picture, 0x08, &[], &[(b"EXIF", &tiff(5, true))])),
        ("words behind the end of WebP", Format::WebP, [&webp[..], b"hidden"].concat()),
        ("a lossless WebP", Format::WebP, crate::fixtures::webp(&picture, true)),
        ("nothing", Format::WebP, Vec::new()),
    ];
    for (what, format, file) in cases {
        assert_eq!(bare_size(&file, format), None, "{what}");
    }
    for end in 0..jpeg.len() {
        assert_eq!(bare_size(&jpeg[..end], Format::Jpeg), None, "JPEG cut at {end}");
    }
    for end in 0..webp.len() {
        assert_eq!(bare_size(&webp[..end], Format::WebP), None, "WebP cut at {end}");
    }
}
