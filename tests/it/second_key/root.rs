//! The root is under the second key: each act that signs a key list in an administrator's hand asks for the second passphrase, and an
//! end waits for none.

use kinlight::ids::RecordId;
use kinlight::sealing::{Binding, Kind, SecretKey};
use kinlight::societies::keys::{KeyError, Part};
use kinlight::societies::root;
use kinlight::staff::inviting::{self, NewMember};
use kinlight::staff::roles::{Administer, Role};
use kinlight::staff::{Staff, session};
use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::looks::to_look_at;
use crate::harness::people::{Person, Society, accepts, digits_of};
use crate::signed_keys::newest;

const LISTS: &str = "select count(*) from key_lists";

/// Somebody who has joined and waits for the keys.
async fn waits_for_keys(at: &TestApp, society: &Society, name: &str) -> Person {
    let by: Staff<Administer> = society.administrator.may(at).await;
    let ends = at.now().date() + Duration::days(300);
    let new = NewMember { name, roles: &[Role::Moderator], grant_ends_on: ends };
    let token = inviting::invite(&at.db.desk, &by, new, at.now()).await.expect("invited");
    accepts(at, name, &token).await
}

/// A taken-over desk that waits for an administrator has their session, and what they typed at the sign-in.
#[tokio::test]
async fn giving_keys_asks_for_the_second_passphrase_and_signs_nothing_without_it() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let noor = waits_for_keys(&at, &society, "noor").await;
    let digits = digits_of(&at, "noor").await;
    let (administrator, lists) = (&society.administrator, at.count(LISTS).await);
    let browser = administrator.signs_in(&at).await;
    let page = browser.get(&format!("/en/accounts/{}", noor.id)).await.expect(200);
    to_look_at("root-giving", &page.html());
    let gives = |typed: &str| page.form("/keys").set("fingerprint", &digits).set("second_passphrase", typed);
    for typed in ["", &administrator.password, "seven copper kettles"] {
        let told = gives(typed).submit(&browser).await.expect(422);
        assert!(told.fault_at("second_passphrase").is_some(), "{typed}: {told:?}");
    }
    let member = administrator.member(&at).await;
    let held = root::held_by(&at.db.desk, society.id, member.key_holder()).await;
    assert!(matches!(held.err(), Some(KeyError::NotHeld(Part::Root))), "a session holds the root");
    assert_eq!(at.count(LISTS).await, lists, "a list was signed");
    gives(&administrator.second_passphrase()).submit(&browser).await.expect(200);
    assert_eq!(at.count(LISTS).await, lists + 1);
    noor.signs_in(&at).await.get("/en/queue").await.expect(200);
}

#[tokio::test]
async fn an_end_waits_for_no_passphrase_and_the_list_follows() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let (moderator, second, worker) = (&society.moderator, &society.second_moderator, &society.case_worker);
    let seats = [moderator.signs_in(&at).await, second.signs_in(&at).await, worker.signs_in(&at).await];
    let browser = society.administrator.signs_in(&at).await;
    let ends = async |person: &Person, typed: &str| {
        let page = browser.get(&format!("/en/accounts/{}", person.id)).await.expect(200);
        to_look_at("root-ending", &page.html());
        page.form("/end").set("end_passphrase", typed).submit(&browser).await.expect(200)
    };
    let is_out = async |seat: &crate::harness::browser::Browser| {
        assert!(seat.get("/en/").await.path.starts_with("/en/sign-in"), "the access has not ended");
    };
    let listed = async |person: &Person| newest(&at, &society).await.members.contains_key(&person.id);
    // Without it, and with a wrong one: the access ends, and the list still names them.
    ends(moderator, "").await.says(&at.text("en", "accounts-ended-later"));
    ends(second, "not this one at all").await.says(&at.text("en", "accounts-ended-later"));
    is_out(&seats[0]).await;
    is_out(&seats[1]).await;
    assert!(listed(moderator).await && listed(second).await);
    browser.get("/ar/accounts?ended=later").await.expect(200).says(&at.text("ar", "accounts-ended-later"));
    // With it, the list follows at once, and lacks those of before too.
    let typed = society.administrator.second_passphrase();
    ends(worker, &typed).await.says(&at.text("en", "accounts-ended-now"));
    is_out(&seats[2]).await;
    for person in [moderator, second, worker] {
        assert!(!listed(person).await, "{} is still in the list", person.name);
    }
    let ended = newest(&at, &society).await.ended;
    let line = |person: &Person| {
        format!(
            "select seq from audit_lines where verb = 'grant-ended' and subject = {}",
            at.id_in_sql(person.id)
        )
    };
    for person in [moderator, second, worker] {
        let seq = u64::try_from(at.count(&line(person)).await).unwrap();
        assert!(ended.iter().any(|one| one.staff == person.id && one.line == seq), "{}", person.name);
    }
}

