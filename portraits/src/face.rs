//! A face: random proportions, then skin, eyes, nose, mouth and wrinkles.

use super::{
    AgeBand, Dice,
    beard_and_glasses::Beard,
    canvas::{At, Canvas, Tone, even, line, oval, shape},
};

/// Sizes in sheet units, from the point between the eyes; the chin is at about y = 94.
pub struct Face {
    pub is_woman: bool,
    pub age: AgeBand,
    pub skin: Tone,
    pub hair: Tone,
    pub half_width: f32,
    pub jaw: f32,
    pub chin: f32,
    pub eye_gap: f32,
    eye: At,
    iris: Tone,
    brow: f32,
    arch: f32,
    nose: At,
    mouth: f32,
    lips: f32,
    smile: f32,
    /// How far the head is turned: all features move to that side.
    pub turn: f32,
    pub beard: Beard,
    pub has_glasses: bool,
}

const SKINS: [u32; 12] = [
    0xF0CDB2, 0xE8BD9C, 0xDDAB86, 0xD09A72, 0xC58B62, 0xB67A52, 0xA66B46, 0x94593A, 0x7E4A30, 0x6B3D28,
    0x583122, 0xE3B48C,
];
const DARK_HAIR: [u32; 7] = [0x1B1412, 0x241A16, 0x2E201A, 0x3B2820, 0x15131A, 0x4A3023, 0x2A1C1A];
const FAIR_HAIR: [u32; 4] = [0x6B4A2F, 0x8A6239, 0xA67C48, 0x7B3F26];
const GREY_HAIR: [u32; 4] = [0xB8B2AB, 0xD6D1C9, 0x8E8984, 0xE4E0DA];
const IRISES: [u32; 5] = [0x3A2417, 0x4A2F1D, 0x2B1B13, 0x5C4020, 0x33261C];

impl Face {
    pub fn drawn_by_lot(dice: &mut Dice, is_woman: bool, age: AgeBand) -> Self {
        let skin = Tone::hex(*dice.one_of(&SKINS));
        let is_fair = skin.lightness() > 0.72;
        let own = match is_fair && dice.chance(0.55) {
            true => Tone::hex(*dice.one_of(&FAIR_HAIR)),
            false => Tone::hex(*dice.one_of(&DARK_HAIR)),
        };
        let grey = Tone::hex(*dice.one_of(&GREY_HAIR));
        let hair = match age {
            AgeBand::From15 | AgeBand::From25 => own,
            AgeBand::From40 => own.mix(grey, dice.between(0.0, 0.4)),
            AgeBand::From60 => own.mix(grey, dice.between(0.65, 1.0)),
        };
        let iris = match is_fair && dice.chance(0.35) {
            true => Tone::hex(*dice.one_of(&[0x5F7F8C, 0x6B7D52, 0x4E6E86])),
            false => Tone::hex(*dice.one_of(&IRISES)),
        };
        let beard = match (is_woman, age) {
            (true, _) => Beard::None,
            (false, AgeBand::From15) => *dice.one_of(&[Beard::None, Beard::None, Beard::Stubble]),
            (false, _) => *dice.one_of(&[
                Beard::None,
                Beard::Stubble,
                Beard::Moustache,
                Beard::Short,
                Beard::Full,
                Beard::Short,
            ]),
        };
        let glasses = if age == AgeBand::From60 { 0.4 } else { 0.17 };
        let widen = if is_woman { 0.0 } else { 3.0 };
        Self {
            is_woman,
            age,
            skin,
            hair,
            half_width: dice.between(62.0, 72.0) + widen,
            jaw: dice.between(43.0, 56.0) + widen * 1.4,
            chin: dice.between(17.0, 27.0) + widen,
            eye_gap: dice.between(28.0, 32.0),
            eye: (dice.between(12.8, 15.0), dice.between(6.6, 8.6)),
            iris,
            brow: if is_woman { dice.between(3.2, 4.8) } else { dice.between(5.0, 7.0) },
            arch: dice.between(3.0, 7.0),
            nose: (dice.between(10.5, 16.0), dice.between(33.0, 39.0)),
            mouth: dice.between(20.0, 26.0),
            lips: if is_woman { dice.between(7.0, 10.5) } else { dice.between(5.5, 8.5) },
            smile: dice.between(1.2, 6.5),
            turn: dice.between(-5.5, 5.5),
            beard,
            has_glasses: dice.chance(glasses),
        }
    }

