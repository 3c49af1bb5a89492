//! No bystander is published by oversight: faces are found in any orientation, nothing else is taken for a face, and a covered
//! person can't be seen.

use std::sync::LazyLock;
use std::time::Instant;

use kinlight_pictures::{
    Certainty, Cover, Crop, Face, FaceFinder, Found, Picture, Studio, Turn, Warning, cover, crop_proposal,
    read, warnings,
};
use sha2::{Digest, Sha256};

use crate::fixtures::*;
use crate::shared::shared_folder;
use crate::upright::stored;

static FINDER: LazyLock<FaceFinder> = LazyLock::new(|| FaceFinder::new().unwrap());
const TURNS: [Turn; 4] = [Turn::None, Turn::Quarter, Turn::Half, Turn::ThreeQuarters];

fn find(picture: &Picture) -> Found {
    FINDER.find(picture).unwrap()
}

/// Real faces can't be drawn, so these are photos. Each is searched once, upright, for all tests.
struct Shown {
    name: String,
    picture: Picture,
    /// The number of people.
    count: usize,
    found: Found,
}

static PEOPLE: LazyLock<Vec<Shown>> = LazyLock::new(|| {
    let open = |folder: &str, count: usize| {
        let shown = |(name, bytes): (String, Vec<u8>)| {
            let picture = read(&bytes, &limits()).unwrap();
            Shown { name, found: find(&picture), picture, count }
        };
        shared_folder(folder).into_iter().map(shown).collect::<Vec<_>>()
    };
    let mut people = open("portraits", 1);
    people.extend(open("faces", 2));
    people
});

fn people() -> impl Iterator<Item = (&'static str, Picture, usize, &'static Found)> {
    PEOPLE.iter().map(|shown| (shown.name.as_str(), shown.picture.clone(), shown.count, &shown.found))
}

/// The point between the eyes of the face.
fn eyes_middle(face: &Face) -> (f64, f64) {
    let middle = |one: u16, other: u16| f64::from(one.midpoint(other));
    (middle(face.right_eye.x, face.left_eye.x), middle(face.right_eye.y, face.left_eye.y))
}

fn is_near((x1, y1): (f64, f64), (x2, y2): (f64, f64), most: f64) -> bool {
    (x1 - x2).abs() <= most && (y1 - y2).abs() <= most
}

/// A background to paste faces on: nothing in it resembles a face.
fn meadow(width: u32, height: u32) -> Picture {
    let mut picture = noise(width, height, 11).pixels().to_vec();
    for (at, value) in picture.iter_mut().enumerate() {
        let row = (at / (width as usize * 3)) as u32;
        *value = (120 + (row * 60 / height) as u8).saturating_add(*value / 8);
    }
    Picture::from_rgb(width, height, picture).unwrap()
}

/// A picture of every second, third … pixel, averaged.
fn shrunk(picture: &Picture, by: u32) -> Picture {
    let (width, height) = (picture.width() / by, picture.height() / by);
    let mean = |x: u32, y: u32, channel: u32| {
        let sum: u32 = (0..by * by)
            .map(|at| (y * by + at / by) * picture.width() + x * by + at % by)
            .map(|pixel| u32::from(picture.pixels()[(pixel * 3 + channel) as usize]))
            .sum();
        (sum / (by * by)) as u8
    };
    let pixels = (0..height).flat_map(|y| (0..width).flat_map(move |x| [0, 1, 2].map(|c| (x, y, c))));
    Picture::from_rgb(width, height, pixels.map(|(x, y, c)| mean(x, y, c)).collect()).unwrap()
}

#[test]
fn the_model_is_the_one_that_notice_names() {
    let model = include_bytes!("../../models/face_detection_yunet_2023mar.onnx");
    let checksum: String = Sha256::digest(model).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(checksum, "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4");
    assert!(include_str!("../../../NOTICE").contains(&checksum));
}

#[test]
fn each_portrait_shows_one_face_and_two_people_show_two() {
    for (name, picture, count, found) in people() {
        assert_eq!((found.faces.len(), found.turn), (count, Turn::None), "{name}: {found:?}");
        for face in &found.faces {
            assert_eq!(face.certainty(), Certainty::Sure, "{name}");
            assert!(face.right_eye.x < face.left_eye.x, "{name}: {face:?}");
        }
        assert_eq!(warnings(&picture, &found.faces), [], "{name}");
    }
}

#[test]
fn the_largest_face_comes_first() {
    for (name, _, _, found) in people() {
        let sizes: Vec<_> = found
            .faces
            .iter()
            .map(|face| u32::from(face.area.width()) * u32::from(face.area.height()))
            .collect();
        assert!(sizes.is_sorted_by(|one, next| one >= next), "{name}: {sizes:?}");
    }
}

