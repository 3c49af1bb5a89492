//! The enquirer withdraws while the database is away. The photo is hidden on that replica at once and the withdrawal is kept on
//! its disk, and the page says so. When the database is back, the photo is gone everywhere, even if the process was killed
//! meanwhile.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use time::OffsetDateTime;

use crate::harness::app::{START, TestApp};
use crate::harness::browser::{Browser, Page};
use crate::harness::engines::{Engines, set_reachable};
use crate::harness::people::{Enquirer, Photo, Society};
use crate::harness::processes::Process;
use kinlight::clock::{Clock, Moment};
use kinlight::publications::withdrawal_code::WithdrawalCode;

/// The right that the site's role has on withdrawals.
const RIGHT: &str = "insert (id, tag, asked_at) on withdrawals";

/// `None`, and counted as a skip, where the database can't be away.
async fn with_a_photo(settings: &[(&str, &str)], clock: Clock) -> Option<(TestApp, Photo)> {
    if !Engines::PostgresS3.are_chosen() {
        return None;
    }
    let at = TestApp::on(tempfile::tempdir().unwrap(), settings, clock, None).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    Some((at, photo))
}

async fn types(browser: &Browser, code: &WithdrawalCode) -> Page {
    let form = browser.get("/en/withdraw").await.expect(200).main_form();
    form.set("code", &code.grouped()).submit(browser).await
}

async fn withdraws(browser: &Browser, photo: &Photo) -> Page {
    let confirm = types(browser, &photo.withdrawal_code).await.expect(200);
    confirm.main_form().submit(browser).await
}

fn address(photo: &Photo) -> String {
    format!("/en/photo/{}", photo.number.compact())
}

