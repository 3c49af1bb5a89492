//! Members change their own password with the old one and a fresh code, on a page that password managers find. Their key stays,
//! every other session ends, and guessing is slowed down as at sign-in.

use kinlight::staff::roles::Role;
use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::desk_pages::claims;
use crate::harness::people::{Enquirer, Person, Society};
use crate::harness::strangers;

const NEW: &str = "seven paper boats on a slow canal";

async fn changes(browser: &Browser, lang: &str, old: &str, new: [&str; 2]) -> Page {
    let page = browser.get(&format!("/{lang}/password")).await.expect(200);
    let form = page.form("/password").set("old_password", old);
    form.set("password", new[0]).set("password_again", new[1]).submit(browser).await
}

fn is_signed_in(home: &Page) -> bool {
    home.path == "/en/"
}

#[tokio::test]
async fn a_new_password_opens_the_same_work_and_ends_every_other_session() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let answer = strangers::answers(&at, photo.number, "I know her brother").await;
    let response = format!("/en/responses/{}", answer.id);
    let moderator = &society.moderator;
    let (elsewhere, here) = (moderator.signs_in(&at).await, moderator.signs_in(&at).await);
    claims(&here, &response).await.says("I know her brother");

    // The member's name links to the page, and so does the list of what they can do.
    let home = here.get("/en/").await.expect(200);
    assert_eq!(home.all("header .person a", "href"), ["/en/password"]);
    assert!(home.all("main a", "href").contains(&"/en/password".to_owned()), "{home:?}");
    let wrong = changes(&here, "en", "not this one at all", [NEW, NEW]).await.expect(422);
    assert!(wrong.fault_at("old_password").is_some(), "{wrong:?}");
    assert!(
        !wrong.html().contains(NEW) && !wrong.html().contains("not this one"),
        "a password is shown again"
    );
    assert!(is_signed_in(&elsewhere.get("/en/").await), "a wrong password ended a session");
    changes(&here, "en", &moderator.password, [NEW, NEW]).await.expect(200).says("Your password is changed");

    assert!(!is_signed_in(&elsewhere.get("/en/").await), "another session goes on");
    here.get(&response).await.expect(200).says("I know her brother");
    let lines = |verb: &str| format!("select count(*) from audit_lines where verb = '{verb}'");
    assert_eq!(at.count(&lines("password-changed")).await, 1);
    assert_eq!(at.count(&lines("sign-in-failed")).await, 1);

    let page = at.at_the_desk();
    let asked = page.get("/en/sign-in").await.main_form().set("name", &moderator.name);
    asked.set("password", &moderator.password).submit(&page).await.expect(422);
    let renewed = Person { password: NEW.to_owned(), ..moderator.clone() };
    let later = renewed.signs_in(&at).await;
    later.get(&response).await.expect(200).says("I know her brother");
}

#[tokio::test]
async fn what_is_wrong_is_told_at_its_field_in_both_languages() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let worker = &society.case_worker;
    for lang in ["en", "ar"] {
        let browser = worker.signs_in(&at).await;
        for (old, new, field, key) in [
            ("", [NEW, NEW], "old_password", "password-old-missing"),
            ("not this one at all", [NEW, NEW], "old_password", "password-old-wrong"),
            (worker.password.as_str(), [NEW, "another one"], "password_again", "join-password-differs"),
            (worker.password.as_str(), ["short", "short"], "password", "join-password-short"),
            (worker.password.as_str(), ["aaaaaaaaaaaaaaaa"; 2], "password", "join-password-weak"),
            (worker.password.as_str(), [&worker.password; 2], "password", "password-same"),
        ] {
            let told = changes(&browser, lang, old, new).await.expect(422);
            let fault = told.fault_at(field).unwrap_or_default();
            assert!(fault.contains(&at.text(lang, key)), "{key}: {fault:?} on {told:?}");
        }
    }
    assert_eq!(at.count("select count(*) from audit_lines where verb = 'password-changed'").await, 0);
}

#[tokio::test]
async fn an_unlocked_laptop_changes_no_password() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let worker = &society.case_worker;
    let browser = worker.signs_in(&at).await;
    let page = browser.get("/en/password").await.expect(200);
    at.advance(Duration::minutes(6));
    let form = page.form("/password").set("old_password", &worker.password);
    let asked = form.set("password", NEW).set("password_again", NEW).submit(&browser).await.expect(200);
    asked.says(&at.text("en", "fresh-factor-title"));
    assert!(!asked.html().contains(NEW), "the password is sent along");
    assert_eq!(at.count("select count(*) from audit_lines where verb = 'password-changed'").await, 0);
    // A member whose last code is old is asked for a fresh one before they type.
    let asked = browser.get("/en/password").await.expect(200);
    asked.says(&at.text("en", "fresh-factor-title"));
    let page = worker.gives_a_code(&asked, &at, &browser).await.expect(200);
    assert_eq!(page.path, "/en/password");
    changes(&browser, "en", &worker.password, [NEW, NEW]).await.expect(200).says("Your password is changed");
}

#[tokio::test]
async fn whoever_guesses_the_old_password_is_slowed_as_at_the_door() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let browser = society.case_worker.signs_in(&at).await;
    let page = browser.get("/en/password").await.expect(200);
    let mut tries = 0;
    let slowed = loop {
        let form = page.form("/password").set("old_password", &format!("guess number {tries}"));
        let told = form.set("password", NEW).set("password_again", NEW).submit(&browser).await;
        if told.status == 429 {
            break told;
        }
        told.expect(422);
        tries += 1;
        assert!(tries < 40, "guessing is not slowed down");
    };
    slowed.says(&at.text("en", "sign-in-too-many"));
    assert!(!slowed.header("retry-after").is_empty());
    assert_eq!(at.count("select count(*) from audit_lines where verb = 'sign-in-failed'").await, tries);
    // The right password has to wait too; a colleague does not.
    let form = page.form("/password").set("old_password", &society.case_worker.password);
    form.set("password", NEW).set("password_again", NEW).submit(&browser).await.expect(429);
    let colleague = society.takes_on(&at, "colleague-northland", &[Role::Moderator]).await;
    let browser = colleague.signs_in(&at).await;
    changes(&browser, "en", &colleague.password, [NEW, NEW]).await.expect(200);
}

#[tokio::test]
async fn of_two_changes_at_once_one_is_told() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let worker = &society.case_worker;
    let browser = worker.signs_in(&at).await;
    let other = "nine copper kettles under the stairs";
    let both = tokio::join!(
        changes(&browser, "en", &worker.password, [NEW, NEW]),
        changes(&browser, "en", &worker.password, [other, other]),
    );
    let mut statuses = [both.0.status, both.1.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 422], "{both:?}");
    let password = if both.0.status == 200 { NEW } else { other };
    Person { password: password.to_owned(), ..worker.clone() }.signs_in(&at).await;
}

#[tokio::test]
async fn keepers_of_passwords_find_the_page_at_the_desk_alone() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let browser = society.auditor.signs_in(&at).await;
    assert_eq!(browser.get("/.well-known/change-password").await.expect(200).path, "/en/password");
    let nobody = at.at_the_desk().get("/.well-known/change-password").await.expect(200);
    assert!(nobody.path.starts_with("/en/sign-in?next=/en/password"), "{}", nobody.path);
    at.visitor().get("/.well-known/change-password").await.expect(404);
}
