//! Every route of the desk, and which line it leaves in the audit log: one for each view of one person's file, none for what is
//! nobody's, and none for what another Society holds. A route without a row here fails.

use actix_web::http::Method;
use kinlight::audit::{self, Verb};
use kinlight::desk::routes::Declared;
use kinlight::ids::SocietyId;
use kinlight::responses::handling;
use kinlight::staff::roles::{Moderate, PERMISSIONS, Role};
use kinlight::web::form::session_cookie_name;

use crate::harness::app::TestApp;
use crate::harness::browser::Page;
use crate::harness::people::{Person, Society, operator};
use crate::routes::{Things, declared, token};

/// What a route opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opens {
    /// One person's file: one line of this verb for each time.
    File(Verb),
    /// A picture: a line of its own, unless a page that has a line gave its address.
    Picture(Verb),
    /// Small pictures of people who are not public: one line for the list.
    List(Verb),
    /// A form about one person's file, whose page may be shown again: then a line of this verb, else none.
    Form(Verb),
    Nothing,
}

use Opens::{File, Form, List, Nothing, Picture};
use Verb::{DraftsListed, PrintOpened, RevealedCase, RevealedResponse, ReviewedDraftOpened};

/// Each route that somebody signed in can ask for. A further route is a decision about a person's file, and stands here.
const ROUTES: &[(&str, &str, Opens)] = &[
    ("POST", "/{lang}/sign-out", Nothing),
    ("POST", "/{lang}/sign-out-everywhere", Nothing),
    ("GET", "/{lang}/", Nothing),
    ("GET", "/{lang}/alive", Nothing),
    ("GET", "/{lang}/waiting", Nothing),
    ("GET", "/{lang}/fresh-factor", Nothing),
    ("POST", "/{lang}/fresh-factor", Nothing),
    ("GET", "/{lang}/password", Nothing),
    ("POST", "/{lang}/password", Nothing),
    ("GET", "/{lang}/second-passphrase", Nothing),
    ("POST", "/{lang}/second-passphrase", Nothing),
    ("GET", "/{lang}/keys", Nothing),
    ("POST", "/{lang}/keys/make", Nothing),
    ("POST", "/{lang}/keys/root", Nothing),
    ("GET", "/{lang}/keys/made", Nothing),
    ("POST", "/{lang}/keys/made", Nothing),
    ("POST", "/{lang}/keys/recover", Nothing),
    ("GET", "/{lang}/accounts", Nothing),
    ("POST", "/{lang}/accounts", Nothing),
    ("GET", "/{lang}/accounts/{id}", Nothing),
    ("POST", "/{lang}/accounts/{id}/keys", Nothing),
    ("POST", "/{lang}/accounts/{id}/agree", Nothing),
    ("POST", "/{lang}/accounts/{id}/recovery", Nothing),
    ("POST", "/{lang}/accounts/{id}/sign-out", Nothing),
    ("POST", "/{lang}/accounts/{id}/end", Nothing),
    ("GET", "/{lang}/vouch", Nothing),
    ("POST", "/{lang}/vouch", Nothing),
    ("GET", "/{lang}/go-on", Nothing),
    ("POST", "/{lang}/go-on", Nothing),
    ("POST", "/{lang}/go-on/back", Nothing),
    ("GET", "/{lang}/archive", Nothing),
    ("POST", "/{lang}/archive", Nothing),
    ("GET", "/{lang}/directory-entry", Nothing),
    ("POST", "/{lang}/directory-entry", Nothing),
    ("GET", "/{lang}/rota", Nothing),
    ("POST", "/{lang}/rota/add", Nothing),
    ("POST", "/{lang}/rota/{id}/test", Nothing),
    ("POST", "/{lang}/rota/{id}/remove", Nothing),
    ("GET", "/{lang}/audit", Nothing),
    ("POST", "/{lang}/audit/verify", Nothing),
    ("GET", "/{lang}/operator", Nothing),
    ("POST", "/{lang}/operator", Nothing),
    ("GET", "/{lang}/operator/{slug}", Nothing),
    ("POST", "/{lang}/operator/{slug}/invite", Nothing),
    ("GET", "/{lang}/drafts", List(DraftsListed)),
    ("GET", "/{lang}/drafts/new", Nothing),
    ("POST", "/{lang}/drafts/new", Nothing),
    ("GET", "/{lang}/drafts/{id}", File(RevealedCase)),
    ("POST", "/{lang}/drafts/{id}/private", Form(RevealedCase)),
    ("POST", "/{lang}/drafts/{id}/facts", Form(RevealedCase)),
    ("GET", "/{lang}/drafts/{id}/picture", Picture(RevealedCase)),
    ("POST", "/{lang}/drafts/{id}/picture", Form(RevealedCase)),
    ("GET", "/{lang}/drafts/{id}/preview", Picture(RevealedCase)),
    ("POST", "/{lang}/drafts/{id}/faces", Form(RevealedCase)),
    ("POST", "/{lang}/drafts/{id}/alike", Form(RevealedCase)),
    ("POST", "/{lang}/drafts/{id}/crop", Form(RevealedCase)),
    ("POST", "/{lang}/drafts/{id}/consent", Form(RevealedCase)),
    // The paper speaks the person's language, and shows nothing else of them.
    ("GET", "/{lang}/drafts/{id}/withdrawal-code", Nothing),
    ("POST", "/{lang}/drafts/{id}/withdrawal-code", Form(RevealedCase)),
    ("POST", "/{lang}/drafts/{id}/send", Form(RevealedCase)),
    ("GET", "/{lang}/reviews", List(DraftsListed)),
    // What is certified is public already.
    ("GET", "/{lang}/certify", Nothing),
    ("POST", "/{lang}/certify", Nothing),
    ("GET", "/{lang}/reviews/{id}", File(ReviewedDraftOpened)),
    ("POST", "/{lang}/reviews/{id}/approve", Form(ReviewedDraftOpened)),
    ("POST", "/{lang}/reviews/{id}/send-back", Form(ReviewedDraftOpened)),
    ("GET", "/{lang}/publications", Nothing),
    ("GET", "/{lang}/publications/{id}", Nothing),
    ("POST", "/{lang}/publications/{id}", Nothing),
    ("GET", "/{lang}/publications/{id}/consent", Nothing),
    ("POST", "/{lang}/publications/{id}/consent", Nothing),
    ("GET", "/{lang}/publications/{id}/thumb", Nothing),
    ("GET", "/{lang}/publications/{id}/print", File(PrintOpened)),
    ("GET", "/{lang}/posters", Nothing),
    ("GET", "/{lang}/posters/new", Nothing),
    ("POST", "/{lang}/posters/new", Nothing),
    ("GET", "/{lang}/posters/{id}/file", Nothing),
    ("POST", "/{lang}/posters/{id}/end", Nothing),
    ("GET", "/{lang}/queue", Nothing),
    ("GET", "/{lang}/queue/thumb/{publication}", Nothing),
    ("GET", "/{lang}/responses/{id}", File(RevealedResponse)),
    ("POST", "/{lang}/responses/{id}/claim", Form(RevealedResponse)),
    ("POST", "/{lang}/responses/{id}/release", Form(RevealedResponse)),
    ("POST", "/{lang}/responses/{id}/note", Form(RevealedResponse)),
    ("POST", "/{lang}/responses/{id}/question", Form(RevealedResponse)),
    ("POST", "/{lang}/responses/{id}/take-back", Form(RevealedResponse)),
    ("POST", "/{lang}/responses/{id}/close", Form(RevealedResponse)),
    ("POST", "/{lang}/responses/{id}/undo", Form(RevealedResponse)),
    ("POST", "/{lang}/responses/{id}/read", Form(RevealedResponse)),
    ("POST", "/{lang}/responses/{id}/reopen", Form(RevealedResponse)),
];

