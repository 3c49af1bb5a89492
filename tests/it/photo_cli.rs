//! An operator cleans photos with the command `kinlight photo`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use kinlight_pictures::{Limits, Picture, read};

pub struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A JPEG of this width, four thirds as high, whatever its name says.
    pub fn lays_photo(&self, name: &str, width: u32) -> PathBuf {
        let height = (width * 4 / 3).max(1);
        let pixels = (0..width * height).flat_map(|pixel| [(pixel % width / 5) as u8, 90, 150]).collect();
        self.lays_file(name, &Picture::from_rgb(width, height, pixels).unwrap().working_copy().unwrap())
    }

    pub fn lays_file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    pub fn cleans(&self, inputs: &[&Path], flags: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_kinlight"))
            .arg("photo")
            .args(inputs)
            .arg("--out")
            .arg(self.path("out"))
            .args(flags)
            .output()
            .unwrap()
    }

    pub fn finds(&self) -> Vec<String> {
        let out = self.path("out");
        let mut names: Vec<_> = walkdir::WalkDir::new(&out)
            .into_iter()
            .map(Result::unwrap)
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| entry.path().strip_prefix(&out).unwrap().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

pub fn lines(output: &Output) -> Vec<serde_json::Value> {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

pub fn says(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_photo_becomes_small_pictures_and_keeps_its_own_file() {
    let desk = Desk::new();
    let photo = desk.lays_photo("face.jpg", 700);
    let before = fs::read(&photo).unwrap();
    let output = desk.cleans(&[&photo], &[]);
    assert_eq!(output.status.code(), Some(0), "{}", says(&output));
    let expected =
        ["face-160.jpg", "face-160.webp", "face-320.jpg", "face-320.webp", "face-640.jpg", "face-640.webp"];
    assert_eq!(desk.finds(), expected);
    assert_eq!(fs::read(&photo).unwrap(), before);
    for name in desk.finds() {
        let picture = read(&fs::read(desk.path("out").join(&name)).unwrap(), &Limits::any_size()).unwrap();
        assert!(name.contains(&format!("-{}.", picture.width())), "{name} is {picture:?}");
        assert!((i64::from(picture.height()) - i64::from(picture.width() * 4 / 3)).abs() <= 1);
    }
}

#[test]
fn one_pixel_stays_one_pixel() {
    let desk = Desk::new();
    let photo = desk.lays_photo("dot.jpg", 1);
    assert_eq!(desk.cleans(&[&photo], &[]).status.code(), Some(0));
    assert_eq!(desk.finds(), ["dot-1.jpg", "dot-1.webp"]);
}

#[test]
fn a_folder_keeps_its_paths_and_one_bad_file_stops_nothing() {
    let desk = Desk::new();
    desk.lays_photo("in/north/a.jpg", 200);
    desk.lays_photo("in/south/a.jpg", 200);
    desk.lays_file("in/south/b.jpg", b"<script>alert(1)</script>");
    desk.lays_file("in/note.txt", b"bring tea");
    let output = desk.cleans(&[&desk.path("in")], &["--json"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(desk.finds(), ["north/a-160.jpg", "north/a-160.webp", "south/a-160.jpg", "south/a-160.webp"]);
    let lines = lines(&output);
    assert_eq!(lines.len(), 4);
    let of = |end: &str| lines.iter().find(|line| line["path"].as_str().unwrap().ends_with(end)).unwrap();
    assert_eq!(of("south/b.jpg")["verdict"], "refused");
    assert_eq!(of("south/b.jpg")["reason"], "not-a-photo");
    assert_eq!(of("south/b.jpg")["outputs"], serde_json::json!([]));
    assert_eq!(of("north/a.jpg")["verdict"], "written");
    assert_eq!(of("north/a.jpg")["reason"], serde_json::Value::Null);
    let outputs = of("north/a.jpg")["outputs"].as_array().unwrap();
    assert!(outputs.len() == 2 && outputs.iter().all(|path| Path::new(path.as_str().unwrap()).is_file()));
}

#[test]
fn two_photos_for_one_name_are_noticed_before_any_work() {
    let desk = Desk::new();
    let (one, other) = (desk.lays_photo("face.jpg", 200), desk.lays_photo("face.jpeg", 200));
    let output = desk.cleans(&[&one, &other], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        says(&output).contains("face.jpeg") && says(&output).contains("--keep-extension"),
        "{}",
        says(&output)
    );
    assert_eq!(desk.finds(), [""; 0]);

    assert_eq!(desk.cleans(&[&one, &other], &["--keep-extension"]).status.code(), Some(0));
    assert_eq!(
        desk.finds(),
        ["face.jpeg-160.jpg", "face.jpeg-160.webp", "face.jpg-160.jpg", "face.jpg-160.webp"]
    );
}

#[test]
fn a_film_with_the_name_of_a_photo_causes_no_conflict() {
    let desk = Desk::new();
    desk.lays_photo("in/IMG_0007.HEIC", 200);
    desk.lays_file("in/IMG_0007.MOV", b"\0\0\0\x14ftypqt  \0\0\0\0qt  \0\0\0\x08wide");
    desk.lays_file("in/IMG_0007.AAE", b"<?xml version=\"1.0\"?>");
    let output = desk.cleans(&[&desk.path("in")], &["--json"]);
    assert_eq!(output.status.code(), Some(1), "{}", says(&output));
    assert_eq!(desk.finds(), ["IMG_0007-160.jpg", "IMG_0007-160.webp"]);
    let told = |end: &str| {
        let lines = lines(&output);
        let line = lines.iter().find(|line| line["path"].as_str().unwrap().ends_with(end)).cloned();
        line.map(|line| (line["verdict"].clone(), line["reason"].clone())).unwrap()
    };
    assert_eq!(told("MOV"), ("refused".into(), "not-a-photo".into()));
    assert_eq!(told("AAE"), ("refused".into(), "not-a-photo".into()));
    assert_eq!(told("HEIC").0, "written");
}

#[test]
fn what_is_lost_of_a_photo_is_told_in_words_and_to_programs() {
    let desk = Desk::new();
    let whole = fs::read(desk.lays_photo("whole.jpg", 400)).unwrap();
    let cut = [&whole[..whole.len() * 3 / 5], &[0xff, 0xd9]].concat();
    let (whole, cut) = (desk.path("whole.jpg"), desk.lays_file("cut.jpg", &cut));
    for (flags, word) in [(&[][..], "damaged"), (&["--no-faces"], "damaged")] {
        let words = String::from_utf8(desk.cleans(&[&cut], flags).stdout).unwrap();
        assert!(words.contains("a part of the photo is lost"), "{words}");
        let line = lines(&desk.cleans(&[&cut], &[flags, &["--json"]].concat())).remove(0);
        assert_eq!((&line["verdict"], &line["warnings"][0]), (&"written".into(), &word.into()));
    }
    let line = lines(&desk.cleans(&[&whole], &["--json"])).remove(0);
    assert!(!line["warnings"].as_array().unwrap().contains(&"damaged".into()), "{line}");
}

#[test]
fn an_operators_own_file_is_never_replaced() {
    let desk = Desk::new();
    desk.lays_photo("out/face.jpg", 200);
    let own = desk.lays_photo("out/face-160.jpg", 200);
    let before = fs::read(&own).unwrap();
    let output = desk.cleans(&[&desk.path("out")], &[]);
    assert_eq!(output.status.code(), Some(2), "{}", says(&output));
    assert_eq!(fs::read(&own).unwrap(), before);
}

#[test]
fn a_wrong_call_ends_with_two_and_says_what_is_missing() {
    let desk = Desk::new();
    let output = desk.cleans(&[&desk.path("nowhere.jpg")], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(says(&output).contains("nowhere.jpg"));
    assert_eq!(desk.cleans(&[], &[]).status.code(), Some(2));
}

#[test]
fn forty_gigabytes_are_refused_without_being_read() {
    let desk = Desk::new();
    let path = desk.path("huge.jpg");
    // A sparse file: 40 GB long, and nothing on the disk.
    fs::File::create(&path).unwrap().set_len(40_000_000_000).unwrap();
    let output = desk.cleans(&[&path], &["--json"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output)[0]["reason"], "too-many-bytes");
}

#[test]
fn help_is_in_plain_words() {
    let help = Command::new(env!("CARGO_BIN_EXE_kinlight")).args(["photo", "--help"]).output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    assert!(help.contains("--out") && help.contains("--keep-extension") && help.contains("--json"));
    assert!(help.contains("Your own files are not changed"));
}
