//! Files made by hand, chunk by chunk, so that each contains exactly what its test needs.

use kinlight_pictures::{Limits, Picture};

pub fn limits() -> Limits {
    Limits::any_size()
}

/// Four quarters of one colour each, and a soft gradient: each rotation and mirror image of it is different.
pub fn scene(width: u32, height: u32) -> Picture {
    let pixels = (0..height)
        .flat_map(|y| (0..width).map(move |x| (x, y)))
        .flat_map(|(x, y)| {
            let slope = (x * 60 / width) as u8;
            match (x * 2 < width, y * 2 < height) {
                (true, true) => [200, 40 + slope, 40],
                (false, true) => [40, 180, 60 + slope],
                (true, false) => [60 + slope, 60, 200],
                (false, false) => [220, 210 - slope, 80],
            }
        })
        .collect();
    Picture::from_rgb(width, height, pixels).unwrap()
}

/// Seeded noise, which compresses worst of all.
pub fn noise(width: u32, height: u32, seed: u64) -> Picture {
    let mut state = seed | 1;
    let pixels = (0..width * height * 3).map(|_| (next(&mut state) >> 56) as u8).collect();
    Picture::from_rgb(width, height, pixels).unwrap()
}

pub fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state
}

/// Pastes one picture onto another.
pub fn pasted(onto: &Picture, part: &Picture, left: u32, top: u32) -> Picture {
    let mut pixels = onto.pixels().to_vec();
    let (row, part_row) = (onto.width() as usize * 3, part.width() as usize * 3);
    for (y, line) in part.pixels().chunks_exact(part_row).enumerate() {
        let at = (top as usize + y) * row + left as usize * 3;
        pixels[at..at + part_row].copy_from_slice(line);
    }
    Picture::from_rgb(onto.width(), onto.height(), pixels).unwrap()
}

pub fn jpeg(picture: &Picture) -> Vec<u8> {
    jpeg_as(picture, false)
}

pub fn jpeg_as(picture: &Picture, is_progressive: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 95);
    encoder.set_progressive(is_progressive);
    let (width, height) = (picture.width() as u16, picture.height() as u16);
    encoder.encode(picture.pixels(), width, height, jpeg_encoder::ColorType::Rgb).unwrap();
    bytes
}

/// Inserts segments after a JPEG's start marker.
pub fn with_segments(jpeg: &[u8], segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = jpeg[..2].to_vec();
    for (marker, body) in segments {
        bytes.extend([0xff, *marker]);
        bytes.extend(((body.len() + 2) as u16).to_be_bytes());
        bytes.extend(body);
    }
    bytes.extend(&jpeg[2..]);
    bytes
}

/// A TIFF structure with a maker's name and the orientation, in either byte order.
pub fn tiff(orientation: u16, is_little: bool) -> Vec<u8> {
    let short = |value: u16| if is_little { value.to_le_bytes() } else { value.to_be_bytes() };
    let long = |value: u32| if is_little { value.to_le_bytes() } else { value.to_be_bytes() };
    let mut tiff = if is_little { b"II".to_vec() } else { b"MM".to_vec() };
    tiff.extend(short(42));
    tiff.extend(long(8));
    tiff.extend(short(2));
    tiff.extend([short(0x010f), short(2)].concat());
    tiff.extend([long(SECRET.len() as u32), long(38)].concat());
    tiff.extend([short(0x0112), short(3)].concat());
    tiff.extend(long(1));
    tiff.extend([short(orientation), short(0)].concat());
    tiff.extend(long(0));
    tiff.extend(SECRET.as_bytes());
    tiff
}

/// A text that must not be in any output.
pub const SECRET: &str = "Tamsin Okoye, Harbour Lane 7";

pub fn exif_segment(orientation: u16) -> (u8, Vec<u8>) {
    (0xe1, [b"Exif\0\0".to_vec(), tiff(orientation, orientation.is_multiple_of(2))].concat())
}

pub struct Png {
    bytes: Vec<u8>,
}

