//! If everything else fails, a Society opens its own data with the recovery key and the standard `age` tool.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kinlight::audit::{self, Verb};
use kinlight::export::{self, ExportError};
use kinlight::ids::{PublicationId, ResponseId, Seen};
use kinlight::responses::asking::{self, NewMessage};
use kinlight::responses::handling;
use kinlight::societies;
use kinlight::staff::roles::Moderate;

use crate::harness::app::TestApp;
use crate::harness::cannot_run::cannot_run;
use crate::harness::people::{Enquirer, Society};
use crate::harness::strangers;

const ANSWER: &str = "He carried the blue radio.";
const NOTE: &str = "Compare the blue radio.";
const QUESTION: &str = "What did he carry?";

/// A Society with a photo, an answer to it that a moderator works on, and a draft.
struct House {
    at: TestApp,
    society: Society,
    photo: PublicationId,
    draft: PublicationId,
    response: ResponseId,
}

impl House {
    async fn open() -> House {
        let at = TestApp::start().await;
        let society = Society::founded(&at, "northland").await;
        let new = Enquirer::looking_for_her_brother();
        let photo = society.publishes(&at, &new).await;
        let draft = society.drafts(&at, &new).await.id;
        let response = strangers::answers(&at, photo.number, ANSWER).await.id;
        let (db, by) = (&at.db.desk, society.moderator.may::<Moderate>(&at).await);
        handling::claim(db, &by, response, at.now()).await.unwrap();
        handling::add_note(db, &by, (response, kinlight::chance::id()), NOTE, at.now()).await.unwrap();
        asking::ask(db, &by, Seen { id: response, version: 1 }, NewMessage::of(QUESTION), at.now())
            .await
            .unwrap();
        House { photo: photo.id, at, society, draft, response }
    }

    /// Words that nobody may read in an export without the key.
    fn sealed(&self) -> [&'static [u8]; 5] {
        [ANSWER, NOTE, QUESTION, "crossing of the two rivers", "Qaderi-Testname"].map(str::as_bytes)
    }

    async fn exports(&self, out: &Path) -> Result<export::Exported, ExportError> {
        let app = &self.at.app;
        let society = societies::by_slug(&self.at.db.desk, "northland").await.unwrap().unwrap();
        export::write(&self.at.db, &app.blobs, &society, out, self.at.now()).await
    }
}

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

#[tokio::test]
async fn the_standard_tool_opens_an_export_with_the_recovery_key_alone() {
    if Command::new("age").arg("--version").output().is_err() {
        cannot_run("the age tool is not installed");
        return;
    }
    let house = House::open().await;
    let out = house.at.folder.path().join("export");
    let done = house.exports(&out).await.unwrap();
    assert_eq!((done.cases, done.publications, done.responses, done.missing), (2, 2, 1, 0));

    // As the README says: each key opens the next.
    let recovery = house.at.folder.path().join("recovery.txt");
    fs::write(&recovery, &house.society.recovery_key).unwrap();
    let society = house.at.folder.path().join("society.txt");
    fs::write(&society, age(&recovery, &out.join("society-open.age"))).unwrap();
    age(&recovery, &out.join("society-archive.age"));
    let index = fs::read_to_string(out.join("index.csv")).unwrap();
    let case_of = |publication: PublicationId| -> PathBuf {
        let line = index.lines().find(|line| line.contains(&publication.to_string())).unwrap();
        assert!(line.contains(",society-open.age,"), "{line}");
        out.join("cases").join(line.split(',').nth(3).unwrap())
    };
    for publication in [house.photo, house.draft] {
        let case = case_of(publication);
        let key = house.at.folder.path().join("case.txt");
        fs::write(&key, age(&society, &case.join("case-key.age"))).unwrap();
        let private = text(&key, &case.join("private.age"));
        assert!(
            private.starts_with("# kinlight/1 case-private ")
                && private.contains("crossing of the two rivers")
        );
        let own = case.join("publications").join(publication.to_string());
        assert!(text(&key, &own.join("consent.age")).contains("Mira of the field office"));
        assert!(age(&key, &own.join("consent-paper.age")).ends_with(b"the signed paper of the tests"));
        if publication == house.draft {
            let picture = age(&key, &own.join("picture.age"));
            let start = picture.iter().position(|b| *b == b'\n').unwrap() + 1;
            assert_eq!(&picture[start..start + 2], &[0xFF, 0xD8], "a JPEG after the first line");
            assert!(!case.join("responses").exists());
        } else {
            let response = case.join("responses").join(house.response.to_string());
            assert!(text(&key, &response.join("triage.age")).contains("looking-for-me"));
            let content = text(&key, &response.join("content.age"));
            assert!(content.contains(ANSWER));
            assert!(text(&key, &only_one_in(&response.join("messages"))).contains(QUESTION));
            assert!(text(&key, &only_one_in(&response.join("notes"))).contains(NOTE));
        }
    }
}

#[tokio::test]
async fn an_export_unseals_nothing_and_is_logged() {
    let house = House::open().await;
    let out = house.at.folder.path().join("export");
    house.exports(&out).await.unwrap();
    for entry in walkdir::WalkDir::new(&out).into_iter().map(Result::unwrap) {
        if entry.file_type().is_file() {
            let bytes = fs::read(entry.path()).unwrap();
            for sealed in house.sealed() {
                let is_open = bytes.windows(sealed.len()).any(|window| window == sealed);
                assert!(!is_open, "{} shows what was sealed", entry.path().display());
            }
        }
    }
    let lines = audit::about(&house.at.db.desk, house.society.id, house.society.id).await.unwrap();
    let last = lines.last().unwrap();
    assert_eq!((last.verb, last.actor), (Verb::Exported, None));

    let again = house.exports(&out).await;
    assert!(matches!(again, Err(ExportError::NotEmpty(_))), "older files are left alone: {again:?}");
}
