//! Members who have a place in their Society's signed key list, and members who have one in the database alone.

use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Society, accepts, digits_of, seals_keys};
use crate::rows_that_authorise::{is_refused, tries_to_sign_in};
use kinlight::sealing::SecretKey;
use kinlight::societies::keys::{self, KeyError, MEMBER_SIGNS, Part};
use kinlight::societies::root;
use kinlight::staff::inviting::{self, NewMember};
use kinlight::staff::roles::{Administer, Role};
use kinlight::staff::{Staff, ending};

#[tokio::test]
async fn a_member_put_back_or_raised_in_the_database_opens_nothing() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    at.tampers("create table away as select * from key_grants").await;
    let by: Staff<Administer> = society.administrator.may(&at).await;
    let leaver = &society.case_worker;
    let second = society.administrator.second_key(&at, &by).await;
    ending::end_grant(&at.db.desk, (&by, Some(&second)), leaver.id, at.now()).await.expect("ended");
    let id = at.id_in_sql(leaver.id);
    at.tampers_past_triggers("staff", &format!("update staff set stage = 'active' where id = {id}")).await;
    at.tampers(&format!("insert into key_grants select * from away where staff_id = {id}")).await;
    is_refused(&at, &tries_to_sign_in(&at, leaver).await);
    // A moderator becomes an administrator in the database, and is given the archive key by nobody else.
    let id = at.id_in_sql(society.moderator.id);
    at.tampers(&format!("update staff set roles = 'moderator,administrator' where id = {id}")).await;
    is_refused(&at, &tries_to_sign_in(&at, &society.moderator).await);
    // Nor does the list let them, on a host whose operator takes the database as it is, and to which the end is cut out of the
    // chain.
    at.tampers("delete from audit_lines where verb = 'grant-ended'").await;
    accepts_the_rows(&at).await;
    let member = leaver.member(&at).await;
    let opened = keys::held_by(&at.db.desk, society.id, Part::Open, member.key_holder()).await;
    assert!(matches!(opened, Err(KeyError::NotHeld(Part::Open))), "the leaver is back");
    let raised = society.moderator.member(&at).await;
    let opened = keys::held_by(&at.db.desk, society.id, Part::Archive, raised.key_holder()).await;
    assert!(matches!(opened, Err(KeyError::NotHeld(Part::Archive))));
    let raised = Staff::<Administer>::permit(raised).expect("the row says so");
    assert!(root::held_by(&at.db.desk, society.id, raised.key_holder()).await.is_err());
    // And a grant that the row lengthens has still ended.
    at.tampers("update staff set grant_ends_on = '2099-01-01'").await;
    at.advance(Duration::days(701));
    is_refused(&at, &tries_to_sign_in(&at, &society.moderator).await);
    accepts_the_rows(&at).await;
    let member = society.moderator.member(&at).await;
    let opened = keys::held_by(&at.db.desk, society.id, Part::Open, member.key_holder()).await;
    assert!(matches!(opened, Err(KeyError::NotHeld(Part::Open))), "the grant has no end");
}

/// The operator answers for the database, and its rows are proved as they are.
async fn accepts_the_rows(at: &TestApp) {
    at.app.secrets.proofs.begin_again().unwrap();
    kinlight::older_rows::prove(&at.db.desk, &at.app.secrets.proofs, at.now()).await.unwrap();
}

