//! What `kinlight photo` reports of a photo. Covered people are nowhere in the new pictures.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kinlight::cli::photo::{Cover, PhotoArgs, work};
use kinlight::photos::worker::{Rehearsal, WorkerSettings, Workers};
use kinlight_pictures::{FaceFinder, Found, Limits, read};
use serde_json::{Value, json};

use crate::harness::photos::shared;
use crate::photo_cli::{Desk, lines, says};
use crate::photo_worker::settings;

/// A photo of two people in a new folder; `None` on a machine without real photos.
fn two_people() -> Option<(Desk, PathBuf)> {
    let (_, bytes) = shared("faces").into_iter().find(|(name, _)| name == "two-people.jpg")?;
    let desk = Desk::new();
    let photo = desk.lays_file("two.jpg", &bytes);
    Some((desk, photo))
}

fn seen_in(path: &Path) -> Found {
    let picture = read(&fs::read(path).unwrap(), &Limits::any_size()).unwrap();
    FaceFinder::new().unwrap().find(&picture).unwrap()
}

fn made(desk: &Desk, name: &str) -> PathBuf {
    desk.path("out").join(name)
}

fn args(desk: &Desk, photo: &Path, cover: Option<Cover>) -> PhotoArgs {
    PhotoArgs {
        inputs: vec![photo.to_owned()],
        out: desk.path("out"),
        json: true,
        keep_extension: false,
        cover,
        no_faces: false,
    }
}

/// Runs the command with these workers; returns the exit code and the printed line.
fn works(args: &PhotoArgs, workers: &Workers) -> (u8, Value) {
    let mut told = Vec::new();
    let code = work(args, workers, &mut told);
    (code, serde_json::from_slice(&told).unwrap())
}

#[test]
fn a_line_tells_what_the_photo_was_and_what_became_of_it() {
    let desk = Desk::new();
    let plain = desk.lays_photo("plain.jpg", 600);
    let mut turned = fs::read(&plain).unwrap();
    // EXIF, big-endian, one entry: orientation 6, the camera was turned to the left.
    let exif = b"\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    turned.splice(2..2, *exif);
    let photo = desk.lays_file("face.jpg", &turned);
    let output = desk.cleans(&[&photo], &["--json"]);
    assert_eq!((output.status.code(), says(&output).as_str()), (Some(0), ""));
    let line = &lines(&output)[0];
    let expected = [
        ("verdict", json!("written")),
        ("type", json!("jpeg")),
        ("width", json!(800)),
        ("height", json!(600)),
        ("orientation", json!(6)),
        ("colour", json!("sRGB")),
        ("faces", json!([])),
        ("covered", Value::Null),
        ("warnings", json!(["no-face"])),
        ("bytes_in", json!(turned.len())),
    ];
    for (name, value) in expected {
        assert_eq!(line[name], value, "{name} of {line}");
    }
    let files = line["files"].as_array().unwrap();
    let told = |name| files.iter().map(|file| file[name].clone()).collect::<Vec<_>>();
    assert_eq!(json!(told("width")), json!([160, 160, 320, 320, 640, 640]));
    assert_eq!(json!(told("height")), json!([120, 120, 240, 240, 480, 480]));
    assert_eq!(json!(told("format")), json!(["jpeg", "webp", "jpeg", "webp", "jpeg", "webp"]));
    assert_eq!(json!(told("path")), line["outputs"]);
    let mut sum = 0;
    for file in files {
        let bytes = fs::metadata(file["path"].as_str().unwrap()).unwrap().len();
        assert_eq!(file["bytes"], bytes);
        sum += bytes;
    }
    assert_eq!(line["bytes_out"], sum);
    assert!(line["ms"].as_u64().unwrap() < 10_000);
}

