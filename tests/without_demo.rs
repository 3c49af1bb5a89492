//! The program as a release is built: without the demo. `tests/run` builds and asks it; a build with the demo leaves this out.

use std::process::Command;

#[test]
#[cfg_attr(feature = "demo", ignore = "asks a program that is built with --no-default-features")]
fn a_release_neither_names_the_demo_nor_runs_it() {
    let kinlight = |word: &str| Command::new(env!("CARGO_BIN_EXE_kinlight")).arg(word).output().unwrap();
    let told = kinlight("--help");
    let help = String::from_utf8(told.stdout).unwrap();
    assert!(told.status.success() && help.contains("serve"), "{help}");
    assert!(!help.contains("demo"), "{help}");
    // Wrong usage, as for any word that is no command.
    assert_eq!(kinlight("demo").status.code(), Some(2));
}
