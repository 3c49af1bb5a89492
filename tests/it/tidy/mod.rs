//! The architecture as rules: which module may import which, and what only some may name. One table; every rule says why.

mod built_keys;
mod codes;
mod documents;
mod engines;
mod files;
mod homes;
mod ids;
mod neighbours;
mod openings;
mod proofs;
mod retention;
mod sources;
mod threat_model;
mod words;

use std::collections::BTreeSet;

use homes::CRATES;
use neighbours::NEIGHBOURS;
use sources::{Source, names_crate, repository, sources};

/// The layers: a module imports modules with a lower number, and nothing else.
const FLOORS: &[(&str, u8)] = &[
    ("main", 15),
    ("cli", 14),
    ("server", 13),
    ("site", 12),
    ("desk", 12),
    ("jobs", 12),
    ("background", 12),
    ("web", 11),
    ("app", 10),
    ("export", 9),
    // It gathers from all records, as an export does; the jobs keep its log.
    ("backup", 9),
    // It asks publications which files they need; backup and jobs use it.
    ("holdings", 8),
    // It asks all records whose rows authorise, once after an update.
    ("older_rows", 8),
    // It counts what waits, and tells staff.
    ("telling", 9),
    ("responses", 8),
    ("posters", 8),
    ("publications", 7),
    ("photos", 6),
    ("cases", 5),
    ("staff", 5),
    ("societies", 4),
    ("captcha", 3),
    ("form_steps", 3),
    ("audit", 2),
    ("proofs", 2),
    ("rate_limits", 1),
    ("blobs", 1),
    ("assets", 0),
    ("chance", 0),
    ("clock", 0),
    ("codes", 2),
    ("config", 1),
    ("countries", 0),
    ("db", 2),
    ("digits", 0),
    ("form_room", 2),
    ("line_file", 0),
    ("i18n", 1),
    ("ids", 0),
    ("metrics", 1),
    ("page_cache", 8),
    ("photo_number", 3),
    ("promise", 0),
    ("sealing", 1),
    ("secrets", 2),
    ("stretching", 1),
    ("templates", 3),
    ("upload_room", 0),
    ("words", 0),
];

/// Pure modules: their rules must hold whatever the database says. `now` and ids are parameters.
const PURE: &[&str] = &[
    "publications/lifecycle.rs",
    "publications/consent.rs",
    "publications/duplicates.rs",
    "responses/lifecycle.rs",
    "staff/lifecycle.rs",
    "societies/key_list.rs",
    "promise/mod.rs",
    "promise/calendar.rs",
    "promise/zone.rs",
    "responses/outgoing/",
    "responses/weighing.rs",
    "telling/rule/",
    "audit/chain.rs",
    "proofs/known.rs",
];

/// Code that runs in a request or a job: it must not be able to panic.
const ON_A_REQUESTS_PATH: &[&str] = &[
    "site/",
    "desk/",
    "web/",
    "responses/",
    "telling/",
    "posters/",
    "publications/",
    "photo_number.rs",
    "photos/",
    "cases/",
    "staff/",
    "societies/",
    "captcha/",
    "form_steps/",
    "audit/",
    "proofs/",
    "older_rows.rs",
    "blobs/",
    "holdings/",
    "rate_limits/",
    "sealing.rs",
    "sealing/",
    "jobs/",
    "background/",
    "app.rs",
    "assets.rs",
    "form_room.rs",
    "page_cache.rs",
    "templates.rs",
    "upload_room.rs",
    "server.rs",
    "server/",
    "metrics.rs",
];

