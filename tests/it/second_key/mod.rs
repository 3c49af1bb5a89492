//! What a sign-in gives opens no archive and signs no key list. A taken-over desk sees a password, a one-time code and a cookie, has the desk's secret and
//! reads the whole database; the archive's key hangs on a second passphrase, which signing in never asks for.

use sea_orm::{ConnectionTrait, EntityTrait, Statement};
use std::collections::BTreeMap;
use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::looks::to_look_at;
use crate::harness::people::{Enquirer, Person, Society};
use crate::harness::second_keys::seals_all_keys;
use crate::harness::site_pages::{Letter, Receipt, fills, sends};
use kinlight::sealing::from_base64url;

use thief::Thief;

mod root;
mod thief;

/// The public halves that the database names, from a question for two columns: a name and a key.
async fn named(at: &TestApp, question: &str) -> BTreeMap<String, String> {
    let asked = Statement::from_string(at.db.desk.get_database_backend(), question);
    let rows = at.db.desk.query_all_raw(asked).await.unwrap();
    rows.iter().map(|row| (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap())).collect()
}

/// Ends a photo without an answer, so that its case is archived, beside one that stays open.
async fn archives_a_case(at: &TestApp, society: &Society) {
    let her = Enquirer::looking_for_her_brother();
    let ended = society.publishes(at, &her).await;
    society.publishes(at, &her).await;
    let worker = society.case_worker.signs_in(at).await;
    let page = worker.get(&format!("/en/publications/{}", ended.id)).await.expect(200);
    page.main_form().set("reason", "withdrawn-by-staff").submit(&worker).await.expect(200);
    assert_eq!(at.count("select count(*) from cases where key_part = 'archive'").await, 1);
}

const SOCIETIES: &str = "select 'open', open_key from societies union all select 'archive', archive_key from societies \
     union all select 'recovery', recovery_key from societies";
const CASES: &str = "select key_part, public_key from cases";
const STAFF: &str = "select sign_in_name, public_key from staff where public_key is not null";
const SIGNING: &str = "select sign_in_name, signing_key from staff where signing_key is not null";
const SECONDS: &str = "select sign_in_name, second_public_key from staff where second_public_key is not null";

#[tokio::test]
async fn everything_that_a_sign_in_gives_opens_no_archive_and_signs_no_list() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    archives_a_case(&at, &society).await;
    // A second administrator joined, and the first one opened the archive a while ago: neither leaves anything behind.
    let second = society.takes_on_administrator(&at, "admin-two").await;
    let member = society.administrator.member(&at).await;
    society.administrator.second_key(&at, &member).await;

    let people = [society.administrator.clone(), second];
    // The harness has left many sessions; each of these people has one.
    at.tampers("delete from sessions").await;
    let mut cookies = Vec::new();
    for person in &people {
        cookies.push(from_base64url(&person.session(&at).await).unwrap());
    }
    assert_eq!(at.count("select count(*) from sessions").await, 2);
    let mut thief = Thief::with_the_database(&at).await;
    for (person, cookie) in people.iter().zip(&cookies) {
        thief.saw_typed(&at, person, &person.password).await;
        thief.tries(person.totp.as_bytes());
        for part in [&cookie[..], &cookie[32..]] {
            thief.tries(part);
        }
    }
    thief.opens_all();

    let (keys, cases, staff) =
        (named(&at, SOCIETIES).await, named(&at, CASES).await, named(&at, STAFF).await);
    // The walk is sound: it has the staff's own keys, the key for the daily work and what that opens.
    let of_staff = |person: &Person| thief.has(&staff[&person.name]);
    assert!(people.iter().all(of_staff), "the walk has missed how a staff key opens");
    assert!(thief.has(&keys["open"]) && thief.has(&cases["open"]), "the walk has missed the open key");
    assert!(!thief.has(&keys["archive"]), "a sign-in gives the archive key");
    assert!(!thief.has(&cases["archive"]), "a sign-in opens an archived case");
    assert!(!thief.has(&keys["recovery"]));
    let seconds = named(&at, SECONDS).await;
    assert_eq!(seconds.len(), 2);
    assert!(seconds.values().all(|key| !thief.has(key)), "a sign-in gives a second key");
    let (root, own) = (root_of(&at), named(&at, SIGNING).await);
    let signs = |person: &Person| thief.signs_as(&own[&person.name]);
    assert!(people.iter().all(signs), "the walk has missed what a member signs with");
    assert!(!thief.signs_as(&root), "a sign-in gives the root, which signs key lists");

    // With one second passphrase the same walk opens the archive: so it tried the right doors.
    let administrator = &society.administrator;
    thief.saw_typed(&at, administrator, &administrator.second_passphrase()).await;
    thief.opens_all();
    assert!(
        thief.has(&keys["archive"]) && thief.has(&cases["archive"]),
        "the walk has missed the archive's door"
    );
    assert!(thief.signs_as(&root), "the walk has missed the root's door");
}

