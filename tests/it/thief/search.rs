//! Everything that a thief could copy, and the search in it: each planted text or picture in every form that a copy could have.

use aho_corasick::AhoCorasick;
use sea_orm::{ConnectionTrait, Statement};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::harness::app::{TestApp, files_under, log};
use crate::harness::cannot_run::cannot_run;
use crate::harness::engines::Engines;
use kinlight::db::columns::COLUMNS;
use kinlight_pictures::{Limits, difference_hash, hash_distance};

/// Something that must lie open nowhere, in each form in which people and programs write it.
#[derive(Debug)]
pub struct Planted {
    pub what: &'static str,
    pub looks: Vec<Vec<u8>>,
}

impl Planted {
    pub fn text(what: &'static str, text: &str) -> Planted {
        Planted { what, looks: vec![text.as_bytes().to_vec()] }
    }

    pub fn bytes(what: &'static str, bytes: &[u8]) -> Planted {
        Planted { what, looks: vec![bytes.to_vec()] }
    }

    pub fn also(mut self, look: &[u8]) -> Planted {
        self.looks.push(look.to_vec());
        self
    }
}

/// Everything that a thief of the database, the bucket, the site's settings, the logs and the temporary folders gets, by its
/// place. `since`: when the test began; older temporary files are not its own.
pub async fn loot(at: &TestApp, since: SystemTime) -> BTreeMap<String, Vec<u8>> {
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
    loot.extend(temporary_files(at, since));
    loot
}

/// Files in temporary folders that were changed since then, by anybody on this machine. Other tests plant other words.
fn temporary_files(at: &TestApp, since: SystemTime) -> Vec<(String, Vec<u8>)> {
    let folders = [std::env::temp_dir(), "/tmp".into(), "/var/tmp".into(), "/dev/shm".into()];
    let is_new = |entry: &walkdir::DirEntry| {
        entry.metadata().ok().and_then(|about| about.modified().ok()).is_some_and(|at| at >= since)
    };
    let files = folders.iter().flat_map(|folder| {
        let walk = walkdir::WalkDir::new(folder).into_iter();
        // Two folders are searched separately: the installation's own, and the cluster's, where other tests write too.
        let is_elsewhere =
            |path: &Path| path != at.folder.path() && Some(path) != postgres_folder().as_deref();
        walk.filter_entry(move |entry| is_elsewhere(entry.path())).filter_map(Result::ok)
    });
    files
        .filter(|entry| entry.file_type().is_file() && is_new(entry))
        // A file that is gone already could not be copied either.
        .filter_map(|entry| {
            Some((format!("temporary{}", entry.path().display()), std::fs::read(entry.path()).ok()?))
        })
        .collect()
}

/// The database's own files with their free pages, and the write-ahead log, in the folder that `tests/run` names.
fn postgres_files(database: i64) -> Vec<(String, Vec<u8>)> {
    let Some(data) = postgres_folder() else {
        cannot_run("KINLIGHT_TEST_POSTGRES_DATA does not say where the cluster's files are");
        return Vec::new();
    };
    let folders = [format!("base/{database}"), "pg_wal".to_owned()];
    folders.iter().flat_map(|folder| files_under(&data.join(folder))).collect()
}

#[expect(clippy::disallowed_methods, reason = "the tests' own switch, not a setting of Kinlight")]
fn postgres_folder() -> Option<PathBuf> {
    std::env::var_os("KINLIGHT_TEST_POSTGRES_DATA").map(PathBuf::from)
}

/// Every value of every column as bytes.
pub async fn cells(at: &TestApp) -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let db = &at.db.desk;
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
pub fn forms(bytes: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    use base64::{Engine, engine::general_purpose as base64s};
    let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
    let mut out = vec![
        ("plain", bytes.to_vec()),
        ("hex", hex.clone().into_bytes()),
        ("hex in capitals", hex.to_uppercase().into_bytes()),
    ];
    if let Ok(text) = std::str::from_utf8(bytes) {
        out.extend(forms_of_text(text));
    }
    // Inside a longer text, base64 is aligned in one of three ways; the characters at both ends depend on the neighbours.
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

fn forms_of_text(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let utf16 = |swap: bool| -> Vec<u8> {
        text.encode_utf16().flat_map(|u| if swap { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
    };
    let escaped = |upper: bool, all: bool| -> Vec<u8> {
        let one = |c: char| match c {
            c if c.is_ascii() && !all => c.to_string(),
            c if upper => c.encode_utf16(&mut [0; 2]).iter().map(|u| format!("\\u{u:04X}")).collect(),
            c => c.encode_utf16(&mut [0; 2]).iter().map(|u| format!("\\u{u:04x}")).collect(),
        };
        text.chars().map(one).collect::<String>().into_bytes()
    };
    let json = serde_json::to_string(text).unwrap();
    vec![
        ("UTF-16 LE", utf16(false)),
        ("UTF-16 BE", utf16(true)),
        ("JSON", json.trim_matches('"').as_bytes().to_vec()),
        ("JSON escapes", escaped(false, false)),
        ("JSON escapes in capitals", escaped(true, false)),
        ("JSON escapes throughout", escaped(false, true)),
        ("JSON escapes throughout, in capitals", escaped(true, true)),
    ]
}

/// What lies open, and where. One pass over the bytes for all needles.
pub fn found(loot: &BTreeMap<String, Vec<u8>>, planted: &[Planted]) -> Vec<String> {
    let mut looks = Vec::new();
    for planted in planted {
        let forms = planted.looks.iter().flat_map(|look| forms(look));
        looks.extend(forms.map(|(form, needle)| (planted.what, form, needle)));
    }
    let needles = AhoCorasick::new(looks.iter().map(|(.., needle)| needle)).expect("needles");
    let mut out = std::collections::BTreeSet::new();
    for (place, bytes) in loot {
        for here in needles.find_overlapping_iter(bytes) {
            let (what, form, _) = &looks[here.pattern().as_usize()];
            out.insert(format!("{what} in {place}, as {form}"));
        }
    }
    out.into_iter().collect()
}

/// Places whose bytes decode to a picture that looks like this face.
pub fn faces(loot: &BTreeMap<String, Vec<u8>>, cells: &[(&str, &str, Vec<u8>)], face: &[u8]) -> Vec<String> {
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