    pub fn outline(&self) -> Option<tiny_skia::Path> {
        let w = self.half_width;
        even(&[
            (0.0, -99.0),
            (w * 0.58, -89.0),
            (w * 0.93, -54.0),
            (w, -8.0),
            (w - 3.5, 28.0),
            (self.jaw, 63.0),
            (self.chin, 88.0),
            (0.0, 95.0),
        ])
    }

    pub fn shadow(&self) -> Tone {
        self.skin.mix(Tone::hex(0x4A1E1A), 0.42)
    }

    fn line_tone(&self) -> Tone {
        self.skin.mix(Tone::hex(0x2A0F0C), 0.7)
    }

    pub fn draw(&self, canvas: &mut Canvas, dice: &mut Dice) {
        self.draw_ears(canvas);
        let outline = self.outline();
        canvas.fade(
            &outline,
            ((-50.0, -90.0), self.skin.lighter(0.09)),
            ((70.0, 95.0), self.skin.darker(0.1)),
        );
        canvas.within(&outline, |canvas| {
            self.draw_light(canvas);
            if self.beard == Beard::Stubble {
                canvas.glow((0.0, 78.0), (74.0, 52.0), self.hair, 0.42);
            }
        });
        self.draw_beard(canvas, dice);
        canvas.placed((self.turn, 0.0), 0.0, (1.0, 1.0), |canvas| {
            self.draw_age(canvas);
            self.draw_nose(canvas);
            self.draw_mouth(canvas);
            for side in [-1.0, 1.0] {
                // The side that is turned away is a little narrower.
                let gap = self.eye_gap - side * self.turn * 0.25;
                canvas.placed((side * gap, 0.0), 0.0, (side, 1.0), |canvas| self.draw_eye(canvas, side));
            }
        });
    }

    fn draw_ears(&self, canvas: &mut Canvas) {
        for side in [-1.0, 1.0] {
            canvas.placed((side * (self.half_width - 1.0), 8.0), 0.0, (side, 1.0), |canvas| {
                let ear = shape(&[
                    (-6.0, -18.0),
                    (6.0, -21.0),
                    (11.0, -8.0),
                    (8.0, 8.0),
                    (2.0, 20.0),
                    (-6.0, 18.0),
                ]);
                canvas.fill(&ear, self.skin.darker(if side > 0.0 { 0.16 } else { 0.04 }), 1.0);
                canvas.stroke(&line(&[(1.0, -13.0), (6.0, -10.0), (4.0, 4.0)]), self.shadow(), 0.55, 2.2);
            });
        }
    }

    fn draw_light(&self, canvas: &mut Canvas) {
        let (shadow, blush) = (self.shadow(), self.skin.mix(Tone::hex(0xC2443A), 0.5));
        canvas.glow((self.half_width + 14.0, 30.0), (62.0, 130.0), shadow, 0.42);
        canvas.glow((-self.half_width - 18.0, 50.0), (46.0, 110.0), shadow, 0.22);
        canvas.glow((0.0, 108.0), (80.0, 34.0), shadow, 0.4);
        canvas.glow((-18.0, -52.0), (52.0, 40.0), self.skin.lighter(0.6), 0.34);
        for side in [-1.0, 1.0] {
            canvas.glow((side * 38.0, 32.0), (27.0, 22.0), blush, 0.3);
            canvas.glow((side * self.eye_gap, -3.0), (25.0, 20.0), shadow, 0.34);
        }
        canvas.glow((-33.0, 22.0), (20.0, 12.0), self.skin.lighter(0.7), 0.3);
        canvas.glow((0.0, 78.0), (17.0, 10.0), self.skin.lighter(0.5), 0.25);
    }

