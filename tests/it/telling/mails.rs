//! Staff in working hours get mail about new work, once an hour at most. Staff on call get mail about a danger within a minute,
//! at any hour.

use time::Duration;

use super::{puts_on_rota, says_nothing_of_anyone, tells, with_mail};
use crate::harness::app::TestApp;
use crate::harness::desk_pages::claims;
use crate::harness::mail_server::MailServer;
use crate::harness::people::{Enquirer, Photo, Society};
use crate::harness::site_pages::{Letter, reads, responds};
use crate::harness::strangers;

/// A Society with a photo, and one colleague on its rota. The time is Wednesday, 12:16 UTC.
async fn begins(server: &MailServer, is_on_call: bool) -> (TestApp, Society, Photo) {
    let at = with_mail(server, &[]).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    puts_on_rota(&at, &society, server, ("team@society.example", is_on_call)).await;
    (at, society, photo)
}

async fn subjects(at: &TestApp, server: &MailServer) -> Vec<String> {
    tells(at).await;
    let mails = server.take();
    mails.iter().for_each(says_nothing_of_anyone);
    mails.iter().map(|mail| mail.header("subject")).collect()
}

#[tokio::test]
async fn who_works_hears_of_an_answer_once_an_hour_and_of_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let server = MailServer::start(folder.path()).await;
    let (at, _, photo) = begins(&server, false).await;
    assert_eq!(subjects(&at, &server).await, [""; 0], "nothing waits");

    let letter = Letter { phone: Some("+000 5550 100200"), ..Letter::saying("I carried the kite.") };
    responds(&at, &at.visitor(), photo.number, letter).await;
    let waits = at.text("en", "telling-waits-subject");
    assert_eq!(subjects(&at, &server).await, [waits.as_str()]);
    // The same news is sent once; what comes within the hour waits for the next mail.
    at.later(Duration::minutes(20)).await;
    strangers::answers(&at, photo.number, "And I the string.").await;
    assert_eq!(subjects(&at, &server).await, [""; 0]);
    at.later(Duration::minutes(50)).await;
    assert_eq!(subjects(&at, &server).await, [waits.as_str()]);
    at.later(Duration::hours(2)).await;
    assert_eq!(subjects(&at, &server).await, [""; 0], "nothing new came");

    // In the evening no mail is sent; the next day's mail reminds of what waits.
    at.later(Duration::hours(4)).await;
    strangers::answers(&at, photo.number, "And I the reel.").await;
    assert_eq!(subjects(&at, &server).await, [""; 0]);
    at.later(Duration::hours(14)).await;
    assert_eq!(subjects(&at, &server).await, [waits]);
}

#[tokio::test]
async fn a_danger_at_night_reaches_who_is_on_call_and_a_second_one_when_the_first_was_opened() {
    let folder = tempfile::tempdir().unwrap();
    let server = MailServer::start(folder.path()).await;
    let (at, society, photo) = begins(&server, true).await;
    at.later(Duration::hours(11)).await;
    let urgent = at.text("en", "telling-urgent-subject");
    strangers::answers(&at, photo.number, "An ordinary one.").await;
    assert_eq!(subjects(&at, &server).await, [""; 0], "an ordinary response must wait for the morning");

    let first = strangers::warns(&at, photo.number, "They hold the child at the river.").await;
    assert_eq!(subjects(&at, &server).await, [urgent.as_str()]);
    // While the first danger waits, a flood of others sends one mail in ten minutes at most.
    for n in 0..6 {
        strangers::warns(&at, photo.number, &format!("Flood {n}.")).await;
        at.later(Duration::seconds(20)).await;
        assert_eq!(subjects(&at, &server).await, [""; 0]);
    }
    at.later(Duration::minutes(20)).await;
    assert_eq!(subjects(&at, &server).await, [urgent.as_str()]);

    // Somebody closes them all. A new danger is then sent at once, since nobody can know of it.
    let browser = society.moderator.signs_in(&at).await;
    let mut path = Some(format!("/en/responses/{}", first.id));
    while let Some(response) = path.take() {
        claims(&browser, &response).await.expect(200);
        let page = browser.get(&response).await.expect(200);
        let form = page.form("/close").set("outcome", "no-match").set("end_publication", "no");
        form.submit(&browser).await.expect(200);
        path = crate::harness::desk_pages::first_in_queue(&browser).await;
    }
    assert_eq!(subjects(&at, &server).await, [""; 0]);
    strangers::warns(&at, photo.number, "They moved the child.").await;
    assert_eq!(subjects(&at, &server).await, [urgent]);
}

