//! Random shoulders, neck and clothes: shirts, knitwear, jackets, dresses with an embroidered edge.

use super::{
    Dice,
    canvas::{Canvas, Tone, edges, even, line, oval, shape},
    face::Face,
};

#[derive(Clone, Copy)]
enum Cut {
    RoundNeck,
    VNeck,
    Collar,
    Jacket,
    RollNeck,
    Embroidered,
}

const CLOTHS: [u32; 16] = [
    0x4C5D6B, 0x7B4B3A, 0x3F4F3A, 0xC7A15A, 0x6A4A6B, 0xA8553A, 0xE3D9C8, 0x2F3540, 0x8A9A7B, 0x5B7A87,
    0xB5838D, 0x39576B, 0x8C6D4F, 0xD4B59A, 0x2E5E5A, 0x704058,
];

pub fn draw(canvas: &mut Canvas, face: &Face, dice: &mut Dice) {
    use Cut::*;
    let cuts: &[Cut] = match face.is_woman {
        true => &[RoundNeck, VNeck, Embroidered, RollNeck, Jacket, Embroidered],
        false => &[RoundNeck, Collar, Jacket, Collar, RollNeck, VNeck],
    };
    let cut = *dice.one_of(cuts);
    let (tone, second) = (Tone::hex(*dice.one_of(&CLOTHS)), Tone::hex(*dice.one_of(&CLOTHS)));
    let wide = if face.is_woman { dice.between(116.0, 128.0) } else { dice.between(132.0, 148.0) };
    let neck = if face.is_woman { 30.0 } else { 37.0 };

    let torso = even(&[
        (0.0, 108.0),
        (neck + 4.0, 112.0),
        (neck + 34.0, 134.0),
        (wide - 12.0, 158.0),
        (wide + 10.0, 200.0),
        (wide + 24.0, 320.0),
        (0.0, 330.0),
    ]);
    canvas.fade(&torso, ((-90.0, 120.0), tone.lighter(0.12)), ((130.0, 320.0), tone.darker(0.3)));
    canvas.within(&torso, |canvas| weave(canvas, dice, tone, second));

    let depth = match cut {
        RoundNeck | Embroidered => 136.0,
        VNeck => 168.0,
        Collar | Jacket => 150.0,
        RollNeck => 112.0,
    };
    let skin = match cut {
        VNeck | Collar | Jacket => {
            edges(&[(-neck, 50.0), (neck, 50.0), (neck + 5.0, 116.0), (0.0, depth), (-neck - 5.0, 116.0)])
        }
        _ => even(&[
            (0.0, 50.0),
            (neck, 56.0),
            (neck + 1.0, 96.0),
            (neck + 9.0, 116.0),
            (neck - 4.0, depth - 8.0),
            (0.0, depth),
        ]),
    };
    canvas.fade(&skin, ((-40.0, 80.0), face.skin.darker(0.04)), ((50.0, 150.0), face.skin.darker(0.2)));
    canvas.within(&skin, |canvas| {
        canvas.glow((6.0, 84.0), (68.0, 44.0), face.shadow(), 0.85);
        canvas.glow((neck + 6.0, 110.0), (30.0, 50.0), face.shadow(), 0.5);
        for side in [-1.0, 1.0] {
            canvas.stroke(
                &line(&[(side * neck * 0.7, 96.0), (side * 12.0, 128.0), (side * 5.0, 137.0)]),
                face.shadow(),
                0.35,
                3.0,
            );
        }
    });

    match cut {
        RoundNeck | Embroidered => {
            let edge = line(&[
                (-neck - 9.0, 115.0),
                (-neck + 4.0, depth - 8.0),
                (0.0, depth),
                (neck - 4.0, depth - 8.0),
                (neck + 9.0, 115.0),
            ]);
            canvas.stroke(&edge, tone.darker(0.3), 0.9, 5.0);
            if matches!(cut, Embroidered) {
                embroider(canvas, neck, depth, second);
            }
        }
        VNeck => {
            let edge = edges(&[(-neck - 7.0, 114.0), (0.0, depth), (neck + 7.0, 114.0), (0.0, depth + 1.0)]);
            canvas.stroke(&edge, tone.darker(0.35), 0.9, 5.0);
        }
        Collar => collar(canvas, neck, depth, tone),
        Jacket => {
            canvas.fill(
                &edges(&[
                    (-neck - 5.0, 116.0),
                    (0.0, depth),
                    (neck + 5.0, 116.0),
                    (36.0, 330.0),
                    (-36.0, 330.0),
                ]),
                second.lighter(0.3),
                1.0,
            );
            let throat = edges(&[(-neck - 3.0, 108.0), (neck + 3.0, 108.0), (0.0, depth)]);
            canvas.fill(&throat, face.skin.darker(0.16), 1.0);
            canvas.within(&throat, |canvas| canvas.glow((6.0, 96.0), (50.0, 32.0), face.shadow(), 0.55));
            collar(canvas, neck, depth, second.lighter(0.3));
            for side in [-1.0, 1.0] {
                let lapel = edges(&[
                    (side * (neck + 8.0), 113.0),
                    (side * (neck + 30.0), 130.0),
                    (side * (neck + 38.0), 190.0),
                    (side * 30.0, 300.0),
                    (side * 20.0, 230.0),
                ]);
                canvas.fill(&lapel, tone.darker(if side > 0.0 { 0.3 } else { 0.12 }), 1.0);
                canvas.stroke(&lapel, tone.darker(0.5), 0.4, 1.5);
            }
        }
        RollNeck => {
            let roll = even(&[
                (0.0, 92.0),
                (neck, 90.0),
                (neck + 8.0, 98.0),
                (neck + 9.0, 118.0),
                (neck, 126.0),
                (0.0, 131.0),
            ]);
            canvas.fade(&roll, ((-40.0, 90.0), tone.lighter(0.1)), ((40.0, 130.0), tone.darker(0.3)));
            canvas.within(&roll, |canvas| {
                for n in -12..=12 {
                    let x = n as f32 * 4.0;
                    canvas.stroke(&line(&[(x, 86.0), (x * 1.05, 134.0)]), tone.darker(0.45), 0.3, 1.4);
                }
                canvas.glow((0.0, 90.0), (60.0, 18.0), tone.darker(0.7), 0.5);
            });
        }
    }
}

