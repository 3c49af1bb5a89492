//! Frames that are whole come through; frames that are short, long, foreign or senseless are errors.

use kinlight_pictures::{Colours, FileKind, Format, Orientation, Variant};

use super::super::protocol::{Covering, Developed, Edition};
use super::*;

fn questions() -> Vec<Question<'static>> {
    let photo = |task, accepts, part| Question::Photo { task, accepts, part, file: b"a file" };
    let mut all = vec![
        photo(Task::WorkingCopy, Accepts::Uploads, Part::Whole),
        photo(Task::Framing, Accepts::AnySize, Part::Centred),
        photo(Task::Preview { most_wide: 640 }, Accepts::AnySize, Part::Drawn([1, 2, 3, 9_999])),
        photo(Task::Publish { has_print: true }, Accepts::AnySize, Part::Whole),
        photo(
            Task::PublicFiles(PublicFiles { formats: PublicFiles::JPEG, is_unbudgeted: true }),
            Accepts::AnySize,
            Part::Whole,
        ),
        photo(
            Task::PublicFiles(PublicFiles { formats: PublicFiles::BOTH, is_unbudgeted: false }),
            Accepts::AnySize,
            Part::Whole,
        ),
        photo(Task::Retouch(Touch { quarters: 0, covers: Covers::default() }), Accepts::AnySize, Part::Whole),
        photo(Task::Retouch(touch()), Accepts::AnySize, Part::Whole),
        photo(Task::Develop(Faces::Unsought), Accepts::AnySize, Part::Whole),
        photo(Task::Develop(Faces::Told), Accepts::AnySize, Part::Whole),
        photo(Task::Develop(Faces::CoveredButTheLargest), Accepts::AnySize, Part::Whole),
        photo(Task::Develop(Faces::Covered), Accepts::AnySize, Part::Whole),
        Question::Photo {
            task: Task::Publish { has_print: false },
            accepts: Accepts::Uploads,
            part: Part::Whole,
            file: b"",
        },
    ];
    all.extend(Hook::ALL.map(Question::Hook));
    all
}

fn touch() -> Touch {
    Touch { quarters: 3, covers: Covers::of(&[[1, 2, 3, 4]; Covers::MOST]) }
}

fn two_faces() -> Sight {
    let face = |score| SightedFace { area: [1, 2, 3, 4], score, cover: [0, 1, 5, 6], crop: [9, 8, 7, 6] };
    Sight {
        faces: vec![face(9_400), face(5_001)],
        quarters: 2,
        warnings: vec![Warning::Dark, Warning::Blurred],
    }
}

fn variant(format: Format, bytes: &[u8]) -> Variant {
    Variant { width: 160, height: 200, format, bytes: bytes.to_vec() }
}

fn developed() -> Developed {
    Developed {
        width: 4_032,
        height: 3_024,
        kind: FileKind::Heic,
        orientation: Orientation::TurnLeft,
        colours: Colours::DisplayP3,
        sight: Some(two_faces()),
        covering: Some(Covering { kept: Some(1), covered: 300, left: 1 }),
        is_damaged: true,
        variants: vec![variant(Format::Jpeg, b"j"), variant(Format::WebP, b"w")],
    }
}

fn answers() -> Vec<Answer> {
    vec![
        Answer::Ready(Lacking::default()),
        Answer::Ready(Lacking { landlock: true, seccomp: true }),
        Answer::Copy(Copy {
            width: 4000,
            height: 3000,
            is_damaged: false,
            hash: u64::MAX - 5,
            sight: None,
            jpeg: vec![1, 2, 3],
        }),
        Answer::Copy(Copy {
            width: 9,
            height: 8,
            is_damaged: true,
            hash: 1,
            sight: Some(Sight::default()),
            jpeg: vec![],
        }),
        Answer::Copy(Copy {
            width: 9,
            height: 8,
            is_damaged: false,
            hash: 1,
            sight: Some(two_faces()),
            jpeg: vec![7; 30],
        }),
        Answer::Framing(Framing {
            crop: [0, 1, 10_000, 65_535],
            pixels_wide: 1200,
            picture: (3_000, 9),
            hash: u64::MAX - 7,
        }),
        Answer::Preview(vec![9; 70]),
        Answer::Variants(vec![variant(Format::Jpeg, b"j"), variant(Format::WebP, b"")]),
        Answer::Published(Edition { hash: 5, print: None, variants: Vec::new() }),
        Answer::Published(Edition {
            hash: u64::MAX - 3,
            print: Some(vec![8; 90]),
            variants: vec![variant(Format::Jpeg, b"j"), variant(Format::WebP, b"w")],
        }),
        Answer::Refused(Refusal::TooSmall),
        Answer::NotEncoded,
        Answer::Developed(Developed { sight: None, covering: None, variants: Vec::new(), ..developed() }),
        Answer::Developed(developed()),
        Answer::NotChecked,
        Answer::NotCovered,
        Answer::Told("ça va".to_owned()),
    ]
}

