//! Tests who is told when: with a table of cases, and with a week in which one thing waits and nobody comes.

use time::macros::datetime;

use super::*;
use crate::promise::Zone;

/// Vienna, Monday to Friday from nine to five.
fn calendar() -> Calendar {
    let zone = Zone::parse("Europe/Vienna").unwrap();
    let works_on = [true, true, true, true, true, false, false];
    Calendar { zone, works_on, opens: 9 * 60, closes: 17 * 60, holidays: Vec::new() }
}

fn at(when: time::OffsetDateTime) -> Moment {
    Moment(when.unix_timestamp())
}

const WEEKDAYS: Hours =
    Hours { days: [true, true, true, true, true, false, false], is_always_on_call: false };
const ON_CALL: Hours = Hours { is_always_on_call: true, ..WEEKDAYS };
const TUESDAYS: Hours =
    Hours { days: [false, true, false, false, false, false, false], is_always_on_call: false };

const NOTHING: Waiting = Waiting { all: 0, urgent: 0, news: 0, urgent_news: 0, is_overdue: false };
const NEW: Waiting = Waiting { all: 1, news: 1, ..NOTHING };
const KNOWN: Waiting = Waiting { all: 1, ..NOTHING };
const URGENT: Waiting = Waiting { all: 1, urgent: 1, news: 1, urgent_news: 1, is_overdue: false };
const ONE_MORE_URGENT: Waiting = Waiting { all: 2, urgent: 2, ..URGENT };
const URGENT_KNOWN: Waiting = Waiting { all: 1, urgent: 1, ..NOTHING };
const LATE: Waiting = Waiting { is_overdue: true, ..KNOWN };

#[test]
fn each_is_told_when_they_work_and_of_what_is_urgent_when_they_are_on_call() {
    use Level::{Overdue, Urgent, Waits};
    // A Wednesday; Vienna is an hour ahead of UTC.
    let noon = at(datetime!(2026-11-18 11:00 UTC));
    let night = at(datetime!(2026-11-18 22:00 UTC));
    let saturday = at(datetime!(2026-11-21 11:00 UTC));
    let minutes = |n: i64| Some(noon - Duration::minutes(n));
    let yesterday = Some(at(datetime!(2026-11-17 15:50 UTC)));
    for (what, hours, waiting, told_at, now, expected) in [
        ("nothing waits", WEEKDAYS, NOTHING, None, noon, None),
        ("something came", WEEKDAYS, NEW, None, noon, Some(Waits)),
        ("told an hour and more ago", WEEKDAYS, NEW, minutes(70), noon, Some(Waits)),
        ("told less than an hour ago", WEEKDAYS, NEW, minutes(69), noon, None),
        ("told today already", WEEKDAYS, KNOWN, minutes(130), noon, None),
        ("told yesterday, and it waits still", WEEKDAYS, KNOWN, yesterday, noon, Some(Waits)),
        ("at night", WEEKDAYS, NEW, None, night, None),
        ("at night, on call", ON_CALL, NEW, None, night, None),
        ("on a free day", ON_CALL, NEW, None, saturday, None),
        ("another's day", TUESDAYS, NEW, None, noon, None),
        ("urgent", WEEKDAYS, URGENT, None, noon, Some(Urgent)),
        ("urgent, told a minute ago of something else", WEEKDAYS, URGENT, minutes(1), noon, Some(Urgent)),
        ("urgent at night", WEEKDAYS, URGENT, None, night, None),
        ("urgent at night, on call", ON_CALL, URGENT, None, night, Some(Urgent)),
        ("urgent on a free day, on call", ON_CALL, URGENT, None, saturday, Some(Urgent)),
        ("urgent, another's day", TUESDAYS, URGENT, None, noon, None),
        ("one more, and the first was not looked at", WEEKDAYS, ONE_MORE_URGENT, minutes(19), noon, None),
        ("the same a little later", WEEKDAYS, ONE_MORE_URGENT, minutes(20), noon, Some(Urgent)),
        ("urgent and known", WEEKDAYS, URGENT_KNOWN, minutes(69), noon, None),
        ("urgent and known for an hour", WEEKDAYS, URGENT_KNOWN, minutes(70), noon, Some(Urgent)),
        ("late", WEEKDAYS, LATE, minutes(70), noon, Some(Overdue)),
        ("late, told less than an hour ago", WEEKDAYS, LATE, minutes(69), noon, None),
        ("late, and those whose day it is don't come", TUESDAYS, LATE, None, noon, Some(Overdue)),
        ("late, at night", ON_CALL, LATE, None, night, None),
    ] {
        let level = hours.level(&waiting, &calendar(), told_at, now);
        assert_eq!(level, expected, "{what}");
    }
}

/// Runs through a week minute by minute, with a rota of each kind; it keeps times and news as planning does.
#[test]
fn in_a_week_nobody_is_told_twice_within_an_hour() {
    for (what, waiting) in [("ordinary", NEW), ("late", LATE), ("urgent", URGENT)] {
        for hours in [WEEKDAYS, ON_CALL, TUESDAYS, Hours::ALWAYS] {
            let (mut told_at, mut times, mut waiting) = (None, Vec::new(), waiting);
            let begin = at(datetime!(2026-11-20 21:00 UTC));
            for minute in 0..7 * 24 * 60 {
                let now = begin + Duration::minutes(minute);
                let Some(level) = hours.level(&waiting, &calendar(), told_at, now) else { continue };
                times.push((now, level));
                told_at = Some(Moment(now.0 - now.0.rem_euclid(COARSENESS.whole_seconds())));
                waiting = Waiting { news: 0, urgent_news: 0, ..waiting };
            }
            assert!(!times.is_empty(), "{what} {hours:?}: no message is ever due");
            for pair in times.windows(2) {
                assert!(pair[1].0 - USUAL_REST >= pair[0].0, "{what} {hours:?}: {pair:?}");
            }
            let is_first_at_once = times[0].0 == begin;
            assert_eq!(is_first_at_once, what == "urgent" && hours.is_always_on_call, "{what} {hours:?}");
            if !hours.is_always_on_call {
                assert!(times.iter().all(|(at, _)| calendar().is_open(*at)), "{what} {hours:?}");
            }
        }
    }
}

#[test]
fn what_can_not_be_sent_is_tried_again_after_longer_and_longer() {
    let waits: Vec<i64> = (0..7).map(|tries| retry_after(tries).whole_minutes()).collect();
    assert_eq!(waits, [1, 2, 4, 8, 15, 15, 15]);
}

#[test]
fn no_count_below_five_is_told() {
    for (count, told) in [(0, None), (1, None), (4, None), (5, Some(5)), (9, Some(5)), (10, Some(10))] {
        assert_eq!(at_least(count), told, "{count}");
    }
}