/// The public half of the root, as this host has pinned it.
fn root_of(at: &TestApp) -> String {
    let pins = std::fs::read_to_string(&at.app.config.pin_file).unwrap();
    let line = pins.lines().find(|line| line.starts_with("kinlight-pin 1 ")).expect("a pin");
    line.split(' ').nth(3).expect("a key").to_owned()
}

/// A literal of this engine's SQL.
fn bytes(at: &TestApp, bytes: &[u8]) -> String {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    if kinlight::db::is_sqlite(&at.db.desk) { format!("x'{hex}'") } else { format!("'\\x{hex}'") }
}

/// As an older program left it: the archive key and the root under the first key, and no second one.
async fn is_from_before(at: &TestApp, society: &Society, person: &Person) {
    use kinlight::ids::RecordId;
    use kinlight::sealing::{Binding, Kind};
    use kinlight::societies::keys::{self, Part};
    let member = person.member(at).await;
    let second = person.second_key(at, &member).await;
    let holder = member.key_holder_with(&second);
    let held = keys::held_by(&at.db.desk, society.id, Part::Archive, holder).await.unwrap();
    let place = Binding { kind: Kind::SocietyKey, record: RecordId::from_u128(2), owner: society.id.into() };
    let old = member.key.wrap_key(place, held.pair()).unwrap();
    let hex = bytes(at, &old);
    let own = at.id_in_sql(person.id);
    let of_grant = format!(
        "update key_grants set wrapped_key = {hex}, is_to_second = false where staff_id = {own} and part = 'archive'"
    );
    at.tampers_past_triggers("key_grants", &of_grant).await;
    let of_staff = format!(
        "update staff set second_salt = null, second_public_key = null, second_wrapped_key = null, \
         second_witness = null where id = {own}"
    );
    at.tampers_past_triggers("staff", &of_staff).await;
    // Such rows have their proofs from the first start after the update.
    kinlight::older_rows::prove(&at.db.desk, &at.app.secrets.proofs, at.now()).await.unwrap();
    root::puts_under_the_first_key(at, society, person).await;
}

const MOVED: &str = "select count(*) from key_grants where part = 'archive' and is_to_second";
const UNMOVED: &str =
    "select count(*) from key_grants where part = 'archive' and staff_id is not null and not is_to_second";

