//! HEIC: HEVC stills in HEIF boxes, as iPhones write them: a grid of tiles, painted one by one. Invariant: container, grid and
//! every tile's sequence header are checked against the limits before a tile is decoded; only one tile at a time is in memory
//! beside the picture.

use std::borrow::Cow;

use heic_rs::context::Context;
use heic_rs::grid;
use heic_rs::props::ItemProps;
use heic_rs::{
    Error, Grid, Image, MatrixCoefficients, Mirror, Nclx, PixelLayout, Range, Rotation, Transform,
};

use crate::colour::{Layout, Profile, Samples};
use crate::hevc_header::{self, Signal};
use crate::limits::{Limits, Refusal};
use crate::memory::Memory;
use crate::orientation::Orientation;

/// A picture of 48 megapixels in tiles of 512 has 192.
const MAX_TILES: u64 = 1_024;

/// For the picture, and one tile both decoded and painted. Phones' files stay far below.
const MOST_HELD_BYTES: u64 = 260_000_000;

/// One picture of the file: the primary one, or its alpha channel.
struct Sheet<'f> {
    grid: Grid,
    tiles: Vec<u32>,
    props: ItemProps<'f>,
}

pub(crate) fn decode(bytes: &[u8], limits: &Limits, memory: &mut Memory) -> Result<Samples, Refusal> {
    let file = Context::open(bytes).map_err(refusal)?;
    let id = file.meta.primary;
    match file.meta.item(id).map(|item| &item.item_type) {
        Some(b"hvc1" | b"grid") => {}
        Some(b"av01") => return Err(Refusal::Heic),
        _ => return Err(Refusal::Unsupported),
    }
    check_extents(&file)?;
    let sheet = sheet(&file, id, limits)?;
    let alpha = file.alpha_item(id).map_err(refusal)?;
    let alpha = alpha.map(|alpha| self::sheet(&file, alpha, limits)).transpose()?;
    let (width, height) = (sheet.grid.output_width, sheet.grid.output_height);
    let mut values = memory.take_blank(width as usize * height as usize * 3);
    let profile = paint(&file, &sheet, PixelLayout::Rgb8, &mut values, limits)?;
    if let Some(alpha) = alpha {
        limits.check_heavy(width, height)?;
        if (alpha.grid.output_width, alpha.grid.output_height) != (width, height) {
            return Err(Refusal::Unsupported);
        }
        let mut cover = memory.take_blank(values.len() / 3);
        paint(&file, &alpha, PixelLayout::Gray8, &mut cover, limits)?;
        lay_on_white(&mut values, &cover);
        memory.give(cover);
    }
    let (values, width, height, orientation) =
        with_transforms(values, width, height, &sheet.props.transforms)?;
    Ok(Samples { width, height, layout: Layout::Rgb, values, profile, orientation, is_damaged: false })
}

/// The extents of one item may overlap, so a small table could add up to a thousand files: their sum may not exceed the file's
/// size.
fn check_extents(file: &Context<'_>) -> Result<(), Refusal> {
    let whole = file.file.len() as u64;
    let fits = file.meta.locations.iter().all(|location| {
        let lengths = location.extents.iter().map(|extent| match extent.length {
            0 => whole,
            length => length,
        });
        lengths.fold(0, u64::saturating_add) <= whole
    });
    if fits { Ok(()) } else { Err(Refusal::Broken) }
}

fn sheet<'f>(file: &Context<'f>, id: u32, limits: &Limits) -> Result<Sheet<'f>, Refusal> {
    let props = file.props(id).map_err(refusal)?;
    let (width, height) = file.coded_size(id, &props).map_err(refusal)?;
    limits.check(width, height)?;
    let is_grid = file.meta.item(id).is_some_and(|item| item.is_grid());
    if is_grid {
        let declared = grid::parse(&file.item_data(id).map_err(refusal)?).map_err(refusal)?;
        if declared.tile_count() > MAX_TILES {
            return Err(Refusal::TooManyPixels);
        }
        if (declared.output_width, declared.output_height) != (width, height) {
            return Err(Refusal::Broken);
        }
    }
    let single = Grid { rows: 1, columns: 1, output_width: width, output_height: height };
    let (grid, tiles) = file.grid(id).map_err(refusal)?.unwrap_or((single, vec![id]));
    let sheet = Sheet { grid, tiles, props };
    check_tiles(file, &sheet, limits)?;
    Ok(sheet)
}

