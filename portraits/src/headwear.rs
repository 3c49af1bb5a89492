//! Random headwear: scarves worn in several ways, wraps, caps, turbans.

use super::{
    Dice,
    canvas::{Canvas, Tone, even, line, oval, ring, shape},
    face::Face,
};

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Around the face and over the chest.
    Scarf,
    /// Laid loosely over the hair.
    Shawl,
    /// Knotted on the head.
    Wrap,
    Turban,
    Cap,
    Knitted,
}

pub struct Headwear {
    kind: Kind,
    tone: Tone,
    trim: Tone,
    /// 0 plain, 1 dots, 2 stripes.
    pattern: u64,
}

const CLOTHS: [u32; 14] = [
    0x7A2F3B, 0x2F4A5E, 0x3E5A4A, 0xB98A4A, 0x8C5A6E, 0x4B3F5F, 0xD8C6AE, 0x9C4F35, 0x2B2A33, 0x6F7F8E,
    0xE6DCCB, 0x55623B, 0xA8757A, 0x1F5156,
];

impl Headwear {
    pub fn drawn_by_lot(dice: &mut Dice, is_woman: bool) -> Self {
        let kinds: &[Kind] = match is_woman {
            true => &[Kind::Scarf, Kind::Scarf, Kind::Shawl, Kind::Wrap],
            false => &[Kind::Turban, Kind::Cap, Kind::Knitted, Kind::Cap],
        };
        Self {
            kind: *dice.one_of(kinds),
            tone: Tone::hex(*dice.one_of(&CLOTHS)),
            trim: Tone::hex(*dice.one_of(&CLOTHS)),
            pattern: dice.next() % 4,
        }
    }

    pub fn draw_behind(&self, canvas: &mut Canvas, face: &Face) {
        let w = face.half_width;
        let back = match self.kind {
            Kind::Scarf | Kind::Shawl => even(&[
                (0.0, -117.0),
                (54.0, -99.0),
                (w + 20.0, -34.0),
                (w + 24.0, 40.0),
                (w + 30.0, 110.0),
                (w + 40.0, 180.0),
                (0.0, 190.0),
            ]),
            _ => return,
        };
        canvas.fill(&back, self.tone.darker(0.42), 1.0);
    }

