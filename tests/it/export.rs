//! If everything else fails, a Society opens its own data with the recovery key and the standard `age` tool.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kinlight::audit::{self, Verb};
use kinlight::export::{self, ExportError};
use kinlight::responses::asking::{self, NewMessage};
use kinlight::responses::queue;
use kinlight::societies;

use crate::house::{self, House};

/// Decrypts with the `age` tool.
fn age(identity: &Path, sealed: &Path) -> Vec<u8> {
    let output = Command::new("age").arg("-d").arg("-i").arg(identity).arg(sealed).output().unwrap();
    assert!(output.status.success(), "{}: {}", sealed.display(), String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn text(identity: &Path, sealed: &Path) -> String {
    String::from_utf8(age(identity, sealed)).unwrap()
}

fn only_one_in(folder: &Path) -> PathBuf {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(entries.len(), 1, "{}", folder.display());
    entries.remove(0)
}

async fn exports(house: &House, out: &Path) -> Result<export::Exported, ExportError> {
    let society = societies::by_slug(&house.app.db.desk, "harbour").await.unwrap().unwrap();
    export::write(&house.app.db, &house.app.blobs, &society, out, house.now()).await
}

#[actix_web::test]
async fn the_standard_tool_opens_an_export_with_the_recovery_key_alone() {
    if Command::new("age").arg("--version").output().is_err() {
        eprintln!("skipped: the age tool is not installed");
        return;
    }
    let house = House::open().await;
    let (db, by) = (&house.app.db.desk, house.amina.may());
    queue::claim(db, &by, house.response, house.now()).await.unwrap();
    queue::add_note(db, &by, (house.response, kinlight::chance::id()), house::NOTE, house.now())
        .await
        .unwrap();
    let asked = NewMessage::of(house::QUESTION);
    asking::ask(db, &by, (house.response, 1), asked, house.now()).await.unwrap();

    let out = house.folder.path().join("export");
    let done = exports(&house, &out).await.unwrap();
    assert_eq!((done.cases, done.publications, done.responses, done.missing), (2, 2, 1, 0));

    // As the README says: each key opens the next.
    let recovery = house.folder.path().join("recovery.txt");
    fs::write(&recovery, &house.recovery).unwrap();
    let society = house.folder.path().join("society.txt");
    fs::write(&society, age(&recovery, &out.join("society-open.age"))).unwrap();
    age(&recovery, &out.join("society-archive.age"));
    let index = fs::read_to_string(out.join("index.csv")).unwrap();
    let case_of = |publication: uuid::Uuid| -> PathBuf {
        let line = index.lines().find(|line| line.contains(&publication.to_string())).unwrap();
        assert!(line.contains(",society-open.age,"), "{line}");
        out.join("cases").join(line.split(',').nth(3).unwrap())
    };
    for publication in [house.photo, house.draft] {
        let case = case_of(publication);
        let key = house.folder.path().join("case.txt");
        fs::write(&key, age(&society, &case.join("case-key.age"))).unwrap();
        let private = text(&key, &case.join("private.age"));
        assert!(private.starts_with("# kinlight/1 case-private ") && private.contains(house::STORY));
        let own = case.join("publications").join(publication.to_string());
        assert!(text(&key, &own.join("consent.age")).contains(house::WITNESS));
        assert!(age(&key, &own.join("consent-paper.age")).ends_with(house::PAPER));
        if publication == house.draft {
            let picture = age(&key, &own.join("picture.age"));
            let start = picture.iter().position(|b| *b == b'\n').unwrap() + 1;
            assert_eq!(&picture[start..start + 2], &[0xFF, 0xD8], "a JPEG after the first line");
            assert!(!case.join("responses").exists());
        } else {
            let response = case.join("responses").join(house.response.to_string());
            assert!(text(&key, &response.join("triage.age")).contains("looking-for-me"));
            let content = text(&key, &response.join("content.age"));
            assert!(content.contains(house::ANSWER) && content.contains(house::PHONE));
            assert!(text(&key, &only_one_in(&response.join("messages"))).contains(house::QUESTION));
            assert!(text(&key, &only_one_in(&response.join("notes"))).contains(house::NOTE));
        }
    }
}

#[actix_web::test]
async fn an_export_unseals_nothing_and_is_logged() {
    let house = House::open().await;
    let out = house.folder.path().join("export");
    exports(&house, &out).await.unwrap();
    for entry in walkdir::WalkDir::new(&out).into_iter().map(Result::unwrap) {
        if entry.file_type().is_file() {
            let bytes = fs::read(entry.path()).unwrap();
            let is_open = bytes.windows(7).any(|window| window == b"Canary-");
            assert!(!is_open, "{} shows what was sealed", entry.path().display());
        }
    }
    let lines = audit::about(&house.app.db.desk, house.society, house.society).await.unwrap();
    let last = lines.last().unwrap();
    assert_eq!((last.verb, last.actor), (Verb::Exported, None));

    let again = exports(&house, &out).await;
    assert!(matches!(again, Err(ExportError::NotEmpty(_))), "older files are left alone: {again:?}");
}
