//! How many people's files a whole Society opens in an hour: several stolen accounts together read no more than the ceiling, and
//! above it one person alone opens nothing. A message about a danger opens always.

use futures_util::future::join_all;
use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::looks::to_look_at;
use crate::harness::people::{Enquirer, Person, Photo, Society};
use crate::harness::strangers;
use kinlight::audit::{self, Verb, entry_with};
use kinlight::db;
use kinlight::responses::handling;
use kinlight::staff::roles::{Moderate, Role};

async fn counted(at: &TestApp, society: &Society, verb: Verb) -> usize {
    let lines = audit::lines(&at.db.desk, society.id).await.unwrap();
    lines.iter().filter(|(line, _)| line.verb == verb).count()
}

/// Claims new answers for a member, without opening them; returns their pages.
async fn claimed(at: &TestApp, photo: &Photo, by: &Person, messages: &[String]) -> Vec<String> {
    let moderator = by.may::<Moderate>(at).await;
    let mut pages = Vec::new();
    for message in messages {
        let answer = strangers::answers(at, photo.number, message).await;
        handling::claim(&at.db.desk, &moderator, answer.id, at.now()).await.expect("claimed");
        pages.push(format!("/en/responses/{}", answer.id));
    }
    pages
}

fn messages(count: usize) -> Vec<String> {
    (1..=count).map(|n| format!("I carried kite number {n}.")).collect()
}