/// Words that only somebody's file has: an enquirer's name and story, and what was answered.
const OF_A_FILE: &[&str] = &["Parwana", "crossing of the two rivers", "kite string", "I know her brother"];

fn opens(route: &Declared) -> Opens {
    let is_it =
        |(method, path, _): &&(&str, &str, Opens)| route.method.as_str() == *method && route.path == *path;
    ROUTES.iter().find(is_it).map_or(Nothing, |(.., opens)| *opens)
}

fn guarded() -> impl Iterator<Item = Declared> {
    declared().into_iter().filter(|route| route.permission.is_some())
}

#[test]
fn each_route_of_the_desk_stands_in_the_table() {
    let guarded: Vec<Declared> = guarded().collect();
    let declared: Vec<(&str, &str)> =
        guarded.iter().map(|route| (route.method.as_str(), route.path)).collect();
    let known: Vec<(&str, &str)> = ROUTES.iter().map(|(method, path, _)| (*method, *path)).collect();
    assert_eq!(declared, known, "say in ROUTES which line a new route leaves, in the order of desk/mod.rs");
}

/// How many lines about openings the Society's chain has, by verb.
async fn lines(at: &TestApp, society: SocietyId) -> Vec<Verb> {
    let lines = audit::lines(&at.db.desk, society).await.unwrap();
    let verbs = lines.into_iter().map(|(line, _)| line.verb);
    verbs.filter(|verb| verb.is_reveal() || *verb == DraftsListed).collect()
}

