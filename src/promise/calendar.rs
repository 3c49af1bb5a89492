//! The staff's working time: days of the week, hours of the day and holidays, by the clocks of one place. Pure.
//! Invariant: working time is counted as it passes, so an hour that a change of clocks adds or takes is counted too.

use time::{Date, Duration, Month};

use super::zone::Zone;
use crate::clock::Moment;

/// The days of the week as settings and rows name them, from Monday on.
pub const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// How many days ahead a working day is looked for.
const FARTHEST_DAYS: usize = 120;

/// A day on which nobody works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    Once(Date),
    Yearly(Month, u8),
}

#[derive(Clone, Debug)]
pub struct Calendar {
    pub zone: Zone,
    /// From Monday on.
    pub works_on: [bool; 7],
    /// Minutes of the day; `closes` is after `opens`, and at most 24:00.
    pub opens: u16,
    pub closes: u16,
    pub holidays: Vec<Holiday>,
}

impl Calendar {
    pub fn date(&self, at: Moment) -> Date {
        self.zone.on_the_wall(at).0
    }

    pub fn minute(&self, at: Moment) -> u16 {
        self.zone.on_the_wall(at).1
    }

    pub fn is_working_day(&self, date: Date) -> bool {
        let day = usize::from(date.weekday().number_days_from_monday());
        let yearly = Holiday::Yearly(date.month(), date.day());
        let is_holiday = self.holidays.iter().any(|day| [Holiday::Once(date), yearly].contains(day));
        self.works_on[day] && !is_holiday
    }

    pub fn is_open(&self, at: Moment) -> bool {
        self.span(self.date(at)).is_some_and(|(opens, closes)| opens <= at && at < closes)
    }

    /// The moment at which this many working hours have passed; `None` if that is too far ahead ([`FARTHEST_DAYS`]).
    pub fn after_hours(&self, from: Moment, hours: u16) -> Option<Moment> {
        let mut left = Duration::hours(hours.into());
        for (opens, closes) in self.days_from(self.date(from)).filter_map(|date| self.span(date)) {
            let begins = opens.max(from);
            let open_for = closes.since(begins);
            if open_for >= left {
                return Some(begins + left);
            }
            left -= open_for;
        }
        None
    }

    /// The end of the last of `days` whole working days. Today doesn't count, since it has begun.
    pub fn after_days(&self, from: Moment, days: u16) -> Option<Moment> {
        let later = self.days_from(self.date(from)).skip(1);
        let nth = usize::from(days).checked_sub(1)?;
        later.filter_map(|date| self.span(date)).nth(nth).map(|(_, closes)| closes)
    }

    fn days_from(&self, first: Date) -> impl Iterator<Item = Date> {
        std::iter::successors(Some(first), |date| date.next_day()).take(FARTHEST_DAYS)
    }

    /// From opening to closing, or `None` on a day when nobody works.
    fn span(&self, date: Date) -> Option<(Moment, Moment)> {
        let is_working = self.is_working_day(date);
        let times = || Some((self.zone.moment(date, self.opens)?, self.zone.moment(date, self.closes)?));
        is_working.then(times).flatten().filter(|(opens, closes)| opens < closes)
    }
}
