//! Codes of enums are declared by `words!`, once: a match written by hand repeats them, and its `parse` can forget one.

use std::collections::BTreeSet;

use super::sources::{Source, sources};

/// Files with codes that are written by hand, and why.
const BY_HAND: &[(&str, &str)] = &[
    ("cli/photo/mod.rs", "several faults have one word, and some contain another error"),
    ("countries.rs", "the codes of countries come from a table"),
    ("i18n/lang.rs", "a language's code is its folder's name"),
    ("photos/worker/error.rs", "several faults have one word, and some contain another error"),
    ("web/error.rs", "several errors have one page"),
];

/// Files that put a code into something else than a text's key, and what.
const NO_KEYS: &[(&str, &str)] =
    &[("countries.rs", "a country is no enum of `words!`"), ("export.rs", "a file's name")];

fn lists(rule: impl Fn(&Source) -> bool) -> BTreeSet<String> {
    sources().into_iter().filter(|source| rule(source)).map(|source| source.path).collect()
}

fn named(table: &[(&str, &str)]) -> BTreeSet<String> {
    table.iter().map(|(path, _)| (*path).to_owned()).collect()
}

#[test]
fn codes_are_declared_by_words() {
    let is_by_hand = |code: &str| {
        ["code", "word", "name"].iter().any(|name| {
            ["self", "&self"].iter().any(|own| code.contains(&format!("fn {name}({own}) -> &'static str")))
        })
    };
    assert!(is_by_hand("    pub(super) fn code(self) -> &'static str {"));
    let found = lists(|source| source.path != "words.rs" && is_by_hand(&source.code));
    assert_eq!(
        found,
        named(BY_HAND),
        "left: in src/, right: in tests/it/tidy/codes.rs. Declare the enum by `words!`, or say why not"
    );
}

#[test]
fn keys_of_texts_are_built_by_key() {
    let is_built = |code: &str| {
        code.lines()
            .any(|line| line.contains("format!(\"") && line.contains("-{}") && line.contains(".code()"))
    };
    assert!(is_built("visit.text(&format!(\"sex-{}\", sex.code()))"));
    let found = lists(|source| source.path != "words.rs" && is_built(&source.code));
    assert_eq!(
        found,
        named(NO_KEYS),
        "left: in src/, right: in tests/it/tidy/codes.rs. Use `key`, so that tests/it/tidy/built_keys.rs finds it"
    );
}
