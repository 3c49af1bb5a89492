//! A member whose access was ended stays out: no old invitation, no race and no colleague's outdated page brings them back. The
//! claims that they held are free at once.

use sea_orm::{ConnectionTrait, Statement};

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::desk_pages::{claims, first_in_queue, path_of};
use crate::harness::people::{Enquirer, Person, Society, digits_of};
use crate::harness::strangers;

const ANSWER: &str = "I carried the blue kite";

async fn stage(at: &TestApp, name: &str) -> String {
    let asked = format!("select stage from staff where sign_in_name = '{name}'");
    let asked = Statement::from_string(at.db.desk.get_database_backend(), asked);
    at.db.desk.query_one_raw(asked).await.unwrap().expect("a member").try_get_by_index(0).unwrap()
}

async fn page_of(administrator: &Browser, at: &TestApp, name: &str) -> Page {
    let id = kinlight::staff::by_name(&at.db.desk, name).await.unwrap().expect("a member").id;
    administrator.get(&format!("/en/accounts/{id}")).await.expect(200)
}

async fn invites(administrator: &Browser, name: &str, role: &str) -> String {
    let accounts = administrator.get("/en/accounts").await.expect(200);
    let form = accounts.form("/en/accounts").set("name", name).tick("roles", role);
    form.submit(administrator).await.expect(200).text_of(".long-code")
}

async fn ends(administrator: &Browser, at: &TestApp, name: &str) {
    page_of(administrator, at, name).await.form("/end").submit(administrator).await.expect(200);
    assert_eq!(stage(at, name).await, "ended");
}

#[tokio::test]
async fn an_invitation_that_lies_about_brings_nobody_back() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let administrator = society.administrator.signs_in(&at).await;
    let link = invites(&administrator, "noor", "moderator").await;
    // She opens the page while the invitation is valid, and sends it afterwards.
    let early = at.at_the_desk();
    let page = early.get(path_of(&link)).await.expect(200);
    ends(&administrator, &at, "noor").await;
    at.at_the_desk().get(path_of(&link)).await.expect(404);
    let password = Person::password_of("noor");
    let form = page.main_form().set("password", &password).set("password_again", &password);
    form.set("code", "123456").submit(&early).await.expect(404);
    assert_eq!(stage(&at, "noor").await, "ended");
    assert_eq!(at.count("select count(*) from invitations where used_at is null").await, 0);

    // A row that somebody restored opens nothing either.
    let link = invites(&administrator, "samar", "moderator").await;
    at.tampers("update staff set stage = 'ended' where sign_in_name = 'samar'").await;
    at.at_the_desk().get(path_of(&link)).await.expect(404);
}

#[tokio::test]
async fn a_new_start_that_was_agreed_to_is_over_when_access_ends() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let (administrator, name) = (society.administrator.signs_in(&at).await, &society.moderator.name);
    let page = page_of(&administrator, &at, name).await;
    let link = page.form("/recovery").submit(&administrator).await.expect(200).text_of(".long-code");
    let second = society.case_worker.signs_in(&at).await;
    let vouch = second.get("/en/vouch").await.expect(200);
    vouch.form("/vouch").submit(&second).await.expect(200);
    // The new start takes the keys from the old password's holder as soon as it is agreed to.
    assert_eq!(stage(&at, name).await, "awaiting-keys");
    let old_page = page_of(&administrator, &at, name).await;
    ends(&administrator, &at, name).await;
    at.at_the_desk().get(path_of(&link)).await.expect(404);
    // Pages that colleagues still have open.
    for (form, browser) in [
        (old_page.form("/recovery"), &administrator),
        (
            old_page
                .form("/keys")
                .set("fingerprint", "1234 5678")
                .set("second_passphrase", &society.administrator.second_passphrase()),
            &administrator,
        ),
        (vouch.form("/vouch"), &second),
    ] {
        let refused = form.submit(browser).await;
        assert!(refused.status >= 400, "{refused:?}");
        assert_eq!(stage(&at, name).await, "ended");
    }
    assert_eq!(at.count("select count(*) from invitations where used_at is null").await, 0);
}

#[tokio::test]
async fn an_invitation_of_somebody_who_was_ended_is_over_with_them() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let administrator = society.administrator.signs_in(&at).await;
    let link = invites(&administrator, "accomplice", "moderator").await;
    let name = &society.administrator.name;
    let output = at.program().args(["staff", "end", "--name", name]).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    at.at_the_desk().get(path_of(&link)).await.expect(404);
}

#[tokio::test]
async fn what_somebody_had_in_their_hands_is_free_at_once() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    strangers::answers(&at, photo.number, ANSWER).await;
    let moderator = society.moderator.signs_in(&at).await;
    let response = first_in_queue(&moderator).await.expect("the answer waits");
    claims(&moderator, &response).await.says(ANSWER);
    let administrator = society.administrator.signs_in(&at).await;
    ends(&administrator, &at, &society.moderator.name).await;
    let colleague = society.second_moderator.signs_in(&at).await;
    claims(&colleague, &response).await.expect(200).says(ANSWER);
}

#[tokio::test]
async fn who_holds_the_keys_is_not_given_them_again() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let moderator = society.moderator.signs_in(&at).await;
    let keys = moderator.get("/en/keys").await.expect(200);
    let csrf = keys.main_form().value("csrf").expect("a token").to_owned();
    let fields = [("csrf", csrf.as_str()), ("recovery_key", society.recovery_key.as_str())];
    let again = moderator.post_only("/en/keys/recover", &fields).await;
    assert_eq!(again.status, 409, "{again:?}");
    let administrator = society.administrator.signs_in(&at).await;
    let page = page_of(&administrator, &at, &society.moderator.name).await;
    assert!(!page.html().contains("/keys\""), "{page:?}");
}

/// Two colleagues press the same button, or one presses it twice.
#[tokio::test]
async fn of_two_who_seal_or_end_at_once_one_is_told() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let administrator = society.administrator.signs_in(&at).await;
    let link = invites(&administrator, "noor", "moderator").await;
    Person::joins(&at, &link, "noor").await;
    let heard = digits_of(&at, "noor").await;
    let page = page_of(&administrator, &at, "noor").await;
    let seal = || {
        page.form("/keys")
            .set("fingerprint", &heard)
            .set("second_passphrase", &society.administrator.second_passphrase())
            .submit(&administrator)
    };
    let (one, other) = tokio::join!(seal(), seal());
    let mut told = [one.status, other.status];
    told.sort_unstable();
    assert_eq!(told, [200, 409], "{one:?} {other:?}");
    assert_eq!(at.count("select count(*) from key_grants g join staff s on s.id = g.staff_id where s.sign_in_name = 'noor'").await, 1);
    let end = || page.form("/end").submit(&administrator);
    let (one, other, sealed) = tokio::join!(end(), end(), seal());
    assert_eq!(sealed.status, 409, "{sealed:?}");
    assert!(one.status == 409 || other.status == 409, "{one:?} {other:?}");
    assert_eq!(stage(&at, "noor").await, "ended");
    assert_eq!(at.count("select count(*) from key_grants g join staff s on s.id = g.staff_id where s.sign_in_name = 'noor'").await, 0);
}
