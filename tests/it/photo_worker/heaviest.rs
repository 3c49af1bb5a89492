//! The most expensive files that the limits accept, made in code: each at the limit of pixels, bytes or its decoder's memory.

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use super::files::the_biggest_png;

/// 24.9 megapixels: the most that is accepted if the decoder must hold the picture twice.
const HEAVY_SIDE: u16 = 4_988;
/// 65 megapixels: the most that is accepted at three bytes a pixel.
const PLAIN_SIDE: u16 = 8_060;
const WIDE_SIDE: u16 = 7_000;
const TILE_SIDE: u32 = 4_000;

/// Makes a file's bytes. The files are made one at a time, since all of them together would fill the memory.
pub type Made = fn() -> Vec<u8>;

pub const ALL: [(&str, Made); 10] = [
    ("a PNG of 49 megapixels of 64 bits", the_biggest_png),
    ("a JPEG of 65 megapixels", || jpeg(PLAIN_SIDE, ColorType::Rgb, 5, false)),
    ("a progressive JPEG of 24.9 megapixels", || jpeg(HEAVY_SIDE, ColorType::Rgb, 70, true)),
    ("a progressive CMYK JPEG of 24.9 megapixels", || jpeg(HEAVY_SIDE, ColorType::Cmyk, 25, true)),
    ("a CMYK JPEG of 49 megapixels with a profile", || {
        with_profile(&jpeg(WIDE_SIDE, ColorType::Cmyk, 5, false), &ink_profile())
    }),
    ("a YCCK JPEG of 49 megapixels", || jpeg(WIDE_SIDE, ColorType::CmykAsYcck, 5, false)),
    ("a lossless WebP of 24.9 megapixels with alpha", lossless_webp),
    ("a lossy WebP of 49 megapixels", lossy_webp),
    ("a HEIC of 48 megapixels in three tiles", || heic(FOUR_TWO_ZERO, 3)),
    ("a HEIC of 32 megapixels in two tiles of 4:4:4", || heic(FOUR_FOUR_FOUR, 2)),
];

/// With a third tile a worker would need more memory than it has.
pub fn too_heavy() -> Vec<u8> {
    heic(FOUR_FOUR_FOUR, 3)
}

/// Noise in two thirds of a picture that lies on its side: about as many bytes as an upload may have.
fn jpeg(side: u16, colours: ColorType, quality: u8, is_progressive: bool) -> Vec<u8> {
    let mut state = 2_026_u32;
    let values = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    });
    let block: Vec<u8> = values.take(99_991).collect();
    let channels = if colours == ColorType::Rgb { 3 } else { 4 };
    let count = usize::from(side) * usize::from(side) * channels;
    let mut pixels = block.repeat(count / block.len() + 1);
    pixels.truncate(count);
    pixels[count / 3 * 2..].fill(120);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_progressive(is_progressive);
    encoder.set_sampling_factor(SamplingFactor::F_1_1);
    let on_its_side = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x05\0\0\0\0\0\0";
    encoder.add_app_segment(1, on_its_side.to_vec()).unwrap();
    encoder.encode(&pixels, side, side, colours).unwrap();
    bytes
}

fn with_profile(jpeg: &[u8], profile: &[u8]) -> Vec<u8> {
    let length = (profile.len() as u16 + 16).to_be_bytes();
    [&jpeg[..2], b"\xff\xe2", &length, b"ICC_PROFILE\0\x01\x01", profile, &jpeg[2..]].concat()
}