fn is_kept_back(page: &Page) -> bool {
    page.redirect().is_some_and(|to| to.contains("/go-on"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixty_two_requests_at_once_do_not_pass_the_ceiling() {
    for replicas in [1, 2] {
        let at = TestApp::with(&[("reveals_an_hour", "20"), ("reveals_an_hour_each", "5")]).await;
        let replica = if replicas == 2 { Some(at.replica().await) } else { None };
        let society = Society::founded(&at, "northland").await;
        let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
        let mut moderators = vec![society.moderator.clone(), society.second_moderator.clone()];
        for n in 1..=6 {
            let name = format!("moderator-{n}-northland");
            moderators.push(society.takes_on(&at, &name, &[Role::Moderator]).await);
        }
        let mut pages = Vec::new();
        for moderator in &moderators {
            pages.push(claimed(&at, &photo, moderator, &messages(8)).await);
        }
        let mut asked: Vec<(Browser, String)> = Vec::new();
        for (moderator, pages) in moderators.iter().zip(pages) {
            let here = moderator.browser(&at).await;
            for (n, page) in pages.into_iter().enumerate() {
                let there = replica.as_ref().filter(|_| n % 2 == 1).unwrap_or(&at);
                asked.push((here.moved_to(&there.desk), page));
            }
        }
        asked.truncate(62);
        // Eleven members hold keys: the auditor holds none.
        let ceiling = 55;
        let answers = join_all(asked.iter().map(|(browser, page)| browser.get_only(page))).await;
        let open = answers.iter().filter(|page| page.status == 200).count();
        let kept_back = answers.iter().filter(|page| is_kept_back(page)).count();
        println!("ceiling {ceiling}, 62 at once, {replicas} desks: {open} opened, {kept_back} kept back");
        assert_eq!((open, kept_back), (ceiling, 62 - ceiling), "{answers:?}");
        assert_eq!(counted(&at, &society, Verb::RevealedResponse).await, ceiling);
    }
}

/// A Society whose ceiling is four files. The first moderator has opened all of them, and the second asks for one more.
struct Full {
    at: TestApp,
    society: Society,
    first: Browser,
    second: Browser,
    /// Claimed by the first moderator, and opened.
    opened: Vec<String>,
    /// Claimed by the second one.
    fifth: String,
    warning: String,
}

async fn full() -> Full {
    let at = TestApp::with(&[("reveals_an_hour", "2"), ("reveals_an_hour_each", "0")]).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let opened = claimed(&at, &photo, &society.moderator, &messages(4)).await;
    let fifth = claimed(&at, &photo, &society.second_moderator, &messages(1)).await.remove(0);
    let warning = strangers::warns(&at, photo.number, "She is in danger at the bridge.").await;
    let second = society.second_moderator.may::<Moderate>(&at).await;
    handling::claim(&at.db.desk, &second, warning.id, at.now()).await.expect("claimed");
    let warning = format!("/en/responses/{}", warning.id);
    let first = society.moderator.browser(&at).await;
    for page in &opened[..2] {
        first.get(page).await.expect(200);
    }
    // A fresh factor fills a member's own budget again, and not the Society's ceiling.
    let asked = first.get("/en/fresh-factor?next=/en/queue").await.expect(200);
    society.moderator.gives_a_code(&asked, &at, &first).await.expect(200);
    for page in &opened[2..] {
        first.get(page).await.expect(200);
    }
    let second = society.second_moderator.browser(&at).await;
    Full { at, society, first, second, opened, fifth, warning }
}

#[tokio::test]
async fn above_the_ceiling_a_colleague_must_agree_and_then_it_is_for_an_hour() {
    for lang in ["en", "ar"] {
        let Full { at, society, first, second, opened, fifth, .. } = full().await;
        let fifth = fifth.replace("/en/", &format!("/{lang}/"));
        let kept_back = second.get(&fifth).await.expect(200);
        assert_eq!(
            kept_back.path.split('?').next(),
            Some(format!("/{lang}/go-on").as_str()),
            "{kept_back:?}"
        );
        kept_back.says(&at.text(lang, "go-on-lead")).says(&at.text(lang, "go-on-danger"));
        // It says whom to ask: members with keys, without oneself and without the auditor.
        let names = kept_back.texts("main ul li");
        assert!(
            names.contains(&society.moderator.name) && names.contains(&society.administrator.name),
            "{names:?}"
        );
        assert!(!names.contains(&society.second_moderator.name) && !names.contains(&society.auditor.name));
        to_look_at(&format!("going-on-{lang}"), &kept_back.html());
        // Trying again helps nobody, and adds no further line.
        let again = kept_back.form("/go-on/back").submit(&second).await.expect(200);
        assert!(again.path.contains("/go-on"), "{again:?}");
        assert_eq!(counted(&at, &society, Verb::ReadingCeilingReached).await, 1);
        // What was opened within the hour opens again.
        first.get(&opened[3]).await.expect(200);

        // The colleague finds it on the first page, and needs a code of the last five minutes.
        at.advance(Duration::minutes(6));
        let home = first.get(&format!("/{lang}/")).await.expect(200);
        home.says(&at.text(lang, "desk-asked-to-go-on"));
        let page = first.get(&format!("/{lang}/go-on")).await.expect(200);
        page.says(&society.second_moderator.name);
        to_look_at(&format!("going-on-asked-{lang}"), &page.html());
        let asked = page.form("/go-on").submit(&first).await.expect(200);
        asked.says(&at.text(lang, "fresh-factor-title"));
        assert_eq!(counted(&at, &society, Verb::GoingOnAgreed).await, 0);
        let page = society.moderator.gives_a_code(&asked, &at, &first).await.expect(200);
        let agreed = page.form("/go-on").submit(&first).await.expect(200);
        agreed.says(&at.text(lang, "go-on-agreed"));
        assert_eq!(counted(&at, &society, Verb::GoingOnAgreed).await, 1);

        let open = again.form("/go-on/back").submit(&second).await.expect(200);
        assert_eq!(open.path, fifth, "{open:?}");
        open.says("kite number 1");
        // The one who agreed is let go on by nobody.
        assert!(!first.get(&format!("/{lang}/go-on")).await.contains(&at.text(lang, "go-on-until")));

        let auditor = society.auditor.signs_in(&at).await;
        let log = auditor.get(&format!("/{lang}/audit")).await.expect(200);
        log.says(&at.text(lang, "audit-ceiling-title")).says(&at.text(lang, "verb-going-on-agreed"));
        to_look_at(&format!("going-on-audit-{lang}"), &log.html());
    }
}

#[tokio::test]
async fn nobody_lets_themselves_go_on_and_a_forged_line_lets_nobody() {
    let Full { at, society, second, fifth, .. } = full().await;
    let kept_back = second.get(&fifth).await.expect(200);
    assert!(kept_back.path.contains("/go-on"), "{kept_back:?}");
    // The form of somebody else, about oneself.
    let other = society.takes_on(&at, "third-moderator-northland", &[Role::Moderator]).await;
    let page = other.signs_in(&at).await.get("/en/go-on").await.expect(200);
    assert!(page.contains(&society.second_moderator.name), "{page:?}");
    let session = society.second_moderator.session(&at).await;
    let own = at.at_the_desk();
    own.take_cookie(&kinlight::web::form::session_cookie_name(&at.app), &session);
    let token = crate::routes::token(&at, Some(&session));
    let whom = society.second_moderator.id.to_string();
    let refused = own.post_only("/en/go-on", &[("csrf", &token), ("staff", &whom)]).await.expect(422);
    refused.says(&at.text("en", "go-on-same-person"));
    // Nobody who asked for nothing is let go on.
    let whom = society.moderator.id.to_string();
    let refused = own.post_only("/en/go-on", &[("csrf", &token), ("staff", &whom)]).await.expect(422);
    refused.says(&at.text("en", "go-on-over"));
    assert_eq!(counted(&at, &society, Verb::GoingOnAgreed).await, 0);
    // Somebody who writes to the database and has no secret of the desk.
    for detail in ["agreed", "0123456789abcdef0123456789abcdef"] {
        let txn = db::write(&at.db.desk).await.unwrap();
        let (by, whom) = (Some(society.moderator.id), society.second_moderator.id);
        let line = entry_with(by, Verb::GoingOnAgreed, whom, detail);
        audit::append(&txn, society.id, at.now(), line).await.unwrap();
        txn.commit().await.unwrap();
    }
    assert!(is_kept_back(&own.get_only(&fifth).await));
}

#[tokio::test]
async fn a_word_is_over_after_an_hour() {
    let Full { at, society, first, second, fifth, .. } = full().await;
    second.get(&fifth).await.expect(200);
    let page = first.get("/en/go-on").await.expect(200);
    page.form("/go-on").submit(&first).await.expect(200).says(&at.text("en", "go-on-agreed"));
    at.advance(Duration::minutes(59));
    let later = society.second_moderator.browser(&at).await;
    later.get("/en/go-on").await.expect(200).says(&at.text("en", "go-on-until"));
    at.advance(Duration::minutes(2));
    let page = later.get("/en/go-on").await.expect(200);
    assert!(!page.contains(&at.text("en", "go-on-until")), "{page:?}");
}

/// A danger can't wait for a colleague, however many files were opened.
#[tokio::test]
async fn a_message_about_a_danger_opens_above_the_ceiling() {
    let Full { at, society, second, fifth, warning, .. } = full().await;
    assert!(is_kept_back(&second.get_only(&fifth).await));
    second.get(&warning).await.expect(200).says("She is in danger at the bridge.");
    assert_eq!(counted(&at, &society, Verb::RevealedResponse).await, 5);
    assert!(is_kept_back(&second.get_only(&fifth).await), "and it lifts nothing else");
}

/// A form that meets the ceiling loses nothing: what was typed goes along, and is there again when a colleague has agreed.
#[tokio::test]
async fn what_was_typed_comes_back_when_a_colleague_has_agreed() {
    let at = TestApp::with(&[("reveals_an_hour", "2"), ("reveals_an_hour_each", "0")]).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let draft = society.drafts(&at, &Enquirer::looking_for_her_brother()).await;
    let worker = society.case_worker.browser(&at).await;
    let page = worker.get(&format!("/en/drafts/{}", draft.id)).await.expect(200);
    // An hour of writing, while colleagues open as many files as the Society may.
    for _ in 0..7 {
        at.advance(Duration::minutes(9));
        worker.get("/en/alive").await.expect(200);
    }
    at.app.refresh_catalogue().await;
    for moderator in [&society.moderator, &society.second_moderator] {
        let pages = claimed(&at, &photo, moderator, &messages(2)).await;
        let browser = moderator.browser(&at).await;
        for page in pages {
            browser.get(&page).await.expect(200);
        }
    }
    let form = page.form("/private").set("story", "Words to keep").set("enquirer_name", "");
    let kept_back = form.submit(&worker).await.expect(200);
    kept_back.says(&at.text("en", "go-on-lead"));
    assert!(!kept_back.contains("Words to keep"), "sealed on the way");
    let first = society.moderator.browser(&at).await;
    let asked = first.get("/en/go-on").await.expect(200);
    asked.form("/go-on").submit(&first).await.expect(200).says(&at.text("en", "go-on-agreed"));
    let back = kept_back.form("/go-on/back").submit(&worker).await.expect(200);
    assert_eq!(back.path.split('?').next(), Some(format!("/en/drafts/{}", draft.id).as_str()));
    back.says("Words to keep");
}
