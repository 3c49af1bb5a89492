//! Traps for an operator: a setting that silently does nothing, a check that checks nothing, a link that leads nowhere, a signal
//! that kills. The S3 server may run in this process, and the test blocks while the program runs: so two threads.

use rustix::process::{Pid, Signal, kill_process};
use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use crate::harness::app::TestApp;
use crate::harness::people::Society;

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned()
}

/// Codes at full price, and none drawn ahead: `serve` accepts that and starts quickly.
fn serving(at: &TestApp) -> Command {
    let mut program = at.serving();
    program.args(["serve", "--face", "site"]).env("KINLIGHT_CODE_MEMORY_KIB", "65536");
    program.env("KINLIGHT_CODE_STOCK", "0").env("KINLIGHT_LISTEN", "127.0.0.1:0");
    program
}

fn ready(mut program: Command) -> (Child, BufReader<std::process::ChildStdout>) {
    let mut child = program.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    out.read_line(&mut line).unwrap();
    assert!(line.starts_with("ready"), "{line:?}");
    (child, out)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_word_that_is_no_log_level_is_refused() {
    let at = TestApp::start().await;
    for wrong in ["fooo", "kinlight=fooo", "info,kinlight", "", "inf o"] {
        let checked = at.program().args(["config", "--check"]).env("KINLIGHT_LOG", wrong).output().unwrap();
        assert_eq!(checked.status.code(), Some(2), "{wrong:?} passes: {}", said(&checked));
        assert!(said(&checked).contains("setting log: "), "{}", said(&checked));
    }
    for right in ["info", "WARN", "info,kinlight=debug", "off"] {
        let checked = at.program().args(["config", "--check"]).env("KINLIGHT_LOG", right).output().unwrap();
        assert!(checked.status.success(), "{right:?}: {}", said(&checked));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_log_that_no_terminal_reads_has_no_colours() {
    let at = TestApp::start().await;
    let mut program = serving(&at);
    program.env("KINLIGHT_LOG", "info").env_remove("NO_COLOR");
    let (mut child, _out) = ready(program);
    kill_process(Pid::from_child(&child), Signal::INT).unwrap();
    let mut log = String::new();
    child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
    child.wait().unwrap();
    assert!(log.contains("serving"), "{log}");
    assert!(!log.contains('\u{1b}'), "{log:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_check_reaches_the_database_and_the_store() {
    let at = TestApp::start().await;
    let check = |name: &str, value: &str| {
        let mut program = at.program();
        program.args(["config", "--check"]);
        if !name.is_empty() {
            program.env(format!("KINLIGHT_{name}"), value);
        }
        program.output().unwrap()
    };
    let well = check("", "");
    assert!(well.status.success() && said(&well).is_empty(), "{}", said(&well));
    // Port 1 has no listener.
    let away = check("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none");
    assert_eq!(away.status.code(), Some(1), "{}", said(&away));
    assert!(said(&away).contains("database_url: "), "{}", said(&away));

    let away = at
        .program()
        .args(["config", "--check"])
        .env("KINLIGHT_BLOBS", "s3")
        .env("KINLIGHT_S3_ENDPOINT", "http://127.0.0.1:1")
        .env("KINLIGHT_S3_BUCKET", "none")
        .env("KINLIGHT_S3_ACCESS_KEY", "a")
        .env("KINLIGHT_S3_SECRET_KEY", "b")
        .output()
        .unwrap();
    assert_eq!(away.status.code(), Some(1), "{}", said(&away));
    assert!(said(&away).contains("blobs: "), "{}", said(&away));
}

#[test]
fn a_check_of_a_new_installation_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let mut program = Command::new(env!("CARGO_BIN_EXE_kinlight"));
    let checked = program.args(["config", "--check"]).env("KINLIGHT_DATA_DIR", &data).output().unwrap();
    assert!(checked.status.success(), "{}", said(&checked));
    assert!(!data.exists(), "a check made a file");
}

#[test]
fn the_settings_in_force_are_told_and_no_secret_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kinlight.toml");
    let words = "listen = \"127.0.0.1:4711\"\ns3_secret_key = \"hushed\"\n\
                 database_url = \"postgres://desk:whispered@127.0.0.1/kinlight\"\n";
    std::fs::write(&file, words).unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_kinlight"));
    let listed = program.arg("config").arg("--config").arg(&file).env("KINLIGHT_DRAFT_DAYS", "21");
    let listed = said(&listed.output().unwrap());
    for line in [
        "listen\n    address of the site\n    now 127.0.0.1:4711, from the file; default 127.0.0.1:8080",
        "now 21, from the environment; default 30",
        "now (secret), from the file",
        "now postgres://desk:(secret)@127.0.0.1/kinlight, from the file",
    ] {
        assert!(listed.contains(line), "{line:?} in {listed}");
    }
    assert!(!listed.contains("hushed") && !listed.contains("whispered"), "{listed}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_invitation_leads_to_the_desk_as_people_reach_it() {
    let at = TestApp::start().await;
    Society::founded(&at, "northland").await;
    let invite = |name: &str, settings: &[(&str, &str)]| {
        let mut program = at.program();
        program.args(["staff", "invite", "--role", "operator", "--name", name]);
        for (setting, value) in settings {
            program.env(format!("KINLIGHT_{setting}"), value);
        }
        said(&program.output().unwrap())
    };
    let link = invite("oona", &[("DESK_URL", "https://desk.example.org/")]);
    assert!(link.starts_with("https://desk.example.org/en/join?token="), "{link}");
    let behind = invite("ossip", &[("PUBLIC_URL", "https://photos.example.org")]);
    assert!(behind.contains("/en/join?token=") && behind.contains("desk_url"), "{behind}");
    assert!(!behind.contains("http://127.0.0.1"), "a link that works only on this machine: {behind}");
    let here = invite("orla", &[("PUBLIC_URL", "http://127.0.0.1:8080")]);
    assert!(here.starts_with("http://127.0.0.1:"), "{here}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hang_up_drains_like_a_stop_and_never_kills() {
    let at = TestApp::start().await;
    let mut program = serving(&at);
    program.env("KINLIGHT_DRAIN_SECONDS", "0");
    let (mut child, _out) = ready(program);
    kill_process(Pid::from_child(&child), Signal::HUP).unwrap();
    let ended = child.wait().unwrap();
    assert!(ended.success(), "it was killed: {ended:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_that_is_taken_is_named() {
    let at = TestApp::start().await;
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = serving(&at).env("KINLIGHT_LISTEN", &address).output().unwrap();
    let said = said(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains(&address) && said.contains("listen"), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[cfg_attr(not(feature = "demo"), ignore = "asks a program that has the demo")]
async fn a_fresh_demo_deletes_a_demo_and_never_an_installation() {
    let at = TestApp::start().await;
    Society::founded(&at, "northland").await;
    let real = at.folder.path();
    std::fs::write(real.join("site.secret"), "the installation's own").unwrap();
    let demo = |data: &Path| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_kinlight"));
        program.args(["demo", "--fresh", "--fill-only", "--people", "1", "--listen", "127.0.0.1:0"]);
        program.args(["--desk-listen", "127.0.0.1:0", "--data"]).arg(data).output().unwrap()
    };
    let refused = demo(real);
    assert!(
        !refused.status.success() && said(&refused).contains("was not made by the demo"),
        "{}",
        said(&refused)
    );
    assert!(real.join("site.secret").exists());
    assert_eq!(at.count("select count(*) from societies").await, 1);

    // A demo that was interrupted, before it said who its staff are.
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    std::fs::create_dir(&data).unwrap();
    std::fs::write(data.join("demo-begun"), "").unwrap();
    std::fs::write(data.join("left"), "half a file").unwrap();
    let made = demo(&data);
    assert!(made.status.success(), "{}", said(&made));
    assert!(data.join("demo-staff.json").exists() && !data.join("left").exists());
}
