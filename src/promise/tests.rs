//! Tests each hour of a week, for each urgency, on calendars of several places. The tests find out in another way
//! when a message is really read: quarter hour by quarter hour, with each change of clocks written by hand.

use time::macros::{date, datetime};
use time::{Date, Month, OffsetDateTime};

use super::*;

const QUARTER: Duration = Duration::minutes(15);
const WEEKDAYS: [bool; 7] = [true, true, true, true, true, false, false];

/// A place, its week, and its change of clocks near that week: offsets in minutes before and after.
struct Place {
    zone: &'static str,
    week: OffsetDateTime,
    change: OffsetDateTime,
    offsets: (i64, i64),
    works_on: [bool; 7],
    hours: (u16, u16),
    holidays: &'static [Holiday],
}

const VIENNA: Place = Place {
    zone: "Europe/Vienna",
    week: datetime!(2026-03-26 00:00 UTC),
    change: datetime!(2026-03-29 01:00 UTC),
    offsets: (60, 120),
    works_on: WEEKDAYS,
    hours: (9 * 60, 17 * 60),
    holidays: &[],
};

const PLACES: [Place; 9] = [
    // Without a change of clocks.
    Place {
        zone: "UTC",
        week: datetime!(2026-11-16 00:00 UTC),
        change: datetime!(2026-01-01 00:00 UTC),
        offsets: (0, 0),
        ..VIENNA
    },
    VIENNA,
    Place {
        week: datetime!(2026-10-22 00:00 UTC),
        change: datetime!(2026-10-25 01:00 UTC),
        offsets: (120, 60),
        ..VIENNA
    },
    // The clocks change while somebody works.
    Place { works_on: [true; 7], hours: (60, 5 * 60), ..VIENNA },
    Place {
        week: datetime!(2026-10-22 00:00 UTC),
        change: datetime!(2026-10-25 01:00 UTC),
        offsets: (120, 60),
        works_on: [true; 7],
        hours: (0, 24 * 60),
        ..VIENNA
    },
    Place {
        zone: "America/New_York",
        week: datetime!(2026-10-29 00:00 UTC),
        change: datetime!(2026-11-01 06:00 UTC),
        offsets: (-240, -300),
        ..VIENNA
    },
    // The weekend is on other days, and the clocks change within it.
    Place {
        zone: "Africa/Cairo",
        week: datetime!(2026-04-20 00:00 UTC),
        change: datetime!(2026-04-23 22:00 UTC),
        offsets: (120, 180),
        works_on: [true, true, true, true, false, false, true],
        hours: (8 * 60, 14 * 60 + 30),
        ..VIENNA
    },
    // A zone of half hours, and the longest holidays.
    Place {
        zone: "Asia/Kabul",
        week: datetime!(2026-12-21 00:00 UTC),
        change: datetime!(2026-01-01 00:00 UTC),
        offsets: (270, 270),
        holidays: &[
            Holiday::Yearly(Month::December, 24),
            Holiday::Yearly(Month::December, 25),
            Holiday::Yearly(Month::December, 31),
            Holiday::Once(date!(2027 - 01 - 01)),
        ],
        ..VIENNA
    },
    // One morning a week.
    Place {
        zone: "Pacific/Auckland",
        week: datetime!(2026-09-24 00:00 UTC),
        change: datetime!(2026-09-26 14:00 UTC),
        offsets: (720, 780),
        works_on: [false, true, false, false, false, false, false],
        hours: (9 * 60, 12 * 60),
        ..VIENNA
    },
];

impl Place {
    fn promise(&self) -> Promise {
        Promise {
            calendar: Calendar {
                zone: Zone::parse(self.zone).unwrap(),
                works_on: self.works_on,
                opens: self.hours.0,
                closes: self.hours.1,
                holidays: self.holidays.to_vec(),
            },
            danger_hours: 4,
            removal_hours: 1,
            other_days: 2,
        }
    }

    fn wall(&self, at: Moment) -> OffsetDateTime {
        let (before, after) = self.offsets;
        let minutes = if at.0 < self.change.unix_timestamp() { before } else { after };
        (at + Duration::minutes(minutes)).utc()
    }

