//! A full disk, and a store that is down, during an approval and during a response. The disk and the S3 server are real.

use std::path::{Path, PathBuf};
use std::process::Command;

use sea_orm::ConnectionTrait;

use crate::harness::app::{START, TestApp};
use crate::harness::bucket::{Bucket, Trouble};
use crate::harness::cannot_run::cannot_run;
use crate::harness::engines::{Engines, database_of_its_own};
use crate::harness::people::{Enquirer, Society};
use crate::harness::postgres::PostgresServer;
use crate::harness::site_pages::{Letter, Receipt, fills, sends, solved};
use kinlight::clock::Clock;

const LANGS: [&str; 2] = ["en", "ar"];
/// How many people answer while the bucket fails.
const PEOPLE: usize = 10;

#[tokio::test]
async fn a_bucket_that_is_down_publishes_nothing_half_and_loses_no_response() {
    // A bucket that hangs costs an approval half a minute, so it is tried in one language only.
    for (trouble, langs) in
        [(Trouble::ServerErrors, &LANGS[..]), (Trouble::Full, &LANGS[..]), (Trouble::Hangs, &LANGS[..1])]
    {
        let bucket = Bucket::start().await;
        let folder = tempfile::tempdir().unwrap();
        let at = TestApp::on(folder, &[], Clock::standing_at(START), Some(bucket)).await;
        let society = Society::founded(&at, "northland").await;
        let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
        let draft = society.sends_to_review(&at, &Enquirer::looking_for_her_brother()).await;
        let reviewer = society.reviewer.signs_in(&at).await;
        let visitor = at.visitor();
        let bucket = at.bucket.as_ref().unwrap();

        let mut accepted = 0;
        for lang in langs {
            let review = format!("/{lang}/reviews/{}", draft.id);
            let form = reviewer.get(&review).await.expect(200).form("/approve").tick_all("checked");
            let check = fills(&visitor, lang, photo.number, Letter::saying("in spite of it all")).await;
            bucket.fail_with(trouble);
            let page = form.submit(&reviewer).await.expect(503);
            page.says(&at.text(lang, "review-not-published-title"));
            assert_eq!(at.count("select count(*) from publications where stage = 'live'").await, 1);
            assert_eq!(at.count("select count(*) from publications where stage = 'in-review'").await, 1);
            // A response needs no bucket, so it is accepted.
            Receipt::on(&sends(&at, &visitor, &check).await);
            at.advance(time::Duration::minutes(1));
            for n in 0..PEOPLE {
                let visitor = at.visitor();
                let message = format!("I am number {n}.");
                let check = fills(&visitor, lang, photo.number, Letter::saying(&message)).await;
                Receipt::on(&sends(&at, &visitor, &check).await);
            }
            accepted += 1 + PEOPLE;
            bucket.fail_with(Trouble::None);
        }
        at.lost_nothing(&format!("a bucket in trouble ({trouble:?})"), accepted).await;

        let form = reviewer.get(&format!("/en/reviews/{}", draft.id)).await.expect(200).form("/approve");
        let page = form.tick_all("checked").submit(&reviewer).await.expect(200);
        assert!(page.path.contains("/publications/"), "it can be approved afterwards: {page:?}");
        at.later(time::Duration::minutes(11)).await;
        at.run_jobs().await;
        let versions: std::collections::BTreeSet<String> = at
            .bucket
            .as_ref()
            .unwrap()
            .objects()
            .iter()
            .filter(|name| name.starts_with("public/"))
            .filter_map(|name| Some(name.rsplit_once('/')?.0.to_owned()))
            .collect();
        assert_eq!(versions.len(), 2, "half-written approvals are left: {versions:?}");
    }
}

