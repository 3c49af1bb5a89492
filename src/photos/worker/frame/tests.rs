//! Messages that are whole come through; frames that are short, long or left with more are errors, and so is a list that is too long.

use kinlight_pictures::{Colours, FileKind, Format, Orientation, Refusal, Variant, Warning};

use super::super::protocol::*;
use super::*;

fn questions() -> Vec<Question> {
    let any_size = |task| Question::Photo {
        task,
        accepts: Accepts::AnySize,
        part: Part::Drawn([1, 2, 3, 9_999]),
        file_bytes: 25_000_000,
    };
    let tasks = [
        Task::WorkingCopy,
        Task::Framing,
        Task::Preview { most_wide: 640 },
        Task::Publish { has_print: true },
        Task::PublicFiles(PublicFiles { has_webp: false, is_unbudgeted: true }),
        Task::Retouch(Touch { quarters: 0, covers: Covers::default() }),
        Task::Retouch(Touch { quarters: 3, covers: Covers::of(&[[u16::MAX; 4]; Covers::MOST]) }),
    ];
    let mut all: Vec<Question> = tasks.map(any_size).into();
    all.extend(Faces::ALL.map(|faces| any_size(Task::Develop(faces))));
    all.extend([Part::Whole, Part::Centred].map(|part| Question::Photo {
        task: Task::WorkingCopy,
        accepts: Accepts::Uploads,
        part,
        file_bytes: 0,
    }));
    all.extend(Hook::ALL.map(Question::Hook));
    all
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

fn replies() -> Vec<Reply> {
    let refusals = Refusal::ALL.into_iter().map(Answer::Refused);
    answers().into_iter().chain(refusals).map(|answer| Reply { answer, peak_kib: 123_456 }).collect()
}

/// The body of a whole frame of at most `most` bytes.
fn body(frame: &[u8], most: usize) -> &[u8] {
    let (length, body) = frame.split_first_chunk().unwrap();
    assert_eq!(body_length(*length, most), Ok(body.len()));
    body
}

#[test]
fn every_question_arrives_as_it_was_asked() {
    for question in questions() {
        assert_eq!(read(body(&write(&question), MOST_QUESTION_BYTES)), Ok(question));
    }
}

#[test]
fn every_reply_arrives_as_it_was_given() {
    for reply in replies() {
        assert_eq!(read(body(&write(&reply), MOST_REPLY_BYTES)).as_ref(), Ok(&reply));
    }
}

/// A script in tests/it/photo_worker/at_the_desk.rs writes them in a worker's place.
#[test]
fn a_worker_says_in_eight_bytes_that_it_is_ready() {
    let lacking = Lacking { landlock: true, seccomp: false };
    assert_eq!(write(&Reply { answer: Answer::Ready(lacking), peak_kib: 0 }), [0, 0, 0, 4, 0, 1, 0, 0]);
}

#[test]
fn a_message_with_a_byte_less_or_more_is_an_error() {
    for frame in questions().iter().map(write) {
        is_whole_or_an_error::<Question>(body(&frame, MOST_QUESTION_BYTES));
    }
    for frame in replies().iter().map(write) {
        is_whole_or_an_error::<Reply>(body(&frame, MOST_REPLY_BYTES));
    }
}

fn is_whole_or_an_error<M: DeserializeOwned + fmt::Debug>(body: &[u8]) {
    for length in 0..body.len() {
        let cut = read::<M>(&body[..length]);
        assert!(matches!(cut, Err(FrameError::Unreadable(_))), "{length} of {body:?}: {cut:?}");
    }
    let more = read::<M>(&[body, &[0]].concat());
    assert!(matches!(more, Err(FrameError::LeftOver(1))), "{body:?}: {more:?}");
}

#[test]
fn a_frame_longer_than_its_reader_allows_is_refused_by_its_length_alone() {
    assert_eq!(body_length([0, 0, 0, 100], 100), Ok(100));
    for (bytes, length) in [([0, 0, 0, 101], 101), ([0x80, 0, 0, 0], 0x8000_0000), ([0xff; 4], 0xffff_ffff)] {
        assert_eq!(body_length(bytes, 100), Err(FrameError::TooLong(length)));
    }
}

/// [`Reply`] and [`Question`] begin with their kind, which takes one byte.
#[test]
fn a_message_that_makes_no_sense_is_an_error() {
    let kind = |answer| write(&Reply { answer, peak_kib: 0 })[LENGTH_BYTES];
    let (preview, told) = (kind(Answer::Preview(vec![])), kind(Answer::Told(String::new())));
    let refused = kind(Answer::Refused(Refusal::TooSmall));
    let ready = kind(Answer::Ready(Lacking::default()));
    let cases: [(&str, &[u8]); 6] = [
        ("a kind that nobody knows", &[100, 0]),
        ("ready, and a wall that is neither there nor not", &[ready, 2, 0, 0]),
        ("a refusal that nobody knows", &[refused, 100, 0]),
        ("words in no script", &[told, 2, 0xff, 0xfe, 0]),
        ("a picture of 4 GB", &[preview, 0xff, 0xff, 0xff, 0xff, 0x0f, 0]),
        ("a picture longer than any number", &[[preview].as_slice(), &[0xff; 11]].concat()),
    ];
    for (what, body) in cases {
        assert!(matches!(read::<Reply>(body), Err(FrameError::Unreadable(_))), "{what}");
    }
}

#[test]
fn a_list_longer_than_it_can_be_is_an_error() {
    let seen =
        |sight| Answer::Copy(Copy { width: 9, height: 8, is_damaged: false, hash: 1, sight, jpeg: vec![] });
    let crowd = |count| seen(Some(Sight { faces: vec![two_faces().faces[0]; count], ..Sight::default() }));
    let warned = |count| seen(Some(Sight { warnings: vec![Warning::Dark; count], ..Sight::default() }));
    let files = |count| vec![variant(Format::Jpeg, b""); count];
    let published = |count| Answer::Published(Edition { hash: 5, print: None, variants: files(count) });
    let made = |count| Answer::Developed(Developed { variants: files(count), ..developed() });
    let cases = [
        ("faces", crowd(64), crowd(65)),
        ("warnings", warned(3), warned(4)),
        ("files", Answer::Variants(files(8)), Answer::Variants(files(9))),
        ("published files", published(8), published(9)),
        ("developed files", made(8), made(9)),
    ];
    for (what, most, more) in cases {
        let read = |answer| read::<Reply>(&write(&Reply { answer, peak_kib: 0 })[LENGTH_BYTES..]);
        assert!(read(most).is_ok(), "{what}");
        assert!(matches!(read(more), Err(FrameError::Unreadable(_))), "{what}");
    }
}

#[test]
fn random_bytes_are_never_more_than_an_error() {
    let mut state = 7_u64;
    let mut next = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as u8
    };
    for _ in 0..30_000 {
        let length = usize::from(next()) % 64;
        let mut bytes: Vec<u8> = (0..length).map(|_| next()).collect();
        // Small numbers are kinds and lengths that exist.
        bytes.iter_mut().take(4).for_each(|byte| *byte %= 16);
        if let Ok(reply) = read::<Reply>(&bytes) {
            assert_eq!(read(body(&write(&reply), MOST_REPLY_BYTES)), Ok(reply));
        }
        if let Ok(question) = read::<Question>(&bytes) {
            assert_eq!(read(body(&write(&question), MOST_QUESTION_BYTES)), Ok(question));
        }
    }
}
