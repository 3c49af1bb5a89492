//! Writes the seed files for the fuzzer, with the fixtures of the tests: one folder per target. `seeds FOLDER`. Structured
//! targets get no seeds, because their inputs are not files.

use std::{env, fs, io, path::Path};

use kinlight_pictures::{Crop, Format, Picture, variants};
use moxcms::ColorProfile;

#[path = "../../../pictures/tests/it/fixtures.rs"]
#[expect(dead_code, clippy::unwrap_used, reason = "the tests make their pictures there too")]
mod fixtures;
#[path = "../../../pictures/tests/it/heif_files.rs"]
mod heif_files;

use fixtures::{
    Png, exif_segment, hollow_jpeg, jpeg, jpeg_as, noise, scene, tiff, webp, webp_with, with_segments,
};
use heif_files::{CONFIGURATION, Heif, boxed, bytes, mirror, turn};

fn main() -> io::Result<()> {
    let Some(folder) = env::args().nth(1) else {
        eprintln!("seeds FOLDER");
        std::process::exit(2);
    };
    let all = [
        ("jpeg", jpegs()),
        ("png", pngs()),
        ("webp", webps()),
        ("heic", heics()),
        ("hevc_header", sequence_headers()),
        ("orientation", orientations()),
        ("colour", coloured()),
        ("bare", bare()),
    ];
    for (target, files) in all {
        let folder = Path::new(&folder).join(target);
        fs::create_dir_all(&folder)?;
        for (number, file) in files.iter().enumerate() {
            fs::write(folder.join(format!("seed-{number:02}")), file)?;
        }
        println!("{target}: {} seeds", files.len());
    }
    Ok(())
}

fn profiles() -> Vec<Vec<u8>> {
    let made = [
        ColorProfile::new_display_p3(),
        ColorProfile::new_adobe_rgb(),
        ColorProfile::new_srgb(),
        ColorProfile::new_pro_photo_rgb(),
        ColorProfile::new_gray_with_gamma(2.2),
        ColorProfile::new_bt2020_pq(),
    ];
    made.iter().filter_map(|profile| profile.encode().ok()).collect()
}

fn jpegs() -> Vec<Vec<u8>> {
    use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
    let picture = scene(40, 24);
    let encoded = |colour, channels: usize, adjust: &dyn Fn(&mut Encoder<&mut Vec<u8>>)| {
        let pixels: Vec<u8> = (0..40 * 24 * channels).map(|at| (at * 3 / 7) as u8).collect();
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, 60);
        adjust(&mut encoder);
        encoder.encode(&pixels, 40, 24, colour).expect("a seed is written");
        bytes
    };
    let mut files = vec![
        jpeg(&scene(8, 8)),
        jpeg_as(&scene(17, 9), true),
        encoded(ColorType::Luma, 1, &|_| {}),
        encoded(ColorType::Cmyk, 4, &|_| {}),
        encoded(ColorType::CmykAsYcck, 4, &|_| {}),
        encoded(ColorType::Ycbcr, 3, &|_| {}),
        encoded(ColorType::Rgb, 3, &|encoder| encoder.set_restart_interval(2)),
        hollow_jpeg(64, 64, 0xc0, 1),
        hollow_jpeg(64, 64, 0xc2, 4),
        with_segments(&jpeg(&picture), &[exif_segment(6)]),
        with_segments(&jpeg_as(&picture, true), &[exif_segment(5)]),
        with_segments(&jpeg(&picture), &[(0xee, b"Adobe\0\x64\0\0\0\0\0".to_vec())]),
    ];
    for sampling in [
        SamplingFactor::F_1_1,
        SamplingFactor::F_2_1,
        SamplingFactor::F_1_2,
        SamplingFactor::F_2_2,
        SamplingFactor::F_4_1,
    ] {
        files.push(encoded(ColorType::Rgb, 3, &|encoder| encoder.set_sampling_factor(sampling)));
        files.push(encoded(ColorType::Rgb, 3, &|encoder| {
            encoder.set_sampling_factor(sampling);
            encoder.set_progressive(true);
        }));
    }
    for profile in profiles().iter().take(2) {
        let segment = (0xe2, [b"ICC_PROFILE\0\x01\x01", &profile[..]].concat());
        files.push(with_segments(&jpeg(&scene(8, 8)), &[segment]));
    }
    files
}

