//! People who can't see the digits hear them, in a language that they understand. This test's listener has the eight recorded
//! words of each language, and picks the one that is nearest to what is played.

use std::f32::consts::TAU;

use kinlight::i18n::Audience;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};

const RATE: usize = 11_025;
const HEADER: usize = 44;
/// How many moments a word is divided into, and which pitches are measured in each, in Hz.
const MOMENTS: usize = 20;
const PITCHES: [f32; 7] = [300.0, 650.0, 1050.0, 1500.0, 2100.0, 2900.0, 3900.0];
const WINDOW: usize = 64;
/// Shares of the greatest loudness at which a word begins and ends. The pauses hiss, so no single share fits every word.
const EDGES: [f32; 4] = [0.16, 0.2, 0.25, 0.32];
/// A listener who does not catch the digits asks for others, this often at most.
const TRIES: usize = 5;

type Shape = Vec<f32>;

fn signed(samples: &[u8]) -> Vec<f32> {
    samples.iter().map(|sample| f32::from(*sample) - 128.0).collect()
}

fn power(samples: &[f32]) -> f32 {
    samples.iter().map(|s| s * s).sum::<f32>() / samples.len() as f32
}

/// How strong each pitch is in each moment, whatever the word's length and loudness. One shape for each of `EDGES`.
fn shapes(around: &[f32]) -> Vec<Shape> {
    let loudness: Vec<f32> =
        around.windows(RATE * 3 / 100).step_by(55).map(|part| power(part).sqrt()).collect();
    let most = loudness.iter().copied().fold(0.0, f32::max);
    EDGES.map(|edge| shape(around, &loudness, most * edge)).into()
}

fn shape(around: &[f32], loudness: &[f32], least: f32) -> Shape {
    let is_word = |loud: &f32| *loud > least;
    let middle = |at: usize| at * 55 + RATE * 3 / 200;
    let from = middle(loudness.iter().position(is_word).expect("a word"));
    let to = middle(loudness.iter().rposition(is_word).expect("a word"));
    let mut strengths = Vec::new();
    for moment in 0..MOMENTS {
        let part = from + (to - from) * moment / MOMENTS..from + (to - from) * (moment + 1) / MOMENTS;
        for pitch in PITCHES {
            let (mut sum, mut count) = (0.0, 0.0);
            for at in part.clone().step_by(WINDOW / 2) {
                sum += around.get(at..at + WINDOW).map_or(0.0, |window| strength(window, pitch));
                count += 1.0;
            }
            strengths.push(sum / count);
        }
    }
    let most = strengths.iter().copied().fold(0.0, f32::max);
    strengths.into_iter().map(|strength: f32| (strength / most + 0.003).ln()).collect()
}

fn strength(window: &[f32], pitch: f32) -> f32 {
    let (mut along, mut across) = (0.0, 0.0);
    for (n, sample) in window.iter().enumerate() {
        let bell = 0.5 - 0.5 * (TAU * n as f32 / (WINDOW - 1) as f32).cos();
        let (sin, cos) = (TAU * pitch * n as f32 / RATE as f32).sin_cos();
        along += sample * bell * cos;
        across += sample * bell * sin;
    }
    along * along + across * across
}

/// The eight words of one language, from its folder in the repository. In the file each has an equal share, with silence after
/// the word.
fn known_words(folder: &str) -> Vec<(char, Vec<Shape>)> {
    let path = format!("{}/locales/{folder}/digits.wav", env!("CARGO_MANIFEST_DIR"));
    let samples = signed(&std::fs::read(path).expect("a recording")[HEADER..]);
    let quiet = [0.0; 500];
    let word = |place: &[f32]| shapes(&[&quiet, place, &quiet].concat());
    "23456789".chars().zip(samples.chunks(samples.len() / 8).map(word)).collect()
}