    fn date(&self, at: Moment) -> Date {
        self.wall(at).date()
    }

    fn works(&self, at: Moment) -> bool {
        let wall = self.wall(at);
        let minute = u16::from(wall.hour()) * 60 + u16::from(wall.minute());
        self.is_day_of_work(wall.date()) && (self.hours.0..self.hours.1).contains(&minute)
    }

    fn is_day_of_work(&self, date: Date) -> bool {
        let is_off = self.holidays.iter().any(|day| match day {
            Holiday::Once(day) => *day == date,
            Holiday::Yearly(month, day) => (*month, *day) == (date.month(), date.day()),
        });
        self.works_on[usize::from(date.weekday().number_days_from_monday())] && !is_off
    }

    /// The latest moment at which the only staff member has read a message, if they take all the promised time.
    fn is_read_at(&self, urgency: Urgency, sent_at: Moment) -> Moment {
        let (mut at, mut worked, mut days) = (sent_at, Duration::ZERO, Vec::new());
        loop {
            if self.works(at) {
                worked += QUARTER;
                let today = self.date(at);
                if today != self.date(sent_at) && days.last() != Some(&today) {
                    days.push(today);
                }
            }
            at = at + QUARTER;
            let is_read = match urgency {
                Urgency::Danger => worked >= Duration::hours(4),
                Urgency::Removal => worked >= Duration::hours(1),
                Urgency::Other => days.len() == 2 && !(self.works(at) && self.date(at) == days[1]),
            };
            if is_read {
                return at;
            }
        }
    }
}

/// The last day that the words allow.
fn last_day(when: When, today: Date) -> Option<Date> {
    let days = match when {
        When::Today => 0,
        When::Tomorrow => 1,
        When::InTwoDays => 2,
        When::On(weekday) => (1..=7).find(|n| (today + Duration::days(*n)).weekday() == weekday)?,
        When::WithinTwoWeeks => 14,
        When::Later => return None,
    };
    Some(today + Duration::days(days))
}

#[test]
fn the_promised_day_is_true_in_each_hour_of_a_week_for_each_urgency() {
    let mut told = 0;
    let mut untrue = Vec::new();
    for place in &PLACES {
        let promise = place.promise();
        for hour in 0..168 {
            let now = Moment(place.week.unix_timestamp()) + Duration::hours(hour);
            for urgency in Urgency::ALL {
                let read_at = place.is_read_at(urgency, now);
                let read_on = place.date(read_at - Duration::seconds(1));
                let when = promise.when(urgency, now, now).expect("it was sent just now");
                let last = last_day(when, place.date(now));
                let is_vague = matches!(when, When::WithinTwoWeeks | When::Later);
                let is_true = last.is_none_or(|last| read_on <= last) && (is_vague || last == Some(read_on));
                told += 1;
                if !is_true {
                    untrue.push(format!(
                        "{} {} {urgency:?}: {when:?}, read {read_on}",
                        place.zone,
                        place.wall(now)
                    ));
                }
            }
            let is_said_to_be_closed = promise.closed(now).is_some();
            if is_said_to_be_closed == place.works(now) {
                untrue.push(format!("{} {}: closed {is_said_to_be_closed}", place.zone, place.wall(now)));
            }
        }
    }
    println!("{told} clocks told, {} untrue", untrue.len());
    assert!(untrue.is_empty(), "{} of {told}:\n{}", untrue.len(), untrue.join("\n"));
}

