//! The main job, from end to end: a photo with consent is published, a brother's answer comes back sealed, staff find it in their
//! queue, and everything past its time is erased. Over HTTP, with cookies and forms only.

use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::desk_pages::{claims, drafts, first_in_queue};
use crate::harness::people::{Enquirer, Society};
use crate::harness::site_pages::{Letter, Receipt, fills, reads, sends, solved};
use kinlight::photo_number::PhotoNumber;

const ANSWER: &str = "He is me. I carried the blue kite on the day we lost each other.";
const QUESTION: &str = "What colour was the kite that you carried?";

#[tokio::test]
async fn a_brother_finds_his_sister() {
    let at = TestApp::start().await;
    let northland = Society::founded(&at, "northland").await;
    let southland = Society::founded(&at, "southland").await;
    let enquirer = Enquirer::looking_for_her_brother();

    // A case worker drafts, and can't approve it herself.
    let case_worker = northland.case_worker.signs_in(&at).await;
    let draft = drafts(&case_worker, &at, &enquirer).await;
    let review = format!("/en/reviews/{}", draft.id);
    case_worker.get(&review).await.expect(403);
    let gallery = at.visitor().get("/en/").await.expect(200);
    assert_eq!(gallery.has_link_to("/en/photo/"), None, "a draft is public");

    // A second person reviews a true preview against a checklist, and approves.
    let reviewer = northland.reviewer.signs_in(&at).await;
    let listed = reviewer.get("/en/reviews").await.expect(200);
    assert_eq!(listed.has_link_to("/en/reviews/").as_deref(), Some(review.as_str()));
    let page = reviewer.get(&review).await.expect(200);
    assert!(!page.contains(&enquirer.private.enquirer_name), "a reviewer reads the private part");
    for preview in page.all(".previews img", "src") {
        assert_eq!(reviewer.get(&preview).await.expect(200).header("content-type"), "image/jpeg");
    }
    let unchecked = page.form("/approve").submit(&reviewer).await.expect(422);
    let published = unchecked.form("/approve").tick_all("checked").submit(&reviewer).await.expect(200);
    assert!(published.path.starts_with("/en/publications/"), "{published:?}");

    // A brother in another country searches for people who look for a brother.
    let brother = at.visitor();
    let gallery = brother.get("/en/").await.expect(200);
    assert_eq!(brother.cookies(), "", "a cookie while browsing");
    let filter = gallery.form("/en/").set("seeking", "brother");
    let afghanistan = filter.offers("place").into_iter().find(|o| o.eq_ignore_ascii_case("af"));
    let afghanistan = afghanistan.expect("the origin is offered").to_owned();
    let asked = filter.set("place", &afghanistan).submit(&brother).await.expect(200);
    let found = solved(&at, asked.main_form()).submit(&brother).await.expect(200);
    assert!(found.path.contains("seeking=brother"), "the CAPTCHA lost the filter: {}", found.path);
    let photo = found.has_link_to("/en/photo/").expect("the photo is found");
    let page = brother.get(&photo).await.expect(200);
    for word in [&enquirer.private.enquirer_name, &enquirer.private.story, &enquirer.private.sought_names] {
        assert!(!page.html().contains(word.as_str()), "{word} is public");
    }
    let mut pictures = page.all("main img", "src");
    pictures.retain(|address| address.starts_with("/pictures/"));
    assert!(!pictures.is_empty(), "{page:?}");
    let download = page.all("a[download]", "href").first().cloned().expect("a picture to keep");
    assert!(brother.get(&download).await.expect(200).header("content-type").starts_with("image/"));

    // He answers. He has a pass, so nothing more is asked.
    let number = PhotoNumber::parse(photo.rsplit('/').next().unwrap()).unwrap();
    let check = fills(&brother, "en", number, Letter::saying(ANSWER)).await;
    let receipt = Receipt::on(&sends(&at, &brother, &check).await);

    // The response is in the right Society's queue, and in no other.
    let moderator = northland.moderator.signs_in(&at).await;
    let elsewhere = southland.moderator.signs_in(&at).await;
    assert_eq!(first_in_queue(&elsewhere).await, None, "another Society sees it");
    let response = first_in_queue(&moderator).await.expect("it is in the queue");
    elsewhere.get(&response).await.expect(404);
    let queue = moderator.get("/en/queue").await;
    assert!(!queue.contains("Jawad") && !queue.html().contains("kite"), "the list tells what is sealed");
    let page = claims(&moderator, &response).await;
    page.says(ANSWER).says("Jawad Testname").says(&enquirer.private.enquirer_name);
    let note = "The kite agrees with what she told us.";
    let page = page.form("/note").set("note", note).submit(&moderator).await.expect(200);
    page.says(note).form("/question").set("question", QUESTION).submit(&moderator).await.expect(200);

    // He comes back with his code, reads the question, and answers.
    let later = at.visitor();
    let mailbox = reads(&later, &receipt.code).await;
    mailbox.says(QUESTION).says(&receipt.caller_check);
    assert!(!mailbox.contains(ANSWER), "a code opens the responder's own words");
    let sent = mailbox.form("/return/answer").set("answer", "It was blue, with a torn tail.");
    let sent = sent.submit(&later).await.expect(200);
    assert!(!sent.contains("torn tail"), "an answer is shown back");

    // The moderator closes, and the photo ends.
    let page = moderator.get(&response).await.expect(200);
    let close =
        page.says("torn tail").form("/close").set("outcome", "reunited").set("end_publication", "yes");
    close.submit(&moderator).await.expect(200);
    let stranger = at.visitor();
    stranger.get(&photo).await.expect(410);
    stranger.get(&download).await.expect(410);
    for picture in &pictures {
        stranger.get(picture).await.expect(410);
    }
    assert_eq!(stranger.get("/en/").await.has_link_to("/en/photo/"), None);
    at.run_jobs().await;
    let public: Vec<_> = at.blobs().into_iter().filter(|(name, _)| name.starts_with("public/")).collect();
    assert!(public.is_empty(), "{} public files are left", public.len());

    // An auditor checks the chain and sees who opened what.
    let auditor = northland.auditor.signs_in(&at).await;
    let log = auditor.get("/en/audit").await.expect(200);
    log.says(&northland.moderator.name).says("Opened a response").says("Approved and published");
    let verified = log.form("/verify").submit(&auditor).await.expect(200);
    verified.says("Nothing was changed");

    // Everything past its time is erased.
    at.later(Duration::days(181)).await;
    at.run_jobs().await;
    for table in ["responses", "messages", "notes"] {
        assert_eq!(at.count(&format!("select count(*) from {table}")).await, 0, "{table}");
    }
    assert_eq!(at.count("select count(*) from cases where private_part is not null").await, 0);
    reads_nothing(&at, &receipt.code).await;
}

