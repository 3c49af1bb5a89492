//! A backup is complete and sealed: every table and every file is in it or on the list of what stays out. Without its key it
//! shows nothing. If it is cut off or altered, its restore changes nothing. It can be restored into the other engine.

use futures_util::StreamExt;
use std::collections::{BTreeMap, BTreeSet};
use std::os::unix::fs::PermissionsExt;
use time::Duration;

use super::{Backup, empty_after, empty_with, photo_says, replays, restored};
use crate::harness::app::TestApp;
use crate::harness::desk_pages::{claims, first_in_queue};
use crate::harness::engines::Engines;
use crate::harness::people::{Enquirer, Photo, Society, portrait};
use crate::harness::posters;
use crate::harness::site_pages::{Letter, reads, responds};
use kinlight::backup::tombstones::Log;
use kinlight::backup::{BackupError, taking};
use kinlight::blobs::BlobKey;
use kinlight::db::columns::COLUMNS;
use kinlight::db::rows::{LEFT_OUT, Snapshot, tables};
use kinlight::sealing::SecretKey;

/// Puts something in every table, and a file under every prefix.
async fn filled(at: &TestApp) -> (Society, Photo) {
    let society = Society::founded(at, "northland").await;
    let photo = society.publishes(at, &Enquirer::who_agreed_to_posters()).await;
    let other = Enquirer { photo: portrait(11), ..Enquirer::looking_for_her_brother() };
    let ended = society.publishes(at, &other).await;
    society.drafts(at, &Enquirer::looking_for_her_brother()).await;
    posters::made_of(at, &society, &photo).await;
    society.is_told(at, "team@society.example").await;
    let receipt = responds(at, &at.visitor(), photo.number, Letter::saying("I carried the kite.")).await;
    let moderator = society.moderator.signs_in(at).await;
    let response = first_in_queue(&moderator).await.expect("a response");
    let page = claims(&moderator, &response).await;
    let page = page.form("/note").set("note", "The kite agrees.").submit(&moderator).await.expect(200);
    page.form("/question").set("question", "Which colour?").submit(&moderator).await.expect(200);
    let brother = at.visitor();
    let mailbox = reads(&brother, &receipt.code).await;
    mailbox.form("/return/answer").set("answer", "Blue.").submit(&brother).await.expect(200);
    super::withdraws(at, &ended).await;
    at.run_jobs().await;
    // An unfinished approval leaves a file that waits on the erasure list.
    society.sends_to_review(at, &Enquirer::looking_for_her_brother()).await;
    at.tampers("insert into blob_erasures (key, due_at) values ('sealed/pictures/x', 9999999999)").await;
    (society, photo)
}

type Rows = BTreeMap<&'static str, BTreeSet<String>>;

async fn rows(at: &TestApp) -> Rows {
    let picture = Snapshot::taken(&at.db.desk).await.unwrap();
    let mut all = Rows::new();
    for table in tables() {
        let mut rows = std::pin::pin!(picture.rows(table).await.unwrap());
        let of_table = all.entry(table).or_default();
        while let Some(row) = rows.next().await {
            of_table.insert(serde_json::to_string(&row.unwrap()).unwrap());
        }
    }
    all
}

/// Fails unless the restored system has every row and every file, and besides them only the record of the restore.
async fn are_the_same(old: &Rows, new: &TestApp, files: &[(String, Vec<u8>)]) {
    let newer = rows(new).await;
    for (table, rows) in old.iter().filter(|(table, _)| **table != "installation") {
        let more: Vec<_> = newer[table].difference(rows).collect();
        assert!(rows.is_subset(&newer[table]), "{table} lacks rows");
        assert!(more.iter().all(|line| line.contains("\"restored\"")), "{table} has {more:?}");
        assert!(!rows.is_empty(), "{table} was empty, so this tells nothing of it");
    }
    assert_eq!(new.blobs(), files);
}