/// Splits a recording into words, each with a little of the pauses around it. A pause is three tenths of a second with no more
/// than the hiss.
fn words_of(sound: &Page) -> Vec<Vec<f32>> {
    assert_eq!(sound.header("content-type"), "audio/wav");
    assert_eq!(sound.header("cache-control"), "no-store");
    let samples = signed(&sound.bytes[HEADER..]);
    let mut words: Vec<(usize, usize)> = Vec::new();
    for at in samples.iter().enumerate().filter(|(_, sample)| sample.abs() > 7.0).map(|(at, _)| at) {
        match words.last_mut() {
            Some((_, end)) if at - *end < RATE * 3 / 10 => *end = at,
            _ => words.push((at, at)),
        }
    }
    words.into_iter().map(|(from, to)| samples[from - RATE / 10..to + RATE / 10].to_vec()).collect()
}

fn nearest(word: &[f32], known: &[(char, Vec<Shape>)]) -> char {
    let heard = shapes(word);
    let far = |known: &[Shape]| {
        let pairs = heard.iter().flat_map(|one| known.iter().map(move |other| (one, other)));
        let apart =
            |(one, other): (&Shape, &Shape)| one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum::<f32>();
        pairs.map(apart).fold(f32::MAX, f32::min)
    };
    known.iter().min_by(|a, b| far(&a.1).total_cmp(&far(&b.1))).expect("eight words").0
}

/// Fetches the sound and returns the digits that were heard.
async fn hears(browser: &Browser, address: &str, folder: &str) -> String {
    let known = known_words(folder);
    let sound = browser.get(address).await.expect(200);
    let words = words_of(&sound);
    assert_eq!(words.len(), 5, "{folder}: {:?}", words.iter().map(Vec::len).collect::<Vec<_>>());
    words.iter().map(|word| nearest(word, &known)).collect()
}

#[tokio::test]
async fn the_digits_that_are_heard_are_those_of_the_picture_in_every_language() {
    let at = TestApp::start().await;
    let texts = at.app.pages.texts();
    for &lang in texts.languages(Audience::Public) {
        let voice = texts.voice(lang);
        let visitor = at.visitor();
        let mut page = visitor.get(&format!("/{lang}/?sex=woman")).await.expect(200);
        let says = if voice == lang { "captcha-listen" } else { "captcha-listen-in" };
        let says = at.app.pages.texts().plain(lang, says, &[("language", voice.own_name().into())]);
        assert_eq!(page.text_of("a.listen"), says.trim(), "{lang}");
        let mut told = Vec::new();
        let passed = loop {
            let heard = hears(&visitor, &page.all("a.listen", "href")[0], voice.code()).await;
            page = page.main_form().set("digits", &heard).submit(&visitor).await;
            if page.status == 200 {
                break page;
            }
            told.push(heard);
            assert!(told.len() < TRIES, "{lang}: {told:?} were heard, and none was accepted");
        };
        assert!(passed.path.contains("sex=woman"), "{}", passed.path);
    }
}

#[tokio::test]
async fn the_same_digits_are_spoken_in_whichever_language_is_asked_for_and_in_no_other() {
    let at = TestApp::start().await;
    let visitor = at.visitor();
    let mut english = String::new();
    let mut all_heard = Vec::new();
    for _ in 0..TRIES {
        let page = visitor.get("/en/?sex=woman").await.expect(200);
        english = page.all("a.listen", "href")[0].clone();
        assert!(english.starts_with("/captcha/en/"), "{english}");
        let mut heard = Vec::new();
        for lang in ["en", "ar", "so"] {
            heard.push(hears(&visitor, &english.replace("/en/", &format!("/{lang}/")), lang).await);
        }
        all_heard.push(heard);
    }
    let is_one = |heard: &&Vec<String>| heard.iter().all(|digits| *digits == heard[0]);
    assert!(all_heard.iter().filter(is_one).count() >= TRIES / 2, "{all_heard:?}");
    for strange in ["/captcha/xx/", "/captcha/", "/captcha/en/x"] {
        visitor.get(&english.replace("/captcha/en/", strange)).await.expect(404);
    }
    visitor.get(&english.replace(".wav", ".png")).await.expect(404);
}