/// The Society's records, with its answer claimed by the moderator.
async fn things(at: &TestApp, society: &Society) -> Things {
    let things = Things::of(at, society).await;
    let moderator = society.moderator.may::<Moderate>(at).await;
    handling::claim(&at.db.desk, &moderator, things.response.parse().unwrap(), at.now())
        .await
        .expect("claimed");
    things
}

fn may(route: &Declared, role: Role) -> bool {
    let permission = route.permission.unwrap_or_default();
    PERMISSIONS.iter().any(|(name, roles)| *name == permission && roles.contains(&role))
}

/// What this answer may have left in the chain, or why that is wrong.
fn judged(opens: Opens, page: &Page, new: &[Verb]) -> Result<(), String> {
    let has_words = page.header("content-type").starts_with("text/html")
        && OF_A_FILE.iter().any(|words| page.html().contains(words));
    let expected: &[Verb] = match opens {
        File(ref verb) | Picture(ref verb) | List(ref verb) if page.status == 200 => {
            std::slice::from_ref(verb)
        }
        Form(ref verb) if has_words => std::slice::from_ref(verb),
        // A reviewer's page has no name; its pictures tell that it was shown.
        Form(ref verb) if !page.all("main img[src*='ticket=']", "src").is_empty() => {
            std::slice::from_ref(verb)
        }
        _ => &[],
    };
    if new != expected {
        return Err(format!("answers {} and leaves {new:?} instead of {expected:?}", page.status));
    }
    match has_words && expected.is_empty() {
        true => Err("shows words of a file without a line".to_owned()),
        false => Ok(()),
    }
}

