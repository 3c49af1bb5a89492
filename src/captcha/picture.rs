//! A challenge's picture: dark digits that touch, are bent, and are crossed by a fine net. A person sees past the net; OCR loses
//! the outlines even after a median filter (tests/it/captcha_readers.rs). The challenge's id decides the bend, so a second
//! request gives no second view of the same digits.

use ::captcha::{
    Captcha,
    filters::{Grid, Noise, Wave},
};

use super::Challenge;

/// Pixels. Pages show it at twice this size.
pub const WIDTH: u32 = 180;
pub const HEIGHT: u32 = 90;
/// The share of pixels blackened at random. More than a few per cent tires the eye and stops no median filter.
const SPECKS: f32 = 0.04;

/// A PNG of about 4 kB; empty only if encoding to memory fails, which does not happen.
pub fn png(challenge: &Challenge) -> Vec<u8> {
    let mut chances = challenge.id().as_bytes().to_owned().into_iter();
    // Each byte of the random id sets one parameter; the ranges were tuned with tesseract and by eye.
    let mut between = |least: f64, most: f64| {
        let share = f64::from(chances.next().unwrap_or_default()) / 255.0;
        least + share * (most - least)
    };
    let net = (between(11.0, 17.0) as u32, between(9.0, 14.0) as u32);
    let across = (between(3.0, 6.0), between(4.0, 8.0));
    let along = (between(3.0, 6.0), between(3.0, 6.0));

    let mut drawing = Captcha::new();
    for digit in challenge.answer().chars() {
        drawing.set_chars(&[digit]).add_char();
    }
    drawing
        .apply_filter(Grid::new(net.0, net.1))
        .apply_filter(Noise::new(SPECKS))
        .apply_filter(Wave::new(across.0, across.1).horizontal())
        .apply_filter(Wave::new(along.0, along.1).vertical())
        .view(WIDTH, HEIGHT)
        .as_png()
        .unwrap_or_default()
}
