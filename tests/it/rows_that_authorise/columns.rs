//! Each column of the tables that authorise is changed, one at a time; a new column needs its case here, or its reason in
//! `proofs::claim::NOT_COVERED`.

use kinlight::db::columns::COLUMNS;
use kinlight::db::is_sqlite;
use kinlight::proofs::RowKind;
use kinlight::proofs::claim::NOT_COVERED;
use kinlight::staff::roles::Role;

use super::{invites, is_refused, is_signed_in, it_is_told, text};
use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::people::{Enquirer, Person, Society};

/// The columns of a table that a proof must cover.
fn covered(row: RowKind) -> Vec<&'static str> {
    let is_left_out =
        |column: &str| NOT_COVERED.iter().any(|(table, one, _)| (*table, *one) == (row.table(), column));
    let own = COLUMNS.iter().filter(|(table, ..)| *table == row.table());
    own.map(|(_, column, _)| *column).filter(|column| !is_left_out(column)).collect()
}

fn bytes(at: &TestApp, hex: &str) -> String {
    if is_sqlite(&at.db.desk) { format!("x'{hex}'") } else { format!("'\\x{hex}'") }
}

/// A value of a column of bytes, as a literal.
async fn literal(at: &TestApp, column: &str, of: &str) -> String {
    let hex =
        if is_sqlite(&at.db.desk) { format!("hex({column})") } else { format!("encode({column}, 'hex')") };
    bytes(at, &text(at, &format!("select {hex} from {of}")).await)
}

/// Changes one column of one row, asks, and puts the column back. `which` names the row by another column.
async fn with_changed<T>(
    at: &TestApp,
    (table, column, which): (&str, &str, &str),
    value: &str,
    ask: impl AsyncFnOnce() -> T,
) -> T {
    at.tampers(&format!("create table was as select {column} as was from {table} where {which}")).await;
    assert_eq!(at.count("select count(*) from was").await, 1, "{which}");
    at.tampers_past_triggers(table, &format!("update {table} set {column} = {value} where {which}")).await;
    let asked = ask().await;
    let back = format!("update {table} set {column} = (select was from was) where {which}");
    at.tampers_past_triggers(table, &back).await;
    at.tampers("drop table was").await;
    asked
}

#[tokio::test]
async fn a_changed_account_lets_nobody_in() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let other = Society::founded(&at, "southland").await;
    let worker = (&society.case_worker, society.case_worker.signs_in(&at).await, "/en/drafts");
    // Has a second key.
    let administrator = (&society.administrator, society.administrator.signs_in(&at).await, "/en/accounts");
    let seven = bytes(&at, "07");
    for column in covered(RowKind::Staff) {
        let value = match column {
            // Sessions, grants and lines refer to it.
            "id" => continue,
            "society_id" => at.id_in_sql(other.id),
            "sign_in_name" => "'somebody'".to_owned(),
            "roles" => "'administrator'".to_owned(),
            "stage" => "'awaiting-keys'".to_owned(),
            "public_key" => "'age1another'".to_owned(),
            "salt" | "verifier" | "wrapped_key" | "totp_secret" => seven.clone(),
            "grant_ends_on" => "'2099-01-01'".to_owned(),
            "created_at" => "created_at + 1".to_owned(),
            "second_salt" | "second_wrapped_key" | "second_witness" => seven.clone(),
            "second_public_key" => "'age1another'".to_owned(),
            other => panic!("nobody has decided what happens when staff.{other} is changed"),
        };
        let (person, browser, path) = if column.starts_with("second_") { &administrator } else { &worker };
        let which = format!("id = {}", at.id_in_sql(person.id));
        let ask = async || browser.get(path).await;
        let page = with_changed(&at, ("staff", column, &which), &value, ask).await;
        println!("staff.{column}: {}", page.status);
        is_refused(&at, &page);
        assert!(is_signed_in(&browser.get(path).await), "staff.{column}: the true row lets nobody in");
    }
    it_is_told(&at, &society, RowKind::Staff).await;
    at.visitor().get("/en/").await.expect(200);
}

