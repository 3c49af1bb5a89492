//! Signing in while somebody guesses: the guesser is slowed down and locks no member out, and nobody can find out which names
//! exist.

use kinlight::audit::Verb;

use crate::harness::app::{TestApp, log};
use crate::harness::browser::{Browser, Page};
use crate::harness::people::{Person, Society};

const OFFICE: &str = "198.51.100.20";

async fn guesses(browser: &Browser, name: &str) -> Page {
    let asked = browser.get("/en/sign-in").await.expect(200);
    asked.main_form().set("name", name).set("password", "not the password at all").submit(browser).await
}

async fn may_sign_in(at: &TestApp, person: &Person, browser: &Browser) -> bool {
    let asked = browser.get("/en/sign-in").await.expect(200);
    let form = asked.main_form().set("name", &person.name).set("password", &person.password);
    let step = form.submit(browser).await;
    if step.status != 200 {
        return false;
    }
    let home = step.main_form().set("code", &person.fresh_code(at)).submit(browser).await;
    home.path == "/en/"
}

#[tokio::test]
async fn wrong_tries_from_elsewhere_keep_no_member_out() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    for n in 0..40 {
        let stranger = Browser::from_address(&at.desk, &format!("203.0.113.{n}"));
        guesses(&stranger, &society.moderator.name).await.expect(422);
    }
    let office = Browser::from_address(&at.desk, OFFICE);
    assert!(may_sign_in(&at, &society.moderator, &office).await, "forty strangers kept her out");
}

#[tokio::test]
async fn who_guesses_from_one_network_is_slowed_there() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let mut statuses = Vec::new();
    for _ in 0..12 {
        let stranger = Browser::from_address(&at.desk, OFFICE);
        statuses.push(guesses(&stranger, &society.moderator.name).await.status);
    }
    assert_eq!(statuses.iter().filter(|status| **status == 422).count(), 10, "{statuses:?}");
    assert_eq!(statuses[10..], [429, 429]);
}

#[tokio::test]
async fn a_device_that_signed_in_before_gets_in_while_its_own_network_guesses() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let device = Browser::from_address(&at.desk, OFFICE);
    assert!(may_sign_in(&at, &society.moderator, &device).await);
    let home = device.get("/en/").await.expect(200);
    home.form("sign-out").submit(&device).await.expect(200);
    for name in [&society.moderator.name, &society.reviewer.name, "nobody-of-this-name"] {
        for _ in 0..30 {
            guesses(&Browser::from_address(&at.desk, OFFICE), name).await;
        }
    }
    let other = Browser::from_address(&at.desk, OFFICE);
    assert!(!may_sign_in(&at, &society.moderator, &other).await, "the network is not slowed down");
    assert!(may_sign_in(&at, &society.moderator, &device).await, "her own device is locked out");
    // The device counts for her only.
    assert!(!may_sign_in(&at, &society.reviewer, &device).await, "her device helps a colleague in");
}

#[tokio::test]
async fn what_a_device_keeps_names_nobody_and_no_script_reads_it() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let device = at.at_the_desk();
    let asked = device.get("/en/sign-in").await.expect(200);
    let person = &society.moderator;
    let form = asked.main_form().set("name", &person.name).set("password", &person.password);
    let step = form.submit(&device).await.expect(200);
    let (kind, body, action) = step.main_form().set("code", &person.fresh_code(&at)).sealed();
    let done = device.post_raw(&action, &kind, body).await.expect(303);
    let cookies: Vec<&str> =
        done.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap()).collect();
    let kept = cookies.iter().find(|cookie| cookie.contains("kinlight-device=")).expect("a cookie");
    for word in ["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age="] {
        assert!(kept.contains(word), "{kept}");
    }
    for word in [person.name.as_str(), &person.id.to_string(), &person.id.to_string().replace('-', "")] {
        assert!(!kept.contains(word), "{kept} names somebody");
    }
    // A cookie that is forged or cut off counts as none.
    for value in ["", "x", &"A".repeat(300)] {
        let other = at.at_the_desk();
        other.take_cookie("kinlight-device", value);
        assert!(may_sign_in(&at, person, &other).await, "{value:?}");
    }
}

#[tokio::test]
async fn a_name_that_there_is_not_leaves_the_same_lines() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let failed = format!("select count(*) from audit_lines where verb = '{}'", Verb::SignInFailed.code());
    let mut left = Vec::new();
    for name in [society.moderator.name.as_str(), "nobody-of-this-name", "ÄÖÜ <nobody>"] {
        let (lines, logged) = (at.count(&failed).await, log().len());
        let page = guesses(&at.at_the_desk(), name).await.expect(422);
        let said = String::from_utf8_lossy(&log()[logged..]).into_owned();
        assert!(!said.contains(name), "a log names {name}");
        left.push((at.count(&failed).await - lines, page.fault_at("password"), page.title()));
    }
    assert!(left.iter().all(|one| *one == left[0]), "{left:?}");
    assert_eq!(left[0].0, 1);
}

#[tokio::test]
async fn an_accent_is_one_letter_however_the_keyboard_sends_it() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let composed = "caf\u{e9} z\u{fc}rich lanterne \u{f1}and\u{fa} 42";
    let apart = "cafe\u{301} zu\u{308}rich lanterne n\u{303}andu\u{301} 42";
    let wide = "caf\u{e9} z\u{fc}rich lanterne \u{f1}and\u{fa} \u{ff14}\u{ff12}";
    let administrator = society.administrator.signs_in(&at).await;
    for (n, (set, typed)) in [(apart, composed), (composed, apart), (composed, wide)].iter().enumerate() {
        let link = invites(&administrator, &format!("newcomer-{n}")).await;
        let person = Person::joins_with(&at, &link, &format!("newcomer-{n}"), set).await;
        let other = Person { password: (*typed).to_owned(), ..person };
        assert!(may_sign_in(&at, &other, &at.at_the_desk()).await, "{set:?} typed as {typed:?}");
    }
}

/// Invites a case worker; returns the link that was shown.
async fn invites(administrator: &Browser, name: &str) -> String {
    let accounts = administrator.get("/en/accounts").await.expect(200);
    let form = accounts.form("/en/accounts").set("name", name).tick("roles", "case-worker");
    form.submit(administrator).await.expect(200).text_of(".long-code")
}
