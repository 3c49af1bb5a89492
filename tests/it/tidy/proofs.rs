//! What makes a key verified, and who may say so.

use super::sources::sources;

/// What makes a key one that is not only the database's word, and the only files that may say so.
const PROOFS: &[(&str, &[&str])] = &[
    ("Pinned::on_this_host(", &["secrets/pins.rs", "societies/making.rs", "sealing/trust.rs"]),
    ("Verified::by_old_checks(", &["societies/keys.rs", "staff/giving_keys.rs"]),
    ("Verified::by_voice", &["staff/giving_keys.rs"]),
    (".says(", &["societies/listed.rs"]),
    (".may_say(", &["societies/listed.rs"]),
];

#[test]
fn a_key_is_verified_where_its_proof_is_and_nowhere_else() {
    let mut faults = Vec::new();
    for source in sources() {
        for (proof, homes) in PROOFS {
            if source.code.contains(proof) && !homes.contains(&source.path.as_str()) {
                faults.push(format!(
                    "src/{} says {proof}…): keys are wrapped to verified keys alone, and this makes one",
                    source.path
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let all = sources();
    for (proof, homes) in PROOFS {
        let is_said = |home: &&&str| all.iter().any(|s| s.path == **home && s.code.contains(proof));
        // `sealing/trust.rs` has it in its tests at most.
        let unsaid: Vec<_> =
            homes.iter().filter(|home| !home.starts_with("sealing/") && !is_said(home)).collect();
        assert!(unsaid.is_empty(), "{proof} is no more in {unsaid:?}");
    }
}
