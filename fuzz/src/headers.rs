//! PNG, JPEG and WebP files built from headers that declare any size. Invariants: a size beyond the limits is refused before
//! memory of that size is reserved; a size within them is read like any file.

use arbitrary::Arbitrary;
use kinlight_pictures::{Limits, Studio, fuzzing};

use crate::{decoding, panics, weighed};

#[derive(Debug, Arbitrary)]
pub struct Made {
    size: Size,
    /// A second declared size, for WebP's canvas.
    other: Option<Size>,
    form: Form,
    extra: Vec<(u8, Vec<u8>)>,
    data: Vec<u8>,
}

#[derive(Debug, Clone, Copy, Arbitrary)]
enum Size {
    Small(u8, u8),
    Any(u32, u32),
}

#[derive(Debug, Arbitrary)]
enum Form {
    Png { depth: u8, colour: u8, is_interlaced: bool, is_packed: bool },
    Jpeg { marker: u8, components: u8, samplings: [u8; 4], scans: u8 },
    WebP { is_lossless: bool, flags: Option<u8> },
}

impl Size {
    fn sides(self) -> (u32, u32) {
        match self {
            Size::Small(width, height) => (u32::from(width), u32::from(height)),
            Size::Any(width, height) => (width, height),
        }
    }
}

pub fn check(made: Made) {
    let (file, (width, height)) = made.file();
    let limits = Limits::any_size();
    let verdict = fuzzing::checked(&limits, width, height);
    let is_beyond = width.max(height) > 16_382 || u64::from(width) * u64::from(height) > 65_000_000;
    assert_eq!(verdict.is_err(), is_beyond || width == 0 || height == 0, "{width} by {height}");
    if verdict.is_err() {
        let (decoded, held) = weighed(|| Studio::new().decode(&file, &limits));
        panics::keep(&file);
        assert!(decoded.is_err(), "{width} by {height} was read");
        assert!(held < 1_000_000 + 4 * file.len(), "{width} by {height}: {held} bytes before the refusal");
    } else {
        let _ = decoding::read(&file);
    }
}

impl Made {
    /// The file, and the size that its own header declares.
    fn file(&self) -> (Vec<u8>, (u32, u32)) {
        let (width, height) = self.size.sides();
        match self.form {
            Form::Png { depth, colour, is_interlaced, is_packed } => {
                (self.png((depth, colour, is_interlaced), is_packed), (width, height))
            }
            Form::Jpeg { marker, components, samplings, scans } => {
                let size = (width & 0xffff, height & 0xffff);
                (self.jpeg(size, marker, (components, samplings), scans), size)
            }
            Form::WebP { is_lossless: true, flags } => {
                let size = ((width & 0x3fff).max(1), (height & 0x3fff).max(1));
                let packed = (size.0 - 1) | (size.1 - 1) << 14;
                (self.webp(b"VP8L", &[&[0x2f][..], &packed.to_le_bytes()].concat(), size, flags), size)
            }
            Form::WebP { is_lossless: false, flags } => {
                let size = (width & 0x3fff, height & 0x3fff);
                let side = |side: u32| (side as u16).to_le_bytes();
                let head = [&[0x10, 0, 0, 0x9d, 1, 0x2a][..], &side(size.0), &side(size.1)].concat();
                (self.webp(b"VP8 ", &head, size, flags), size)
            }
        }
    }