    pub fn draw_before(&self, canvas: &mut Canvas, face: &Face, dice: &mut Dice) {
        let w = face.half_width;
        match self.kind {
            Kind::Scarf => {
                let outer = even(&[
                    (0.0, -115.0),
                    (52.0, -97.0),
                    (w + 16.0, -38.0),
                    (w + 17.0, 24.0),
                    (w + 4.0, 78.0),
                    (40.0, 118.0),
                    (0.0, 128.0),
                ]);
                let opening = even(&[
                    (0.0, -73.0),
                    (42.0, -64.0),
                    (w - 9.0, -26.0),
                    (w - 9.0, 26.0),
                    (44.0, 70.0),
                    (22.0, 90.0),
                    (0.0, 95.0),
                ]);
                let cloth = ring(outer, opening.clone());
                self.draw_cloth(canvas, dice, &cloth, (-w, w));
                canvas.stroke(&opening, self.tone.darker(0.5), 0.5, 2.4);
                if self.pattern == 3 {
                    let band = even(&[
                        (0.0, -79.0),
                        (44.0, -69.0),
                        (w - 7.0, -34.0),
                        (w - 12.0, -36.0),
                        (42.0, -63.0),
                        (0.0, -72.0),
                    ]);
                    canvas.fill(&band, self.tone.darker(0.4), 0.9);
                }
            }
            Kind::Shawl => {
                self.draw_hairline(canvas, face);
                let outer = even(&[
                    (0.0, -119.0),
                    (56.0, -101.0),
                    (w + 20.0, -38.0),
                    (w + 24.0, 40.0),
                    (w + 20.0, 120.0),
                    (w - 10.0, 140.0),
                    (0.0, 144.0),
                ]);
                let opening = even(&[
                    (0.0, -91.0),
                    (46.0, -80.0),
                    (w + 2.0, -34.0),
                    (w + 4.0, 30.0),
                    (w - 4.0, 84.0),
                    (52.0, 130.0),
                    (0.0, 160.0),
                ]);
                self.draw_cloth(canvas, dice, &ring(outer, opening), (-w, w));
            }
            Kind::Wrap => {
                let wrap = even(&[
                    (0.0, -136.0),
                    (58.0, -122.0),
                    (w + 12.0, -66.0),
                    (w + 3.0, -26.0),
                    (44.0, -58.0),
                    (0.0, -67.0),
                ]);
                self.draw_cloth(canvas, dice, &wrap, (-w, w));
                let knot = oval((-14.0, -132.0), (29.0, 21.0));
                self.draw_cloth(canvas, dice, &knot, (-40.0, 10.0));
                for side in [-1.0, 1.0] {
                    let ring = oval((side * (w + 4.0), 34.0), (5.5, 7.5));
                    canvas.stroke(&ring, Tone::hex(0xC99A3F), 0.95, 2.2);
                }
            }
            Kind::Turban => {
                let turban = even(&[
                    (0.0, -134.0),
                    (62.0, -120.0),
                    (w + 17.0, -72.0),
                    (w + 5.0, -24.0),
                    (40.0, -54.0),
                    (0.0, -63.0),
                ]);
                self.draw_cloth(canvas, dice, &turban, (-w, w));
                canvas.within(&turban, |canvas| {
                    for n in 0..6 {
                        let y = -126.0 + n as f32 * 15.0;
                        let fold = line(&[(-w - 16.0, y + 34.0), (-20.0, y + 4.0), (w + 16.0, y - 14.0)]);
                        canvas.stroke(&fold, self.tone.darker(0.5), 0.4, 2.8);
                        canvas.stroke(
                            &line(&[(-w - 16.0, y + 38.0), (-20.0, y + 8.0), (w + 16.0, y - 10.0)]),
                            self.tone.lighter(0.4),
                            0.3,
                            2.0,
                        );
                    }
                });
            }
            Kind::Cap => {
                self.draw_sides(canvas, face);
                let cap = even(&[
                    (0.0, -122.0),
                    (44.0, -118.0),
                    (w - 3.0, -98.0),
                    (w + 2.0, -62.0),
                    (w - 1.0, -50.0),
                    (40.0, -66.0),
                    (0.0, -71.0),
                ]);
                self.draw_cloth(canvas, dice, &cap, (-w, w));
                let band = even(&[
                    (0.0, -84.0),
                    (42.0, -79.0),
                    (w + 2.0, -62.0),
                    (w - 1.0, -50.0),
                    (40.0, -66.0),
                    (0.0, -71.0),
                ]);
                canvas.fill(&band, self.trim, 0.85);
            }
            Kind::Knitted => {
                let cap = even(&[
                    (0.0, -128.0),
                    (48.0, -118.0),
                    (w + 4.0, -76.0),
                    (w + 5.0, -38.0),
                    (42.0, -56.0),
                    (0.0, -61.0),
                ]);
                self.draw_cloth(canvas, dice, &cap, (-w, w));
                let brim = even(&[
                    (0.0, -84.0),
                    (44.0, -79.0),
                    (w + 6.0, -58.0),
                    (w + 6.0, -36.0),
                    (42.0, -54.0),
                    (0.0, -59.0),
                ]);
                canvas.fill(&brim, self.tone.darker(0.22), 1.0);
                canvas.within(&brim, |canvas| {
                    for n in -16..=16 {
                        let x = n as f32 * 5.0;
                        canvas.stroke(
                            &line(&[(x, -90.0), (x * 1.04, -30.0)]),
                            self.tone.darker(0.5),
                            0.5,
                            1.6,
                        );
                    }
                });
            }
        }
    }