fn pngs() -> Vec<Vec<u8>> {
    let mut files = Vec::new();
    for (colour, channels, depths) in [
        (0, 1, &[1, 2, 4, 8, 16][..]),
        (2, 3, &[8, 16]),
        (3, 1, &[1, 2, 4, 8]),
        (4, 2, &[8, 16]),
        (6, 4, &[8, 16]),
    ] {
        for depth in depths {
            let row: Vec<u8> =
                (0..12 * channels * usize::from(*depth) / 8).map(|at| (at * 29) as u8).collect();
            let png = Png::new(12, 6, *depth, colour);
            let png =
                if colour == 3 { png.chunk(b"PLTE", &[9; 48]).chunk(b"tRNS", &[255, 0, 90]) } else { png };
            files.push(png.rows(std::iter::repeat_n(&row[..], 6)).end());
        }
    }
    let picture = scene(12, 9);
    files.push(Png::of(&picture).chunk(b"eXIf", &tiff(6, true)).picture(&picture));
    files.push(Png::of(&picture).chunk(b"cICP", &[12, 13, 0, 1]).picture(&picture));
    files.push(Png::of(&picture).chunk(b"sRGB", &[0]).chunk(b"gAMA", &[0, 0, 0xb1, 0x8f]).picture(&picture));
    files.push(Png::of(&picture).chunk(b"tRNS", &[0, 200, 0, 40, 0, 40]).picture(&picture));
    // Marked as interlaced, although its rows are not: the decoder must cope with that.
    let mut interlaced = Png::of(&picture).picture(&picture);
    interlaced[28] = 1;
    files.push(interlaced);
    for profile in profiles() {
        let packed = [b"p\0\0".to_vec(), fdeflate::compress_to_vec(&profile)].concat();
        files.push(Png::of(&picture).chunk(b"iCCP", &packed).picture(&picture));
    }
    files
}

fn webps() -> Vec<Vec<u8>> {
    let picture = scene(33, 18);
    let clear: Vec<u8> = (0..20 * 20).flat_map(|at| [at as u8, 90, (at / 3) as u8, (at * 5) as u8]).collect();
    let alpha = webp::Encoder::from_rgba(&clear, 20, 20);
    let mut files = vec![
        webp(&picture, false),
        webp(&picture, true),
        webp(&noise(16, 16, 3), true),
        webp(&noise(16, 16, 3), false),
        alpha.encode(60.0).to_vec(),
        alpha.encode_lossless().to_vec(),
        webp_with(&picture, 0x08, &[], &[(b"EXIF", &tiff(8, true))]),
    ];
    files.extend(
        profiles().iter().take(2).map(|profile| webp_with(&picture, 0x20, &[(b"ICCP", profile)], &[])),
    );
    files
}

fn heics() -> Vec<Vec<u8>> {
    let grid = |rows, columns, size| Heif { grid: Some((rows, columns)), size, ..Heif::still() };
    let mut files = vec![
        Heif::still().file(),
        Heif::still().with(turn(1)).with(mirror(0)).file(),
        Heif::still().with(turn(3)).file(),
        Heif::still().with(mirror(1)).file(),
        Heif { extents: 1, properties: Vec::new(), ..Heif::still() }.file(),
        grid(1, 1, (64, 64)).file(),
        grid(2, 2, (100, 128)).file(),
        grid(2, 3, (192, 90)).with(turn(2)).file(),
        Heif::still()
            .with(boxed(b"clap", &[&[40_u32, 1, 30, 1, 0, 1, 0, 1].map(u32::to_be_bytes).concat()]))
            .file(),
    ];
    for profile in profiles().iter().take(2) {
        let properties = vec![boxed(b"colr", &[b"prof", profile])];
        files.push(Heif { properties, ..Heif::still() }.file());
    }
    files
}

fn sequence_headers() -> Vec<Vec<u8>> {
    let configuration = bytes(CONFIGURATION);
    let sequence = configuration
        .windows(3)
        .position(|three| three == [0x42, 1, 1])
        .map(|at| configuration[at..at + 43].to_vec());
    let mut files: Vec<_> = sequence.into_iter().collect();
    files.extend(
        configuration
            .windows(3)
            .position(|three| three == [0x40, 1, 0x0c])
            .map(|at| configuration[at..].to_vec()),
    );
    files
}

fn orientations() -> Vec<Vec<u8>> {
    (0..=9).flat_map(|way| [tiff(way, true), tiff(way, false), exif_segment(way).1]).collect()
}

/// In the target's format: layout, value, profile.
fn coloured() -> Vec<Vec<u8>> {
    let layouts =
        |profile: &Vec<u8>| (0..6).map(|layout| [&[layout, 7][..], profile].concat()).collect::<Vec<_>>();
    profiles().iter().flat_map(layouts).collect()
}

fn bare() -> Vec<Vec<u8>> {
    let small = Picture::from_rgb(24, 30, noise(24, 30, 9).pixels().to_vec()).expect("whole");
    let mut files = Vec::new();
    for picture in [small, scene(160, 200)] {
        files.extend(
            variants(&picture, Crop::WHOLE).expect("seeds are written").into_iter().map(|one| one.bytes),
        );
        files.extend(picture.working_copy());
    }
    assert_eq!(Format::ALL.len(), 2);
    files
}
