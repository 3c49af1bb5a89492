//! An unlocked laptop is not enough for important actions: inviting, sealing keys, ending access, a new start, the directory and
//! the archive need a code from the last five minutes. After the code, what was typed is still there.

use kinlight::desk::{self, routes::Routes};
use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::Page;
use crate::harness::form::Form;
use crate::harness::looks::to_look_at;
use crate::harness::people::{Enquirer, Society, operator};
use crate::harness::strangers;

/// Actions of administrators, vouching colleagues and operators that one click can't undo; and a change of one's own password.
const FRESH: &[&str] = &[
    "/{lang}/password",
    "/{lang}/second-passphrase",
    "/{lang}/keys/root",
    "/{lang}/keys/recover",
    "/{lang}/accounts",
    "/{lang}/accounts/{id}/keys",
    "/{lang}/accounts/{id}/agree",
    "/{lang}/accounts/{id}/recovery",
    "/{lang}/accounts/{id}/sign-out",
    "/{lang}/accounts/{id}/end",
    "/{lang}/vouch",
    "/{lang}/go-on",
    "/{lang}/archive",
    "/{lang}/directory-entry",
    "/{lang}/rota/add",
    "/{lang}/rota/{id}/test",
    "/{lang}/rota/{id}/remove",
    "/{lang}/operator",
    "/{lang}/operator/{slug}/invite",
];

/// All other forms of the desk, and why a code of up to an hour ago is enough for them. A new form stands here or above.
const NOT_FRESH: &[(&str, &[&str])] = &[
    ("it takes something away from its member alone", &["/{lang}/sign-out", "/{lang}/sign-out-everywhere"]),
    ("it is the code itself", &["/{lang}/fresh-factor"]),
    (
        "made right after joining, and only once; what was printed changes nothing",
        &["/{lang}/keys/make", "/{lang}/keys/made"],
    ),
    ("it only leads back", &["/{lang}/go-on/back"]),
    ("it reads the log", &["/{lang}/audit/verify"]),
    (
        "a draft is nobody's but its Society's, and a second person looks before anything is shown",
        &[
            "/{lang}/drafts/new",
            "/{lang}/drafts/{id}/private",
            "/{lang}/drafts/{id}/facts",
            "/{lang}/drafts/{id}/picture",
            "/{lang}/drafts/{id}/faces",
            "/{lang}/drafts/{id}/alike",
            "/{lang}/drafts/{id}/crop",
            "/{lang}/drafts/{id}/consent",
            "/{lang}/drafts/{id}/withdrawal-code",
            "/{lang}/drafts/{id}/send",
        ],
    ),
    (
        "the one who approves is a second person",
        &["/{lang}/reviews/{id}/approve", "/{lang}/reviews/{id}/send-back", "/{lang}/certify"],
    ),
    ("taking a photo down must never wait", &["/{lang}/publications/{id}", "/{lang}/posters/{id}/end"]),
    ("the paper is signed anew, and shows nothing new", &["/{lang}/publications/{id}/consent"]),
    ("a poster shows what is public and agreed to", &["/{lang}/posters/new"]),
    (
        "the daily work with one message, each step a line; reading draws on the budget",
        &[
            "/{lang}/responses/{id}/claim",
            "/{lang}/responses/{id}/release",
            "/{lang}/responses/{id}/note",
            "/{lang}/responses/{id}/question",
            "/{lang}/responses/{id}/take-back",
            "/{lang}/responses/{id}/close",
            "/{lang}/responses/{id}/undo",
            "/{lang}/responses/{id}/read",
            "/{lang}/responses/{id}/reopen",
        ],
    ),
];

/// The few acts of administrators, operators and vouching colleagues that may stand in the second list.
const LIGHT: &[&str] = &["/{lang}/keys/make", "/{lang}/keys/made"];

#[test]
fn every_act_of_weight_wants_a_fresh_factor_by_its_type() {
    let mut routes = Routes::default();
    desk::register(&mut routes);
    let posts = || routes.declared.iter().filter(|route| route.method == "POST");
    let fresh: Vec<&str> = posts().filter(|route| route.is_fresh).map(|route| route.path).collect();
    assert_eq!(fresh, FRESH);
    let ordinary: Vec<&str> = NOT_FRESH.iter().flat_map(|(_, paths)| paths.iter().copied()).collect();
    let declared = posts().filter(|route| route.permission.is_some() && !route.is_fresh);
    let declared: Vec<&str> = declared.map(|route| route.path).collect();
    let sorted = |mut paths: Vec<&'static str>| {
        paths.sort_unstable();
        paths
    };
    assert_eq!(sorted(declared), sorted(ordinary), "a form of the desk stands in one of the two lists, once");
    let weighty =
        posts().filter(|route| matches!(route.permission, Some("administer" | "operate" | "vouch")));
    for route in weighty.filter(|route| !LIGHT.contains(&route.path)) {
        assert!(route.is_fresh, "{route:?} is an administrator's act, and an hour-old code is enough for it");
    }
}

fn invites_noor(accounts: &Page) -> Form {
    let form = accounts.form("/en/accounts").set("name", "noor").set("ends_on", "2027-05-01");
    form.tick("roles", "moderator").tick("roles", "reviewer")
}

