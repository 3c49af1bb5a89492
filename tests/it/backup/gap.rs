//! Last night's backup is restored after a withdrawal this morning. No photo is shown until it is known who withdrew. What ended,
//! was taken back or was erased since then is ended, taken back or erased again.

use time::Duration;

use super::{Backup, files_of, gallery_waits, log_of, photo_says, replays, restored, withdraws};
use crate::harness::app::TestApp;
use crate::harness::desk_pages::first_in_queue;
use crate::harness::people::{Enquirer, Society, portrait};
use crate::harness::posters;
use crate::harness::site_pages::{Letter, reads, responds};
use kinlight::backup::replaying;
use kinlight::backup::tombstones::{Log, What};
use kinlight::staff::ending;

#[tokio::test]
async fn who_withdrew_this_morning_stays_hidden() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let gone = society.publishes(&at, &Enquirer::who_agreed_to_posters()).await;
    let other = Enquirer { photo: portrait(11), ..Enquirer::looking_for_her_brother() };
    let stays = society.publishes(&at, &other).await;
    let poster = posters::made_of(&at, &society, &gone).await;
    for photo in [&gone, &stays] {
        responds(&at, &at.visitor(), photo.number, Letter::saying("I know this face.")).await;
    }
    at.run_jobs().await;
    let (night, _) = Backup::of(&at).await;
    at.later(Duration::hours(7)).await;
    withdraws(&at, &gone).await;
    at.run_jobs().await;
    at.advance(Duration::minutes(5));

    let new = restored(&at, &night).await;
    gallery_waits(&new).await;
    for photo in [&gone, &stays] {
        assert_eq!(photo_says(&new, photo).await, 503);
        assert!(files_of(&new, photo) > 0, "the backup has it");
    }
    new.visitor().get(&format!("/en/posters/{poster}.pdf")).await.expect(503);
    // A second process waits too, and no job that runs by the clock shows a photo.
    new.run_jobs().await;
    gallery_waits(&new.replica().await).await;

    let done = replays(&new, &log_of(&at)).await;
    assert!(done.are_photos_shown, "{done:?}");
    assert_eq!(done.done.get(&What::PublicationEnded), Some(&1), "{done:?}");
    assert_eq!((photo_says(&new, &gone).await, files_of(&new, &gone)), (410, 0));
    assert_eq!((photo_says(&new, &stays).await, files_of(&new, &stays) > 0), (200, true));
    new.visitor().get(&format!("/en/posters/{poster}.pdf")).await.expect(410);
    assert!(!new.blobs().iter().any(|(name, _)| name.contains(&poster.to_string())), "its poster is there");
    new.lost_nothing("restored from last night, one withdrew this morning", 2).await;
    // A second replay does no harm.
    assert!(replaying::replay(new.system(), &log_of(&at), None, new.now()).await.is_err());
}

