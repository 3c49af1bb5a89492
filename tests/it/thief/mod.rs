//! A thief learns no one's story. The system is filled with known words and faces. Then everything that a thief could copy is
//! searched for each of them, in every form that a copy could have. The control does the same without sealing.

mod search;
mod unsealed;

use std::sync::LazyLock;
use std::time::SystemTime;

use crate::harness::app::{TestApp, log};
use crate::harness::desk_pages::{claims, drafts, first_in_queue};
use crate::harness::engines::Engines;
use crate::harness::people::{Enquirer, Photo, Society, portrait};
use crate::harness::site_pages::{Letter, Receipt, reads, responds};
use kinlight_pictures::{Limits, difference_hash, read};
use search::{Planted, cells, faces, forms, found, loot};

/// Names and words that exist nowhere else.
const ENQUIRER: &str = "Zarghuna Thiefproof-Enquirer";
const ENQUIRER_CONTACT: &str = "+999 5551 771177";
const SOUGHT: &str = "Qasim قاسم آزمونی Thiefproof-Sought";
const STORY: &str = "They were parted at the tin bridge, thiefproof story";
const FACTS: &str = "He hums while he counts, thiefproof fact";
const WITNESS: &str = "Salma Thiefproof-Witness";
const PAPER: &str = "thiefproof paper, signed with a thumb";
const RESPONDER: &str = "Jawad Thiefproof-Responder";
const PHONE: &str = "+999 5552 882288";
const ANSWER: &str = "I crossed the tin bridge last, thiefproof answer";
const NOTE: &str = "He knows of the humming, thiefproof note";
const QUESTION: &str = "What did he do while he counted, thiefproof question";
const REPLY: &str = "He hummed, thiefproof reply";

/// Marks a text with this run's random word, so that a search does not find what an earlier control left in the cluster's log.
fn marked(text: &str) -> String {
    static MARK: LazyLock<String> = LazyLock::new(|| kinlight::chance::name().replace('-', ""));
    format!("{text} {}", &MARK[..10])
}

/// Files have the machine's times, not the test clock's.
#[expect(clippy::disallowed_methods, reason = "the clock of the file system, not Kinlight's")]
fn by_the_file_system() -> SystemTime {
    SystemTime::now()
}

struct Filled {
    at: TestApp,
    since: SystemTime,
    society: Society,
    photo: Photo,
    receipt: Receipt,
    /// The draft's withdrawal code, in fours.
    withdrawal_code: String,
    planted: Vec<Planted>,
    unpublished: Vec<u8>,
}

async fn filled() -> Filled {
    let since = by_the_file_system();
    let at = TestApp::start().await;
    let society = Society::founded(&at, &marked("northland").replace(' ', "-")).await;
    // She agreed to posters too, so there is one more sealed picture.
    let mut live = Enquirer::who_agreed_to_posters();
    live.private.enquirer_name = marked(ENQUIRER);
    live.private.enquirer_contact = marked(ENQUIRER_CONTACT);
    live.private.sought_names = marked(SOUGHT);
    live.private.story = marked(STORY);
    live.private.facts_to_compare = marked(FACTS);
    live.details.before_whom = marked(WITNESS);
    live.paper = format!("%PDF-1.4 {}", marked(PAPER)).into_bytes();
    let photo = society.publishes(&at, &live).await;

    // A draft with another face, sealed and never public.
    let unpublished = portrait(4242);
    let draft = Enquirer { photo: unpublished.clone(), ..live.clone() };
    let case_worker = society.case_worker.signs_in(&at).await;
    let draft = drafts(&case_worker, &at, &draft).await;

    let visitor = at.visitor();
    let (name, phone, answer) = (marked(RESPONDER), marked(PHONE), marked(ANSWER));
    let letter = Letter { name: &name, phone: Some(&phone), ..Letter::saying(&answer) };
    let receipt = responds(&at, &visitor, photo.number, letter).await;
    let moderator = society.moderator.signs_in(&at).await;
    let response = first_in_queue(&moderator).await.expect("in the queue");
    let page = claims(&moderator, &response).await;
    let page = page.form("/note").set("note", &marked(NOTE)).submit(&moderator).await.expect(200);
    let mut sent = page.form("/question").set("question", &marked(QUESTION)).submit(&moderator).await;
    // The random mark may look like a phone number, which needs a reason.
    if sent.status == 422 {
        sent = sent.form("/question").set("reason", "ordinary-words").submit(&moderator).await;
    }
    sent.expect(200);
    let mailbox = reads(&visitor, &receipt.code).await;
    mailbox.form("/return/answer").set("answer", &marked(REPLY)).submit(&visitor).await.expect(200);
    at.run_jobs().await;

    let mut planted = planted(&society, &photo, (&receipt.code, &draft.withdrawal_code));
    let hash = difference_hash(&read(&unpublished, &Limits::default()).unwrap());
    planted.push(Planted::bytes("what the draft's photo looks like", &hash.to_be_bytes()));
    let withdrawal_code = draft.withdrawal_code;
    Filled { at, since, society, photo, receipt, withdrawal_code, planted, unpublished }
}