    /// The checksums are wrong: under `cfg(fuzzing)` the decoder does not check them.
    fn png(&self, (depth, colour, is_interlaced): (u8, u8, bool), is_packed: bool) -> Vec<u8> {
        const NAMES: [&[u8; 4]; 8] = [b"PLTE", b"tRNS", b"eXIf", b"iCCP", b"cICP", b"sRGB", b"acTL", b"tEXt"];
        let (width, height) = self.size.sides();
        let chunk = |name: &[u8; 4], data: &[u8]| {
            [&(data.len() as u32).to_be_bytes()[..], name, data, &[0; 4]].concat()
        };
        let depth = [1, 2, 4, 8, 16, depth][usize::from(depth % 6)];
        let colour = [0, 2, 3, 4, 6, colour][usize::from(colour % 6)];
        let sides = [width.to_be_bytes(), height.to_be_bytes()].concat();
        let head = [&sides[..], &[depth, colour, 0, 0, u8::from(is_interlaced)]].concat();
        let extra = self.extra.iter().map(|(name, data)| chunk(NAMES[usize::from(name % 8)], data));
        let data = if is_packed { self.data.clone() } else { fdeflate::compress_to_vec(&self.data) };
        let parts =
            [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &head), extra.collect::<Vec<_>>().concat()];
        [parts.concat(), chunk(b"IDAT", &data), chunk(b"IEND", &[])].concat()
    }

    fn jpeg(&self, size: (u32, u32), marker: u8, (count, samplings): (u8, [u8; 4]), scans: u8) -> Vec<u8> {
        const MARKERS: [u8; 8] = [0xe1, 0xe2, 0xee, 0xdb, 0xc4, 0xdd, 0xfe, 0xe0];
        const STARTS: [&[u8]; 8] =
            [b"Exif\0\0", b"ICC_PROFILE\0\x01\x01", b"Adobe\0\x64\0\0\0\0", b"", b"", b"", b"", b"JFIF\0"];
        let segment = |marker: u8, body: &[u8]| {
            [&[0xff, marker][..], &(body.len() as u16 + 2).to_be_bytes(), body].concat()
        };
        let extra = self.extra.iter().map(|(name, data)| {
            let name = usize::from(name % 8);
            segment(MARKERS[name], &[STARTS[name], &data[..data.len().min(60_000)]].concat())
        });
        let marker = [0xc0, 0xc1, 0xc2, marker | 0xc0][usize::from(marker % 4)];
        let count = [1, 3, 4, count][usize::from(count % 4)];
        let side = |side: u32| (side as u16).to_be_bytes();
        let ids = (1..=count).zip(samplings.into_iter().cycle());
        let components: Vec<u8> = ids.clone().flat_map(|(id, sampling)| [id, sampling, 0]).collect();
        let frame = [&[8][..], &side(size.1), &side(size.0), &[count], &components].concat();
        let scan = |_| {
            let parts: Vec<u8> = ids.clone().flat_map(|(id, _)| [id, 0]).collect();
            let scan = segment(0xda, &[&[count][..], &parts, &[0, 63, 0]].concat());
            [
                scan,
                self.data
                    .iter()
                    .flat_map(|byte| if *byte == 0xff { vec![0xff, 0] } else { vec![*byte] })
                    .collect(),
            ]
            .concat()
        };
        let scans: Vec<u8> = (0..scans % 40).flat_map(scan).collect();
        // The simplest tables: all ones, and one Huffman code for each byte below 16.
        let quantiser = segment(0xdb, &[&[0][..], &[1; 64]].concat());
        let codes = |class: u8| {
            segment(0xc4, &[&[class, 0, 0, 0, 0, 16][..], &[0; 11], &(0..16).collect::<Vec<u8>>()].concat())
        };
        let parts = [vec![0xff, 0xd8], quantiser, codes(0), codes(0x10), extra.collect::<Vec<_>>().concat()];
        [parts.concat(), segment(marker, &frame), scans, vec![0xff, 0xd9]].concat()
    }

    fn webp(&self, name: &[u8; 4], head: &[u8], size: (u32, u32), flags: Option<u8>) -> Vec<u8> {
        const NAMES: [&[u8; 4]; 6] = [b"ICCP", b"ALPH", b"EXIF", b"XMP ", b"ANIM", b"VP8X"];
        let chunk = |name: &[u8; 4], data: &[u8]| {
            [&name[..], &(data.len() as u32).to_le_bytes(), data, &vec![0; data.len() % 2]].concat()
        };
        let canvas = flags.map(|flags| {
            let (width, height) = self.other.map_or(size, Size::sides);
            let side = |side: u32| side.wrapping_sub(1).to_le_bytes()[..3].to_vec();
            chunk(b"VP8X", &[vec![flags, 0, 0, 0], side(width), side(height)].concat())
        });
        let extra = self.extra.iter().map(|(name, data)| chunk(NAMES[usize::from(name % 6)], data));
        let picture = chunk(name, &[head, &self.data].concat());
        let chunks = [canvas.unwrap_or_default(), extra.collect::<Vec<_>>().concat(), picture].concat();
        [b"RIFF", &(chunks.len() as u32 + 4).to_le_bytes()[..], b"WEBP", &chunks].concat()
    }
}