#[tokio::test]
async fn an_unlocked_laptop_invites_nobody() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let administrator = society.administrator.signs_in(&at).await;
    let accounts = administrator.get("/en/accounts").await.expect(200);
    at.advance(Duration::minutes(6));
    let asked = invites_noor(&accounts).submit(&administrator).await;
    asked.expect(200).says(&at.text("en", "fresh-factor-title"));
    assert_eq!(at.count("select count(*) from staff where sign_in_name = 'noor'").await, 0);
    assert_eq!(at.count("select count(*) from invitations where used_at is null").await, 0);
}

#[tokio::test]
async fn what_was_typed_is_there_again_after_the_code() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    for lang in ["en", "ar"] {
        let administrator = society.administrator.signs_in(&at).await;
        let page = administrator.get(&format!("/{lang}/directory-entry")).await.expect(200);
        at.advance(Duration::minutes(6));
        let contact = format!("+000 5550 771\nLantern Street 12, \"Northland\" & <{lang}>");
        let form = page.form("/directory-entry").set("contact", &contact).tick("offers", "photo");
        let asked = form.tick("offers", "search").submit(&administrator).await;
        assert_eq!(asked.status, 200, "{asked:?}");
        to_look_at(&format!("fresh-factor-{lang}"), &asked.html());
        let wrong =
            asked.form("/fresh-factor").set("code", "000000").submit(&administrator).await.expect(422);
        let again = society.administrator.gives_a_code(&wrong, &at, &administrator).await.expect(200);
        again.says(&at.text(lang, "typed-given-back-title"));
        let saved = again.form("/directory-entry").submit(&administrator).await.expect(200);
        saved.says(&at.text(lang, "directory-entry-saved-text"));
        let entry = at.visitor().get("/en/directory").await.expect(200);
        entry.says(&format!("Lantern Street 12, \"Northland\" & <{lang}>"));
    }
}

#[tokio::test]
async fn what_was_typed_is_its_typists_and_does_nothing_by_itself() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let administrator = society.administrator.signs_in(&at).await;
    let accounts = administrator.get("/en/accounts").await.expect(200);
    at.advance(Duration::minutes(6));
    let asked = invites_noor(&accounts).submit(&administrator).await.expect(200);
    let kept = asked.form("/fresh-factor").value("kept").expect("what was typed").to_owned();
    // In another member's session it is worth nothing.
    let other = society.case_worker.signs_in(&at).await;
    let own = other.get("/en/fresh-factor?next=/en/drafts").await.expect(200);
    let code = society.case_worker.fresh_code(&at);
    let form = own.form("/fresh-factor").forge("kept", &kept).set("code", &code);
    let page = form.submit(&other).await.expect(403);
    assert!(!page.html().contains("noor"), "{page:?}");
    // In the administrator's own session the code alone invites nobody: the button must be pressed again.
    let again = society.administrator.gives_a_code(&asked, &at, &administrator).await.expect(200);
    let invited = "select count(*) from staff where sign_in_name = 'noor'";
    assert_eq!(at.count(invited).await, 0);
    again.form("/en/accounts").submit(&administrator).await.expect(200);
    assert_eq!(at.count(invited).await, 1);
}

#[tokio::test]
async fn an_end_is_pressed_once_more_after_the_code() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let administrator = society.administrator.signs_in(&at).await;
    let page = administrator.get(&format!("/en/accounts/{}", society.moderator.id)).await.expect(200);
    at.advance(Duration::minutes(6));
    let asked = page.form("/end").submit(&administrator).await.expect(200);
    let again = society.administrator.gives_a_code(&asked, &at, &administrator).await.expect(200);
    let ended = "select count(*) from staff where stage = 'ended'";
    assert_eq!(at.count(ended).await, 0);
    again.form("/end").submit(&administrator).await.expect(200);
    assert_eq!(at.count(ended).await, 1);
}

#[tokio::test]
async fn an_hour_old_code_vouches_for_nobody_and_opens_no_archive() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    strangers::answers(&at, photo.number, "I am her brother.").await;
    let administrator = society.administrator.signs_in(&at).await;
    let page = administrator.get(&format!("/en/accounts/{}", society.moderator.id)).await.expect(200);
    page.form("/recovery").submit(&administrator).await.expect(200);
    let second = society.case_worker.signs_in(&at).await;
    let vouch = second.get("/en/vouch").await.expect(200);
    at.advance(Duration::minutes(6));
    let asked = vouch.form("/vouch").submit(&second).await.expect(200);
    asked.says(&at.text("en", "fresh-factor-title"));
    assert_eq!(at.count("select count(*) from invitations where agreed_by is not null").await, 0);
    let again = society.case_worker.gives_a_code(&asked, &at, &second).await.expect(200);
    again.form("/vouch").submit(&second).await.expect(200).says(&at.text("en", "vouch-agreed"));

    let warden = operator(&at).await.signs_in(&at).await;
    let page = warden.get("/en/operator").await.expect(200);
    at.advance(Duration::minutes(6));
    let asked = page.form("/operator").set("slug", "southland").submit(&warden).await.expect(200);
    asked.says(&at.text("en", "fresh-factor-title"));
    assert_eq!(at.count("select count(*) from societies").await, 1);
}
