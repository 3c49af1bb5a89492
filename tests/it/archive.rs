//! A case that has come to its end: its key moves to the archive, and an answer that comes later is not lost.

use crate::harness::app::TestApp;
use crate::harness::desk_pages::{claims, first_in_queue};
use crate::harness::people::{Enquirer, Society};
use crate::harness::site_pages::{Letter, Receipt, fills, sends};
use crate::harness::strangers;
use kinlight::responses::closed::UNDO_FOR;
use time::Duration;

const ARCHIVED: &str = "select count(*) from cases where key_part = 'archive'";

#[tokio::test]
async fn a_closed_case_is_the_administrators_and_a_late_answer_still_reaches_a_moderator() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let (first, late) = (at.visitor(), at.visitor());
    let check = fills(&first, "en", photo.number, Letter::saying("I am her brother.")).await;
    let late_check = fills(&late, "en", photo.number, Letter::saying("I carried the blue kite.")).await;
    Receipt::on(&sends(&at, &first, &check).await);

    // The family is together: the response is closed, the photo ends, and the case with them.
    let moderator = society.moderator.signs_in(&at).await;
    let response = first_in_queue(&moderator).await.expect("it is in the queue");
    let page = claims(&moderator, &response).await;
    let close = page.form("/close").set("outcome", "reunited").set("end_publication", "yes");
    close.submit(&moderator).await.expect(200);
    assert_eq!(at.count(ARCHIVED).await, 0, "a closing that can still be undone has taken the key away");
    at.advance(UNDO_FOR + Duration::seconds(1));
    assert_eq!(first_in_queue(&moderator).await, None);
    assert_eq!(at.count(ARCHIVED).await, 1);

    // Another answer, begun while the photo was live, arrives; the moderator holds no key to it any more.
    Receipt::on(&sends(&at, &late, &late_check).await);
    let waiting = first_in_queue(&moderator).await.expect("a late answer is in the queue as well");
    let sealed = moderator.get(&waiting).await.expect(200);
    sealed.says(&at.text("en", "response-sealed-archive"));
    assert!(
        !sealed.all("form", "action").contains(&format!("{waiting}/claim")),
        "the page offers a claim that can only fail"
    );
    let token = sealed.form("/sign-out").value("csrf").expect("a token").to_owned();
    let shut = moderator.post_only(&format!("{waiting}/claim"), &[("csrf", &token)]).await.expect(403);
    assert!(!shut.contains("blue kite"), "{shut:?}");
    let held =
        at.count("select count(*) from responses where claimed_by is not null and stage = 'claimed'").await;
    assert_eq!(held, 0, "a moderator holds a response that they can't open");

    // An administrator opens the case again, behind a fresh second factor and the second passphrase.
    let administrator = society.administrator.signs_in(&at).await;
    administrator.get("/en/").await.expect(200).says("One response waits in a closed case");
    at.advance(Duration::minutes(9));
    // The code comes first, so that the passphrase is typed once.
    let asked = administrator.get("/en/archive").await.expect(200);
    asked.says(&at.text("en", "fresh-factor-title"));
    let page = society.administrator.gives_a_code(&asked, &at, &administrator).await.expect(200);
    page.says("One response waits in a closed case");
    let (password, second) = (&society.administrator.password, society.administrator.second_passphrase());
    for wrong in ["", password, "not this one at all"] {
        let told =
            page.form("/archive").set("second_passphrase", wrong).submit(&administrator).await.expect(422);
        assert!(told.fault_at("second_passphrase").is_some(), "{wrong:?}: {told:?}");
        assert_eq!(at.count(ARCHIVED).await, 1, "{wrong:?} opened it");
    }
    // A second press does not open it again.
    for _ in 0..2 {
        let form = page.form("/archive").set("second_passphrase", &second);
        let opened = form.submit(&administrator).await.expect(200);
        opened.says(&at.text("en", "archive-opened"));
    }
    let lines = |verb: &str| format!("select count(*) from audit_lines where verb = '{verb}'");
    assert_eq!(at.count(&lines("case-opened")).await, 1);
    assert_eq!(at.count(&lines("second-key-opened")).await, 2);
    assert_eq!(at.count(&lines("second-passphrase-wrong")).await, 2);
    assert_eq!(at.count(ARCHIVED).await, 0);

    let moderator = society.moderator.signs_in(&at).await;
    claims(&moderator, &waiting).await.says("I carried the blue kite.");
}

#[tokio::test]
async fn a_case_that_ended_without_an_answer_is_closed_by_whoever_signs_in_next() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let her = Enquirer::looking_for_her_brother();
    let by_code = society.publishes(&at, &her).await;
    let by_time = society.publishes(&at, &Enquirer { consent_for: Duration::days(30), ..her.clone() }).await;
    let by_staff = society.publishes(&at, &her).await;
    let answered = society.publishes(&at, &her).await;
    let goes_on = society.publishes(&at, &her).await;
    strangers::answers(&at, answered.number, "I am her brother.").await;

    // The code on her paper and the consent's last day: neither brings a key that could archive the case.
    let visitor = at.visitor();
    for photo in [&by_code, &answered] {
        let asked = visitor.get("/en/withdraw").await.expect(200).main_form();
        let asked = asked.set("code", photo.withdrawal_code.compact()).submit(&visitor).await.expect(200);
        asked.main_form().submit(&visitor).await.expect(200);
    }
    at.advance(Duration::days(31));
    at.run_jobs().await;
    assert_eq!(at.count(ARCHIVED).await, 0);

    // An auditor holds no key and changes nothing; a case worker does, by signing in.
    society.auditor.signs_in(&at).await;
    assert_eq!(at.count(ARCHIVED).await, 0);
    let case_worker = society.case_worker.signs_in(&at).await;
    assert_eq!(at.count(ARCHIVED).await, 2, "{:?}", [by_code.number, by_time.number]);
    // If staff end a photo, its case is archived at once.
    let page = case_worker.get(&format!("/en/publications/{}", by_staff.id)).await.expect(200);
    page.main_form().set("reason", "withdrawn-by-staff").submit(&case_worker).await.expect(200);
    assert_eq!(at.count(ARCHIVED).await, 3);
    // An unopened answer keeps its case open, and so does a photo that is shown.
    let open = format!(
        "select count(*) from cases c join publications p on p.case_id = c.id \
         where c.key_part = 'open' and p.photo_number in ('{}', '{}')",
        answered.number.compact(),
        goes_on.number.compact()
    );
    assert_eq!(at.count(&open).await, 2);
}
