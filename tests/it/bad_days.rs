//! Days on which a service below Kinlight fails: what was received stays, what can go on goes on. What can't go on says so, and
//! works again afterwards.

use std::collections::BTreeSet;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::desk_pages::first_in_queue;
use crate::harness::engines::{Engines, cut_all, drop_database, empty_database, set_reachable};
use crate::harness::people::{Enquirer, Photo, Society};
use crate::harness::site_pages::{Letter, Receipt, fills, sends, solved};
use kinlight::config::Config;
use kinlight::db::Db;
use sea_orm::ConnectionTrait;

/// How many people answer while connections break.
const PEOPLE: usize = 60;

async fn with_a_photo(settings: &[(&str, &str)]) -> (TestApp, Society, Photo) {
    let at = TestApp::with(settings).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    (at, society, photo)
}

#[tokio::test]
async fn two_that_bring_the_schema_up_to_date_at_once_do_it_once() {
    for _ in 0..3 {
        let folder = tempfile::tempdir().unwrap();
        let settings = empty_database(folder.path()).await;
        let begin = || {
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_kinlight"));
            for (name, value) in &settings {
                command.env(format!("KINLIGHT_{}", name.to_uppercase()), value);
            }
            command.env("KINLIGHT_DATA_DIR", folder.path()).env("KINLIGHT_CODE_STOCK", "0").arg("migrate");
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        };
        let both = [begin(), begin()];
        for one in both {
            let output = one.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        let db = Db::connect(&Config::from_values(settings.clone()).unwrap()).await.unwrap();
        assert!(!db.has_pending_migrations().await.unwrap());
        if Engines::chosen() == Engines::PostgresS3 {
            db.desk.close().await.unwrap();
            drop_database(&settings["database_url"]).await;
        }
    }
}

#[tokio::test]
async fn while_the_database_is_away_photos_stay_and_what_is_typed_is_kept_and_then_saved() {
    if !Engines::PostgresS3.are_chosen() {
        return;
    }
    let (at, society, photo) = with_a_photo(&[]).await;
    let draft = society.sends_to_review(&at, &Enquirer::looking_for_her_brother()).await;
    let page = format!("/en/photo/{}", photo.number.compact());
    let visitor = at.visitor();
    let check = fills(&visitor, "en", photo.number, Letter::saying("on the day it was away")).await;
    set_reachable(at.setting("database_url"), false).await;

    for path in ["/en/", page.as_str(), "/en/directory", "/en/help"] {
        at.visitor().get(path).await.expect(200);
    }
    let refused = sends(&at, &visitor, &check).await.expect(503);
    refused.says(&at.text("en", "respond-not-saved-title")).says("on the day it was away");
    at.visitor().get("/readyz").await.expect(200);
    at.at_the_desk().get("/readyz").await.expect(503);
    // After one minute no photo is hidden yet.
    at.later(Duration::seconds(60)).await;
    at.visitor().get(&page).await.expect(200);

    set_reachable(at.setting("database_url"), true).await;
    let again = refused.main_form().submit(&visitor).await;
    let receipt =
        if again.status == 422 { solved(&at, again.main_form()).submit(&visitor).await } else { again };
    Receipt::on(&receipt);
    at.lost_nothing("the database was away for a minute", 1).await;
    at.at_the_desk().get("/readyz").await.expect(200);
    let reviewer = society.reviewer.signs_in(&at).await;
    let form = reviewer.get(&format!("/en/reviews/{}", draft.id)).await.expect(200).form("/approve");
    form.tick_all("checked").submit(&reviewer).await.expect(200);
    assert_eq!(
        at.visitor().get("/en/").await.expect(200).texts(".card").len(),
        2,
        "the gallery shows the new photo"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_that_break_while_many_answer_cost_nobody_a_message() {
    if !Engines::PostgresS3.are_chosen() {
        return;
    }
    let (at, _, photo) = with_a_photo(&[]).await;
    let at = Arc::new(at);
    let is_over = Arc::new(AtomicBool::new(false));
    let (cutting, url) = (is_over.clone(), at.setting("database_url").to_owned());
    let cuts = tokio::spawn(async move {
        let mut cuts = 0;
        while !cutting.load(Ordering::Relaxed) {
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
            cut_all(&url).await;
            cuts += 1;
        }
        cuts
    });
    let people: Vec<_> = (0..PEOPLE)
        .map(|n| {
            let (at, number) = (at.clone(), photo.number);
            tokio::spawn(async move {
                // A step's page waits three seconds for the database, then says "try again".
                let visitor = at.visitor().who_loads_again();
                let message = format!("I am number {n}.");
                let mut page = fills(&visitor, "en", number, Letter::saying(&message)).await;
                // A visitor who reads "not saved" presses the button again until it works.
                for tries in 1.. {
                    page = sends(&at, &visitor, &page).await;
                    if page.status == 200 {
                        return (tries, Receipt::on(&page).code);
                    }
                    // "Not saved", or the digits again: the page keeps every word and has the button.
                    assert!([422, 503].contains(&page.status), "{page:?}");
                    page.says(&message);
                    assert!(tries < 100, "never saved: {page:?}");
                }
                unreachable!("the loop has no other end");
            })
        })
        .collect();
    let (mut codes, mut tries) = (BTreeSet::new(), 0);
    for person in people {
        let (tried, code) = person.await.unwrap();
        tries += tried;
        codes.insert(code);
    }
    is_over.store(true, Ordering::Relaxed);
    let cuts = cuts.await.unwrap();
    assert!(cuts > 1, "nothing was cut");
    assert_eq!(codes.len(), PEOPLE);
    at.lost_nothing(&format!("all connections cut {cuts} times, {tries} tries"), PEOPLE).await;
}

#[tokio::test]
async fn a_clock_that_jumps_an_hour_loses_nothing_that_was_begun() {
    for hours in [1, -1] {
        let (at, society, photo) = with_a_photo(&[]).await;
        let visitor = at.visitor();
        let check = fills(&visitor, "en", photo.number, Letter::saying("before it jumped")).await;
        let filled = solved(&at, check.main_form());
        let moderator = society.moderator.signs_in(&at).await;
        at.later(Duration::hours(hours)).await;

        let mut page = filled.submit(&visitor).await;
        if page.status == 422 {
            page.says("before it jumped");
            page = solved(&at, page.main_form()).submit(&visitor).await;
        }
        Receipt::on(&page);
        at.visitor().get(&format!("/en/photo/{}", photo.number.compact())).await.expect(200);
        let queue = moderator.get("/en/queue").await;
        // If the clock jumps forward by an hour, the desk locks; if it jumps back, it must not.
        assert_eq!(queue.path.starts_with("/en/queue"), hours < 0, "{queue:?}");
        at.run_jobs().await;
        at.later(Duration::hours(-hours)).await;
        at.run_jobs().await;
        let moderator = society.moderator.signs_in(&at).await;
        assert!(first_in_queue(&moderator).await.is_some(), "staff see it");
        at.lost_nothing(&format!("the clock jumped by {hours} h and back"), 1).await;
    }
}

#[tokio::test]
async fn an_older_program_goes_on_beside_a_newer_schema() {
    let (at, _, photo) = with_a_photo(&[("code_memory_kib", "65536"), ("code_stock", "0")]).await;
    // The schema as the next version leaves it: expanded, not yet contracted.
    let db = &at.db.desk;
    db.execute_unprepared("insert into seaql_migrations values ('m9999_of_tomorrow', 1)").await.unwrap();
    db.execute_unprepared("alter table responses add column of_tomorrow text").await.unwrap();
    db.execute_unprepared("create table of_tomorrow (id bigint)").await.unwrap();
    let again = at.replica().await;
    kinlight::server::check(&again.app).await.expect("it starts");
    let visitor = again.visitor();
    let check = fills(&visitor, "en", photo.number, Letter::saying("to the older program")).await;
    Receipt::on(&sends(&again, &visitor, &check).await);
    at.lost_nothing("an older program beside a newer schema", 1).await;
    assert!(again.app.db.migrate().await.is_ok(), "there is nothing for it to do");
}