#[tokio::test]
async fn what_was_taken_back_erased_or_taken_away_since_is_so_again() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let draft = society.drafts(&at, &Enquirer::looking_for_her_brother()).await;
    let erased = responds(&at, &at.visitor(), photo.number, Letter::saying("I carried the kite.")).await;
    let kept = responds(&at, &at.visitor(), photo.number, Letter::saying("I am his aunt.")).await;
    at.run_jobs().await;
    let (night, _) = Backup::of(&at).await;

    at.later(Duration::hours(5)).await;
    let visitor = at.visitor();
    let asked = reads(&visitor, &erased.code).await.form("/return/erase").submit(&visitor).await.expect(200);
    asked.form("/return/erase").press(&visitor, "yes").await.expect(200);
    ending::end_grant_as_operator(&at.db.desk, &society.second_moderator.name, at.now()).await.unwrap();
    at.run_jobs().await;
    // A draft that nobody touched for a month is erased with all that is in it.
    at.later(Duration::days(31)).await;
    at.run_jobs().await;
    // The timetable runs again within seconds, and writes down what the erasing noted.
    at.run_jobs().await;

    let new = restored(&at, &night).await;
    let done = replays(&new, &log_of(&at)).await;
    for what in [What::ResponseTakenBack, What::AccountEnded, What::PublicationEnded, What::PrivatePartErased]
    {
        assert_eq!(done.done.get(&what), Some(&1), "{what:?} of {done:?}");
    }
    let mailbox = new.visitor();
    let page = mailbox.get("/en/return").await.main_form().set("code", &erased.code).submit(&mailbox).await;
    assert!(page.expect(422).fault_at("code").is_some(), "its code opens it again");
    reads(&new.visitor(), &kept.code).await.says("We have your message");
    assert_eq!(new.count("select count(*) from responses").await, 1, "the bare row is past its time too");
    assert_eq!(new.count("select count(*) from cases where private_part is null").await, 1);
    let sealed = new.blobs().into_iter().filter(|(name, _)| name.starts_with("sealed/pictures/")).count();
    assert_eq!(sealed, 0, "the working copy of draft {} is there", draft.id);
    let (name, password) = (&society.second_moderator.name, &society.second_moderator.password);
    let desk = new.at_the_desk();
    let form = desk.get("/en/sign-in").await.expect(200).form("/sign-in");
    let refused = form.set("name", name).set("password", password).submit(&desk).await;
    assert_ne!(refused.status, 200, "an ended account came back");
    let moderator = society.moderator.signs_in(&new).await;
    assert!(first_in_queue(&moderator).await.is_some());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hours_that_nobody_knows_of_are_told_and_somebody_must_answer_for_them() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    at.run_jobs().await;
    let (night, _) = Backup::of(&at).await;
    at.advance(Duration::hours(1));
    at.run_jobs().await;
    let copied = log_of(&at);
    // Three more hours, which the copy of the log does not cover.
    at.advance(Duration::hours(3));
    at.run_jobs().await;

    let new = restored(&at, &night).await;
    let done = replays(&new, &copied).await;
    assert!(!done.are_photos_shown);
    let [(from, until)] = done.unknown[..] else { panic!("{done:?}") };
    assert_eq!(until.since(from), Duration::hours(3));
    gallery_waits(&new).await;
    let none = replays(&new, &Log::default()).await;
    assert_eq!(none.unknown[0].1.since(none.unknown[0].0), Duration::hours(4));
    gallery_waits(&new).await;

    // The gap closes if it is known when the old system stopped, soon after the log was copied; or if somebody takes
    // responsibility.
    let other = restored(&at, &night).await;
    let stopped_at = Some(from + Duration::minutes(10));
    assert!(replaying::replay(new.system(), &copied, stopped_at, new.now()).await.unwrap().are_photos_shown);
    let refused = other.program().args(["restore", "--replay", "/dev/null"]).output().unwrap();
    assert!(!refused.status.success());
    let told = String::from_utf8_lossy(&refused.stdout).into_owned();
    assert!(told.contains("not known: who withdrew between"), "{told}");
    let taken_upon = other.program().args(["restore", "--acknowledge-gap"]).output().unwrap();
    assert!(taken_upon.status.success(), "{}", String::from_utf8_lossy(&taken_upon.stderr));
    for system in [&new, &other] {
        system.app.refresh_catalogue().await;
        assert_eq!(photo_says(system, &photo).await, 200);
    }
}

/// PostgreSQL's own recovery restores the database. After Kinlight is told so, photos wait as after its own restore.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_recovery_of_the_database_itself_photos_wait_as_well() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let recovers = |time: &str| {
        at.program().args(["restore", "--recovered-to", time]).output().unwrap().status.success()
    };
    assert!(!recovers("yesterday"));
    assert_eq!(photo_says(&at, &photo).await, 200);
    assert!(recovers("2026-11-18T09:00:00Z"));
    at.app.refresh_catalogue().await;
    gallery_waits(&at).await;
    let (waits_since, _) = replaying::waits(&at.db).await.unwrap().expect("it waits");
    assert_eq!(waits_since.minute_text(), "2026-11-18 09:00");
}

/// A job that is killed between the log and the database writes a line twice; several hosts write several logs.
#[tokio::test]
async fn lines_that_stand_twice_or_in_several_files_are_one_truth() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    at.run_jobs().await;
    let (night, _) = Backup::of(&at).await;
    at.advance(Duration::hours(1));
    withdraws(&at, &photo).await;
    at.run_jobs().await;
    let first = at.app.config.tombstone_file.clone();
    let text = std::fs::read_to_string(&first).unwrap();
    assert!(!text.contains(&photo.number.compact()) && text.contains(&photo.id.to_string()), "{text}");
    assert_eq!(at.count("select count(*) from tombstones").await, 0, "notes stay after they are told");
    std::fs::write(&first, format!("{text}{text}")).unwrap();

    // The jobs move to another host, which writes a file of its own.
    let second = at.folder.path().join("of-another-host.txt");
    let host = at.replica_with(&[("tombstone_file", second.to_str().unwrap())]).await;
    at.advance(Duration::hours(1));
    host.run_jobs().await;

    let new = restored(&at, &night).await;
    let one = Log::read(std::slice::from_ref(&second)).unwrap();
    let done = replays(&new, &one).await;
    assert!(
        !done.are_photos_shown && done.unknown.len() == 1,
        "the first hour is in the other file: {done:?}"
    );
    let done = replays(&new, &Log::read(&[first, second]).unwrap()).await;
    assert!(done.are_photos_shown, "{done:?}");
    assert_eq!(photo_says(&new, &photo).await, 410);
}
