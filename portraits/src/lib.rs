//! Seeds in, drawn portraits of made-up people out: the demo and the tests need no real person's face. No files, no clock, no
//! async. Invariant: the same seed and look always give the same picture.

mod beard_and_glasses;
mod canvas;
mod clothes;
mod face;
mod hair;
mod headwear;

use self::{
    canvas::{Canvas, Tone, edges},
    face::Face,
};

/// The public facts that a picture can show, so that it fits the words beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    pub sex: Sex,
    pub age_band: AgeBand,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    Woman,
    Man,
    /// The seed decides.
    NotSaid,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeBand {
    /// 15 to 24.
    From15,
    /// 25 to 39.
    From25,
    /// 40 to 59.
    From40,
    /// 60 and over.
    From60,
}

const WIDTH: u32 = 960;

/// A PNG of 960 × 1200 pixels.
pub fn portrait(seed: u64, look: Look) -> Vec<u8> {
    drawn(seed, look, WIDTH).and_then(|pixels| pixels.encode_png().ok()).unwrap_or_default()
}

fn drawn(seed: u64, look: Look, width: u32) -> Option<tiny_skia::Pixmap> {
    let mut dice = Dice::new(seed);
    let mut canvas = Canvas::new(width)?;
    let person = Person::drawn_by_lot(&mut dice, look);
    background(&mut canvas, &mut dice, &person);
    let origin = (200.0 + dice.between(-10.0, 10.0), 232.0 + dice.between(-10.0, 8.0));
    let (size, tilt) = (dice.between(1.2, 1.36), dice.between(-5.0, 5.0));
    canvas.placed(origin, 0.0, (size, size), |canvas| {
        let head = |canvas: &mut Canvas, draw: &mut dyn FnMut(&mut Canvas)| {
            canvas.placed((0.0, 90.0), tilt, (1.0, 1.0), |canvas| {
                canvas.placed((0.0, -90.0), 0.0, (1.0, 1.0), |canvas| draw(canvas));
            });
        };
        head(canvas, &mut |canvas| person.top.draw_behind(canvas, &person.face, &mut dice.clone()));
        clothes::draw(canvas, &person.face, &mut dice);
        head(canvas, &mut |canvas| {
            person.face.draw(canvas, &mut dice);
            person.top.draw_before(canvas, &person.face, &mut dice);
            person.face.draw_glasses(canvas, &mut dice);
        });
        person.top.draw_drape(canvas, &person.face, &mut dice);
    });
    let mut pixels = canvas.into_pixels();
    grain(&mut pixels, seed);
    Some(pixels)
}

struct Person {
    face: Face,
    top: Top,
}

/// What is on the head: hair or headwear.
enum Top {
    Hair(hair::Hair),
    Worn(headwear::Headwear),
}

impl Person {
    fn drawn_by_lot(dice: &mut Dice, look: Look) -> Self {
        let is_woman = match look.sex {
            Sex::Woman => true,
            Sex::Man => false,
            Sex::NotSaid => dice.chance(0.5),
        };
        let face = Face::drawn_by_lot(dice, is_woman, look.age_band);
        let wears = if is_woman { 0.4 } else { 0.22 };
        let top = match dice.chance(wears) {
            true => Top::Worn(headwear::Headwear::drawn_by_lot(dice, is_woman)),
            false => Top::Hair(hair::Hair::drawn_by_lot(dice, is_woman, look.age_band)),
        };
        Self { face, top }
    }
}

impl Top {
    fn draw_behind(&self, canvas: &mut Canvas, face: &Face, dice: &mut Dice) {
        match self {
            Top::Hair(hair) => hair.draw_behind(canvas, face, dice),
            Top::Worn(worn) => worn.draw_behind(canvas, face),
        }
    }

    fn draw_before(&self, canvas: &mut Canvas, face: &Face, dice: &mut Dice) {
        match self {
            Top::Hair(hair) => hair.draw_before(canvas, face, dice),
            Top::Worn(worn) => worn.draw_before(canvas, face, dice),
        }
    }