    fn draw_eye(&self, canvas: &mut Canvas, side: f32) {
        let (w, h) = self.eye;
        let ink = Tone::hex(0x1E1210);
        let lids = shape(&[
            (-w, 2.0),
            (-w * 0.4, -h * 0.86),
            (w * 0.35, -h),
            (w, -0.6),
            (w * 0.4, h * 0.62),
            (-w * 0.4, h * 0.66),
        ]);
        canvas.fill(&lids, Tone::hex(0xF4EEE6), 1.0);
        canvas.within(&lids, |canvas| {
            let iris = (-0.4, -0.8);
            canvas.fill(&oval(iris, (6.9, 6.9)), self.iris.darker(0.45), 1.0);
            canvas.fill(&oval(iris, (5.9, 5.9)), self.iris, 1.0);
            canvas.glow((iris.0, iris.1 + 3.0), (5.0, 4.0), self.iris.lighter(0.5), 0.6);
            canvas.fill(&oval(iris, (3.0, 3.0)), Tone::hex(0x0C0808), 1.0);
            // The light comes from the left for both eyes.
            canvas.fill(&oval((-2.2 * side, -3.2), (1.7, 1.7)), Tone::hex(0xFFFFFF), 0.95);
            canvas.glow((0.0, -h), (w * 1.3, h), ink, 0.4);
        });
        let upper = line(&[(-w, 2.0), (-w * 0.4, -h * 0.86), (w * 0.35, -h), (w + 0.6, -0.8)]);
        canvas.stroke(&upper, ink, 0.9, if self.is_woman { 2.7 } else { 2.0 });
        if self.is_woman {
            canvas.stroke(&line(&[(w - 1.5, -3.0), (w + 2.6, -4.2)]), ink, 0.8, 1.6);
        }
        let lower = line(&[(-w * 0.7, h * 0.5), (0.0, h * 0.74), (w * 0.8, h * 0.3)]);
        canvas.stroke(&lower, self.line_tone(), 0.5, 1.1);
        let crease = line(&[(-w * 0.8, -h * 0.9), (0.0, -h - 4.2), (w, -h * 0.5)]);
        canvas.stroke(&crease, self.line_tone(), 0.42, 1.5);
        let top = -h - 11.0 - self.brow * 0.5;
        let brow = shape(&[
            (-w - 2.0, top + 0.5),
            (-2.0, top - self.arch * 0.45),
            (w * 0.6, top - self.arch * 0.4),
            (w + 7.0, top + 5.5),
            (w * 0.6, top - self.arch * 0.4 + self.brow * 0.75),
            (-2.0, top - self.arch * 0.45 + self.brow),
            (-w - 1.0, top + 0.5 + self.brow),
        ]);
        canvas.fill(&brow, self.hair.darker(0.12), if self.age == AgeBand::From60 { 0.8 } else { 0.88 });
    }

    fn draw_nose(&self, canvas: &mut Canvas) {
        let (w, y) = self.nose;
        let tone = self.shadow();
        canvas.fill(
            &shape(&[(5.0, -8.0), (6.0, 14.0), (w + 1.0, y - 4.0), (w - 4.0, y + 1.0), (3.0, 20.0)]),
            tone,
            0.2,
        );
        canvas.stroke(&line(&[(-1.5, -4.0), (-2.0, y - 14.0)]), self.skin.lighter(0.75), 0.2, 5.0);
        canvas.glow((-1.0, y - 6.0), (8.0, 7.0), self.skin.lighter(0.8), 0.4);
        canvas.glow((0.0, y + 5.0), (w + 6.0, 6.0), tone, 0.5);
        for side in [-1.0, 1.0] {
            let wing = line(&[
                (side * (w - 2.0), y - 9.0),
                (side * (w + 0.5), y - 3.0),
                (side * (w - 4.0), y + 1.6),
            ]);
            canvas.stroke(&wing, self.line_tone(), 0.4, 1.8);
            canvas.fill(&oval((side * w * 0.48, y + 1.2), (w * 0.24, 1.8)), self.line_tone(), 0.75);
        }
        canvas.stroke(&line(&[(-3.0, y + 2.6), (0.0, y + 3.6), (3.0, y + 2.6)]), self.line_tone(), 0.35, 1.5);
    }