fn planted(society: &Society, photo: &Photo, (receipt, withdrawal): (&str, &str)) -> Vec<Planted> {
    let code = |what, code: &str| Planted::text(what, code).also(code.replace(' ', "").as_bytes());
    let mut planted: Vec<Planted> = [
        ("the enquirer's name", ENQUIRER),
        ("the enquirer's phone", ENQUIRER_CONTACT),
        ("the sought name", SOUGHT),
        ("the story", STORY),
        ("a fact to compare", FACTS),
        ("the witness of the consent", WITNESS),
        ("the paper", PAPER),
        ("the responder's name", RESPONDER),
        ("the responder's phone", PHONE),
        ("the answer", ANSWER),
        ("the note", NOTE),
        ("the question", QUESTION),
        ("the reply", REPLY),
    ]
    .map(|(what, text)| Planted::text(what, &marked(text)))
    .into();
    planted.push(Planted::text("the recovery key", &society.recovery_key));
    planted.push(Planted::text("a second passphrase", &society.administrator.second_passphrase()));
    planted.push(code("the receipt code", receipt));
    planted.push(code("the draft's withdrawal code", withdrawal));
    planted.push(code("the live photo's withdrawal code", &photo.withdrawal_code.grouped()));
    for (person, _) in society.everyone() {
        planted.push(Planted::text("a password", &person.password));
        planted.push(code("a second factor", &person.totp.typed_form()).also(person.totp.as_bytes()));
    }
    planted
}

#[tokio::test]
async fn nothing_that_was_sealed_lies_open_anywhere() {
    let filled = filled().await;
    let loot = loot(&filled.at, filled.since).await;
    for place in ["blob/sealed/", "blob/sealed/prints/", "column/responses.content", "data/"] {
        assert!(loot.keys().any(|found| found.starts_with(place)), "the loot has nothing of {place}");
    }
    assert!(!log().is_empty(), "the log was not captured");
    let open = found(&loot, &filled.planted);
    assert!(open.is_empty(), "{} things lie open:\n{}", open.len(), open.join("\n"));
    let cells = cells(&filled.at).await;
    let seen = faces(&loot, &cells, &filled.unpublished);
    assert!(seen.is_empty(), "an unpublished face lies open: {seen:?}");
    // The live photo is public, and the comparison of faces must find it.
    assert!(!faces(&loot, &cells, &portrait(7)).is_empty(), "the comparison of faces is blind");
    // The control runs last: it unseals this database, and the write-ahead log keeps what it has seen.
    where_sealing_is_no_sealing_the_same_search_finds_every_one(filled).await;
}

/// The control: the same search after every seal and every one-way function was replaced by its input.
async fn where_sealing_is_no_sealing_the_same_search_finds_every_one(filled: Filled) {
    unsealed::in_place(&filled).await;
    let loot = loot(&filled.at, filled.since).await;
    let database = match filled.at.engines {
        Engines::SqliteFolder => "data/kinlight.sqlite",
        Engines::PostgresS3 => "postgres/",
    };
    let has_files = loot.keys().any(|place| place.starts_with(database));
    for planted in &filled.planted {
        let open = found(&loot, std::slice::from_ref(planted));
        if planted.what == "the paper" {
            let is_found = open.iter().any(|found| found.contains("blob/sealed/consent-papers/"));
            assert!(is_found, "{planted:?}: {open:?}");
            continue;
        }
        assert!(open.iter().any(|found| found.contains("column/")), "{planted:?} is in no column: {open:?}");
        let is_in_files = open.iter().any(|found| found.contains(database));
        assert!(is_in_files || !has_files, "{planted:?} is not in the database's files: {open:?}");
    }
    let seen = faces(&loot, &[], &filled.unpublished);
    assert!(
        seen.iter().any(|place| place.starts_with("blob/sealed/pictures/")),
        "the draft's face: {seen:?}"
    );
}

#[test]
fn the_search_knows_every_form_of_a_copy() {
    for (form, bytes) in forms(SOUGHT.as_bytes()) {
        let loot = [("somewhere".to_owned(), [b"...", &bytes[..], b"..."].concat())].into();
        let open = found(&loot, &[Planted::text("the sought name", SOUGHT)]);
        assert!(
            open.iter().any(|found| found.ends_with(&format!("as {form}"))),
            "{form} is not found: {open:?}"
        );
    }
}

#[tokio::test]
async fn what_is_left_in_a_temporary_folder_is_found() {
    let since = by_the_file_system();
    let at = TestApp::start().await;
    let left = tempfile::Builder::new().prefix("kinlight-left").tempfile().unwrap();
    std::fs::write(left.path(), "a word that somebody left behind").unwrap();
    let loot = loot(&at, since).await;
    let open = found(&loot, &[Planted::text("a word", "a word that somebody left behind")]);
    assert!(open.iter().any(|found| found.contains("kinlight-left")), "{open:?}");
}
