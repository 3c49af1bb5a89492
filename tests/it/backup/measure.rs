//! How long a backup and a restore of 10,000 publications take, and how large the backup is. Not part of the suite; run it in the
//! release profile: `cargo test --release --test it backup::measure -- --ignored --nocapture`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::Instant;

use super::{Backup, empty_after};
use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Society};
use crate::harness::site_pages::{Letter, responds};
use kinlight::db::columns::COLUMNS;
use kinlight::db::is_sqlite;
use kinlight::photo_number::PhotoNumber;
use kinlight::{chance, secrets::hex};

const PUBLICATIONS: usize = 10_000;

/// Copies one publication and one response many times: ids, numbers and tags are new, the sealed parts are the same.
async fn multiplied(at: &TestApp, number: PhotoNumber) {
    let is_sqlite = is_sqlite(&at.db.desk);
    let (id, bytes) = if is_sqlite { ("blob", "blob") } else { ("uuid", "bytea") };
    at.tampers(&format!(
        "create table more (case_id {id}, id {id}, consent {id}, response {id}, number text, tag {bytes})"
    ))
    .await;
    let id = |raw: [u8; 16]| if is_sqlite { format!("x'{}'", hex(&raw)) } else { format!("'{}'", hex(&raw)) };
    let mut files: Vec<_> = at.blobs().into_iter().map(|(name, _)| name).collect();
    files.retain(|name| name.starts_with("public/photos/"));
    // Two of this many random numbers are sometimes equal.
    let mut numbers = BTreeSet::from([number.compact()]);
    while numbers.len() < PUBLICATIONS {
        numbers.insert(PhotoNumber::draw().compact());
    }
    let rows: Vec<String> = numbers
        .iter()
        .filter(|other| **other != number.compact())
        .map(|other| {
            for file in &files {
                same_file(&at.folder.path().join("blobs"), file, &file.replace(&number.compact(), other));
            }
            let ids: Vec<String> = (0..4).map(|_| id(chance::bytes())).collect();
            let tag = hex(&chance::bytes::<32>());
            let tag = if is_sqlite { format!("x'{tag}'") } else { format!("'\\x{tag}'") };
            format!("({}, '{}', {tag})", ids.join(", "), other)
        })
        .collect();
    for some in rows.chunks(500) {
        at.tampers(&format!("insert into more values {}", some.join(", "))).await;
    }
    let copies: [(&str, &[(&str, &str)]); 5] = [
        ("cases", &[("id", "case_id")]),
        ("publications", &[("id", "id"), ("case_id", "case_id"), ("photo_number", "number")]),
        ("consents", &[("id", "consent"), ("publication_id", "id")]),
        ("withdrawal_codes", &[("tag", "tag"), ("publication_id", "id")]),
        (
            "responses",
            &[("id", "response"), ("publication_id", "id"), ("case_id", "case_id"), ("mailbox_tag", "tag")],
        ),
    ];
    for (table, new) in copies {
        let columns: Vec<&str> = COLUMNS.iter().filter(|(t, ..)| *t == table).map(|(_, c, _)| *c).collect();
        let values: Vec<String> = columns
            .iter()
            .map(|column| match new.iter().find(|(name, _)| name == column) {
                Some((_, from)) => format!("m.{from}"),
                None => format!("t.{column}"),
            })
            .collect();
        let (columns, values) = (columns.join(", "), values.join(", "));
        at.tampers(&format!("insert into {table} ({columns}) select {values} from {table} t, more m")).await;
    }
    at.tampers("drop table more").await;
}

/// A hard link: the same bytes under another name, at no cost.
fn same_file(store: &Path, from: &str, to: &str) {
    let to = store.join(to);
    fs::create_dir_all(to.parent().unwrap()).unwrap();
    fs::hard_link(store.join(from), to).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a measurement of some minutes and gigabytes"]
async fn ten_thousand_publications() {
    let at = TestApp::start().await;
    assert!(at.bucket.is_none(), "files are multiplied in a folder: KINLIGHT_TEST_ENGINES=sqlite");
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    responds(&at, &at.visitor(), photo.number, Letter::saying("I carried the blue kite.")).await;
    multiplied(&at, photo.number).await;
    let store: u64 = at.blobs().iter().map(|(_, body)| body.len() as u64).sum();
    println!("{PUBLICATIONS} publications, as many responses, {} MB in the store", store / 1_000_000);

    let began = Instant::now();
    let (backup, taken) = Backup::of(&at).await;
    let took = began.elapsed().as_secs_f64();
    assert!(taken.missing.is_empty() && taken.files >= 6 * PUBLICATIONS as u64, "{taken:?}");
    println!(
        "backup: {took:.1} s, {} MB ({} rows, {} files)",
        taken.bytes / 1_000_000,
        taken.rows,
        taken.files
    );
    let new = empty_after(&at).await;
    let began = Instant::now();
    backup.goes_into(&new).await.expect("restored");
    println!("restore: {:.1} s", began.elapsed().as_secs_f64());
    kinlight::backup::replaying::acknowledge_gap(&new.db, new.now()).await.unwrap();
    new.app.refresh_catalogue().await;
    new.visitor().get(&format!("/en/photo/{}", photo.number.compact())).await.expect(200);
}
