//! An answer arrives at the same time as a closing, an erasure or an older program: no answer that was confirmed as saved is
//! lost.

use sea_orm::{ConnectionTrait, Statement};
use time::Duration;

use super::{Answered, MORE};
use crate::harness::desk_pages::{claims, first_in_queue};
use crate::harness::site_pages::reads;
use kinlight::db::is_sqlite;

#[tokio::test]
async fn a_closing_from_an_older_page_shows_the_newer_answer_and_closes_nothing() {
    let day = Answered::and_claimed().await;
    let at = &day.at;
    let older = day.moderator.get(&day.response).await.expect(200);
    day.writes(MORE).await;
    let form = older.form("/close").set("outcome", "spam").set("end_publication", "yes");
    let conflict = form.submit(&day.moderator).await.expect(409);
    conflict.says(MORE).says(&at.text("en", "close-conflict-text"));
    assert_eq!(at.count("select count(*) from responses where stage = 'closed'").await, 0);
    assert_eq!(
        at.count("select count(*) from publications where stage = 'live'").await,
        1,
        "the photo ended"
    );
    // On the page that shows the new answer, closing takes one press.
    let again = conflict.form("/close");
    assert_eq!(again.value("outcome"), Some("spam"));
    again.submit(&day.moderator).await.expect(200);
    assert_eq!(first_in_queue(&day.moderator).await, None);
}

#[tokio::test]
async fn of_a_closing_and_an_answer_at_once_the_answer_is_never_swallowed() {
    for _ in 0..5 {
        let day = Answered::and_claimed().await;
        let at = &day.at;
        let closing = day.moderator.get(&day.response).await.expect(200).form("/close");
        let closing = closing.set("outcome", "no-match").set("end_publication", "no");
        let visitor = at.visitor();
        let answer = reads(&visitor, &day.receipt.code).await.form("/return/answer").set("answer", MORE);
        let (closed, sent) = tokio::join!(closing.submit(&day.moderator), answer.submit(&visitor));
        sent.expect(200).says(&at.text("en", "return-sent-title"));
        assert!([200, 409].contains(&closed.status), "{closed:?}");
        assert_eq!(at.count("select count(*) from responses where stage <> 'closed'").await, 1);
        let page = day.moderator.get(&day.response).await.expect(200);
        let page = if page.contains(MORE) { page } else { claims(&day.moderator, &day.response).await };
        page.says(MORE);
    }
}

#[tokio::test]
async fn an_answer_that_meets_the_erasure_is_kept_or_said_not_to_be_saved() {
    let day = Answered::and_closed("no-match").await;
    let at = &day.at;
    at.later(Duration::days(31)).await;
    let visitor = at.visitor();
    let form = reads(&visitor, &day.receipt.code).await.form("/return/answer").set("answer", MORE);
    let (sent, ()) = tokio::join!(form.submit(&visitor), at.run_jobs());
    let (said, kept) =
        (sent.contains(&at.text("en", "return-sent-title")), at.count("select count(*) from messages").await);
    assert_eq!(i64::from(said), kept, "{sent:?}");
    assert!(said || sent.html().contains(MORE), "what was typed is gone: {sent:?}");

    // The response is erased while its mailbox is open.
    let day = Answered::and_closed("no-match").await;
    let at = &day.at;
    at.later(Duration::days(31)).await;
    let visitor = at.visitor();
    let form = reads(&visitor, &day.receipt.code).await.form("/return/answer").set("answer", MORE);
    at.run_jobs().await;
    let sent = form.submit(&visitor).await;
    assert!(!sent.contains(&at.text("en", "return-sent-title")), "{sent:?}");
    assert!(sent.html().contains(MORE), "what was typed is gone: {sent:?}");
}

#[tokio::test]
async fn an_answer_that_meets_a_second_opening_is_read_and_one_that_meets_its_deletion_leaves_nothing() {
    let day = Answered::and_closed("no-match").await;
    let at = &day.at;
    let reopening = day.moderator.get(&day.response).await.expect(200).form("/reopen");
    let visitor = at.visitor();
    let answer = reads(&visitor, &day.receipt.code).await.form("/return/answer").set("answer", MORE);
    let (opened, sent) = tokio::join!(reopening.submit(&day.moderator), answer.submit(&visitor));
    sent.expect(200).says(&at.text("en", "return-sent-title"));
    assert!([200, 409].contains(&opened.status), "{opened:?}");
    let page = day.moderator.get(&day.response).await.expect(200);
    let page = if page.contains(MORE) { page } else { claims(&day.moderator, &day.response).await };
    page.says(MORE);

    let (visitor, elsewhere) = (at.visitor(), at.visitor());
    let asked = reads(&elsewhere, &day.receipt.code).await.form("/return/erase").submit(&elsewhere).await;
    let answer = reads(&visitor, &day.receipt.code).await.form("/return/answer").set("answer", MORE);
    let deletion = asked.form("/return/erase");
    let (gone, _) = tokio::join!(deletion.press(&elsewhere, "yes"), answer.submit(&visitor));
    gone.expect(200);
    assert_eq!(at.count("select count(*) from messages").await, 0, "a word is left of what was deleted");
    assert_eq!(at.count("select count(*) from responses where outcome = 'taken-back'").await, 1);
}

#[tokio::test]
async fn a_closing_whose_photo_can_not_end_closes_nothing() {
    let day = Answered::and_claimed().await;
    let at = &day.at;
    let page = day.moderator.get(&day.response).await.expect(200);
    at.tampers(if is_sqlite(&at.db.desk) {
        "create trigger broken before update on publications begin select raise(abort, 'a broken disk'); end"
    } else {
        "create function broken() returns trigger language plpgsql as $$ begin raise 'a broken disk'; end $$; \
         create trigger broken before update on publications for each row execute function broken()"
    })
    .await;
    let form = page.form("/close").set("outcome", "reunited").set("end_publication", "yes");
    form.submit(&day.moderator).await.expect(500);
    assert_eq!(
        at.count("select count(*) from responses where stage = 'closed'").await,
        0,
        "closed, and its photo is live"
    );
    assert_eq!(at.count("select count(*) from audit_lines where verb = 'closed'").await, 0);
}

/// The statement that the older program sent to the database when an answer came.
#[tokio::test]
async fn an_answer_by_an_older_program_beside_the_newer_schema_opens_it_too() {
    let day = Answered::and_closed("no-match").await;
    let db = &day.at.app.db.site;
    let tag = "(select mailbox_tag from responses)";
    let sql = if is_sqlite(db) {
        format!(
            "insert into messages (id, response_id, is_from_staff, body, position, sent_at) \
             select x'00000000000000000000000000000007', r.id, false, x'00', \
                    (select coalesce(max(m.position), 0) + 1 from messages m where m.response_id = r.id), 1795003200 \
             from responses r where r.mailbox_tag = {tag} on conflict (id) do nothing"
        )
    } else {
        let found = "select encode(mailbox_tag, 'hex') from responses";
        let owner = &day.at.db.desk;
        let row =
            owner.query_one_raw(Statement::from_string(owner.get_database_backend(), found)).await.unwrap();
        let tag: String = row.unwrap().try_get_by_index(0).unwrap();
        let id = "00000000-0000-0000-0000-000000000007";
        format!("select mailbox_answer('\\x{tag}', '{id}', '\\x00', 1795003200)")
    };
    db.execute_unprepared(&sql).await.unwrap();
    assert_eq!(first_in_queue(&day.moderator).await.as_deref(), Some(&*day.response));
}
