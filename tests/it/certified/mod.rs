//! Somebody with write access to the database alone changes what the site shows: facts, files, the consent, the case's key, whole
//! certificates. Nothing is shown that no reviewer certified, nothing is sealed to a false key, and it rings.

mod columns;
mod numbers;
mod older;
mod renewals;
mod signers;

use sea_orm::{ConnectionTrait, Statement};

use crate::harness::app::TestApp;
use crate::harness::browser::Browser;
use crate::harness::desk_pages::{claims, first_in_queue};
use crate::harness::looks::to_look_at;
use crate::harness::people::{Photo, Society};
use kinlight::db::is_sqlite;
use kinlight::ids::PublicationId;
use kinlight::publications::certifying::judging::Flaw;
use kinlight::publications::certifying::watching::{Desk, Watched};

const BUMPED: &str = "update installation set value = cast(cast(value as integer) + 1 as text) where name = 'catalogue_version'";

/// Makes each replica load the catalogue again, as after any publication.
async fn reloads(at: &TestApp) {
    at.tampers(BUMPED).await;
    at.app.refresh_catalogue().await;
}

fn page_of(photo: &Photo) -> String {
    format!("/en/photo/{}", photo.number.compact())
}

fn whose(at: &TestApp, id: PublicationId) -> String {
    format!("id = {}", at.id_in_sql(id))
}

/// The desk looks at the photos, as its loop does; returns how many do not stand.
async fn looks(at: &TestApp, society: &Society) -> usize {
    let app = &at.app;
    let (proofs, pins, catalogue) = (&app.secrets.proofs, &app.secrets.pins, &app.catalogue);
    let desk = Desk { db: &app.db.desk, proofs, pins, catalogue };
    Watched::default().look(desk, society.id, at.now()).await.expect("the desk looks")
}

/// It rings: a line in the chain, and a box above the auditor's log.
async fn it_is_told(at: &TestApp, society: &Society, flaw: Flaw) {
    assert!(looks(at, society).await > 0, "{flaw:?}: the desk saw nothing");
    let lines = format!(
        "select count(*) from audit_lines where verb = 'certificate-refused' and detail = '{}'",
        flaw.code()
    );
    assert_eq!(at.count(&lines).await, 1, "{flaw:?}: one line, however often the desk looks");
    let auditor = society.auditor.signs_in(at).await;
    for lang in ["en", "ar"] {
        let page = auditor.get(&format!("/{lang}/audit")).await.expect(200);
        page.says(&at.text(lang, "audit-certificate-title"));
        page.says(&at.text(lang, &format!("audit-certificate-{}", flaw.code())));
        to_look_at(&format!("certificate-{}-{lang}", flaw.code()), &page.html());
    }
}

async fn no_alarm(at: &TestApp, society: &Society) {
    assert_eq!(looks(at, society).await, 0, "an alarm without a reason");
    assert_eq!(at.count("select count(*) from audit_lines where verb = 'certificate-refused'").await, 0);
}

/// The answer on top of the queue, read by a moderator.
async fn reads_first(at: &TestApp, society: &Society, words: &str) {
    let moderator = society.moderator.signs_in(at).await;
    let response = first_in_queue(&moderator).await.expect("it is in the queue");
    claims(&moderator, &response).await.expect(200).says(words);
}

async fn text(at: &TestApp, question: &str) -> String {
    let asked = Statement::from_string(at.db.desk.get_database_backend(), question);
    at.db.desk.query_one_raw(asked).await.unwrap().expect("a row").try_get_by_index(0).unwrap()
}

fn literal(at: &TestApp, bytes: &[u8]) -> String {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    if is_sqlite(&at.db.desk) { format!("x'{hex}'") } else { format!("'\\x{hex}'") }
}

/// Keeps a table as it is now; [`puts_back`] writes these columns of it again.
async fn keeps(at: &TestApp, table: &str) {
    at.tampers(&format!("create table kept_{table} as select * from {table}")).await;
}

async fn puts_back(at: &TestApp, table: &str, columns: &[&str]) {
    let set: Vec<String> = columns
        .iter()
        .map(|column| format!("{column} = (select k.{column} from kept_{table} k where k.id = {table}.id)"))
        .collect();
    at.tampers_past_triggers(
        table,
        &format!(
            "update {table} set {} where exists (select 1 from kept_{table} k where k.id = {table}.id)",
            set.join(", ")
        ),
    )
    .await;
}

/// The reviewer opens the page of photos to certify and presses its button, with what is ticked there.
async fn certifies(at: &TestApp, reviewer: &Browser) {
    let form = reviewer.get("/en/certify").await.expect(200).form("/certify");
    form.submit(reviewer).await.expect(200).says(&at.text("en", "certify-title"));
}

/// The names of the columns of a certificate in `publications`.
const CERTIFICATE: [&str; 4] = ["certificate", "countersignature", "certified_by", "certified_signature"];
