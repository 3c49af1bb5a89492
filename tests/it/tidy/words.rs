//! Plain English in comments and documentation: `docs/style.md` says why, and holds the same list.

use std::fs;
use std::path::Path;

use super::sources::{files, repository};

/// Words with a plain one beside them.
const BANNED: &[&str] = &[
    "whoever",
    "whomever",
    "whosoever",
    "thereof",
    "therein",
    "wherein",
    "anew",
    "dawdler",
    "so many",
    "so long at",
];

/// Openings after which a reader looks for the subject.
const OPENINGS: &[&str] =
    &["Of", "So many", "So long", "Who", "Whom", "Whose", "Whoever", "That which", "As of"];

struct Paragraph {
    place: String,
    text: String,
}

/// The comments of a source, each run of them one text; an empty comment line ends a paragraph.
fn comments(name: &str, code: &str) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    let mut is_open = false;
    for (number, line) in code.lines().enumerate() {
        let line = line.trim_start();
        let own = line.strip_prefix("//").map(|rest| rest.trim_start_matches(['/', '!']).trim());
        let behind = || line.split_once(" // ").filter(|(before, _)| before.matches('"').count() % 2 == 0);
        match own {
            Some("") => is_open = false,
            Some(text) if is_open => {
                let last = found.last_mut().expect("an open one");
                last.text.push(' ');
                last.text.push_str(text);
            }
            Some(text) => {
                found.push(Paragraph { place: format!("{name}:{}", number + 1), text: text.to_owned() });
                is_open = true;
            }
            None => {
                is_open = false;
                let text = behind().map(|(_, text)| text.to_owned());
                found.extend(text.map(|text| Paragraph { place: format!("{name}:{}", number + 1), text }));
            }
        }
    }
    found
}

/// The paragraphs of a document, code and tables apart.
fn paragraphs(name: &str, text: &str) -> Vec<Paragraph> {
    let prose: Vec<&str> = text.split("```").step_by(2).collect();
    let all = prose.iter().flat_map(|part| part.split("\n\n"));
    let plain = all.filter(|text| !text.trim_start().starts_with('|'));
    plain.map(|text| Paragraph { place: name.to_owned(), text: text.trim().to_owned() }).collect()
}

fn faults(all: &[Paragraph]) -> Vec<String> {
    let mut faults = Vec::new();
    for Paragraph { place, text } in all {
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        let flat = format!(" {} ", words.join(" ").to_lowercase());
        faults.extend(
            BANNED
                .iter()
                .filter(|word| flat.contains(&format!(" {word} ")))
                .map(|word| format!("{place}: {word:?}")),
        );
        let opens = |opening: &&&str| text.strip_prefix(**opening).is_some_and(|rest| rest.starts_with(' '));
        faults.extend(
            OPENINGS.iter().find(opens).map(|opening| format!("{place} begins with {opening:?}: {text}")),
        );
    }
    faults
}

fn named(path: &Path) -> String {
    path.strip_prefix(repository()).unwrap_or(path).display().to_string()
}

#[test]
fn comments_and_documents_are_plain_english() {
    let mut all = Vec::new();
    for path in files(repository(), &["rs", "js"]) {
        all.extend(comments(&named(&path), &fs::read_to_string(&path).unwrap()));
    }
    // It quotes what it bans.
    let style = repository().join("docs/style.md");
    for path in files(repository(), &["md"]).into_iter().filter(|path| *path != style) {
        all.extend(paragraphs(&named(&path), &fs::read_to_string(&path).unwrap()));
    }
    assert!(all.len() > 5_000, "only {} comments", all.len());
    let faults = faults(&all);
    assert!(faults.is_empty(), "see docs/style.md:\n{}", faults.join("\n"));
}

#[test]
fn the_page_on_style_bans_the_same_words() {
    let style = fs::read_to_string(repository().join("docs/style.md")).unwrap();
    let (_, banned) = style.split_once("## Banned").unwrap();
    for word in BANNED.iter().chain(OPENINGS) {
        assert!(banned.contains(&format!("*{word}*")), "docs/style.md does not ban {word:?}");
    }
}

#[test]
fn a_riddle_would_be_found() {
    let code = "/// Whoever holds it.\nfn a() {}\n//! Fine.\n//!\n//! Of each width\n//! a file.\nlet x = 1; // made anew\n";
    let found = faults(&comments("a.rs", code));
    let places: Vec<&str> = found.iter().map(|fault| fault.split(' ').next().unwrap()).collect();
    assert_eq!(places, ["a.rs:1:", "a.rs:1", "a.rs:5", "a.rs:7:"], "{found:?}");
    assert!(faults(&comments("a.rs", "// The office of those who are on call: so manyfold.")).is_empty());
}
