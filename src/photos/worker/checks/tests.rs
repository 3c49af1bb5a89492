//! Answers that fit are believed; answers of a worker that was taken over are not.

use kinlight_pictures::{Colours, Crop, FileKind, Orientation, Picture, Refusal, Warning, variants};

use super::*;
use crate::photos::worker::protocol::{Lacking, PublicFiles, SightedFace};

fn picture(width: u32, height: u32) -> Picture {
    let pixels =
        (0..width * height).flat_map(|at| [(at % 251) as u8, (at / width % 199) as u8, 90]).collect();
    Picture::from_rgb(width, height, pixels).unwrap()
}

fn copy_of(width: u32, height: u32) -> Copy {
    Copy {
        width,
        height,
        is_damaged: false,
        hash: 0,
        sight: None,
        jpeg: picture(width, height).working_copy().unwrap(),
    }
}

fn set_of(width: u32, height: u32) -> Vec<Variant> {
    variants(&picture(width, height), Crop::WHOLE).unwrap()
}

const PUBLISH: Task = Task::Publish { has_print: false };

fn published(print: Option<Vec<u8>>, variants: Vec<Variant>) -> Answer {
    Answer::Published(Edition { hash: 0, print, variants })
}

fn is_believed(task: Task, answer: Answer) -> bool {
    believed(task, Accepts::Uploads, answer).is_ok()
}

#[test]
fn what_an_honest_worker_answers_is_believed() {
    for (width, height) in [(640, 800), (3000, 320), (400, 2777), (2561, 2560)] {
        assert!(is_believed(Task::WorkingCopy, Answer::Copy(copy_of(width, height))), "{width}x{height}");
    }
    for (width, height) in [(1300, 1625), (333, 1001), (159, 3), (1, 1), (700, 20)] {
        let set = set_of(width, height);
        assert!(is_believed(PUBLISH, published(None, set.clone())), "{width}x{height}");
        let jpegs: Vec<Variant> = set.iter().filter(|one| one.format == Format::Jpeg).cloned().collect();
        let public_files = |has_webp| Task::PublicFiles(PublicFiles { has_webp, is_unbudgeted: true });
        for (has_webp, asked, other) in [(false, &jpegs, &set), (true, &set, &jpegs)] {
            assert!(is_believed(public_files(has_webp), Answer::Variants(asked.clone())), "{width}x{height}");
            assert!(
                !is_believed(public_files(has_webp), Answer::Variants(other.clone())),
                "{width}x{height}"
            );
        }
    }
    let any = believed(Task::WorkingCopy, Accepts::AnySize, Answer::Copy(copy_of(3, 2)));
    assert!(any.is_ok());
    let framing =
        Framing { crop: [100, 0, 8000, 10_000], pixels_wide: 800, picture: (1_000, 1_000), hash: 0 };
    assert!(is_believed(Task::Framing, Answer::Framing(framing)));
    let preview = set_of(640, 800)[4].bytes.clone();
    assert!(is_believed(Task::Preview { most_wide: 640 }, Answer::Preview(preview)));
}

#[test]
fn a_refusal_is_a_refusal_whatever_was_asked() {
    for task in [Task::WorkingCopy, Task::Framing, Task::Preview { most_wide: 640 }, PUBLISH] {
        let answer = believed(task, Accepts::Uploads, Answer::Refused(Refusal::Animated));
        assert_eq!(answer, Err(WorkerError::Refused(Refusal::Animated)));
        assert_eq!(believed(task, Accepts::Uploads, Answer::NotEncoded), Err(WorkerError::NotEncoded));
    }
}

#[test]
fn an_answer_to_another_question_is_not_believed() {
    let answers = [
        Answer::Ready(Lacking::default()),
        Answer::Copy(copy_of(400, 500)),
        Answer::Framing(Framing { crop: [0, 0, 1, 1], pixels_wide: 1, picture: (1, 1), hash: 0 }),
        Answer::Preview(set_of(160, 200)[0].bytes.clone()),
        published(None, set_of(160, 200)),
        Answer::Told("anything".to_owned()),
    ];
    let tasks = [Task::WorkingCopy, Task::Framing, Task::Preview { most_wide: 640 }, PUBLISH].map(Some);
    for (nth, task) in std::iter::once(None).chain(tasks).enumerate() {
        let Some(task) = task else { continue };
        for (other, answer) in answers.iter().enumerate() {
            assert_eq!(is_believed(task, answer.clone()), nth == other, "{task:?}: {answer:?}");
        }
    }
}

