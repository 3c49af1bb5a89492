//! Code that opens a person's file without a line in the audit log: verbs that show nothing of it, each with its reason.

use super::sources::sources;

/// Files that open before nobody's eyes, how often, and why nobody sees what they open.
const NOBODYS_EYES: &[(&str, usize, &str)] = &[
    ("photos/mod.rs", 1, "covers and turns the sealed copy"),
    ("publications/consenting.rs", 1, "asks whether the person may be a minor"),
    ("publications/cropping.rs", 1, "measures the part that is shown"),
    (
        "publications/drafting.rs",
        3,
        "asks what a draft lacks, drops an older picture's box, and names witnesses to the check of messages",
    ),
    ("publications/face_decisions.rs", 2, "keeps what was decided of each face"),
    ("publications/opening.rs", 1, "compares a form with what is saved; a page needs its own line"),
    ("publications/overruling.rs", 1, "keeps an answer beside what was seen"),
    ("publications/postable.rs", 1, "draws a poster, which is public and agreed to"),
    ("publications/review.rs", 2, "makes the public files at approval, and keeps the reason for an age"),
    ("publications/withdrawal_code.rs", 1, "asks in which language the paper speaks, and tells no more"),
    ("responses/asking.rs", 2, "looks for it in a message; only the message's own words are shown, marked"),
];

/// What opens before nobody's eyes.
const OPENS: &str = "&Nobody";

#[test]
fn a_persons_file_is_opened_with_a_line_or_before_nobodys_eyes() {
    let mut faults = Vec::new();
    let homes = ["audit/", "cases/"];
    for source in sources().into_iter().filter(|s| !homes.iter().any(|home| s.path.starts_with(home))) {
        let known =
            NOBODYS_EYES.iter().find(|(path, ..)| *path == source.path).map_or(0, |(_, uses, _)| *uses);
        let uses = source.code.matches(OPENS).count();
        if uses != known {
            faults.push(format!(
                "src/{} opens a person's file before nobody's eyes {uses} times, and the table knows of {known}: say in \
                 tests/it/tidy/openings.rs why nobody sees it, or reveal it with a line",
                source.path
            ));
        }
        // A page shows what it has: only a verb below it may open for nobody.
        if (source.path.starts_with("desk/") || source.path.starts_with("web/"))
            && source.code.contains("Nobody")
        {
            faults.push(format!("src/{} is a page, and opens for somebody", source.path));
        }
        if source.code.contains("case.key.open(") {
            faults.push(format!("src/{} opens with a case's bare key: ask the case, with eyes", source.path));
        }
    }
    for (path, ..) in NOBODYS_EYES {
        if !sources().iter().any(|s| s.path == *path) {
            faults.push(format!("src/{path} is gone: take its line away"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A further act, or a further kind that an act shows, is a line of one table.
#[test]
fn one_file_says_who_sees_what() {
    for source in sources().into_iter().filter(|s| s.path != "audit/eyes.rs") {
        for line in source.code.lines().filter(|line| line.trim_start().starts_with("impl")) {
            let says = ["Act for ", "Eyes for ", "HasPictures for ", "> Sees<", " Sees<", " Shows<"];
            let says = says.iter().any(|word| line.contains(word)) && line.contains(" for ");
            assert!(!says, "src/{} decides who sees what, as only audit/eyes.rs may: {line}", source.path);
        }
    }
}
