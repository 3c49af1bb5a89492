//! `tests/engines` says which stories are not told on both sets of engines. It is held against the sources, both ways.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use super::sources::{files, repository};

#[derive(Debug)]
struct Row {
    told: String,
    /// `module::` or `module::story`.
    what: String,
}

fn rows() -> Vec<Row> {
    let list = fs::read_to_string(repository().join("tests/engines")).unwrap();
    let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let rows = lines.map(|line| {
        let mut words = line.split_whitespace();
        let (told, what) = (words.next().unwrap(), words.next().expect("told, story, reason"));
        assert!(words.next().is_some(), "{what}: no reason");
        Row { told: told.to_owned(), what: what.to_owned() }
    });
    rows.collect()
}

struct Stories {
    /// `module::`, as libtest names it.
    module: String,
    code: String,
    /// The `mod.rs` beside it.
    shared: String,
}

impl Stories {
    /// Every file with a story in it.
    fn all() -> Vec<Stories> {
        let root = repository().join("tests/it");
        let told = files(&root, &["rs"]).into_iter().map(|path: PathBuf| {
            let module = path.strip_prefix(&root).unwrap().with_extension("").display().to_string();
            let module = module.trim_end_matches("/mod").replace('/', "::");
            let shared = match path.with_file_name("mod.rs") {
                beside if beside != path => fs::read_to_string(beside).unwrap_or_default(),
                _ => String::new(),
            };
            Stories { module: format!("{module}::"), code: fs::read_to_string(path).unwrap(), shared }
        });
        let marks = ["#[test]", "#[tokio::test", "#[actix_web::test"];
        told.filter(|one| marks.iter().any(|mark| one.code.contains(mark))).collect()
    }

    fn is_meant_by(&self, row: &Row) -> bool {
        let (module, story) = row.what.rsplit_once("::").expect("a module");
        let is_all = story.is_empty() && self.module.starts_with(&format!("{module}::"));
        let is_its_file = self.module == format!("{module}::");
        is_all || (is_its_file && self.code.contains(&format!("fn {story}(")))
    }
}

#[test]
fn each_row_names_a_story_and_a_way() {
    let (rows, stories) = (rows(), Stories::all());
    assert!(rows.len() > 10, "{rows:?}");
    let ways: BTreeSet<&str> = rows.iter().map(|row| row.told.as_str()).collect();
    assert_eq!(ways, BTreeSet::from(["once", "postgres", "sqlite"]));
    for row in &rows {
        assert!(
            stories.iter().any(|one| one.is_meant_by(row)),
            "tests/engines names {}, which is not there",
            row.what
        );
    }
}

#[test]
fn a_story_is_told_once_if_no_engine_is_part_of_it() {
    let rows = rows();
    let mut faults = Vec::new();
    for one in Stories::all() {
        let is_listed = rows.iter().any(|row| row.told == "once" && one.is_meant_by(row));
        // Its one test shows in each run that skips are counted.
        if one.module == "harness::cannot_run::" {
            continue;
        }
        // The rules of the house name it without using it.
        let has_engines = |code: &str| code.contains("TestApp") && !one.module.starts_with("tidy::");
        match is_listed {
            true if has_engines(&one.code) => {
                faults.push(format!("{} has engines: it must run on each", one.module));
            }
            // A story in a folder begins with what the folder's stories share.
            false if !has_engines(&one.code) && !has_engines(&one.shared) => {
                faults.push(format!("{} has no engine: list it in tests/engines as once", one.module));
            }
            _ => {}
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_story_is_told_on_one_set_of_engines_if_it_asks_for_it() {
    let (rows, stories) = (rows(), Stories::all());
    let mut faults = Vec::new();
    for (told, asks) in
        [("postgres", "Engines::PostgresS3.are_chosen()"), ("sqlite", "Engines::SqliteFolder.are_chosen()")]
    {
        let rows: Vec<&Row> = rows.iter().filter(|row| row.told == told).collect();
        for row in &rows {
            let is_asked = |one: &&Stories| one.is_meant_by(row) && one.code.contains(asks);
            if !stories.iter().any(|one| is_asked(&one)) {
                faults.push(format!("{} is told on {told} alone and does not ask for it", row.what));
            }
        }
        let asking =
            stories.iter().filter(|one| !one.module.starts_with("tidy::") && one.code.contains(asks));
        for one in asking.filter(|one| !rows.iter().any(|row| one.is_meant_by(row))) {
            faults.push(format!("{} asks for {told}: list its story in tests/engines", one.module));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// `Engines::are_chosen` counts what it leaves out; a plain comparison with a `return` leaves a story out in silence.
#[test]
fn no_story_ends_early_for_its_engine_in_silence() {
    let mut faults = Vec::new();
    for one in Stories::all().into_iter().filter(|one| !one.module.starts_with("tidy::")) {
        let lines: Vec<&str> = one.code.lines().map(str::trim).collect();
        for (number, pair) in lines.windows(2).enumerate() {
            let asks = ["Engines::", ".engines ", "is_sqlite("].iter().any(|word| pair[0].contains(word));
            if asks && pair[0].starts_with("if ") && !pair[0].contains("are_chosen") && pair[1] == "return;" {
                faults.push(format!("{} line {}: {}", one.module, number + 1, pair[0]));
            }
        }
    }
    assert!(faults.is_empty(), "ask are_chosen first, and list it in tests/engines:\n{}", faults.join("\n"));
}