/// Stripes, a knit, or plain cloth with soft folds.
fn weave(canvas: &mut Canvas, dice: &mut Dice, tone: Tone, second: Tone) {
    match dice.next() % 5 {
        0 => {
            for n in 0..12 {
                let y = 120.0 + n as f32 * 19.0;
                canvas.stroke(&line(&[(-190.0, y + 30.0), (0.0, y), (190.0, y + 30.0)]), second, 0.75, 6.0);
            }
        }
        1 => {
            for n in -14..=14 {
                let x = n as f32 * 12.0;
                canvas.stroke(&line(&[(x, 100.0), (x * 1.1, 330.0)]), second.lighter(0.2), 0.45, 1.8);
            }
        }
        2 => {
            for row in 0..26 {
                for column in -20..=20 {
                    let at = (
                        column as f32 * 9.0 + if row % 2 == 0 { 0.0 } else { 4.5 },
                        106.0 + row as f32 * 9.0,
                    );
                    canvas.stroke(
                        &line(&[(at.0 - 3.0, at.1 - 2.0), (at.0, at.1 + 2.0), (at.0 + 3.0, at.1 - 2.0)]),
                        tone.darker(0.4),
                        0.3,
                        1.4,
                    );
                }
            }
        }
        _ => {}
    }
    for (x, bend) in [(-104.0, 16.0), (-64.0, -8.0), (70.0, 10.0), (112.0, -14.0)] {
        for width in [5.0, 10.0, 16.0] {
            canvas.stroke(
                &line(&[(x, 172.0), (x + bend, 236.0), (x + bend * 0.4, 330.0)]),
                tone.darker(0.55),
                0.06,
                width,
            );
        }
    }
    canvas.glow((-80.0, 150.0), (70.0, 50.0), tone.lighter(0.6), 0.28);
    canvas.glow((0.0, 112.0), (90.0, 30.0), tone.darker(0.7), 0.4);
}

fn collar(canvas: &mut Canvas, neck: f32, depth: f32, tone: Tone) {
    for side in [-1.0, 1.0] {
        let wing = shape(&[
            (side * (neck + 1.0), 98.0),
            (side * (neck + 9.0), 106.0),
            (side * (neck + 8.0), 130.0),
            (side * 24.0, depth + 14.0),
            (side * 3.0, depth - 2.0),
            (side * (neck - 8.0), 124.0),
        ]);
        canvas.fill(&wing, tone.lighter(if side < 0.0 { 0.22 } else { 0.1 }), 1.0);
        canvas.stroke(&wing, tone.darker(0.45), 0.5, 1.4);
    }
    canvas.stroke(&line(&[(0.0, depth), (1.0, 330.0)]), tone.darker(0.5), 0.5, 1.6);
    for n in 0..3 {
        canvas.fill(&oval((4.0, depth + 24.0 + n as f32 * 38.0), (2.8, 2.8)), tone.lighter(0.6), 0.9);
    }
}

fn embroider(canvas: &mut Canvas, neck: f32, depth: f32, tone: Tone) {
    let bright = tone.lighter(0.35);
    for n in -6..=6 {
        let share = n as f32 / 6.0;
        let at = (share * (neck + 8.0), depth + 10.0 - share * share * 24.0);
        canvas.fill(
            &edges(&[(at.0, at.1 - 5.0), (at.0 + 4.0, at.1), (at.0, at.1 + 5.0), (at.0 - 4.0, at.1)]),
            bright,
            0.95,
        );
    }
    for n in 0..9 {
        let y = depth + 24.0 + n as f32 * 13.0;
        canvas.fill(&oval((0.0, y), (3.0, 4.0)), bright, 0.9);
        for side in [-1.0, 1.0] {
            canvas.stroke(
                &line(&[(side * 3.0, y), (side * 8.0, y - 5.0), (side * 13.0, y - 4.0)]),
                bright,
                0.8,
                1.8,
            );
        }
    }
}
