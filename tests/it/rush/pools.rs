//! Each use of Argon2 has a pool of its own: a rush at one of them blocks no other.

use std::time::{Duration, Instant};

use kinlight::stretching::Stretching;

use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Society};
use tokio::task::JoinSet;

/// Thirty on each of two cores take longer than `NOT_LONGER_THAN`.
const IN_THE_RUSH: usize = 60;
const NOT_LONGER_THAN: Duration = Duration::from_secs(4);

fn rush(pool: &Stretching) -> JoinSet<()> {
    let mut rush = JoinSet::new();
    for _ in 0..IN_THE_RUSH {
        let pool = pool.clone();
        rush.spawn(async move {
            let _ = pool.stretch(b"1234 5678 9012 3456", &[7; 32]).await;
        });
    }
    rush
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rush_at_one_door_closes_no_other() {
    // Half as much again as `serve` demands of a code, so that the rush lasts longer.
    let at = TestApp::with(&[("code_memory_kib", "98304"), ("code_stock", "1")]).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let (enquirer, device) = (at.visitor(), at.at_the_desk());
    society.moderator.signs_in_with(&device, || society.moderator.fresh_code(&at)).await;
    let asked = enquirer.get("/en/withdraw").await.expect(200);

    let look_ups = rush(&at.app.limits.look_ups);
    tokio::time::sleep(Duration::from_millis(50)).await;
    let began = Instant::now();
    let form = asked.main_form().set("code", &photo.withdrawal_code.grouped());
    let sure = form.submit(&enquirer).await.expect(200);
    sure.main_form().submit(&enquirer).await.expect(200).says("The photo is removed");
    println!("a withdrawal beside a rush at the look-ups: {:?}", began.elapsed());
    assert!(began.elapsed() < NOT_LONGER_THAN, "{:?}", began.elapsed());
    assert!(!look_ups.is_empty());
    drop(look_ups);

    let sign_ins = rush(&at.app.limits.sign_in);
    tokio::time::sleep(Duration::from_millis(50)).await;
    let began = Instant::now();
    society.moderator.signs_in_with(&device, || society.moderator.fresh_code(&at)).await;
    println!("a sign-in on a known device beside a rush at the desk: {:?}", began.elapsed());
    assert!(began.elapsed() < NOT_LONGER_THAN, "{:?}", began.elapsed());
    drop(sign_ins);
}
