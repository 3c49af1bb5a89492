//! The first key list of a Society that has keys from before there were roots: it takes over what the database says that day, as far
//! as something holds that to the truth.

use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::looks::to_look_at;
use crate::harness::people::{Society, accepts, operator, seals_keys};
use crate::signed_keys::{drafts, exchanges_everything, newest, opened_cases, second_administrator, stops};
use kinlight::sealing::SecretKey;
use kinlight::societies::keys::MEMBER_SIGNS;
use kinlight::staff::Staff;
use kinlight::staff::inviting::{self, NewMember};
use kinlight::staff::roles::{Administer, Role};

/// As a database is right after the update: nobody has a root, nor seen a list. `staff` says what else their rows lack.
async fn is_from_before(at: &TestApp, staff: &str) {
    at.tampers("delete from key_lists").await;
    at.tampers("delete from key_grants where part = 'root'").await;
    at.tampers_past_triggers("staff", &format!("update staff set list_seen = null, {staff}")).await;
    std::fs::remove_file(&at.app.config.pin_file).unwrap();
    at.app.secrets.pins.forget(None).unwrap();
}

#[tokio::test]
async fn a_society_from_before_works_on_and_gets_its_root_in_one_press() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let second = second_administrator(&at, &society).await;
    is_from_before(&at, "signing_key = null, key_mac = null").await;

    drafts(&at, &society).await.expect(200);
    let operator = operator(&at).await.signs_in(&at).await;
    operator.get("/en/operator").await.expect(200).says(&at.text("en", "operator-keys-no-root"));
    let browser = society.administrator.signs_in(&at).await;
    let home = browser.get("/en/").await.expect(200);
    home.says(&at.text("en", "desk-root-title"));
    let page = browser.get("/en/keys").await.expect(200);
    to_look_at("keys-root", &page.html());
    let asked = page.form("/keys/root").submit(&browser).await.expect(422);
    let form = asked.says(&at.text("en", "second-missing")).form("/keys/root");
    let form = form.set("second_passphrase", &society.administrator.second_passphrase());
    let made = form.submit(&browser).await.expect(200);
    to_look_at("keys-root-made", &made.html());
    assert!(made.text_of("[data-root]").starts_with("KINLIGHT-ROOT-1"));
    assert!(made.text_of("[data-pin]").starts_with("kinlight-pin 1 "));
    let end = made.text_of("[data-root]");
    made.main_form().set("recovery_end", &end[end.len() - 6..]).submit(&browser).await.expect(200);
    assert!(!browser.get("/en/").await.expect(200).html().contains("/keys/root"));
    operator.get("/en/operator").await.expect(200).says(&at.text("en", "operator-keys-made"));
    drafts(&at, &society).await.expect(200);
    // The other administrator gets the root in one call, since nobody has compared their second key before.
    let browser = second.signs_in(&at).await;
    for lang in ["en", "ar"] {
        let home = browser.get(&format!("/{lang}/")).await.expect(200);
        home.says(&at.text(lang, "desk-root-key-title"));
        to_look_at(&format!("root-key-{lang}"), &home.html());
    }
    let digits = browser.get("/en/keys").await.expect(200).text_of(".code-box .code");
    let first = society.administrator.signs_in(&at).await;
    let page = first.get(&format!("/en/accounts/{}", second.id)).await.expect(200);
    let form = page.form("/keys").set("fingerprint", &digits);
    let form = form.set("second_passphrase", &society.administrator.second_passphrase());
    form.submit(&first).await.expect(200).says(&at.text("en", "colleague-sealed"));
    assert!(!browser.get("/en/").await.expect(200).contains(&at.text("en", "desk-root-key-title")));
    // They bring the key that they sign with, and take in a newcomer.
    let ends = at.now().date() + Duration::days(300);
    let noor = NewMember { name: "noor", roles: &[Role::Moderator], grant_ends_on: ends };
    let by: Staff<Administer> = second.may(&at).await;
    let token = inviting::invite(&at.db.desk, &by, noor, at.now()).await.expect("invited");
    seals_keys(&at, &by, &accepts(&at, "noor", &token).await).await;
    let keys = exchanges_everything(&at, &society).await;
    stops(&at, &society, "open").await;
    assert_eq!(opened_cases(&at, &keys).await, 0);
}

/// No proof of a row covers the key that a member signs with, so somebody with write access may exchange it before the list begins.
#[tokio::test]
async fn the_first_list_takes_no_key_to_sign_with_from_somebody_else() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let second = second_administrator(&at, &society).await;
    let colleagues = [&second, &society.moderator];
    is_from_before(&at, "sign_in_name = sign_in_name").await;
    let browser = society.administrator.signs_in(&at).await;
    let page = browser.get("/en/keys").await.expect(200);
    let presses = || {
        page.form("/keys/root")
            .set("second_passphrase", &society.administrator.second_passphrase())
            .submit(&browser)
    };
    at.tampers("create table away as select id, signing_key, key_mac from staff").await;
    let puts_back = "update staff set signing_key = (select a.signing_key from away a where a.id = staff.id), \
         key_mac = (select a.key_mac from away a where a.id = staff.id)";
    let intruder = SecretKey::generate().signing(MEMBER_SIGNS).public();
    for colleague in colleagues {
        let id = at.id_in_sql(colleague.id);
        let exchange = format!("update staff set signing_key = '{intruder}' where id = {id}");
        at.tampers_past_triggers("staff", &exchange).await;
        presses().await.expect(500).says(&at.text("en", "error-key-exchanged-title"));
        assert_eq!(at.count("select count(*) from key_lists").await, 0, "it begins with the intruder's key");
        assert!(!at.app.config.pin_file.exists(), "a root is pinned that nobody has");
        at.tampers_past_triggers("staff", puts_back).await;
    }
    let told = "select count(*) from audit_lines where verb = 'key-exchanged' and detail = 'staff'";
    assert_eq!(at.count(told).await, 2);
    // Without the MAC there is nothing to compare: the colleague's own first signature brings their key.
    let id = at.id_in_sql(second.id);
    let exchange = format!("update staff set signing_key = '{intruder}', key_mac = null where id = {id}");
    at.tampers_past_triggers("staff", &exchange).await;
    presses().await.expect(200);
    let list = newest(&at, &society).await;
    assert_eq!(list.members[&second.id].signs_with, None, "it has the intruder's key");
    assert!(list.members[&society.moderator.id].signs_with.is_some(), "a key with a right MAC is left out");
}
