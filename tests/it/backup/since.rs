//! Since the backup, a consent allows fewer uses, a poster was taken back, an answer deleted, a lost password replaced. A restore
//! brings none of it back, and needs neither an existing schema nor the same engine.

use std::process::Command;
use time::Duration;

use super::{Backup, log_of, replays, restored, with_secrets_of};
use crate::harness::app::TestApp;
use crate::harness::cannot_run::cannot_run;
use crate::harness::desk_pages::{claims, first_in_queue};
use crate::harness::people::{Enquirer, Society, accepts};
use crate::harness::posters;
use crate::harness::site_pages::{Letter, reads, responds};
use kinlight::backup::tombstones::What;
use kinlight::ids::Seen;
use kinlight::publications::consent::{Bounds, Channel, Consent, Terms};
use kinlight::publications::{consenting, queries};
use kinlight::staff::{recovery, roles};

#[tokio::test]
async fn what_became_less_stays_less() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let her = Enquirer::who_agreed_to_posters();
    let photo = society.publishes(&at, &her).await;
    let poster = posters::made_of(&at, &society, &photo).await;
    let receipt = responds(&at, &at.visitor(), photo.number, Letter::saying("I carried the kite.")).await;
    let moderator = society.moderator.signs_in(&at).await;
    let response = first_in_queue(&moderator).await.expect("a response");
    let page = claims(&moderator, &response).await;
    page.form("/question").set("question", "Which colour?").submit(&moderator).await.expect(200);
    let brother = at.visitor();
    let mailbox = reads(&brother, &receipt.code).await;
    mailbox.form("/return/answer").set("answer", "Blue.").submit(&brother).await.expect(200);
    at.run_jobs().await;
    let (night, _) = Backup::of(&at).await;
    at.later(Duration::hours(3)).await;

    let db = &at.db.desk;
    let maker = society.case_worker.may::<roles::MakePosters>(&at).await;
    kinlight::posters::ending::take_back(db, &maker, poster, at.now()).await.unwrap();
    let mailbox = reads(&brother, &receipt.code).await;
    mailbox.form("/return/delete").submit(&brother).await.expect(200);
    // She agrees for longer, but no longer to posters. The restore applies only what she takes back.
    let worker = society.case_worker.may::<roles::Draft>(&at).await;
    let version = queries::one(db, society.id, photo.id).await.unwrap().version;
    let seen = Seen { id: photo.id, version };
    let today = at.now().date();
    let bounds = Bounds { today, longest_months: 24 };
    let terms = Terms::new(vec![Channel::Web], today, today + Duration::days(600), bounds).unwrap();
    let consent = Consent { terms, details: her.details.clone() };
    let paper = Some(b"%PDF-1.4 the second paper".to_vec());
    consenting::renew(at.stores(), &worker, seen, &consent, paper, at.now()).await.unwrap();
    // Somebody found the second moderator's phone, so they get a new start.
    let (lost, administrator) = (&society.second_moderator, society.administrator.may(&at).await);
    let token = recovery::ask_recovery(db, &administrator, lost.id, at.now()).await.unwrap();
    let second = society.case_worker.may(&at).await;
    recovery::agree_recovery(db, &second, lost.id, at.now()).await.unwrap();
    accepts(&at, &lost.name, &token).await;
    // The administrator's paper with the second passphrase was lost, so there is another one.
    society.administrator.loses_second(&at).await;
    at.run_jobs().await;

    let new = restored(&at, &night).await;
    let done = replays(&new, &log_of(&at)).await;
    for what in [
        What::PosterEnded,
        What::MessageErased,
        What::ConsentReplaced,
        What::CredentialsReplaced,
        What::SecondKeyReplaced,
    ] {
        assert_eq!(done.done.get(&what), Some(&1), "{what:?} of {done:?}");
    }
    assert!(done.are_photos_shown && done.done.len() == 5, "{done:?}");
    assert_eq!(new.count("select count(*) from staff where second_public_key is not null").await, 0);
    assert_eq!(new.count("select count(*) from key_grants where is_to_second").await, 0);
    new.visitor().get(&format!("/en/photo/{}", photo.number.compact())).await.expect(200);
    new.visitor().get(&format!("/en/posters/{poster}.pdf")).await.expect(410);
    assert!(!new.blobs().iter().any(|(name, _)| name.contains(&poster.to_string())), "the poster's file");
    assert_eq!(new.count("select count(*) from consents where channels = 'web'").await, 1);
    assert_eq!(new.count("select count(*) from messages where not is_from_staff").await, 0);
    let desk = new.at_the_desk();
    let form = desk.get("/en/sign-in").await.expect(200).form("/sign-in");
    let refused = form.set("name", &lost.name).set("password", &lost.password).submit(&desk).await;
    assert_ne!(refused.status, 200, "a lost password came back");
    // Two colleagues give the moderator a new start, as the first time.
    let administrator = society.administrator.may(&new).await;
    recovery::ask_recovery(&new.db.desk, &administrator, lost.id, new.now()).await.unwrap();
}

/// Restores as an operator does: without `migrate` first, and into SQLite, whichever engine the backup came from.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_goes_into_a_database_without_tables_and_the_standard_tools_open_it() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let (backup, _) = Backup::of(&at).await;
    let folder = tempfile::tempdir().unwrap();
    with_secrets_of(&at, folder.path());
    let identity = folder.path().join("identity.txt");
    std::fs::write(&identity, backup.identity.to_text().as_str()).unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_kinlight"));
    program.env("KINLIGHT_DATA_DIR", folder.path()).arg("restore").arg("--from").arg(&backup.file);
    let done = program.arg("--identity").arg(&identity).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    assert!(folder.path().join("kinlight.sqlite").exists());
    let number = photo.number.compact();
    assert!(folder.path().join("blobs/public/photos").join(&number).exists());

    let script = "age -d -i \"$0\" \"$1\" | tar -t";
    let tools = Command::new("sh").args(["-c", script]).arg(&identity).arg(&backup.file).output().unwrap();
    let listed = String::from_utf8_lossy(&tools.stdout).into_owned();
    if listed.is_empty() && Command::new("age").arg("--version").output().is_err() {
        cannot_run("age is missing");
        return;
    }
    for name in ["manifest.json", "tables/staff/", "tables/publications/", &number, "end.json"] {
        assert!(listed.contains(name), "{name} not in {listed}");
    }
}