#[test]
fn a_photo_that_lies_on_its_side_is_seen_all_the_same() {
    for (name, picture, count, upright) in people() {
        // The upright one is tested in `each_portrait_shows_one_face_and_two_people_show_two`.
        for (turn, back) in TURNS.into_iter().zip([0, 3, 2, 1].map(|at| TURNS[at])).skip(1) {
            let lying = turn.apply(picture.clone());
            let found = find(&lying);
            assert_eq!((found.faces.len(), found.turn), (count, back), "{name} {turn:?}: {found:?}");
            // The proposed turn makes the picture upright; the boxes refer to the picture as given.
            assert_eq!(found.turn.apply(lying), picture, "{name} {turn:?}");
            for (face, expected) in found.faces.iter().zip(&upright.faces) {
                let (x, y) = eyes_middle(expected);
                let place = match turn {
                    Turn::None => (x, y),
                    Turn::Quarter => (10_000.0 - y, x),
                    Turn::Half => (10_000.0 - x, 10_000.0 - y),
                    Turn::ThreeQuarters => (y, 10_000.0 - x),
                };
                assert!(
                    is_near(eyes_middle(face), place, 150.0),
                    "{name} {turn:?}: {face:?}, not at {place:?}"
                );
            }
        }
    }
}

#[test]
fn however_the_camera_was_held_the_answer_is_the_same() {
    for (name, picture, count, _) in people() {
        // A smaller size gives the same result, because pixels are turned before the search.
        let picture = Studio::new().fitted(&picture, 1_080).unwrap();
        let held = |orientation| {
            let file = with_segments(&jpeg(&stored(&picture, orientation)), &[exif_segment(orientation)]);
            find(&read(&file, &limits()).unwrap())
        };
        let upright = held(1);
        for orientation in 2..=8 {
            let found = held(orientation);
            assert_eq!((found.faces.len(), found.turn), (count, Turn::None), "{name} {orientation}");
            for (face, expected) in found.faces.iter().zip(&upright.faces) {
                assert!(
                    is_near(eyes_middle(face), eyes_middle(expected), 60.0),
                    "{name} {orientation}: {face:?}"
                );
            }
        }
    }
    // The eight shared files show somebody from behind.
    for (name, bytes) in shared_folder("orientation") {
        assert_eq!(find(&read(&bytes, &limits()).unwrap()).faces, [], "{name}");
    }
}

#[test]
fn a_small_face_far_back_in_a_big_picture_is_found() {
    let background = meadow(2_560, 1_920);
    for (name, picture, count, found) in people() {
        let face = found.faces[0];
        let wide = u32::from(face.area.width()) * picture.width() / 10_000;
        if count > 1 {
            continue;
        }
        // About 44 pixels wide: 11 of the 640 pixels that the first look sees.
        let person = shrunk(&picture, (wide / 44).max(1));
        let found = find(&pasted(&background, &person, 300, 200));
        assert_eq!(found.faces.len(), 1, "{name}: {found:?}");
        let (x, y) = eyes_middle(&face);
        let place = (
            (300.0 + x * f64::from(person.width()) / 10_000.0) / 2_560.0 * 10_000.0,
            (200.0 + y * f64::from(person.height()) / 10_000.0) / 1_920.0 * 10_000.0,
        );
        assert!(is_near(eyes_middle(&found.faces[0]), place, 50.0), "{name}: {found:?}, not at {place:?}");
    }
}

#[test]
fn who_is_covered_is_gone_and_the_others_stay() {
    for (name, picture, count, found) in people() {
        let faces = &found.faces;
        let all: Vec<Cover> = faces.iter().map(Cover::face).collect();
        let covered = cover(picture.clone(), &all);
        assert_eq!(find(&covered).faces, [], "{name}");
        // And after it was encoded, stored and read again.
        let kept = read(&covered.working_copy().unwrap(), &limits()).unwrap();
        assert_eq!(find(&kept).faces, [], "{name}");
        if count == 2 {
            let alone = cover(picture, &all[1..]);
            let left = find(&alone).faces;
            assert_eq!(left.len(), 1, "{name}: {left:?}");
            assert!(is_near(eyes_middle(&left[0]), eyes_middle(&faces[0]), 60.0), "{name}");
        }
    }
}

#[test]
fn what_a_person_drew_over_a_face_hides_it_too() {
    for (name, picture, count, found) in people() {
        for face in &found.faces {
            let gone = cover(picture.clone(), &[Cover::drawn(face.area)]);
            assert_eq!(find(&gone).faces.len(), count - 1, "{name}");
        }
    }
}