#[tokio::test]
async fn a_full_disk_is_told_plainly_and_keeps_what_was_typed() {
    let Some(disk) = SmallDisk::mounted() else {
        cannot_run("only root can mount a small disk here");
        return;
    };
    match Engines::chosen() {
        Engines::SqliteFolder => {
            // Free space is measured where the files lie. If none is left, nothing is written at all.
            let folder = tempfile::tempdir_in(&disk.path).unwrap();
            let usual = [("careful_below_percent", "10"), ("refuse_below_percent", "3")];
            on_a_full_disk(TestApp::on(folder, &usual, Clock::standing_at(START), None).await, &disk).await;
        }
        Engines::PostgresS3 => {
            // It needs a server of its own: PostgreSQL writes no checkpoint while one of its disks is full, so no other test
            // could create a database.
            let server = PostgresServer::start();
            let settings = database_of_its_own(&server, Some(&disk.path)).await;
            let settings: Vec<_> = settings.iter().map(|(name, value)| (&**name, &**value)).collect();
            on_a_full_disk(TestApp::with(&settings).await, &disk).await;
        }
    }
}

async fn on_a_full_disk(at: TestApp, disk: &SmallDisk) {
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let reviewer = society.reviewer.signs_in(&at).await;
    let (mut receipts, mut live) = (0, 1);
    for lang in LANGS {
        let draft = society.sends_to_review(&at, &Enquirer::looking_for_her_brother()).await;
        let review = format!("/{lang}/reviews/{}", draft.id);
        let form = reviewer.get(&review).await.expect(200).form("/approve").tick_all("checked");
        let visitor = at.visitor();
        let mut check = fills(&visitor, lang, photo.number, Letter::saying("when the disk was full")).await;

        let filler = disk.fill();
        if at.engines == Engines::PostgresS3 {
            fill_what_is_allocated(&at).await;
        }
        let mut page = sends(&at, &visitor, &check).await;
        // PostgreSQL has room for a few more inside its files.
        while page.status == 200 {
            Receipt::on(&page);
            receipts += 1;
            check = fills(&visitor, lang, photo.number, Letter::saying("when the disk was full")).await;
            page = sends(&at, &visitor, &check).await;
        }
        assert_eq!(page.status, 503, "{page:?}");
        page.says(&at.text(lang, "respond-not-saved-title")).says("when the disk was full");
        let approved = form.submit(&reviewer).await;
        if approved.status == 200 && at.engines == Engines::PostgresS3 {
            live += 1;
        } else {
            assert_eq!(approved.status, 503, "{approved:?}");
            // The page is the review itself or an error page: a draft opens only after an audit line, for which there may be no
            // room.
            let told = ["error-unavailable-title", "review-not-published-title"];
            assert!(told.iter().any(|key| approved.contains(&at.text(lang, key))), "{approved:?}");
        }
        assert_eq!(at.count("select count(*) from publications where stage = 'live'").await, live);
        std::fs::remove_file(filler).unwrap();

        // The same page's button works once there is room.
        let again = page.main_form().submit(&visitor).await;
        let receipt =
            if again.html().contains("code-box") { again } else { sends(&at, &visitor, &again).await };
        Receipt::on(&receipt);
        receipts += 1;
        if approved.status == 503 {
            let form = reviewer.get(&review).await.expect(200).form("/approve");
            let page = form.tick_all("checked").submit(&reviewer).await.expect(200);
            assert!(page.path.contains("/publications/"), "it can be approved afterwards: {page:?}");
            live += 1;
        }
    }
    at.lost_nothing("the disk under the database was full, twice", receipts).await;
    assert_eq!(at.count("select count(*) from publications where stage = 'live'").await, 3);
}

#[tokio::test]
async fn a_transaction_that_a_full_disk_ended_leaves_its_connection_as_it_was() {
    let Some(disk) = SmallDisk::mounted() else {
        cannot_run("only root can mount a small disk here");
        return;
    };
    if !Engines::SqliteFolder.are_chosen() {
        return;
    }
    let folder = tempfile::tempdir_in(&disk.path).unwrap();
    let one = [("database_connections", "1")];
    let at = TestApp::on(folder, &one, Clock::standing_at(START), None).await;
    for _ in 0..3 {
        // Without this, the write-ahead log would still have free space inside.
        at.app.db.scrub().await.unwrap();
        let filler = disk.fill();
        let full = at.app.db.write().await.expect("a connection without a past");
        full.execute_unprepared("create table filler (bytes blob)").await.unwrap();
        full.execute_unprepared("insert into filler values (zeroblob(500000))").await.unwrap();
        full.commit().await.unwrap_err();
        std::fs::remove_file(filler).unwrap();
    }
    let after = at.app.db.write().await.expect("a connection without a past");
    after.execute_unprepared("create table filler (bytes blob)").await.unwrap();
    after.commit().await.unwrap();
    assert_eq!(at.count("select count(*) from filler").await, 0);
}