/// An intruder with the database and an account of their own can't turn it into another one.
#[tokio::test]
async fn nobody_becomes_somebody_else_by_sql() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let own = &society.second_moderator;
    for (victim, role) in society.everyone() {
        let browser = own.signs_in(&at).await;
        let is_own = format!("id = {}", at.id_in_sql(own.id));
        let roles = format!("'{}'", role.code());
        if role != Role::Moderator {
            let page =
                with_changed(&at, ("staff", "roles", &is_own), &roles, async || browser.get("/en/").await)
                    .await;
            is_refused(&at, &page);
        }
        // Their own session becomes the other's.
        let newest = "started_at = (select max(started_at) from sessions)";
        let theirs = at.id_in_sql(victim.id);
        let page =
            with_changed(&at, ("sessions", "staff_id", newest), &theirs, async || browser.get("/en/").await)
                .await;
        is_refused(&at, &page);
        assert!(is_signed_in(&browser.get("/en/").await));
    }
    // And an operator.
    let browser = own.signs_in(&at).await;
    let is_own = format!("id = {}", at.id_in_sql(own.id));
    let page = with_changed(&at, ("staff", "roles", &is_own), "'operator'", async || {
        browser.get("/en/operator").await
    })
    .await;
    is_refused(&at, &page);
}

#[tokio::test]
async fn a_changed_session_is_none() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let (worker, victim) = (&society.case_worker, &society.administrator);
    at.tampers("delete from sessions").await;
    let browser = worker.signs_in(&at).await;
    for column in covered(RowKind::Session) {
        let which = "1 = 1";
        let value = match column {
            "id_hash" | "wrapped_key" => bytes(&at, "07"),
            "staff_id" => at.id_in_sql(victim.id),
            // A session that lasts longer, and a second factor that was never shown.
            "started_at" | "fresh_at" => format!("{column} + 600"),
            other => panic!("nobody has decided what happens when sessions.{other} is changed"),
        };
        let page =
            with_changed(&at, ("sessions", column, which), &value, async || browser.get("/en/drafts").await)
                .await;
        println!("sessions.{column}: {}", page.status);
        match column {
            // The cookie finds no session.
            "id_hash" => assert!(!is_signed_in(&page), "{page:?}"),
            _ => is_refused(&at, &page),
        }
        assert!(
            is_signed_in(&browser.get("/en/drafts").await),
            "sessions.{column}: the true row lets nobody in"
        );
    }
    it_is_told(&at, &society, RowKind::Session).await;
}

#[tokio::test]
async fn a_changed_invitation_invites_nobody() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let administrator = society.administrator.signs_in(&at).await;
    invites(&administrator, "samar", "auditor").await;
    let link = invites(&administrator, "noor", "moderator").await;
    let samar = "(select id from staff where sign_in_name = 'samar')";
    let of_noor = "staff_id = (select id from staff where sign_in_name = 'noor')";
    let token = literal(&at, "token_hash", &format!("invitations where {of_noor}")).await;
    let by_token = format!("token_hash = {token}");
    for column in covered(RowKind::Invitation) {
        let which = if column == "token_hash" { of_noor } else { &by_token };
        let moderator = at.id_in_sql(society.moderator.id);
        let value = match column {
            "token_hash" => bytes(&at, "07"),
            // Noor's link becomes one for Samar's account.
            "staff_id" => samar.to_owned(),
            "purpose" => "'administer'".to_owned(),
            "made_by" | "agreed_by" => moderator,
            "ends_at" => "ends_at + 864000".to_owned(),
            "used_at" => "5".to_owned(),
            other => panic!("nobody has decided what happens when invitations.{other} is changed"),
        };
        let ask = async || at.at_the_desk().get(&link).await;
        let page = with_changed(&at, ("invitations", column, which), &value, ask).await;
        println!("invitations.{column}: {}", page.status);
        assert!(page.status >= 400, "invitations.{column}: {page:?}");
        if ["staff_id", "made_by", "agreed_by", "ends_at"].contains(&column) {
            is_refused(&at, &page);
        }
        at.at_the_desk().get(&link).await.expect(200);
    }
    it_is_told(&at, &society, RowKind::Invitation).await;
    // The true invitation still works.
    let noor = Person::joins(&at, &link, "noor").await;
    noor.signs_in(&at).await.get("/en/").await.expect(200);
}

