//! `docs/retention.md` and the code say the same: what a row names is there, and what erases by the clock has a row.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use kinlight::backup::tombstones::What;
use kinlight::config::Given;
use kinlight::db::Roles;
use kinlight::jobs::Job;

use super::sources::{Source, repository, sources};

/// The jobs that erase by the clock; each has a file of its name in `src/jobs/`.
const ERASING: &[&str] = &["publish", "erase"];

/// What these jobs call besides, and why it is no rule of retention.
const NO_RULE: &[(&str, &str)] = &[
    ("publications/ending:chain_withdrawals", "writes the audit lines of withdrawals"),
    ("responses/retention:chain_arrivals", "writes the audit lines of what responders did"),
];

/// Settings with such an ending that are no time of retention, by their beginning, and why.
const NO_TIMES: &[(&str, &str)] = &[("promise_", "how soon staff look at a message")];

const ENDINGS: &[&str] = &["_hours", "_days", "_months", "_years"];

/// In place of a tombstone: nothing to bring back, or no backup that could.
const NO_TOMBSTONE: &[&str] = &["–", "in no backup", "it is one"];

/// A cell by the heading of its column. The second table has no settings, jobs and rights.
type Row = BTreeMap<String, String>;

fn document() -> String {
    fs::read_to_string(repository().join("docs/retention.md")).unwrap()
}

fn rows(document: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut headings: Vec<String> = Vec::new();
    for line in document.lines() {
        let Some(cells) = line.strip_prefix("| ").and_then(|line| line.strip_suffix(" |")) else {
            if !line.starts_with("|---") {
                headings.clear();
            }
            continue;
        };
        let cells: Vec<String> = cells.split(" | ").map(str::to_owned).collect();
        if headings.is_empty() {
            headings = cells;
        } else {
            assert_eq!(cells.len(), headings.len(), "a row has a cell too many or too few: {line}");
            rows.push(headings.iter().cloned().zip(cells).collect());
        }
    }
    rows
}

/// The cell under this heading; empty if the row's table has no such column.
fn cell<'a>(row: &'a Row, heading: &str) -> &'a str {
    row.get(heading).map_or("", String::as_str)
}

/// The words in backticks.
fn names(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

/// File and function of each verb in a row.
fn verbs(row: &Row) -> impl Iterator<Item = (&str, &str)> {
    names(cell(row, "verb")).filter_map(|name| name.split_once(".rs:"))
}

fn settings() -> BTreeSet<String> {
    let (given, _) = Given::read(None);
    let told = given.documentation();
    told.lines().filter(|line| !line.starts_with(' ')).map(str::to_owned).collect()
}

/// A right, the columns that it is limited to (none: all), and its table.
#[derive(Debug)]
struct Right {
    statement: String,
    columns: BTreeSet<String>,
    table: String,
}

impl Right {
    /// Reads "select (started_at), delete on sessions, notes" as one value for each right on each table.
    fn parse(text: &str) -> Vec<Right> {
        let Some((rights, tables)) = text.split_once(" on ") else { return Vec::new() };
        let mut depth = 0;
        let outside = |c: char| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            c == ',' && depth == 0
        };
        let rights: Vec<&str> = rights.split(outside).map(str::trim).collect();
        let each = rights.into_iter().flat_map(|right| {
            let (statement, columns) = right.split_once(" (").unwrap_or((right, ""));
            let columns: BTreeSet<String> = columns
                .trim_end_matches(')')
                .split(", ")
                .filter(|c| !c.is_empty())
                .map(str::to_owned)
                .collect();
            tables.split(", ").map(move |table| Right {
                statement: statement.to_owned(),
                columns: columns.clone(),
                table: table.trim().to_owned(),
            })
        });
        each.collect()
    }

    fn covers(&self, asked: &Right) -> bool {
        let has_columns = self.columns.is_empty() || asked.columns.is_subset(&self.columns);
        self.statement == asked.statement && self.table == asked.table && has_columns
    }
}

