//! `kinlight mail test` and `kinlight webhook test` as an operator runs them: what they print, and how they end.

use std::process::{Command, Output};

use crate::harness::mail_server::{MailServer, Mood};
use crate::harness::pager::{HANGS, Pager};

async fn runs(arguments: &[&str], settings: &[(&str, String)]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kinlight"));
    command.args(arguments);
    for (name, value) in settings {
        command.env(format!("KINLIGHT_{}", name.to_uppercase()), value);
    }
    let done: Output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    let said = [done.stdout, done.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    (done.status.code(), said)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_server_is_tried_and_its_fault_told_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let server = MailServer::start(folder.path()).await;
    let test = ["mail", "test", "olunda@example.org"];
    let (code, said) = runs(&test, &server.settings()).await;
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("has taken a message to olunda@example.org"), "{said}");
    assert_eq!(server.take().len(), 1);

    for (mood, word) in [
        (Mood::Refuses, "no such address here"),
        (Mood::Hangs, "telling_seconds"),
        (Mood::InTheOpen, "STARTTLS"),
    ] {
        server.is(mood);
        let (code, said) = runs(&test, &server.settings()).await;
        assert_eq!(code, Some(1), "{mood:?}: {said}");
        assert!(said.contains(word), "{mood:?}: {said}");
        assert!(server.take().is_empty());
    }
    server.is(Mood::Good);
    let without_trust: Vec<_> =
        server.settings().into_iter().filter(|(name, _)| *name != "telling_certificates").collect();
    let (code, said) = runs(&test, &without_trust).await;
    assert_eq!(code, Some(1), "{said}");
    assert!(said.to_lowercase().contains("certificate"), "{said}");

    let (code, said) = runs(&test, &[]).await;
    assert_eq!((code, said.contains("mail_host is not set")), (Some(1), true), "{said}");
    let (code, said) = runs(&["mail", "test", "olunda"], &server.settings()).await;
    assert_eq!((code, said.contains("no e-mail address")), (Some(1), true), "{said}");
    let broken = [("mail_host", "mail.example.org".to_owned())];
    let (code, said) = runs(&test, &broken).await;
    assert_eq!((code, said.contains("mail_from")), (Some(2), true), "{said}");
    let nowhere = [("telling_certificates", "/nowhere.pem".to_owned())];
    let (code, said) = runs(&test, &nowhere).await;
    assert_eq!((code, said.contains("telling_certificates")), (Some(1), true), "{said}");
    assert!(!said.contains("word-of-the-mail-server"), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_webhook_is_tried_and_its_fault_told_in_words() {
    let pager = Pager::start().await;
    let test = ["webhook", "test"];
    let (code, said) = runs(&test, &pager.settings()).await;
    assert_eq!((code, said.contains("has taken a notice")), (Some(0), true), "{said}");
    let pages = pager.take();
    assert!(pages.len() == 1 && pages[0].is_signed && pages[0].data("level") == "welcome", "{pages:?}");
    for (status, word) in [(500, "500"), (302, "not followed"), (HANGS, "telling_seconds")] {
        pager.answers(status);
        let (code, said) = runs(&test, &pager.settings()).await;
        assert_eq!((code, said.contains(word)), (Some(1), true), "{status}: {said}");
        pager.take();
    }
    let (code, said) = runs(&test, &[]).await;
    assert_eq!((code, said.contains("webhook_url is not set")), (Some(1), true), "{said}");
}
