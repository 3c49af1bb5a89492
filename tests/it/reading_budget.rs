//! What one session may read: a limited number of people's files an hour, whatever the number of concurrent requests and of
//! replicas; and one audit line for each file that was opened.

use futures_util::future::join_all;
use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::people::{Enquirer, Person, Photo, Society};
use crate::harness::strangers;
use kinlight::audit::{self, Verb};
use kinlight::ids::RecordId;
use kinlight::responses::handling;
use kinlight::staff::roles::{Moderate, Role};

/// The audit lines of files that this member opened, as (verb, record).
async fn opened(at: &TestApp, society: &Society, by: &Person) -> Vec<(Verb, RecordId)> {
    let lines = audit::lines(&at.db.desk, society.id).await.unwrap();
    let reveals = lines.into_iter().filter(|(line, _)| line.verb.is_reveal() && line.actor == Some(by.id));
    reveals.map(|(line, _)| (line.verb, line.subject)).collect()
}

async fn counted(at: &TestApp, society: &Society, verb: Verb) -> usize {
    let lines = audit::lines(&at.db.desk, society.id).await.unwrap();
    lines.iter().filter(|(line, _)| line.verb == verb).count()
}

/// Claims this many new answers for a member, without opening them; returns their pages.
async fn claimed(at: &TestApp, photo: &Photo, by: &Person, count: usize) -> Vec<String> {
    let moderator = by.may::<Moderate>(at).await;
    let mut pages = Vec::new();
    for n in 1..=count {
        let answer = strangers::answers(at, photo.number, &format!("I carried kite number {n}.")).await;
        handling::claim(&at.db.desk, &moderator, answer.id, at.now()).await.expect("claimed");
        pages.push(format!("/en/responses/{}", answer.id));
    }
    pages
}

/// Requests all pages at once, from each browser in turn. Returns how many were opened, and how many ask for a fresh factor.
async fn all_at_once(browsers: &[Browser], pages: &[String]) -> (usize, usize) {
    let asked = pages.iter().enumerate().map(|(n, page)| browsers[n % browsers.len()].get_only(page));
    let answers: Vec<Page> = join_all(asked).await;
    let leads_to_factor = |page: &&Page| page.redirect().is_some_and(|to| to.contains("/fresh-factor"));
    let open = answers.iter().filter(|page| page.status == 200).count();
    let asks = answers.iter().filter(leads_to_factor).count();
    assert_eq!(open + asks, pages.len(), "{answers:?}");
    (open, asks)
}

/// This member's browser on one desk, or on two.
async fn desks(at: &TestApp, by: &Person, replica: Option<&TestApp>) -> Vec<Browser> {
    let here = by.signs_in(at).await;
    at.advance(Duration::seconds(1));
    let there = replica.map(|replica| here.moved_to(&replica.desk));
    [Some(here), there].into_iter().flatten().collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn however_many_ask_at_once_the_budget_opens_so_many_and_no_more() {
    for replicas in [1, 2] {
        let at = TestApp::with(&[("reveals_an_hour", "7")]).await;
        let replica = if replicas == 2 { Some(at.replica().await) } else { None };
        let society = Society::founded(&at, "northland").await;
        let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
        let pages = claimed(&at, &photo, &society.moderator, 8).await;
        let browsers = desks(&at, &society.moderator, replica.as_ref()).await;
        let passed = all_at_once(&browsers, &pages).await;
        println!("budget 7, 8 at once, {replicas} desks: {} opened, {} asked", passed.0, passed.1);
        assert_eq!(passed, (7, 1));
        let lines = opened(&at, &society, &society.moderator).await;
        assert_eq!(lines.len(), 7, "each opening has one line: {lines:?}");
    }
}

/// Every page that shows a person's file counts; lists don't.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_door_to_a_person_draws_on_the_same_budget() {
    for replicas in [1, 2] {
        let at = TestApp::with(&[("reveals_an_hour", "5")]).await;
        let replica = if replicas == 2 { Some(at.replica().await) } else { None };
        let society = Society::founded(&at, "northland").await;
        let all = [Role::CaseWorker, Role::Reviewer, Role::Moderator];
        let everything = society.takes_on(&at, "everything-northland", &all).await;
        let new = Enquirer::who_agreed_to_posters();
        let photo = society.publishes(&at, &new).await;
        let mut pages = claimed(&at, &photo, &everything, 3).await;
        pages.push(format!("/en/publications/{}/print", photo.id));
        for page in ["", "", "/picture", "/preview"] {
            pages.push(format!("/en/drafts/{}{page}", society.drafts(&at, &new).await.id));
        }
        for _ in 0..2 {
            pages.push(format!("/en/reviews/{}", society.sends_to_review(&at, &new).await.id));
        }
        let browsers = desks(&at, &everything, replica.as_ref()).await;
        for list in ["/en/queue", "/en/drafts", "/en/reviews", "/en/publications"] {
            browsers[0].get(list).await.expect(200);
        }
        let passed = all_at_once(&browsers, &pages).await;
        println!(
            "budget 5, 10 of 6 kinds at once, {replicas} desks: {} opened, {} asked",
            passed.0, passed.1
        );
        assert_eq!(passed, (5, 5));
        let lines = opened(&at, &society, &everything).await;
        assert_eq!(lines.len(), 5, "each opening has one line: {lines:?}");
    }
}