/// What the schema grants to the jobs' role.
fn rights_of_jobs() -> Vec<Right> {
    let [site, desk, jobs] = ["site", "desk", "jobs"].map(str::to_owned);
    let statements = kinlight_migrations::grants(&Roles { site, desk, jobs }).expect("the grants");
    let granted = statements.iter().filter_map(|one| one.strip_prefix("grant ")?.strip_suffix(" to jobs"));
    granted.flat_map(Right::parse).collect()
}

/// What the rows name and the code does not have.
fn gone(rows: &[Row]) -> Vec<String> {
    let (settings, rights, sources) = (settings(), rights_of_jobs(), sources());
    let code_of = |path: &str| sources.iter().find(|source| source.path == path).map(|source| &source.code);
    let mut faults = Vec::new();
    for row in rows {
        let mut fault = |what: String| faults.push(format!("{}: {what}", cell(row, "what")));
        let times = ["after", "when", "setting"].into_iter().flat_map(|heading| names(cell(row, heading)));
        for name in times.filter(|name| name.contains('_') && !settings.contains(*name)) {
            fault(format!("no setting {name}"));
        }
        if verbs(row).next().is_none() {
            fault("no verb".to_owned());
        }
        for (file, function) in verbs(row) {
            let code = code_of(&format!("{file}.rs"));
            if !code.is_some_and(|code| code.contains(&format!("fn {function}("))) {
                fault(format!("no function {function} in {file}.rs"));
            }
            let jobs: Vec<&str> = names(cell(row, "job")).collect();
            let calls = |job: &&str| {
                let code = code_of(&format!("jobs/{}.rs", job.to_lowercase()));
                code.is_some_and(|code| code.contains(&format!("::{function}(")))
            };
            if row.contains_key("job") && !jobs.iter().any(calls) {
                fault(format!("none of its jobs calls {function}"));
            }
        }
        for job in names(cell(row, "job")) {
            if !Job::ALL.iter().any(|known| format!("{known:?}") == job) {
                fault(format!("no job {job}"));
            }
        }
        for asked in cell(row, "right of the jobs' role").split("; ").flat_map(Right::parse) {
            if !rights.iter().any(|right| right.covers(&asked)) {
                fault(format!("the jobs' role has no such right: {asked:?}"));
            }
        }
        let tombstone = cell(row, "tombstone");
        for word in tombstone.split(", ").filter(|word| !NO_TOMBSTONE.contains(word)) {
            if What::parse(word).is_none() {
                fault(format!("no tombstone {word}"));
            }
        }
        if names(cell(row, "test")).next().is_none() {
            fault("no test".to_owned());
        }
        for test in names(cell(row, "test")) {
            let (file, name) = test.split_once("::").unwrap_or((test, ""));
            let code = fs::read_to_string(repository().join(file)).unwrap_or_default();
            if !code.contains(&format!("fn {name}(")) {
                fault(format!("no test {test}"));
            }
        }
    }
    faults
}

/// The functions of other modules that a job's file calls, each as `module/file:function`.
fn called(job: &Source) -> BTreeSet<String> {
    let imports: Vec<String> =
        job.paths().map(|path| path.trim_end_matches("::self").replace("::", "/")).collect();
    let is_path = |c: char| c.is_ascii_lowercase() || c == '_' || c == ':';
    let calls = job.code.match_indices('(').filter_map(|(at, _)| {
        let path = job.code[..at].rsplit(|c| !is_path(c)).next().unwrap_or_default();
        let (module, function) = path.rsplit_once("::")?;
        let module = module.replace("::", "/");
        let first = module.split('/').next().unwrap_or_default();
        let import = imports.iter().find(|import| import.rsplit('/').next() == Some(first))?;
        Some(format!("{import}{}:{function}", &module[first.len()..]))
    });
    calls.collect()
}