#[tokio::test]
async fn an_administrator_from_before_is_asked_and_the_old_wrapping_is_gone() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let administrator = &society.administrator;
    is_from_before(&at, &society, administrator).await;
    assert_eq!((at.count(MOVED).await, at.count(UNMOVED).await), (0, 1));
    assert_eq!((at.count(root::MOVED).await, at.count(root::UNMOVED).await), (0, 1));
    for lang in ["en", "ar"] {
        let browser = administrator.signs_in(&at).await;
        let home = browser.get(&format!("/{lang}/")).await.expect(200);
        home.says(&at.text(lang, "desk-second-title"));
        assert_eq!(at.count(UNMOVED).await, 1, "signing in moved the key to nobody");
    }
    let browser = administrator.signs_in(&at).await;
    let page = browser.get("/en/second-passphrase").await.expect(200);
    let words = administrator.second_passphrase();
    let set = |password: &str, new: &str, again: &str| {
        let form = page.form("/second-passphrase").set("password", password);
        form.set("second_new", new).set("second_new_again", again)
    };
    let like = format!("{} again", administrator.password);
    for (form, field, key) in [
        (set("", &words, &words), "password", "sign-in-password-missing"),
        (set("not my password at all", &words, &words), "password", "second-password-wrong"),
        (set(&administrator.password, &words, "another"), "second_new_again", "second-differs"),
        (set(&administrator.password, "short", "short"), "second_new", "join-password-short"),
        (set(&administrator.password, &like, &like), "second_new", "second-like-password"),
        (
            set(&administrator.password, &administrator.password, &administrator.password),
            "second_new",
            "second-like-password",
        ),
    ] {
        let told = form.submit(&browser).await.expect(422);
        let fault = told.fault_at(field).unwrap_or_default();
        assert!(fault.contains(&at.text("en", key)), "{key}: {fault:?} on {told:?}");
        assert!(!told.html().contains(&words), "a passphrase is shown again");
    }
    assert_eq!((at.count(MOVED).await, at.count(UNMOVED).await), (0, 1));
    let done = set(&administrator.password, &words, &words).submit(&browser).await.expect(200);
    done.says(&at.text("en", "second-done-title"));
    assert_eq!((at.count(MOVED).await, at.count(UNMOVED).await), (1, 0));
    assert_eq!((at.count(root::MOVED).await, at.count(root::UNMOVED).await), (1, 0));
    let home = browser.get("/en/").await.expect(200);
    assert!(!home.contains(&at.text("en", "desk-second-title")), "{home:?}");

    // The moved key opens what is archived: the sign-in's own keys no longer do.
    archives_a_case(&at, &society).await;
    let member = administrator.member(&at).await;
    let case = named_case(&at).await;
    let shut = kinlight::cases::open(&at.db.desk, society.id, case, member.key_holder()).await;
    assert!(shut.is_err(), "a session opens an archived case");
    let second = administrator.second_key(&at, &member).await;
    let holder = member.key_holder_with(&second);
    kinlight::cases::open(&at.db.desk, society.id, case, holder).await.expect("it opens with the second key");
}

async fn named_case(at: &TestApp) -> kinlight::ids::CaseId {
    let rows = kinlight::cases::entity::Entity::find().all(&at.db.desk).await.unwrap();
    rows.into_iter().find(|row| row.closed_at.is_some()).expect("an archived case").id
}

