//! A whole database of an hour ago is refused loudly until an operator says that it was put back on purpose. Rows of before the
//! update get their proofs once.

use kinlight::app::SEEN_CHAINS;
use kinlight::audit::{self, Verb};
use kinlight::clock::Moment;
use kinlight::proofs::Older;
use time::Duration;

use super::{is_of_another_chain, is_refused, is_signed_in, keeps, puts_back, tries_to_sign_in};
use crate::harness::app::TestApp;
use crate::harness::people::Society;

const TABLES: [(&str, &str); 5] = [
    ("staff", "id"),
    ("sessions", "id_hash"),
    ("invitations", "token_hash"),
    ("key_grants", "id"),
    ("publication_editors", "publication_id,staff_id"),
];

#[tokio::test]
async fn a_database_of_an_hour_ago_lets_nobody_in_until_the_operator_accepts_it() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let moderator = &society.moderator;
    let browser = moderator.signs_in(&at).await;
    for (table, _) in TABLES {
        keeps(&at, table).await;
    }
    keeps(&at, "audit_lines").await;
    at.advance(Duration::minutes(5));
    let administrator = society.administrator.signs_in(&at).await;
    let page = administrator.get(&format!("/en/accounts/{}", moderator.id)).await.expect(200);
    page.form("/end").submit(&administrator).await.expect(200);
    browser.get("/en/queue").await;

    // All of it, the chain too, is as it was.
    at.tampers("delete from audit_lines").await;
    at.tampers("insert into audit_lines select * from kept_audit_lines").await;
    for (table, key) in TABLES {
        puts_back(&at, table, key).await;
    }
    is_of_another_chain(&at, &browser.get("/en/queue").await);
    is_of_another_chain(&at, &administrator.get("/en/accounts").await);
    is_of_another_chain(&at, &tries_to_sign_in(&at, &society.reviewer).await);
    assert_eq!(at.app.secrets.proofs.chains_refused(), 1);
    assert!(
        at.count("select count(*) from audit_lines where verb = 'row-refused' and detail = 'chain'").await
            > 0
    );
    at.visitor().get("/en/").await.expect(200);
    // Another process of this host knows it from the file, also when the chain has grown past the line that was seen.
    at.app.secrets.proofs.save().unwrap();
    let later = at.replica().await;
    for _ in 0..12 {
        audit::record(&at.db.desk, society.id, at.now(), None, Verb::AuditRead, society.id).await.unwrap();
    }
    is_of_another_chain(&at, &tries_to_sign_in(&later, &society.reviewer).await);
    is_of_another_chain(&at, &browser.get("/en/queue").await);

    let output = at.program().args(["restore", "--accept-database"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    at.app.secrets.proofs.save().unwrap();
    assert!(is_signed_in(&society.reviewer.signs_in(&at).await.get("/en/").await));
    assert!(at.count("select count(*) from audit_lines where verb = 'database-accepted'").await >= 2);
}

/// The clock of a host that is an hour off lets nobody in and keeps nobody out.
#[tokio::test]
async fn an_hour_back_changes_nothing() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    keeps(&at, "staff").await;
    let browser = society.case_worker.signs_in(&at).await;
    let administrator = society.administrator.signs_in(&at).await;
    let page = administrator.get(&format!("/en/accounts/{}", society.moderator.id)).await.expect(200);
    page.form("/end").submit(&administrator).await.expect(200);
    at.advance(-Duration::hours(1));
    assert!(is_signed_in(&browser.get("/en/drafts").await));
    puts_back(&at, "staff", "id").await;
    is_refused(&at, &tries_to_sign_in(&at, &society.moderator).await);
}