#[test]
fn the_proposed_crop_shows_the_face_in_its_middle() {
    for (name, picture, _, found) in people() {
        for face in &found.faces {
            let crop = crop_proposal(&picture, face);
            let part = crop.pixels(&picture);
            let ratio = f64::from(part.width) / f64::from(part.height);
            assert!((ratio - 0.8).abs() < 0.01, "{name}: {part:?}");
            let shown = find(&picture.crop(crop)).faces;
            assert!(!shown.is_empty(), "{name}");
            let (x, y) = eyes_middle(&shown[0]);
            assert!((2_500.0..7_500.0).contains(&x) && (2_000.0..6_500.0).contains(&y), "{name}: {x} {y}");
        }
    }
}

#[test]
fn a_dim_a_soft_and_a_tiny_portrait_are_pointed_out() {
    let dim = |picture: &Picture| {
        let pixels = picture.pixels().iter().map(|value| value / 4).collect();
        Picture::from_rgb(picture.width(), picture.height(), pixels).unwrap()
    };
    // Shrunk to a face 24 pixels wide, then enlarged again.
    let soft = |picture: &Picture, face: &Face| {
        let by = (u32::from(face.area.width()) * picture.width() / 10_000 / 24).max(1);
        let small = shrunk(picture, by);
        let (width, height) = (small.width() * by, small.height() * by);
        let at = |x: u32, y: u32| ((y / by * small.width() + x / by) * 3) as usize;
        let blocks = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let pixels = blocks.flat_map(|(x, y)| small.pixels()[at(x, y)..][..3].to_vec()).collect();
        smoothed(Picture::from_rgb(width, height, pixels).unwrap(), by)
    };
    for (name, picture, _, found) in people() {
        let faces = &found.faces;
        assert!(warnings(&dim(&picture), faces).contains(&Warning::Dark), "{name}");
        assert!(!warnings(&dim(&picture), faces).contains(&Warning::Blurred), "{name}: dim is not soft");
        assert_eq!(warnings(&soft(&picture, &faces[0]), faces), [Warning::Blurred], "{name}");
        let wide = u32::from(faces[0].area.width()) * picture.width() / 10_000;
        let small = shrunk(&picture, wide / 60 + 1);
        assert!(warnings(&small, faces).contains(&Warning::SmallFace), "{name}");
    }
}

/// Averages each pixel with those up to `by` away, along rows and columns.
fn smoothed(picture: Picture, by: u32) -> Picture {
    let (width, height, by) = (picture.width() as usize, picture.height() as usize, by as usize);
    let pass = |from: &[u8], step: usize, length: usize, place: &dyn Fn(usize) -> usize| -> Vec<u8> {
        let value = |at: usize| {
            let along = place(at);
            let (first, last) = (along.saturating_sub(by), (along + by).min(length - 1));
            let sum: usize =
                (first..=last).map(|other| usize::from(from[at + other * step - along * step])).sum();
            (sum / (last - first + 1)) as u8
        };
        (0..from.len()).map(value).collect()
    };
    let rows = pass(picture.pixels(), 3, width, &|at| at / 3 % width);
    let both = pass(&rows, width * 3, height, &|at| at / 3 / width);
    Picture::from_rgb(width as u32, height as u32, both).unwrap()
}

