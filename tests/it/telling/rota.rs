//! The rota's page: only administrators change it, with a fresh factor; faults are shown at their fields.

use super::{puts_on_rota, tells, with_mail};
use crate::harness::app::TestApp;
use crate::harness::mail_server::MailServer;
use crate::harness::people::{Enquirer, Society};
use crate::harness::strangers;

#[tokio::test]
async fn what_is_typed_wrong_is_told_and_stays() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let browser = society.administrator.signs_in(&at).await;
    let home = browser.get("/en/").await.expect(200);
    home.says(&at.text("en", "desk-nobody-told"));
    for lang in ["en", "ar"] {
        let here = format!("/{lang}/rota");
        let page = browser.get(&here).await.expect(200);
        page.says(&at.text(lang, "rota-empty"));
        for wrong in ["", "olunda", "a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example"] {
            let told = page.form("/rota/add").set("address", wrong).submit(&browser).await.expect(422);
            let fault = told.fault_at("address").unwrap_or_default();
            assert!(fault.contains(&at.text(lang, "rota-address-wrong")), "{wrong:?}: {fault}");
        }
        let told =
            page.form("/rota/add").set("address", "a@b.example").without("days").submit(&browser).await;
        let told = told.expect(422);
        assert!(
            told.fault_at("days").is_some_and(|fault| fault.contains(&at.text(lang, "rota-days-missing")))
        );
        assert_eq!(told.form("/rota/add").value("address"), Some("a@b.example"));
    }
    let page = browser.get("/en/rota").await.expect(200);
    page.form("/rota/add").set("address", "a@b.example").submit(&browser).await.expect(200);
    let twice = page.form("/rota/add").set("address", "a@b.example").submit(&browser).await.expect(422);
    assert!(twice.fault_at("address").is_some());
    assert_eq!(at.count("select count(*) from rota").await, 1);
    assert!(!browser.get("/en/").await.expect(200).contains(&at.text("en", "desk-nobody-told")));
}

#[tokio::test]
async fn an_address_is_tried_and_taken_away_by_its_own_society_alone() {
    let folder = tempfile::tempdir().unwrap();
    let server = MailServer::start(folder.path()).await;
    let at = with_mail(&server, &[]).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    puts_on_rota(&at, &society, &server, ("team@society.example", true)).await;

    let browser = society.administrator.signs_in(&at).await;
    let page = browser.get("/en/rota").await.expect(200);
    page.form("/test").submit(&browser).await.expect(200).says(&at.text("en", "rota-done-tested"));
    tells(&at).await;
    assert_eq!(server.take().len(), 1);

    // Another Society's administrator can't find the entry.
    let other = Society::founded(&at, "southland").await;
    let stranger = other.administrator.signs_in(&at).await;
    let own = stranger.get("/en/rota").await.expect(200);
    own.says(&at.text("en", "rota-empty"));
    let action = page.all("form[action$='/remove']", "action").remove(0);
    let token = own.form("/rota/add").value("csrf").expect("a token").to_owned();
    let removed = stranger.post_only(&action, &[("csrf", &token)]).await;
    removed.expect(404);
    assert_eq!(at.count("select count(*) from rota").await, 1, "it is not theirs");

    page.form("/remove").submit(&browser).await.expect(200).says(&at.text("en", "rota-done-removed"));
    strangers::warns(&at, photo.number, "They hold the child.").await;
    tells(&at).await;
    assert!(server.take().is_empty(), "nobody is on the rota");
    let lines = "select count(*) from audit_lines where verb = 'rota-changed'";
    assert_eq!(at.count(lines).await, 2);
}