#[tokio::test]
async fn a_removal_is_urgent_and_an_answer_in_the_mailbox_is_news() {
    let folder = tempfile::tempdir().unwrap();
    let server = MailServer::start(folder.path()).await;
    let (at, society, photo) = begins(&server, false).await;
    let visitor = at.visitor();
    let letter = Letter { door: "remove-my-photo", ..Letter::saying("It is me in the photo.") };
    let receipt = responds(&at, &visitor, photo.number, letter).await;
    assert_eq!(subjects(&at, &server).await, [at.text("en", "telling-urgent-subject")]);

    let browser = society.moderator.signs_in(&at).await;
    let response = crate::harness::desk_pages::first_in_queue(&browser).await.expect("a response");
    let page = claims(&browser, &response).await.expect(200);
    let asked = page.form("/question").set("question", "Where was it taken?").submit(&browser).await;
    asked.expect(200);
    at.later(Duration::hours(2)).await;
    assert_eq!(subjects(&at, &server).await, [""; 0], "it was opened, and staff wait for the sender");

    let mailbox = reads(&visitor, &receipt.code).await;
    mailbox.form("/answer").set("answer", "By the river.").submit(&visitor).await.expect(200);
    assert_eq!(subjects(&at, &server).await, [at.text("en", "telling-urgent-subject")]);
}

#[tokio::test]
async fn what_waits_longer_than_promised_is_told_to_everybody_and_never_too_early() {
    let folder = tempfile::tempdir().unwrap();
    let server = MailServer::start(folder.path()).await;
    let (at, society, photo) = begins(&server, false).await;
    // Another colleague, who works on Mondays only.
    let browser = society.administrator.signs_in(&at).await;
    let page = browser.get("/en/rota").await.expect(200);
    let form = page.form("/rota/add").set("address", "mondays@society.example").without("days");
    form.tick("days", "mon").submit(&browser).await.expect(200);
    tells(&at).await;
    server.take();
    at.later(Duration::minutes(90)).await;

    // Wednesday, 13:46. Two whole working days: it is late on Friday at 17:00, and nobody works then.
    strangers::answers(&at, photo.number, "A word.").await;
    let waits = at.text("en", "telling-waits-subject");
    assert_eq!(subjects(&at, &server).await, [waits.as_str()]);
    let overdue = at.text("en", "telling-overdue-subject");
    let mut told = Vec::new();
    for hour in 1..=5 * 24 {
        at.later(Duration::hours(1)).await;
        tells(&at).await;
        told.extend(server.take().into_iter().map(|mail| (hour, mail.to.clone(), mail.header("subject"))));
    }
    let late: Vec<_> = told.iter().filter(|(_, _, subject)| *subject == overdue).collect();
    let first = late.first().expect("it is late on Monday").0;
    // 116 hours after Wednesday, 13:46, is Monday, 9:46.
    assert_eq!(first, 4 * 24 + 20, "{told:?}");
    assert!(late.iter().any(|(hour, to, _)| *hour == first && to == "mondays@society.example"), "{late:?}");
    assert!(late.iter().any(|(hour, to, _)| *hour == first && to == "team@society.example"), "{late:?}");
    let on_other_days = told.iter().filter(|(hour, to, _)| *hour < first && to.starts_with("mondays"));
    assert_eq!(on_other_days.count(), 0, "{told:?}");
}

#[tokio::test]
async fn each_society_hears_of_its_own_in_its_own_language() {
    let folder = tempfile::tempdir().unwrap();
    let server = MailServer::start(folder.path()).await;
    let (at, _, photo) = begins(&server, false).await;
    let other = Society::founded(&at, "southland").await;
    let browser = other.administrator.signs_in(&at).await;
    let page = browser.get("/ar/rota").await.expect(200);
    let form = page.form("/rota/add").set("address", "south@society.example");
    form.set("language", "ar").submit(&browser).await.expect(200);
    tells(&at).await;
    let first = server.take();
    assert_eq!(first.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), ["south@society.example"]);
    assert_eq!(first[0].header("subject"), at.text("ar", "telling-welcome-subject"));
    assert!(first[0].body().contains(&at.text("ar", "telling-no-link")), "{}", first[0].body());

    at.later(Duration::minutes(80)).await;
    for n in 0..7 {
        strangers::answers(&at, photo.number, &format!("Word {n}.")).await;
    }
    tells(&at).await;
    let mails = server.take();
    assert_eq!(mails.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), ["team@society.example"]);
    assert!(mails[0].body().contains("At least 5 responses wait."), "{}", mails[0].body());
    assert_eq!(mails[0].header("auto-submitted"), "auto-generated");
    says_nothing_of_anyone(&mails[0]);
}

/// With the timetable itself, on two processes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_replicas_one_tells() {
    let folder = tempfile::tempdir().unwrap();
    let server = MailServer::start(folder.path()).await;
    let at = with_mail(&server, &[("job_seconds", "1")]).await;
    let replica = at.replica().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    society.is_told(&at, "team@society.example").await;
    for expected in ["telling-welcome-subject", "telling-urgent-subject"] {
        at.advance(Duration::seconds(21));
        let mut mails = Vec::new();
        for _ in 0..100 {
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            mails.extend(server.take());
            if !mails.is_empty() {
                break;
            }
        }
        // By now both processes have run the job again.
        tokio::time::sleep(std::time::Duration::from_millis(2_500)).await;
        mails.extend(server.take());
        let subjects: Vec<String> = mails.iter().map(|mail| mail.header("subject")).collect();
        assert_eq!(subjects, [at.text("en", expected)]);
        at.later(Duration::minutes(1)).await;
        strangers::warns(&at, photo.number, "They hold the child at the river.").await;
    }
    drop(replica);
}
