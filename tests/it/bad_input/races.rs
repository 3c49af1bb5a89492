//! Two people act at once: one wins, the other is told, and nobody's work is overwritten.

use futures_util::future::join_all;

use crate::harness::app::TestApp;
use crate::harness::browser::Page;
use crate::harness::people::{Enquirer, Society};
use crate::harness::strangers;

const LANGS: [&str; 2] = ["en", "ar"];

#[tokio::test]
async fn of_two_reviewers_one_publishes() {
    for lang in LANGS {
        let at = TestApp::start().await;
        let society = Society::founded(&at, "northland").await;
        let draft = society.sends_to_review(&at, &Enquirer::looking_for_her_brother()).await;
        let review = format!("/{lang}/reviews/{}", draft.id);
        let mut sent = Vec::new();
        for _ in 0..2 {
            let browser = society.reviewer.signs_in(&at).await;
            let form = browser.get(&review).await.expect(200).form("/approve").tick_all("checked");
            sent.push(async move { form.submit(&browser).await });
        }
        let pages: Vec<Page> = join_all(sent).await;
        let first = pages.iter().filter(|page| page.path.contains("/publications/")).count();
        assert_eq!(first, 1, "{pages:?}");
        let second = pages.iter().find(|page| page.status == 409).expect("the other is told");
        second.says(&at.text(lang, "error-conflict-title"));
        assert_eq!(at.count("select count(*) from publications where stage = 'live'").await, 1);

        // The files that the second approval wrote before it lost are erased.
        at.later(time::Duration::minutes(11)).await;
        at.run_jobs().await;
        let page = at.visitor().get(&format!("/{lang}/")).await.expect(200);
        assert!(page.has_link_to(&format!("/{lang}/photo/")).is_some());
        let files: Vec<String> = at.blobs().into_iter().map(|(name, _)| name).collect();
        let versions: std::collections::BTreeSet<&str> = files
            .iter()
            .filter_map(|name| name.strip_prefix("public/photos/")?.rsplit_once('/').map(|(v, _)| v))
            .collect();
        assert_eq!(versions.len(), 1, "{files:?}");
        let shown = page.all("main img", "src");
        assert_eq!(at.visitor().get(&shown[0]).await.status, 200);
    }
}

#[tokio::test]
async fn of_two_moderators_one_claims() {
    for lang in LANGS {
        let at = TestApp::start().await;
        let society = Society::founded(&at, "northland").await;
        let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
        let answer = strangers::answers(&at, photo.number, "I carried the blue kite").await;
        let response = format!("/{lang}/responses/{}", answer.id);
        let mut sent = Vec::new();
        for person in [&society.moderator, &society.second_moderator] {
            let browser = person.signs_in(&at).await;
            let form = browser.get(&response).await.expect(200).form("/claim");
            sent.push(async move { form.submit(&browser).await });
        }
        let pages: Vec<Page> = join_all(sent).await;
        assert_eq!(pages.iter().filter(|p| p.contains("blue kite")).count(), 1, "{pages:?}");
        let late = pages.iter().find(|page| page.status == 409).expect("the other is told");
        assert!(!late.contains("blue kite"), "{late:?}");
        let title = at.text(lang, "response-taken-title");
        let conflict = at.text(lang, "response-conflict-title");
        assert!(late.contains(&title) || late.contains(&conflict), "{late:?}");
    }
}

#[tokio::test]
async fn of_two_case_workers_the_second_sees_what_changed_and_keeps_what_was_typed() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let draft = society.drafts(&at, &Enquirer::looking_for_her_brother()).await;
    let browser = society.case_worker.signs_in(&at).await;
    let page = browser.get(&format!("/en/drafts/{}", draft.id)).await.expect(200);
    let form = page.form("/private");
    form.clone().set("story", "The first to save.").submit(&browser).await.expect(200);
    let late = form.set("story", "The second to save.").submit(&browser).await.expect(409);
    late.says(&at.text("en", "drafting-conflict-title"));
    assert_eq!(late.form("/private").value("story"), Some("The second to save."));
    let saved = browser.get(&format!("/en/drafts/{}", draft.id)).await.form("/private");
    assert_eq!(saved.value("story"), Some("The first to save."));
}
