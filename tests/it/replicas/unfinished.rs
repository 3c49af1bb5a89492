//! A desk is killed while it publishes, and the jobs' process while it erases. What is left is consistent, and the next process
//! finishes it.

use std::time::Duration;

use super::{Installation, program, soon};
use crate::harness::browser::Browser;
use crate::harness::people::Enquirer;

/// When the process is killed: at once, at the first visible change in the store, or some time after it.
const MOMENTS: [Moment; 3] = [Moment::AtOnce, Moment::InTheMidst, Moment::Late];

#[derive(Clone, Copy)]
enum Moment {
    AtOnce,
    InTheMidst,
    Late,
}

impl Moment {
    async fn comes(self, all: &Installation, files_before: usize) {
        let pause = Duration::from_millis(2);
        match self {
            Moment::AtOnce => return,
            Moment::InTheMidst | Moment::Late => {
                while public_names(all).len() == files_before {
                    tokio::time::sleep(pause).await;
                }
            }
        }
        if matches!(self, Moment::Late) {
            tokio::time::sleep(pause * 150).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_killed_process_began_is_finished_by_another() {
    let Some(mut all) = Installation::started().await else { return };
    let mut drafts = Vec::new();
    for _ in MOMENTS {
        drafts.push(all.society.sends_to_review(&all.at, &Enquirer::looking_for_her_brother()).await.id);
    }
    let reviewer = all.signs_in(&all.society.reviewer).await;
    let mut begun_anew = 0;
    for (draft, moment) in drafts.iter().zip(MOMENTS) {
        let here = reviewer.moved_to(&all.desks[0].address);
        let review = format!("/en/reviews/{draft}");
        let approve = here.get(&review).await.expect(200).form("/approve").tick_all("checked").sealed();
        let base = all.desks[0].address.clone();
        let before = public_names(&all).len();
        let pressed = tokio::spawn(async move { here.tries(&base, &approve).await });
        moment.comes(&all, before).await;
        all.desks[0].killed();
        let answered = pressed.await.unwrap().is_some();
        let live = format!("select count(*) from publications where id = '{draft}' and stage = 'live'");
        let in_review = live.replace("'live'", "'in-review'");
        let is_live = all.at.count(&live).await == 1;
        assert!(is_live || all.at.count(&in_review).await == 1, "neither the one nor the other");
        assert!(is_live || !answered, "it was told that the photo is public, and it isn't");
        if !is_live {
            begun_anew += 1;
            let there = reviewer.moved_to(&all.desks[1].address);
            let again = there.get(&review).await.expect(200).form("/approve").tick_all("checked");
            again.submit(&there).await.expect(200);
        }
        let number = format!("select cast(photo_number as bigint) from publications where id = '{draft}'");
        let address = format!("/en/photo/{}", all.at.count(&number).await);
        let visitor = Browser::new(&all.sites[0].address);
        soon(&visitor, &address, 200).await;
        for picture in visitor.get(&address).await.all("main img[src^='/pictures/']", "src") {
            visitor.get(&picture).await.expect(200);
        }
        all.desks[0].serves_again(program(&all.at, "desk"), "desk");
    }
    let (shown, left) = public_files(&all).await;
    println!(
        "3 approvals killed: {begun_anew} done again on another desk, {left} files left over, all on the list"
    );
    assert!(shown > 0);

    // The desks are stopped, so only the jobs' process runs the timetable.
    all.desks.iter_mut().for_each(super::Process::killed);
    all.at
        .tampers("update publications set stage = 'ended', ended_reason = 'withdrawn-by-staff', ended_at = 1")
        .await;
    let mut nights = 0;
    for moment in MOMENTS {
        let before = public_names(&all).len();
        all.at.tampers("update job_leases set ran_at = 0, held_until = 0 where name = 'publish'").await;
        let has_begun = "select count(*) from job_leases where name = 'publish' and ran_at > 0";
        while all.at.count(has_begun).await == 0 {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        if before > 0 {
            moment.comes(&all, before).await;
        }
        all.jobs.killed();
        nights += 1;
        all.jobs.serves_again(program(&all.at, "jobs"), "jobs");
    }
    // A minute later, the lease of the last killed process has expired.
    all.at.tampers("update job_leases set ran_at = ran_at - 60, held_until = held_until - 60").await;
    let waiting = "select count(*) from publications where not is_unpublished";
    for _ in 0..200 {
        if all.at.count(waiting).await == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let (shown, left) = public_files(&all).await;
    println!("the jobs killed {nights} times while they erased: {shown} files of ended photos are left");
    assert_eq!((all.at.count(waiting).await, shown), (0, 0));
    // Files of unfinished approvals wait on the erasure list until their time has come.
    all.at.later(time::Duration::days(2)).await;
    all.at.run_jobs().await;
    assert_eq!(public_files(&all).await, (0, 0), "of {left}");
    all.each_is_chained_once().await;
}

fn public_names(all: &Installation) -> Vec<String> {
    let names = all.at.blobs().into_iter().map(|(name, _)| name);
    names.filter(|name| name.starts_with("public/photos/")).collect()
}

/// Counts the public files of shown photos, and those that an approval left behind. Each of the latter must be on the erasure
/// list.
async fn public_files(all: &Installation) -> (usize, usize) {
    let (mut shown, mut left) = (0, 0);
    for (name, _) in all.at.blobs() {
        let Some(version) = name.strip_prefix("public/photos/").and_then(|rest| rest.split('/').nth(1))
        else {
            continue;
        };
        let of_a_photo = format!("select count(*) from publications where pictures like '{version}:%'");
        if all.at.count(&of_a_photo).await == 1 {
            shown += 1;
            continue;
        }
        left += 1;
        let listed = format!("select count(*) from blob_erasures where key = '{name}'");
        assert_eq!(all.at.count(&listed).await, 1, "{name} belongs to no photo and is on no list");
    }
    (shown, left)
}
