//! How long each kind of data is kept: docs/retention.md has a row for each, and `tests/it/tidy/retention.rs` holds them together.

use time::Duration;

use super::reader::Reader;
use super::table::Setting;

pub(super) const SETTINGS: &[Setting] = &[
    ("draft_days", "30", "an untouched draft is erased after so many days"),
    ("consent_months", "24", "longest life of a consent"),
    ("private_part_days", "90", "an ended publication's private part is erased after so many days"),
    ("closed_response_days", "30", "a closed response without a match is erased after so many days"),
    (
        "helped_response_days",
        "180",
        "a response closed as reunited, contact restored or harmful, after so many days",
    ),
    ("audit_years", "5", "audit lines are kept so many years"),
];

#[derive(Clone, Copy, Debug)]
pub struct Retention {
    pub draft: Duration,
    pub consent_months: u8,
    pub private_part: Duration,
    pub closed_response: Duration,
    pub helped_response: Duration,
    pub audit: Duration,
}

pub(super) fn read(r: &mut Reader) -> Retention {
    let consent_months = r.parsed("consent_months", "a number of months");
    if !(1..=24).contains(&consent_months) {
        r.fault("consent_months", "1 to 24 months were expected");
    }
    Retention {
        draft: r.days("draft_days"),
        consent_months,
        private_part: r.days("private_part_days"),
        closed_response: r.days("closed_response_days"),
        helped_response: r.days("helped_response_days"),
        audit: Duration::days(365 * i64::from(r.parsed::<u8>("audit_years", "a number of years"))),
    }
}
