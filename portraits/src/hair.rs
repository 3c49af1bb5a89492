//! Random hair: cropped, parted, curly, long, pinned up, braided, or thin with age.

use super::{
    AgeBand, Dice,
    canvas::{At, Canvas, even, line, oval, shape},
    face::Face,
};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Cut {
    Cropped,
    SideParted,
    Curly,
    Round,
    Receding,
    Bald,
    Long,
    Wavy,
    Bob,
    PinnedUp,
    Braids,
}

pub struct Hair {
    cut: Cut,
    /// −1 or 1: where the parting is.
    side: f32,
    /// How low the hairline is on the forehead.
    line: f32,
    volume: f32,
}

impl Hair {
    pub fn drawn_by_lot(dice: &mut Dice, is_woman: bool, age: AgeBand) -> Self {
        use Cut::*;
        let cuts: &[Cut] = match (is_woman, age) {
            (true, AgeBand::From60) => &[Bob, PinnedUp, PinnedUp, Wavy, Curly, Cropped],
            (true, _) => &[Long, Wavy, Bob, PinnedUp, Braids, Round, Curly, Long, Wavy],
            (false, AgeBand::From60) => &[Receding, Bald, Receding, SideParted, Cropped],
            (false, AgeBand::From40) => &[Cropped, SideParted, Receding, Curly, Bald, Cropped],
            (false, _) => &[Cropped, SideParted, Curly, Round, Cropped, SideParted],
        };
        Self {
            cut: *dice.one_of(cuts),
            side: if dice.chance(0.5) { 1.0 } else { -1.0 },
            line: dice.between(-4.0, 5.0),
            volume: dice.between(0.0, 8.0),
        }
    }

    pub fn draw_behind(&self, canvas: &mut Canvas, face: &Face, dice: &mut Dice) {
        let (w, v) = (face.half_width, self.volume);
        let back = face.hair.darker(0.35);
        match self.cut {
            Cut::Long | Cut::Wavy => {
                let wave = if self.cut == Cut::Wavy { 9.0 } else { 2.0 };
                let fall = even(&[
                    (0.0, -113.0 - v),
                    (52.0, -96.0),
                    (w + 16.0, -30.0),
                    (w + 14.0 + wave, 20.0),
                    (w + 12.0 - wave * 0.5, 60.0),
                    (w + 22.0 + wave, 110.0),
                    (w + 12.0, 165.0),
                    (w - 16.0, 178.0),
                    (0.0, 120.0),
                ]);
                self.draw_strands(canvas, face, dice, &fall, back);
            }
            Cut::Bob => {
                let fall = even(&[
                    (0.0, -112.0 - v),
                    (52.0, -96.0),
                    (w + 15.0, -30.0),
                    (w + 18.0, 30.0),
                    (w + 14.0, 78.0),
                    (w - 6.0, 88.0),
                    (0.0, 70.0),
                ]);
                self.draw_strands(canvas, face, dice, &fall, back);
            }
            Cut::Round => self.draw_curls(canvas, face, dice, (0.0, -40.0), (w + 30.0 + v, 82.0 + v), 150),
            Cut::PinnedUp => {
                let knot = oval((self.side * 6.0, -122.0 - v * 0.6), (33.0, 27.0));
                self.draw_strands(canvas, face, dice, &knot, face.hair.darker(0.12));
            }
            _ => {}
        }
    }

    pub fn draw_before(&self, canvas: &mut Canvas, face: &Face, dice: &mut Dice) {
        let w = face.half_width;
        let (l, p, v) = (self.line, self.side * 24.0, self.volume);
        match self.cut {
            Cut::Bald => {
                for side in [-1.0, 1.0] {
                    canvas.glow((side * (w - 1.0), -14.0), (10.0, 30.0), face.hair, 0.5);
                }
                canvas.glow((-20.0, -76.0), (26.0, 14.0), face.skin.lighter(0.9), 0.4);
            }
            Cut::Receding => {
                for side in [-1.0, 1.0] {
                    let patch = shape(&[
                        (side * (w - 5.0), 10.0),
                        (side * (w + 4.0), -4.0),
                        (side * (w + 5.0), -34.0),
                        (side * 52.0, -84.0),
                        (side * 26.0, -101.0),
                        (side * 30.0, -88.0),
                        (side * 47.0, -66.0),
                        (side * (w - 11.0), -38.0),
                    ]);
                    self.draw_strands(canvas, face, dice, &patch, face.hair);
                }
                canvas.fill(
                    &even(&[(0.0, -103.0), (30.0, -99.0), (34.0, -88.0), (0.0, -91.0)]),
                    face.hair,
                    0.4,
                );
            }
            Cut::Cropped => {
                let cap = self.cap(
                    w,
                    3.0 + v * 0.5,
                    &[
                        (-w + 3.0, 2.0),
                        (-w + 9.0, -42.0),
                        (-40.0, -64.0 + l),
                        (0.0, -69.0 + l),
                        (40.0, -64.0 + l),
                        (w - 9.0, -42.0),
                        (w - 3.0, 2.0),
                    ],
                );
                self.draw_strands(canvas, face, dice, &cap, face.hair);
            }
            Cut::Curly | Cut::Round => {
                let height = if self.cut == Cut::Round { 26.0 } else { 20.0 };
                self.draw_curls(canvas, face, dice, (0.0, -88.0), (w * 0.86, height + v), 70);
                for side in [-1.0, 1.0] {
                    self.draw_curls(canvas, face, dice, (side * (w - 1.0), -44.0), (11.0, 34.0), 26);
                    self.draw_curls(canvas, face, dice, (side * w * 0.74, -78.0), (22.0, 20.0), 22);
                }
            }
            Cut::SideParted | Cut::Long | Cut::Wavy | Cut::Bob => {
                let low = match self.cut {
                    Cut::SideParted => -14.0,
                    Cut::Bob => 58.0,
                    _ => 74.0,
                };
                // The hair from the parting to each side of the forehead.
                let cap = self.cap(
                    w,
                    6.0 + v,
                    &[
                        (-w - 3.0, low),
                        (-w + 4.0, 4.0_f32.min(low)),
                        (-w + 10.0, -38.0),
                        ((p - w) * 0.5, -63.0 + l),
                        (p, -81.0),
                        ((p + w) * 0.5, -63.0 + l),
                        (w - 10.0, -38.0),
                        (w - 4.0, 4.0_f32.min(low)),
                        (w + 3.0, low),
                    ],
                );
                self.draw_strands(canvas, face, dice, &cap, face.hair);
            }
            Cut::PinnedUp | Cut::Braids => {
                let cap = self.cap(
                    w,
                    3.0 + v * 0.6,
                    &[
                        (-w + 3.0, -6.0),
                        (-w + 9.0, -42.0),
                        (-34.0, -68.0 + l),
                        (0.0, -76.0 + l),
                        (34.0, -68.0 + l),
                        (w - 9.0, -42.0),
                        (w - 3.0, -6.0),
                    ],
                );
                self.draw_strands(canvas, face, dice, &cap, face.hair);
                if self.cut == Cut::Braids {
                    self.draw_braids(canvas, face);
                }
            }
        }
    }

