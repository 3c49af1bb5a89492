//! What an operator relies on: all wrong settings are reported at once, an unsafe start is refused, the schema must be migrated
//! first, commits survive a power cut, and the site has no rights beyond its work.

use sea_orm::{ConnectionTrait, Statement};

use crate::harness::app::TestApp;
use crate::harness::engines::Engines;
use crate::harness::people::Society;
use kinlight::app::{App, StartError};
use kinlight::clock::Clock;
use kinlight::config::Config;
use kinlight::server;

#[tokio::test]
async fn all_faults_of_the_settings_are_told_at_once() {
    let at = TestApp::start().await;
    let output = at
        .serving()
        .arg("serve")
        .env("KINLIGHT_LISTEN", "nowhere")
        .env("KINLIGHT_CONSENT_MONTHS", "36")
        .env("KINLIGHT_BLOBS", "s3")
        .env("KINLIGHT_S3_BUCKET", "")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    for setting in ["listen", "consent_months", "s3_bucket"] {
        assert!(said.contains(setting), "{setting} in {said}");
    }
    let listed = at.program().arg("config").output().unwrap();
    assert!(listed.status.success());
    assert!(String::from_utf8_lossy(&listed.stdout).contains("KINLIGHT_CODE_MEMORY_KIB"));
}

#[tokio::test]
async fn an_old_schema_cheap_codes_and_an_unasked_zone_keep_serve_from_starting() {
    let at = TestApp::start().await;
    assert!(matches!(server::check(&at.app).await, Err(StartError::CheapCodes(256))));
    let output = at.serving().arg("serve").output().unwrap();
    assert_eq!(output.status.code(), Some(1), "serve began with cheap codes");

    let at = TestApp::with(&[
        ("code_memory_kib", "65536"),
        ("single_zone_accepted", "false"),
        ("code_stock", "0"),
    ])
    .await;
    Society::founded(&at, "northland").await;
    server::check(&at.app).await.expect("one Society is fine");
    Society::founded(&at, "southland").await;
    assert!(matches!(server::check(&at.app).await, Err(StartError::SingleZone)));

    let folder = tempfile::tempdir().unwrap();
    let values = [
        ("data_dir".to_owned(), folder.path().display().to_string()),
        ("code_stock".to_owned(), "0".to_owned()),
        ("photo_worker_program".to_owned(), env!("CARGO_BIN_EXE_kinlight").to_owned()),
    ];
    let fresh = App::new(Config::from_values(values.into()).unwrap(), Clock::System).await.unwrap();
    assert!(matches!(server::check(&fresh).await, Err(StartError::PendingMigrations)));
    fresh.db.migrate().await.unwrap();
    server::check(&fresh).await.expect("all is well now");
    fresh.db.migrate().await.expect("a second run changes nothing");
}

#[tokio::test]
async fn every_commit_is_kept_and_sqlite_overwrites_what_it_deletes() {
    let at = TestApp::start().await;
    match at.engines {
        Engines::SqliteFolder => {
            for (pragma, expected) in [("synchronous", 2), ("secure_delete", 1), ("foreign_keys", 1)] {
                assert_eq!(at.count(&format!("pragma {pragma}")).await, expected, "{pragma}");
            }
        }
        // The tests' cluster has it off; each of Kinlight's connections must turn it on.
        Engines::PostgresS3 => {
            for db in [&at.app.db.desk, &at.app.db.site] {
                let asked = Statement::from_string(db.get_database_backend(), "show synchronous_commit");
                let row = db.query_one_raw(asked).await.unwrap().expect("an answer");
                assert_eq!(row.try_get_by_index::<String>(0).unwrap(), "on");
            }
        }
    }
}

#[tokio::test]
async fn both_faces_tell_whether_they_are_well() {
    let at = TestApp::start().await;
    for face in [at.visitor(), at.at_the_desk()] {
        face.get("/healthz").await.expect(200);
        face.get("/readyz").await.expect(200);
    }
    at.app.db.desk.clone().close().await.unwrap();
    at.app.db.site.clone().close().await.unwrap();
    at.visitor().get("/healthz").await.expect(200);
    at.at_the_desk().get("/readyz").await.expect(503);
    at.visitor().get("/readyz").await.expect(200);
    at.advance(time::Duration::minutes(61));
    at.visitor().get("/readyz").await.expect(503);
}