/// A page's pictures belong to the page's audit line. Without an address that a page gave in the last ten minutes, a picture gets
/// a line of its own.
#[tokio::test]
async fn a_picture_belongs_to_the_line_of_its_page_or_has_its_own() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let draft = society.drafts(&at, &Enquirer::looking_for_her_brother()).await;
    let worker = &society.case_worker;
    let browser = worker.signs_in(&at).await;
    let page = browser.get(&format!("/en/drafts/{}", draft.id)).await.expect(200);
    let pictures = page.all("main img[src*='/drafts/']", "src");
    assert!(pictures.len() >= 2, "{page:?}");
    for picture in &pictures {
        assert_eq!(browser.get(picture).await.expect(200).header("content-type"), "image/jpeg");
    }
    let lines = async || opened(&at, &society, worker).await;
    assert_eq!(lines().await, [(Verb::RevealedCase, draft.id.into())], "one page, one line");

    // A line of its own: for an address without a ticket, for a colleague who uses the address, and after ten minutes.
    let bare = format!("/en/drafts/{}/picture", draft.id);
    browser.get(&bare).await.expect(200);
    assert_eq!(lines().await.len(), 2, "an address that came from no page");
    let other = society.takes_on(&at, "second-worker-northland", &[Role::CaseWorker]).await;
    other.signs_in(&at).await.get(&pictures[0]).await.expect(200);
    assert_eq!(
        opened(&at, &society, &other).await,
        [(Verb::RevealedCase, draft.id.into())],
        "a colleague's address"
    );
    let mut forged = pictures[0].clone().into_bytes();
    let last = forged.len() - 5;
    forged[last] = if forged[last] == b'A' { b'B' } else { b'A' };
    browser.get(&String::from_utf8(forged).unwrap()).await.expect(200);
    assert_eq!(lines().await.len(), 3, "a forged address");
    let foreign = society.drafts(&at, &Enquirer::looking_for_her_brother()).await;
    let moved = pictures[0].replace(&draft.id.to_string(), &foreign.id.to_string());
    browser.get(&moved).await.expect(200);
    assert_eq!(
        lines().await.last(),
        Some(&(Verb::RevealedCase, foreign.id.into())),
        "another draft's address"
    );
    at.advance(Duration::minutes(5));
    browser.get(&pictures[0]).await.expect(200);
    assert_eq!(lines().await.len(), 4, "still the page's");
    // A picture is no sign of life: the page itself is asked for, lest the session lock.
    browser.get("/en/alive").await;
    at.advance(Duration::minutes(6));
    browser.get(&pictures[0]).await.expect(200);
    assert_eq!(lines().await.len(), 5, "ten minutes are over");
}

/// The small pictures in lists open no file, and give no access to one.
#[tokio::test]
async fn a_lists_small_pictures_are_no_openings() {
    let at = TestApp::with(&[("reveals_an_hour", "1")]).await;
    let society = Society::founded(&at, "northland").await;
    let draft = society.drafts(&at, &Enquirer::looking_for_her_brother()).await;
    let waits = society.sends_to_review(&at, &Enquirer::looking_for_her_brother()).await;
    for (person, list, id) in
        [(&society.case_worker, "/en/drafts", draft.id), (&society.reviewer, "/en/reviews", waits.id)]
    {
        let browser = person.signs_in(&at).await;
        let thumbs = browser.get(list).await.expect(200).all("main img[src*='/preview']", "src");
        assert_eq!(thumbs.len(), 1, "{list}");
        browser.get(&thumbs[0]).await.expect(200);
        assert_eq!(opened(&at, &society, person).await, [], "{list}");
        // What the list gave is valid for the small picture only.
        let larger = thumbs[0].replace("/preview", "/picture");
        browser.get(&larger).await.expect(200);
        assert_eq!(opened(&at, &society, person).await, [(Verb::RevealedCase, id.into())], "{list}");
    }
}