    fn draw_drape(&self, canvas: &mut Canvas, face: &Face, dice: &mut Dice) {
        if let Top::Worn(worn) = self {
            worn.draw_drape(canvas, face, dice);
        }
    }
}

/// Plain walls in calm colours: a photo on Kinlight must not show a place.
const WALLS: [u32; 12] = [
    0xC5D6CA, 0xE3CFAE, 0xAFC8D6, 0xEBC48E, 0x9DB89A, 0xD9AE97, 0xB3A8CC, 0xDDD5C3, 0x7FA3AD, 0xC98F6B,
    0x8FA77C, 0xE0B48F,
];

fn background(canvas: &mut Canvas, dice: &mut Dice, person: &Person) {
    let mut wall = Tone::hex(*dice.one_of(&WALLS));
    // A face must contrast with its wall.
    if (wall.lightness() - person.face.skin.lightness()).abs() < 0.12 {
        wall = if person.face.skin.lightness() > 0.5 { wall.darker(0.3) } else { wall.lighter(0.35) };
    }
    let sheet = edges(&[(0.0, 0.0), (400.0, 0.0), (400.0, 500.0), (0.0, 500.0)]);
    canvas.fade(&sheet, ((60.0, 0.0), wall.lighter(0.22)), ((340.0, 500.0), wall.darker(0.2)));
    let light = (dice.between(40.0, 160.0), dice.between(40.0, 160.0));
    canvas.glow(light, (300.0, 320.0), Tone::hex(0xFFF6E6), 0.5);
    canvas.glow((390.0, 470.0), (260.0, 300.0), wall.darker(0.55), 0.35);
    if dice.chance(0.35) {
        // A curtain's or door frame's edge, out of focus.
        let x = if dice.chance(0.5) { dice.between(10.0, 70.0) } else { dice.between(330.0, 390.0) };
        for step in 0..14 {
            let half = 14.0 + step as f32 * 2.5;
            let band = edges(&[(x - half, 0.0), (x + half, 0.0), (x + half, 500.0), (x - half, 500.0)]);
            canvas.fill(&band, wall.darker(0.5), 0.022);
        }
    }
}

/// A little grain, like a camera's: flat surfaces would compress as no photo does.
fn grain(pixels: &mut tiny_skia::Pixmap, seed: u64) {
    let mut dice = Dice::new(seed ^ 0x9E37);
    for pixel in pixels.data_mut().chunks_exact_mut(4) {
        let shift = (dice.next() % 7) as i16 - 3;
        for part in &mut pixel[..3] {
            *part = (i16::from(*part) + shift).clamp(0, 255) as u8;
        }
    }
}

/// Random numbers that depend on the seed alone (splitmix64), so that the demo looks the same on every machine. Not for
/// secrets.
#[derive(Clone)]
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        let mut dice = Self(seed.wrapping_mul(0x5851_F42D_4C95_7F2D) ^ 0x1405_7B7E_F767_814F);
        dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn between(&mut self, least: f32, most: f32) -> f32 {
        let share = (self.next() >> 40) as f32 / (1u64 << 24) as f32;
        least + (most - least) * share
    }

    fn chance(&mut self, share: f32) -> bool {
        self.between(0.0, 1.0) < share
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[(self.next() % all.len() as u64) as usize]
    }
}

#[cfg(test)]
#[path = "../../tests/it/harness/cannot_run.rs"]
mod cannot_run;
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_always_gives_the_same_person_and_another_seed_another() {
        let look = Look { sex: Sex::Woman, age_band: AgeBand::From40 };
        let small = |seed| drawn(seed, look, 96).map(tiny_skia::Pixmap::take);
        assert!(small(1).is_some());
        assert_eq!(small(1), small(1));
        assert_ne!(small(1), small(2));
    }

    #[test]
    fn a_portrait_is_a_png_of_four_to_five() {
        let png = portrait(3, Look { sex: Sex::Man, age_band: AgeBand::From60 });
        let back = tiny_skia::Pixmap::decode_png(&png).unwrap();
        assert_eq!((back.width(), back.height()), (960, 1200));
    }
}