#[tokio::test]
async fn who_guesses_at_the_end_is_slowed_and_the_end_is_not() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let administrator = &society.administrator;
    let browser = administrator.signs_in(&at).await;
    let page = browser.get("/en/second-passphrase").await.expect(200);
    let new = "nine paper boats beyond the old canal";
    for tries in 0.. {
        let form = page.form("/second-passphrase").set("password", &administrator.password);
        let form = form.set("second_passphrase", "not this one at all");
        let told = form.set("second_new", new).set("second_new_again", new).submit(&browser).await;
        if told.status == 429 {
            break;
        }
        assert!(tries < 40, "guessing is not slowed down");
    }
    let opened = "select count(*) from audit_lines where verb like 'second-%'";
    let before = at.count(opened).await;
    let page = browser.get(&format!("/en/accounts/{}", society.moderator.id)).await.expect(200);
    let form = page.form("/end").set("end_passphrase", &administrator.second_passphrase());
    form.submit(&browser).await.expect(200).says(&at.text("en", "accounts-ended-later"));
    assert_eq!(at.count(opened).await, before, "an end lets somebody guess on");
    assert_eq!(at.count("select count(*) from staff where stage = 'ended'").await, 1);
}

/// As an older program left it: the root under the first key.
pub async fn puts_under_the_first_key(at: &TestApp, society: &Society, person: &Person) {
    let member = person.member(at).await;
    let printed = bech32::decode(&society.root_key).unwrap().1.try_into().unwrap();
    let root = SecretKey::from_bytes(&printed).unwrap().derived("kinlight/root").unwrap();
    let place = Binding { kind: Kind::SocietyKey, record: RecordId::from_u128(3), owner: society.id.into() };
    let old = member.key.wrap_key(place, &root).unwrap();
    let (old, own) = (super::bytes(at, &old), at.id_in_sql(person.id));
    let of_grant = format!(
        "update key_grants set wrapped_key = {old}, is_to_second = false where staff_id = {own} and part = 'root'"
    );
    at.tampers_past_triggers("key_grants", &of_grant).await;
    // Such rows have their proofs from the first start after the update.
    kinlight::older_rows::prove(&at.db.desk, &at.app.secrets.proofs, at.now()).await.unwrap();
}

pub const MOVED: &str = "select count(*) from key_grants where part = 'root' and is_to_second";
pub const UNMOVED: &str =
    "select count(*) from key_grants where part = 'root' and staff_id is not null and not is_to_second";

/// An administrator who has chosen a second passphrase before the update types nothing for it.
#[tokio::test]
async fn a_root_from_before_moves_at_the_next_sign_in_or_when_the_passphrase_is_typed() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let administrator = &society.administrator;
    let open = administrator.signs_in(&at).await;
    puts_under_the_first_key(&at, &society, administrator).await;
    assert_eq!((at.count(MOVED).await, at.count(UNMOVED).await), (0, 1));
    let member = administrator.member(&at).await;
    let held = root::held_by(&at.db.desk, society.id, member.key_holder()).await;
    assert!(matches!(held.err(), Some(KeyError::NotHeld(Part::Root))), "the older wrapping is in use");
    // A session of before the update goes on.
    let noor = waits_for_keys(&at, &society, "noor").await;
    let page = open.get(&format!("/en/accounts/{}", noor.id)).await.expect(200);
    let form = page.form("/keys").set("fingerprint", &digits_of(&at, "noor").await);
    form.set("second_passphrase", &administrator.second_passphrase()).submit(&open).await.expect(200);
    assert_eq!((at.count(MOVED).await, at.count(UNMOVED).await), (1, 0));

    puts_under_the_first_key(&at, &society, administrator).await;
    administrator.signs_in(&at).await;
    assert_eq!((at.count(MOVED).await, at.count(UNMOVED).await), (1, 0), "the sign-in has not moved it");
    let second = administrator.second_key(&at, &member).await;
    root::held_by(&at.db.desk, society.id, member.key_holder_with(&second)).await.expect("the root");
}

/// Making the keys signs the first list: who has chosen the passphrase earlier types it then.
#[tokio::test]
async fn founding_asks_for_a_passphrase_that_was_chosen_earlier() {
    let at = TestApp::start().await;
    let (_, founder) = Society::without_keys(&at, "northland").await;
    founder.chooses_second(&at).await;
    let browser = founder.signs_in(&at).await;
    let page = browser.get("/en/keys").await.expect(200);
    to_look_at("root-founding", &page.html());
    let makes = |typed: &str| page.form("/keys/make").set("second_passphrase", typed);
    for typed in ["", &founder.password] {
        let told = makes(typed).submit(&browser).await.expect(422);
        assert!(told.fault_at("second_passphrase").is_some(), "{told:?}");
    }
    assert_eq!(at.count(LISTS).await, 0);
    makes(&founder.second_passphrase()).submit(&browser).await.expect(200);
    assert_eq!((at.count(LISTS).await, at.count(MOVED).await), (1, 1));
    let again = makes(&founder.second_passphrase()).submit(&browser).await;
    assert_eq!(again.status, 409, "{again:?}");
    let span = at.app.config.desk_session;
    let cookie = founder.session(&at).await;
    let member = session::find(at.sessions(), &cookie, at.now(), span).await.expect("a session");
    assert!(root::held_by(&at.db.desk, member.society, member.key_holder()).await.is_err());
}
