//! A thief learns no one's story. The system is filled with known words and faces; then everything a thief could copy is
//! searched for each of them, in every form that a copy could take. A control shows that the search finds them where
//! they do lie open.

use sea_orm::{ConnectionTrait, Statement};
use std::collections::BTreeMap;

use crate::harness::app::{TestApp, files_under, log};
use crate::harness::desk_pages::{claims, drafts, first_in_queue};
use crate::harness::engines::Engines;
use crate::harness::people::{Enquirer, Society, portrait};
use crate::harness::site_pages::{Letter, reads, responds};
use kinlight::db::columns::{COLUMNS, Declared};
use kinlight_pictures::{Limits, difference_hash, hash_distance};

/// Names and words that stand nowhere else in the world.
const ENQUIRER: &str = "Zarghuna Thiefproof-Enquirer";
const ENQUIRER_CONTACT: &str = "+999 5551 771177";
const SOUGHT: &str = "Qasim Thiefproof-Sought";
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

struct Filled {
    at: TestApp,
    /// What each planted thing is, and its text.
    planted: Vec<(&'static str, String)>,
    unpublished: Vec<u8>,
}

async fn filled() -> Filled {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let mut live = Enquirer::looking_for_her_brother();
    live.private.enquirer_name = ENQUIRER.to_owned();
    live.private.enquirer_contact = ENQUIRER_CONTACT.to_owned();
    live.private.sought_names = SOUGHT.to_owned();
    live.private.story = STORY.to_owned();
    live.private.facts_to_compare = FACTS.to_owned();
    live.details.before_whom = WITNESS.to_owned();
    live.paper = format!("%PDF-1.4 {PAPER}").into_bytes();
    let photo = society.publishes(&at, &live).await;

    // A draft with another face: sealed, and never public.
    let unpublished = portrait(4242);
    let draft = Enquirer { photo: unpublished.clone(), ..live.clone() };
    let case_worker = society.case_worker.signs_in(&at).await;
    let draft = drafts(&case_worker, &at, &draft).await;

    let visitor = at.visitor();
    let letter = Letter { name: RESPONDER, phone: Some(PHONE), ..Letter::saying(ANSWER) };
    let receipt = responds(&at, &visitor, photo.number, letter).await;
    let moderator = society.moderator.signs_in(&at).await;
    let response = first_in_queue(&moderator).await.expect("in the queue");
    let page = claims(&moderator, &response).await;
    let page = page.form("/note").set("note", NOTE).submit(&moderator).await.expect(200);
    page.form("/question").set("question", QUESTION).submit(&moderator).await.expect(200);
    let mailbox = reads(&visitor, &receipt.code).await;
    mailbox.form("/return/answer").set("answer", REPLY).submit(&visitor).await.expect(200);
    at.run_jobs().await;

    let plain = |code: &str| code.replace(' ', "");
    let mut planted = vec![
        ("the enquirer's name", ENQUIRER.to_owned()),
        ("the enquirer's phone", ENQUIRER_CONTACT.to_owned()),
        ("the sought name", SOUGHT.to_owned()),
        ("the story", STORY.to_owned()),
        ("a fact to compare", FACTS.to_owned()),
        ("the witness of the consent", WITNESS.to_owned()),
        ("the paper", PAPER.to_owned()),
        ("the responder's name", RESPONDER.to_owned()),
        ("the responder's phone", PHONE.to_owned()),
        ("the answer", ANSWER.to_owned()),
        ("the note", NOTE.to_owned()),
        ("the question", QUESTION.to_owned()),
        ("the reply", REPLY.to_owned()),
        ("the receipt code", plain(&receipt.code)),
        ("the receipt code as shown", receipt.code.clone()),
        ("the withdrawal code", plain(&draft.withdrawal_code)),
        ("the live photo's withdrawal code", photo.withdrawal_code.compact().to_owned()),
        ("the recovery key", society.recovery_key.clone()),
    ];
    for (person, _) in society.everyone() {
        planted.push(("a password", person.password.clone()));
        planted.push(("a second factor", person.totp.typed_form()));
        planted.push(("a second factor as one word", person.totp.typed_form().replace(' ', "")));
    }
    Filled { at, planted, unpublished }
}

/// Everything that a thief of database, bucket, site's settings, logs and temporary folders carries away, by its place.
async fn loot(at: &TestApp) -> BTreeMap<String, Vec<u8>> {
    let mut loot = BTreeMap::new();
    let is_desk_s = |name: &str| name.ends_with("desk.secret");
    for (name, bytes) in files_under(at.folder.path()) {
        if !is_desk_s(&name) {
            loot.insert(format!("data/{name}"), bytes);
        }
    }
    for (name, bytes) in at.blobs() {
        loot.insert(format!("blob/{name}"), bytes);
    }
    for (table, column, value) in cells(at).await {
        loot.entry(format!("column/{table}.{column}")).or_default().extend([&value[..], b"\n"].concat());
    }
    if at.engines == Engines::PostgresS3 {
        at.tampers("checkpoint").await;
        let own = at.count("select oid::bigint from pg_database where datname = current_database()").await;
        for (name, bytes) in postgres_files(own) {
            loot.insert(format!("postgres/{name}"), bytes);
        }
    }
    loot.insert("log".to_owned(), log());
    loot
}

/// The database's own files, with pages that are free, and the write-ahead log, where `tests/run` says they lie.
#[allow(clippy::disallowed_methods, reason = "the tests' own switch, not a setting of Kinlight")]
fn postgres_files(database: i64) -> Vec<(String, Vec<u8>)> {
    let Ok(data) = std::env::var("KINLIGHT_TEST_POSTGRES_DATA") else {
        println!("skipped: KINLIGHT_TEST_POSTGRES_DATA does not say where the cluster's files are");
        return Vec::new();
    };
    let data = std::path::PathBuf::from(data);
    let folders = [format!("base/{database}"), "pg_wal".to_owned()];
    folders.iter().flat_map(|folder| files_under(&data.join(folder))).collect()
}

/// Every value of every column, as bytes: text as it is, binary as it is.
async fn cells(at: &TestApp) -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let db = &at.app.db.desk;
    let mut out = Vec::new();
    for (table, column, _) in COLUMNS {
        let as_text = match kinlight::db::is_sqlite(db) {
            true => {
                format!("select hex(cast(\"{column}\" as blob)) from {table} where \"{column}\" is not null")
            }
            false => format!(
                "select encode(case when pg_typeof(\"{column}\")::text = 'bytea' then (\"{column}\"::text)::bytea \
                 else convert_to(\"{column}\"::text, 'UTF8') end, 'hex') from {table} where \"{column}\" is not null"
            ),
        };
        let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), as_text)).await;
        for row in rows.unwrap_or_else(|error| panic!("{table}.{column}: {error}")) {
            let hex: String = row.try_get_by_index(0).unwrap();
            out.push((*table, *column, from_hex(&hex)));
        }
    }
    out
}