async fn reads_nothing(at: &TestApp, code: &str) {
    let visitor = at.visitor();
    let asked = visitor.get("/en/return").await.expect(200);
    let page = asked.main_form().set("code", code).submit(&visitor).await.expect(422);
    assert!(page.fault_at("code").is_some(), "{page:?}");
}

#[tokio::test]
async fn sent_twice_it_is_one_response_with_one_receipt() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let visitor = at.visitor();
    let check = fills(&visitor, "en", photo.number, Letter::saying(ANSWER)).await;
    let form = solved(&at, check.main_form());
    let first = Receipt::on(&form.clone().submit(&visitor).await);
    let second = Receipt::on(&form.submit(&visitor).await);
    assert_eq!(first, second);
    assert_eq!(at.count("select count(*) from responses").await, 1);
}

#[tokio::test]
async fn both_languages_lead_through_the_same_form() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    for (lang, dir) in [("en", "ltr"), ("ar", "rtl")] {
        let visitor = at.visitor();
        let letter = Letter { phone: Some("+000 5550 777"), ..Letter::saying(ANSWER) };
        let check = fills(&visitor, lang, photo.number, letter).await;
        assert_eq!(check.all("html", "dir"), [dir]);
        check.says("+000 5550 777").says(ANSWER);
        let receipt = sends(&at, &visitor, &check).await;
        assert_eq!(receipt.all("html", "lang"), [lang]);
        Receipt::on(&receipt);
    }
    assert_eq!(at.count("select count(*) from responses").await, 2);
}

#[tokio::test]
async fn a_thread_keeps_its_order_within_one_hour() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let brother = at.visitor();
    let check = fills(&brother, "en", photo.number, Letter::saying(ANSWER)).await;
    let receipt = Receipt::on(&sends(&at, &brother, &check).await);
    let moderator = society.moderator.signs_in(&at).await;
    let response = first_in_queue(&moderator).await.expect("it is in the queue");
    let page = claims(&moderator, &response).await;
    page.form("/question").set("question", QUESTION).submit(&moderator).await.expect(200);
    at.advance(Duration::minutes(2));
    let mailbox = reads(&brother, &receipt.code).await;
    assert_eq!(mailbox.all("[data-state]", "data-state"), ["question"]);
    let form = mailbox.form("/return/answer").set("answer", "It was blue.");
    let sent = form.submit(&brother).await.expect(200);
    // The question counts as the earlier message, although the answer's row knows only the hour.
    assert_eq!(sent.all("[data-state]", "data-state"), ["being-read"], "the answer counts as the last word");
    let page = moderator.get(&response).await.expect(200);
    let text = page.text();
    assert!(text.find(QUESTION) < text.find("It was blue."), "{text}");
}
