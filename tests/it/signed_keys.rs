//! What holds a Society's keys to its root, which no database knows: keys and members that somebody with write access to the
//! database puts in the place of the true ones, whole and without a contradiction.

use sea_orm::{ConnectionTrait, Statement};
use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::Page;
use crate::harness::looks::to_look_at;
use crate::harness::people::{Enquirer, Person, Society, accepts, seals_keys};
use crate::harness::site_pages::{Letter, fills, reads, responds, sends};
use kinlight::db::is_sqlite;
use kinlight::ids::{RecordId, SocietyId};
use kinlight::sealing::{Binding, Kind, PublicKey, SecretKey, SigningKey, open_file};
use kinlight::societies::key_list::{Hand, KeyList};
use kinlight::societies::keys::{self, KeyError, MEMBER_SIGNS, Part};
use kinlight::staff::ending::InTheList;
use kinlight::staff::inviting::{self, NewMember};
use kinlight::staff::roles::{Administer, Role};
use kinlight::staff::{Staff, ending, session};

/// A literal of this engine's SQL.
fn bytes(at: &TestApp, bytes: &[u8]) -> String {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    if is_sqlite(&at.db.desk) { format!("x'{hex}'") } else { format!("'\\x{hex}'") }
}

/// The intruder exchanges both Society keys, and gives every member a grant of the false ones: a seal needs nothing but the
/// member's public key.
pub async fn exchanges_everything(at: &TestApp, society: &Society) -> [SecretKey; 2] {
    let keys = [SecretKey::generate(), SecretKey::generate()];
    for (number, (part, key)) in (1u128..).zip(["open", "archive"].into_iter().zip(&keys)) {
        let place =
            Binding { kind: Kind::SocietyKey, record: RecordId::from_u128(number), owner: society.id.into() };
        let sql = format!("update societies set {part}_key = '{}'", key.public().as_str());
        at.tampers_past_triggers("societies", &sql).await;
        for person in society.people() {
            let id = at.id_in_sql(person.id);
            let asked = format!("select public_key from staff where id = {id}");
            let asked = Statement::from_string(at.db.desk.get_database_backend(), asked);
            let row = at.db.desk.query_one_raw(asked).await.unwrap().expect("a row");
            let public: String = row.try_get_by_index(0).unwrap();
            let sealed = PublicKey::parse(&public).unwrap().seal(place, key.to_text().as_bytes()).unwrap();
            let sql = format!(
                "update key_grants set wrapped_key = {} where staff_id = {id} and part = '{part}'",
                bytes(at, &sealed)
            );
            at.tampers_past_triggers("key_grants", &sql).await;
        }
    }
    // A grant without a proof opens nothing. Here the intruder has also taken the desk's secret, and what is left is the root.
    kinlight::older_rows::prove(&at.db.desk, &at.app.secrets.proofs, at.now()).await.unwrap();
    keys
}

/// How many case keys open with one of these keys.
pub async fn opened_cases(at: &TestApp, keys: &[SecretKey]) -> usize {
    let asked =
        Statement::from_string(at.db.desk.get_database_backend(), "select wrapped_key from cases".to_owned());
    let rows = at.db.desk.query_all_raw(asked).await.unwrap();
    let opens = |sealed: Vec<u8>| open_file(keys, sealed.as_slice()).is_ok();
    rows.iter().filter(|row| opens(row.try_get_by_index(0).unwrap())).count()
}

#[tokio::test]
async fn society_keys_that_were_exchanged_with_every_grant_get_no_case() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let worker = society.case_worker.signs_in(&at).await;
    let form = worker.get("/en/drafts/new").await.expect(200).main_form();
    let keys = exchanges_everything(&at, &society).await;
    let page = form.set("enquirer_name", "Parwana Testname").submit(&worker).await;
    assert_eq!(opened_cases(&at, &keys).await, 0, "a case was sealed to the intruder");
    page.expect(500).says(&at.text("en", "error-key-exchanged-title"));
    let told = "select count(*) from audit_lines where verb = 'key-exchanged' and detail = 'open'";
    assert_eq!(at.count(told).await, 1);
}

