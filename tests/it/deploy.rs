//! What `deploy/` tells an operator to write exists, and its units stay shut.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

fn deploy() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("deploy")
}

/// 0 is best and 10 is worst, as systemd rates a unit.
const MOST_EXPOSED: f32 = 1.5;

#[test]
fn every_setting_in_the_instructions_is_one() {
    let listed = Command::new(env!("CARGO_BIN_EXE_kinlight")).arg("config").output().unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    let known: BTreeSet<String> = listed
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .filter_map(|word| Some(word.strip_prefix("KINLIGHT_")?.to_lowercase()))
        .collect();
    assert!(known.contains("site_database_url"), "{listed}");
    let mut named = BTreeSet::new();
    for entry in walkdir::WalkDir::new(deploy()).into_iter().map(Result::unwrap) {
        let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
        let in_environment = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        named.extend(in_environment.filter_map(|word| Some(word.strip_prefix("KINLIGHT_")?.to_lowercase())));
        let in_toml = text.split("```toml").skip(1).filter_map(|rest| rest.split("```").next());
        let lines = in_toml.flat_map(str::lines);
        named.extend(lines.filter_map(|line| Some(line.split_once(" = ")?.0.trim().to_owned())));
    }
    assert!(named.contains("s3_bucket") && named.contains("site_secret_file"), "{named:?}");
    assert_eq!(named.difference(&known).collect::<Vec<_>>(), [""; 0], "no such setting");
}

#[test]
fn no_unit_is_more_open_than_it_was() {
    for face in ["site", "desk", "jobs"] {
        let unit = deploy().join(format!("systemd/kinlight-{face}.service"));
        let rated = Command::new("systemd-analyze").args(["security", "--offline=yes"]).arg(&unit).output();
        let Ok(rated) = rated else {
            println!("skipped: systemd-analyze is missing");
            return;
        };
        let said = String::from_utf8_lossy(&rated.stdout).into_owned();
        let level = said.rsplit("service: ").next().and_then(|rest| rest.split(' ').next());
        let level: f32 = level.and_then(|level| level.parse().ok()).unwrap_or_else(|| panic!("{said}"));
        assert!(level <= MOST_EXPOSED, "{face}: {level}");
    }
}
