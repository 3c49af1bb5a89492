//! HEIC: read upright and in true colours; refused by what its boxes and its bitstream declare, before a pixel is made.

use kinlight_pictures::{Limits, Picture, Refusal, Studio, View, read};

use crate::fixtures::*;

/// One picture of 64 by 64, four quarters as in `scene`, made for this test: decoder configuration and bitstream.
const CONFIGURATION: &str = "0103700000009000000000001ef000fcfdf8f800000f03600001001840010c01ffff0370000003009000000300\
    0003001eba0240610001002b42010103700000030090000003000003001ea020810596ea4929ae6e021a0c0800000300c80000030008406200\
    0100074401c172b02240";
const BITSTREAM: &str = "0000003b2801af0ee0348301c9d7fb4b4ffffc947721fc84691de3fdf7d3ffe8daffff4bb4e474fe651bf1fc39747f\
    fc9eee260affed907fff8cc97ffb95ff";

const RED: [u8; 3] = [200, 40, 40];
const GREEN: [u8; 3] = [40, 180, 60];
const BLUE: [u8; 3] = [60, 60, 200];
const YELLOW: [u8; 3] = [220, 210, 80];

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> =
        hex.chars().filter_map(|digit| digit.to_digit(16)).map(|digit| digit as u8).collect();
    digits.chunks(2).map(|two| two[0] << 4 | two[1]).collect()
}

fn boxed(name: &[u8; 4], parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    [&(body.len() as u32 + 8).to_be_bytes()[..], name, &body].concat()
}

/// A file to be written: item 1 is the primary one, item 2 a grid's only tile, used as often as it has places.
struct Heif {
    brands: Vec<u8>,
    size: (u32, u32),
    grid: Option<(u8, u8)>,
    properties: Vec<Vec<u8>>,
    configuration: Vec<u8>,
    extents: usize,
}

impl Heif {
    fn still() -> Self {
        let properties = vec![boxed(b"colr", &[b"nclx\0\x01\0\x0d\0\x06\x80"])];
        let brands = b"mif1\0\0\0\0mif1heic".to_vec();
        Self {
            brands,
            size: (64, 64),
            grid: None,
            properties,
            configuration: bytes(CONFIGURATION),
            extents: 1,
        }
    }

    fn with(mut self, property: Vec<u8>) -> Self {
        self.properties.push(property);
        self
    }

    fn file(&self) -> Vec<u8> {
        let front = boxed(b"ftyp", &[&self.brands]);
        let length = self.meta(0).len() + front.len() + 8;
        let data = [self.grid_item(), bytes(BITSTREAM)].concat();
        [front, self.meta(length), boxed(b"mdat", &[&data])].concat()
    }

    fn grid_item(&self) -> Vec<u8> {
        let Some((rows, columns)) = self.grid else { return Vec::new() };
        let side = |side: u32| (side as u16).to_be_bytes();
        [&[0, 0, rows - 1, columns - 1][..], &side(self.size.0), &side(self.size.1)].concat()
    }

    fn meta(&self, data_at: usize) -> Vec<u8> {
        let handler = boxed(b"hdlr", &[&[0; 8], b"pict", &[0; 13]]);
        let primary = boxed(b"pitm", &[&[0, 0, 0, 0, 0, 1]]);
        let entry = |id: u8, kind: &[u8; 4]| boxed(b"infe", &[&[2, 0, 0, 0, 0, id, 0, 0], kind, &[0]]);
        let kinds: Vec<Vec<u8>> = match self.grid {
            Some(_) => vec![entry(1, b"grid"), entry(2, b"hvc1")],
            None => vec![entry(1, b"hvc1")],
        };
        let entries = boxed(b"iinf", &[&[0, 0, 0, 0, 0, kinds.len() as u8], &kinds.concat()]);
        let tiles = self.grid.map_or(0, |(rows, columns)| usize::from(rows) * usize::from(columns));
        let links = [&[0, 1][..], &(tiles as u16).to_be_bytes(), &[0, 2].repeat(tiles)].concat();
        let references = match tiles {
            1..=16 => boxed(b"iref", &[&[0; 4], &boxed(b"dimg", &[&links])]),
            _ => Vec::new(),
        };
        [boxed(
            b"meta",
            &[
                &[0; 4],
                &handler,
                &primary,
                &entries,
                &references,
                &self.item_properties(),
                &self.places(data_at),
            ],
        )]
        .concat()
    }

    /// Property 1 is the size, 2 the tile's, 3 the decoder's configuration; the primary item has all others.
    fn item_properties(&self) -> Vec<u8> {
        let size = |(width, height): (u32, u32)| {
            boxed(b"ispe", &[&[0; 4], &width.to_be_bytes(), &height.to_be_bytes()])
        };
        let configuration = boxed(b"hvcC", &[&self.configuration]);
        let all = [size(self.size), size((64, 64)), configuration, self.properties.concat()].concat();
        let others = (0..self.properties.len() as u8).map(|index| index + 4);
        let primary: Vec<u8> = match self.grid {
            Some(_) => [1].into_iter().chain(others).collect(),
            None => [1, 3].into_iter().chain(others).collect(),
        };
        let mut links = vec![0, 0, 0, 0, 0, 0, 0, 1, 0, 1, primary.len() as u8];
        links.extend(primary);
        if self.grid.is_some() {
            links[7] = 2;
            links.extend([0, 2, 2, 2, 3]);
        }
        boxed(b"iprp", &[&boxed(b"ipco", &[&all]), &boxed(b"ipma", &[&links])])
    }

    fn places(&self, data_at: usize) -> Vec<u8> {
        let (grid, stream) = (self.grid_item().len(), bytes(BITSTREAM).len());
        let place = |id: u8, at: usize, length: usize| {
            let extent = [(at as u32).to_be_bytes(), (length as u32).to_be_bytes()].concat();
            [&[0, id, 0, 0][..], &(self.extents as u16).to_be_bytes(), &extent.repeat(self.extents)].concat()
        };
        let places: Vec<Vec<u8>> = match self.grid {
            Some(_) => vec![place(1, data_at, grid), place(2, data_at + grid, stream)],
            None => vec![place(1, data_at, stream)],
        };
        boxed(b"iloc", &[&[0, 0, 0, 0, 0x44, 0, 0, places.len() as u8], &places.concat()])
    }
}

fn turn(quarters: u8) -> Vec<u8> {
    boxed(b"irot", &[&[quarters]])
}

fn mirror(axis: u8) -> Vec<u8> {
    boxed(b"imir", &[&[axis]])
}

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
    // The second column's tile ends right of its own middle, the second row's below.
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
    // 16,384 pixels a side in the bitstream's header; the box goes on about 64.
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
        for _ in 0..1 + next(&mut state) % 3 {
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
