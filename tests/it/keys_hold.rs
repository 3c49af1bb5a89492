//! A key that is set stays: the schema refuses to change it, on both engines, whichever role tries. A grant of before learns which
//! other key it belongs to.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Society};
use crate::harness::strangers;
use kinlight::db::columns::{COLUMNS, Declared};
use kinlight::db::is_sqlite;
use kinlight::ids::RecordId;
use kinlight::sealing::{Binding, Kind, SecretKey};
use kinlight::societies::grant_entity;
use kinlight::societies::keys::{self, Part};

#[tokio::test]
async fn no_key_that_is_set_can_be_changed() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    strangers::answers(&at, photo.number, "I am her brother.").await;
    society.moderator.session(&at).await;
    let key = SecretKey::generate().public();
    let mut updates: Vec<String> = COLUMNS
        .iter()
        .filter(|(.., how)| *how == Declared::PublicKey)
        .map(|(table, column, _)| format!("update {table} set {column} = '{}'", key.as_str()))
        .collect();
    assert!(updates.len() > 5);
    let wrapped = ["cases", "key_grants", "sessions", "staff"];
    updates.extend(wrapped.map(|table| format!("update {table} set wrapped_key = salt_of_nobody")));
    updates.extend(
        [
            "update societies set open_key = null",
            "update staff set public_key = null",
            "update staff set second_public_key = null",
            "update staff set second_wrapped_key = salt_of_nobody where second_wrapped_key is not null",
            "update cases set key_part = 'archive'",
            "update withdrawal_codes set tag = salt_of_nobody",
            "update responses set mailbox_tag = salt_of_nobody",
            "update responses set mailbox_key = ''",
            "update invitations set token_hash = salt_of_nobody",
        ]
        .map(str::to_owned),
    );
    for update in updates {
        let bytes = if kinlight::db::is_sqlite(&at.db.desk) { "x'07'" } else { "'\\x07'::bytea" };
        let update = update.replace("salt_of_nobody", bytes);
        let refused = at.db.desk.execute_unprepared(&update).await;
        let error = refused.map(|done| done.rows_affected()).expect_err(&update).to_string();
        assert!(error.contains("a key that is set stays"), "{update}: {error}");
    }
}

/// An older grant does not name the other Society key. It still opens, and is sealed again in the new form when its holder signs
/// in; from then on it detects an exchanged archive key.
#[tokio::test]
async fn an_old_grant_still_opens_and_is_sealed_again_at_the_next_sign_in() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let worker = society.case_worker.member(&at).await;
    let held = keys::held_by(&at.db.desk, society.id, Part::Open, worker.key_holder()).await.unwrap();
    let place = Binding { kind: Kind::SocietyKey, record: RecordId::from_u128(1), owner: society.id.into() };
    let old = worker.key.wrap_key(place, held.pair()).unwrap();
    let hex: String = old.iter().map(|byte| format!("{byte:02x}")).collect();
    let hex = if is_sqlite(&at.db.desk) { format!("x'{hex}'") } else { format!("'\\x{hex}'") };
    let own = at.id_in_sql(worker.id);
    let of_worker = grant_entity::Entity::find().filter(grant_entity::Column::StaffId.eq(worker.id));
    let given = of_worker.clone().one(&at.db.desk).await.unwrap().expect("a grant");
    let sql = format!("update key_grants set wrapped_key = {hex} where staff_id = {own}");
    at.tampers_past_triggers("key_grants", &sql).await;
    // As a grant of that time, it has its proof from the first start after the update.
    let act = worker.proofs.act_of(society.id, &given).expect("a proof");
    let grant = of_worker.one(&at.db.desk).await.unwrap().expect("a grant");
    assert!(worker.proofs.put(&at.db.desk, &grant, act).await.unwrap());
    let is_old = format!("select count(*) from key_grants where wrapped_key = {hex}");
    assert_eq!(at.count(&is_old).await, 1);
    // The old grant can be opened.
    society.drafts(&at, &Enquirer::looking_for_her_brother()).await;
    assert_eq!(at.count(&is_old).await, 1);
    let browser = society.case_worker.signs_in(&at).await;
    assert_eq!(at.count(&is_old).await, 0);
    let key = SecretKey::generate().public();
    let sql = format!("update societies set archive_key = '{}'", key.as_str());
    at.tampers_past_triggers("societies", &sql).await;
    let page = browser.get(&format!("/en/publications/{}", photo.id)).await.expect(200);
    let ended = page.main_form().set("reason", "withdrawn-by-staff").submit(&browser).await;
    ended.expect(500).says(&at.text("en", "error-key-exchanged-title"));
    at.visitor().get(&format!("/en/photo/{}", photo.number.compact())).await.expect(410);
}