#[test]
fn what_is_told_of_a_night_stays_true_until_the_morning() {
    let promise = VIENNA.promise();
    for place in &PLACES {
        let promise = place.promise();
        for hour in 0..168 {
            let now = Moment(place.week.unix_timestamp()) + Duration::hours(hour);
            let until = match promise.closed(now) {
                None | Some(Closed::Now) => continue,
                Some(Closed::Today | Closed::Tonight) => place.date(now),
            };
            let mut at = now;
            while place.date(at) == until {
                assert!(!place.works(at), "{}: {} at {}", place.zone, place.wall(now), place.wall(at));
                at = at + QUARTER;
            }
        }
    }
    let at = |text| Moment::parse(text).unwrap();
    for (now, closed) in [
        ("2026-11-27T16:30:00Z", Some(Closed::Tonight)),
        ("2026-11-27T21:00:00Z", Some(Closed::Tonight)),
        ("2026-11-28T11:00:00Z", Some(Closed::Today)),
        ("2026-11-28T15:59:00Z", Some(Closed::Today)),
        ("2026-11-28T16:00:00Z", Some(Closed::Tonight)),
        ("2026-11-29T23:30:00Z", Some(Closed::Now)),
        ("2026-11-30T08:00:00Z", None),
    ] {
        assert_eq!(promise.closed(at(now)), closed, "{now}");
    }
}

#[test]
fn well_known_hours_give_the_expected_day() {
    use Urgency::{Danger, Other, Removal};
    let at = |text| Moment::parse(text).unwrap();
    let promise = VIENNA.promise();
    for (urgency, sent_at, when) in [
        // Friday, 22:00 in Vienna.
        (Danger, "2026-11-27T21:00:00Z", When::On(Weekday::Monday)),
        (Removal, "2026-11-27T21:00:00Z", When::On(Weekday::Monday)),
        (Other, "2026-11-27T21:00:00Z", When::On(Weekday::Tuesday)),
        // Wednesday at ten, and at four in the afternoon.
        (Danger, "2026-11-18T09:00:00Z", When::Today),
        (Other, "2026-11-18T09:00:00Z", When::InTwoDays),
        (Removal, "2026-11-18T15:00:00Z", When::Today),
        (Danger, "2026-11-18T15:00:00Z", When::Tomorrow),
        (Removal, "2026-11-18T15:01:00Z", When::Tomorrow),
        // The last minute of the week in which a message of danger is still read in the same week.
        (Danger, "2026-11-20T12:00:00Z", When::Today),
        (Danger, "2026-11-20T12:01:00Z", When::On(Weekday::Monday)),
    ] {
        assert_eq!(promise.when(urgency, at(sent_at), at(sent_at)), Some(when), "{urgency:?} {sent_at}");
    }
}

#[test]
fn a_page_opened_later_names_the_same_day_as_seen_from_then() {
    let promise = VIENNA.promise();
    let sent_at = Moment::parse("2026-11-27T21:00:00Z").unwrap();
    let after = |hours| promise.when(Urgency::Danger, sent_at, sent_at + Duration::hours(hours));
    assert_eq!(after(0), Some(When::On(Weekday::Monday)));
    assert_eq!(after(3), Some(When::InTwoDays), "Saturday");
    assert_eq!(after(27), Some(When::Tomorrow), "Sunday");
    assert_eq!(after(60), Some(When::Today), "Monday");
    assert_eq!(after(64), None, "it was to be read by then");
}

