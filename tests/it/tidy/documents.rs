//! What the documentation names is there: files, tests, and the pages that it links to.

use std::fs;
use std::path::{Path, PathBuf};

use super::sources::{files, repository};

/// A path in backticks is read from one of these.
const ROOTS: &[&str] = &[
    "",
    "src",
    "tests/it",
    "tests/browser",
    "pictures",
    "pictures/src",
    "pictures/tests/it",
    "portraits",
    "portraits/src",
    "posters",
    "posters/src",
    "migrations/src",
    "templates",
];

const SOURCES: &[&str] = &["rs", "js", "html", "ftl", "css", "lua", "sh", "py", "yaml", "service", "md"];

fn documents() -> Vec<(PathBuf, String)> {
    let top = [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "deploy/README.md",
        "locales/README.md",
    ];
    let top = top.into_iter().map(|name| repository().join(name));
    let all = top.chain(files(repository().join("docs"), &["md"]));
    all.map(|path| (path.clone(), fs::read_to_string(&path).unwrap())).collect()
}

/// Folders that tests and tools make.
const MADE: &[&str] =
    &["tests/browser/shots", "tests/browser/failures", "fuzz/artifacts", "fuzz/decoder-panics"];

/// What stands in backticks, code blocks apart.
fn quoted(text: &str) -> Vec<String> {
    let prose: String = text.split("\n```").step_by(2).collect::<Vec<_>>().join("\n");
    prose.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn found(path: &str) -> Option<PathBuf> {
    ROOTS.iter().map(|root| repository().join(root).join(path)).find(|path| path.exists())
}

/// Whether this looks like a file or a folder of the repository. What holds a placeholder, an option or a space does not.
fn is_path(word: &str) -> bool {
    let is_plain = word.chars().all(|c| c.is_ascii_alphanumeric() || "_-./".contains(c));
    let ending = Path::new(word).extension().and_then(|ending| ending.to_str());
    let folders = [
        "src/",
        "tests/",
        "pictures/",
        "portraits/",
        "posters/",
        "migrations/",
        "templates/",
        "locales/",
        "deploy/",
        "tools/",
        "fuzz/",
        "static/",
        "docs/",
    ];
    let is_of_ours = folders.iter().any(|folder| word.starts_with(folder))
        || ending.is_some_and(|e| ["rs", "js", "md"].contains(&e));
    let is_placeholder =
        ["NAME", "LANG", "PAGE", "TARGET"].iter().any(|placeholder| word.contains(placeholder));
    let is_made = MADE.iter().any(|folder| word.starts_with(folder));
    is_plain && is_of_ours && !is_placeholder && !is_made && !word.starts_with('/')
}

/// Whether a file has this word: a test, a type, a constant.
fn has(file: &Path, name: &str) -> bool {
    let code = fs::read_to_string(file).unwrap_or_default();
    code.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name)
}

/// The fault that a word in backticks has, if it has one.
fn fault(word: &str) -> Option<String> {
    if let Some((file, name)) = word.split_once("::").filter(|(file, _)| file.ends_with(".rs")) {
        let Some(path) = anywhere(file) else { return Some(format!("{word}: no such file")) };
        let name = name.trim_end_matches("()").rsplit("::").next().unwrap_or_default();
        let is_there = has(&path, name);
        return (!is_there).then(|| format!("{word}: nothing of this name in {}", path.display()));
    }
    let word = word.split_once(':').map_or(word, |(path, _)| path);
    (is_path(word) && found(word).is_none() && anywhere(word).is_none())
        .then(|| format!("{word}: no such file"))
}

/// A file that is named by the end of its path.
fn anywhere(end: &str) -> Option<PathBuf> {
    found(end).or_else(|| {
        let all = ["src", "tests", "pictures", "portraits", "posters", "migrations"]
            .map(|folder| repository().join(folder));
        all.iter().flat_map(|root| files(root, SOURCES)).find(|path| path.ends_with(end))
    })
}

#[test]
fn each_name_and_path_in_the_documentation_is_there() {
    let mut faults = Vec::new();
    let documents = documents();
    let mut asked = 0;
    for (document, text) in &documents {
        let said = quoted(text);
        asked += said.len();
        faults.extend(
            said.iter()
                .filter_map(|word| fault(word))
                .map(|fault| format!("{}: {fault}", document.display())),
        );
    }
    assert!(asked > 500, "only {asked} words in backticks");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn each_link_between_documents_leads_somewhere() {
    let mut faults = Vec::new();
    for (document, text) in documents() {
        for link in text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link) {
            let path = link.split('#').next().unwrap_or_default();
            let is_elsewhere = link.contains("://") || link.starts_with("mailto:") || path.is_empty();
            if !is_elsewhere && !document.parent().unwrap().join(path).exists() {
                faults.push(format!("{}: {link}", document.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_name_that_left_would_be_found() {
    assert_eq!(fault("tests/it/tidy/documents.rs::a_name_that_left_would_be_found"), None);
    assert_eq!(fault("tidy/documents.rs"), None);
    assert_eq!(fault("kinlight serve --face site"), None);
    assert!(
        fault("tidy/engines.rs::a_name_that_left")
            .is_some_and(|fault| fault.contains("nothing of this name"))
    );
    assert!(fault("src/no_such_room.rs").is_some() && fault("no_such_room.rs::name").is_some());
}
