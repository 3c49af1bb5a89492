//! Time is passed in as a value: from the system's clock in production, and in tests from one that the test sets.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};
use time::{Date, Duration, OffsetDateTime, format_description::well_known::Rfc3339};

/// A point in time, in whole Unix seconds (UTC). The database stores exactly this number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Moment(pub i64);

impl Moment {
    /// Rounds down to the hour: used wherever a stored time has a person behind it.
    pub fn hour(self) -> Moment {
        Moment(self.0 - self.0.rem_euclid(3600))
    }

    pub fn date(self) -> Date {
        self.utc().date()
    }

    pub fn utc(self) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp(self.0).unwrap_or(OffsetDateTime::UNIX_EPOCH)
    }

    /// `2026-11-21 21:40`, in UTC, for the desk and for logs.
    pub fn minute_text(self) -> String {
        let t = self.utc();
        format!("{} {:02}:{:02}", t.date(), t.hour(), t.minute())
    }

    /// `2026-11-21T21:40:00Z` (RFC 3339), for files and command lines.
    pub fn second_text(self) -> String {
        self.utc().format(&Rfc3339).unwrap_or_default()
    }

    /// Parses RFC 3339 in any time zone; drops fractions of a second.
    pub fn parse(text: &str) -> Option<Moment> {
        OffsetDateTime::parse(text, &Rfc3339).ok().map(|at| Moment(at.unix_timestamp()))
    }

    /// The time since `earlier`; zero if `earlier` is in the future.
    pub fn since(self, earlier: Moment) -> Duration {
        Duration::seconds((self.0 - earlier.0).max(0))
    }
}

impl std::ops::Add<Duration> for Moment {
    type Output = Moment;
    fn add(self, d: Duration) -> Moment {
        Moment(self.0 + d.whole_seconds())
    }
}

impl std::ops::Sub<Duration> for Moment {
    type Output = Moment;
    fn sub(self, d: Duration) -> Moment {
        Moment(self.0 - d.whole_seconds())
    }
}

#[derive(Clone, Debug, Default)]
pub enum Clock {
    #[default]
    System,
    /// Stands still until a test moves it.
    Standing(Arc<AtomicI64>),
}

impl Clock {
    pub fn standing_at(at: Moment) -> Self {
        Clock::Standing(Arc::new(AtomicI64::new(at.0)))
    }

    #[expect(clippy::disallowed_methods, reason = "this is its home")]
    pub fn now(&self) -> Moment {
        match self {
            Clock::System => Moment(OffsetDateTime::now_utc().unix_timestamp()),
            Clock::Standing(at) => Moment(at.load(Ordering::SeqCst)),
        }
    }

    /// Moves a standing clock forward; does nothing to the system's clock.
    pub fn advance(&self, by: Duration) {
        if let Clock::Standing(at) = self {
            at.fetch_add(by.whole_seconds(), Ordering::SeqCst);
        }
    }
}