/// The newest list, as the table has it.
pub async fn newest(at: &TestApp, society: &Society) -> KeyList {
    let id = at.id_in_sql(society.id);
    let asked = format!("select body from key_lists where society_id = {id} order by version desc limit 1");
    let asked = Statement::from_string(at.db.desk.get_database_backend(), asked);
    let row = at.db.desk.query_one_raw(asked).await.unwrap().expect("a list");
    KeyList::parse(&row.try_get_by_index::<String>(0).unwrap()).unwrap()
}

/// Puts a list into the table, with these two signatures.
async fn puts_list(at: &TestApp, list: &KeyList, root: &SigningKey, hand: &SigningKey) {
    let body = list.to_string();
    let [root, hand] = [root, hand].map(|key| bytes(at, &key.sign(body.as_bytes())));
    let (society, version) = (at.id_in_sql(list.society), list.version);
    at.tampers(&format!(
        "insert into key_lists (society_id, version, body, root_signature, hand_signature, signed_at) \
         values ({society}, {version}, '{body}', {root}, {hand}, 0)"
    ))
    .await;
}

/// The key that signs lists, from the printed sheet: what an administrator may have kept.
fn root_of(society: &Society) -> SigningKey {
    let printed = bech32::decode(&society.root_key).unwrap().1.try_into().unwrap();
    SecretKey::from_bytes(&printed)
        .unwrap()
        .derived("kinlight/root")
        .unwrap()
        .signing("kinlight/root-signing")
}

/// A case worker starts a draft; the status and the page.
pub async fn drafts(at: &TestApp, society: &Society) -> Page {
    let worker = society.case_worker.signs_in(at).await;
    let form = worker.get("/en/drafts/new").await.expect(200).main_form();
    form.set("enquirer_name", "Parwana Testname").submit(&worker).await
}

pub async fn stops(at: &TestApp, society: &Society, kind: &str) {
    let cases = at.count("select count(*) from cases").await;
    drafts(at, society).await.expect(500).says(&at.text("en", "error-key-exchanged-title"));
    assert_eq!(at.count("select count(*) from cases").await, cases, "{kind}");
    let told = format!("select count(*) from audit_lines where verb = 'key-exchanged' and detail = '{kind}'");
    assert!(at.count(&told).await > 0, "{kind} does not ring");
}

/// Adds a second administrator, whom the operator invites.
pub async fn second_administrator(at: &TestApp, society: &Society) -> Person {
    society.takes_on_administrator(at, "second-admin").await
}

#[tokio::test]
async fn no_list_of_an_administrator_who_has_ended_counts() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let second = second_administrator(&at, &society).await;
    let before = newest(&at, &society).await;
    let leaver = society.administrator.member(&at).await;
    // What the leaver has kept: the root, and their own key.
    let (root, own) = (root_of(&society), leaver.key.signing(MEMBER_SIGNS));
    let by: Staff<Administer> = second.may(&at).await;
    let key = second.second_key(&at, &by).await;
    let said = ending::end_grant(&at.db.desk, (&by, Some(&key)), leaver.id, at.now()).await.expect("ended");
    assert_eq!(said, InTheList::Now);
    let list = newest(&at, &society).await;
    assert!(!list.members.contains_key(&leaver.id), "the list did not follow the end");
    assert_eq!(list.ended.iter().map(|ended| ended.staff).collect::<Vec<_>>(), [leaver.id]);
    drafts(&at, &society).await.expect(200);

    let next = KeyList { version: list.version + 100, after: list.version, ..list.clone() };
    let own_hand = Hand::Member(leaver.id);
    let back = |list: &KeyList, hand| {
        let mut list = KeyList { hand, ..list.clone() };
        list.members.insert(leaver.id, before.members[&leaver.id].clone());
        list
    };
    let forgotten = KeyList { ended: [].into(), ..next.clone() };
    let instead = KeyList { after: before.version, ended: [].into(), ..next.clone() };
    for (what, forged) in [
        ("in their own hand", back(&next, own_hand)),
        ("in another's hand", back(&next, Hand::Member(second.id))),
        ("as if from the sheet", back(&next, Hand::Sheet)),
        ("without the end", back(&forgotten, own_hand)),
        ("in the place of the list of the end", back(&instead, own_hand)),
        ("for somebody else's keys", KeyList { hand: own_hand, ..next.clone() }),
    ] {
        println!("{what}");
        puts_list(&at, &forged, &root, &own).await;
        stops(&at, &society, "list").await;
        at.tampers(&format!("delete from key_lists where version = {}", forged.version)).await;
        drafts(&at, &society).await.expect(200);
    }
    // Nor does the history without the end, on this host.
    let gone = format!("delete from key_lists where version > {}", before.version);
    at.tampers(&gone).await;
    puts_list(&at, &back(&instead, own_hand), &root, &own).await;
    stops(&at, &society, "list").await;
}

