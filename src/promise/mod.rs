//! How soon a person reads a message: what the operator promises, counted on the calendar of those who work. Pure: the caller
//! passes the moment. Invariant: words are rounded up, so that no weekend, no holiday and no change of clocks makes one untrue.

mod calendar;
mod zone;

use serde::{Deserialize, Serialize};
use time::{Duration, Weekday};

pub use calendar::{Calendar, DAYS, Holiday};
pub use zone::Zone;

use crate::clock::Moment;

/// The minute of the day from which the rest of the day is called the night.
const EVENING: u16 = 17 * 60;

/// The kind of a message, which decides how soon it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// A child, or somebody in danger.
    Danger,
    /// Somebody wants their photo gone.
    Removal,
    Other,
}

impl Urgency {
    pub const ALL: [Urgency; 3] = [Urgency::Danger, Urgency::Removal, Urgency::Other];

    /// True for messages that are read before others, whichever way they came.
    pub fn comes_first(self) -> bool {
        self != Urgency::Other
    }
}

#[derive(Clone, Debug)]
pub struct Promise {
    pub calendar: Calendar,
    /// Working hours until staff look at it first.
    pub danger_hours: u16,
    pub removal_hours: u16,
    /// Whole working days, for all others.
    pub other_days: u16,
}

/// The last day on which the message is read, seen from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Today,
    Tomorrow,
    InTwoDays,
    /// In three to six days: the weekday's name.
    On(Weekday),
    WithinTwoWeeks,
    Later,
}

/// When staff come again, while nobody reads messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// Staff still come today.
    Now,
    /// Nobody comes before tomorrow.
    Today,
    Tonight,
}

impl Promise {
    /// The moment by which staff have looked at a message sent at `sent_at`, if they keep the promise. `None`: no
    /// such moment can be foreseen.
    pub fn deadline(&self, urgency: Urgency, sent_at: Moment) -> Option<Moment> {
        match urgency {
            Urgency::Danger => self.calendar.after_hours(sent_at, self.danger_hours),
            Urgency::Removal => self.calendar.after_hours(sent_at, self.removal_hours),
            Urgency::Other => self.calendar.after_days(sent_at, self.other_days),
        }
    }

    /// True if the time that the sender was told is over.
    pub fn is_over(&self, urgency: Urgency, sent_at: Moment, now: Moment) -> bool {
        self.deadline(urgency, sent_at).is_some_and(|deadline| deadline <= now)
    }

    /// The day of the deadline in words that are true at `now`; `None` if the deadline has passed.
    pub fn when(&self, urgency: Urgency, sent_at: Moment, now: Moment) -> Option<When> {
        let Some(deadline) = self.deadline(urgency, sent_at) else { return Some(When::Later) };
        if deadline <= now {
            return None;
        }
        // A day that ends at midnight must not count as the next one.
        let last = self.calendar.date(deadline - Duration::seconds(1));
        Some(match (last - self.calendar.date(now)).whole_days() {
            ..=0 => When::Today,
            1 => When::Tomorrow,
            2 => When::InTwoDays,
            3..=6 => When::On(last.weekday()),
            7..=14 => When::WithinTwoWeeks,
            _ => When::Later,
        })
    }

    /// `None` while staff are at work.
    pub fn closed(&self, now: Moment) -> Option<Closed> {
        if self.calendar.is_open(now) {
            return None;
        }
        let (today, minute) = (self.calendar.date(now), self.calendar.minute(now));
        Some(match (self.calendar.is_working_day(today), minute) {
            (true, minute) if minute < self.calendar.opens => Closed::Now,
            (_, EVENING..) => Closed::Tonight,
            _ => Closed::Today,
        })
    }
}

#[cfg(test)]
mod tests;
