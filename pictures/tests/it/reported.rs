//! The files of `reported/`, one of each kind that users of other programs reported, and how they must be read.

use kinlight_pictures::{Decoded, Limits, Picture, Refusal, Studio, read};

use crate::cannot_run::cannot_run;
use crate::fixtures::*;
use crate::shared::shared_photos;

/// None without the folder, which is counted as a skip. A file that is missing in it fails.
fn reported(name: &str) -> Option<Vec<u8>> {
    let folder = shared_photos()?.join("reported");
    if !folder.is_dir() {
        cannot_run(&format!("no {}", folder.display()));
        return None;
    }
    let path = folder.join(name);
    Some(std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

fn decoded(file: &[u8]) -> Result<Decoded, Refusal> {
    Studio::new().decode(file, &Limits::any_size())
}

#[track_caller]
fn picture(file: &[u8]) -> Picture {
    assert!(!decoded(file).unwrap().is_damaged());
    read(file, &limits()).unwrap()
}

/// The largest and the mean difference between two pictures' levels.
fn far(one: &Picture, other: &Picture) -> (u8, f64) {
    assert_eq!((one.width(), one.height()), (other.width(), other.height()));
    let all = one.pixels().iter().zip(other.pixels()).map(|(one, other)| one.abs_diff(*other));
    let (most, sum) = all.fold((0, 0.0), |(most, sum), far| (far.max(most), sum + f64::from(far)));
    (most, sum / one.pixels().len() as f64)
}

/// Asserts that this file differs from its undamaged twin by at most `mean` on average.
#[track_caller]
fn assert_twins(name: &str, twin: &str, mean: f64) {
    let Some((file, twin)) = reported(name).zip(reported(twin)) else { return };
    let (most, is) = far(&picture(&file), &picture(&twin));
    println!("{name}: mean {is:.2}, most {most}");
    assert!(is <= mean, "{name}: {is} on average, {most} at most");
}

#[test]
fn a_heic_in_full_range_behind_reference_sets() {
    assert_twins("heic-range-after-reference-sets.heic", "heic-range-right.heic", 1.0);
}

#[test]
fn a_jpeg_with_one_scan_per_component() {
    assert_twins("jpeg-one-scan-per-component.jpg", "jpeg-right.jpg", 3.0);
}

#[test]
fn a_jpeg_where_jfif_and_adobe_disagree() {
    assert_twins("jpeg-jfif-and-adobe-transform-0.jpg", "jpeg-right.jpg", 0.0);
}

#[test]
fn a_jpeg_without_its_end_mark() {
    assert_twins("jpeg-no-end-mark.jpg", "jpeg-right.jpg", 0.0);
}

#[test]
fn a_jpeg_without_huffman_tables() {
    assert_twins("jpeg-no-huffman-tables.jpg", "jpeg-right.jpg", 0.0);
}

#[test]
fn a_png_with_two_colour_chunks() {
    assert_twins("png-srgb-and-iccp.png", "png-iccp-right.png", 0.0);
    let Some(file) = reported("png-srgb-and-iccp.png") else { return };
    let pixels = picture(&file);
    let far = pixels.pixels()[..3].iter().zip([216, 41, 38]).map(|(got, want)| got.abs_diff(want)).max();
    assert!(far <= Some(3), "{:?}", &pixels.pixels()[..3]);
}

#[test]
fn jpegs_that_are_damaged_inside() {
    for name in ["jpeg-40-percent-missing.jpg", "jpeg-64-bytes-changed.jpg"] {
        let Some(file) = reported(name) else { return };
        assert!(decoded(&file).unwrap().is_damaged(), "{name}");
    }
}

#[test]
fn a_png_for_bright_screens() {
    let Some(file) = reported("png-pq.png") else { return };
    let picture = picture(&file);
    let mut levels: Vec<[u8; 3]> = picture.pixels().as_chunks::<3>().0.to_vec();
    levels.sort_unstable();
    levels.dedup();
    println!("{levels:?}");
    assert!(levels.iter().any(|[r, g, b]| [r, g, b].iter().all(|value| **value >= 235)), "no white");
    assert!(
        levels.iter().any(|[r, g, b]| [r, g, b].iter().all(|value| (122..=134).contains(*value))),
        "no middle"
    );
}

#[test]
fn a_heic_that_the_decoder_was_not_made_for() {
    let Some(file) = reported("heic-444.heic") else { return };
    assert_eq!(decoded(&file).unwrap_err(), Refusal::Unsupported);
}

#[test]
fn an_animation_of_one_frame() {
    let Some(file) = reported("apng-one-frame.png") else { return };
    assert_eq!((picture(&file).width(), picture(&file).height()), (200, 200));
}

#[test]
fn sizes_that_phones_have() {
    let sizes = [("jpeg-progressive-24.5-mp.jpg", (5712, 4284)), ("jpeg-50.1-mp.jpg", (8160, 6144))];
    for (name, size) in sizes {
        let Some(file) = reported(name) else { return };
        let decoded = decoded(&file).unwrap();
        assert_eq!(
            (decoded.width(), decoded.height(), decoded.is_damaged()),
            (size.0, size.1, false),
            "{name}"
        );
    }
}
