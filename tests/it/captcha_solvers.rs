//! What the CAPTCHA is worth, told by programs that solve it. Sounds are solved by correlation with the public recordings, in each
//! run; what a small net reads of the pictures is measured by `tools/captcha-solvers`. The figures stand in docs/threat-model.md.

use std::time::{Duration, Instant};

use kinlight::captcha::{Challenge, picture, sound};
use kinlight::clock::Moment;
use kinlight::i18n::{self, Audience, Lang, Texts};
use kinlight::rate_limits::Subject;
use kinlight_solvers::listening::Voice;
use kinlight_solvers::net::{self, Drawn, Net};

const HEADER: usize = 44;
const LENGTH: usize = 5;
const BATCH: usize = 16;

fn challenge() -> Challenge {
    Challenge::draw(&Subject::network("192.0.2.7".parse().unwrap()), Moment(0))
}

fn voices() -> Vec<Lang> {
    let texts = Texts::load().unwrap();
    let mut voices: Vec<Lang> =
        texts.languages(Audience::Public).iter().map(|lang| texts.voice(*lang)).collect();
    voices.sort_by_key(|lang| lang.code().to_owned());
    voices.dedup();
    voices
}

/// How many sounds are heard right, and how many there were.
fn heard(in_each_voice: usize) -> (usize, usize) {
    let (mut right, mut all) = (0, 0);
    for lang in voices() {
        let voice = Voice::of(&i18n::spoken_digits(lang).unwrap()[HEADER..]);
        for _ in 0..in_each_voice {
            let challenge = challenge();
            let sound = sound::wav(&challenge, lang);
            right += usize::from(voice.hears(&sound[HEADER..], LENGTH) == challenge.answer());
            all += 1;
        }
    }
    (right, all)
}

#[test]
fn a_program_hears_what_a_person_hears() {
    let (right, all) = heard(2);
    println!("sounds: {right} of {all} solved by correlation");
    // If a change makes this fail, it is good news: measure again, and change the threat model.
    assert!(
        right * 100 >= all * 95,
        "{right} of {all}: docs/threat-model.md says that sounds are no obstacle"
    );
}

fn drawn() -> Drawn {
    let challenge = challenge();
    let light = image::load_from_memory(&picture::png(&challenge)).unwrap().to_luma8();
    let digits: Vec<usize> = challenge.answer().bytes().map(|digit| usize::from(digit - b'2')).collect();
    Drawn { pixels: net::halved(light.as_raw()), digits: digits.try_into().unwrap() }
}

fn read(net: &Net, pictures: &[Drawn]) -> usize {
    pictures.iter().filter(|picture| net.reads(&picture.pixels) == picture.digits).count()
}

/// Run by `tools/captcha-solvers`: some minutes, and a quiet machine.
#[test]
#[ignore = "tools/captcha-solvers runs it"]
fn what_solvers_reach() {
    let (right, all) = heard(84);
    println!("| sounds, by correlation, {} voices | {right} of {all} |", voices().len());
    let unseen: Vec<Drawn> = (0..500).map(|_| drawn()).collect();
    let mut net = Net::new(2022);
    // Drawing the pictures counts, reading the unseen ones does not.
    let (mut learned_for, mut pictures) = (Duration::ZERO, 0);
    for seconds in [15, 60, 180] {
        while learned_for < Duration::from_secs(seconds) {
            let begun = Instant::now();
            let batch: Vec<Drawn> = (0..BATCH).map(|_| drawn()).collect();
            net.learn(&batch);
            (pictures, learned_for) = (pictures + BATCH, learned_for + begun.elapsed());
        }
        println!(
            "| pictures, a net that learned from {pictures} for {seconds} s | {} of 500 |",
            read(&net, &unseen)
        );
    }
}