fn from_hex(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2).filter_map(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).ok()).collect()
}

/// A text in each form that a copy of it could take.
fn forms(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    use base64::{Engine, engine::general_purpose as base64s};
    let bytes = text.as_bytes();
    let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
    let utf16 = |swap: bool| -> Vec<u8> {
        text.encode_utf16().flat_map(|u| if swap { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
    };
    let escaped = |upper: bool| -> String {
        let one = |u: u16| if upper { format!("\\u{u:04X}") } else { format!("\\u{u:04x}") };
        text.encode_utf16().map(one).collect()
    };
    let json = serde_json::to_string(text).unwrap();
    let mut out = vec![
        ("plain", bytes.to_vec()),
        ("hex", hex.clone().into_bytes()),
        ("hex in capitals", hex.to_uppercase().into_bytes()),
        ("UTF-16 LE", utf16(false)),
        ("UTF-16 BE", utf16(true)),
        ("JSON", json.trim_matches('"').as_bytes().to_vec()),
        ("JSON escapes", escaped(false).into_bytes()),
        ("JSON escapes in capitals", escaped(true).into_bytes()),
    ];
    // Inside a longer text, base64 falls in one of three ways; the letters at both ends hang on the neighbours.
    for shift in 0..3 {
        let padded = [&b"xxx"[..shift], bytes].concat();
        for (name, encoded) in [
            ("base64", base64s::STANDARD_NO_PAD.encode(&padded)),
            ("base64 for URLs", base64s::URL_SAFE_NO_PAD.encode(&padded)),
        ] {
            let from = if shift == 0 { 0 } else { shift + 1 };
            let whole = padded.len() / 3 * 4;
            out.push((name, encoded.as_bytes()[from..whole].to_vec()));
        }
    }
    out
}

/// What was planted, in which form, as bytes.
type Needle<'a> = (&'a str, &'static str, Vec<u8>);

/// What of it lies open, and where. One pass over the bytes for all needles at once.
fn found(loot: &BTreeMap<String, Vec<u8>>, planted: &[(&'static str, String)]) -> Vec<String> {
    let mut needles: BTreeMap<[u8; 4], Vec<Needle<'_>>> = BTreeMap::new();
    let mut may_begin = vec![false; 1 << 16];
    for (what, text) in planted {
        for (form, needle) in forms(text) {
            let start = *needle.first_chunk::<4>().expect("long enough to be told from chance");
            may_begin[usize::from(u16::from_be_bytes([start[0], start[1]]))] = true;
            needles.entry(start).or_default().push((what, form, needle));
        }
    }
    let mut out = std::collections::BTreeSet::new();
    for (place, bytes) in loot {
        for (at, start) in bytes.windows(4).enumerate() {
            if !may_begin[usize::from(start[0]) << 8 | usize::from(start[1])] {
                continue;
            }
            let here = needles.get(start).into_iter().flatten();
            for (what, form, _) in here.filter(|(.., needle)| bytes[at..].starts_with(needle)) {
                out.insert(format!("{what} in {place}, as {form}"));
            }
        }
    }
    out.into_iter().collect()
}

/// Places whose bytes decode as a picture of this face.
fn faces(loot: &BTreeMap<String, Vec<u8>>, cells: &[(&str, &str, Vec<u8>)], face: &[u8]) -> Vec<String> {
    let wanted = difference_hash(&kinlight_pictures::read(face, &Limits::any_size()).unwrap());
    let blobs = loot.iter().filter(|(place, _)| place.starts_with("blob/"));
    let all = blobs
        .map(|(place, bytes)| (place.clone(), bytes.as_slice()))
        .chain(cells.iter().map(|(table, column, bytes)| (format!("{table}.{column}"), bytes.as_slice())));
    all.filter_map(|(place, bytes)| {
        let picture = kinlight_pictures::read(bytes, &Limits::any_size()).ok()?;
        (hash_distance(difference_hash(&picture), wanted) <= 10).then_some(place)
    })
    .collect()
}

#[tokio::test]
async fn nothing_that_was_sealed_lies_open_anywhere() {
    let filled = filled().await;
    let loot = loot(&filled.at).await;
    assert!(loot.keys().any(|place| place.starts_with("blob/sealed/")), "the loot is not whole");
    assert!(loot.keys().any(|place| place == "column/responses.content"), "the loot is not whole");
    assert!(!log().is_empty(), "the log was not caught");
    let open = found(&loot, &filled.planted);
    assert!(open.is_empty(), "{} things lie open:\n{}", open.len(), open.join("\n"));
    let cells = cells(&filled.at).await;
    let seen = faces(&loot, &cells, &filled.unpublished);
    assert!(seen.is_empty(), "a face that nobody published: {seen:?}");
    // The live one is public, and the comparison of faces finds it.
    assert!(!faces(&loot, &cells, &portrait(7)).is_empty(), "the comparison of faces is blind");
    // Afterwards, in the same database: the write-ahead log keeps what it once saw.
    without_sealing_the_same_search_finds_every_one(filled).await;
}

/// The control. What would lie there if sealing changed nothing: each planted thing, in a sealed column of the database
/// or in a sealed blob, in the form its record has.
async fn without_sealing_the_same_search_finds_every_one(filled: Filled) {
    let at = &filled.at;
    let sealed: Vec<(&str, &str)> = COLUMNS
        .iter()
        .filter(|(_, column, declared)| {
            matches!(declared, Declared::Sealed | Declared::Verifier) && *column != "wrapped_key"
        })
        .map(|(table, column, _)| (*table, *column))
        .collect();
    let plant = async |column: (&str, &str), text: &str| {
        let (table, column) = column;
        let hex: String = text.bytes().map(|b| format!("{b:02x}")).collect();
        let value = match kinlight::db::is_sqlite(&at.app.db.desk) {
            true => format!("x'{hex}'"),
            false => format!("'\\x{hex}'"),
        };
        at.tampers(&format!("update {table} set {column} = {value}")).await;
    };
    let mut records: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    let column_of = |what: &str| match what {
        "the responder's name" | "the responder's phone" | "the answer" => ("responses", "content"),
        "the note" => ("notes", "body"),
        "the question" | "the reply" => ("messages", "body"),
        "a second factor" | "a second factor as one word" | "a password" => ("staff", "totp_secret"),
        "the witness of the consent" => ("consents", "details"),
        _ => ("cases", "private_part"),
    };
    for (what, text) in &filled.planted {
        records.entry(column_of(what)).or_default().push(text);
    }
    for (column, texts) in &records {
        assert!(sealed.contains(column), "{column:?} is not sealed");
        plant(*column, &serde_json::to_string(texts).unwrap()).await;
    }
    let loot = loot(at).await;
    let file = if at.engines == Engines::SqliteFolder { "data/kinlight.sqlite" } else { "postgres/" };
    let has_files = loot.keys().any(|place| place.starts_with(file));
    for planted in &filled.planted {
        let (table, column) = column_of(planted.0);
        let place = format!("column/{table}.{column}");
        let open = found(&loot, std::slice::from_ref(planted));
        assert!(
            open.iter().any(|o| o.contains(&place)),
            "{planted:?} lies in {place} and is not found: {open:?}"
        );
        let is_in_files = open.iter().any(|o| o.contains(file));
        assert!(is_in_files || !has_files, "{planted:?} is not found in the database's files: {open:?}");
    }
    // In each of its forms, in a blob.
    for (form, bytes) in forms(ANSWER) {
        let loot =
            BTreeMap::from([("blob/sealed/pictures/x".to_owned(), [b"...", &bytes[..], b"..."].concat())]);
        assert!(!found(&loot, &[("the answer", ANSWER.to_owned())]).is_empty(), "{form} is not found");
    }
    let loot = BTreeMap::from([("blob/sealed/pictures/x".to_owned(), filled.unpublished.clone())]);
    assert_eq!(faces(&loot, &[], &filled.unpublished).len(), 1, "an open picture is not found");
}
