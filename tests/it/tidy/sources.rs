//! The sources as the rules read them: without comments and tests, and with each import written out.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

pub struct Source {
    /// The path from `src/` on.
    pub path: String,
    /// Without comments and tests.
    pub code: String,
}

impl Source {
    pub fn module(&self) -> String {
        self.path.split('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned()
    }

    pub fn imports(&self) -> BTreeSet<String> {
        self.paths().filter_map(|path| path.split("::").next().map(str::to_owned)).collect()
    }

    /// The path after each `crate::`, with groups written out.
    pub fn paths(&self) -> impl Iterator<Item = String> + '_ {
        let starts = self.code.match_indices("crate::").map(|(at, word)| &self.code[at + word.len()..]);
        starts.flat_map(|rest| {
            if !rest.starts_with('{') {
                let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
                let path: String = rest.chars().take_while(|c| is_path(*c)).collect();
                let group = &rest[path.len()..];
                if path.ends_with("::") && group.starts_with('{') {
                    return parts(group).into_iter().map(|part| format!("{path}{part}")).collect();
                }
                return vec![path.trim_end_matches(':').to_owned()];
            }
            parts(rest)
        })
    }
}

/// The members of `{a, b::{c, d}}`, without the contents of inner groups.
fn parts(group: &str) -> Vec<String> {
    let (mut depth, mut part, mut out) = (0, String::new(), Vec::new());
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => out.push(std::mem::take(&mut part)),
            _ if depth == 1 => part.push(c),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    out.push(part);
    out.into_iter().map(|p| p.trim().trim_end_matches(':').to_owned()).filter(|p| !p.is_empty()).collect()
}

pub fn names_crate(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = &code[at + name.len()..];
        let is_path = if name.ends_with('_') { after.contains("::") } else { after.starts_with("::") };
        let is_use = code[..at].ends_with("use ") && after.starts_with(';');
        before.is_none_or(|c| !c.is_alphanumeric() && !"_:.\"/".contains(c)) && (is_path || is_use)
    })
}

pub fn sources() -> Vec<Source> {
    let root = repository().join("src");
    let named = files(&root, &["rs"]).into_iter().filter_map(|path| {
        let name = path.strip_prefix(&root).ok()?.to_string_lossy().into_owned();
        if name.ends_with("tests.rs") || name.contains("/tests/") {
            return None;
        }
        let text = fs::read_to_string(&path).ok()?;
        let text = text.split("#[cfg(test)]\n").next().unwrap_or_default().to_owned();
        let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
        Some(Source { path: name, code: lines.collect::<Vec<_>>().join("\n") })
    });
    let named: Vec<Source> = named.collect();
    assert!(named.len() > 50, "the sources were not found");
    named
}

pub fn rust_files() -> Vec<(PathBuf, String)> {
    let root = repository();
    ["src", "tests", "migrations", "pictures", "portraits"]
        .iter()
        .flat_map(|folder| files(root.join(folder), &["rs"]))
        .map(|path| (root.clone(), path.strip_prefix(&root).unwrap().to_string_lossy().into_owned()))
        .collect()
}

pub fn files(root: impl AsRef<Path>, endings: &[&str]) -> Vec<PathBuf> {
    let strangers = ["target", ".git", "node_modules"];
    let is_ours = |name: &str| !(strangers.contains(&name) || name.starts_with("kinlight-data"));
    walkdir::WalkDir::new(root)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| is_ours(&entry.file_name().to_string_lossy()))
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .filter(|path| endings.contains(&path.extension().map_or("", |e| e.to_str().unwrap_or("?"))))
        .collect()
}

pub fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
