//! Mail servers fail in many ways: they hang, refuse, show a wrong certificate, or offer no encryption. The message is sent when
//! they work again, a metric counts the failures meanwhile, and nothing is ever sent unencrypted.

use time::Duration;

use super::{puts_on_rota, tells, with_mail};
use crate::harness::app::TestApp;
use crate::harness::browser::Browser;
use crate::harness::mail_server::{MailServer, Mood};
use crate::harness::people::{Enquirer, Society};
use crate::harness::strangers;

async fn figure(at: &TestApp, name: &str) -> f64 {
    let watcher = Browser::new(&at.figures().expect("figures are told"));
    for _ in 0..60 {
        let page = watcher.get_only("/metrics").await.expect(200);
        let text = String::from_utf8(page.bytes).unwrap();
        if let Some(value) = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' ')) {
            return value.parse().unwrap();
        }
        tokio::time::sleep(std::time::Duration::from_millis(250)).await;
    }
    panic!("no figure {name}");
}

#[tokio::test]
async fn a_mail_server_that_fails_in_any_way_gets_the_message_when_it_is_mended() {
    for mood in [Mood::InTheOpen, Mood::Refuses, Mood::Hangs] {
        let folder = tempfile::tempdir().unwrap();
        let server = MailServer::start(folder.path()).await;
        let at = with_mail(&server, &[("metrics_listen", "127.0.0.1:0")]).await;
        let society = Society::founded(&at, "northland").await;
        let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
        puts_on_rota(&at, &society, &server, ("team@society.example", false)).await;
        assert_eq!(figure(&at, "kinlight_tellings_failed_total").await, 0.0);

        server.is(mood);
        strangers::answers(&at, photo.number, "A word.").await;
        let began = std::time::Instant::now();
        tells(&at).await;
        assert!(began.elapsed().as_secs() < 10, "{mood:?} held up the others for {:?}", began.elapsed());
        assert!(server.take().is_empty(), "{mood:?}");
        assert_eq!(figure(&at, "kinlight_tellings_failed_total").await, 1.0, "{mood:?}");
        let rota = society.administrator.signs_in(&at).await.get("/en/rota").await.expect(200);
        rota.says(&at.text("en", "rota-state-failing"));
        // The next run does not retry yet.
        let before = server.connections();
        at.later(Duration::seconds(20)).await;
        tells(&at).await;
        assert_eq!(server.connections(), before, "{mood:?}");

        server.is(Mood::Good);
        at.later(Duration::minutes(16)).await;
        tells(&at).await;
        let mails = server.take();
        assert_eq!(mails.len(), 1, "{mood:?}: {mails:?}");
        assert_eq!(mails[0].header("subject"), at.text("en", "telling-waits-subject"));
        assert_eq!(server.said_in_the_open(), [""; 0], "{mood:?}");
    }
}

#[tokio::test]
async fn a_server_with_an_untrusted_certificate_gets_no_password_and_no_message() {
    let folder = tempfile::tempdir().unwrap();
    let server = MailServer::start(folder.path()).await;
    let other = tempfile::tempdir().unwrap();
    let stranger = MailServer::start(other.path()).await;
    // The operator trusts another server's certificate, but not this one's.
    let at = with_mail(&server, &[("telling_certificates", &stranger.certificate)]).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let browser = society.administrator.signs_in(&at).await;
    let page = browser.get("/en/rota").await.expect(200);
    page.form("/rota/add").set("address", "team@society.example").submit(&browser).await.expect(200);
    strangers::answers(&at, photo.number, "A word.").await;
    tells(&at).await;
    assert!(server.connections() > 0, "it was asked");
    assert!(server.take().is_empty() && server.said_in_the_open().is_empty());
}

#[tokio::test]
async fn if_one_address_fails_the_others_still_get_the_message() {
    let folder = tempfile::tempdir().unwrap();
    let server = MailServer::start(folder.path()).await;
    let at = with_mail(&server, &[]).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    for address in ["a@society.example", "b@society.example"] {
        puts_on_rota(&at, &society, &server, (address, false)).await;
    }
    server.refuses_only("a@society.example");
    strangers::answers(&at, photo.number, "A word.").await;
    tells(&at).await;
    let to = |mails: Vec<crate::harness::mail_server::Mail>| -> Vec<String> {
        mails.into_iter().map(|mail| mail.to).collect()
    };
    assert_eq!(to(server.take()), ["b@society.example"]);
    server.is(Mood::Good);
    at.later(Duration::minutes(16)).await;
    tells(&at).await;
    assert_eq!(to(server.take()), ["a@society.example"]);

    // A message is not sent if its work was done meanwhile.
    server.is(Mood::Refuses);
    at.later(Duration::hours(1)).await;
    strangers::answers(&at, photo.number, "Another word.").await;
    tells(&at).await;
    at.tampers("update responses set stage = 'closed', outcome = 'no-match', closed_at = 1").await;
    server.is(Mood::Good);
    at.later(Duration::minutes(16)).await;
    tells(&at).await;
    assert!(server.take().is_empty(), "nothing waits");
}

/// The rota stores the time of its last message rounded to ten minutes, so that a thief of the database learns no exact time.
#[tokio::test]
async fn the_rota_keeps_no_time_finer_than_ten_minutes() {
    let folder = tempfile::tempdir().unwrap();
    let server = MailServer::start(folder.path()).await;
    let at = with_mail(&server, &[]).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    puts_on_rota(&at, &society, &server, ("team@society.example", false)).await;
    at.later(Duration::seconds(347)).await;
    strangers::answers(&at, photo.number, "A word.").await;
    tells(&at).await;
    assert_eq!(server.take().len(), 1);
    assert_eq!(at.count("select count(*) from rota where told_at % 600 <> 0").await, 0);
    assert_eq!(at.count("select count(*) from rota where told_at is not null").await, 1);
}
