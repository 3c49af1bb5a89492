//! Photos from before there were certificates, programs of before, and hosts that are new.

use kinlight::app::{App, StartError};
use kinlight::clock::Clock;
use kinlight::config::{Config, Zone};
use kinlight::db::is_sqlite;
use kinlight::publications::certifying::judging::Flaw;
use kinlight::server;

use super::{CERTIFICATE, certifies, it_is_told, looks, page_of, reloads, whose};
use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Photo, Society};

/// The database as the program of before left it.
async fn is_of_before(at: &TestApp) {
    let nothing = CERTIFICATE.map(|column| format!("{column} = null")).join(", ");
    at.tampers(&format!("update publications set {nothing}")).await;
    at.tampers("update consents set proof = null, recorded_by = null").await;
    std::fs::remove_file(at.folder.path().join("seen-photos.txt")).unwrap();
}

async fn certified(at: &TestApp, photo: &Photo) -> i64 {
    at.count(&format!(
        "select count(*) from publications where {} and certificate is not null",
        whose(at, photo.id)
    ))
    .await
}

#[tokio::test]
async fn photos_of_before_go_on_and_are_certified_by_a_reviewer() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let draft = society.sends_to_review(&at, &Enquirer::looking_for_her_brother()).await;
    is_of_before(&at).await;
    let updated = at.replica().await;
    assert_eq!(certified(&at, &photo).await, 1, "the desk's first start takes it over");
    updated.visitor().get(&page_of(&photo)).await.expect(200);
    let taken = "select count(*) from audit_lines where verb = 'certified' and detail = 'taken-over-3'";
    assert_eq!(at.count(taken).await, 1, "two consents and a photo");
    assert_eq!(looks(&updated, &society).await, 0, "an alarm without a reason");
    // A draft of before is approved as ever.
    let reviewer = society.reviewer.signs_in(&updated).await;
    let page = reviewer.get(&format!("/en/reviews/{}", draft.id)).await.expect(200);
    page.form("/approve").tick_all("checked").submit(&reviewer).await.expect(200);
    // The reviewer signs what the desk took over.
    reviewer.get("/en/certify").await.expect(200).says(&at.text("en", "certify-due-unsigned"));
    certifies(&updated, &reviewer).await;
    reviewer.get("/en/certify").await.expect(200).says(&at.text("en", "certify-nothing"));
    assert_eq!(looks(&updated, &society).await, 0, "an alarm without a reason");
    assert_eq!(at.count("select count(*) from publications where certified_signature is not null").await, 2);
}

/// Later, a row without a certificate is not one of before: somebody has taken it away, or a program of before approved it.
#[tokio::test]
async fn a_photo_without_a_certificate_waits_for_a_reviewer() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    at.tampers(&format!("update publications set certificate = null where {}", whose(&at, photo.id))).await;
    at.advance(time::Duration::hours(2));
    reloads(&at).await;
    at.visitor().get(&page_of(&photo)).await.expect(404);
    let restarted = at.replica().await;
    restarted.visitor().get(&page_of(&photo)).await.expect(404);
    assert_eq!(certified(&at, &photo).await, 0, "no start takes it over");
    it_is_told(&at, &society, Flaw::Missing).await;
    // It is not ticked: the reviewer has to look at it.
    let reviewer = society.reviewer.signs_in(&at).await;
    let page = reviewer.get("/en/certify").await.expect(200);
    page.form("/certify").submit(&reviewer).await.expect(422).says(&at.text("en", "certify-none-ticked"));
    page.form("/certify").tick_all("photo").submit(&reviewer).await.expect(200);
    at.visitor().get(&page_of(&photo)).await.expect(200);
    assert_eq!(looks(&at, &society).await, 0);
}

/// A site that knows no desk would be an empty gallery: it says so instead of starting.
#[tokio::test]
async fn a_site_that_knows_no_desk_does_not_start() {
    let at = TestApp::start().await;
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", at.folder.path().join("kinlight.sqlite").display());
    let url = if is_sqlite(&at.db.desk) { url } else { at.setting("site_database_url").to_owned() };
    let settings = [
        ("data_dir", folder.path().display().to_string()),
        ("site_secret_file", at.folder.path().join("site.secret").display().to_string()),
        ("database_url", "postgres://nobody@127.0.0.1:1/nothing".to_owned()),
        ("site_database_url", url),
    ];
    let settings = settings.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let mut config = Config::from_values(settings).expect("settings");
    config.zone = Zone::Site;
    let app = App::new(config, Clock::standing_at(at.now())).await.expect("it connects");
    assert!(matches!(server::check(&app).await, Err(StartError::NoDeskKey)));
    // The line that the desk's host prints is all that it lacks.
    let printed = at.program().args(["desk-key", "print"]).output().unwrap();
    assert!(printed.status.success(), "{printed:?}");
    let line = String::from_utf8(printed.stdout).unwrap();
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_kinlight"));
    let added =
        program.args(["desk-key", "add", line.trim()]).env("KINLIGHT_DATA_DIR", folder.path()).output();
    assert!(added.unwrap().status.success());
    let known = std::fs::read_to_string(folder.path().join("desk-keys.txt")).unwrap();
    assert_eq!(known, line);
    assert_eq!(std::fs::read_to_string(at.folder.path().join("desk-keys.txt")).unwrap(), line);
}
