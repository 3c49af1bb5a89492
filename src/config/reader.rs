//! Values of settings by name, and the faults found while reading them. Invariant: a fault never hides another.

use std::collections::BTreeMap;
use std::path::PathBuf;
use time::Duration;

use super::table;

/// One fault of one setting, in words for an operator.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    pub setting: String,
    pub expected: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.setting, self.expected)
    }
}

/// Values by name, and the faults found while reading them.
pub(super) struct Reader {
    pub(super) values: BTreeMap<String, String>,
    pub(super) faults: Vec<Fault>,
}

impl Reader {
    pub(super) fn text(&self, name: &str) -> String {
        let default = default_of(name);
        self.values.get(name).cloned().unwrap_or_else(|| default.to_owned())
    }

    pub(super) fn fault(&mut self, name: &str, expected: impl Into<String>) {
        self.faults.push(Fault { setting: name.to_owned(), expected: expected.into() });
    }

    /// A fault for each name that no setting has.
    pub(super) fn refuse_unknown(&mut self) {
        let unknown: Vec<String> =
            self.values.keys().filter(|k| !table::settings().any(|(n, ..)| n == k)).cloned().collect();
        for name in unknown {
            self.fault(&name, "there is no such setting; kinlight config lists them");
        }
    }

    /// One of two words.
    pub(super) fn one_of(&mut self, name: &str, [a, b]: [&str; 2]) -> String {
        let text = self.text(name);
        if text != a && text != b {
            self.fault(name, format!("{a} or {b} was expected, not {text:?}"));
        }
        text
    }

    /// The parsed value. After a fault it returns the default and goes on, so that every fault is reported.
    pub(super) fn parsed<T: std::str::FromStr>(&mut self, name: &str, expected: &str) -> T {
        let text = self.text(name);
        text.trim().parse().unwrap_or_else(|_| {
            self.fault(name, format!("{expected} was expected, not {text:?}"));
            let default = default_of(name);
            default.parse().unwrap_or_else(|_| unreachable!("the default of {name} parses"))
        })
    }

    pub(super) fn days(&mut self, name: &str) -> Duration {
        Duration::days(i64::from(self.parsed::<u16>(name, "a number of days")))
    }

    pub(super) fn path_or(&self, name: &str, default: PathBuf) -> PathBuf {
        match self.text(name) {
            text if text.is_empty() => default,
            text => PathBuf::from(text),
        }
    }

    /// A number of at least 1.
    pub(super) fn positive(&mut self, name: &str) -> u32 {
        let value = self.parsed(name, "a number");
        if value == 0 {
            self.fault(name, "at least 1 was expected");
        }
        value
    }
}

fn default_of(name: &str) -> &'static str {
    table::settings().find(|(setting, ..)| *setting == name).map_or("", |(_, default, _)| default)
}