#[test]
fn nothing_that_is_no_face_is_taken_for_one() {
    let (width, height) = (800, 600);
    let drawn = |colour: &dyn Fn(f64, f64) -> [u8; 3]| {
        let points = (0..height).flat_map(|y| (0..width).map(move |x| (f64::from(x), f64::from(y))));
        Picture::from_rgb(width, height, points.flat_map(|(x, y)| colour(x, y)).collect()).unwrap()
    };
    let grey = |value: f64| [value.clamp(0.0, 255.0) as u8; 3];
    let disc = |x: f64, y: f64, middle_x: f64, middle_y: f64, radius: f64| {
        (x - middle_x).hypot(y - middle_y) < radius
    };
    // Text: rows of short strokes with gaps.
    let text = |x: f64, y: f64| {
        let (column, row) = ((x / 7.0) as u64, (y / 22.0) as u64);
        let mut state = column * 7_919 + row * 104_729;
        let is_ink = y % 22.0 < 12.0 && next(&mut state) >> 61 > 2 && (x % 7.0 < 2.0 || y % 6.0 < 1.5);
        grey(if is_ink { 20.0 } else { 245.0 })
    };
    // A cat: round head, pointed ears, slit eyes, whiskers.
    let cat = |x: f64, y: f64| {
        let (x, y) = (x - 400.0, y - 320.0);
        let is_ear = |side: f64| {
            let (from_middle, up) = ((x * side - 95.0).abs(), -y - 70.0);
            (0.0..130.0).contains(&up) && from_middle < 60.0 * (1.0 - up / 130.0)
        };
        let is_eye = |side: f64| ((x - side * 60.0) / 34.0).hypot((y + 25.0) / 20.0) < 1.0;
        let is_slit = |side: f64| ((x - side * 60.0) / 6.0).hypot((y + 25.0) / 20.0) < 1.0;
        let is_whisker =
            x.abs() > 50.0 && x.abs() < 230.0 && (y - 50.0).abs() % 24.0 < 2.0 && (y - 50.0).abs() < 30.0;
        if is_slit(-1.0) || is_slit(1.0) || is_whisker {
            [15, 15, 15]
        } else if is_eye(-1.0) || is_eye(1.0) {
            [170, 200, 60]
        } else if x.abs() < 14.0 && (28.0..46.0).contains(&y) {
            [220, 130, 140]
        } else if x.hypot(y) < 160.0 || is_ear(-1.0) || is_ear(1.0) {
            [190, 120, 50]
        } else {
            [230, 235, 240]
        }
    };
    let cases: [(&str, Picture); 12] = [
        ("white", drawn(&|_, _| [255; 3])),
        ("black", drawn(&|_, _| [0; 3])),
        ("a gradient", drawn(&|x, y| [(x / 4.0) as u8, (y / 3.0) as u8, 128])),
        ("a round light", drawn(&|x, y| grey(255.0 - (x - 400.0).hypot(y - 300.0) * 0.8))),
        ("rings", drawn(&|x, y| grey(127.0 + 120.0 * ((x - 400.0).hypot(y - 300.0) / 14.0).sin()))),
        (
            "many discs",
            drawn(&|x, y| grey(if disc(x % 90.0, y % 90.0, 45.0, 45.0, 30.0) { 40.0 } else { 220.0 })),
        ),
        (
            "two dots and a disc",
            drawn(&|x, y| {
                let is_dot = disc(x, y, 340.0, 260.0, 20.0) || disc(x, y, 460.0, 260.0, 20.0);
                if is_dot {
                    [30, 30, 40]
                } else if disc(x, y, 400.0, 300.0, 160.0) {
                    [250, 220, 60]
                } else {
                    [120, 160, 220]
                }
            }),
        ),
        (
            "a chessboard",
            drawn(&|x, y| grey(if (x / 50.0) as u32 % 2 == (y / 50.0) as u32 % 2 { 230.0 } else { 30.0 })),
        ),
        ("a page of words", drawn(&text)),
        ("a cat", drawn(&cat)),
        ("noise", noise(width, height, 5)),
        ("four quarters", scene(width, height)),
    ];
    for (name, picture) in cases {
        assert_eq!(find(&picture).faces, [], "{name}");
    }
}

#[test]
fn photos_without_people_hold_no_sure_face() {
    for (name, bytes) in shared_folder("phones") {
        // A man in a train, and his reflection in the window.
        let expected = if name == "galaxy-s-rotated-90.jpg" { 2 } else { 0 };
        let found = find(&read(&bytes, &limits()).unwrap());
        let sure = found.faces.iter().filter(|face| face.certainty() == Certainty::Sure);
        assert_eq!(sure.count(), expected, "{name}: {found:?}");
    }
}

#[test]
fn the_strangest_sizes_are_looked_at() {
    for (width, height) in
        [(1, 1), (2, 1), (12_000, 1), (1, 12_000), (31, 33), (640, 1), (641, 639), (4_000, 100)]
    {
        let picture = Picture::from_rgb(width, height, vec![140; (width * height * 3) as usize]).unwrap();
        assert_eq!(find(&picture).faces, [], "{width}x{height}");
        let gone = cover(picture, &[Cover::drawn(Crop::WHOLE)]);
        assert_eq!((gone.width(), gone.height()), (width, height));
    }
}

#[test]
fn looking_takes_little_time_and_one_thread() {
    let picture = meadow(2_560, 1_920);
    find(&picture);
    let started_at = Instant::now();
    std::thread::scope(|scope| {
        let looks: Vec<_> = (0..2).map(|_| scope.spawn(|| find(&picture))).collect();
        let answers: Vec<Found> = looks.into_iter().map(|look| look.join().unwrap()).collect();
        assert_eq!(answers[0], answers[1]);
    });
    println!("two at once, each looked at in four ways: {:?}", started_at.elapsed());
    assert!(started_at.elapsed().as_secs() < 20);
}