#[tokio::test]
async fn a_newcomers_keys_that_are_exchanged_get_nothing_whatever_digits_are_typed() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let by: Staff<Administer> = society.administrator.may(&at).await;
    let ends = at.now().date() + Duration::days(300);
    let new = NewMember { name: "noor", roles: &[Role::Moderator], grant_ends_on: ends };
    let token = inviting::invite(&at.db.desk, &by, new, at.now()).await.expect("invited");
    let noor = accepts(&at, "noor", &token).await;
    let true_digits = digits_of(&at, "noor").await;
    let intruder = SecretKey::generate();
    let (sealed_to, signs) = (intruder.public(), intruder.signing(MEMBER_SIGNS).public().to_string());
    at.tampers("create table away as select id, public_key, signing_key, key_mac from staff").await;
    let (row_refused, key_exchanged) = ((500, "error-row-refused-title"), (500, "error-key-exchanged-title"));
    // What the administrator is told with the digits that the newcomer reads out, and with those of the exchanged keys. A row
    // whose proof is wrong is refused before any digits; the key to sign with is no part of that proof.
    for (change, honest, deceived) in [
        (format!("public_key = '{}'", sealed_to.as_str()), row_refused, row_refused),
        (format!("signing_key = '{signs}'"), (422, "colleague-fingerprint-wrong"), key_exchanged),
        (
            format!("public_key = '{}', signing_key = '{signs}', key_mac = null", sealed_to.as_str()),
            row_refused,
            row_refused,
        ),
    ] {
        println!("{change}");
        at.tampers_past_triggers("staff", &format!("update staff set {change} where sign_in_name = 'noor'"))
            .await;
        let administrator = society.administrator.signs_in(&at).await;
        let page = administrator.get(&format!("/en/accounts/{}", noor.id)).await.expect(200);
        // On the phone, somebody may read the digits of the other keys.
        for (digits, (status, key)) in [(&true_digits, honest), (&digits_of(&at, "noor").await, deceived)] {
            let told = page
                .form("/keys")
                .set("fingerprint", digits)
                .set("second_passphrase", &society.administrator.second_passphrase())
                .submit(&administrator)
                .await;
            told.expect(status).says(&at.text("en", key));
        }
        let grants = "select count(*) from key_grants g join staff s on s.id = g.staff_id where s.sign_in_name = 'noor'";
        assert_eq!(at.count(grants).await, 0, "{change}");
        at.tampers_past_triggers(
            "staff",
            "update staff set public_key = (select a.public_key from away a where a.id = staff.id), \
             signing_key = (select a.signing_key from away a where a.id = staff.id), \
             key_mac = (select a.key_mac from away a where a.id = staff.id)",
        )
        .await;
    }
    for verb in ["key-exchanged", "row-refused"] {
        let told = format!("select count(*) from audit_lines where verb = '{verb}' and detail = 'staff'");
        assert_eq!(at.count(&told).await, 1, "{verb}");
    }
    seals_keys(&at, &by, &noor).await;
    noor.signs_in(&at).await.get("/en/queue").await.expect(200);
}

/// An older program beside the newer schema gives keys to a newcomer, and knows neither list nor MAC.
#[tokio::test]
async fn who_got_their_keys_from_an_older_program_gets_them_once_more() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let noor = society.takes_on(&at, "noor", &[Role::Moderator]).await;
    at.tampers("delete from key_lists where version = (select max(version) from key_lists)").await;
    at.app.secrets.pins.forget(None).unwrap();
    at.tampers_past_triggers(
        "staff",
        "update staff set signing_key = null, key_mac = null, list_seen = null where sign_in_name = 'noor'",
    )
    .await;
    let browser = noor.signs_in(&at).await;
    browser.get("/en/").await.expect(200).says(&at.text("en", "desk-keys-title"));
    let digits = digits_of(&at, "noor").await;
    browser.get("/en/keys").await.expect(200).says(&digits);
    let administrator = society.administrator.signs_in(&at).await;
    let page = administrator.get(&format!("/en/accounts/{}", noor.id)).await.expect(200);
    page.form("/keys")
        .set("fingerprint", &digits)
        .set("second_passphrase", &society.administrator.second_passphrase())
        .submit(&administrator)
        .await
        .expect(200);
    let home = browser.get("/en/").await.expect(200);
    assert!(!home.html().contains("/en/keys\">S"), "{home:?}");
    browser.get("/en/queue").await.expect(200);
    let page = administrator.get(&format!("/en/accounts/{}", noor.id)).await.expect(200);
    assert!(!page.html().contains("name=\"fingerprint\""), "the keys can be sealed twice");
}
