//! What only some faces have: a beard, glasses.

use super::{
    Dice,
    canvas::{Canvas, Tone, even, line, oval, shape},
    face::Face,
};

#[derive(Clone, Copy, PartialEq)]
pub enum Beard {
    None,
    Stubble,
    Moustache,
    Short,
    Full,
}

impl Face {
    pub fn draw_beard(&self, canvas: &mut Canvas, dice: &mut Dice) {
        let moustache = shape(&[
            (0.0, 45.0),
            (12.0, 46.0),
            (27.0, 59.0),
            (25.0, 64.0),
            (12.0, 57.0),
            (0.0, 55.5),
            (-12.0, 57.0),
            (-25.0, 64.0),
            (-27.0, 59.0),
            (-12.0, 46.0),
        ]);
        let w = self.half_width;
        let length = match self.beard {
            Beard::None | Beard::Stubble => return,
            Beard::Moustache => 0.0,
            Beard::Short => dice.between(5.0, 9.0),
            Beard::Full => dice.between(18.0, 34.0),
        };
        if length > 0.0 {
            let beard = even(&[
                (0.0, 77.0),
                (14.0, 74.0),
                (26.0, 60.0),
                (40.0, 54.0),
                (w - 10.0, 26.0),
                (w - 1.0, 4.0),
                (w + 1.5, 26.0),
                (self.jaw + 7.0, 66.0),
                (self.chin + 12.0, 88.0 + length),
                (0.0, 96.0 + length),
            ]);
            self.draw_bristles(canvas, dice, &beard, 220, (w, 20.0, 100.0 + length));
        }
        canvas.placed((self.turn, 0.0), 0.0, (1.0, 1.0), |canvas| {
            self.draw_bristles(canvas, dice, &moustache, 60, (28.0, 44.0, 62.0));
        });
    }

    fn draw_bristles(
        &self,
        canvas: &mut Canvas,
        dice: &mut Dice,
        area: &Option<tiny_skia::Path>,
        count: usize,
        reach: (f32, f32, f32),
    ) {
        canvas.fill(area, self.hair, 0.95);
        canvas.within(area, |canvas| {
            canvas.glow((-30.0, 70.0), (50.0, 50.0), self.hair.lighter(0.4), 0.25);
            for _ in 0..count {
                let (x, y) = (dice.between(-reach.0, reach.0), dice.between(reach.1, reach.2));
                let tone = if dice.chance(0.5) { self.hair.lighter(0.3) } else { self.hair.darker(0.5) };
                canvas.stroke(&line(&[(x, y), (x + x * 0.03, y + 8.0)]), tone, 0.35, 1.2);
            }
        });
    }

    pub fn draw_glasses(&self, canvas: &mut Canvas, dice: &mut Dice) {
        if !self.has_glasses {
            return;
        }
        let frame = Tone::hex(*dice.one_of(&[0x2B2320, 0x5A3A28, 0x8A8378, 0x3A3F4A, 0x7A5A2E]));
        let (half, is_round) = ((dice.between(20.0, 23.0), dice.between(15.0, 19.0)), dice.chance(0.4));
        for side in [-1.0, 1.0] {
            let centre = (side * (self.eye_gap + 0.5) + self.turn, 2.0);
            let (x, y) = half;
            let lens = match is_round {
                true => oval(centre, (y + 2.0, y + 2.0)),
                false => shape(&[
                    (centre.0 - x, centre.1 - y * 0.6),
                    (centre.0 - x * 0.6, centre.1 - y),
                    (centre.0 + x * 0.6, centre.1 - y),
                    (centre.0 + x, centre.1 - y * 0.6),
                    (centre.0 + x * 0.9, centre.1 + y * 0.6),
                    (centre.0 + x * 0.5, centre.1 + y),
                    (centre.0 - x * 0.5, centre.1 + y),
                    (centre.0 - x * 0.9, centre.1 + y * 0.6),
                ]),
            };
            canvas.fill(&lens, Tone::hex(0xEAF2F4), 0.12);
            canvas.stroke(&lens, frame, 0.95, 2.6);
            let edge = side * (self.eye_gap + if is_round { half.1 + 2.0 } else { half.0 }) + self.turn;
            canvas.stroke(&line(&[(edge, -4.0), (side * (self.half_width - 1.0), -6.0)]), frame, 0.95, 2.6);
        }
        let inner = self.eye_gap - if is_round { half.1 + 2.0 } else { half.0 };
        canvas.stroke(
            &line(&[(self.turn - inner, -1.0), (self.turn, -4.0), (self.turn + inner, -1.0)]),
            frame,
            0.95,
            2.6,
        );
    }
}