/// A profile from four inks to Lab, with the smallest possible table (ICC.1:2001-04, 6.5.9): each ink darkens by a quarter.
fn ink_profile() -> Vec<u8> {
    let ramp: Vec<u8> = (0..=255).collect();
    let one = 0x0001_0000_u32.to_be_bytes();
    let matrix = [&one[..], &[0; 12], &one, &[0; 12], &one].concat();
    let lightness = |node: u32| 255 - node.count_ones() as u8 * 60;
    let nodes: Vec<u8> = (0..16).flat_map(|node| [lightness(node), 128, 128]).collect();
    let table =
        [&b"mft1\0\0\0\0\x04\x03\x02\0"[..], &matrix, &ramp.repeat(4), &nodes, &ramp.repeat(3)].concat();
    let size = 144 + table.len() as u32;
    let mut head =
        [&size.to_be_bytes()[..], &[0; 4], b"\x02\x10\0\0prtrCMYKLab ", &[0; 12], b"acsp"].concat();
    head.resize(68, 0);
    // D50, the illuminant of every profile.
    head.extend(b"\0\0\xf6\xd6\0\x01\0\0\0\0\xd3\x2d");
    head.resize(128, 0);
    let tag =
        [&1_u32.to_be_bytes()[..], b"A2B0", &144_u32.to_be_bytes(), &(table.len() as u32).to_be_bytes()];
    [head, tag.concat(), table].concat()
}

/// One colour with alpha: five codes of one symbol each, after which a pixel takes no bit at all.
fn lossless_webp() -> Vec<u8> {
    let side = u32::from(HEAVY_SIDE) - 1;
    let canvas = (side | side << 14 | 1 << 28).to_le_bytes();
    riff(b"VP8L", &[&[0x2f][..], &canvas, &[0x88, 0x88, 0x08, 0, 0, 0, 0, 0]].concat())
}

/// RFC 6386: a key frame whose bits are all zero, the simplest possible picture.
fn lossy_webp() -> Vec<u8> {
    const FIRST_PART: usize = 500_000;
    let tag = (FIRST_PART as u32) << 5 | 1 << 4;
    let side = WIDE_SIDE.to_le_bytes();
    let zeros = vec![0; FIRST_PART + 8_000_000];
    riff(b"VP8 ", &[&tag.to_le_bytes()[..3], b"\x9d\x01\x2a", &side, &side, &zeros].concat())
}

fn riff(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let padded = data.len() + data.len() % 2;
    let mut file = [&b"RIFF"[..], &(padded as u32 + 12).to_le_bytes(), b"WEBP", name].concat();
    file.extend((data.len() as u32).to_le_bytes());
    file.extend(data);
    file.resize(20 + padded, 0);
    file
}