#[test]
fn a_copy_that_lies_is_not_believed() {
    let honest = copy_of(640, 800);
    let with_a_comment = {
        let mut jpeg = honest.jpeg.clone();
        jpeg.splice(2..2, *b"\xff\xfe\x00\x07where");
        jpeg
    };
    let cases = [
        ("another size", Copy { width: 641, ..honest.clone() }),
        ("a size of nothing", Copy { width: 0, ..honest.clone() }),
        ("wider than any photo", Copy { width: 16_383, ..honest.clone() }),
        ("more pixels than any photo", Copy { width: 9_000, height: 9_000, ..honest.clone() }),
        ("smaller than an upload may be", copy_of(119, 800)),
        ("not shrunk to the shape it says", Copy { width: 4_000, height: 3_000, ..honest.clone() }),
        ("a comment", Copy { jpeg: with_a_comment, ..honest.clone() }),
        ("no JPEG", Copy { jpeg: b"<script>".to_vec(), ..honest.clone() }),
        ("a WebP", Copy { jpeg: set_of(640, 800)[5].bytes.clone(), ..honest }),
    ];
    for (what, copy) in cases {
        assert!(!is_believed(Task::WorkingCopy, Answer::Copy(copy)), "{what}");
    }
}

#[test]
fn a_set_of_files_that_lies_is_not_believed() {
    let honest = set_of(700, 875);
    let changed = |change: fn(&mut Vec<Variant>)| {
        let mut made = honest.clone();
        change(&mut made);
        made
    };
    let cases = [
        ("nothing", Vec::new()),
        ("a WebP missing", changed(|made| drop(made.pop()))),
        ("a width twice", changed(|made| made.extend_from_within(..2))),
        ("the widest first", changed(|made| made.reverse())),
        ("a width that was never asked for", [set_of(160, 200), set_of(150, 188)].concat()),
        ("one of another shape", [set_of(160, 200), set_of(320, 320)[2..].to_vec()].concat()),
        ("a width that its file does not have", changed(|made| made[0].width = 161)),
        ("a JPEG called WebP", changed(|made| made[0].format = Format::WebP)),
        ("words behind a file", changed(|made| made[1].bytes.extend(b"his name is"))),
    ];
    for (what, made) in cases {
        assert!(!is_believed(PUBLISH, published(None, made)), "{what}");
    }
}

#[test]
fn a_poster_picture_is_believed_only_if_asked_for_and_equal_to_the_published_files() {
    let with_print = Task::Publish { has_print: true };
    let (set, print) = (set_of(700, 875), picture(700, 875).working_copy().unwrap());
    assert!(is_believed(with_print, published(Some(print.clone()), set.clone())));
    assert!(!is_believed(PUBLISH, published(Some(print.clone()), set.clone())), "nobody asked for it");
    assert!(!is_believed(with_print, published(None, set.clone())), "it is missing");
    let with_words = [&print[..], b"his name is"].concat();
    let narrower = picture(600, 750).working_copy().unwrap();
    let other_shape = picture(700, 700).working_copy().unwrap();
    for (what, print) in [("words", with_words), ("narrower", narrower), ("another shape", other_shape)] {
        assert!(!is_believed(with_print, published(Some(print), set.clone())), "{what}");
    }
}

#[test]
fn a_box_beyond_its_picture_is_not_believed() {
    let cases = [
        [0, 0, 0, 10],
        [0, 0, 10, 0],
        [1, 0, 10_000, 10],
        [0, 9_000, 10, 1_001],
        [65_535, 65_535, 65_535, 65_535],
    ];
    for crop in cases {
        let framing = Framing { crop, pixels_wide: 100, picture: (4_000, 3_000), hash: 0 };
        assert!(!is_believed(Task::Framing, Answer::Framing(framing)), "{crop:?}");
    }
    for (pixels_wide, picture) in [(0, (100, 100)), (99, (100, 100)), (16_383, (16_383, 100)), (0, (0, 0))] {
        let framing = Framing { crop: [0, 0, 10_000, 10_000], pixels_wide, picture, hash: 0 };
        assert!(!is_believed(Task::Framing, Answer::Framing(framing)), "{pixels_wide}");
    }
    let wide = set_of(1280, 1600)[6].bytes.clone();
    assert!(!is_believed(Task::Preview { most_wide: 640 }, Answer::Preview(wide)), "wider than asked for");
}

fn developed_of(width: u32, height: u32) -> Developed {
    Developed {
        width,
        height,
        kind: FileKind::Jpeg,
        orientation: Orientation::Upright,
        colours: Colours::Srgb,
        sight: None,
        covering: None,
        is_damaged: false,
        variants: set_of(width, height),
    }
}

