//! Harmful files, made in code, and the largest PNG that the limits accept.

use crate::harness::photos::shared;

use super::photo;
use crate::bad_input::files::{animation, bomb, crc32, heic};

/// Names and bytes: files made here, and the shared hostile ones if there are any.
pub fn hostile() -> Vec<(String, Vec<u8>)> {
    let whole = photo(400);
    let mut scratched = whole.clone();
    for at in (whole.len() / 4..whole.len() - 2).step_by(97) {
        scratched[at] ^= 0x5a;
    }
    let mut many_scans = whole[..whole.len() - 2].to_vec();
    let scan_at = whole.windows(2).position(|two| two == [0xff, 0xda]).unwrap();
    many_scans.extend(whole[scan_at..scan_at + 40].repeat(400));
    let mut files: Vec<(String, Vec<u8>)> = [
        ("a script", b"#!/bin/sh\nrm -rf /\n".to_vec()),
        ("60,000 x 60,000", bomb(60_000, 60_000)),
        ("12,000 x 12,000", bomb(12_000, 12_000)),
        ("an animation", animation()),
        ("a HEIC's head", heic()),
        ("cut off", whole[..whole.len() / 2].to_vec()),
        ("scratched", scratched),
        ("many scans", many_scans),
        ("nothing", Vec::new()),
        ("ones", vec![0xff; 100_000]),
    ]
    .map(|(name, bytes)| (name.to_owned(), bytes))
    .into();
    files.extend(shared("hostile"));
    files
}

/// Files that their headers give away: they declare far more than they contain.
pub fn seen_through() -> Vec<(&'static str, Vec<u8>)> {
    let riff = |chunk: &[u8]| {
        let size = (chunk.len() as u32 + 4).to_le_bytes();
        [b"RIFF", &size[..], b"WEBP", chunk].concat()
    };
    let lossless = riff(&[b"VP8L\x40\0\0\0\x2f\xfe\xff\xfe\x0f", &[0; 59][..]].concat());
    vec![
        ("a PNG of 100,000 x 100,000", bomb(100_000, 100_000)),
        ("a PNG of 12,000 x 12,000", bomb(12_000, 12_000)),
        ("a WebP of 16,383 x 16,383", lossless),
        ("a progressive JPEG of 11,990 x 11,990", hollow_jpeg(11_990)),
    ]
}

/// A progressive JPEG frame of this many pixels a side, with no picture in it.
fn hollow_jpeg(side: u16) -> Vec<u8> {
    let [s1, s2] = side.to_be_bytes();
    let frame = [0xff, 0xc2, 0, 17, 8, s1, s2, s1, s2, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0];
    [&[0xff, 0xd8][..], &frame, &[0xff, 0xda, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 0, 0, 0], &[0xff, 0xd9]].concat()
}

/// 49 megapixels of eight bytes each, lying on their side: within every limit, and only 2.5 MB.
pub fn the_biggest_png() -> Vec<u8> {
    const SIDE: u32 = 7_000;
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let header = [&SIDE.to_be_bytes()[..], &SIDE.to_be_bytes(), &[16, 6, 0, 0, 0]].concat();
    // Big-endian, one entry: orientation, one short, the left side is up.
    let exif = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0\0\0\0\0".to_vec();
    let zeros = u64::from(SIDE) * (u64::from(SIDE) * 8 + 1);
    for (name, data) in
        [(b"IHDR", header), (b"eXIf", exif), (b"IDAT", packed_zeros(zeros)), (b"IEND", vec![])]
    {
        let named = [&name[..], &data].concat();
        png.extend((data.len() as u32).to_be_bytes());
        png.extend(&named);
        png.extend(crc32(&named).to_be_bytes());
    }
    png
}

/// `count` zeros, compressed by zlib's rules (RFC 1950, 1951): single zeros, then "the same 258 again" in thirteen bits.
fn packed_zeros(count: u64) -> Vec<u8> {
    let (mut packed, mut bits, mut held) = (vec![0x78, 0x9c], 0_u32, 0);
    let mut put = |packed: &mut Vec<u8>, code: u32, length: u32| {
        bits |= code << held;
        held += length;
        while held >= 8 {
            packed.push(bits as u8);
            bits >>= 8;
            held -= 8;
        }
    };
    // Last block, fixed codes; a literal zero is 00110000, a length of 258 is 11000101, a distance of one 00000.
    put(&mut packed, 0b011, 3);
    for _ in 0..=(count - 1) % 258 {
        put(&mut packed, 0b0000_1100, 8);
    }
    for _ in 0..(count - 1) / 258 {
        put(&mut packed, 0b1010_0011, 13);
    }
    put(&mut packed, 0, 7 + 7);
    // The Adler-32 checksum of zeros: the low half stays one, the high half counts the zeros.
    packed.extend(((count % 65_521) as u32).to_be_bytes()[2..].iter());
    packed.extend([0, 1]);
    packed
}