#[test]
fn nobody_has_looked_is_told_and_is_not_no_face() {
    let desk = Desk::new();
    let photo = desk.lays_photo("face.jpg", 300);
    let output = desk.cleans(&[&photo], &["--json", "--no-faces"]);
    let line = &lines(&output)[0];
    assert_eq!((&line["faces"], &line["warnings"]), (&Value::Null, &json!(["not-checked"])));
    let output = desk.cleans(&[&photo], &["--no-faces"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("nobody has looked for faces") && !text.contains("0 faces"), "{text}");
    assert_eq!(desk.cleans(&[&photo], &["--no-faces", "--cover", "all"]).status.code(), Some(2));
}

#[test]
fn two_people_are_told_with_their_places() {
    let Some((desk, photo)) = two_people() else { return };
    let line = &lines(&desk.cleans(&[&photo], &["--json"]))[0];
    assert_eq!(line["warnings"].as_array().unwrap().last(), Some(&json!("several-faces")));
    let faces = line["faces"].as_array().unwrap();
    assert_eq!(faces.len(), 2);
    let expected = seen_in(&photo);
    for (face, seen) in faces.iter().zip(&expected.faces) {
        let [left, top, width, height] = [0, 1, 2, 3].map(|at| face["box"][at].as_u64().unwrap());
        let (across, down) = (line["width"].as_u64().unwrap(), line["height"].as_u64().unwrap());
        assert!(left + width <= across && top + height <= down, "{face}");
        assert!((left * 10_000 / across).abs_diff(seen.area.left().into()) < 50, "{face}, {seen:?}");
        assert!((height * 10_000 / down).abs_diff(seen.area.height().into()) < 100, "{face}, {seen:?}");
        assert!(face["score"].as_f64().unwrap() > 0.8 && face["covered"] == false, "{face}");
    }
    // The control for the tests of covers: both faces can be found.
    assert_eq!(seen_in(&made(&desk, "two-640.jpg")).faces.len(), 2);
}

#[test]
fn all_but_the_largest_are_covered_and_nobody_finds_them_again() {
    let Some((desk, photo)) = two_people() else { return };
    let before = seen_in(&photo);
    let output = desk.cleans(&[&photo], &["--json", "--cover", "all-but-largest"]);
    assert_eq!(output.status.code(), Some(0), "{}", says(&output));
    let line = &lines(&output)[0];
    assert_eq!((&line["covered"], &line["faces_left"]), (&json!(1), &json!(1)), "{line}");
    let covered: Vec<&Value> =
        line["faces"].as_array().unwrap().iter().map(|face| &face["covered"]).collect();
    assert_eq!(covered, [&json!(false), &json!(true)]);
    for name in ["two-640.jpg", "two-640.webp", "two-320.jpg"] {
        let after = seen_in(&made(&desk, name));
        let [left] = after.faces[..] else { panic!("{name}: {after:?}") };
        assert!(left.area.left().abs_diff(before.faces[0].area.left()) < 300, "{name}: the wrong one stayed");
    }
    let text = desk.cleans(&[&photo], &["--cover", "all-but-largest"]).stdout;
    let text = String::from_utf8(text).unwrap();
    assert!(text.contains("2 faces; 1 area covered"), "{text}");
}

#[test]
fn all_are_covered() {
    let Some((desk, photo)) = two_people() else { return };
    let line = &lines(&desk.cleans(&[&photo], &["--json", "--cover", "all"]))[0];
    assert_eq!(line["faces_left"], 0);
    assert!(line["covered"].as_u64() >= Some(2), "{line}");
    assert_eq!(seen_in(&made(&desk, "two-640.jpg")).faces, []);
}

#[test]
fn where_nobody_can_look_nothing_is_saved_uncovered() {
    let desk = Desk::new();
    let photo = desk.lays_photo("face.jpg", 300);
    let one = WorkerSettings { at_once: 1, ..settings() };
    let blind = Workers::for_rehearsal(one, Rehearsal { is_blind: true, ..Rehearsal::default() });
    for cover in [Cover::AllButLargest, Cover::All] {
        let (code, line) = works(&args(&desk, &photo, Some(cover)), &blind);
        assert_eq!((code, &line["reason"]), (1, &json!("faces-not-checked")), "{line}");
        assert_eq!(desk.finds(), [""; 0]);
    }
    // Without `--cover` the pictures are made, with a warning.
    let (code, line) = works(&args(&desk, &photo, None), &blind);
    assert_eq!((code, &line["faces"], &line["warnings"]), (0, &Value::Null, &json!(["not-checked"])));
    assert!(!desk.finds().is_empty());
}

#[test]
fn without_a_process_for_photos_the_command_could_not_start() {
    let desk = Desk::new();
    let photo = desk.lays_photo("face.jpg", 300);
    let nowhere = Workers::new(WorkerSettings { program: "/no/such/program".into(), ..settings() });
    let (code, line) = works(&args(&desk, &photo, None), &nowhere);
    assert_eq!((code, &line["reason"]), (2, &json!("no-worker")));
}

#[test]
fn help_says_what_each_exit_code_means() {
    let help = Command::new(env!("CARGO_BIN_EXE_kinlight")).args(["photo", "--help"]).output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    for words in ["--cover", "all-but-largest", "0  every photo", "1  at least one", "2  the command"] {
        assert!(help.contains(words), "{words}: {help}");
    }
}
