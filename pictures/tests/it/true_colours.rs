//! Compares our sRGB with Little CMS (its `jpgicc`). Two converters without common code rarely make the same error.

use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use kinlight_pictures::{Picture, read};
use moxcms::ColorProfile;

use crate::cannot_run::cannot_run;
use crate::fixtures::*;
use crate::shared::{shared_folder, shared_photos};

/// Measured: profiles made here have means of 0.14 to 0.33 and at most 0.81; a CMYK photo has 0.7 and 2.6. The conversion
/// changes colours by 4.6 on average or more. (A difference of 2.3 is just visible.)
const MEAN: f64 = 1.0;
const WORST: f64 = 3.5;

/// Without `jpgicc` there is nothing to compare with, so the tests are skipped.
fn has_jpgicc() -> bool {
    let is_there = Command::new("jpgicc").output().is_ok();
    if !is_there {
        cannot_run("no jpgicc (Debian's liblcms2-utils)");
    }
    is_there
}

/// The file converted to sRGB by Little CMS: with its own profile and the perceptual intent, as JPEG at full quality. We use
/// that intent too; with a profile for print, another intent gives another black.
fn by_little_cms(file: &[u8]) -> Picture {
    static NTH: AtomicU32 = AtomicU32::new(0);
    let folder = std::env::temp_dir().join(format!("kinlight-colours-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let nth = NTH.fetch_add(1, Ordering::Relaxed);
    let path = |end: &str| folder.join(format!("{nth}{end}"));
    let (from, to) = (path("-in.jpg"), path("-out.jpg"));
    std::fs::write(&from, file).unwrap();
    let told = Command::new("jpgicc").args(["-q100", "-t0"]).args([&from, &to]).output().unwrap();
    assert!(told.status.success(), "{told:?}");
    let made = std::fs::read(&to).unwrap();
    for path in [&from as &Path, &to] {
        std::fs::remove_file(path).unwrap();
    }
    read(&without(&made, |marker| marker == 0xe2), &limits()).unwrap()
}

/// A JPEG without its segments (before the pixels) whose marker is unwanted.
fn without(jpeg: &[u8], is_unwanted: impl Fn(u8) -> bool) -> Vec<u8> {
    let (mut bytes, mut at) = (jpeg[..2].to_vec(), 2);
    while jpeg[at + 1] != 0xda {
        let end = at + 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
        if !is_unwanted(jpeg[at + 1]) {
            bytes.extend(&jpeg[at..end]);
        }
        at = end;
    }
    bytes.extend(&jpeg[at..]);
    bytes
}

/// CIE L*a*b* of an sRGB colour, 0 to 255 (IEC 61966-2-1 to XYZ at D65, then CIE 15).
fn lab(rgb: [f64; 3]) -> [f64; 3] {
    let [r, g, b] = rgb.map(|value| match value / 255.0 {
        low @ ..0.040_45 => low / 12.92,
        high => ((high + 0.055) / 1.055).powf(2.4),
    });
    let xyz = [
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    ];
    let [x, y, z] = xyz.map(|part| match part {
        high @ 0.008_856.. => high.cbrt(),
        low => 7.787 * low + 16.0 / 116.0,
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// The mean colour of each cell of a grid, measured in its inner half, because subsampled colour bleeds over edges.
fn means(picture: &Picture, (across, down): (usize, usize)) -> Vec<[f64; 3]> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let inner = |index: usize, count: usize, side: usize| {
        let (start, end) = (index * side / count, (index + 1) * side / count);
        let margin = (end - start) / 4;
        start + margin..(end - margin).max(start + margin + 1)
    };
    let cell = |column: usize, row: usize| {
        let (mut sums, mut count) = ([0.0; 3], 0.0);
        for y in inner(row, down, height) {
            for x in inner(column, across, width) {
                let pixel = &picture.pixels()[(y * width + x) * 3..][..3];
                sums.iter_mut().zip(pixel).for_each(|(sum, value)| *sum += f64::from(*value));
                count += 1.0;
            }
        }
        sums.map(|sum| sum / count)
    };
    (0..down).flat_map(|row| (0..across).map(move |column| (column, row))).map(|(x, y)| cell(x, y)).collect()
}

/// Mean and 99th percentile of the colour difference (CIE 1976: the distance in L*a*b*) over a grid's cells.
fn difference(one: &Picture, other: &Picture, grid: (usize, usize)) -> (f64, f64) {
    assert_eq!((one.width(), one.height()), (other.width(), other.height()));
    let pairs = means(one, grid).into_iter().zip(means(other, grid));
    let mut all: Vec<f64> = pairs
        .map(|(one, other)| {
            let squares = lab(one).into_iter().zip(lab(other)).map(|(a, b)| (a - b).powi(2));
            squares.sum::<f64>().sqrt()
        })
        .collect();
    all.sort_by(f64::total_cmp);
    (all.iter().sum::<f64>() / all.len() as f64, all[(all.len() - 1) * 99 / 100])
}

/// The colours of a cube with six steps a side, in patches of 16 pixels, 18 across and 12 down.
const PATCHES: (usize, usize) = (18, 12);

fn cube() -> Picture {
    let colour = |at: usize| [at / 36, at / 6 % 6, at % 6].map(|step| step as u8 * 51);
    let (width, height) = (PATCHES.0 * 16, PATCHES.1 * 16);
    let pixels =
        (0..width * height).flat_map(|at| colour(at / width / 16 * PATCHES.0 + at % width / 16)).collect();
    Picture::from_rgb(width as u32, height as u32, pixels).unwrap()
}

fn profiled(jpeg: &[u8], profile: &ColorProfile) -> Vec<u8> {
    let profile = [b"ICC_PROFILE\0\x01\x01", &profile.encode().unwrap()[..]].concat();
    with_segments(jpeg, &[(0xe2, profile)])
}

#[test]
fn every_colour_of_a_wide_space_is_what_little_cms_makes_of_it() {
    if !has_jpgicc() {
        return;
    }
    let file = jpeg(&cube());
    let cases = [
        ("Display P3", ColorProfile::new_display_p3()),
        ("Adobe RGB", ColorProfile::new_adobe_rgb()),
        ("ProPhoto", ColorProfile::new_pro_photo_rgb()),
    ];
    for (name, profile) in cases {
        let file = profiled(&file, &profile);
        let theirs = by_little_cms(&file);
        let (mean, worst) = difference(&read(&file, &limits()).unwrap(), &theirs, PATCHES);
        let left_out = read(&without(&file, |marker| marker == 0xe2), &limits()).unwrap();
        let (control, _) = difference(&left_out, &theirs, PATCHES);
        println!("{name}: mean {mean:.2}, 99th {worst:.2}; unconverted {control:.2}");
        assert!(mean < MEAN && worst < WORST, "{name}: mean {mean}, 99th {worst}");
        assert!(control > 4.0 * MEAN, "{name}: the comparison is blind: {control}");
    }
}

#[test]
fn a_gray_of_another_gamma_is_what_little_cms_makes_of_it() {
    if !has_jpgicc() {
        return;
    }
    let (width, height) = (16 * 16, 16);
    let grays: Vec<u8> = (0..width * height).map(|at| (at % width / 16 * 17) as u8).collect();
    let mut file = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut file, 100);
    encoder.encode(&grays, width as u16, height as u16, jpeg_encoder::ColorType::Luma).unwrap();
    let profile = ColorProfile::new_gray_with_gamma(1.8);
    let with_profile = profiled(&file, &profile);
    let theirs = by_little_cms(&with_profile);
    let (mean, worst) = difference(&read(&with_profile, &limits()).unwrap(), &theirs, (16, 1));
    let (control, _) = difference(&read(&file, &limits()).unwrap(), &theirs, (16, 1));
    println!("gray: mean {mean:.2}, 99th {worst:.2}; unconverted {control:.2}");
    assert!(mean < MEAN && worst < WORST, "mean {mean}, 99th {worst}");
    assert!(control > 4.0 * MEAN, "the comparison is blind: {control}");
}

#[test]
fn real_photos_with_profiles_look_as_little_cms_shows_them() {
    if shared_photos().is_none() || !has_jpgicc() {
        return;
    }
    let folders = ["phones", "odd", "orientation", "portraits", "faces"];
    let files = folders.into_iter().flat_map(shared_folder);
    let is_profiled = |file: &[u8]| {
        file.starts_with(&[0xff, 0xd8]) && file.windows(12).any(|twelve| twelve == b"ICC_PROFILE\0")
    };
    let mut compared = 0;
    for (name, file) in files.filter(|(_, file)| is_profiled(file)) {
        // Orientation is not compared here.
        let file = without(&file, |marker| marker == 0xe1);
        let (ours, theirs) = (read(&file, &limits()).unwrap(), by_little_cms(&file));
        // The file from Little CMS has subsampled colour: cells of less than eight pixels would measure that.
        let cells = |side: u32| (side as usize / 8).min(64);
        let (mean, worst) = difference(&ours, &theirs, (cells(ours.width()), cells(ours.height())));
        println!("{name}: mean {mean:.2}, 99th {worst:.2}");
        assert!(mean < MEAN && worst < WORST, "{name}: mean {mean}, 99th {worst}");
        compared += 1;
    }
    assert!(compared > 0, "no shared photo has a profile");
}