#[tokio::test]
async fn every_row_and_every_file_comes_back() {
    let at = TestApp::start().await;
    filled(&at).await;
    let (before, files) = (rows(&at).await, at.blobs());
    let (backup, taken) = Backup::of(&at).await;
    assert_eq!(taken.files, files.len() as u64);
    assert!(taken.missing.is_empty() && taken.erased_meanwhile == 0, "{taken:?}");
    let new = restored(&at, &backup).await;
    are_the_same(&before, &new, &files).await;
    // A backup of the restored system is as good.
    new.advance(Duration::minutes(1));
    let (second, _) = Backup::of(&new).await;
    are_the_same(&before, &restored(&at, &second).await, &files).await;
}

#[tokio::test]
async fn from_one_engine_it_goes_into_the_other_and_back() {
    if !Engines::PostgresS3.are_chosen() {
        return;
    }
    let at = TestApp::start().await;
    let (society, photo) = filled(&at).await;
    let (before, files) = (rows(&at).await, at.blobs());
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}?mode=rwc", folder.path().join("kinlight.sqlite").display());
    let settings = [
        ("database_url", url.as_str()),
        ("site_database_url", &url),
        ("jobs_database_url", &url),
        ("blobs", "folder"),
    ];
    let on_sqlite = empty_with(&at, &settings).await;
    assert!(kinlight::db::is_sqlite(&on_sqlite.db.desk));
    let (backup, _) = Backup::of(&at).await;
    backup.goes_into(&on_sqlite).await.expect("restored on SQLite");
    let in_folder = crate::harness::app::files_under(&on_sqlite.folder.path().join("blobs"));
    assert_eq!(in_folder, files);

    let (back, _) = Backup::of(&on_sqlite).await;
    let on_postgres = restored(&at, &back).await;
    are_the_same(&before, &on_postgres, &files).await;
    for system in [&on_sqlite, &on_postgres] {
        kinlight::backup::replaying::acknowledge_gap(&system.db, system.now()).await.unwrap();
        system.app.refresh_catalogue().await;
        assert_eq!(photo_says(system, &photo).await, 200);
        let moderator = society.moderator.signs_in(system).await;
        let response = first_in_queue(&moderator).await.expect("a response");
        moderator.get(&response).await.expect(200).says("I carried the kite.");
        // The triggers work again: responses and withdrawals take effect.
        responds(system, &system.visitor(), photo.number, Letter::saying("So do I.")).await;
        assert_eq!(system.count("select count(*) from responses where society_id is null").await, 0);
        super::withdraws(system, &photo).await;
        system.app.refresh_catalogue().await;
        assert_eq!(photo_says(system, &photo).await, 410);
        assert!(system.count("select count(*) from tombstones").await > 0);
    }
}

#[tokio::test]
async fn without_its_key_it_shows_nothing_and_damaged_it_changes_nothing() {
    let at = TestApp::start().await;
    filled(&at).await;
    let (backup, taken) = Backup::of(&at).await;
    let whole = std::fs::read(&backup.file).unwrap();
    assert_eq!(whole.len() as u64, taken.bytes);
    assert_eq!(std::fs::metadata(&backup.file).unwrap().permissions().mode() & 0o777, 0o600);
    for word in ["northland", "society", "manifest", "blobs/public", "AGE-SECRET"] {
        let is_there = whole.windows(word.len()).any(|window| window == word.as_bytes());
        assert!(!is_there, "{word} can be read");
    }
    let new = empty_after(&at).await;
    let refused = backup.opened_with(&SecretKey::generate(), &new).await;
    assert!(matches!(refused, Err(BackupError::WontOpen)), "{refused:?}");

    let cuts = [0, 10, 200, whole.len() / 3, whole.len() - 70_000, whole.len() - 1_200, whole.len() - 1];
    for cut in cuts {
        std::fs::write(&backup.file, &whole[..cut]).unwrap();
        let refused = backup.goes_into(&new).await;
        assert!(
            matches!(refused, Err(BackupError::WontOpen | BackupError::Damaged(_))),
            "cut at {cut}: {refused:?}"
        );
    }
    for at_byte in [300, whole.len() / 2, whole.len() - 5] {
        let mut altered = whole.clone();
        altered[at_byte] ^= 1;
        std::fs::write(&backup.file, &altered).unwrap();
        let refused = backup.goes_into(&new).await;
        assert!(
            matches!(refused, Err(BackupError::WontOpen | BackupError::Damaged(_))),
            "altered at {at_byte}: {refused:?}"
        );
    }
    assert!(new.blobs().is_empty());
    assert_eq!(new.count("select count(*) from societies").await, 0);
    assert_eq!(new.count("select count(*) from installation where name like 'gallery%'").await, 0);

    std::fs::write(&backup.file, &whole).unwrap();
    backup.goes_into(&new).await.expect("whole, it goes in");
    let twice = backup.goes_into(&new).await;
    assert!(twice.is_err(), "it restored over existing rows");
    replays(&new, &Log::default()).await;
}

