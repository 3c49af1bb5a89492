//! Measures what the thresholds for duplicates are based on (docs/pictures.md): the hash distances within one photo, after what
//! people do to photos, and between different photos. Takes folders; every file in them counts as another photo.

use std::path::PathBuf;

use jpeg_encoder::{ColorType, Encoder};
use kinlight_pictures::{
    Crop, FaceFinder, Format, Limits, Picture, Studio, crop_proposal, difference_hash, hash_distance, read,
};

struct Photo {
    name: String,
    whole: u64,
    crop: u64,
    /// The change; the distance from the whole, and from the nearer of the whole and the shown part.
    changed: Vec<(&'static str, u32, u32)>,
}

fn main() {
    let files = std::env::args().skip(1).flat_map(|folder| {
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path()).collect();
        files.sort();
        files
    });
    let finder = FaceFinder::new().expect("the finder");
    let photos: Vec<Photo> = files.filter_map(|path| measured(&path, &finder)).collect();
    for (index, (what, ..)) in photos[0].changed.iter().enumerate() {
        let mut whole: Vec<u32> = photos.iter().map(|photo| photo.changed[index].1).collect();
        let mut nearest: Vec<u32> = photos.iter().map(|photo| photo.changed[index].2).collect();
        whole.sort_unstable();
        nearest.sort_unstable();
        println!("{what}: from the whole {whole:?}; from whole or part {nearest:?}");
    }
    let mut apart = [0; 65];
    for (index, one) in photos.iter().enumerate() {
        for other in &photos[index + 1..] {
            let pairs = [(one.whole, other.whole), (one.whole, other.crop), (one.crop, other.whole)];
            let nearest = pairs.map(|(a, b)| hash_distance(a, b)).into_iter().min().expect("three pairs");
            if nearest <= 14 {
                println!("{} and {}: {nearest}", one.name, other.name);
            }
            apart[nearest as usize] += 1;
        }
    }
    let told: Vec<String> =
        apart.iter().enumerate().filter(|(_, n)| **n > 0).map(|(at, n)| format!("{at}:{n}")).collect();
    println!("{} photos, pairs by distance: {}", photos.len(), told.join(" "));
}

fn measured(path: &std::path::Path, finder: &FaceFinder) -> Option<Photo> {
    let picture = read(&std::fs::read(path).ok()?, &Limits::any_size()).ok()?;
    let picture = Studio::new().fitted(&picture, 2560).ok()?;
    let shown = |picture: &Picture| {
        let faces = finder.find(picture).expect("a look").faces;
        match faces.first() {
            Some(face) => crop_proposal(picture, face),
            None => Crop::centred(picture),
        }
    };
    let own = [difference_hash(&picture), difference_hash(&picture.crop(shown(&picture)))];
    let mut changed = Vec::new();
    let mut note = |what: &'static str, other: &Picture| {
        let whole = difference_hash(other);
        let [from_whole, from_part] = own.map(|hash| hash_distance(hash, whole));
        changed.push((what, from_whole, from_whole.min(from_part)));
    };
    note("JPEG at 40", &encoded(&picture, 40));
    note("320 wide", &Studio::new().fitted(&picture, 320).ok()?);
    note("320 wide, JPEG at 40", &encoded(&Studio::new().fitted(&picture, 320).ok()?, 40));
    note("25 % brighter", &lit(&picture, |value| value * 1.25));
    note("25 % darker", &lit(&picture, |value| value * 0.75));
    note("gamma 0.8", &lit(&picture, |value| 255.0 * (value / 255.0).powf(0.8)));
    for (what, area) in [
        ("5 % cut off each side", [500, 500, 9_000, 9_000]),
        ("2 % cut off each side", [200, 200, 9_600, 9_600]),
        ("5 % cut off the left", [500, 0, 9_500, 10_000]),
        ("5 % cut off the top", [0, 500, 10_000, 9_500]),
        ("5 % cut off the bottom", [0, 0, 10_000, 9_500]),
        ("10 % cut off the bottom", [0, 0, 10_000, 9_000]),
    ] {
        note(what, &picture.crop(Crop::new(area[0], area[1], area[2], area[3]).expect("an area")));
    }
    let files = Studio::new().variants(&picture, shown(&picture), &Format::ALL).ok()?;
    for (what, width) in [("what the site gives, 640", 640), ("what the site gives, 160", 160)] {
        let file = files.iter().rfind(|file| file.width <= width)?;
        note(what, &read(&file.bytes, &Limits::any_size()).ok()?);
    }
    let name = path.file_name()?.to_string_lossy().into_owned();
    println!("{name}: {:064b} {:064b}", own[0], own[1]);
    Some(Photo { name, whole: own[0], crop: own[1], changed })
}

fn encoded(picture: &Picture, quality: u8) -> Picture {
    let mut bytes = Vec::new();
    let (width, height) = (picture.width() as u16, picture.height() as u16);
    Encoder::new(&mut bytes, quality)
        .encode(picture.pixels(), width, height, ColorType::Rgb)
        .expect("a JPEG");
    read(&bytes, &Limits::any_size()).expect("what was written")
}

fn lit(picture: &Picture, change: impl Fn(f32) -> f32) -> Picture {
    let pixels = picture.pixels().iter().map(|value| change(f32::from(*value)).round() as u8).collect();
    Picture::from_rgb(picture.width(), picture.height(), pixels).expect("as many pixels")
}
