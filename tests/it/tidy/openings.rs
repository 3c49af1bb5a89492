//! Code that opens a person's file without a line in the audit log: verbs that show nothing of it, each with its reason.

use super::sources::sources;

/// Files that use `Eyes::Nobody`, and why nobody sees what they open.
const NOBODYS_EYES: &[(&str, &str)] = &[
    ("photos/mod.rs", "covers and turns the sealed copy"),
    ("publications/consenting.rs", "asks whether the person may be a minor"),
    ("publications/cropping.rs", "measures the part that is shown"),
    (
        "publications/drafting.rs",
        "asks what a draft lacks, drops an older picture's box, and names witnesses to the check of messages",
    ),
    ("publications/face_decisions.rs", "keeps what was decided of each face"),
    ("publications/opening.rs", "compares a form with what is saved; a page needs its own line"),
    ("publications/overruling.rs", "keeps an answer beside what was seen"),
    ("publications/postable.rs", "draws a poster, which is public and agreed to"),
    ("publications/review.rs", "makes the public files at approval"),
    ("publications/withdrawal_code.rs", "asks in which language the paper speaks, and tells no more"),
    ("responses/asking.rs", "looks for it in a message; only the message's own words are shown, marked"),
];

#[test]
fn a_persons_file_is_opened_with_a_line_or_before_nobodys_eyes() {
    let mut faults = Vec::new();
    let homes = ["audit/", "cases/"];
    for source in sources().into_iter().filter(|s| !homes.iter().any(|home| s.path.starts_with(home))) {
        let is_listed = NOBODYS_EYES.iter().any(|(path, _)| *path == source.path);
        if source.code.contains("Eyes::Nobody") && !is_listed {
            faults.push(format!(
                "src/{} opens a person's file before nobody's eyes: say in tests/it/tidy/openings.rs why nobody sees it, or \
                 reveal it with a line",
                source.path
            ));
        }
        if source.code.contains("case.key.open(") {
            faults.push(format!("src/{} opens with a case's bare key: ask the case, with eyes", source.path));
        }
    }
    for (path, _) in NOBODYS_EYES {
        let says_so = sources().iter().any(|s| s.path == *path && s.code.contains("Eyes::Nobody"));
        if !says_so {
            faults
                .push(format!("src/{path} opens nothing before nobody's eyes any more: take its line away"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
