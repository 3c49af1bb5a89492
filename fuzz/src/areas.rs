//! Which part is published, and which is covered. Invariants: a box never leaves its picture and is never empty; an area that a
//! person covered is covered wherever that box could show it; no other pixel changes.

use arbitrary::Arbitrary;
use kinlight_pictures::{
    Cover, Crop, Face, Picture, PixelBox, Point, cover as covered, crop_proposal, fuzzing,
};

const WHOLE: u32 = 10_000;

#[derive(Debug, Arbitrary)]
pub struct CropCase {
    width: u16,
    height: u16,
    numbers: [u16; 4],
    text: String,
}

pub fn crop(case: CropCase) {
    if let Ok(read) = case.text.parse::<Crop>() {
        assert!(is_within_whole(read), "{read}");
        assert_eq!(read.to_string().parse(), Ok(read), "what is written reads back");
    }
    let [left, top, width, height] = case.numbers;
    let sum = |start: u16, length: u16| u32::from(start) + u32::from(length);
    let should_be = width > 0 && height > 0 && sum(left, width) <= WHOLE && sum(top, height) <= WHOLE;
    let made = Crop::new(left, top, width, height);
    assert_eq!(made.is_ok(), should_be, "{made:?}");
    let Ok(made) = made else { return };
    assert_eq!(made.to_string().parse(), Ok(made));
    let (across, down) = (u32::from(case.width) % 12_000 + 1, u32::from(case.height) % 12_000 + 1);
    let picture = fuzzing::sized(across, down);
    is_in_picture(made.pixels(picture), across, down);
    let portrait = made.to_portrait(picture);
    assert!(is_within_whole(portrait), "{portrait}");
    assert!(is_within(portrait, made), "{portrait} is not within {made}");
    is_in_picture(portrait.pixels(picture), across, down);
    is_in_picture(Crop::centred(picture).pixels(picture), across, down);
}

fn is_within_whole(crop: Crop) -> bool {
    Crop::new(crop.left(), crop.top(), crop.width(), crop.height()) == Ok(crop)
}

fn is_within(inner: Crop, outer: Crop) -> bool {
    inner.left() >= outer.left()
        && inner.top() >= outer.top()
        && inner.left() + inner.width() <= outer.left() + outer.width()
        && inner.top() + inner.height() <= outer.top() + outer.height()
}

fn is_in_picture(part: PixelBox, across: u32, down: u32) {
    let is_in = part.width > 0
        && part.height > 0
        && u64::from(part.left) + u64::from(part.width) <= across.into()
        && u64::from(part.top) + u64::from(part.height) <= down.into();
    assert!(is_in, "{part:?} in {across} by {down}");
}

#[derive(Debug, Arbitrary)]
pub struct CoverCase {
    width: u8,
    height: u8,
    areas: Vec<[u16; 4]>,
    face: [u16; 4],
    eyes: [u16; 4],
}

pub fn cover(case: CoverCase) {
    const OLD: [u8; 3] = [9, 200, 30];
    let (width, height) = (u32::from(case.width) % 64 + 1, u32::from(case.height) % 64 + 1);
    let areas = || case.areas.iter().take(8).filter_map(|[a, b, c, d]| fitted([*a, *b, *c, *d]));
    let mut covers: Vec<Cover> = areas().map(Cover::drawn).collect();
    if let Some(area) = fitted(case.face) {
        let [right_eye, left_eye] = [[case.eyes[0], case.eyes[1]], [case.eyes[2], case.eyes[3]]]
            .map(|[x, y]| Point { x: x % 10_001, y: y % 10_001 });
        let face = Face { area, score: 9_000, right_eye, left_eye };
        let grown = Cover::face(&face).area();
        assert!(is_within_whole(grown), "{grown}");
        assert!(is_within(area, grown), "{grown} leaves some of {area}");
        covers.push(Cover::face(&face));
        let blank = Picture::from_rgb(width, height, OLD.repeat((width * height) as usize)).expect("whole");
        let proposed = crop_proposal(&blank, &face);
        assert!(is_within_whole(proposed), "{proposed}");
        is_in_picture(proposed.pixels(&blank), width, height);
    }
    let before = Picture::from_rgb(width, height, OLD.repeat((width * height) as usize)).expect("whole");
    let shown: Vec<PixelBox> = covers.iter().map(|one| one.area().pixels(&before)).collect();
    let after = covered(before, &covers);
    assert_eq!(
        (after.width(), after.height(), after.pixels().len()),
        (width, height, (width * height * 3) as usize)
    );
    for (at, pixel) in after.pixels().as_chunks::<3>().0.iter().enumerate() {
        let (x, y) = (at as u32 % width, at as u32 / width);
        // Everything that the box would show as a crop is covered; and only pixels that the box touches are.
        let is_shown = shown.iter().any(|one| holds(one.left, one.width, x) && holds(one.top, one.height, y));
        let is_touched = covers.iter().any(|one| {
            touches(one.area().left(), one.area().width(), x, width)
                && touches(one.area().top(), one.area().height(), y, height)
        });
        let is_old = *pixel == OLD;
        assert!(!(is_touched && is_old), "{x},{y} of {width} by {height} is left");
        assert!(is_touched || is_old, "{x},{y} of {width} by {height} is gone");
        // A crop of less than a pixel shows the nearest pixel, which the area may not touch.
        assert!(
            !is_shown || !is_old || covers.iter().any(|one| is_tiny(one.area(), width, height)),
            "{x},{y} would be shown"
        );
    }
    let again = covered(after.clone(), &covers);
    assert!(again == after, "covering twice changes something");
}

/// Makes a box from any four numbers, if possible.
fn fitted([left, top, width, height]: [u16; 4]) -> Option<Crop> {
    let (left, top) = (left % 10_000, top % 10_000);
    Crop::new(left, top, width % (10_000 - left) + 1, height % (10_000 - top) + 1).ok()
}

fn holds(start: u32, length: u32, at: u32) -> bool {
    (start..start + length).contains(&at)
}

/// Whether the inside of pixel `at` of `side` overlaps the area.
fn touches(start: u16, length: u16, at: u32, side: u32) -> bool {
    let (start, end) = (u32::from(start) * side, (u32::from(start) + u32::from(length)) * side);
    at * WHOLE < end && (at + 1) * WHOLE > start
}

/// Two pixels or less along a side: a crop of this size rounds to the nearest pixel, while a cover fills each pixel that it
/// touches.
fn is_tiny(area: Crop, width: u32, height: u32) -> bool {
    u32::from(area.width()) * width <= 2 * WHOLE || u32::from(area.height()) * height <= 2 * WHOLE
}
