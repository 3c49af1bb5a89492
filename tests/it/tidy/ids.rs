//! Ids have types of their own: a bare UUID says neither which row it is, nor of which kind.

use std::collections::BTreeSet;

use super::sources::{names_crate, sources};

/// The files that name a bare UUID, and why.
const BARE: &[(&str, &str)] = &[
    ("ids.rs", "what an id consists of"),
    ("chance.rs", "draws one, and the caller says of which kind"),
    ("db/loading.rs", "a backup's column says that it has an id, and not of which kind"),
    ("publications/spool.rs", "makes a withdrawal's id from its code"),
];

#[test]
fn no_bare_uuid_is_passed_about() {
    let is_bare = |code: &str| code.contains("Uuid") || names_crate(code, "uuid");
    let found: BTreeSet<String> =
        sources().into_iter().filter(|s| is_bare(&s.code)).map(|s| s.path).collect();
    let listed = BARE.iter().map(|(path, _)| (*path).to_owned()).collect();
    assert_eq!(found, listed, "src/: use a type of src/ids.rs, or say in tests/it/tidy/ids.rs why not");
}

#[test]
fn an_id_and_the_version_that_was_seen_are_no_tuple() {
    let mut faults = Vec::new();
    for source in sources() {
        let lines = source.code.lines().enumerate();
        let tuples = ["Id, i64)", "(id, version)", "(id, seen_version)", ".id, seen.version)"];
        for (number, line) in lines.filter(|(_, line)| tuples.iter().any(|tuple| line.contains(tuple))) {
            faults.push(format!("src/{}:{}: {}", source.path, number + 1, line.trim()));
        }
    }
    assert!(
        faults.is_empty(),
        "use `Seen`: in a tuple, any number passes for the version\n{}",
        faults.join("\n")
    );
}
