//! What ended stays ended, and an older certificate counts no more, whatever rows are put back.

use time::Duration;

use super::{CERTIFICATE, certifies, it_is_told, keeps, page_of, puts_back, reloads, renewals, whose};
use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Society};
use kinlight::publications::certifying::judging::Flaw;
use kinlight::publications::ending;
use kinlight::publications::lifecycle::EndReason;

#[tokio::test]
async fn an_ended_photo_put_back_with_its_true_certificate_shows_nothing() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    keeps(&at, "publications").await;
    keeps(&at, "consents").await;
    let by = society.case_worker.may(&at).await;
    ending::withdraw(&at.db.desk, &by, photo.id, EndReason::Reunited, at.now()).await.unwrap();
    at.app.refresh_catalogue().await;
    at.visitor().get(&page_of(&photo)).await.expect(410);
    // What was certified has left the row with the facts in it.
    let left =
        format!("select count(*) from publications where {} and certificate is null", whose(&at, photo.id));
    assert_eq!(at.count(&left).await, 1);

    let facts = [
        "stage",
        "version",
        "relations",
        "sex",
        "age_band",
        "origin",
        "pictures",
        "ended_at",
        "ended_reason",
    ];
    puts_back(&at, "publications", &[facts.as_slice(), &CERTIFICATE].concat()).await;
    puts_back(&at, "consents", &["ended_at", "end_reason"]).await;
    reloads(&at).await;
    at.visitor().get(&page_of(&photo)).await.expect(410);
    assert_eq!(at.app.catalogue.withheld(), 1);
    // Nor after a restart of this host.
    let restarted = at.replica().await;
    restarted.visitor().get(&page_of(&photo)).await.expect(410);
    it_is_told(&at, &society, Flaw::Ended).await;
}

#[tokio::test]
async fn an_older_certificate_put_back_counts_no_more() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let her = Enquirer { consent_for: Duration::days(300), ..Enquirer::who_agreed_to_posters() };
    let photo = society.publishes(&at, &her).await;
    keeps(&at, "publications").await;
    keeps(&at, "consents").await;
    // She agrees for longer, and no longer to posters; a reviewer certifies it.
    renewals::renews(&at, &society, &photo, 500).await;
    let reviewer = society.reviewer.signs_in(&at).await;
    certifies(&at, &reviewer).await;
    assert_eq!(at.app.catalogue.newest_seen(photo.id), 2);
    at.visitor().get(&page_of(&photo)).await.expect(200);

    puts_back(&at, "publications", &CERTIFICATE).await;
    reloads(&at).await;
    at.visitor().get(&page_of(&photo)).await.expect(404);
    it_is_told(&at, &society, Flaw::Older).await;
    let restarted = at.replica().await;
    restarted.visitor().get(&page_of(&photo)).await.expect(404);
    // The way back: a reviewer certifies it again, with the terms that a member recorded.
    let page = reviewer.get("/en/certify").await.expect(200);
    let form = page.says(&at.text("en", "certify-due-uncertified")).form("/certify").tick_all("photo");
    form.submit(&reviewer).await.expect(200);
    at.visitor().get(&page_of(&photo)).await.expect(200);
    assert_eq!(at.app.catalogue.newest_seen(photo.id), 3);
}