/// The boxes may declare a small picture while the bitstream contains a vast one, cropped; so this checks the bitstream's
/// headers.
fn check_tiles(file: &Context<'_>, sheet: &Sheet<'_>, limits: &Limits) -> Result<(), Refusal> {
    let (mut pixels, mut most_of_a_tile) = (0, 0);
    for tile in &sheet.tiles {
        let props = file.props(*tile).map_err(refusal)?;
        let config = props.hvcc.as_ref().ok_or(Refusal::Unsupported)?;
        let sizes = config.parameter_sets().into_iter().filter_map(hevc_header::sequence);
        let largest = sizes.max_by_key(|one| u64::from(one.width) * u64::from(one.height));
        let largest = largest.ok_or(Refusal::Broken)?;
        if largest.width.max(largest.height) > limits.max_side {
            return Err(Refusal::TooWide);
        }
        limits.check_heavy(largest.width, largest.height)?;
        let tile_pixels = u64::from(largest.width) * u64::from(largest.height);
        pixels += tile_pixels;
        most_of_a_tile = most_of_a_tile.max(tile_pixels * u64::from(3 + largest.bytes_a_pixel));
    }
    let picture = u64::from(sheet.grid.output_width) * u64::from(sheet.grid.output_height) * 3;
    if picture + most_of_a_tile > MOST_HELD_BYTES {
        return Err(Refusal::TooManyPixels);
    }
    // Tiles reach over the right and lower edge by less than one row and one column.
    if pixels > limits.max_pixels * 5 / 4 { Err(Refusal::TooManyPixels) } else { Ok(()) }
}

/// Fills `to`, which has `output_width * output_height` pixels of the layout.
fn paint(
    file: &Context<'_>,
    sheet: &Sheet<'_>,
    layout: PixelLayout,
    to: &mut [u8],
    limits: &Limits,
) -> Result<Profile, Refusal> {
    let channels = layout.channels();
    let (width, height) = (sheet.grid.output_width as usize, sheet.grid.output_height as usize);
    let mut profile = Profile::Srgb;
    let mut first_size = None;
    for (index, tile) in sheet.tiles.iter().enumerate() {
        let props = file.props(*tile).map_err(refusal)?;
        let config = props.hvcc.as_ref().ok_or(Refusal::Unsupported)?;
        let data: Cow<'_, [u8]> = file.item_data(*tile).map_err(refusal)?;
        let units = config.split_nals(&data).map_err(refusal)?;
        let sets = config.parameter_sets();
        let is_plain =
            sets.iter().filter_map(|unit| hevc_header::sequence(unit)).all(|header| header.is_plain);
        let frame = heic_rs::hevc::decode_still(&sets, &units).map_err(|error| match refusal(error) {
            // The decoder reports formats that it can't decode as damaged.
            Refusal::Broken if !is_plain => Refusal::Unsupported,
            refusal => refusal,
        })?;
        let colours = colours(sheet, &props);
        let image = heic_rs::color::convert(&frame, None, colours, layout, limits.max_pixels, Some(1))
            .map_err(refusal)?;
        drop(frame);
        let (across, down) = (image.width as usize, image.height as usize);
        if index == 0 {
            profile = colour_profile(sheet, &props, colours, limits);
        }
        if *first_size.get_or_insert((across, down)) != (across, down) {
            return Err(Refusal::Broken);
        }
        let columns = sheet.grid.columns as usize;
        let (left, top) = (index % columns * across, index / columns * down);
        if left >= width || top >= height {
            return Err(Refusal::Broken);
        }
        let shown = across.min(width - left) * channels;
        let rows = image.data.chunks_exact(across * channels);
        for (row, line) in rows.zip(to.chunks_exact_mut(width * channels).skip(top)) {
            line[left * channels..][..shown].copy_from_slice(&row[..shown]);
        }
    }
    let (across, down) = first_size.ok_or(Refusal::Broken)?;
    let is_covered =
        across * sheet.grid.columns as usize >= width && down * sheet.grid.rows as usize >= height;
    if is_covered { Ok(profile) } else { Err(Refusal::Broken) }
}