#[tokio::test]
async fn a_forgotten_passphrase_costs_the_archive_until_a_colleague_or_the_recovery_key_gives_it_again() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let other = society.takes_on_administrator(&at, "admin-two").await;
    let administrator = &society.administrator;
    for by_colleague in [true, false] {
        let browser = administrator.signs_in(&at).await;
        let page = browser.get("/en/second-passphrase").await.expect(200);
        let words = administrator.second_passphrase();
        let form = page.form("/second-passphrase").set("password", &administrator.password);
        let form = form.set("second_new", &words).set("second_new_again", &words);
        form.submit(&browser).await.expect(422).says(&at.text("en", "second-missing"));
        let form = page.form("/second-passphrase").set("password", &administrator.password);
        let form = form.set("second_new", &words).set("second_new_again", &words).tick("is_forgotten", "yes");
        let keys = form.submit(&browser).await.expect(200);
        assert_eq!(keys.path, "/en/keys", "{keys:?}");
        browser.get("/en/").await.expect(200).says(&at.text("en", "desk-archive-key-title"));
        // The daily work goes on.
        browser.get("/en/publications").await.expect(200);
        assert_eq!(at.count(MOVED).await, 1, "the colleague's alone");

        if by_colleague {
            let digits = keys.text_of(".code-box .code");
            let colleague = other.signs_in(&at).await;
            let page = colleague.get(&format!("/en/accounts/{}", administrator.id)).await.expect(200);
            let form = || page.form("/keys").set("fingerprint", &digits);
            form().submit(&colleague).await.expect(422).says(&at.text("en", "second-missing"));
            let wrong = form().set("second_passphrase", &other.password).submit(&colleague).await.expect(422);
            assert!(wrong.fault_at("second_passphrase").is_some(), "{wrong:?}");
            assert_eq!(at.count(MOVED).await, 1);
            let given = form().set("second_passphrase", &other.second_passphrase()).submit(&colleague).await;
            given.expect(200).says(&at.text("en", "colleague-sealed"));
        } else {
            let form = keys.form("/keys/recover").set("recovery_key", &society.recovery_key);
            form.submit(&browser).await.expect(200);
        }
        assert_eq!(at.count(MOVED).await, 2);
        let home = browser.get("/en/").await.expect(200);
        assert!(!home.contains(&at.text("en", "desk-archive-key-title")), "{home:?}");
    }
    let forgotten = "select count(*) from audit_lines where verb = 'second-passphrase-forgotten'";
    assert_eq!(at.count(forgotten).await, 2);
}

#[tokio::test]
async fn a_changed_passphrase_opens_the_same_key_and_is_never_the_password() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    archives_a_case(&at, &society).await;
    let administrator = &society.administrator;
    let browser = administrator.signs_in(&at).await;
    let page = browser.get("/en/second-passphrase").await.expect(200);
    let new = "nine paper boats beyond the old canal";
    let changes = |old: &str| {
        let form = page.form("/second-passphrase").set("password", &administrator.password);
        form.set("second_passphrase", old).set("second_new", new).set("second_new_again", new)
    };
    let wrong = changes("not this one at all").submit(&browser).await.expect(422);
    assert!(wrong.fault_at("second_passphrase").is_some(), "{wrong:?}");
    changes(&administrator.second_passphrase()).submit(&browser).await.expect(200);
    assert_eq!(at.count(MOVED).await, 1, "a change gives up no key");
    // From a page of before the change, the old passphrase changes nothing.
    changes(&administrator.second_passphrase()).submit(&browser).await.expect(422);
    let lines = |verb: &str| format!("select count(*) from audit_lines where verb = '{verb}'");
    assert_eq!(at.count(&lines("second-passphrase-wrong")).await, 2);
    assert_eq!(at.count(&lines("second-passphrase-changed")).await, 1);

    // Nobody makes the second passphrase their password: the next sign-in would tell it.
    let page = browser.get("/en/password").await.expect(200);
    let form = page.form("/password").set("old_password", &administrator.password);
    let told = form.set("password", new).set("password_again", new).submit(&browser).await.expect(422);
    let fault = told.fault_at("password").unwrap_or_default();
    assert!(fault.contains(&at.text("en", "password-is-second")), "{told:?}");
}

#[tokio::test]
async fn guesses_at_a_second_passphrase_are_slowed_and_each_is_a_line() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let browser = society.administrator.signs_in(&at).await;
    let page = browser.get("/en/second-passphrase").await.expect(200);
    let new = "nine paper boats beyond the old canal";
    let mut tries = 0;
    loop {
        let form = page.form("/second-passphrase").set("password", &society.administrator.password);
        let form = form.set("second_passphrase", &format!("guess number {tries}"));
        let told = form.set("second_new", new).set("second_new_again", new).submit(&browser).await;
        if told.status == 429 {
            assert!(!told.header("retry-after").is_empty());
            break;
        }
        told.expect(422);
        tries += 1;
        assert!(tries < 40, "guessing is not slowed down");
    }
    let wrong = "select count(*) from audit_lines where verb = 'second-passphrase-wrong'";
    assert_eq!(at.count(wrong).await, tries);
    // An old code is asked for again before a passphrase is typed, and nothing of it is kept.
    at.advance(Duration::minutes(6));
    let asked = browser.get("/en/second-passphrase").await.expect(200);
    asked.says(&at.text("en", "fresh-factor-title"));
}

