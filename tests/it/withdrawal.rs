//! Consent decides. When it ends, by its date or by the code on the paper, the photo is gone from the site at once, from the
//! store after one run of the job, and from browsers within an hour.

use sea_orm::{ConnectionTrait, Statement};
use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::Browser;
use crate::harness::people::{Enquirer, Society};

/// Every address of a photo that a stranger could keep.
async fn addresses(visitor: &Browser) -> Vec<String> {
    let gallery = visitor.get("/en/").await.expect(200);
    let photo = gallery.has_link_to("/en/photo/").expect("the photo is in the gallery");
    let page = visitor.get(&photo).await.expect(200);
    let mut all = vec![photo];
    for page in [&gallery, &page] {
        all.extend(page.all("main img", "src"));
        let sets = page.all("main img, main source", "srcset");
        let entries = sets.iter().flat_map(|set| set.split(','));
        all.extend(entries.filter_map(|entry| entry.split_whitespace().next()).map(str::to_owned));
    }
    all.extend(page.all("a[download]", "href"));
    all.retain(|address| !address.starts_with("/static/"));
    all.sort();
    all.dedup();
    assert!(all.len() >= 4, "{all:?}");
    for address in &all {
        let answer = visitor.get(address).await.expect(200);
        assert!(kept_for(answer.header("cache-control")) <= 3600, "{address}: {:?}", answer.headers);
    }
    all
}

fn kept_for(cache_control: &str) -> u32 {
    if cache_control.contains("no-store") {
        return 0;
    }
    let age = cache_control.split(',').find_map(|part| part.trim().strip_prefix("max-age="));
    age.and_then(|age| age.parse().ok()).unwrap_or(u32::MAX)
}

async fn all_is_gone(at: &TestApp, addresses: &[String]) {
    let visitor = at.visitor();
    assert_eq!(visitor.get("/en/").await.expect(200).has_link_to("/en/photo/"), None, "still in the gallery");
    for address in addresses {
        let answer = visitor.get(address).await;
        assert_eq!(answer.status, 410, "{address}");
    }
}

fn public_files(at: &TestApp) -> usize {
    at.blobs().iter().filter(|(name, _)| name.starts_with("public/")).count()
}

#[tokio::test]
async fn on_the_day_after_its_consent_the_photo_is_gone() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let enquirer = Enquirer { consent_for: Duration::days(40), ..Enquirer::looking_for_her_brother() };
    society.publishes(&at, &enquirer).await;
    let known = addresses(&at.visitor()).await;
    at.later(Duration::days(40)).await;
    assert!(
        at.visitor().get("/en/").await.has_link_to("/en/photo/").is_some(),
        "it is gone on its consent's last day"
    );
    // Without a job and without the database: the replica's own clock is enough.
    at.advance(Duration::days(1));
    at.app.refresh_catalogue().await;
    all_is_gone(&at, &known).await;
    assert!(public_files(&at) > 0);
    at.run_jobs().await;
    assert_eq!(public_files(&at), 0, "the store keeps files without consent");
    all_is_gone(&at, &known).await;
}

#[tokio::test]
async fn with_the_code_of_the_paper_the_photo_is_gone_at_once_on_every_replica() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let replica = at.replica().await;
    let known = addresses(&at.visitor()).await;
    assert!(replica.visitor().get("/en/").await.has_link_to("/en/photo/").is_some());

    let enquirer = at.visitor();
    let asked = enquirer.get("/ar/withdraw").await.expect(200);
    let sure =
        asked.main_form().set("code", &photo.withdrawal_code.grouped()).submit(&enquirer).await.expect(200);
    // A person may have several papers, so the page shows which photo this one ends.
    assert!(sure.texts("main bdi[dir=ltr]").contains(&photo.number.grouped()), "{sure:?}");
    assert_eq!(sure.all("main img", "src").len(), 1, "{sure:?}");
    assert!(at.visitor().get("/en/").await.has_link_to("/en/photo/").is_some(), "gone before the button");
    let done = sure.form("/withdraw/now").submit(&enquirer).await.expect(200);
    assert_eq!(done.header("clear-site-data"), "\"cache\"", "the browser may still show it from its cache");
    all_is_gone(&at, &known).await;

    let patience = std::time::Instant::now();
    while replica.visitor().get("/en/").await.has_link_to("/en/photo/").is_some() {
        assert!(patience.elapsed().as_secs() < 5, "another replica shows it after 5 s");
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    all_is_gone(&replica, &known).await;
    at.run_jobs().await;
    assert_eq!(public_files(&at), 0);
}

