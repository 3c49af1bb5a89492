//! Every route of the desk, from the desk's own list, for every role and both Societies. A member without the permission is
//! refused, a member of the other Society finds nothing, and a visitor who is not signed in is sent to the sign-in page.

use actix_web::http::Method;
use kinlight::desk::{self, routes::Declared, routes::Routes, routes::page_of};
use kinlight::sealing::{base64url, derive};
use kinlight::staff::roles::{PERMISSIONS, Role};
use kinlight::web::form::session_cookie_name;
use kinlight::web::headers::ALWAYS;
use kinlight::web::typed;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::people::{Enquirer, Person, Society, operator};
use crate::harness::{posters, strangers};

/// The routes that lead to signing in. All others need a permission; adding a line here is a decision.
const OPEN: &[(&str, &str)] = &[
    ("GET", "/"),
    ("GET", "/{lang}/join"),
    ("POST", "/{lang}/join"),
    ("GET", "/{lang}/sign-in"),
    ("POST", "/{lang}/sign-in"),
    ("GET", "/{lang}/sign-in/code"),
    ("POST", "/{lang}/sign-in/code"),
];

/// The site's addresses without a number or a code.
const SITE: &[&str] = &[
    "/",
    "/en/",
    "/ar/",
    "/en",
    "/en/return",
    "/en/safety",
    "/en/help",
    "/en/privacy",
    "/en/directory",
    "/en/help-now",
    "/en/about",
    "/en/posters",
    "/en/posters/none.pdf",
    "/en/no-such-page",
    "/xx/",
    "/healthz",
    "/readyz",
    "/static/0/kinlight.css",
    "/pictures/0/0/0.jpg",
];

pub(crate) fn declared() -> Vec<Declared> {
    let mut routes = Routes::default();
    desk::register(&mut routes);
    assert!(routes.declared.len() > 20, "the desk has lost its routes");
    routes.declared
}

/// The ids of one Society's records, for the places in a route's path.
pub(crate) struct Things {
    pub draft: String,
    pub in_review: String,
    pub live: String,
    /// Live, with a picture for print.
    pub printable: String,
    pub response: String,
    colleague: String,
    poster: String,
    on_rota: String,
}

impl Things {
    pub async fn of(at: &TestApp, society: &Society) -> Things {
        let for_posters = society.publishes(at, &Enquirer::who_agreed_to_posters()).await;
        let live = society.publishes(at, &Enquirer::looking_for_her_brother()).await;
        let answer = strangers::answers(at, live.number, "I know her brother").await;
        Things {
            draft: society.drafts(at, &Enquirer::looking_for_her_brother()).await.id.to_string(),
            in_review: society.sends_to_review(at, &Enquirer::looking_for_her_brother()).await.id.to_string(),
            live: live.id.to_string(),
            response: answer.id.to_string(),
            colleague: society.second_moderator.id.to_string(),
            on_rota: society.is_told(at, "team@society.example").await.to_string(),
            poster: posters::made_of(at, society, &for_posters).await.to_string(),
            printable: for_posters.id.to_string(),
        }
    }

    /// Random ids that no record has.
    pub fn nowhere() -> Things {
        let id = || kinlight::chance::name();
        Things {
            draft: id(),
            in_review: id(),
            live: id(),
            printable: id(),
            response: id(),
            colleague: id(),
            poster: id(),
            on_rota: id(),
        }
    }

    /// The route's path with this Society's ids filled in, and whether there was a place for one.
    pub fn path(&self, route: &str) -> (String, bool) {
        let id = match route.split('/').nth(2).unwrap_or_default() {
            _ if route.ends_with("/print") => &self.printable,
            "drafts" | "draft" | "drafting" => &self.draft,
            "review" | "reviews" => &self.in_review,
            _ if route.contains("{publication}") => &self.live,
            "responses" | "response" | "queue" => &self.response,
            "posters" => &self.poster,
            "rota" => &self.on_rota,
            "accounts" | "account" | "staff" | "people" => &self.colleague,
            _ => &self.live,
        };
        let path = route.replace("{lang}", "en");
        let path =
            path.replace("{token}", "not-a-token").replace("{size}", "640").replace("{kind}", "cropped");
        let whole: Vec<&str> =
            path.split('/').map(|part| if part.starts_with('{') { id.as_str() } else { part }).collect();
        let whole = whole.join("/");
        let has_id = whole != path;
        (whole, has_id)
    }
}