/// What erases by the clock and has no row.
fn untold(rows: &[Row]) -> Vec<String> {
    let mut faults = Vec::new();
    let told: Vec<(&str, &str)> = rows.iter().flat_map(verbs).collect();
    for job in sources().iter().filter(|s| ERASING.iter().any(|job| s.path == format!("jobs/{job}.rs"))) {
        for call in called(job).iter().filter(|call| NO_RULE.iter().all(|(name, _)| name != call)) {
            let (module, function) = call.split_once(':').unwrap_or_default();
            // A module may give out what a file within it says.
            let is_of = |file: &str| file == module || file.starts_with(&format!("{module}/"));
            if !told.iter().any(|(file, verb)| *verb == function && is_of(file)) {
                faults.push(format!("src/{} calls {call}, which has no row", job.path));
            }
        }
    }
    let tombstones: BTreeSet<&str> = rows.iter().flat_map(|row| cell(row, "tombstone").split(", ")).collect();
    let missing = What::ALL.iter().map(|what| what.code()).filter(|word| !tombstones.contains(word));
    faults.extend(missing.map(|word| format!("the tombstone {word} is in no row")));
    let times: BTreeSet<&str> = rows.iter().flat_map(|row| names(cell(row, "setting"))).collect();
    for name in settings().iter().filter(|name| ENDINGS.iter().any(|ending| name.ends_with(ending))) {
        let is_other = NO_TIMES.iter().any(|(beginning, _)| name.starts_with(beginning));
        if !is_other && !times.contains(name.as_str()) {
            faults.push(format!("the setting {name} is in no row"));
        }
    }
    faults
}

#[test]
fn what_the_table_of_retention_names_is_there() {
    let rows = rows(&document());
    assert!(rows.len() > 25, "only {} rows were found", rows.len());
    assert_eq!(gone(&rows), [""; 0]);
}

#[test]
fn what_erases_by_the_clock_is_in_the_table_of_retention() {
    assert_eq!(untold(&rows(&document())), [""; 0]);
    let sources = sources();
    let jobs = sources.iter().filter(|s| ERASING.iter().any(|job| s.path == format!("jobs/{job}.rs")));
    let calls: BTreeSet<String> = jobs.flat_map(called).collect();
    assert!(calls.len() > 10, "{calls:?}");
    for (name, why) in NO_RULE {
        assert!(calls.contains(*name), "no job calls {name} any more: {why}");
    }
}

#[test]
fn a_row_that_is_wrong_would_be_found() {
    let planted = [
        ("`draft_days`", "`draught_days`", "no setting draught_days"),
        ("ending.rs:end_untouched_drafts", "ending.rs:end_drafts", "no function end_drafts"),
        ("| `Strays` |", "| `Stray` |", "no job Stray"),
        ("erase_older` | `Erase`", "erase_older` | `Publish`", "none of its jobs calls erase_older"),
        ("select (due_at), delete on", "select (body), delete on", "no such right"),
        ("delete on tombstones", "update on tombstones", "no such right"),
        ("| account-ended |", "| account-over |", "no tombstone account-over"),
        ("::a_session_locks_and_ends", "::a_session_locks", "no test tests/it/audit.rs::a_session_locks"),
        ("`tests/it/audit.rs::a_beginning_that_the_job_erased_is_no_cut`", "none yet", "no test"),
    ];
    for (right, wrong, fault) in planted {
        assert!(document().contains(right), "nothing to plant a fault in: {right}");
        let faults = gone(&rows(&document().replace(right, wrong)));
        assert!(faults.iter().any(|found| found.contains(fault)), "{wrong}: {faults:?}");
    }
}

#[test]
fn a_rule_without_a_row_would_be_found() {
    let planted = [
        ("captcha/mod.rs:erase_old_uses", "calls captcha:erase_old_uses"),
        ("audit/erasing.rs:erase_older", "calls audit:erase_older"),
        ("posters/ending.rs:end_over", "calls posters/ending:end_over"),
        ("poster-ended", "the tombstone poster-ended"),
        ("`audit_years`", "the setting audit_years"),
        ("`desk_session_hours`", "the setting desk_session_hours"),
    ];
    for (name, fault) in planted {
        assert!(document().contains(name), "nothing to take away: {name}");
        let faults = untold(&rows(&document().replace(name, "–")));
        assert!(faults.iter().any(|found| found.contains(fault)), "{name}: {faults:?}");
    }
}
