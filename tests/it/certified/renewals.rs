//! A consent counts longer when a reviewer has certified it, and shorter at once.

use time::Duration;

use super::{certifies, it_is_told, no_alarm, page_of, reloads, whose};
use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Photo, Society};
use kinlight::ids::Seen;
use kinlight::publications::certifying::judging::Flaw;
use kinlight::publications::consent::{Bounds, Channel, Consent, Details, Terms};
use kinlight::publications::{consenting, queries};
use kinlight::staff::roles::{self, Role};
use kinlight::staff::{Member, Staff};

/// A case worker records a new consent for the web alone, from today.
pub async fn renews(at: &TestApp, society: &Society, photo: &Photo, days: i64) {
    let by = society.case_worker.member(at).await;
    renews_as(at, society, by, photo, days).await;
}

async fn renews_as(at: &TestApp, society: &Society, by: Member, photo: &Photo, days: i64) {
    let by = Staff::<roles::Draft>::permit(by).expect("may draft");
    let version = queries::one(&at.db.desk, society.id, photo.id).await.unwrap().version;
    let (seen, today) = (Seen { id: photo.id, version }, at.now().date());
    let bounds = Bounds { today, longest_months: 24 };
    let terms = Terms::new(vec![Channel::Web], today, today + Duration::days(days), bounds).unwrap();
    let details = Details { language: "fa".into(), before_whom: "Mira".into(), ..Details::default() };
    let paper = Some(b"%PDF-1.4 the second paper".to_vec());
    consenting::renew(at.stores(), &by, seen, &Consent { terms, details }, paper, at.now()).await.unwrap();
    at.app.refresh_catalogue().await;
}

#[tokio::test]
async fn a_longer_consent_counts_when_a_reviewer_has_certified_it() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let her = Enquirer { consent_for: Duration::days(20), ..Enquirer::looking_for_her_brother() };
    let [one, two] = [society.publishes(&at, &her).await, society.publishes(&at, &her).await];
    renews(&at, &society, &one, 200).await;
    renews(&at, &society, &two, 200).await;
    no_alarm(&at, &society).await;
    let reviewer = society.reviewer.signs_in(&at).await;
    let page = reviewer.get("/en/certify").await.expect(200);
    page.says(&at.text("en", "certify-due-renewed"));
    // One of them is left for later.
    let ticked = page.all("input[name=photo][checked]", "value");
    let first = ticked.iter().find(|value| value.starts_with(&one.id.to_string())).expect("it is ticked");
    assert_eq!(ticked.len(), 2);
    page.form("/certify").without("photo").tick("photo", first).submit(&reviewer).await.expect(200);
    no_alarm(&at, &society).await;

    at.later(Duration::days(21)).await;
    at.visitor().get(&page_of(&one)).await.expect(200);
    // Its row says that it may stay; nobody has certified that.
    assert_ne!(at.visitor().get(&page_of(&two)).await.status, 200);
    // It is not too late.
    let reviewer = society.reviewer.signs_in(&at).await;
    certifies(&at, &reviewer).await;
    at.visitor().get(&page_of(&two)).await.expect(200);
    reviewer.get("/en/certify").await.expect(200).says(&at.text("en", "certify-nothing"));
}

#[tokio::test]
async fn a_shorter_consent_counts_at_once_and_one_that_somebody_wrote_never() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let ends_on = |days: i64| format!("'{}'", at.now().date() + Duration::days(days));
    let row = format!("publication_id = {}", at.id_in_sql(photo.id));
    at.tampers(&format!("update consents set ends_on = {} where {row}", ends_on(600))).await;
    reloads(&at).await;
    it_is_told(&at, &society, Flaw::Wider).await;
    // No reviewer is asked to certify it.
    let reviewer = society.reviewer.signs_in(&at).await;
    reviewer.get("/en/certify").await.expect(200).says(&at.text("en", "certify-nothing"));
    at.tampers(&format!("update consents set ends_on = {} where {row}", ends_on(2))).await;
    reloads(&at).await;
    at.visitor().get(&page_of(&photo)).await.expect(200);
    at.later(Duration::days(3)).await;
    at.visitor().get(&page_of(&photo)).await.expect(410);
}

/// Somebody writes other terms into a draft's consent, after the case worker and before the reviewer.
#[tokio::test]
async fn a_draft_with_a_consent_that_nobody_recorded_is_not_approved() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let draft = society.sends_to_review(&at, &Enquirer::looking_for_her_brother()).await;
    let row = format!("publication_id = {}", at.id_in_sql(draft.id));
    let reviewer = society.reviewer.signs_in(&at).await;
    for change in ["channels = 'web,poster'", "ends_on = '2028-01-01'", "proof = null", "recorded_by = null"]
    {
        at.tampers("create table was as select * from consents").await;
        at.tampers(&format!("update consents set {change} where {row}")).await;
        let page = reviewer.get(&format!("/en/reviews/{}", draft.id)).await.expect(200);
        let refused = page.form("/approve").tick_all("checked").submit(&reviewer).await.expect(500);
        refused.says(&at.text("en", "error-row-refused-title"));
        at.tampers(&format!("delete from consents where {row}")).await;
        at.tampers("insert into consents select * from was").await;
        at.tampers("drop table was").await;
    }
    assert_eq!(at.count("select count(*) from publications where stage = 'live'").await, 0);
    let told = "select count(*) from audit_lines where verb = 'row-refused' and detail = 'consent'";
    assert_eq!(at.count(told).await, 1);
    let auditor = society.auditor.signs_in(&at).await;
    for lang in ["en", "ar"] {
        let page = auditor.get(&format!("/{lang}/audit")).await.expect(200);
        page.says(&at.text(lang, "audit-refused-consent"));
    }
    let page = reviewer.get(&format!("/en/reviews/{}", draft.id)).await.expect(200);
    page.form("/approve").tick_all("checked").submit(&reviewer).await.expect(200);
    assert_eq!(at.count("select count(*) from publications where certificate is not null").await, 1);
}

/// Four eyes: who recorded the new consent does not certify it, whatever their roles.
#[tokio::test]
async fn nobody_certifies_their_own_renewal() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let her = Enquirer { consent_for: Duration::days(20), ..Enquirer::looking_for_her_brother() };
    let photo = society.publishes(&at, &her).await;
    let both = society.takes_on(&at, "both", &[Role::CaseWorker, Role::Reviewer]).await;
    renews_as(&at, &society, both.member(&at).await, &photo, 200).await;
    let own = both.signs_in(&at).await;
    let page = own.get("/en/certify").await.expect(200);
    page.says(&at.text("en", "certify-nothing"));
    assert!(!page.html().contains("name=\"photo\""));
    let reviewer = society.reviewer.signs_in(&at).await;
    certifies(&at, &reviewer).await;
    let generation = format!(
        "select count(*) from publications where {} and certificate like '%generation 2%'",
        whose(&at, photo.id)
    );
    assert_eq!(at.count(&generation).await, 1);
}