#[tokio::test]
async fn a_member_of_staff_takes_it_down_as_well() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let known = addresses(&at.visitor()).await;
    let moderator = society.moderator.signs_in(&at).await;
    let page = moderator.get(&format!("/en/publications/{}", photo.id)).await.expect(200);
    let form = page.form("/en/publications/");
    let reason = form.offers("reason").first().map(|r| (*r).to_owned()).expect("reasons");
    form.set("reason", &reason).submit(&moderator).await.expect(200);
    all_is_gone(&at, &known).await;
    at.run_jobs().await;
    assert_eq!(public_files(&at), 0);
}

/// Nobody at the desk knows that the enquirer was faster, so the operator's command must not say that staff did it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_operator_who_is_late_adds_no_line_to_the_audit_log() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let known = addresses(&at.visitor()).await;
    for _ in 0..2 {
        let number = photo.number.compact();
        let done = at.program().args(["publication", "withdraw", &number]).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
    at.later(Duration::ZERO).await;
    all_is_gone(&at, &known).await;
    let auditor = society.auditor.signs_in(&at).await;
    let log = auditor.get("/en/audit").await.expect(200);
    assert_eq!(log.text().matches(&at.text("en", "verb-withdrawn-by-staff")).count(), 1, "{log:?}");
    log.form("/verify").submit(&auditor).await.expect(200).says("Nothing was changed");
}

/// During an update a newer program may give a photo a stage that this one does not know. Such a photo is hidden here, but not
/// there: withdrawing it must still end it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_photo_in_a_stage_of_a_newer_program_can_be_withdrawn() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    at.db.desk.execute_unprepared("update publications set stage = 'of-tomorrow'").await.unwrap();
    let number = photo.number.compact();
    let done = at.program().args(["publication", "withdraw", &number]).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let sql = "select count(*) as n from publications where stage = 'ended'";
    let asked = Statement::from_string(at.db.desk.get_database_backend(), sql);
    let ended: i64 = at.db.desk.query_one_raw(asked).await.unwrap().unwrap().try_get("", "n").unwrap();
    assert_eq!(ended, 1);
}

#[tokio::test]
async fn a_renewed_consent_keeps_the_photo_until_its_own_last_day() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let her = Enquirer { consent_for: Duration::days(20), ..Enquirer::looking_for_her_brother() };
    let photo = society.publishes(&at, &her).await;
    let case_worker = society.case_worker.signs_in(&at).await;
    let listed = case_worker.get("/en/publications?show=renew").await.expect(200);
    let page = listed.has_link_to(&format!("/en/publications/{}", photo.id)).expect("on the renewal list");
    let link = case_worker.get(&page).await.expect(200).has_link_to(&format!("{page}/consent"));
    let form = case_worker.get(&link.expect("the way to a new consent")).await.expect(200).form("/consent");
    let days = [("agreed_on", at.now().date()), ("ends_on", at.now().date() + Duration::days(200))];
    let form = days.into_iter().fold(form, |form, (name, day)| {
        form.set(&format!("{name}_day"), &day.day().to_string())
            .set(&format!("{name}_month"), &u8::from(day.month()).to_string())
            .set(&format!("{name}_year"), &day.year().to_string())
    });
    let form = form.set("language", "fa").set("before_whom", "Mira of the field office");
    // A new consent needs a new paper; the channels stay as they were agreed to.
    let lacks = form.submit(&case_worker).await.expect(422);
    lacks.says(&at.text("en", "drafting-lacks-paper"));
    let again = lacks.form("/consent").file("paper", "paper.pdf", b"%PDF-1.4 the second paper");
    again.submit(&case_worker).await.expect(200).says(&at.text("en", "renewal-done"));
    at.run_jobs().await;
    assert_eq!(at.blobs().iter().filter(|(name, _)| name.starts_with("sealed/consent-papers/")).count(), 1);

    // A reviewer certifies it. After the first consent's end the photo is still there. It ends with the second one.
    let reviewer = society.reviewer.signs_in(&at).await;
    reviewer.get("/en/certify").await.expect(200).form("/certify").submit(&reviewer).await.expect(200);
    let (visitor, address) = (at.visitor(), format!("/en/photo/{}", photo.number.compact()));
    at.later(Duration::days(21)).await;
    at.run_jobs().await;
    visitor.get(&address).await.expect(200);
    at.later(Duration::days(181)).await;
    at.run_jobs().await;
    visitor.get(&address).await.expect(410);
}