impl Png {
    /// Colour types: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA.
    pub fn new(width: u32, height: u32, depth: u8, colour: u8) -> Self {
        let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[depth, colour, 0, 0, 0]].concat();
        Self { bytes: b"\x89PNG\r\n\x1a\n".to_vec() }.chunk(b"IHDR", &header)
    }

    pub fn chunk(mut self, name: &[u8; 4], data: &[u8]) -> Self {
        let named = [&name[..], data].concat();
        self.bytes.extend((data.len() as u32).to_be_bytes());
        self.bytes.extend(&named);
        self.bytes.extend(crc32(&named).to_be_bytes());
        self
    }

    /// Rows without their filter byte.
    pub fn rows<'r>(self, rows: impl Iterator<Item = &'r [u8]>) -> Self {
        let mut packer = fdeflate::Compressor::new(Vec::new()).unwrap();
        for row in rows {
            packer.write_data(&[0]).unwrap();
            packer.write_data(row).unwrap();
        }
        let packed = packer.finish().unwrap();
        self.chunk(b"IDAT", &packed)
    }

    pub fn end(self) -> Vec<u8> {
        self.chunk(b"IEND", &[]).bytes
    }

    pub fn of(picture: &Picture) -> Self {
        Self::new(picture.width(), picture.height(), 8, 2)
    }

    pub fn picture(self, picture: &Picture) -> Vec<u8> {
        self.rows(picture.pixels().chunks(picture.width() as usize * 3)).end()
    }
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 },
        )
    })
}

pub fn webp(picture: &Picture, is_lossless: bool) -> Vec<u8> {
    let encoder = webp::Encoder::from_rgb(picture.pixels(), picture.width(), picture.height());
    encoder.encode_simple(is_lossless, 95.0).unwrap().to_vec()
}

/// The extended format around a simple WebP: flags, canvas, profile first, other chunks last.
pub fn webp_with(
    picture: &Picture,
    flags: u8,
    before: &[(&[u8; 4], &[u8])],
    after: &[(&[u8; 4], &[u8])],
) -> Vec<u8> {
    let simple = webp(picture, false);
    let canvas = |side: u32| (side - 1).to_le_bytes()[..3].to_vec();
    let header = [vec![flags, 0, 0, 0], canvas(picture.width()), canvas(picture.height())].concat();
    let mut chunks = riff_chunk(b"VP8X", &header);
    for (name, data) in before {
        chunks.extend(riff_chunk(name, data));
    }
    chunks.extend(&simple[12..]);
    for (name, data) in after {
        chunks.extend(riff_chunk(name, data));
    }
    riff(&chunks)
}

pub fn riff(chunks: &[u8]) -> Vec<u8> {
    [b"RIFF", &(chunks.len() as u32 + 4).to_le_bytes()[..], b"WEBP", chunks].concat()
}

pub fn riff_chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut chunk = [&name[..], &(data.len() as u32).to_le_bytes(), data].concat();
    if data.len() % 2 == 1 {
        chunk.push(0);
    }
    chunk
}

/// A JPEG's frame and this many empty scans: very few bytes for the pixels it declares.
pub fn hollow_jpeg(width: u16, height: u16, frame_marker: u8, scans: usize) -> Vec<u8> {
    let small = jpeg_as(&scene(16, 16), frame_marker == 0xc2);
    let scan_at = small.windows(2).position(|two| two == [0xff, 0xda]).unwrap();
    let mut bytes = small[..scan_at].to_vec();
    let frame_at = bytes.windows(2).position(|two| two[0] == 0xff && matches!(two[1], 0xc0 | 0xc2)).unwrap();
    bytes[frame_at + 1] = frame_marker;
    bytes[frame_at + 5..frame_at + 7].copy_from_slice(&height.to_be_bytes());
    bytes[frame_at + 7..frame_at + 9].copy_from_slice(&width.to_be_bytes());
    for _ in 0..scans {
        bytes.extend([
            0xff,
            0xda,
            0,
            12,
            3,
            1,
            0,
            2,
            0x11,
            3,
            0x11,
            0,
            if frame_marker == 0xc2 { 0 } else { 63 },
            0,
        ]);
        bytes.push(0);
    }
    bytes.extend([0xff, 0xd9]);
    bytes
}

/// Peak signal-to-noise ratio in decibels: above 30 it is the same picture, below 15 another one.
pub fn psnr(one: &Picture, other: &Picture) -> f64 {
    assert_eq!((one.width(), one.height()), (other.width(), other.height()));
    let squares: f64 = one
        .pixels()
        .iter()
        .zip(other.pixels())
        .map(|(one, other)| f64::from(one.abs_diff(*other)).powi(2))
        .sum();
    10.0 * (255.0 * 255.0 * one.pixels().len() as f64 / squares.max(1.0)).log10()
}
