//! Every setting that `deploy/` names exists, its systemd units do not become more exposed, and its lists of parts are complete.

use crate::harness::cannot_run::cannot_run;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

fn deploy() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("deploy")
}

/// Exposure as `systemd-analyze security` rates a unit: 0 is best and 10 is worst.
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

/// The files of settings in the instructions, by name, with made-up passwords.
fn files_of_settings() -> Vec<(String, toml::Table)> {
    let text = std::fs::read_to_string(deploy().join("README.md")).unwrap();
    let parts: Vec<&str> = text.split("```").collect();
    let blocks = parts.windows(2).filter_map(|pair| Some((pair[0], pair[1].strip_prefix("toml\n")?)));
    let name = |before: &str| before.rsplit('`').find(|word| word.ends_with(".toml")).unwrap().to_owned();
    blocks
        .map(|(before, block)| {
            let lines: Vec<&str> = block.lines().map(str::trim).collect();
            (name(before), lines.join("\n").parse().unwrap())
        })
        .collect()
}

#[test]
fn the_settings_in_the_instructions_are_accepted() {
    let files = files_of_settings();
    assert!(files.len() >= 3, "{files:?}");
    for (name, table) in files {
        let values = table
            .into_iter()
            .map(|(name, value)| (name, value.as_str().map_or(value.to_string(), str::to_owned)));
        let read = kinlight::config::Config::from_values(values.collect());
        assert!(read.is_ok(), "{name}: {:?}", read.err());
    }
}