    /// The hair on the skull: this makes its outer curve, and `edge` is its lower edge from left to right.
    fn cap(&self, w: f32, rise: f32, edge: &[At]) -> Option<tiny_skia::Path> {
        let (end, top) = (edge[0].1, -100.0 - rise);
        let outer = [
            (w + 3.0, (end - 6.0).min(-2.0)),
            (w + 5.0 + rise * 0.3, -36.0),
            (50.0, top + 19.0),
            (0.0, top),
            (-50.0, top + 19.0),
            (-w - 5.0 - rise * 0.3, -36.0),
            (-w - 3.0, (end - 6.0).min(-2.0)),
        ];
        shape(&edge.iter().copied().chain(outer).collect::<Vec<_>>())
    }

    fn draw_strands(
        &self,
        canvas: &mut Canvas,
        face: &Face,
        dice: &mut Dice,
        area: &Option<tiny_skia::Path>,
        tone: super::Tone,
    ) {
        canvas.fill(area, tone, 1.0);
        let part = self.side * 24.0;
        canvas.within(area, |canvas| {
            canvas.glow((-34.0, -86.0), (62.0, 48.0), tone.lighter(0.35), 0.45);
            canvas.glow((face.half_width + 10.0, -10.0), (50.0, 140.0), tone.darker(0.6), 0.5);
            for _ in 0..150 {
                let x = dice.between(-face.half_width - 26.0, face.half_width + 26.0);
                let (bend, end) = (dice.between(-7.0, 7.0), dice.between(60.0, 180.0));
                let streak = line(&[
                    (part, -112.0),
                    (part + (x - part) * 0.72, -84.0),
                    (x, -30.0),
                    (x + bend, 40.0),
                    (x - bend, end),
                ]);
                let streak_tone = if dice.chance(0.45) { tone.lighter(0.3) } else { tone.darker(0.5) };
                canvas.stroke(&streak, streak_tone, 0.2, dice.between(0.8, 2.4));
            }
        });
    }

    fn draw_curls(
        &self,
        canvas: &mut Canvas,
        face: &Face,
        dice: &mut Dice,
        centre: At,
        half: At,
        count: usize,
    ) {
        canvas.fill(&oval(centre, (half.0 * 0.92, half.1 * 0.92)), face.hair, 1.0);
        for n in 0..count {
            let angle = n as f32 * 2.399_963;
            let reach = ((n as f32 + 0.5) / count as f32).sqrt();
            let at = (centre.0 + angle.cos() * half.0 * reach, centre.1 + angle.sin() * half.1 * reach);
            let size = dice.between(6.5, 10.5);
            let shade = dice.between(0.0, 0.22) + if at.0 > centre.0 { 0.1 } else { 0.0 };
            canvas.fill(&oval(at, (size, size)), face.hair.darker(shade), 1.0);
            let arc = line(&[
                (at.0 - size * 0.6, at.1),
                (at.0 - size * 0.2, at.1 - size * 0.6),
                (at.0 + size * 0.5, at.1 - size * 0.4),
            ]);
            canvas.stroke(&arc, face.hair.lighter(0.4), 0.3, 1.4);
        }
    }

    fn draw_braids(&self, canvas: &mut Canvas, face: &Face) {
        for side in [-1.0_f32, 1.0] {
            for n in 0..14 {
                let y = 4.0 + n as f32 * 13.0;
                let x = side * (face.half_width + 6.0 + (n as f32 * 0.5).sin() * 5.0);
                let size = (11.5 - n as f32 * 0.3, 9.5);
                canvas.fill(&oval((x, y), size), face.hair.darker(0.15), 1.0);
                canvas.stroke(
                    &line(&[(x - 7.0, y - 4.0), (x + 1.0, y + 2.0), (x + 7.0, y - 3.0)]),
                    face.hair.lighter(0.4),
                    0.4,
                    1.6,
                );
            }
        }
        for n in -4..=4 {
            let x = n as f32 * 14.0;
            let row = line(&[(x * 0.9, -70.0), (x * 0.82, -88.0), (x * 0.55, -97.0)]);
            canvas.stroke(&row, face.hair.darker(0.6), 0.5, 1.8);
        }
    }
}