/// Sends the request as this member's browser would, with a valid form token.
pub(crate) async fn asks(at: &TestApp, person: &Person, method: &Method, path: &str) -> Page {
    let session = person.session(at).await;
    let browser = at.at_the_desk();
    browser.take_cookie(&session_cookie_name(&at.app), &session);
    send(at, &browser, Some(&session), method, path).await
}

pub(crate) async fn send(
    at: &TestApp,
    browser: &Browser,
    session: Option<&str>,
    method: &Method,
    path: &str,
) -> Page {
    if *method == Method::GET {
        return browser.get_only(path).await;
    }
    browser.post_only(path, &[("csrf", &token(at, session))]).await
}

/// The token of a form that this session's pages have.
pub(crate) fn token(at: &TestApp, session: Option<&str>) -> String {
    let secret = [at.app.secrets.desk.as_slice(), session.unwrap_or("nobody").as_bytes()].concat();
    base64url(&derive(&secret, "kinlight/form-token")[..])
}

fn is_led_to_sign_in(page: &Page) -> bool {
    page.status == 303 && page.redirect().is_some_and(|to| to.contains("/sign-in"))
}

#[test]
fn what_needs_no_permission_is_exactly_what_leads_in() {
    let mut open: Vec<(String, &str)> = declared()
        .iter()
        .filter(|route| route.permission.is_none())
        .map(|route| (route.method.to_string(), route.path))
        .collect();
    open.sort_by_key(|(method, path)| (*path, method.clone()));
    let open: Vec<(&str, &str)> = open.iter().map(|(method, path)| (method.as_str(), *path)).collect();
    assert_eq!(open, OPEN);
}

#[test]
fn every_permission_of_a_route_stands_in_the_table_of_roles() {
    for route in declared() {
        let known = |name: &&str| PERMISSIONS.iter().any(|(permission, _)| permission == name);
        assert!(route.permission.is_none_or(|name| known(&name)), "{route:?}");
    }
}