/// Kind and body of a frame with a valid header.
fn opened(frame: &[u8]) -> (u8, Vec<u8>) {
    let header = Header::parse(frame.first_chunk().unwrap(), MOST_ANSWER_BYTES).unwrap();
    assert_eq!(header.length, frame.len() - HEADER_BYTES);
    (header.kind, frame[HEADER_BYTES..].to_vec())
}

#[test]
fn every_question_arrives_as_it_was_asked() {
    for question in questions() {
        let (head, file) = question.frame();
        let (kind, body) = opened(&[&head[..], file].concat());
        assert_eq!(Question::parse(kind, &body), Ok(question));
    }
}

#[test]
fn every_answer_arrives_as_it_was_given() {
    for answer in answers() {
        let (kind, body) = opened(&answer.frame(77));
        assert_eq!(Answer::parse(kind, body), Ok(answer));
    }
    let frame = Answer::NotEncoded.frame(123_456);
    assert_eq!(Header::parse(frame.first_chunk().unwrap(), 0).unwrap().peak_kib, 123_456);
}

#[test]
fn every_refusal_has_a_frame() {
    for refusal in Refusal::ALL {
        let (kind, body) = opened(&Answer::Refused(refusal).frame(0));
        assert_eq!(Answer::parse(kind, body), Ok(Answer::Refused(refusal)));
    }
}

#[test]
fn a_header_that_is_not_ours_is_told_by_its_fault() {
    let sound = Header { kind: 3, length: 100, peak_kib: 0 }.bytes();
    let with = |at: usize, byte: u8| {
        let mut bytes = sound;
        bytes[at] = byte;
        Header::parse(&bytes, 100)
    };
    assert!(Header::parse(&sound, 100).is_ok());
    let cases = [
        ("a wrong mark", with(0, b'k'), FrameError::NotAFrame),
        ("a wrong second letter", with(1, 0), FrameError::NotAFrame),
        ("a later version", with(2, VERSION + 1), FrameError::OtherVersion(VERSION + 1)),
        ("one byte too many", with(7, 101), FrameError::TooLong(101)),
        ("two gigabytes", with(4, 0x80), FrameError::TooLong(0x8000_0064)),
        ("all ones", Header::parse(&[0xff; HEADER_BYTES], 100), FrameError::NotAFrame),
    ];
    for (what, parsed, fault) in cases {
        assert_eq!(parsed, Err(fault), "{what}");
    }
}

