//! Our own small parsers: HEVC's sequence header, EXIF's orientation, and whether a file is bare.

use heic_rs::hevc;
use kinlight_pictures::fuzzing::{self, Way};
use kinlight_pictures::{Format, Limits, PixelBox, Studio, bare_size};
use libfuzzer_sys::Corpus;

use crate::panics;

/// Invariants: more bytes never change a size that was read; and the decoder, which allocates by its own parsing, never reads
/// more pixels than we do.
pub fn hevc_header(unit: &[u8]) -> Corpus {
    let Some(size) = fuzzing::coded_size(unit) else { return Corpus::Keep };
    let more = [unit, &[0xff; 3]].concat();
    assert_eq!(fuzzing::coded_size(&more), Some(size), "more bytes changed the size");
    let probed = std::panic::catch_unwind(|| hevc::probe(&[unit]));
    panics::keep(unit);
    if let Ok(Ok(info)) = probed {
        let (ours, theirs) =
            (u64::from(size.0) * u64::from(size.1), u64::from(info.width) * u64::from(info.height));
        assert!(theirs <= ours, "the decoder sees {} by {}, we {size:?}", info.width, info.height);
    }
    Corpus::Keep
}

/// Invariants: the prefix changes nothing; turning and then cropping gives the same as cropping and then turning; any
/// orientation applied four times is upright.
pub fn orientation(exif: &[u8]) -> Corpus {
    let way = Way::of(exif);
    if !exif.starts_with(b"Exif\0\0") {
        assert_eq!(Way::of(&[b"Exif\0\0", exif].concat()), way, "the prefix changed the orientation");
    }
    assert!(way.then(way).then(way).then(way).is_upright(), "four times {way:?} is not upright");
    // Three bytes of the input select a picture and a box in it.
    let [a, b, c] = *exif.last_chunk().unwrap_or(&[1, 2, 3]);
    let (width, height) = (u32::from(a % 40) + 1, u32::from(b % 40) + 1);
    let pixels: Vec<u8> = (0..width * height).flat_map(|at| [at as u8, (at >> 8) as u8, a]).collect();
    let (upright, upright_width, upright_height) = way.turned(pixels.clone(), width, height);
    let (left, top) = (u32::from(c) % upright_width, u32::from(c) % upright_height);
    let part = PixelBox {
        left,
        top,
        width: (upright_width - left).div_ceil(2),
        height: (upright_height - top).div_ceil(2),
    };
    let stored = way.stored_part(part, width, height);
    let (turned, turned_width, turned_height) =
        way.turned(cut(&pixels, width, stored), stored.width, stored.height);
    assert_eq!((turned_width, turned_height), (part.width, part.height));
    assert!(turned == cut(&upright, upright_width, part), "{way:?} of {width} by {height}: {part:?}");
    let _ = upright_height;
    Corpus::Keep
}

fn cut(pixels: &[u8], width: u32, part: PixelBox) -> Vec<u8> {
    let rows = pixels.chunks_exact(width as usize * 3).skip(part.top as usize).take(part.height as usize);
    rows.flat_map(|row| &row[part.left as usize * 3..][..part.width as usize * 3]).copied().collect()
}

/// Invariants: a bare file is no longer bare if something is added after or inside it, or its end is cut off; and if a bare
/// file decodes, it has the declared size.
pub fn bare(file: &[u8]) -> Corpus {
    for format in Format::ALL {
        let Some((width, height)) = bare_size(file, format) else { continue };
        assert_eq!(bare_size(&[file, b"\0"].concat(), format), None, "a byte behind the end");
        assert_eq!(bare_size(&[file, file].concat(), format), None, "a second picture behind the end");
        assert_eq!(bare_size(&file[..file.len() - 1], format), None, "cut off");
        if format == Format::Jpeg {
            for segment in
                [&b"\xff\xe1\0\x08Exif\0\0"[..], b"\xff\xfe\0\x04hi", b"\xff\xed\0\x02", b"\xff\xe2\0\x02"]
            {
                let told = [&file[..2], segment, &file[2..]].concat();
                assert_eq!(bare_size(&told, format), None, "a segment more");
            }
        }
        let limits = Limits { max_bytes: 100_000, max_pixels: 65_536, ..Limits::any_size() };
        let decoded = Studio::new().decode(file, &limits);
        panics::keep(file);
        if let Ok(decoded) = decoded {
            assert!(!decoded.is_turned(), "a bare file lies on its side");
            assert_eq!((decoded.width(), decoded.height()), (width, height), "{format:?}");
        }
    }
    Corpus::Keep
}
