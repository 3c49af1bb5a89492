//! A backup is taken while everybody works. Everything is lost, then restored into an empty database and an empty store with the
//! same secrets. What ended since the backup must not come back.

mod gap;
mod measure;
mod older;
mod since;
mod story;
mod whole;

use std::path::{Path, PathBuf};

use kinlight::backup::replaying::{self, Replayed};
use kinlight::backup::restoring::{self, Restored};
use kinlight::backup::taking::{self, Taken};
use kinlight::backup::{BackupError, tombstones::Log};
use kinlight::sealing::SecretKey;

use crate::harness::app::TestApp;
use crate::harness::browser::Page;
use crate::harness::people::Photo;

/// A backup, and what opens it.
struct Backup {
    file: PathBuf,
    identity: SecretKey,
    _folder: tempfile::TempDir,
}

impl Backup {
    async fn of(at: &TestApp) -> (Backup, Taken) {
        let folder = tempfile::tempdir().unwrap();
        let (file, identity) = (folder.path().join("night.age"), SecretKey::generate());
        let to = [identity.public()];
        let taken = taking::take(at.system(), (&file, &to), at.app.secrets.marks(), at.now(), |_| ())
            .await
            .expect("a backup");
        (Backup { file, identity, _folder: folder }, taken)
    }

    async fn goes_into(&self, at: &TestApp) -> Result<Restored, BackupError> {
        self.opened_with(&self.identity, at).await
    }

    async fn opened_with(&self, key: &SecretKey, at: &TestApp) -> Result<Restored, BackupError> {
        let (app, keys) = (&at.app, [key.clone()]);
        let from = (self.file.as_path(), keys.as_slice());
        restoring::restore(at.system(), from, Some(app.secrets.marks()), at.now(), |_| ()).await
    }
}

/// An empty installation with the same two secrets; its clock goes on with the lost one's.
async fn empty_after(lost: &TestApp) -> TestApp {
    empty_with(lost, &[]).await
}

async fn empty_with(lost: &TestApp, settings: &[(&str, &str)]) -> TestApp {
    let folder = tempfile::tempdir().unwrap();
    with_secrets_of(lost, folder.path());
    TestApp::on(folder, settings, lost.app.clock.clone(), None).await
}

fn with_secrets_of(lost: &TestApp, folder: &Path) {
    for name in ["site.secret", "desk.secret", "pins.txt"] {
        let file = lost.folder.path().join(name);
        // Without a Society there is no pin.
        if name != "pins.txt" || file.exists() {
            std::fs::copy(file, folder.join(name)).unwrap();
        }
    }
}

/// Another system with this backup in it.
async fn restored(lost: &TestApp, backup: &Backup) -> TestApp {
    let at = empty_after(lost).await;
    backup.goes_into(&at).await.expect("restored");
    at.app.refresh_catalogue().await;
    at
}

/// The log that the lost system kept on another disk.
fn log_of(lost: &TestApp) -> Log {
    Log::read(std::slice::from_ref(&lost.app.config.tombstone_file)).expect("a tombstone log")
}

async fn replays(at: &TestApp, log: &Log) -> Replayed {
    let done = replaying::replay(at.system(), log, None, at.now()).await.expect("replayed");
    at.app.refresh_catalogue().await;
    done
}

async fn withdraws(at: &TestApp, photo: &Photo) {
    let enquirer = at.visitor();
    let asked = enquirer.get("/en/withdraw").await.expect(200);
    let sure = asked.main_form().set("code", &photo.withdrawal_code.grouped()).submit(&enquirer).await;
    sure.expect(200).form("/withdraw/now").submit(&enquirer).await.expect(200);
}

/// The gallery is there, shows nobody, and says why.
async fn gallery_waits(at: &TestApp) -> Page {
    let visitor = at.visitor();
    let gallery = visitor.get("/en/").await.expect(200);
    assert_eq!(gallery.has_link_to("/en/photo/"), None, "a photo is shown");
    gallery.says(&at.text("en", "gallery-hidden-title")).says(&at.text("en", "gallery-hidden-text"));
    assert!(!gallery.contains(&at.text("en", "gallery-see-all")), "it leads back to itself");
    visitor.get("/en/posters").await.expect(503).says(&at.text("en", "gallery-hidden-title"));
    visitor.get("/readyz").await.expect(200);
    gallery
}

async fn photo_says(at: &TestApp, photo: &Photo) -> u16 {
    at.visitor().get(&format!("/en/photo/{}", photo.number.compact())).await.status
}

fn files_of(at: &TestApp, photo: &Photo) -> usize {
    let prefix = format!("public/photos/{}/", photo.number.compact());
    at.blobs().iter().filter(|(name, _)| name.starts_with(&prefix)).count()
}
