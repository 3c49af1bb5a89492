//! Decides when an address on the rota gets a message that work waits. Pure: the caller passes the moment. Invariant:
//! nobody gets more than one message an hour, unless something urgent came that they can't know of yet.

use time::{Date, Duration};

use crate::clock::Moment;
use crate::promise::Calendar;

/// Times that concern a family are stored no finer than this.
pub const COARSENESS: Duration = Duration::minutes(10);
const USUAL_REST: Duration = Duration::hours(1);
/// The pause between two urgent messages while the first has not been looked at.
const URGENT_REST: Duration = Duration::minutes(10);

words! {
    /// What a message says, and nothing more.
    #[derive(PartialOrd, Ord)]
    pub enum Level {
        /// This address was put on the rota; the first message proves that it works.
        Welcome = "welcome",
        Waits = "waits",
        /// Something waits longer than families were promised.
        Overdue = "overdue",
        /// A child, a danger, or a photo that somebody wants gone.
        Urgent = "urgent",
    }
}

word_column!(Level);

/// The work that waits for one Society's staff.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    pub all: u64,
    pub urgent: u64,
    /// Those of `all` that nobody was told of.
    pub news: u64,
    /// Those of `urgent` that nobody was told of.
    pub urgent_news: u64,
    /// The promise for one of them is over.
    pub is_overdue: bool,
}

/// When somebody on the rota is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// Days of the week, from Monday on, on which they are told of everything that waits.
    pub days: [bool; 7],
    /// They are told of urgent work at night and on free days too.
    pub is_always_on_call: bool,
}

impl Hours {
    pub const ALWAYS: Hours = Hours { days: [true; 7], is_always_on_call: true };

    /// The message that they should get now, if any; `told_at` is when they were told last.
    pub fn level(
        &self,
        waiting: &Waiting,
        calendar: &Calendar,
        told_at: Option<Moment>,
        now: Moment,
    ) -> Option<Level> {
        let is_open = calendar.is_open(now);
        let today = calendar.date(now);
        let is_on_duty = is_open && self.is_day(today);
        let has_rested = |rest| told_at.is_none_or(|at| at + COARSENESS + rest <= now);
        if waiting.urgent > 0 && (is_on_duty || self.is_always_on_call) {
            // Everything they were told of has been looked at, so they can't know of this one.
            let is_all_new = waiting.urgent_news == waiting.urgent;
            let is_new = waiting.urgent_news > 0 && (is_all_new || has_rested(URGENT_REST));
            if is_new || has_rested(USUAL_REST) {
                return Some(Level::Urgent);
            }
        }
        if !is_open || !has_rested(USUAL_REST) {
            return None;
        }
        if waiting.is_overdue {
            // Sent on free days too, because those on duty did not come.
            return Some(Level::Overdue);
        }
        let is_first_today = told_at.is_none_or(|at| calendar.date(at) < today);
        let is_worth_telling = waiting.news > 0 || (waiting.all > 0 && is_first_today);
        (is_on_duty && is_worth_telling).then_some(Level::Waits)
    }

    fn is_day(&self, date: Date) -> bool {
        self.days[usize::from(date.weekday().number_days_from_monday())]
    }
}

/// How long to wait before the next retry: longer each time, and a quarter of an hour at most.
pub fn retry_after(tries: i64) -> Duration {
    let minutes = 1i64 << tries.clamp(0, 4);
    Duration::minutes(minutes.min(15))
}

/// The count that a message may tell, rounded down to a multiple of five; `None` below five.
pub fn at_least(count: u64) -> Option<u64> {
    let fives = count / 5 * 5;
    (fives > 0).then_some(fives)
}

#[cfg(test)]
mod tests;
