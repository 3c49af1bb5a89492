//! The operator's webhook: signed, one notice per Society, retried under the same id, and no redirects followed.

use time::Duration;

use super::tells;
use crate::harness::app::TestApp;
use crate::harness::pager::{HANGS, Pager};
use crate::harness::people::{Enquirer, Society};
use crate::harness::strangers;

async fn with_pager(pager: &Pager) -> TestApp {
    let settings = pager.settings();
    let settings: Vec<(&str, &str)> = settings.iter().map(|(name, value)| (*name, value.as_str())).collect();
    TestApp::with(&settings).await
}

#[tokio::test]
async fn a_webhook_is_told_without_anybody_on_the_rota() {
    let pager = Pager::start().await;
    let at = with_pager(&pager).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    tells(&at).await;
    assert!(pager.take().is_empty(), "nothing waits");

    strangers::warns(&at, photo.number, "They hold the child at the river.").await;
    tells(&at).await;
    let pages = pager.take();
    assert_eq!(pages.len(), 1, "{pages:?}");
    let page = &pages[0];
    assert!(page.is_signed && page.path == "/kinlight", "{page:?}");
    assert_eq!(page.data("level"), "urgent");
    assert_eq!(page.data("society"), "northland");
    assert!(page.data("at_least").is_null(), "no count below five: {page:?}");
    for word in ["Testname", "Jawad", "river", "child"] {
        assert!(!page.body.contains(word), "{word} in {page:?}");
    }
    // The rota shows the webhook to everybody, and nobody can remove it there.
    let browser = society.administrator.signs_in(&at).await;
    let rota = browser.get("/en/rota").await.expect(200);
    rota.says(&at.text("en", "rota-webhook")).says(&at.text("en", "rota-state-works"));
    assert!(!rota.html().contains("/remove"), "{rota:?}");
}

#[tokio::test]
async fn what_a_webhook_does_not_take_is_brought_again_under_the_same_name() {
    let pager = Pager::start().await;
    let at = with_pager(&pager).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    strangers::answers(&at, photo.number, "A word.").await;
    let mut names = Vec::new();
    for (status, taken) in [(500, 1), (302, 1), (404, 1), (HANGS, 0), (200, 1), (200, 0)] {
        pager.answers(status);
        tells(&at).await;
        let pages = pager.take();
        assert_eq!(pages.len(), taken, "{status}: {pages:?}");
        assert!(pages.iter().all(|page| page.path == "/kinlight"), "a redirect was followed: {pages:?}");
        names.extend(pages.into_iter().map(|page| page.id));
        at.later(Duration::minutes(9)).await;
    }
    assert!(names.windows(2).all(|pair| pair[0] == pair[1]), "{names:?}");
    // The next notice has a new id.
    at.later(Duration::hours(1)).await;
    strangers::answers(&at, photo.number, "Another word.").await;
    tells(&at).await;
    let next = pager.take();
    assert_eq!(next.len(), 1);
    assert_ne!(next[0].id, names[0]);
}