/// One gray HEVC picture of 4,000 pixels a side, as x265 writes it: parameter sets, and the beginning and end of its only slice.
/// Between these, the same three bytes are repeated to fill the length.
struct Still {
    chroma: u8,
    sets: [&'static [u8]; 3],
    slice_begins: &'static [u8],
    slice_ends: &'static [u8],
    repeats: usize,
}

const FOUR_TWO_ZERO: Still = Still {
    chroma: 1,
    sets: [
        b"\x40\x01\x0c\x01\xff\xff\x03\x70\0\0\x03\0\x90\0\0\x03\0\0\x03\0\xb4\xba\x02\x40",
        b"\x42\x01\x01\x03\x70\0\0\x03\0\x90\0\0\x03\0\0\x03\0\xb4\xa0\x01\xf4\x20\x03\xe8\x59\x6e\x92\x93\x0b\x9b\x02\0\0\x07\xd0\0\0\x07\xd0\x10",
        b"\x44\x01\xc0\x71\x81\xa4\x80",
    ],
    slice_begins: b"\x28\x01\xad\x40\x17\x63\xf8\x2f\xfe\xab\x01\xcd\x8f\xd3\x2e\x18\x2e\x40\xc8",
    slice_ends: b"\0\0\x88\x80",
    repeats: 1154,
};

const FOUR_FOUR_FOUR: Still = Still {
    chroma: 3,
    sets: [
        b"\x40\x01\x0c\x01\xff\xff\x04\x08\0\0\x03\0\x9e\x38\0\0\x03\0\0\xb4\xba\x02\x40",
        b"\x42\x01\x01\x04\x08\0\0\x03\0\x9e\x38\0\0\x03\0\0\xb4\x90\0\x3e\x84\0\x7d\x0b\x2d\xd2\x52\x61\x73\x60\x40\0\0\xfa\0\0\x03\0\xfa\x02",
        b"\x44\x01\xc0\x70\x30\x60\x1a\x48",
    ],
    slice_begins: b"\x28\x01\xad\x40\x17\x63\xf8\x2f\xfe\xab\x01\xcd\x8f\xd3\x2e\x18\x2e\x40\xc8",
    slice_ends: b"\0\0\x88\x80",
    repeats: 1154,
};

/// A grid of `tiles` copies of this tile, side by side (ISO/IEC 23008-12). Item 1 is the grid, item 2 the tile.
fn heic(still: Still, tiles: u8) -> Vec<u8> {
    let (side, across) = (TILE_SIDE, TILE_SIDE * u32::from(tiles));
    let slice = [still.slice_begins, &b"\0\0\x03".repeat(still.repeats), still.slice_ends].concat();
    let grid =
        [&[0, 0, 0, tiles - 1][..], &(across as u16).to_be_bytes(), &(side as u16).to_be_bytes()].concat();
    let tile = [&(slice.len() as u32).to_be_bytes()[..], &slice].concat();

    let mut configuration = b"\x01\x03\x70\0\0\0\x90\0\0\0\0\0\xb4\xf0\0\xfc".to_vec();
    configuration.extend([0xfc | still.chroma, 0xf8, 0xf8, 0, 0, 0x0f, 3]);
    for (kind, set) in (32_u8..).zip(still.sets) {
        configuration.extend([kind, 0, 1]);
        configuration.extend((set.len() as u16).to_be_bytes());
        configuration.extend(set);
    }
    let size = |wide: u32| boxed(b"ispe", &[&[0; 4], &wide.to_be_bytes(), &side.to_be_bytes()]);
    let properties = [size(across), size(side), boxed(b"hvcC", &[&configuration])].concat();
    let links = [0, 0, 0, 0, 0, 0, 0, 2, 0, 1, 1, 1, 0, 2, 2, 2, 3];
    let entry = |id: u8, kind: &[u8; 4]| boxed(b"infe", &[&[2, 0, 0, 0, 0, id, 0, 0], kind, &[0]]);
    let place = |id: u8, at: usize, length: usize| {
        [&[0, id, 0, 0, 0, 1][..], &(at as u32).to_be_bytes(), &(length as u32).to_be_bytes()].concat()
    };
    let meta = |data_at: usize| {
        let places = [place(1, data_at, grid.len()), place(2, data_at + grid.len(), tile.len())].concat();
        boxed(
            b"meta",
            &[
                &[0; 4],
                &boxed(b"hdlr", &[&[0; 8], b"pict", &[0; 13]]),
                &boxed(b"pitm", &[&[0, 0, 0, 0, 0, 1]]),
                &boxed(b"iinf", &[&[0, 0, 0, 0, 0, 2], &entry(1, b"grid"), &entry(2, b"hvc1")]),
                &boxed(
                    b"iref",
                    &[&[0; 4], &boxed(b"dimg", &[&[0, 1, 0, tiles], &[0, 2].repeat(tiles.into())])],
                ),
                &boxed(b"iprp", &[&boxed(b"ipco", &[&properties]), &boxed(b"ipma", &[&links])]),
                &boxed(b"iloc", &[&[0, 0, 0, 0, 0x44, 0, 0, 2], &places]),
            ],
        )
    };
    let front = boxed(b"ftyp", &[b"heic\0\0\0\0mif1heic"]);
    let data_at = front.len() + meta(0).len() + 8;
    [front, meta(data_at), boxed(b"mdat", &[&grid, &tile])].concat()
}

fn boxed(name: &[u8; 4], parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    [&(body.len() as u32 + 8).to_be_bytes()[..], name, &body].concat()
}
