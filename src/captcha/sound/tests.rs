//! How a challenge sounds, in every language that has a voice.

use super::*;
use crate::clock::Moment;
use crate::i18n::{Audience, Texts};
use crate::rate_limits::Subject;

fn network() -> Subject {
    Subject::network("192.0.2.7".parse().unwrap())
}

/// A digit's rough shape: loudness and sharpness (changes of sign) in twenty parts of its time.
fn shape(spoken: &[u8]) -> Vec<f32> {
    let part = spoken.len().div_ceil(20);
    let of = |part: &[u8]| {
        let signed = |sample: &u8| f32::from(*sample) - 128.0;
        let power = part.iter().map(|s| signed(s).powi(2)).sum::<f32>() / part.len() as f32;
        let turns = part.windows(2).filter(|pair| (pair[0] < 128) != (pair[1] < 128)).count();
        [(power + 1.0).ln() / 9.0, turns as f32 / part.len() as f32 * 2.0]
    };
    spoken.chunks(part).flat_map(of).collect()
}

fn distance(one: &[f32], other: &[f32]) -> f32 {
    one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum::<f32>().sqrt()
}

#[test]
fn every_language_says_all_digits_clearly_and_no_two_alike() {
    let texts = Texts::load().unwrap();
    let mut all = 0;
    for &lang in texts.languages(Audience::Public) {
        let voice = texts.voice(lang);
        let recorded =
            i18n::spoken_digits(voice).unwrap_or_else(|| panic!("{lang}: {voice} has no recording"));
        all += if voice == lang { recorded.len() } else { 0 };
        let recording = Recording::parse(&recorded).unwrap_or_else(|| panic!("{voice}: not a sound of ours"));
        let mut shapes: Vec<(char, Vec<f32>)> = Vec::new();
        for digit in SPOKEN.chars() {
            let spoken = recording.of(digit).unwrap_or_else(|| panic!("{voice} does not say {digit}"));
            let seconds = spoken.len() as f32 / RATE as f32;
            assert!((0.25..=1.2).contains(&seconds), "{voice} says {digit} for {seconds} s");
            let power = spoken.iter().map(|s| f32::from(s.abs_diff(128)).powi(2)).sum::<f32>();
            let loud = (power / spoken.len() as f32).sqrt() / 128.0;
            assert!((0.08..0.4).contains(&loud), "{voice} says {digit} at a loudness of {loud}");
            let clipped = spoken.iter().filter(|s| matches!(**s, 0..=1 | 254..)).count();
            assert!(clipped * 100 < spoken.len(), "{voice} {digit}: {clipped} samples are cut off");
            let shape = shape(spoken);
            for (other, seen) in &shapes {
                let apart = distance(&shape, seen);
                assert!(apart > 0.5, "{voice}: {other} and {digit} sound alike: {apart}");
            }
            shapes.push((digit, shape));
        }
    }
    assert!(all < 1_000_000, "{all} bytes of voices");
}

#[test]
fn five_digits_are_heard_with_pauses_between() {
    let texts = Texts::load().unwrap();
    for &lang in texts.languages(Audience::Public) {
        let sound = wav(&Challenge::draw(&network(), Moment(0)), texts.voice(lang));
        assert_eq!(&sound[..4], b"RIFF");
        assert_eq!(u32::from_le_bytes(sound[4..8].try_into().unwrap()) as usize, sound.len() - 8);
        let seconds = (sound.len() - HEADER) as f32 / RATE as f32;
        assert!((3.5..10.0).contains(&seconds), "{seconds} s");
        // Loud stretches: tenths of a second that contain the voice, not only noise.
        let loud: Vec<bool> = sound[HEADER..]
            .chunks(RATE as usize / 10)
            .map(|tenth| tenth.iter().map(|s| s.abs_diff(128)).max() > Some(30))
            .collect();
        let words = loud.windows(2).filter(|pair| !pair[0] && pair[1]).count();
        assert!(words >= 5, "{words} of 5 digits stand apart in {lang}: {loud:?}");
    }
}

#[test]
fn each_challenge_has_a_pace_of_its_own_and_keeps_it() {
    let texts = Texts::load().unwrap();
    let lengths: std::collections::BTreeSet<usize> =
        (0..5).map(|_| wav(&Challenge::draw(&network(), Moment(0)), texts.english()).len()).collect();
    assert!(lengths.len() > 1, "{lengths:?}");
    let challenge = Challenge::draw(&network(), Moment(0));
    assert_eq!(wav(&challenge, texts.english()), wav(&challenge, texts.english()));
}

#[test]
fn cut_and_foreign_files_are_refused() {
    let whole = file(&[128; 10]);
    assert!(Recording::parse(&whole).is_some_and(|silent| silent.of('2').is_none()));
    for end in 0..whole.len() {
        assert!(Recording::parse(&whole[..end]).is_none());
    }
    for (at, other) in [(22, 2), (24, 0), (34, 16)] {
        let mut foreign = whole.clone();
        foreign[at] = other;
        assert!(Recording::parse(&foreign).is_none(), "byte {at}");
    }
    assert!(Recording::parse(b"ID3").is_none());
}
