//! HEIC files made by hand, box by box, around one small picture.

/// One picture of 64 by 64, with four quarters as in `scene`, made for this test: decoder configuration and bitstream.
pub const CONFIGURATION: &str = "0103700000009000000000001ef000fcfdf8f800000f03600001001840010c01ffff0370000003009000000300\
    0003001eba0240610001002b42010103700000030090000003000003001ea020810596ea4929ae6e021a0c0800000300c80000030008406200\
    0100074401c172b02240";
pub const BITSTREAM: &str = "0000003b2801af0ee0348301c9d7fb4b4ffffc947721fc84691de3fdf7d3ffe8daffff4bb4e474fe651bf1fc39747f\
    fc9eee260affed907fff8cc97ffb95ff";

pub fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> =
        hex.chars().filter_map(|digit| digit.to_digit(16)).map(|digit| digit as u8).collect();
    digits.chunks(2).map(|two| two[0] << 4 | two[1]).collect()
}

pub fn boxed(name: &[u8; 4], parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    [&(body.len() as u32 + 8).to_be_bytes()[..], name, &body].concat()
}

/// A file to be written: item 1 is the primary one; item 2 is a grid's only tile, repeated at every position.
pub struct Heif {
    pub brands: Vec<u8>,
    pub size: (u32, u32),
    pub grid: Option<(u8, u8)>,
    pub properties: Vec<Vec<u8>>,
    pub configuration: Vec<u8>,
    pub extents: usize,
}

impl Heif {
    pub fn still() -> Self {
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

    pub fn with(mut self, property: Vec<u8>) -> Self {
        self.properties.push(property);
        self
    }

    pub fn file(&self) -> Vec<u8> {
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

pub fn turn(quarters: u8) -> Vec<u8> {
    boxed(b"irot", &[&[quarters]])
}

pub fn mirror(axis: u8) -> Vec<u8> {
    boxed(b"imir", &[&[axis]])
}