#[tokio::test]
async fn each_route_serves_the_right_role_in_the_right_society_only() {
    let at = TestApp::start().await;
    let (ours, theirs) = (Society::founded(&at, "northland").await, Society::founded(&at, "southland").await);
    let operator = operator(&at).await;
    let things = Things::of(&at, &ours).await;
    let forbidden = at.text("en", "error-forbidden-title");
    let mut faults = Vec::new();

    for route in declared() {
        let Some(permission) = route.permission else { continue };
        let roles = PERMISSIONS.iter().find(|(name, _)| *name == permission).unwrap().1;
        let (path, has_id) = things.path(route.path);
        let mut fault = |what: &str, page: &Page| {
            faults.push(format!("{} {path} ({permission}) {what}: {}", route.method, page.status));
        };

        let nobody = send(&at, &at.at_the_desk(), None, &route.method, &path).await;
        if !is_led_to_sign_in(&nobody) {
            fault("without a session", &nobody);
        }
        let everyone = ours.everyone().map(|(person, role)| (person.clone(), role));
        for (person, role) in everyone.into_iter().chain([(operator.clone(), Role::Operator)]) {
            if !roles.contains(&role) {
                let page = asks(&at, &person, &route.method, &path).await;
                if page.status != 403 || !page.contains(&forbidden) {
                    fault(&format!("opened for a {}", role.code()), &page);
                }
            }
        }
        for (person, role) in theirs.everyone() {
            if has_id && roles.contains(&role) {
                let page = asks(&at, person, &route.method, &path).await;
                // A form without its fields may be refused before anything is looked up. Then it must be refused in the same way
                // for an id that does not exist.
                let (nowhere, _) = Things::nowhere().path(route.path);
                let of_nothing = asks(&at, person, &route.method, &nowhere).await;
                let is_hidden = page.status == 404
                    || (route.method == Method::POST && page.status == 400 && of_nothing.status == 400);
                if !is_hidden || page.status != of_nothing.status {
                    fault(&format!("told a foreign {} that it exists", role.code()), &page);
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn each_route_opens_for_the_right_role() {
    let at = TestApp::start().await;
    let ours = Society::founded(&at, "northland").await;
    let operator = operator(&at).await;
    let mut faults = Vec::new();
    // The routes that only read come first, while nothing has changed yet.
    let (reads, writes): (Vec<_>, Vec<_>) = declared().into_iter().partition(|r| r.method == Method::GET);
    let mut things = Things::of(&at, &ours).await;
    for route in reads.into_iter().chain(writes) {
        let Some(permission) = route.permission else { continue };
        let roles = PERMISSIONS.iter().find(|(name, _)| *name == permission).unwrap().1;
        for (person, role) in ours.everyone().into_iter().chain([(&operator, Role::Operator)]) {
            if !roles.contains(&role) {
                continue;
            }
            let (path, _) = things.path(route.path);
            let page = asks(&at, person, &route.method, &path).await;
            // By now a picture or a claim may be gone; but no route may refuse, fail, or lead to the sign-in page.
            let is_refused = page.status == 403 || page.status >= 500 || is_led_to_sign_in(&page);
            if is_refused && !route.path.contains("/sign-out") {
                faults.push(format!("{} {path} for a {}: {}", route.method, role.code(), page.status));
            }
            if route.method == Method::POST && page.status == 303 {
                things = Things::of(&at, &ours).await;
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Any form of the desk may meet the lock: what was typed is kept, and the way back is a page that this member may see.
#[tokio::test]
async fn no_form_of_the_desk_loses_its_words_to_the_lock_or_leads_to_nothing() {
    let at = TestApp::start().await;
    let ours = Society::founded(&at, "northland").await;
    let operator = operator(&at).await;
    let things = Things::of(&at, &ours).await;
    let all = declared();
    let mut faults = Vec::new();
    for route in all.iter().filter(|route| route.method == Method::POST) {
        let Some(permission) = route.permission else { continue };
        let roles = PERMISSIONS.iter().find(|(name, _)| *name == permission).unwrap().1;
        let everyone = ours.everyone().into_iter().chain([(&operator, Role::Operator)]);
        let Some((person, _)) = everyone.into_iter().find(|(_, role)| roles.contains(role)) else { continue };
        let (path, _) = things.path(&route.path.replace("{slug}", "northland"));
        let page = page_of(&all, &path).expect("a page above it");
        let seen = asks(&at, person, &Method::GET, &page).await;
        let is_page = seen.header("content-type").starts_with("text/html");
        if !(seen.status == 303 || matches!(seen.status, 200 | 409) && is_page) {
            faults.push(format!("{path} stands on {page}, which answers {}", seen.status));
        }

        let session = person.session(&at).await;
        let browser = at.at_the_desk();
        browser.take_cookie(&session_cookie_name(&at.app), &session);
        let token = format!("old.{}", typed::mark(&at.app, person.id));
        at.advance(time::Duration::minutes(11));
        let asked = browser.post_only(&path, &[("csrf", &token), ("note", "words to keep")]).await;
        let next = asked.all("input[name=next]", "value");
        if asked.status != 200 || next != [page.clone()] || asked.all("input[name=kept]", "value").is_empty()
        {
            faults.push(format!("{path} under the lock: {} {next:?}", asked.status));
        }
        if asked.html().contains("words to keep") {
            faults.push(format!("{path} shows the words before anybody signed in"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn every_answer_of_both_faces_carries_the_security_headers() {
    let at = TestApp::start().await;
    let ours = Society::founded(&at, "northland").await;
    let things = Things::of(&at, &ours).await;
    let mut answers: Vec<Page> = Vec::new();
    let visitor = at.visitor();
    for path in SITE {
        answers.push(visitor.get_only(path).await);
        answers.push(visitor.post_only(path, &[("csrf", "forged")]).await);
    }
    let everyone = ours.everyone();
    for route in declared() {
        let (path, _) = things.path(route.path);
        answers.push(send(&at, &at.at_the_desk(), None, &route.method, &path).await);
        if route.method == Method::GET {
            for (person, _) in &everyone {
                answers.push(asks(&at, person, &route.method, &path).await);
            }
        }
    }
    for page in answers {
        for (name, value) in ALWAYS {
            assert_eq!(page.header(name), *value, "{name} of {} {}", page.status, page.path);
        }
        assert!(
            !page.header("cache-control").is_empty(),
            "{} {} says nothing of caches",
            page.status,
            page.path
        );
        assert_eq!(page.header("server"), "", "{} tells its server", page.path);
        let is_page = page.header("content-type").starts_with("text/html");
        for inline in [" style=", " onclick=", "<style", "javascript:", "data:"] {
            assert!(!is_page || !page.html().contains(inline), "{inline} on {}", page.path);
        }
    }
}

#[tokio::test]
async fn the_open_routes_answer_anybody() {
    let at = TestApp::start().await;
    let things = Things::nowhere();
    for route in declared().iter().filter(|route| route.permission.is_none() && route.method == Method::GET) {
        let (path, _) = things.path(route.path);
        let page = at.at_the_desk().get(&path).await;
        assert!(page.status < 500 && page.status != 403, "{path}: {}", page.status);
    }
}
