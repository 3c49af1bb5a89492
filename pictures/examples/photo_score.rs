//! Scores files for tools/bench-pictures: SSIMULACRA2 against one reference. Reads lines of two paths, reference and file;
//! prints one score per line. At 90 a difference can hardly be seen, 50 is low.

use std::io::BufRead;

use kinlight_pictures::{Limits, read};
use ssimulacra2::{ColorPrimaries, Rgb, TransferCharacteristic, compute_frame_ssimulacra2};

fn main() {
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("a line");
        let (reference, file) = line.split_once('\t').expect("two paths with a tab between");
        let score =
            compute_frame_ssimulacra2(picture(reference), picture(file)).expect("two pictures of one size");
        println!("{score:.3}");
    }
}

fn picture(path: &str) -> Rgb {
    let bytes = std::fs::read(path).expect("a readable file");
    let picture = read(&bytes, &Limits { max_bytes: usize::MAX, ..Limits::any_size() }).expect("a picture");
    let pixels =
        picture.pixels().as_chunks::<3>().0.iter().map(|rgb| rgb.map(|value| f32::from(value) / 255.0));
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    Rgb::new(pixels.collect(), width, height, TransferCharacteristic::SRGB, ColorPrimaries::BT709)
        .expect("whole")
}