#[tokio::test]
async fn a_changed_grant_opens_nothing() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let other = Society::founded(&at, "southland").await;
    let worker = &society.case_worker;
    let browser = worker.signs_in(&at).await;
    let starts = async || -> Page {
        let form = browser.get("/en/drafts/new").await.expect(200).main_form();
        form.set("enquirer_name", "Parwana Testname").submit(&browser).await
    };
    let mine = at.id_in_sql(worker.id);
    let by_holder = format!("staff_id = {mine}");
    let wrapped = literal(&at, "wrapped_key", &format!("key_grants where {by_holder}")).await;
    let by_key = format!("wrapped_key = {wrapped}");
    for column in covered(RowKind::Grant) {
        let which = if column == "staff_id" { &by_key } else { &by_holder };
        let auditor = at.id_in_sql(society.auditor.id);
        let value = match column {
            "id" | "staff_id" | "granted_by" => auditor,
            "society_id" => at.id_in_sql(other.id),
            "part" => "'archive'".to_owned(),
            "wrapped_key" => bytes(&at, "07"),
            "granted_at" => "granted_at + 1".to_owned(),
            "is_to_second" => "not is_to_second".to_owned(),
            other => panic!("nobody has decided what happens when key_grants.{other} is changed"),
        };
        let page = with_changed(&at, ("key_grants", column, which), &value, starts).await;
        println!("key_grants.{column}: {}", page.status);
        assert!(page.status >= 400, "key_grants.{column}: {page:?}");
        if ["id", "wrapped_key", "granted_by", "granted_at", "is_to_second"].contains(&column) {
            is_refused(&at, &page);
        }
    }
    starts().await.expect(200);
    it_is_told(&at, &society, RowKind::Grant).await;
}

/// Somebody who may draft and review takes themselves off the list of who edited a draft.
#[tokio::test]
async fn a_changed_list_of_editors_lets_nobody_approve_their_own() {
    let at = TestApp::start().await;
    let mut society = Society::founded(&at, "northland").await;
    let both = society.takes_on(&at, "both", &[Role::CaseWorker, Role::Reviewer]).await;
    society.case_worker = both.clone();
    let draft = society.sends_to_review(&at, &Enquirer::looking_for_her_brother()).await;
    let page = format!("/en/reviews/{}", draft.id);
    let browser: Browser = both.signs_in(&at).await;
    let reviewer = society.reviewer.signs_in(&at).await;
    reviewer.get(&page).await.expect(200);
    let elsewhere = society.drafts(&at, &Enquirer::looking_for_her_brother()).await;
    let own = format!("publication_id = {}", at.id_in_sql(draft.id));
    let proof = literal(&at, "proof", &format!("publication_editors where {own}")).await;
    let which = format!("proof = {proof}");
    for column in covered(RowKind::Editor) {
        let value = match column {
            "publication_id" => at.id_in_sql(elsewhere.id),
            "staff_id" => at.id_in_sql(society.moderator.id),
            other => panic!("nobody has decided what happens when publication_editors.{other} is changed"),
        };
        // The other draft has the same editor: its row makes room.
        let other = format!("publication_id = {}", at.id_in_sql(elsewhere.id));
        at.tampers(&format!("create table kept_editors as select * from publication_editors where {other}"))
            .await;
        at.tampers(&format!("delete from publication_editors where {other}")).await;
        let ask = async || (browser.get(&page).await, reviewer.get(&page).await);
        let asked = with_changed(&at, ("publication_editors", column, &which), &value, ask).await;
        at.tampers("insert into publication_editors select * from kept_editors; drop table kept_editors")
            .await;
        for asked in [asked.0, asked.1] {
            is_refused(&at, &asked);
        }
        reviewer.get(&page).await.expect(200);
    }
    // A row less shows as well, also when its line was deleted from the chain.
    at.tampers(&format!("delete from publication_editors where publication_id = {}", at.id_in_sql(draft.id)))
        .await;
    is_refused(&at, &browser.get(&page).await);
    let of = format!("verb in ('drafted', 'edited') and subject = {}", at.id_in_sql(draft.id));
    at.tampers(&format!("delete from audit_lines where {of}")).await;
    is_refused(&at, &browser.get(&page).await);
    it_is_told(&at, &society, RowKind::Editor).await;
}
