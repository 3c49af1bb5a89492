//! A lost password or phone does not lose a Society: two colleagues, or the recovery key that is kept offline, bring a member
//! back. An operator never can. (`export` tests the recovery key with the standard `age` tool.)

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::desk_pages::{claims, first_in_queue};
use crate::harness::people::{Enquirer, Person, Society};
use crate::harness::strangers;

const ANSWER: &str = "I carried the blue kite";

/// A Society with an answer in its queue, whose moderator has used the link to a new start that two colleagues agreed to.
async fn moderator_begins_anew() -> (TestApp, Society, Person) {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    strangers::answers(&at, photo.number, ANSWER).await;
    let lost = society.moderator.signs_in(&at).await;

    let administrator = society.administrator.signs_in(&at).await;
    let colleague = format!("/en/accounts/{}", society.moderator.id);
    let page = administrator.get(&colleague).await.expect(200);
    let shown = page.form("/recovery").submit(&administrator).await.expect(200);
    let link = shown.text_of(".long-code");
    // Before the second colleague agrees, the link opens nothing.
    let path = crate::harness::desk_pages::path_of(&link).to_owned();
    at.at_the_desk().get(&path).await.expect(403);
    administrator_can_not_agree(&administrator).await;

    let second = society.case_worker.signs_in(&at).await;
    let page = second.get("/en/vouch").await.expect(200);
    page.says(&society.moderator.name).form("/vouch").submit(&second).await.expect(200);
    let anew = Person::joins(&at, &link, &society.moderator.name).await;
    // Neither the old password's session nor the link works any more.
    let old = lost.get("/en/queue").await;
    assert!(old.path.starts_with("/en/sign-in"), "the old session still works: {old:?}");
    at.at_the_desk().get(&path).await.expect(404);
    (at, society, anew)
}

/// The three groups of digits that the newcomer reads out on the phone.
fn twelve_digits(page: &Page) -> String {
    let text = page.text_of("main");
    let words: Vec<&str> = text.split(' ').collect();
    let is_four = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let fours = words.windows(3).find(|fours| fours.iter().all(|word| is_four(word)));
    fours.unwrap_or_else(|| panic!("no twelve digits on {page:?}")).join(" ")
}

async fn administrator_can_not_agree(administrator: &Browser) {
    let page = administrator.get("/en/vouch").await.expect(200);
    if page.html().contains("name=\"staff\"") {
        let refused = page.form("/vouch").submit(administrator).await;
        assert_ne!(refused.status, 200, "the administrator who asked can agree too: {refused:?}");
    }
}

#[tokio::test]
async fn two_colleagues_bring_somebody_back() {
    let (at, society, anew) = moderator_begins_anew().await;
    let browser = anew.signs_in(&at).await;
    let keys = browser.get("/en/keys").await.expect(200);
    let fingerprint = twelve_digits(&keys);

    let administrator = society.administrator.signs_in(&at).await;
    let page = administrator.get(&format!("/en/accounts/{}", anew.id)).await.expect(200);
    let wrong = page
        .form("/keys")
        .set("fingerprint", "1234 5678")
        .set("second_passphrase", &society.administrator.second_passphrase())
        .submit(&administrator)
        .await
        .expect(422);
    wrong
        .form("/keys")
        .set("fingerprint", &fingerprint)
        .set("second_passphrase", &society.administrator.second_passphrase())
        .submit(&administrator)
        .await
        .expect(200);
    let response = first_in_queue(&browser).await.expect("the answer waits");
    claims(&browser, &response).await.says(ANSWER);
}

#[tokio::test]
async fn the_recovery_key_brings_somebody_back() {
    let (at, society, anew) = moderator_begins_anew().await;
    let browser = anew.signs_in(&at).await;
    let keys = browser.get("/en/keys").await.expect(200);
    let wrong = keys
        .form("/keys/recover")
        .set("recovery_key", "AGE-SECRET-KEY-1WRONG")
        .submit(&browser)
        .await
        .expect(422);
    let right = wrong.form("/keys/recover").set("recovery_key", &society.recovery_key);
    right.submit(&browser).await.expect(200);
    let response = first_in_queue(&browser).await.expect("the answer waits");
    claims(&browser, &response).await.says(ANSWER);
}

#[tokio::test]
async fn a_newcomer_is_invited_joins_and_gets_the_keys_over_pages() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    strangers::answers(&at, photo.number, ANSWER).await;
    let administrator = society.administrator.signs_in(&at).await;
    let accounts = administrator.get("/en/accounts").await.expect(200);
    let invited = accounts.form("/en/accounts").set("name", "noor").tick("roles", "moderator");
    let invited = invited.submit(&administrator).await.expect(200);
    let noor = Person::joins(&at, &invited.text_of(".long-code"), "noor").await;
    let browser = noor.signs_in(&at).await;
    let fingerprint = twelve_digits(&browser.get("/en/keys").await.expect(200));
    let page = administrator.get(&format!("/en/accounts/{}", noor.id)).await.expect(200);
    page.form("/keys")
        .set("fingerprint", &fingerprint)
        .set("second_passphrase", &society.administrator.second_passphrase())
        .submit(&administrator)
        .await
        .expect(200);
    let response = first_in_queue(&browser).await.expect("the answer waits");
    claims(&browser, &response).await.says(ANSWER);
}

#[tokio::test]
async fn a_reload_shows_the_recovery_key_again_until_its_end_was_typed_back() {
    let at = TestApp::start().await;
    let (_, administrator) = Society::without_keys(&at, "northland").await;
    let browser = administrator.signs_in(&at).await;
    // Making the keys chooses the second passphrase on the same page.
    let form = browser.get("/en/keys").await.expect(200).form("/keys/make");
    let refused = form.submit(&browser).await.expect(422);
    assert!(refused.fault_at("password").is_some(), "{refused:?}");
    let second = administrator.second_passphrase();
    let form = refused.form("/keys/make").set("password", &administrator.password);
    let form = form.set("second_new", &second).set("second_new_again", &second);
    let made = form.submit(&browser).await.expect(200);
    let key = made.text_of("[data-code]");
    assert!(key.starts_with("AGE-SECRET-KEY-1"), "{made:?}");
    let again = browser.get(&made.path).await.expect(200);
    assert_eq!(again.text_of("[data-code]"), key, "a reload");
    let wrong = again.main_form().set("recovery_end", "QQQQQQ").submit(&browser).await.expect(422);
    assert_eq!(wrong.text_of("[data-code]"), key);
    assert!(wrong.fault_at("recovery_end").is_some());
    let end = key[key.len() - 6..].to_lowercase();
    let home = wrong.main_form().set("recovery_end", &end).submit(&browser).await.expect(200);
    assert_eq!(home.path, "/en/");
    // In another session the address shows nothing, and after half an hour it shows nothing in any session.
    let other = administrator.signs_in(&at).await.get(&made.path).await.expect(200);
    assert!(!other.html().contains(&key), "{other:?}");
}
