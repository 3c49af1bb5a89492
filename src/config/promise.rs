//! What families are promised: how soon staff look at a message, and when staff work. The site derives the day that it shows
//! from this, and the desk marks what is overdue.

use time::format_description::well_known::Iso8601;
use time::{Date, Month};

use super::reader::Reader;
use super::table::Setting;
use crate::promise::{Calendar, DAYS, Holiday, Promise, Zone};

pub(super) const SETTINGS: &[Setting] = &[
    (
        "promise_danger_hours",
        "4",
        "staff look at a message about a child or a danger within so many working hours; the site tells it as a day",
    ),
    ("promise_removal_hours", "1", "the same for a photo that its person wants removed"),
    ("promise_other_days", "2", "the same for all others, in whole working days"),
    ("promise_days", "mon tue wed thu fri", "days on which staff work"),
    ("promise_hours", "09:00-17:00", "hours of these days in which staff read messages"),
    (
        "promise_zone",
        "UTC",
        "the clocks of promise_hours, by their name in the tz database, such as Europe/Vienna",
    ),
    ("promise_holidays", "", "days on which nobody works: 2027-03-26 once, 12-25 in each year"),
];

pub(super) fn read(r: &mut Reader) -> Promise {
    let (opens, closes) = hours(r);
    let calendar = Calendar { zone: zone(r), works_on: works_on(r), opens, closes, holidays: holidays(r) };
    let mut at_least_one = |name| u16::try_from(r.positive(name)).unwrap_or(u16::MAX);
    Promise {
        calendar,
        danger_hours: at_least_one("promise_danger_hours"),
        removal_hours: at_least_one("promise_removal_hours"),
        other_days: at_least_one("promise_other_days"),
    }
}

fn zone(r: &mut Reader) -> Zone {
    let name = r.text("promise_zone");
    Zone::parse(name.trim()).unwrap_or_else(|| {
        r.fault(
            "promise_zone",
            format!("a name of the tz database such as Europe/Vienna was expected, not {name:?}"),
        );
        Zone::utc()
    })
}

fn works_on(r: &mut Reader) -> [bool; 7] {
    let text = r.text("promise_days").to_lowercase();
    let words: Vec<&str> = words(&text).collect();
    let unknown = words.iter().find(|word| !DAYS.contains(word));
    if words.is_empty() || unknown.is_some() {
        r.fault("promise_days", format!("days of mon tue wed thu fri sat sun were expected, not {text:?}"));
    }
    DAYS.map(|day| words.contains(&day))
}

fn hours(r: &mut Reader) -> (u16, u16) {
    let text = r.text("promise_hours");
    let read = text.split_once('-').and_then(|(opens, closes)| Some((minute(opens)?, minute(closes)?)));
    read.filter(|(opens, closes)| opens < closes).unwrap_or_else(|| {
        r.fault("promise_hours", format!("hours of one day such as 09:00-17:00 were expected, not {text:?}"));
        (0, 24 * 60)
    })
}

/// A minute of the day; 24:00 is the day's end.
fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let whole = hour.checked_mul(60)?.checked_add(minute)?;
    (minute < 60 && whole <= 24 * 60).then_some(whole)
}

fn holidays(r: &mut Reader) -> Vec<Holiday> {
    let text = r.text("promise_holidays");
    let mut days = Vec::new();
    for word in words(&text) {
        match holiday(word) {
            Some(day) => days.push(day),
            None => {
                let fault =
                    format!("a day such as 2027-03-26, or 12-25 for each year, was expected, not {word:?}");
                r.fault("promise_holidays", fault);
            }
        }
    }
    days
}

fn holiday(word: &str) -> Option<Holiday> {
    if let Ok(day) = Date::parse(word, &Iso8601::DATE) {
        return Some(Holiday::Once(day));
    }
    let (month, day) = word.split_once('-')?;
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    // Checked in a leap year, which has every day.
    let day = Date::from_calendar_date(2028, month, day.parse().ok()?).ok()?.day();
    Some(Holiday::Yearly(month, day))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ' ', '\n']).filter(|word| !word.is_empty())
}