#[tokio::test]
async fn a_list_of_before_stops_the_work_until_the_newest_is_back() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let stranger = at.visitor();
    let begun = fills(&stranger, "en", photo.number, Letter::saying("I carried the blue kite.")).await;
    let newest = newest(&at, &society).await.version;
    at.tampers("create table away as select * from key_lists").await;
    at.tampers(&format!("delete from key_lists where version = {newest}")).await;
    stops(&at, &society, "list").await;
    at.tampers("delete from key_lists").await;
    stops(&at, &society, "list").await;
    sends(&at, &stranger, &begun).await.expect(200);
    at.tampers("insert into key_lists select * from away").await;
    drafts(&at, &society).await.expect(200);
    // A host that has seen nothing yet, on which a member signs in who has.
    society.moderator.signs_in(&at).await;
    std::fs::remove_file(at.app.config.pin_file.with_extension("seen")).unwrap();
    at.tampers(&format!("delete from key_lists where version = {newest}")).await;
    let host = at.replica_with(&[]).await;
    let session = society.moderator.session(&at).await;
    let span = at.app.config.desk_session;
    let member = session::find(host.sessions(), &session, at.now(), span).await.expect("a session");
    let opened = keys::held_by(&host.db.desk, society.id, Part::Open, member.key_holder()).await;
    assert!(matches!(opened, Err(KeyError::Exchanged(_))), "an older list counts on a new host");
}

#[tokio::test]
async fn without_this_hosts_own_pin_nothing_is_sealed_and_nothing_is_lost() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let file = &at.app.config.pin_file;
    let own = std::fs::read_to_string(file).unwrap();
    let program = |arguments: &[&str]| at.program().args(arguments).output().unwrap();
    let printed = program(&["society", "pin", "print"]);
    assert_eq!(String::from_utf8_lossy(&printed.stdout), own);
    let other = SecretKey::generate().signing("root").public();
    for (what, pins) in [
        ("no file", None),
        (
            "another installation's",
            Some(own.replace(&society.id.to_string(), &SocietyId::from_u128(7).to_string())),
        ),
        ("another root", Some(format!("kinlight-pin 1 {} {other}\n", society.id))),
        ("not readable", Some("kinlight-pin 1 who knows\n".to_owned())),
        ("two roots", Some(format!("{own}kinlight-pin 1 {} {other}\n", society.id))),
    ] {
        println!("{what}");
        match &pins {
            None => std::fs::remove_file(file).unwrap(),
            Some(text) => std::fs::write(file, text).unwrap(),
        }
        let kind = if what == "another root" { "list" } else { "root" };
        stops(&at, &society, kind).await;
        let answer = responds(&at, &at.visitor(), photo.number, Letter::saying(what)).await;
        reads(&at.visitor(), &answer.code).await;
        std::fs::write(file, &own).unwrap();
        drafts(&at, &society).await.expect(200);
    }
    std::fs::remove_file(file).unwrap();
    assert_eq!(program(&["society", "pin", "add", "kinlight-pin 1 who knows"]).status.code(), Some(1));
    assert_eq!(program(&["society", "pin", "add", own.trim()]).status.code(), Some(0));
    drafts(&at, &society).await.expect(200);
    let false_pin = format!("kinlight-pin 1 {} {other}", society.id);
    let refused = program(&["society", "pin", "add", &false_pin]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("--replace"), "{refused:?}");
}