#[expect(clippy::unnecessary_wraps, reason = "an answer holds an Option")]
fn sight_of(count: usize) -> Option<Sight> {
    let area = [0, 0, 100, 100];
    let face = SightedFace { area, score: 9_000, cover: area, crop: area };
    Some(Sight { faces: vec![face; count], ..Sight::default() })
}

#[test]
fn what_is_said_of_faces_fits_what_was_asked() {
    let covering = |kept, covered, left| Some(Covering { kept, covered, left });
    let (unsought, told) = (Faces::Unsought, Faces::Told);
    let (all, others) = (Faces::Covered, Faces::CoveredButTheLargest);
    let cases = [
        ("nobody was asked", unsought, None, None, true),
        ("nobody was asked, and somebody looked", unsought, sight_of(0), None, false),
        ("nobody was asked, and somebody covered", unsought, None, covering(None, 0, 0), false),
        ("told", told, sight_of(3), None, true),
        ("told that nobody could look", told, None, None, true),
        ("told, and covered unasked", told, sight_of(1), covering(None, 1, 0), false),
        ("all", all, sight_of(2), covering(None, 2, 0), true),
        ("all of none", all, sight_of(0), covering(None, 0, 0), true),
        ("all but one", all, sight_of(2), covering(Some(0), 1, 1), false),
        ("one is left", all, sight_of(2), covering(None, 2, 1), false),
        ("too few", all, sight_of(2), covering(None, 1, 0), false),
        ("nobody looked", all, None, covering(None, 0, 0), false),
        ("nothing is said of covers", all, sight_of(2), None, false),
        ("all but the largest", others, sight_of(3), covering(Some(0), 2, 1), true),
        ("one appeared later", others, sight_of(3), covering(Some(1), 3, 1), true),
        ("the largest is hidden by a cover", others, sight_of(3), covering(Some(0), 2, 0), true),
        ("of none", others, sight_of(0), covering(None, 0, 0), true),
        ("none is kept", others, sight_of(2), covering(None, 2, 0), false),
        ("one is kept that isn't there", others, sight_of(2), covering(Some(2), 2, 1), false),
        ("two are left", others, sight_of(2), covering(Some(0), 1, 2), false),
        ("the second is not covered", others, sight_of(2), covering(Some(0), 0, 1), false),
    ];
    for (what, faces, sight, covering, expected) in cases {
        let made = Developed { sight, covering, ..developed_of(400, 500) };
        let is_so = believed(Task::Develop(faces), Accepts::AnySize, Answer::Developed(made)).is_ok();
        assert_eq!(is_so, expected, "{what}");
    }
}

#[test]
fn a_photo_that_was_not_looked_at_is_refused_only_where_faces_were_to_be_covered() {
    for (faces, is_known) in Faces::ALL.into_iter().zip([false, false, true, true]) {
        let refused =
            |answer| believed(Task::Develop(faces), Accepts::AnySize, answer).expect_err("no picture");
        let expected = if is_known { WorkerError::NotChecked } else { WorkerError::Garbled };
        assert_eq!(refused(Answer::NotChecked), expected, "{faces:?}");
        let expected = if is_known { WorkerError::NotCovered } else { WorkerError::Garbled };
        assert_eq!(refused(Answer::NotCovered), expected, "{faces:?}");
    }
    let copied = believed(Task::WorkingCopy, Accepts::Uploads, Answer::NotChecked);
    assert_eq!(copied, Err(WorkerError::Garbled));
}

#[test]
fn files_of_a_different_photo_are_not_believed() {
    let honest = developed_of(700, 875);
    let cases = [
        ("another shape", Developed { width: 875, height: 700, ..honest.clone() }),
        ("wider than the photo", Developed { width: 350, height: 437, ..honest.clone() }),
        ("no photo's size", Developed { width: 0, ..honest.clone() }),
        ("no files", Developed { variants: Vec::new(), ..honest.clone() }),
        ("a face beyond the picture", {
            let mut sight = sight_of(1);
            if let Some(sight) = &mut sight {
                sight.faces[0].area = [9_999, 0, 2, 1];
            }
            Developed { sight, ..honest.clone() }
        }),
        ("faces turned four times", {
            let sight = sight_of(1).map(|sight| Sight { quarters: 4, ..sight });
            Developed { sight, ..honest.clone() }
        }),
        ("a warning twice", {
            let warnings = vec![Warning::Dark, Warning::Dark];
            Developed { sight: sight_of(1).map(|sight| Sight { warnings, ..sight }), ..honest.clone() }
        }),
    ];
    for (what, made) in cases {
        assert!(!is_believed(Task::Develop(Faces::Told), Answer::Developed(made)), "{what}");
    }
    assert!(is_believed(Task::Develop(Faces::Told), Answer::Developed(honest)));
}
