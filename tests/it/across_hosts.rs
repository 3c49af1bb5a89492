//! PostgreSQL and Redis on another host are reached with TLS that is verified and with a password, or not at all, unless the
//! operator says that nobody else is in the network between.

use std::process::{Command, Output};

use rcgen::{CertifiedKey, KeyPair, generate_simple_self_signed};

use crate::harness::app::TestApp;
use crate::harness::engines::Engines;
use crate::harness::postgres::PostgresServer;
use crate::harness::processes::said_at_start;
use crate::harness::redis::{PASSWORD, RedisServer};

/// `kinlight config --check` with these settings; its output, and whether it says anything of a password.
fn checked(settings: &[(&str, &str)]) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_kinlight"));
    program.args(["config", "--check"]).env("KINLIGHT_DATA_DIR", folder.path().join("data"));
    for (name, value) in settings {
        program.env(format!("KINLIGHT_{}", name.to_uppercase()), value);
    }
    let Output { status, stderr, stdout } = program.output().unwrap();
    let said = String::from_utf8_lossy(&[stderr, stdout].concat()).into_owned();
    assert!(!said.contains("quiet-river"), "{said}");
    (status.code(), said)
}

#[test]
fn an_address_that_asks_for_no_verified_tls_is_refused_with_the_remedy() {
    for setting in ["database_url", "site_database_url", "jobs_database_url"] {
        for mode in ["disable", "allow", "prefer", "require", "verify-ca"] {
            let url = format!("postgres://kinlight:quiet-river@db.example/kinlight?sslmode={mode}");
            let (code, said) = checked(&[(setting, &url)]);
            assert_eq!(code, Some(2), "{said}");
            for word in
                [setting, "db.example", "sslmode=verify-full", "sslrootcert", "private_network_accepted"]
            {
                assert!(said.contains(word), "{word:?} is not in {said}");
            }
        }
    }
    for (url, word) in [
        ("redis://kinlight:quiet-river@limits.example:6379/0", "rediss://"),
        ("rediss://kinlight:quiet-river@limits.example:6379/0#insecure", "#insecure"),
        ("rediss://limits.example:6379/0", "password"),
    ] {
        let (code, said) = checked(&[("redis_url", url)]);
        assert_eq!(code, Some(2), "{said}");
        for word in ["redis_url", "limits.example", word] {
            assert!(said.contains(word), "{word:?} is not in {said}");
        }
    }
    // In a private network no TLS is needed, but a password is.
    let private = ("private_network_accepted", "true");
    let (code, said) = checked(&[private, ("redis_url", "redis://limits.example:6379/0")]);
    assert!(code == Some(2) && said.contains("password"), "{said}");
    let (code, said) =
        checked(&[private, ("redis_url", "redis://kinlight:quiet-river@limits.example:6379/0")]);
    assert_ne!(code, Some(2), "{said}");
}

/// On Linux 0.0.0.0 leads to this machine, and by its letters it is no address of this machine.
const ANOTHER_HOST: &str = "0.0.0.0";

#[tokio::test]
async fn a_postgresql_on_another_host_without_tls_is_not_talked_to() {
    if !Engines::PostgresS3.are_chosen() {
        return;
    }
    let server = PostgresServer::start();
    let url = server.url().replace("127.0.0.1", ANOTHER_HOST);
    let (code, said) = checked(&[("database_url", &url)]);
    assert_eq!(code, Some(1), "{said}");
    for word in ["database_url", "TLS", "sslrootcert", "private_network_accepted"] {
        assert!(said.contains(word), "{word:?} is not in {said}");
    }
    let (code, said) = checked(&[("database_url", &url), ("private_network_accepted", "true")]);
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = checked(&[("database_url", &server.url())]);
    assert_eq!(code, Some(0), "on this machine none is needed: {said}");
}

#[tokio::test]
async fn a_postgresql_on_another_host_shows_a_certificate_for_its_name() {
    if !Engines::PostgresS3.are_chosen() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("other.pem");
    std::fs::write(&other, shown_for(ANOTHER_HOST).0).unwrap();
    for (name, is_known, is_right) in
        [(ANOTHER_HOST, true, true), (ANOTHER_HOST, false, false), ("db.example", true, false)]
    {
        let (certificate, key) = shown_for(name);
        let own = folder.path().join("own.pem");
        std::fs::write(&own, &certificate).unwrap();
        let server = PostgresServer::with_tls(&certificate, &key);
        let url = server.url().replace("127.0.0.1", ANOTHER_HOST);
        let known = if is_known { &own } else { &other };
        let (code, said) = checked(&[("database_url", &format!("{url}?sslrootcert={}", known.display()))]);
        assert_eq!(code, Some(i32::from(!is_right)), "{name}, known: {is_known}: {said}");
        assert!(is_right || said.contains("private_network_accepted"), "{said}");
    }
}

/// A certificate for this name, and its key.
fn shown_for(name: &str) -> (String, String) {
    let CertifiedKey::<KeyPair> { cert, signing_key } =
        generate_simple_self_signed(vec![name.to_owned()]).unwrap();
    (cert.pem(), signing_key.serialize_pem())
}

/// With the rights of `deploy/`: the program meets it, and looks at whose it is.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_redis_that_speaks_tls_is_met_if_its_certificate_holds() {
    let at = TestApp::start().await;
    for (name, is_right) in [("localhost", true), ("limits.example", false)] {
        let (certificate, key) = shown_for(name);
        let Some(redis) = RedisServer::with_tls(&certificate, &key).await else { return };
        let mut program = at.serving();
        program
            .env(
                "KINLIGHT_REDIS_URL",
                format!("rediss://kinlight:{PASSWORD}@localhost:{}/0", redis.tls_port()),
            )
            .env("SSL_CERT_FILE", redis.certificate())
            .env("KINLIGHT_CODE_MEMORY_KIB", "65536")
            .env("KINLIGHT_CODE_STOCK", "1");
        let said = said_at_start(program);
        assert_eq!(said.contains("limits are shared with the other processes"), is_right, "{name}: {said}");
        assert_eq!(said.contains("the shared limits don't answer"), !is_right, "{name}: {said}");
    }
}