#[tokio::test]
async fn only_an_administrator_has_one_and_a_new_start_begins_without() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    assert_eq!(named(&at, SECONDS).await.len(), 1);
    let other = society.takes_on_administrator(&at, "admin-two").await;
    let first = society.administrator.signs_in(&at).await;
    let page = first.get(&format!("/en/accounts/{}", other.id)).await.expect(200);
    let link = page.form("/recovery").submit(&first).await.expect(200).text_of(".long-code");
    let colleague = society.case_worker.signs_in(&at).await;
    let vouch = colleague.get("/en/vouch").await.expect(200);
    vouch.form("/vouch").submit(&colleague).await.expect(200);
    let anew = Person::joins(&at, &link, "admin-two").await;
    assert_eq!(named(&at, SECONDS).await.len(), 1, "the second key of before a new start is still there");
    // The digits wait for the second passphrase, since they cover its key too.
    let page = first.get(&format!("/en/accounts/{}", anew.id)).await.expect(200);
    page.says(&at.text("en", "colleague-second-first"));
    let browser = anew.signs_in(&at).await;
    let asked = browser.get("/en/keys").await.expect(200);
    assert_eq!(asked.path, "/en/second-passphrase");
    seals_all_keys(&at, &society.administrator, &anew).await;
    assert_eq!(at.count(MOVED).await, 2);
}

/// Each page where it is chosen, asked for or missing, in both languages of the desk, to look at.
#[tokio::test]
async fn its_pages_say_in_both_languages_what_to_do() {
    let at = TestApp::start().await;
    let (_, founder) = Society::without_keys(&at, "southland").await;
    let society = Society::founded(&at, "northland").await;
    let other = society.takes_on_administrator(&at, "admin-two").await;
    other.loses_second(&at).await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let late = at.visitor();
    let letter = Letter::saying("I carried the blue kite.");
    let check = fills(&late, "en", photo.number, letter).await;
    let worker = society.case_worker.signs_in(&at).await;
    let page = worker.get(&format!("/en/publications/{}", photo.id)).await.expect(200);
    page.main_form().set("reason", "withdrawn-by-staff").submit(&worker).await.expect(200);
    Receipt::on(&sends(&at, &late, &check).await);
    for lang in ["en", "ar"] {
        let (founding, whole, lacking) = (
            founder.signs_in(&at).await,
            society.administrator.signs_in(&at).await,
            other.signs_in(&at).await,
        );
        let colleague = format!("accounts/{}", other.id);
        for (name, browser, path, key) in [
            ("making", &founding, "keys", "second-rule"),
            ("changing", &whole, "second-passphrase", "second-forgotten-label"),
            ("archive", &whole, "archive", "second-label"),
            ("giving", &whole, colleague.as_str(), "second-label"),
            ("getting", &lacking, "keys", "keys-call-other-lead"),
            ("lacking", &lacking, "archive", "second-archive-first"),
            ("home", &lacking, "", "desk-archive-key-title"),
        ] {
            let page = browser.get(&format!("/{lang}/{path}")).await.expect(200);
            page.says(&at.text(lang, key));
            to_look_at(&format!("second-{name}-{lang}"), &page.html());
        }
    }
    is_from_before(&at, &society, &society.administrator).await;
    for lang in ["en", "ar"] {
        let browser = society.administrator.signs_in(&at).await;
        for (name, path, key) in [
            ("choosing", "second-passphrase", "second-rule"),
            ("unchosen", "archive", "second-choose-first"),
            ("asked", "", "desk-second-title"),
        ] {
            let page = browser.get(&format!("/{lang}/{path}")).await.expect(200);
            page.says(&at.text(lang, key));
            to_look_at(&format!("second-{name}-{lang}"), &page.html());
        }
    }
}