    fn draw_mouth(&self, canvas: &mut Canvas) {
        let (w, l, s) = (self.mouth, self.lips, self.smile);
        let y = 62.0;
        let rose = if self.is_woman { 0.62 } else { 0.4 };
        let lip = self.skin.mix(Tone::hex(0x9A3B3C), rose).darker(0.06);
        let corner = y - s;
        let upper = shape(&[
            (-w, corner),
            (-w * 0.45, y - l * 0.5),
            (-3.5, y - l * 0.68),
            (0.0, y - l * 0.5),
            (3.5, y - l * 0.68),
            (w * 0.45, y - l * 0.5),
            (w, corner),
            (w * 0.4, y + 1.4),
            (0.0, y + 1.8),
            (-w * 0.4, y + 1.4),
        ]);
        let lower = shape(&[
            (-w * 0.94, corner + 0.6),
            (-w * 0.4, y + 1.0),
            (0.0, y + 1.6),
            (w * 0.4, y + 1.0),
            (w * 0.94, corner + 0.6),
            (w * 0.5, y + l * 0.86),
            (0.0, y + l),
            (-w * 0.5, y + l * 0.86),
        ]);
        canvas.fill(&lower, lip.lighter(0.08), 1.0);
        canvas.fill(&upper, lip.darker(0.12), 1.0);
        canvas.glow((-3.0, y + l * 0.55), (w * 0.42, l * 0.3), lip.lighter(0.7), 0.4);
        let parting = line(&[
            (-w - 1.0, corner - 0.3),
            (-w * 0.4, y + 0.9),
            (0.0, y + 1.5),
            (w * 0.4, y + 0.9),
            (w + 1.0, corner - 0.3),
        ]);
        canvas.stroke(&parting, self.line_tone(), 0.8, 1.7);
        canvas.glow((0.0, y + l + 5.0), (w * 0.7, 5.0), self.shadow(), 0.4);
    }

    fn draw_age(&self, canvas: &mut Canvas) {
        let depth = match self.age {
            AgeBand::From15 => return,
            AgeBand::From25 => 0.1,
            AgeBand::From40 => 0.28,
            AgeBand::From60 => 0.46,
        };
        let tone = self.line_tone();
        for side in [-1.0, 1.0] {
            let fold = line(&[(side * 17.0, 34.0), (side * 26.0, 46.0), (side * 30.0, 60.0)]);
            canvas.stroke(&fold, tone, depth * 0.8, 1.9);
            let bag = line(&[(side * 18.0, 10.0), (side * 29.0, 14.5), (side * 41.0, 9.0)]);
            canvas.stroke(&bag, tone, depth * 0.7, 1.6);
            if depth < 0.2 {
                continue;
            }
            for (dy, length) in [(-4.0, 8.0), (0.0, 10.0), (4.5, 8.0)] {
                let from = side * (self.eye_gap + 18.0);
                canvas.stroke(
                    &line(&[(from, dy * 0.7), (from + side * length, dy * 2.0)]),
                    tone,
                    depth * 0.55,
                    1.2,
                );
            }
        }
        if depth > 0.2 {
            for (y, half) in [(-38.0, 26.0), (-47.0, 30.0), (-56.0, 22.0)] {
                canvas.stroke(&line(&[(-half, y + 1.5), (0.0, y), (half, y + 2.0)]), tone, depth * 0.38, 1.5);
            }
        }
    }
}
