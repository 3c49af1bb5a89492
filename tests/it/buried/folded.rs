//! What is folded, and what is never: solved digits, what was answered, what somebody holds, other words. A fold closes in one
//! act, which can be undone, and it never hides what is open.

use kinlight::ids::ResponseId;
use kinlight::jobs::Job;
use kinlight::responses::lanes::{Came, Lane, Trust};
use time::Duration;

use super::{IN_A_RUSH, cries, folds, junk, rows};
use crate::harness::app::TestApp;
use crate::harness::browser::Browser;
use crate::harness::desk_pages::claims;
use crate::harness::people::{Enquirer, Photo, Society};
use crate::harness::site_pages::{Letter, reads};
use crate::harness::strangers::floods;

struct Flooded {
    at: TestApp,
    society: Society,
    photo: Photo,
    moderator: Browser,
}

impl Flooded {
    /// A moderator at an empty queue.
    async fn soon() -> Flooded {
        let at = TestApp::start().await;
        let society = Society::founded(&at, "northland").await;
        let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
        let moderator = society.moderator.signs_in(&at).await;
        Flooded { at, society, photo, moderator }
    }

    async fn by(&self, came: Came, is_danger: bool, messages: &[&str]) -> Vec<ResponseId> {
        let messages = messages.iter().map(|message| (*message).to_owned());
        floods(&self.at, self.photo.number, (came, is_danger), messages).await
    }

    async fn rows(&self) -> usize {
        rows(&self.moderator.get("/en/queue").await.expect(200)).len()
    }

    async fn closed(&self) -> i64 {
        self.at.count("select count(*) from responses where stage = 'closed'").await
    }
}

