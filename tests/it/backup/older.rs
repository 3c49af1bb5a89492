//! A backup from before an upgrade of the schema is restored by the newer program, which runs the missing migrations after the
//! rows are in.

use sea_orm::{ConnectionTrait, Database, Statement};
use std::process::Command;

use super::{Backup, with_secrets_of};
use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Society};
use crate::harness::site_pages::{Letter, responds};
use crate::harness::strangers::{self, Answer};
use kinlight::db::is_sqlite;

const LAST_STEPS: &str = "('m0008_tombstones', 'm0009_strays', 'm0010_reopening', 'm0011_form_steps', 'm0013_help_now', \
     'm0015_keys_hold', 'm0017_taken_back_by_staff', 'm0018_rota', 'm0019_new_passwords', 'm0020_lanes', \
     'm0021_proofs', 'm0022_key_lists', 'm0023_second_keys', 'm0025_columns_for_jobs', 'm0026_certificates')";

/// Reverts the last migrations, to the schema before the upgrade.
async fn before_the_last_steps(at: &TestApp) {
    let db = &at.db.desk;
    for name in ["messages_open_again", "messages_are_news"] {
        let gone = match is_sqlite(db) {
            true => format!("drop trigger {name}"),
            false => format!("drop function {name} cascade"),
        };
        at.tampers(&gone).await;
    }
    let view = match is_sqlite(db) {
        true => "x'' as withdrawal_hash",
        false => {
            "(select sha256(w.tag) from withdrawal_codes w where w.publication_id = p.id limit 1) as withdrawal_hash"
        }
    };
    at.tampers(&format!(
        "drop view live_publications; create view live_publications as \
         select p.id, p.case_id, c.public_key as case_key, p.photo_number, p.relations, p.sex, p.age_band, p.origin, \
         p.pictures, p.published_at, k.ends_on as consent_ends_on, k.channels, {view} from publications p \
         join cases c on c.id = p.case_id join consents k on k.publication_id = p.id \
         where p.stage = 'live' and k.ended_at is null"
    ))
    .await;
    match is_sqlite(db) {
        true => at.tampers("drop trigger certificates_end").await,
        false => at.tampers("drop function certificates_end cascade").await,
    }
    for column in ["certificate", "countersignature", "certified_by", "certified_signature"] {
        at.tampers(&format!("alter table publications drop column {column}")).await;
    }
    for column in ["recorded_by", "proof"] {
        at.tampers(&format!("alter table consents drop column {column}")).await;
    }
    at.tampers("drop table rota").await;
    at.tampers("alter table key_grants drop column is_to_second").await;
    for table in ["staff", "sessions", "invitations", "key_grants", "publication_editors"] {
        at.tampers(&format!("alter table {table} drop column proof")).await;
    }
    at.tampers("delete from key_grants where part = 'root'").await;
    at.tampers("drop table key_lists").await;
    if is_sqlite(db) {
        at.tampers("drop trigger signing_hold_their_keys").await;
    } else {
        at.tampers("drop trigger signing_hold_their_keys on staff").await;
    }
    for column in ["signing_key", "list_seen", "key_mac"] {
        at.tampers(&format!("alter table staff drop column {column}")).await;
    }
    for index in ["responses_by_lane", "responses_by_fold", "responses_closed_with", "responses_by_arrival"] {
        at.tampers(&format!("drop index {index}")).await;
    }
    for column in [
        "lane",
        "trust",
        "fold",
        "closed_with",
        "news",
        "told",
        "reopened_from",
        "wrote_again_at",
        "is_reopening_chained",
    ] {
        at.tampers(&format!("alter table responses drop column {column}")).await;
    }
    if is_sqlite(db) {
        let asked = "select name from sqlite_master where type = 'trigger' and (sql like '%tombstones%' \
             or name like '%_hold_their_keys' or name = 'accounts_end_with_their_claims')";
        let found = db.query_all_raw(Statement::from_string(db.get_database_backend(), asked)).await.unwrap();
        assert!(!found.is_empty(), "no trigger writes a tombstone");
        for row in found {
            at.tampers(&format!("drop trigger {}", row.try_get::<String>("", "name").unwrap())).await;
        }
    } else {
        at.tampers("drop function leave_a_tombstone, a_consent_is_replaced cascade").await;
        at.tampers(
            "drop function a_key_that_is_set_stays, accounts_end_with_their_claims, has_private_part cascade",
        )
        .await;
        at.tampers(
            "drop function form_steps_replace, form_step, form_steps_have_room, form_steps_of_browser, form_erase, \
             form_erase_all cascade",
        )
        .await;
    }
    for column in ["second_salt", "second_public_key", "second_wrapped_key", "second_witness"] {
        at.tampers(&format!("alter table staff drop column {column}")).await;
    }
    at.tampers(
        "drop view society_directory; alter table societies drop column country; \
         alter table societies drop column help_lines; create view society_directory as \
         select slug, name, contact, languages, offers from societies",
    )
    .await;
    at.tampers("drop table tombstones; drop table form_steps").await;
    at.tampers("alter table messages drop column is_read").await;
    at.tampers("delete from installation where name in ('tombstones_told_until', 'strays_left')").await;
    at.tampers(&format!("delete from seaql_migrations where version in {LAST_STEPS}")).await;
}

