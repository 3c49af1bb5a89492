//! A time zone with its changes of clocks, from the tz database inside the program: the same on every machine.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use time::{Date, Month};

use crate::clock::Moment;

const MINUTES_A_DAY: u16 = 24 * 60;

#[derive(Clone, Debug)]
pub struct Zone(TimeZone);

impl Zone {
    /// Finds a zone by its name in the tz database, such as Europe/Vienna or UTC.
    pub fn parse(name: &str) -> Option<Zone> {
        TimeZone::get(name).ok().map(Zone)
    }

    pub fn utc() -> Zone {
        Zone(TimeZone::UTC)
    }

    /// The local date, and the minute of that day on the local clock.
    pub fn on_the_wall(&self, at: Moment) -> (Date, u16) {
        let stamp = Timestamp::from_second(at.0).unwrap_or(Timestamp::UNIX_EPOCH);
        let wall = self.0.to_datetime(stamp);
        let month = u8::try_from(wall.month()).ok().and_then(|month| Month::try_from(month).ok());
        let day = u8::try_from(wall.day()).unwrap_or(1);
        let date = month.and_then(|month| Date::from_calendar_date(wall.year().into(), month, day).ok());
        let minute = i32::from(wall.hour()) * 60 + i32::from(wall.minute());
        (date.unwrap_or(at.date()), u16::try_from(minute).unwrap_or(0))
    }

    /// The moment when the local clock shows this minute of the day; 24:00 is the next midnight. A minute that a
    /// change of clocks leaves out counts as the one an hour later; one that comes twice counts the first time.
    pub fn moment(&self, date: Date, minute: u16) -> Option<Moment> {
        let date = if minute >= MINUTES_A_DAY { date.next_day()? } else { date };
        let minute = minute % MINUTES_A_DAY;
        let year = i16::try_from(date.year()).ok()?;
        let month = i8::try_from(u8::from(date.month())).ok()?;
        let (day, hour) = (i8::try_from(date.day()).ok()?, i8::try_from(minute / 60).ok()?);
        let wall = DateTime::new(year, month, day, hour, i8::try_from(minute % 60).ok()?, 0, 0).ok()?;
        self.0.to_timestamp(wall).ok().map(|stamp| Moment(stamp.as_second()))
    }
}