#[tokio::test]
async fn what_the_store_lost_or_nobody_can_read_is_told_and_what_was_erased_is_not_missed() {
    let at = TestApp::start().await;
    let (_, photo) = filled(&at).await;
    let lost = at.blobs().into_iter().find(|(name, _)| name.contains(&photo.number.compact())).unwrap().0;
    at.app.blobs.delete(&BlobKey::parse(&lost).unwrap()).await.unwrap();
    let (_, taken) = Backup::of(&at).await;
    assert_eq!(taken.missing.iter().map(|key| key.as_str()).collect::<Vec<_>>(), [lost]);
    // A row that a broken disk damaged: the backup contains it, and reports that its files can't be known.
    at.tampers("create table before as select pictures from publications where pictures is not null").await;
    at.tampers("update publications set pictures = '?' where pictures is not null").await;
    let (_, taken) = Backup::of(&at).await;
    assert!(taken.unreadable == 1 && taken.missing.is_empty(), "{taken:?}");
    at.tampers("update publications set pictures = (select pictures from before) where pictures = '?'").await;
    at.tampers("drop table before").await;
    // After its end, the row names its files until the job has erased them, but the backup does not need them.
    super::withdraws(&at, &photo).await;
    let (_, taken) = Backup::of(&at).await;
    assert!(taken.missing.is_empty(), "{taken:?}");
}

/// A role that can't see all rows must not make an incomplete backup.
#[tokio::test]
async fn a_role_that_does_not_see_all_rows_takes_no_backup() {
    if !Engines::PostgresS3.are_chosen() {
        return;
    }
    let at = TestApp::start().await;
    Society::founded(&at, "northland").await;
    let folder = tempfile::tempdir().unwrap();
    let (file, key) = (folder.path().join("night.age"), [SecretKey::generate().public()]);
    let (app, secrets) = (&at.app, at.app.secrets.marks());
    let taken = taking::take(app.system(), (&file, &key), secrets, at.now(), |_| ()).await;
    assert!(matches!(taken, Err(BackupError::Database(_))), "{taken:?}");
    assert_eq!(folder.path().read_dir().unwrap().count(), 0, "something was left");
}

#[test]
fn every_table_is_in_a_backup_or_on_the_list_of_those_left_out() {
    let declared: BTreeSet<&str> = COLUMNS.iter().map(|(table, ..)| *table).collect();
    let (inside, outside): (BTreeSet<&str>, BTreeSet<&str>) =
        (tables().into_iter().collect(), LEFT_OUT.iter().map(|(table, _)| *table).collect());
    assert_eq!(inside.union(&outside).copied().collect::<BTreeSet<_>>(), declared);
    assert!(inside.is_disjoint(&outside));
    for (table, why) in LEFT_OUT {
        assert!(why.split(' ').count() >= 4, "{table}: {why:?} is no reason");
    }
    assert_eq!(tables().len(), inside.len(), "the columns of one table are not together in db/columns.rs");
}
