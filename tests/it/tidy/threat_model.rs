//! `docs/threat-model.md`: each row of the table names tests that are there, no row has left, and the prices of codes are those of
//! their digits.

use std::fs;

use super::sources::repository;

/// What an attacker may hold: the rows, in their order.
const HELD: &[&str] = &[
    "a full copy of the database and bucket",
    "that, and a stolen session cookie",
    "that, and the public face's configuration",
    "writing to the database",
    "the jobs' role",
    "the running site process",
    "a moderator's password alone, or with a database copy",
    "a moderator's session",
    "an administrator's session",
    "the desk host, running",
    "the operator's role, and the operator as a person",
    "the audit log's database",
    "last night's backup",
    "Redis",
    "the network between the hosts",
    "a photo worker taken over by one upload",
    "a robot with one network",
];

fn document() -> String {
    fs::read_to_string(repository().join("docs/threat-model.md")).unwrap()
}

fn rows(document: &str) -> Vec<Vec<&str>> {
    let table = document.split("\n## ").find(|part| part.starts_with("The table")).unwrap_or_default();
    let lines = table.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    lines.skip(1).map(|line| line.split(" | ").collect()).collect()
}

/// Whether a test of this name is there: `FILE::NAME`, or a file that is about it as a whole.
fn is_a_test(name: &str) -> bool {
    let (file, function) = name.split_once("::").unwrap_or((name, ""));
    let code = fs::read_to_string(repository().join(file)).unwrap_or_default();
    match function {
        "" => code.contains("#[test]") || code.contains("#[tokio::test"),
        _ => code.contains(&format!("fn {function}(")),
    }
}

/// What is wrong with the table.
fn faults(document: &str) -> Vec<String> {
    let rows = rows(document);
    let mut faults = Vec::new();
    let held: Vec<&str> = rows.iter().map(|row| row[0]).collect();
    if held != HELD {
        faults.push(format!("the rows are {held:?}"));
    }
    for row in &rows {
        let mut fault = |what: String| faults.push(format!("{}: {what}", row[0]));
        let [_, gains, _, today, tests] = &row[..] else {
            fault(format!("{} cells", row.len()));
            continue;
        };
        if gains.is_empty() || !(today.starts_with("holds") || today.contains("**Not yet:**")) {
            fault("it does not say what holds today".to_owned());
        }
        let names: Vec<&str> = tests.split('`').skip(1).step_by(2).collect();
        if names.is_empty() {
            fault("no test".to_owned());
        }
        for name in names.iter().filter(|name| !is_a_test(name)) {
            fault(format!("no test {name}"));
        }
    }
    faults
}

#[test]
fn each_row_of_the_threat_model_names_its_test() {
    assert_eq!(faults(&document()), [""; 0]);
}

#[test]
fn a_wrong_row_would_be_found() {
    for (right, wrong, fault) in [
        ("::a_cookie_and_the_database_open_no_session`", "::a_cookie_opens_nothing`", "no test"),
        ("| Redis | limits", "| A Redis | limits", "the rows are"),
        ("**Not yet:** witnesses outside the Society", "", "what holds today"),
    ] {
        assert!(document().contains(right), "nothing to plant a fault in: {right}");
        let faults = faults(&document().replace(right, wrong));
        assert!(faults.iter().any(|found| found.contains(fault)), "{wrong}: {faults:?}");
    }
}

/// The prices follow from the digits of a code, and from what one try costs.
#[test]
fn the_prices_of_codes_are_those_of_their_digits() {
    let (short, long) = (1e15, 1e23);
    let (a_try, a_long_try, machine) = (0.000_2, 0.5e-9, 10_000.0);
    let (hour, day, year) = (3_600.0, 86_400.0, 86_400.0 * 365.25);
    let row = |what: &str, cells: [String; 3]| format!("| {what} | {} |", cells.join(" | "));
    let thousands = |number: f64| match number.round() as u64 {
        few if few < 1_000 => few.to_string(),
        many => format!("{},{:03}", many / 1_000, many % 1_000),
    };
    let [one, of_ten_thousand, of_a_million] = [2.0, 1e4, 1e6].map(|mailboxes| {
        [short / mailboxes * a_try, long / mailboxes * a_long_try, long / mailboxes * a_long_try / machine]
    });
    let document = document();
    for expected in [
        row(
            "1 mailbox",
            [
                format!("{} years", thousands(one[0] / year)),
                format!("{},000 years", (one[1] / year / 1_000.0).round()),
                format!("{:.0} years", one[2] / year),
            ],
        ),
        row(
            "10,000 mailboxes",
            [
                format!("{:.0} days", of_ten_thousand[0] / day),
                format!("{:.0} years", of_ten_thousand[1] / year),
                format!("{:.1} days", of_ten_thousand[2] / day),
            ],
        ),
        row(
            "1,000,000 mailboxes",
            [
                format!("{:.1} days", of_a_million[0] / day),
                format!("{:.1} years", of_a_million[1] / year),
                format!("{:.1} hours", of_a_million[2] / hour),
            ],
        ),
    ] {
        assert!(document.contains(&expected), "{expected}");
    }
}
