//! Administrators hold every key of their Society, so adding one takes two of them. The operator invites the first two; the first
//! seals the keys for the second.

use crate::harness::app::TestApp;
use crate::harness::browser::Browser;
use crate::harness::desk_pages::path_of;
use crate::harness::people::{Person, Society, operator};
use crate::harness::second_keys::seals_all_keys;
use kinlight::staff::by_name;

/// Invites an administrator on the accounts page; returns the link that was shown.
async fn invites(administrator: &Browser, name: &str) -> String {
    let accounts = administrator.get("/en/accounts").await.expect(200);
    let form = accounts.form("/en/accounts").set("name", name).tick("roles", "administrator");
    form.submit(administrator).await.expect(200).text_of(".long-code")
}

#[tokio::test]
async fn a_further_administrator_needs_the_word_of_a_second_one() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let first = society.administrator.signs_in(&at).await;

    // One administrator alone can't invite another.
    for lang in ["en", "ar"] {
        let accounts = first.get(&format!("/{lang}/accounts")).await.expect(200);
        let form = accounts.form("/accounts").set("name", "second").tick("roles", "administrator");
        let refused = form.submit(&first).await.expect(422);
        refused.says(&at.text(lang, "accounts-administrator-lone"));
    }

    // The operator invites the second one. The first hears the digits and seals the keys.
    let warden = operator(&at).await.signs_in(&at).await;
    let page = warden.get("/en/operator/northland").await.expect(200);
    let invited = page.form("/invite").set("name", "second").submit(&warden).await.expect(200);
    let second = Person::joins(&at, &invited.text_of(".long-code"), "second").await;
    seals_all_keys(&at, &society.administrator, &second).await;
    let page = warden.get("/en/operator/northland").await.expect(200);
    page.says(&at.text("en", "operator-has-administrators"));
    warden.post_only("/en/operator/northland/invite", &[("name", "another")]).await.expect(403);

    // From now on the two decide together.
    let second = second.signs_in(&at).await;
    let link = invites(&first, "third").await;
    at.at_the_desk().get(path_of(&link)).await.expect(403).says(&at.text("en", "join-waits-title"));
    let third = by_name(&at.db.desk, "third").await.unwrap().expect("invited").id;
    let page = first.get(&format!("/en/accounts/{third}")).await.expect(200);
    assert!(!page.html().contains("/agree"), "the one who invited can agree too: {page:?}");
    let agreed = second.get(&format!("/en/accounts/{third}")).await.expect(200).form("/agree");
    agreed.submit(&second).await.expect(200).says(&at.text("en", "colleague-agreed"));
    Person::joins(&at, &link, "third").await;
}

#[tokio::test]
async fn a_lost_invitation_made_anew_is_no_way_round_the_second_word() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let warden = operator(&at).await.signs_in(&at).await;
    let page = warden.get("/en/operator/northland").await.expect(200);
    let invited = page.form("/invite").set("name", "second").submit(&warden).await.expect(200);
    Person::joins(&at, &invited.text_of(".long-code"), "second").await;

    let first = society.administrator.signs_in(&at).await;
    invites(&first, "third").await;
    let third = by_name(&at.db.desk, "third").await.unwrap().expect("invited").id;
    let page = first.get(&format!("/en/accounts/{third}")).await.expect(200);
    let again = page.form("/recovery").submit(&first).await.expect(200).text_of(".long-code");
    // A case worker may agree to a colleague's new start, but not to this one.
    let colleague = society.case_worker.signs_in(&at).await;
    let vouch = colleague.get("/en/vouch").await.expect(200);
    assert!(!vouch.html().contains(&third.to_string()), "{vouch:?}");
    at.at_the_desk().get(path_of(&again)).await.expect(403);
}

#[tokio::test]
async fn when_no_administrator_can_sign_in_the_operator_makes_room_and_the_recovery_key_opens() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let old = society.administrator.signs_in(&at).await;
    let run = |arguments: &[&str]| {
        let output = at.program().args(arguments).output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    assert_eq!(run(&["staff", "end", "--name", "nobody"]).0, Some(1));
    let (code, said) = run(&["staff", "end", "--name", &society.administrator.name]);
    assert_eq!((code, said.trim()), (Some(0), "ended admin-northland"));
    assert!(old.get("/en/accounts").await.path.starts_with("/en/sign-in"), "the old session lives on");

    let (code, link) = run(&["staff", "invite", "--society", "northland", "--name", "new-one"]);
    assert_eq!(code, Some(0));
    let new = Person::joins(&at, link.trim(), "new-one").await;
    let new = new.chooses_second_on_pages(&at).await;
    let keys = new.get("/en/keys").await.expect(200).form("/keys/recover");
    keys.set("recovery_key", &society.recovery_key).submit(&new).await.expect(200);
    new.get("/en/archive").await.expect(200);
}
