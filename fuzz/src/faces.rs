//! Faces made of any numbers. Invariants: no area, no eye and no proposal is outside the picture; no score is outside its
//! scale; there are no more faces than cells; the pictures for the net stay within their budget.

use arbitrary::Arbitrary;
use kinlight_pictures::{Crop, Face, Picture, Turn, crop_proposal, fuzzing, warnings};

#[derive(Debug, Arbitrary)]
pub struct Case {
    width: u16,
    height: u16,
    small: [u8; 2],
    turn: u8,
    coarse: [Look; 3],
    fine: Option<[Look; 3]>,
}

#[derive(Debug, Arbitrary)]
struct Look {
    across: u8,
    cells: Vec<Cell>,
}

#[derive(Debug, Arbitrary)]
struct Cell {
    class: Number,
    object: Number,
    area: [Number; 4],
    marks: [Number; 10],
}

/// Mostly numbers that the net might return; sometimes any number at all.
#[derive(Debug, Arbitrary)]
enum Number {
    Part(u8),
    Signed(i16),
    Any(f32),
}

impl Number {
    fn value(&self) -> f32 {
        match *self {
            Number::Part(part) => f32::from(part) / 255.0,
            Number::Signed(number) => f32::from(number) / 4_096.0,
            Number::Any(any) => any,
        }
    }
}

pub fn check(case: Case) {
    let (width, height) = (u32::from(case.width) % 12_000 + 1, u32::from(case.height) % 12_000 + 1);
    let (coarse, fine) = fuzzing::looks(width, height);
    for (across, down) in [Some(coarse), fine].into_iter().flatten() {
        assert!((1..=width).contains(&across) && (1..=height).contains(&down), "{across} by {down}");
        assert!(across.max(down) <= 2_560, "{across} by {down}");
        // 2.4 times 640 squared for both, plus the margins of a sheet.
        assert!(u64::from(across) * u64::from(down) <= 1_100_000, "{across} by {down}");
    }
    assert!(coarse.0.max(coarse.1) <= 640, "{coarse:?}");

    let (across, down) = (u32::from(case.small[0]) % 64 + 1, u32::from(case.small[1]) % 64 + 1);
    let pixels = (0..across * down * 3).map(|at| (at * 37) as u8).collect();
    let picture = Picture::from_rgb(across, down, pixels).expect("whole");
    let turn = [Turn::None, Turn::Quarter, Turn::Half, Turn::ThreeQuarters][usize::from(case.turn % 4)];
    let faces = fuzzing::faces_of(&picture, turn, numbers(&case.coarse), case.fine.as_ref().map(numbers));
    for face in &faces {
        is_sound(face);
        let proposed = crop_proposal(&picture, face);
        is_area(proposed);
        let part = proposed.pixels(&picture);
        assert!(part.left + part.width <= across && part.top + part.height <= down, "{part:?}");
    }
    let most =
        case.coarse.iter().chain(case.fine.iter().flatten()).map(|look| look.cells.len()).sum::<usize>();
    assert!(faces.len() <= most, "{} faces in {most} cells", faces.len());
    assert!(warnings(&picture, &faces).len() <= 3);
}

fn numbers(looks: &[Look; 3]) -> fuzzing::Numbers {
    std::array::from_fn(|at| {
        let cells = &looks[at].cells;
        let all =
            |of: fn(&Cell) -> &[Number]| cells.iter().flat_map(of).map(Number::value).collect::<Vec<_>>();
        let classes = all(|cell| std::slice::from_ref(&cell.class));
        let objects = all(|cell| std::slice::from_ref(&cell.object));
        (usize::from(looks[at].across), [classes, objects, all(|cell| &cell.area), all(|cell| &cell.marks)])
    })
}

fn is_sound(face: &Face) {
    is_area(face.area);
    assert!((5_000..=10_000).contains(&face.score), "{}", face.score);
    for eye in [face.right_eye, face.left_eye] {
        assert!(eye.x <= 10_000 && eye.y <= 10_000, "{eye:?}");
    }
}

fn is_area(area: Crop) {
    assert_eq!(Crop::new(area.left(), area.top(), area.width(), area.height()), Ok(area));
}