/// Closes a response `closed_after` seconds after its sender's last message.
async fn swallowed(at: &TestApp, answer: &Answer, closed_after: i64) {
    let id = at.id_in_sql(answer.id);
    let sent_at = at.now().hour().0;
    at.tampers(&format!(
        "update responses set stage = 'closed', outcome = 'spam', first_opened_at = {sent_at}, closed_at = {} where id = {id}",
        sent_at + closed_after
    ))
    .await;
    at.tampers(&format!(
        "insert into messages (id, response_id, is_from_staff, body, position, sent_at) \
         select id, id, false, content, 1, {sent_at} from responses where id = {id}"
    ))
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_from_before_the_upgrade_goes_into_the_newer_program() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    responds(&at, &at.visitor(), photo.number, Letter::saying("I carried the blue kite.")).await;
    let answers = [
        strangers::answers(&at, photo.number, "I know her brother").await,
        strangers::answers(&at, photo.number, "I know her brother").await,
    ];
    before_the_last_steps(&at).await;
    // The older program hid this answer to a closed response. The other answer was read before its response was closed.
    swallowed(&at, &answers[0], 0).await;
    swallowed(&at, &answers[1], 2 * 3600).await;
    let (backup, _) = Backup::of(&at).await;

    let folder = tempfile::tempdir().unwrap();
    with_secrets_of(&at, folder.path());
    let identity = folder.path().join("identity.txt");
    std::fs::write(&identity, backup.identity.to_text().as_str()).unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_kinlight"));
    program.env("KINLIGHT_DATA_DIR", folder.path()).arg("restore").arg("--from").arg(&backup.file);
    let done = program.arg("--identity").arg(&identity).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));

    let file = folder.path().join("kinlight.sqlite");
    let new = Database::connect(format!("sqlite://{}", file.display())).await.unwrap();
    let count = async |question: &str| -> i64 {
        let asked = Statement::from_string(new.get_database_backend(), question);
        new.query_one_raw(asked).await.unwrap().unwrap().try_get_by_index(0).unwrap()
    };
    let steps = format!("select count(*) from seaql_migrations where version in {LAST_STEPS}");
    assert_eq!(count(&steps).await, 15);
    // What the backup has is proved, since an operator wanted it; afterwards a row without a proof is nobody's.
    assert_eq!(count("select count(*) from staff where proof is null").await, 0);
    assert_eq!(count("select count(*) from key_grants where proof is null").await, 0);
    assert_eq!(count("select count(*) from audit_lines where verb = 'rows-proved'").await, 1);
    assert_eq!(
        count("select count(*) from publications where stage = 'live' and certificate is not null").await,
        1
    );
    assert_eq!(count("select count(*) from consents where proof is null").await, 0);
    assert_eq!(count("select count(*) from responses").await, 3);
    let replaced = new.execute_unprepared("update cases set public_key = 'age1another'").await;
    assert!(replaced.is_err(), "a key can be exchanged after an upgrade");
    assert_eq!(
        count("select count(*) from responses where stage = 'closed' and wrote_again_at is null").await,
        1
    );
    let open = "select count(*) from responses where stage = 'new' and wrote_again_at > 0 and reopened_from = 'spam'";
    assert_eq!(count(open).await, 1, "the answer to a closed response is still hidden");
    // The migration works after the restore: what ends from now on is noted.
    assert_eq!(count("select count(*) from tombstones").await, 0);
    new.execute_unprepared("update publications set stage = 'ended', ended_reason = 'found'").await.unwrap();
    assert_eq!(count("select count(*) from tombstones where what = 'publication-ended'").await, 1);
}