/// Redis is the site's: its holder could lift the limits of signing in.
#[test]
fn the_desk_does_not_hang_on_the_sites_redis() {
    let files = files_of_settings();
    let redis_of = |wanted: &str| {
        let (_, table) = files.iter().find(|(name, _)| name.ends_with(wanted)).expect(wanted);
        table.get("redis_url").map(ToString::to_string)
    };
    assert!(redis_of("site.toml").is_some_and(|url| url.contains("kinlight:")), "with a user and a password");
    assert_eq!(redis_of("desk.toml"), None);
    let compose = std::fs::read_to_string(deploy().join("compose.yaml")).unwrap();
    let desk = compose.split("\n  desk:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).unwrap();
    assert!(!desk.contains("limits"), "{desk}");
    let limits = compose.split("\n  limits:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).unwrap();
    assert!(limits.contains("--aclfile") && limits.contains("limits.acl"), "{limits}");
}

#[test]
fn prometheus_reads_the_alerts() {
    let rules = deploy().join("alerts.yaml");
    let Ok(checked) = Command::new("promtool").args(["check", "rules"]).arg(&rules).output() else {
        cannot_run("promtool is missing");
        return;
    };
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
}

#[test]
fn no_unit_is_more_open_than_it_was() {
    for face in ["site", "desk", "jobs"] {
        let unit = deploy().join(format!("systemd/kinlight-{face}.service"));
        let rated = Command::new("systemd-analyze").args(["security", "--offline=yes"]).arg(&unit).output();
        let Ok(rated) = rated else {
            cannot_run("systemd-analyze is missing");
            return;
        };
        let said = String::from_utf8_lossy(&rated.stdout).into_owned();
        let level = said.rsplit("service: ").next().and_then(|rest| rest.split(' ').next());
        let level: f32 = level.and_then(|level| level.parse().ok()).unwrap_or_else(|| panic!("{said}"));
        assert!(level <= MOST_EXPOSED, "{face}: {level}");
    }
}

/// The program says so itself (`core_dumps.rs`), but only once it runs.
#[test]
fn no_unit_and_no_container_dumps_a_core() {
    let read = |name: &str| std::fs::read_to_string(deploy().join(name)).unwrap();
    for face in ["site", "desk", "jobs"] {
        let unit = read(&format!("systemd/kinlight-{face}.service"));
        assert!(unit.lines().any(|line| line == "LimitCORE=0"), "{face}");
    }
    let compose = read("compose.yaml");
    let shared = compose.split("services:").next().unwrap();
    assert!(shared.contains("x-kinlight: &kinlight") && shared.contains("core: 0"), "{shared}");
    for service in ["site", "desk", "jobs", "admin"] {
        let rest = compose.split_once(&format!("\n  {service}:\n")).expect("the service").1;
        assert!(rest.starts_with("    <<: *kinlight\n"), "{service} has limits of its own");
    }
}

/// The compose file uses the version of the store that was tested: another version may keep its data or its messages in another
/// way.
#[test]
fn the_store_in_the_compose_file_is_the_one_that_was_tried() {
    let read = |name: &str| std::fs::read_to_string(deploy().join(name)).unwrap();
    let compose = read("compose.yaml");
    let given = compose.split("dxflrs/garage:v").nth(1).and_then(|rest| rest.split_whitespace().next());
    let given = given
        .expect("the store has an image")
        .rsplit_once('.')
        .expect("a version of three parts")
        .0
        .to_owned();
    assert!(read("README.md").contains(&format!("Garage {given} with")), "Garage {given} was never tried");
}

/// Each crate that NOTICE names is linked.
#[test]
fn the_notice_credits_what_the_binary_links() {
    let notice = std::fs::read_to_string(deploy().parent().unwrap().join("NOTICE")).unwrap();
    let one_line = notice.split_whitespace().collect::<Vec<_>>().join(" ");
    let credited: Vec<&str> = one_line
        .split("in the crate ")
        .skip(1)
        .filter_map(|rest| rest.split([')', '.', ' ', ',']).next())
        .collect();
    assert!(credited.len() >= 2, "{credited:?}");
    for name in credited {
        let is_listed = one_line
            .split(&format!(" {name} "))
            .skip(1)
            .any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        assert!(is_listed, "{name} is credited, and not among the crates that are linked");
    }
}

/// The list that `tools/sbom` writes is complete: each part once, with a licence, and every dependency is listed.
#[test]
fn the_list_of_a_releases_parts_is_whole() {
    let tool = deploy().parent().unwrap().join("tools/sbom");
    let Ok(made) = Command::new("python3").arg(&tool).output() else {
        cannot_run("python3 is missing");
        return;
    };
    if String::from_utf8_lossy(&made.stderr).contains("No module named 'tomllib'") {
        cannot_run("python3 is older than 3.11");
        return;
    }
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let bom: serde_json::Value = serde_json::from_slice(&made.stdout).unwrap();
    assert_eq!((bom["bomFormat"].as_str(), bom["specVersion"].as_str()), (Some("CycloneDX"), Some("1.6")));
    let components = bom["components"].as_array().unwrap();
    let program = &bom["metadata"]["component"];
    let mut refs = BTreeSet::new();
    for one in components.iter().chain([program]) {
        assert!(refs.insert(one["bom-ref"].as_str().unwrap()), "twice: {one}");
        assert!(one["licenses"][0]["expression"].as_str().is_some_and(|words| !words.is_empty()), "{one}");
        let is_own = one["name"].as_str().unwrap().starts_with("kinlight");
        assert!(is_own || one["hashes"][0]["content"].as_str().is_some_and(|hash| hash.len() == 64), "{one}");
    }
    for name in ["actix-web", "age", "argon2", "ring", "sqlx-postgres"] {
        assert!(components.iter().any(|one| one["name"] == name), "{name} is linked and not listed");
    }
    let is_demo = |one: &serde_json::Value| one["name"] == "kinlight-portraits";
    assert!(!components.iter().any(is_demo), "a release is built without the demo");
    let needs = bom["dependencies"].as_array().unwrap();
    assert_eq!(needs.len(), refs.len());
    for one in needs {
        for needed in one["dependsOn"].as_array().unwrap() {
            assert!(refs.contains(needed.as_str().unwrap()), "{needed} is needed and not listed");
        }
    }
}
