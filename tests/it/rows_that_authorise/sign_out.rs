//! A member signs out everywhere, and an administrator signs a colleague out.

use super::is_signed_in;
use crate::harness::app::TestApp;
use crate::harness::looks::to_look_at;
use crate::harness::people::Society;

#[tokio::test]
async fn a_member_signs_out_everywhere() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let worker = &society.case_worker;
    let (here, elsewhere) = (worker.signs_in(&at).await, worker.signs_in(&at).await);
    let colleague = society.moderator.signs_in(&at).await;
    for lang in ["ar", "en"] {
        let page = here.get(&format!("/{lang}/password")).await.expect(200);
        to_look_at(&format!("sign-out-everywhere-{lang}"), &page.html());
    }
    let page = here.get("/en/password").await.expect(200);
    let csrf = page.form("/sign-out-everywhere").value("csrf").expect("a token").to_owned();
    let left = here.post_only("/en/sign-out-everywhere", &[("csrf", &csrf)]).await;
    assert_eq!(left.status, 303, "{left:?}");
    assert_eq!(left.header("clear-site-data"), "\"cache\"");
    for browser in [&here, &elsewhere] {
        assert!(!is_signed_in(&browser.get("/en/drafts").await));
    }
    assert!(is_signed_in(&colleague.get("/en/queue").await));
    assert_eq!(at.count("select count(*) from audit_lines where verb = 'signed-out-everywhere'").await, 1);
    assert!(is_signed_in(&worker.signs_in(&at).await.get("/en/drafts").await));
}

#[tokio::test]
async fn an_administrator_signs_a_colleague_out() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let worker = society.case_worker.signs_in(&at).await;
    let administrator = society.administrator.signs_in(&at).await;
    let page = administrator.get(&format!("/en/accounts/{}", society.case_worker.id)).await.expect(200);
    to_look_at("colleague-sign-out", &page.html());
    let page =
        page.form(&format!("{}/sign-out", society.case_worker.id)).submit(&administrator).await.expect(200);
    page.says(&at.text("en", "colleague-signed-out"));
    assert!(!is_signed_in(&worker.get("/en/drafts").await));
    assert!(is_signed_in(&administrator.get("/en/accounts").await));
}
