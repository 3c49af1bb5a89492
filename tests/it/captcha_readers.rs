//! How well a machine reads the digits. Tesseract must fail nine times in ten, on the picture as it is and after a median filter.
//! Whether people read them at a glance is checked by eye when picture.rs changes.

use crate::harness::cannot_run::cannot_run;
use image::{GrayImage, Luma};
use kinlight::{captcha::Challenge, captcha::picture, clock::Moment, rate_limits::Subject};
use std::process::Command;

const CHALLENGES: usize = 200;
const AT_ONCE: usize = 2;

/// How many challenges each reader got fully right.
#[derive(Default, Debug)]
struct Read {
    plain: usize,
    after_median: usize,
}

#[test]
fn tesseract_reads_few() {
    if Command::new("tesseract").arg("--version").output().is_err() {
        cannot_run("no tesseract on the PATH");
        return;
    }
    assert_eq!(
        readings(&[sharp("2357"), sharp("8416")]),
        ["2357", "8416"],
        "the reader can't read plain digits"
    );
    let read = std::thread::scope(|scope| {
        let readers: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(|| read_some(CHALLENGES / AT_ONCE))).collect();
        readers.into_iter().map(|reader| reader.join().unwrap()).fold(Read::default(), |sum, part| Read {
            plain: sum.plain + part.plain,
            after_median: sum.after_median + part.after_median,
        })
    });
    println!("of {CHALLENGES}: {read:?}");
    assert!(read.plain * 10 <= CHALLENGES, "{read:?}");
    assert!(read.after_median * 10 <= CHALLENGES, "{read:?}");
}

#[test]
fn pictures_are_small_and_the_same_bend_comes_back() {
    let challenge = Challenge::draw(&network(), Moment(0));
    let first = picture::png(&challenge);
    assert!((1_000..8_000).contains(&first.len()), "{} bytes", first.len());
    let (one, two) = (decoded(&first), decoded(&picture::png(&challenge)));
    assert_eq!(one.dimensions(), (picture::WIDTH, picture::HEIGHT));
    let differing = one.pixels().zip(two.pixels()).filter(|(a, b)| a != b).count();
    let all = (picture::WIDTH * picture::HEIGHT) as usize;
    assert!(differing * 8 < all, "only the specks differ: {differing} of {all}");
}

fn network() -> Subject {
    Subject::network("192.0.2.7".parse().unwrap())
}

fn read_some(count: usize) -> Read {
    let challenges: Vec<Challenge> = (0..count).map(|_| Challenge::draw(&network(), Moment(0))).collect();
    let pictures: Vec<GrayImage> = challenges.iter().map(|one| decoded(&picture::png(one))).collect();
    let right = |read: Vec<String>| {
        read.iter().zip(&challenges).filter(|(read, challenge)| *read == challenge.answer()).count()
    };
    let medians: Vec<GrayImage> = pictures.iter().map(median).collect();
    Read { plain: right(readings(&pictures)), after_median: right(readings(&medians)) }
}

fn decoded(png: &[u8]) -> GrayImage {
    image::load_from_memory(png).unwrap().to_luma8()
}

/// Each pixel becomes the middle one of its 3×3 neighbourhood: specks and hairlines go, strokes stay.
fn median(picture: &GrayImage) -> GrayImage {
    let (width, height) = picture.dimensions();
    GrayImage::from_fn(width, height, |x, y| {
        let mut near = Vec::with_capacity(9);
        for ny in y.saturating_sub(1)..=(y + 1).min(height - 1) {
            for nx in x.saturating_sub(1)..=(x + 1).min(width - 1) {
                near.push(picture.get_pixel(nx, ny)[0]);
            }
        }
        near.sort_unstable();
        Luma([near[near.len() / 2]])
    })
}

/// What tesseract reads if it takes each picture for one line of digits. One process reads them all: most of the time for one
/// picture goes into its start.
fn readings(pictures: &[GrayImage]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let mut list = String::new();
    for (at, picture) in pictures.iter().enumerate() {
        let path = folder.path().join(format!("{at}.png"));
        picture.save(&path).unwrap();
        list.push_str(&format!("{}\n", path.display()));
    }
    let listed = folder.path().join("list.txt");
    std::fs::write(&listed, list).unwrap();
    let mut tesseract = Command::new("tesseract");
    tesseract.arg(&listed).args(["-", "--psm", "7", "-c", "tessedit_char_whitelist=0123456789"]);
    let said = tesseract.env("OMP_THREAD_LIMIT", "1").output().unwrap().stdout;
    let said = String::from_utf8_lossy(&said).into_owned();
    // A form feed stands between two pictures' texts; older versions write one behind the last as well.
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect();
    let mut read: Vec<String> = said.split('\u{c}').map(digits).collect();
    if read.len() > pictures.len() && read.last().is_some_and(String::is_empty) {
        read.pop();
    }
    assert_eq!(read.len(), pictures.len(), "the reader left pictures out");
    read
}

/// The same digits in the same font, without any distortion.
fn sharp(digits: &str) -> GrayImage {
    let mut drawing = captcha::Captcha::new();
    for digit in digits.chars() {
        drawing.set_chars(&[digit]).add_char();
    }
    decoded(&drawing.view(picture::WIDTH, picture::HEIGHT).as_png().unwrap())
}