#[test]
fn no_weekend_and_no_holiday_makes_a_message_overdue() {
    use Urgency::{Danger, Other, Removal};
    let holidays = &[Holiday::Once(date!(2026 - 11 - 30))];
    let (usual, with_holiday) = (VIENNA.promise(), Place { holidays, ..VIENNA }.promise());
    let at = |text| Moment::parse(text).unwrap();
    for (promise, urgency, sent_at, now, expected) in [
        // Sent on Friday at 22:00 in Vienna: counted in plain hours, a danger would be overdue on Saturday at two.
        (&usual, Danger, "2026-11-27T21:00:00Z", "2026-11-28T01:00:00Z", false),
        (&usual, Removal, "2026-11-27T21:00:00Z", "2026-11-29T21:00:00Z", false),
        (&usual, Other, "2026-11-27T21:00:00Z", "2026-11-30T21:00:00Z", false),
        (&usual, Removal, "2026-11-27T21:00:00Z", "2026-11-30T08:59:59Z", false),
        (&usual, Removal, "2026-11-27T21:00:00Z", "2026-11-30T09:00:00Z", true),
        (&usual, Danger, "2026-11-27T21:00:00Z", "2026-11-30T11:59:59Z", false),
        (&usual, Danger, "2026-11-27T21:00:00Z", "2026-11-30T12:00:00Z", true),
        (&usual, Other, "2026-11-27T21:00:00Z", "2026-12-01T15:59:59Z", false),
        (&usual, Other, "2026-11-27T21:00:00Z", "2026-12-01T16:00:00Z", true),
        // Sent on Friday at 15:00: two working hours are left that day, and the other two end on Monday at eleven.
        (&usual, Danger, "2026-11-27T14:00:00Z", "2026-11-27T16:00:00Z", false),
        (&usual, Danger, "2026-11-27T14:00:00Z", "2026-11-30T09:59:59Z", false),
        (&usual, Danger, "2026-11-27T14:00:00Z", "2026-11-30T10:00:00Z", true),
        // Nobody works on that Monday.
        (&with_holiday, Danger, "2026-11-27T14:00:00Z", "2026-11-30T20:00:00Z", false),
        (&with_holiday, Danger, "2026-11-27T14:00:00Z", "2026-12-01T10:00:00Z", true),
        (&with_holiday, Other, "2026-11-27T14:00:00Z", "2026-12-02T15:00:00Z", false),
        (&with_holiday, Other, "2026-11-27T14:00:00Z", "2026-12-02T16:00:00Z", true),
    ] {
        assert_eq!(promise.is_over(urgency, at(sent_at), at(now)), expected, "{urgency:?} {sent_at} {now}");
    }
}

#[test]
fn a_message_is_overdue_exactly_when_no_day_is_told() {
    for place in &PLACES {
        let promise = place.promise();
        let sent_at = Moment(place.week.unix_timestamp()) + Duration::hours(61);
        for quarter in 0..4 * 24 * 16 {
            let now = sent_at + QUARTER * quarter;
            for urgency in Urgency::ALL {
                let is_told = promise.when(urgency, sent_at, now).is_some();
                assert_ne!(promise.is_over(urgency, sent_at, now), is_told, "{} {now:?}", place.zone);
            }
        }
    }
}

#[test]
fn without_a_day_of_work_in_sight_nothing_is_promised() {
    let promise = Place { works_on: [false; 7], ..VIENNA }.promise();
    let now = Moment(1_795_000_000);
    for urgency in Urgency::ALL {
        assert_eq!(promise.deadline(urgency, now), None);
        assert_eq!(promise.when(urgency, now, now), Some(When::Later));
        assert!(!promise.is_over(urgency, now, now + Duration::days(30)));
    }
}

#[test]
fn a_far_day_is_told_in_weeks_and_a_farther_one_not_at_all() {
    // Wednesday at ten, on a calendar without a day off: the promise is kept at the end of the day this many days later.
    let sent_at = Moment::parse("2026-11-18T09:00:00Z").unwrap();
    for (other_days, when) in [
        (2, When::InTwoDays),
        (3, When::On(Weekday::Saturday)),
        (6, When::On(Weekday::Tuesday)),
        (7, When::WithinTwoWeeks),
        (14, When::WithinTwoWeeks),
        (15, When::Later),
    ] {
        let promise = Promise { other_days, ..Place { works_on: [true; 7], ..VIENNA }.promise() };
        assert_eq!(promise.when(Urgency::Other, sent_at, sent_at), Some(when), "{other_days} days");
    }
}

#[test]
fn a_day_whose_hours_the_clocks_leave_out_is_no_working_day() {
    // On this Sunday in Vienna, two o'clock is three o'clock.
    let night = Place { works_on: [true; 7], hours: (2 * 60, 3 * 60), ..VIENNA }.promise();
    let saturday = Moment::parse("2026-03-28T12:00:00Z").unwrap();
    assert_eq!(night.calendar.after_days(saturday, 1), Moment::parse("2026-03-30T01:00:00Z"));
}

#[test]
fn danger_and_removals_come_before_others() {
    assert_eq!(Urgency::ALL.map(Urgency::comes_first), [true, true, false]);
}
