//! The alarm for a rush: it rings once an hour, at three times the week's rate, and tells nothing of what came.

use kinlight::jobs::Job;
use kinlight::responses::lanes::Came;
use time::Duration;

use super::{IN_A_RUSH, junk};
use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Society};
use crate::harness::strangers::floods;

#[tokio::test]
async fn a_rush_rings_at_three_times_the_weeks_rate() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await.number;
    let others = Society::founded(&at, "southland").await;
    let rings = async || {
        Job::Publish.run(&at.app, at.now()).await.unwrap();
        at.count("select count(*) from audit_lines where verb = 'rush-noticed'").await
    };
    floods(&at, photo, (Came::AS_USUAL, false), (0..29).map(junk)).await;
    assert_eq!(rings().await, 0);
    floods(&at, photo, (IN_A_RUSH, true), (29..30).map(junk)).await;
    assert_eq!(rings().await, 1);
    let last = floods(&at, photo, (IN_A_RUSH, true), (30..32).map(junk)).await;
    assert_eq!(rings().await, 1, "once an hour");
    let notice = at.text("en", "queue-rush-title");
    society.moderator.signs_in(&at).await.get("/en/queue").await.expect(200).says(&notice);
    let other = others.moderator.signs_in(&at).await;
    let theirs = other.get("/en/queue").await.expect(200);
    assert!(!theirs.contains(&notice), "another Society's alarm: {theirs:?}");
    // Nor can they see what is folded.
    other.get(&format!("/en/queue?fold={}", last[0])).await.expect(404);
    society
        .auditor
        .signs_in(&at)
        .await
        .get("/en/audit")
        .await
        .expect(200)
        .says(&at.text("en", "verb-rush-noticed"));
    // A day later it is over, and another hour with as many rings again: it is far more than the week had.
    at.later(Duration::hours(25)).await;
    let queue = society.moderator.signs_in(&at).await.get("/en/queue").await.expect(200);
    assert!(!queue.contains(&notice), "{queue:?}");
    floods(&at, photo, (IN_A_RUSH, true), (32..62).map(junk)).await;
    assert_eq!(rings().await, 2);
}