#[tokio::test]
async fn two_administrators_who_sign_at_once_sign_one_list_after_the_other() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let second = second_administrator(&at, &society).await;
    let one: Staff<Administer> = society.administrator.may(&at).await;
    let other: Staff<Administer> = second.may(&at).await;
    let mut joined = Vec::new();
    for (by, name) in [(&one, "noor"), (&other, "sami")] {
        let ends = at.now().date() + Duration::days(300);
        let new = NewMember { name, roles: &[Role::Moderator], grant_ends_on: ends };
        let token = inviting::invite(&at.db.desk, by, new, at.now()).await.expect("invited");
        joined.push(accepts(&at, name, &token).await);
    }
    tokio::join!(seals_keys(&at, &one, &joined[0]), seals_keys(&at, &other, &joined[1]));
    let list = newest(&at, &society).await;
    assert!(joined.iter().all(|person| list.members.contains_key(&person.id)), "one list lost the other's");
    for person in &joined {
        person.signs_in(&at).await.get("/en/queue").await.expect(200);
    }
    let lists = "select count(*) from key_lists";
    assert_eq!(
        at.count(&format!("{lists} where version in (select seq from audit_lines)")).await,
        at.count(lists).await
    );
}

#[tokio::test]
async fn with_the_root_on_paper_alone_the_sheet_brings_an_administrator_back() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    at.tampers("delete from key_grants where part = 'root'").await;
    let end = ending::end_grant_as_operator(&at.db.desk, &society.administrator.name, at.now()).await;
    end.expect("ended");
    let ends = at.now().date() + Duration::days(300);
    let new = NewMember { name: "new-one", roles: &[Role::Administrator], grant_ends_on: ends };
    let by = (&at.db.desk, &at.app.secrets.proofs);
    let token = inviting::invite_as_operator(by, None, Some(society.id), new, at.now()).await;
    let new = accepts(&at, "new-one", &token.expect("invited")).await;
    new.chooses_second(&at).await;
    let browser = new.signs_in(&at).await;
    let form = browser.get("/en/keys").await.expect(200).form("/keys/recover");
    let asked = form.set("recovery_key", &society.recovery_key).submit(&browser).await.expect(422);
    asked.says(&at.text("en", "keys-root-wanted"));
    to_look_at("keys-root-wanted", &asked.html());
    let form = asked.form("/keys/recover").set("recovery_key", &society.recovery_key);
    let wrong = form.set("root_key", &society.recovery_key).submit(&browser).await.expect(422);
    let form = wrong.form("/keys/recover").set("recovery_key", &society.recovery_key);
    form.set("root_key", &society.root_key).submit(&browser).await.expect(200);
    let list = newest(&at, &society).await;
    assert_eq!(list.hand, Hand::Sheet);
    assert!(list.members.contains_key(&new.id) && !list.members.contains_key(&society.administrator.id));
    // From now on they decide who joins.
    let noor = NewMember { name: "noor", roles: &[Role::Moderator], grant_ends_on: ends };
    let by: Staff<Administer> = new.may(&at).await;
    let token = inviting::invite(&at.db.desk, &by, noor, at.now()).await.expect("invited");
    seals_keys(&at, &by, &accepts(&at, "noor", &token).await).await;
    drafts(&at, &society).await.expect(200);
}