#[tokio::test]
async fn with_little_room_left_a_response_needs_the_digits() {
    // 101 percent: every disk has less free space than that.
    let settings = [("careful_below_percent", "101"), ("blobs", "folder")];
    let at = TestApp::with(&settings).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    for lang in LANGS {
        let visitor = at.visitor();
        let check = fills(&visitor, lang, photo.number, Letter::saying("kept on this page")).await;
        let without = check.main_form().press(&visitor, "cannot").await.expect(200);
        let asked = without.main_form().submit(&visitor).await.expect(422);
        asked.says(&at.text(lang, "respond-digits-needed")).says("kept on this page");
        Receipt::on(&solved(&at, asked.main_form()).submit(&visitor).await);
    }
    assert_eq!(at.count("select count(*) from responses where not is_slow").await, 2);
}

/// On PostgreSQL an approval often finds room in allocated pages; this fills most of them.
async fn fill_what_is_allocated(at: &TestApp) {
    let until_it_fails = "do $$ begin loop insert into audit_lines \
        (society_id, seq, at, verb, subject, previous, hash) \
        values (gen_random_uuid(), 1, 1, 'claimed', gen_random_uuid(), '', ''); commit; end loop; end $$";
    let full = at.db.desk.execute_unprepared(until_it_fails).await.expect_err("a full disk");
    assert!(kinlight::db::is_out_of_room(&full), "{full}");
}

#[tokio::test]
async fn a_database_that_is_away_saves_nothing_and_says_so() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let (english, arabic) = (at.visitor(), at.visitor());
    let checks = [
        ("en", &english, fills(&english, "en", photo.number, Letter::saying("kept on this page")).await),
        ("ar", &arabic, fills(&arabic, "ar", photo.number, Letter::saying("kept on this page")).await),
    ];
    at.app.db.site.clone().close().await.unwrap();
    for (lang, visitor, check) in &checks {
        let without = check.main_form().press(visitor, "cannot").await.expect(200);
        let page = without.main_form().submit(visitor).await.expect(503);
        page.says(&at.text(lang, "respond-not-saved-title")).says("kept on this page");
    }
    // The gallery never waits for the database.
    assert!(at.visitor().get("/en/").await.expect(200).has_link_to("/en/photo/").is_some());
}

/// A file system of 48 MB, unmounted when the test ends.
struct SmallDisk {
    path: PathBuf,
    _folder: tempfile::TempDir,
}

impl SmallDisk {
    fn mounted() -> Option<SmallDisk> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("disk");
        std::fs::create_dir(&path).unwrap();
        // PostgreSQL's own user must be able to enter it.
        let open = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        std::fs::set_permissions(folder.path(), open).unwrap();
        let mount =
            Command::new("mount").args(["-t", "tmpfs", "-o", "size=48m", "tmpfs"]).arg(&path).output();
        mount.is_ok_and(|output| output.status.success()).then_some(SmallDisk { path, _folder: folder })
    }

    /// Takes every free byte.
    fn fill(&self) -> PathBuf {
        let filler = self.path.join("filler");
        let mut file = std::fs::File::create(&filler).unwrap();
        while std::io::Write::write_all(&mut file, &[1; 4096]).is_ok() {}
        assert!(is_full(&self.path));
        filler
    }
}

fn is_full(path: &Path) -> bool {
    std::fs::write(path.join("probe"), [1; 8192]).is_err()
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.path).output();
    }
}
