//! A key that is set stays: the schema refuses to change it, on both engines, whichever role tries.

use sea_orm::ConnectionTrait;

use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Society};
use crate::harness::strangers;
use kinlight::db::columns::{COLUMNS, Declared};
use kinlight::sealing::SecretKey;

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