/// The container's colours first, then the bitstream's. If neither says anything, the range is limited (H.265, E.3.1), and the
/// matrix is BT.601, as in libheif.
fn colours(sheet: &Sheet<'_>, tile: &ItemProps<'_>) -> Nclx {
    let silent = Signal { is_full_range: false, codes: None };
    let signal = || {
        let units = tile.hvcc.as_ref().map(|config| config.parameter_sets()).unwrap_or_default();
        units.into_iter().find_map(hevc_header::sequence).and_then(|sequence| sequence.signal)
    };
    let mut colours = sheet.props.nclx.or(tile.nclx).unwrap_or_else(|| {
        let Signal { is_full_range, codes } = signal().unwrap_or(silent);
        let [primaries, transfer, matrix] = codes.unwrap_or([1, 13, 2]).map(u16::from);
        let range = if is_full_range { Range::Full } else { Range::Limited };
        Nclx {
            primaries,
            transfer,
            matrix: MatrixCoefficients::from_code(matrix),
            matrix_code: matrix,
            range,
        }
    });
    if colours.matrix == MatrixCoefficients::Unspecified {
        colours.matrix = MatrixCoefficients::Bt601;
    }
    colours
}

fn colour_profile(sheet: &Sheet<'_>, tile: &ItemProps<'_>, colours: Nclx, limits: &Limits) -> Profile {
    match sheet.props.icc.or(tile.icc) {
        Some(icc) if icc.len() <= limits.max_profile_bytes => Profile::Icc(icc.to_vec()),
        _ => Profile::Coded(colours.primaries as u8, colours.transfer as u8),
    }
}

fn lay_on_white(values: &mut [u8], cover: &[u8]) {
    for (pixel, alpha) in values.as_chunks_mut::<3>().0.iter_mut().zip(cover) {
        let alpha = u32::from(*alpha);
        for value in pixel {
            *value = ((u32::from(*value) * alpha + 255 * (255 - alpha) + 127) / 255) as u8;
        }
    }
}

/// The container's rotation and mirror are applied when the picture is small; only a crop is done here. EXIF's orientation is
/// ignored: in HEIF only these properties count (ISO/IEC 23008-12, annex A), and iPhones write both.
fn with_transforms(
    values: Vec<u8>,
    width: u32,
    height: u32,
    transforms: &[Transform],
) -> Result<(Vec<u8>, u32, u32, Orientation), Refusal> {
    if transforms.iter().any(|transform| matches!(transform, Transform::Crop(_))) {
        let transforms: Vec<_> =
            transforms.iter().map(|transform| as_the_standard_says(*transform)).collect();
        let image = Image { data: values, width, height, layout: PixelLayout::Rgb8 };
        let image = heic_rs::transform::apply_all(image, &transforms).map_err(refusal)?;
        return Ok((image.data, image.width, image.height, Orientation::Upright));
    }
    let orientation = transforms.iter().fold(Orientation::Upright, |so_far, transform| {
        so_far.then(match as_the_standard_says(*transform) {
            Transform::Rotate(Rotation::Ccw90) => Orientation::TurnLeft,
            Transform::Rotate(Rotation::Ccw180) => Orientation::HalfTurn,
            Transform::Rotate(Rotation::Ccw270) => Orientation::TurnRight,
            Transform::Mirror(Mirror::LeftRight) => Orientation::Mirror,
            Transform::Mirror(Mirror::TopBottom) => Orientation::Flip,
            _ => Orientation::Upright,
        })
    });
    Ok((values, width, height, orientation))
}

/// `imir` 0 swaps top and bottom, 1 left and right (ISO/IEC 23008-12:2022, 6.5.12). The crate does it the other way round.
fn as_the_standard_says(transform: Transform) -> Transform {
    match transform {
        Transform::Mirror(Mirror::LeftRight) => Transform::Mirror(Mirror::TopBottom),
        Transform::Mirror(Mirror::TopBottom) => Transform::Mirror(Mirror::LeftRight),
        other => other,
    }
}

fn refusal(error: Error) -> Refusal {
    match error {
        Error::Unsupported(_) => Refusal::Unsupported,
        Error::PixelLimit { .. } => Refusal::TooManyPixels,
        _ => Refusal::Broken,
    }
}