    /// The part that hangs over the shoulders, in front of the clothes.
    pub fn draw_drape(&self, canvas: &mut Canvas, face: &Face, dice: &mut Dice) {
        let w = face.half_width;
        if self.kind != Kind::Scarf {
            return;
        }
        let drape = shape(&[
            (-w - 8.0, 66.0),
            (-40.0, 100.0),
            (0.0, 113.0),
            (40.0, 100.0),
            (w + 8.0, 66.0),
            (w + 34.0, 130.0),
            (w + 20.0, 190.0),
            (20.0, 214.0),
            (-40.0, 226.0),
            (-w - 30.0, 186.0),
            (-w - 30.0, 130.0),
        ]);
        self.draw_cloth(canvas, dice, &drape, (-w - 40.0, w + 40.0));
        canvas.within(&drape, |canvas| {
            canvas.glow((0.0, 108.0), (70.0, 26.0), self.tone.darker(0.6), 0.6);
            for n in 0..7 {
                let y = 104.0 + n as f32 * 17.0;
                let fold =
                    line(&[(-w - 34.0, y + 4.0), (-30.0, y + 24.0), (30.0, y + 16.0), (w + 34.0, y - 16.0)]);
                canvas.stroke(&fold, self.tone.darker(0.55), 0.34, 3.4);
                canvas.stroke(
                    &line(&[
                        (-w - 34.0, y + 10.0),
                        (-30.0, y + 30.0),
                        (30.0, y + 22.0),
                        (w + 34.0, y - 10.0),
                    ]),
                    self.tone.lighter(0.4),
                    0.22,
                    3.0,
                );
            }
        });
    }

    fn draw_hairline(&self, canvas: &mut Canvas, face: &Face) {
        let w = face.half_width;
        let hair = shape(&[
            (-w - 6.0, 0.0),
            (-w + 8.0, -38.0),
            (-22.0, -68.0),
            (0.0, -78.0),
            (22.0, -68.0),
            (w - 8.0, -38.0),
            (w + 6.0, 0.0),
            (w + 8.0, -60.0),
            (40.0, -104.0),
            (-40.0, -104.0),
            (-w - 8.0, -60.0),
        ]);
        canvas.fill(&hair, face.hair, 1.0);
        canvas.stroke(&line(&[(0.0, -78.0), (0.0, -104.0)]), face.hair.lighter(0.4), 0.5, 1.6);
    }

    fn draw_sides(&self, canvas: &mut Canvas, face: &Face) {
        let w = face.half_width;
        for side in [-1.0, 1.0] {
            let patch = shape(&[
                (side * (w - 6.0), 2.0),
                (side * (w + 3.0), -8.0),
                (side * (w + 3.0), -58.0),
                (side * (w - 14.0), -56.0),
                (side * (w - 8.0), -30.0),
            ]);
            canvas.fill(&patch, face.hair, 0.95);
        }
    }

    fn draw_cloth(
        &self,
        canvas: &mut Canvas,
        dice: &mut Dice,
        area: &Option<tiny_skia::Path>,
        across: (f32, f32),
    ) {
        canvas.fill(area, self.tone, 1.0);
        canvas.within(area, |canvas| {
            canvas.glow((-40.0, -90.0), (80.0, 70.0), self.tone.lighter(0.45), 0.5);
            canvas.glow((across.1 + 16.0, 0.0), (60.0, 190.0), self.tone.darker(0.6), 0.5);
            match self.pattern {
                1 => {
                    for row in -9..14 {
                        for column in -8..=8 {
                            let x = column as f32 * 17.0 + if row % 2 == 0 { 0.0 } else { 8.5 };
                            canvas.fill(
                                &oval((x, row as f32 * 16.0), (2.3, 2.3)),
                                self.trim.lighter(0.4),
                                0.75,
                            );
                        }
                    }
                }
                2 => {
                    for n in -12..16 {
                        let y = n as f32 * 15.0;
                        let stripe = line(&[(-130.0, y + 22.0), (0.0, y), (130.0, y + 16.0)]);
                        canvas.stroke(&stripe, self.trim, 0.5, 4.0);
                    }
                }
                _ => {}
            }
            for _ in 0..9 {
                let x = dice.between(across.0, across.1);
                let fold = line(&[(x * 0.25, -118.0), (x * 0.9, -70.0), (x * 1.25, 0.0), (x * 0.9, 90.0)]);
                let tone = if dice.chance(0.5) { self.tone.darker(0.5) } else { self.tone.lighter(0.4) };
                canvas.stroke(&fold, tone, 0.22, dice.between(2.0, 5.0));
            }
        });
    }
}