/// A line about something that a member wrote does not count as the line about what they read next.
#[tokio::test]
async fn no_other_line_stands_for_an_opening() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let draft = society.drafts(&at, &Enquirer::looking_for_her_brother()).await;
    let browser = society.case_worker.signs_in(&at).await;
    let page = browser.get(&format!("/en/drafts/{}", draft.id)).await.expect(200);
    assert_eq!(
        opened(&at, &society, &society.case_worker).await,
        [(Verb::RevealedCase, draft.id.into())],
        "who drew it up opens it"
    );
    let saved = page.form("/private").set("story", "They were four.").submit(&browser).await.expect(200);
    saved.says("They were four.");
    browser.get(&format!("/en/drafts/{}", draft.id)).await.expect(200);
    let lines = opened(&at, &society, &society.case_worker).await;
    assert_eq!(lines.len(), 3, "each page that was shown has a line, a save none: {lines:?}");
}

#[tokio::test]
async fn one_member_holds_ten_claims_and_is_led_to_them() {
    for lang in ["en", "ar"] {
        let at = TestApp::start().await;
        let society = Society::founded(&at, "northland").await;
        let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
        let held = claimed(&at, &photo, &society.moderator, 9).await;
        let browser = society.moderator.signs_in(&at).await;
        let mut forms = Vec::new();
        for n in 0..3 {
            let answer = strangers::answers(&at, photo.number, &format!("One more, {n}.")).await;
            let page = browser.get(&format!("/{lang}/responses/{}", answer.id)).await.expect(200);
            forms.push(page.form("/claim"));
        }
        let pages: Vec<Page> = join_all(forms.into_iter().map(|form| form.submit(&browser))).await;
        assert_eq!(pages.iter().filter(|page| page.contains("One more")).count(), 1, "{pages:?}");
        let refused: Vec<&Page> = pages.iter().filter(|page| page.status == 409).collect();
        assert_eq!(refused.len(), 2, "{pages:?}");
        refused[0].says(&at.text(lang, "response-claims-full"));
        let own = refused[0].has_link_to(&format!("/{lang}/queue?stage=mine")).expect("a way to one's own");
        let mine = browser.get(&own).await.expect(200);
        let rows = mine.all("a.row-link", "href");
        let rows: std::collections::BTreeSet<&String> = rows.iter().collect();
        assert_eq!(rows.len(), 10, "{mine:?}");
        // Releasing one claim makes room for one.
        let first = held[0].replace("/en/", &format!("/{lang}/"));
        browser.get(&first).await.expect(200).form("/release").submit(&browser).await.expect(200);
        let again = browser.get(&refused[0].path.replace("/claim", "")).await.expect(200);
        again.form("/claim").submit(&browser).await.expect(200).says("One more");
    }
}

/// Somebody at an unlocked desk guesses the second factor: after five guesses, on all replicas together, the session ends.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn wrong_second_factors_leave_lines_and_end_the_session() {
    let at = TestApp::start().await;
    let replica = at.replica().await;
    let society = Society::founded(&at, "northland").await;
    let browser = society.moderator.signs_in(&at).await;
    let there = browser.moved_to(&replica.desk);
    at.advance(Duration::seconds(1));
    let asked = browser.get("/en/fresh-factor?next=/en/queue").await.expect(200);
    for _ in 0..2 {
        asked.form("/fresh-factor").set("code", "000000").submit(&browser).await.expect(422);
    }
    // A right code resets the count.
    let code = society.moderator.fresh_code(&at);
    let right = asked.form("/fresh-factor").set("code", &code).submit(&browser).await.expect(200);
    assert_eq!(right.path, "/en/queue");
    at.advance(Duration::seconds(1));
    let forms = (0..7).map(|n| {
        let form = asked.form("/fresh-factor").set("code", &format!("00000{n}"));
        let to = if n % 2 == 0 { &browser } else { &there };
        async move { form.submit(to).await }
    });
    let pages: Vec<Page> = join_all(forms).await;
    assert!(pages.iter().any(|page| page.path.starts_with("/en/sign-in")), "{pages:?}");
    assert_eq!(counted(&at, &society, Verb::StepUpFailed).await, 2 + 5);
    let after = browser.get("/en/queue").await;
    assert!(after.path.starts_with("/en/sign-in"), "{after:?}");
    society.moderator.signs_in(&at).await.get("/en/queue").await.expect(200);
}
