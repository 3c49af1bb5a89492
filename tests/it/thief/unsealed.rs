//! An installation without sealing, for the control: in the database and the store every seal is replaced by its content, and
//! every verifier by its secret. All keys are derived from what people know: passwords, codes, the recovery key.

use age::x25519::Identity;
use kinlight::codes::{Code, CodeKeys};
use kinlight::db::columns::{COLUMNS, Declared};
use kinlight::db::is_sqlite;
use kinlight::responses::receipt_code::ReceiptCode;
use kinlight::sealing::SecretKey;
use kinlight::staff::by_name;
use kinlight::staff::password::{Unlocked, second_wrapping};

use super::Filled;
use super::search::cells;
use crate::harness::app::TestApp;

/// Columns that only a browser's cookie opens, and no browser is in the loot: a session's two keys, which open other columns
/// too, and the steps of a visitor's unsent form.
const HELD_BY_A_COOKIE: [(&str, &str); 2] = [("sessions", "wrapped_key"), ("form_steps", "body")];

pub async fn in_place(filled: &Filled) {
    let at = &filled.at;
    let keys = all_keys(filled).await;
    let opened = |sealed: &[u8]| keys.iter().find_map(|key| age::decrypt(key, sealed).ok());
    if !is_sqlite(&at.db.desk) {
        // Uncompressed storage, so that the files can be searched. Sealed values are not compressed either.
        for (table, column) in sealed_columns() {
            at.tampers(&format!("alter table {table} alter column {column} set storage external")).await;
        }
    }
    let is_sealed = |table, column| sealed_columns().any(|sealed| sealed == (table, column));
    for (table, column, value) in cells(at).await {
        if !is_sealed(table, column) || HELD_BY_A_COOKIE.contains(&(table, column)) {
            continue;
        }
        let plain = opened(&value).unwrap_or_else(|| panic!("no key opens {table}.{column}"));
        let seal = bytes(at, &value);
        let sql = format!("update {table} set {column} = {} where {column} = {seal}", bytes(at, &plain));
        at.tampers_past_triggers(table, &sql).await;
    }
    for (name, sealed) in at.blobs().into_iter().filter(|(name, _)| name.starts_with("sealed/")) {
        let binding_and_plain = opened(&sealed).unwrap_or_else(|| panic!("no key opens {name}"));
        // Cuts off the line that binds the file to its record, so that a picture begins with its own first byte.
        let end = binding_and_plain.iter().position(|byte| *byte == b'\n').expect("a line") + 1;
        at.tampers_with_blob(&name, &binding_and_plain[end..]);
    }
    secrets_for_their_verifiers(filled).await;
}

async fn secrets_for_their_verifiers(filled: &Filled) {
    let at = &filled.at;
    let (recovery_key, receipt) = (&filled.society.recovery_key, bytes(at, filled.receipt.code.as_bytes()));
    let sql = format!("update societies set recovery_key = '{recovery_key}'");
    at.tampers_past_triggers("societies", &sql).await;
    at.tampers_past_triggers("responses", &format!("update responses set mailbox_tag = {receipt}")).await;
    for (person, _) in filled.society.everyone() {
        let verifier = bytes(at, person.password.as_bytes());
        at.tampers(&format!("update staff set verifier = {verifier} where sign_in_name = '{}'", person.name))
            .await;
    }
    let second = bytes(at, filled.society.administrator.second_passphrase().as_bytes());
    at.tampers(&format!("update staff set second_witness = {second} where second_witness is not null")).await;
    let codes = [filled.withdrawal_code.clone(), filled.photo.withdrawal_code.grouped().to_string()];
    for code in &codes {
        let keys = code_keys(at, code);
        let (plain, tag) = (bytes(at, code.as_bytes()), bytes(at, &keys.tag));
        let sql = format!("update withdrawal_codes set tag = {plain} where tag = {tag}");
        at.tampers_past_triggers("withdrawal_codes", &sql).await;
    }
}

fn sealed_columns() -> impl Iterator<Item = (&'static str, &'static str)> {
    let sealed = COLUMNS.iter().filter(|(.., declared)| *declared == Declared::Sealed);
    sealed.map(|(table, column, _)| (*table, *column))
}

/// First the keys that people's secrets give; then, repeatedly, those that are wrapped to a known key.
async fn all_keys(filled: &Filled) -> Vec<Identity> {
    let at = &filled.at;
    let mut keys: Vec<Identity> = vec![filled.society.recovery_key.parse().expect("the recovery key")];
    keys.push(identity(&code_keys(at, &filled.receipt.code).key));
    for person in filled.society.people() {
        let row = by_name(&at.db.desk, &person.name).await.unwrap().expect("a member");
        let salt = row.salt.expect("a salt");
        let derivation = at.app.secrets.deriving_in(&at.app.limits.sign_in);
        let Ok(unlocked) = Unlocked::from_password(&person.password, &salt, derivation).await else {
            panic!("{} can't unlock anything", person.name);
        };
        keys.extend([identity(&unlocked.wrapping), identity(&unlocked.second_factor)]);
        if let Some(salt) = row.second_salt {
            let second = second_wrapping(&person.second_passphrase(), &salt, derivation).await;
            keys.push(identity(&second.unwrap_or_else(|_| panic!("{} has no second key", person.name))));
        }
    }
    let mut wrapped: Vec<Vec<u8>> = cells(at)
        .await
        .into_iter()
        .filter(|(_, column, _)| matches!(*column, "wrapped_key" | "second_wrapped_key"))
        .map(|cell| cell.2)
        .collect();
    loop {
        let before = wrapped.len();
        wrapped.retain(|sealed| {
            let Some(plain) = keys.iter().find_map(|key| age::decrypt(key, sealed).ok()) else { return true };
            let text = String::from_utf8(plain).expect("a key is text");
            let key = text.lines().find(|line| line.starts_with("AGE-SECRET-KEY-")).expect("a key");
            keys.push(key.parse().expect("a key"));
            false
        });
        if wrapped.len() == before {
            return keys;
        }
    }
}

fn code_keys(at: &TestApp, code: &str) -> CodeKeys {
    let code: ReceiptCode = Code::parse(code).expect("a code");
    // Withdrawal codes are stretched in the same way as receipt codes.
    at.app.limits.codes.keys_of(&code).expect("its keys")
}

fn identity(key: &SecretKey) -> Identity {
    key.to_text().parse().expect("a key in age's notation")
}

/// A literal of these bytes in the engine's own SQL.
fn bytes(at: &TestApp, bytes: &[u8]) -> String {
    let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
    if is_sqlite(&at.db.desk) { format!("x'{hex}'") } else { format!("'\\x{hex}'") }
}
