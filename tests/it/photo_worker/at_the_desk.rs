//! When a worker is lost, the case worker reads the reason at the field, in their language. The operator reads it at the start.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use rustix::process::{Pid, Signal, kill_process};

use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Society, portrait};
use kinlight::photos::worker::WorkerError;

/// A stand-in for the worker: it says that it is ready, and runs `then` as it stands when a question comes, since one always
/// waits. Its sandbox lacks landlock if `lacks_landlock` is 1.
fn stand_in(folder: &Path, lacks_landlock: u8, then: &str) -> String {
    let path = folder.join("stand-in");
    fs::write(folder.join("then"), then).unwrap();
    // The length of the body, then the answer `Ready`, two walls and a peak of no memory.
    let ready = format!("\\000\\000\\000\\004\\000\\00{lacks_landlock}\\000\\000");
    let (waiting, then) = (folder.join("waiting").display().to_string(), folder.join("then"));
    let script = format!(
        "#!/bin/sh\necho $$ >> {waiting}\nprintf '{ready}'\nhead -c 4 >/dev/null\n. {}\n",
        then.display()
    );
    fs::write(&path, script).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path.display().to_string()
}

#[tokio::test]
async fn whoever_sends_a_photo_that_a_worker_is_lost_to_is_told_at_the_field() {
    let scratch = tempfile::tempdir().unwrap();
    let at = TestApp::with(&[
        ("photo_worker_program", &scratch.path().join("stand-in").display().to_string()),
        ("photo_seconds", "1"),
    ])
    .await;
    stand_in(scratch.path(), 0, "exit 1");
    let society = Society::founded(&at, "northland").await;
    let browser = society.case_worker.signs_in(&at).await;
    let by = society.case_worker.may(&at).await;
    let new = Enquirer::looking_for_her_brother();
    let draft = kinlight::publications::drafting::start(&at.db.desk, &by, &new.private, at.now());
    let draft = draft.await.expect("a draft");
    let cases = [
        ("it dies", "head -c 5000 >/dev/null; kill -9 $$ 2>/dev/null", 422, "photo-refused-too-big-to-open"),
        ("it ends", "exit 3", 422, "photo-refused-unreadable"),
        ("it says garbage", "printf 'garbage, garbage'; exec sleep 30", 422, "photo-refused-unreadable"),
        (
            "it runs out of memory",
            "echo 'memory allocation of 9 bytes failed' >&2; exit 134",
            422,
            "photo-refused-too-big-to-open",
        ),
        ("it hangs", "exec sleep 30", 422, "photo-refused-took-too-long"),
        ("it is another program", "", 503, "photo-no-worker"),
    ];
    for lang in ["en", "ar"] {
        for (what, then, status, text) in cases {
            if then.is_empty() {
                fs::write(scratch.path().join("stand-in"), "#!/bin/sh\necho hello\n").unwrap();
                // The one that waits is not the other program.
                for process in fs::read_to_string(scratch.path().join("waiting")).unwrap().lines() {
                    let called = fs::read_to_string(format!("/proc/{process}/cmdline")).unwrap_or_default();
                    if called.contains(&scratch.path().display().to_string()) {
                        let _ = kill_process(Pid::from_raw(process.parse().unwrap()).unwrap(), Signal::KILL);
                    }
                }
            } else {
                stand_in(scratch.path(), 0, then);
            }
            let page = browser.get(&format!("/{lang}/drafts/{draft}")).await.expect(200);
            let page = page.form("/picture").file("photo", "face.jpg", &portrait(7)).submit(&browser).await;
            assert_eq!(page.status, status, "{what}: {page:?}");
            let told = page.fault_at("photo").unwrap_or_else(|| panic!("{what}: nothing at the field"));
            let expected = at.text(lang, text);
            assert!(told.contains(&expected), "{what} in {lang}: {told} instead of {expected}");
        }
    }
}

#[tokio::test]
async fn where_the_sandbox_is_required_serve_does_not_start_without_it() {
    let scratch = tempfile::tempdir().unwrap();
    let program = stand_in(scratch.path(), 1, "cat >/dev/null");
    let at = TestApp::with(&[("photo_worker_program", &program), ("code_memory_kib", "65536")]).await;
    kinlight::server::check(&at.app).await.expect("best effort goes on with what there is");
    let mut serve = at.serving();
    serve.arg("serve").env("KINLIGHT_PHOTO_SANDBOX", "required");
    // The S3 server runs on this thread, so the program is awaited on another.
    let output = tokio::task::spawn_blocking(move || serve.output().unwrap()).await.unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("photo_sandbox") && said.contains("lacks landlock"), "{said}");
    let at = TestApp::with(&[("photo_worker_program", "/no/such/program")]).await;
    let error = at.app.limits.photos.check().await.unwrap_err();
    assert!(matches!(error, WorkerError::NotStarted(_)), "{error}");
}

#[tokio::test]
async fn settings_for_workers_are_checked_like_all_others() {
    let at = TestApp::start().await;
    let output = at
        .serving()
        .arg("serve")
        .env("KINLIGHT_PHOTO_WORKERS", "5")
        .env("KINLIGHT_PHOTO_SECONDS", "0")
        .env("KINLIGHT_PHOTOS_A_WORKER", "0")
        .env("KINLIGHT_PHOTO_SANDBOX", "maybe")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    for setting in ["photo_workers", "photo_seconds", "photos_a_worker", "photo_sandbox"] {
        assert!(said.contains(setting), "{setting} in {said}");
    }
    let help = at.program().arg("--help").output().unwrap();
    assert!(!String::from_utf8_lossy(&help.stdout).contains("photo-worker"), "it is not for people");
}
