//! Staff are told that work waits, without a word about people: by mail to the rota, by the operator's webhook, and on each page
//! of the desk.

mod failing;
mod mails;
mod menu;
mod program;
mod rota;
mod webhook;

use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::mail_server::{Mail, MailServer};
use crate::harness::people::Society;
use kinlight::jobs::Job;

/// Words that no mail and no webhook may contain: about the enquirer, about responders, and about the desk.
const PLANTED: [&str; 9] =
    ["Testname", "Jawad", "Parwana", "kite", "river", "brother", "northland", "http", "100200"];

/// An installation that sends its mail through this server.
async fn with_mail(server: &MailServer, more: &[(&str, &str)]) -> TestApp {
    let settings = server.settings();
    let settings: Vec<(&str, &str)> =
        settings.iter().map(|(name, value)| (*name, value.as_str())).chain(more.iter().copied()).collect();
    TestApp::with(&settings).await
}

/// Runs the job that sends.
async fn tells(at: &TestApp) {
    Job::Tell.run(&at.app, at.now()).await.expect("the job sends, or saves for a retry");
}

/// Adds an address on the rota's page, and takes its welcome mail from the server.
async fn puts_on_rota(
    at: &TestApp,
    society: &Society,
    server: &MailServer,
    (address, is_on_call): (&str, bool),
) {
    let browser = &society.administrator.signs_in(at).await;
    let page = browser.get("/en/rota").await.expect(200);
    let form = page.form("/rota/add").set("address", address);
    let form = if is_on_call { form.tick("is_always_on_call", "yes") } else { form };
    let added = form.submit(browser).await.expect(200);
    added.says(&at.text("en", "rota-done-added"));
    tells(at).await;
    let first = server.take();
    assert_eq!(first.len(), 1, "{first:?}");
    assert_eq!(first[0].to, address);
    assert_eq!(first[0].header("subject"), at.text("en", "telling-welcome-subject"));
    at.later(Duration::minutes(70)).await;
}

fn says_nothing_of_anyone(mail: &Mail) {
    let all = format!("{}\n{}\n{}", mail.raw, mail.header("subject"), mail.body());
    for word in PLANTED {
        assert!(!all.contains(word), "{word} in {all}");
    }
}