#[tokio::test]
async fn rows_of_before_are_proved_once_and_never_again() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let browser = society.case_worker.signs_in(&at).await;
    assert_eq!(at.app.secrets.proofs.older(), Older::Closed, "a new installation has no rows of before");
    let forget_proofs = async || {
        for (table, _) in TABLES {
            at.tampers(&format!("update {table} set proof = null")).await;
        }
    };
    forget_proofs().await;
    is_refused(&at, &browser.get("/en/drafts").await);

    // The first start after the update: this host has no file yet, and no row has a proof.
    let file = at.folder.path().join(SEEN_CHAINS);
    let updated = at.replica_with(&another_host(&at)).await;
    assert_eq!(updated.app.secrets.proofs.older(), Older::CountUntil(at.now() + Duration::hours(1)));
    let lines = "select count(*) from audit_lines where verb = 'rows-proved' and detail like 'rows-%'";
    assert_eq!(at.count(lines).await, 1);
    assert_eq!(at.count("select count(*) from staff where proof is null").await, 0);
    let there = browser.moved_to(&updated.desk);
    assert!(is_signed_in(&there.get("/en/drafts").await));
    // For an hour, the program of before writes rows beside it.
    let worker = at.id_in_sql(society.case_worker.id);
    at.tampers(&format!("update sessions set proof = null where staff_id = {worker}")).await;
    assert!(is_signed_in(&there.get("/en/drafts").await));

    // Afterwards they count no more, and this host proves none again: not after a restart, and not for another Society.
    at.advance(Duration::minutes(61));
    let later = society.case_worker.signs_in(&updated).await;
    updated.app.secrets.proofs.save().unwrap();
    kinlight::older_rows::meet(&at.db.desk, &updated.app.secrets.proofs, at.now()).await.unwrap();
    assert_eq!(updated.app.secrets.proofs.older(), Older::Closed);
    assert!(is_signed_in(&later.get("/en/drafts").await));
    forget_proofs().await;
    is_refused(&at, &later.get("/en/drafts").await);
    kinlight::older_rows::meet(&at.db.desk, &updated.app.secrets.proofs, Moment(0)).await.unwrap();
    is_refused(&at, &later.get("/en/drafts").await);
    is_refused(&at, &tries_to_sign_in(&updated, &society.reviewer).await);
    assert_eq!(at.count(lines).await, 1);
    assert!(file.exists());
}

/// A further desk host with the same secret begins with what it sees, and proves nothing: the others did.
#[tokio::test]
async fn a_further_host_proves_no_row_that_somebody_added() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let reviewer = at.id_in_sql(society.reviewer.id);
    at.tampers(&format!("update staff set proof = null, roles = 'administrator' where id = {reviewer}"))
        .await;
    let further = at.replica_with(&another_host(&at)).await;
    assert_eq!(further.app.secrets.proofs.older(), Older::Closed);
    is_refused(&at, &tries_to_sign_in(&further, &society.reviewer).await);
    assert!(is_signed_in(&society.moderator.signs_in(&further).await.get("/en/").await));
}

#[tokio::test]
async fn a_host_that_nobody_asks_follows_every_chain_all_the_same() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let _quiet = at.replica_with(&another_host(&at)).await;
    let file = at.folder.path().join("another-host").join(SEEN_CHAINS);
    let follows = || std::fs::read_to_string(&file).is_ok_and(|seen| seen.contains(&society.id.to_string()));
    let late = std::time::Instant::now() + std::time::Duration::from_mins(2);
    while !follows() {
        assert!(std::time::Instant::now() < late, "{:?}", std::fs::read_to_string(&file));
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
}

/// The settings of another host, with the same secrets and the same database.
fn another_host(at: &TestApp) -> Vec<(&'static str, &'static str)> {
    let folder = at.folder.path().join("another-host");
    std::fs::create_dir_all(&folder).unwrap();
    for secret in ["site.secret", "desk.secret"] {
        std::fs::copy(at.folder.path().join(secret), folder.join(secret)).unwrap();
    }
    let database = at.app.config.database_url.clone();
    let settings = [("data_dir", folder.display().to_string()), ("database_url", database)];
    settings.map(|(name, value)| (name, &*value.leak())).to_vec()
}