/// A data folder of its own, as on another machine.
fn elsewhere(at: &TestApp) -> (PathBuf, [(&'static str, String); 4]) {
    let folder = at.folder.path().join("elsewhere");
    let secret = |name: &str| at.folder.path().join(name).display().to_string();
    let settings = [
        ("data_dir", folder.display().to_string()),
        ("site_secret_file", secret("site.secret")),
        ("desk_secret_file", secret("desk.secret")),
        ("desk_key_file", secret("desk-keys.txt")),
    ];
    (folder, settings)
}

fn spooled(data_dir: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(data_dir.join("withdrawals")).into_iter().flatten();
    entries.map(|entry| entry.unwrap().path()).collect()
}

/// Requests the page until it answers with this status; returns how long that took.
async fn soon(browser: &Browser, path: &str, status: u16) -> Duration {
    let began = Instant::now();
    while browser.get(path).await.status != status {
        assert!(began.elapsed() < Duration::from_secs(10), "{path} is not {status}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    began.elapsed()
}

#[tokio::test]
async fn while_the_database_is_away_it_is_hidden_here_and_said_so_and_gone_everywhere_afterwards() {
    let Some((at, photo)) = with_a_photo(&[], Clock::standing_at(START)).await else { return };
    let (_, settings) = elsewhere(&at);
    let settings: Vec<(&str, &str)> = settings.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let replica = at.replica_with(&settings).await;
    let page = address(&photo);
    replica.visitor().get(&page).await.expect(200);
    set_reachable(at.setting("database_url"), false).await;

    let enquirer = at.visitor();
    let kept = withdraws(&enquirer, &photo).await.expect(200);
    for key in
        ["withdraw-kept-heading", "withdraw-kept-text", "withdraw-kept-everywhere", "withdraw-kept-sure"]
    {
        kept.says(&at.text("en", key));
    }
    enquirer.get(&page).await.expect(410);
    assert_eq!(at.visitor().get("/en/").await.expect(200).has_link_to("/en/photo/"), None);
    let files = spooled(at.folder.path());
    assert_eq!(files.len(), 1);
    assert_eq!(std::fs::metadata(&files[0]).unwrap().permissions().mode() & 0o777, 0o600);
    // It stays hidden as time passes, and a second withdrawal gets the same page.
    at.later(time::Duration::minutes(1)).await;
    at.visitor().get(&page).await.expect(410);
    withdraws(&at.visitor(), &photo).await.expect(200).says(&at.text("en", "withdraw-kept-heading"));
    assert_eq!(spooled(at.folder.path()).len(), 1);

    // Without the database an unknown code can't be checked. The page says so, and links to somebody who can help.
    let other = WithdrawalCode::draw();
    let unsure = types(&at.visitor(), &other).await.expect(503);
    unsure.says(&at.text("en", "withdraw-away-title")).says(&at.text("en", "withdraw-away-text"));
    assert!(unsure.has_link_to("/en/directory").is_some());
    assert_eq!(unsure.main_form().value("code"), Some(other.grouped().as_str()));
    replica.visitor().get(&page).await.expect(200);

    set_reachable(at.setting("database_url"), true).await;
    let took = soon(&replica.visitor(), &page, 410).await;
    println!(
        "withdrawn while the database was away: on the other replica {} ms after it was back",
        took.as_millis()
    );
    for _ in 0..100 {
        if spooled(at.folder.path()).is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(spooled(at.folder.path()).is_empty(), "the file was not deleted after sending");
    at.run_jobs().await;
    let lines = "select count(*) from audit_lines where verb = 'withdrawn-by-code'";
    assert_eq!((at.count("select count(*) from withdrawals").await, at.count(lines).await), (1, 1));
    assert!(
        !at.blobs().iter().any(|(name, _)| name.starts_with("public/photos/")),
        "its files are still in the store"
    );
    at.visitor().get(&page).await.expect(410);
    types(&at.visitor(), &other).await.expect(422).says(&at.text("en", "withdraw-code-unknown"));
}

#[tokio::test]
async fn what_can_not_be_kept_is_not_said_to_be_done() {
    let Some((at, photo)) = with_a_photo(&[], Clock::standing_at(START)).await else { return };
    // A file stands where the folder should be, so the withdrawal can't be kept, as on a full disk.
    std::fs::write(at.folder.path().join("withdrawals"), "in the way").unwrap();
    set_reachable(at.setting("database_url"), false).await;
    let told = withdraws(&at.visitor(), &photo).await.expect(503);
    told.says(&at.text("en", "error-unavailable-title"));
    at.visitor().get(&address(&photo)).await.expect(200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[expect(clippy::disallowed_methods, reason = "the killed program runs by the machine's clock")]
async fn what_a_killed_process_had_hidden_stays_hidden_when_it_is_started_again() {
    let now = Moment(OffsetDateTime::now_utc().unix_timestamp());
    let settings = [("code_memory_kib", "65536"), ("code_stock", "0")];
    let Some((at, photo)) = with_a_photo(&settings, Clock::standing_at(now)).await else { return };
    let (folder, settings) = elsewhere(&at);
    let program = || {
        let mut program = at.serving();
        for (name, value) in &settings {
            program.env(format!("KINLIGHT_{}", name.to_uppercase()), value);
        }
        program
    };
    let mut site = Process::serving(program(), "site");
    let (visitor, page) = (Browser::new(&site.address), address(&photo));
    visitor.get(&page).await.expect(200);
    set_reachable(at.setting("database_url"), false).await;
    withdraws(&visitor, &photo).await.expect(200).says(&at.text("en", "withdraw-kept-heading"));
    visitor.get(&page).await.expect(410);
    site.killed();
    assert_eq!(spooled(&folder).len(), 1);

    // The database is back but refuses the withdrawal, so only the file keeps the photo hidden.
    set_reachable(at.setting("database_url"), true).await;
    at.tampers(&format!("revoke {RIGHT} from kinlight_site")).await;
    site.serves_again(program(), "site");
    visitor.get(&page).await.expect(410);
    at.visitor().get(&page).await.expect(200);
    at.tampers(&format!("grant {RIGHT} to kinlight_site")).await;
    let took = soon(&at.visitor(), &page, 410).await;
    println!("killed and started again, it sent the withdrawal after {} ms", took.as_millis());
    assert_eq!(at.count("select count(*) from withdrawals").await, 1);
    visitor.get(&page).await.expect(410);
}
