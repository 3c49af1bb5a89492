//! Rows of an hour ago, put back one table at a time: nobody comes back, and nothing longer is shown.

use kinlight::proofs::RowKind;
use kinlight::societies::keys::{self, KeyError, Part};
use kinlight::staff::roles::Role;
use time::Duration;

use super::{invites, is_refused, is_signed_in, it_is_told, keeps, puts_back, tries_to_sign_in};
use crate::harness::app::TestApp;
use crate::harness::browser::Browser;
use crate::harness::people::{Enquirer, Person, Society};

async fn ends(at: &TestApp, administrator: &Browser, person: &Person) {
    let page = administrator.get(&format!("/en/accounts/{}", person.id)).await.expect(200);
    page.form("/end").submit(administrator).await.expect(200);
    assert_eq!(at.count("select count(*) from staff where stage = 'ended'").await, 1);
}

/// Everything of the member is put back, and the line about the end is taken out of the chain as well.
#[tokio::test]
async fn a_member_whose_access_ended_stays_out_whatever_is_put_back() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let moderator = &society.moderator;
    let browser = moderator.signs_in(&at).await;
    for table in ["staff", "sessions", "key_grants", "invitations"] {
        keeps(&at, table).await;
    }
    at.advance(Duration::minutes(5));
    let administrator = society.administrator.signs_in(&at).await;
    ends(&at, &administrator, moderator).await;
    puts_back(&at, "staff", "id").await;
    puts_back(&at, "sessions", "id_hash").await;
    puts_back(&at, "key_grants", "id").await;
    puts_back(&at, "invitations", "token_hash").await;
    assert_eq!(at.count("select count(*) from staff where stage = 'ended'").await, 0);
    is_refused(&at, &browser.get("/en/queue").await);
    is_refused(&at, &tries_to_sign_in(&at, moderator).await);
    it_is_told(&at, &society, RowKind::Staff).await;

    // Without the line, at this desk and after its restart.
    at.tampers("delete from audit_lines where verb = 'grant-ended'").await;
    is_refused(&at, &browser.get("/en/queue").await);
    at.app.secrets.proofs.save().unwrap();
    let later = at.replica().await;
    is_refused(&at, &browser.moved_to(&later.desk).get("/en/queue").await);
    is_refused(&at, &tries_to_sign_in(&later, moderator).await);
    // A colleague's page does not revive the row, and the next one who is ended can be ended.
    let page = administrator.get(&format!("/en/accounts/{}", moderator.id)).await.expect(200);
    is_refused(&at, &page.form("/recovery").submit(&administrator).await);
    page.form("/end").submit(&administrator).await.expect(200);
    at.visitor().get("/en/").await.expect(200);
}

#[tokio::test]
async fn an_account_of_an_hour_ago_has_its_old_password_for_nothing() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let moderator = &society.moderator;
    keeps(&at, "staff").await;
    let browser = moderator.signs_in(&at).await;
    let page = browser.get("/en/password").await.expect(200);
    let new = "seven paper boats on a slow canal";
    let form = page.form("/password").set("old_password", &moderator.password);
    form.set("password", new).set("password_again", new).submit(&browser).await.expect(200);
    assert!(is_signed_in(&browser.get("/en/").await), "the own session is over");
    at.advance(Duration::hours(1));
    puts_back(&at, "staff", "id").await;
    is_refused(&at, &tries_to_sign_in(&at, moderator).await);
    it_is_told(&at, &society, RowKind::Staff).await;
}

#[tokio::test]
async fn a_session_that_ended_does_not_begin_again() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let worker = &society.case_worker;
    let (left, stays) = (worker.signs_in(&at).await, worker.signs_in(&at).await);
    keeps(&at, "sessions").await;
    let page = left.get("/en/drafts").await.expect(200);
    let cookies = left.cookies();
    page.form("/sign-out").submit(&left).await.expect(200);
    // The thief has the cookie of the session that was left, and puts its row back.
    let thief = at.at_the_desk();
    for cookie in cookies.split("; ") {
        let (name, value) = cookie.split_once('=').expect("a cookie");
        thief.take_cookie(name, value);
    }
    assert!(!is_signed_in(&thief.get("/en/drafts").await));
    puts_back(&at, "sessions", "id_hash").await;
    is_refused(&at, &thief.get("/en/drafts").await);
    assert!(is_signed_in(&stays.get("/en/drafts").await), "another session ended too");
    it_is_told(&at, &society, RowKind::Session).await;
}

