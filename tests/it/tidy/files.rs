//! Rules for files: how each may be called, how long it may be, which paths none may contain, and which tests run once.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::sources::{files, repository, rust_files};

const NAMES_THAT_SAY_NOTHING: &[&str] =
    &["utils", "util", "helpers", "helper", "common", "types", "service", "services", "manager", "misc"];

const LONGEST_FILE: usize = 400;

#[test]
fn files_say_what_they_are_for_and_stay_readable() {
    let mut faults = Vec::new();
    for (root, path) in rust_files() {
        let text = fs::read_to_string(root.join(&path)).unwrap();
        let lines = text.lines().count();
        if lines > LONGEST_FILE {
            faults.push(format!(
                "{path} has {lines} lines: nobody reads more than {LONGEST_FILE} at a sitting"
            ));
        }
        if !text.starts_with("//!") {
            faults.push(format!("{path} does not open with //!: its purpose, then its invariant"));
        }
        let stem = Path::new(&path).file_stem().unwrap().to_string_lossy().into_owned();
        let folders = Path::new(&path).parent().unwrap().to_string_lossy().into_owned();
        let names: BTreeSet<&str> = folders.split('/').chain([stem.as_str()]).collect();
        for name in NAMES_THAT_SAY_NOTHING.iter().filter(|name| names.contains(*name)) {
            faults.push(format!("{path}: {name} says nothing of what is inside"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn nothing_names_the_machine_it_was_written_on() {
    // Put together from parts, so that this file does not contain them.
    let places = [["/wo", "rk/"].concat(), ["/ro", "ot/"].concat(), ["/ho", "me/"].concat()];
    let mut faults = Vec::new();
    for path in files(repository(), &["rs", "md", "toml", "html", "ftl", "css", "js", "sh", "py", "yml", ""])
    {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for (number, line) in text.lines().enumerate() {
            let is_named = places.iter().any(|place| {
                line.match_indices(place.as_str()).any(|(at, _)| {
                    let before = line[..at].chars().next_back();
                    before.is_none_or(|c| !c.is_alphanumeric() && !"._-}/$".contains(c))
                })
            });
            if is_named {
                faults.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "a path of one machine means nothing elsewhere:\n{}", faults.join("\n"));
}