#[test]
fn each_crate_is_named_only_where_it_lives() {
    let mut faults = Vec::new();
    for source in sources() {
        for (name, homes, why) in CRATES {
            if names_crate(&source.code, name) && !homes.iter().any(|home| source.path.starts_with(home)) {
                faults.push(format!("src/{} names {name}: {why}", source.path));
            }
        }
        // The captcha crate has the same name as our module; only its own paths tell them apart.
        let is_captcha_crate = ["use captcha::", "captcha::Captcha", "captcha::filters", "captcha::fonts"];
        if is_captcha_crate.iter().any(|path| source.code.contains(path))
            && !source.path.starts_with("captcha/")
        {
            faults.push(format!("src/{} names the captcha crate: pages ask for a challenge", source.path));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn nothing_imports_upwards_and_site_and_desk_are_strangers() {
    let floor = |module: &str| FLOORS.iter().find(|(name, _)| *name == module).map(|(_, floor)| *floor);
    let mut faults = Vec::new();
    for source in sources() {
        let own = source.module();
        let Some(own_floor) = floor(&own).or((own == "lib").then_some(99)) else {
            faults.push(format!("src/{}: give {own} a floor in tests/it/tidy/mod.rs", source.path));
            continue;
        };
        for other in source.imports() {
            let is_neighbour = NEIGHBOURS.iter().any(|(a, b, _)| *a == own && *b == other);
            match floor(&other) {
                _ if other == own || is_neighbour => {}
                Some(lower) if lower < own_floor => {}
                Some(_) => faults.push(format!(
                    "src/{} imports {other}: what lies lower must not know what stands on it, \
                     and neighbours only where the table says why",
                    source.path
                )),
                None => {
                    faults.push(format!("src/{}: {other} has no floor in tests/it/tidy/mod.rs", source.path));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn rules_are_pure() {
    let words = ["async ", ".await", "sea_orm", "crate::db", "Clock", "chance", "tracing::"];
    let mut faults = Vec::new();
    for source in sources().into_iter().filter(|s| PURE.iter().any(|path| s.path.starts_with(path))) {
        for word in words.iter().filter(|word| source.code.contains(**word)) {
            faults.push(format!(
                "src/{} has {word:?}: what decides about people can be tested without a database or a clock",
                source.path
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn each_table_is_written_by_its_own_folder() {
    let mut faults = Vec::new();
    for source in sources() {
        let own = source.module();
        for import in source.paths().filter(|path| path.contains("entity")) {
            let owner = import.split("::").next().unwrap_or_default();
            let reads = ["entity::Model", "entity::Column", "entity::Entity::find"];
            if owner != own && source.code.contains("sea_orm") && !reads.iter().any(|r| import.contains(r)) {
                faults.push(format!(
                    "src/{} uses {import}: a table's invariants live in the folder that writes it",
                    source.path
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_site_sees_published_values_through_its_own_role_alone() {
    let mut faults = Vec::new();
    for source in sources().into_iter().filter(|s| s.path.starts_with("site/")) {
        for word in
            ["db.desk", "desk_tokens", "secrets.desk", "entity::", "drafting", "queue::", "PrivatePart"]
        {
            if source.code.contains(word) {
                faults.push(format!(
                    "src/{} has {word:?}: an attacker in the site's process must find no personal data",
                    source.path
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn strangers_files_are_opened_in_a_worker_alone() {
    let mut faults = Vec::new();
    for source in sources().into_iter().filter(|s| s.path != "photos/worker/child.rs") {
        for (at, name) in source.code.match_indices("kinlight_pictures::") {
            let named: String =
                source.code[at + name.len()..].chars().take_while(|c| *c != ';' && *c != '(').collect();
            let words: BTreeSet<&str> = named.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
            for word in
                ["read", "preview", "variants", "difference_hash"].iter().filter(|w| words.contains(*w))
            {
                faults.push(format!(
                    "src/{} names {word}: a decoder may be taken over by what it reads",
                    source.path
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_request_can_make_a_photo_worker_misbehave() {
    let words = ["Hook", "Rehearsal", "for_rehearsal", "provoke"];
    let mut faults = Vec::new();
    for source in sources().into_iter().filter(|s| !s.path.starts_with("photos/worker/")) {
        for word in words.iter().filter(|word| source.code.contains(**word)) {
            faults.push(format!("src/{} has {word}: only tests may ask a worker to misbehave", source.path));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_request_can_not_panic() {
    let mut faults = Vec::new();
    for source in sources() {
        if !ON_A_REQUESTS_PATH.iter().any(|path| source.path.starts_with(path)) {
            continue;
        }
        for (number, line) in source.code.lines().enumerate() {
            // `unreachable!` with a reason is a proof; without one it is a panic like the others.
            let bangs = [".unwrap()", ".expect(", "panic!(", "unreachable!()", "todo!(", "unimplemented!("];
            if bangs.iter().any(|bang| line.contains(bang)) {
                faults.push(format!("src/{}:{}: {}", source.path, number + 1, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "a panic loses what somebody typed:\n{}", faults.join("\n"));
}

#[test]
fn the_tables_above_name_nothing_that_left() {
    let src = repository().join("src");
    let is_there = |path: &str| src.join(path).exists() || src.join(format!("{path}.rs")).exists();
    let homes = CRATES.iter().flat_map(|(_, homes, _)| homes.iter().copied());
    let floors = FLOORS.iter().map(|(name, _)| *name);
    let neighbours = NEIGHBOURS.iter().flat_map(|(a, b, _)| [*a, *b]);
    let paths = PURE.iter().chain(ON_A_REQUESTS_PATH).copied();
    let named = homes.chain(floors).chain(neighbours).chain(paths);
    let gone: BTreeSet<&str> = named.filter(|path| !is_there(path)).collect();
    assert_eq!(gone, BTreeSet::new(), "no such file or folder in src/");
    let sources = sources();
    for (one, other, why) in NEIGHBOURS {
        let knows = sources.iter().any(|s| s.module() == *one && s.imports().contains(*other));
        assert!(knows, "{one} knows {other} no more: {why}");
    }
}

#[test]
fn the_tables_above_still_find_what_they_forbid() {
    assert!(names_crate("use tera::Tera;", "tera") && names_crate("fn f() -> age::Identity {", "age"));
    assert!(!names_crate("use crate::storage::Page; let message = page::new();", "age"));
    let source = Source {
        path: "site/x.rs".into(),
        code: "use crate::{desk::Routes, web::{Error, Form}};\nlet x = crate::photos::read();".into(),
    };
    assert_eq!(source.imports(), ["desk", "photos", "web"].map(str::to_owned).into());
    assert!(source.paths().any(|path| path == "desk::Routes"));
}