#[tokio::test]
async fn an_invitation_works_once() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let administrator = society.administrator.signs_in(&at).await;
    let link = invites(&administrator, "noor", "auditor").await;
    keeps(&at, "invitations").await;
    keeps(&at, "staff").await;
    Person::joins(&at, &link, "noor").await;
    at.at_the_desk().get(&link).await.expect(404);
    puts_back(&at, "invitations", "token_hash").await;
    puts_back(&at, "staff", "id").await;
    is_refused(&at, &at.at_the_desk().get(&link).await);

    // One that its maker's end took away.
    let link = invites(&administrator, "samar", "auditor").await;
    at.tampers("drop table kept_invitations").await;
    keeps(&at, "invitations").await;
    let name = &society.administrator.name;
    let output = at.program().args(["staff", "end", "--name", name]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    at.at_the_desk().get(&link).await.expect(404);
    puts_back(&at, "invitations", "token_hash").await;
    is_refused(&at, &at.at_the_desk().get(&link).await);
    it_is_told(&at, &society, RowKind::Invitation).await;
}

/// A new start takes the keys from the old password's holder: put back, they open nothing.
#[tokio::test]
async fn keys_that_were_taken_away_are_not_held_again() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let worker = &society.case_worker;
    keeps(&at, "key_grants").await;
    let administrator = society.administrator.signs_in(&at).await;
    let page = administrator.get(&format!("/en/accounts/{}", worker.id)).await.expect(200);
    let link = page.form("/recovery").submit(&administrator).await.expect(200).text_of(".long-code");
    let second = society.moderator.signs_in(&at).await;
    second.get("/en/vouch").await.expect(200).form("/vouch").submit(&second).await.expect(200);
    let anew = Person::joins(&at, &link, &worker.name).await;
    let browser = anew.signs_in(&at).await;
    at.tampers(&format!(
        "update key_grants set staff_id = staff_id where staff_id = {}",
        at.id_in_sql(worker.id)
    ))
    .await;
    puts_back(&at, "key_grants", "id").await;
    let form = browser.get("/en/drafts/new").await.expect(200).main_form();
    is_refused(&at, &form.set("enquirer_name", "Parwana Testname").submit(&browser).await);
    it_is_told(&at, &society, RowKind::Grant).await;
}

/// A passphrase that somebody learnt opens no archive after it was replaced, nor does the key that was sealed to it.
#[tokio::test]
async fn a_second_key_that_was_given_up_is_none_when_it_is_put_back() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let administrator = &society.administrator;
    let own = format!("staff_id = {} and part = 'archive'", at.id_in_sql(administrator.id));
    keeps(&at, "staff").await;
    keeps(&at, "key_grants").await;
    administrator.loses_second(&at).await;
    assert_eq!(at.count(&format!("select count(*) from key_grants where {own}")).await, 0);
    puts_back(&at, "key_grants", "id").await;
    assert_eq!(at.count(&format!("select count(*) from key_grants where {own}")).await, 1);
    let member = administrator.member(&at).await;
    let held = keys::held_by(&at.db.desk, society.id, Part::Archive, member.key_holder()).await;
    assert!(matches!(held, Err(KeyError::Refused(_))), "an old grant counts: {:?}", held.err());
    // The daily work goes on.
    keys::held_by(&at.db.desk, society.id, Part::Open, member.key_holder()).await.expect("the open key");
    puts_back(&at, "staff", "id").await;
    is_refused(&at, &tries_to_sign_in(&at, administrator).await);
    it_is_told(&at, &society, RowKind::Staff).await;
}

/// The list of editors as it was before the last one edited.
#[tokio::test]
async fn the_editors_of_an_hour_ago_let_nobody_approve() {
    let at = TestApp::start().await;
    let mut society = Society::founded(&at, "northland").await;
    let both = society.takes_on(&at, "both", &[Role::CaseWorker, Role::Reviewer]).await;
    let draft = society.drafts(&at, &Enquirer::looking_for_her_brother()).await;
    keeps(&at, "publication_editors").await;
    society.case_worker = both.clone();
    let by = both.may::<kinlight::staff::roles::Draft>(&at).await;
    let seen = kinlight::ids::Seen { id: draft.id, version: draft.version };
    let private = Enquirer::looking_for_her_brother().private;
    kinlight::publications::drafting::save(&at.db.desk, &by, seen, None, &private, at.now()).await.unwrap();
    let seen = kinlight::ids::Seen { version: draft.version + 1, ..seen };
    kinlight::publications::drafting::send_to_review(&at.db.desk, &by, seen, at.now()).await.unwrap();
    at.tampers("delete from publication_editors").await;
    at.tampers("insert into publication_editors select * from kept_publication_editors").await;
    let browser = both.signs_in(&at).await;
    is_refused(&at, &browser.get(&format!("/en/reviews/{}", draft.id)).await);
    it_is_told(&at, &society, RowKind::Editor).await;
}