#[tokio::test]
async fn a_fold_closes_and_opens_again_in_one_act_without_what_speaks_for_itself() {
    let day = Flooded::soon().await;
    let (at, moderator) = (&day.at, &day.moderator);
    let same: Vec<String> = (0..6).map(|number| junk(number * 3)).collect();
    let robots = day.by(IN_A_RUSH, true, &same.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let solved = Came { lane: Lane::Rush, trust: Trust::Solved };
    day.by(solved, true, &[&junk(0)]).await;
    day.by(IN_A_RUSH, true, &["My uncle locks her in at night. She is nine.", "HE IS OUTSIDE"]).await;
    moderator.get("/en/queue").await.expect(200);
    // Somebody whom the rush swallowed too, with the robot's own words.
    let sender = at.visitor();
    let receipt = cries(&sender, &day.photo, Letter::saying(&junk(3))).await;
    at.tampers("update responses set lane = 'rush' where lane = 'slow'").await;
    let queue = moderator.get("/en/queue").await.expect(200);
    assert_eq!((rows(&queue).len(), folds(&queue).len()), (4, 1), "{queue:?}");
    queue.says("6 more with the same text").says(&at.text("en", "reason-rush"));

    // Nobody closes what they have not claimed and read.
    let fold = folds(&queue).remove(0);
    let head = fold.replace("/en/queue?fold=", "/en/responses/");
    let forged = moderator.get(&head).await.expect(200);
    let csrf = forged.main_form().value("csrf").expect("a token").to_owned();
    let fields = [
        ("csrf", &*csrf),
        ("version", "0"),
        ("outcome", "spam"),
        ("end_publication", "no"),
        ("folded", "yes"),
    ];
    moderator.post_only(&format!("{head}/close"), &fields).await.expect(409);
    for nothing in ["x", "00000000-0000-0000-0000-000000000000"] {
        moderator.get(&format!("/en/queue?fold={nothing}")).await.expect(404);
    }
    moderator.get(&format!("{fold}&page=2")).await.expect(404);
    assert_eq!(day.closed().await, 0);

    // A colleague takes one of the fold, and the moderator closes the rest.
    let inside = rows(&moderator.get(&fold).await.expect(200));
    assert_eq!(inside.len(), 6);
    let colleague = day.society.second_moderator.signs_in(at).await;
    let is_robots = |row: &&String| robots.iter().any(|id| row.ends_with(&id.to_string()));
    claims(&colleague, inside.iter().find(is_robots).expect("one of the robot's")).await;
    let page = claims(moderator, &head).await;
    let close = page.form("/close").set("end_publication", "no").tick("folded", "yes");
    let refused = close.clone().set("outcome", "reunited").submit(moderator).await.expect(422);
    assert!(refused.fault_at("outcome").is_some_and(|fault| fault.contains("one response")), "{refused:?}");
    let closed = close.clone().set("outcome", "spam").submit(moderator).await.expect(200);
    assert_eq!(day.closed().await, 6, "the first, and five others");
    assert_eq!(day.rows().await, 4, "solved, in other words twice, and the colleague's");
    closed.form("/undo").submit(moderator).await.expect(200);
    assert_eq!((day.closed().await, day.rows().await), (0, 5));
    let log = day.society.auditor.signs_in(at).await.get("/en/audit").await.expect(200);
    log.says(&at.text("en", "verb-fold-closed"));

    // The sender in the fold writes: from then on it speaks for itself.
    let page = reads(&sender, &receipt.code).await;
    let form = page.form("/return/answer").set("answer", "I really am her brother.");
    form.submit(&sender).await.expect(200);
    assert_eq!(day.rows().await, 6);
    let page = moderator.get(&head).await.expect(200);
    let again = page.form("/close").set("outcome", "spam").set("end_publication", "no").tick("folded", "yes");
    again.submit(moderator).await.expect(200);
    assert_eq!(day.closed().await, 5);
    // Nobody opened them one by one, and still they go when their time is over; what is open stays.
    at.advance(Duration::days(31));
    Job::Erase.run(&at.app, at.now()).await.unwrap();
    assert_eq!((day.closed().await, at.count("select count(*) from responses").await), (0, 5));
}

#[tokio::test]
async fn what_an_older_program_saved_or_closed_stays_in_sight() {
    let day = Flooded::soon().await;
    let at = &day.at;
    day.by(Came::WITHOUT_DIGITS, true, &["Take it away", "Take it away"]).await;
    day.by(
        Came::WITHOUT_DIGITS,
        false,
        &["I know him 1", "I know him 2", "I know him 3", "Who is it?", "", ""],
    )
    .await;
    day.by(Came::AS_USUAL, false, &["I know him 4"]).await;
    // An older program says only whether it was slow.
    at.tampers("update responses set lane = null, trust = null").await;
    let queue = day.moderator.get("/en/queue").await.expect(200);
    // Two urgent ones, an ordinary one, three slow ones as one, and three that say something else, or nothing.
    assert_eq!((rows(&queue).len(), folds(&queue).len()), (7, 1), "{queue:?}");
    let levels = queue.texts("[data-row] .level");
    assert_eq!(levels, ["High", "High", "Normal", "Low", "Low", "Low", "Low"]);
    queue.says("2 more with the same text").says(&at.text("en", "reason-slow-lane"));
    // It closes the first of a fold without knowing of the others: they stand for themselves again.
    at.tampers("update responses set stage = 'closed', outcome = 'spam', closed_at = arrived_at where fold = id and not is_urgent \
         and exists (select 1 from responses o where o.fold = responses.id and o.id <> responses.id)")
        .await;
    let queue = day.moderator.get("/en/queue").await.expect(200);
    assert_eq!((rows(&queue).len(), folds(&queue).len()), (7, 1));
    queue.says("1 more with the same text");
    // Closed alone, it leaves its place to the next.
    let head = folds(&queue)[0].replace("/en/queue?fold=", "/en/responses/");
    let page = claims(&day.moderator, &head).await;
    let close = page.form("/close").set("outcome", "spam").set("end_publication", "no");
    close.submit(&day.moderator).await.expect(200);
    assert_eq!((day.closed().await, day.rows().await), (2, 7));
    // A member without keys sees each by itself.
    at.tampers("update responses set fold = null").await;
    at.tampers("delete from key_grants where part = 'open'").await;
    assert_eq!(day.rows().await, 7);
}
