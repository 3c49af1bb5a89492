//! A copy of the whole database and a stolen cookie together open no session: the session's key also depends on the desk's
//! secret, which is in neither.

use kinlight::ids::RecordId;
use kinlight::sealing::{Binding, Kind, SecretKey, derive, from_base64url};
use kinlight::staff::session_entity;
use sea_orm::EntityTrait;

use crate::harness::app::TestApp;
use crate::harness::people::Society;

/// The keys that a thief can derive from a cookie's 64 bytes without the desk's secret.
#[tokio::test]
async fn a_cookie_and_the_database_open_no_session() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    for row in session_entity::Entity::find().all(&at.db.desk).await.unwrap() {
        session_entity::Entity::delete_by_id(row.id_hash).exec(&at.db.desk).await.unwrap();
    }
    let cookie = from_base64url(&society.moderator.session(&at).await).unwrap();
    let row = session_entity::Entity::find().one(&at.db.desk).await.unwrap().expect("a session");
    let (id, secret) = cookie.split_at(32);
    let place = Binding { kind: Kind::StaffKey, record: row.staff_id.into(), owner: RecordId::from_u128(0) };
    let opens = |root: &[u8]| {
        let key = SecretKey::from_bytes(&derive(root, "kinlight/session")).unwrap();
        key.open(place, &row.wrapped_key).is_ok()
    };
    let nothing = [0u8; 32];
    let tried = [secret, id, &cookie, &[secret, id].concat(), &[secret, nothing.as_slice()].concat()];
    assert_eq!(tried.map(opens), [false; 5], "offline, a cookie opens the keys of a desk");
    // With the secret the session opens, as at the desk: so the attempts above are sound.
    assert!(opens(&[secret, at.app.secrets.desk.as_slice()].concat()));
}