#[test]
fn a_body_that_makes_no_sense_is_an_error() {
    let cases: [(&str, u8, &[u8]); 32] = [
        ("unknown kind", 0x42, b""),
        ("a question in place of an answer", 1, &[0; 20]),
        ("ready without its byte", 0x80, b""),
        ("ready with unknown bits", 0x80, &[4]),
        ("ready with two bytes", 0x80, &[0, 0]),
        ("a copy without its size", 0x81, &[0; 15]),
        ("a copy that doesn't say whether it was looked at", 0x81, &[0; 16]),
        ("a copy with half a face", 0x81, &[&[0; 16][..], &[1, 0, 0, 1], &[0; 25]].concat()),
        ("a copy turned five times", 0x81, &[&[0; 16][..], &[1, 5, 0, 0]].concat()),
        ("a copy with a fourth warning", 0x81, &[&[0; 16][..], &[1, 0, 8, 0]].concat()),
        ("a copy with a crowd", 0x81, &[&[0; 16][..], &[1, 0, 0, 65], &[0; 2_000]].concat()),
        ("a framing cut off", 0x82, &[0; 19]),
        ("a framing with more behind", 0x82, &[0; 21]),
        ("a variant cut in its numbers", 0x84, &[0; 7]),
        ("a variant without its format", 0x84, &[0; 8]),
        ("a variant of a third format", 0x84, &[0, 0, 0, 1, 0, 0, 0, 1, 2, 0, 0, 0, 0]),
        ("a variant longer than the frame", 0x84, &[0, 0, 0, 1, 0, 0, 0, 1, 0, 0xff, 0xff, 0xff, 0xff, 1]),
        ("pictures for a publication without their length", 0x8b, &[0; 11]),
        ("a print picture longer than the frame", 0x8b, &[&[0; 8][..], &[0, 0, 0, 9], &[1; 8]].concat()),
        ("a refusal that nobody knows", 0x85, b"no-such-word"),
        ("words behind a bare answer", 0x86, b"x"),
        ("words behind a bare \"not checked\"", 0x89, b"x"),
        ("words behind a bare \"not covered\"", 0x8a, b"x"),
        ("a photo without its kind", 0x88, &[0; 8]),
        ("a photo of a fifth kind", 0x88, &[&[0; 8][..], &[4, 0, 0, 0, 0]].concat()),
        ("a photo that lies in a ninth way", 0x88, &[&[0; 8][..], &[0, 8, 0, 0, 0]].concat()),
        ("a photo in colours with a name of its own", 0x88, &[&[0; 8][..], &[0, 0, 9, 0, 0]].concat()),
        ("a photo that ends before its faces", 0x88, &[&[0; 8][..], &[0, 0, 0]].concat()),
        ("a photo that is half covered", 0x88, &[&[0; 8][..], &[0, 0, 0, 0, 2]].concat()),
        ("a cover cut off", 0x88, &[&[0; 8][..], &[0, 0, 0, 0, 1, 0, 0, 1]].concat()),
        ("a photo with half a file", 0x88, &[&[0; 8][..], &[0, 0, 0, 0, 0, 1]].concat()),
        ("told in no script", 0x87, &[0xff, 0xfe]),
    ];
    for (what, kind, body) in cases {
        assert!(Answer::parse(kind, body.to_vec()).is_err(), "{what}");
    }
    let cases: [(&str, u8, &[u8]); 11] = [
        ("unknown kind", 0, &[0; 12]),
        ("an answer in place of a question", 0x81, &[0; 20]),
        ("fields cut off", 1, &[0; 11]),
        ("accepts something else", 1, &[0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        ("a part of a third kind", 4, &[0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0]),
        ("covers without their number", 5, &[0; 12]),
        ("more covers than fit", 5, &[&[0; 12][..], &[17], &[0; 200]].concat()),
        ("half a cover", 5, &[&[0; 12][..], &[1], &[0; 7]].concat()),
        ("faces treated in a fifth way", 6, &[0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        ("a hook without a name", HOOK, b""),
        ("a hook that nobody knows", HOOK, &[200]),
    ];
    for (what, kind, body) in cases {
        assert!(Question::parse(kind, body).is_err(), "{what}");
    }
}

#[test]
fn random_bytes_are_never_more_than_an_error() {
    let mut state = 7_u64;
    let mut next = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as u8
    };
    for _ in 0..3_000 {
        let length = usize::from(next()) % 64;
        let body: Vec<u8> = (0..length).map(|_| next()).collect();
        for kind in 0x80..=0x8d {
            // What is read back must be what such a frame would contain.
            if let Ok(answer) = Answer::parse(kind, body.clone()) {
                assert_eq!(opened(&answer.frame(0)), (kind, body.clone()));
            }
        }
        for kind in [1, 2, 3, 4, 5, 6, HOOK] {
            let _ = Question::parse(kind, &body);
        }
    }
}

#[test]
fn hooks_have_codes_of_their_own() {
    let codes: std::collections::BTreeSet<u8> = Hook::ALL.into_iter().map(Hook::code).collect();
    assert_eq!(codes.len(), Hook::ALL.len());
}