#[tokio::test]
async fn each_page_of_one_record_leaves_one_line_and_nothing_else_leaves_one() {
    let at = TestApp::with(&[("reveals_an_hour", "200")]).await;
    let ours = Society::founded(&at, "northland").await;
    let things = things(&at, &ours).await;
    let mut everyone: Vec<(Person, Role)> =
        ours.everyone().into_iter().map(|(person, role)| (person.clone(), role)).collect();
    everyone.push((operator(&at).await, Role::Operator));
    let (mut faults, mut opened) = (Vec::new(), Vec::new());
    for (person, role) in &everyone {
        let browser = person.browser(&at).await;
        for route in guarded().filter(|route| route.method == Method::GET) {
            let (path, _) = things.path(route.path);
            // A reload is a view of its own.
            for time in ["first", "again"] {
                let before = lines(&at, ours.id).await.len();
                let page = browser.get_only(&path).await;
                let new = lines(&at, ours.id).await.split_off(before);
                if let Err(fault) = judged(opens(&route), &page, &new) {
                    faults.push(format!("GET {path} for a {}, {time}: {fault}", role.code()));
                }
                if !new.is_empty() && !may(&route, *role) {
                    faults.push(format!("GET {path} opened for a {}", role.code()));
                }
                if !new.is_empty() {
                    opened.push(route.path);
                }
                if page.status != 200 {
                    continue;
                }
                // The pictures of the page come under its line.
                for picture in page.all("main img[src]", "src") {
                    let before = lines(&at, ours.id).await.len();
                    browser.get_only(&picture).await.expect(200);
                    let new = lines(&at, ours.id).await.split_off(before);
                    if !new.is_empty() {
                        faults.push(format!("a picture of GET {path} left {new:?}"));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    // The walk did open what can be opened.
    for (method, path, opens) in ROUTES.iter().filter(|(method, ..)| *method == "GET") {
        assert_eq!(opened.contains(path), *opens != Nothing, "{method} {path}");
    }
}

/// Everyone of the Society with a session of now.
async fn sessions(at: &TestApp, society: &Society) -> Vec<(Role, String)> {
    let mut out = Vec::new();
    for (person, role) in society.everyone() {
        out.push((role, person.session(at).await));
    }
    out
}

async fn sends(at: &TestApp, session: &str, path: &str, version: &str) -> Page {
    let browser = at.at_the_desk();
    browser.take_cookie(&session_cookie_name(&at.app), session);
    let token = token(at, Some(session));
    browser.post_only(path, &[("csrf", &token), ("version", version), ("staff", "nobody")]).await
}

/// Forms with nothing in them, with the version that stands and with others: each way a page may be shown again.
#[tokio::test]
async fn a_form_that_shows_a_file_again_leaves_its_line() {
    let at = TestApp::with(&[("reveals_an_hour", "200")]).await;
    let ours = Society::founded(&at, "northland").await;
    let mut things = things(&at, &ours).await;
    let mut sessions = sessions(&at, &ours).await;
    let (mut faults, mut shown) = (Vec::new(), 0);
    for route in guarded().filter(|route| route.method == Method::POST) {
        let versions: &[&str] =
            if opens(&route) == Nothing { &["1"] } else { &["", "1", "2", "4", "5", "word"] };
        for (which, version) in (0..sessions.len()).flat_map(|which| versions.iter().map(move |v| (which, v)))
        {
            let (role, session) = &sessions[which];
            if !may(&route, *role) {
                continue;
            }
            let (path, _) = things.path(route.path);
            let before = lines(&at, ours.id).await.len();
            let page = sends(&at, session, &path, version).await;
            let new = lines(&at, ours.id).await.split_off(before);
            shown += new.len();
            if let Err(fault) = judged(opens(&route), &page, &new) {
                faults.push(format!("POST {path} of version {version:?} for a {}: {fault}", role.code()));
            }
            let is_done = page.status == 303 && matches!(opens(&route), Form(_));
            if is_done {
                things = self::things(&at, &ours).await;
            }
            if is_done || route.path.contains("sign-out") {
                sessions = self::sessions(&at, &ours).await;
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    println!("{shown} pages were shown again");
    assert!(shown >= 20, "the walk met few pages: {shown}");
}

#[tokio::test]
async fn what_another_society_holds_is_not_found_and_leaves_no_line() {
    let at = TestApp::start().await;
    let (ours, theirs) = (Society::founded(&at, "northland").await, Society::founded(&at, "southland").await);
    let things = things(&at, &ours).await;
    let mut faults = Vec::new();
    for (person, role) in theirs.everyone() {
        for route in guarded().filter(|route| may(route, role)) {
            let (path, has_id) = things.path(route.path);
            if !has_id || opens(&route) == Nothing {
                continue;
            }
            let before = (lines(&at, ours.id).await, lines(&at, theirs.id).await);
            let session = person.session(&at).await;
            let page = match route.method == Method::GET {
                true => {
                    let browser = at.at_the_desk();
                    browser.take_cookie(&session_cookie_name(&at.app), &session);
                    browser.get_only(&path).await
                }
                false => sends(&at, &session, &path, "1").await,
            };
            let after = (lines(&at, ours.id).await, lines(&at, theirs.id).await);
            let is_hidden = page.status == 404 || (page.status == 400 && route.method == Method::POST);
            if !is_hidden || before != after {
                faults.push(format!(
                    "{} {path} for a foreign {}: {}",
                    route.method,
                    role.code(),
                    page.status
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
